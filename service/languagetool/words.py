"""Words: the personal dictionary, which is the desk's list of names to be left alone.

The views and the check know only what ``Words`` says; what keeps the words is chosen in one place, ``put_up``.
"""

from collections.abc import Sequence
from threading import Lock
from typing import Protocol


class Words(Protocol):
    """Who keeps the words."""

    def listed(self) -> Sequence[str]:
        """Every word, as it was added."""

    def add(self, word: str) -> bool:
        """Leave a word alone from now on; whether it was not there yet."""

    def delete(self, word: str) -> bool:
        """Take a word off the list; whether it was there."""


class WordsInMemory:
    """Words of this process, for as long as it lives."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._words: dict[str, None] = {}

    def listed(self) -> Sequence[str]:
        """Every word, in the order in which they came."""
        with self._lock:
            return list(self._words)

    def add(self, word: str) -> bool:
        """Leave a word alone; whether it was not there yet."""
        with self._lock:
            new = word not in self._words
            self._words[word] = None
        return new

    def delete(self, word: str) -> bool:
        """Take a word off the list; whether it was there."""
        with self._lock:
            gone = word in self._words
            self._words.pop(word, None)
        return gone
