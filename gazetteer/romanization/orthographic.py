"""Orthographic readings: what the ``[reads]`` of one language's file makes of a text.

Everything here is set up once from the folder of orthographies; which orthographies a text is
read by is decided in ``readings``.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from gazetteer.languages import Orthography, RuleSet, orthographies
from gazetteer.romanization.common_form import APOSTROPHES, finish
from gazetteer.romanization.cyrillic import BROAD, broad
from gazetteer.romanization.rules import compile_rules, parse

# A language without a file of its own that writes as another does.
WRITES_AS = {
    "bs": "hr", "cnr": "hr", "sh": "hr", "sr": "hr", "mo": "ro", "iw": "he", "in": "id", "ms": "id", "cmn": "zh",
    "yue": "zh",
    "wuu": "zh", "nan": "zh", "simple": "en", "gsw": "de", "lb": "de", "wa": "fr", "gl": "es", "vls": "nl", "szl": "pl",
}  # fmt: skip
_QUOTES = {ord(char): "'" for char in APOSTROPHES if char not in '"”“'}


def prepare(text: str) -> str:
    """A text as rules want to see it: lower case, NFC, every apostrophe a plain one."""
    text = text.lower()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_QUOTES)


@cache
def reader(tag: str) -> Callable[[str], str]:
    """The function that reads a prepared text by the orthography of that tag."""
    orthography = orthographies()[tag]
    if orthography.reads is None:
        return finish
    write = _writer(orthography.script, orthography.reads)
    return lambda prepared: finish(write(prepared))


@cache
def borrowed_reader(tag: str) -> Callable[[str], str] | None:
    """The same for names of other languages; None where the orthography writes them as its own."""
    orthography = orthographies()[tag]
    if orthography.borrowed is None:
        return None
    write = _writer(orthography.script, orthography.borrowed)
    return lambda prepared: finish(write(prepared))


@cache
def writers(script: str) -> tuple[tuple[str, Callable[[str], str]], ...]:
    """The orthographies of a script, and what each makes of a prepared text before that is finished."""
    return tuple((o.tag, _writer(script, o.reads)) for o in of_script(script) if o.reads is not None)


def _writer(script: str, reads: RuleSet) -> Callable[[str], str]:
    """The function that writes a prepared text as it is read; Cyrillic letters that none but others have say, but for
    Latin script, what they commonly say.
    """
    if script == "Latn":
        return compile_rules(reads)
    return compile_rules(replace(reads, letters=BROAD | {what: broad(said) for what, said in reads.letters.items()}))


@cache
def of_script(script: str) -> tuple[Orthography, ...]:
    """The orthographies of a script that say how it is read, in the order of tags."""
    return tuple(o for o in orthographies().values() if o.script == script and o.reads is not None)


@cache
def of_language(language: str | None, script: str) -> str | None:
    """The tag of the orthography a language has in a script, its own or one that writes alike.

    >>> of_language("de-AT", "Latn"), of_language(None, "Latn")
    ('de-Latn', None)
    """
    if language is None:
        return None
    subtags = language.replace("_", "-").lower().split("-")
    tags = {orthography.tag for orthography in of_script(script)}
    return next((tag for code in (subtags[0], WRITES_AS.get(subtags[0])) if (tag := f"{code}-{script}") in tags), None)


@cache
def of_country(country: str | None, script: str) -> tuple[str, ...]:
    """The tags of the orthographies in which a country writes its places."""
    return tuple(o.tag for o in of_script(script) if country is not None and country.upper() in o.countries)


@cache
def own_letters(tag: str) -> frozenset[str]:
    """The letters beyond ASCII that an orthography speaks of: a text that has them may be in it."""
    reads = orthographies()[tag].reads
    if reads is None:
        return frozenset()
    writings = [*reads.letters, *(parse(rule)[0] for rule in reads.rules)]
    return frozenset(char for writing in writings for char in writing if not char.isascii())


@cache
def fit(tag: str, letters: frozenset[str]) -> int:
    """How many of those letters the orthography speaks of, negated: a key that sorts the best fit first."""
    return -len(letters & own_letters(tag))


LANGUAGE_OF_SCRIPT: Mapping[str, str] = MappingProxyType(
    {
        "Arab": "ar", "Hebr": "he", "Hani": "zh", "Hira": "ja", "Kana": "ja", "Hang": "ko", "Deva": "hi", "Beng": "bn",
        "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Thai": "th",
    }
)  # fmt: skip
