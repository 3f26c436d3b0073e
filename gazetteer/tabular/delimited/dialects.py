"""Dialects: how a delimited text file is written, guessed from its beginning, and what speaks for the guess.

Whatever is given is kept and only checked: first the encoding, then delimiter and quote, then the header.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.tabular.delimited.asking import asked_delimiter, asked_encoding, asked_quote
from gazetteer.tabular.delimited.blocks import Units
from gazetteer.tabular.delimited.deciphering import decipher
from gazetteer.tabular.delimited.delimiters import Parted, part
from gazetteer.tabular.delimited.encodings import MARKS, WIDE, name_of
from gazetteer.tabular.delimited.headings import Heading, find_heading
from gazetteer.tabular.delimited.splitting import HINT
from gazetteer.tabular.model import Dialect

# So many bytes of a file are worth looking at.
SAMPLE = 1 << 19
ROWS_SHOWN = 20
LINE_ENDS = {"\n": "LF (Unix)", "\r\n": "CR LF (Windows)", "\r": "CR (old Mac)"}
SIGNS = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "vertical bar",
    " ": "space",
    '"': 'double (")',
    "'": "single (')",
}
GIVEN = "as asked"
_CUT_OFF = re.compile(rb"[\x80-\xff]+\Z")
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in words, and why it was taken."""

    what: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Survey:
    """A dialect, what to say of it, and the first rows read so, the header among them."""

    dialect: Dialect
    findings: tuple[Finding, ...]
    rows: Sequence[Sequence[str]]


def guess(
    sample: bytes,
    *,
    whole: bool,
    encoding: str | None = None,
    delimiter: str | None = None,
    quote: str | None = None,
    header: bool | None = None,
) -> Dialect:
    """How a file is written that begins with this sample, or is it as a `whole`; what is given stays.

    A quote "" says that the file has none.

    Raises:
        UnknownEncoding: the encoding asked for is not known, or not read.
        WrongEncoding: the sample is not in it.
        BadDelimiter: the delimiter or the quote is not one character, or none that can be one.
        BadTable: the sample is in UTF-32.
    """
    found = survey(sample, whole=whole, encoding=encoding, delimiter=delimiter, quote=quote, header=header)
    return found.dialect


def survey(
    sample: bytes,
    *,
    whole: bool,
    encoding: str | None = None,
    delimiter: str | None = None,
    quote: str | None = None,
    header: bool | None = None,
    header_row: int = 1,
    named: Sequence[str] = (),
) -> Survey:
    """The same guess, with what speaks for it; raises the same."""
    lines = _whole_lines(sample, whole)
    deciphered = asked_encoding(lines, encoding) if encoding is not None else decipher(lines)
    codec = deciphered.codec
    text = sample[len(MARKS[codec]) :] if deciphered.mark else sample
    text = _whole_lines(Units(codec).narrow(text) if codec in WIDE else text, whole)
    narrow = "utf-8" if codec in WIDE else codec
    hint = HINT.match(text)
    sign = asked_delimiter(delimiter, narrow) or (hint[1].decode("ascii") if hint else None)
    below = _from_line(text[hint.end() :] if hint else text, header_row)
    parted = part(below, narrow, sign, asked_quote(quote, sign))
    heading = Heading(header, GIVEN) if header is not None else find_heading(parted.rows, named)
    ends = _LINE_END.search(text)
    line_end = ends[0].decode("ascii") if ends else "\n"
    dialect = Dialect(codec, parted.delimiter, parted.quote, line_end, heading.header, deciphered.mark, header_row)
    why = GIVEN if delimiter is not None else "the file says so on its first line" if hint else None
    findings = (
        Finding("encoding", name_of(codec), deciphered.why),
        Finding("delimiter", SIGNS.get(parted.delimiter, parted.delimiter), why or _why_parted(parted)),
        _quote_finding(parted, GIVEN if quote is not None else None),
        Finding(
            "line end", LINE_ENDS[line_end], "of the first line; each line keeps its own" if ends else "there is none"
        ),
        Finding("header", _header_said(heading.header, header_row), heading.why),
    )
    return Survey(dialect, findings, parted.rows[:ROWS_SHOWN])


def _from_line(text: bytes, number: int) -> bytes:
    """A text from this line on, counted from 1."""
    return b"".join(text.splitlines(keepends=True)[number - 1 :]) if number > 1 else text


def _whole_lines(sample: bytes, whole: bool) -> bytes:
    """A sample without the line that goes on behind it; where that is all of it, without the letters at its end."""
    if whole:
        return sample
    cut = max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1
    return sample[:cut] if cut else _CUT_OFF.sub(b"", sample)


def _why_parted(parted: Parted) -> str:
    if not parted.rows:
        return "there are no rows"
    if parted.columns == 1:
        return "there is one column; no sign parts all rows evenly"
    return f"{parted.even:,} of {len(parted.rows) + parted.damaged:,} sampled rows have {parted.columns:,} cells"


def _header_said(header: bool, row: int) -> str:
    return "no" if not header else "yes" if row == 1 else f"line {row:,}"


def _quote_finding(parted: Parted, given: str | None) -> Finding:
    value = "none" if parted.quote is None else SIGNS.get(parted.quote, parted.quote)
    damaged = f"; {parted.damaged:,} sampled rows cannot be read so" if parted.damaged else ""
    why = (
        "quotes stand unpaired"
        if parted.quote is None
        else "what most files have"
        if parted.quote == '"'
        else "cells stand in them"
    )
    return Finding("quote", value, (given or why) + damaged)
