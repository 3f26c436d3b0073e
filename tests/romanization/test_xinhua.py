"""Foreign names as Xinhua writes them in Chinese characters say what the names they spell say."""

import unicodedata

import pytest

from gazetteer.keys import form, skeleton
from gazetteer.matching.similarity import ratio
from gazetteer.romanization.common_form import finish
from gazetteer.romanization.han import borrowed, spells_all
from gazetteer.romanization.readings import name_texts, readings
from gazetteer.romanization.xinhua import FILE, MOST, _table, spelled

# What the tables give, in the common form: one of the readings says just that.
SYLLABLES = [
    ("罗斯托夫", "rostov"),
    ("蒂华纳", "tivana"),
    ("华盛顿", "vashinton"),
    ("克拉斯诺达尔", "krasnodar"),
    ("诺夫哥罗德", "novgorod"),
    ("利马", "lima"),
    ("里加", "riga"),
    ("鲁昂", "ruan"),
    ("卢加诺", "lugano"),
    ("萨尔塔", "salta"),
    ("巴塞尔", "basel"),
    ("图卢兹", "tuluz"),
    ("奥尔良", "orlean"),
    ("兰辛", "lansin"),
    ("拉巴斯", "labas"),
    ("帕尔马", "parma"),
    ("列宁格勒", "leningrad"),
    ("沃尔夫斯堡", "volfsburg"),
    ("杜塞尔多夫", "duseldorf"),
    ("新罗斯托夫", "nov rostov"),
    ("加登城", "gaden siti"),
    ("太子港", "port taizi"),
    ("莱茵河畔法兰克福", "falankfor an der lein"),
]
# The name as a Chinese text writes it, and the name it spells: some reading is so much like it.
SPELLED = [
    ("諾夫哥羅德", "Novgorod", "RU"),
    ("克拉斯诺达尔", "Krasnodar", "RU"),
    ("萨拉热窝", "Sarajevo", "BA"),
    ("蒂华纳", "Tijuana", "MX"),
    ("格但斯克", "Gdańsk", "PL"),
    ("蒙得维的亚", "Montevideo", "UY"),
    ("馬拉喀什", "Marrakech", "MA"),
    ("曼彻斯特", "Manchester", "GB"),
    ("杜塞尔多夫", "Düsseldorf", "DE"),
    ("布尔诺", "Brno", "CZ"),
    ("索非亚", "Sofia", "BG"),
    ("圣迭戈", "San Diego", "US"),
    ("顿河畔罗斯托夫", "Rostov-na-Donu", "RU"),
]


@pytest.mark.parametrize(("written", "said"), SYLLABLES)
def test_characters_say_the_syllables_of_the_table(written: str, said: str) -> None:
    assert form(said) in {form(one) for one in borrowed(written, str)}


@pytest.mark.parametrize(("written", "name", "country"), SPELLED)
def test_a_foreign_name_is_nearer_to_what_it_spells_than_pinyin_is(written: str, name: str, country: str) -> None:
    meant = form(name_texts(name, None, country)[0])
    native = name_texts(written, None, country)[0]
    likeness = max(ratio(form(finish(said)), meant) for said in borrowed(written, str))
    assert likeness > ratio(form(native), meant)
    assert likeness >= 0.75


@pytest.mark.parametrize(("written", "name"), [("罗斯托夫", "Rostov"), ("卡尔斯塔德", "Karlstad"), ("利沃夫", "Lviv")])
def test_the_consonants_are_those_of_the_name(written: str, name: str) -> None:
    assert skeleton(form(name_texts(name)[0])) in {skeleton(form(said)) for said in borrowed(written, str)}


def test_few_readings_are_given_however_many_there_may_be() -> None:
    assert len(spelled("拉尔兰伦林朗", str)) == MOST


def test_a_character_the_table_lacks_is_left_to_the_caller() -> None:
    assert spelled("罗北", {"北": "bei"}.get) == ("robei", "lobei")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "all_of_it"),
    [("罗斯托夫", True), ("羅斯托夫", True), ("新奥尔良", True), ("多瑙河畔乌尔姆", True),
     ("北京市", False), ("石家庄", False), ("罗马", False)],
)  # fmt: skip
def test_a_text_spells_a_foreign_name_if_every_character_does(written: str, all_of_it: bool) -> None:
    assert spells_all(written) is all_of_it


def test_a_name_that_is_spelled_throughout_is_read_so_first() -> None:
    assert readings("罗斯托夫")[0].text == "rostov"
    assert readings("羅斯托夫", "ja")[0].orthography == "ja-Jpan"
    # What a name of the gazetteer is found under is native: others of its names say what it spells.
    assert name_texts("罗斯托夫", None, "RU") == ["luosituofu"]


def test_the_table_is_in_simplified_characters_and_the_common_form() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    table = _table()
    for said in (*table.syllables.values(), *table.first.values(), *table.last.values()):
        words = [word for _, word in said]
        assert len(set(words)) == len(words)
        assert all(word.replace("_", "").isascii() and word.replace("_", "").isalpha() for word in words)
    assert all(word.count("_") == 1 for part in (table.first, table.last) for said in part.values() for _, word in said)
