"""Readings meet: one name in the spellings of many languages has one reading in common."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import BadName
from gazetteer.languages import orthographies
from gazetteer.romanization.readings import finish, name_readings, readings
from gazetteer.text.clean import clean

MEETINGS = [
    ("Чернігів", "uk", ["Chernihiv", "Tchernihiv", "Tschernihiw", "Czernihów", "Tsjernihiv", "Çernihiv", "Černihiv",
                        "Tjernihiv", "Tšernihiv", "Cernihiv", "Cherníhiv"]),
    ("Куп'янськ", "uk", ["Kupiansk", "Kupyansk", "Koupiansk", "Kupjansk", "Kupiańsk", "Koepjansk",
                        "Куп’янськ", "Купʼянськ"]),
    ("Посад-Покровське", "uk", ["Posad-Pokrovske", "Possad-Pokrovské", "Posad Pokrowske"]),
    ("Зеленський", "uk", ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Zelenskij", "Selenskyj", "Zełenski",
                          "Zelenskyj",
                          "Zelenski", "Зеленский"]),
    ("Путін", "uk", ["Putin", "Poutine", "Poetin", "Путин"]),
    ("Харків", "uk", ["Kharkiv", "Charkiw", "Charkiv", "Járkiv", "Charków", "Xarkiv"]),
    ("Харьков", "ru", ["Kharkov", "Jarkov", "Charkov", "Járkov"]),
    ("Київ", "uk", ["Kyiv", "Kyjiw", "Kijów", "Kyïv"]),
    ("Киев", "ru", ["Kiev", "Kiew"]),
    ("Олександр", "uk", ["Oleksandr", "Oleksandre", "Ołeksandr"]),
    ("Житомир", "uk", ["Zhytomyr", "Jytomyr", "Żytomyr", "Žytomyr", "Zjytomyr", "Jitomir", "Жытомир"]),
    ("Запоріжжя", "uk", ["Zaporizhzhia", "Zaporizhzhya", "Saporischschja"]),
    ("Екатеринбург", "ru", ["Yekaterinburg", "Ekaterinburg", "Jekaterinburg"]),
    ("Штутгарт", "ru", ["Stuttgart"]),
    ("Лилль", "ru", ["Lille"]),
    ("Сан-Паулу", "ru", ["San Paulu"]),
    ("重庆", "zh", ["Chongqing", "重慶"]),
    ("東京", "ja", ["Tokyo", "とうきょう", "トウキョウ"]),
    ("서울", "ko", ["Seoul"]),
    ("ภูเก็ต", "th", ["Phuket"]),
    ("תל אביב", "he", ["Tl Aviv"]),
    ("कानपुर", "hi", ["Kanpur", "Канпур"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "language", "spelling"),
    [(name, language, each) for name, language, spellings in MEETINGS for each in spellings],
)
def test_a_spelling_meets_the_name(name: str, language: str, spelling: str) -> None:
    known = {reading.text for reading in readings(name, language)}
    asked = {reading.text for reading in readings(spelling)}
    assert known & asked


def test_the_language_of_the_question_comes_first() -> None:
    assert readings("Poutine", "fr")[0].orthography == "fr-Latn"
    assert readings("Selenskyj", "de-AT")[0].text == "zelenski"


def test_the_country_comes_before_english() -> None:
    assert readings("Charkov", country="CZ")[0].orthography == "cs-Latn"
    assert readings("Charkov")[0].orthography == "en-Latn"


def test_letters_tell_the_likely_orthography() -> None:
    assert readings("Łódź")[0].orthography == "pl-Latn"


def test_a_reading_is_named_for_the_first_orthography_that_gives_it() -> None:
    found = readings("Moskva")
    assert (found[0].text, found[0].orthography) == ("moskva", "en-Latn")
    assert len({reading.text for reading in found}) == len(found)


def test_the_plain_letters_are_a_reading_too() -> None:
    assert ("schwerte", "und-Latn") in [(reading.text, reading.orthography) for reading in readings("Schwerte")]


@pytest.mark.parametrize(
    ("written", "tag"),
    [("Чернігів", "uk-Cyrl"), ("Выборг", "ru-Cyrl"), ("Жытомір ў", "be-Cyrl"), ("Търново", "bg-Cyrl"),
     ("Ниш Ђ", "sr-Cyrl"), ("Ѓорче", "mk-Cyrl")],
)  # fmt: skip
def test_cyrillic_letters_tell_the_orthography(written: str, tag: str) -> None:
    assert tag in orthographies()
    assert readings(written)[0].orthography == tag


@pytest.mark.parametrize(
    ("written", "said"),
    [("Қостанай", "kostanay"), ("Өскемен", "oskemen"), ("Уфа — Өфө", "ufa ofo"), ("Һарғый", "hargi")],
)
def test_letters_that_no_orthography_knows_are_read_broadly(written: str, said: str) -> None:
    assert said in {reading.text for reading in readings(written)}


def test_only_the_fallback_is_lossy() -> None:
    assert [(r.orthography, r.lossy) for r in readings("ភ្នំពេញ")] == [("und-Khmr", True)]
    assert not any(r.lossy for written in ("Київ", "Kyiv", "كييف", "東京") for r in readings(written))


def test_digits_are_kept() -> None:
    assert readings("1917")[0].text == "1917"
    assert readings("١٢ مايو")[0].text.startswith("12 ")


NAMES = [
    ("Poitiers", "fr", None, ["puatiers", "poitiers"]),
    ("Poitiers", None, "FR", ["puatiers", "poitiers"]),
    ("Łódź", "pl", None, ["ludz", "lodz"]),
    ("Chernihiv", "en", "UA", ["chernihiv"]),
    ("Kupiansk", None, "UA", ["kupyansk"]),
    ("Чернігів", "uk", "UA", ["chernihiv"]),
    ("Чернігів", None, "UA", ["chernihiv"]),
    ("Чернигов", "ru", "UA", ["chernigov"]),
    ("東京", "ja", None, ["tokyo"]),
    ("東京", None, "JP", ["tokyo"]),
    ("东京", "zh", "JP", ["dongjing"]),
    ("広島", None, "JP", ["hiroshima"]),
    ("서울", None, "KR", ["soul"]),
    ("كييف", None, None, ["kiyif", "kiyiv"]),
]


@pytest.mark.parametrize(("text", "language", "country", "said"), NAMES)
def test_a_name_of_the_gazetteer_has_few_readings(
    text: str, language: str | None, country: str | None, said: list[str]
) -> None:
    assert [reading.text for reading in name_readings(text, language, country)] == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("Łódź", "lodz"), ("Vinnyts'ka", "vinytska"), ("posad—pokrovske", "posad pokrovske"), ("Uzhhorod", "uzhhorod"),
     ("ĦAĠAR", "hagar"), ("a\u0301b", "ab"), ("12ª", "12a"), ("", ""), ("…", "")],
)  # fmt: skip
def test_finish_brings_letters_into_the_common_form(written: str, said: str) -> None:
    assert finish(written) == said


def _is_common(text: str) -> bool:
    return bool(text) and all(word.isascii() and word.isalnum() and word == word.lower() for word in text.split(" "))


# Rules and dictionaries are loaded when first asked for: no deadline holds for that one example.
@settings(deadline=None)
@given(st.text(max_size=40))
def test_every_cleaned_text_is_read_in_ascii(text: str) -> None:
    try:
        cleaned = clean(text)
    except BadName:
        return
    for reading in (*readings(cleaned), *name_readings(cleaned)):
        assert _is_common(reading.text), reading


SCRIPTS = [
    "\u0600-\u06ff",
    "\u0400-\u052f",
    "\u0590-\u05ff",
    "\u0900-\u0dff",
    "\u0e00-\u0eff",
    "\u3040-\u30ff",
    "\uac00-\ud7a3",
]


@pytest.mark.parametrize("letters", SCRIPTS)
def test_every_script_is_read_in_ascii(letters: str) -> None:
    @settings(deadline=None)
    @given(st.from_regex(f"[{letters} ]{{1,12}}", fullmatch=True))
    def read(text: str) -> None:
        for reading in (*readings(text), *name_readings(text)):
            assert _is_common(reading.text), reading

    read()
