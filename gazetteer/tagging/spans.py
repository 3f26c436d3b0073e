"""Spans: which runs of words may be names, before anybody is asked who they are.

A run is words in capitals, joined by blanks, hyphens and particles. It is parted where the gazetteer knows the parts,
where a given name opens a person's, and where titles and ordinary words stand between. The kind is said as far as the
words around tell it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gazetteer.model import Kind
from gazetteer.tagging.lexicon import (
    BETWEEN_NAMES,
    GENERIC,
    NAME_PARTICLES,
    OF_A_PLACE,
    PARTICLES,
    PLACE_BEFORE,
    given_names,
    is_given,
    is_no_name,
    is_ordinary,
    is_title,
)
from gazetteer.tagging.tokens import Token
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

LONGEST = 6  # words of a name that is looked up as a whole
LONGEST_PERSON = 4
# Surnames of East Asia that are words in English, and so are names only with a capital inside a sentence.
SURNAMES_THAT_ARE_WORDS = frozenset(("An", "Do", "He", "So"))
HYPHENS = frozenset(("-", "‐", "‑"))
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """Words first..last (inclusive) of the text that may be a name; the kind as far as words around tell it."""

    first: int
    last: int
    known: bool
    kind: Kind | None
    opens: bool
    parts: tuple["Span", ...] = ()  # of a hyphenated name, what it is made of, should it be none itself


def find_spans(
    tokens: Sequence[Token],
    text: str,
    known: Known,
    language: str,
    heard: Known = lambda _: False,
    resembles: Known = lambda _: False,
) -> list[Span]:
    """The spans of a text in order, none overlapping another.

    `known` says whether the gazetteer has a written form, `heard` whether a full name that it has not is somebody's
    in another language's spelling, and `resembles`, which takes longer, whether it is a slip of somebody's.
    """
    small = {token.text for token in tokens if not token.capital}
    spans: list[Span] = []
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        end = _run_end(tokens, place)
        spans += _part(tokens, place, end, text, known, language, small, heard, resembles)
        place = end + 1
    return spans


def _run_end(tokens: Sequence[Token], first: int) -> int:
    """The last word of the run that begins here: never a particle."""
    last, place = first, first
    while place + 1 < len(tokens) and tokens[place + 1].joint:
        following = tokens[place + 1]
        if following.capital and not (following.opens and "-" not in following.joint):
            last = place = place + 1
        elif following.text.lower() in PARTICLES and place - last < 2:
            place += 1
        else:
            break
    return last


def _part(
    tokens: Sequence[Token],
    first: int,
    last: int,
    text: str,
    known: Known,
    language: str,
    small: set[str],
    heard: Known,
    resembles: Known,
) -> list[Span]:
    spans: list[Span] = []
    place = first
    while place <= last:
        end = _longest_known(tokens, place, last, text, known)
        word = tokens[place]
        if end > place:
            spans.append(_span(tokens, place, end, known=True, kind=None))
            place = end + 1
        elif (full := _heard_end(tokens, place, last, text, language, known, heard, resembles)) > place:
            spans.append(_span(tokens, place, full, known=False, kind=Kind.PERSON))
            place = full + 1
        elif (chain := _chain_end(tokens, place, last)) > place and word.capital:
            given = chain < last and all(is_given(one.text) for one in tokens[place : chain + 1])  # Jean-Luc, and more
            full = (_person_end(tokens, place, last, text, known, language) if given else None) or chain
            spans.append(
                _span(tokens, place, full, known=False, kind=Kind.PERSON)
                if full > chain
                else _chained(tokens, place, chain, text, known)
            )
            place = full + 1
        elif not word.capital or (end < place and _skipped(word, language)) or _is_common(word, language, small):
            place += 1
        elif (person := _person_end(tokens, place, last, text, known, language)) is not None:
            spans.append(_span(tokens, place, person, known=False, kind=Kind.PERSON))
            place = person + 1
        elif end == place and _has_surname(tokens, place, last, language):
            spans.append(_span(tokens, place, place + 1, known=False, kind=Kind.PERSON))
            place += 2
        elif end == place:
            spans.append(_span(tokens, place, place, known=True, kind=_kind_by(tokens, place, place)))
            place += 1
        else:
            stop = place
            while stop < last and _goes_on(tokens[stop + 1], tokens[stop], language):
                stop += 1
            while not tokens[stop].capital:
                stop -= 1
            spans.append(_span(tokens, place, stop, known=False, kind=_kind_by(tokens, place, stop)))
            place = stop + 1
    return spans


def _span(tokens: Sequence[Token], first: int, last: int, *, known: bool, kind: Kind | None) -> Span:
    return Span(first, last, known, kind, tokens[first].opens)


def _chain_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last word in capitals that bare hyphens join to this one."""
    end = place = first
    while place < last and tokens[place + 1].joint in HYPHENS:
        place += 1
        end = place if tokens[place].capital else end
    return end


def _chained(tokens: Sequence[Token], first: int, last: int, text: str, known: Known) -> Span:
    """A hyphenated name that the gazetteer has not: one name, or several that it has joined for the occasion."""
    words = [place for place in range(first, last + 1) if tokens[place].capital]
    parts = tuple(_span(tokens, place, place, known=True, kind=None) for place in words)
    whole = len(words) == last - first + 1 and all(known(tokens[place].text) for place in words)
    kind = _kind_by(tokens, first, last)
    return Span(first, last, False, kind, tokens[first].opens, parts if whole else ())


def _longest_known(tokens: Sequence[Token], first: int, last: int, text: str, known: Known) -> int:
    """The last word of the longest written form the gazetteer has that begins here; before the first if none has."""
    after = last + 1
    joint = tokens[after].joint if after < len(tokens) else ""
    # A generic word, or one that a hyphen joins: Kherson region, Kuang-tung.
    more = joint in HYPHENS or (joint == " " and tokens[after].text.lower() in GENERIC)
    for end in range(min(last + more, first + LONGEST - 1), first - 1, -1):
        if not (tokens[end].capital or end == after):
            continue
        if end < last and tokens[end + 1].joint in HYPHENS:
            continue  # the middle of a hyphenated name is no end of one
        if known(text[tokens[first].start : tokens[end].end]):
            return end
    return first - 1


def _heard_end(
    tokens: Sequence[Token],
    first: int,
    last: int,
    text: str,
    language: str,
    known: Known,
    heard: Known,
    resembles: Known,
) -> int:
    """The last word of the run that begins here, where it is somebody's full name as another language spells it."""
    if not _may_end(tokens[first], language):
        return first
    nearby = range(first + 1, min(last, first + LONGEST_PERSON) + 1)
    joined = (place for place in nearby if tokens[place].text in BETWEEN_NAMES)
    last = next(joined, last + 1) - 1  # Ann Lee and Bo Li are two
    while last > first and not _may_end(tokens[last], language):
        last -= 1
    if not first < last < first + LONGEST_PERSON:
        return first
    if any(is_title(tokens[place].text) for place in range(first, last + 1)):
        return first
    full = text[tokens[first].start : tokens[last].end]
    if heard(full):
        return last
    # A name that would be parted: Coco, which is a place or a word, and Gauffová, which is nothing.
    parted = not (known(tokens[first].text) and known(tokens[last].text)) and not is_given(tokens[first].text)
    return last if parted and resembles(full) else first


def _may_end(word: Token, language: str) -> bool:
    return word.capital and not is_no_name(word.text, language)


def _skipped(word: Token, language: str) -> bool:
    """Whether a word that nobody is called begins no unknown name either."""
    return is_no_name(word.text, language) or (is_ordinary(word.text, language, opens=True) and not is_given(word.text))


def _is_common(word: Token, language: str, small: set[str]) -> bool:
    """Whether a word that some entity is called is an ordinary one: at a sentence's start, a title or demonym."""
    if is_no_name(word.text, language):
        return True
    return word.opens and (word.text.lower() in small or is_ordinary(word.text, language, opens=False))


def _person_end(tokens: Sequence[Token], first: int, last: int, text: str, known: Known, language: str) -> int | None:
    """The last word of a person's name that opens with a given name; None where none does."""
    if first == last or not is_given(tokens[first].text) or tokens[first].text.isupper():
        return None
    end = first
    for place in range(first + 1, min(last, first + LONGEST_PERSON - 1) + 1):
        if not tokens[place].capital and tokens[place].text.lower() not in NAME_PARTICLES:
            break
        if tokens[place].capital and (is_title(tokens[place].text) or is_no_name(tokens[place].text, language)):
            break
        if tokens[place].capital:
            end = place
    return end if end > first else None


def _has_surname(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether the word after one that is a place's name is a surname, and both a person's: Odessa Young."""
    if first == last or tokens[first + 1].joint != " " or tokens[first].text.isupper():
        return False
    following = tokens[first + 1]
    surname = fold(following.text) in given_names().surnames
    return surname and following.capital and not is_no_name(following.text, language)


def _goes_on(word: Token, before: Token, language: str) -> bool:
    """Whether a word belongs to the unknown name before it, which is in the same writing."""
    if not _in_one_writing(word, before):
        return False
    if not word.capital or fold(word.text) in NAME_PARTICLES or word.text == "Ó":
        return word.capital or fold(word.text) in NAME_PARTICLES
    return not (is_no_name(word.text, language) or is_ordinary(word.text, language, opens=True))


def _in_one_writing(one: Token, other: Token) -> bool:
    """Whether two words are in the same script, or in scripts without capitals, as Japanese mixes them."""
    if one.text.isascii() and other.text.isascii():
        return True
    without = all(word.text[0].lower() == word.text[0].upper() for word in (one, other))
    return without or script_of(one.text) == script_of(other.text)


def _kind_by(tokens: Sequence[Token], first: int, last: int) -> Kind | None:
    """The kind that the word before tells: a title or given name a person, a preposition of place a place."""
    if first == 0 or tokens[first].joint.strip("\u00a0 ."):
        return None
    before = tokens[first - 1]
    if not tokens[first].joint:
        return None
    if is_title(before.text) and (before.capital or before.text.lower() not in ("first", "late", "head", "former")):
        return Kind.PERSON
    if before.capital and not before.opens and before.text in SURNAMES_THAT_ARE_WORDS:
        return Kind.PERSON
    in_capitals = before.text.isupper() and tokens[first].text.isupper()
    if before.text == "to" and first > 1 and tokens[first - 2].text.lower() == "according":
        return None  # to somebody, as a rule
    if before.text.lower() in PLACE_BEFORE and (before.opens or not before.capital or in_capitals):
        return Kind.PLACE
    if before.text == "of" and first > 1 and tokens[first - 2].text.lower() in OF_A_PLACE:
        return Kind.PLACE
    return None
