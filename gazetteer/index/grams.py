"""Trigrams of short strings: which strings share the most of them with a question.

The rarest lists are opened first, up to a budget of postings, so that the cost of a question does
not grow with the gazetteer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

U32 = NDArray[np.uint32]
# Codes of the characters that readings and skeletons are made of; 0 is the edge of a string.
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
SIZE = len(ALPHABET) + 1
# Strings taken at a time: so many that a trigram and the number of a string fit into 32 bits.
_OWNER_BITS = 16
_OWNER = np.uint32((1 << _OWNER_BITS) - 1)
CHUNK = 1 << _OWNER_BITS
LEAST_SIZE = 1  # trigrams of a string of one letter
_CODES = np.zeros(256, dtype=np.uint32)
for _number, _char in enumerate(ALPHABET, start=1):
    _CODES[ord(_char)] = _number
_CODE_OF = {char: number for number, char in enumerate(ALPHABET, start=1)}


@dataclass(frozen=True, slots=True)
class GramTable:
    """Postings: for each trigram the numbers of the strings that hold it; and how many each string has."""

    offsets: NDArray[np.int64]
    postings: U32
    sizes: NDArray[np.uint8]


def grams_of(text: str) -> list[int]:
    """The distinct trigrams of one string, its edges counted as a character."""
    codes = [0, *(_CODE_OF.get(char, 0) for char in text), 0]
    return list({(a * SIZE + b) * SIZE + c for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)})


def build(blob: bytes, starts: NDArray[np.int64]) -> GramTable:
    """The table over strings that lie one after another in a blob, string i at starts[i]:starts[i + 1]."""
    count = len(starts) - 1
    pieces = [_pairs(blob, starts, first, min(first + CHUNK, count)) for first in range(0, count, CHUNK)]
    held = [np.bincount(piece >> _OWNER_BITS, minlength=SIZE**3) for piece in pieces]
    offsets = np.concatenate(([0], np.cumsum(sum(held, np.zeros(SIZE**3, dtype=np.int64)))))
    postings = np.empty(int(offsets[-1]), dtype=np.uint32)
    sizes = np.zeros(count, dtype=np.uint8)
    cursor = offsets[:-1].copy()
    for number, (piece, here) in enumerate(zip(pieces, held, strict=True)):
        owners = piece & _OWNER
        first = number * CHUNK
        each = np.bincount(owners)
        sizes[first : first + len(each)] = np.minimum(each, 255)
        # Within a piece the pairs are in order of code, so a posting's rank is its distance from its code's first.
        places = np.repeat(cursor - (np.cumsum(here) - here), here) + np.arange(len(piece))
        postings[places] = owners + np.uint32(first)
        cursor += here
    return GramTable(offsets, postings, sizes)


def _pairs(blob: bytes, starts: NDArray[np.int64], first: int, last: int) -> U32:
    """Trigram and number of strings first..last, counted from the first, in one integer; each pair once, in order."""
    begin, end = int(starts[first]), int(starts[last])
    owner = np.repeat(np.arange(last - first, dtype=np.uint32), np.diff(starts[first : last + 1]))
    # Each string is laid out as edge, letters, edge; a trigram starts at every letter's left neighbour.
    padded = np.zeros(end - begin + 2 * (last - first), dtype=np.uint32)
    left = np.arange(end - begin, dtype=np.int64) + 2 * owner.astype(np.int64)
    padded[left + 1] = _CODES[np.frombuffer(blob, dtype=np.uint8, count=end - begin, offset=begin)]
    grams = (padded[left] * SIZE + padded[left + 1]) * SIZE + padded[left + 2]
    pairs = np.sort(grams.astype(np.uint32) << np.uint32(_OWNER_BITS) | owner)
    return pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs


def nearest(table: GramTable, texts: Sequence[str], *, budget: int, best: int) -> U32:
    """The numbers of the strings that share the most trigrams with these texts, at most `best`."""
    grams = np.fromiter({gram for text in texts for gram in grams_of(text)}, dtype=np.int64)
    starts, ends = table.offsets[grams], table.offsets[grams + 1]
    order = (ends - starts).argsort()
    starts, ends = starts[order], ends[order]
    spent = (ends - starts).cumsum()
    first = int(spent.searchsorted(0, side="right"))  # the rarest that any string has
    if first == len(spent):
        return np.empty(0, dtype=np.uint32)
    last = max(first + 1, int(spent.searchsorted(budget, side="right")))
    begins, stops = starts[first:last].tolist(), ends[first:last].tolist()
    opened = [table.postings[begin:stop] for begin, stop in zip(begins, stops, strict=True)]
    hits = np.concatenate(opened)
    hits.sort()
    typical = sum(len(text) + 1 for text in texts) / len(texts)
    # Most strings share one trigram by chance: they are looked at only where one could be among the best.
    found, score = _scored(table, *_repeated(hits), typical)
    if len(found) >= best:
        chosen = score.argpartition(-best)[-best:]
        if score[chosen].min() * (typical + LEAST_SIZE) >= 1.0:
            return found[chosen]
    found, score = _scored(table, *_counted(hits), typical)
    return found if len(found) <= best else found[np.argpartition(score, -best)[-best:]]


def _scored(table: GramTable, found: U32, shared: NDArray[np.int64], typical: float) -> tuple[U32, NDArray[np.float64]]:
    """Strings with how alike they are to a text with so many trigrams, by how many they share with it."""
    return found, shared / (typical + table.sizes[found])


def _counted(hits: U32) -> tuple[U32, NDArray[np.int64]]:
    """The distinct ones of sorted numbers, and how often each is there."""
    edges = np.concatenate(([True], hits[1:] != hits[:-1])).nonzero()[0]
    return hits[edges], np.diff(np.append(edges, len(hits)))


def _repeated(hits: U32) -> tuple[U32, NDArray[np.int64]]:
    """Of sorted numbers those that are there more than once, and how often."""
    again = hits.take((hits[1:] == hits[:-1]).nonzero()[0])  # sooner than with a mask
    if not len(again):
        return again, again.astype(np.int64)
    found, times = _counted(again)
    return found, times + 1
