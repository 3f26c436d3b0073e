"""Kana and kanji, read in Japanese."""

import pytest

from gazetteer.romanization.common_form import finish
from gazetteer.romanization.kana import read, read_japanese

NAMES = [
    ("とうきょう", "tokyo"),
    ("おおさか", "osaka"),
    ("さっぽろ", "saporo"),
    ("きょうと", "kyoto"),
    ("しんじゅく", "shinjuku"),
    ("チェルニーヒウ", "cherunihiu"),
    ("ハルキウ", "harukiu"),
    ("キエフ", "kiefu"),
    ("ヴィーン", "vin"),
    ("ティラナ", "tirana"),
    ("ファン", "fan"),
    ("ウォール", "voru"),
    ("ジェノヴァ", "jenova"),
    ("デュッセルドルフ", "dyuserudorufu"),
    ("ニュー・ヨーク", "nyu yoku"),
    ("ツァーリ", "tsari"),
    ("ワルシャワ", "varushava"),
    ("クィーン", "kvin"),
    ("シェフィールド", "shefirudo"),
]


@pytest.mark.parametrize(("written", "said"), NAMES)
def test_kana_say_what_maps_write(written: str, said: str) -> None:
    assert finish(read(written)) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("東京", "tokyo"), ("大阪", "osaka"), ("横浜", "yokohama"), ("長崎", "nagasaki"), ("つくば", "tsukuba")],
)
def test_kanji_are_read_in_japanese(written: str, said: str) -> None:
    assert finish(read_japanese(written)) == said


def test_characters_that_japanese_does_not_write_stay() -> None:
    assert "庆" in read_japanese("重庆")
