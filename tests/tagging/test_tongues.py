"""Which language a copy is in: told where it is plain, the usual one where it is not."""

import pytest

from gazetteer.tagging.tongues import language_of

WRITTEN = [
    ("Authorities in Kiev and Moscow announced an exchange of prisoners on Monday.", "en"),
    ("Kiew und Moskau haben am Montag über einen Austausch von Gefangenen gesprochen.", "de"),
    ("À Kiev et Moscou, les autorités ont annoncé lundi un échange de prisonniers.", "fr"),
    ("W Kijowie i Moskwie władze ogłosiły w poniedziałek wymianę jeńców.", "pl"),
    ("A Kiev e Mosca le autorità hanno annunciato lunedì uno scambio di prigionieri.", "it"),
    ("Kijevben és Moszkvában a hatóságok hétfőn bejelentették a foglyok cseréjét.", "und"),
    ("Kiovassa ja Moskovassa viranomaiset ilmoittivat maanantaina vankien vaihdosta.", "und"),
    ("V Kyjeve a Moskve úrady v pondelok oznámili výmenu zajatcov.", "und"),
    ("Президент Зеленский в понедельник выступил в Киеве.", "ru"),
    ("Президент Зеленський у понеділок виступив у Києві.", "uk"),
    ("Президент Zelenskyy в Киеве", "ru"),
]
# Too little to tell by, or names of one language in copy of another.
USUAL = [
    "",
    "Kiev",
    "42",
    "Kiew und Moskau",
    "Ursula von der Leyen",
    "A Kiev, a Mosca e a Roma",
    "in Харків",
    "They met in Київ, Харків, Львів and Одеса on Monday.",
    "“Die Zeit der Worte ist vorbei”, he said in Berlin. The chancellor spoke for an hour.",
]


@pytest.mark.parametrize(("text", "language"), WRITTEN)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert language_of(text, "en") == language


@pytest.mark.parametrize("text", USUAL)
def test_what_tells_nothing_is_in_the_usual_language(text: str) -> None:
    assert language_of(text, "en") == "en"


def test_another_language_may_be_the_usual_one() -> None:
    assert language_of("The mayor of Kiew spoke to the people of the city.", "de") == "en"
    assert language_of("Kiew", "de") == "de"
    assert language_of("Der Bürgermeister von Kiew sprach.", "de") == "de"
    assert language_of("Харків", "uk") == "uk"
