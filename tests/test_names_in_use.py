"""What a language calls a place, where lists do not say whose language their names are."""

import pytest

from gazetteer.model import Entity, Kind, Name, NameKind
from gazetteer.styles import spelling, style_of
from gazetteer.tagging.accepted import accepted_forms

PLACES = {
    "Munich": ("DE", 1_505_005, "München Munchen Monachium Múnich Mnichov Minga Monaco"),
    "Geneva": ("CH", 201_741, "Genf Genève Geneve Genewa Ginevra"),
    "Nice": ("FR", 342_669, "Nizza Nico Niza Nis"),
    "Gdańsk": ("PL", 487_371, "Danzig Gdansk Dantzig"),
    "Liège": ("BE", 195_278, "Lüttich Luik Leck Lieja"),
    "Antwerp": ("BE", 529_247, "Antwerpen Anvers Anvèrs Amberes"),
    "Kraków": ("PL", 804_237, "Krakau Cracovie Krakov"),
    "Tours": ("FR", 141_621, "Tur Turones"),
    "Kelar": ("IQ", 250_000, "Klar Kalar"),
    "Varna": ("BG", 318_737, "Stalin Odessos"),
    "Armenia": ("CO", 304_764, "Armenien Arménie"),
    "Boston": ("US", 653_833, "Bostonia Bost"),
}
WRITTEN = [
    ("de-desk", "München", "München"),
    ("de-desk", "Munich", "München"),
    ("de-desk", "Monachium", "München"),
    ("de-desk", "Genf", "Genf"),
    ("de-desk", "Nizza", "Nizza"),
    ("de-desk", "Danzig", "Danzig"),
    ("de-desk", "Lüttich", "Lüttich"),
    ("de-desk", "Luik", "Liège"),
    ("de-desk", "Antwerpen", "Antwerpen"),
    ("fr-desk", "Genf", "Genève"),
    ("fr-desk", "Antwerpen", "Anvers"),
    ("fr-desk", "Lüttich", "Liège"),
    ("fr-desk", "München", "Munich"),
    ("pl-desk", "München", "Monachium"),
    ("pl-desk", "Krakau", "Kraków"),
    ("de-desk", "Tours", "Tours"),
    ("de-desk", "Kelar", "Kelar"),
    ("de-desk", "Varna", "Varna"),
    ("de-desk", "Armenia", "Armenia"),
    ("de-desk", "Boston", "Boston"),
    ("default", "München", "Munich"),
]


def named(text: str) -> tuple[Entity, list[Name]]:
    """The place that has a name, and all its names, in no stated language."""
    for canonical, (country, people, others) in PLACES.items():
        if text == canonical or text in others.split():
            names = [Name(other, None, NameKind.VARIANT) for other in others.split()]
            main = Name(canonical, None, NameKind.VARIANT, preferred=True)
            return Entity("x-1", Kind.PLACE, canonical, country, population=people, feature_type="city"), [main, *names]
    raise AssertionError(text)


@pytest.mark.parametrize(("style", "written", "becomes"), WRITTEN)
def test_a_desk_writes_what_its_language_uses(style: str, written: str, becomes: str) -> None:
    entity, names = named(written)
    assert spelling(style_of(style), entity, lambda: names, written) == becomes


@pytest.mark.parametrize(("style", "written", "becomes"), [one for one in WRITTEN if one[1] == one[2]])
def test_in_copy_it_stands_too(style: str, written: str, becomes: str) -> None:
    entity, names = named(written)
    assert accepted_forms(entity, names, style_of(style)).has(becomes)


def test_what_is_recorded_in_the_language_goes_before() -> None:
    entity, names = named("Munich")
    told = [*names, Name("Minga", "de", NameKind.VARIANT)]
    assert spelling(style_of("de-desk"), entity, lambda: told, "München") == "Minga"


def test_english_desks_need_no_names() -> None:
    def none() -> list[Name]:
        raise AssertionError

    entity, _ = named("Munich")
    assert spelling(style_of("ap"), entity, none, "München") == "Munich"
