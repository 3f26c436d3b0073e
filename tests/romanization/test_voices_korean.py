"""Korean is read letter by letter as it is said; persons and places are parted, and doubt is not hidden."""

import pytest

from gazetteer.languages import orthographies, system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.voices.korean import read_hangul, read_jamo, read_names
from gazetteer.romanization.voices.korean_sounds import letters_of, sounded, spelled

KOREAN = orthographies()["ko-Hang"]
# A writing, and the same as it is said, from the Standard Pronunciation; tenseness left out.
SOUNDS = [
    ("신라", "실라"), ("칼날", "칼랄"), ("종로", "종노"), ("독립", "동닙"), ("백마", "뱅마"), ("십리", "심니"),
    ("국물", "궁물"), ("좋고", "조코"), ("많다", "만타"), ("싫소", "실소"), ("굳이", "구지"), ("같이", "가치"),
    ("굳히다", "구치다"), ("옷이", "오시"), ("값이", "갑시"), ("닭이", "달기"), ("없다", "업다"), ("부엌", "부억"),
    ("넋", "넉"), ("삶", "삼"), ("강아지", "강아지"), ("좋아", "조아"), ("앉아", "안자"), ("앉히다", "안치다"),
    ("놓는", "논는"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SOUNDS)
def test_letters_colour_each_other(written: str, said: str) -> None:
    assert spelled(sounded(letters_of(written))) == spelled(letters_of(said))


@pytest.mark.parametrize("written", ["서울", "부산", "압록강", "신라", "학여울", "왕십리"])
def test_what_can_be_but_one_word_is_certain(written: str) -> None:
    assert read_hangul(written, KOREAN).certain


@pytest.mark.parametrize("written", ["홍길동", "도봉구", "신문로", "솜이불요", "김구"])
def test_what_may_be_parted_or_joined_is_not(written: str) -> None:
    said = read_hangul(written, KOREAN)
    assert not said.certain
    assert len(said.readings) > 1


def test_a_station_is_a_word_of_its_own() -> None:
    said = transliterate("서울역", system("ko-Hang/revised-2000"))
    assert said.text == "Seoullyeok"
    assert "Seouryeok" in said.others


def test_a_person_who_is_called_like_a_quarter_is_a_person_first() -> None:
    said = transliterate("홍길동", system("ko-Hang/revised-2000"))
    assert said.text == "Hong Gildong"
    assert "Honggil-dong" in said.others


def test_letter_for_letter_nothing_is_open() -> None:
    assert read_jamo("홍길동", KOREAN).certain


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("이순신", ("Lee Sun-sin", "Yi Sun-sin", "Rhee Sun-sin")),
        ("박정희", ("Park Jeong-hui", "Pak Jeong-hui")),
        ("최민식", ("Choi Min-sik", "Choe Min-sik")),
    ],
)
def test_a_family_name_is_written_in_each_way_that_is_met(written: str, forms: tuple[str, ...]) -> None:
    said = transliterate(written, system("ko-Hang/names-usage"))
    assert (said.text, *said.others) == forms
    assert not said.certain


def test_what_is_no_name_of_a_person_is_as_it_is_said() -> None:
    assert read_names("왕십리", KOREAN) == read_hangul("왕십리", KOREAN)


def test_letters_that_stand_alone_are_kept() -> None:
    assert read_hangul("서울ㅋ", KOREAN).readings[0].endswith("ㅋ")


def test_a_name_with_letters_that_are_no_syllables_is_no_persons() -> None:
    assert read_names("김ᄀ", KOREAN).readings == read_hangul("김ᄀ", KOREAN).readings
