"""From what the index offers to the few candidates worth weighing: the most alike name of each entity.

Forms are compared with forms here, all at once; nothing else is weighed but, between equals, importance.
"""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from gazetteer.index import Offer, Snapshot
from gazetteer.index.build import KINDS
from gazetteer.keys import form, skeleton
from gazetteer.model import Candidate, Query, Reading, Stage, Written

# Of the entities that share one name, so many of the most important are weighed.
MOST = 32
FORMS_KEPT = 48
NAMES_A_FORM = 40
# How much of a candidate's rank its form has, and how much its skeleton; what importance may add.
FORM_SHARE, SKELETON_SHARE = 0.7, 0.3
IMPORTANCE_SHARE = 0.012

_Scored = tuple[float, int, Stage, "Reading | None", str, float, float]


def shortlist(snapshot: Snapshot, asked: Query, written: Written, offered: Offer, base: int) -> list[Candidate]:
    """The best name of each entity worth weighing, best first; `base` keeps keys of two snapshots apart."""
    best: dict[int, _Scored] = {}
    exact = form(written.readings[0].text) if written.readings else ""
    _take(snapshot, asked, best, offered.exact, (1.2, Stage.EXACT, None, exact, 1.0, 1.0))
    by_form = {form(reading.text): reading for reading in reversed(written.readings)}
    for said, found in offered.same_form.items():
        _take(snapshot, asked, best, found, (1.1, Stage.READING, by_form.get(said), said, 1.0, 1.0))
    _take(snapshot, asked, best, offered.same_words, (1.05, Stage.WORDS, None, exact, 1.0, 1.0))
    if len(offered.forms):
        _take_alike(snapshot, asked, best, written, offered, by_form)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:MOST]
    return [_candidate(snapshot, written, position, scored, base) for position, scored in ranked]


def _take_alike(
    snapshot: Snapshot,
    asked: Query,
    best: dict[int, _Scored],
    written: Written,
    offered: Offer,
    by_form: dict[str, Reading],
) -> None:
    """Compare the forms offered with those of the question, and take the names of the most alike."""
    own = list(by_form)
    texts = snapshot.forms.many(offered.forms)
    bones = snapshot.form_skeleton[offered.forms]
    likeness = cdist(own, texts, scorer=Indel.normalized_similarity, dtype=np.float32)
    closest = likeness.argmax(axis=0)
    form_alike = likeness.max(axis=0)
    distinct, where = np.unique(bones, return_inverse=True)
    own_bones = list(dict.fromkeys(skeleton(text) for text in own))
    bone_texts = snapshot.skeletons.many(distinct)
    bone_alike = cdist(own_bones, bone_texts, scorer=Indel.normalized_similarity, dtype=np.float32).max(axis=0)[where]
    score = FORM_SHARE * form_alike + SKELETON_SHARE * bone_alike
    for index in np.argsort(-score, kind="stable")[:FORMS_KEPT].tolist():
        names = snapshot.names_of_form_number(int(offered.forms[index]))
        mark = (
            float(score[index]), Stage.LIKENESS, by_form[own[closest[index]]], texts[index],
            float(form_alike[index]), float(bone_alike[index]),
        )  # fmt: skip
        _take(snapshot, asked, best, names, mark, most=NAMES_A_FORM)


def _take(
    snapshot: Snapshot,
    asked: Query,
    best: dict[int, _Scored],
    names: np.ndarray,
    mark: tuple[float, Stage, "Reading | None", str, float, float],
    most: int = 4 * MOST,
) -> None:
    """Enter names under their entities, unless something better is known of these already."""
    if not len(names):
        return
    score, stage, reading, text, form_alike, bone_alike = mark
    positions = snapshot.name_entity[names]
    if asked.kind is not None:
        fitting = snapshot.kind_is(positions, asked.kind)
        names, positions = names[fitting], positions[fitting]
    weights = snapshot.entity_weight[positions]
    if len(names) > most:
        heaviest = np.argsort(-(weights + _context(snapshot, asked, positions)), kind="stable")[:most]
        names, positions, weights = names[heaviest], positions[heaviest], weights[heaviest]
    for number, position, weight in zip(names.tolist(), positions.tolist(), weights.tolist(), strict=True):
        total = score + IMPORTANCE_SHARE * weight
        known = best.get(position)
        if known is None or total > known[0]:
            best[position] = (total, number, stage, reading, text, form_alike, bone_alike)


def _context(snapshot: Snapshot, asked: Query, positions: np.ndarray) -> np.ndarray:
    """What country and position add when there are more namesakes than can be weighed."""
    bonus = np.zeros(len(positions), dtype=np.float32)
    if asked.country:
        code = ord(asked.country[0]) << 8 | ord(asked.country[1])
        bonus += 10.0 * (snapshot.entity_country[positions] == code)
    if asked.near is not None:
        away = np.abs(snapshot.entity_lat[positions] - asked.near.lat) + np.abs(
            snapshot.entity_lon[positions] - asked.near.lon
        )
        bonus += 10.0 * np.nan_to_num(np.exp(-away / 2.0))
    return bonus


def _candidate(snapshot: Snapshot, written: Written, position: int, scored: _Scored, base: int) -> Candidate:
    _, number, stage, reading, text, form_alike, bone_alike = scored
    code = int(snapshot.entity_country[position])
    lat, lon = float(snapshot.entity_lat[position]), float(snapshot.entity_lon[position])
    return Candidate(
        key=base + position,
        entity_kind=KINDS[snapshot.entity_kind[position]],
        country=chr(code >> 8) + chr(code & 255) if code else None,
        lat=None if np.isnan(lat) else lat,
        lon=None if np.isnan(lon) else lon,
        weight=float(snapshot.entity_weight[position]),
        name=snapshot.name(number),
        stage=stage,
        written=written,
        reading=reading,
        form=text,
        form_alike=form_alike,
        skeleton_alike=bone_alike,
    )


def merge(lists: Sequence[list[Candidate]]) -> list[Candidate]:
    """One list without doubles: of each entity the candidate that is written most alike."""
    best: dict[int, Candidate] = {}
    for candidate in (candidate for some in lists for candidate in some):
        known = best.get(candidate.key)
        if known is None or candidate.form_alike > known.form_alike:
            best[candidate.key] = candidate
    return list(best.values())
