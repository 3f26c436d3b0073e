"""Which language a text is in, of those whose letters can be romanized: a guess with a confidence, never silent.

Letters that only some languages have speak loudest, then which letters stand side by side; a name that is recorded
in a language is likelier in it, if one is told of names. Languages that no file describes are not in the comparison,
so that nothing is ever certain.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from gazetteer.languages import Orthography, orthographies
from gazetteer.languages.official import official_anywhere
from gazetteer.romanization.letters import cost_of, usage_of
from gazetteer.romanization.systems import STRESS
from gazetteer.romanization.voices.words import WORDS
from gazetteer.text.scripts import script_of_char, scripts_of

LOOKED_AT = 20_000  # characters at the start of a text
WORDS_WEIGHED = 200  # different words; more change nothing
SUREST = 0.99
FOREIGN = 3.0  # what a letter costs that a language does not have: as one in twenty
# Letters of one word hang together: taken for as much as they would be each alone, they say too much. With this share
# confidences came true within three hundredths, over 400 names of the gazetteer in each of ten languages of which two
# are met more, as here.
BELIEVED = 0.4
# Of scripts of thousands of letters: the encodings that hold those a language is written in.
ENCODINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({"zh-Hani": ("gb2312", "big5"), "ja-Jpan": ("shift_jis",)})
# How many times as often as the others a newsroom meets a language: of the gazetteer's names even more are theirs.
# Of the languages in Arabic letters, Pashto is the least met; its letters side by side are much like those of Persian.
# Japanese without any kana is seldom more than a name.
MET = {"ru": 4.0, "uk": 4.0, "ar": 3.0, "fa": 3.0, "ur": 2.0, "zh": 2.0}
MET_SELDOM = 0.1  # a language that is no state's, or a state's in a script that it gave up
FORMER = frozenset(("az-Cyrl", "ro-Cyrl"))


@dataclass(frozen=True, slots=True)
class Guess:
    """An orthography, and the probability that the text is in it."""

    orthography: Orthography
    confidence: float


def guess(
    text: str, among: Sequence[Orthography], recorded: Mapping[str, float] = MappingProxyType({})
) -> tuple[Guess, ...]:
    """The orthographies a text may be in, most likely first; none if it has no letter in a script of theirs.

    `recorded` says how many times likelier it is in some languages, since it is a name in them.

    >>> [said.orthography.tag for said in guess("Запоріжжя", with_systems())][:1]
    ['uk-Cyrl']
    """
    text = text[:LOOKED_AT]
    counts = scripts_of(text)
    covered = {one.tag: sum(counts.get(script, 0) for script in one.scripts) for one in among}
    most = max(covered.values(), default=0)
    if not most:
        return ()
    likely = [one for one in among if covered[one.tag] == most]
    words = _words(text, likely[0].scripts)
    shares = shares_of({one.tag: _surprise(words, one) - math.log(recorded.get(one.language, 1.0)) for one in likely})
    return tuple(Guess(orthographies()[tag], _confidence(share, words, tag)) for tag, share in shares.items())


def shares_of(surprises: Mapping[str, float]) -> dict[str, float]:
    """The share of each in the likelihood of all, by tag, the largest first; none is larger than is believed."""
    least = min(surprises.values())
    whole = sum(math.exp(least - each) for each in surprises.values())
    ordered = sorted(surprises, key=lambda tag: (surprises[tag], tag))
    return {tag: min(SUREST, math.exp(least - surprises[tag]) / whole) for tag in ordered}


def surprise(cost: float, tag: str) -> float:
    """How surprising a text of that cost is: letters say less than they seem to, and some languages are met more."""
    language = tag.split("-")[0]
    usual = 1.0 if language in official_anywhere() and tag not in FORMER else MET_SELDOM
    return BELIEVED * cost - math.log(MET.get(language, usual))


@cache
def with_systems() -> tuple[Orthography, ...]:
    """Every orthography that has systems, in the order of tags."""
    return tuple(one for one in orthographies().values() if one.systems)


@cache
def alphabet(tag: str) -> frozenset[str]:
    """The letters of an orthography: those that all its systems name, or its encodings have; none where none do.

    >>> "ы" in alphabet("uk-Cyrl"), "ї" in alphabet("uk-Cyrl")
    (False, True)
    """
    own = orthographies()[tag]
    if tag in ENCODINGS:
        return frozenset(char for encoding in ENCODINGS[tag] for char in _encoded(encoding, own.scripts))
    named = [
        frozenset(what for what in one.rules.letters if len(what) == 1 and script_of_char(what) in own.scripts)
        for one in own.systems
        if one.voice in (None, WORDS)  # other voices read letters that no rule names
    ]
    return frozenset.intersection(*named) if named else frozenset()


def _encoded(encoding: str, scripts: frozenset[str]) -> Iterator[str]:
    """The letters of these scripts that an encoding of one or two bytes has."""
    for first in range(0x81, 0x100):
        pairs = (bytes((first, second)).decode(encoding, errors="ignore") for second in range(0x40, 0xFF))
        yield from (char for pair in pairs for char in pair if script_of_char(char) in scripts)


def _words(text: str, scripts: frozenset[str]) -> list[str]:
    """The words of a text that are in these scripts throughout, lower-case, each once."""
    words: dict[str, None] = {}
    lowered = text.lower().replace(STRESS, "")
    kept = "".join([char if char == "ʼ" or script_of_char(char) in scripts else " " for char in lowered])
    for word in kept.split():
        words.setdefault(word)
        if len(words) == WORDS_WEIGHED:
            break
    return list(words)


def _surprise(words: Sequence[str], orthography: Orthography) -> float:
    """How surprising words are in an orthography."""
    usage, own = usage_of(orthography.language, orthography.script), alphabet(orthography.tag)
    foreign = sum(_foreign(word, own) for word in words)
    return surprise(sum(cost_of(word, usage) for word in words), orthography.tag) + FOREIGN * foreign


def _foreign(word: str, own: frozenset[str]) -> int:
    """How many letters of a word an alphabet lacks; none, if it is not known."""
    return bool(own) and sum(char not in own for char in word if char != "ʼ")


def _confidence(share: float, words: Sequence[str], tag: str) -> float:
    """A share of the likelihood as a confidence: less where a text has letters that the language has not."""
    letters = sum(map(len, words))
    known = 1 - sum(_foreign(word, alphabet(tag)) for word in words) / letters if letters else 0.0
    return round(share * known, 2)
