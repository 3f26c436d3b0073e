"""The canonical form of a place: GeoNames' own name, but for what English newspapers write otherwise."""

import re

from gazetteer.store import EntityRow, NameRow

# Where GeoNames romanizes letter by letter (BGN/PCGN), what English newspapers write otherwise: the marks of the soft
# and the hard sign they leave out (Ryazan’), and Russian adjectives end in -y and -ye (Nizhniy, Naberezhnyye).
SIGNS, ROMANIZED_WITH_SIGNS = re.compile("(?<=[A-Za-zÀ-ž])['’ʼʹ]"), frozenset(("RU", "BY", "UA", "KZ", "KG"))
ADJECTIVES = {"RU": ((re.compile("(?<=[b-df-hj-np-tv-xz])(?:yy|iy)\\b"), "y"), (re.compile("yye\\b"), "ye"))}


def write_as_newspapers(row: EntityRow) -> None:
    """Make the form that English newspapers write the canonical one: Ryazan, Nizhny Novgorod."""
    if row.country not in ROMANIZED_WITH_SIGNS:
        return
    plain = SIGNS.sub("", row.canonical)
    for pattern, written in ADJECTIVES.get(row.country, ()):
        plain = pattern.sub(written, plain)
    make_canonical(row, plain)


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
