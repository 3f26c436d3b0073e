"""Records: where each ends, which may be split as they are, and where damage ends."""

import io

import pytest

from gazetteer.tabular.delimited.blocks import Blocks
from gazetteer.tabular.delimited.records import Damage, Records, Split
from gazetteer.tabular.delimited.splitting import Splitter
from gazetteer.tabular.model import Dialect


def dialect(encoding: str = "utf-8", delimiter: str = ",", quote: str | None = '"') -> Dialect:
    return Dialect(encoding, delimiter, quote, "\n", False, False)


def read(data: bytes, written: Dialect, block: int = 4) -> list[tuple[int, bytes | Split | Damage]]:
    """All records, with the lines on which they begin."""
    records = Records(Blocks(io.BytesIO(data), written.encoding, block), Splitter(written))
    return [(records.line, found) for found in records]


WHERE_RECORDS_END = [
    (b"a\nb\r\nc\rd", [(1, b"a\n"), (2, b"b\r\n"), (3, b"c\r"), (4, b"d")]),
    (b"a\n\r\n\rb", [(1, b"a\n"), (2, b"\r\n"), (3, b"\r"), (4, b"b")]),
    (b'"a\r\n",x\nb\n', [(1, b'"a\r\n",x\n'), (3, b"b\n")]),
    (b'x,"a\n""\n"\nb\n', [(1, b'x,"a\n""\n"\n'), (4, b"b\n")]),
    (b'"a\nb","c\nd"\ne', [(1, b'"a\nb","c\nd"\n'), (4, b"e")]),
    (b'a"\nb\n', [(1, b'a"\n'), (2, b"b\n")]),
    (b'"a"x\nb\n', [(1, b'"a"x\n'), (2, b"b\n")]),
    (b"", []),
]


@pytest.mark.parametrize("block", [1, 4, 1 << 18])
@pytest.mark.parametrize(("data", "expected"), WHERE_RECORDS_END)
def test_a_record_ends_at_a_line_end_outside_of_quotes(
    data: bytes, expected: list[tuple[int, bytes]], block: int
) -> None:
    found = [(line, one if isinstance(one, bytes) else one.record) for line, one in read(data, dialect(), block)]
    assert found == expected


CELLS = [
    (dialect(), b'a,"b,c",d', ["a", "b,c", "d"]),
    (dialect(), b'"a""b","",""""', ['a"b', "", '"']),
    (dialect(), b'"a"b"c,d', ['ab"c', "d"]),
    (dialect(), b'"a""b"c""d', ['a"bc""d']),
    (dialect(), b'a "b", "c"', ['a "b"', ' "c"']),
    (dialect(quote=None), b'"a,b"', ['"a', 'b"']),
    (dialect(quote="'"), b"'a,''b',\"c", ["a,'b", '"c']),
    (dialect("cp932", "|"), "表|ソ|ポスト".encode("cp932"), ["表", "ソ", "ポスト"]),
    (dialect("cp932", "|"), '"|ポ"|ポ'.encode("cp932"), ["|ポ", "ポ"]),
    (dialect("cp950", "\\"), "功\\許\\a".encode("cp950"), ["功", "許", "a"]),
    (dialect("gb18030", "0"), "ಠ0𠀀0a".encode("gb18030"), ["ಠ", "𠀀", "a"]),
    (dialect("cp949", "a"), "강a남".encode("cp949"), ["강", "남"]),
    (dialect("utf-8", "¦"), 'a¦"b¦c"¦§'.encode(), ["a", "b¦c", "§"]),
    (dialect("cp1251", "¦"), "Київ¦Львів".encode("cp1251"), ["Київ", "Львів"]),
]


@pytest.mark.parametrize(("written", "row", "expected"), CELLS)
def test_a_row_is_split_where_a_delimiter_is_one(written: Dialect, row: bytes, expected: list[str]) -> None:
    splitter = Splitter(written)
    assert list(map(splitter.text, splitter.cells(row) or [])) == expected


def test_a_quote_that_is_opened_and_not_closed_makes_no_cells() -> None:
    assert Splitter(dialect()).cells(b'a,"b') is None


DAMAGED = [
    (b'"a\nb\n', [(1, b'"a\n'), (2, None)]),
    (b'x,"a\nb,"c"\nd\n', [(1, b'x,"a\n'), (2, None), (3, None)]),
    (b'"1\n2","a\nb\n', [(1, b'"1\n2","a\n'), (3, None)]),
    (b"a\n\xff\nb\n", [(1, None), (2, b"\xff\n"), (3, None)]),
]


@pytest.mark.parametrize("block", [1, 4, 1 << 18])
@pytest.mark.parametrize(("data", "expected"), DAMAGED)
def test_damage_ends_with_the_line_on_which_it_began(
    data: bytes, expected: list[tuple[int, bytes | None]], block: int
) -> None:
    found = [(line, one.record if isinstance(one, Damage) else None) for line, one in read(data, dialect(), block)]
    assert found == expected


def test_a_row_with_a_trail_byte_that_no_character_has_is_damaged_and_the_next_is_read() -> None:
    found = read(b"\x81,a\nb,c\n", dialect("cp932"))
    assert [isinstance(one, Damage) for _, one in found] == [True, False]
