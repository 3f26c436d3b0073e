"""Evidence: what speaks for or against a candidate being the name that was meant.

Each function weighs one thing, says so in the first line of its docstring, which the API shows to
whoever asks why, and returns None where it has nothing to say. Scores are 0 to 1 (or -1 to 0
where it can only speak against); how much each counts is in weights.toml.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from gazetteer.matching.edits import (
    few_edits,
    few_edits_of_many,
    merely_alike,
    more_words,
    near_sound,
    near_sound_of_many,
    parted,
    parted_in_writing,
    same_last_word,
    words_in_common,
)
from gazetteer.matching.letters import usual_letters
from gazetteer.matching.similarity import is_slip, ratio
from gazetteer.matching.whereabouts import nearby, qualified, same_country
from gazetteer.model import Candidate, Kind, NameKind, Query, Stage, Weighing
from gazetteer.romanization.orthographic import of_country
from gazetteer.text.clean import fold
from gazetteer.text.scripts import NONE

Weigh = Callable[[Query, Candidate], Weighing | None]


class Given(NamedTuple):
    """What a question gives around the name, or its forms have: what is not there needs no weighing."""

    country: bool = False
    near: bool = False
    language: bool = False
    generic: bool = False
    qualifier: bool = False
    base: bool = False


COMPARED = 64  # pairs of spellings that are remembered, as several functions ask one after another
# Words left off that speak of a kind of entity, and not of a sort of place.
KINDS = frozenset(kind.value for kind in Kind)
# How anyone may read a Latin name.
ANYONES = frozenset(("en-Latn", "und-Latn"))
# What is left out of a reading where consonants alone are compared.
SILENT = str.maketrans("", "", "aeiouy")


def same_text(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name is written letter for letter as the gazetteer has it."""
    return (1.0, candidate.name.text) if candidate.written.text == candidate.name.text else None


def known_so(asked: Query, candidate: Candidate) -> Weighing | None:
    """The gazetteer has all of the name as it is written, but for capitals and marks; others only sound so."""
    written = candidate.written
    part = written.qualifier is not None or written.generic is not None or written.is_base
    return (1.0, candidate.name.text) if candidate.stage is Stage.EXACT and candidate.name.shown and not part else None


def same_spelling(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name is written as the gazetteer has it, but for case, accents and punctuation."""
    return (1.0, candidate.name.text) if candidate.stage is Stage.EXACT else None


def same_reading(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name, read as its language spells, sounds as the gazetteer's name does."""
    if candidate.stage is Stage.EXACT or candidate.form_alike < 1.0:
        return None
    own = candidate.reading.orthography if candidate.reading else candidate.written.script
    return 1.0, f"{own} ~ {orthography_of(candidate)}"


def same_words(asked: Query, candidate: Candidate) -> Weighing | None:
    """The words are the gazetteer's, in another order."""
    return (1.0, candidate.name.text) if candidate.stage is Stage.WORDS else None


def close_reading(asked: Query, candidate: Candidate) -> Weighing | None:
    """How many letters of the two readings agree, in order."""
    return candidate.form_alike, candidate.form


def very_close_reading(asked: Query, candidate: Candidate) -> Weighing | None:
    """The two readings differ in a letter or two at most."""
    score = max(0.0, (candidate.form_alike - 0.75) * 4)
    return (score, candidate.form) if score else None


def close_consonants(asked: Query, candidate: Candidate) -> Weighing | None:
    """How far the consonants agree when vowels and voice are left out."""
    return candidate.skeleton_alike, candidate.form


def same_consonants(asked: Query, candidate: Candidate) -> Weighing | None:
    """The consonants are the same when vowels and voice are left out."""
    return (1.0, candidate.form) if candidate.skeleton_alike >= 1.0 else None


def close_spelling(asked: Query, candidate: Candidate) -> Weighing | None:
    """How many letters of the two spellings agree, where both are in one script."""
    if candidate.stage is Stage.EXACT:
        return 1.0, candidate.name.text
    if candidate.script != candidate.written.script:
        return None
    score, _ = _compared(candidate.written.folded, candidate.name.text)
    return score, candidate.name.text


def very_close_spelling(asked: Query, candidate: Candidate) -> Weighing | None:
    """The two spellings, both in one script, differ in a letter or two at most."""
    if candidate.stage is Stage.EXACT:
        return 1.0, candidate.name.text
    if candidate.script != candidate.written.script:
        return None
    score = max(0.0, (_compared(candidate.written.folded, candidate.name.text)[0] - 0.75) * 4)
    return (score, candidate.name.text) if score else None


def one_slip(asked: Query, candidate: Candidate) -> Weighing | None:
    """At most one slip of the hand parts the spellings: a letter more, less or other, or two changed round."""
    same = candidate.stage is Stage.EXACT
    if not same and candidate.script != candidate.written.script:
        return None
    slip = same or _compared(candidate.written.folded, candidate.name.text)[1]
    return (1.0, candidate.name.text) if slip else None


@lru_cache(COMPARED)
def _compared(folded: str, text: str) -> tuple[float, bool]:
    """How alike a fold is to that of a text, and whether one slip parts them: several functions ask for a pair."""
    other = fold(text)
    return ratio(folded, other), is_slip(folded, other)


def same_ending(asked: Query, candidate: Candidate) -> Weighing | None:
    """The two readings end alike."""
    common = 0
    for one, other in zip(reversed(candidate.said), reversed(candidate.form), strict=False):
        if one != other or common == 3:
            break
        common += 1
    return (common / 3, candidate.form[-common:]) if common else None


def far_fetched(asked: Query, candidate: Candidate) -> Weighing | None:
    """The reading is that of a language which is neither asked for nor the name's nor the country's."""
    if candidate.reading is None or candidate.written.script != "Latn" or candidate.stage is Stage.EXACT:
        return None
    tag = candidate.reading.orthography
    own = {language.split("-")[0] for language in (asked.language, candidate.name.language) if language}
    if tag in ANYONES or not own.isdisjoint((tag.split("-")[0],)) or tag in of_country(candidate.country, "Latn"):
        return None
    return -1.0, tag


def other_script(asked: Query, candidate: Candidate) -> Weighing | None:
    """The gazetteer's name is in another script, so that spellings cannot be compared."""
    if candidate.script == candidate.written.script:
        return None
    return 1.0, f"{candidate.written.script} ~ {candidate.script}"


def same_sounds(asked: Query, candidate: Candidate) -> Weighing | None:
    """How many consonants of the two readings agree, in order, voice and all."""
    score = ratio(candidate.said.translate(SILENT), candidate.form.translate(SILENT))
    return score, candidate.form


def same_beginning(asked: Query, candidate: Candidate) -> Weighing | None:
    """The two readings begin alike."""
    common = 0
    for one, other in zip(candidate.said, candidate.form, strict=False):
        if one != other:
            break
        common += 1
    score = min(common, 4) / 4
    return (score, candidate.form[:common]) if score else None


def long_enough(asked: Query, candidate: Candidate) -> Weighing | None:
    """A long name is seldom like another by chance."""
    return min(len(candidate.form), 16) / 16, f"{len(candidate.form)} letters"


def importance(asked: Query, candidate: Candidate) -> Weighing | None:
    """The larger or better known of several is the likelier."""
    return min(candidate.weight, 8.0) / 8, f"10^{candidate.weight:.1f}"


def known_abroad(asked: Query, candidate: Candidate) -> Weighing | None:
    """Of those that a name in another writing than Latin letters may mean, the better known is the likelier still."""
    if candidate.written.script in ("Latn", NONE):
        return None
    return min(candidate.weight, 8.0) / 8, f"10^{candidate.weight:.1f}"


def retrieval_only(asked: Query, candidate: Candidate) -> Weighing | None:
    """The gazetteer keeps this name for finding only, not as one in use."""
    return None if candidate.name.shown else (-1.0, candidate.name.text)


def partial_name(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name is a short form, such as a surname alone."""
    short = candidate.name.kind in (NameKind.SHORT, NameKind.ABBREVIATION)
    return (-1.0, candidate.name.text) if short else None


def orthography_of(candidate: Candidate) -> str:
    """The orthography of the candidate's name, as far as its language is known."""
    return f"{(candidate.name.language or 'und').split('-')[0]}-{candidate.script}"


def is_place(asked: Query, candidate: Candidate) -> Weighing | None:
    """The candidate is a place."""
    return (1.0, "place") if candidate.entity_kind is Kind.PLACE else None


def fits_generic(asked: Query, candidate: Candidate) -> Weighing | None:
    """The word left off (region, river, town) says what the candidate is, or something else."""
    said = candidate.written.generic
    if said is None:
        return None
    what = candidate.entity_kind.value if said in KINDS else candidate.sort
    return 1.0 if said == what else -1.0, what or "other"


def left_off(asked: Query, candidate: Candidate) -> Weighing | None:
    """A word of the name was left off to find this one."""
    said = candidate.written.generic
    return None if said is None else (-1.0, candidate.written.text)


def case_form(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name may be a case form of this one."""
    return (-1.0, candidate.written.text) if candidate.written.is_base else None


def same_language(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name is one in the language that was given."""
    if asked.language is None or candidate.name.language is None:
        return None
    same = asked.language.split("-")[0] == candidate.name.language.split("-")[0]
    return (1.0, candidate.name.language) if same else None


def main_name(asked: Query, candidate: Candidate) -> Weighing | None:
    """The name is the main one of its language, not a variant; in another writing, its own people's or English."""
    name = candidate.name
    foreign = candidate.script != candidate.written.script
    if not name.preferred or (foreign and name.kind is not NameKind.ENDONYM and name.language not in (None, "en")):
        return None
    return 1.0, name.text


EVIDENCE: tuple[Weigh, ...] = (
    same_text,
    known_so,
    same_spelling,
    same_reading,
    same_words,
    close_reading,
    very_close_reading,
    close_consonants,
    same_consonants,
    same_sounds,
    close_spelling,
    very_close_spelling,
    one_slip,
    other_script,
    same_beginning,
    same_ending,
    far_fetched,
    long_enough,
    parted,
    parted_in_writing,
    few_edits,
    few_edits_of_many,
    near_sound,
    near_sound_of_many,
    usual_letters,
    merely_alike,
    more_words,
    words_in_common,
    same_last_word,
    importance,
    known_abroad,
    retrieval_only,
    partial_name,
    is_place,
    same_country,
    nearby,
    qualified,
    fits_generic,
    left_off,
    case_form,
    same_language,
    main_name,
)


# What is weighed of the entity, or of its country; all else is of the name, and the same for namesakes.
OF_ENTITY = frozenset((importance, known_abroad, far_fetched, is_place, same_country, nearby, qualified, fits_generic))

# What has nothing to say of a candidate that was found in this way, whatever the question.
SILENT_AT: dict[Stage, frozenset[Weigh]] = {
    Stage.EXACT: frozenset((
        same_reading, same_words, far_fetched, parted, parted_in_writing, usual_letters, merely_alike, more_words,
        words_in_common,
    )),
    Stage.READING: frozenset((known_so, same_spelling, same_words, merely_alike)),
    Stage.WORDS: frozenset((known_so, same_spelling, merely_alike)),
    Stage.LIKENESS: frozenset((known_so, same_spelling, same_words)),
}  # fmt: skip


def given_with(asked: Query, *, generic: bool = False, qualifier: bool = False, base: bool = False) -> Given:
    """What a question gives, and whether any of its forms lacks a generic word, has a qualifier, or is a base form."""
    context = asked.country is not None, asked.near is not None, asked.language is not None
    return Given(*context, generic, qualifier, base)


def applicable(given: Given, stage: Stage | None = None) -> list[Weigh]:
    """The functions that can have something to say of a question: context is weighed where there is any.

    With a stage, of candidates that were found there.
    """
    silent = set() if stage is None else set(SILENT_AT[stage])
    if not given.country:
        silent.add(same_country)
    if not given.near:
        silent.add(nearby)
    if not given.language:
        silent.add(same_language)
    if not given.generic:
        silent |= {fits_generic, left_off}
    if not given.qualifier:
        silent.add(qualified)
    if not given.base:
        silent.add(case_form)
    return [function for function in EVIDENCE if function not in silent]


def explain_evidence(name: str) -> str:
    """What an evidence function weighs, in one sentence."""
    function = next(function for function in EVIDENCE if function.__name__ == name)
    return (function.__doc__ or "").strip().splitlines()[0]
