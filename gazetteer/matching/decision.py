"""The decision: linked, ambiguous or nil, from scored candidates; never a silent guess.

Linked needs probability and margin. Namesakes that nothing tells apart are ambiguous unless one
is ten times as important, or three times and a great city that has the name for its main one; an
ordinary word that is no entity's main name is nobody.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from gazetteer.matching.doubts import CONTEXT, doubt_of, doubt_of_link
from gazetteer.matching.ordinary import CITY_WEIGHT, is_main, ordinary
from gazetteer.matching.score import CITY_STATES, TEN_TIMES, Scored, is_own, may_be_its_seat
from gazetteer.matching.weights import Weights
from gazetteer.model import Candidate, Kind, NameKind, Outcome, Query, Stage
from gazetteer.text.acronyms import is_initialism

OF_NO_NAME = CONTEXT | {"importance", "known_abroad"}  # says nothing of how well a name is written
# Of places whose main name this is, a city of a hundred thousand may be linked when the kind is known and
# the next is a third of it: *Reading* as a place is the English one.
THREE_TIMES = 0.5
# Beside a city of a million none is thought of whose name it is only besides: *Odesa* is no Odessa in Texas.
MILLION = 6.0
# So much more, where a bare word that is only one of its names is the name of another kind of thing.
OTHER_KIND = 3.0
# So much less known, what a name is in the language asked for says nothing: *Timoshenko* is a hamlet's in English too.
OVERSHADOWED = 3.0
# Of candidates whose score differs by less than this, without their importance, none is better written.
SAME = 0.35
# How sure a case form is of somebody well known.
OF_CASE = 0.95
MOST_GAP = 4.0
# Behind the second, how far those are that a name is also like; and what is short, in letters of its reading.
CROWD_GAP = 6.0
SHORT = 5
# What tells how well the second is written.
SECOND = "few_edits_of_many"
GROUNDS = (
    "score", "gap", "small_gap", "exact", "same_form", "alike", "very_alike", "bones", "same_bones", "spelled",
    "foreign", "foreign_alike", "length", "length_alike", "weight", "hidden", "third", "sixth", "short", "few_in_long",
    "main", "known_so", "latin", "gap_foreign", "second", "more_words",
)  # fmt: skip


class Verdict(NamedTuple):
    """What was decided: the outcome, a probability for each candidate, and the ground it stands on."""

    outcome: Outcome
    confidences: tuple[float, ...]
    ground: str


def decide(asked: Query, scored: Sequence[Scored], weights: Weights) -> Verdict:
    """Say whether the first candidate is meant, whether several may be, or nobody."""
    if not scored:
        return Verdict(Outcome.NIL, (), "nothing like it")
    best = scored[0]
    alike = namesakes(scored, weights)
    rivals = [one for one in alike if not _is_beside(asked, one.candidate, best.candidate)]
    # Namesakes are written alike: how far ahead the first is of them says nothing of whether the name was read aright.
    confidence = probability([best, *(one for one in scored[1:] if one not in alike)], weights)
    # Initials are looked up as they stand: nobody else's name was misspelled so.
    if best.candidate.written.is_base:
        confidence = OF_CASE  # written just so, if it is one
    elif best.candidate.stage is Stage.EXACT and (
        best.candidate.name.shown or is_initialism(best.candidate.written.text)
    ):
        confidence = max(confidence, weights.exact)
    threshold = weights.threshold if asked.threshold is None else asked.threshold
    margin = weights.margin if asked.margin is None else asked.margin
    needed = threshold
    outcome, ground = Outcome.LINKED, "linked"
    if asked.kind is None and (word := ordinary(asked, best.candidate)) is not None:
        main = best.candidate.stage is Stage.EXACT and is_main(asked, best.candidate)
        outcome, ground = (Outcome.AMBIGUOUS if main else Outcome.NIL), word
        confidence = min(confidence, 0.4 if main else 0.1)
    elif rivals:
        # Of the rivals that nothing told behind the name sets apart, importance must.
        contested = [one for one in rivals if _told_apart(best, one) < SAME]
        ahead = best.candidate.weight - max([one.candidate.weight for one in contested], default=-math.inf)
        # Names that are merely alike, and not enough so, are nobody's: none of them is a namesake to choose from.
        named = best.candidate.stage is not Stage.LIKENESS or confidence >= threshold
        if confidence >= threshold and asked.threshold is None:
            # The name is read aright; which of its owners is meant is less certain, and need not be as certain.
            needed = min(needed, weights.namesake["least"])
        confidence = min([confidence, *(_namesake_cap(best, one, weights) for one in rivals)])
        needed_ahead = _needed(asked, best.candidate, [one.candidate for one in contested])
        # One of which what is given says more than of the first is not passed over for its importance.
        better = any(_told_apart(best, one) <= -SAME for one in contested)
        if named and contested and (better or ahead < needed_ahead):
            outcome, ground = Outcome.AMBIGUOUS, "namesakes"
            confidence = min(confidence, weights.namesake["three_times"])
    doubt = doubt_of(asked, scored, alone=not alike)
    if outcome is Outcome.LINKED and doubt is not None:
        outcome, ground = Outcome.AMBIGUOUS, doubt
        confidence = min(confidence, weights.namesake["three_times"])
    confidences = _shares(scored, confidence)
    if outcome is Outcome.LINKED:
        behind = confidences[1] if len(confidences) > 1 else 0.0
        if confidence < needed:
            close = behind > 0 and confidence + behind >= needed and confidence >= 0.3
            outcome, ground = (Outcome.AMBIGUOUS, "close") if close else (Outcome.NIL, "too unlike")
            if asked.threshold is not None and confidence >= weights.threshold:
                ground = "threshold"
        elif confidence - behind < margin:
            asked_more = asked.margin is not None and confidence - behind >= weights.margin
            outcome, ground = Outcome.AMBIGUOUS, "margin" if asked_more else "close"
    doubt = doubt_of_link(asked, best)
    if outcome is Outcome.LINKED and doubt is not None:
        most = weights.namesake["three_times"]
        outcome, ground, confidences = Outcome.AMBIGUOUS, doubt, _shares(scored, min(confidence, most))
    return Verdict(outcome, confidences, ground)


def namesakes(scored: Sequence[Scored], weights: Weights) -> list[Scored]:
    """The others that are written as well as the first, so that only importance or context sets them apart.

    Where all of what was asked is the name of the first, no name of a part of it is as well written.
    """
    best, *others = scored
    if not _is_part(best.candidate):
        others = [one for one in others if not _is_part(one.candidate)]
    if best.candidate.stage is Stage.EXACT:
        return [one for one in others if one.candidate.stage is Stage.EXACT and one.candidate.name.shown]
    own = _written(best, weights)
    return [one for one in others if own - _written(one, weights) < SAME]


def _is_part(candidate: Candidate) -> bool:
    """Whether a part of what was asked is written so, or its base form, and not all of it as it stands."""
    written = candidate.written
    return written.qualifier is not None or written.generic is not None or written.is_base


def _needed(asked: Query, best: Candidate, rivals: Sequence[Candidate]) -> float:
    """How much more important the first must be: less where the caller says the kind and it is a city's main name,
    more where its bare word names things of other kinds too, or where it is not written just so and another is.
    """
    if (said := best.written.qualifier) is not None and said.unsure:
        return math.inf  # a part of it that we do not understand may tell them apart
    if asked.kind is not None and best.name.preferred and best.weight >= CITY_WEIGHT:
        return THREE_TIMES
    if best.written.script != "Latn" and not _is_just_so(best) and any(map(_is_just_so, rivals)):
        return OTHER_KIND  # where marks are letters
    near = [rival for rival in rivals if best.weight - rival.weight < TEN_TIMES]
    if near and all(_is_called_besides(best, rival) for rival in near):
        return THREE_TIMES
    others = any(rival.entity_kind is not best.entity_kind for rival in rivals)
    bare = " " not in best.written.text and best.name.kind is NameKind.VARIANT and not best.name.preferred
    return OTHER_KIND if others and bare else TEN_TIMES


def _is_called_besides(best: Candidate, rival: Candidate) -> bool:
    """Whether the main name of a city is another's only besides: a club's of its country, or that of a place which it
    could be mistaken for if it were not a city of a million; or that of a well-known organization is what some list has
    of a place, as Topeka's has *Google*.
    """
    if not best.name.preferred or rival.name.preferred or best.weight < CITY_WEIGHT:
        return False
    if best.entity_kind is Kind.ORGANIZATION:
        name = rival.name
        return rival.entity_kind is Kind.PLACE and name.kind is NameKind.VARIANT and name.language is None
    if best.sort != "settlement":
        return False
    if rival.entity_kind is Kind.ORGANIZATION:
        return rival.country == best.country
    return rival.entity_kind is Kind.PLACE and best.weight >= MILLION


def _is_just_so(candidate: Candidate) -> bool:
    return candidate.name.text == candidate.written.text


def _is_beside(asked: Query, rival: Candidate, best: Candidate) -> bool:
    """Whether a namesake is none that could be meant as well: one area beside another, or none that fits the comma."""
    within = rival.country == best.country
    if best.sort == "settlement" and within:
        if (rival.sort == "region" and may_be_its_seat(best, rival)) or (
            rival.sort == "country" and best.country in CITY_STATES
        ):
            return True  # the bare name of a region means the city, and a city that is a country means that too
        if rival.sort == "country":
            return is_own(asked, best) and not is_own(asked, rival)  # so another language calls the country
    if best.sort == "country" and best.name.preferred and rival.entity_kind is Kind.PLACE:
        if within and (best.country in CITY_STATES or not (rival.name.preferred and is_own(asked, rival))):
            return is_own(asked, best) or best.country in CITY_STATES  # so others call what lies in the country
        if rival.country is None and rival.sort != "settlement":
            return True  # a continent
    said = best.written.qualifier
    if said is None or not said.countries or best.entity_kind is not Kind.PLACE:
        return False
    # A comma says where a place lies: a club is not meant, nor a lesser place of which it is not the main name.
    lesser = best.name.preferred and not rival.name.preferred and rival.weight <= best.weight
    return rival.entity_kind is not Kind.PLACE or (lesser and not said.unsure)


def probability(scored: Sequence[Scored], weights: Weights) -> float:
    """The probability that the first candidate is meant, as fitted on labelled data."""
    found = grounds(scored, weights)
    counted = weights.confidence
    total = counted["constant"] + sum([counted[name] * number for name, number in found.items()])
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def grounds(scored: Sequence[Scored], weights: Weights) -> dict[str, float]:
    """What the probability rests on: how well the first is written, how far ahead it is, how long the name."""
    best = scored[0]
    candidate = best.candidate
    behind = len(scored) > 1
    gap = min(best.score - scored[1].score, MOST_GAP) if behind else MOST_GAP
    said = {name: score for name, score, _ in best.evidence}
    length = min(len(candidate.form), 14) / 14
    foreign = 1.0 if "other_script" in said else 0.0
    return {
        "score": best.score / 10,
        "gap": gap / MOST_GAP,
        "small_gap": max(0.0, 1.0 - gap),
        "exact": 1.0 if candidate.stage is Stage.EXACT else 0.0,
        "same_form": 1.0 if candidate.stage is Stage.READING else 0.0,
        "alike": candidate.form_alike,
        "very_alike": max(0.0, (candidate.form_alike - 0.8) * 5),
        "bones": candidate.skeleton_alike,
        "same_bones": 1.0 if candidate.skeleton_alike >= 1.0 else 0.0,
        "spelled": said.get("close_spelling", 0.0),
        "foreign": foreign,
        "foreign_alike": foreign * candidate.form_alike,
        "length": length,
        "length_alike": length * candidate.form_alike,
        "weight": min(candidate.weight, 7.0) / 7,
        "hidden": 0.0 if candidate.name.shown else 1.0,
        "third": _ahead_of(scored, 2),
        "sixth": _ahead_of(scored, 5),
        "short": 1.0 if len(candidate.form) < SHORT else 0.0,
        "few_in_long": said.get("few_edits", 0.0) * length,
        "main": 1.0 if candidate.name.preferred else 0.0,
        "known_so": said.get("known_so", 0.0),
        "latin": 1.0 if candidate.written.script == "Latn" else 0.0,
        "gap_foreign": foreign * gap / MOST_GAP,
        # Where there is no second, as when the kind is given, one might be as well written.
        "second": next((score for name, score, _ in scored[1 if behind else 0].evidence if name == SECOND), 0.0),
        "more_words": said.get("more_words", 0.0),
    }


def _ahead_of(scored: Sequence[Scored], place: int) -> float:
    """How far the first is ahead of the one at this place: where many are alike, none is certain.

    Where so many were not weighed, as when the kind is given, it is no further ahead than of the last, or than a
    second can be behind.
    """
    last = min(place, len(scored) - 1)
    gap = scored[0].score - scored[last].score if last else MOST_GAP
    return min(gap, CROWD_GAP if last == place else MOST_GAP) / CROWD_GAP


def _shares(scored: Sequence[Scored], confidence: float) -> tuple[float, ...]:
    """The first has its probability; what is left is shared by the others as their scores are, at most so."""
    if len(scored) == 1:
        return (confidence,)
    top = scored[0].score
    raw = [math.exp(one.score - top) for one in scored[1:]]
    rest = min(1.0 - confidence, confidence * sum(raw))
    total = sum(raw)
    return (confidence, *(min(confidence, rest * part / total) for part in raw))


def _written(one: Scored, weights: Weights) -> float:
    counted = weights.evidence
    return sum([counted[name] * score for name, score, _ in one.evidence if name not in OF_NO_NAME])


def _told_apart(best: Scored, rival: Scored) -> float:
    """How much more of the context speaks for the first; a name of unknown language may be of the one asked for, and
    what the far better known are called in other languages is written in that one too. So is a main name without a
    language where English is asked for: that of a city is as much English as a region's label (*Toledo*).
    """
    overshadowed = rival.candidate.weight - best.candidate.weight >= OVERSHADOWED
    language = best.candidate.name.language
    unknown = language is None or (language.split("-")[0] == "en" and _is_main_alone(rival.candidate))
    counted = CONTEXT - {"same_language"} if overshadowed or unknown else CONTEXT
    ours, theirs = ({name: score for name, score, _ in one.evidence if name in counted} for one in (best, rival))
    return sum(ours.values()) - sum(theirs.values())


def _is_main_alone(candidate: Candidate) -> bool:
    """Whether a name is the main one, and no language is told of it."""
    return candidate.name.language is None and candidate.name.preferred and candidate.script == "Latn"


def _namesake_cap(best: Scored, rival: Scored, weights: Weights) -> float:
    """No more certain than labelled namesakes show: the more important of two is not always meant."""
    told_apart, ahead = _told_apart(best, rival), best.candidate.weight - rival.candidate.weight
    if told_apart >= 1.0:
        return weights.namesake["told_apart"]
    if ahead < TEN_TIMES:
        nearly = weights.namesake["three_times"] if ahead >= THREE_TIMES else 0.5
        if ahead >= THREE_TIMES and _is_called_besides(best.candidate, rival.candidate):
            nearly = weights.namesake["ten_times"]
        return nearly + 0.2 * max(0.0, told_apart)
    return min(
        weights.namesake["most"], weights.namesake["ten_times"] + weights.namesake["per_power"] * (ahead - TEN_TIMES)
    )
