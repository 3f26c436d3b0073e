"""Doubts: why a candidate that is surely written so is offered for a name, and not linked."""

from collections.abc import Sequence

from gazetteer.matching.evidence import kilometres
from gazetteer.matching.ordinary import SPOKEN, WELL_KNOWN
from gazetteer.matching.score import TEN_TIMES, Scored, is_own
from gazetteer.matching.similarity import ratio
from gazetteer.model import Candidate, Kind, NameKind, Query, Stage
from gazetteer.romanization.country_names import is_country_code
from gazetteer.text.acronyms import is_initialism
from gazetteer.text.clean import fold
from gazetteer.text.words import DEFAULT_LANGUAGE, has_words, zipf

# Evidence that tells namesakes apart; importance alone does not.
CONTEXT = frozenset(("same_country", "nearby", "qualified", "fits_generic", "same_language"))
# So well known is who may be meant by mere initials.
KNOWN_BY_INITIALS = 4.0
# So alike a person's name of several words is to another, or one in Latin letters to one in others, to be taken for it.
LEAST_OF_PERSONS, LEAST_OF_FOREIGN = 0.91, 0.75
LEAST_OF_COUNTRIES = 0.85  # all of which are known: *Kingdom of* is common to many
THOUSAND_TIMES = 3.0  # in powers of ten
FAR_KM = 300.0  # from a town in whatever direction one is in another part of the country
WORD = 4  # letters that make a word of which nothing is said
# So much used, on the Zipf scale, are given names and surnames that many people have.
IN_ALL_MOUTHS = 3.25
KNOWN_PERSON = 2.7  # whoever is better known may be meant all the same
# Writings of syllables, and where names are written so; and how many sound as some place or other whatever they mean.
SYLLABIC = {"Hani": frozenset(("CN", "HK", "JP", "KP", "KR", "MO", "SG", "TW", "VN")), "Hang": frozenset(("KP", "KR"))}
SYLLABLES = 2
SHORT = 5  # letters of a form that another writing has
# Two letters are known to be somebody's in the question's language, and of few.
TWO, KNOWN_BY_TWO = 2, 5.0


def doubt_of(asked: Query, scored: Sequence[Scored], *, alone: bool) -> str | None:
    """Why the first candidate, if it is surely the one that is written so, may not be meant; None if it may.

    It is `alone` where nobody else has the name.
    """
    best = scored[0]
    if (away := _doubt_of_position(asked, best.candidate)) is not None:
        return away
    if _is_main_elsewhere(asked, scored):
        return "namesakes"
    return _doubt_of_place(best) or _doubt_of_initials(asked, best, alone=alone) or _doubt_of_case(scored)


def doubt_of_link(asked: Query, best: Scored) -> str | None:
    """Why somebody who would be linked is rather offered: too unlike, or of a name that many have; None if not."""
    return _doubt_of_likeness(best.candidate) or _doubt_of_sound(asked, best) or _doubt_of_person(asked, best)


def _doubt_of_position(asked: Query, candidate: Candidate) -> str | None:
    """Why a town that is far from the position given is not surely the one that is meant; None if it is near enough."""
    if asked.near is None or candidate.sort != "settlement" or candidate.lat is None or candidate.lon is None:
        return None
    return "away" if kilometres(candidate.lat, candidate.lon, asked.near.lat, asked.near.lon) > FAR_KM else None


def _is_main_elsewhere(asked: Query, scored: Sequence[Scored]) -> bool:
    """Whether a city is only called besides, in another language or who knows which, what is another's main name, as
    Lviv is by *Lemberg*."""
    best, written = scored[0].candidate, scored[0].candidate.written
    if best.sort != "settlement" or best.stage is not Stage.EXACT or best.name.preferred:
        return False
    spoken = best.name.language in ("en", asked.language) and best.name.language is not None
    if spoken or best.name.kind is NameKind.ENDONYM or _is_told_where(scored[0]):
        return False
    others = (one.candidate for one in scored[1:])
    return any(
        one.sort == "settlement"
        and one.stage is Stage.EXACT
        and one.name.preferred
        and one.written.text == written.text
        and best.weight - one.weight < THOUSAND_TIMES
        for one in others
    )


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
    asked for, of a large city, and if it is no country's.
    """
    candidate = best.candidate
    if not is_initialism(asked.name) or _is_told_where(best):
        return None
    few = len(candidate.written.folded) <= TWO
    if candidate.name.kind is not NameKind.ABBREVIATION:
        return "initials" if few and candidate.name.text != asked.name else None  # *AT* is hardly a town called At
    of_others = not is_own(asked, candidate) and not candidate.name.preferred
    if few and (candidate.sort == "region" or candidate.weight < KNOWN_BY_TWO or of_others):
        return "initials"  # *LA* is Lower Austria's to few, and *AS* the United States' to whoever speaks Indonesian
    if not candidate.name.shown:
        coded = is_country_code(asked.name) or candidate.weight < KNOWN_BY_TWO
        return None if asked.kind is Kind.PLACE and not coded else "initials"
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
    words, named = (len(text.split()) for text in (candidate.written.text, candidate.name.text))
    if words > named and len(candidate.said) - len(candidate.form) >= WORD:
        return "unlike"  # a word that the name has not may tell another: a district of the city
    several = candidate.entity_kind is Kind.PERSON and words > 1
    if (
        several
        and _initials(candidate.written.text) - _initials(candidate.name.text)
        and _initials(candidate.name.text)
    ):
        return "unlike"  # George H. W. Bush is not George W. Bush
    foreign = candidate.written.script == "Latn" != candidate.script
    least = LEAST_OF_PERSONS if several else LEAST_OF_FOREIGN if foreign else 0.0
    if candidate.sort == "country":
        least = LEAST_OF_COUNTRIES
    return "unlike" if ratio(candidate.said, candidate.form) < least else None


def _initials(text: str) -> set[str]:
    return {word[0] for word in fold(text).split() if len(word) == 1}


def _doubt_of_sound(asked: Query, best: Scored) -> str | None:
    """Why a name that merely sounds so is not taken for it: two syllables of Chinese or Korean sound as some place or
    other abroad, whatever they mean, and so does what two writings besides have made of a name, in a language whose
    ordinary words we do not know; initials are no word."""
    candidate = best.candidate
    written = candidate.written
    if candidate.stage not in (Stage.READING, Stage.WORDS) or _is_told_where(best):
        return None
    foreign = written.script != candidate.script
    if foreign and candidate.name.kind is NameKind.ABBREVIATION and not asked.name.isupper():
        return "sounds"
    at_home = SYLLABIC.get(written.script)
    if at_home is not None and len(written.folded) <= SYLLABLES and candidate.country not in at_home:
        return "sounds"
    third = foreign and "Latn" not in (written.script, candidate.script)
    listed = written.script in SPOKEN and (asked.language is None or has_words(asked.language))
    return "sounds" if third and not listed and len(candidate.form) <= SHORT else None


def _is_told_where(best: Scored) -> bool:
    """Whether what is given says that somebody is where the name's bearer is."""
    return any(name in CONTEXT and name != "same_language" and score > 0 for name, score, _ in best.evidence)


def _doubt_of_person(asked: Query, best: Scored) -> str | None:
    """Why a name of words that are in all mouths is not taken for somebody's of whom few know: John Smith, MP."""
    person = best.candidate
    if person.entity_kind is not Kind.PERSON or person.weight >= KNOWN_PERSON:
        return None
    if _is_told_where(best):
        return None
    heard = max(zipf(asked.name, language) for language in (DEFAULT_LANGUAGE, asked.language))
    return "namesakes" if heard >= IN_ALL_MOUTHS else None
