"""Baselines: two plain ways of correcting the names in a copy, each an editor as the scorer takes it.

Neither knows kinds of names, languages, or the rest of the document. Both are spared the worst by leaving out what
has fewer than four letters, and the commonest English words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from wordfreq import top_n_list

from benchmarks.documents.passages import Passage
from benchmarks.documents.scoring import Edit, Editor
from benchmarks.peers import folded

# Letters, with hyphens and apostrophes inside, but without a possessive.
WORD = re.compile(r"[^\W\d_]+(?:(?:-|['’](?!s\b))[^\W\d_]+)*")
LONGEST_RUN = 5
POPULATION, RATIO = 15_000, 85
SHORTEST, COMMONEST = 4, 300


def dictionary(places: Iterable[Mapping[str, Any]]) -> Editor:
    """GeoNames' exact alternate name to main name, of places over 15,000; the longest run, the larger place.

    What is some place's main name is left alone.
    """
    large = sorted((place for place in places if place["population"] > POPULATION), key=lambda one: one["population"])
    main = {place["name"] for place in large}
    names = {other: place["name"] for place in large for other in place["alternatenames"] if other not in main}

    def edit(passage: Passage) -> list[Edit]:
        edits, at = list[Edit](), 0
        for start, end in _runs(passage.text):
            surface = passage.text[start:end]
            if start < at or not (surface in main or surface in names) or not _may_be_name(surface):
                continue
            at = end
            if folded(wanted := names.get(surface, surface)) != folded(surface):
                edits.append((start, end, wanted))
        return edits

    return edit


def nearest_name(names: Iterable[str]) -> Editor:
    """rapidfuzz over capitalized words: the nearest of these names above a ratio of 85, unless one is equal.

    A run of capitalized words that is like no name is taken word by word.
    """
    by_fold = {folded(name): name for name in names}
    choices = list(by_fold)
    seen: dict[str, str | None] = {}

    def nearest(surface: str) -> str | None:
        """The name to write; the surface itself if it is one, None if it is like none."""
        if surface not in seen:
            said = folded(surface)
            found = None if said in by_fold else extractOne(said, choices, scorer=fuzz.ratio, score_cutoff=RATIO)
            seen[surface] = surface if said in by_fold else by_fold[found[0]] if found and found[1] > RATIO else None
        return seen[surface]

    def edit(passage: Passage) -> list[Edit]:
        edits = list[Edit]()
        for run in capitalized_runs(passage.text):
            whole = (run[0][0], run[-1][1])
            tried = [whole] if nearest(passage.text[slice(*whole)]) is not None else run
            for start, end in tried:
                surface = passage.text[start:end]
                wanted = nearest(surface) if _may_be_name(surface) else None
                if wanted is not None and wanted != surface:
                    edits.append((start, end, wanted))
        return edits

    return edit


def capitalized_runs(text: str) -> list[list[tuple[int, int]]]:
    """The runs of words that begin with a capital and have one space between them, each as the spans of its words."""
    runs = list[list[tuple[int, int]]]()
    for word in WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        if runs and text[runs[-1][-1][1] : word.start()] == " ":
            runs[-1].append(word.span())
        else:
            runs.append([word.span()])
    return runs


def capitalized_spans(text: str) -> Sequence[str]:
    """Each distinct run of capitalized words, and each word of them, in the order of the text."""
    spans = [span for run in capitalized_runs(text) for span in ((run[0][0], run[-1][1]), *run)]
    return list(dict.fromkeys(text[start:end] for start, end in spans))


def _may_be_name(surface: str) -> bool:
    return len(surface) >= SHORTEST and surface.lower() not in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(top_n_list("en", COMMONEST))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of up to five words of which the first has a capital, the longest first at each word."""
    words = [word.span() for word in WORD.finditer(text)]
    for number, (start, _) in enumerate(words):
        if text[start].isupper():
            for _, end in reversed(words[number : number + LONGEST_RUN]):
                yield start, end
