"""Scoring edits on labelled passages: precision, recall of what can be known, false alarms, right names touched.

An edit is right when what then stands over the labelled name is an accepted form; it may cover the name or one word
of it. Case and diacritics make no difference. An edit on a right name, or on no name, is a false alarm, unless it
leaves an accepted form standing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.documents.passages import Label, Passage
from gazetteer.text.clean import fold

Edit = tuple[int, int, str]
Editor = Callable[[Passage], Sequence[Edit]]


@dataclass(slots=True)
class Score:
    """Counts over passages."""

    words: int = 0
    wrong: int = 0
    knowable: int = 0
    right: int = 0
    edits: int = 0
    fixed: int = 0
    touched: int = 0
    on_nothing: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    fixed_causes: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures, each a share, but for false alarms, which are per 1,000 words."""
        return {
            "precision": self.fixed / self.edits if self.edits else 1.0,
            "recall": self.fixed / self.knowable if self.knowable else 0.0,
            "false alarms per 1,000 words": 1000 * (self.touched + self.on_nothing) / max(1, self.words),
            "right names touched": self.touched / max(1, self.right),
        }


def score(passages: Iterable[Passage], edit: Editor) -> Score:
    """What an editor's edits come to."""
    total = Score()
    for passage in passages:
        _score_one(passage, edit(passage), total)
    return total


def _score_one(passage: Passage, edits: Sequence[Edit], total: Score) -> None:
    total.words += len(passage.text.split())
    total.wrong += sum(label.wrong for label in passage.labels)
    total.knowable += sum(label.wrong and label.knowable for label in passage.labels)
    total.right += sum(not label.wrong for label in passage.labels)
    total.causes.update(label.cause or "?" for label in passage.labels if label.wrong)
    for start, end, text in edits:
        if any(start < stop and first < end for first, stop in passage.other):
            continue
        label = next((one for one in passage.labels if start < one.end and one.start < end), None)
        surface = passage.text[start:end]
        if label is not None and not label.wrong and _leaves_accepted(passage, label, start, end, text):
            continue
        total.edits += 1
        if label is None:
            total.on_nothing += 1
            total.notes.append(f"{passage.id}: no name {surface!r} -> {text!r}")
        elif not label.wrong:
            total.touched += 1
            total.notes.append(f"{passage.id}: right {surface!r} -> {text!r}")
        elif _leaves_accepted(passage, label, start, end, text):
            total.fixed += 1
            total.fixed_causes[label.cause or "?"] += 1
        else:
            total.notes.append(f"{passage.id}: {surface!r} -> {text!r}, should be {label.accepted}")


def _leaves_accepted(passage: Passage, label: Label, start: int, end: int, text: str) -> bool:
    """Whether an accepted form stands where the label's name was."""
    first, last = min(start, label.start), max(end, label.end)
    now = fold(passage.text[first:start] + text + passage.text[end:last])
    forms = label.accepted if label.wrong else (*label.accepted, passage.text[label.start : label.end])
    return any(now == fold(form) or (now == fold(form.split()[-1]) and " " not in now) for form in forms)
