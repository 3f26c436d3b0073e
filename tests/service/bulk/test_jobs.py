"""Jobs from handing in to fetching, as a program has them."""

import csv
import gzip
import io
import json
from typing import Any

import pytest

from tests.service.bulk.asking import Jobs, eventually

CITIES = b"city,cc,n\nBakhmout,UA,1\nTchernihiv,UA,2\nXyzzyqq,UA,3\nBakhmout,UA,4\n"
COLUMNS = [f"city_{one}" for one in ("canonical", "id", "confidence", "decision", "relation", "why")]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def done(jobs: Jobs, file: bytes = CITIES, name: str = "cities.csv", **fields: str) -> dict[str, Any]:
    """A job that went through."""
    job = jobs.ended(jobs.hand_in(file, name, **{"column": "city", **fields})["id"])
    assert job["state"] == "finished", job
    return job


def test_a_file_with_a_column_comes_back_with_who_is_meant_beside_each_name(jobs: Jobs) -> None:
    job = done(jobs)
    written = rows(jobs.fetch(job["id"]))
    assert list(written[0]) == ["city", "cc", "n", *COLUMNS]
    assert [row["city_canonical"] for row in written] == ["Bakhmut", "Chernihiv", "", "Bakhmut"]
    assert [row["city_decision"] for row in written] == ["linked", "linked", "nil", "linked"]
    assert job["progress"]["rows"] == 4
    assert job["progress"]["decisions"] == {"linked": 3, "nil": 1}
    assert job["distinct"] == 3


def test_every_byte_beside_our_columns_stays(jobs: Jobs) -> None:
    odd = b'city;n\r\n"Bakhmout";"a ""b"""\nTchernihiv; x \r\n'
    job = done(jobs, odd)
    lines = jobs.fetch(job["id"]).splitlines(keepends=True)
    for line, before in zip(lines, odd.splitlines(keepends=True), strict=True):
        kept = before.rstrip(b"\r\n")
        assert line.startswith(kept + b";")
        assert line.endswith(before[len(kept) :])


def test_the_picture_says_where_the_places_are_and_who_is_unknown(jobs: Jobs) -> None:
    picture = done(jobs)["picture"]
    assert [(one["canonical"], one["rows"]) for one in picture["places"]] == [("Bakhmut", 2), ("Chernihiv", 1)]
    assert 48 < picture["places"][0]["lat"] < 49
    assert picture["unknown"] == [{"name": "Xyzzyqq", "rows": 1}]


def test_without_a_column_it_waits_with_a_guess(jobs: Jobs) -> None:
    job = jobs.hand_in("Місто;Країна\r\nБахмут;UA\r\n".encode("cp1251"))
    assert job["state"] == "waiting"
    guess = job["guess"]
    assert guess["dialect"] == {"encoding": "cp1251", "delimiter": ";", "quote": '"', "header": True}
    assert guess["columns"] == ["Місто", "Країна"]
    assert guess["rows"] == [["Бахмут", "UA"]]
    assert [one["what"] for one in guess["findings"]] == ["encoding", "delimiter", "quote", "line end", "header"]
    assert all(one["why"] for one in guess["findings"])


def test_the_guess_is_corrected_and_shown_anew_and_then_it_begins(jobs: Jobs) -> None:
    job = jobs.hand_in(b"Bakhmout|x\nTchernihiv|y\n")["id"]
    wrong = jobs.said("PATCH", f"/bulk/{job}/settings", {"delimiter": ",", "header": True})
    assert wrong["state"] == "waiting"
    assert wrong["guess"]["columns"] == ["Bakhmout|x"]
    right = jobs.said("PATCH", f"/bulk/{job}/settings", {"delimiter": None, "header": False})
    assert right["guess"]["columns"] == ["1", "2"]
    begun = jobs.said("POST", f"/bulk/{job}/settings", {"column": "1"})
    assert begun["state"] in ("queued", "running")
    assert jobs.ended(job)["settings"] == {"column": "1", "header": False}
    assert jobs.fetch(job).startswith(b"Bakhmout|x|Bakhmut|")


def test_what_is_known_of_the_names_is_heeded(jobs: Jobs) -> None:
    file = b"city,cc\nNikolaev,UA\n"
    job = done(jobs, file, country_column="cc", prefix="our ", in_place="true")
    (row,) = rows(jobs.fetch(job["id"]))
    assert list(row)[:3] == ["city", "cc", "our original"]
    assert row["our original"] == "Nikolaev"


@pytest.mark.parametrize(
    ("name", "packed", "named", "kind"),
    [
        ("cities.csv", False, "cities-clean.csv", "text/csv; charset=utf-8"),
        ("Städte & co.tsv", False, "Städte & co-clean.csv", "text/csv; charset=utf-8"),
        ("cities.csv.gz", True, "cities-clean.csv.gz", "application/gzip"),
        ("../../etc/passwd", False, "passwd-clean.csv", "text/csv; charset=utf-8"),
        ("", False, "names-clean.csv", "text/csv; charset=utf-8"),
    ],
)
def test_the_result_has_a_name_and_a_type_that_fit(jobs: Jobs, name: str, packed: bool, named: str, kind: str) -> None:
    if name.endswith(".tsv"):
        named, kind = named.replace(".csv", ".tsv"), kind.replace("csv", "tab-separated-values")
    job = done(jobs, gzip.compress(CITIES) if packed else CITIES, name)
    assert job["result"] == named
    answer, data = jobs.ask("GET", f"/bulk/{job['id']}/result")
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"Bakhmut" in (gzip.decompress(data) if packed else data)


def test_json_lines_come_back_as_json_lines(jobs: Jobs) -> None:
    job = done(jobs, b'{"city": "Bakhmout", "n": 1}\n', "cities.jsonl")
    (line,) = jobs.fetch(job["id"]).splitlines()
    assert json.loads(line)["city_canonical"] == "Bakhmut"


def test_rows_that_cannot_be_read_are_a_file_of_their_own(jobs: Jobs) -> None:
    job = done(jobs, CITIES + b"too,many,cells,here\n")
    assert job["progress"]["rejected"] == 1
    assert "rejects" in job["files"]
    (rejected,) = rows(jobs.fetch(job["id"], "rejects"))
    assert rejected["line"] == "6"
    assert rejected["text"] == "too,many,cells,here"
    whole = done(jobs)
    assert "rejects" not in whole["files"]
    assert "no" in jobs.said("GET", f"/bulk/{whole['id']}/rejects", status=404)["detail"].lower()


def events(data: bytes) -> list[tuple[str, str, dict[str, Any]]]:
    """The events of a stream: id, name, and what each tells."""
    found = []
    for block in data.decode().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if "event" in fields:
            found.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return found


def test_its_events_tell_how_it_goes_and_end_with_it(jobs: Jobs) -> None:
    job = jobs.hand_in(CITIES, column="city")["id"]
    answer, data = jobs.ask("GET", f"/bulk/{job}/events")
    assert answer.headers["Content-Type"] == "text/event-stream"
    told = events(data)
    assert [name for _, name, _ in told][-2:] == ["job", "end"]
    assert told[-1][2]["state"] == "finished"
    states = [job["state"] for _, _, job in told]
    assert states == sorted(states, key=["queued", "running", "finished"].index)


def test_who_comes_back_is_told_only_what_is_new(jobs: Jobs) -> None:
    job = done(jobs)["id"]
    _, data = jobs.ask("GET", f"/bulk/{job}/events")
    last = events(data)[-1][0]
    again, nothing = jobs.ask("GET", f"/bulk/{job}/events", headers={"Last-Event-ID": last})
    assert (again.status, nothing) == (204, b"")
    _, anew = jobs.ask("GET", f"/bulk/{job}/events", headers={"Last-Event-ID": "of another time"})
    assert [name for _, name, _ in events(anew)] == ["job", "end"]


def test_a_cancelled_job_is_said_to_be_so_and_nothing_is_left(jobs: Jobs, bulk_home: Any) -> None:
    job = done(jobs)["id"]
    assert jobs.said("DELETE", f"/bulk/{job}")["state"] == "cancelled"
    assert jobs.job(job)["error"].startswith("The job was cancelled")
    left = [path.name for path in (bulk_home / "bulk" / "jobs" / job).iterdir()]
    assert set(left) <= {"job.json", "changing", "working"}
    for file in ("result", "review", "rejects", "names"):
        assert jobs.said("GET", f"/bulk/{job}/{file}", status=410)["detail"]
    assert jobs.said("DELETE", f"/bulk/{job}")["state"] == "cancelled"


def test_a_finished_job_may_be_begun_again_otherwise(jobs: Jobs) -> None:
    job = done(jobs)["id"]
    jobs.said("POST", f"/bulk/{job}/settings", {"column": "n"})
    assert jobs.ended(job)["state"] == "finished"
    assert "n_canonical" in rows(jobs.fetch(job))[0]


def test_many_who_follow_jobs_leave_room_for_others(jobs: Jobs) -> None:
    """Streams hold threads of the web server; however many there are, the next request is answered."""
    job = jobs.hand_in(CITIES)["id"]
    from http.client import HTTPConnection

    lines = [HTTPConnection(jobs.host, jobs.port or 80, timeout=60) for _ in range(20)]
    for line in lines:
        line.request("GET", f"/bulk/{job}/events")
    assert jobs.said("GET", "/healthz") == {"status": "alive"}
    assert jobs.job(job)["state"] == "waiting"
    for line in lines:
        line.close()
    eventually(lambda: jobs.said("DELETE", f"/bulk/{job}"), lambda one: one["state"] == "cancelled")
