"""English names of languages, as CLDR (through ICU) has them."""

from functools import cache

import icu


@cache
def language_name(tag: str) -> str:
    """The English name of the language with this tag, its region and script left out.

    >>> language_name("uk"), language_name("zh-Hant")
    ('Ukrainian', 'Chinese')
    """
    return str(icu.Locale(tag.split("-")[0]).getDisplayLanguage(icu.Locale.getEnglish()))
