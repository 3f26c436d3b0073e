"""Doubts: why a candidate that is surely written so is offered for a name, and not linked."""

from collections.abc import Sequence

from gazetteer.languages.official import official_languages
from gazetteer.matching.ordinary import WELL_KNOWN
from gazetteer.matching.score import TEN_TIMES, Scored, is_own
from gazetteer.matching.similarity import ratio
from gazetteer.matching.whereabouts import WHERE, kilometres_off
from gazetteer.model import Candidate, Kind, NameKind, Query, Stage
from gazetteer.romanization.country_names import country_of_code
from gazetteer.text.acronyms import is_initialism
from gazetteer.text.clean import fold
from gazetteer.text.words import DEFAULT_LANGUAGE, WRITINGS, has_words, zipf

# Evidence that tells namesakes apart; importance alone does not.
CONTEXT = WHERE | {"fits_generic", "same_language"}
# So well known is who may be meant by mere initials.
KNOWN_BY_INITIALS = 4.0
# So alike a person's name of several words is to another, or one in Latin letters to one in others, to be taken for it.
LEAST_OF_PERSONS, LEAST_OF_FOREIGN = 0.91, 0.75
LEAST_OF_COUNTRIES = 0.85  # all of which are known: *Kingdom of* is common to many
HUNDRED_TIMES, THOUSAND_TIMES = 2.0, 3.0  # in powers of ten
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
KNOWN_BY_CODE = 5.0  # a city by its airport's


def doubt_of(asked: Query, scored: Sequence[Scored], *, alone: bool) -> str | None:
    """Why the first candidate, if it is surely the one that is written so, may not be meant; None if it may.

    It is `alone` where nobody else has the name.
    """
    best = scored[0]
    return (
        _doubt_of_position(asked, best.candidate)
        or _doubt_of_city(asked, scored)
        or _doubt_of_place(best)
        or _doubt_of_initials(asked, best, alone=alone)
        or _doubt_of_case(scored)
    )


def doubt_of_link(asked: Query, best: Scored) -> str | None:
    """Why somebody who would be linked is rather offered: too unlike, or of a name that many have; None if not."""
    return _doubt_of_likeness(best.candidate) or _doubt_of_sound(asked, best) or _doubt_of_person(asked, best)


def _doubt_of_position(asked: Query, candidate: Candidate) -> str | None:
    """Why a town that is far from the position given is not surely the one that is meant; None if it is near enough."""
    away = kilometres_off(asked, candidate) if candidate.sort == "settlement" else None
    return "away" if away is not None and away > FAR_KM else None


def _doubt_of_city(asked: Query, scored: Sequence[Scored]) -> str | None:
    """Why a city or region is not surely meant that is only called so besides, in another language or who knows which,
    by what is another's main name, as Lviv is by *Lemberg* and Saarland by *Zara*."""
    best = scored[0].candidate
    if best.sort not in ("settlement", "region") or best.stage is not Stage.EXACT or _is_told_where(scored[0]):
        return None
    name, spoken = best.name, {"en", asked.language, *official_languages(best.country)} - {None}
    if name.kind is NameKind.ENDONYM or name.language in spoken:
        return None
    if name.preferred and (name.language is None or best.sort == "settlement"):
        return None
    return "namesakes" if any(_is_main_of(asked, one.candidate, best) for one in scored[1:]) else None


def _is_main_of(asked: Query, one: Candidate, best: Candidate) -> bool:
    """Whether what a city or region is called is the main name of another city, which is not far too small to be meant,
    or of somebody as well known."""
    alike = one.stage is Stage.EXACT and one.written.text == best.written.text
    if not alike or not one.name.preferred or not is_own(asked, one):
        return False
    if one.sort == "settlement":
        return best.weight - one.weight < (HUNDRED_TIMES if best.sort == "region" else THOUSAND_TIMES)
    return one.entity_kind is not Kind.PLACE and best.weight - one.weight < TEN_TIMES


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
        large = candidate.weight >= KNOWN_BY_CODE and country_of_code(asked.name) is None
        return None if asked.kind is Kind.PLACE and large else "initials"
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
    """Why a name that is merely like another is not taken for it: people's and countries' names are, and so is what one
    writing makes of what another writes; a word too many, or another initial, tells somebody else."""
    if candidate.stage is not Stage.LIKENESS:
        return None
    asked, named = candidate.written.text, candidate.name.text
    words = len(asked.split())
    if words > len(named.split()) and len(candidate.said) - len(candidate.form) >= WORD:
        return "unlike"  # a district of the city
    least = 0.0
    if candidate.sort == "country":
        least = LEAST_OF_COUNTRIES
    elif candidate.entity_kind is Kind.PERSON and words > 1:
        least = LEAST_OF_PERSONS
        if (known := _initials(named)) and not _initials(asked) <= known:
            return "unlike"  # George H. W. Bush is not George W. Bush
    elif candidate.written.script == "Latn" != candidate.script:
        least = LEAST_OF_FOREIGN
    return "unlike" if ratio(candidate.said, candidate.form) < least else None


def _initials(text: str) -> set[str]:
    return {word[0] for word in fold(text).split() if len(word) == 1}


def _doubt_of_sound(asked: Query, best: Scored) -> str | None:
    """Why a name that merely sounds so is not taken for it: two syllables of Chinese or Korean sound as some place or
    other abroad, whatever they mean, and so does what two writings besides have made of a name, in a language whose
    ordinary words we do not know; initials are no word."""
    candidate = best.candidate
    written = candidate.written
    if candidate.stage is Stage.EXACT or _is_told_where(best):
        return None
    at_home = SYLLABIC.get(written.script)
    if at_home is not None and len(written.folded) <= SYLLABLES and candidate.country not in at_home:
        return "sounds"
    if candidate.stage is Stage.LIKENESS or written.script == candidate.script:
        return None
    if candidate.name.kind is NameKind.ABBREVIATION and not asked.name.isupper():
        return "sounds"
    third = "Latn" not in (written.script, candidate.script) and candidate.name.kind is not NameKind.ENDONYM
    listed = written.script in WRITINGS and (asked.language is None or has_words(asked.language))
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
