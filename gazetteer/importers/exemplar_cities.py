"""Names of the cities that time zones are named for, in many languages, as CLDR (through ICU) has them.

They give a language to names that GeoNames lists without one: *Londres* is French, Spanish, Portuguese.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import icu

from gazetteer.languages.official import official_languages
from gazetteer.model import Kind, NameKind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

KEY = "cldr-exemplar-cities"
LANGUAGES = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu",
    "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk",
    "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "nb", "ne", "nl", "pa", "pl",
    "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz",
    "vi", "zh", "zu",
]  # fmt: skip


def exemplar_rows(cities: Mapping[str, Mapping[str, Any]]) -> Iterator[EntityRow]:
    """Names to add to the largest city of each zone that carries the zone's English city name."""
    zones: dict[str, dict[str, Mapping[str, Any]]] = {}
    for city in cities.values():
        best = zones.setdefault(city["timezone"], {})
        for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
            if name not in best or best[name]["population"] < city["population"]:
                best[name] = city
    tables = {language: icu.TimeZoneNames.createInstance(icu.Locale(language)) for language in LANGUAGES}
    for zone in sorted(zones):
        english = tables["en"].getExemplarLocationName(zone)
        named = zones[zone].get(fold(english)) if english else None
        if named is not None:
            yield _row(named, zone, english, tables)


def _row(city: Mapping[str, Any], zone: str, english: str, tables: Mapping[str, Any]) -> EntityRow:
    official = official_languages(city["countrycode"])
    row = EntityRow(Kind.PLACE, city["name"], [("geonames", str(city["geonameid"]))], sources=(KEY,))
    for language, table in tables.items():
        text = table.getExemplarLocationName(zone)
        # Where CLDR has no name, ICU gives the zone's own in Latin letters.
        if not text or (script_of(text) == "Latn" and script_of_language(language) != "Latn"):
            continue
        own = language in official
        kind = NameKind.ENDONYM if own else NameKind.VARIANT if text == city["name"] else NameKind.EXONYM
        row.names.append(NameRow(text, language, kind, preferred=True, source=KEY))
    return row
