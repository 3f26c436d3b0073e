"""Delimited text: where our columns stand, how our cells are written, what is a reject, and what is refused."""

import io
import tracemalloc

import pytest

from gazetteer.errors import BadTable, ColumnExists
from gazetteer.tabular.delimited.table import open_delimited
from gazetteer.tabular.model import Dialect, Ours, Reject, Row
from tests.tabular.rewritten import rewrite

COMMA = Dialect("utf-8", ",", '"', "\n", True, False)
BARE = Dialect("utf-8", ",", '"', "\n", False, False)


def written(
    data: bytes, cells: tuple[str, ...] = ("X", "Y"), dialect: Dialect = COMMA, name: str | None = None
) -> bytes:
    """A file with these cells beside each row, in columns "a", "b" and so on, and perhaps another name in each."""
    out = io.BytesIO()
    table = open_delimited(io.BytesIO(data), dialect)
    writer = table.writer(out, "abcdefg"[: len(cells)])
    for row in table.rows([1] if len(table.columns) > 1 else [0]):
        if isinstance(row, Row):
            writer.write(row, cells, name)
    writer.end()
    return out.getvalue()


CASES = [
    (b"id,city\n1,Odesa\n", b"id,city,a,b\n1,Odesa,X,Y\n"),
    (b"id,city\r\n1,Odesa\r\n", b"id,city,a,b\r\n1,Odesa,X,Y\r\n"),
    (b"id,city\n1,Odesa\r\n2,Lviv\r3,Sumy\n", b"id,city,a,b\n1,Odesa,X,Y\r\n2,Lviv,X,Y\r3,Sumy,X,Y\n"),
    (b"id,city\n1,Odesa", b"id,city,a,b\n1,Odesa,X,Y"),
    (b"\xef\xbb\xbfid,city\n1,Odesa\n", b"\xef\xbb\xbfid,city,a,b\n1,Odesa,X,Y\n"),
    (b'id,city\n1,"Odesa, south"\n', b'id,city,a,b\n1,"Odesa, south",X,Y\n'),
    (b'id,city\n1,"Odesa\nsouth"\n', b'id,city,a,b\n1,"Odesa\nsouth",X,Y\n'),
    (b'id,city\n1,"the ""pearl"""\n', b'id,city,a,b\n1,"the ""pearl""",X,Y\n'),
    (b"id,city\n1,Od\0esa\n", b"id,city,a,b\n1,Od\0esa,X,Y\n"),
    (b"id,city\n 1 ,\tOdesa \n", b"id,city,a,b\n 1 ,\tOdesa ,X,Y\n"),
    (b"id,city\n\n1,Odesa\n\r\n", b"id,city,a,b\n\n1,Odesa,X,Y\n\r\n"),
    (b"\n\nid,city\n1,Odesa\n", b"\n\nid,city,a,b\n1,Odesa,X,Y\n"),
    (b"id,city,note\n1\n1,Odesa\n", b"id,city,note,a,b\n1,,,X,Y\n1,Odesa,,X,Y\n"),
    (b"id,city\n1,Odesa,\n2,Lviv,\n", b"id,city,,a,b\n1,Odesa,,X,Y\n2,Lviv,,X,Y\n"),
    (b"sep=,\r\nid,city\r\n1,Odesa\r\n", b"sep=,\r\nid,city,a,b\r\n1,Odesa,X,Y\r\n"),
    (b"", b""),
    (b"\xef\xbb\xbf", b"\xef\xbb\xbf"),
    (b"\n\n", b"\n\n"),
    (b"id,city", b"id,city,a,b"),
]


@pytest.mark.parametrize(("data", "expected"), CASES)
def test_our_cells_stand_before_the_line_end(data: bytes, expected: bytes) -> None:
    assert written(data) == expected


WITHOUT_A_HEADER = [
    (b"1,Odesa\n2,Lviv\n", b"1,Odesa,X,Y\n2,Lviv,X,Y\n"),
    (b"1,Odesa,x\n2\n3,Lviv,\n", b"1,Odesa,x,X,Y\n2,,,X,Y\n3,Lviv,,X,Y\n"),
    (b"\n1,Odesa\n", b"\n1,Odesa,X,Y\n"),
    (b"sep=,\n1,Odesa\n", b"sep=,\n1,Odesa,X,Y\n"),
]


@pytest.mark.parametrize(("data", "expected"), WITHOUT_A_HEADER)
def test_a_file_without_a_header_gets_none(data: bytes, expected: bytes) -> None:
    assert written(data, dialect=BARE) == expected


def test_columns_without_a_header_are_numbered() -> None:
    assert open_delimited(io.BytesIO(b"1,Odesa\n"), BARE).columns == ("1", "2")


OUR_CELLS = [
    ("Odesa", COMMA, b"Odesa"),
    ("", COMMA, b""),
    ("Odesa, south", COMMA, b'"Odesa, south"'),
    ('the "pearl"', COMMA, b'"the ""pearl"""'),
    ("two\nlines", COMMA, b'"two\nlines"'),
    ("=1+1", COMMA, b"'=1+1"),
    ("+380", COMMA, b"'+380"),
    ("-1", COMMA, b"'-1"),
    ("@x", COMMA, b"'@x"),
    ("\tx", COMMA, b"'\tx"),
    ("\rx", COMMA, b'"\'\rx"'),
    ("=a,b", COMMA, b'"\'=a,b"'),
    ("Київ", Dialect("cp1251", ";", '"', "\n", True, False), "Київ".encode("cp1251")),
    ("Łódź", Dialect("cp1251", ",", '"', "\n", True, False), b"Lodz"),
    (
        "‹Київ› – x",
        Dialect("latin-1", ";", '"', "\n", True, False),
        b'"&#8249;&#1050;&#1080;&#1111;&#1074;&#8250; - x"',
    ),
    ("a|b", Dialect("utf-8", "|", "'", "\n", True, False), b"'a|b'"),
    ("a\tb\nc", Dialect("utf-8", "\t", None, "\n", True, False), b"a b c"),
    ("東|京", Dialect("cp932", "|", '"', "\n", True, False), '"東|京"'.encode("cp932")),
]


@pytest.mark.parametrize(("text", "dialect", "expected"), OUR_CELLS)
def test_a_cell_of_ours_says_what_it_says_and_starts_no_formula(text: str, dialect: Dialect, expected: bytes) -> None:
    sign = dialect.delimiter.encode(dialect.encoding)
    for cells, cell in [
        ((text,), expected),
        ((text, "Y"), expected + sign + b"Y"),
        (("Y", text), b"Y" + sign + expected),
    ]:
        assert written(b"city\nx\n", cells, dialect).split(b"\nx" + sign)[1] == cell + b"\n"


def test_cells_that_the_encoding_could_not_hold_are_counted() -> None:
    table = open_delimited(io.BytesIO(b"city\nx\ny\n"), Dialect("cp1251", ",", '"', "\n", True, False))
    writer = table.writer(io.BytesIO(), ["a", "b"])
    for row in table.rows([0]):
        assert isinstance(row, Row)
        writer.write(row, ["Łódź", "Київ"])
    assert writer.replaced == 2


def test_where_there_are_no_quotes_cells_with_a_delimiter_are_counted() -> None:
    table = open_delimited(io.BytesIO(b"city;n\nx;1\n"), Dialect("utf-8", ";", None, "\n", True, False))
    writer = table.writer(out := io.BytesIO(), ["a", "b"])
    (row,) = [row for row in table.rows([0]) if isinstance(row, Row)]
    writer.write_all([row], {row.values: Ours(writer.prepared(["p; q", "r"]))})
    assert (out.getvalue().splitlines()[1], writer.spaced) == (b"x;1;p  q;r", 1)
    assert writer.refuses("p; q") is not None
    assert writer.refuses("p, q") is None


def test_rows_are_written_together_as_they_are_one_by_one() -> None:
    data = 'id,city,note\n1,x,"a, b"\n2,y\n\n3,x,"""c"\r\n4,y,-\r5,x'.encode("cp1251")
    told = {("x",): (("Łódź", "=1"), None), ("y",): (("a,b", 'q"'), "Київ"), (): ((), None)}
    outs = [io.BytesIO(), io.BytesIO()]
    replaced = []
    for out, together in zip(outs, (True, False), strict=True):
        table = open_delimited(io.BytesIO(data), Dialect("cp1251", ",", '"', "\n", True, False))
        writer = table.writer(out, ["a", "b"])
        rows = [row for row in table.rows([1]) if isinstance(row, Row)]
        if together:
            writer.write_all(rows, {at: Ours(writer.prepared(cells), name) for at, (cells, name) in told.items()})
        else:
            for row in rows:
                writer.write(row, *told[row.values])
        replaced.append(writer.replaced)
    assert outs[0].getvalue() == outs[1].getvalue()
    assert outs[0].getvalue().decode("cp1251").startswith('id,city,note,a,b\n1,x,"a, b",Lodz,\'=1\n')
    assert replaced == [3, 3]


def test_a_formula_that_came_in_stays() -> None:
    assert written(b"id,city\n1,=1+1\n") == b"id,city,a,b\n1,=1+1,X,Y\n"


RENAMED = [
    (b"id,city\n1,Odessa\n", "Odesa", b"1,Odesa,X\n"),
    (b'id,city\n1,"Odessa"\n', "Odesa", b'1,"Odesa",X\n'),
    (b"id,city\n1,Odessa\n", "Odesa, south", b'1,"Odesa, south",X\n'),
    (b'id,city\n"a,b","Odessa"\r\n', "Odesa", b'"a,b","Odesa",X\r\n'),
    (b"id,city\n1,Odessa\n", "=Odesa", b"1,'=Odesa,X\n"),
    (b"id,city\n1,=Odesa\n", "=Odesa", b"1,=Odesa,X\n"),
    (b"id,city,cc\n1\n", "Odesa", b"1,Odesa,,X\n"),
    (b"id,city\n\n", "Odesa", b"\n"),
]


@pytest.mark.parametrize(("data", "name", "expected"), RENAMED)
def test_a_name_stands_in_place_of_the_asked_cell(data: bytes, name: str, expected: bytes) -> None:
    assert written(data, ("X",), name=name).split(b"\n", 1)[1] == expected


def test_a_name_is_put_where_a_second_byte_looks_like_the_delimiter() -> None:
    dialect = Dialect("cp932", "|", '"', "\n", True, False)
    data = "表|ポスト|ソ\n表|ポスト|ソ\n".encode("cp932")
    assert written(data, ("X",), dialect, "東京") == "表|ポスト|ソ|a\n表|東京|ソ|X\n".encode("cp932")


REJECTS = [
    (b"a,b\n1,2\n1,2,3\n4,5\n", [(3, b"1,2,3\n")]),
    (b"a,b\n1,\xff\n2,x\n", [(2, b"1,\xff\n")]),
    (b'a,b\n1,"x\n2,y\n3,z\n', [(2, b'1,"x\n')]),
    (b'a,b\n1,"x\n2,y\n3,"z"\n', [(2, b'1,"x\n')]),
    (b'a,b\n1,"x\n2,y', [(2, b'1,"x\n')]),
    (b'a,b\n"1\n1","x\n2,y\n', [(2, b'"1\n1","x\n')]),
    (b'a,b\n"1\n1",y\n1,2,3\n', [(4, b"1,2,3\n")]),
    (b'a,b\n1,"\xff\nx"\n2,y\n', [(2, b'1,"\xff\nx"\n')]),
    (b'a,b\n1,"x', [(2, b'1,"x')]),
    (b"a,b\r1,2,3\r\n\n4,5,6", [(2, b"1,2,3\r\n"), (4, b"4,5,6")]),
]


@pytest.mark.parametrize("block", [4, 1 << 18])
@pytest.mark.parametrize(("data", "expected"), REJECTS)
def test_a_row_that_cannot_be_read_is_a_reject_and_the_rest_is_read(
    data: bytes, expected: list[tuple[int, bytes]], block: int
) -> None:
    made = rewrite(data, COMMA, block=block)
    assert [(reject.line, reject.raw) for reject in made.rejects] == expected
    assert made.head + b"".join(row.raw if isinstance(row, Reject) else bytes_ for row, bytes_ in made.rows) == data


def test_reasons_are_said_in_words() -> None:
    made = rewrite(b'a,b\n1,2,3\n1,\xff\n1,"x\n', COMMA)
    assert [reject.reason for reject in made.rejects] == [
        "it has 3 cells, and there are 2 columns",
        "its bytes are not UTF-8",
        "a quote is opened and never closed",
    ]


@pytest.mark.parametrize("spoiled", [b"\x00\xd8", b"\x41"])
def test_wrong_units_of_utf_16_come_back_as_they_were(spoiled: bytes) -> None:
    dialect = Dialect("utf-16-le", ",", '"', "\n", True, False)
    last = "4,5".encode("utf-16-le") + spoiled
    made = rewrite("a,b\n1,2\n".encode("utf-16-le") + last, dialect)
    assert [(reject.line, reject.raw) for reject in made.rejects] == [(3, last)]


def test_a_blank_line_is_a_row_without_values() -> None:
    rows = [row for row, _ in rewrite(b"a,b\n\n1,2\n", COMMA).rows]
    assert [(row.number, row.values, row.blank) for row in rows if isinstance(row, Row)] == [
        (1, (), True),
        (2, ("1", "2"), False),
    ]


def test_a_column_that_the_file_has_already_is_refused_before_anything_is_written() -> None:
    out = io.BytesIO()
    with pytest.raises(ColumnExists, match=r'has a column "city" already'):
        open_delimited(io.BytesIO(b"\xef\xbb\xbfid,city\n"), COMMA).writer(out, ["x", "city"])
    assert out.getvalue() == b""


@pytest.mark.parametrize("header", [b'a,"b\n1,2\n', b"a,\xff\n1,2\n"])
def test_a_header_that_cannot_be_read_is_refused(header: bytes) -> None:
    with pytest.raises(BadTable, match="The header on line 1 cannot be read"):
        open_delimited(io.BytesIO(header), COMMA)


def test_a_hundred_thousand_columns_are_read() -> None:
    data = b",".join(b"c%d" % at for at in range(100_000)) + b"\n" + b",".join([b"x"] * 100_000) + b"\n"
    assert written(data) == data.replace(b"\n", b",a,b\n", 1).removesuffix(b"\n") + b",X,Y\n"


@pytest.mark.parametrize("filling", [b"x" * 50, b'""' * 25, b"x" * 48 + b"\r\n"])
def test_a_cell_of_fifty_megabytes_is_read(filling: bytes) -> None:
    data = b'id,city,note\n1,Odesa,"' + filling * (1 << 20) + b'"\n2,Lviv,\n'
    made = written(data)
    assert made.startswith(b'id,city,note,a,b\n1,Odesa,"')
    assert made.endswith(b'",X,Y\n2,Lviv,,X,Y\n')
    assert len(made) == len(data) + len(b",a,b,X,Y,X,Y")


@pytest.mark.parametrize("mark", [b"", b'"'])
def test_a_line_without_end_is_refused_and_a_cell_without_end_is_a_reject(mark: bytes) -> None:
    line = b"1," + mark + b"x" * (1 << 20)
    data = (
        b"id,city\n" + line * 70 if not mark else b"id,city\n" + line + b"\n" + (b"2," + b"x" * (1 << 20) + b"\n") * 70
    )
    if not mark:
        with pytest.raises(BadTable, match="A line is longer than 64 MiB"):
            written(data)
    else:
        assert [reject.line for reject in rewrite(data, COMMA).rejects] == [2]


class Rows(io.RawIOBase):
    """A stream of rows that are made as they are read, in drops, and in order alone."""

    def __init__(self, count: int) -> None:
        self.left = count
        self.drop = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, fewer than asked for, as a pipe gives them."""
        if not self.drop and self.left:
            self.left -= 1
            self.drop = b'7,"Odesa, south"\n8,Lviv\n'
        given, self.drop = self.drop[:size], self.drop[size:]
        return given


class Nowhere(io.RawIOBase):
    """Where bytes are only counted."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, some: bytes) -> int:  # type: ignore[override]
        """Count these."""
        self.size += len(some)
        return len(some)


def test_a_stream_of_any_length_takes_the_same_memory() -> None:
    peaks = []
    for count in (4_000, 20_000):
        out = Nowhere()
        tracemalloc.start()
        table = open_delimited(Rows(count), BARE, block=1 << 14)  # type: ignore[arg-type]
        writer = table.writer(out, ["a"])  # type: ignore[arg-type]
        for row in table.rows([1]):
            assert isinstance(row, Row)
            writer.write(row, ["X"])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert out.size == count * len(b'7,"Odesa, south",X\n8,Lviv,X\n')
    assert peaks[1] < peaks[0] * 1.2
