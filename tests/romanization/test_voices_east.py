"""The voices of the Far East in common: they load no dictionary before it is asked for, and one language is told."""

import subprocess
import sys

import pytest

from gazetteer.errors import BadOrthography
from gazetteer.languages import FOLDER, load, system
from gazetteer.romanization.guessing import guess, with_systems
from gazetteer.romanization.voices import VOICES, voiced

ASKED_FOR_NO_DICTIONARY = """
import sys
from gazetteer.languages import system
from gazetteer.romanization.systems import romanize
romanize("Київ", system("uk-Cyrl/national-2010"))
romanize("서울", system("ko-Hang/revised-2000"))
romanize("トーキョー", system("ja-Jpan/hepburn-modified"))
print([name for name in ("pykakasi", "pypinyin") if name in sys.modules])
"""
EAST = ("zh-Hani", "ja-Jpan", "ko-Hang")


def test_no_dictionary_is_loaded_before_it_is_asked_for() -> None:
    ran = subprocess.run([sys.executable, "-c", ASKED_FOR_NO_DICTIONARY], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("text", ["とうきょう", "東京タワー", "安倍さん", "ウクライナ"])
def test_kana_are_japanese(text: str) -> None:
    assert guess(text, with_systems())[0].orthography.language == "ja"


@pytest.mark.parametrize("text", ["東京", "北京", "上海", "大阪府", "烏克蘭"])
def test_han_alone_may_be_chinese_or_japanese(text: str) -> None:
    said = guess(text, with_systems())
    assert {one.orthography.language for one in said} == {"zh", "ja"}
    assert all(one.confidence > 0 for one in said)


@pytest.mark.parametrize(("text", "language"), [("毛泽东", "zh"), ("江苏省", "zh"), ("金沢", "ja"), ("渋谷駅", "ja")])
def test_characters_that_one_of_them_alone_writes_tell_it(text: str, language: str) -> None:
    assert guess(text, with_systems())[0].orthography.language == language


def test_hangul_is_korean() -> None:
    assert [one.orthography.language for one in guess("대한민국", with_systems())] == ["ko"]


@pytest.mark.parametrize("tag", EAST)
def test_every_system_has_a_voice_that_there_is(tag: str) -> None:
    assert {one.voice for one in load(FOLDER / f"{tag}.toml").systems} <= set(VOICES)


def test_a_system_may_have_a_voice_of_its_own() -> None:
    assert system("ko-Hang/revised-2000").voice == "hangul"
    assert system("ko-Hang/revised-transliteration").voice == "jamo"


def test_a_voice_that_there_is_not_is_named() -> None:
    with pytest.raises(BadOrthography, match="unknown voice 'whisper'"):
        voiced("서울", "ko-Hang", "whisper")


@pytest.mark.parametrize("tag", EAST)
def test_letters_that_the_voice_does_not_know_are_kept(tag: str) -> None:
    run = {"zh-Hani": "\U0002a6d6", "ja-Jpan": "\U0002a6d6", "ko-Hang": "ᇸ"}[tag]
    said = voiced(run, tag, str(load(FOLDER / f"{tag}.toml").systems[0].voice))
    assert run in said.readings[0]
    assert not said.certain
