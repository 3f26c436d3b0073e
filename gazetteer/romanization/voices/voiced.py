"""Voiced: the readings of a run of letters, and whether the writing leaves no other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voiced:
    """Each reading in lower-case letters that rules write in Latin ones, the likeliest first; there is always one."""

    readings: tuple[str, ...]
    certain: bool
