"""``index build`` and ``index status``: whether names can be answered, and how they can again."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, Run, refusal

RUN = "run `python -m gazetteer index build`."


def snapshot(home: Path) -> Path:
    """The folder of the index in use."""
    return home / "index" / (home / "index" / "CURRENT").read_text(encoding="utf-8")


def test_a_current_index_says_what_it_holds(run: Run) -> None:
    said = run("index", "status")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("The index is current: version ")
    for what in ("names", "places", "persons", "organizations"):
        assert f" {what}" in said.stdout


def test_a_damaged_file_is_named_and_a_build_mends_it(run: Run, ask: Ask, other: Path) -> None:
    path = snapshot(other) / "name_text.bin"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert refusal(run("index", "status", home=other)) == f"The index file name_text.bin is damaged; {RUN}"
    assert "name_text.bin is damaged" in refusal(ask("normalize", "Bakhmut", home=other))
    built = run("index", "build", home=other)
    assert built.returncode == 0
    assert built.stdout == f"{snapshot(other)}\n"
    assert ask("index", "status", home=other).exit_code == 0
    assert "\tlinked\tBakhmut\t" in ask("normalize", "Bakhmut", home=other).stdout


def lose_a_file(home: Path) -> None:
    (snapshot(home) / "record.bin").unlink()


def lose_the_manifest(home: Path) -> None:
    (snapshot(home) / "manifest.json").unlink()


def lose_the_mark(home: Path) -> None:
    (home / "index" / "CURRENT").unlink()


def change(home: Path, key: str, value: object) -> None:
    """Let the index say something else of itself."""
    folder = snapshot(home)
    text = json.dumps({**json.loads((folder / "manifest.json").read_text(encoding="utf-8")), key: value})
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    name = "snapshot-" + hashlib.sha256(text.encode()).hexdigest()[:12]  # a manifest vouches for itself by this name
    folder.rename(folder.with_name(name))
    (folder.parent / "CURRENT").write_text(name, encoding="utf-8")


PROBLEMS = [
    (lose_a_file, "The index lacks its file record.bin"),
    (lose_the_manifest, "The index has no readable manifest"),
    (lose_the_mark, "There is no index yet"),
    (lambda home: change(home, "rules", "0"), "The index was built with other rules"),
    (lambda home: change(home, "gazetteer_id", "0"), "The index belongs to another database"),
    (lambda home: change(home, "version", 1_000), "The index is newer than the database"),
]


@pytest.mark.parametrize(("spoil", "text"), PROBLEMS, ids=[text for _, text in PROBLEMS])
def test_an_index_that_may_not_be_answered_from_says_why_and_what_to_run(
    ask: Ask, other: Path, spoil: object, text: str
) -> None:
    assert callable(spoil)
    spoil(other)
    for words in (["index", "status"], ["normalize", "Bakhmut"]):
        said = refusal(ask(*words, home=other))
        assert said.startswith(text)
        assert said.endswith(RUN)


def test_entities_changed_since_are_counted_though_they_are_found(ask: Ask, rows: Path, other: Path) -> None:
    assert ask("import", "jsonl", rows, "--no-index", home=other).exit_code == 0
    assert refusal(ask("index", "status", home=other)) == f"Changed since the index was built: 1 entities; {RUN}"
    assert "\tlinked\tZorvik\t" in ask("normalize", "Zorvik", home=other).stdout
    assert ask("index", "build", home=other).exit_code == 0
    assert ask("index", "status", home=other).exit_code == 0


@pytest.mark.parametrize("word", ["build", "status"])
def test_without_a_database_there_is_nothing_to_build(ask: Ask, tmp_path: Path, word: str) -> None:
    assert "python -m gazetteer init" in refusal(ask("index", word, home=tmp_path))
