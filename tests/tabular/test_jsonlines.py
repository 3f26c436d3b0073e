"""JSON lines get fields before the closing brace; whatever else stands in the file stays."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import BadTable, ColumnExists
from gazetteer.tabular.lines import table as jsonlines
from gazetteer.tabular.lines.table import JsonLinesTable
from gazetteer.tabular.model import Reject, Row

ADDED = ("g_name", "g_confidence")


def opened(data: bytes, looked_at: int | None = None) -> JsonLinesTable:
    return JsonLinesTable(BytesIO(data), data[:looked_at])


def through(
    data: bytes, column: str = "name", name: str | None = None, looked_at: int | None = None
) -> tuple[bytes, list[Row | Reject]]:
    """What is written with two fields of ours, and what was read."""
    table, out = opened(data, looked_at), BytesIO()
    writer = table.writer(out, ADDED, numbers=ADDED[1:])
    found = list(table.rows([table.columns.index(column)]))
    for row in found:
        if isinstance(row, Row):
            writer.write(row, ("Kyiv", "0.93"), name)
    writer.end()
    assert table.position() == len(data)
    return out.getvalue(), found


WRITTEN = [
    ("spaced", b'{"name": "Kiev"}\n', b'{"name": "Kiev", "g_name": "Kyiv", "g_confidence": 0.93}\n'),
    ("close", b'{"name":"Kiev","n":1}\n', b'{"name":"Kiev","n":1,"g_name":"Kyiv","g_confidence":0.93}\n'),
    ("blanks inside", b' { "name" : 1 } \t\r\n', b' { "name" : 1, "g_name": "Kyiv", "g_confidence": 0.93 } \t\r\n'),
    ("no end of the line", b'{"name":""}', b'{"name":"","g_name":"Kyiv","g_confidence":0.93}'),
    ("nothing inside", b'{"name":1}\n{ }\n',
     b'{"name":1,"g_name":"Kyiv","g_confidence":0.93}\n{"g_name":"Kyiv","g_confidence":0.93 }\n'),
    ("a mark of bytes", b'\xef\xbb\xbf{"name":1}\n', b'\xef\xbb\xbf{"name":1,"g_name":"Kyiv","g_confidence":0.93}\n'),
    ("blank lines", b'\n{"name":1}\n \r\n\n', b'\n{"name":1,"g_name":"Kyiv","g_confidence":0.93}\n \r\n\n'),
    ("keys twice, numbers, escapes", b'{"n":1.50,"n":1E400,"name":"\\u041a\\/"}\n',
     b'{"n":1.50,"n":1E400,"name":"\\u041a\\/","g_name":"Kyiv","g_confidence":0.93}\n'),
    ("NaN, as Python writes it", b'{"name":NaN}\n', b'{"name":NaN,"g_name":"Kyiv","g_confidence":0.93}\n'),
    ("braces in text", b'{"name":"} {"}\n', b'{"name":"} {","g_name":"Kyiv","g_confidence":0.93}\n'),
]  # fmt: skip


@pytest.mark.parametrize(("data", "wanted"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_fields_of_ours_stand_before_the_brace(data: bytes, wanted: bytes) -> None:
    assert through(data)[0] == wanted


VALUES = [
    (b'{"name":"Kiev"}', "Kiev"),
    (b'{"name":null}', ""),
    (b'{"name":1.50}', "1.50"),
    (b'{"name":-0.0}', "-0.0"),
    (b'{"name":12345678901234567890123}', "12345678901234567890123"),
    (b'{"name":true}', "true"),
    (b'{"name":["a",{"b":"\xc3\xa9"}]}', '["a", {"b": "é"}]'),
    (b'{"name":"a","name":"b"}', "b"),
    (b'{"name":"\\ud83d\\ude42"}', "🙂"),
]


@pytest.mark.parametrize(("data", "wanted"), VALUES)
def test_values_are_read_as_text(data: bytes, wanted: str) -> None:
    [row] = through(data)[1]
    assert isinstance(row, Row)
    assert row.values == (wanted,)


def test_columns_are_the_keys_in_order_and_paths_into_objects() -> None:
    data = b'{"b":1,"a":{"x":1,"y":{"z":2}}}\n\nrubbish\n{"c":{},"a.x":3,"b":{"q":1}}\n'
    table = opened(data)
    assert table.columns == ("b", "a.x", "a.y.z", "c", "b.q")
    rows = [row.values for row in table.rows([1, 2, 4]) if isinstance(row, Row)]
    assert rows == [("", "2", ""), ("3", "", "1")]  # a key that has the dot in it comes before a path


REJECTED = [
    (b"[1]\n", 'Line 2 is no JSON object, such as {"name": "Kyiv"}.'),
    (b'"a"\n', "Line 2 is no JSON object"),
    (b'{"name":1\n', "Line 2 is not JSON (Expecting ',' delimiter"),
    (b"{'name':1}\n", "Line 2 is not JSON"),
    (b'{"name":"\xff"}\n', "Line 2 is not in UTF-8: byte 10 of it is none of a character."),
    (b'{"name":"a\0"}\n', "Line 2 is not JSON"),
    (b'{"name":"\\ud800"}\n', "Line 2 has half a character in 'name'"),
    (b'{"g_name":1}\n', "Line 2 has a field 'g_name' already; choose another prefix"),
    (b'{"name":' + b"[" * 100_000 + b"\n", "Line 2 is not JSON"),
]


@pytest.mark.parametrize(("line", "why"), REJECTED)
def test_a_line_that_cannot_be_read_is_told_with_its_bytes(line: bytes, why: str) -> None:
    good = b'{"name":"Kiev"}\n'
    written, found = through(good + line + good, looked_at=len(good))
    assert isinstance(found[1], Reject)
    assert (found[1].line, found[1].raw) == (2, line)
    assert found[1].reason.startswith(why)
    assert [row.number for row in found if isinstance(row, Row)] == [1, 3]
    assert written.count(b"Kiev") == 2


def test_a_line_that_is_too_long_is_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "LINE_MOST", 20)
    data = b'{"name":"Kiev"}\n' + b'{"name":"' + b"a" * 3_000_000 + b'"}\n{"name":"Lvov"}'
    table = opened(data)
    found = list(table.rows([0]))
    assert [row.values for row in found if isinstance(row, Row)] == [("Kiev",), ("Lvov",)]
    assert isinstance(found[1], Reject)
    assert found[1].raw == b'{"name":"aaaaaaaaaaaa'
    assert found[1].reason == "Line 2 has 3,000,012 bytes; at most 20 are read. The first 21 are kept here."
    assert table.position() == len(data)


IN_PLACE = [
    ("name", b'{"name" : "Kiev","n":1}', b'{"name" : "K\xc3\xbdiv","n":1, '),
    ("name", b'{"name":"a","x":"name","name":"b"}', b'{"name":"a","x":"name","name":"K\xc3\xbdiv",'),
    ("name", b'{"name":[1,{"name":2}]}', b'{"name":"K\xc3\xbdiv",'),
    ("a.b", b'{"b":1,"a":{"b":"x","c":"}"}}', b'{"b":1,"a":{"b":"K\xc3\xbdiv","c":"}"},'),
    ("n\u00e9", b'{"n\\u00e9":1}', b'{"n\\u00e9":"K\xc3\xbdiv",'),
]


@pytest.mark.parametrize(("column", "data", "beginning"), IN_PLACE)
def test_a_name_stands_in_place_of_the_old(column: str, data: bytes, beginning: bytes) -> None:
    written = through(data, column, "Kýiv")[0]
    assert written.startswith(beginning + b'"g_name":')


def test_empty_cells_of_ours_are_null() -> None:
    table, out = opened(b'{"name":"x"}\n'), BytesIO()
    writer = table.writer(out, ADDED, numbers=ADDED[1:])
    [row] = table.rows([0])
    assert isinstance(row, Row)
    writer.write(row, ("", ""))
    assert out.getvalue() == b'{"name":"x","g_name":null,"g_confidence":null}\n'


def test_fields_of_ours_that_are_there_already_are_refused() -> None:
    with pytest.raises(ColumnExists, match="'g_name' already; choose another prefix"):
        opened(b'{"g_name":1}\n').writer(BytesIO(), ADDED)


def test_utf_16_is_refused() -> None:
    with pytest.raises(BadTable, match="UTF-16; JSON lines are in UTF-8"):
        opened('{"name":1}\n'.encode("utf-16"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(st.dictionaries(st.text(), JSON, max_size=4).filter(lambda one: not set(ADDED) & one.keys())),
    st.booleans(),
    st.sampled_from([None, (",", ":"), (" , ", " : ")]),
    st.sampled_from(["\n", "\r\n", " \n"]),
    st.text(),
)
def test_any_objects_come_back_with_fields_of_ours_at_their_end(
    objects: list[dict[str, object]], plain: bool, spacing: tuple[str, str] | None, end: str, name: str
) -> None:
    lines = [json.dumps(one, ensure_ascii=plain, separators=spacing) + end for one in objects]
    data = "".join(lines).encode()
    table, out = opened(data), BytesIO()
    writer = table.writer(out, ADDED)
    for row in table.rows([]):
        assert isinstance(row, Row)
        writer.write(row, (name, "x"))
    writer.end()
    written = out.getvalue().splitlines(keepends=True)
    assert len(written) == len(lines)
    for made, line, one in zip(out.getvalue().decode().split("\n"), lines, objects, strict=False):
        assert made.startswith(line.rstrip()[:-1].rstrip())
        assert json.loads(made) == one | {"g_name": name or None, "g_confidence": "x"}
