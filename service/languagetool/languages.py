"""Languages: the codes clients choose from, and what a code they send says.

A code is echoed as it came; one that nobody knows is no error, and the language is then looked for in the text.
"""

from functools import cache

from typing_extensions import TypedDict

from gazetteer.errors import UnknownLanguage
from gazetteer.languages import orthographies
from gazetteer.languages.official import OFFICIAL, official_languages
from gazetteer.query import check, countries, languages
from gazetteer.tagging.tongues import UNKNOWN

AUTO = "auto"
# A language that is asked to be guessed is assumed to be the style's unless it is plainly another.
GIVEN, ASSUMED = 1.0, 0.5
# The region whose code a client is given for a language without one, where it is not the country of that name.
USUAL = {"en": "en-US", "pt": "pt-PT", "de": "de-DE"}


class LanguagePayload(TypedDict):
    """A language as a client's menu has it."""

    name: str
    code: str
    longCode: str


class DetectedPayload(TypedDict):
    """The language a text is taken to be in, and how sure that is."""

    name: str
    code: str
    confidence: float
    source: str


class SpokenPayload(TypedDict):
    """The language a text was checked in."""

    name: str
    code: str
    detectedLanguage: DetectedPayload


@cache
def choices() -> tuple[LanguagePayload, ...]:
    """Every language with letters we know or a state, by itself and as each state has it."""
    states: dict[str, list[str]] = {code: [] for code in sorted({tag.split("-")[0] for tag in orthographies()})}
    for country in sorted(OFFICIAL):
        for code in official_languages(country):
            if code in languages():
                states.setdefault(code, []).append(country)
    found: list[LanguagePayload] = []
    for code, name in sorted(((code, languages()[code]) for code in states), key=lambda pair: pair[1]):
        found.append({"name": name, "code": code, "longCode": code})
        found += [
            {"name": f"{name} ({countries()[country]})", "code": code, "longCode": f"{code}-{country}"}
            for country in states[code]
        ]
    return tuple(found)


def primary(code: str) -> str | None:
    """The language of a code, without region and script; None if there is none such.

    >>> primary("ca-ES-valencia"), primary("en_GB"), primary("auto"), primary("xx")
    ('ca', 'en', None, None)
    """
    try:
        known = check(language=code.replace("_", "-"))["language"]
    except UnknownLanguage:
        return None
    return known.split("-")[0] if known else None


def spoken(code: str, preferred: frozenset[str], tongue: str) -> SpokenPayload:
    """What to say of the language of a text: the code it came with, or where it is to be guessed, what was."""
    if code != AUTO:
        return _spoken(code, GIVEN, "given")
    variants = sorted(one for one in preferred if primary(one) == tongue)
    return _spoken(variants[0] if variants else USUAL.get(tongue, tongue), ASSUMED, "assumed")


def name_of(code: str) -> str:
    """The English name of a code; the code itself if nobody knows it.

    >>> name_of("en-GB"), name_of("fr"), name_of("tlh"), name_of("und")
    ('English (United Kingdom)', 'French', 'Klingon', 'Unknown language')
    """
    if code == UNKNOWN:
        return "Unknown language"
    language = primary(code)
    if language is None:
        return code
    name = languages()[language]
    regions = [part for part in code.replace("_", "-").upper().split("-")[1:] if part in countries()]
    return f"{name} ({countries()[regions[0]]})" if regions else name


def _spoken(code: str, confidence: float, source: str) -> SpokenPayload:
    name = name_of(code)
    detected: DetectedPayload = {"name": name, "code": code, "confidence": confidence, "source": source}
    return {"name": name, "code": code, "detectedLanguage": detected}
