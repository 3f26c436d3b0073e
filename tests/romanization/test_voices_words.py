"""Writing without vowels is read from the list of its language, through an article, and says how certain that is."""

from types import MappingProxyType

import pytest

from gazetteer.languages import Orthography, orthographies, system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.systems import aloud, romanize
from gazetteer.romanization.voices.words import read_words

MADE_UP = Orthography(
    "ar-Arab",
    "ar",
    "Arab",
    "Made up",
    (),
    None,
    (),
    MappingProxyType({"بتث": ("بَتَث", "بُتْث"), "أجح": ("أَجَح",)}),
    prefixes=MappingProxyType({"ال": ("ال",)}),
    alike=MappingProxyType({"ڀ": "ب", "ـ": ""}),
    loosely=MappingProxyType({"أ": "ا"}),
)


def test_a_word_that_may_be_read_in_two_ways_is_not_certain() -> None:
    read = read_words("بتث", MADE_UP)
    assert (read.readings, read.certain) == (("بَتَث", "بُتْث"), False)


def test_a_word_that_may_be_read_in_one_way_is_certain() -> None:
    assert read_words("أجح", MADE_UP).certain


def test_an_unknown_word_is_read_as_it_is_written_and_not_certain() -> None:
    read = read_words("حجث", MADE_UP)
    assert (read.readings, read.certain) == (("حجث",), False)


def test_a_word_is_read_through_its_article() -> None:
    assert read_words("الأجح", MADE_UP).readings == ("الأَجَح",)
    assert read_words("البتث", MADE_UP).readings == ("البَتَث", "البُتْث")


def test_an_article_before_an_unknown_word_is_not_split_off() -> None:
    assert read_words("الحجث", MADE_UP).readings == ("الحجث",)


def test_letters_that_are_alike_are_the_same() -> None:
    assert read_words("ڀتـث", MADE_UP) == read_words("بتث", MADE_UP)


def test_what_careless_writing_leaves_out_is_found() -> None:
    assert read_words("اجح", MADE_UP).readings == ("أَجَح",)


def test_presentation_forms_are_the_letters_they_show() -> None:
    assert read_words("ﺑﺘﺚ", MADE_UP) == read_words("بتث", MADE_UP)


def test_signs_that_are_written_choose_among_the_readings() -> None:
    assert read_words("بُتث", MADE_UP).readings == ("بُتْث",)


def test_signs_that_no_reading_has_are_believed() -> None:
    read = read_words("بِتِث", MADE_UP)
    assert (read.readings, read.certain) == (("بِتِث",), True)


def test_an_unknown_word_with_one_sign_is_not_certain() -> None:
    assert not read_words("حجثّبت", MADE_UP).certain


def test_parts_of_a_compound_are_read_alone() -> None:
    read = read_words("أجح\u200cبتث", MADE_UP)
    assert read.readings == ("أَجَح\u200cبَتَث", "أَجَح\u200cبُتْث")
    assert not read.certain


def test_a_name_has_all_its_forms_and_says_that_it_is_not_certain() -> None:
    form = transliterate("حسن نصر الله", system("ar-Arab/ala-lc"))
    assert (form.text, form.others, form.certain) == ("Ḥasan Naṣr Allāh", ("Ḥusn Naṣr Allāh",), False)


def test_a_name_of_known_words_is_certain() -> None:
    assert transliterate("بغداد", system("ar-Arab/ala-lc")).certain


CAPITALS = [
    ("ar-Arab/ala-lc", "القاهرة", "al-Qāhirah"),
    ("ar-Arab/bgn-pcgn-1956", "القاهرة", "Al Qāhirah"),
    ("ar-Arab/bgn-pcgn-1956", "رأس الخيمة", "Ra’s al Khaymah"),
    ("he-Hebr/ala-lc", "הכרמל", "ha-Karmel"),
    ("he-Hebr/un-2007", "הכרמל", "Ha-Karmel"),
    ("he-Hebr/un-2007", "הר", "Har"),
    ("he-Hebr/un-2007", "תל־אביב", "Tel-Aviv"),
    ("fa-Arab/bgn-pcgn-1958", "علی‌آباد", "‘Alīābād"),
]


@pytest.mark.parametrize(("full_id", "written", "expected"), CAPITALS)
def test_an_article_has_the_case_that_its_system_gives_it(full_id: str, written: str, expected: str) -> None:
    assert romanize(written, system(full_id)) == expected
    assert transliterate(written, system(full_id)).text == expected


def test_running_text_has_no_capitals() -> None:
    written = "زار محمد مدينة القاهرة أمس."
    assert transliterate(written, system("ar-Arab/press-en")).text.startswith("zar muhammad madina al-qahira")


def test_quotes_around_a_name_are_no_letters() -> None:
    assert romanize("'שלום'", system("he-Hebr/press-en")) == "'Shalom'"


def test_an_apostrophe_between_letters_is_a_geresh() -> None:
    assert aloud("צ'רנ", system("he-Hebr/un-2007")).texts == ("Chrn",)


@pytest.mark.parametrize("tag", ["ar-Arab", "fa-Arab", "ur-Arab", "ps-Arab", "he-Hebr"])
def test_no_reading_of_a_list_leaves_a_letter_over(tag: str) -> None:
    left = [
        (by.id, read)
        for by in orthographies()[tag].systems
        for readings in orthographies()[tag].words.values()
        for read in readings
        if transliterate(read, by).unmapped
    ]
    assert left == []
