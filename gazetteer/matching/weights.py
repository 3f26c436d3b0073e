"""What each piece of evidence counts, as fitted: read from weights.toml beside this file.

The file is written by `benchmarks/fit.py`, which also leaves its report; it is readable, and changing it
by hand changes every answer.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The fitted numbers: evidence, then what turns the best score into a probability."""

    evidence: Mapping[str, float]
    confidence: Mapping[str, float]
    threshold: float
    margin: float
    exact: float  # the least certainty that a name in use, written just so, is read aright
    namesake: Mapping[str, float]


@cache
def weights() -> Weights:
    """The numbers in use."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Weights(
        evidence=MappingProxyType(raw["evidence"]),
        confidence=MappingProxyType(raw["confidence"]),
        threshold=raw["decision"]["threshold"],
        margin=raw["decision"]["margin"],
        exact=raw["decision"]["exact"],
        namesake=MappingProxyType(raw["namesake"]),
    )
