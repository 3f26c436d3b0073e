"""Offering: the names worth weighing for a query, over all forms that it may be looked up in and both snapshots."""

from collections.abc import Iterable, Iterator, Sequence

from gazetteer.beside import Beside, arranged, told_beside
from gazetteer.index import Index, Offer, Snapshot, offer
from gazetteer.keys import exact_key
from gazetteer.matching.doubts import KNOWN_BY_INITIALS
from gazetteer.matching.evidence import KINDS
from gazetteer.matching.ordinary import CITY_WEIGHT, WELL_KNOWN
from gazetteer.matching.score import is_own
from gazetteer.matching.shortlist import MOST, merge, shortlist
from gazetteer.matching.whereabouts import qualified
from gazetteer.model import Candidate, Kind, Qualifier, Query, Stage, Written
from gazetteer.qualifying import qualified_by
from gazetteer.romanization.readings import plain_reading, readings
from gazetteer.text.acronyms import is_initialism, letters_of
from gazetteer.text.cases import base_forms
from gazetteer.text.clean import clean, fold
from gazetteer.text.generics import split_qualifier, without_generic
from gazetteer.text.mixed import mended
from gazetteer.text.persons import without_initials, without_patronymic
from gazetteer.text.scripts import script_of

# Keys of the overlay's candidates lie above all positions of the mapped snapshot.
OVERLAY = 1 << 40
# Of those who bear a name written just so, the most important are weighed where nothing else is.
NAMESAKES = 6
# A case form is thought of where somebody so well known has the base form: of one word, or of several.
KNOWN_BY_CASE, KNOWN_BY_CASE_IN_FULL = 5.0, 3.5
SAID_AS_A_WORD = 4  # capitals, which many then write as one: *Nasa*, *Ikea*
# A place that stands behind its region, or before it with nothing between them, has so many people, in powers of ten.
TOWN = 4.0


def write_out(index: Index, asked: Query, *, plainly: bool = False) -> list[Written]:
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
        forms.append(_written(head[0], asked, qualifier=qualified_by(index, head[1], of=head[0])))
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


def candidates(index: Index, asked: Query, depth: Stage = Stage.LIKENESS) -> list[Candidate]:
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
    forms = write_out(index, asked, plainly=plainly)
    if initials and (letters := letters_of(name)) != forms[0].text:
        forms.append(Written(letters, fold(letters), script_of(letters), plain_reading(letters)))  # of *U.N.*
    lists: list[list[Candidate]] = []
    known = False
    for one in forms:
        found, exact = _of_form(index, asked, one, depth, likely=not known)
        lists += found
        known = known or (exact and one is forms[0])
    if not plainly:
        most = max((one.weight for found in lists for one in found), default=0.0)
        lists += _otherwise_written(index, asked, forms, most, known=known)
        may_be = not known and asked.kind in (None, Kind.PLACE) and not _lies_there(asked, lists)
        if may_be and (there := _where_told(index, asked, name)):
            # It is before the comma that stands where it is: *Ukraine, Kyiv*.
            lists = [[one for one in found if one.written.qualifier is None] for found in lists] + [there]
    return merge([_of_initials(asked, name, [one for found in lists for one in found])] if initials else lists)


def _otherwise_written(
    index: Index, asked: Query, forms: Sequence[Written], most: float, *, known: bool
) -> Iterator[list[Candidate]]:
    """The names worth weighing for what a name is without words that may be left off, and for its base forms.

    Those of a name that is known as it stands, but nobody's of `most` importance, are thought of as well: Путина may be
    Putin's.
    """
    if not known and (bare := _without_generic(asked, forms)) is not None:
        for found in _of_form(index, asked, bare, Stage.LIKENESS)[0]:
            kind = bare.generic if bare.generic in KINDS else Kind.PLACE.value
            yield [one for one in found if one.entity_kind.value == kind]
    name = forms[0].text
    if not known and name.istitle() and name.isalpha() and len(name) >= SAID_AS_A_WORD:
        for found in _of_form(index, asked, _written(name.upper(), asked), Stage.EXACT)[0]:
            yield [one for one in found if one.name.text.isupper() and one.weight >= CITY_WEIGHT]
    if not known and (full := without_patronymic(name)) is not None:
        for found in _of_form(index, asked, _written(full, asked, generic=Kind.PERSON.value), Stage.READING)[0]:
            yield [one for one in found if one.entity_kind is Kind.PERSON]
    if not known and (parted := without_initials(name)) is not None:
        for found in _of_form(index, asked, _written(parted[0], asked, generic=Kind.PERSON.value), Stage.READING)[0]:
            yield [one for one in found if _has_initial(index, one, parted[1])]
    if known and most >= WELL_KNOWN:
        return  # whose case form it might be is hardly better known
    single = " " not in name
    least = KNOWN_BY_CASE_IN_FULL if not single else KNOWN_BY_CASE if asked.language is not None else WELL_KNOWN
    for base in base_forms(name, asked.language, forms[0].script):
        if written_just_so(index, base, in_use=True):
            one = Written(base, fold(base), forms[0].script, plain_reading(base), is_base=True)
            for found in _of_form(index, asked, one, Stage.EXACT)[0]:
                yield [candidate for candidate in found if candidate.name.shown and candidate.weight >= least]


def _lies_there(asked: Query, lists: Iterable[Iterable[Candidate]]) -> bool:
    """Whether any of these lies where the name says, and is called so."""
    return any(_fits(asked, [one for one in found if one.stage is not Stage.LIKENESS]) for found in lists)


def _where_told(index: Index, asked: Query, text: str) -> list[Candidate]:
    """The places that part of a text is the name of, and that lie where the rest of it says: see _is_meant_there."""
    there: list[Candidate] = []
    for way in arranged(text):
        told = told_beside(index, way)
        if told is not None:
            form = _written(way.name, asked, qualifier=told)
            found = [one for part in _of_form(index, asked, form, Stage.EXACT)[0] for one in part]
            company = max((one.weight for one in found if one.entity_kind is Kind.ORGANIZATION), default=0.0)
            there += [one for one in found if _is_meant_there(asked, way, told, one, company)]
    return there


def _is_meant_there(asked: Query, way: Beside, told: Qualifier, one: Candidate, company: float) -> bool:
    """Whether a place lies where it is told, and is meant by that: where nothing parts the two, or the place comes
    last, only a large one is; and none whose name a better-known organization has: *Orange France*.
    """
    said = qualified(asked, one)
    if one.entity_kind is not Kind.PLACE or one.sort == "country" or said is None or said[0] < 1.0:
        return False
    if asked.kind is Kind.PLACE and not way.first:
        return True
    if way.plainly:
        return one.weight >= max(company, CITY_WEIGHT if one.country in told.whole else TOWN)
    return not way.first or one.weight >= TOWN


def _has_initial(index: Index, one: Candidate, initial: str) -> bool:
    """Whether a person has a given name that begins so, in a name with the same surname."""
    if one.entity_kind is not Kind.PERSON:
        return False
    surname = fold(one.name.text).split()[-1:]
    told = (
        fold(name.text).split() for name in index.snapshots()[one.key // OVERLAY].names_of_entity(one.key % OVERLAY)
    )
    return any(
        word.startswith(initial) for words in told if len(words) > 1 and words[-1:] == surname for word in words[:-1]
    )


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
    index: Index, asked: Query, one: Written, depth: Stage, *, likely: bool = True
) -> tuple[list[list[Candidate]], bool]:
    """The names worth weighing for one form, by snapshot, and whether any is written just so."""
    lists, exact = [], False
    for base, snapshot in _based(index):
        read = () if depth is Stage.EXACT else one.readings
        wanted = None if likely and not exact and depth is Stage.LIKENESS else False
        offered = offer(snapshot, one.text, read, likeness=wanted)
        exact = exact or len(offered.exact) > 0
        found = _shortlisted(index, asked, one, offered, base, depth)
        if (
            depth is Stage.LIKENESS
            and one.qualifier is not None
            and one.qualifier.countries
            and not _fits(asked, found)
        ):
            # Somebody is written just so, but not where the name says: one there may be written otherwise.
            found += _shortlisted(index, asked, one, offer(snapshot, one.text, read, likeness=True), base, depth)
        lists.append(found)
    return lists, exact


def _shortlisted(index: Index, asked: Query, one: Written, offered: Offer, base: int, depth: Stage) -> list[Candidate]:
    most = NAMESAKES if depth is Stage.EXACT else max(MOST, asked.limit)
    found = shortlist(index.snapshots()[base // OVERLAY], asked, one, offered, base, most=most)
    covered = index.covered if base == 0 else frozenset()
    return [candidate for candidate in found if candidate.key not in covered]


def _fits(asked: Query, found: Iterable[Candidate]) -> bool:
    """Whether any of these lies where the name says."""
    return any((said := qualified(asked, candidate)) is not None and said[0] > 0 for candidate in found)


def _based(index: Index) -> list[tuple[int, Snapshot]]:
    return [(number * OVERLAY, snapshot) for number, snapshot in enumerate(index.snapshots())]


def written_just_so(index: Index, text: str, *, in_use: bool = False) -> bool:
    """Whether some name is written just so, but for case and marks; an acronym only as it stands.

    Of those `in_use` are not the names of places that are hidden, as romanizations by machine are.
    """
    keys = (exact_key(text), "=" + text)
    found = ((snapshot, snapshot.names_by("exact", key)) for snapshot in index.snapshots() for key in keys)
    if in_use:
        return any(snapshot.is_in_use(name) for snapshot, names in found for name in names)
    return any(len(names) for _, names in found)
