"""Numbers and ids as a reader would put them."""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from gazetteer.model import Entity, Style
from gazetteer.query import languages
from gazetteer.styles import DEFAULT

# The least confidence for each wording, highest first.
WORDINGS = (
    (0.97, "almost certain"),
    (0.9, "very likely"),
    (0.7, "likely"),
    (0.5, "more likely than not"),
    (0.2, "possible"),
    (0.0, "unlikely"),
)

# What letters are called; of scripts that are not here the code is shown.
SCRIPTS: Mapping[str, str] = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek", "Gujr": "Gujarati", "Guru": "Gurmukhi",
    "Hang": "Hangul", "Hani": "Chinese", "Hans": "Simplified Chinese", "Hant": "Traditional Chinese",
    "Hebr": "Hebrew", "Hira": "Hiragana", "Jpan": "Japanese", "Kana": "Katakana", "Kore": "Korean",
    "Khmr": "Khmer", "Knda": "Kannada", "Laoo": "Lao", "Latn": "Latin", "Mlym": "Malayalam", "Mymr": "Burmese",
    "Orya": "Odia", "Sinh": "Sinhala", "Syrc": "Syriac", "Taml": "Tamil", "Telu": "Telugu", "Thai": "Thai",
    "Tibt": "Tibetan", "Zzzz": "Other",
}  # fmt: skip

# Units of size, the largest first.
SIZES = (("GB", 10**9), ("MB", 10**6), ("kB", 10**3))

# Words of Hebrew, Arabic and their neighbours, with the spaces and hyphens between them.
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ -][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)

# What an id looks like, where it leads, and what to call it.
SCHEMES: Mapping[str, tuple[re.Pattern[str], str, str]] = {
    "geonames": (re.compile(r"[0-9]+"), "https://www.geonames.org/{}", "GeoNames"),
    "wikidata": (re.compile(r"Q[0-9]+"), "https://www.wikidata.org/wiki/{}", "Wikidata"),
    "wof": (re.compile(r"[0-9]+"), "https://spelunker.whosonfirst.org/id/{}", "Who’s On First"),
    "ror": (re.compile(r"[0-9a-z]+"), "https://ror.org/{}", "ROR"),
    "iso3166": (re.compile(r"$^"), "", "ISO 3166-1"),
    "iso3166-2": (re.compile(r"$^"), "", "ISO 3166-2"),
}


def sureness(confidence: float) -> str:
    """How sure a probability is, in words.

    >>> sureness(0.99), sureness(0.6)
    ('almost certain', 'more likely than not')
    """
    return next(words for least, words in WORDINGS if confidence >= least)


def hundredths(confidence: float) -> int:
    """A probability in hundredths, never rounded up to certainty or down to none.

    >>> hundredths(0.998), hundredths(0.002), hundredths(0.0)
    (99, 1, 0)
    """
    if confidence in (0.0, 1.0):
        return round(confidence * 100)
    return min(99, max(1, round(confidence * 100)))


def share(confidence: float) -> str:
    """A probability as a share of a hundred.

    >>> share(0.22), share(0.004)
    ('22 in 100', 'under 1 in 100')
    """
    return "under 1 in 100" if confidence < 0.01 else f"{hundredths(confidence)} in 100"


def size(count: int) -> str:
    """How large a file of so many bytes is, rounded down: a limit is never said to be higher than it is.

    >>> size(2 * 2**30), size(1_500_000_000), size(20_000_000), size(900)
    ('2 GB', '1.5 GB', '20 MB', '0.9 kB')
    """
    unit, of = next(((unit, of) for unit, of in SIZES if count >= of), SIZES[-1])
    whole = count // of
    tenths = count * 10 // of % 10 if whole < 2 else 0
    return f"{whole}{f'.{tenths}' if tenths else ''} {unit}"


def isolated(sentence: str) -> Markup:
    """A sentence in which names written from right to left leave the rest in its order."""
    return Markup(RIGHT_TO_LEFT.sub(r"<bdi>\g<0></bdi>", str(escape(sentence))))


def language_name(tag: str) -> str:
    """The English name of a language, or its tag."""
    return languages().get(tag.split("-")[0], tag)


def style_name(style: Style) -> str:
    """What a style is called where one chooses among them; the default one by what it gives, not by whose it is."""
    return "Usual in English" if style.id == DEFAULT else style.name


def script_name(code: str) -> str:
    """The English name of a script, or its code."""
    return SCRIPTS.get(code, code)


def map_link(entity: Entity) -> str | None:
    """Where OpenStreetMap shows an entity, if it has a place on the map."""
    if entity.lat is None or entity.lon is None:
        return None
    lat, lon = f"{entity.lat:.5f}", f"{entity.lon:.5f}"
    return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=10/{lat}/{lon}"


def identifiers(entity: Entity) -> list[tuple[str, str, str | None]]:
    """An entity's ids: what to call the scheme, the id, and its page where the scheme has pages."""
    return linked(entity.identifiers.items())


def linked(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, str | None]]:
    """Ids as ``identifiers`` shows them; a scheme may have several."""
    listed = []
    for scheme, value in pairs:
        form, page, name = SCHEMES.get(scheme, (None, "", scheme))
        listed.append((name, value, page.format(value) if form and form.fullmatch(value) else None))
    return listed
