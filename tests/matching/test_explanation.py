"""Why: the relation of a form to its entity, and a sentence that claims nothing that cannot be shown."""

from typing import Any

import pytest

from gazetteer.matching.explanation import because, relation_of
from gazetteer.matching.score import Scored
from gazetteer.model import Entity, Kind, Name, NameKind, Relation, Stage
from gazetteer.text.clean import fold
from tests.matching.conftest import candidate

BAKHMUT = Entity("geonames-713174", Kind.PLACE, "Bakhmut", country="UA")
NAMES = [
    Name("Бахмут", "uk", NameKind.ENDONYM, preferred=True),
    Name("Бахмут", "ru", NameKind.VARIANT),
    Name("Bakhmut", "en", NameKind.VARIANT, preferred=True),
    Name("Bachmut", "de", NameKind.EXONYM),
    Name("Bachmut", "cs", NameKind.EXONYM),
    Name("Bachmut", "nl", NameKind.EXONYM),
    Name("Bachmut", "sk", NameKind.EXONYM),
    Name("Артемівськ", "uk", NameKind.HISTORICAL),
    Name("Artemivsk", "en", NameKind.HISTORICAL),
    Name("Bahmout la Vieille", None, NameKind.VARIANT),
    Name("BKM", None, NameKind.ABBREVIATION),
]
ZELENSKYY = Entity("wikidata-Q3874799", Kind.PERSON, "Volodymyr Zelenskyy", country="UA")
HIS_NAMES = [
    Name("Володимир Зеленський", "uk", NameKind.ENDONYM, preferred=True),
    Name("Volodymyr Zelenskyy", "en", NameKind.VARIANT, preferred=True),
    Name("Зеленський", "uk", NameKind.SHORT),
    Name("Selenskyj", "de", NameKind.SHORT),
]


def told(
    asked: str, entity: Entity = BAKHMUT, names: list[Name] = NAMES, language: str | None = None, **fields: Any
) -> tuple[Relation, str]:
    """Relation and sentence for a form that the gazetteer lists, or that was found in the way that is said."""
    listed = next((name for name in names if fold(name.text) == fold(asked)), None)
    name = fields.pop("matched", listed)
    stage = fields.pop("stage", Stage.EXACT)
    one = candidate(
        name.text, asked, language=name.language, name_kind=name.kind, shown=name.shown, preferred=name.preferred,
        stage=stage, **{"form_alike": 1.0 if stage is not Stage.LIKENESS else 0.9} | fields,
    )  # fmt: skip
    said = because(asked, language, Scored(one, 1.0, ()), entity, names)
    return said.relation, said.why


# A form that is listed, the language of the copy, the relation, and what the sentence must say.
LISTED = [
    ("Bakhmut", None, Relation.EXACT, ["gazetteer’s own form", "Ukrainian", "Бахмут"]),
    ("Бахмут", None, Relation.VARIANT, ["native name", "in Ukrainian", "Bakhmut"]),
    ("бахмут", None, Relation.VARIANT, ["native name", "in Ukrainian", "Bakhmut"]),
    ("Artemivsk", None, Relation.HISTORICAL, ["old name", "English", "Bakhmut", "Бахмут"]),
    ("Артемівськ", None, Relation.HISTORICAL, ["old name", "Ukrainian", "Bakhmut", "Бахмут"]),
    ("BKM", None, Relation.ABBREVIATION, ["abbreviation", "Bakhmut", "Бахмут"]),
    ("Bahmout la Vieille", None, Relation.VARIANT, ["Latin letters", "no stated language", "Bakhmut"]),
]


@pytest.mark.parametrize(("asked", "language", "relation", "parts"), LISTED)
def test_a_form_that_is_listed_is_told_as_what_it_is_listed(
    asked: str, language: str | None, relation: Relation, parts: list[str]
) -> None:
    found, why = told(asked, language=language)
    assert found is relation
    assert why.startswith(f"‘{asked}’ is ")
    assert all(part in why for part in parts), why


def test_a_surname_alone_is_a_part_of_the_name() -> None:
    relation, why = told("Selenskyj", ZELENSKYY, HIS_NAMES)
    assert relation is Relation.PARTIAL
    assert "short form" in why
    assert "German" in why
    assert "Volodymyr Zelenskyy" in why
    assert "Володимир Зеленський" in why


# Forms that the press of a language makes of Бахмут, by that language's own usage.
USAGES = [("Bakhmout", "fr", "French"), ("Bachmut", "de", "German"), ("Bachmut", "pl", "Polish")]


@pytest.mark.parametrize(("asked", "language", "tongue"), USAGES)
def test_a_romanization_is_told_by_who_writes_so_and_what(asked: str, language: str, tongue: str) -> None:
    relation, why = told(
        asked, language=language, names=NAMES[:3], matched=NAMES[0], stage=Stage.READING, reading=("bakhmut", "fr-Latn")
    )
    assert relation is Relation.ROMANIZATION
    assert f"how {tongue} writes Ukrainian Бахмут" in why
    assert "the gazetteer’s form is Bakhmut" in why


LVIV = Entity("geonames-702550", Kind.PLACE, "Lviv", country="UA")
ITS_NAMES = [
    Name("Львів", "uk", NameKind.ENDONYM, preferred=True),
    Name("Львов", "ru", NameKind.EXONYM),
    Name("Lviv", "en", NameKind.VARIANT, preferred=True),
    Name("Lwów", "pl", NameKind.EXONYM, preferred=True),
    Name("Lwow", "hsb", NameKind.EXONYM),
]


def test_a_name_of_its_own_is_no_transcription_that_lacks_its_marks() -> None:
    relation, why = told("Lwów", LVIV, ITS_NAMES)
    assert relation is Relation.EXONYM
    assert "in Polish of Lviv" in why
    assert not any(word in why for word in ("Russian", "Sorbian"))


def test_what_stands_without_marks_is_told_as_who_writes_so() -> None:
    relation, why = told("Lwow", LVIV, ITS_NAMES[:4])
    assert relation is Relation.ROMANIZATION
    assert "Russian Львов" in why


def test_a_standard_is_named_where_no_press_writes_so() -> None:
    # BGN/PCGN 1965 writes и as y and ї as yi; the national system of 2010 drops one of two.
    kyiv = Entity("geonames-703448", Kind.PLACE, "Kyiv", country="UA")
    names = [Name("Київ", "uk", NameKind.ENDONYM, preferred=True)]
    relation, why = told("Kyyiv", kyiv, names, matched=names[0], stage=Stage.READING)
    assert relation is Relation.ROMANIZATION
    assert "Ukrainian Київ romanized by BGN/PCGN 1965" in why


def test_a_usage_that_no_name_bears_out_is_not_claimed() -> None:
    # French writes Бахмут as Bakhmout; with another native name it is nothing that French would write.
    torlan = [Name("Торлан", "uk", NameKind.ENDONYM, preferred=True), Name("Bakhmout", None, NameKind.VARIANT)]
    relation, why = told("Bakhmout", Entity("x-1", Kind.PLACE, "Torlan", country="UA"), torlan, language="fr")
    assert relation is not Relation.ROMANIZATION
    assert "French" not in why


def test_an_exonym_is_told_with_the_language_of_the_copy_alone() -> None:
    munich = Entity("geonames-2867714", Kind.PLACE, "Munich", country="DE")
    names = [
        Name("München", "de", NameKind.ENDONYM, preferred=True),
        Name("Munich", "en", NameKind.EXONYM, preferred=True),
        *(Name("Monaco", tongue, NameKind.EXONYM) for tongue in ("it", "co", "lij", "nap")),
    ]
    relation, why = told("Monaco", munich, names, language="it")
    assert relation is Relation.EXONYM
    assert why == "‘Monaco’ is the name in Italian of Munich (German: München)."
    relation, why = told("Monaco", munich, names)
    assert relation is Relation.EXONYM
    assert "Italian, Corsican" in why
    assert "and others" in why


def test_an_old_name_stays_one_though_a_list_has_it_for_finding_too() -> None:
    names = [Name("Zorvik", "uk", NameKind.HISTORICAL), Name("Zorvik", "ru", NameKind.VARIANT, shown=False)]
    entity = Entity("x-1", Kind.PLACE, "Velmar")
    assert told("Zorvik", entity, names, matched=names[1])[0] is Relation.HISTORICAL
    assert told("Zorvik", entity, [names[1]])[0] is Relation.VARIANT


def test_words_in_another_order_are_told_as_that() -> None:
    relation, why = told("Zelenskyy Volodymyr", ZELENSKYY, HIS_NAMES, matched=HIS_NAMES[1], stage=Stage.WORDS)
    assert relation is Relation.VARIANT
    assert "another order" in why
    assert "Volodymyr Zelenskyy" in why


def test_a_slip_is_told_with_what_it_is_close_to() -> None:
    relation, why = told("Bakhmutt", matched=NAMES[2], stage=Stage.LIKENESS, reading=("bakhmut", "en-Latn"))
    assert relation is Relation.MISSPELLING
    assert why.startswith("‘Bakhmutt’ is close to Bakhmut")
    relation, why = told("Bachmutt", matched=NAMES[3], stage=Stage.LIKENESS, reading=("bachmut", "de-Latn"))
    assert relation is Relation.MISSPELLING
    assert "close to the German form Bachmut" in why


def test_what_resembles_an_old_name_is_an_old_name() -> None:
    assert told("Artemivskk", matched=NAMES[8], stage=Stage.LIKENESS)[0] is Relation.HISTORICAL


def test_another_script_is_never_called_a_slip() -> None:
    assert told("Bakhmuut", matched=NAMES[0], stage=Stage.LIKENESS)[0] is Relation.ROMANIZATION


def test_what_sounds_the_same_is_told_with_whose_spelling_it_was_read_as() -> None:
    names = [Name("Зорвік", "uk", NameKind.ENDONYM, preferred=True)]
    entity = Entity("x-1", Kind.PLACE, "Zorvik", country="UA")
    relation, why = told("Zhorwick", entity, names, matched=names[0], stage=Stage.READING, reading=("z", "de-Latn"))
    assert relation is Relation.ROMANIZATION
    assert why.startswith("‘Zhorwick’, read as German, sounds as the Ukrainian form Зорвік; that is Zorvik")


def test_of_forms_that_sound_the_same_the_one_at_home_is_told() -> None:
    entity = Entity("x-1", Kind.PLACE, "Kharkiv", country="UA")
    names = [
        Name("Խարկով", "hy", NameKind.EXONYM), Name("Харків", "uk", NameKind.ENDONYM, preferred=True),
        Name("Харьков", "ru", NameKind.EXONYM),
    ]  # fmt: skip
    _, why = told(
        "Kharkow", entity, names, matched=names[0], stage=Stage.READING, reading=("kharkov", "de-Latn"), form="kharkov"
    )
    assert why.startswith("‘Kharkow’, read as German, sounds as the Russian form Харьков; that is Kharkiv")


SENTENCES = [
    *[(asked, BAKHMUT, NAMES, language) for asked, language, *_ in LISTED],
    ("Bakhmout", BAKHMUT, [*NAMES, Name("Bakhmout", "fr", NameKind.VARIANT)], "fr"),
    ("Selenskyj", ZELENSKYY, HIS_NAMES, None),
    ("Zorvik", Entity("x-1", Kind.ORGANIZATION, "Velmar"), [Name("Zorvik", None, NameKind.VARIANT)], None),
    ("زورفيك", Entity("x-1", Kind.PLACE, "Velmar"), [Name("زورفيك", None, NameKind.VARIANT)], None),
]


@pytest.mark.parametrize(("asked", "entity", "names", "language"), SENTENCES)
def test_a_reason_is_one_sentence_that_names_the_form_and_the_entity(
    asked: str, entity: Entity, names: list[Name], language: str | None
) -> None:
    _, why = told(asked, entity, names, language)
    assert f"‘{asked}’" in why
    assert asked == entity.canonical or entity.canonical in why
    assert why.endswith(".")
    assert "None" not in why
    assert "  " not in why


# How a runner-up was found and what its name is, and the relation that this alone tells.
RUNNERS_UP: list[tuple[dict[str, Any], Relation]] = [
    ({"stage": Stage.EXACT, "preferred": True}, Relation.EXACT),
    ({"stage": Stage.EXACT, "preferred": False}, Relation.VARIANT),
    ({"stage": Stage.EXACT, "preferred": True, "asked": "zorvik"}, Relation.VARIANT),
    ({"stage": Stage.EXACT, "name_kind": NameKind.ENDONYM}, Relation.VARIANT),
    ({"stage": Stage.EXACT, "name_kind": NameKind.EXONYM, "preferred": True}, Relation.EXONYM),
    ({"stage": Stage.EXACT, "name_kind": NameKind.HISTORICAL}, Relation.HISTORICAL),
    ({"stage": Stage.EXACT, "name_kind": NameKind.ABBREVIATION}, Relation.ABBREVIATION),
    ({"stage": Stage.EXACT, "name_kind": NameKind.SHORT}, Relation.PARTIAL),
    ({"stage": Stage.EXACT, "name_kind": NameKind.MISSPELLING}, Relation.MISSPELLING),
    ({"stage": Stage.READING, "form_alike": 1.0, "asked": "Sorwick"}, Relation.ROMANIZATION),
    ({"stage": Stage.WORDS, "form_alike": 1.0, "asked": "Vik Zor", "text": "Zor Vik"}, Relation.VARIANT),
    ({"stage": Stage.LIKENESS, "form_alike": 0.9, "asked": "Zorvikk"}, Relation.MISSPELLING),
    ({"stage": Stage.LIKENESS, "form_alike": 0.9, "asked": "Zorvikk", "text": "Зорвік"}, Relation.ROMANIZATION),
]


@pytest.mark.parametrize(("fields", "relation"), RUNNERS_UP)
def test_the_relation_of_a_runner_up_is_what_its_name_tells(fields: dict[str, Any], relation: Relation) -> None:
    one = Scored(candidate(**fields), 1.0, ())
    assert relation_of(one.candidate.written.text, one) is relation
