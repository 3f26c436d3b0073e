"""Hearing: well-known people's full names as other languages spell them, and nobody else's."""

import pytest

from gazetteer.model import Kind, Relation
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.hearing import heard
from gazetteer.tagging.model import Advice

# What comes out where a name went through Cyrillic, Chinese or Hebrew letters.
HEARD = [
    ("Si Tszinpin", "Xi Jinping"),
    ("Dzho Baiden", "Joe Biden"),
    ("Ursula fon der Lyayen", "Ursula von der Leyen"),
    ("Bani Gants", "Benny Gantz"),
    ("Li Zaiming", "Lee Jae Myung"),
    # A surname alone that Chinese spells out in several signs: no more than the surname is said.
    ("Ma Kelong", "Macron"),
    ("Feng Delaien", "von der Leyen"),
]
NOT_HEARD = [
    "Xi Jinping",
    "Joe Biden",
    "Benny Gantz",
    "Gants",  # a lone surname may be anybody's
    "Joe Baldwin",
    "Ursula Andress",
    "Jo Byden Smith",
    "Xqzzt Zorvik",
    "Bání Gants",  # with marks it is spelled as its own language has it
]


@pytest.mark.parametrize(("surface", "ours"), HEARD)
def test_a_full_name_as_another_language_hears_it_is_put_right(desk: Desk, surface: str, ours: str) -> None:
    opinion = heard(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)
    assert (opinion.kind, opinion.relation) == (Kind.PERSON, Relation.ROMANIZATION)
    assert opinion.why is not None
    assert surface in opinion.why
    assert ours in opinion.why


@pytest.mark.parametrize("surface", NOT_HEARD)
def test_another_name_is_not_heard_as_somebodys(desk: Desk, surface: str) -> None:
    assert heard(desk, surface, None) is None


@pytest.mark.parametrize("surface", ["Benny Wgantz", "Bani Wgants"])
def test_a_w_at_the_beginning_is_heard(desk: Desk, surface: str) -> None:
    assert heard(desk, surface, None) is None


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.ORGANIZATION])
def test_what_is_no_person_is_not_heard(desk: Desk, kind: Kind) -> None:
    assert heard(desk, "Si Tszinpin", kind) is None


def test_looking_for_the_same_consonants_is_bounded(desk: Desk) -> None:
    desk.look_ups = 0
    assert heard(desk, "Bani Gants", None) is None
