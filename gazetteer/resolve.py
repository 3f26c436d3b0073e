"""The story: a written name comes in, and the program says which entity it means, or NIL, and why."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from gazetteer.index import Index, Offer, Snapshot, offer, open_index
from gazetteer.keys import exact_key, form
from gazetteer.matching.decision import KNOWN_BY_INITIALS, Verdict, decide
from gazetteer.matching.evidence import qualified
from gazetteer.matching.explanation import Because, because, mixed, relation_of
from gazetteer.matching.native import telling_languages
from gazetteer.matching.score import Scored, is_own, score
from gazetteer.matching.shortlist import MOST, merge, shortlist
from gazetteer.matching.weights import weights
from gazetteer.model import (
    Action,
    Candidate,
    Decision,
    Entity,
    Judgement,
    Match,
    Name,
    Outcome,
    Qualifier,
    Query,
    Stage,
    Style,
    Written,
)
from gazetteer.qualifying import qualified_by
from gazetteer.romanization.readings import plain_reading, readings
from gazetteer.store import Engine, check_revision, check_schema, database_url, held, open_engine
from gazetteer.styles import spelling, style_of
from gazetteer.text.acronyms import is_initialism, letters_of
from gazetteer.text.clean import clean, fold
from gazetteer.text.generics import split_qualifier, without_generic
from gazetteer.text.mixed import mended
from gazetteer.text.scripts import script_of

# Keys of the overlay's candidates lie above all positions of the mapped snapshot.
OVERLAY = 1 << 40
# Of those who bear a name written just so, the most important are weighed where nothing else is.
NAMESAKES = 6
# Decisions of documents kept for the next document: some ten megabytes.
REMEMBERED = 2_048


class Gazetteer:
    """A gazetteer that is ready to be asked: its database and its index."""

    def __init__(self, engine: Engine, index: Index) -> None:
        self.engine = engine
        self.index = index
        self.counts: Mapping[str, int] = index.counts()
        self._remembered: OrderedDict[Hashable, Decision] = OrderedDict()

    def remember(self, key: Hashable, decide: Callable[[], Decision]) -> Decision:
        """The decision under this key, made if it is not remembered: news names the same people and places all day."""
        found = self._remembered.get(key)
        if found is None:
            found = self._remembered[key] = decide()
            if len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        else:
            self._remembered.move_to_end(key)
        return found

    @property
    def version(self) -> int:
        """The gazetteer version that answers are given from."""
        return self.index.version

    def refresh(self) -> None:
        """Take in edits made since the last question."""
        if self.index.refresh():
            self.counts = self.index.counts()
            self._remembered.clear()

    def held(self) -> Sequence[Judgement]:
        """What holds for the desk of everyone, as the database has it now."""
        with self.engine.connect() as connection:
            return held(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_gazetteer(home: Path, url: str | None = None) -> Gazetteer:
    """The gazetteer of this home folder.

    Raises:
        GazetteerNotReady: there is no database, or of another version.
        IndexMissing: the index is missing, damaged or stale.
    """
    engine = open_engine(database_url(home, url))
    check_schema(engine)
    check_revision(engine)
    return Gazetteer(engine, open_index(home, engine))


def resolve(
    gazetteer: Gazetteer,
    asked: Query,
    *,
    style: Style | None = None,
    judgements: Sequence[Judgement] = (),
    explain: bool = True,
    depth: Stage = Stage.LIKENESS,
) -> Decision:
    """Say which entity a written name means, or NIL, and why.

    Without `explain` the reason for a link is left out. `depth` says how far to look: for names that are written just
    so (EXACT), those that sound so too (READING), or those that are like it as well.
    """
    scored = score(asked, candidates(gazetteer, asked, depth), weights())
    judged = _judge(gazetteer, asked, scored, judgements)
    return _answer(gazetteer, asked, judged, style or style_of(asked.style), judgements, explain)


def write_out(gazetteer: Gazetteer, asked: Query, *, plainly: bool = False) -> list[Written]:
    """The forms to look up: all of the name, and what stands before a comma.

    A name with words in two scripts at once is looked up with each in one; as it stands it may be known as well.
    Plainly, it is the name alone, and nobody's orthography reads it.
    """
    text = clean(asked.name)
    if plainly:
        return [Written(text, fold(text), script_of(text), plain_reading(text))]
    as_asked = text
    text = mended(text) or text
    forms = [_written(text, asked, mended=text != as_asked)]
    head = split_qualifier(text)
    if head is not None:
        forms.append(_written(head[0], asked, qualifier=qualified_by(gazetteer.index, head[1])))
    if text != as_asked:
        forms.append(Written(as_asked, fold(as_asked), script_of(as_asked), ()))
    return forms


def _without_generic(asked: Query, forms: Sequence[Written]) -> Written | None:
    """What is left of these forms of a name without a generic word; None if there is none."""
    head = next((one for one in forms if one.qualifier is not None), forms[0])
    bare = without_generic(head.text, forms[0].script)
    return None if bare is None else _written(bare[0], asked, generic=bare[1], qualifier=head.qualifier)


def _written(
    text: str,
    asked: Query,
    *,
    qualifier: Qualifier | None = None,
    generic: str | None = None,
    mended: bool = False,
) -> Written:
    read = readings(text, asked.language)
    return Written(text, fold(text), script_of(text), read, qualifier, generic, mended)


def candidates(gazetteer: Gazetteer, asked: Query, depth: Stage = Stage.LIKENESS) -> list[Candidate]:
    """The names worth weighing, over both snapshots and all forms; likeness only where nothing is written just so, or
    what is lies elsewhere than the name says.

    Where the whole name is known as it stands, a generic word belongs to it.
    """
    name = clean(asked.name)
    if not fold(name):
        return []  # nothing that a name is told by
    initials = is_initialism(name)
    if initials:
        depth = Stage.EXACT  # the letters of *KSA* are no word that somebody spelled by ear
    plainly = depth is Stage.EXACT
    forms = write_out(gazetteer, asked, plainly=plainly)
    if initials and (letters := letters_of(name)) != forms[0].text:
        forms.append(Written(letters, fold(letters), script_of(letters), plain_reading(letters)))  # of *U.N.*
    lists: list[list[Candidate]] = []
    known = False
    for one in forms:
        found, exact = _of_form(gazetteer, asked, one, depth, likely=not known)
        lists += found
        known = known or (exact and one is forms[0])
    if not known and not plainly and (bare := _without_generic(asked, forms)) is not None:
        lists += _of_form(gazetteer, asked, bare, depth)[0]
    return merge([_of_initials(asked, name, [one for found in lists for one in found])] if initials else lists)


def _of_initials(asked: Query, name: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Those that initials may be of: who is well known by the very letters (*EU* is not *É.-U.*, nor *UN* Un), or else
    all that have them, in capitals or not; codes that are not shown only where there is nobody else. With points they
    are none of another language that has none: *S.A.* is a form of company.
    """
    own = letters_of(name)
    shown = [one for one in found if one.name.shown and (own == name or "." in one.name.text or is_own(asked, one))]
    known = [one for one in shown if letters_of(one.name.text) == own and one.weight >= KNOWN_BY_INITIALS]
    codes = [one for one in found if letters_of(one.name.text) == own == name]
    return known or shown or codes


def _of_form(
    gazetteer: Gazetteer, asked: Query, one: Written, depth: Stage, *, likely: bool = True
) -> tuple[list[list[Candidate]], bool]:
    """The names worth weighing for one form, by snapshot, and whether any is written just so."""
    lists, exact = [], False
    for base, snapshot in _based(gazetteer):
        read = () if depth is Stage.EXACT else one.readings
        wanted = None if likely and not exact and depth is Stage.LIKENESS else False
        offered = offer(snapshot, one.text, read, likeness=wanted)
        exact = exact or len(offered.exact) > 0
        found = _shortlisted(gazetteer, asked, one, offered, base, depth)
        if (
            depth is Stage.LIKENESS
            and one.qualifier is not None
            and one.qualifier.countries
            and not _fits(asked, found)
        ):
            # Somebody is written just so, but not where the name says: one there may be written otherwise.
            found += _shortlisted(gazetteer, asked, one, offer(snapshot, one.text, read, likeness=True), base, depth)
        lists.append(found)
    return lists, exact


def _shortlisted(
    gazetteer: Gazetteer, asked: Query, one: Written, offered: Offer, base: int, depth: Stage
) -> list[Candidate]:
    most = NAMESAKES if depth is Stage.EXACT else max(MOST, asked.limit)
    found = shortlist(gazetteer.index.snapshots()[base // OVERLAY], asked, one, offered, base, most=most)
    covered = gazetteer.index.covered if base == 0 else frozenset()
    return [candidate for candidate in found if candidate.key not in covered]


def _fits(asked: Query, found: Iterable[Candidate]) -> bool:
    """Whether any of these lies where the name says."""
    return any((said := qualified(asked, candidate)) is not None and said[0] > 0 for candidate in found)


def _based(gazetteer: Gazetteer) -> list[tuple[int, Snapshot]]:
    return [(number * OVERLAY, snapshot) for number, snapshot in enumerate(gazetteer.index.snapshots())]


def _entity(gazetteer: Gazetteer, key: int) -> Entity:
    snapshots = gazetteer.index.snapshots()
    return snapshots[key // OVERLAY].entity(key % OVERLAY)


def names_of(gazetteer: Gazetteer, key: int) -> list[Name]:
    """All names of the entity that a match of this gazetteer is of, by the match's key."""
    return gazetteer.index.snapshots()[key // OVERLAY].names_of_entity(key % OVERLAY)


def is_written(gazetteer: Gazetteer, text: str, *, in_use: bool = False) -> bool:
    """Whether some name is written just so, but for case and marks; an acronym only as it stands.

    Of those `in_use` are not the names of places that are hidden, as romanizations by machine are.
    """
    keys = (exact_key(text), "=" + text)
    found = ((snapshot, snapshot.names_by("exact", key)) for snapshot in gazetteer.index.snapshots() for key in keys)
    if in_use:
        return any(snapshot.is_in_use(name) for snapshot, names in found for name in names)
    return any(len(names) for _, names in found)


def names_among(gazetteer: Gazetteer, texts: Iterable[str]) -> frozenset[str]:
    """Those of these texts that some name is written as."""
    return frozenset(text for text in texts if is_written(gazetteer, text))


def is_heard(gazetteer: Gazetteer, text: str, language: str | None) -> bool:
    """Whether some name sounds just as a text does, as somebody's orthography reads it."""
    forms = {form(reading.text) for reading in readings(text, language) if not reading.lossy}
    return any(snapshot.names_of_forms(list(forms)) for snapshot in gazetteer.index.snapshots())


def _judge(gazetteer: Gazetteer, asked: Query, scored: list[Scored], judgements: Sequence[Judgement]) -> list[Scored]:
    """Without the entities that a desk said this name does not mean."""
    if not judgements:
        return scored
    said = fold(asked.name)
    refused = {one.entity_id for one in judgements if one.action is Action.NOT_THIS and fold(one.name) == said}
    if not refused:
        return scored
    return [one for one in scored if _entity(gazetteer, one.candidate.key).id not in refused]


def _answer(
    gazetteer: Gazetteer,
    asked: Query,
    scored: list[Scored],
    style: Style,
    judgements: Sequence[Judgement],
    explain: bool,
) -> Decision:
    verdict = decide(asked, scored, weights())
    shown = scored[: asked.limit]
    entities = [_entity(gazetteer, one.candidate.key) for one in shown]
    accepted = _accepted(asked, entities, judgements)
    linked = verdict.outcome is Outcome.LINKED and accepted is None
    reason = _because(gazetteer, asked, shown[0], entities[0]) if linked and explain else None
    matches = tuple(
        Match(
            entity,
            confidence,
            reason.relation if reason and one is shown[0] else relation_of(one.candidate.written.text, one),
            one.candidate.name,
            one.evidence,
            one.candidate.stage,
            one.candidate.key,
            one.candidate.weight,
        )
        for one, entity, confidence in zip(shown, entities, verdict.confidences, strict=False)
    )
    if accepted is not None:
        first = matches[accepted]
        matches = (first, *(match for match in matches if match is not first))
        why = f"This desk decided that ‘{asked.name}’ means {first.entity.canonical}."
        return _decision(gazetteer, asked, Outcome.LINKED, 1.0, why, matches, style)
    confidence = verdict.confidences[0] if verdict.confidences else 0.0
    why = reason.why if reason else "" if linked else _why(asked, verdict, matches)
    return _decision(gazetteer, asked, verdict.outcome, confidence, why, matches, style)


def _accepted(asked: Query, entities: Sequence[Entity], judgements: Sequence[Judgement]) -> int | None:
    if not judgements:
        return None
    said = fold(asked.name)
    chosen = {one.entity_id for one in judgements if one.action is Action.ACCEPT and fold(one.name) == said}
    return next((place for place, entity in enumerate(entities) if entity.id in chosen), None)


def _because(gazetteer: Gazetteer, asked: Query, one: Scored, entity: Entity) -> Because:
    written, key = one.candidate.written.text, one.candidate.key
    names = gazetteer.index.snapshots()[key // OVERLAY].names_among(key % OVERLAY, telling_languages(entity), written)
    reason = because(written, asked.language, one, entity, names)
    return mixed(asked.name, reason, one.candidate.written) if one.candidate.written.mended else reason


def _why(asked: Query, verdict: Verdict, matches: Sequence[Match]) -> str:
    """Why nobody was linked."""
    quoted = f"‘{asked.name}’"
    if verdict.ground == "qualifier":
        return f"{quoted} may be {_described(matches[0].entity)}, but what stands after the name is no place we know."
    if verdict.ground == "initials":
        return f"{quoted} may be {_described(matches[0].entity)}, but others we do not know may have these initials."
    if verdict.ground == "elsewhere":
        return f"{quoted} may be {_described(matches[0].entity)}, but what stands after the name does not fit it."
    if verdict.outcome is Outcome.AMBIGUOUS:
        several = ", ".join(_described(match.entity) for match in matches[:3])
        told = "is an ordinary word too, and could mean" if "ordinary" in verdict.ground else "could mean"
        return (
            f"{quoted} {told} {several}; nothing given tells them apart."
            if len(matches) > 1
            else f"{quoted} {told} {several}."
        )
    if "ordinary" in verdict.ground:
        return f"{quoted} is {verdict.ground}."
    if matches:
        return f"Nobody we know is called {quoted}; the nearest, {matches[0].entity.canonical}, is too unlike."
    return f"Nobody we know is called {quoted}."


def _described(entity: Entity) -> str:
    return f"{entity.canonical} ({entity.description})" if entity.description else entity.canonical


def _decision(
    gazetteer: Gazetteer,
    asked: Query,
    outcome: Outcome,
    confidence: float,
    why: str,
    matches: tuple[Match, ...],
    style: Style,
) -> Decision:
    linked = matches[0] if outcome is Outcome.LINKED else None
    return Decision(
        query=asked.name,
        outcome=outcome,
        confidence=confidence,
        why=why,
        matches=matches,
        gazetteer_version=gazetteer.version,
        canonical=spelling(style, linked.entity, lambda: names_of(gazetteer, linked.key)) if linked else None,
        entity=linked.entity if linked else None,
        relation=linked.relation if linked else None,
    )
