"""Files of both versions, with each inline element: the names change as marked, and no other byte."""

import codecs
from pathlib import Path

import pytest

from gazetteer.resolve import Gazetteer
from gazetteer.tagging.model import Fix
from gazetteer.xliff.checking import check_document, fix_document
from gazetteer.xliff.reading import read_xliff
from tests.xliff.marks import MARKED, before_and_after

WAYS = {
    "utf-8": (b"", "utf-8", "\n"),
    "marked": (codecs.BOM_UTF8, "utf-8", "\n"),
    "crlf": (b"", "utf-8", "\r\n"),
    "cr": (b"", "utf-8", "\r"),
    "utf-16-le": (codecs.BOM_UTF16_LE, "utf-16-le", "\r\n"),
    "utf-16-be": (codecs.BOM_UTF16_BE, "utf-16-be", "\n"),
}


def fixed(gazetteer: Gazetteer, data: bytes, which: Fix = Fix.ALL) -> bytes:
    """A file put right."""
    found = check_document(gazetteer, read_xliff(data))
    return found.document.written.encoded(fix_document(found, which))


def test_there_are_files_of_both_versions() -> None:
    assert sum(path.name.startswith("1") for path in MARKED) > 20
    assert sum(path.name.startswith("2") for path in MARKED) > 12


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_the_names_change_as_marked_and_no_other_byte(gazetteer: Gazetteer, path: Path) -> None:
    before, after = before_and_after(path)
    for mark, encoding, end in WAYS.values():
        data, right = (mark + text.replace("\n", end).encode(encoding) for text in (before, after))
        assert fixed(gazetteer, data).decode(encoding) == right.decode(encoding)
        assert fixed(gazetteer, data) == right
        assert fixed(gazetteer, data, Fix.NONE) == data


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_a_file_that_was_put_right_stays_as_it_is(gazetteer: Gazetteer, path: Path) -> None:
    right = before_and_after(path)[1].encode()
    assert fixed(gazetteer, right) == right
