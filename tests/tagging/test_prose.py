"""Prose is what a reader of the document sees, and knows where each character of it was written."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.tagging.model import Format
from gazetteer.tagging.prose import Prose, escape, read_prose

LONG = 200_000
UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060\ufeff]")

# In the tables ￼ is one hidden span.
HTML = [
    ("<p>Kiev</p>", "\nKiev\n"),
    ("<b>Kiev</b>'s", "Kiev's"),
    ("Kiev<br>Kharkov<BR/>Odessa", "Kiev\nKharkov\nOdessa"),
    ("<td>Kiev</td><td>Odessa</td>", "\nKiev\n\nOdessa\n"),
    ("<h2 class=x>Kiev</h2>", "\nKiev\n"),
    ("<a href=\"/kiev>\" title='Kiev >'>Odessa</a>", "Odessa"),
    ('<a href=kiev">Odessa</a>', "Odessa"),
    ("<a title = Kiev >Odessa</a>", "Odessa"),
    ("<img alt=Kiev src=kiev.jpg>", "￼"),
    ("Orl&eacute;ans, Orl&#233;ans, Orl&#xE9;ans, Orl&eacuteans", "Orléans, Orléans, Orléans, Orléans"),
    ("Kiev&nbsp;Oblast&#10;now", "Kiev\u00a0Oblast now"),
    ("AT&T &amp; R&D &lt;b&gt; &bogus; &", "AT&T & R&D <b> &bogus; &"),
    ("&#0;&#xD800;&#99999999999999999999;&#1;&#;", "\ufffd\ufffd\ufffd￼&#;"),
    ("&NotEqualTilde;", "≂̸"),
    ("Nizhny\r\n   Novgorod  is\tnear", "Nizhny Novgorod is near"),
    ("a<!-- Kiev <b> -->b", "ab"),
    ("a<!-->b<!--->c<!-- Kiev --!>d", "abcd"),
    ("<!DOCTYPE html><?xml Kiev?>a</ Kiev>b</>c", "￼￼a￼b￼c"),
    ("a<script>'</b> Kiev'</SCRIPT >b", "a￼b"),
    ("a<script><!--<script>Kiev</script>Kiev--></script>b", "a￼b"),
    ("a<style>Kiev</style>b", "a￼b"),
    ("<title>Kiev <b>&amp; more</title>", "\nKiev <b>& more\n"),
    ("a<code>Kiev</code>b<pre>Kiev <b>Kiev</b></pre>c", "a￼b￼c"),
    ("a<code>Kiev<code>Kiev</code>Kiev</code>b", "a￼b"),
    ("a<code>Kiev<pre>Kiev</code>Kiev</pre>b", "a￼b"),
    ("a<code>Kiev<!-- </code> -->Kiev</code>b", "a￼b"),
    ("a<svg/>b<svg>Kiev</svg>c", "a￼b￼c"),
    ("5 < 6 << 7 and 8 > 7", "5 < 6 << 7 and 8 > 7"),
    ("Kiev <b", "Kiev ￼"),
    ("Kiev <a href='Odessa>Odessa", "Kiev ￼"),
    ("Kiev <!-- Odessa", "Kiev ￼"),
    ("Kiev <script>Odessa", "Kiev ￼"),
    ("Kiev <pre>Odessa", "Kiev ￼"),
    ("</b></b>Kiev</p>", "Kiev\n"),
    ("Kiev<sup>1</sup><img>, <s>Lvov</s> <q>Odessa</q>", "Kiev￼1￼￼, ￼Lvov￼ ￼Odessa￼"),
    ("<a>Kiev</a><a>Odessa</a><b>Ro</b><i>vno</i> Mc<b>Coy</b>", "Kiev￼Odessa￼Rovno McCoy"),
    ("President <b> Petro </b> Kiev", "President Petro Kiev"),
    ("Ki&shy;ev, Ki<wbr>ev, Ki&ZeroWidthSpace;ev", "Kiev, Kiev, Kiev"),
]

MARKDOWN = [
    ("# Kiev\n\nOdessa", "\nKiev\nOdessa"),
    ("## Kiev ##\nOdessa", "\nKiev\nOdessa"),
    ("Kiev\n====\nOdessa", "Kiev\nOdessa"),
    ("Kiev\n\n* * *\n\nOdessa", "Kiev\nOdessa"),
    ("Nizhny\nNovgorod", "Nizhny Novgorod"),
    ("Kiev  \nOdessa\\\nLvov", "Kiev\nOdessa\nLvov"),
    ("> Nizhny\r\n> Novgorod\r\n\r\nKiev", "\nNizhny Novgorod\nKiev"),
    ("- Kiev\n- Odessa\n\n  Lvov\n1. Kiev\n2) Odessa", "\nKiev\nOdessa\nLvov\nKiev\nOdessa"),
    ("Kiev in\n1986. Then", "Kiev in 1986. Then"),
    ("- > Kiev", "\nKiev"),
    ("- [x] Kiev", "\n[x] Kiev"),
    ("| Kiev | Odessa |\n|:--|--:|\n| `a\\|b` Lvov | Rovno |\n\nEnd", "\nKiev\nOdessa\n￼ Lvov\nRovno\nEnd"),
    ("**Kiev**, *Odessa*, _Lvov_'s ~~Rovno~~", "Kiev, Odessa, Lvov's ￼Rovno￼"),
    ("Ki**e**v*Odessa*, ***Lvov***", "Kiev￼Odessa, Lvov"),
    ("2 * 3, snake_case, \\*Kiev\\*", "2 * 3, snake_case, *Kiev*"),
    ("\\**Kiev*", "*Kiev"),
    ("`Kiev` and ``Kiev ` Kiev`` and ` Kiev", "￼ and ￼ and ` Kiev"),
    ("\\`Kiev\\`", "`Kiev`"),
    ("a\n\n```kiev\nKiev\n\n~~~\n```\nb", "a\n￼\nb"),
    ("a\n~~~~\nKiev\n~~~\nKiev\n~~~~\nb", "a\n￼\nb"),
    ("> ```\n> Kiev\n\nOdessa", "\n￼\nOdessa"),
    ("- ```\n  Kiev\n  ```\n- Odessa", "\n￼\nOdessa"),
    ("a\n\n```\nKiev", "a\n￼"),
    ("a\n\n    Kiev\n\nb", "a\n￼\nb"),
    ("a\n    Kiev", "a Kiev"),
    ("1. a\n\n    Kiev\n\n        Odessa\n", "\na\nKiev\n￼\n"),
    ("-     Kiev", "\n￼"),
    ("[Kiev](/kiev \"Kiev\") and ![Odessa](<odessa 1.jpg>)", "Kiev and ![Odessa￼"),
    ("Ki[ev](/a)[Odessa](/b) [![Lvov](/c)](/d) [a [b](/e)", "Kiev￼Odessa ![Lvov￼ [a b"),
    ("[Kiev](/kiev_(city)_x) [sic] (Odessa)", "Kiev [sic] (Odessa)"),
    ("[Kiev][ref], [Odessa][] [odessa], [Lvov]\n\n[ref]: /kiev 'Kiev'\n[Odessa]: <a b>\n  \"Kiev\"\n",
     "Kiev, ￼ ￼, [Lvov]\n￼\n￼\n"),
    ("Kiev[^1] now\n\n[^1]: Odessa said", "Kiev￼ now\nOdessa said"),
    ("<https://kiev.ua/> <a@kiev.ua> a < b", "￼ ￼ a < b"),
    ("<b title='Kiev'>Odessa</b><br>Lvov <b and <!-- Kiev -->", "Odessa\nLvov <b and "),
    ("a <code>Kiev</code> <kbd>Kiev</kbd> b", "a ￼ ￼ b"),
    ("<div class='Kiev'>\nOdessa &amp; *Lvov*\n</div>\n\n*Rovno*", "\n Odessa & Lvov \n\nRovno"),
    ("<!-- Kiev\n\nKiev -->\nOdessa", "\nOdessa"),
    ("<pre>\n\nKiev</pre>\nOdessa", "￼\nOdessa"),
    ("<div><pre>\nKiev\n\nKiev\n</pre>\n\nOdessa", "\n￼\nOdessa"),
    ("<script>\n\nKiev</script>\nOdessa", "￼\nOdessa"),
    ("Orl&eacute;ans AT&T Orl&eacuteans", "Orléans AT&T Orl&eacuteans"),
    ("---\ntitle: Kiev\n---\nOdessa", "￼\nOdessa"),
    ("+++\ntitle = 'Kiev'\n+++\nOdessa", "￼\nOdessa"),
    ("---\n\nKiev\n\n---\n\nOdessa", "\nKiev\nOdessa"),
    ("https://kiev.ua/_Kiev_*a* _b_", "￼ b"),
]  # fmt: skip

TEXT = [
    ("<b>Kiev</b> &amp; *Odessa*\r\n\tLvov", "<b>Kiev</b> &amp; *Odessa*\r\n\tLvov"),
    ("see https://kiev.ua/Kiev?a=b#Kiev, or", "see ￼, or"),
    ("(https://en.wikipedia.org/wiki/Kiev_(city)).", "(￼))."),
    ("“https://uk.wikipedia.org/wiki/Київ”", "“￼”"),
    ("见https://kiev.ua/a。基辅", "见￼。基辅"),
    ("ftp://kiev.ua www.kiev.ua WWW.Kiev.UA", "￼ ￼ ￼"),
    ("write to desk+kiev@kiev.co.ua.", "write to ￼."),
    ("@Kiev, @kiev.ua: @kiev@mastodon.social!", "￼, ￼: ￼!"),
    ("#Kiev and #Київ", "￼ and ￼"),
    ("kiev.ua, Kiev.com/Odessa Kiev.jpg", "￼, ￼ ￼"),
    ("Kiev.The U.S.-led St.Petersburg, 3.5m. Kiev...and e.g. a.m.", None),
    ("Kiev/Odessa C# Kiev @ 5 № #", None),
    ("Kiev’s, Ivano-Frankivsk; O'Neill: Sao_Paulo", None),
    ("\ufeffКиїв 👍🏽 e\u0301 שלום \ud83d Kiev", None),
    (
        "Ki\u00adev Ivano-\u200bFrankivsk, Chasiv\u200b Yar (\u2060Lvov\ufeff)",
        "Kiev Ivano-Frankivsk, Chasiv Yar (Lvov)",
    ),
    ("Kiev  Odessa.  Lvov   Rovno", "Kiev Odessa.  Lvov   Rovno"),
    ("Kyiv\u200bOdesa क्\u200dष می\u200cخواهم 👩\u200d👧 \u200fשלום", None),
    ("", None),
]

# What is written, what it reads as; any of them may stand beside any other.
WORDS = ["Kyiv ", "Odesa’s ", "👍🏽 ", "e\u0301a\u0323 ", "שָׁלוֹם ", "𝔎𝔶𝔦𝔳 ", "Łódź, ", "京都 ", "القاهرة "]
READS = {
    Format.TEXT: {"https://kiev.ua/ ": "￼ ", "a@kiev.ua ": "￼ ", "@kiev ": "￼ ", ".\r\n": ".\r\n", "<b>": "<b>"},
    Format.HTML: {
        "<b>": "", "</b>": "", "<p class='>'>": "\n", "</p>": "\n", "<br/>": "\n", "<!-- Kiev > -->": "",
        "<code>Kiev</code>": "￼", "<script>Kiev<</script>": "￼", "&eacute;": "é", "&#128077;": "👍", "&lt;": "<",
        ",\r\n\t": ", ", "https://kiev.ua/&amp;a ": "￼ ", "&NotEqualTilde;": "≂̸", "5 < 6 ": "5 < 6 ",
    },
    Format.MARKDOWN: {
        "*Kyiv*, ": "Kyiv, ", "`Kiev *`, ": "￼, ", "[Kyiv](/kiev), ": "Kyiv, ", "<b>": "",
        "so <!-- Kiev -->": "so ",
        "&eacute;": "é", "\\*": "*", ",\r\n": ", ", "<https://kiev.ua>": "￼", "\n\n\n# Kyiv #\n": "\nKyiv\n",
        "\n\n- ": "\n", "\n\n```\nKiev\n```\n\n": "\n￼\n", "\\\r\nand ": "\nand ", ", snake_case ": ", snake_case ",
    },
}  # fmt: skip
MARKUP = [
    "<", ">", "</", "<!--", "-->", "<a href='", '"', "'", "=", "/>", "<script>", "</script>", "<pre>", "</pre>",
    "<title>", "&", "&#", ";", "&amp", "&eacute;", "`", "```", "~~~", "*", "_", "[", "]", "](", "](/a", ")", "![",
    "[a]: /b", "\\", "#", "# ", "- ", "1. ", "> ", "|", "|-|-|", "---", "===", "+++", "\n", "\r\n", "\r", "\n\n",
    "  ", "    ", "\t", "https://", "www.", "@", "a@b.c", ".ua", "\ufffc", "\u200f", "\u202b", "\u0301",
    "\U0001f1fa", "\ud83d", "\x00", "[^1]: ",
]  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(MARKUP + WORDS) | st.text(max_size=3), max_size=40).map("".join)
FORMATS = st.sampled_from(Format)
BAD = [
    ("a", 1), ("<", 1), ("<a ", 3), ("<a x='", 6), ("<!--", 4), ("<script>", 8), ("<pre>", 5), ("[", 1),
    ("](", 2), ("[a](", 4), ("`", 1), ("`a", 2), ("*", 1), ("_a", 2), ("\\", 1), ("&", 1), ("&#9", 3), (" ", 1),
    ("\n", 1), ("\r\n", 2), (" a", 2), ("> ", 2), ("- ", 2), ("- - x", 5), ("|", 1), ("=", 1), ("@", 1),
    ("a@", 2), (".", 1), ("a.", 2), ("#", 1), ("a-", 2), ("http://", 7), ("```\n", 4), ("[a]:\n", 5),
    ("<a b=c ", 7), ("👍", 1),
]  # fmt: skip


def left_out(document: str, prose: Prose) -> list[str]:
    """What of a document lies between the spans of the characters, which go through it in order, none twice."""
    spans = list(dict.fromkeys(zip(prose.starts, prose.ends, strict=True)))
    assert all(start < end for start, end in spans)
    edges = [0, *(edge for span in spans for edge in span), len(document)]
    assert edges == sorted(edges)
    between = zip(edges[::2], edges[1::2], strict=True)
    return [document[start:end] for start, end in between if start < end]


@pytest.mark.parametrize(("document", "reads"), HTML)
def test_html_reads_as_a_browser_shows_it(document: str, reads: str) -> None:
    assert read_prose(document, Format.HTML).text == reads


@pytest.mark.parametrize(("document", "reads"), MARKDOWN)
def test_markdown_reads_as_it_is_shown(document: str, reads: str) -> None:
    assert read_prose(document, Format.MARKDOWN).text == reads


@pytest.mark.parametrize(("document", "reads"), TEXT)
def test_plain_text_reads_as_it_is_but_for_addresses(document: str, reads: str | None) -> None:
    assert read_prose(document, Format.TEXT).text == (document if reads is None else reads)


@pytest.mark.parametrize(
    ("document", "format", "name", "written"),
    [
        ("<p>👍 Orl&eacute;ans</p>", Format.HTML, "Orléans", "Orl&eacute;ans"),
        ("&Eacute;pernay&#x301;", Format.HTML, "Épernay\u0301", "&Eacute;pernay&#x301;"),
        ("<i>Nizhny\r\n\tNovgorod</i>", Format.HTML, "Nizhny Novgorod", "Nizhny\r\n\tNovgorod"),
        ("> שלום **Posad\\-Pokrovske**\r\n", Format.MARKDOWN, "Posad-Pokrovske", "Posad\\-Pokrovske"),
        ("> Nizhny\r\n> Novgorod", Format.MARKDOWN, "Nizhny Novgorod", "Nizhny\r\n> Novgorod"),
        ("| a |\r\n|--|\r\n| Kyi\u0308v |", Format.MARKDOWN, "Kyi\u0308v", "Kyi\u0308v"),
        ("https://kiev.ua 𝔎 Kiev", Format.TEXT, "Kiev", "Kiev"),
    ],
)
def test_a_name_is_found_where_it_is_written(document: str, format: Format, name: str, written: str) -> None:
    prose = read_prose(document, format)
    start = prose.text.index(name)
    assert document[prose.starts[start] : prose.ends[start + len(name) - 1]] == written


@given(FORMATS, DOCUMENTS)
@example(Format.MARKDOWN, "[^1]:     ")
def test_the_spans_of_the_characters_go_through_the_document_in_order(format: Format, document: str) -> None:
    prose = read_prose(document, format)
    assert len(prose.text) == len(prose.starts) == len(prose.ends)
    markup = (Format.HTML, "<"), (Format.MARKDOWN, "<*_[]")
    signs = dict(markup).get(format, "")
    assert all(part[0] in signs for part in left_out(document, prose))


@given(FORMATS, DOCUMENTS)
def test_a_plain_character_stands_for_itself(format: Format, document: str) -> None:
    prose = read_prose(document, format)
    for char, start, end in zip(prose.text, prose.starts, prose.ends, strict=True):
        # A space or a line break may stand for markup, a letter for a reference to it or for itself escaped.
        if char not in "\ufffc\n ":
            written = UNSEEN.sub("", document[start:end]) or char
            assert written in (char, "\\" + char) or document[start] == "&"


@given(DOCUMENTS)
def test_in_plain_text_only_addresses_are_hidden(document: str) -> None:
    prose = read_prose(document, Format.TEXT)
    for char, start, end in zip(prose.text, prose.starts, prose.ends, strict=True):
        written = UNSEEN.sub("", document[start:end]) or char
        assert written in (char, char * 2) or (char == "\ufffc" and re.search(r"[@#.]|://", written))


@given(st.data(), FORMATS)
def test_markup_is_hidden_and_nothing_else_is(data: st.DataObject, format: Format) -> None:
    reads = READS[format] | {word: word for word in WORDS}
    written = data.draw(st.lists(st.sampled_from(sorted(reads)), max_size=12))
    document = "a " + "".join(written)
    prose = read_prose(document, format)
    # A sign of emphasis between a small letter and a capital, é*Kyiv*, may be any sign, and parts two words.
    parted = ("￼" * (before == "&eacute;" and one[0] == "*") + reads[one] for before, one in pairwise(["", *written]))
    right = "a " + "".join(parted)
    assert re.sub(r" *\n\s*", "\n", prose.text).strip() == re.sub(r" *\n\s*", "\n", right).strip()


@given(
    FORMATS,
    st.lists(st.sampled_from([*"-+>=*_`~[]()!<&;|\\/.1aé:", "&amp;", "&#233;", "<b>", "1. ", "👍"]), max_size=8),
)
def test_what_is_escaped_reads_as_it_was(format: Format, parts: list[str]) -> None:
    text = "X".join(parts)
    assert read_prose(f"Kyiv, {escape(text, format)}, Lviv", format).text == f"Kyiv, {text}, Lviv"


@pytest.mark.parametrize(
    "text",
    ["1. FC Köln", "2) b", "- a", "+ a", "# a", "## a", "> a", "<b>", "&amp;", "*a*", "===", "a_", "[a]: b", "`a`"],
)
def test_what_is_escaped_is_no_markup_at_the_start_of_a_paragraph_either(text: str) -> None:
    assert read_prose(f"{escape(text, Format.MARKDOWN)}\n\nKyiv", Format.MARKDOWN).text == f"{text}\nKyiv"


@pytest.mark.parametrize(
    ("text", "format", "written"),
    [
        ("AT&T", Format.TEXT, "AT&T"),
        ("AT&T <Kyiv>", Format.HTML, "AT&amp;T &lt;Kyiv&gt;"),
        ("O'Neill, \"Sao_Paulo\"", Format.HTML, "O'Neill, \"Sao_Paulo\""),
        ("AT&T, Sao_Paulo, a-b (a.k.a. #1!)", Format.MARKDOWN, "AT&T, Sao_Paulo, a-b (a.k.a. #1!)"),
        ("St. Petersburg", Format.MARKDOWN, "St. Petersburg"),
        ("*NSYNC", Format.MARKDOWN, "\\*NSYNC"),
    ],
)  # fmt: skip
def test_only_what_would_be_markup_is_escaped(text: str, format: Format, written: str) -> None:
    assert escape(text, format) == written


# Were any of these more than linear, the suite would stand still here.
@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(("part", "size"), BAD)
def test_no_document_is_too_much(part: str, size: int, format: Format) -> None:
    document = part * (LONG // size)
    prose = read_prose(document, format)
    assert prose.starts[0] < prose.ends[-1] <= len(document)
