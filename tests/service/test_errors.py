"""A bug is a 500 that keeps its cause, and the names asked, to itself."""

import logging

import pytest

from gazetteer import errors
from service import create_app
from service.errors import DOMAIN, SORTS

SECRET = "Бахмут-у-таємниці"
NOT_BY_HTTP = {
    errors.GazetteerError,
    errors.UnknownSystem,
    errors.UnknownCyrillization,
    errors.BadOrthography,
    errors.BadStyle,
    errors.BadRow,
    errors.BadFile,
    errors.IndexMissing,
    errors.NothingToResume,
    errors.GazetteerChanged,
    errors.AnotherRun,
    errors.RunStopped,
    errors.RowsLost,
    errors.MissingJava,
    errors.OutputExists,
    errors.SparkFailed,
}


def test_a_bug_is_a_problem_without_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    app = create_app()

    def broken() -> str:
        raise KeyError(SECRET)

    app.add_url_rule("/broken", view_func=broken)
    with caplog.at_level(logging.ERROR):
        answer = app.test_client().get("/broken", query_string={"name": SECRET})
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert "Traceback" not in answer.text
    assert SECRET not in answer.text
    assert "KeyError" in caplog.text
    assert "in broken" in caplog.text
    assert SECRET not in caplog.text


def test_every_error_of_the_domain_has_a_status_or_never_comes_by_http() -> None:
    domain = {value for value in vars(errors).values() if isinstance(value, type)}
    assert domain == set(DOMAIN) | NOT_BY_HTTP


def test_every_sort_of_problem_says_what_would_be_right() -> None:
    assert all(sort.detail.endswith(".") and 400 <= sort.status < 600 for sort in SORTS.values())
