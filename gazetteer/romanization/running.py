"""Running text by one system: word by word, each word romanized once, which is the same and many times as fast.

No rule sees across a blank, so that a text is the sum of its words. Markup and addresses are left as they are. A script
without capitals gets them in lines that look like a name, and none in running lines.
"""

import re
import unicodedata
from functools import cache

from gazetteer.languages import System, system, systems
from gazetteer.romanization.systems import has_capitals, romanize

REMEMBERED = 16_384  # words by each system; few texts have more that differ
LONGEST_REMEMBERED = 64  # letters
NAME_WORDS = 4  # a line of more words is no name
# Tags of HTML and XML, and addresses: what a program reads, whatever letters are in it.
LEFT = re.compile(r"(</?[A-Za-z][^<>]*>|(?:https?|ftp)://[^\s<>\"'«»“”]+|www\.[^\s<>\"'«»“”]+)")
ENDS_SENTENCE = re.compile(r"[.,:;!?…։।。]\s*$")


class _Words(dict[str, str]):
    """What each word met so far is by a system."""

    def __init__(self, by: System, *, capitals: bool) -> None:
        self.by, self.capitals = by, capitals

    def __missing__(self, word: str) -> str:
        written = romanize(word, self.by, capitals=self.capitals)
        if len(word) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[word] = written
        return written


def write_text(text: str, system: System, *, capitals: bool | None = None) -> str:
    """A text in Latin letters as that system writes it; case, blanks, digits, marks, markup and addresses are kept.

    ``capitals`` says whether each word gets one in a script that has none; None leaves it to each line.

    >>> from gazetteer.languages import system
    >>> write_text('<a title="Київ">Київ</a>, 1991', system("uk-Cyrl/national-2010"))
    '<a title="Київ">Kyiv</a>, 1991'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if has_capitals(system):
        return _by_words(text, _words(system, capitals=True))
    lines = text.split("\n")
    named = [is_name(line) if capitals is None else capitals for line in lines]
    both = {each: _words(system, capitals=each) for each in set(named)}
    return "\n".join([_by_words(line, both[each]) for line, each in zip(lines, named, strict=True)])


def is_name(line: str) -> bool:
    """Whether a line looks like a name and no sentence: few words, and no mark of a sentence at the end.

    >>> is_name("ზემო სვანეთი"), is_name("თბილისი დიდია.")
    (True, False)
    """
    return len(line.split(None, NAME_WORDS)) <= NAME_WORDS and not ENDS_SENTENCE.search(line)


def without_markup(text: str) -> str:
    """A text with blanks where its markup and addresses were."""
    return LEFT.sub(" ", text)


def _by_words(text: str, words: _Words) -> str:
    if "<" in text or "://" in text or "www." in text:
        pieces = LEFT.split(text)
        pieces[::2] = [_by_words_alone(piece, words) for piece in pieces[::2]]
        return "".join(pieces)
    return _by_words_alone(text, words)


def _by_words_alone(text: str, words: _Words) -> str:
    word = words.__getitem__
    return "\n".join([" ".join(map(word, line.split(" "))) for line in text.split("\n")])


def _words(by: System, *, capitals: bool) -> _Words:
    """The words of a system: kept if the folder defines it, made afresh if it does not."""
    registered = systems().get(by.full_id) is by
    return _registered(by.full_id, capitals) if registered else _Words(by, capitals=capitals)


@cache
def _registered(full_id: str, capitals: bool) -> _Words:
    return _Words(system(full_id), capitals=capitals)
