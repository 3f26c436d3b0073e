"""What was answered to each labelled query, by whatever it is that answers, and how long that took."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gazetteer.evaluation.labels import Labelled
from gazetteer.model import Decision, Outcome, Query

CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Answered:
    """A labelled query with what was found for it, best first, and which of that was linked, if any was."""

    asked: Labelled
    found: tuple[str, ...]
    linked: str | None
    confidence: float
    seconds: float


def answer_all(asked: Iterable[Labelled], resolve: Callable[[Query], Decision]) -> Iterator[Answered]:
    """The answer to each query, asked by its name and language alone."""
    for one in asked:
        query = Query(one.query, language=one.language, limit=CANDIDATES)
        began = time.perf_counter()
        said = resolve(query)
        seconds = time.perf_counter() - began
        linked = said.entity.id if said.outcome is Outcome.LINKED and said.entity else None
        yield Answered(one, tuple(match.entity.id for match in said.matches), linked, said.confidence, seconds)
