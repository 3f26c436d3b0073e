"""Persons' names with patronymics and initials: what is left without them; others are left whole."""

import pytest

from gazetteer.text.persons import without_initials, without_patronymic

PATRONYMICS = [
    ("Путін Володимир Володимирович", "Путін Володимир"),
    ("Владимир Владимирович Путин", "Владимир Путин"),
    ("Тимошенко Юлія Володимирівна", "Тимошенко Юлія"),
    ("Валентина Ивановна Матвиенко", "Валентина Матвиенко"),
    ("Аляксандр Рыгоравіч Лукашэнка", "Аляксандр Лукашэнка"),
    ("Владимир Ильич Ленин", "Владимир Ленин"),
    ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
    ("Wladimir Wladimirowitsch Putin", "Wladimir Putin"),
    ("Sergueï Viktorovitch Lavrov", "Sergueï Lavrov"),
]
WHOLE = [
    "Роман Абрамович", "Slobodan Milošević", "Ursula von der Leyen", "Олена Зеленська", "Viktor Fedorovych",
    "Ольга Вікторівна", "Novi Pazar Town", "",
]  # fmt: skip
INITIALS = [
    ("В. В. Путин", ("Путин", "в")),
    ("Путин В.В.", ("Путин", "в")),
    ("PUTIN V. V.", ("PUTIN", "v")),
    ("PUTIN V V", ("PUTIN", "v")),
    ("V. Zelensky", ("Zelensky", "v")),
    ("Дж. Байден", ("Байден", "дж")),
    ("U. von der Leyen", None),
    ("Plan B", None),
    ("B", None),
    ("С. О. С.", None),
    ("d. h.", None),
    ("Vitamin C", None),
    ("A. B. C. D. Smith", None),
    ("Bakhmut", None),
]


@pytest.mark.parametrize(("name", "rest"), PATRONYMICS)
def test_a_patronymic_is_left_off(name: str, rest: str) -> None:
    assert without_patronymic(name) == rest


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_without_one_has_none(name: str) -> None:
    assert without_patronymic(name) is None


@pytest.mark.parametrize(("name", "told"), INITIALS)
def test_initials_are_told_from_the_surname(name: str, told: tuple[str, str] | None) -> None:
    assert without_initials(name) == told
