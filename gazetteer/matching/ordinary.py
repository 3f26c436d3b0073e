"""Ordinary words: what has a capital and is no name, whatever little place is called so."""

from gazetteer.languages.official import official_languages
from gazetteer.matching.evidence import kilometres
from gazetteer.model import Candidate, Kind, Query, Stage
from gazetteer.text.clean import fold
from gazetteer.text.words import COMMON, DEFAULT_LANGUAGE, KNOWN, usage, zipf

# An ordinary word means an entity only if that is about as well known as a large city.
WELL_KNOWN = 5.6
# So is a city of a hundred thousand, and whoever is as well known.
CITY_WEIGHT = 5.0
# So is one of which it is said in which country it lies; or a region there.
KNOWN_IN_COUNTRY = 5.5
# The name of a city of so many, in powers of ten, is a word of its country's language; on the Zipf scale it is less
# frequent than that, by so much at least.
KNOWN_AT_HOME, RARER_THAN_KNOWN = 4.6, 0.4
# Languages that a writing tells, whose words are no other language's names for what merely sounds so.
SPOKEN = {
    "Hani": ("zh", "ja"), "Kana": ("ja",), "Hang": ("ko",), "Grek": ("el",), "Hebr": ("he",), "Deva": ("hi",),
    "Beng": ("bn",), "Taml": ("ta",), "Arab": ("ar", "fa", "ur"), "Cyrl": ("ru", "uk"),
}  # fmt: skip
THERE_KM = 30.0
UNPARTED = frozenset(("Hani", "Kana", "Hang"))
# So much less a word is used in English that is some other language's name for a place.
FAR_RARER = 1.5


def ordinary(asked: Query, candidate: Candidate) -> str | None:
    """Why an ordinary word is not to be taken for this candidate's name; None if it may be."""
    common = zipf(asked.name, asked.language)
    if asked.language is None and candidate.stage is not Stage.EXACT:
        tongues = SPOKEN.get(candidate.written.script, ())
        common = max([common, *(zipf(asked.name, tongue) for tongue in tongues)])
    # In lists of words that are not parted, or of a language that is only guessed, names are rarer words.
    sure = asked.language is not None and candidate.written.script not in UNPARTED
    if candidate.stage is not Stage.EXACT and not sure and common < COMMON:
        return None
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
    known = candidate.sort == "region" or candidate.weight >= KNOWN_IN_COUNTRY
    if known and candidate.name.preferred and asked.country is not None and asked.country == candidate.country:
        return None  # Texas, in the United States
    city = candidate.sort == "settlement" and candidate.name.preferred
    if city and (
        _is_there(asked, candidate) or (asked.country == candidate.country and candidate.weight >= CITY_WEIGHT)
    ):
        return None  # Hamilton, in New Zealand
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


def _is_there(asked: Query, city: Candidate) -> bool:
    """Whether a position is given that is a city's."""
    if asked.near is None or city.lat is None or city.lon is None:
        return False
    return kilometres(city.lat, city.lon, asked.near.lat, asked.near.lon) <= THERE_KM


def _is_city_at_home(asked: Query, city: Candidate, common: float) -> bool:
    """Whether a word is the main name of a city where its language is spoken, and no more used than such a city's is.

    Those who count words count names among them: *Тернопіль* is in every tenth thousand of Ukrainian.
    """
    if asked.language is None or city.sort != "settlement" or not city.name.preferred:
        return False
    spoken = asked.language.split("-")[0] in official_languages(city.country)
    return spoken and city.weight >= KNOWN_AT_HOME and common <= city.weight - RARER_THAN_KNOWN
