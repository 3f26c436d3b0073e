"""Odd files: whatever is in one, every byte comes out again, in order, in the output or among the rejects."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from gazetteer.errors import BadTable
from gazetteer.tabular.delimited.blocks import BLOCK
from gazetteer.tabular.model import Dialect, Reject
from tests.tabular.odd_files import OddFile, odd_files
from tests.tabular.rewritten import NAMES, OURS, Rewritten, as_it_came, our_cells, rewrite

ODD = list(odd_files(400, seed=1, damaged=True))
WELL_FORMED = list(odd_files(300, seed=2, damaged=False))


def rewritten(data: bytes, dialect: Dialect, added: tuple[str, ...] = (), block: int = BLOCK) -> Rewritten | None:
    """A file written again; None if it is refused, as one whose header cannot be read."""
    try:
        return rewrite(data, dialect, added, block)
    except BadTable:
        return None


def assert_nothing_is_lost(data: bytes, dialect: Dialect, block: int = BLOCK) -> None:
    """Read and written without columns of ours, a file is what it was; with them, what it was and they alone."""
    plain = rewritten(data, dialect, (), block)
    made = rewritten(data, dialect, NAMES, block)
    if plain is None or made is None:
        return
    bare = [row.raw if isinstance(row, Reject) else written for row, written in plain.rows]
    assert plain.head + b"".join(bare) == data
    header = our_cells(NAMES, dialect)
    kept = as_it_came(made.head, header, dialect, data) if header in made.head else made.head
    assert kept is not None
    rest = data.removeprefix(kept)
    assert len(rest) == len(data) - len(kept)
    for row, written in made.rows:
        came = row.raw if isinstance(row, Reject) else as_it_came(written, our_cells(OURS, dialect), dialect, rest)
        assert came is not None
        assert rest.startswith(came)
        rest = rest[len(came) :]
    assert rest == b""


@pytest.mark.parametrize("file", ODD + WELL_FORMED)
def test_every_byte_comes_out_again_in_order(file: OddFile) -> None:
    assert_nothing_is_lost(file.data, file.dialect)
    assert_nothing_is_lost(file.data, file.dialect, block=5)


@pytest.mark.parametrize("file", WELL_FORMED)
def test_it_does_not_matter_how_much_is_read_at_a_time(file: OddFile) -> None:
    whole = rewrite(file.data, file.dialect, NAMES)
    # Where there is no header, the rows of the first block say how many columns there are.
    for block in (3, 64) if file.dialect.header else ():
        assert rewrite(file.data, file.dialect, NAMES, block) == whole


def test_most_odd_files_are_read_and_many_have_rejects() -> None:
    made = [rewritten(file.data, file.dialect) for file in ODD]
    assert sum(one is not None for one in made) > 320
    assert sum(one is not None and bool(one.rejects) for one in made) > 100


@pytest.mark.parametrize("file", WELL_FORMED)
def test_a_well_formed_file_says_what_the_standard_library_reads_in_it(file: OddFile) -> None:
    made = rewrite(file.data, file.dialect)
    dialect = file.dialect
    quoting = csv.QUOTE_NONE if dialect.quote is None else csv.QUOTE_MINIMAL
    lines = io.StringIO(file.text, newline="")
    read = list(csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote or '"', quoting=quoting))
    if dialect.header:
        first = next((at for at, row in enumerate(read) if row), len(read) - 1)
        assert list(made.columns) == (read[first] if read else [])
        read = read[first + 1 :]
    assert made.rejects == []
    assert made.values == [tuple(row) for row in read]


DIALECTS = some.builds(
    Dialect,
    some.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp1251", "cp932", "gb18030", "cp950", "cp949"]),
    some.sampled_from([",", ";", "\t", "|", "a", "@", "0"]),
    some.sampled_from(['"', "'", "`", None]),
    some.just("\n"),
    some.booleans(),
    some.booleans(),
)
# Bytes that mean something, much more often than chance would have it.
PIECES = some.one_of(
    some.sampled_from(
        [b",", b";", b"|", b'"', b'""', b"'", b"`", b"a", b"@", b"0", b"\n", b"\r", b"\r\n", b"\0", b"\x81", b"\\"]
    ),
    some.sampled_from(
        [b'"\0', b",\0", b"\n\0", b"\0\n", b'\0"', b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\xd8", b"\x83|", b"\x810\x810"]
    ),
    some.binary(max_size=3),
)


@settings(max_examples=600, deadline=None)
@given(some.lists(PIECES, max_size=60).map(b"".join), DIALECTS)
def test_of_any_bytes_none_is_lost(data: bytes, dialect: Dialect) -> None:
    assert_nothing_is_lost(data, dialect)
    assert_nothing_is_lost(data, dialect, block=4)
