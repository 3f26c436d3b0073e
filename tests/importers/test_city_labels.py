"""What the labels of a region say of the city that it is, or is named after."""

from gazetteer.importers.city_labels import named_after, settled
from gazetteer.model import NameKind
from gazetteer.store import NameRow

MILAN = {"name": "Milan", "alternatenames": ["Mailand", "Mediolan", "Milano", "米蘭", "ميلانو"]}


def label(text: str, language: str | None, *, preferred: bool = True) -> NameRow:
    return NameRow(text, language, NameKind.EXONYM, preferred=preferred)


def test_a_label_that_says_more_than_the_citys_name_is_for_finding_and_tells_the_name() -> None:
    found = settled([label("Provinz Mailand", "de"), label("Milano", "it")], MILAN)
    assert {(name.text, name.language, name.preferred, name.shown) for name in found} == {
        ("Mailand", "de", True, True),
        ("Milano", "it", True, True),
        ("Provinz Mailand", "de", False, False),
    }


def test_a_label_that_nobody_knows_is_the_citys_unless_it_has_more_words() -> None:
    found = settled([label("Milaan", "nl"), label("Milanon maakunta", "fi")], MILAN)
    assert [(name.text, name.shown) for name in found] == [("Milaan", True), ("Milanon maakunta", False)]


def test_what_a_region_is_named_after_tells_of_names_that_the_city_has_alone() -> None:
    labels = [
        label("Prowincja Mediolan", "pl"),
        label("米蘭省", "zh"),
        label("مقاطعة ميلانو", "ar"),
        label("Milanon maakunta", "fi"),
        label("Milano", "it"),
        label("Milano", None),
        label("Provincia de Milano", "es", preferred=False),
    ]
    told = [(name.text, name.language) for name in named_after(labels, MILAN)]
    assert told == [("Mediolan", "pl"), ("米蘭", "zh"), ("ميلانو", "ar"), ("Milano", "it")]


def test_english_calls_the_city_by_its_main_name() -> None:
    found = settled([label("Milano", "en"), label("Milan City", "en")], MILAN)
    assert {(name.text, name.preferred) for name in found} == {
        ("Milan", True),
        ("Milano", False),
        ("Milan City", False),
    }
