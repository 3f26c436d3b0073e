"""The canonical form of a place: GeoNames' own name, but for what English newspapers write otherwise."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gazetteer.store import EntityRow, NameRow

# Where GeoNames romanizes letter by letter (BGN/PCGN), what English newspapers write otherwise: the marks of the soft
# and the hard sign they leave out (Ryazan’), and Russian adjectives end in -y and -ye (Nizhniy, Naberezhnyye).
SIGNS, ROMANIZED_WITH_SIGNS = re.compile("(?<=[A-Za-zÀ-ž])['’ʼʹ]"), frozenset(("RU", "BY", "UA", "KZ", "KG"))
ADJECTIVES = {"RU": ((re.compile("(?<=[b-df-hj-np-tv-xz])(?:yy|iy)\\b"), "y"), (re.compile("yye\\b"), "ye"))}
# Countries whose names GeoNames romanizes with macrons, dots and cedillas, which no newspaper prints: Herāt, Ţarţūs.
ROMANIZED_WITH_MARKS = frozenset((
    "AE", "AF", "BD", "BH", "EG", "IN", "IQ", "IR", "JO", "JP", "KP", "KR", "KW", "LB", "LK", "LY", "NP", "OM",
    "PK", "PS", "QA", "SA", "SD", "SY", "YE",
))  # fmt: skip
MARKS = re.compile("[\u0304\u0306\u0323\u0327\u0331]")
# What Romanian writes with a comma below, and old files with a cedilla.
COMMA_BELOW = ("RO", "MD"), str.maketrans("şţŞŢ", "șțȘȚ")
ENGLISH = Path(__file__).parents[2] / "seeds" / "english_cities.tsv"


def write_as_newspapers(row: EntityRow) -> None:
    """Make the form that English newspapers write the canonical one: Ryazan, Nizhny Novgorod, Cologne, Herat."""
    english = _english().get((row.country or "", row.canonical))
    if english is not None:
        make_canonical(row, english)
        return
    plain = row.canonical
    if row.country in COMMA_BELOW[0]:
        plain = plain.translate(COMMA_BELOW[1])
    if row.country in ROMANIZED_WITH_MARKS:
        plain = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", plain)))
    if row.country in ROMANIZED_WITH_SIGNS:
        plain = SIGNS.sub("", plain)
        for pattern, written in ADJECTIVES.get(row.country, ()):
            plain = pattern.sub(written, plain)
    make_canonical(row, plain)


@cache
def _english() -> Mapping[tuple[str, str], str]:
    """The names by which English calls cities that GeoNames has under a native one, by country and that."""
    with ENGLISH.open(encoding="utf-8", newline="") as rows:
        return {
            (row["country"], row["name"]): row["english"]
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def make_canonical(row: EntityRow, text: str) -> None:
    """Make a form the canonical one; what was so before stays a name."""
    if text == row.canonical:
        return
    listed = next((name for name in row.names if name.text == text), None)
    if listed is None:
        row.names.insert(0, NameRow(text, source=row.names[0].source, preferred=True))
    else:
        listed.preferred = True
    row.canonical = text
