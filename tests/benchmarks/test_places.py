"""Recorded names of places: which say nothing, what is counted, and why the rest differs; on a few made-up places."""

import gzip
from pathlib import Path

import orjson
import pytest

from benchmarks.languages.causes import cause, nearest
from benchmarks.languages.learnable import learn, learnable, rewritten
from benchmarks.languages.places import PLACES, measure
from benchmarks.languages.recorded import LEFT_OUT, Place, namesakes, read_places, shared, why_left_out
from benchmarks.languages.whose import distinctive

ENGLISH, OFFICIAL, RUSSIAN, UNLIKE = LEFT_OUT


def place(native: str, language: str, *recorded: str, russian: tuple[str, ...] = (), english: str = "") -> Place:
    return Place((native,), russian, (english,) if english else (), {language: recorded})


WHY = [
    ("Tschernihiw", None),
    ("Chernigov", ENGLISH),
    ("CHERNIGOV", ENGLISH),
    ("Chernihiv", OFFICIAL),
    ("Tschernigow", RUSSIAN),
    ("Dobrotwor", UNLIKE),
]


@pytest.mark.parametrize(("recorded", "why"), WHY)
def test_a_recorded_name_that_says_nothing_is_left_out_by_rule(recorded: str, why: str | None) -> None:
    one = place("Чернігів", "de", recorded, russian=("Чернигов",), english="Chernigov")
    assert why_left_out(recorded, one, "de", one.russian) == why


def test_letters_count_as_often_as_they_are_there() -> None:
    assert shared("aab", "ab") == pytest.approx(2 / 3)
    assert shared("abc", "cba") == 1.0
    assert shared("-", "abc") == 0.0


def test_a_place_is_right_if_one_of_its_recorded_names_is_what_the_press_writes() -> None:
    measured = measure(
        [
            place("Чернігів", "de", "Tschernihiw", "Tschernihiv"),
            place("Часів Яр", "de", "Tschassiw Yar"),
            place("Харків", "de", "Kharkiv"),
            place("Суми", "fr", "Soumy"),
            place("Умань", "de", "Uman", "Human"),
        ],
        "de",
    )
    assert (measured.places, measured.right, measured.recorded) == (3, 1, 2)
    assert measured.share == pytest.approx(1 / 3)
    assert measured.left_out == {OFFICIAL: 2}
    assert dict(measured.wrong) == {
        "j, i or y beside a vowel": [("Часів Яр", "tschassiw jar", "tschassiw yar")],
        "a form of its own: other letters": [("Умань", "uman", "human")],
    }
    assert measured.transcribed == 2


def test_russian_names_of_namesakes_are_left_out_when_they_are_given() -> None:
    places = [place("Чернігів", "de", "Tschernigow"), place("Чернігів", "pl", russian=("Чернигов",))]
    assert measure(places, "de").places == 1
    assert measure(places, "de", namesakes(places)).places == 0


CAUSES = [
    ("rohova", "rogova", "h or g"),
    ("chotyn", "chotin", "y or i"),
    ("zorja", "zorya", "j, i or y beside a vowel"),
    ("jelyzavetivka", "ielyzavetivka", "j, i or y beside a vowel"),
    ("lyssa", "lysa", "doubled letters"),
    ("rohovyk", "rogowik", "several letters"),
    ("tschyhyryn", "tschyhyryne", "ending"),
    ("bila cerkwa", "biala cerkiew", "a form of its own: other vowels"),
    ("zdovbuniv", "zdolbunow", "a form of its own: other letters"),
    ("rajon", "rajon kolomyja", "more words or fewer"),
    ("krynyczne", "hrabove", "another name"),
    ("zoria", "zaria", "Russian form"),
    ("loutsk", "luck", "as another language writes it"),
]


@pytest.mark.parametrize(("written", "recorded", "why"), CAUSES)
def test_a_difference_has_a_cause(written: str, recorded: str, why: str) -> None:
    assert cause(written, recorded, {"luck"}, {"zaria"}) == why


def test_the_nearest_of_several_are_compared() -> None:
    assert nearest({"bachmut", "artemiwsk"}, {"artjomowsk", "bakhmut"}) == ("bachmut", "bakhmut")


def test_a_spelling_is_distinctive_if_one_language_alone_makes_it() -> None:
    places = [place("Чернігів", "fr", "Tchernihiv", "Černihiv"), place("Бахмут", "cs", "Bachmut")]
    assert distinctive(places) == [("fr", "Tchernihiv", "Чернігів")]


def test_places_are_read_by_language_and_history_is_left(tmp_path: Path) -> None:
    names = [
        {"text": "Суми", "lang": "uk"},
        {"text": "Сумин", "lang": "uk", "type": "historical"},
        {"text": "Soumy", "lang": "fr"},
        {"text": "Sumy", "lang": "it"},
        {"text": "Сумы", "lang": "ru"},
    ]
    file = tmp_path / "places.jsonl.gz"
    with gzip.open(file, "wb") as out:
        for some in (names, names[2:]):
            out.write(orjson.dumps({"name": "Sumy", "names": some}) + b"\n")
    assert read_places(file, ["fr"]) == [Place(("Суми",), ("Сумы",), ("Sumy",), {"fr": ("Soumy",)})]
    said = read_places(file, ["fr"], main_is_english=False)
    assert said == [Place(("Суми",), ("Сумы",), (), {"fr": ("Soumy",)})]


def test_the_main_name_of_a_row_is_english_wherever_a_name_says_that_it_is() -> None:
    with gzip.open(PLACES) as lines:
        rows = [orjson.loads(line) for line in lines]
    english = [(row["name"], {name["text"] for name in row["names"] if name.get("lang") == "en"}) for row in rows]
    told = [(main, names) for main, names in english if names]
    assert len(told) == 5_962
    assert all(main in names for main, names in told)


def test_names_of_other_things_are_left_out_when_that_is_asked_for(tmp_path: Path) -> None:
    hay = [{"text": text, "lang": language} for language, text in (("de", "Heu"), ("fr", "Foin"), ("fi", "Heinä"))]
    own = [{"text": "Hay"}, {"text": "Гай", "lang": "uk"}]
    row = {"id": "wof:1", "kind": "place", "name": "Hay", "country": "UA"}
    file = tmp_path / "places.jsonl.gz"
    with gzip.open(file, "wb") as out:
        out.write(orjson.dumps({**row, "names": [*own, *hay]}) + b"\n" + orjson.dumps({**row, "names": []}) + b"\n")
    assert read_places(file, ["fr"]) == [Place(("Гай",), (), ("Hay",), {"fr": ("Foin",)})]
    assert read_places(file, ["fr"], of_their_own=True) == [Place(("Гай",), (), ("Hay",), {})]


def test_what_is_recorded_is_learned_with_what_stands_around_it() -> None:
    learned = learn([("mykolajiw", "mykolajow"), ("iwanowe", "iwanowe"), ("kyjiw", "kyjow")])
    assert rewritten("charkiw", learned) == "charkow"
    assert rewritten("iwanowe", learned) == "iwanowe"


def test_letters_that_are_put_in_or_left_out_are_learned_too() -> None:
    assert rewritten("rossia", learn([("rossija", "rosija"), ("ossa", "osa")])) == "rosia"
    assert rewritten("lwiw", learn([("lwiw", "lwoow")])) == "lwoow"


def test_no_place_is_learned_from_itself() -> None:
    heard = [({letter * 3}, {letter * 2 + letter.upper()}) for letter in "abcdefghijklmnopqrst"]
    assert learnable(heard) == 0.0
    assert learnable([*heard, *heard, *heard]) > 0.5
    assert learnable([]) == 0.0
