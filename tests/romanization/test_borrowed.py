"""Borrowed names: foreign names in syllables that cannot but add vowels meet the names they spell."""

import pytest

from gazetteer.keys import form
from gazetteer.matching.similarity import ratio
from gazetteer.romanization.readings import name_texts, readings

# The name as a Japanese or Korean text writes it, and the name it spells.
SPELLED = [
    ("クリフテル", "Kriftel", "DE"),
    ("ディミトロフグラード", "Dimitrovgrad", "RU"),
    ("アルカニス", "Alcañiz", "ES"),
    ("크라스노다르", "Krasnodar", "RU"),
    ("프랑크푸르트", "Frankfurt", "DE"),
]


def likeness(written: str, name: str, *, first_alone: bool) -> float:
    said = readings(written)[:1] if first_alone else readings(written)
    return max(ratio(form(one.text), form(name_texts(name, None, None)[0])) for one in said)


@pytest.mark.parametrize(("written", "name", "country"), SPELLED)
def test_the_borrowed_reading_is_nearer_to_the_name_than_the_native_one(written: str, name: str, country: str) -> None:
    assert likeness(written, name, first_alone=False) > likeness(written, name, first_alone=True)
    assert len(name_texts(written, None, country)) == 2


@pytest.mark.parametrize(("written", "country"), [("北京", "CN"), ("札幌", "JP"), ("さっぽろ", "JP"), ("부산", "KR")])
def test_a_country_does_not_borrow_its_own_names(written: str, country: str) -> None:
    assert len(name_texts(written, None, country)) == 1


def test_the_native_reading_comes_first() -> None:
    assert readings("クリフテル")[0].text == "kurifuteru"
