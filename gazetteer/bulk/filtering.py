"""A filter after Bloom: what was never put into it is told apart from nearly all that was, in little memory.

Burton H. Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the ACM 13 (1970).
"""

BITS_A_MARK = 8  # one in twenty of other marks is taken for one of those that were put in then
_SHIFT = 32  # of a mark's 64 bits the lower half says one bit, the upper half another


class Filter:
    """Marks of 64 bits, evenly spread, as hashes are; it is made for so many, and takes in more as well as it can.

    >>> met = Filter(1_000)
    >>> met.add(11), met.add(-12)
    (None, None)
    >>> [mark in met for mark in (11, -12, 13)]
    [True, True, False]
    """

    def __init__(self, marks: int) -> None:
        bits = 1 << max(16, (BITS_A_MARK * marks - 1).bit_length())
        self._bits = bytearray(bits >> 3)
        self._mask = bits - 1

    def add(self, mark: int) -> None:
        """Put a mark in."""
        for bit in (mark & self._mask, mark >> _SHIFT & self._mask):
            self._bits[bit >> 3] |= 1 << (bit & 7)

    def __contains__(self, mark: int) -> bool:
        """Whether a mark may have been put in; False is certain."""
        bits = self._bits
        one, other = mark & self._mask, mark >> _SHIFT & self._mask
        return bool(bits[one >> 3] >> (one & 7) & 1 and bits[other >> 3] >> (other & 7) & 1)
