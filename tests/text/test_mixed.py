"""Letters of two scripts in one word: mended where every letter looks like one of the other script, else left alone."""

import pytest

from gazetteer.text.mixed import mended

LATIN_A, LATIN_O, CYRILLIC_O = "a", "o", "о"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"Б{LATIN_A}хмут", "Бахмут"),
        ("Xapків", "Харків"),
        (f"L{CYRILLIC_O}nd{CYRILLIC_O}n", "London"),
        (f"Нова Од{'e'}са", "Нова Одеса"),
        ("Αθήνa", "Αθήνα"),
        ("НАТO", "НАТО"),
    ],
)
def test_a_word_is_put_into_the_script_of_most_of_its_letters(written: str, meant: str) -> None:
    assert mended(written) == meant


@pytest.mark.parametrize(
    "written", ["Бахмут", "Bakhmut", "Київ Kyiv", "Газprom", "Łódź", "東京タワー", "B2В", "café Львів", ""]
)
def test_whole_words_and_words_that_mix_on_purpose_are_left_alone(written: str) -> None:
    assert mended(written) is None


def test_of_a_word_that_may_be_either_the_rest_of_the_text_tells() -> None:
    assert mended("CА Бахмут") == "СА Бахмут"
    assert mended("CА London") == "CA London"
