"""Chinese characters, in pinyin without tones, and their simplified forms."""

import pytest

from gazetteer.romanization.han import pinyin, simplify


@pytest.mark.parametrize(
    ("written", "said"),
    [("北京", "beijing"), ("上海", "shanghai"), ("重庆", "chongqing"), ("重慶", "chongqing"), ("哈尔科夫", "haerkefu"),
     ("西安", "xian"), ("绿", "lü"), ("乌克兰 Ukraine", "wukelan Ukraine")],
)  # fmt: skip
def test_characters_become_pinyin(written: str, said: str) -> None:
    assert pinyin(written) == said


@pytest.mark.parametrize(
    ("written", "simple"), [("烏克蘭", "乌克兰"), ("臺灣", "台湾"), ("基輔", "基辅"), ("Kyiv", "Kyiv")]
)
def test_writings_of_one_name_are_simplified_alike(written: str, simple: str) -> None:
    assert simplify(written) == simple
