"""Chinese is read as pinyin: persons and places are parted, and what has several readings is not certain."""

import pytest

from gazetteer.languages import orthographies, system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.voices.chinese import read_pinyin, read_pinyin_with_tones

CHINESE = orthographies()["zh-Hani"]
# Family names that are read otherwise than the character mostly is: the reading of the name, then the other.
FAMILIES = [
    ("单雄信", "shàn xióng=xìn", "dān xióng=xìn"),
    ("仇英", "qiú yīng", "chóu yīng"),
    ("解缙", "xiè jìn", "jiě jìn"),
    ("区寄生", "ōu jì=shēng", "qū jì=shēng"),
    ("曾国藩", "zēng guó=fān", "céng guó=fān"),
    ("查良镛", "zhā liáng=yōng", "chá liáng=yōng"),
    ("任正非", "rén zhèng=fēi", "rèn zhèng=fēi"),
    ("盖叫天", "gě jiào=tiān", "gài jiào=tiān"),
    ("朴槿惠", "piáo jǐn=huì", "pǔ jǐn=huì"),
]
PLACES = [
    ("重庆", "chóng-qìng"), ("厦门", "xià-mén"), ("六安", "lù-ān"), ("台州", "tāi-zhōu"), ("蚌埠", "bèng-bù"),
    ("亳州", "bó-zhōu"), ("铅山", "yán-shān"), ("乐清", "yuè-qīng"), ("乐亭", "lào-tíng"), ("涡阳", "guō-yáng"),
    ("漯河", "luò-hé"), ("浚县", "xùn xiàn"), ("珲春", "hún-chūn"), ("番禺", "pān-yú"), ("东莞", "dōng-guǎn"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "as_family", "otherwise"), FAMILIES)
def test_a_family_name_is_read_as_one_first_and_as_the_character_too(
    written: str, as_family: str, otherwise: str
) -> None:
    said = read_pinyin_with_tones(written, CHINESE)
    assert said.readings[0] == as_family
    assert otherwise in said.readings
    assert not said.certain


@pytest.mark.parametrize(("written", "reading"), PLACES)
def test_a_place_has_its_own_reading(written: str, reading: str) -> None:
    assert read_pinyin_with_tones(written, CHINESE).readings[0] == reading


@pytest.mark.parametrize(("simplified", "traditional"), [("重庆", "重慶"), ("毛泽东", "毛澤東"), ("厦门", "廈門")])
def test_traditional_characters_are_read_like_simplified_ones(simplified: str, traditional: str) -> None:
    assert read_pinyin(traditional, CHINESE) == read_pinyin(simplified, CHINESE)


@pytest.mark.parametrize("written", ["北京", "重庆", "西安", "上海"])
def test_a_place_of_one_reading_is_certain(written: str) -> None:
    assert read_pinyin(written, CHINESE).certain


def test_a_person_may_be_a_place_as_well() -> None:
    said = read_pinyin("毛泽东", CHINESE)
    assert said.readings == ("mao ze=dong", "mao-ze-dong")
    assert not said.certain


def test_a_short_place_may_be_a_person_as_well() -> None:
    assert read_pinyin("高雄", CHINESE).readings == ("gao-xiong", "gao xiong")


@pytest.mark.parametrize(
    ("written", "reading"),
    [("司马迁", "si-ma qian"), ("诸葛亮", "zhu-ge liang"), ("欧阳修", "ou-yang xiu"), ("令狐冲", "ling-hu chong")],
)
def test_a_family_name_of_two_characters_is_one_word(written: str, reading: str) -> None:
    assert read_pinyin(written, CHINESE).readings[0] == reading


def test_a_long_run_is_never_certain() -> None:
    assert not read_pinyin("南京市长江大桥", CHINESE).certain


def test_readings_are_bounded() -> None:
    assert len(read_pinyin_with_tones("重乐长行朝单" * 40, CHINESE).readings) <= 24


def test_the_heaven_of_the_book_of_changes_is_not_dry() -> None:
    assert read_pinyin_with_tones("乾隆", CHINESE).readings == ("qián-lóng",)


def test_a_form_lists_its_other_readings() -> None:
    form = transliterate("曾国藩", system("zh-Hani/hanyu-pinyin"))
    assert form.text == "Zeng Guofan"
    assert "Ceng Guofan" in form.others
    assert not form.certain


def test_what_is_no_han_stays_as_it_is() -> None:
    assert transliterate("北京, 2008 (西安)", system("zh-Hani/hanyu-pinyin")).text == "Beijing, 2008 (Xi’an)"
