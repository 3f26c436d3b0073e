"""Romanization keeps what it does not name, and gives every letter the case it was written in."""

import unicodedata

import pytest

from gazetteer.errors import UnknownSystem
from gazetteer.languages import RuleSet, System, system, systems
from gazetteer.romanization.systems import romanize, romanized, systems_of

CASES = [
    ("щука", "shchuka"),
    ("Щука", "Shchuka"),
    ("ЩУКА", "SHCHUKA"),
    ("борЩ", "borShch"),
    ("БОРЩ", "BORSHCH"),
    ("Щ", "Shch"),
    ("Щ. Юхименко", "Shch. Yukhymenko"),
    ("Щука-Щука", "Shchuka-Shchuka"),
    ("ЩУКА Щука щука", "SHCHUKA Shchuka shchuka"),
    ("КрАЗ", "KrAZ"),
    ("Згурівка", "Zghurivka"),
    ("ЗГУРІВКА", "ZGHURIVKA"),
    ("ІМ'Я", "IMIA"),
    ("П’ЯТЬ", "PIAT"),
    ("ім'я", "imia"),
    ("ім’я", "imia"),
    ("імʼя", "imia"),
    ("«Київ», 1991 (місто)", "«Kyiv», 1991 (misto)"),
    ("‘Яр’ і 'Яр'", "‘Yar’ i 'Yar'"),
    ("Київ and Odesa", "Kyiv and Odesa"),
    ("Київ 東京 İzmir", "Kyiv 東京 İzmir"),
    ("", ""),
    ("O'Brien", "O'Brien"),
    ("Ки\u0301їв, КИ\u0301ЇВ", "Kýiv, KÝIV"),
    ("Я\u0301готин, зна\u0301м'янка", "Yáhotyn, známianka"),
    ("x\u0301 і\u0301", "x\u0301 í"),
    ("\u0301Київ", "\u0301Kyiv"),
    ("Київ – О'Браєн", "Kyiv – OBraien"),
]


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_case_and_punctuation_are_kept(written: str, expected: str) -> None:
    assert romanize(written, system("uk-Cyrl/national-2010")) == expected


def test_a_decomposed_letter_is_read_as_one() -> None:
    decomposed = unicodedata.normalize("NFD", "Їжакевич, Йосипівка")
    assert romanize(decomposed, system("uk-Cyrl/national-2010")) == "Yizhakevych, Yosypivka"


def test_a_digraph_of_which_one_letter_is_a_capital_starts_with_one() -> None:
    assert romanize("Ούζο, ΟΥΖΟ", system("el-Grek/elot-743")) == "Ouzo, OUZO"


def test_one_sound_from_a_capital_digraph_is_a_capital() -> None:
    assert romanize("Μπαλτάς, ΜΠΑΛΤΑΣ", system("el-Grek/elot-743")) == "Baltas, BALTAS"


def test_a_script_without_capitals_gets_one_a_word() -> None:
    assert romanize("ზემო სვანეთი-2", system("ka-Geor/bgn-pcgn-1981")) == "Zemo Svanet’i-2"


def test_an_apostrophe_the_system_does_not_know_stays() -> None:
    assert romanize("Жанна д’Арк", system("ru-Cyrl/bgn-pcgn-1947")) == "Zhanna d’Ark"


def test_a_system_outside_the_folder_is_written_by_its_own_rules() -> None:
    rules = RuleSet({"щ": "q"}, (), {})
    made_up = System("national-2010", "uk-Cyrl", "Made up", "nowhere", None, rules)
    assert romanize("Щука", made_up) == "Qука"


def test_the_systems_of_an_orthography_are_its_own() -> None:
    ids = [found.full_id for found in systems_of("uk-Cyrl")]
    assert ids == [full_id for full_id in systems() if full_id.startswith("uk-Cyrl/")]
    assert "uk-Cyrl/national-2010" in ids


def test_an_unknown_orthography_lists_the_known() -> None:
    with pytest.raises(UnknownSystem, match=r"xx-Latn.*uk-Cyrl"):
        systems_of("xx-Latn")


def test_a_letter_behind_a_vowel_sign_does_not_start_a_word() -> None:
    assert romanize("दिल्ली, नई दिल्ली", system("hi-Deva/iso-15919")) == "Dillī, Naī Dillī"


@pytest.mark.parametrize(
    "text",
    ["кривий ріг", "ки\u0301їв", "кам'янка", "kyiv", "αθήνα", "თბილისი", "القاهرة", "北京", "서울", "москва́", ""],
)
def test_many_systems_at_once_write_what_each_writes_alone(text: str) -> None:
    every = list(systems().values())
    assert romanized(text, every) == [romanize(text, one, capitals=False) for one in every]
