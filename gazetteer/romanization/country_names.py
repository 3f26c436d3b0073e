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


def country_of_code(text: str) -> str | None:
    """The country whose ISO 3166-1 code of two or three letters a text is; None if it is none's.

    >>> country_of_code("ua"), country_of_code("UKR"), country_of_code("EU")
    ('UA', 'UA', None)
    """
    return _by_code().get(text.upper())


@cache
def _by_code() -> Mapping[str, str]:
    codes = {*icu.Locale.getISOCountries(), "XK"}
    of_three = {icu.Locale("", code).getISO3Country(): code for code in codes}
    return {code: code for code in codes} | of_three | {"XKX": "XK"}


@cache
def _codes() -> Mapping[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        locale = icu.Locale.forLanguageTag(language)
        for code in icu.Locale.getISOCountries():
            codes.setdefault(fold(icu.Locale("", code).getDisplayCountry(locale)), code)
    return MappingProxyType(codes)
