"""Clean: a written name as it may be kept, and the fold under which equal names are equal.

``clean`` changes nothing that a reader could see; ``fold`` is the exact-match key for any script:
case, diacritics and punctuation go, but й stays another letter than и. Neither transliterates.
"""

import re
import unicodedata
from functools import lru_cache

from gazetteer.errors import BadName

LONGEST = 300
FOLDED = 2048  # texts whose folds are remembered: entities have one name in many languages

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# A whole name that pages set apart, lest it turn the text around it round.
_ISOLATED = re.compile("\\A\\s*[\u2066-\u2068]([^\u202a-\u202e\u2066-\u2069]*)\u2069\\s*\\Z")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"[\s\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# Hyphens that only look or break differently; dashes are punctuation of their own and stay.
_HYPHENS = re.compile("[\u2010\u2011\u2043\ufe63\uff0d]")
# Joiners shape letters in Arabic, Indic and Mongolian writing; elsewhere nothing would be seen of them,
# and nothing anywhere of soft hyphens, direction marks and byte order marks.
_JOINERS = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af])[\u200b-\u200d]|[\u00ad\u200e\u200f\u2060\ufeff]"
)
# Any of the above, and blanks but for single spaces: most names have none.
_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u1680\u180e\u2000-\u2011\u2028-\u202f\u2043\u205f\u2060\u2066-\u2069\u3000"
    r"\ud800-\udfff\ufe63\ufeff\uff0d]|\s\s"
)

_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ß": "ss", "ħ": "h", "ŋ": "n",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ς": "σ",
}  # fmt: skip
_DROPPED = "'’‘ʼʻʹʺ`´ʾʿ′″ʽꞌ＇\u0640\u200b\u200c\u200d\u200e\u200f\ufe0e\ufe0f・·•‧"
_TABLE = str.maketrans(_LETTERS) | dict.fromkeys(map(ord, _DROPPED))
_ASCII = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()} | {"'": "", "`": ""})
# Marks that make another letter in Cyrillic, and the two dots that only some write, as for ё.
_KEPT = {"и\u0306": "й", "і\u0308": "ї", "у\u0306": "ў"}
# Quotation marks that stand for an apostrophe inside a word (*Kup"yans'k*, *צה"ל*): before a small letter, or one of a
# writing that has no capitals; before a capital (*ООО"Луч"*) they begin a word.
_QUOTES = re.compile('(?<=[^\\W\\d_])["”“״](?=[^\\W\\d_])')
_COMPOSED = re.compile("|".join(_KEPT))
_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+")
_HEBREW_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+")
_BETWEEN = re.compile(r"[^\w\u0700-\u109f\u1780-\u18af\u1b00-\u1bff\u3099\u309a]|_")


def clean(name: str) -> str:
    """A written name in NFC, trimmed, with plain spaces and hyphens; tabs and line breaks count as spaces.

    Raises:
        BadName: it is empty, too long, or has what no name has; the text says which.
    """
    if not name or name.isspace():
        raise BadName("A name must not be empty.")
    if len(name) > LONGEST:
        raise BadName(f"A name has at most {LONGEST} characters; this one has {len(name)}.")
    if not _ODD.search(name):
        name = unicodedata.normalize("NFC", name)
    else:
        name = _ISOLATED.sub(r"\1", name)
        _refuse(name)
        name = unicodedata.normalize("NFC", _JOINERS.sub("", _HYPHENS.sub("-", name)))
        name = _BLANKS.sub(" ", name)
    name = name.strip()
    if not name:
        raise BadName("A name must have something that can be seen.")
    return name


@lru_cache(FOLDED)
def fold(text: str) -> str:
    """The exact-match key of a text: what two writings of one name have in common in any script.

    >>> fold("Saint-Étienne"), fold("Куп’янськ"), fold("КИЇВ"), fold("Łódź")
    ('saint etienne', 'купянськ', 'київ', 'lodz')
    """
    if '"' in text or "”" in text or "“" in text or "״" in text:
        text = _QUOTES.sub(lambda found: " " if text[found.end()].isupper() else "", text)
    if not text.isascii():
        letters = text.translate(_FOLDED)
        text = _fold_letters(text) if _NOT_ALONE in letters else letters
    return " ".join(text.lower().translate(_ASCII).split())


def folds_to(text: str, folded: str) -> bool:
    """Whether the fold of a text is this one; most texts whose fold is another show it by their first letter.

    >>> folds_to("Łódź", "lodz"), folds_to("Łódź", "lviv"), folds_to("Київ", "kyiv")
    (True, False, False)
    """
    first, wanted = text[:1], folded[:1]
    if first.isascii():
        other = first.isalnum() and first.lower() != wanted
    else:
        other = wanted.isascii() and any(low <= first <= high for low, high in _NEVER_ASCII)
    return not other and fold(text) == folded


class _Folded(dict[int, str]):
    """What each character met so far is folded to, or the mark of those that take part in their neighbours."""

    def __missing__(self, code: int) -> str:
        written = unicodedata.normalize("NFKC", chr(code))
        alone = all(unicodedata.category(char)[0] not in "MC" and not "\u1100" <= char <= "\u11ff" for char in written)
        found = self[code] = _fold_letters(chr(code)) if alone else _NOT_ALONE
        return found


# Letters that no fold turns into plain ones: Cyrillic, Greek, Arabic, Chinese, Korean.
_NEVER_ASCII = (
    ("\u0400", "\u0481"),
    ("\u0391", "\u03c9"),
    ("\u0621", "\u063a"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7a3"),
)
# A character of private use, which says itself that it is not to be folded alone.
_NOT_ALONE = "\ue000"
_FOLDED = _Folded()


def _fold_letters(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)
    decomposed = unicodedata.normalize("NFD", text)
    if len(decomposed) != len(text) or _LATIN_MARKS.search(text):
        decomposed = _LATIN_MARKS.sub("", _COMPOSED.sub(lambda found: _KEPT[found[0]], decomposed))
        text = unicodedata.normalize("NFC", decomposed)
    if not text.isascii():
        text = _BETWEEN.sub(" ", _HEBREW_MARKS.sub("", _ARABIC_MARKS.sub("", text)))
    return text


def _refuse(name: str) -> None:
    """Raise BadName for characters that no name has."""
    if found := _LONE.search(name):
        raise BadName(f"A name must be text; the character at {found.start() + 1} is half of a surrogate pair.")
    if found := _CONTROLS.search(name):
        raise BadName(f"A name has no control characters; there is U+{ord(found[0]):04X} at {found.start() + 1}.")
    if found := _BIDI.search(name):
        raise BadName(f"A name has no direction overrides; there is U+{ord(found[0]):04X} at {found.start() + 1}.")
