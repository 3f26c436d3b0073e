"""Japanese is read as katakana: kana say what they say, kanji have candidates and are never certain."""

import pytest

from gazetteer.languages import orthographies, system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.voices.japanese import katakana, read_kana

JAPANESE = orthographies()["ja-Jpan"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("とうきょう", "トウキョウ"),
        ("キーウ", "キーウ"),
        ("いすゞ", "イスズ"),
        ("みすゝ", "ミスス"),
        ("ﾄｰｷｮｰ", "トーキョー"),
    ],
)
def test_kana_are_certain(written: str, said: str) -> None:
    assert read_kana(written, JAPANESE).readings == (said,)
    assert read_kana(written, JAPANESE).certain


def test_a_last_o_behind_o_is_left_open() -> None:
    said = read_kana("よこお", JAPANESE)
    assert said.readings == ("ヨコ.オ", "ヨコオ")
    assert not said.certain


@pytest.mark.parametrize("written", ["東京", "日本", "上野", "佐々木", "安倍晋三"])
def test_kanji_are_never_certain(written: str) -> None:
    assert not read_kana(written, JAPANESE).certain


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("上野", ["ウエノ", "コウズケ"]),
        ("中田", ["ナカダ", "ナカタ"]),
        ("日本", ["ニホン", "ニッポン"]),
        ("羽生", ["ハニュウ", "ハブ"]),
    ],
)
def test_kanji_of_several_readings_give_them_all(written: str, readings: list[str]) -> None:
    assert set(readings) <= set(read_kana(written, JAPANESE).readings)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("安倍晋三", "アベ シンゾウ"),
        ("村上春樹", "ムラカミ ハルキ"),
        ("黒澤明", "クロサワ アキラ"),
        ("宮﨑駿", "ミヤザキ ハヤオ"),
        ("菅義偉", "スガ ヨシヒデ"),
    ],
)
def test_a_person_is_two_words(written: str, said: str) -> None:
    assert read_kana(written, JAPANESE).readings[0] == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("東京都", "トウキョウ-ト"),
        ("福島県", "フクシマ-ケン"),
        ("京都市", "キョウト-シ"),
        ("津市", "ツ-シ"),
        ("北海道", "ホッカイドウ"),
    ],
)
def test_the_rank_of_a_place_stands_behind_a_hyphen(written: str, said: str) -> None:
    assert read_kana(written, JAPANESE).readings[0] == said


@pytest.mark.parametrize("written", ["福島", "川崎駅", "熊本城", "東大寺", "富士山", "森林"])
def test_a_place_is_not_taken_for_a_person(written: str) -> None:
    assert " " not in read_kana(written, JAPANESE).readings[0]


@pytest.mark.parametrize(
    ("written", "said"),
    [("井上", "イノ.ウエ"), ("松浦", "マツ.ウラ"), ("竹之内", "タケノ.ウチ"), ("大岡", "オオ.オカ")],
)
def test_a_vowel_of_its_own_makes_none_long(written: str, said: str) -> None:
    assert read_kana(written, JAPANESE).readings[0] == said


def test_readings_are_bounded() -> None:
    assert len(read_kana("一真茂長谷新田角田" * 40, JAPANESE).readings) <= 8


def test_a_sign_of_repetition_with_nothing_before_it_is_kept() -> None:
    assert katakana("ゝ") == "ヽ"


def test_a_form_lists_its_other_readings() -> None:
    form = transliterate("中田", system("ja-Jpan/hepburn-modified"))
    assert (form.text, form.certain) == ("Nakada", False)
    assert "Nakata" in form.others
