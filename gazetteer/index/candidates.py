"""Candidates: which names a written form may be, cheapest way first.

Exact key, then shared reading, then the same words in another order, then likeness: trigrams of the
readings and of their skeletons. Likeness is asked only when no name is written just so. Nothing is
scored here: more comes out than will be shown.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from gazetteer.index.grams import U32
from gazetteer.index.snapshot import NOTHING, Snapshot
from gazetteer.keys import form, skeleton, word_key
from gazetteer.model import Reading

FORM_BUDGET = 64_000
SKELETON_BUDGET = 18_000
FORMS_BY_LIKENESS = 100
SKELETONS_BY_LIKENESS = 30
FORMS_A_SKELETON = 5
# Forms of so many different readings take part in look-up by likeness; the first are the likeliest.
READINGS_BY_LIKENESS = 4


class Offer(NamedTuple):
    """What one snapshot offers for one written form: names by key, and forms by likeness."""

    exact: Sequence[int]
    same_form: Mapping[str, Sequence[int]]
    same_words: Sequence[int]
    forms: U32


def offer(snapshot: Snapshot, text: str, readings: Sequence[Reading], *, likeness: bool | None = None) -> Offer:
    """What the snapshot has for a written form; likeness by default only where no exact name is found."""
    exact = [*chain.from_iterable(snapshot.names_written(text))]
    said = dict.fromkeys([form(reading.text) for reading in readings if not reading.lossy])
    words = {key for reading in readings if (key := word_key(reading.text))}
    by_words = snapshot.names_of_words(sorted(words))
    wanted = not exact if likeness is None else likeness
    return Offer(
        exact=exact,
        same_form=snapshot.names_of_forms(said),
        same_words=sorted({*chain.from_iterable(by_words)}) if by_words else (),
        forms=_alike(snapshot, readings) if wanted else NOTHING,
    )


def _alike(snapshot: Snapshot, readings: Sequence[Reading]) -> U32:
    """The numbers of forms that share trigrams, or skeletons, with the readings."""
    texts = list(dict.fromkeys(form(reading.text) for reading in readings if reading.text))[:READINGS_BY_LIKENESS]
    if not texts:
        return NOTHING
    by_form = snapshot.nearest("form", texts, budget=FORM_BUDGET, best=FORMS_BY_LIKENESS)
    bones = list(dict.fromkeys(bone for text in texts if len(bone := skeleton(text)) > 1))
    if not bones:
        return by_form
    same = [number for bone in bones for number in snapshot.skeleton_numbers(bone)]
    near = snapshot.nearest("skeleton", bones, budget=SKELETON_BUDGET, best=SKELETONS_BY_LIKENESS)
    by_skeleton = (
        snapshot.forms_of_skeletons(same, FORMS_A_SKELETON * 8),
        snapshot.forms_of_skeletons(near.tolist(), FORMS_A_SKELETON),
    )
    return np.unique(np.concatenate((by_form, *by_skeleton)))
