"""Generic words: titles and forms of company behind a name in writings without blanks."""

import pytest

from gazetteer.text.generics import without_generic

BEHIND = [
    ("プーチン大統領", "Kana", ("プーチン", "person")),
    ("习近平主席", "Hani", ("习近平", "person")),
    ("바이든 대통령", "Hang", ("바이든", "person")),
    ("한덕수 국무총리", "Hang", ("한덕수", "person")),
    ("三菱商事株式会社", "Hani", ("三菱商事", "organization")),
    ("横浜市", "Hani", ("横浜", "settlement")),
    ("大統領", "Hani", None),
    ("プーチン", "Kana", None),
]


@pytest.mark.parametrize(("name", "script", "left"), BEHIND)
def test_a_title_or_a_form_of_company_may_be_left_off(name: str, script: str, left: tuple[str, str] | None) -> None:
    assert without_generic(name, script) == left
