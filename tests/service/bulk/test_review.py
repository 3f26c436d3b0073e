"""What people decide of a job's names: one by one, as a file, taken back, and written into the result."""

import csv
import io
from typing import Any

import pytest

from tests.service.bulk.asking import Jobs, form

NAMES = b"city,n\nXyzzyqq,1\nBakhmout,2\nXyzzyqq,3\nFrobnitzer,4\n"
HEADERS = {"Content-Type": "multipart/form-data; boundary=----a-boundary-that-no-file-has"}


@pytest.fixture
def job(jobs: Jobs) -> str:
    """A finished job with two names that nobody is known by."""
    done = jobs.ended(jobs.hand_in(NAMES, column="city")["id"])
    assert done["state"] == "finished"
    assert done["to_review"] == 2
    return str(done["id"])


def names(jobs: Jobs, job: str) -> list[dict[str, Any]]:
    return list(jobs.said("GET", f"/bulk/{job}/names")["names"])


def written(jobs: Jobs, job: str) -> list[dict[str, str]]:
    """The rows of the result, written anew."""
    jobs.said("POST", f"/bulk/{job}/again")
    assert jobs.ended(job)["state"] == "finished"
    return list(csv.DictReader(io.StringIO(jobs.fetch(job).decode())))


def test_the_names_to_look_at_come_with_count_sample_and_candidates(jobs: Jobs, job: str) -> None:
    said = jobs.said("GET", f"/bulk/{job}/names")
    assert (said["roles"], said["columns"], said["anew"]) == (["name"], ["city", "n"], False)
    first, second = said["names"]
    assert (first["values"], first["rows"], first["first"], first["sample"]) == (["Xyzzyqq"], 2, 1, ["Xyzzyqq", "1"])
    assert (second["values"], second["rows"], second["sample"]) == (["Frobnitzer"], 1, ["Frobnitzer", "4"])
    assert first["decision"] == "nil"
    assert first["why"]
    assert len(first["candidates"]) <= 3
    assert [one["values"] for one in jobs.said("GET", f"/bulk/{job}/names?skip=1&limit=1")["names"]] == [["Frobnitzer"]]


def test_a_candidate_is_chosen_and_stands_in_the_result_written_anew(jobs: Jobs, job: str) -> None:
    candidate = names(jobs, job)[0]["candidates"][0]
    jobs.said("POST", f"/bulk/{job}/names", {"values": ["Xyzzyqq"], "decision": candidate["id"]})
    said = jobs.said("GET", f"/bulk/{job}/names")
    assert said["anew"]
    assert said["names"][0]["chosen"]
    rows = written(jobs, job)
    assert [row["city_id"] for row in rows if row["city"] == "Xyzzyqq"] == [candidate["id"]] * 2
    assert {row["city_decision"] for row in rows if row["city"] == "Xyzzyqq"} == {"linked"}
    assert not jobs.said("GET", f"/bulk/{job}/names")["anew"]
    assert jobs.job(job)["to_review"] == 1


def test_a_choice_that_is_taken_back_leaves_the_result_as_it_was(jobs: Jobs, job: str) -> None:
    before = jobs.fetch(job)
    jobs.said("POST", f"/bulk/{job}/names", {"values": ["Xyzzyqq"], "decision": "nobody"})
    jobs.said("POST", f"/bulk/{job}/names", {"values": ["Xyzzyqq"], "decision": None})
    assert not jobs.said("GET", f"/bulk/{job}/names")["anew"]
    written(jobs, job)
    assert jobs.fetch(job) == before


def test_a_filled_in_file_is_taken_as_a_whole(jobs: Jobs, job: str) -> None:
    review = jobs.fetch(job, "review").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(review)))
    assert [row["name"] for row in rows] == ["Xyzzyqq", "Frobnitzer"]
    assert {row["decision"] for row in rows} == {""}
    candidate = names(jobs, job)[0]["candidates"][0]["id"]
    filled = "\ufeffname,decision,note\r\nXyzzyqq,1,ours\r\nFrobnitzer,nobody,\r\n".encode()
    answer, data = jobs.ask("POST", f"/bulk/{job}/review", form(filled, "review.csv"), HEADERS)
    assert (answer.status, data) == (200, b'{"decided":2}')
    found = {row["city"]: row for row in written(jobs, job)}
    assert found["Xyzzyqq"]["city_id"] == candidate
    assert found["Frobnitzer"]["city_why"] == "A person decided that ‘Frobnitzer’ is nobody in the gazetteer."
    assert jobs.job(job)["to_review"] == 0


WRONG_FILES = [
    (b"name,decision\nXyzzyqq,nobody\nFrobnitzer,geonames-1\n", "Line 3: No entity has the id"),
    (b"name,decision\nXyzzyqq,nobody\nBakhmuttt,nobody\n", "Line 3: The run has no name"),
    (b"name,decision\nXyzzyqq,somebody\n", "Line 2"),
    (b"name\nXyzzyqq\n", "no column 'decision'"),
    (b"", "no column 'name'"),
]


@pytest.mark.parametrize(("file", "why"), WRONG_FILES)
def test_a_review_file_with_something_wrong_is_refused_and_nothing_of_it_is_kept(
    jobs: Jobs, job: str, file: bytes, why: str
) -> None:
    answer, data = jobs.ask("POST", f"/bulk/{job}/review", form(file, "review.csv"), HEADERS)
    assert answer.status == 400
    assert why in data.decode()
    assert not jobs.said("GET", f"/bulk/{job}/names")["anew"]


WRONG_CHOICES = [
    ({"values": ["Xyzzyqq"], "decision": "geonames-1"}, "No entity has the id"),
    ({"values": ["Somebody else"], "decision": "nobody"}, "has no name"),
    ({"values": [], "decision": "nobody"}, "values"),
    ({"values": "Xyzzyqq", "decision": "nobody"}, "values must be a list"),
    ({"decision": "nobody"}, "values is missing"),
    ({"values": ["Xyzzyqq"], "decision": 1}, "decision must be a string"),
    ({"values": ["Xyzzyqq"], "choice": "nobody"}, "Unknown field choice"),
]


@pytest.mark.parametrize(("choice", "why"), WRONG_CHOICES)
def test_a_wrong_choice_is_refused_in_a_sentence(jobs: Jobs, job: str, choice: dict[str, Any], why: str) -> None:
    assert why in jobs.said("POST", f"/bulk/{job}/names", choice, status=400)["detail"]


def test_a_job_that_was_not_begun_has_nothing_to_review(jobs: Jobs) -> None:
    job = jobs.hand_in(NAMES)["id"]
    for method, path in (("GET", "names"), ("GET", "review"), ("POST", "again"), ("GET", "result")):
        assert "column" in jobs.said(method, f"/bulk/{job}/{path}", status=409)["detail"]
