"""The copies that a document's targets make: all those in one pair of languages together, in one style.

A style checks only what is written in its own language: no target is held to the rules of another one.
"""

from collections.abc import Sequence
from itertools import accumulate

from gazetteer.errors import BadParameter, BadXliff, NoStyleOfLanguage, TextTooLong, UnknownLanguage
from gazetteer.model import Style
from gazetteer.query import check as checked_fields
from gazetteer.styles import style_writing, styles
from gazetteer.tagging.copies import TEXT_MOST, make_copy
from gazetteer.xliff.model import BARRIER, JOINT, Document, Part, Segment

# Marks of direction, which no copy may hold; in a translation they are common, and part names as they part text.
_DIRECTIONS = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", BARRIER))


def parts_of(
    document: Document,
    *,
    style: Style | None = None,
    language: str | None = None,
    source_language: str | None = None,
    quotations: bool = True,
) -> list[Part]:
    """The parts of a document, in the order of their first segments, in this style or in that of their language.

    `language` is that of targets of which the file does not say it, `source_language` that of such sources.

    Raises:
        BadParameter: the file says another language than is said of it.
        BadXliff: the file does not say the language of its targets, or says none that there is.
        NoStyleOfLanguage: no style, or not the one asked for, writes that language.
        TextTooLong: the targets have more text than is checked at once.
    """
    pairs: dict[tuple[str, str | None], list[Segment]] = {}
    for segment in document.segments:
        tongue = _target_language(segment.language or language)
        source = _source_language(segment.source_language)
        _agree("language", language, "targets", tongue)
        _agree("source_language", source_language, "sources", source)
        pairs.setdefault((tongue, source or source_language), []).append(segment)
    made = [
        _part(segments, source, style_for(tongue, style), tongue, quotations)
        for (tongue, source), segments in pairs.items()
    ]
    if sum(len(part.copy.text) for part in made) > TEXT_MOST:
        raise TextTooLong(f"The targets have more than {TEXT_MOST:,} characters; send the file in parts.")
    return made


def style_for(language: str, asked: Style | None = None) -> Style:
    """The style for copy in a language: the one asked for, else the first that writes it, the default one for English.

    Raises:
        NoStyleOfLanguage: there is none, or the one asked for writes another.
    """
    tongue = language.split("-")[0]
    if asked is not None and asked.language != tongue:
        raise NoStyleOfLanguage(
            f"The style {asked.id} writes {asked.language}, the targets are in {language}; "
            f"ask for a style that writes {tongue}, or for none."
        )
    style = asked or style_writing(tongue)
    if style is None:
        tongues = ", ".join(sorted({one.language for one in styles().values()}))
        raise NoStyleOfLanguage(
            f"The targets are in {language}, which no style writes; there are styles for {tongues}. "
            "Add a style file for it: names are not checked by the rules of another language."
        )
    return style


def _part(segments: Sequence[Segment], source: str | None, style: Style, language: str, quotations: bool) -> Part:
    text = JOINT.join(segment.text for segment in segments).translate(_DIRECTIONS)
    if len(text) > TEXT_MOST:
        raise TextTooLong(f"The targets have more than {TEXT_MOST:,} characters; send the file in parts.")
    copy = make_copy(
        text, language=language, source_language=source, source_text=_sources(segments), quotations=quotations
    )
    ends = accumulate(len(segment.text) + len(JOINT) for segment in segments)
    return Part(copy, style, tuple(segments), (0, *ends)[:-1])


def _sources(segments: Sequence[Segment]) -> str | None:
    """The sources of segments as one text; of very long ones the first, in whole segments, as many as are read."""
    kept, length = [], 0
    for segment in segments:
        length += len(segment.source) + len(JOINT)
        if length > TEXT_MOST:
            break
        if segment.source:
            kept.append(segment.source)
    return JOINT.join(kept).translate(_DIRECTIONS) or None


def _agree(field: str, said: str | None, what: str, written: str | None) -> None:
    """Refuse a language that is said of a file which says another; of which country it is does not matter."""
    known = checked_fields(language=said)["language"]
    if known and written and known.split("-")[0] != written.split("-")[0]:
        raise BadParameter(
            f"{field} says {said}, but the file says that its {what} are in {written}; leave {field} out."
        )


def _target_language(tag: str | None) -> str:
    if tag is None:
        raise BadXliff(
            "The file does not say the language of its targets; it would be in target-language of each file (1.2), "
            "or in trgLang of the root (2.x)."
        )
    try:
        return checked_fields(language=tag.replace("_", "-"))["language"] or ""
    except UnknownLanguage as wrong:
        raise BadXliff(f"The language of the targets: {wrong}") from wrong


def _source_language(tag: str | None) -> str | None:
    """The language of the sources; None where the file says nothing that is one, and it is guessed."""
    try:
        return None if tag is None else checked_fields(language=tag.replace("_", "-"))["language"]
    except UnknownLanguage:
        return None
