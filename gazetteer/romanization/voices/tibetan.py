"""Tibetan: a syllable with the a that its root letter has where no other vowel is written.

Which letter is the root follows from what may stand before and behind one. Three letters in a row of which the first
may be either are read in both ways.
"""

import re
from itertools import islice, product

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.voiced import Voiced

TIBETAN = "tibetan"  # what files call this voice
TSHEG = "་"  # between syllables
READINGS = 4
STACK = re.compile("([ཀ-ཬ])([ྐ-ྼ]*)([\u0f71-\u0f7d\u0f80]*)")
# Before which roots a letter may stand.
PREFIXES = {"ག": "ཅཉཏདནཙཞཟཡཤས", "ད": "ཀགངཔབམ", "བ": "ཀགཅཏདཙཞཟཤས", "མ": "ཁགངཆཇཉཐདནཚཛ", "འ": "ཁགཆཇཐདཕབཚཛ"}
BEFORE_S = "གངབམ"  # suffixes behind which ས may stand as a second


def read_tibetan(run: str, orthography: Orthography) -> Voiced:
    """What syllables are read as, an a put behind each root letter without a vowel of its own.

    >>> from gazetteer.languages import orthographies
    >>> read_tibetan("བསྟན་འཛིན", orthographies()["bo-Tibt"]), read_tibetan("བཀའ", orthographies()["bo-Tibt"]).readings
    (Voiced(readings=('བསྟaན་འཛིན',), certain=True), ('བཀaའ',))
    """
    read = [_read(syllable) for syllable in run.split(TSHEG)]
    ways = tuple(TSHEG.join(way) for way in islice(product(*read), READINGS))
    return Voiced(ways, certain=len(ways) == 1)


def _read(syllable: str) -> list[str]:
    """The readings of a syllable; it stands as it is if it is not made of stacks, or says its vowel itself."""
    stacks = STACK.findall(syllable)
    if not stacks or "".join(map("".join, stacks)) != syllable:
        return [syllable]
    joined = ["".join(stack) for stack in stacks]
    vowelled = [place for place, (_, _, vowels) in enumerate(stacks) if vowels]
    if vowelled and not (vowelled[0] and stacks[vowelled[0]][0] == "འ"):
        return [syllable]
    bare = stacks[: vowelled[0]] if vowelled else stacks
    if not vowelled:
        roots = _roots(bare)
    else:
        roots = [1] if len(bare) > 1 and bare[1][0] in PREFIXES.get(bare[0][0], "") and _is_plain(bare[0]) else [0]
    return ["".join((*joined[: root + 1], "a", *joined[root + 1 :])) for root in roots]


def _roots(bare: list[tuple[str, str, str]]) -> list[int]:
    """Where the root letter of a syllable without vowel signs may be, the likeliest place first."""
    stacked = [place for place, stack in enumerate(bare) if not _is_plain(stack)]
    if stacked:
        return stacked[:1]
    letters = [stack[0] for stack in bare]
    if len(letters) < 3 or letters[1] not in PREFIXES.get(letters[0], ""):
        return [0]
    if len(letters) == 3 and letters[1] in BEFORE_S and letters[2] == "ས":
        return [0, 1]
    return [1]


def _is_plain(stack: tuple[str, str, str]) -> bool:
    return not stack[1]
