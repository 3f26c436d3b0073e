"""Scored candidates: the evidence on each, its weighted sum, best first. No SQL, no clock, no chance."""

from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from gazetteer.matching.evidence import OF_ENTITY, Given, Weigh, applicable, given_with
from gazetteer.matching.weights import Weights
from gazetteer.matching.whereabouts import WHERE
from gazetteer.model import Candidate, Kind, NameKind, Query, Stage
from gazetteer.text.clean import fold

# The seat of a region has at least ten thousand inhabitants; a hamlet of its name is not what it is named after.
LEAST_SEAT = 4.0
GREAT_CITY = 5.0  # and a city that may be meant rather than a country elsewhere has a hundred thousand
WHOLE = (Stage.EXACT, Stage.READING)  # how names are found that are all of what was asked
AREAS = ("region", "country")
TEN_TIMES = 1.0  # in powers of ten
# Countries that are one city: the gazetteer has both, as GeoNames does, and whoever says one means the other.
CITY_STATES = frozenset(("GI", "HK", "MC", "MO", "SG", "VA"))
CONTEXTS = 256  # kinds of question that are remembered: what is given, and the stages


class Scored(NamedTuple):
    """A candidate with the evidence on it, as Evidence has it, and the weighted sum of that."""

    candidate: Candidate
    score: float
    evidence: Sequence[tuple[str, float, str]]


Counted = Sequence[tuple[Weigh, str, float]]  # what may speak, what it is called, and how much it counts
Weighed = tuple[list[tuple[str, float, str]], float]  # pieces of evidence, and their weighted sum


def score(asked: Query, found: Iterable[Candidate], weights: Weights) -> list[Scored]:
    """The candidates with their evidence, best first; ties by importance, then by key."""
    found = list(found)
    written = {id(candidate.written): candidate.written for candidate in found}.values()
    given = given_with(
        asked,
        generic=any(one.generic is not None for one in written),
        base=any(one.is_base for one in written),
        qualifier=any(one.qualifier is not None for one in written),
    )
    # Namesakes are written alike: what speaks for the name of one speaks for that of the next.
    known: dict[Hashable, Weighed] = {}
    scored = []
    for candidate in found:
        of_name, of_entity = _counted(given, candidate.stage, weights)
        if candidate.stage is Stage.LIKENESS:
            evidence, total = _weighed(asked, candidate, of_name, ([], 0.0))
        else:
            key = _written_so(candidate)
            if (same := known.get(key)) is None:
                same = known[key] = _weighed(asked, candidate, of_name, ([], 0.0))
            evidence, total = same
        evidence, total = _weighed(asked, candidate, of_entity, (evidence.copy(), total))
        scored.append(Scored(candidate, total, evidence))
    scored.sort(key=_rank)
    return _case_first(known_first(city_first(asked, scored)))


@lru_cache(CONTEXTS)
def _counted(given: Given, stage: Stage, weights: Weights) -> tuple[Counted, Counted]:
    """What may speak of a candidate found there, and how much it counts: of its name, and of its entity."""
    each = [(one, one.__name__, weights.evidence[one.__name__]) for one in applicable(given, stage)]
    return [one for one in each if one[0] not in OF_ENTITY], [one for one in each if one[0] in OF_ENTITY]


def _weighed(asked: Query, candidate: Candidate, counted: Counted, so_far: Weighed) -> Weighed:
    evidence, total = so_far
    for function, name, weight in counted:
        found = function(asked, candidate)
        if found is not None:
            score, seen = found
            evidence.append((name, score, seen))
            total += weight * score
    return evidence, total


def _written_so(candidate: Candidate) -> Hashable:
    """All of a candidate that evidence on its name rests on."""
    text, language, kind, shown, _, _, preferred = candidate.name
    return text, language, kind, shown, preferred, candidate.reading, candidate.form, id(candidate.written)


def _rank(one: Scored) -> tuple[float, float, int]:
    return -one.score, -one.candidate.weight, one.candidate.key


def city_first(asked: Query, scored: list[Scored]) -> list[Scored]:
    """The same, but between a region or country and the city that has its name the city goes first where the bare name
    means it: before a region always, before a country whose name it is in another language alone, and so does a great
    city elsewhere (*Granada*, as Spanish calls Grenada).
    """
    if not scored or not _is_bare_area(scored[0]):
        return scored
    for place, one in enumerate(scored[1:], start=1):
        if _is_meant(asked, one.candidate, scored[0].candidate):
            return [Scored(one.candidate, scored[0].score, one.evidence), *scored[:place], *scored[place + 1 :]]
    return scored


def known_first(scored: list[Scored]) -> list[Scored]:
    """The same, but who is a hundred times as well known by a name goes before a place of it, and a city that others
    call so goes before a small one whose main name it is: Angela Merkel before Merkel, Texas.
    """
    if not scored or scored[0].candidate.entity_kind is not Kind.PLACE:
        return scored
    first = scored[0].candidate
    for place, one in enumerate(scored):
        known = one.candidate
        if (
            (known.entity_kind is Kind.PERSON or (known.sort == "settlement" == first.sort))
            and known.stage is Stage.EXACT
            and known.name.shown
            and known.written.text == first.written.text
            and known.weight >= first.weight + 2 * TEN_TIMES
            and _told(one) >= _told(scored[0])
        ):
            return [Scored(known, scored[0].score, one.evidence), *scored[:place], *scored[place + 1 :]]
    return scored


def _told(one: Scored) -> float:
    """How much of where somebody is speaks for one."""
    return sum(score for name, score, _ in one.evidence if name in WHERE)


def _case_first(scored: list[Scored]) -> list[Scored]:
    """The same, but who has the name in another case goes before whom it only sounds like or is like, if far better
    known: *Киеве* is Kyiv before it is Chieve.
    """
    if not scored or scored[0].candidate.stage is Stage.EXACT:
        return scored
    first = scored[0]
    for place, one in enumerate(scored):
        if one.candidate.written.is_base and one.candidate.weight >= first.candidate.weight + TEN_TIMES:
            return [Scored(one.candidate, first.score, one.evidence), *scored[:place], *scored[place + 1 :]]
    return scored


def _is_bare_area(one: Scored) -> bool:
    candidate = one.candidate
    return candidate.sort in AREAS and candidate.stage in WHOLE and candidate.written.generic is None


def _is_meant(asked: Query, city: Candidate, area: Candidate) -> bool:
    """Whether a city is meant rather than the area it lies in: its name is written as it is asked for, or sounds so."""
    if city.sort != "settlement" or city.weight < LEAST_SEAT:
        return False
    if not city.name.shown or city.name.kind is NameKind.ABBREVIATION:
        return False
    if city.country != area.country:
        return area.sort == "country" and _is_great(city) and is_own(asked, city) > is_own(asked, area)
    if city.stage is not area.stage:
        return city.stage is Stage.EXACT  # the area's name only sounds as what is asked for
    if fold(city.name.text) != fold(area.name.text):
        return False
    if area.sort == "region":
        larger = area.weight - city.weight >= 2 * TEN_TIMES and not city.name.preferred
        return may_be_its_seat(city, area) and not larger  # Kuala Selangor is hardly meant by Selangor
    if area.country in CITY_STATES:
        return False
    own, other = ((is_own(asked, one), one.name.text == one.written.text) for one in (city, area))
    return own > other  # a country is so called in a language of its own, or is not written just so


def may_be_its_seat(city: Candidate, region: Candidate) -> bool:
    """Whether a city may be what a region is named after, or is called besides: it lies there, or is a great one (the
    capital of the United States is not in Washington); California, Maryland, is neither. Not known, it may be.
    """
    return None in (city.region, region.region) or city.region == region.region or city.weight >= GREAT_CITY


def _is_great(city: Candidate) -> bool:
    """Whether a city is a great one by its main name, which is written just so."""
    return city.weight >= GREAT_CITY and city.name.preferred and city.name.text == city.written.text


def is_own(asked: Query, candidate: Candidate) -> bool:
    """Whether a name is one in the language that is asked about, its own people's, or English."""
    return candidate.name.kind is NameKind.ENDONYM or candidate.name.language in (None, "en", asked.language)
