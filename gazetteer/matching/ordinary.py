"""Ordinary words: what has a capital and is no name, whatever little place is called so."""

from gazetteer.languages.official import official_languages
from gazetteer.matching.whereabouts import kilometres_off
from gazetteer.model import Candidate, Kind, Query, Stage
from gazetteer.text.clean import fold
from gazetteer.text.words import COMMON, DEFAULT_LANGUAGE, KNOWN, WRITINGS, usage, zipf, zipf_in_writing

# An ordinary word means an entity only if that is about as well known as a large city.
WELL_KNOWN = 5.6
# So is a city of a hundred thousand, and whoever is as well known.
CITY_WEIGHT = 5.0
# So is who is said to be in a country, and a region or a large city there.
KNOWN_IN_COUNTRY = 5.5
# The name of a city of so many, in powers of ten, is a word of its country's language; on the Zipf scale it is less
# frequent than that, by so much at least.
KNOWN_AT_HOME, RARER_THAN_KNOWN = 4.6, 0.4
# Writings without blanks, or with words of many endings: in lists of their words names are rarer ones.
UNPARTED = frozenset(("Hani", "Kana", "Hang"))
THERE_KM = 30.0  # from a position that is a city's
# So much less a word is used in English that is some other language's name for a place.
FAR_RARER = 1.5


def ordinary(asked: Query, candidate: Candidate) -> str | None:
    """Why an ordinary word is not to be taken for this candidate's name; None if it may be."""
    common = _common(asked, candidate)
    if common < KNOWN or (asked.name.isupper() and asked.name == candidate.name.text):
        return None
    words = asked.name.split()
    capitals = not any([word[0].islower() for word in words])  # noqa: C419
    if candidate.stage is not Stage.EXACT:
        # Several words are a name where those are all that is like it, or sounds just so: Шойгу Сергій, Доналд Тръмп.
        is_name = len(words) > 1 and capitals and candidate.stage in (Stage.READING, Stage.WORDS)
        told = "made of ordinary words" if len(words) > 1 else "an ordinary word"
        return None if is_name else f"{told}, and no entity's name"
    if asked.name.islower():
        return "an ordinary word"
    if candidate.written.is_base and candidate.weight >= WELL_KNOWN:
        return None  # Киеве
    if candidate.written.text.isupper() and not asked.name.isupper():
        return None  # Nasa
    if common < COMMON or " " in fold(asked.name):
        return None
    if candidate.name.preferred and _is_told(asked, candidate):
        return None  # Texas, in the United States
    if candidate.name.shown and (candidate.weight >= WELL_KNOWN or _is_city_at_home(asked, candidate, common)):
        return None
    return "an ordinary word"


def is_main(asked: Query, candidate: Candidate) -> bool:
    """Whether a word is a main name, or somebody's who is well known, in the language it was asked in."""
    name, tongue = candidate.name, (asked.language or DEFAULT_LANGUAGE).split("-")[0]
    if asked.name.islower():
        return name.preferred and candidate.weight >= WELL_KNOWN
    if name.preferred or not name.shown:
        return name.preferred
    if name.language == tongue or candidate.weight < CITY_WEIGHT:
        return name.language == tongue
    # Genf: a word of German, and hardly one of English.
    return candidate.entity_kind is not Kind.PLACE or (
        usage(asked.name, DEFAULT_LANGUAGE) < usage(asked.name, tongue) - FAR_RARER
    )


def _common(asked: Query, candidate: Candidate) -> float:
    """How common a name is as a word, on the Zipf scale: of the language given, or, of a name that merely sounds
    so, of those that its writing tells, where only what is common is surely a word and no name.
    """
    script = candidate.written.script
    told = asked.language is not None and script not in UNPARTED
    if told or candidate.stage is Stage.EXACT or script not in WRITINGS:
        return zipf(asked.name, asked.language)
    common = zipf_in_writing(asked.name, script) if asked.language is None else zipf(asked.name, asked.language)
    return common if common >= COMMON else 0.0


def _is_told(asked: Query, place: Candidate) -> bool:
    """Whether a region or a large city is in the country that is given, or a city at the position."""
    away = kilometres_off(asked, place)
    if place.sort == "settlement" and away is not None and away <= THERE_KM:
        return True
    least = 0.0 if place.sort == "region" else CITY_WEIGHT if place.sort == "settlement" else KNOWN_IN_COUNTRY
    return asked.country is not None and asked.country == place.country and place.weight >= least


def _is_city_at_home(asked: Query, city: Candidate, common: float) -> bool:
    """Whether a word is the main name of a city where its language is spoken, and no more used than such a city's is.

    Those who count words count names among them: *Тернопіль* is in every tenth thousand of Ukrainian.
    """
    if asked.language is None or city.sort != "settlement" or not city.name.preferred:
        return False
    spoken = asked.language.split("-")[0] in official_languages(city.country)
    return spoken and city.weight >= KNOWN_AT_HOME and common <= city.weight - RARER_THAN_KNOWN
