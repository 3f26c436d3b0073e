"""The columns of a sheet by their letters: A is 0, Z is 25, AA is 26."""

from functools import cache

COLUMNS_MOST = 16_384  # XFD is the last that any program has


@cache
def column_of(letters: bytes) -> int:
    """The place of a column, from 0.

    >>> column_of(b"A"), column_of(b"AA"), column_of(b"XFD")
    (0, 26, 16383)
    """
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


@cache
def letters_of(place: int) -> bytes:
    """The letters of a column.

    >>> letters_of(0), letters_of(26), letters_of(16383)
    (b'A', b'AA', b'XFD')
    """
    letters = b""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = bytes((65 + letter,)) + letters
    return letters
