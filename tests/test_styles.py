"""House styles: what a file may say, what it takes over, and how it is told what is wrong with it."""

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.errors import BadStyle, UnknownStyle
from gazetteer.languages import systems
from gazetteer.styles import FOLDER, load_style, style_of, styles, unknown_entities

Write = Callable[..., Path]

HEAD = """\
id = "our-desk"
name = "Our desk"
language = "en"
source = "made up"
date = "2026-11-26"
"""
WHOLE = """\
id = "our-desk"
name = "Our desk"
language = "en"
inherits = "default"
source = "made up"
date = "2026-11-26"

# Brackets in a comment are no table: [[override]]
[romanization]
uk = "uk-Cyrl/bgn-pcgn-1965"

[[override]]
entity = "wikidata-Q1"  # Zorvik
text = "Ivan  Zorvik"
short = "Zorvik"
first = "Ivan P. Zorvik"
accept = [
  "Jan Zorvik",
  "Zorwik",
]
source = "made up"
date = "2022"

[[override]]
entity = "geonames-77"
text = "Velmar"

[[sense]]
phrase = "Velmar pie"
reason = "a dish"
"""


@pytest.fixture(autouse=True)
def no_other_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GAZETTEER_STYLES", raising=False)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str, name: str = "our-desk.toml", folder: str = "desk") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write


def named(style_id: str, rest: str = "") -> str:
    return HEAD.replace("our-desk", style_id) + rest


def complaint(path: Path) -> str:
    with pytest.raises(BadStyle) as refused:
        load_style(path)
    return str(refused.value)


def test_a_file_says_what_a_desk_writes(write: Write) -> None:
    style = load_style(write(WHOLE))
    assert (style.id, style.name, style.language, style.inherits) == ("our-desk", "Our desk", "en", "default")
    assert (style.source, style.date) == ("made up", "2026-11-26")
    assert dict(style.overrides) == {"wikidata-Q1": "Ivan Zorvik", "geonames-77": "Velmar"}
    assert dict(style.shorts) == {"wikidata-Q1": "Zorvik"}
    assert dict(style.firsts) == {"wikidata-Q1": "Ivan P. Zorvik"}
    assert dict(style.accepted) == {"wikidata-Q1": ("Jan Zorvik", "Zorwik")}
    assert style.romanization["uk"] == "uk-Cyrl/bgn-pcgn-1965"
    assert style.senses[-1] == "Velmar pie"


def test_names_are_kept_in_one_form_of_unicode(write: Write) -> None:
    style = load_style(write(HEAD + '[[override]]\nentity = "wikidata-Q1"\ntext = "Zorvi\u0301k"\n'))
    assert style.overrides["wikidata-Q1"] == "Zorv\u00edk"


@pytest.mark.parametrize("written", ["\ufeff" + WHOLE, WHOLE.replace("\n", "\r\n")], ids=["BOM", "CRLF"])
def test_a_file_from_another_editor_is_read_the_same(written: str, write: Write) -> None:
    assert load_style(write(written)) == load_style(write(WHOLE, folder="other"))


def test_what_is_inherited_stands_but_for_what_the_heir_says_itself(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    elder = named(
        "elder",
        """
[romanization]
uk = "uk-Cyrl/national-2010"
ru = "ru-Cyrl/press-en"
[[override]]
entity = "wikidata-Q1"
text = "Ivan Zorvik"
short = "Zorvik"
first = "Ivan P. Zorvik"
accept = ["Jan Zorvik"]
[[override]]
entity = "wikidata-Q2"
text = "Ana Velmar"
short = "Velmar"
accept = ["Anna Velmar"]
[[sense]]
phrase = "Velmar pie"
reason = "a dish"
""",
    )
    heir = named(
        "heir",
        """inherits = "elder"
[romanization]
uk = "uk-Cyrl/bgn-pcgn-1965"
[[override]]
entity = "wikidata-Q1"
text = "John Zorvick"
[[sense]]
phrase = "Zorvik Street"
reason = "an address"
""",
    )
    write(elder, "elder.toml")
    monkeypatch.setenv("GAZETTEER_STYLES", str(write(heir, "heir.toml").parent))
    style = style_of("heir")
    assert dict(style.overrides) == {"wikidata-Q2": "Ana Velmar", "wikidata-Q1": "John Zorvick"}
    assert dict(style.shorts) == {"wikidata-Q2": "Velmar"}
    assert dict(style.firsts) == {}
    assert dict(style.accepted) == {"wikidata-Q2": ("Anna Velmar",)}
    assert dict(style.romanization) == {"uk": "uk-Cyrl/bgn-pcgn-1965", "ru": "ru-Cyrl/press-en"}
    assert style.senses == ("Velmar pie", "Zorvik Street")
    assert style_of("elder").overrides["wikidata-Q1"] == "Ivan Zorvik"


# What is wrong, what takes its place, the line that is named, and what is said of it.
BAD = [
    ('name = "Our desk"', "name = Our desk", 2, "not readable as TOML"),
    ('name = "Our desk"', 'nom = "Our desk"', 2, "unknown key 'nom'"),
    ('name = "Our desk"', "", 1, "the file lacks name"),
    ('name = "Our desk"', 'name = " "', 2, "name must be a text"),
    ('id = "our-desk"', 'id = "other"', 1, "must be the file's name"),
    ('language = "en"', 'language = "English"', 3, 'as in "en"'),
    ('language = "en"', 'language = "en-GB"', 3, 'as in "en"'),
    ('inherits = "default"', 'inherits = "nobody"', 4, "there is no style 'nobody' to inherit from; known: afp, ap,"),
    ('inherits = "default"', 'inherits = "our-desk"', 4, "in a ring: our-desk -> our-desk"),
    ('inherits = "default"', 'inherits = "fr-desk"', 4, "'fr-desk' writes another language (fr)"),
    ('date = "2026-11-26"', "date = 2026-11-26", 6, "date must be a text"),
    ('date = "2026-11-26"', 'date = "26 November"', 6, 'as in "2022"'),
    ('date = "2022"', 'date = "2022-13"', 22, 'as in "2022"'),
    ('date = "2022"', 'date = "2022-02-30"', 22, 'as in "2022"'),
    ('"uk-Cyrl/bgn-pcgn-1965"', '"national-2010"', 10, "known: uk-Cyrl/national-2010"),
    ('"uk-Cyrl/bgn-pcgn-1965"', '"ru-Cyrl/press-en"', 10, "no system for uk"),
    ('uk = "uk-Cyrl/bgn-pcgn-1965"', 'qq = "qq-Latn/own"', 10, "none for that language"),
    ('uk = "uk-Cyrl/bgn-pcgn-1965"', "uk = 2010", 10, "uk must be a text"),
    ('entity = "wikidata-Q1"', 'entity = "Ivan Zorvik"', 13, "must be a public id"),
    ('entity = "wikidata-Q1"', 'entyti = "wikidata-Q1"', 13, "unknown key 'entyti'"),
    ('entity = "wikidata-Q1"', "", 12, "override lacks entity"),
    ('text = "Ivan  Zorvik"', 'text = ""', 14, "text must be a text"),
    ('text = "Ivan  Zorvik"', 'text = "Ivan\\u0007"', 14, "control characters"),
    ('short = "Zorvik"', 'shorts = "Zorvik"', 15, "unknown key 'shorts'"),
    ('short = "Zorvik"', 'text = "Zorvik"', 15, "not readable as TOML"),
    ('first = "Ivan P. Zorvik"', "first = true", 16, "first must be a text"),
    ('"Jan Zorvik",\n  "Zorwik",', '"Jan Zorvik",\n  5,', 17, 'accept must be a text in quotation marks'),
    ('accept = [\n  "Jan Zorvik",\n  "Zorwik",\n]', 'accept = "Jan"', 17, "accept must be a list"),
    ('"Zorwik",\n]', '"Zorwik",', 20, "not readable as TOML"),
    ('entity = "geonames-77"', 'entity = "wikidata-Q1"', 25, "has an override already, on line 13"),
    ('text = "Velmar"', "", 24, "override lacks text"),
    ('reason = "a dish"', "", 28, "sense lacks reason"),
    ('reason = "a dish"', 'why = "a dish"', 30, "unknown key 'why'"),
    ('[[sense]]\nphrase = "Velmar pie"', '[sense]\nphrase = "Velmar pie"', 28, "opened by [[sense]]"),
    ('[[sense]]\nphrase = "Velmar pie"\nreason = "a dish"', '[sense', 28, "not readable as TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "says"), BAD, ids=[wrong[:30] or right for right, wrong, *_ in BAD])
def test_what_is_wrong_is_told_with_its_line(right: str, wrong: str, line: int, says: str, write: Write) -> None:
    assert WHOLE.count(right) >= 1
    told = complaint(write(WHOLE.replace(right, wrong, 1)))
    assert told.startswith(f"our-desk.toml, line {line}: ")
    assert says in told


def test_lists_may_be_written_in_one_piece(write: Write) -> None:
    short = HEAD + 'override = [\n  {entity = "wikidata-Q1", text = "Zorvik"},\n  {entity = "wikidata-Q2"},\n]\n'
    assert complaint(write(short)).startswith("our-desk.toml, line 6: override lacks text")
    assert "each opened by [[override]]" in complaint(write(HEAD + '[override]\nentity = "wikidata-Q1"\n'))
    assert complaint(write(HEAD + 'override = ["wikidata-Q1"]\n')).startswith("our-desk.toml, line 6: override must be")


def test_a_table_that_is_none_is_told_so(write: Write) -> None:
    told = complaint(write(HEAD + '\nromanization = "uk-Cyrl/national-2010"\n'))
    assert told.startswith("our-desk.toml, line 7: romanization must be a table")


def test_a_file_that_breaks_off_is_told_so(write: Write) -> None:
    assert complaint(write(HEAD + 'note = [\n"a",\n')).startswith("our-desk.toml, line 7: not readable as TOML")
    assert complaint(write("")).startswith("our-desk.toml, line 1: the file lacks id")


def test_a_line_is_found_in_a_long_file(write: Write) -> None:
    many = "".join(f'\n[[override]]\nentity = "wikidata-Q{number}"\ntext = "Zorvik"\n' for number in range(2000))
    told = complaint(write(HEAD + many.replace('entity = "wikidata-Q1500"', "entity = 1500")))
    assert told.startswith(f"our-desk.toml, line {5 + 1500 * 4 + 3}: entity must be a text")


def test_a_file_of_another_encoding_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "our-desk.toml"
    path.write_bytes(HEAD.replace("Our desk", "Unser Büro").encode("latin-1"))
    assert complaint(path).startswith("our-desk.toml, line 2: not UTF-8")


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    assert complaint(tmp_path / "our-desk.toml").startswith("our-desk.toml cannot be read: ")


def test_an_id_that_is_taken_is_refused(write: Write) -> None:
    told = complaint(write(named("ap"), "ap.toml"))
    assert told.startswith("ap.toml, line 1: the id 'ap' is taken by")
    assert load_style(FOLDER / "ap.toml") == style_of("ap")


def test_a_newsrooms_folders_add_to_the_styles_shipped(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = set(styles())
    first, second = write(named("one"), "one.toml", "a"), write(named("two"), "two.toml", "b")
    monkeypatch.setenv("GAZETTEER_STYLES", os.pathsep.join([str(first.parent), "", str(second.parent)]))
    assert set(styles()) == shipped | {"one", "two"}
    assert load_style(write(named("three", 'inherits = "two"\n'), "three.toml", "c")).inherits == "two"
    assert load_style(first) == style_of("one")
    monkeypatch.delenv("GAZETTEER_STYLES")
    assert set(styles()) == shipped


def test_two_styles_of_one_id_are_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [write(named("one"), "one.toml", folder).parent for folder in ("a", "b")]
    monkeypatch.setenv("GAZETTEER_STYLES", os.pathsep.join(map(str, folders)))
    with pytest.raises(BadStyle, match=r"one\.toml, line 1: the id 'one' is taken by .*a.one\.toml"):
        styles()
    monkeypatch.setenv("GAZETTEER_STYLES", str(write(named("ap"), "ap.toml", "c").parent))
    with pytest.raises(BadStyle, match=r"ap\.toml, line 1: the id 'ap' is taken by"):
        style_of("default")


def test_a_folder_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTEER_STYLES", str(tmp_path / "none"))
    with pytest.raises(BadStyle, match=r"GAZETTEER_STYLES names .*none, which is no folder"):
        styles()


def test_styles_must_not_inherit_in_a_ring(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for style_id, elder in (("one", "two"), ("two", "three"), ("three", "one")):
        path = write(named(style_id, f'inherits = "{elder}"\n'), f"{style_id}.toml")
    monkeypatch.setenv("GAZETTEER_STYLES", str(path.parent))
    with pytest.raises(BadStyle, match=r"line 6: .* in a ring: one -> two -> three -> one"):
        styles()


def test_an_unknown_style_is_told_which_there_are() -> None:
    assert style_of(None) == style_of("default")
    with pytest.raises(UnknownStyle, match=r"No style 'the-times'; known: afp, ap, bbc, de-desk"):
        style_of("the-times")


def test_entities_nobody_knows_are_listed(write: Write) -> None:
    style = load_style(write(WHOLE))
    assert unknown_entities(style, {"geonames-77"}.__contains__) == ["wikidata-Q1"]
    assert unknown_entities(style, lambda _: False) == ["wikidata-Q1", "geonames-77"]
    assert unknown_entities(style, lambda _: True) == []


LANGUAGES = {"fr-desk": "fr", "de-desk": "de", "pl-desk": "pl"}


def test_every_english_desk_leaves_the_same_phrases_alone() -> None:
    english = [style for style in styles().values() if style.language == "en"]
    assert {"default", "ap", "reuters", "bbc", "nyt", "guardian", "afp", "un"} == {style.id for style in english}
    for style in english:
        assert {"chicken Kiev", "Kievan Rus", "Moscow, Idaho", "Peking duck", "Bombay Sapphire"} <= set(style.senses)


@pytest.mark.parametrize(("style_id", "language"), LANGUAGES.items())
def test_a_desk_of_another_language_romanizes_as_its_press_does(style_id: str, language: str) -> None:
    style = style_of(style_id)
    assert (style.language, style.senses) == (language, ())
    for source in ("uk", "ru"):
        system = systems()[style.romanization[source]]
        assert (system.orthography, system.language) == (f"{source}-Cyrl", language)


# From published guides and dispatches: see the source beside each in the files.
WRITTEN = [
    ("guardian", "geonames-703448", "Kyiv"),
    ("guardian", "wikidata-Q7184", "Nato"),
    ("guardian", "wikidata-Q34490", "al-Qaida"),
    ("ap", "geonames-703448", "Kyiv"),
    ("ap", "wikidata-Q19878", "Moammar Gadhafi"),
    ("afp", "wikidata-Q19878", "Moamer Kadhafi"),
    ("afp", "wikidata-Q3874799", "Volodymyr Zelensky"),
    ("reuters", "wikidata-Q3874799", "Volodymyr Zelenskiy"),
    ("un", "iso3166-TR", "Türkiye"),
    ("un", "iso3166-VN", "Viet Nam"),
    ("fr-desk", "geonames-703448", "Kiev"),
    ("fr-desk", "wikidata-Q2866", "Alexandre Loukachenko"),
    ("de-desk", "geonames-703448", "Kiew"),
    ("pl-desk", "wikidata-Q3874799", "Wołodymyr Zełenski"),
]


@pytest.mark.parametrize(("style_id", "entity", "text"), WRITTEN)
def test_a_desk_writes_as_its_guide_says(style_id: str, entity: str, text: str) -> None:
    assert style_of(style_id).overrides[entity] == text


def test_a_desk_lets_stand_what_its_colleagues_write() -> None:
    assert style_of("de-desk").accepted["geonames-703448"] == ("Kyjiw",)
    assert "Kyiv" in style_of("fr-desk").accepted["geonames-703448"]


@pytest.mark.parametrize("style_id", ["guardian", "afp", "un", "fr-desk", "de-desk", "pl-desk"])
def test_every_override_of_a_published_desk_has_its_source_and_date(style_id: str) -> None:
    raw = tomllib.loads((FOLDER / f"{style_id}.toml").read_text(encoding="utf-8"))
    assert len(raw["override"]) > 5
    assert [one["entity"] for one in raw["override"] if not (one.get("source") and one.get("date"))] == []


def test_the_example_of_the_documentation_is_a_style(write: Write) -> None:
    page = Path(__file__).parents[1] / "docs" / "styles.md"
    examples = re.findall(r"(?s)```toml\n(.*?)```", page.read_text(encoding="utf-8"))
    assert len(examples) == 1
    style = load_style(write(examples[0]))
    assert style.overrides["wikidata-Q3874799"] == "Volodymyr Zelensky"
    assert style.overrides["geonames-703448"] == style_of("ap").overrides["geonames-703448"]


def test_every_style_shipped_is_checked_and_dated() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(styles())
    assert all(style.source and style.date for style in styles().values())


def test_a_form_that_is_let_stand_is_another_than_the_desks_own() -> None:
    for style in styles().values():
        for entity, forms in style.accepted.items():
            assert style.overrides[entity] not in forms
            assert len(set(forms)) == len(forms)
