"""The folder of cyrillizations is the register: every file loads, a bad one says what is wrong; no index needs it."""

from pathlib import Path

import pytest

from gazetteer.errors import BadOrthography, UnknownCyrillization
from gazetteer.languages import fingerprint_text
from gazetteer.languages.cyrillization import FOLDER, Cyrillization, cyrillization, cyrillizations, load
from gazetteer.romanization.rules import compile_rules

HEAD = 'language = "xx"\nscript = "Latn"\nname = "Made up"\n'
INTO = HEAD + '[into.uk]\nsource = "nowhere"\n'

BAD_FILES = [
    # name, text, what the error names besides the file
    ("xx-Latn", "language = ", "TOML"),
    ("xx-Latn", 'script = "Latn"\nname = "Made up"\n', "language"),
    ("xx-Latn", 'language = "xx"\nscript = "Latn"\nname = ""\n', "name"),
    ("xx-Latn", HEAD, "into"),
    ("xx-Latn", HEAD + 'into = "uk"\n', "into"),
    ("xx-Latn", HEAD + 'into = { uk = "Cyrl" }\n', "into"),
    ("xx-Latn", 'colour = "red"\n' + INTO, "colour"),
    ("yy-Latn", INTO, "language-Script.toml"),
    ("xxlatn", INTO, "language-Script.toml"),
    ("xx-Latn", "capitals = 3\n" + INTO, "capitals"),
    ("xx-Latn", HEAD + '[into.uk]\nauthority = "A"\n', "source"),
    ("xx-Latn", INTO + 'page = "3"\n', "page"),
    ("xx-Latn", INTO + 'year = "2019"\n', "year"),
    ("xx-Latn", INTO + 'rules = "a > а"\n', "rules"),
    ("xx-Latn", INTO + "[into.uk.letters]\na = 3\n", "letters"),
    ("xx-Latn", INTO + "[into.uk.names]\na = 3\n", "names"),
    ("xx-Latn", INTO + "[into.uk.also]\na = 3\n", "also"),
]


@pytest.mark.parametrize("asked", cyrillizations().values(), ids=["-".join(pair) for pair in cyrillizations()])
def test_a_cyrillization_compiles_and_says_where_it_is_from(asked: Cyrillization) -> None:
    assert cyrillization(asked.language, asked.into) is asked
    assert compile_rules(asked.rules)("") == ""
    assert None not in (asked.authority, asked.year, asked.note)
    assert set(asked.also) <= set(asked.rules.letters)


@pytest.mark.parametrize(("stem", "text", "named"), BAD_FILES)
def test_a_bad_file_is_named_with_its_key(tmp_path: Path, stem: str, text: str, named: str) -> None:
    path = tmp_path / f"{stem}.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadOrthography) as raised:
        load(path)
    assert stem.partition("-")[0] in str(raised.value)
    assert named in str(raised.value)


def test_the_register_is_the_folder() -> None:
    assert {language for language, _ in cyrillizations()} == {path.stem[:2] for path in FOLDER.glob("*.toml")}


def test_an_unknown_pair_lists_the_known() -> None:
    with pytest.raises(UnknownCyrillization, match=r"nl-uk, nl-ru"):
        cyrillization("nl", "be")


def test_no_index_depends_on_these_files() -> None:
    assert [entry.source for entry in cyrillizations().values() if entry.source in fingerprint_text()] == []
