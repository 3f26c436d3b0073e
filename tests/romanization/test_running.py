"""Running text keeps all that is no letter of its script, and word by word it is the same as all at once."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.languages import RuleSet, System, system, systems
from gazetteer.romanization.guessing import alphabet
from gazetteer.romanization.running import LEFT, Writer, is_name, write_text
from gazetteer.romanization.streaming import HELD_MOST, pieces, write_pieces
from gazetteer.romanization.systems import has_capitals, romanize

NATIONAL = "uk-Cyrl/national-2010"
MARKS = " \t\n\r\u00a0.,;:!?«»„“\"'’ʼ-–—()0123456789\u0301<>/=&abYZ"

KEPT = [
    ("Алушта, Андрій (1991) — 75 %.", "Alushta, Andrii (1991) — 75 %."),
    ("  Вінниця\t\tВолодимир\r\n\nГадяч ", "  Vinnytsia\t\tVolodymyr\r\n\nHadiach "),
    ("<p>Київ</p>", "<p>Kyiv</p>"),
    ('<a href="/wiki/Київ" title="Київ">Київ</a>', '<a href="/wiki/Київ" title="Київ">Kyiv</a>'),
    ("Київ: https://uk.wikipedia.org/wiki/Київ.", "Kyiv: https://uk.wikipedia.org/wiki/Київ."),
    ("# Київ\n\n* **Рівне** і _Суми_", "# Kyiv\n\n* **Rivne** i _Sumy_"),
    ("3 < 5, а 7 > 5", "3 < 5, a 7 > 5"),
    ("&laquo;Київ&raquo;", "&laquo;Kyiv&raquo;"),
    ("КИЇВ, Київ, київ", "KYIV, Kyiv, kyiv"),
    ("Kyiv only", "Kyiv only"),
]


@pytest.mark.parametrize(("written", "expected"), KEPT)
def test_what_is_no_letter_of_the_script_is_kept(written: str, expected: str) -> None:
    assert write_text(written, system(NATIONAL)) == expected


@pytest.mark.parametrize("full_id", list(systems()))
@settings(max_examples=25, deadline=None, database=None)
@given(data=st.data())
def test_word_by_word_is_the_same_as_all_at_once(full_id: str, data: st.DataObject) -> None:
    by = system(full_id)
    small = sorted(alphabet(by.orthography))
    letters = st.sampled_from(small + [char.upper() for char in small if len(char.upper()) == 1] + list(MARKS))
    text = data.draw(st.text(letters, max_size=120))
    kept = LEFT.split(text)
    kept[::2] = [romanize(piece, by) for piece in kept[::2]]
    assert write_text(text, by, capitals=True) == "".join(kept)


@pytest.mark.parametrize("capitals", [True, False])
@settings(max_examples=100, deadline=None, database=None)
@given(text=st.text(st.sampled_from("теЩщєЄьіїй'ʼ’ -.\n"), max_size=60), cuts=st.lists(st.integers(0, 60), max_size=5))
def test_in_pieces_it_is_the_same_as_at_once(text: str, cuts: list[int], capitals: bool) -> None:
    edges = [0, *sorted(cuts), len(text)]
    chunks = [text[start:stop] for start, stop in pairwise(edges)]
    by = system(NATIONAL)
    assert "".join(write_pieces(chunks, by, capitals=capitals)) == write_text(text, by, capitals=capitals)


def test_a_tag_is_not_cut() -> None:
    text = "Київ " * 10 + '<a title="Ки\nїв">Суми</a>\nРівне'
    chunks = [text[start : start + 7] for start in range(0, len(text), 7)]
    assert "".join(write_pieces(chunks, system(NATIONAL))) == "Kyiv " * 10 + '<a title="Ки\nїв">Sumy</a>\nRivne'


def test_pieces_come_before_the_end_is_read() -> None:
    read = []

    def lines() -> object:
        for number in range(100):
            read.append(number)
            yield "Київ\n"

    assert next(pieces(lines())).text == "Київ\n"  # type: ignore[arg-type]
    assert read == [0]


@pytest.mark.parametrize("char", ["щ", " щ", "<a щ"])
def test_what_never_ends_is_cut_somewhere(char: str) -> None:
    chunk = char * (HELD_MOST // 8)
    held = [len(piece.text) for piece in pieces([chunk] * 40)]
    assert sum(held) == 40 * len(chunk)
    assert max(held) <= HELD_MOST + 2 * len(chunk)


def test_a_long_line_that_was_cut_is_no_name() -> None:
    line = "ზემო სვანეთი " * (HELD_MOST // 10)
    by = system("ka-Geor/national-2002")
    written = "".join(write_pieces([line, "ბოლო\n", "ზემო სვანეთი\n"], by))
    assert written.endswith("zemo svaneti bolo\nZemo Svaneti\n")


def test_a_script_without_capitals_gets_them_in_names_alone() -> None:
    by = system("ka-Geor/national-2002")
    assert not has_capitals(by)
    assert write_text("ზემო სვანეთი\nთბილისი არის საქართველოს დედაქალაქი.", by) == (
        "Zemo Svaneti\ntbilisi aris sakartvelos dedakalaki."
    )
    assert write_text("თბილისი", by, capitals=False) == "tbilisi"
    assert write_text("თბილისი არის დედაქალაქი.", by, capitals=True) == "Tbilisi Aris Dedakalaki."


NAMES = [("Zemo Svaneti", True), ("Zemo Svaneti is here", True), ("It is.", False), ("a b c d e", False), ("", True)]


@pytest.mark.parametrize(("line", "is_one"), NAMES)
def test_a_line_of_few_words_that_ends_no_sentence_is_a_name(line: str, is_one: bool) -> None:
    assert is_name(line) == is_one


def test_what_is_remembered_is_bounded() -> None:
    writer = Writer(system(NATIONAL), most=3)
    for number in range(10):
        writer.write(f"щ{'а' * number} " + "щ" * 100)
    assert len(writer.capitalized) <= 3
    assert max(map(len, writer.capitalized)) < 100


def test_a_system_outside_the_folder_remembers_nothing_of_the_one_it_is_named_for() -> None:
    made_up = System("national-2010", "uk-Cyrl", "Made up", "nowhere", None, RuleSet({"щ": "q"}, (), {}))
    assert write_text("щ", system(NATIONAL)) == "shch"
    assert write_text("щ", made_up) == "q"
