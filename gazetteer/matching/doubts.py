"""Doubts: why a candidate that is surely written so is offered for a name, and not linked."""

from collections.abc import Sequence

from gazetteer.matching.ordinary import WELL_KNOWN
from gazetteer.matching.score import TEN_TIMES, Scored
from gazetteer.matching.similarity import ratio
from gazetteer.model import Candidate, Kind, NameKind, Query, Stage
from gazetteer.text.acronyms import is_initialism
from gazetteer.text.words import DEFAULT_LANGUAGE, zipf

# Evidence that tells namesakes apart; importance alone does not.
CONTEXT = frozenset(("same_country", "nearby", "qualified", "fits_generic", "same_language"))
# So well known is who may be meant by mere initials.
KNOWN_BY_INITIALS = 4.0
# So alike a person's name of several words is to another, or one in Latin letters to one in others, to be taken for it.
LEAST_OF_PERSONS, LEAST_OF_FOREIGN = 0.91, 0.75
# So much used, on the Zipf scale, are given names and surnames that many people have.
IN_ALL_MOUTHS = 3.25
KNOWN_PERSON = 2.7  # whoever is better known may be meant all the same


def doubt_of(asked: Query, scored: Sequence[Scored], *, alone: bool) -> str | None:
    """Why the first candidate, if it is surely the one that is written so, may not be meant; None if it may.

    It is `alone` where nobody else has the name.
    """
    best = scored[0]
    return _doubt_of_place(best) or _doubt_of_initials(asked, best, alone=alone) or _doubt_of_case(scored)


def doubt_of_link(asked: Query, best: Scored) -> str | None:
    """Why somebody who would be linked is rather offered: too unlike, or of a name that many have; None if not."""
    return _doubt_of_likeness(best.candidate) or _doubt_of_person(asked, best)


def _doubt_of_place(best: Scored) -> str | None:
    """Why what stands behind the comma of a name leaves it open who is meant; None if it does not."""
    said = best.candidate.written.qualifier
    if said is None:
        return None
    if not said.countries:
        return "qualifier"  # it told the name apart from its namesakes, and we do not understand it
    spoken = next((score for name, score, _ in best.evidence if name == "qualified"), None)
    return None if spoken is not None and spoken > 0 else "elsewhere"


def _doubt_of_initials(asked: Query, best: Scored, *, alone: bool) -> str | None:
    """Why initials are not to be taken for this candidate's: the world has more bearers of them than the gazetteer.

    One that is well known by them, or lies where the question says, may be meant, or one of the kind that is asked for,
    if nobody else has them; a code that is none of the names that are shown, as an airport's, only where a place is
    asked for.
    """
    candidate = best.candidate
    if candidate.name.kind is not NameKind.ABBREVIATION or not is_initialism(asked.name):
        return None
    if any(name in CONTEXT and name != "same_language" and score > 0 for name, score, _ in best.evidence):
        return None
    if not candidate.name.shown:
        return None if asked.kind is Kind.PLACE else "initials"
    known = candidate.weight >= KNOWN_BY_INITIALS or (alone and asked.kind is candidate.entity_kind)
    return None if known else "initials"


def _doubt_of_case(scored: Sequence[Scored]) -> str | None:
    """Why a name may be the case form of another, far better known: Путина, Putin's or his wife's."""
    best = scored[0].candidate
    if best.written.is_base or (best.stage is Stage.EXACT and best.weight >= WELL_KNOWN):
        return None
    cases = [one.candidate for one in scored[1:] if one.candidate.written.is_base]
    return "case" if any(one.weight >= best.weight + TEN_TIMES for one in cases) else None


def _doubt_of_likeness(candidate: Candidate) -> str | None:
    """Why a name that is merely like another is not taken for it: people's names are, and so is what one writing makes
    of what another writes."""
    if candidate.stage is not Stage.LIKENESS:
        return None
    several = candidate.entity_kind is Kind.PERSON and " " in candidate.written.text
    foreign = candidate.written.script == "Latn" != candidate.script
    least = LEAST_OF_PERSONS if several else LEAST_OF_FOREIGN if foreign else 0.0
    return "unlike" if ratio(candidate.said, candidate.form) < least else None


def _doubt_of_person(asked: Query, best: Scored) -> str | None:
    """Why a name of words that are in all mouths is not taken for somebody's of whom few know: John Smith, MP."""
    person = best.candidate
    if person.entity_kind is not Kind.PERSON or person.weight >= KNOWN_PERSON:
        return None
    if any(name in CONTEXT and name != "same_language" and score > 0 for name, score, _ in best.evidence):
        return None
    heard = max(zipf(asked.name, language) for language in (DEFAULT_LANGUAGE, asked.language))
    return "namesakes" if heard >= IN_ALL_MOUTHS else None
