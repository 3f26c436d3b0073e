"""What stands beside a place's name otherwise than behind a comma: *Kyiv Ukraine*, *Wien/Österreich*, *Ukraine, Kyiv*.

Lists that people have made are full of these. Only a place that is called just so and lies there is meant by them: of
*Peter Jordan*, who may be anybody, Jordan says nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.index import Index
from gazetteer.model import Qualifier
from gazetteer.qualifying import CODE, qualified_by
from gazetteer.text.generics import split_qualifier

PARTED = re.compile(r"\s*[/|]\s*|\s+[-–—]\s+")
# As Chinese, Japanese and Korean have it, the larger first: 大阪府大阪市, 서울특별시 강남구.
HAN, HANGUL = r"[\u4e00-\u9fff]", r"[\uac00-\ud7a3]"
ADDRESS = re.compile(
    rf"(?P<around>{HAN}{{1,6}}[省市府県都道州]|{HANGUL}{{1,6}}[시도] )(?P<place>{HAN}{{2,}}|{HANGUL}{{2,}})"
)
MOST_WORDS = 4  # of what stands beside: *Bosnia and Herzegovina* has three
LONGEST = 8  # words of a name that is taken apart


class Beside(NamedTuple):
    """A name, and what stands beside it: `first`, where that stands before it; behind a `comma`, or `plainly` so."""

    name: str
    beside: str
    first: bool = False
    comma: bool = False
    plainly: bool = False


def arranged(text: str) -> Iterator[Beside]:
    """The ways in which a text may be a name and where that is.

    >>> [(one.name, one.beside) for one in arranged("Wien/Österreich")]
    [('Wien', 'Österreich'), ('Österreich', 'Wien')]
    >>> [(one.name, one.beside) for one in arranged("大阪府堺市")]
    [('堺市', '大阪府')]
    """
    head = split_qualifier(text)
    if head is not None:
        yield Beside(head[1], head[0], first=True, comma=True)
        return
    address = ADDRESS.fullmatch(text)
    if address is not None:
        yield Beside(address["place"].strip(), address["around"].strip(), first=True, comma=True)
        return
    parts = PARTED.split(text)
    if len(parts) == 2 and all(parts):
        yield Beside(parts[0], parts[1])
        yield Beside(parts[1], parts[0], first=True)
    words = text.split()
    if len(parts) > 1 or not 1 < len(words) <= LONGEST:
        return
    for count in range(1, min(MOST_WORDS, len(words) - 1) + 1):
        yield Beside(" ".join(words[:-count]), " ".join(words[-count:]), plainly=True)
        yield Beside(" ".join(words[count:]), " ".join(words[:count]), plainly=True, first=True)


def told_beside(index: Index, one: Beside) -> Qualifier | None:
    """What stands beside a name says of where it is: a country, or a region too behind it or before a comma."""
    if one.first and CODE.fullmatch(one.beside):
        return None
    said = qualified_by(index, one.beside, of=one.name)
    regions_do = one.comma or not one.first
    return said if said.whole or (said.countries and regions_do) else None
