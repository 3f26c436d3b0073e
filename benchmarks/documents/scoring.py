"""Scoring edits on labelled passages: precision, recall of what can be known, false alarms, right names touched.

An edit is right when what then stands over the labelled name is an accepted form; it may cover the name, one word of
it, or more, if that stays as it was. Case and diacritics make no difference. An edit on a right name, or on no name, is
a false alarm, unless it leaves an accepted form standing. Precision and false alarms count edits; recall and right
names touched count names.
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
    """Counts over passages: `fixed`, `touched` and `on_nothing` of edits, `found` and `names_touched` of names."""

    words: int = 0
    wrong: int = 0
    knowable: int = 0
    right: int = 0
    edits: int = 0
    fixed: int = 0
    found: int = 0
    touched: int = 0
    names_touched: int = 0
    on_nothing: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    fixed_causes: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures, each a share, but for false alarms, which are per 1,000 words."""
        return {
            "precision": self.fixed / self.edits if self.edits else 1.0,
            "recall": self.found / self.knowable if self.knowable else 0.0,
            "false alarms per 1,000 words": 1000 * (self.touched + self.on_nothing) / max(1, self.words),
            "right names touched": self.names_touched / max(1, self.right),
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
    fixed, touched = set[Label](), set[Label]()
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
            touched.add(label)
            total.notes.append(f"{passage.id}: right {surface!r} -> {text!r}")
        elif _leaves_accepted(passage, label, start, end, text):
            total.fixed += 1
            fixed.add(label)
        else:
            total.notes.append(f"{passage.id}: {surface!r} -> {text!r}, should be {label.accepted}")
    total.found += sum(label.knowable for label in fixed)
    total.names_touched += len(touched)
    total.fixed_causes.update(label.cause or "?" for label in fixed)


def _leaves_accepted(passage: Passage, label: Label, start: int, end: int, text: str) -> bool:
    """Whether an accepted form, or its last word, stands where the label's name was, and all round it is as before."""
    first, last = min(start, label.start), max(end, label.end)
    before, after = passage.text[first : label.start], passage.text[label.end : last]
    now = fold(passage.text[first:start] + text + passage.text[end:last])
    forms = label.accepted if label.wrong else (*label.accepted, passage.text[label.start : label.end])
    return any(now in (fold(before + form + after), fold(before + form.split()[-1] + after)) for form in forms)
