"""An entity's own name, and spellings that were rebuilt from another country's name of it."""

import pytest

from gazetteer.matching.native import rebuilt_from, systems_for
from gazetteer.model import Entity, Kind, Name, NameKind

QINGDAO = Entity("made-up-1", Kind.PLACE, "Qingdao", "CN")
RZESZOW = Entity("made-up-2", Kind.PLACE, "Rzeszów", "PL")
SARYAGHASH = Entity("made-up-3", Kind.PLACE, "Saryaghash", "KZ")


def name(text: str, language: str | None, **fields: bool) -> Name:
    """A name in a language."""
    return Name(text, language, NameKind.VARIANT, **fields)


@pytest.mark.parametrize(
    ("asked", "entity", "names", "told"),
    [
        ("Tsindao", QINGDAO, [name("青岛", "zh"), name("Циндао", "ru"), name("Ціндао", "uk")], "Циндао"),
        ("TSINDAO", QINGDAO, [name("Ціндао", "uk")], "Ціндао"),
        ("Tsin-dao", QINGDAO, [name("Ціндао", "uk")], "Ціндао"),
        ("Zheshuv", RZESZOW, [name("Жешув", None)], "Жешув"),
        ("Żeszuw", RZESZOW, [name("Жешув", "uk")], "Жешув"),
        ("Jieshuofu", RZESZOW, [name("热舒夫", "zh"), name("热舒夫", "yue")], None),
        ("Reshufu", RZESZOW, [name("热舒夫", "yue")], "热舒夫"),
        # Its own country's name, one of its neighbours', or one that nobody shows.
        ("Qingdao", QINGDAO, [name("青岛", "zh"), name("青岛", None)], None),
        ("Saryagash", SARYAGHASH, [name("Сарыагаш", "ru"), name("Сарыагаш", None)], None),
        ("Tsindao", QINGDAO, [name("Циндао", "ru", shown=False)], None),
        ("Tsindao", QINGDAO, [name("Tsindao", "de")], None),
        ("Tsindaw", QINGDAO, [name("Циндао", "ru")], None),
    ],
)
def test_a_spelling_is_rebuilt_from_a_name_that_some_system_writes_to_the_letter(
    asked: str, entity: Entity, names: list[Name], told: str | None
) -> None:
    found = rebuilt_from(asked, entity, names)
    assert (found and found.text) == told


@pytest.mark.parametrize(
    ("text", "language", "has"),
    [
        ("東京", "ja", True),
        ("リヴィウ", "ja", True),
        ("Київ", "uk", True),
        ("Kyjiw", "de", False),
        ("東京", None, False),
    ],
)
def test_systems_are_known_by_a_names_language_and_script(text: str, language: str | None, *, has: bool) -> None:
    assert bool(systems_for(name(text, language))) is has
