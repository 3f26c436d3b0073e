"""Evidence of edits: how few letters left out, added, replaced or changed round make one name of another.

Two readings are compared as they are and as they sound from afar: a for e, o for u, i for y, and voice, are nothing.
"""

from functools import lru_cache

from gazetteer.matching.similarity import edits
from gazetteer.model import Candidate, Query, Stage, Weighing
from gazetteer.text.clean import fold

MOST = 8  # edits beyond so many say no more
LONG = 14  # letters beyond so many say no more
WORDS_APART = 3
COMPARED = 64  # pairs that are remembered, as several functions ask one after another
# Sounds from afar: vowels in three kinds, consonants without their voice.
AFAR = str.maketrans("aeiouywbdgzvjcqx", "aaiooioptksfxkkx")


def parted(asked: Query, candidate: Candidate) -> Weighing | None:
    """So many edits part the two readings."""
    apart, _, _ = _readings(candidate)
    return (-min(apart, MOST) / MOST, candidate.form) if apart else None


def parted_in_writing(asked: Query, candidate: Candidate) -> Weighing | None:
    """So many edits part the two spellings, both in one script."""
    if candidate.stage is Stage.EXACT or candidate.script != candidate.written.script:
        return None
    apart = min(edits(candidate.written.folded, fold(candidate.name.text)), MOST)
    return (-apart / MOST, candidate.name.text) if apart else None


def few_edits(asked: Query, candidate: Candidate) -> Weighing | None:
    """Few edits part the two readings, for their length."""
    score = max(0.0, (_readings(candidate)[1] - 0.75) * 4)
    return (score, candidate.form) if score else None


def few_edits_of_many(asked: Query, candidate: Candidate) -> Weighing | None:
    """Most letters of a long reading are left alone."""
    return _readings(candidate)[1] * _length(candidate), candidate.form


def near_sound(asked: Query, candidate: Candidate) -> Weighing | None:
    """Few edits part the two readings, as they sound from afar."""
    return _readings(candidate)[2], candidate.form


def near_sound_of_many(asked: Query, candidate: Candidate) -> Weighing | None:
    """Most sounds of a long reading are left alone, as they sound from afar."""
    return _readings(candidate)[2] * _length(candidate), candidate.form


def merely_alike(asked: Query, candidate: Candidate) -> Weighing | None:
    """The readings are in two scripts, and no more than alike."""
    if candidate.stage is not Stage.LIKENESS or candidate.script == candidate.written.script:
        return None
    return -1.0, candidate.name.text


def more_words(asked: Query, candidate: Candidate) -> Weighing | None:
    """One spelling has a word more: letters that part them belong to it, and are no edits."""
    if candidate.stage is Stage.EXACT or candidate.script != candidate.written.script:
        return None
    apart = abs(candidate.written.folded.count(" ") - fold(candidate.name.text).count(" "))
    return (min(apart, WORDS_APART) / WORDS_APART, candidate.name.text) if apart else None


def words_in_common(asked: Query, candidate: Candidate) -> Weighing | None:
    """Some of the words of the two spellings are the same."""
    if candidate.stage is Stage.EXACT or candidate.script != candidate.written.script:
        return None
    own, other = set(candidate.written.folded.split()), set(fold(candidate.name.text).split())
    common = own & other
    score = len(common) / len(own | other)
    return (score, " ".join(sorted(common))) if common else None


def same_last_word(asked: Query, candidate: Candidate) -> Weighing | None:
    """The last of several words is the same."""
    said = candidate.reading.text if candidate.reading else candidate.written.folded
    if " " not in said or candidate.script != "Latn":
        return None
    mine, known = said.split(), fold(candidate.name.text).split()
    same = len(mine) > 1 < len(known) and mine[-1] == known[-1]
    return (1.0, known[-1]) if same else None


def _length(candidate: Candidate) -> float:
    return min(len(candidate.form), LONG) / LONG


def _readings(candidate: Candidate) -> tuple[int, float, float]:
    """How many edits part the readings of a candidate, and how much they leave alone: as they are, and from afar."""
    said, known = candidate.said, candidate.form
    return (0, 1.0, 1.0) if said == known else _compared(said, known)


@lru_cache(COMPARED)
def _compared(one: str, other: str) -> tuple[int, float, float]:
    longest = max(len(one), len(other), 1)
    apart = edits(one, other)
    return apart, 1 - apart / longest, 1 - edits(one.translate(AFAR), other.translate(AFAR)) / longest
