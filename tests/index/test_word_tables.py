"""Word tables on disk: counted once, the same as counted anew, and never answered from when they were changed."""

from pathlib import Path

import numpy as np
import pytest
from wordfreq import get_frequency_list

from gazetteer.index import word_tables
from gazetteer.index.word_tables import keep_word_tables, word_table
from gazetteer.text.clean import fold
from gazetteer.text.words import READY, count_words, usage

SMALL = "tr"


@pytest.fixture
def only_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no more than one short list be made ready."""
    monkeypatch.setattr(word_tables, "READY", (SMALL,))


def files(home: Path) -> list[Path]:
    return sorted(path for path in (home / "words").rglob("*") if path.is_file())


def test_every_word_of_a_list_is_as_much_used_as_the_list_says() -> None:
    levels = get_frequency_list(SMALL, "best")
    said: dict[str, float] = {}
    for level, words in enumerate(levels):
        for word in words:
            said.setdefault(fold(word), (900 - level) / 100)
    whole = {word: used for word, used in said.items() if " " not in word and word}
    assert len(whole) > 50_000
    assert {word: usage(word, SMALL) for word in whole} == whole


def test_it_is_counted_once_and_then_mapped(tmp_path: Path) -> None:
    counted = word_table(tmp_path, SMALL)
    (kept,) = files(tmp_path)
    written = kept.stat().st_mtime_ns
    mapped = word_table(tmp_path, SMALL)
    assert np.array_equal(mapped, counted)
    assert isinstance(mapped.base, np.memmap)
    assert not isinstance(counted.base, np.memmap)
    assert files(tmp_path) == [kept]
    assert kept.stat().st_mtime_ns == written


@pytest.mark.parametrize("place", [40, -1])
def test_a_table_that_was_changed_is_counted_anew(tmp_path: Path, place: int) -> None:
    counted = word_table(tmp_path, SMALL)
    (kept,) = files(tmp_path)
    wrong = bytearray(kept.read_bytes())
    wrong[place] ^= 1
    kept.write_bytes(wrong)
    assert np.array_equal(word_table(tmp_path, SMALL), counted)
    assert np.array_equal(word_table(tmp_path, SMALL), counted)
    kept.write_bytes(b"")
    assert np.array_equal(word_table(tmp_path, SMALL), counted)


def test_a_home_that_cannot_be_written_gets_the_same_table(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("no folder", encoding="utf-8")
    assert np.array_equal(word_table(tmp_path, SMALL), count_words(SMALL))
    assert (tmp_path / "words").read_text(encoding="utf-8") == "no folder"


@pytest.mark.usefixtures("only_small")
def test_what_is_made_ready_says_how_far_it_is_and_is_not_made_again(tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    old = tmp_path / "words" / "0123456789ab"
    old.mkdir(parents=True)
    (old / "tr.00000000.npy").write_bytes(b"of other rules")
    keep_word_tables(tmp_path, lambda *step: said.append(step))
    assert said == [("words", 1, 1)]
    assert not old.exists()
    assert len(files(tmp_path)) == 1
    keep_word_tables(tmp_path, lambda *step: said.append(step))
    assert said == [("words", 1, 1)]


def test_another_list_or_another_fold_gives_another_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word_table(tmp_path, SMALL)
    monkeypatch.setattr(word_tables, "version", lambda _: "99")
    word_table(tmp_path, SMALL)
    assert len({path.parent for path in files(tmp_path)}) == 2


def test_documents_ask_for_english_and_languages_with_names_of_their_own() -> None:
    assert {"en", "de", "fr", "pl"} <= set(READY)
