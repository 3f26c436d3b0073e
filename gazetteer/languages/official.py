"""Official languages of states, as their constitutions or language laws name them, the main one first.

A state that is not listed here has none as far as the program knows: better none than a guess.
"""

from functools import cache

OFFICIAL = {
    "AF": "fa ps uz tk", "BE": "nl fr de", "BI": "rn fr en", "BO": "es qu ay gn", "BY": "be ru", "CA": "en fr",
    "CH": "de fr it rm", "CM": "fr en", "CY": "el tr", "ER": "ti ar en", "FI": "fi sv", "HK": "zh en", "HT": "fr ht",
    "IE": "ga en", "IL": "he", "IN": "hi en", "IQ": "ar ku", "KE": "sw en", "KG": "ky ru", "KZ": "kk ru",
    "LK": "si ta", "LU": "lb fr de", "MO": "zh pt", "MT": "mt en", "NO": "nb nn no", "NZ": "en mi", "PH": "fil tl en",
    "PK": "ur en", "PS": "ar", "PY": "es gn", "RS": "sr", "BA": "bs hr sr", "ME": "sr", "RW": "rw fr en sw",
    "SG": "en ms ta zh", "TL": "pt tet", "TZ": "sw en", "UA": "uk", "RU": "ru", "XK": "sq sr", "ZA": "af en zu xh",
    "GE": "ka", "AM": "hy", "AZ": "az", "MD": "ro", "TJ": "tg", "TM": "tk", "UZ": "uz", "MN": "mn", "GR": "el",
    "BG": "bg", "MK": "mk sq", "CN": "zh", "TW": "zh", "JP": "ja", "KR": "ko", "KP": "ko", "TH": "th", "IR": "fa",
    "EG": "ar", "TR": "tr", "PL": "pl", "CZ": "cs", "SK": "sk", "DE": "de", "AT": "de", "FR": "fr", "IT": "it",
    "ES": "es", "PT": "pt", "NL": "nl", "SE": "sv", "DK": "da", "HU": "hu", "RO": "ro", "HR": "hr", "SI": "sl",
    "LT": "lt", "LV": "lv", "EE": "et", "GB": "en", "US": "en", "AU": "en", "AL": "sq", "IS": "is", "AD": "ca",
    "LI": "de", "MC": "fr", "SM": "it", "VN": "vi", "ID": "id", "MY": "ms", "BD": "bn", "NP": "ne", "KH": "km",
    "LA": "lo", "MM": "my", "ET": "am", "SO": "so ar", "DJ": "fr ar",
    **dict.fromkeys(("AE", "BH", "JO", "KW", "LB", "LY", "OM", "QA", "SA", "SD", "SY", "TN", "YE"), "ar"),
    **dict.fromkeys(("AR", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "SV", "UY", "VE"),
                    "es"),
    **dict.fromkeys(("AO", "BR", "CV", "GW", "MZ", "ST"), "pt"),
}  # fmt: skip


def official_languages(country: str | None) -> tuple[str, ...]:
    """The official languages of a country by its ISO 3166-1 code, the main one first.

    >>> official_languages("BY"), official_languages(None)
    (('be', 'ru'), ())
    """
    return tuple(OFFICIAL.get(country or "", "").split())


@cache
def official_anywhere() -> frozenset[str]:
    """The languages that are official in some state.

    >>> "uk" in official_anywhere(), "rue" in official_anywhere()
    (True, False)
    """
    return frozenset(language for languages in OFFICIAL.values() for language in languages.split())
