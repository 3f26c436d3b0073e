"""What is written in capitals: initials, which are no word that somebody spelled, and names in capitals."""

import pytest

from gazetteer.text.acronyms import is_acronym, is_initialism, is_short_acronym, letters_of

INITIALS = [
    "EU",
    "UAE",
    "U.A.E.",
    "U. S.",
    "É.-U.",
    "ЄС",
    "США",
    "КНДР",
    "СССР",
    "DPRK",
    "ΗΠΑ",
    "G7",
    "M16",
    "N.A.T.O.",
]
NONE = [
    "", "E", "Eu", "eu", "OSLO", "KYIV", "РИГА", "РИГА-1 ", "ΑΘΗΝΑ", "NATO", "BRDKSTR", "EU UN", "日本", "ST.PA",
    "כ\"ץ", "A B C D E F",
]  # fmt: skip


@pytest.mark.parametrize("text", INITIALS)
def test_initials_are_told(text: str) -> None:
    assert is_initialism(text)


@pytest.mark.parametrize("text", NONE)
def test_what_may_be_a_name_in_capitals_is_none(text: str) -> None:
    assert not is_initialism(text)


def test_a_short_acronym_has_up_to_five_capitals() -> None:
    assert is_short_acronym("OSCE")
    assert not is_short_acronym("UNESCO")
    assert is_acronym("UNESCO")
    assert not is_acronym("Unesco")


def test_letters_keep_their_marks_and_capitals() -> None:
    assert letters_of("É.-U.") == letters_of("E\u0301.-U.") == "ÉU"
    assert letters_of("Ü. K.") != letters_of("UK")
    assert letters_of("Uk") != letters_of("UK")
