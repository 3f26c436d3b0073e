"""Readings: what a written name says in the common form, one reading per orthography it may be in.

A question is read by every orthography of its script, a gazetteer's name only by those of its
language or country: so either side may be in a foreign spelling, and they still meet. The most
likely reading comes first; orthographies that say the same give one reading, named for the first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from gazetteer.languages import orthographies
from gazetteer.model import Reading
from gazetteer.romanization import arabic, cyrillic, han, hangul, hebrew, indic, kana, thai
from gazetteer.romanization.borrowed import borrowed_kana
from gazetteer.romanization.common_form import finish
from gazetteer.romanization.orthographic import (
    LANGUAGE_OF_SCRIPT,
    borrowed_reader,
    fit,
    of_country,
    of_language,
    of_script,
    prepare,
    reader,
    writers,
)
from gazetteer.text.scripts import script_of, scripts_of

__all__ = ["finish", "name_readings", "name_texts", "plain_reading", "readings"]

NEUTRAL = "en-Latn"
PLAIN = "und-Latn"
# The names of one entity often repeat in many languages; so many texts are remembered, and so many words of texts.
REMEMBERED = 4096
ASKED = 1024  # and so many that were asked about: a document asks in several ways
REMEMBERED_WORDS = 65_536
REMEMBERED_IN_ALL = 4_096  # each in every orthography of its script
# A name of the gazetteer is read by at most so many orthographies of its country.
COUNTRY_LIMIT = 2
# Where names in the script are the country's own, and none is borrowed.
CHINA, KOREA = frozenset(("CN", "TW", "HK", "MO", "SG")), frozenset(("KR", "KP"))
# Where names have Chinese characters of their own, that are not chosen for their sound.
CHARACTERS = CHINA | KOREA | {"JP", "VN"}
JAPANESE = frozenset(("Hira", "Kana"))
NO_LETTERS: frozenset[str] = frozenset()
# Where a text is likely to spell a foreign name, so many readings of that come before the native one: likeness asks no
# more.
SPELLED_FIRST = 4
ORDERS = 1024  # of orthographies, that are remembered
BY_WORDS = frozenset(("Latn", "Cyrl"))  # the scripts that orthographies alone read


@lru_cache(ASKED)
def readings(written: str, language: str | None = None, *, country: str | None = None) -> tuple[Reading, ...]:
    """Every reading of a written name that someone asks about, most likely first.

    >>> [r.text for r in readings("Possad-Pokrovské", "fr")][0]
    'posad pokrovske'
    """
    script = _script(written)
    if script == "Latn":
        return _by_all(written, script, _latin_order(written, language, country))
    if script == "Cyrl":
        tag = of_language(language, script)
        if tag is not None:
            return _by_orthographies(written, (tag,)) or _fallback(written, script)
        return _by_all(written, script, _cyrillic_order(written, country)) or _fallback(written, script)
    if script == "Hani":
        return _distinct(_han_asked(written, language, country)) or _fallback(written, script)
    return _distinct(_of_script(written, script, language, country)) or _fallback(written, script)


def plain_reading(written: str) -> tuple[Reading, ...]:
    """The reading of a text that no orthography has a say in, where none is needed but its length: cheap."""
    said = finish(written)
    return (Reading(said, PLAIN),) if said else ()


def name_readings(text: str, language: str | None = None, country: str | None = None) -> tuple[Reading, ...]:
    """The few readings under which a name of the gazetteer is found: its own language's, and the neutral one."""
    script = _script(text)
    if script in BY_WORDS:
        tags = _tags_of_names(script, language, country) or _cyrillic_order(text, country)[:1]
        found = _by_orthographies(text, tags)
        return found if script == "Latn" else found or _fallback(text, script)
    if script == "Hani" and language is None:
        language = "ja" if country == "JP" else "zh"
    if script == "Hani":
        return _native_han_remembered(text, language, country)[:2] or _fallback(text, script)
    return _of_script_remembered(text, script, language, country)[:2] or _fallback(text, script)


def name_texts(text: str, language: str | None = None, country: str | None = None) -> Sequence[str]:
    """The texts of a name's readings, which is all that an index of millions of names asks for.

    >>> name_texts("Bachmut", "de"), name_texts("Бахмут", "uk")
    (['bakhmut', 'bachmut'], ['bakhmut'])
    """
    script = _script(text)
    if script in BY_WORDS and (tags := _tags_of_names(script, language, country)):
        found = dict.fromkeys([_said(text, tag) for tag in tags])
        found.pop("", None)
        if found or script == "Latn":
            return list(found)
    return [reading.text for reading in name_readings(text, language, country)]


@cache
def _tags_of_names(script: str, language: str | None, country: str | None) -> tuple[str, ...]:
    """The orthographies of a name in Latin or Cyrillic script; none where only its letters can tell."""
    tag = of_language(language, script)
    tags = (tag,) if tag else of_country(country, script)
    return (*tags[:COUNTRY_LIMIT], NEUTRAL) if script == "Latn" else tags[:1]


@lru_cache(REMEMBERED)
def _of_script_remembered(text: str, script: str, language: str | None, country: str | None) -> tuple[Reading, ...]:
    return _distinct(_of_script(text, script, language, country))


@lru_cache(REMEMBERED)
def _native_han_remembered(text: str, language: str | None, country: str | None) -> tuple[Reading, ...]:
    """The native readings: that by Xinhua's tables is what a name in Latin letters says already, and others say too."""
    code = language.split("-")[0].lower() if language else None
    return _distinct(_han(text, code, country, borrow=False))


def _script(text: str) -> str:
    """The script to read a text in: kanji among kana are Japanese, whatever the count."""
    script = script_of(text)
    return "Kana" if script == "Hani" and not JAPANESE.isdisjoint(scripts_of(text)) else script


def _by_orthographies(text: str, tags: Iterable[str]) -> tuple[Reading, ...]:
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(_said(text, tag), tag)
    return _named_for_the_first(found)


def _by_all(text: str, script: str, tags: Iterable[str]) -> tuple[Reading, ...]:
    """The readings by every orthography of a script in this order, and, if it is Latin, the text as it stands."""
    words = [_word_in_all(word, script) for word in text.split(" ")]
    found: dict[str, str] = {}
    for tag in tags:
        said = words[0][tag] if len(words) == 1 else " ".join(filter(None, [word[tag] for word in words]))
        found.setdefault(said, tag)
    if script == "Latn":
        found.setdefault(finish(text), PLAIN)
    return _named_for_the_first(found)


def _named_for_the_first(found: Mapping[str, str]) -> tuple[Reading, ...]:
    return tuple([Reading(said, tag) for said, tag in found.items() if said])


@lru_cache(REMEMBERED_IN_ALL)
def _word_in_all(word: str, script: str) -> Mapping[str, str]:
    """What a word says in each orthography of a script; many say the same, which is finished once."""
    prepared = prepare(word)
    finished: dict[str, str] = {}
    said: dict[str, str] = {}
    for tag, write in writers(script):
        written = write(prepared)
        if (form := finished.get(written)) is None:
            form = finished[written] = finish(written)
        said[tag] = form
    return said


def _said(text: str, tag: str) -> str:
    """What a text says, word by word, since no rule sees across a space."""
    if " " not in text:
        return _word(text, tag)
    return " ".join(filter(None, [_word(word, tag) for word in text.split(" ")]))


@lru_cache(REMEMBERED_WORDS)
def _word(word: str, tag: str) -> str:
    return reader(tag)(prepare(word))


def _latin_order(text: str, language: str | None, country: str | None) -> Sequence[str]:
    letters = NO_LETTERS if text.isascii() else frozenset([char for char in text.lower() if not char.isascii()])
    return _order_by_letters(letters, language, country)


@lru_cache(ORDERS)
def _order_by_letters(letters: frozenset[str], language: str | None, country: str | None) -> Sequence[str]:
    """Every Latin orthography: the language's, the country's, then those that have these letters beyond ASCII."""
    own = of_language(language, "Latn")
    others = [orthography.tag for orthography in of_script("Latn")]
    if letters:
        others.sort(key=lambda tag: (fit(tag, letters), tag != NEUTRAL))
    else:
        others.sort(key=lambda tag: tag != NEUTRAL)
    return list(dict.fromkeys([*([own] if own else []), *of_country(country, "Latn"), *others]))


def _cyrillic_order(text: str, country: str | None) -> Sequence[str]:
    return _order_by_languages(cyrillic.languages(text), country)


@cache
def _order_by_languages(languages: tuple[str, ...], country: str | None) -> Sequence[str]:
    """Every Cyrillic orthography: the country's, then those of the languages that a text may be in, in this order."""
    tags = (of_language(language, "Cyrl") for language in languages)
    others = (orthography.tag for orthography in of_script("Cyrl"))
    return list(dict.fromkeys([*of_country(country, "Cyrl"), *filter(None, tags), *others]))


def _of_script(text: str, script: str, language: str | None, country: str | None) -> Iterator[Reading]:
    """The readings by the module of a script, or else by the orthographies written in it."""
    code = language.split("-")[0].lower() if language else None
    tag = f"{code or LANGUAGE_OF_SCRIPT.get(script, 'und')}-{script}"
    match script:
        case "Arab":
            tag = f"{code or arabic.guess_language(text)}-Arab"
            yield from (Reading(finish(said), tag) for said in arabic.alternatives(text, code))
        case "Hebr":
            yield from (Reading(finish(said), tag) for said in hebrew.alternatives(text))
        case "Hani":
            yield from _han(text, code, country)
        case "Hira" | "Kana":
            said = finish(kana.read_japanese(text))
            yield Reading(said, "ja-Jpan")
            if country != "JP":
                yield Reading(borrowed_kana(said), "ja-Jpan")
        case "Hang":
            yield Reading(finish(hangul.read(text)), tag)
            if country not in KOREA:
                yield Reading(finish(hangul.read(text, borrowed=True)), tag)
        case "Thai":
            yield Reading(finish(thai.read(text)), tag)
        case _ if script in indic.SCRIPTS:
            yield from (Reading(finish(said), tag) for said in indic.alternatives(text, script))
        case _:
            own = of_language(language, script)
            tags = (own,) if own else (orthography.tag for orthography in of_script(script))
            yield from (reading for tag in tags for reading in _own_and_borrowed(text, tag, country))


def _own_and_borrowed(text: str, tag: str, country: str | None) -> Iterator[Reading]:
    """What a text says in an orthography, and what it would as a name of another language, outside its countries."""
    yield Reading(_said(text, tag), tag)
    borrowed = borrowed_reader(tag)
    if borrowed is not None and country not in orthographies()[tag].countries:
        yield Reading(" ".join(filter(None, [borrowed(prepare(word)) for word in text.split(" ")])), tag)


def _han_asked(text: str, language: str | None, country: str | None) -> Iterator[Reading]:
    """The readings of Chinese characters that someone asks about: those of a foreign name first where all spell one."""
    code = language.split("-")[0].lower() if language else None
    if code != "ja" and country not in CHARACTERS and han.spells_all(text):
        yield from _borrowed_han(text)[:SPELLED_FIRST]
    yield from _han(text, code, country)


def _han(text: str, language: str | None, country: str | None, *, borrow: bool = True) -> Iterator[Reading]:
    """Chinese and Japanese readings of Chinese characters: the language's alone, or both, the country's first."""
    order = [language] if language in ("zh", "ja") else ["ja", "zh"] if country == "JP" else ["zh", "ja"]
    borrowed: Sequence[Reading] = ()
    for each in order:
        if each == "ja":
            yield from _japanese(text)
        else:
            yield Reading(_pinyin(han.pinyin(text)), "zh-Hani")
            if borrow and country not in CHARACTERS:
                borrowed = _borrowed_han(text)
                yield from borrowed[:1]
    yield from borrowed[1:]


def _borrowed_han(text: str) -> Sequence[Reading]:
    """What Chinese characters may say of a foreign name, the likeliest first."""
    return [Reading(finish(said), "zh-Hani") for said in han.borrowed(text, _pinyin)]


def _pinyin(text: str) -> str:
    tag = of_language("zh", "Latn")
    return reader(tag)(prepare(text)) if tag else finish(text)


def _japanese(text: str) -> Iterator[Reading]:
    """The Japanese reading of a text, if it may be Japanese: one with characters left over is no reading at all."""
    if kana.may_be_japanese(text):
        japanese = kana.read_japanese(text)
        if "Hani" not in scripts_of(japanese):
            yield Reading(finish(japanese), "ja-Jpan")


def _distinct(found: Iterable[Reading]) -> tuple[Reading, ...]:
    first: dict[str, Reading] = {}
    for reading in found:
        if reading.text:
            first.setdefault(reading.text, reading)
    return tuple(first.values())


def _fallback(text: str, script: str) -> tuple[Reading, ...]:
    """What unidecode makes of a text that nothing else reads: it may widen a search, and is marked so."""
    from unidecode import unidecode

    said = finish(unidecode(text))
    return (Reading(said, f"und-{script}", lossy=True),) if said else ()
