"""First mentions: where a style has a form for them, the first mention gets it and no other."""

from dataclasses import replace

from gazetteer.resolve import Gazetteer
from gazetteer.styles import style_of
from gazetteer.tagging.checking import check
from gazetteer.tagging.fixing import fix
from gazetteer.tagging.model import Copy, Fix
from tests.tagging.conftest import KYIV

TEXT = "The NATO summit is over. NATO will meet again in Kiev, and Kiev is ready."
STYLE = replace(
    style_of(None),
    name="The Zorvik Times",
    firsts={"wikidata-Q7184": "North Atlantic Treaty Organization", KYIV: "Kyiv, the capital,"},
)


def fixed(gazetteer: Gazetteer, copy: Copy) -> str:
    return fix(check(gazetteer, copy, style=STYLE), Fix.ALL)


def test_the_first_mention_alone_gets_the_form_of_first_mentions(gazetteer: Gazetteer) -> None:
    assert fixed(gazetteer, Copy(TEXT)) == (
        "The North Atlantic Treaty Organization summit is over. "
        "NATO will meet again in Kyiv, the capital,, and Kyiv is ready."
    )


def test_the_reason_names_the_style(gazetteer: Gazetteer) -> None:
    first = next(m for m in check(gazetteer, Copy(TEXT), style=STYLE).mentions if m.surface == "NATO")
    assert first.why == (
        "‘NATO’ is the first mention, where The Zorvik Times writes North Atlantic Treaty Organization."
    )


def test_a_first_mention_that_is_ignored_or_quoted_stays(gazetteer: Gazetteer) -> None:
    assert fixed(gazetteer, Copy(TEXT, ignore=((4, 8),))).startswith("The NATO summit")
    quoted = Copy("“NATO is here,” he said. NATO agreed.", quotations=False)
    assert fixed(gazetteer, quoted) == quoted.text


def test_a_style_without_such_forms_changes_none(gazetteer: Gazetteer) -> None:
    assert fix(check(gazetteer, Copy(TEXT)), Fix.ALL) == TEXT.replace("Kiev", "Kyiv")
