"""The company of names: which are places because they stand among places, and what language a copy came through."""

import pytest

from gazetteer.model import Entity, Kind, Outcome
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.company import sources_of
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import Opinion
from tests.tagging.conftest import advised, read

# Beside these words a form that a club or a ship may have as well is a place's.
TOLD = [
    ("a prize of Stoccarda, in Germany", "Stoccarda"),
    ("the road between Prague and Varsovie", "Varsovie"),
    ("the highway between Stoccarda and Munich", "Stoccarda"),
    ("a train through Leipzig, Stoccarda and Munich", "Stoccarda"),
    ("a train through Leipzig, Munich and Stoccarda", "Stoccarda"),
    ("nights in Leipzig and Stoccarda", "Stoccarda"),
]
# Here nothing says so: no place beside it, another country, a clause that goes on, or an introduction.
NOT_TOLD = [
    ("They spoke of a prize of Stoccarda.", "Stoccarda"),
    ("They spoke of a prize of Stoccarda, in France.", "Stoccarda"),
    ("A draw between Leipzig and Stoccarda.", "Stoccarda"),
    ("A road between Selenskyj and Stoccarda.", "Stoccarda"),
    ("They met Putin and Stoccarda.", "Stoccarda"),
    ("They sat in Berlin while Stoccarda spoke.", "Stoccarda"),
    ("Sources in Berlin and Stoccarda said so.", "Stoccarda"),
    ("In Berlin, Stoccarda and Munich drew.", "Stoccarda"),
    ("He flew from London, STOCCARDA and Berlin.", "STOCCARDA"),
]


@pytest.mark.parametrize(("text", "surface"), TOLD)
def test_a_form_among_places_is_a_place(gazetteer: Gazetteer, text: str, surface: str) -> None:
    [mention] = [one for one in read(gazetteer, f"They spoke of {text}.").mentions if one.surface == surface]
    assert mention.advice is not None


@pytest.mark.parametrize(("text", "surface"), NOT_TOLD)
def test_elsewhere_nothing_is_said_of_it(gazetteer: Gazetteer, text: str, surface: str) -> None:
    assert surface not in dict(advised(read(gazetteer, text)))


def through(*languages: str, kind: Kind = Kind.PLACE) -> Opinion:
    """What is thought of a wrong name of Berlin that these languages have."""
    berlin = Entity("geonames-2950159", kind, "Berlin")
    return Opinion(berlin, kind, Outcome.LINKED, Advice.HOUSE_STYLE, "Berlin", through=languages)


def test_several_wrong_names_of_places_tell_the_language_of_the_source() -> None:
    opinions = {
        ("Varsovie", Kind.PLACE): through("fr"),
        ("Moscou", Kind.PLACE): through("fr", "nl", "pt"),
        ("Kairo", Kind.PLACE): through("de"),
        ("OTAN", None): through("pt", kind=Kind.ORGANIZATION),  # initials tell nothing
        ("Warszawa", Kind.PLACE): Opinion(through=("pt",)),  # nothing is advised on it
    }
    assert sources_of(opinions) == {"fr"}


def test_one_wrong_name_tells_nothing_of_the_source() -> None:
    assert sources_of({("Varsovie", Kind.PLACE): through("fr")}) == frozenset()
    assert sources_of({}) == frozenset()
