"""Names that a list has for a place from an article of the same title are dropped, and only those."""

from typing import Any

import pytest

from gazetteer.errors import BadRow
from gazetteer.importers.counts import Counts
from gazetteer.importers.other_things import leave_own_names
from gazetteer.importers.places_ua import ukrainian_rows
from gazetteer.importers.seed_rows import seed_row
from gazetteer.store import EntityRow

Told = tuple[str | None, str]


def row_of(main: str, *names: Told, wikidata: str | None = None) -> EntityRow:
    return seed_row(raw_of(main, *names, wikidata=wikidata))


def raw_of(main: str, *names: Told, wikidata: str | None = None) -> dict[str, Any]:
    told = [{"text": text, "lang": language} if language else {"text": text} for language, text in names]
    raw = {"id": "wof:1", "kind": "place", "name": main, "country": "UA", "lat": 49.5, "lon": 36.25, "geonames": 78}
    return {**raw, "names": told, "source": "list", **({"wikidata": wikidata} if wikidata else {})}


def left(row: EntityRow) -> list[str]:
    return [name.text for name in row.names]


HAY: tuple[Told, ...] = (
    ("de", "Heu"),
    ("fr", "Foin"),
    ("it", "Fieno"),
    ("fi", "Heinä"),
    ("be", "Сена"),
    ("ar", "دريس"),
)
PLAYER: tuple[Told, ...] = (
    ("en", "Andriy Shevchenko"),
    ("de", "Andrij Schewtschenko"),
    ("fr", "Andriy Chevtchenko"),
    ("bg", "Андрий Шевченко"),
)


def test_a_village_is_not_called_as_hay_is() -> None:
    row = row_of("Hay", (None, "Hay"), *HAY, ("uk", "Сіно"), ("uk", "Гай"), ("uk-Latn", "Hay"))
    assert leave_own_names(row) == len(HAY) + 1  # Сіно is hay as well
    assert left(row) == ["Hay", "Гай", "Hay"]


def test_a_village_is_not_called_as_a_footballer_and_has_not_his_number() -> None:
    surname_first = ("uk", "Шевченко Андрій Миколайович")
    row = row_of("Shevchenko", ("uk", "Шевченко"), ("en", "Shevchenko"), *PLAYER, surname_first, wikidata="Q41244")
    assert leave_own_names(row) == len(PLAYER) + 1
    assert left(row) == ["Шевченко", "Shevchenko"]
    assert row.identifiers == [("wof", "1"), ("geonames", "78")]


def test_a_name_of_more_words_on_a_map_does_not_hide_the_footballer() -> None:
    row = row_of("Shevchenko", ("uk", "Шевченко"), ("en", "Shevchenko"), (None, "Imeni Shevchenko"), *PLAYER)
    assert leave_own_names(row) == len(PLAYER)
    assert left(row) == ["Шевченко", "Shevchenko", "Imeni Shevchenko"]


def test_words_are_translated_even_if_neighbouring_languages_write_them_alike() -> None:
    flag = [
        ("cs", "Ukrajinská vlajka"),
        ("sk", "Ukrajinská vlajka"),
        ("hr", "Zastava Ukrajine"),
        ("de", "Flagge der Ukraine"),
        ("it", "Bandiera dell'Ucraina"),
    ]
    row = row_of("Chervonyi Prapor", ("uk", "Червоний Прапор"), *flag, ("uk", "Прапор України"))
    assert leave_own_names(row) == len(flag) + 1
    assert left(row) == ["Червоний Прапор"]


def test_what_no_language_transcribes_is_no_name_from_ukraine() -> None:
    english = [("cy", "Kirklinton"), ("nl", "Kirklinton"), ("pl", "Kirklinton")]  # a village in England
    row = row_of("Shkilne", ("uk", "Шкільне"), ("ru", "Школьное"), *english)
    assert leave_own_names(row) == len(english)
    assert left(row) == ["Шкільне", "Школьное"]


def test_a_place_whose_main_name_is_the_other_things_goes_by_its_own() -> None:
    card = (("de", "Wladimir Bugrin"), ("fr", "Vladimir Bougrine"), ("es", "Vladimir Bougrine"))
    row = row_of("Vladimir Bougrine", ("en", "Vladimir Bougrine"), *card, ("uk-Latn", "Buhryn"), ("uk", "Бугрин"))
    assert leave_own_names(row) == len(card) + 1
    assert (row.canonical, left(row)) == ("Buhryn", ["Buhryn", "Бугрин"])


@pytest.mark.parametrize(
    "names",
    [
        # Its own name as other languages write it.
        [("uk", "Гайворон"), ("de", "Hajworon"), ("fr", "Haïvoron"), ("pl", "Hajworon"), ("cs", "Hajvoron")],
        # Words of other languages, but fewer than its own.
        [("uk", "Гайворон"), ("de", "Hajworon"), ("fr", "Haïvoron"), ("pl", "Hajworon"), *HAY[:2]],
        # One name is not enough to say so.
        [("uk", "Гайворон"), ("de", "Heu")],
        # It was given another name, of one word or of more.
        [("uk", "Гайворон"), ("de", "Snowsk"), ("fr", "Snovsk"), ("pl", "Snowsk"), ("cs", "Snovsk")],
        [
            ("uk", "Гайворон"),
            ("uk", "Новоград-Волинський"),
            ("de", "Nowohrad-Wolynskyj"),
            ("cs", "Novohrad-Volynskyj"),
            ("fr", "Novohrad-Volynskyï"),
        ],
        [],
    ],
)
def test_what_a_place_is_called_stays(names: list[Told]) -> None:
    row = row_of("Haivoron", (None, "Haivoron"), *names, wikidata="Q1")
    before = left(row)
    assert (leave_own_names(row), left(row), row.canonical) == (0, before, "Haivoron")
    assert ("wikidata", "Q1") in row.identifiers


def test_a_row_of_another_thing_altogether_is_refused_with_its_reason() -> None:
    culture = [("en", "Trypillia culture"), ("de", "Tripolje-Kultur"), ("fr", "Culture de Trypillia"), ("uk", "Щось")]
    with pytest.raises(BadRow, match="its names are another thing's"):
        leave_own_names(row_of("Trypillia culture", *culture))
    counts = Counts()
    assert list(ukrainian_rows([raw_of("Trypillia culture", *culture)], {}, counts)) == []
    assert counts.refused == {"its names are another thing's": 1}


def test_what_was_dropped_is_counted() -> None:
    counts = Counts()
    [row] = ukrainian_rows([raw_of("Hay", (None, "Hay"), *HAY, ("uk", "Гай"))], {}, counts)
    assert (row.canonical, left(row)) == ("Hai", ["Hay", "Гай"])  # Гай by the system of 2010
    assert counts.notes == {"names of other things dropped": len(HAY)}
