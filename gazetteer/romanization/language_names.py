"""Languages by their tags: their English names, and the scripts they are written in, as CLDR (through ICU) has them."""

from functools import cache

import icu

MOSTLY = {"Jpan": "Hani", "Hans": "Hani", "Hant": "Hani", "Kore": "Hang"}


@cache
def language_name(tag: str) -> str:
    """The English name of the language with this tag, its region and script left out.

    >>> language_name("uk"), language_name("zh-Hant")
    ('Ukrainian', 'Chinese')
    """
    return str(icu.Locale(tag.split("-")[0]).getDisplayLanguage(icu.Locale.getEnglish()))


@cache
def script_of_language(tag: str) -> str:
    """The ISO 15924 code of the script in which the language with this tag is usually written.

    Writings of several scripts go by that of their most letters: Japanese and Korean as ``script_of`` tells them.

    >>> script_of_language("uk"), script_of_language("de"), script_of_language("ja")
    ('Cyrl', 'Latn', 'Hani')
    """
    likely = str(icu.Locale.forLanguageTag(tag).addLikelySubtags().getScript())
    return MOSTLY.get(likely, likely)
