"""A real LibreOffice opens every document of the tests: its changes accepted give the corrected text, rejected the old.

What it saves is read as the tests of writing read a document: by a reading that shares nothing with the program.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gazetteer.docx import Signature, read_docx, write
from tests.docx.documents import CASES, Case, corrected, edits
from tests.docx.plain_reading import accepted, rejected
from tests.office.libreoffice import office, run_beside

SECONDS_FOR_ALL = 900
AUTHOR = "The desk"
# What LibreOffice (7.4) gets wrong by itself, seen with changes that it tracked in no other place.
BEYOND = {
    "a content control that begins with a name": "changes in the first paragraph of a block control are taken for text",
    "python-docx: a footer of two sections": "of a footer that two sections share, the copy loses its changes",
}
# Opens each document of a folder, settles its changes, saves it beside.
SETTLE = """
from pathlib import Path

from com.sun.star.beans import PropertyValue

folder = Path(arguments[0])
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)


def said(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


for path in sorted(folder.glob("*.docx")):
    for how in ("Accept", "Reject"):
        hidden = (said("Hidden", True), said("RepairPackage", False))
        document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden)
        assert document is not None and document.supportsService("com.sun.star.text.TextDocument"), path
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, f".uno:{how}AllTrackedChanges", "", 0, ())
        document.storeToURL(path.with_suffix("." + how).as_uri(), (said("FilterName", "MS Word 2007 XML"),))
        document.close(True)
"""

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where one office, with a profile of its own, takes orders."""
    with office(tmp_path_factory.mktemp("profile")) as number:
        yield number


@pytest.fixture(scope="module")
def settled(port: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each document, and what LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("documents")
    for number, case in enumerate(CASES):
        document = read_docx(case.data)
        made = write(document, edits(document.text), Signature(AUTHOR, datetime.now(UTC)))
        (folder / f"{number:03}.docx").write_bytes(made)
    run_beside(port, SETTLE, str(folder), seconds=SECONDS_FOR_ALL)
    return folder


def lines(text: str) -> list[str]:
    """The lines of a text that are not empty, a symbol as the program reads it."""
    return [line for line in text.replace("\uf0e0", "\ufffc").split("\n") if line.strip()]


@pytest.mark.parametrize("place", range(len(CASES)), ids=[case.name for case in CASES])
def test_libreoffice_settles_every_change(settled: Path, place: int) -> None:
    case: Case = CASES[place]
    text = read_docx(case.data).text
    for how, wanted in (("Accept", corrected(text, edits(text))), ("Reject", rejected(case.data))):
        saved = (settled / f"{place:03}.{how}").read_bytes()
        if case.name in BEYOND:
            continue  # that it was opened and saved is all that can be said
        assert lines(accepted(saved)) == lines(wanted)
        assert accepted(saved) == rejected(saved), "no change is left unsettled"


def test_what_is_beyond_libreoffice_is_a_document_of_the_tests() -> None:
    assert set(BEYOND) <= {case.name for case in CASES}
