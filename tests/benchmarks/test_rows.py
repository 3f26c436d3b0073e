"""Rows of the tables, counted by system and by where they are from."""

from pathlib import Path

from benchmarks.languages.rows import report, summary, tally
from benchmarks.languages.tables import Row, rows

TABLE = (
    "written\tsystem\texpected\twhy\tmark\nа\tone\ta\tа is a\tstandard\nб\tone\tb\tб is b\tmade\nб\treads\tb\tb\tmade\n"
)


def row(mark: str) -> Row:
    return Row("а", "one", "a", "а is a", mark)


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    (tmp_path / "xx-Cyrl.tsv").write_text(TABLE, encoding="utf-8")
    assert [(one.written, one.system, one.mark) for one in rows("xx-Cyrl", tmp_path)] == [
        ("а", "one", "standard"),
        ("б", "one", "made"),
        ("б", "reads", "made"),
    ]
    assert rows("yy-Cyrl", tmp_path) == ()


def test_rows_of_known_systems_are_counted_by_mark() -> None:
    held = [("xx/one", row("standard")), ("xx/one", row("map")), ("xx/one", row("made")), ("xx/reads", row("made"))]
    counted = tally(held, ["xx/one", "xx/two"])
    assert counted == {"xx/one": {"standard": 1, "map": 1, "made": 1}, "xx/two": {}}
    assert [line.split() for line in report(counted)[1:4]] == [
        ["xx/one", "3", "1", "1", "0", "1"],
        ["xx/two", "0", "0", "0", "0", "0"],
        ["all", "3", "1", "1", "0", "1"],
    ]


def test_systems_with_enough_rows_are_counted() -> None:
    enough = [("xx/many", row("made"))] * 20 + [("xx/record", row("map"))] * 5
    both = [("xx/both", row("standard"))] * 20
    assert summary(tally([*enough, *both], ["xx/many", "xx/record", "xx/both"])) == [
        "2 of 3 systems have 20 rows or more.",
        "2 have 5 or more that their authority prints or a map of record has; 1 have both.",
    ]
