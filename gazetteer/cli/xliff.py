"""XLIFF files as ``check`` takes them: by the ends of their names or by --format, each with the languages it says."""

from collections.abc import Iterator
from pathlib import Path

from gazetteer.cli.documents import read_data, shown
from gazetteer.cli.finding import Finding
from gazetteer.cli.report import Lines, Paint, advice, counted, seen
from gazetteer.errors import BadFile, BadParameter
from gazetteer.model import Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.copies import Fields
from gazetteer.tagging.fixing import summary
from gazetteer.tagging.model import Fix
from gazetteer.xliff.checking import all_found, check_document, fix_document, offset
from gazetteer.xliff.encoding import BYTES_MOST
from gazetteer.xliff.model import CheckedDocument, Left, Segment
from gazetteer.xliff.payloads import checked_xliff
from gazetteer.xliff.reading import read_xliff

XLIFF = "xliff"  # the format that says so of any file, and of standard input
ENDINGS = frozenset((".xlf", ".xliff", ".mxliff", ".sdlxliff", ".mqxliff"))
SAID = {
    Left.TAGS: "Not put in: a pair of tags would be left with nothing between.",
    Left.CDATA: "Not put in: a CDATA section cannot have a letter that the file's encoding lacks.",
}


def is_xliff(name: str) -> bool:
    """Whether a file's name ends as those of XLIFF do.

    >>> is_xliff("jobs/One.XLF"), is_xliff("one.xml")
    (True, False)
    """
    return Path(name).suffix.lower() in ENDINGS


def check_file(gazetteer: Gazetteer, name: str, which: Fix, around: Fields, style: Style | None) -> Finding:
    """What is found in an XLIFF file, in the style asked for or in that of the language of its targets.

    Raises:
        BadFile: it cannot be read, its targets cannot be checked so, or something is said of it that it says itself.
    """
    if around.get("source_text") is not None:
        raise BadFile(f"{shown(name)}: An XLIFF file has its sources in itself; leave --source-text out.")
    data = read_data(name, BYTES_MOST)
    try:
        found = check_document(
            gazetteer,
            read_xliff(data),
            style=style,
            language=around.get("language"),
            source_language=around.get("source_language"),
            quotations=around.get("quotations") is not False,
        )
    except (BadFile, BadParameter) as wrong:
        raise BadFile(f"{shown(name)}: {wrong}") from wrong
    written = found.document.written
    return Finding(
        name=name,
        before=written.text,
        after=fix_document(found, which),
        advised=any(one.mention.advice for one in all_found(found)),
        encoded=written.encoded,
        report=lambda paint: report(shown(name), found, paint),
        payload=lambda: checked_xliff(found, which),
    )


def report(name: str, found: CheckedDocument, paint: Paint) -> Iterator[str]:
    """The lines of what was found in a document, with the unit and segment of each."""
    lines = Lines(found.document.written.text)
    for one in all_found(found):
        if one.mention.advice is None:
            continue
        line, column = lines.at(offset(one))
        yield f"{paint(f'{name}:{line}:{column}:', bold=True)} {_where(one.segment)}: {advice(one.mention, paint)}"
        if one.mention.why:
            yield f"    {seen(one.mention.why)}"
        if one.mention.alternatives:
            yield f"    Or: {seen(', '.join(one.mention.alternatives))}."
        if one.left is not None:
            yield f"    {SAID[one.left]}"
    mentions = [one.mention for one in all_found(found)]
    yield from counted(name, mentions, [row for part in found.parts for row in summary(part.checked)], paint)


def _where(segment: Segment) -> str:
    unit = f"unit {seen(segment.unit or '?')}"
    return unit if segment.segment is None else f"{unit}, segment {seen(segment.segment)}"
