"""How newspapers write Ukrainian places, beside what is recorded; and whether a spelling tells whose it is.

    python -m benchmarks.languages.places [PLACES]

PLACES is a file of JSON lines as in seeds/places_ua.jsonl.gz, which is taken if none is said. Writes
benchmarks/results/places.md.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.languages.causes import OF_LETTERS, cause, nearest
from benchmarks.languages.learnable import learnable
from benchmarks.languages.recorded import LEFT_OUT, Place, form, forms, namesakes, press, read_places, why_left_out
from benchmarks.languages.whose import explained
from gazetteer.languages import systems
from gazetteer.resolve import Gazetteer
from gazetteer.text.clean import fold

PLACES = Path(__file__).parents[2] / "seeds" / "places_ua.jsonl.gz"
RESULT = Path(__file__).parents[1] / "results" / "places.md"
# What is asked of each language: the share of places that the press form gets right; None if it is only told.
BARS: Mapping[str, float | None] = {
    "de": 0.85, "cs": 0.85, "pl": 0.85, "fr": 0.85, "es": 0.75, "it": 0.75, "nl": None, "tr": None,
}  # fmt: skip
EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One language: how many places have a name that says something, for how many it is the one that is written."""

    language: str
    places: int
    right: int
    recorded: int  # for how many it is recorded at all, be it left out or not
    left_out: Counter[str]
    wrong: Mapping[str, Sequence[tuple[str, str, str]]]  # by cause: native, written, recorded
    forms: Sequence[tuple[Collection[str], Collection[str]]]  # of each place, written and recorded

    @property
    def share(self) -> float:
        """The share of places that are right."""
        return self.right / self.places if self.places else 0.0

    @property
    def transcribed(self) -> int:
        """The places whose recorded name is a transcription of the native one, by this rule or another."""
        return self.right + sum(len(cases) for why, cases in self.wrong.items() if why in OF_LETTERS)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=Path, nargs="?", default=PLACES)
    text = "\n".join(report(parser.parse_args().places)) + "\n"
    RESULT.write_text(text, encoding="utf-8")
    print(text)


def report(path: Path, gazetteer: Gazetteer | None = None) -> list[str]:
    """The lines of the report; spellings are explained by the names of a gazetteer too, if there is one."""
    places = read_places(path, BARS)
    named = namesakes(places)
    measured = [measure(places, language) for language in BARS if press("uk", language)]
    own_names = read_places(path, BARS, of_their_own=True)
    own = {one.language: measure(own_names, one.language) for one in measured}
    wider = {one.language: measure(places, one.language, named) for one in measured}
    said_places = read_places(path, BARS, main_is_english=False)
    said = {one.language: measure(said_places, one.language) for one in measured}
    missing = [language for language in BARS if not press("uk", language)]
    return [*_shares(measured, (said, own, wider), missing), "", *_causes(measured), "", *explained(places, gazetteer)]


def measure(places: Iterable[Place], language: str, named: Mapping[str, Sequence[str]] | None = None) -> Measured:
    """How often what the press of a language writes is recorded; with namesakes' Russian names if they are given."""
    left_out: Counter[str] = Counter()
    wrong: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    compared: list[tuple[Collection[str], Collection[str]]] = []
    count = right = recorded = 0
    for place in places:
        russian = _russian(place, named)
        reasons = {text: why_left_out(text, place, language, russian) for text in place.recorded.get(language, ())}
        left_out.update(filter(None, reasons.values()))
        kept = {fold(text) for text, reason in reasons.items() if reason is None}
        if not kept:
            continue
        count += 1
        written = forms(place.native, press("uk", language))
        compared.append((written, kept))
        recorded += not written.isdisjoint(map(fold, reasons))
        if written & kept:
            right += 1
            continue
        one, other = nearest(written, kept)
        why = cause(one, other, _others(place, language), _russian_forms(_russian(place, named)))
        wrong[why].append((place.native[0], one, other))
    return Measured(language, count, right, recorded, left_out, wrong, compared)


def _russian(place: Place, named: Mapping[str, Sequence[str]] | None) -> tuple[str, ...]:
    more = [name for native in place.native for name in named.get(fold(native), ())] if named else []
    return tuple(dict.fromkeys((*place.russian, *more)))


def _russian_forms(russian: Iterable[str]) -> set[str]:
    return {form(name, one.full_id) for one in systems().values() if one.orthography == "ru-Cyrl" for name in russian}


def _others(place: Place, language: str) -> set[str]:
    of_press = [
        one for one in systems().values() if one.orthography == "uk-Cyrl" and one.language not in (None, language)
    ]
    return {form(native, one.full_id) for one in of_press for native in place.native}


def _shares(
    measured: Sequence[Measured], others: Sequence[Mapping[str, Measured]], missing: Sequence[str]
) -> list[str]:
    """The shares by the printed rule, and beside them those by each other reading of it, by language."""
    lines = [
        "# Ukrainian places as newspapers write them",
        "",
        "Of all places that have a native name and a recorded one in the language that says something: how often the",
        "press form of a native name is one of the recorded ones, capitals and marks aside. What says nothing is left",
        "out by this rule: a recorded name that is the English form, the form of the national system of 2010, or the",
        "Russian name's form in that language, or that shares less than half of its letters with the 2010 form. A name",
        "is English if it says so, and so is the main name of a row, which is one of those wherever there are any.",
        "",
        f"| | places | right | share | asked | {' | '.join(LEFT_OUT)} |",
        "|---|--:|--:|--:|--:|" + "--:|" * len(LEFT_OUT),
    ]
    for one in measured:
        left = " | ".join(f"{one.left_out[reason]:,}" for reason in LEFT_OUT)
        bar = BARS[one.language] or ""
        lines.append(f"| {one.language} | {one.places:,} | {one.right:,} | {one.share:.3f} | {bar} | {left} |")
    lines += [
        "",
        "Seven further shares: of the same places those for which the press form is recorded at all, be it a form",
        "that was left out beside another; if a name is only English where it says so; without the names of other",
        "things that the importer drops (of hay, for a village Гай, or of a footballer); with the Russian names of all",
        "places of the same native name left out; of the places whose recorded name is a transcription at all, be it",
        "by another rule (the causes below that are of letters), not a form of the language's own, another language's",
        "or another name's; the share of the places that these are, which would be right if for each the rule were",
        "known that made its name; and what is right if the recorded forms themselves are learned by heart, four",
        "letters to each side, from nine tenths of the places and put to the other tenth. Rules of letters can be",
        "expected to reach neither of the last two.",
        "",
        "| | recorded at all | English that says so | names of other things left out "
        "| namesakes' Russian names left out | transcriptions | any transcription | learned by heart |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for one in measured:
        beside, of = [other[one.language] for other in others], one.transcribed
        shares = (one.recorded / max(1, one.places), *(also.share for also in beside), one.right / max(1, of))
        counts = (one.places, *(also.places for also in beside), of)
        told = [f"{share:.3f} of {count:,}" for share, count in zip(shares, counts, strict=True)]
        told += [f"{share:.3f}" for share in (of / max(1, one.places), learnable(one.forms))]
        lines.append(f"| {one.language} | {' | '.join(told)} |")
    if missing:
        lines += [
            "",
            f"No press usage is known for names in Ukrainian, so that nothing is measured: {', '.join(missing)}.",
        ]
    return lines


def _causes(measured: Iterable[Measured]) -> list[str]:
    lines = ["## The rest, by cause", ""]
    for one in measured:
        lines += [
            f"### {one.language}: {one.places - one.right:,}",
            "",
            "| cause | places | such as |",
            "|---|--:|---|",
        ]
        for why, cases in sorted(one.wrong.items(), key=lambda item: (-len(item[1]), item[0])):
            shown = list(dict.fromkeys(cases))[:EXAMPLES]
            told = "; ".join(f"{native}: {written}, recorded {recorded}" for native, written, recorded in shown)
            lines.append(f"| {why} | {len(cases):,} | {told} |")
        lines.append("")
    return lines[:-1]


if __name__ == "__main__":
    main()
