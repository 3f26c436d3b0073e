"""Sorts of package: what is said to whoever sent one that cannot be read, and how large one may be."""

from collections.abc import Callable
from dataclasses import dataclass

from gazetteer.errors import GazetteerError

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of package, in the words of those who write it, and its limits in bytes."""

    noun: str  # "document"
    program: str  # "Word"
    smaller: str  # a sentence on how to make it smaller
    bad: type[GazetteerError]
    too_large: type[GazetteerError]
    what_it_is: Callable[[bytes], str]  # a sentence on a file that is no archive
    bytes_most: int
    unpacked_most: int  # of all entries together

    def damaged(self, how: str) -> GazetteerError:
        """The error of a package that is not whole."""
        return self.bad(
            f"The {self.noun} is damaged: {how}. Open it in {self.program}, let it be repaired, and save it again."
        )
