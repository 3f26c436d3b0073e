"""A document checked against the small world: names across runs and parts, decided together, and put right."""

from pathlib import Path

import pytest

from gazetteer.docx import read_docx, write
from gazetteer.docx.checking import advised, check_docx
from gazetteer.resolve import open_gazetteer
from gazetteer.tagging.copies import Fields
from gazetteer.tagging.model import Checked, Fix
from tests.docx.building import docx, field, p, r, t
from tests.docx.plain_reading import accepted, rejected
from tests.docx.test_writing import SIGNATURE

STORY = docx(
    p(r("The battle for Bakh", "<w:b/>"), "mout goes on, said Volodymyr ", r("Selenskyj", "<w:i/>"), "."),
    p("In “Tscherni", r(t("hiw") + "<w:lastRenderedPageBreak/>"), "” it is quiet."),
    headers={"header1": p("News from Bakhmout")},
)


def checked(world: Path, data: bytes, **around: object) -> Checked:
    gazetteer = open_gazetteer(world)
    try:
        return check_docx(gazetteer, read_docx(data), Fields(**around))  # type: ignore[typeddict-item]
    finally:
        gazetteer.close()


def test_names_are_found_across_runs_and_parts_and_put_right(world: Path) -> None:
    found = checked(world, STORY, style="ap")
    made = write(read_docx(STORY), advised(found, Fix.ALL), SIGNATURE)
    assert accepted(made) == (
        "The battle for Bakhmut goes on, said Volodymyr Zelenskyy.\n\nIn “Chernihiv” it is quiet.\n\nNews from Bakhmut"
    )
    assert rejected(made) == read_docx(STORY).text


def test_each_edit_says_why(world: Path) -> None:
    edits = advised(checked(world, STORY), Fix.ALL)
    assert len(edits) == 4
    assert all(edit.why and edit.why.endswith(".") for edit in edits)


@pytest.mark.parametrize("which", list(Fix))
def test_what_is_put_right_is_of_the_class_that_was_asked_for(world: Path, which: Fix) -> None:
    found = checked(world, STORY)
    classes = {mention.start: mention.advice for mention in found.mentions}
    wanted = {Fix.NONE: set(), Fix.WRONG: {"wrong"}, Fix.ALL: {"wrong", "house_style"}}[which]
    assert {classes[edit.start] for edit in advised(found, which)} <= wanted
    assert (len(advised(found, which)) > 0) == any(one in wanted for one in classes.values())


def test_what_a_field_computes_is_listed_without_advice(world: Path) -> None:
    story = docx(p("In Bakhmout and ", field("REF city", r("Tschernihiw")), " it is quiet."))
    found = checked(world, story)
    assert [mention.surface for mention in found.mentions if mention.advice] == ["Bakhmout"]
    assert accepted(write(read_docx(story), advised(found, Fix.ALL), SIGNATURE)) == (
        "In Bakhmut and Tschernihiw it is quiet."
    )


def test_quotations_are_left_alone_when_that_is_asked(world: Path) -> None:
    surfaces = [mention.surface for mention in checked(world, STORY, quotations=False).mentions if mention.advice]
    assert "Tschernihiw" not in surfaces
    assert "Bakhmout" in surfaces
