"""Opinions: what else could stand there, and which language the forms came through."""

import pytest

from gazetteer.tagging.accepted import Accepted
from gazetteer.tagging.opinion import alternatives, languages_through

SYRSKYI = Accepted({}, frozenset(), "Oleksandr Syrskyi", "Syrskyi")
KYIV = Accepted({}, frozenset(), "Kyiv", None)


@pytest.mark.parametrize(
    ("accepted", "replacement", "others"),
    [
        (SYRSKYI, "Syrskyi", ("Oleksandr Syrskyi",)),
        (SYRSKYI, "Oleksandr Syrskyi", ("Syrskyi",)),
        (SYRSKYI, "Oleksandr Syrsky", ("Oleksandr Syrskyi", "Syrskyi")),
        (KYIV, "Kyiv", ()),
    ],
)
def test_the_desks_other_forms_could_stand_there(accepted: Accepted, replacement: str, others: tuple[str, ...]) -> None:
    assert alternatives(accepted, replacement) == others


def test_most_forms_came_through_one_language() -> None:
    assert languages_through({"fr": 3, "de": 1})[0] == "fr"
    assert languages_through({"de": 1, "cs": 1})[0] == "cs"
    assert languages_through({}) == (None, 0.0)


def test_more_forms_of_one_language_make_it_the_surer() -> None:
    shares = [languages_through({"fr": forms})[1] for forms in (1, 2, 5, 50)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1
    assert languages_through({"fr": 5, "de": 4})[1] < shares[2]
