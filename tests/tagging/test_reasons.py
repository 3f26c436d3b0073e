"""Reasons: each says what the form is, and ends in whose form stands there instead."""

import pytest

from gazetteer.resolve import Gazetteer
from gazetteer.styles import style_of
from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import make_copy

ENDINGS = [
    (None, "The mayor of Kiev spoke.", "Kiev", "; usual in English is Kyiv."),
    ("ap", "The mayor of Kiev spoke.", "Kiev", "; Associated Press writes Kyiv."),
    ("ap", "Tschernihiw was shelled.", "Tschernihiw", "; usual in English is Chernihiv."),
    ("bbc", "Volodymyr Selenskyj spoke.", "Volodymyr Selenskyj", "; BBC News writes Volodymyr Zelensky."),
    (
        None,
        "Oleksandre Syrsky spoke.",
        "Oleksandre Syrsky",
        "; usual in English is Oleksandr Syrskyi, and Oleksandr Syrsky may stand.",
    ),
    (None, "Kirill Budanov spoke.", "Kirill", "; usual in English is Kyrylo Budanov."),
]


@pytest.mark.parametrize(("style", "text", "surface", "ending"), ENDINGS)
def test_a_reason_ends_in_whose_form_stands_there(
    gazetteer: Gazetteer, style: str | None, text: str, surface: str, ending: str
) -> None:
    (mention,) = [one for one in check(gazetteer, make_copy(text), style=style_of(style)).mentions if one.advice]
    assert mention.why is not None
    assert mention.why.startswith(f"‘{surface}’")
    assert mention.why.endswith(ending)


def test_a_second_english_name_is_said_to_be_another_one(gazetteer: Gazetteer) -> None:
    (mention,) = [one for one in check(gazetteer, make_copy("The mayor of Kiev spoke.")).mentions if one.advice]
    assert mention.why is not None
    assert "another name in English of Kyiv" in mention.why


def test_a_form_is_explained_by_the_language_that_it_came_through(gazetteer: Gazetteer) -> None:
    copy = make_copy("The troops left Moscou.", source_language="fr")
    (mention,) = [one for one in check(gazetteer, copy).mentions if one.advice]
    assert mention.why is not None
    assert "in French of Moscow" in mention.why
