"""What a run keeps on disk, where several runs do so at once."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from gazetteer.bulk.answers import Answer, from_bytes
from gazetteer.bulk.store import WORTH_IT, Chosen, Store, Told
from gazetteer.model import Outcome
from gazetteer.store.wal import use_wal

AT_ONCE = 6
TIMES = 25
KYIV, LVIV, ODESA = ("Kyiv",), ("Львів", "UA"), ('Ode"sa',)


def test_runs_that_begin_at_once_share_their_answers(tmp_path: Path) -> None:
    together = Barrier(AT_ONCE)

    def run(number: int) -> list[dict[tuple[str, ...], Told]]:
        seen = []
        for turn in range(TIMES):
            together.wait(60)
            with Store(tmp_path / f"{number}-{turn}", tmp_path / f"answers-{turn}", "stamp") as store:
                store.add({(f"name {number}",): (0, b"[]")})
                together.wait(60)
                seen.append(store.answers([(f"name {other}",) for other in range(AT_ONCE)]))
        return seen

    with ThreadPoolExecutor(AT_ONCE) as threads:
        for seen in threads.map(run, range(AT_ONCE)):
            assert [len(answers) for answers in seen] == [AT_ONCE] * TIMES


@pytest.mark.parametrize("begun", [False, True])
def test_a_name_has_one_number_whichever_run_answers_it(tmp_path: Path, begun: bool) -> None:
    cache = tmp_path / "answers"
    with Store(tmp_path / "one", cache, "stamp") as one, Store(tmp_path / "other", cache, "stamp") as other:
        if begun:
            one.begin()
            other.begin()
        assert one.answers([KYIV, LVIV]) == {}
        first = one.add({KYIV: (0, b"[1]"), LVIV: (0, b"[2]")})
        second = other.add({LVIV: (0, b"[2]"), ODESA: (0, b"[3]"), KYIV: (0, b"[1]")})
        assert {name: second[name] for name in first} == first
        assert len({told.number for told in second.values()}) == len(second)
        assert one.answers([ODESA, KYIV, LVIV]) == second
        with sqlite3.connect(next(cache.glob("*.sqlite3"))) as kept:
            assert kept.execute("select count(*) from answers").fetchone() == (len(second),)


def test_a_run_finds_what_was_kept_before_it_and_what_is_kept_meanwhile(tmp_path: Path) -> None:
    cache, names = tmp_path / "answers", [(f"name {number}",) for number in range(WORTH_IT + 2_000)]
    with Store(tmp_path / "one", cache, "stamp") as one:
        one.begin()
        kept = one.add(dict.fromkeys(names[:1_000], (0, b"[]")))
        with Store(tmp_path / "other", cache, "stamp") as other:
            other.begin()
            assert other.answers(names) == kept
            fresh = one.add(dict.fromkeys(names[900:], (0, b"[]")))
            assert other.answers(names) == {**kept, **fresh}
            assert other.answers([("no name",)]) == {}


def test_rows_are_counted_whenever_they_come_and_the_first_stands(tmp_path: Path) -> None:
    with Store(tmp_path / "run", tmp_path / "answers", "stamp") as store:
        store.begin()
        answer = Answer(Outcome.NIL, None, None, 0.0, None, "").to_bytes()
        told = store.add({KYIV: (0, answer), LVIV: (1, answer), ODESA: (2, answer)})
        kyiv, lviv, odesa = (told[name].number for name in (KYIV, LVIV, ODESA))
        store.count({odesa: (1, 2), kyiv: (2, 1)})
        store.count({kyiv: (3, 7), lviv: (5, 8)})
        assert [(known.values, known.count, known.first) for known in store.known()] == [
            (KYIV, 5, 1), (LVIV, 5, 8), (ODESA, 1, 2),
        ]  # fmt: skip
        assert [found.values for found in store.found(1)] == [LVIV, ODESA]
        store.choose([Chosen(KYIV, "nobody", from_bytes(answer)), Chosen(LVIV, "nobody", from_bytes(answer))])
        assert [found.values for found in store.found(2)] == [KYIV, LVIV, ODESA]
        assert [found.values for found in store.found(1, decided=False)] == [ODESA]
        assert [(name, chosen is not None) for name, chosen in store.needing(2)] == [
            (KYIV, True), (LVIV, True), (ODESA, False),
        ]  # fmt: skip
        assert [chosen.values for chosen in store.chosen()] == [KYIV, LVIV]
        assert store.distinct() == 3


def test_answers_are_lost_with_their_file_even_where_another_stands_in_its_place(tmp_path: Path) -> None:
    folder, cache = tmp_path / "run", tmp_path / "answers"
    with Store(folder, cache, "stamp") as store:
        store.begin()
        store.count({told.number: (1, 1) for told in store.add({KYIV: (0, b"[1]")}).values()})
        assert not store.lost()
    for file in cache.iterdir():
        file.unlink()
    with Store(tmp_path / "other", cache, "stamp") as other:
        other.add({LVIV: (0, b"[2]")})
    with Store(folder, cache, "stamp", counted=True) as store:
        assert store.lost()


def test_a_file_that_stays_locked_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "one.sqlite3"
    with sqlite3.connect(file, isolation_level=None) as holder, sqlite3.connect(file, timeout=0) as other:
        holder.execute("begin exclusive")
        since = time.monotonic()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            use_wal(other.execute, patience=0.1)
        assert time.monotonic() - since >= 0.1
        holder.execute("commit")
        use_wal(other.execute, patience=0.1)
        assert other.execute("pragma journal_mode").fetchone() == ("wal",)
