"""From what the index offers to the few candidates worth weighing: the most alike name of each entity.

Forms are compared with forms here, all at once; nothing else is weighed but, between equals, importance.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from gazetteer.index import Offer, Snapshot
from gazetteer.keys import form, skeleton
from gazetteer.model import Candidate, Point, Query, Reading, Stage, Written
from gazetteer.text.scripts import script_of

# Of the entities offered, so many are weighed.
MOST = 12
FORMS_KEPT = 32
# Up to so many names are looked at one by one.
FEW = 40
# How much of a candidate's rank its form has, and how much its skeleton; what importance may add.
FORM_SHARE, SKELETON_SHARE = 0.7, 0.3
IMPORTANCE_SHARE = 0.012
# What stands above all likeness: written just so, sounding the same, the same words.
EXACT, SAME_FORM, SAME_WORDS = 1.2, 1.1, 1.05
# What country, region or position given add, where namesakes are more than can be weighed.
CONTEXT_SHARE = 0.1

Numbers = NDArray[np.uint32]
Scores = NDArray[np.float32]


class _Mark(NamedTuple):
    """How some names were found: the stage, the reading and form they share, and how alike these are."""

    score: float
    stage: Stage
    reading: Reading | None
    form: str
    form_alike: float = 1.0
    skeleton_alike: float = 1.0


class _Context(NamedTuple):
    """Where the bearer of a name may be: in one of some countries, in a region by its number, near a point."""

    countries: frozenset[str]
    regions: frozenset[int]
    near: Point | None


def shortlist(
    snapshot: Snapshot, asked: Query, written: Written, offered: Offer, base: int, *, most: int = MOST
) -> list[Candidate]:
    """The best name of each entity worth weighing, best first; `base` keeps keys of two snapshots apart."""
    said = form(written.readings[0].text) if written.readings else ""
    by_form = {form(reading.text): reading for reading in reversed(written.readings)}
    found = [(offered.exact, _Mark(EXACT, Stage.EXACT, None, said))]
    found += [
        (names, _Mark(SAME_FORM, Stage.READING, by_form.get(text), text)) for text, names in offered.same_form.items()
    ]
    found.append((offered.same_words, _Mark(SAME_WORDS, Stage.WORDS, None, said)))
    if len(offered.forms):
        found += _alike(snapshot, offered.forms, by_form)
    found = [(names, mark) for names, mark in found if len(names)]
    if not found:
        return []
    context = _context_of(asked, written)
    if context is None and sum(len(names) for names, _ in found) <= FEW:
        best = _best_of_few(snapshot, asked, found, most)
    else:
        best = _best_of_many(snapshot, asked, context, found, most)
    return [_candidate(snapshot, written, name, found[index][1], base) for name, index in best]


def _alike(snapshot: Snapshot, forms: Numbers, by_form: dict[str, Reading]) -> list[tuple[Sequence[int], _Mark]]:
    """The names of the forms most alike those of the question, each with how alike it is."""
    own = list(by_form)
    texts = snapshot.forms.many(forms)
    likeness = cdist(own, texts, scorer=Indel.normalized_similarity, dtype=np.float32)
    closest, form_alike = likeness.argmax(axis=0), likeness.max(axis=0)
    own_bones = list(dict.fromkeys([skeleton(text) for text in own]))
    bones = snapshot.skeletons.many(snapshot.form_skeleton[forms])
    bone_alike = cdist(own_bones, bones, scorer=Indel.normalized_similarity, dtype=np.float32).max(axis=0)
    score = FORM_SHARE * form_alike + SKELETON_SHARE * bone_alike
    kept = np.argsort(-score, kind="stable")[:FORMS_KEPT].tolist()
    return [
        (
            snapshot.names_of_form_number(int(forms[index])),
            _Mark(
                float(score[index]), Stage.LIKENESS, by_form[own[closest[index]]], texts[index].decode(),
                float(form_alike[index]), float(bone_alike[index]),
            ),
        )
        for index in kept
    ]  # fmt: skip


def _best_of_few(
    snapshot: Snapshot, asked: Query, found: Sequence[tuple[Sequence[int], _Mark]], most: int
) -> list[tuple[int, int]]:
    """The same as of many, where no context is given: so few are sooner looked at one by one."""
    ranked = [
        (-(mark.score + IMPORTANCE_SHARE * weight + merit), name, origin, position)
        for origin, (names, mark) in enumerate(found)
        for name, position, weight, merit in snapshot.standing(names, asked.kind, asked.language)
    ]
    best: dict[int, tuple[int, int]] = {}
    for _, name, origin, position in sorted(ranked):
        best.setdefault(position, (name, origin))
    return list(best.values())[:most]


def _best_of_many(
    snapshot: Snapshot,
    asked: Query,
    context: _Context | None,
    found: Sequence[tuple[Sequence[int], _Mark]],
    most: int,
) -> list[tuple[int, int]]:
    """Of each entity the best of the names found, best entities first; and which finding each came from."""
    names = np.concatenate([np.asarray(numbers, dtype=np.uint32) for numbers, _ in found])
    origin = np.repeat(np.arange(len(found)), [len(numbers) for numbers, _ in found])
    positions = snapshot.name_entity[names]
    if asked.kind is not None:
        fitting = snapshot.kind_is(positions, asked.kind)
        names, origin, positions = names[fitting], origin[fitting], positions[fitting]
    score = np.array([mark.score for _, mark in found], dtype=np.float32)[origin]
    score += IMPORTANCE_SHARE * snapshot.entity_weight[positions] + snapshot.name_merit(names, asked.language)
    if context is not None:
        score += CONTEXT_SHARE * _speaking(snapshot, context, positions)
    order = np.lexsort((names, -score))
    _, first = np.unique(positions[order], return_index=True)
    chosen = order[np.sort(first)[:most]]
    return list(zip(names[chosen].tolist(), origin[chosen].tolist(), strict=True))


def _context_of(asked: Query, written: Written) -> _Context | None:
    """What is given of where a name's bearer is, in the question or behind the comma; None if nothing is."""
    said = written.qualifier
    near = asked.near
    if near is None and said is not None and said.area is not None and said.area.lat is not None:
        near = Point(said.area.lat, said.area.lon or 0.0)
    countries = frozenset([asked.country]) if asked.country else said.countries if said is not None else frozenset()
    regions = said.regions if said is not None else frozenset()
    return _Context(countries, regions, near) if countries or near is not None else None


def _speaking(snapshot: Snapshot, context: _Context, positions: Numbers) -> Scores:
    """How far country, region and position speak for entities, 0 to 3."""
    bonus = np.zeros(len(positions), dtype=np.float32)
    if context.countries:
        codes = [ord(country[0]) << 8 | ord(country[1]) for country in context.countries]
        bonus += np.isin(snapshot.entity_country[positions], codes)
    if context.regions:
        bonus += np.isin(snapshot.entity_region[positions], list(context.regions))
    if context.near is not None:
        north = np.abs(snapshot.entity_lat[positions] - context.near.lat)
        east = np.abs((snapshot.entity_lon[positions] - context.near.lon + 180) % 360 - 180)
        bonus += np.nan_to_num(np.exp(-(north + east) / 2.0))
    return bonus


def _candidate(snapshot: Snapshot, written: Written, number: int, mark: _Mark, base: int) -> Candidate:
    """The name with this number, with how it was found, as a candidate."""
    position = snapshot.owner(number)
    name = snapshot.name(number)
    return Candidate(
        base + position,
        *snapshot.about(position),
        name,
        script_of(name.text),
        mark.stage,
        written,
        mark.reading,
        form(mark.reading.text) if mark.reading else mark.form,
        mark.form,
        mark.form_alike,
        mark.skeleton_alike,
    )


def merge(lists: Sequence[list[Candidate]]) -> list[Candidate]:
    """One list without doubles: of each entity the candidate that is written most alike, which a base form, or its
    capitals, is rather than what only sounds so.
    """
    best: dict[int, Candidate] = {}
    for candidate in (candidate for some in lists for candidate in some):
        known = best.get(candidate.key)
        sounds = known is not None and known.stage is not Stage.EXACT
        as_it_is = candidate.written.is_base or (candidate.stage is Stage.EXACT and candidate.written.text.isupper())
        if known is None or (sounds and as_it_is) or candidate.form_alike > known.form_alike:
            best[candidate.key] = candidate
    return list(best.values())
