"""Odd files of delimited text, made by seeded chance: every encoding, delimiter and line end, and every damage.

A well-formed file keeps to what Python's csv reads in one way only; an odd one may have anything in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from gazetteer.tabular.model import Dialect

WORDS = {
    "utf-8": ("Одеса", "東京", "Łódź", "naïve", "𐍈", "a"),
    "utf-16-le": ("Одеса", "東京", "Łódź", "ਊ", "𐍈", "a"),
    "utf-16-be": ("Одеса", "東京", "Łódź", "ഊ", "𐍈", "a"),
    "cp1250": ("Łódź", "Kraków", "Szőny", "a"),
    "cp1251": ("Одеса", "Київ", "a"),
    "cp1252": ("Orléans", "Köln", "’a", "a"),
    "cp1256": ("بغداد", "دمشق", "a"),
    "koi8-r": ("Одесса", "Киев", "a"),
    "koi8-u": ("Чернігів", "a"),
    "cp932": ("ソニー", "表参道", "東京", "ポ|", "a"),
    "gb18030": ("北京", "𠀀", "ಠ", "上海", "a"),
    "cp950": ("臺北", "功學", "許", "a"),
}
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
LINE_ENDS = ("\n", "\r\n", "\r")
WRONG_BYTES = {"utf-8": b"\xff", "cp1252": b"\x81", "cp932": b"\xfd", "gb18030": b"\xff", "cp950": b"\xff"}


@dataclass(frozen=True, slots=True)
class OddFile:
    """A file, and how it is written."""

    data: bytes
    text: str
    dialect: Dialect


def odd_files(count: int, seed: int, damaged: bool) -> Iterator[OddFile]:
    """So many files, the same for the same seed; only those that may be `damaged` hold what no reader agrees on."""
    for number in range(count):
        yield odd_file(Random(f"{seed} {number}"), damaged)


def odd_file(chance: Random, damaged: bool) -> OddFile:
    """One such file."""
    encoding = chance.choice(list(WORDS))
    delimiter = chance.choice(",;\t|,;\t|~:") if encoding == "koi8-r" else chance.choice(",;\t||")
    quote = chance.choice(('"', '"', '"', "'", None))
    ends = LINE_ENDS if chance.random() < 0.3 else (chance.choice(LINE_ENDS),)
    header = chance.random() < 0.7
    width = chance.choice((1, 2, 3, 6, 20))
    rows = chance.choice((0, 0, 1, 2, 5, 40))
    made = [] if chance.random() < 0.05 else [_row(chance, WORDS[encoding], width, (delimiter, quote), damaged)]
    made = made if header or rows else []
    made += [_row(chance, WORDS[encoding], width, (delimiter, quote), damaged) for _ in range(rows)]
    text = "".join(row + chance.choice(ends) for row in made)
    if chance.random() < 0.3:
        text = text.rstrip("\r\n")
    data = text.encode(encoding)
    if damaged and chance.random() < 0.3:
        data = _spoiled(chance, data, encoding)
    bom = encoding in MARKS and chance.random() < 0.5
    dialect = Dialect(encoding, delimiter, quote, ends[0], header, bom)
    return OddFile((MARKS[encoding] if bom else b"") + data, text, dialect)


def _row(chance: Random, words: Sequence[str], width: int, signs: tuple[str, str | None], damaged: bool) -> str:
    delimiter, quote = signs
    if width > 1 and chance.random() < 0.07:
        return ""
    if damaged and chance.random() < 0.15:
        width = max(1, width + chance.choice((-2, -1, 1, 2)))
    cells = [_cell(chance, words, delimiter, quote) for _ in range(width)]
    if damaged and quote and chance.random() < 0.1:
        cells[chance.randrange(width)] = quote + chance.choice(words) + chance.choice(("", "x", quote * 2))
    return delimiter.join(cells)


def _cell(chance: Random, words: Sequence[str], delimiter: str, quote: str | None) -> str:
    word = " ".join(chance.choices(words, k=chance.randint(1, 3)))
    kind = chance.randrange(10)
    if kind == 0:
        return f" {word.replace(delimiter, '')} " if delimiter != "\t" else word
    if kind == 1:
        return "\0x"
    if kind in (2, 3, 4) and quote:
        inside = word + chance.choice((delimiter, "\n", "\r\n", quote, "", f"{quote}{delimiter}\r"))
        return quote + inside.replace(quote, quote * 2) + quote
    if kind == 5:
        return "x" if quote is None else f"5{quote} x"
    return word.replace(delimiter, "").replace(quote or "\0", "") or "x"


def _spoiled(chance: Random, data: bytes, encoding: str) -> bytes:
    """Bytes that are not in the encoding, somewhere."""
    at = chance.randrange(len(data) + 1)
    if encoding.startswith("utf-16"):
        return data + b"\0" if chance.random() < 0.5 else data[: at & ~1] + b"\xd8\xd8" + data[at & ~1 :]
    return data[:at] + WRONG_BYTES.get(encoding, b"\0") + data[at:]
