"""The desk of one document: which forms may stand, how long a replacement is, and what lies near."""

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.desk import Desk
from tests.tagging.conftest import desk_of, support

# A form, and what stands in its place: as many words as were written, of the desk's own.
REPLACED = [
    ("Selenskyj", None, "Zelenskyy"),
    ("Wolodymyr Selenskyj", None, "Volodymyr Zelenskyy"),
    ("Oleksandre Syrsky", None, "Oleksandr Syrsky"),
    ("Olexander Syrskyj", None, "Oleksandr Syrskyi"),
    ("Kiev", None, "Kyiv"),
    ("Mer Noire", None, "Black Sea"),
    ("Groupe Wagner", None, "Wagner Group"),
    ("ONU", None, "United Nations"),
]


@pytest.mark.parametrize(("surface", "kind", "ours"), REPLACED)
def test_a_replacement_is_as_long_as_what_it_replaces(desk: Desk, surface: str, kind: Kind | None, ours: str) -> None:
    match = desk.decide(surface, kind).matches[0]
    assert desk.replacement(surface, match.entity, desk.accepted(match)[0]) == ours


STANDS = [
    (None, "Syrsky", True),
    (None, "Syrskyj", False),
    (None, "Bakhmout", False),
    (None, "Bákhmut", True),
    ("ap", "Syrsky", False),
    ("ap", "Syrskyi", True),
    ("nyt", "Syrskyi", False),
    ("fr-desk", "Bakhmout", True),
    ("fr-desk", "Bachmut", False),
    ("de-desk", "Bachmut", True),
    ("de-desk", "Bakhmout", False),
]


@pytest.mark.parametrize(("style", "surface", "stands"), STANDS)
def test_a_form_may_stand(gazetteer: Gazetteer, style: str | None, surface: str, stands: bool) -> None:
    desk = desk_of(gazetteer, style)
    assert desk.stands(surface, desk.decide(surface, None).matches[0]) is stands


def test_a_form_is_known_as_it_is_written_somewhere(desk: Desk) -> None:
    assert all(desk.knows(form) for form in ("Bakhmout", "BAKHMOUT", "Бахмут", "Chasiv Yar", "Zelenska"))
    assert not any(desk.knows(form) for form in ("Xqzzt", "Bakhmuta", "K", ""))


def test_a_place_is_near_one_that_the_document_names(desk: Desk) -> None:
    kupiansk = desk.decide("Kupiansk", None).matches[0].entity
    assert not desk.is_near(kupiansk)
    for far in ("Stuttgart", "Ukraine", "Zelenskyy"):
        support(desk, far)
    assert not desk.is_near(kupiansk)
    support(desk, "Kharkiv")
    assert desk.is_near(kupiansk)


def test_a_form_is_told_by_the_languages_that_write_it_so(desk: Desk) -> None:
    def users(surface: str) -> tuple[str, ...]:
        return desk.users(surface, desk.decide(surface, None).matches[0])

    assert users("Bakhmout") == ("fr",)
    assert users("Tschernihiw") == ("de",)
    assert set(users("Charkiw")) == {"de", "pl"}


def test_a_form_is_liker_to_the_name_it_is_a_slip_of(desk: Desk) -> None:
    assert desk.alikeness("Bakhmut", "Bakhmut") == 1.0
    assert (
        desk.alikeness("Bakhmout", "Bakhmut") > desk.alikeness("Bahmt", "Bakhmut") > desk.alikeness("Berlin", "Bakhmut")
    )
