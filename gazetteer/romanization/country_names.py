"""Which country a text names, in the languages that newsrooms meet, as CLDR (through ICU) has them.

A country's name after a comma (*Waterloo, Sierra Leone*) says which namesake is meant; that must not
depend on what was loaded.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import icu

from gazetteer.text.clean import fold

LANGUAGES = [
    "ar", "be", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "gu", "he", "hi", "hr", "hu",
    "hy", "id", "it", "ja", "ka", "kk", "kn", "ko", "lt", "lv", "mk", "ml", "mr", "nl", "no", "pa", "pl", "pt",
    "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh", "zh-Hant",
]  # fmt: skip


def country_named(text: str) -> str | None:
    """The ISO 3166-1 code of the country that a text is the name of; None if it is none's.

    >>> country_named("Сьерра-Леоне"), country_named("Bakhmut")
    ('SL', None)
    """
    return _codes().get(fold(text))


def is_country_code(text: str) -> bool:
    """Whether a text is the ISO 3166-1 code of a country, of two or three letters.

    >>> is_country_code("CA"), is_country_code("UKR"), is_country_code("OR")
    (True, True, False)
    """
    return text in _country_codes()


@cache
def _country_codes() -> frozenset[str]:
    codes = icu.Locale.getISOCountries()
    return frozenset((*codes, *(icu.Locale("", code).getISO3Country() for code in codes)))


@cache
def _codes() -> Mapping[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        locale = icu.Locale.forLanguageTag(language)
        for code in icu.Locale.getISOCountries():
            codes.setdefault(fold(icu.Locale("", code).getDisplayCountry(locale)), code)
    return MappingProxyType(codes)
