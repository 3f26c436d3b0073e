"""A filter after Bloom: what was never put into it is told apart from nearly all that was, in little memory.

Burton H. Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the ACM 13 (1970).
"""

# A million marks take a quarter of them: one in sixteen of others is taken for one of these then.
BITS = 1 << 23
_MASK = BITS - 1
_SHIFT = 32  # of a mark's 64 bits the lower half says one bit, the upper half another


class Filter:
    """Marks of 64 bits, evenly spread, as hashes are.

    >>> met = Filter()
    >>> met.add(11), met.add(-12)
    (None, None)
    >>> [mark in met for mark in (11, -12, 13)]
    [True, True, False]
    """

    def __init__(self) -> None:
        self._bits = bytearray(BITS >> 3)

    def add(self, mark: int) -> None:
        """Put a mark in."""
        for bit in (mark & _MASK, mark >> _SHIFT & _MASK):
            self._bits[bit >> 3] |= 1 << (bit & 7)

    def __contains__(self, mark: int) -> bool:
        """Whether a mark may have been put in; False is certain."""
        bits = self._bits
        one, other = mark & _MASK, mark >> _SHIFT & _MASK
        return bool(bits[one >> 3] >> (one & 7) & 1 and bits[other >> 3] >> (other & 7) & 1)
