"""Garbled places: what is like a place near those that the text names is told, and nobody is taken for one."""

from pathlib import Path

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import open_gazetteer
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.garbled import nearby
from gazetteer.tagging.model import Advice
from tests.index.conftest import put
from tests.tagging.conftest import desk_of, support


@pytest.mark.parametrize(("surface", "ours"), [("Kupians", "Kupiansk"), ("Balakli", "Balakliia")])
def test_a_cut_form_is_of_a_place_near_one_that_the_document_names(desk: Desk, surface: str, ours: str) -> None:
    assert nearby(desk, surface, None) is None
    support(desk, "Stuttgart")
    assert nearby(desk, surface, None) is None
    support(desk, "Kharkiv")
    opinion = nearby(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)
    assert opinion.why is not None
    assert ours in opinion.why


@pytest.mark.parametrize(("surface", "ours"), [("Luhnsk", "Luhansk"), ("Lughanivsk", None)])
def test_a_name_in_sk_is_no_adjective_where_it_is_a_letter_off(desk: Desk, surface: str, ours: str | None) -> None:
    support(desk, "Bakhmut")
    opinion = nearby(desk, surface, None)
    assert (opinion and opinion.replacement) == ours


@pytest.mark.parametrize("surface", ["Kupianskois", "Kupianskers", "Balakliais", "Luhanskaya", "Bakhmutskaya"])
def test_what_is_made_of_a_place_nearby_is_no_form_of_it(desk: Desk, surface: str) -> None:
    support(desk, "Kharkiv")
    support(desk, "Bakhmut")
    assert nearby(desk, surface, None) is None


@pytest.mark.parametrize(("surface", "found"), [("Reykjanes", False), ("Reykvanes", True)])
def test_what_english_has_is_no_place_s_name_cut_short(world_of_its_own: Path, surface: str, found: bool) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    name = f"{surface}berk"
    place = EntityRow(
        Kind.PLACE, name, [("geonames", "1")], [NameRow(name)], "town", "IS", lat=49.9, lon=36.3, population=5_000
    )
    put(gazetteer.engine, place)
    gazetteer.refresh()
    desk = desk_of(gazetteer)
    support(desk, "Kharkiv")
    opinion = nearby(desk, surface, None)
    gazetteer.close()
    assert (opinion is not None) == found


@pytest.mark.parametrize(
    ("surface", "country", "found"),
    [("Velmarrtoon", "SK", True), ("Velmarrtoon", "IE", False), ("Velmartoon", "IE", True)],
)
def test_a_name_is_not_misheard_where_english_is_spoken(
    world_of_its_own: Path, surface: str, country: str, found: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    place = EntityRow(
        Kind.PLACE, "Velmarton", [("geonames", "1")], [NameRow("Velmarton")], "town", country, lat=49.9, lon=36.3,
        population=5_000,
    )  # fmt: skip
    put(gazetteer.engine, place)
    gazetteer.refresh()
    desk = desk_of(gazetteer)
    support(desk, "Kharkiv")
    opinion = nearby(desk, surface, None)
    gazetteer.close()
    assert (opinion is not None) == found


@pytest.mark.parametrize("surface", ["Melnyk", "Maria", "Kup", "Kupiansk", "Xqzzt", "Balaklias", "Kpnsk"])
def test_nobody_is_taken_for_a_place_nearby(desk: Desk, surface: str) -> None:
    support(desk, "Kharkiv")
    assert nearby(desk, surface, None) is None
    assert nearby(desk, "Kupians", Kind.PERSON) is None


@pytest.mark.parametrize(("name", "found"), [("Jihlava", True), ("伊拉瓦", False)])
def test_a_place_nearby_is_not_meant_by_a_name_in_a_writing_of_others(
    world_of_its_own: Path, name: str, found: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    place = EntityRow(
        Kind.PLACE, "Xqzzt", [("geonames", "1")], [NameRow(name)], "town", "SK", lat=49.9, lon=36.3, population=5_000
    )
    put(gazetteer.engine, place)
    gazetteer.refresh()
    desk = desk_of(gazetteer)
    support(desk, "Kharkiv")
    opinion = nearby(desk, "Jihlav", None)
    gazetteer.close()
    assert (opinion is not None and opinion.replacement) == ("Xqzzt" if found else False)


@pytest.mark.parametrize(
    ("surface", "own", "found"),
    [("Velyakovica", "Velyakovë", False), ("Velyakova", "Velyakovë (Oder)", True)],
)
def test_another_name_of_a_place_nearby_is_no_slip_of_its_own(
    world_of_its_own: Path, surface: str, own: str, found: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow(own, preferred=True), NameRow(surface.replace("k", "kk"))]
    place = EntityRow(Kind.PLACE, own, [("geonames", "1")], names, "town", "XK", lat=49.9, lon=36.3, population=50_000)
    put(gazetteer.engine, place)
    gazetteer.refresh()
    desk = desk_of(gazetteer)
    support(desk, "Kharkiv")
    opinion = nearby(desk, surface, None)
    gazetteer.close()
    assert (opinion is not None) == found
