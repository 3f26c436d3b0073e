"""Reading XLIFF 1.2 and 2.x: which text of a document is a translation, of what, and where each character stands.

The parser is expat, because it tells where in the document everything is; it fetches nothing, and a DOCTYPE, with
which entities come, is refused. The document is read in one pass and kept as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.parsers import expat

from gazetteer.errors import BadXliff, NothingTranslated, TextTooLong
from gazetteer.tagging.copies import TEXT_MOST
from gazetteer.xliff.encoding import read_bytes
from gazetteer.xliff.flow import Flow, Strip
from gazetteer.xliff.inline import INLINE
from gazetteer.xliff.model import Document, Segment

NAMESPACE = "urn:oasis:names:tc:xliff:document:"
XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
VERSIONS = {"1.0": 1, "1.1": 1, "1.2": 1, "2.0": 2, "2.1": 2, "2.2": 2}
# Elements that hold a source and its target, and those whose translate="no" goes for what they hold.
HOLDERS = {1: frozenset(("trans-unit",)), 2: frozenset(("segment", "ignorable"))}
UNITS = frozenset(("trans-unit", "unit"))
TRANSLATE = frozenset(("file", "group", "bin-unit", "trans-unit", "unit"))


def read_xliff(data: bytes) -> Document:
    """The document in a file.

    Raises:
        BadXliff: it cannot be read as XLIFF; the text says why, and what would be right.
        NothingTranslated: it has no target with text that may be changed.
        TextTooLong: its targets have more text than is checked at once.
    """
    written = read_bytes(data)
    reader = _Reader(written.text)
    document = Document(written, reader.version, tuple(reader.segments))
    if not document.segments:
        raise NothingTranslated(
            "No target has any text that may be changed: translate the file first; only targets are checked."
        )
    return document


@dataclass(slots=True)
class _Around:
    """What holds of everything inside an element of the structure."""

    name: str
    translate: bool = True
    file: str | None = None
    unit: str | None = None
    segment: str | None = None
    source_language: str | None = None
    language: str | None = None


class _Reader:
    """One reading of a document: its version and segments."""

    def __init__(self, text: str) -> None:
        self.version = ""
        self.segments: list[Segment] = []
        self._document = text
        self._data = text.encode()
        self._byte = self._at = 0  # one place in the document, in bytes of UTF-8 and in characters
        self._family = 0
        self._prefix = ""
        self._around = [_Around("")]
        self._flow: Flow | None = None
        self._depth = 0  # of elements inside the flow
        self._in_target = False
        self._source = ""
        self._language: str | None = None
        self._strips: list[Strip] = []
        self._protecting: set[str] = set()
        self._read_characters = 0
        self._cdata = False
        self._parse()

    def _parse(self) -> None:
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = lambda _: self._edge(cdata=None)
        parser.ProcessingInstructionHandler = lambda *_: self._edge(cdata=None)
        parser.StartCdataSectionHandler = lambda: self._edge(cdata=True)
        parser.EndCdataSectionHandler = lambda: self._edge(cdata=False)
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError as wrong:
            says = expat.errors.messages.get(wrong.code, "not well-formed")
            raise BadXliff(
                f"The file is not well-formed XML: line {wrong.lineno}, column {wrong.offset + 1}: {says}."
            ) from None

    def _start(self, full: str, attributes: Mapping[str, str]) -> None:
        name = self._ours(full)
        if self._flow is not None:
            self._depth += 1
            self._flow.open(name, attributes)
        elif len(self._around) == 1 and not self.version:
            self._root(full, attributes)
        else:
            self._structure(name, attributes)

    def _ours(self, full: str) -> str:
        """The name of an element of XLIFF; that of a foreign one is empty."""
        name = full.removeprefix(self._prefix)
        return "" if " " in name else name

    def _root(self, full: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = full.rpartition(" ")
        if name != "xliff" or (namespace and not namespace.startswith(NAMESPACE)):
            raise BadXliff(f"The root of the file is {_cut(full.split(' ')[-1])}; that of an XLIFF file is xliff.")
        version = attributes.get("version", "")
        if version not in VERSIONS:
            said = f"version {_cut(version)}" if version else "no version"
            raise BadXliff(f"The file has {said}; XLIFF is read in the versions {', '.join(VERSIONS)}.")
        self.version, self._family = version, VERSIONS[version]
        self._prefix = f"{namespace} " if namespace else ""
        self._around.append(
            _Around(name, source_language=attributes.get("srcLang"), language=attributes.get("trgLang"))
        )

    def _structure(self, name: str, attributes: Mapping[str, str]) -> None:
        around = self._around[-1]
        if name in ("source", "target") and around.name in HOLDERS[self._family]:
            self._in_target = name == "target"
            self._language = attributes.get(XML_LANG) if self._in_target else None
            self._flow, self._depth = Flow(INLINE[self._family], self._protecting if self._in_target else set()), 0
            return
        inside = replace(around, name=name)
        if name in TRANSLATE and "translate" in attributes:
            inside.translate = attributes["translate"] != "no"
        if name == "file":
            inside.file = attributes.get("original" if self._family == 1 else "id")
            inside.source_language = attributes.get("source-language", around.source_language)
            inside.language = attributes.get("target-language", around.language)
        if name in UNITS:
            inside.unit, self._protecting = attributes.get("id"), set()
        if name in HOLDERS[self._family]:
            inside.segment = attributes.get("id") if self._family == 2 else None
            self._source, self._strips = "", []
        self._around.append(inside)

    def _end(self, _: str) -> None:
        if self._flow is not None and self._depth:
            self._depth -= 1
            self._flow.close()
        elif self._flow is not None:
            self._end_flow(self._flow)
            self._flow = None
        else:
            around = self._around.pop()
            if around.name in HOLDERS[self._family] and around.translate:
                self._add_segments(around)

    def _end_flow(self, flow: Flow) -> None:
        strips = flow.finish()
        if self._in_target:
            self._strips += strips
        else:
            self._source = "".join(text for strip in strips for text in strip.texts)

    def _add_segments(self, around: _Around) -> None:
        """Keep the translated segments of a unit; its source goes with the first of them."""
        source = self._source
        for strip in self._strips:
            text = "".join(strip.texts)
            if not strip.pieces or not text.strip():
                continue
            self.segments.append(
                Segment(
                    file=around.file,
                    unit=around.unit,
                    segment=strip.segment or around.segment,
                    text=text,
                    pieces=tuple(strip.pieces),
                    source=source,
                    source_language=around.source_language,
                    language=around.language or self._language,
                )
            )
            source = ""

    def _edge(self, *, cdata: bool | None) -> None:
        self._cdata = self._cdata if cdata is None else cdata
        if self._flow is not None:
            self._flow.edge(cdata=self._cdata)

    def _characters(self, text: str) -> None:
        if self._flow is None or not self._flow.reads:
            return
        if not self._in_target or not self._around[-1].translate:
            self._flow.add(text, range(0), range(0))
            return
        self._read_characters += len(text)
        if self._read_characters > TEXT_MOST:
            raise TextTooLong(f"The targets have more than {TEXT_MOST:,} characters; send the file in parts.")
        at = self._place()
        size = len(text)
        if not self._cdata and self._document[at] == "&":
            end = self._document.index(";", at) + 1
            self._flow.add(text, range(at, at + 1), range(end, end + 1))
        elif text == "\n" and self._document.startswith("\r\n", at):
            self._flow.add(text, range(at, at + 1), range(at + 2, at + 3))
        else:
            self._flow.add(text, range(at, at + size), range(at + 1, at + size + 1))

    def _place(self) -> int:
        """Where in the document the parser is, in characters."""
        byte = self._parser.CurrentByteIndex
        self._at += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._at


def _refuse_doctype(*_: object) -> None:
    raise BadXliff("The file has a DOCTYPE, which may bring entities from elsewhere; take it out.")


def _cut(text: str) -> str:
    return f"‘{text[:40]}…’" if len(text) > 40 else f"‘{text}’"
