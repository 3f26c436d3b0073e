"""Cuts are where markup stands in a name, and stay there when it is replaced."""

import pytest

from gazetteer.tagging.cuts import Cut, cuts_of, put_in
from gazetteer.tagging.model import Format
from gazetteer.tagging.prose import read_prose

# A name with its markup, what it is to be, and that as it is written.
PUT_IN = [
    ("Wladimir</b> Selenskyj", "Volodymyr Zelenskyy", "Volodymyr</b> Zelenskyy"),
    ("Wladimir <b>Selen</b>skyj", "Volodymyr Zelenskyy", "Volodymyr <b>Zelen</b>skyy"),
    ("Bakh<i>mout", "Bakhmut", "Bakh<i>mut"),
    ("Rock</b> and Roll", "Rock & Roll", "Rock</b> &amp; Roll"),
    ("Wladimir</b>&nbsp;Selenskyj", "Volodymyr Zelenskyy", "Volodymyr</b> Zelenskyy"),
    ("Wladimir</b> Selenskyj", "Zelenskyy", None),
    ("Ukr</b>zaliznyzja", "Ukrainian Railways", None),
    ("K<b>i</b><i>e</i>w", "Ky", None),
]


@pytest.mark.parametrize(("written", "replacement", "right"), PUT_IN)
def test_markup_stays_where_it_is_or_nothing_is_put_in(written: str, replacement: str, right: str | None) -> None:
    prose = read_prose(written, Format.HTML)
    cuts = cuts_of(written, prose.starts, prose.ends, 0, len(prose.text))
    assert put_in(prose.text, cuts, replacement, lambda text: text.replace("&", "&amp;")) == right


def test_a_cut_is_counted_in_the_name() -> None:
    document = "in <b>Bakh</b><i>mout</i>"
    prose = read_prose(document, Format.HTML)
    assert cuts_of(document, prose.starts, prose.ends, 3, 11) == (Cut(4, "</b><i>"),)
    assert cuts_of(document, prose.starts, prose.ends, 3, 7) == ()
