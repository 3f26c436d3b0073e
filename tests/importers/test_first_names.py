"""First words of people's names: given names are those that several people have first, and few have last."""

from typing import Any

from gazetteer.importers.first_names import FILE, first_names, places_known_by_name
from gazetteer.importers.seeds import read_seed


def people(*names: str, country: str = "US") -> list[dict[str, Any]]:
    return [{"name": name, "country": country} for name in names]


def test_a_given_name_is_the_first_word_of_several() -> None:
    three = people("Bruce Lee", "Bruce Willis", "Bruce Springsteen", "Ang Lee", "Ang Swee")
    assert first_names(three) == ["bruce"]


def test_a_surname_is_none_wherever_it_stands() -> None:
    assert first_names(people("Lee Child", "Lee Harper", "Lee Miller", "Bruce Lee", "Ang Lee")) == []
    assert first_names(people("Xi Jinping", "Xi Zhongxun", "Xi Mingze", country="CN")) == []


def test_a_name_of_one_word_or_with_other_marks_tells_nothing() -> None:
    assert first_names(people("Pelé", "Pelé", "Pelé", "J. Smith", "J. Jones", "J. Brown", "de Gea", "de Jong")) == []


def test_what_a_place_is_called_is_left_out() -> None:
    three = people("Jordan Ayew", "Jordan Henderson", "Jordan Pickford", "Bruce Lee", "Bruce Willis", "Bruce Wayne")
    assert first_names(three, {"jordan"}) == ["bruce"]
    assert {"jordan", "virginia", "sydney", "israel"} <= places_known_by_name()


def test_the_list_is_of_the_people_of_the_seeds() -> None:
    assert FILE.read_text(encoding="utf-8").split() == first_names(read_seed("people"), places_known_by_name())
