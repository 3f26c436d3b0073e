"""What may be asked, and what an error says instead."""

import pytest

from gazetteer.errors import BadName, BadParameter, UnknownCountry, UnknownKind, UnknownLanguage, UnknownStyle
from gazetteer.model import Kind, Point
from gazetteer.query import countries, languages, make_query

LANGUAGES = [
    ("fr", "fr"),
    ("FR", "fr"),
    ("uk", "uk"),
    ("sr-latn", "sr-Latn"),
    ("zh-hant-tw", "zh-Hant-TW"),
    ("de-CH-1996", "de-CH-1996"),
    ("deu", "de"),
    ("iw", "he"),
    ("rue", "rue"),
    ("es-419", "es-419"),
]

WRONG = [
    ({"language": "french"}, UnknownLanguage),
    ({"language": "qq"}, UnknownLanguage),
    ({"language": "und"}, UnknownLanguage),
    ({"language": "fr_FR"}, UnknownLanguage),
    ({"language": "fr-"}, UnknownLanguage),
    ({"language": "f" * 1000}, UnknownLanguage),
    ({"language": ""}, UnknownLanguage),
    ({"country": "UKR"}, UnknownCountry),
    ({"country": "ZZ"}, UnknownCountry),
    ({"country": ""}, UnknownCountry),
    ({"kind": "Place"}, UnknownKind),
    ({"style": "the-times"}, UnknownStyle),
    ({"near": (91.0, 0.0)}, BadParameter),
    ({"near": (0.0, -180.5)}, BadParameter),
    ({"near": (float("nan"), 0.0)}, BadParameter),
    ({"near": (1.0,)}, BadParameter),
    ({"limit": 0}, BadParameter),
    ({"limit": 51}, BadParameter),
    ({"threshold": 1.01}, BadParameter),
    ({"margin": float("inf")}, BadParameter),
]


@pytest.mark.parametrize(("asked", "canonical"), LANGUAGES)
def test_a_language_is_known_by_its_shortest_tag(asked: str, canonical: str) -> None:
    assert make_query("Bakhmut", language=asked).language == canonical


@pytest.mark.parametrize(("fields", "error"), WRONG, ids=str)
def test_what_cannot_be_asked_is_refused_in_a_sentence(fields: dict, error: type[BadParameter]) -> None:
    with pytest.raises(error) as refused:
        make_query("Bakhmut", **fields)
    assert type(refused.value) is error
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 300


def test_a_query_holds_what_was_asked() -> None:
    asked = make_query(" Balakliia ", kind="place", country="ua", near=(50.0, 33.5), limit=50, threshold=0.0, margin=1)
    assert (asked.name, asked.kind, asked.country) == (" Balakliia ", Kind.PLACE, "UA")
    assert (asked.near, asked.limit, asked.threshold, asked.margin) == (Point(50.0, 33.5), 50, 0.0, 1)


def test_what_is_not_said_is_not_known() -> None:
    asked = make_query("Bakhmut")
    assert (asked.kind, asked.language, asked.country, asked.near, asked.style) == (None,) * 5
    assert asked.limit == 5


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadName):
        make_query("Bakh\0mut")


def test_kosovo_is_a_country_and_rusyn_a_language() -> None:
    assert countries()["XK"] == "Kosovo"
    assert languages()["rue"] == "Rusyn"
