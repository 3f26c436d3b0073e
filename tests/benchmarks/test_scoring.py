"""The score of edits on labelled passages; every expected value is worked out by hand beside it."""

from collections.abc import Sequence

import pytest

from benchmarks.documents.passages import Label, Passage
from benchmarks.documents.scoring import Edit, Score, score

TEXT = "Near Bahmt, General Oleksandre Syrsky met Anna Zorvik of Zorvik & Co."
BAHMT = Label(5, 10, True, "place", ("Bakhmut",), "garbled")
SYRSKY = Label(20, 37, True, "person", ("Oleksandr Syrsky", "Oleksandr Syrskyi"), "source romanization")
ZORVIK = Label(42, 53, False, "person", ("Hanna Zorvik",))
PASSAGE = Passage("made-up", "uk", TEXT, (BAHMT, SYRSKY, ZORVIK), ((57, 68),))


def edit(surface: str, text: str, nth: int = 1) -> Edit:
    """The edit that puts a text where a surface stands for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(surface, start + 1)
    return start, start + len(surface), text


def scored(*edits: Edit, passages: Sequence[Passage] = (PASSAGE,)) -> Score:
    return score(passages, lambda _: edits)


FIXED, MISSED, TOUCHED, ON_NOTHING, LET_PASS = "fixed", "missed", "touched", "on nothing", "let pass"

EDITS = [
    (edit("Bahmt", "Bakhmut"), FIXED),
    # Case and diacritics make no difference.
    (edit("Bahmt", "BAKHMÚT"), FIXED),
    (edit("Bahmt", "Bachmut"), MISSED),
    (edit("Oleksandre Syrsky", "Oleksandr Syrsky"), FIXED),
    (edit("Oleksandre Syrsky", "Oleksandr Syrskyi"), FIXED),
    # One word of the name, when the whole is then right.
    (edit("Oleksandre", "Oleksandr"), FIXED),
    (edit("Syrsky", "Syrskyi"), MISSED),
    # The surname of an accepted form may stand for it.
    (edit("Oleksandre Syrsky", "Syrskyi"), FIXED),
    # More than the name, when the rest stays as it was.
    (edit("General Oleksandre Syrsky", "General Oleksandr Syrsky"), FIXED),
    (edit("General Oleksandre Syrsky", "Oleksandr Syrsky"), MISSED),
    (edit("General Oleksandre Syrsky", "Admiral Oleksandr Syrsky"), MISSED),
    (edit("Bahmt, General", "Bakhmut, General"), FIXED),
    (edit("met Anna Zorvik", "met Hanna Zorvik"), LET_PASS),
    (edit("met Anna Zorvik", "Hanna Zorvik"), TOUCHED),
    (edit("Anna", "Hanna"), LET_PASS),
    (edit("Anna Zorvik", "anna zorvik"), LET_PASS),
    (edit("Anna Zorvik", "Zorvik"), LET_PASS),
    (edit("Anna Zorvik", "Anne Zorvik"), TOUCHED),
    (edit("Zorvik", "Zorvig"), TOUCHED),
    (edit("Near", "Nera"), ON_NOTHING),
    # Spans that are not scored.
    (edit("Zorvik", "Zorvig", nth=2), LET_PASS),
    (edit("of Zorvik", "Zorvik"), LET_PASS),
]


@pytest.mark.parametrize(("made", "expected"), EDITS)
def test_an_edit_is_judged_by_what_then_stands_over_the_name(made: Edit, expected: str) -> None:
    got = scored(made)
    assert (got.edits, got.fixed, got.touched, got.on_nothing) == {
        FIXED: (1, 1, 0, 0),
        MISSED: (1, 0, 0, 0),
        TOUCHED: (1, 0, 1, 0),
        ON_NOTHING: (1, 0, 0, 1),
        LET_PASS: (0, 0, 0, 0),
    }[expected]
    assert bool(got.notes) == (expected in (MISSED, TOUCHED, ON_NOTHING))


def test_the_figures_of_five_edits() -> None:
    got = scored(
        edit("Bahmt", "Bakhmut"),
        edit("Oleksandre Syrsky", "Alexander Syrsky"),
        edit("Anna Zorvik", "Anne Zorvik"),
        edit("Near", "Nera"),
        edit("met", "Metz"),
    )
    # Twelve words; two wrong names, one of them fixed; one right name, which was touched.
    assert got.figures() == {
        "precision": 1 / 5,
        "recall": 1 / 2,
        "false alarms per 1,000 words": 1000 * 3 / 12,
        "right names touched": 1.0,
    }
    assert (got.words, got.wrong, got.knowable, got.right) == (12, 2, 2, 1)
    assert got.causes == {"garbled": 1, "source romanization": 1}
    assert got.fixed_causes == {"garbled": 1}


def test_who_edits_nothing_makes_no_mistake_and_finds_nothing() -> None:
    assert scored().figures() == {
        "precision": 1.0,
        "recall": 0.0,
        "false alarms per 1,000 words": 0.0,
        "right names touched": 0.0,
    }


def test_a_passage_without_names_has_false_alarms_alone() -> None:
    got = scored((0, 2, "At"), passages=[Passage("made-up", "en", "It rained all day.", ())])
    assert got.figures() == {
        "precision": 0.0,
        "recall": 0.0,
        "false alarms per 1,000 words": 250.0,
        "right names touched": 0.0,
    }


def test_recall_is_of_what_can_be_known() -> None:
    nobody = Label(0, 4, True, "person", ("Zorvik",), "garbled", knowable=False)
    known = Label(9, 14, True, "place", ("Bakhmut",), "garbled")
    passage = Passage("made-up", "uk", "Zrvk hit Bahmt.", (nobody, known))
    both = score([passage], lambda _: [(0, 4, "Zorvik"), (9, 14, "Bakhmut")])
    assert (both.wrong, both.knowable, both.fixed) == (2, 1, 2)
    assert both.figures()["recall"] == 1.0
    lucky = score([passage], lambda _: [(0, 4, "Zorvik")])
    assert lucky.figures()["precision"] == 1.0
    assert lucky.figures()["recall"] == 0.0


def test_a_name_that_is_edited_twice_counts_once() -> None:
    got = scored(edit("Anna", "Anne"), edit("Zorvik", "Zorvig"))
    assert got.touched == 2
    assert got.figures()["right names touched"] == 1.0
    assert scored(edit("Bahmt", "Bakhmut"), edit("Bahmt", "Bakhmut")).figures()["recall"] == 1 / 2


def test_passages_are_counted_together_and_each_is_edited_by_itself() -> None:
    other = Passage("other", "fr", "Bakhmout", (Label(0, 8, True, "place", ("Bakhmut",)),))
    edits = {"made-up": [edit("Bahmt", "Bakhmut")], "other": [(0, 8, "Bachmut")]}
    got = score([PASSAGE, other], lambda passage: edits[passage.id])
    assert (got.words, got.wrong, got.edits, got.fixed) == (13, 3, 2, 1)
    assert got.figures()["recall"] == pytest.approx(1 / 3)
    # A name without a cause is counted under none.
    assert got.causes["?"] == 1
