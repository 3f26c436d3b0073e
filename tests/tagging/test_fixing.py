"""Fixing carries out what is advised and touches nothing else; the summary counts it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import Entity, Kind, Outcome
from gazetteer.tagging.fixing import Row, fix, summary, utf16_offsets
from gazetteer.tagging.model import Advice, Checked, Copy, Fix, Format, Mention
from gazetteer.tagging.prose import escape

KYIV = Entity("made-up-1", Kind.PLACE, "Kyiv")
SYRSKYI = Entity("made-up-2", Kind.PERSON, "Oleksandr Syrskyi")
PARTS = st.sampled_from(
    [
        "<b>",
        "</p>",
        "&eacute;",
        "*",
        "`",
        "[a](/b)",
        "Kiev",
        "👍🏽",
        "𝔎",
        "e\u0301",
        "שלום",
        "\r\n",
        "\u202e",
        " ",
        "\ud83d",
    ]
)
DOCUMENTS = st.lists(PARTS | st.text(max_size=2), max_size=30).map("".join)
REPLACEMENTS = st.text(max_size=4) | st.sampled_from(["Kyiv", "AT&T", "<b>", "1. FC Köln", "*a*", "👍"])


def mention(text: str, start: int, end: int, advice: Advice | None = None, replacement: str | None = None) -> Mention:
    """A mention of Kyiv at that span of a text."""
    surface = text[start:end]
    return Mention(
        start, end, surface, Kind.PLACE, Outcome.LINKED, KYIV, advice, replacement, (), 0.9, None, None, 1
    )  # fmt: skip


def checked(text: str, *mentions: Mention, format: Format = Format.TEXT) -> Checked:
    return Checked(Copy(text, format), mentions, None, 0.0, 1)


@st.composite
def made_up(draw: st.DrawFn) -> Checked:
    """A document with mentions anywhere in it, each advised on or not."""
    text = draw(DOCUMENTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    mentions = [
        mention(text, start, end, draw(st.none() | st.sampled_from(Advice)), draw(st.none() | REPLACEMENTS))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    return checked(text, *mentions, format=draw(st.sampled_from(Format)))


COPY = "Kiev, KIEV and Kyiv"
THREE = (
    mention(COPY, 0, 4, Advice.WRONG, "Kyiv"),
    mention(COPY, 6, 10, Advice.HOUSE_STYLE, "KYIV"),
    mention(COPY, 15, 19),
)


@pytest.mark.parametrize(
    ("which", "fixed"),
    [(Fix.NONE, COPY), (Fix.WRONG, "Kyiv, KIEV and Kyiv"), (Fix.ALL, "Kyiv, KYIV and Kyiv")],
)
def test_the_advice_that_was_asked_for_is_carried_out(which: Fix, fixed: str) -> None:
    assert fix(checked(COPY, *THREE), which) == fixed


@pytest.mark.parametrize(
    ("text", "name", "right", "format", "fixed"),
    [
        ("<i>Kiev</i>&#39;s", "Kiev", "Kyiv", Format.HTML, "<i>Kyiv</i>&#39;s"),
        ("<p>ATT & Co</p>", "ATT", "AT&T", Format.HTML, "<p>AT&amp;T & Co</p>"),
        ("<p>ATT & Co</p>", "ATT", "AT&T", Format.TEXT, "<p>AT&T & Co</p>"),
        ("NSYNC *came*", "NSYNC", "*NSYNC", Format.MARKDOWN, "\\*NSYNC *came*"),
        ("FC Koln won", "FC Koln", "1. FC Köln", Format.MARKDOWN, "1\\. FC Köln won"),
        ("👍🏽 Kiev\r\nש", "Kiev", "Kyiv", Format.TEXT, "👍🏽 Kyiv\r\nש"),
    ],
)
def test_a_name_is_put_in_as_the_format_writes_it(text: str, name: str, right: str, format: Format, fixed: str) -> None:
    at = text.index(name)
    found = mention(text, at, at + len(name), Advice.WRONG, right)
    assert fix(checked(text, found, format=format), Fix.WRONG) == fixed


@given(made_up(), st.sampled_from(Fix))
def test_nothing_outside_the_mentions_changes(document: Checked, which: Fix) -> None:
    text, rest, at = document.copy.text, fix(document, which), 0
    for one in document.mentions:
        between = text[at : one.start]
        assert rest.startswith(between)
        rest, at = rest[len(between) :], one.end
        carried_out = which is not Fix.NONE and one.advice in {
            Advice.WRONG,
            *([Advice.HOUSE_STYLE] * (which is Fix.ALL)),
        }
        put_in = one.surface
        if carried_out and one.replacement is not None:
            put_in = escape(one.replacement, document.copy.format)
        assert rest.startswith(put_in)
        rest = rest[len(put_in) :]
    assert rest == text[at:]


@given(made_up())
def test_replacing_from_last_to_first_is_the_same(document: Checked) -> None:
    text = document.copy.text
    for one in reversed(document.mentions):
        if one.advice is not None and one.replacement is not None:
            text = text[: one.start] + escape(one.replacement, document.copy.format) + text[one.end :]
    assert fix(document, Fix.ALL) == text


@given(made_up())
def test_nothing_is_changed_where_nothing_is_asked_for(document: Checked) -> None:
    assert fix(document, Fix.NONE) == document.copy.text


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("Kyiv", 4, 4), ("👍🏽 Kyiv", 3, 5), ("a𝔎\r\ne\u0301", 6, 7), ("\ud83d Kyiv", 2, 2), ("", 0, 0)],
)
def test_an_offset_counts_utf16_units(text: str, offset: int, units: int) -> None:
    assert utf16_offsets(text)(offset) == units


@given(DOCUMENTS)
def test_an_offset_is_the_length_of_what_stands_before_it(text: str) -> None:
    offset = utf16_offsets(text)
    for at in range(len(text) + 1):
        assert offset(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def test_a_text_of_emoji_is_counted_in_one_pass() -> None:
    offset = utf16_offsets("👍" * 200_000)
    assert [offset(at) for at in range(200_001)] == list(range(0, 400_001, 2))


def test_an_entity_has_one_row_in_the_order_of_the_copy() -> None:
    of_him = [
        replace(one, entity=SYRSKYI, replacement=right)
        for one, right in zip(THREE, ["Syrskyi", "Oleksandr Syrskyi", None], strict=True)
    ]
    unknown = replace(THREE[0], entity=None)
    assert summary(checked(COPY, of_him[2], THREE[2], unknown, of_him[0], of_him[1], of_him[0])) == [
        Row(SYRSKYI, mentions=4, wrong=2, house_style=1, replacement="Oleksandr Syrskyi"),
        Row(KYIV, mentions=1, wrong=0, house_style=0, replacement=None),
    ]


def test_a_copy_without_names_has_no_rows() -> None:
    assert summary(checked("no names")) == []
    assert fix(checked("no names"), Fix.ALL) == "no names"
