"""What cannot be is refused in a sentence that says what would be right, and leaves nothing behind."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service import create_app
from service.config import settings
from tests.service.bulk.asking import Jobs, left_of

CITIES = b"city,cc\nBakhmout,UA\n"

WRONG_FIELDS = [
    ({"column": "town"}, "no-such-column", "the file has: city, cc"),
    ({"column": "city", "kind": "river"}, "unknown-kind", "place"),
    ({"column": "city", "country": "Narnia"}, "unknown-country", "ISO 3166"),
    ({"column": "city", "style": "daily-planet"}, "unknown-style", "known: afp"),
    ({"column": "city", "context_columns": "region=cc,colour=cc"}, "bad-parameter", "colour"),
    ({"column": "city", "context_columns": "lat=cc"}, "bad-parameter", "lat and lon"),
    ({"column": "city", "country_column": "land"}, "no-such-column", "land"),
    ({"encoding": "klingon"}, "bad-parameter", "klingon"),
    ({"encoding": "utf-16"}, "bad-parameter", "looks like"),
    ({"delimiter": "::"}, "bad-parameter", "one character"),
    ({"quote": "quote"}, "bad-parameter", "one character"),
    ({"header": "perhaps"}, "bad-parameter", "true or false"),
    ({"format": "parquet"}, "bad-parameter", "delimited text"),
    ({"format": "docx"}, "bad-parameter", "csv"),
    ({"sheet": "1"}, "bad-parameter", "no sheets"),
    ({"context_columns": "region=Oblast"}, "no-such-column", "no column 'Oblast' for region"),
    ({"country_column": "land"}, "no-such-column", "no column 'land' for country"),
    ({"colour": "red"}, "bad-parameter", "Unknown field colour"),
    ({"column": "ci\0ty"}, "bad-parameter", "NUL"),
]


@pytest.mark.parametrize(("fields", "sort", "why"), WRONG_FIELDS)
def test_a_wrong_field_is_refused_and_no_job_is_left(
    jobs: Jobs, bulk_home: Path, fields: dict[str, str], sort: str, why: str
) -> None:
    before = left_of(bulk_home)
    said = jobs.hand_in(CITIES, status=400, **fields)
    assert said["type"] == f"/docs#{sort}"
    assert why in said["detail"]
    assert left_of(bulk_home) == before


WRONG_FILES = [
    (b"%PDF-1.7\n", "names.pdf", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old.xls", ".xls"),
    (b"PK\x03\x04 and no more", "names.xlsx", "workbook"),
    (b"<html><table>", "names.xlsx", "web page"),
    (b"\xff\xfe\x00\x00c\x00\x00\x00", "names.csv", "UTF-32"),
]


@pytest.mark.parametrize(("file", "name", "why"), WRONG_FILES)
def test_a_file_that_is_no_table_is_refused_and_no_job_is_left(
    jobs: Jobs, bulk_home: Path, file: bytes, name: str, why: str
) -> None:
    before = left_of(bulk_home)
    said = jobs.hand_in(file, name, status=400)
    assert why in said["detail"]
    assert left_of(bulk_home) == before


def test_a_column_can_be_said_by_an_empty_file_only_if_it_is_there(jobs: Jobs) -> None:
    assert jobs.hand_in(b"")["guess"]["columns"] == []
    assert "none" in jobs.hand_in(b"", status=400, column="city")["detail"]


@pytest.mark.parametrize("job", ["0" * 32, "1", "..%2f..", "0" * 31 + "G", "queue.sqlite3"])
def test_an_unknown_job_is_not_found_in_a_sentence(jobs: Jobs, job: str) -> None:
    for method, path in (("GET", ""), ("DELETE", ""), ("GET", "/events"), ("GET", "/result"), ("GET", "/names")):
        answer, data = jobs.ask(method, f"/bulk/{job}{path}")
        assert answer.status == 404, data
        assert b"problem" in answer.headers["Content-Type"].encode()


def test_corrections_that_cannot_be_leave_the_job_as_it_was(jobs: Jobs) -> None:
    job = jobs.hand_in(CITIES)
    path = f"/bulk/{job['id']}/settings"
    assert "looks like" in jobs.said("PATCH", path, {"encoding": "utf-16"}, status=400)["detail"]
    assert "column" in jobs.said("POST", path, {}, status=400)["detail"]
    assert "has: city" in jobs.said("POST", path, {"column": "town"}, status=400)["detail"]
    assert "true or false" in jobs.said("PATCH", path, {"header": "yes"}, status=400)["detail"]
    assert "Unknown field" in jobs.said("PATCH", path, {"colour": "red"}, status=400)["detail"]
    assert jobs.job(job["id"]) == job


def test_what_is_under_way_is_not_begun_twice(jobs: Jobs) -> None:
    job = jobs.hand_in(CITIES, column="city")["id"]
    said = jobs.said("POST", f"/bulk/{job}/settings", {"column": "cc"}, status=409)
    assert said["detail"].startswith("The job is ")
    assert jobs.ended(job)["settings"] == {"column": "city"}


def test_a_form_is_needed(jobs: Jobs) -> None:
    answer, data = jobs.ask("POST", "/bulk", {"column": "city"})
    assert answer.status == 415
    assert b"multipart/form-data" in data


def test_a_job_is_taken_without_a_gazetteer_and_fails_in_a_sentence(tmp_path: Path) -> None:
    from service.bulk.work import work
    from tests.service.bulk.asking import form

    said = {"GAZETTEER_HOME": str(tmp_path), "DATABASE_URL": ""}
    client: FlaskClient = create_app(said).test_client()
    kind = "multipart/form-data; boundary=----a-boundary-that-no-file-has"
    job = client.post("/bulk", data=form(CITIES, "cities.csv", column="city"), content_type=kind).json["id"]
    assert client.get(f"/bulk/{job}").json["state"] == "queued"
    work(settings(said), job)
    failed = client.get(f"/bulk/{job}").json
    assert failed["state"] == "failed"
    assert "init" in failed["error"]


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("BULK_UPLOAD_MOST", "2 GB", "a whole number"),
        ("BULK_KEPT_DAYS", "a week", "a number such as 7"),
        ("BULK_JOBS", "-1", "a whole number"),
        ("BULK_REDIS_URL", "localhost:6379", "redis://127.0.0.1:6379/0"),
    ],
)
def test_a_setting_that_cannot_be_is_said_at_the_start(key: str, text: str, why: str) -> None:
    with pytest.raises(SystemExit, match=why):
        settings({key: text})
