"""Documents: how well names in copy are corrected, beside two baselines in the same run, and how fast.

Only figures come out of a benchmark that is not ours: none of its text and no names.
"""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import and_, or_, select

from benchmarks.documents.baselines import POPULATION, dictionary, nearest_name
from benchmarks.documents.passages import Passage, read_passages
from benchmarks.documents.scoring import Edit, Editor, Score, score
from benchmarks.documents.speed import SAMPLE, TIMES, Timing, timings
from gazetteer.importers.geonames_cities import cities
from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer
from gazetteer.store.schema import entities
from gazetteer.tagging.checking import check
from gazetteer.tagging.fixing import fix
from gazetteer.tagging.model import Checked, Copy, Fix

OURS = Path(__file__).parent
# Passages that were written in it are ordinary news, without errors.
ENGLISH = "en"
# Two people labelled the passages; where they had two words for one cause, the first gives way to the second.
SAME_CAUSE = {
    "third language rebuilt": "third language's name rebuilt",
    "translated as words": "name translated as words",
    "Russian form": "Russian form of a Ukrainian name",
    "gender": "gender lost",
}
IMPORTANT = 0.5
THIS, TOLD = "this", "this, told the source language"


def report(gazetteer: Gazetteer, bench: Path) -> list[str]:
    """The lines of the report: our own passages, those of the benchmark's folder if it has any, and speed."""
    passages = read_passages(OURS)
    translated = [passage for passage in passages if not is_ordinary(passage)]
    editors = {
        THIS: editor(gazetteer, told=False),
        TOLD: editor(gazetteer, told=True),
        "GeoNames, exact alternate name": dictionary(cities().values()),
        "rapidfuzz over capitalized words": nearest_name(_well_known(gazetteer)),
    }
    lines = ["# Documents", "", *_accuracy("Our own passages of translated copy", translated, editors)]
    if ordinary := [passage for passage in passages if is_ordinary(passage)]:
        alike = {name: edit for name, edit in editors.items() if name != TOLD}
        lines += _summary("Our own ordinary news, without errors", ordinary, _made(ordinary, alike))
    if (labelled := bench / "documents-dev.jsonl").is_file():
        lines += _accuracy("A development sample of real machine translation", read_passages(labelled), editors)
    return lines + _speed(timings(gazetteer, passages), _density(passages))


def is_ordinary(passage: Passage) -> bool:
    """Whether a passage is ordinary news."""
    return passage.source_language == ENGLISH


def editor(gazetteer: Gazetteer, *, told: bool) -> Editor:
    """This program as an editor: the edits that fixing makes, with or without being told the source language."""

    def edit(passage: Passage) -> list[Edit]:
        source_language = passage.source_language if told else None
        return carried_out(check(gazetteer, Copy(passage.text, source_language=source_language)))

    return edit


def carried_out(checked: Checked) -> list[Edit]:
    """The edits that fixing makes of all advice; what fixing carries out is its own to say, so it is asked of each."""
    return [
        (mention.start, mention.end, mention.replacement)
        for mention in checked.mentions
        if mention.replacement is not None and fix(replace(checked, mentions=(mention,)), Fix.ALL) != checked.copy.text
    ]


def _well_known(gazetteer: Gazetteer) -> list[str]:
    """The main names of places over 15,000 and of people of importance."""
    large = and_(entities.c.kind == Kind.PLACE.value, entities.c.population > POPULATION)
    important = and_(entities.c.kind == Kind.PERSON.value, entities.c.importance >= IMPORTANT)
    with gazetteer.engine.connect() as connection:
        return list(connection.execute(select(entities.c.canonical).where(or_(large, important))).scalars())


def _made(passages: Sequence[Passage], editors: Mapping[str, Editor]) -> dict[str, Editor]:
    """Editors whose edits of these passages are made already, so that they can be counted in several ways."""
    return {name: _remembering({passage.id: edit(passage) for passage in passages}) for name, edit in editors.items()}


def _remembering(edits: Mapping[str, Sequence[Edit]]) -> Editor:
    return lambda passage: edits[passage.id]


def _accuracy(title: str, passages: Sequence[Passage], editors: Mapping[str, Editor]) -> list[str]:
    made = _made(passages, editors)
    return [
        *_summary(title, passages, made),
        *_by_cause({name: score(passages, edit) for name, edit in made.items()}),
        *_by_language(passages, made[THIS]),
    ]


def _summary(title: str, passages: Sequence[Passage], made: Mapping[str, Editor]) -> list[str]:
    one = score(passages, made[THIS])
    return [
        f"## {title}",
        "",
        f"{len(passages)} passages, {one.words:,} words, {one.wrong} wrong names ({one.knowable} knowable), "
        f"{one.right} right ones.",
        "",
        *_head(""),
        *(_row(name, score(passages, edit)) for name, edit in made.items()),
        "",
    ]


def _head(first: str) -> list[str]:
    columns = (first, "edits", "precision", "recall of the knowable", "false alarms per 1,000 words", "right touched")
    return [f"| {' | '.join(columns)} |", "|---|--:|--:|--:|--:|--:|"]


def _row(name: str, got: Score) -> str:
    told = got.figures()
    precision = f"{told['precision']:.2f}" if got.edits else "-"
    recall = f"{told['recall']:.2f}" if got.knowable else "-"
    alarms, touched = told["false alarms per 1,000 words"], told["right names touched"]
    return f"| {name} | {got.edits} | {precision} | {recall} | {alarms:.2f} | {touched:.1%} |"


def _by_cause(scores: Mapping[str, Score]) -> list[str]:
    causes = _merged(scores[THIS].causes)
    fixed = [_merged(one.fixed_causes) for one in scores.values()]
    return [
        "Fixed, by cause:",
        "",
        f"| cause | wrong | {' | '.join(scores)} |",
        f"|---|--:|{'--:|' * len(scores)}",
        *(
            f"| {cause.replace('_', ' ')} | {count} | {' | '.join(str(one[cause]) for one in fixed)} |"
            for cause, count in sorted(causes.items(), key=lambda item: (-item[1], item[0]))
        ),
        "",
    ]


def _merged(causes: Counter[str]) -> Counter[str]:
    merged = Counter[str]()
    for cause, count in causes.items():
        merged[SAME_CAUSE.get(cause, cause)] += count
    return merged


def _by_language(passages: Sequence[Passage], edit: Editor) -> list[str]:
    by_language: dict[str, list[Passage]] = {}
    for passage in passages:
        by_language.setdefault(passage.source_language, []).append(passage)
    return [
        "This program by source language, which is not told:",
        "",
        *_head("language"),
        *(_row(language, score(some, edit)) for language, some in sorted(by_language.items())),
        "",
    ]


def _density(passages: Sequence[Passage]) -> float:
    """How many names stand in 1,000 words."""
    words = sum(len(passage.text.split()) for passage in passages)
    return 1000 * sum(len(passage.labels) for passage in passages) / words


def _speed(told: Sequence[Timing], density: float) -> list[str]:
    return [
        "## Speed",
        "",
        f"One core, warm, median of {TIMES} articles not seen before, made of our own passages and other names; the "
        f"peers look for all names in Latin letters. rapidfuzz was timed on {SAMPLE} capitalized spans a length, and "
        f"the rest of an article's distinct ones reckoned from them. Load of the machine: {os.getloadavg()[0]:.1f}.",
        "",
        f"The articles are harder than news: {density:.0f} names in 1,000 words, hardly one of them twice, where news "
        "has some 100 and repeats them.",
        "",
        "| characters | distinct capitalized spans | this, ms | pyahocorasick scanning alone, ms | "
        "every capitalized span through rapidfuzz, s | this to scanning | rapidfuzz to this |",
        "|--:|--:|--:|--:|--:|--:|--:|",
        *map(_times, told),
        "",
    ]


def _times(one: Timing) -> str:
    """The row of one length."""
    return (
        f"| {one.length:,} | {one.spans:,} | {one.this * 1000:.1f} | {one.scanning * 1000:.1f} | {one.rapidfuzz:.1f} | "
        f"{one.this / one.scanning:.1f} | {one.rapidfuzz / one.this:,.0f} |"
    )
