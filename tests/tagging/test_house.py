"""Whose rules a copy is held to: those of a style of its own language, or nobody's."""

import pytest

from gazetteer.resolve import Gazetteer
from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import make_copy
from gazetteer.tagging.fixing import fix
from gazetteer.tagging.model import Copy, Fix
from tests.tagging.conftest import BAKHMUT, KHARKIV, advised, linked

HELD = [
    (Copy("Les combats de Bakhmout continuent.", language="fr"), "fr-desk", []),
    (Copy("Les combats de Charkiw continuent.", language="fr-CA"), "fr-desk", [("Charkiw", "Kharkiv")]),
    (Copy("Kämpfe um Lviv und Kiew.", language="de"), "de-desk", [("Lviv", "Lwiw")]),
    (Copy("The battle for Bakhmout.", language="en-GB"), "default", [("Bakhmout", "Bakhmut")]),
    (Copy("The battle for Bakhmout.", language="en", style="ap"), "ap", [("Bakhmout", "Bakhmut")]),
]


@pytest.mark.parametrize(("copy", "style", "becomes"), HELD)
def test_the_style_is_one_of_the_language(
    gazetteer: Gazetteer, copy: Copy, style: str, becomes: list[tuple[str, str]]
) -> None:
    found = check(gazetteer, copy)
    assert (found.style and found.style.id, found.warning) == (style, None)
    assert advised(found) == becomes


def test_without_one_names_are_found_and_nothing_is_advised(gazetteer: Gazetteer) -> None:
    found = check(gazetteer, Copy("La battaglia di Bakhmout e Kharkov.", language="it"))
    assert [entity for _, entity in linked(found)] == [BAKHMUT, KHARKIV]
    assert advised(found) == []
    assert all(one.replacement is one.why is None and one.alternatives == () for one in found.mentions)
    assert fix(found, Fix.ALL) == found.copy.text
    assert (found.style, found.guessed_language) == (None, None)
    assert found.warning == "No house style writes Italian: names are found, and nothing is advised."


def test_a_style_has_no_say_in_copy_of_another_language(gazetteer: Gazetteer) -> None:
    found = check(gazetteer, Copy("Kämpfe um Bakhmout.", language="de", style="ap", source_language="fr"))
    assert advised(found) == []
    assert (found.style, found.guessed_language, found.guess_confidence) == (None, "fr", 1.0)
    assert found.warning is not None
    assert found.warning.startswith("The style ap writes English, and the text is in German")


def test_a_text_of_which_nobody_says_the_language_may_tell_it(gazetteer: Gazetteer) -> None:
    german = check(gazetteer, make_copy("Die Stadt Lviv liegt im Westen des Landes."))
    assert (german.style and german.style.id, advised(german)) == ("de-desk", [("Lviv", "Lwiw")])
    russian = check(gazetteer, make_copy("Президент Зеленский сегодня в Киеве."))
    assert (russian.style, advised(russian)) == (None, [])
    other = check(gazetteer, make_copy("Kiovassa ja Bakhmout ilmoittivat maanantaina vankien vaihdosta."))
    assert (other.copy.language, advised(other)) == ("und", [])
    assert other.warning is not None


def test_markup_tells_no_language() -> None:
    page = '<div class="story" id="first"><p lang="de">Die Stadt Lwiw liegt im Westen des Landes.</p></div>'
    assert make_copy(page, format="html").language == "de"
