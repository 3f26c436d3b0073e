"""Evidence: each function weighs one thing, and is silent where it has nothing to say."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.matching import evidence
from gazetteer.matching.evidence import EVIDENCE, OF_ENTITY, Given, applicable, given_with
from gazetteer.matching.letters import SCALE, table
from gazetteer.matching.whereabouts import KM_A_DEGREE, NEAR_KM
from gazetteer.model import Kind, NameKind, Point, Query, Stage
from tests.matching.conftest import CANADA, GEORGIA, NOWHERE, ONTARIO, VELMARIA, candidate


def learned(one: str, other: str, writing: str) -> float:
    """What the table says of a letter within a name of that writing that is read as another."""
    return sum(table().get((name, one, other), 0.0) for name in ("any", writing)) / SCALE


# Which function, the question, the candidate, and the score; None where it should be silent.
SCORES: list[tuple[str, dict[str, Any], dict[str, Any], float | None]] = [
    ("same_text", {}, {"text": "Zorvik", "asked": "Zorvik"}, 1.0),
    ("same_text", {}, {"text": "Zorvik", "asked": "zorvik"}, None),
    ("same_spelling", {}, {"stage": Stage.EXACT}, 1.0),
    ("same_spelling", {}, {"stage": Stage.READING}, None),
    ("same_reading", {}, {"stage": Stage.READING, "form_alike": 1.0}, 1.0),
    ("same_reading", {}, {"stage": Stage.LIKENESS, "form_alike": 1.0}, 1.0),
    ("same_reading", {}, {"stage": Stage.EXACT, "form_alike": 1.0}, None),
    ("same_reading", {}, {"stage": Stage.LIKENESS, "form_alike": 0.99}, None),
    ("same_words", {}, {"stage": Stage.WORDS}, 1.0),
    ("same_words", {}, {"stage": Stage.READING}, None),
    ("close_reading", {}, {"form_alike": 0.6}, 0.6),
    ("close_reading", {}, {"form_alike": 0.0}, 0.0),
    ("very_close_reading", {}, {"form_alike": 1.0}, 1.0),
    ("very_close_reading", {}, {"form_alike": 0.875}, 0.5),
    ("very_close_reading", {}, {"form_alike": 0.75}, None),
    ("very_close_reading", {}, {"form_alike": 0.2}, None),
    ("close_consonants", {}, {"skeleton_alike": 0.4}, 0.4),
    ("same_consonants", {}, {"skeleton_alike": 1.0}, 1.0),
    ("same_consonants", {}, {"skeleton_alike": 0.99}, None),
    ("close_spelling", {}, {"text": "Zorvik", "asked": "ZORVÍK", "stage": Stage.EXACT}, 1.0),
    ("close_spelling", {}, {"text": "Zorvík", "asked": "ZORVIK"}, 1.0),
    ("close_spelling", {}, {"text": "abc", "asked": "xyz"}, 0.0),
    ("close_spelling", {}, {"text": "Зорвік", "asked": "Zorvik"}, None),
    ("very_close_spelling", {}, {"text": "Zorvik", "asked": "ZORVÍK", "stage": Stage.EXACT}, 1.0),
    ("very_close_spelling", {}, {"text": "abcdefgh", "asked": "abcdefgx"}, 0.5),
    ("very_close_spelling", {}, {"text": "abcd", "asked": "abcx"}, None),
    ("very_close_spelling", {}, {"text": "Зорвік", "asked": "Zorvik"}, None),
    ("one_slip", {}, {"text": "Zorvik", "asked": "Zorivk"}, 1.0),
    ("one_slip", {}, {"text": "Zorvik", "asked": "Zorvk"}, 1.0),
    ("one_slip", {}, {"text": "Zorvik", "asked": "ZORVÍK", "stage": Stage.EXACT}, 1.0),
    ("one_slip", {}, {"text": "Zorvik", "asked": "Zrovki"}, None),
    ("one_slip", {}, {"text": "Зорвік", "asked": "Zorvik"}, None),
    ("other_script", {}, {"text": "Зорвік", "asked": "Zorvik"}, 1.0),
    ("other_script", {}, {"text": "Sorvik", "asked": "Zorvik"}, None),
    ("same_beginning", {}, {"form": "zorvik", "reading": ("zorlan", "en-Latn")}, 0.75),
    ("same_beginning", {}, {"form": "zorvik", "reading": ("zorviks", "en-Latn")}, 1.0),
    ("same_beginning", {}, {"form": "zorvik", "reading": ("zo rvik", "en-Latn")}, 1.0),
    ("same_beginning", {}, {"form": "zorvik", "reading": ("velmar", "en-Latn")}, None),
    ("same_ending", {}, {"form": "zorvik", "reading": ("melvik", "en-Latn")}, 1.0),
    ("same_ending", {}, {"form": "zorvik", "reading": ("zorve k", "en-Latn")}, 1 / 3),
    ("same_ending", {}, {"form": "zorvik", "reading": ("zorvan", "en-Latn")}, None),
    ("far_fetched", {}, {"reading": ("zorvik", "hu-Latn"), "country": "UA"}, -1.0),
    ("far_fetched", {}, {"reading": ("zorvik", "hu-Latn"), "country": "HU"}, None),
    ("far_fetched", {}, {"reading": ("zorvik", "hu-Latn"), "language": "hu"}, None),
    ("far_fetched", {"language": "hu"}, {"reading": ("zorvik", "hu-Latn")}, None),
    ("far_fetched", {}, {"reading": ("zorvik", "en-Latn")}, None),
    ("far_fetched", {}, {"asked": "Зорвік", "reading": ("zorvik", "uk-Cyrl")}, None),
    ("parted", {}, {"form": "zorvik", "reading": ("zorivk", "en-Latn")}, -1 / 8),
    ("parted", {}, {"form": "zorvik", "reading": ("zo lvi", "en-Latn")}, -2 / 8),
    ("parted", {}, {"form": "zorvik", "reading": ("z" * 20, "en-Latn")}, -1.0),
    ("parted", {}, {"form": "zorvik", "reading": ("zo rvik", "en-Latn")}, None),
    ("parted_in_writing", {}, {"text": "Zorvík", "asked": "Zorvlks"}, -2 / 8),
    ("parted_in_writing", {}, {"text": "Zorvík", "asked": "Zorvik"}, None),
    ("parted_in_writing", {}, {"text": "Зорвік", "asked": "Zorvik"}, None),
    ("parted_in_writing", {}, {"text": "ZV", "asked": "Zorvik", "stage": Stage.EXACT}, None),
    ("few_edits", {}, {"form": "abcdefgh", "reading": ("abcdefgx", "en-Latn")}, 0.5),
    ("few_edits", {}, {"form": "abcdefgh", "reading": ("abcdefhg", "en-Latn")}, 0.5),
    ("few_edits", {}, {"form": "abcd", "reading": ("abcx", "en-Latn")}, None),
    ("few_edits", {}, {"form": "abcd", "reading": ("abcd", "en-Latn")}, 1.0),
    ("few_edits_of_many", {}, {"form": "abcdefg", "reading": ("abcdefg", "en-Latn")}, 0.5),
    ("few_edits_of_many", {}, {"form": "z" * 28, "reading": ("z" * 14, "en-Latn")}, 0.5),
    ("near_sound", {}, {"form": "zorbek", "reading": ("surpil", "en-Latn")}, 1 - 2 / 6),
    ("near_sound", {}, {"form": "badag", "reading": ("petek", "en-Latn")}, 1.0),
    ("near_sound", {}, {"form": "abc", "reading": ("lmn", "en-Latn")}, 0.0),
    ("near_sound_of_many", {}, {"form": "badagar", "reading": ("petekel", "en-Latn")}, (1 - 1 / 7) / 2),
    ("usual_letters", {}, {"form": "zorvik", "reading": ("zorlik", "en-Latn")}, learned("v", "l", "Latn")),
    ("usual_letters", {}, {"form": "zorvik", "reading": ("zo rvik", "en-Latn")}, None),
    ("merely_alike", {}, {"text": "Зорвік", "asked": "Zorvik", "stage": Stage.LIKENESS}, -1.0),
    ("merely_alike", {}, {"text": "Зорвік", "asked": "Zorvik", "stage": Stage.READING}, None),
    ("merely_alike", {}, {"text": "Sorvik", "asked": "Zorvik", "stage": Stage.LIKENESS}, None),
    ("more_words", {}, {"text": "Old Zorvik", "asked": "Zorvik"}, 1 / 3),
    ("more_words", {}, {"text": "Zorvik", "asked": "Zorvik on the High Hill"}, 1.0),
    ("more_words", {}, {"text": "Zorvik Hill", "asked": "Velmar Town"}, None),
    ("more_words", {}, {"text": "Старий Зорвік", "asked": "Zorvik"}, None),
    ("words_in_common", {}, {"text": "Old Zorvik", "asked": "New Zorvik"}, 1 / 3),
    ("words_in_common", {}, {"text": "Old Zorvik", "asked": "Zorvik"}, 0.5),
    ("words_in_common", {}, {"text": "Old Zorvik", "asked": "New Velmar"}, None),
    ("words_in_common", {}, {"text": "Old Zorvik", "asked": "Old Zorvik", "stage": Stage.EXACT}, None),
    ("same_last_word", {}, {"text": "Old Zorvik", "reading": ("novi zorvik", "en-Latn")}, 1.0),
    ("same_last_word", {}, {"text": "Zorvik", "reading": ("novi zorvik", "en-Latn")}, None),
    ("same_last_word", {}, {"text": "Old Velmar", "reading": ("old zorvik", "en-Latn")}, None),
    ("long_enough", {}, {"form": "zorv"}, 0.25),
    ("long_enough", {}, {"form": "z" * 40}, 1.0),
    ("importance", {}, {"weight": 4.0}, 0.5),
    ("importance", {}, {"weight": 9.0}, 1.0),
    ("known_abroad", {}, {"asked": "Зорвік", "weight": 4.0}, 0.5),
    ("known_abroad", {}, {"asked": "ზორვიკი", "weight": 9.0, "stage": Stage.READING}, 1.0),
    ("known_abroad", {}, {"asked": "Зорвік", "weight": 4.0, "stage": Stage.EXACT}, 0.5),
    ("known_abroad", {}, {"asked": "Zorvik", "weight": 4.0}, None),
    ("known_abroad", {}, {"asked": "1917", "weight": 4.0}, None),
    ("retrieval_only", {}, {"shown": False}, -1.0),
    ("retrieval_only", {}, {"shown": True}, None),
    ("partial_name", {}, {"name_kind": NameKind.SHORT}, -1.0),
    ("partial_name", {}, {"name_kind": NameKind.ABBREVIATION}, -1.0),
    ("partial_name", {}, {"name_kind": NameKind.EXONYM}, None),
    ("is_place", {}, {"entity_kind": Kind.PLACE}, 1.0),
    ("is_place", {}, {"entity_kind": Kind.PERSON}, None),
    ("same_country", {"country": "UA"}, {"country": "UA"}, 1.0),
    ("same_country", {"country": "UA"}, {"country": "PL"}, -1.0),
    ("same_country", {"country": "UA"}, {"country": None}, None),
    ("same_country", {}, {"country": "UA"}, None),
    ("nearby", {"near": Point(48.0, 38.0)}, {"lat": 48.0, "lon": 38.0}, 1.0),
    ("nearby", {"near": Point(48.0, 38.0)}, {"lat": 48.0 + NEAR_KM / KM_A_DEGREE, "lon": 38.0}, 0.0),
    ("nearby", {"near": Point(0.0, 38.0)}, {"lat": 0.0, "lon": 38.0 - NEAR_KM / KM_A_DEGREE}, 0.0),
    # A degree of longitude is half as long at 60 degrees north.
    ("nearby", {"near": Point(60.0, 38.0)}, {"lat": 60.0, "lon": 38.0 + 2 * NEAR_KM / KM_A_DEGREE}, 0.0),
    ("nearby", {"near": Point(48.0, 38.0)}, {"lat": -33.0, "lon": 151.0}, -1.0),
    ("nearby", {"near": Point(48.0, 38.0)}, {"lat": None, "lon": None}, None),
    ("nearby", {}, {"lat": 48.0, "lon": 38.0}, None),
    ("qualified", {}, {"qualifier": CANADA, "country": "CA"}, 1.0),
    ("qualified", {}, {"qualifier": CANADA, "country": "GB"}, -1.0),
    ("qualified", {}, {"qualifier": CANADA, "country": None}, None),
    ("qualified", {}, {"qualifier": None, "country": "CA"}, None),
    ("qualified", {}, {"qualifier": NOWHERE, "country": "CA"}, None),
    ("qualified", {}, {"qualifier": ONTARIO, "country": "CA", "region": 7}, 1.0),
    ("qualified", {}, {"qualifier": ONTARIO, "country": "CA", "region": 8}, -0.5),
    ("qualified", {}, {"qualifier": ONTARIO, "country": "CA", "region": None}, 0.5),
    ("qualified", {}, {"qualifier": ONTARIO, "country": "CA", "region": 7, "sort": "region"}, 0.5),
    ("qualified", {}, {"qualifier": ONTARIO, "country": "US", "region": 7}, -1.0),
    ("qualified", {}, {"qualifier": GEORGIA, "country": "GE", "region": 9}, 1.0),
    ("qualified", {}, {"qualifier": GEORGIA, "country": "US", "region": 7}, 1.0),
    ("qualified", {}, {"qualifier": GEORGIA, "country": "US", "region": 9}, -0.5),
    ("qualified", {}, {"qualifier": VELMARIA, "country": "US", "lat": 41.0, "lon": -100.5}, 1.0),
    ("qualified", {}, {"qualifier": VELMARIA, "country": "US", "lat": 42.0, "lon": -100.0}, -0.5),
    ("qualified", {}, {"qualifier": VELMARIA, "country": "CA", "lat": 41.0, "lon": -100.5}, -1.0),
    ("qualified", {}, {"qualifier": VELMARIA, "country": "US"}, None),
    ("same_sounds", {}, {"reading": ("petro", "en-Latn"), "form": "petra"}, 1.0),
    ("same_sounds", {}, {"reading": ("petro", "en-Latn"), "form": "bedra"}, 1 / 3),
    ("left_off", {}, {"generic": "region"}, -1.0),
    ("left_off", {}, {"generic": None}, None),
    ("fits_generic", {}, {"generic": "region", "sort": "region"}, 1.0),
    ("fits_generic", {}, {"generic": "region", "sort": "settlement"}, -1.0),
    ("fits_generic", {}, {"generic": "water", "sort": ""}, -1.0),
    ("fits_generic", {}, {"generic": None, "sort": "region"}, None),
    ("fits_generic", {}, {"generic": "person", "entity_kind": Kind.PERSON}, 1.0),
    ("fits_generic", {}, {"generic": "organization", "entity_kind": Kind.PERSON}, -1.0),
    ("case_form", {}, {"is_base": True}, -1.0),
    ("case_form", {}, {"is_base": False}, None),
    ("same_language", {"language": "uk"}, {"language": "uk"}, 1.0),
    ("same_language", {"language": "sr-Latn"}, {"language": "sr"}, 1.0),
    ("same_language", {"language": "uk"}, {"language": "ru"}, None),
    ("same_language", {"language": "uk"}, {"language": None}, None),
    ("same_language", {}, {"language": "uk"}, None),
    ("known_so", {}, {"stage": Stage.EXACT}, 1.0),
    ("known_so", {}, {"stage": Stage.EXACT, "shown": False}, None),
    ("known_so", {}, {"stage": Stage.EXACT, "qualifier": CANADA}, None),
    ("known_so", {}, {"stage": Stage.EXACT, "generic": "river"}, None),
    ("known_so", {}, {"stage": Stage.EXACT, "is_base": True}, None),
    ("known_so", {}, {"stage": Stage.READING}, None),
    ("main_name", {}, {"preferred": True}, 1.0),
    ("main_name", {}, {"preferred": False}, None),
    ("main_name", {}, {"preferred": True, "asked": "Зорвік", "language": "es"}, None),
    ("main_name", {}, {"preferred": True, "asked": "Зорвік", "language": "en"}, 1.0),
    ("main_name", {}, {"preferred": True, "asked": "Зорвік", "language": None}, 1.0),
    ("main_name", {}, {"preferred": True, "text": "Зорвік", "language": "uk"}, None),
    ("main_name", {}, {"preferred": True, "text": "Зорвік", "language": "uk", "name_kind": NameKind.ENDONYM}, 1.0),
]  # fmt: skip


@pytest.mark.parametrize(("name", "asked", "offered", "score"), SCORES)
def test_it_weighs_what_it_says_it_weighs(
    name: str, asked: dict[str, Any], offered: dict[str, Any], score: float | None
) -> None:
    piece = getattr(evidence, name)(Query("Zorvik", **asked), candidate(**offered))
    if score is None:
        assert piece is None
    else:
        assert piece is not None
        said, seen = piece
        assert math.isclose(said, score, abs_tol=1e-9)
        assert seen


def test_every_function_is_in_the_table_with_a_score_and_in_silence() -> None:
    names = {function.__name__ for function in EVIDENCE}
    assert {name for name, _, _, score in SCORES if score is not None} == names
    always = {"close_reading", "close_consonants", "same_sounds", "long_enough", "importance"}
    always |= {"few_edits_of_many", "near_sound", "near_sound_of_many"}
    assert {name for name, _, _, score in SCORES if score is None} == names - always


def test_the_nearer_of_two_is_the_likelier() -> None:
    asked = Query("Zorvik", near=Point(49.5, 36.8))
    scores = [
        piece[0]
        for lat in (49.5, 49.6, 50.0, 52.0, 60.0)
        if (piece := evidence.nearby(asked, candidate(lat=lat, lon=36.8)))
    ]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 5


def test_places_on_either_side_of_the_date_line_are_near_each_other() -> None:
    across = evidence.nearby(Query("Zorvik", near=Point(0.0, -179.9)), candidate(lat=0.0, lon=179.9))
    along = evidence.nearby(Query("Zorvik", near=Point(0.0, 0.1)), candidate(lat=0.0, lon=-0.1))
    assert across is not None
    assert along is not None
    assert math.isclose(across[0], along[0], abs_tol=1e-9)


def test_a_reading_says_whose_spellings_meet() -> None:
    found = candidate(
        "Чернігів", "Tchernihiv", language="uk", stage=Stage.READING, form_alike=1.0, reading=("chernihiv", "fr-Latn")
    )
    piece = evidence.same_reading(Query("Tchernihiv"), found)
    assert piece is not None
    assert piece[1] == "fr-Latn ~ uk-Cyrl"


def test_a_name_of_no_known_language_is_of_an_undetermined_one() -> None:
    assert evidence.orthography_of(candidate("Чернігів")) == "und-Cyrl"
    assert evidence.orthography_of(candidate("Beograd", language="sr-Latn")) == "sr-Latn"


# Each piece of context, and the function that has something to say only with it.
CONTEXT = [
    ({"country": "UA"}, {}, {"same_country"}),
    ({"near": Point(1.0, 2.0)}, {}, {"nearby"}),
    ({"language": "uk"}, {}, {"same_language"}),
    ({}, {"generic": True}, {"fits_generic", "left_off"}),
    ({}, {"qualifier": True}, {"qualified"}),
    ({}, {"base": True}, {"case_form"}),
    ({}, {}, set()),
]


@pytest.mark.parametrize(("asked", "forms", "said"), CONTEXT)
def test_context_is_weighed_where_there_is_any(asked: dict[str, Any], forms: dict[str, bool], said: set[str]) -> None:
    around = given_with(Query("Zorvik", **asked), **forms)
    without = {function.__name__ for function in applicable(Given())}
    applied = {function.__name__ for function in applicable(around)}
    assert applied - without == said
    assert without <= applied


@pytest.mark.parametrize("stage", Stage)
def test_what_is_not_asked_of_a_stage_has_nothing_to_say_there(stage: Stage) -> None:
    asked = Query("Zorvik")
    left_out = [each for each in applicable(Given()) if each not in applicable(Given(), stage)]
    reading = None if stage in (Stage.EXACT, Stage.WORDS) else ("zorvic", "hu-Latn")
    for text in ("Zorvik", "Old Zorvik", "Зорвік"):
        found = candidate(stage=stage, text=text, form="zorvik", reading=reading, form_alike=1.0)
        assert [each.__name__ for each in left_out if each(asked, found) is not None] == []
    assert left_out, "each stage has something that is not said of it"


OPTIONAL = {
    "country": st.sampled_from([None, "UA", "PL"]),
    "lat": st.one_of(st.none(), st.floats(-90, 90)),
    "lon": st.one_of(st.none(), st.floats(-180, 180)),
    "weight": st.floats(0, 8),
    "text": st.sampled_from(["Zorvik", "Зорвік", "ZRV", "Z"]),
    "stage": st.sampled_from(Stage),
    "form_alike": st.floats(0, 1),
    "skeleton_alike": st.floats(0, 1),
    "reading": st.sampled_from([None, ("zorvik", "en-Latn"), ("v", "fr-Latn")]),
    "language": st.sampled_from([None, "uk", "en"]),
    "shown": st.booleans(),
    "name_kind": st.sampled_from(NameKind),
    "qualifier": st.sampled_from([None, CANADA, ONTARIO, NOWHERE]),
    "generic": st.sampled_from([None, "region", "settlement"]),
}


@given(st.fixed_dictionaries(OPTIONAL), st.booleans())
def test_a_score_lies_between_minus_one_and_one(fields: dict[str, Any], with_context: bool) -> None:
    context = {"country": "UA", "near": Point(49.0, 36.0), "language": "uk"} if with_context else {}
    asked, offered = Query("Zorvik", **context), candidate(**fields)
    pieces = {one.__name__: piece for one in EVIDENCE if (piece := one(asked, offered)) is not None}
    assert pieces
    assert all(-1.0 <= score <= 1.0 for score, _ in pieces.values())
    qualified = fields["qualifier"] is not None
    around = given_with(asked, generic=fields["generic"] is not None, qualifier=qualified)
    silent = {function.__name__ for function in EVIDENCE} - {function.__name__ for function in applicable(around)}
    assert not silent & set(pieces)


ENTITIES = {
    "entity_kind": st.sampled_from(Kind),
    "sort": st.sampled_from(["settlement", "region", "river", ""]),
    "region": st.one_of(st.none(), st.integers(1, 9)),
    **{field: OPTIONAL[field] for field in ("country", "lat", "lon", "weight")},
}


@given(
    st.fixed_dictionaries({field: said for field, said in OPTIONAL.items() if field not in ENTITIES}),
    st.fixed_dictionaries(ENTITIES),
    st.fixed_dictionaries(ENTITIES),
)
def test_what_speaks_for_a_name_speaks_for_it_whoever_bears_it(
    name: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    asked = Query("Zorvik", country="UA", near=Point(49.0, 36.0), language="uk")
    for function in EVIDENCE:
        if function not in OF_ENTITY:
            assert function(asked, candidate(**name, **one)) == function(asked, candidate(**name, **other))
