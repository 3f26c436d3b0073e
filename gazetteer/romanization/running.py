"""Running text by one system: word by word, each word romanized once, which is the same and many times as fast.

No rule sees across a blank, so that a text is the sum of its words; only a name that is read aloud is taken as a whole,
since an article in it may be small where it does not begin it. Markup and addresses are left as they are. A script
without capitals gets them in lines that look like a name, and none in running lines.
"""

import re
import unicodedata
from functools import lru_cache

from gazetteer.languages import System, system, systems
from gazetteer.romanization.systems import has_capitals, romanize

REMEMBERED = 8_192  # words by each system; few texts of an article's length have more that differ
WRITERS_KEPT = 48  # systems whose words are remembered at once
LONGEST_REMEMBERED = 64  # letters
NAME_WORDS = 4  # a line of more words is no name
# Tags of HTML and XML, and addresses: what a program reads, whatever letters are in it.
LEFT = re.compile(r"(</?[A-Za-z][^<>]*>|(?:https?|ftp)://[^\s<>\"'«»“”]+|www\.[^\s<>\"'«»“”]+)")
ENDS_SENTENCE = re.compile(r"[.,:;!?…։।。]\s*$")


class _Words(dict[str, str]):
    """What each word met so far is by a system."""

    def __init__(self, by: System, *, capitals: bool, most: int) -> None:
        self.by, self.capitals, self.most = by, capitals, most
        self.whole_lines = capitals and by.voice is not None  # an article's capital depends on where it stands

    def __missing__(self, word: str) -> str:
        written = romanize(word, self.by, capitals=self.capitals)
        if len(word) <= LONGEST_REMEMBERED:
            if len(self) >= self.most:
                self.clear()
            self[word] = written
        return written


class Writer:
    """Writes texts by a system, and remembers the words it met."""

    def __init__(self, by: System, *, most: int = REMEMBERED) -> None:
        self.has_capitals = has_capitals(by)
        self.capitalized = _Words(by, capitals=True, most=most)
        self.plain = _Words(by, capitals=False, most=most)

    def write(self, text: str, capitals: bool | None = None) -> str:
        """A text in Latin letters; ``capitals`` is for a script that has none, where None leaves it to each line."""
        if text.isascii():
            return text
        text = unicodedata.normalize("NFC", text)
        if self.has_capitals or capitals:
            return _by_words(text, self.capitalized)
        if capitals is not None:
            return _by_words(text, self.plain)
        lines = text.split("\n")
        return "\n".join([_by_words(line, self.capitalized if is_name(line) else self.plain) for line in lines])


def write_text(text: str, system: System, *, capitals: bool | None = None) -> str:
    """A text in Latin letters as that system writes it; case, blanks, digits, marks, markup and addresses are kept.

    >>> from gazetteer.languages import system
    >>> write_text('<a title="Київ">Київ</a>, 1991', system("uk-Cyrl/national-2010"))
    '<a title="Київ">Kyiv</a>, 1991'
    """
    registered = systems().get(system.full_id) is system
    return (_registered(system.full_id) if registered else Writer(system)).write(text, capitals)


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
    if words.whole_lines:
        return "\n".join(map(word, text.split("\n")))
    return "\n".join([" ".join(map(word, line.split(" "))) for line in text.split("\n")])


@lru_cache(WRITERS_KEPT)
def _registered(full_id: str) -> Writer:
    return Writer(system(full_id))
