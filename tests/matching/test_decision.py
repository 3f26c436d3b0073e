"""The decision: probability and margin, namesakes, ordinary words; never a silent guess."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.matching.decision import GROUNDS, Verdict, decide, grounds, probability
from gazetteer.matching.ordinary import CITY_WEIGHT, WELL_KNOWN
from gazetteer.matching.score import Scored
from gazetteer.matching.weights import Weights, weights
from gazetteer.model import Evidence, Kind, NameKind, Outcome, Point, Query, Stage
from tests.matching.conftest import CANADA, candidate, made_up_weights

# A word of no language, so that nothing is decided on what it means.
ASKED = Query("Zorvik")


def surely(probability_of_first: float, **changed: Any) -> Weights:
    """Made-up weights under which the first candidate has this probability, whatever it is."""
    constant = math.log(probability_of_first / (1 - probability_of_first))
    return made_up_weights(confidence={"constant": constant, **dict.fromkeys(GROUNDS, 0.0)}, **changed)


def scored(score: float, *evidence: tuple[str, float], **fields: Any) -> Scored:
    """A candidate with the score and the evidence that are said."""
    return Scored(candidate(**fields), score, tuple(Evidence(name, value, "made up") for name, value in evidence))


def alike(score: float, **fields: Any) -> Scored:
    """A candidate found by likeness, written as well as its score says."""
    return scored(score, ("close_reading", score), **fields)


def namesake(weight: float, *evidence: tuple[str, float], **fields: Any) -> Scored:
    """A candidate whose name is written just so: only importance and context set such apart."""
    return scored(weight, *evidence, **{"stage": Stage.EXACT, "form_alike": 1.0, "weight": weight} | fields)


def test_nobody_is_meant_where_nothing_is_offered() -> None:
    assert decide(ASKED, [], surely(0.99)) == Verdict(Outcome.NIL, (), "nothing like it")


# The probability of a lone candidate, the threshold asked for, and what comes of it; 0.7 is the usual threshold.
LONE = [
    (0.95, None, Outcome.LINKED),
    (0.71, None, Outcome.LINKED),
    (0.69, None, Outcome.NIL),
    (0.69, 0.5, Outcome.LINKED),
    (0.95, 0.99, Outcome.NIL),
    (0.2, 0.0, Outcome.LINKED),
    (0.95, 1.0, Outcome.NIL),
]


@pytest.mark.parametrize(("likely", "threshold", "outcome"), LONE)
def test_a_lone_candidate_still_needs_the_threshold(likely: float, threshold: float | None, outcome: Outcome) -> None:
    verdict = decide(Query("Zorvik", threshold=threshold), [alike(3.0)], surely(likely))
    assert verdict.outcome is outcome
    assert math.isclose(verdict.confidences[0], likely)


# The second is written much worse, so it is no namesake, but its score is near: it gets exp(-0.5) of the first's share.
CLOSE = [alike(3.0, key=1), scored(2.5, ("close_reading", 1.0), key=2)]
# The probability of the first, the margin asked for, and what comes of it; 0.1 is the usual margin.
MARGINS = [
    (0.9, None, Outcome.LINKED),
    (0.9, 0.75, Outcome.LINKED),
    (0.9, 0.85, Outcome.AMBIGUOUS),
    (0.75, 0.45, Outcome.LINKED),
    (0.75, 0.55, Outcome.AMBIGUOUS),
    (0.75, 0.0, Outcome.LINKED),
]


@pytest.mark.parametrize(("likely", "margin", "outcome"), MARGINS)
def test_a_second_that_is_near_needs_the_margin(likely: float, margin: float | None, outcome: Outcome) -> None:
    verdict = decide(Query("Zorvik", margin=margin), CLOSE, surely(likely))
    assert verdict.outcome is outcome
    # What the first leaves goes to the second, up to what their scores allow.
    assert math.isclose(verdict.confidences[1], min(1 - likely, likely * math.exp(-0.5)))


def test_two_that_are_likely_only_together_are_ambiguous() -> None:
    assert decide(ASKED, CLOSE, surely(0.5)).outcome is Outcome.AMBIGUOUS
    assert decide(ASKED, CLOSE, surely(0.25)).outcome is Outcome.NIL
    assert decide(ASKED, CLOSE[:1], surely(0.5)).outcome is Outcome.NIL


# How many powers of ten the first is ahead of its namesake, and what comes of it.
AHEAD = [
    (0.0, Outcome.AMBIGUOUS),
    (0.5, Outcome.AMBIGUOUS),
    (0.99, Outcome.AMBIGUOUS),
    (1.0, Outcome.LINKED),
    (1.5, Outcome.LINKED),
    (4.0, Outcome.LINKED),
]


@pytest.mark.parametrize(("ahead", "outcome"), AHEAD)
def test_a_namesake_must_be_ten_times_as_important(ahead: float, outcome: Outcome) -> None:
    verdict = decide(ASKED, [namesake(2.0 + ahead, key=1), namesake(2.0, key=2)], surely(0.99))
    assert verdict.outcome is outcome


def test_a_namesake_is_linked_no_more_surely_than_labelled_data_show() -> None:
    told = [
        decide(ASKED, [namesake(2.0 + ahead, key=1), namesake(2.0, key=2)], surely(0.999)).confidences[0]
        for ahead in (0.0, 0.5, 1.0, 2.0, 5.0)
    ]
    # One of two; three times; ten times; and by each power more, up to the most.
    assert all(math.isclose(*pair) for pair in zip(told, (0.5, 0.75, 0.8, 0.85, 0.9), strict=True))


def test_the_most_important_of_the_namesakes_is_what_counts() -> None:
    crowd = [namesake(5.0, key=1), namesake(3.0, key=2), namesake(4.5, key=3)]
    assert decide(ASKED, crowd, surely(0.99)).outcome is Outcome.AMBIGUOUS
    assert decide(ASKED, crowd[:2], surely(0.99)).outcome is Outcome.LINKED


def test_a_namesake_known_by_a_hidden_name_is_none() -> None:
    both = [namesake(3.0, key=1), namesake(3.0, key=2, shown=False)]
    verdict = decide(ASKED, both, surely(0.99))
    assert verdict.ground != "namesakes"


def test_two_that_are_written_alike_are_namesakes_even_where_neither_is_written_just_so() -> None:
    both = [alike(3.0, key=1), alike(3.0, key=2)]
    assert decide(ASKED, both, surely(0.99)).ground == "namesakes"
    assert decide(ASKED, [both[0], alike(2.0, key=2)], surely(0.99)).outcome is Outcome.LINKED


# Evidence on the first and on its namesake of equal importance, and what comes of it.
CONTEXT = [
    ([("same_country", 1.0)], [("same_country", -1.0)], Outcome.LINKED),
    ([("nearby", 0.9)], [("nearby", -0.9)], Outcome.LINKED),
    ([("qualified", 1.0)], [("qualified", -1.0)], Outcome.LINKED),
    ([("same_country", 1.0)], [("same_country", 1.0)], Outcome.AMBIGUOUS),
    ([("nearby", 0.5)], [("nearby", 0.3)], Outcome.AMBIGUOUS),
    ([("importance", 1.0)], [("importance", 0.0)], Outcome.AMBIGUOUS),
    ([], [], Outcome.AMBIGUOUS),
]


@pytest.mark.parametrize(("ours", "theirs", "outcome"), CONTEXT)
def test_context_tells_namesakes_apart_and_importance_alone_does_not(
    ours: list[tuple[str, float]], theirs: list[tuple[str, float]], outcome: Outcome
) -> None:
    both = [namesake(3.0, *ours, key=1), namesake(3.0, *theirs, key=2)]
    assert decide(ASKED, both, surely(0.99)).outcome is outcome


def test_one_namesake_that_nothing_tells_apart_is_enough_to_be_ambiguous() -> None:
    far = namesake(3.0, ("same_country", -1.0), key=2)
    near = namesake(3.0, ("same_country", 1.0), key=3)
    first = namesake(3.0, ("same_country", 1.0), key=1)
    assert decide(ASKED, [first, far], surely(0.99)).outcome is Outcome.LINKED
    assert decide(ASKED, [first, near, far], surely(0.99)).outcome is Outcome.AMBIGUOUS


def test_a_namesake_in_the_language_asked_for_is_not_preferred_to_a_name_of_unknown_language() -> None:
    # A name of unknown language may be in that language as well; one of another language is not.
    other = namesake(3.0, ("same_language", 1.0), key=2, language="uk")
    unknown = namesake(3.0, ("same_country", 1.0), key=1)
    foreign = namesake(3.0, ("same_country", 1.0), key=1, language="pl")
    assert decide(ASKED, [unknown, other], surely(0.99)).outcome is Outcome.LINKED
    assert decide(ASKED, [foreign, other], surely(0.99)).outcome is Outcome.AMBIGUOUS


def test_an_english_label_is_not_preferred_to_a_main_name_without_a_language() -> None:
    # A region's label says that it is English, a city's main name does not, and both are.
    def outcome_of(**fields: Any) -> Outcome:
        city = namesake(3.0, key=2, language=None, **fields)
        asked = replace(ASKED, language="en")
        return decide(asked, [region, city], surely(0.99)).outcome

    region = namesake(3.0, ("same_language", 1.0), key=1, language="en", sort="region")
    assert outcome_of(preferred=True) is Outcome.AMBIGUOUS
    assert outcome_of() is Outcome.LINKED


# A city's weight, what else is so called and how much that weighs, and what comes of it.
BESIDES: list[tuple[float, dict[str, Any], Outcome]] = [
    (6.1, {"weight": 5.2}, Outcome.LINKED),
    (6.1, {"weight": 5.2, "preferred": True}, Outcome.AMBIGUOUS),
    (6.1, {"weight": 5.7}, Outcome.AMBIGUOUS),
    (5.9, {"weight": 5.2}, Outcome.AMBIGUOUS),
    (5.3, {"weight": 4.4, "entity_kind": Kind.ORGANIZATION, "country": "AT"}, Outcome.LINKED),
    (5.3, {"weight": 4.4, "entity_kind": Kind.ORGANIZATION, "country": "AT", "preferred": True}, Outcome.AMBIGUOUS),
    (5.3, {"weight": 4.4, "entity_kind": Kind.ORGANIZATION, "country": "US"}, Outcome.AMBIGUOUS),
    (6.1, {"weight": 5.2, "entity_kind": Kind.PERSON}, Outcome.AMBIGUOUS),
]


@pytest.mark.parametrize(("weight", "other", "outcome"), BESIDES)
def test_a_great_city_is_meant_by_its_main_name_rather_than_what_is_called_so_besides(
    weight: float, other: dict[str, Any], outcome: Outcome
) -> None:
    city = namesake(weight, key=1, preferred=True, country="AT")
    village = namesake(2.0, key=3, preferred=True)
    verdict = decide(ASKED, [city, namesake(key=2, **other), village], surely(0.99))
    assert verdict.outcome is outcome
    assert verdict.confidences[0] <= 0.8


@pytest.mark.parametrize(
    ("rival", "outcome"),
    [
        ({}, Outcome.LINKED),
        ({"weight": 5.5}, Outcome.AMBIGUOUS),
        ({"language": "de"}, Outcome.AMBIGUOUS),
        ({"preferred": True}, Outcome.AMBIGUOUS),
        ({"entity_kind": Kind.PERSON}, Outcome.AMBIGUOUS),
    ],
)
def test_a_well_known_organization_is_meant_by_its_main_name_rather_than_a_place_that_a_list_calls_so(
    rival: dict[str, Any], outcome: Outcome
) -> None:
    company = namesake(5.8, key=1, preferred=True, entity_kind=Kind.ORGANIZATION, country="US")
    place = namesake(**{"weight": 5.1, "key": 2, "sort": "settlement", "country": "US"} | rival)
    assert decide(ASKED, [company, place], surely(0.99)).outcome is outcome


def test_a_city_that_is_only_called_so_besides_is_not_taken_before_other_kinds_of_things() -> None:
    city = namesake(5.5, key=1, country="AT")
    club = namesake(4.0, key=2, country="AT", entity_kind=Kind.ORGANIZATION)
    assert decide(ASKED, [city, club], surely(0.99)).outcome is Outcome.AMBIGUOUS


@pytest.mark.parametrize(("weight", "outcome"), [(4.0, Outcome.LINKED), (6.5, Outcome.AMBIGUOUS)])
def test_the_language_asked_for_does_not_set_a_hamlet_apart_from_the_well_known(
    weight: float, outcome: Outcome
) -> None:
    hamlet = namesake(2.8, ("same_language", 1.0), key=1, language="en")
    known = namesake(weight, key=2, language="es", entity_kind=Kind.PERSON)
    assert decide(ASKED, [hamlet, known], surely(0.99)).outcome is outcome


def test_importance_is_asked_for_only_beside_those_that_nothing_else_sets_apart() -> None:
    first = namesake(4.5, ("qualified", 1.0), key=1)
    small = namesake(2.0, ("qualified", 1.0), key=2)
    large_elsewhere = namesake(4.4, ("qualified", -1.0), key=3)
    assert decide(ASKED, [first, large_elsewhere, small], surely(0.99)).outcome is Outcome.LINKED


def test_no_namesake_of_a_part_of_what_was_asked_counts_beside_one_of_all_of_it() -> None:
    whole = namesake(3.0, key=1)
    part = namesake(6.0, key=2, qualifier=CANADA)
    assert decide(ASKED, [whole, part], surely(0.99)).outcome is Outcome.LINKED
    assert decide(ASKED, [namesake(3.0, key=1), namesake(6.0, key=2)], surely(0.99)).outcome is Outcome.AMBIGUOUS
    assert decide(ASKED, [whole, namesake(6.0, key=2, generic="river")], surely(0.99)).outcome is Outcome.LINKED


def beside_a_city_in_canada(**rival: Any) -> Outcome:
    """What comes of a city that lies where the name says, and this rival there."""
    city = namesake(3.0, ("qualified", 1.0), key=1, qualifier=CANADA, preferred=True)
    other = namesake(3.0, ("qualified", 1.0), key=2, qualifier=CANADA, **rival)
    return decide(ASKED, [city, other], surely(0.99)).outcome


def test_behind_a_comma_a_club_is_no_rival_of_a_city_nor_is_one_of_which_it_is_not_the_main_name() -> None:
    assert beside_a_city_in_canada(preferred=True) is Outcome.AMBIGUOUS
    assert beside_a_city_in_canada(preferred=False) is Outcome.LINKED
    assert beside_a_city_in_canada(preferred=True, entity_kind=Kind.ORGANIZATION) is Outcome.LINKED
    club = namesake(3.0, key=2, preferred=True, entity_kind=Kind.ORGANIZATION)
    assert decide(ASKED, [namesake(3.0, key=1, preferred=True), club], surely(0.99)).outcome is Outcome.AMBIGUOUS


def test_the_bare_name_means_the_city_and_not_the_region_named_after_it() -> None:
    city = namesake(3.0, key=1, sort="settlement", country="UA")
    named_after = namesake(3.0, key=2, sort="region", country="UA")
    elsewhere = namesake(3.0, key=2, sort="region", country="PL")
    assert decide(ASKED, [city, named_after], surely(0.99)).outcome is Outcome.LINKED
    assert decide(ASKED, [city, elsewhere], surely(0.99)).outcome is Outcome.AMBIGUOUS
    assert decide(ASKED, [namesake(3.0, key=1, sort="region", country="UA"), city], surely(0.99)).outcome is (
        Outcome.AMBIGUOUS
    )


@pytest.mark.parametrize(("lies_in", "outcome"), [(7, Outcome.LINKED), (8, Outcome.AMBIGUOUS), (None, Outcome.LINKED)])
def test_a_region_that_a_town_does_not_lie_in_may_be_meant_beside_it(lies_in: int | None, outcome: Outcome) -> None:
    town = namesake(3.0, key=1, sort="settlement", country="US", region=lies_in)
    region = namesake(3.0, key=2, sort="region", country="US", region=7)
    assert decide(ASKED, [town, region], surely(0.99)).outcome is outcome


def area(sort: str, country: str | None, language: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"sort": sort, "country": country, "language": language, "preferred": True, **fields}


# What is first and its namesake; whether both may be meant.
AREAS = [
    (area("settlement", "TN", "en"), area("country", "TN", "az"), False),
    (area("settlement", "DZ", "ru"), area("country", "DZ", "ru"), True),
    (area("settlement", "HK", "ru"), area("country", "HK", "ru"), False),
    (area("country", "HK", "ru"), area("settlement", "HK"), False),
    (area("country", "MX", "en"), area("settlement", "MX", preferred=False), False),
    (area("country", "LU", "en"), area("settlement", "LU"), True),
    (area("country", "MX", "fr"), area("settlement", "MX", preferred=False), True),
    (area("country", "AU", "en"), area("landform", None), False),
    (area("country", "GE", "en"), area("region", "US"), True),
    (area("country", "JO", "en"), area("", None, entity_kind=Kind.PERSON), True),
]


@pytest.mark.parametrize(("first", "other", "both"), AREAS)
def test_a_country_its_city_and_a_continent_of_one_name(
    first: dict[str, Any], other: dict[str, Any], both: bool
) -> None:
    two = [namesake(3.0, key=1, **first), namesake(3.0, key=2, **other)]
    assert decide(ASKED, two, surely(0.99)).outcome is (Outcome.AMBIGUOUS if both else Outcome.LINKED)


def test_where_marks_are_letters_one_that_is_written_just_so_is_not_passed_over() -> None:
    def decided(*texts: str, asked: str = "Зорвік") -> Outcome:
        weights = (5.0, 3.0)
        pairs = enumerate(zip(weights, texts, strict=True))
        two = [namesake(weight, text=text, asked=asked, key=key) for key, (weight, text) in pairs]
        return decide(ASKED, two, surely(0.99)).outcome

    assert decided("Зорвік:", "Зорвік") is Outcome.AMBIGUOUS
    assert decided("Зорвік", "Зорвік:") is Outcome.LINKED
    assert decided("Зорвік:", "Зорвік!") is Outcome.LINKED
    assert decided("Zórvik", "Zorvik", asked="Zorvik") is Outcome.LINKED


# Whether the kind was given, whether it is the first's main name, how important it is: three times may be enough.
CITIES = [
    (Kind.PLACE, True, CITY_WEIGHT, Outcome.LINKED),
    (Kind.PLACE, True, CITY_WEIGHT - 0.1, Outcome.AMBIGUOUS),
    (Kind.PLACE, False, CITY_WEIGHT, Outcome.AMBIGUOUS),
    (None, True, CITY_WEIGHT, Outcome.AMBIGUOUS),
]


@pytest.mark.parametrize(("kind", "preferred", "weight", "outcome"), CITIES)
def test_of_places_the_city_whose_main_name_it_is_needs_three_times(
    kind: Kind | None, preferred: bool, weight: float, outcome: Outcome
) -> None:
    both = [namesake(weight, key=1, preferred=preferred), namesake(weight - 0.6, key=2)]
    assert decide(Query("Zorvik", kind=kind), both, surely(0.99)).outcome is outcome


def test_a_bare_word_that_names_things_of_two_kinds_needs_a_thousand_times() -> None:
    person = namesake(2.0, key=2, entity_kind=Kind.PERSON)
    assert decide(ASKED, [namesake(4.0, key=1), person], surely(0.99)).outcome is Outcome.AMBIGUOUS
    assert decide(ASKED, [namesake(5.0, key=1), person], surely(0.99)).outcome is Outcome.LINKED
    whole = [
        namesake(4.0, key=1, text="Zorvik Velmar", asked="Zorvik Velmar"),
        namesake(2.0, key=2, text="Zorvik Velmar", asked="Zorvik Velmar", entity_kind=Kind.PERSON),
    ]
    assert decide(Query("Zorvik Velmar"), whole, surely(0.99)).outcome is Outcome.LINKED


MAIN = {"stage": Stage.EXACT, "preferred": True}
# An ordinary word, the question around it, the candidate, and what comes of it.
ORDINARY: list[tuple[str, dict[str, Any], dict[str, Any], Outcome]] = [
    ("Thursday", {}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.NIL),
    ("Thursday", {}, {"stage": Stage.LIKENESS, "text": "Thursdai", "weight": 7.0}, Outcome.NIL),
    ("Thursday", {}, {"stage": Stage.EXACT, "weight": 3.0, "preferred": True}, Outcome.AMBIGUOUS),
    ("thursday", {}, {"stage": Stage.EXACT, "weight": 3.0, "preferred": True}, Outcome.NIL),
    ("Thursday", {"kind": Kind.PLACE}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.LINKED),
    ("Thursday", {}, {"stage": Stage.EXACT, "weight": WELL_KNOWN}, Outcome.LINKED),
    ("Thursday", {}, {"stage": Stage.EXACT, "weight": WELL_KNOWN - 0.1}, Outcome.NIL),
    ("Thursday", {}, {"stage": Stage.EXACT, "weight": WELL_KNOWN, "shown": False}, Outcome.NIL),
    ("thursday", {}, {"stage": Stage.EXACT, "weight": WELL_KNOWN}, Outcome.NIL),
    ("jeudi", {"language": "fr"}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.NIL),
    ("Donnerstag", {"language": "de-AT"}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.NIL),
    # No word of Welsh is known to be ordinary, and Xqzzt is none of any language.
    ("Thursday", {"language": "cy"}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.LINKED),
    ("Xqzzt", {}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.LINKED),
    # Written in capitals as the gazetteer writes it, it is the acronym.
    ("WHO", {}, {"stage": Stage.EXACT, "weight": 3.0, "entity_kind": Kind.ORGANIZATION}, Outcome.LINKED),
    ("Who", {}, {"stage": Stage.EXACT, "text": "WHO", "weight": 3.0}, Outcome.NIL),
    ("The Thursday", {}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.LINKED),
    # A city is spoken of where its language is, but not so much; a word that is more used than the city is a word.
    ("Житомир", {"language": "uk"}, {"weight": 5.4, "country": "UA"} | MAIN, Outcome.LINKED),
    ("Житомир", {"language": "uk"}, {"weight": 5.4, "country": "FR"} | MAIN, Outcome.AMBIGUOUS),
    ("Житомир", {"language": "uk"}, {"weight": 5.4, "country": "UA", "sort": "region"} | MAIN, Outcome.AMBIGUOUS),
    ("Центр", {"language": "uk"}, {"weight": 5.4, "country": "UA"} | MAIN, Outcome.AMBIGUOUS),
    ("Genf", {"language": "de"}, {"stage": Stage.EXACT, "weight": 5.3}, Outcome.AMBIGUOUS),
    ("Genf", {"language": "de"}, {"stage": Stage.EXACT, "weight": 4.3}, Outcome.NIL),
    ("Texas", {"country": "US"}, {"weight": 4.8, "country": "US", "sort": "region"} | MAIN, Outcome.LINKED),
    ("Texas", {"country": "MX"}, {"weight": 4.8, "country": "US", "sort": "region"} | MAIN, Outcome.AMBIGUOUS),
    ("london", {}, {"weight": 7.0} | MAIN, Outcome.AMBIGUOUS),
    ("Hamilton", {"country": "NZ"}, {"weight": 5.0, "country": "NZ"} | MAIN, Outcome.LINKED),
    ("Hamilton", {"country": "NZ"}, {"weight": 4.9, "country": "NZ"} | MAIN, Outcome.AMBIGUOUS),
    ("Paris", {"near": Point(33.7, -95.5)}, {"weight": 4.0, "lat": 33.9, "lon": -95.5} | MAIN, Outcome.LINKED),
    ("Paris", {"near": Point(33.7, -95.5)}, {"weight": 4.0, "lat": 34.0, "lon": -95.5} | MAIN, Outcome.AMBIGUOUS),
    # Words of languages without blanks; names, in lists of their words, are rarer.
    ("学校", {"language": "ja"}, {"stage": Stage.READING, "text": "Gacko", "country": "JP"}, Outcome.NIL),
    ("学校", {}, {"stage": Stage.READING, "text": "Gacko", "country": "JP"}, Outcome.NIL),
    ("学校", {"language": "ja"}, {"stage": Stage.EXACT, "weight": 3.0}, Outcome.NIL),
    ("沂源県", {"language": "ja"}, {"stage": Stage.READING, "text": "Yiyuan", "country": "CN"}, Outcome.LINKED),
    ("سيارة", {}, {"stage": Stage.READING, "text": "Ceará"}, Outcome.NIL),
    # Well known by its capitals, and said as a word.
    ("Nasa", {}, {"stage": Stage.EXACT, "text": "NASA", "asked": "NASA", "weight": 5.0}, Outcome.LINKED),
    ("Aix-la-Chapelle", {"language": "fr"}, {"stage": Stage.EXACT, "weight": 5.0}, Outcome.LINKED),
    ("Thursday Monday", {}, {"stage": Stage.WORDS, "form_alike": 1.0}, Outcome.LINKED),
    ("Thursday Monday", {}, {"stage": Stage.LIKENESS}, Outcome.NIL),
    ("Thursday monday", {}, {"stage": Stage.WORDS, "form_alike": 1.0}, Outcome.NIL),
    ("НАТО", {"language": "uk"}, {"stage": Stage.EXACT, "entity_kind": Kind.ORGANIZATION}, Outcome.LINKED),
]  # fmt: skip


@pytest.mark.parametrize(("word", "asked", "offered", "outcome"), ORDINARY)
def test_an_ordinary_word_is_nobody_unless_more_speaks_for_it(
    word: str, asked: dict[str, Any], offered: dict[str, Any], outcome: Outcome
) -> None:
    one = scored(5.0, **{"text": word, "asked": word} | offered)
    verdict = decide(Query(word, **asked), [one], surely(0.99))
    assert verdict.outcome is outcome
    assert ("ordinary" in verdict.ground) is (outcome is not Outcome.LINKED)


def test_an_ordinary_word_is_never_told_with_confidence() -> None:
    nil = decide(Query("Thursday"), [scored(5.0, text="Thursday", stage=Stage.EXACT)], surely(0.99))
    several = decide(Query("Thursday"), [scored(5.0, text="Thursday", stage=Stage.EXACT, preferred=True)], surely(0.99))
    assert nil.confidences[0] < several.confidences[0] < 0.5


LISTS = st.lists(
    st.builds(
        lambda score, weight, alike, stage, shown, preferred, kind, name_kind, key: (score, {
            "weight": weight, "form_alike": alike, "stage": stage, "shown": shown, "preferred": preferred,
            "entity_kind": kind, "name_kind": name_kind, "key": key,
        }),
        st.floats(-5, 20), st.floats(0, 8), st.floats(0, 1), st.sampled_from(Stage), st.booleans(), st.booleans(),
        st.sampled_from(Kind), st.sampled_from(NameKind), st.integers(0, 9),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@given(
    LISTS,
    st.sampled_from(["Zorvik", "Thursday", "thursday"]),
    st.one_of(st.none(), st.floats(0, 1)),
    st.one_of(st.none(), st.floats(0, 1)),
)
def test_whatever_is_offered_confidences_are_shares_and_nobody_is_linked_without_them(
    offered: list[tuple[float, dict[str, Any]]], name: str, threshold: float | None, margin: float | None
) -> None:
    found = [scored(score, ("close_reading", fields["form_alike"]), **fields) for score, fields in offered]
    found.sort(key=lambda one: -one.score)
    verdict = decide(Query(name, threshold=threshold, margin=margin), found, weights())
    told = verdict.confidences
    assert len(told) == len(found)
    assert all(0.0 <= confidence <= 1.0 for confidence in told)
    assert list(told) == sorted(told, reverse=True)
    assert math.fsum(told) <= 1.0 + 1e-9
    if verdict.outcome is Outcome.LINKED:
        assert told[0] >= (weights().threshold if threshold is None else threshold)
        behind = told[1] if len(told) > 1 else 0.0
        assert told[0] - behind >= (weights().margin if margin is None else margin)


def test_a_probability_rests_on_every_ground_that_is_named() -> None:
    first = [alike(3.0), alike(2.0)]
    assert set(grounds(first, weights())) == set(GROUNDS)
    assert probability(first, surely(0.8)) == pytest.approx(0.8)


def test_a_better_written_first_is_the_likelier_and_so_is_one_that_is_further_ahead() -> None:
    close, far = [alike(5.0), alike(4.9)], [alike(5.0), alike(1.0)]
    assert probability(far, weights()) > probability(close, weights())
    worse = [scored(5.0, ("close_reading", 5.0), form_alike=0.6, skeleton_alike=0.6)]
    better = [scored(5.0, ("close_reading", 5.0), form_alike=1.0, skeleton_alike=1.0)]
    assert probability(better, weights()) > probability(worse, weights())
