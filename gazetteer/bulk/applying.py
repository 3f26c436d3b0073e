"""Applying: what a person filled into a review is kept with its run; all of it, or, if a line is wrong, none.

Applied twice, a review changes nothing more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer.bulk.choosing import Chooser, Said, parse
from gazetteer.bulk.guarding import unguarded
from gazetteer.bulk.reopening import Kept
from gazetteer.bulk.review import Line, shown_cell
from gazetteer.bulk.store import Chosen, Store, Values
from gazetteer.errors import BadParameter, BadReview, EntityNotFound
from gazetteer.model import Outcome
from gazetteer.query import shown
from gazetteer.store import Engine
from gazetteer.styles import style_of
from gazetteer.tabular.model import Reject

TOLD = 50  # lines that are wrong, of which the text tells; how many more there are, it says


@dataclass(frozen=True, slots=True)
class Applied:
    """What a review came to: the names decided, those of them linked, and those new to the run or decided anew."""

    decided: int = 0
    linked: int = 0
    new: int = 0


@dataclass(slots=True)
class _Decided:
    """A line whose words are understood, and the name that it decides."""

    line: int
    said: Said
    values: Values


@dataclass(slots=True)
class _Reading:
    """A review on its way: what is understood of it, and what is wrong with it, by line."""

    decided: list[_Decided] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)


def run_of(lines: Iterable[Line | Reject]) -> str | None:
    """The label of the run that a review is of; None where its lines do not say.

    Raises:
        BadReview: they are of several.
    """
    runs = {line.run: line.number for line in lines if isinstance(line, Line) and line.run is not None}
    if len(runs) > 1:
        at = " and ".join(f"line {number}" for number in sorted(runs.values())[:2])
        raise BadReview(f"The review is of several runs, as {at} show; apply the lines of each from a file of its own.")
    return next(iter(runs), None)


def apply(kept: Kept, lines: Iterable[Line | Reject], engine: Engine) -> Applied:
    """Keep with a run what the lines of its review decide; its output is not written yet.

    Raises:
        BadReview: some lines are wrong; they are told, and none was applied.
        NothingToReview: what the run kept is gone.
    """
    with kept.store() as store:
        reading = _understood(kept, store, lines)
        chosen = _chosen(store, reading, Chooser(engine, style_of(kept.asking.style)))
        if reading.wrong:
            raise BadReview(_told(sorted(reading.wrong)))
        before = {one.values: one.said for one in store.chosen()}
        store.choose(chosen)
    linked = sum(one.answer.decision is Outcome.LINKED for one in chosen)
    return Applied(len(chosen), linked, sum(before.get(one.values) != one.said for one in chosen))


def _understood(kept: Kept, store: Store, lines: Iterable[Line | Reject]) -> _Reading:
    """The lines whose words say something, with the names of the run that they are of."""
    reading = _Reading()
    understood: list[tuple[Line, Said]] = []
    for line in lines:
        if isinstance(line, Reject):
            reading.wrong.append((line.line, f"It cannot be read: {line.reason}."))
            continue
        try:
            understood.append((line, parse(line.decision)))
        except BadParameter as wrong:
            reading.wrong.append((line.number, str(wrong)))
    named = _Names(kept, store, [line for line, _ in understood])
    for line, said in understood:
        try:
            reading.decided.append(_Decided(line.number, said, named.of(line)))
        except BadReview as wrong:
            reading.wrong.append((line.number, str(wrong)))
    return reading


class _Names:
    """Finds the names of a run that lines are of: by the row, or by what is shown where the row does not say."""

    def __init__(self, kept: Kept, store: Store, lines: list[Line]) -> None:
        self._roles = ("name", *kept.asking.context)
        self._label = kept.label
        rows = {line.row for line in lines}
        shown_names = {_same(line.said["name"]) for line in lines}
        self._by_row: dict[int, Values] = {}
        self._by_name: dict[str, list[Values]] = {}
        for values, first in store.names():
            if first in rows:
                self._by_row[first] = values
            if (said := _same(unguarded(shown_cell(values[0])))) in shown_names:
                self._by_name.setdefault(said, []).append(values)

    def of(self, line: Line) -> Values:
        """The name that a line decides.

        Raises:
            BadReview: the run has none such, or several.
        """
        said = _same(line.said["name"])
        if line.row is not None and line.run == self._label and (found := self._by_row.get(line.row)) is not None:
            if said != _same(unguarded(shown_cell(found[0]))):
                raise BadReview(
                    f"Row {line.row} of the run is ‘{found[0]}’, not {shown(line.said['name'])}; leave name and row as"
                    " they were."
                )
            return found
        candidates = self._by_name.get(said, [])
        if len(candidates) > 1:
            told = {role: _same(text) for role, text in line.said.items()}
            candidates = [one for one in candidates if self._agrees(one, told)]
        if not candidates:
            raise BadReview(
                f"The run has no name {shown(line.said['name'])}; leave name, context and row as they were."
            )
        if len(candidates) > 1:
            raise BadReview(
                f"The run has {shown(line.said['name'])} in several contexts; leave the columns"
                f" {', '.join(('row', *self._roles[1:]))} as they were."
            )
        return candidates[0]

    def _agrees(self, values: Values, told: dict[str, str]) -> bool:
        mine = zip(self._roles, values, strict=True)
        return all(told.get(role, "") == _same(unguarded(shown_cell(text))) for role, text in mine)


def _same(text: str) -> str:
    """A shown cell, however a program has spaced it."""
    return " ".join(text.split())


def _chosen(store: Store, reading: _Reading, chooser: Chooser) -> list[Chosen]:
    """What is decided of each name; a line of its own says more than another's for all of a cluster."""
    own: dict[Values, tuple[int, Chosen]] = {}
    for_all: dict[Values, tuple[int, Chosen]] = {}
    for one in reading.decided:
        taken = for_all if one.said.all else own
        try:
            for chosen in chooser.decide(store, next(store.known_of([one.values])), one.said):
                line, earlier = taken.setdefault(chosen.values, (one.line, chosen))
                if earlier.said != chosen.said:
                    raise BadReview(
                        f"It says {chosen.said} of ‘{chosen.values[0]}’, of which line {line} says {earlier.said}; let"
                        " one of them stand."
                    )
        except (BadParameter, EntityNotFound, BadReview) as wrong:
            reading.wrong.append((one.line, str(wrong)))
    return [chosen for _, chosen in (for_all | own).values()]


def _told(wrong: list[tuple[int, str]]) -> str:
    """All that is wrong with a review, a line for each of its lines."""
    lines = [f"Line {number}: {why}" for number, why in wrong[:TOLD]]
    if len(wrong) > TOLD:
        lines.append(f"... and {len(wrong) - TOLD:,} lines more.")
    return "\n".join(["Nothing was applied, for these lines are wrong:", *lines])
