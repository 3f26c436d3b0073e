"""Historic people: rows as the seeds have people's, each name in the writing of its language."""

from gazetteer.importers.historic_people import historic_people
from gazetteer.text.scripts import script_of

WRITINGS = {
    **{key: {"Cyrl"} for key in ("be", "bg", "kk", "mk", "ru", "uk")},
    **{key: {"Arab"} for key in ("ar", "fa", "ur")},
    **{key: {"Latn"} for key in ("en", "fr", "de", "es", "it", "pt", "pl", "cs", "hu", "ro", "tr", "nl", "sv")},
    "el": {"Grek"}, "he": {"Hebr"}, "hi": {"Deva"}, "hy": {"Armn"}, "ka": {"Geor"}, "ko": {"Hang"},
    "zh": {"Hani"}, "ja": {"Hani", "Kana", "Hira"},
}  # fmt: skip


def test_the_first_name_is_the_canonical_one_and_a_bare_form_is_a_surname() -> None:
    row = next(one for one in historic_people() if one["id"] == "curated:william-shakespeare")
    assert (row["name"], row["country"], row["also"]) == ("William Shakespeare", "GB", ["wikidata:Q692"])
    assert {"text": "William Shakespeare", "lang": "en", "type": "preferred"} in row["names"]
    assert {"text": "Шекспир", "lang": "ru", "type": "alias", "part": "surname"} in row["names"]


def test_everybody_is_there_once_and_is_told() -> None:
    rows = list(historic_people())
    ids = [row["id"] for row in rows] + [one for row in rows for one in row["also"]]
    assert len(rows) > 390
    assert len(set(ids)) == len(ids)
    assert all(row["note"] and row["names"][0]["lang"] == "en" for row in rows)


def test_each_name_is_in_the_writing_of_its_language() -> None:
    wrong = [
        name
        for row in historic_people()
        for name in row["names"]
        if script_of(name["text"]) not in WRITINGS.get(name["lang"], {script_of(name["text"])})
    ]
    assert wrong == []


def test_each_language_has_one_main_name_of_everybody() -> None:
    for row in historic_people():
        main = [name["lang"] for name in row["names"] if name["type"] == "preferred"]
        assert len(set(main)) == len(main), row["id"]
