"""``bulk review`` and ``bulk apply``: a person decides, by keys or lines or in a file, and nothing said is lost."""

import csv
import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from gazetteer.bulk.reopening import reopen
from tests.cli.conftest import ROOT, Ask, command, refusal, surroundings

TEXT = "city\nSpringfield\nQrzvolkivka\nQrzvolkivka\nQrzwolkiwka\nSpringfield\nSpringfield\nKiev\nXqzzt Wprr\n"
KYIV = "geonames-703448"


@pytest.fixture
def home(world_of_its_own: Path, tmp_path: Path, ask: Ask) -> Path:
    """A home in which a table was cleaned, with a review beside it."""
    (tmp_path / "cities.csv").write_text(TEXT, encoding="utf-8")
    said = ask(
        "bulk", tmp_path / "cities.csv", "--column", "city", "--workers", "1", "-o", tmp_path / "out.csv",
        "--review", tmp_path / "review.csv", home=world_of_its_own,
    )  # fmt: skip
    assert said.exit_code == 0, said
    return world_of_its_own


def told(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """Of each name what its rows are told: the id, or the decision where there is none, and the relation."""
    rows = csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())
    return {row["city"]: (row["city_id"] or row["city_decision"], row["city_relation"]) for row in rows}


def kept(home: Path, tmp_path: Path) -> dict[str, str]:
    """What is kept of decisions."""
    with reopen(home, str(tmp_path / "out.csv")).store() as store:
        return {one.values[0]: one.said for one in store.chosen()}


def test_each_name_is_shown_with_all_that_helps_to_decide(home: Path, tmp_path: Path, ask: Ask) -> None:
    said = ask("bulk", "review", tmp_path / "out.csv", home=home, written=b"s\ns\nq\n")
    assert said.exit_code == 0
    assert "Springfield\n  3 rows, the first is row 1. ambiguous: ‘Springfield’ could mean Springfield (" in said.stdout
    assert "  1  Springfield, city, " in said.stdout
    assert "Qrzvolkivka\n  2 rows, the first is row 2. nil: " in said.stdout
    assert "  with it: Qrzwolkiwka\n" in said.stdout
    assert "\x1b" not in said.stdout
    assert "Nothing was decided." in said.stderr


def test_names_are_decided_by_lines_and_the_output_is_written_anew(home: Path, tmp_path: Path, ask: Ask) -> None:
    said = ask("bulk", "review", tmp_path / "out.csv", home=home, written=f"1\na {KYIV}\nn\n".encode())
    assert said.exit_code == 0
    assert "No more names to decide; u takes the last answer back" in said.stdout
    assert "4 names decided." in said.stderr
    found = told(tmp_path)
    assert found["Springfield"][0].startswith("geonames-")
    assert found["Qrzvolkivka"] == found["Qrzwolkiwka"] == (KYIV, "chosen")
    assert found["Xqzzt Wprr"] == ("nil", "chosen")


# What is typed, and what is kept of it in the end.
TYPED = [
    ("n\nq\n", {"Springfield": "nobody"}),
    ("s\nq\n", {}),
    ("n\nu\nq\n", {}),
    ("n\nu\ns\nn\nq\n", {"Qrzvolkivka": "nobody"}),
    ("s\na n\nu\nn\nn\nq\n", {"Qrzvolkivka": "nobody", "Qrzwolkiwka": "nobody"}),
    ("s\na n\nn\nu\nu\ns\nn\nq\n", {"Qrzwolkiwka": "nobody"}),
    (f"s\ns\n{KYIV}\nu\nu\na v {KYIV}\nq\n", {"Qrzvolkivka": f"variant {KYIV}", "Qrzwolkiwka": f"variant {KYIV}"}),
    ("u\n?\n9\ngeonames-0\n\nN\nQ\n", {"Springfield": "nobody"}),
    ("n\n", {"Springfield": "nobody"}),  # the end of the input ends the session
    ("", {}),
]


@pytest.mark.parametrize(("typed", "decided"), TYPED)
def test_what_is_typed_is_kept(home: Path, tmp_path: Path, ask: Ask, typed: str, decided: dict[str, str]) -> None:
    said = ask("bulk", "review", tmp_path / "out.csv", home=home, written=typed.encode())
    assert said.exit_code == 0, said
    assert kept(home, tmp_path) == decided


def test_a_session_goes_on_where_the_last_ended(home: Path, tmp_path: Path, ask: Ask) -> None:
    ask("bulk", "review", tmp_path / "out.csv", home=home, written=b"n\n1\nq\n")
    said = ask("bulk", "review", tmp_path / "out.csv", home=home, written=b"q\n")
    assert "Qrzwolkiwka" in said.stdout
    assert "Springfield\n" not in said.stdout


def test_what_was_answered_is_kept_when_the_process_is_killed(home: Path, tmp_path: Path) -> None:
    words = command("bulk", "review", tmp_path / "out.csv")
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=surroundings(home), bufsize=1
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"n\na {KYIV}\n")
    assert any(line.startswith("Xqzzt Wprr") for line in process.stdout)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert kept(home, tmp_path) == {"Springfield": "nobody", "Qrzvolkivka": KYIV, "Qrzwolkiwka": KYIV}


def test_after_a_killed_session_the_output_alone_is_written_anew(home: Path, tmp_path: Path, ask: Ask) -> None:
    before = (tmp_path / "out.csv").read_bytes()
    ask("bulk", "review", tmp_path / "out.csv", home=home, written=b"n\nq\n")
    (tmp_path / "out.csv").write_bytes(before)
    assert ask("bulk", "apply", "--output", tmp_path / "out.csv", home=home).exit_code == 0
    assert told(tmp_path)["Springfield"] == ("nil", "chosen")


def test_in_a_terminal_a_key_is_an_answer(home: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = command("bulk", "review", tmp_path / "out.csv")
    process = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=surroundings(home))
    os.close(theirs)
    shown = _until(ours, b"Springfield")
    for keys, name in ((b"n", b"Qrzvolkivka"), (b"av1", b"Xqzzt Wprr"), (b"\x1b[A", b""), (b"u", b"Qrzvolkivka")):
        os.write(ours, keys)
        shown += _until(ours, name)
    os.write(ours, b"sq")
    while _more(ours):
        pass
    os.close(ours)
    assert process.wait() == 0
    assert b"1-3 candidate, n nobody" in shown
    assert b"Kept: all variant 1, 2 names." in shown
    assert kept(home, tmp_path) == {"Springfield": "nobody"}


def _until(terminal: int, name: bytes) -> bytes:
    """What is shown up to the question that follows a name."""
    shown = b""
    while name not in shown or not shown.endswith(b"> "):
        piece = _more(terminal)
        assert piece, shown
        shown += piece
    return shown


def _more(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def test_a_review_is_applied_to_output_and_gazetteer(home: Path, tmp_path: Path, ask: Ask) -> None:
    review = tmp_path / "review.csv"
    text = review.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    changed = [
        line.replace(",,nil,", f",all variant {KYIV},nil,") if line.startswith("Qrzv") else line for line in text
    ]
    review.write_text("".join(changed), encoding="utf-8", newline="")
    said = ask("bulk", "apply", review, "--gazetteer", home=home)
    assert (said.exit_code, said.stdout) == (0, "")
    assert "2 names decided: 2 linked, 0 nobody; 2 of them new or decided anew." in said.stderr
    assert "2 new judgements, 2 new names" in said.stderr
    assert told(tmp_path)["Qrzwolkiwka"] == (KYIV, "chosen")
    assert "Kyiv" in ask("normalize", "Qrzwolkiwka", home=home).stdout


def test_a_review_in_which_nothing_is_decided_is_told_so(home: Path, tmp_path: Path, ask: Ask) -> None:
    said = refusal(ask("bulk", "apply", tmp_path / "review.csv", home=home))
    assert said.startswith("Nothing is decided in")
    assert "its column decision is empty" in said


def test_a_wrong_line_is_refused_with_its_number(home: Path, tmp_path: Path, ask: Ask) -> None:
    review = tmp_path / "review.csv"
    text = review.read_text(encoding="utf-8-sig").replace(",,ambiguous,", ",perhaps,ambiguous,")
    review.write_text(text, encoding="utf-8", newline="")
    assert (
        refusal(ask("bulk", "apply", review, home=home)).splitlines()[1].startswith("Line 2: ‘perhaps’ is no decision")
    )


def test_a_review_that_does_not_say_its_run_needs_the_output(home: Path, tmp_path: Path, ask: Ask) -> None:
    bare = tmp_path / "bare.csv"
    bare.write_text("name,decision\nSpringfield,1\nXqzzt Wprr,nobody\n", encoding="utf-8")
    assert "--output out.csv" in refusal(ask("bulk", "apply", bare, home=home))
    assert ask("bulk", "apply", bare, "--output", tmp_path / "out.csv", home=home).exit_code == 0
    assert kept(home, tmp_path)["Xqzzt Wprr"] == "nobody"


def test_what_is_no_run_is_refused(home: Path, tmp_path: Path, ask: Ask) -> None:
    assert "No run that is kept" in refusal(ask("bulk", "review", tmp_path / "else.csv", home=home))
    assert "This is no review" in refusal(ask("bulk", "apply", tmp_path / "cities.csv", home=home))


def test_what_came_from_standard_input_is_decided_and_written_by_the_next_run(
    world_of_its_own: Path, tmp_path: Path, ask: Ask
) -> None:
    words = ("bulk", "-", "--column", "city", "--workers", "1", "-o", tmp_path / "out.csv")
    ask(*words, home=world_of_its_own, written=TEXT.encode())
    said = ask("bulk", "review", tmp_path / "out.csv", home=world_of_its_own, written=b"n\nq\n")
    assert "run the same command again" in said.stderr
    assert told(tmp_path)["Springfield"] == ("ambiguous", "")
    ask(*words, home=world_of_its_own, written=TEXT.encode())
    assert told(tmp_path)["Springfield"] == ("nil", "chosen")
