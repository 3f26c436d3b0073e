"""A review that was filled in: into the output and the gazetteer, whole or not at all, and twice like once."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from gazetteer.bulk.applying import Applied, apply, run_of
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.guarding import unguarded
from gazetteer.bulk.job import Job, do
from gazetteer.bulk.reopening import Kept, reopen
from gazetteer.bulk.review import read_review
from gazetteer.bulk.runs import read_state
from gazetteer.bulk.teaching import Taught, teach
from gazetteer.errors import BadReview, ColumnMissing, NothingToReview, RunStopped
from gazetteer.model import Action, Kind, Outcome, Query
from gazetteer.resolve import open_gazetteer, resolve
from gazetteer.store import (
    Engine,
    EntityRow,
    NameRow,
    Pointers,
    Writer,
    database_url,
    listed,
    open_engine,
    set_pointers,
    writing,
)
from gazetteer.store.schema import names, provenance, sources
from tests.bulk.conftest import MakeJob
from tests.bulk.test_job import go_on, rows_of, stop
from tests.bulk.test_review import review_of

TEXT = "name\nSpringfield\nQrzvolkivka\nQrzvolkivka\nQrzwolkiwka\nNice\nSpringfield\nKiev\nXqzzt Wprr\n=Vrrdol\n"
KYIV, ODESA = "geonames-703448", "geonames-698740"
Decide = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def made(job: MakeJob) -> Job:
    """A job that was done, with its review."""
    first = job(TEXT)
    done = job(first.source, review=first.output.with_name("review.csv"))
    do(done, go_on)
    return done


@pytest.fixture
def engine(made: Job) -> Iterator[Engine]:
    """The database of the job's gazetteer."""
    opened = open_engine(database_url(made.home))
    yield opened
    opened.dispose()


def fill(made: Job, said: Mapping[str, str]) -> Path:
    """Write what is said of names into the review."""
    assert made.review is not None
    rows = review_of(made.review)
    for row in rows:
        row["decision"] = said.get(unguarded(row["name"]), row["decision"])
    return save(made.review, rows)


def save(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def applied(made: Job, review: Path, engine: Engine) -> Applied:
    """Apply a review as the command does."""
    lines = list(read_review(review))
    kept = reopen(made.home, run_of(lines) or str(made.output))
    kept.check_writable()
    told = apply(kept, lines, engine)
    again(kept)
    return told


def again(kept: Kept) -> None:
    assert kept.job is not None
    do(kept.job, go_on, stamp=kept.stamp)


def taught(made: Job, engine: Engine) -> Taught:
    kept = reopen(made.home, str(made.output))
    with kept.store() as store:
        return teach(engine, store, kept.asking)


def told(made: Job, name: str) -> tuple[str, str, str, str]:
    """What the rows of a name are told, which is the same in all of them."""
    (row,) = {tuple(row.values()) for row in rows_of(made.output) if row["name"] == name}
    return row[4], row[2], row[5], row[6]


def test_a_candidate_an_id_nobody_and_a_variant_are_told_in_the_rows(made: Job, engine: Engine) -> None:
    assert made.review is not None
    second = next(row["id_2"] for row in review_of(made.review) if row["name"] == "Springfield")
    review = fill(made, {"Springfield": "2", "Nice": "Nobody", "Xqzzt Wprr": KYIV, "=Vrrdol": f"variant {ODESA}"})
    before = made.output.read_bytes()
    assert applied(made, review, engine) == Applied(4, 3, 4)
    decision, public_id, relation, why = told(made, "Springfield")
    assert (decision, public_id, relation) == ("linked", second, "chosen")
    assert why.startswith("A person decided that ‘Springfield’ means Springfield (city, ")
    assert told(made, "Nice") == ("nil", "", "chosen", "A person decided that ‘Nice’ is nobody in the gazetteer.")
    assert told(made, "Xqzzt Wprr")[:3] == ("linked", KYIV, "chosen")
    assert told(made, "=Vrrdol")[:3] == ("linked", ODESA, "chosen")
    kept = ("Kiev", "Qrzvolkivka")
    assert [line for line in before.splitlines() if line.decode().startswith(kept)] == [
        line for line in made.output.read_bytes().splitlines() if line.decode().startswith(kept)
    ]


def test_applied_twice_it_changes_nothing_more(made: Job, engine: Engine) -> None:
    review = fill(made, {"Springfield": "2", "Nice": "nobody", "Qrzvolkivka": f"all variant {ODESA}"})
    applied(made, review, engine)
    first = taught(made, engine)
    assert (first.judgements > 0, first.names) == (True, 2)
    output, rows = made.output.read_bytes(), counts(engine)
    # The gazetteer has changed by now; the output is written from what the run was told.
    assert applied(made, review, engine) == Applied(4, 3, 0)
    assert taught(made, engine) == Taught()
    assert (made.output.read_bytes(), counts(engine)) == (output, rows)


def counts(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        tables = (names, provenance, sources)
        told = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]
        return [*told, len(list(listed(connection)))]


def test_all_decides_for_the_cluster_and_a_word_of_its_own_says_more(made: Job, engine: Engine) -> None:
    applied(made, fill(made, {"Qrzvolkivka": f"ALL {ODESA}"}), engine)
    assert told(made, "Qrzvolkivka")[1] == told(made, "Qrzwolkiwka")[1] == ODESA
    applied(made, fill(made, {"Qrzwolkiwka": "nobody"}), engine)
    assert (told(made, "Qrzvolkivka")[1], told(made, "Qrzwolkiwka")[0]) == (ODESA, "nil")


# What a spreadsheet makes of a review: encoding, delimiter, what becomes of its columns.
SAVED = [
    ("utf-8-sig", ",", lambda row: row),
    ("utf-16", "\t", lambda row: row),
    ("utf-16", ";", lambda row: dict(reversed(row.items()))),
    ("cp1252", ";", lambda row: {"note": "mine", **row}),
    ("utf-8", ";", lambda row: {key: row[key] for key in ("decision", "name", "run")}),
    ("utf-8", ",", lambda row: {key: row[key] for key in ("Name", "row", "Decision ") if key in row}
     | {"Name": row["name"], " Decision": row["decision"]}),
    ("utf-8", ",", lambda row: {**row, "row": row["row"] + ".0", "decision": row["decision"].replace("2", "2.0")}),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "delimiter", "change"), SAVED)
def test_a_review_is_read_however_it_was_saved(
    made: Job, engine: Engine, encoding: str, delimiter: str, change: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    fill(made, {"Springfield": "2", "=Vrrdol": "nobody"})
    assert made.review is not None
    save(made.review, [change(row) for row in review_of(made.review)], encoding, delimiter)
    assert applied(made, made.review, engine).decided == 2
    assert (told(made, "Springfield")[0], told(made, "=Vrrdol")[2]) == ("linked", "chosen")


WRONG = [
    ("Springfield", "4", "Line 2: It has 3 candidates, so there is no number 4; write one of 1 to 3, or an id."),
    ("Springfield", "0", "there is no number 0"),
    ("Springfield", "none", "‘none’ is no decision; write a candidate's number (1 to 3), an entity's id"),
    ("Springfield", "variant nobody", "is no decision"),
    ("Springfield", "variant", "is no decision"),
    ("Springfield", "1 or 2", "is no decision"),
    ("Springfield", "=1", "is no decision"),
    ("Springfield", "geonames-999999999", "No entity has the id ‘geonames-999999999’; write"),
]


@pytest.mark.parametrize(("name", "said", "why"), WRONG)
def test_a_line_that_is_wrong_is_told_and_nothing_is_applied(
    made: Job, engine: Engine, name: str, said: str, why: str
) -> None:
    before = made.output.read_bytes()
    with pytest.raises(BadReview) as refused:
        applied(made, fill(made, {name: said, "Nice": "nobody"}), engine)
    assert why in str(refused.value)
    assert str(refused.value).count("Line ") == 1
    assert made.output.read_bytes() == before
    with reopen(made.home, str(made.output)).store() as store:
        assert list(store.chosen()) == []


def test_every_wrong_line_is_told_with_its_number(made: Job, engine: Engine) -> None:
    assert made.review is not None
    review = fill(made, {"Springfield": "9", "Nice": "?"})
    rows = review_of(review)
    odd = {**rows[0], "name": "Another", "decision": "nobody"}
    save(review, [*rows, odd, {**odd, "row": "400", "name": "Nobody's"}])
    with pytest.raises(BadReview) as refused:
        applied(made, review, engine)
    lines = str(refused.value).splitlines()
    numbers = [place for place, row in enumerate(rows, start=2) if row["name"] in ("Springfield", "Nice")]
    assert [line.partition(":")[0] for line in lines[1:]] == [
        f"Line {number}" for number in (*numbers, len(rows) + 2, len(rows) + 3)
    ]
    assert "is ‘Springfield’, not ‘Another’" in lines[-2]
    assert "The run has no name" in lines[-1]


def test_two_lines_that_contradict_each_other_are_refused(made: Job, engine: Engine) -> None:
    review = fill(made, {"Springfield": "1"})
    rows = review_of(review)
    save(review, [*rows, {**rows[0], "decision": "2"}])
    with pytest.raises(BadReview, match="of which line 2 says geonames-"):
        applied(made, review, engine)


def test_an_id_that_was_merged_into_another_still_chooses(made: Job, engine: Engine) -> None:
    with writing(engine) as connection:
        row = EntityRow(Kind.PLACE, "Old Kyiv", [("made-up", "1")], [NameRow("Old Kyiv")])
        Writer(connection, 1).put([row])
        set_pointers(connection, [Pointers(("made-up", "1"), redirect=("geonames", "703448"))])
    applied(made, fill(made, {"Springfield": "made-up-1"}), engine)
    assert told(made, "Springfield")[1] == KYIV


def test_a_variant_is_a_name_that_everyone_finds_from_then_on(made: Job, engine: Engine) -> None:
    gazetteer = open_gazetteer(made.home)
    assert resolve(gazetteer, Query("Qrzwolkiwka")).outcome is Outcome.NIL
    applied(made, fill(made, {"Qrzvolkivka": f"all variant {ODESA}"}), engine)
    assert resolve(gazetteer, Query("Qrzwolkiwka")).outcome is Outcome.NIL
    assert taught(made, engine).names == 2
    gazetteer.refresh()
    found = resolve(gazetteer, Query("Qrzwolkiwka"))
    assert found.entity is not None
    assert found.entity.id == ODESA
    with engine.connect() as connection:
        assert who_says(connection, "Qrzwolkiwka") == "bulk-review"


def who_says(connection: Connection, text: str) -> str:
    statement = select(sources.c.key).join(names, names.c.source_id == sources.c.id).where(names.c.text == text)
    return str(connection.execute(statement).scalar_one())


def test_the_gazetteer_is_told_what_was_accepted_and_what_was_not_meant(made: Job, engine: Engine) -> None:
    applied(made, fill(made, {"Springfield": "1", "Nice": "nobody", "Xqzzt Wprr": "nobody"}), engine)
    taught(made, engine)
    with engine.connect() as connection:
        said = {(one.judgement.name, one.judgement.action) for one in listed(connection)}
    assert said == {("Springfield", Action.ACCEPT), ("Nice", Action.NOT_THIS)}


def test_nobody_in_a_context_is_nobody_there_alone(job: MakeJob) -> None:
    first = job("name,land\nSpringfield,US\n", Asking("name", {"country": "land"}))
    made = job(first.source, first.asking, review=first.output.with_name("review.csv"))
    do(made, go_on)
    engine = open_engine(database_url(made.home))
    applied(made, fill(made, {"Springfield": "nobody"}), engine)
    assert taught(made, engine) == Taught(kept_back=1)
    assert rows_of(made.output)[0]["name_relation"] == "chosen"


def test_what_was_decided_stands_when_the_run_is_made_anew(made: Job, engine: Engine) -> None:
    review = fill(made, {"Springfield": "2"})
    applied(made, review, engine)
    output = made.output.read_bytes()
    do(made, go_on)
    assert made.output.read_bytes() == output
    assert "Springfield" not in {row["name"] for row in review_of(review)}


def test_a_review_with_decisions_is_set_aside_before_it_is_written_anew(made: Job) -> None:
    filled = fill(made, {"Springfield": "2"}).read_bytes()
    assert made.review is not None
    summary = do(made, go_on)
    assert summary.aside == made.review.with_name("review.decided.csv")
    assert summary.aside.read_bytes() == filled
    assert {row["decision"] for row in review_of(made.review)} == {""}
    assert do(made, go_on).aside is None
    fill(made, {"Springfield": "1"})
    assert do(made, go_on).aside == made.review.with_name("review.decided-2.csv")


def test_an_output_whose_writing_was_stopped_is_written_by_applying_again(made: Job, engine: Engine) -> None:
    review = fill(made, {"Springfield": "2"})
    lines = list(read_review(review))
    kept = reopen(made.home, run_of(lines) or "")
    apply(kept, lines, engine)
    assert kept.job is not None
    before = made.output.read_bytes()
    with pytest.raises(RunStopped):
        do(kept.job, stop, stamp=kept.stamp)
    assert made.output.read_bytes() == before
    assert applied(made, review, engine) == Applied(1, 1, 0)
    assert told(made, "Springfield")[2] == "chosen"


def test_a_review_of_an_earlier_run_is_applied_by_name(made: Job, engine: Engine, job: MakeJob) -> None:
    kept = fill(made, {"Springfield": "2"}).rename(made.output.with_name("filled.csv"))
    do(job("name\nKiev\n" + TEXT.removeprefix("name\n")), go_on)
    assert applied(made, kept, engine).decided == 1
    assert told(made, "Springfield")[0] == "linked"


def test_the_style_of_the_run_spells_what_was_chosen(job: MakeJob) -> None:
    first = job("name\nXqzzt Wprr\n", Asking("name", style="fr-desk"))
    made = job(first.source, first.asking, review=first.output.with_name("review.csv"))
    do(made, go_on)
    applied(made, fill(made, {"Xqzzt Wprr": "geonames-756135"}), open_engine(database_url(made.home)))
    assert rows_of(made.output)[0]["name_canonical"] == "Varsovie"


def test_what_cannot_be_applied_is_said(made: Job, engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(NothingToReview, match="No run that is kept"):
        reopen(made.home, str(tmp_path / "other.csv"))
    with pytest.raises(ColumnMissing, match="This is no review: there is no column 'decision'"):
        list(read_review(made.output))
    state = (made.place.folder / "state.json").read_bytes()
    assert (read_state(made.place.folder) or {})["state"] == "finished"
    with made.source.open("ab") as more:  # type: ignore[union-attr]
        more.write(b"Lviv\n")
    with pytest.raises(NothingToReview, match="is not what it was"):
        reopen(made.home, str(made.output)).check_writable()
    (made.place.folder / "state.json").write_bytes(state.replace(b'"stamp"', b'"other"'))
    with pytest.raises(NothingToReview, match="not finished"):
        reopen(made.home, str(made.output))


def test_answers_that_are_no_longer_kept_are_missed(made: Job, engine: Engine) -> None:
    kept = reopen(made.home, str(made.output))
    for file in kept.place.answers.iterdir():
        file.unlink()
    with pytest.raises(NothingToReview, match="no longer kept; run the same command again"):
        kept.store()
