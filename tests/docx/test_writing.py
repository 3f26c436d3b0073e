"""Writing: accepting every change gives the corrected text, rejecting every one the original, and all else is as it was."""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from gazetteer.docx import Edit, Signature, read_docx, write
from tests.docx.documents import CASES, Case, corrected, edits
from tests.docx.plain_reading import accepted, contents, rejected

SIGNATURE = Signature("The desk", datetime(2026, 11, 26, 12, 30, tzinfo=UTC))


class Written(NamedTuple):
    """A document before and after."""

    text: str
    edits: list[Edit]
    before: bytes
    after: bytes


def written(case: Case, *, plain: bool = False) -> Written:
    document = read_docx(case.data)
    wanted = edits(document.text)
    return Written(document.text, wanted, case.data, write(document, wanted, SIGNATURE, plain=plain))


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_there_are_enough_documents() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_the_text_is_what_a_reader_sees(case: Case) -> None:
    assert read_docx(case.data).text == accepted(case.data)


def test_accepting_all_gives_the_corrected_text(case: Case) -> None:
    one = written(case)
    assert accepted(one.after) == corrected(one.text, one.edits)
    assert accepted(one.after, "Fallback") == corrected(one.text, one.edits)
    assert read_docx(one.after).text == corrected(one.text, one.edits)


def test_rejecting_all_gives_the_original_text(case: Case) -> None:
    one = written(case)
    assert rejected(one.after) == rejected(one.after, "Fallback") == rejected(one.before)


def test_a_silent_replacement_gives_the_corrected_text_without_a_trace(case: Case) -> None:
    one = written(case, plain=True)
    assert accepted(one.after) == accepted(one.after, "Fallback") == corrected(one.text, one.edits)
    assert b"The desk" not in b"".join(contents(one.after).values())
    assert set(contents(one.after)) == set(contents(one.before))
