"""Thai: a run of letters read in syllables, the cheapest readings first.

Thai writes no blanks between words and leaves many short vowels out. Names of which the reading is official are in the
words of the file; any other reading is certain only if it is the only one and its writing has all its vowels.
"""

import re
from collections.abc import Mapping
from itertools import count, pairwise

import icu

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.thai_syllables import Syllable, syllables
from gazetteer.romanization.voices.voiced import Voiced

THAI = "thai"  # what files call this voice
READINGS = 4
LISTED = -0.5  # what a name of the list costs within a longer run
LISTED_SHORTEST = 3  # letters; a shorter name is known only where it stands alone
LONGEST = 40  # letters; a longer run is taken apart into words first
DEAREST = 2.5  # more than the cheapest reading, and one is not given

_TONES = re.compile("[่-๋ํ๎ฯ]")
# A silenced letter, with the vowel it bears, and the one before it where the syllable has been closed already.
_SILENCED = re.compile("(?:(?<=[ะ-ู็][ก-ฮ])|(?<=[เแโ][ก-ฮ][ก-ฮ]))[ก-ฮ]?[ก-ฮ][ิุ]?์|[ก-ฮ][ิุ]?์")


def read_thai(run: str, orthography: Orthography) -> Voiced:
    """What a run of Thai letters says, syllables parted by hyphens and the words of a listed name by blanks.

    >>> from gazetteer.languages import orthographies
    >>> thai = orthographies()["th-Thai"]
    >>> read_thai("แม่น้ำ", thai), read_thai("ตลาด", thai).readings[0]
    (Voiced(readings=('mɛ-nam',), certain=True), 'ta-lat')
    """
    listed = {_plain(written): readings for written, readings in orthography.words.items()}
    plain = _plain(run)
    if plain in listed:
        return Voiced(listed[plain], certain=len(listed[plain]) == 1)
    if len(plain) > LONGEST:
        return Voiced((" ".join(read_thai(piece, orthography).readings[0] for piece in _pieces(run)),), certain=False)
    whole, _, repeated = plain.partition("ๆ")
    ways = _ways(whole, listed)
    if not whole or not ways or repeated:
        return Voiced((run,), certain=False)
    says = dict.fromkeys(f"{way[1]}-{way[1]}" if plain.endswith("ๆ") else way[1] for way in ways)
    return Voiced(tuple(says)[:READINGS], certain=len(says) == 1 and ways[0][2])


def _pieces(run: str) -> list[str]:
    """A long run in the words that ICU finds in it, none longer than is read at once."""
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("th"))
    breaks.setText(run)
    places = [0, *breaks]
    words = [run[start:stop] for start, stop in pairwise(places)]
    return [word[at : at + LONGEST] for word in words for at in range(0, len(word), LONGEST)]


def _plain(written: str) -> str:
    """A writing without tones and silenced letters."""
    return _SILENCED.sub("", _TONES.sub("", written.replace("ํา", "ำ")))


def _ways(text: str, listed: Mapping[str, tuple[str, ...]]) -> list[tuple[float, str, bool]]:
    """The readings of a text with what each costs and whether its writing has all its vowels, the cheapest first."""
    reached: dict[int, list[tuple[float, str, bool]]] = {0: [(0.0, "", True)]}
    for at in count():
        if at >= len(text):
            break
        found = [*syllables(text, at), *_listed(text, at, listed)] if at in reached else []
        for syllable in found:
            reached.setdefault(syllable.stop, []).extend(
                (cost + syllable.cost, _joined(says, syllable.says), whole and syllable.written)
                for cost, says, whole in _cheapest(reached[at])
            )
    return _cheapest(reached.get(len(text), []))


def _joined(before: str, syllable: str) -> str:
    return f"{before}-{syllable}" if before else syllable


def _cheapest(ways: list[tuple[float, str, bool]]) -> list[tuple[float, str, bool]]:
    ordered = sorted(ways)
    kept = {says: (cost, says, whole) for cost, says, whole in reversed(ordered)}
    return [way for way in sorted(kept.values()) if way[0] <= ordered[0][0] + DEAREST][: 2 * READINGS]


def _listed(text: str, at: int, listed: Mapping[str, tuple[str, ...]]) -> list[Syllable]:
    """The listed names that stand at a place of a longer run."""
    return [
        Syllable(at + len(written), readings[0], LISTED)
        for written, readings in listed.items()
        if len(written) >= LISTED_SHORTEST and text.startswith(written, at)
    ]
