"""Hangul, read by arithmetic, in the common form."""

import unicodedata

import pytest

from gazetteer.romanization.common_form import finish
from gazetteer.romanization.hangul import read

NAMES = [
    ("서울", "soul"),
    ("부산", "busan"),
    ("평양", "pyongyang"),
    ("대구", "degu"),
    ("인천", "inchon"),
    ("광주", "gvangju"),
    ("신라", "sila"),
    ("독립", "dongnip"),
    ("백마", "bengma"),
    ("한국어", "hangugo"),
    ("의정부", "uijongbu"),
    ("하르키우", "harukiu"),
    ("키이우", "kiiu"),
    ("설날", "solal"),
    ("닭이", "dalgi"),
]


@pytest.mark.parametrize(("written", "said"), NAMES)
def test_syllables_say_what_the_revised_romanization_says(written: str, said: str) -> None:
    assert finish(read(written)) == said


def test_decomposed_syllables_are_read_alike() -> None:
    assert read(unicodedata.normalize("NFD", "서울")) == read("서울")
