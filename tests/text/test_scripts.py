"""The script of a text is that of most of its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.text.scripts import script_of, script_of_char, scripts_of

TEXTS = [
    ("Poitiers", "Latn"),
    ("Łódź", "Latn"),
    ("Чернігів", "Cyrl"),
    ("Қостанай", "Cyrl"),
    ("Αθήνα", "Grek"),
    ("Երևան", "Armn"),
    ("თბილისი", "Geor"),
    ("תל אביב", "Hebr"),
    ("القاهرة", "Arab"),
    ("दिल्ली", "Deva"),
    ("ঢাকা", "Beng"),
    ("ਅੰਮ੍ਰਿਤਸਰ", "Guru"),
    ("અમદાવાદ", "Gujr"),
    ("சென்னை", "Taml"),
    ("బెంగళూరు", "Telu"),
    ("ಬೆಂಗಳೂರು", "Knda"),
    ("കൊച്ചി", "Mlym"),
    ("කොළඹ", "Sinh"),
    ("กรุงเทพ", "Thai"),
    ("ວຽງຈັນ", "Laoo"),
    ("ភ្នំពេញ", "Khmr"),
    ("ရန်ကုန်", "Mymr"),
    ("ལྷ་ས", "Tibt"),
    ("አዲስ አበባ", "Ethi"),
    ("서울", "Hang"),
    ("東京", "Hani"),
    ("さいたま", "Hira"),
    ("タワー", "Kana"),
    ("1917", "Zyyy"),
    ("", "Zyyy"),
    ("…!", "Zyyy"),
    ("Łódź 15", "Latn"),
    ("Москва (Moscow, RU)", "Latn"),
    ("Санкт-Петербург SPb", "Cyrl"),
]


@pytest.mark.parametrize(("text", "script"), TEXTS)
def test_a_text_is_in_the_script_of_most_of_its_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_digits_marks_and_punctuation_belong_to_no_script() -> None:
    assert {script_of_char(char) for char in "7 -'’\u0301،"} == {"Zyyy"}


def test_of_equally_many_letters_the_first_script_decides() -> None:
    assert script_of("abвг") == "Latn"
    assert scripts_of("abвгд") == {"Latn": 2, "Cyrl": 3}


@given(st.text())
def test_every_text_has_a_code_of_four_letters(text: str) -> None:
    assert len(script_of(text)) == 4
