"""The files of a run: which names are refused before anything is read, whatever way they name one file."""

import io
import os
from pathlib import Path

import pytest

from gazetteer.bulk.files import check_apart, check_files, check_writable
from gazetteer.errors import BadParameter


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "cities.csv"
    path.write_text("city\nKyiv\n", encoding="utf-8")
    return path


def _same(path: Path) -> Path:
    return path.parent / "." / path.name


def _symbolic(path: Path) -> Path:
    link = path.with_name("link.csv")
    link.symlink_to(path)
    return link


def _hard(path: Path) -> Path:
    link = path.with_name("hard.csv")
    os.link(path, link)
    return link


@pytest.mark.parametrize("other", [_same, _symbolic, _hard])
@pytest.mark.parametrize("called", ["output", "rejects", "review"])
def test_no_output_is_the_input(source: Path, called: str, other: object) -> None:
    named = other(source)  # type: ignore[operator]
    with pytest.raises(BadParameter, match=f"named twice, as the input and as the {called}"):
        check_files(source, {called: named})


def test_two_outputs_are_not_one(source: Path) -> None:
    with pytest.raises(BadParameter, match="as the rejects and as the review"):
        check_files(source, {"rejects": source.with_name("b.csv"), "review": source.with_name("b.csv")})


def test_the_file_in_which_an_output_grows_is_not_the_input(source: Path) -> None:
    grown = source.rename(source.with_name(".out.csv.part"))
    with pytest.raises(BadParameter, match="as the input and as the output"):
        check_files(grown, {"output": grown.with_name("out.csv")})


def test_a_stream_from_the_file_is_the_file(source: Path) -> None:
    with source.open("rb") as stream, pytest.raises(BadParameter, match="as the input and as the output"):
        check_files(stream, {"output": source})
    check_files(io.BytesIO(b"city\n"), {"output": source})


WRONG = [("", "is a folder; name a file in it for the review"), ("none/out.csv", "There is no folder")]


@pytest.mark.parametrize(("name", "said"), WRONG)
def test_what_cannot_be_written_is_told_at_the_start(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(BadParameter, match=said):
        check_writable("review", tmp_path / name)


def test_a_device_is_not_replaced_by_a_file() -> None:
    with pytest.raises(BadParameter, match="no file that can be written anew"):
        check_writable("output", Path(os.devnull))


def test_a_folder_that_the_input_is_in_is_not_written_anew(source: Path) -> None:
    with pytest.raises(BadParameter, match="the input, is in"):
        check_apart({"input": source, "output": source.parent})
    check_apart({"input": source, "output": source.with_name("clean"), "rejects": source.with_name("clean.rejects")})
