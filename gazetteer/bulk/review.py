"""Review: the distinct names that a person should see, most frequent first, as a table to fill in."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.outputs import whole
from gazetteer.bulk.store import Known, Store
from gazetteer.model import Outcome

SURE = 0.85  # a link that is less sure than this is shown


def write_review(store: Store, asking: Asking, path: Path) -> int:
    """Write the names to look at; how many they are."""
    count = 0
    with whole(path) as out:
        text = io.TextIOWrapper(out, "utf-8", newline="")
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(["name", *asking.context, "count", "row", "decision", "answer", "why"])
        for known in to_review(store):
            count += 1
            answer = known.answer
            table.writerow([*known.values, known.count, known.first, "", answer.decision, answer.why])
        text.flush()
        text.detach()
    return count


def to_review(store: Store) -> Iterator[Known]:
    """The names that a person should see: not linked, or not so surely, and not decided yet."""
    for known in store.known():
        surely = known.answer.decision is Outcome.LINKED and known.answer.confidence >= SURE
        if not surely and not known.chosen and known.values[0].strip():
            yield known
