"""A flow of text being read: the content of one target or source, with its inline elements, as segments' texts.

A tag parts the text but not the name it stands in; what stands for something, native code and protected words are a
barrier in the text, which no name spans.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gazetteer.xliff.inline import FOREIGN, SUB, Inline, is_line_break, is_protected, is_segment
from gazetteer.xliff.model import BARRIER, Piece


@dataclass(slots=True)
class Strip:
    """The text of one segment so far, and its finished pieces; `since` counts those before the last tag."""

    segment: str | None = None
    texts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    since: int = 0
    opened: bool = False  # whether the last tag opens


@dataclass(frozen=True, slots=True)
class _Inside:
    """What to do where an element ends."""

    inline: Inline
    code: bool  # whether the text around it is no prose
    ends_segment: bool = False
    ends_sub: bool = False


class Flow:
    """The content of one target, or of one source, where offsets do not matter."""

    def __init__(self, known: Mapping[str, Inline], protecting: set[str]) -> None:
        self.strips = [Strip()]
        self._known = known
        self._protecting = (
            protecting  # the ids of opened, not yet closed marks of words to be left, over the whole unit
        )
        self._code = False
        self._stack: list[_Inside] = []
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._cdata = False

    @property
    def reads(self) -> bool:
        """Whether what comes next is prose."""
        return not self._code and not self._protecting

    def add(self, text: str, starts: range, ends: range) -> None:
        """Text that reads so, with where each of its characters stands in the document."""
        self._text.append(text)
        self._starts.extend(starts)
        self._ends.extend(ends)

    def edge(self, *, cdata: bool) -> None:
        """The edge of a CDATA section, or where a comment stands: it parts text, but is no tag."""
        self._finish()
        self._cdata = cdata

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; a foreign one has no name."""
        inline = self._known.get(name, FOREIGN)
        if name == SUB:
            self._stack.append(_Inside(inline, self._code, ends_sub=True))
            self._stand(BARRIER)
            # Native code holds the flow of text; what is protected or foreign holds it like everything else.
            self._code = self._code and not self._in_native_code()
            return
        segment = name == "mrk" and is_segment(attributes) and self.reads
        self._stack.append(_Inside(inline, self._code, ends_segment=segment))
        if segment:
            self._part(attributes.get("mid"))
        elif not self._code:
            self._tag(name, inline, attributes)

    def close(self) -> None:
        """The element that began last ends."""
        inside = self._stack.pop()
        self._code = inside.code
        if inside.ends_segment:
            self._part(None)
        elif inside.ends_sub:
            self._stand(BARRIER)
        elif inside.inline.holds and not inside.code:
            self._parted(opens=False, closes=True)

    def finish(self) -> list[Strip]:
        """The segments that were read."""
        self._parted(opens=False, closes=False)
        return self.strips

    def _tag(self, name: str, inline: Inline, attributes: Mapping[str, str]) -> None:
        if name == "em":
            self._protecting.discard(attributes.get("startRef", ""))
        if is_protected(attributes) or (inline.stands and self.reads):
            self._stand("\n" if inline.stands and is_line_break(attributes) else BARRIER)
        else:
            self._parted(opens=inline.opens or inline.holds, closes=inline.closes)
        if is_protected(attributes) and name == "sm":
            self._protecting.add(attributes.get("id", ""))
        self._code = not inline.holds or is_protected(attributes)

    def _in_native_code(self) -> bool:
        """Whether the innermost element around a sub is one that holds native code."""
        around = self._stack[-2].inline if len(self._stack) > 1 else None
        return around is not None and not around.holds and not self._stack[-2].code

    def _part(self, segment: str | None) -> None:
        self._parted(opens=False, closes=False)
        self.strips.append(Strip(segment))

    def _stand(self, character: str) -> None:
        """Put a character into the text that is none of the document."""
        self._parted(opens=False, closes=False)
        strip = self.strips[-1]
        strip.texts.append(character)
        strip.length += 1

    def _parted(self, *, opens: bool, closes: bool) -> None:
        """A tag parts the text: what stands between one that opens and one that closes is wrapped."""
        self._finish()
        strip = self.strips[-1]
        if closes and strip.opened:
            last = strip.pieces[strip.since :]
            strip.pieces[strip.since :] = [
                Piece(one.start, one.text, one.starts, one.ends, one.cdata, wrapped=True) for one in last
            ]
        strip.since, strip.opened = len(strip.pieces), opens

    def _finish(self) -> None:
        """End the piece that is being read."""
        if not self._text:
            return
        text, strip = "".join(self._text), self.strips[-1]
        strip.pieces.append(Piece(strip.length, text, tuple(self._starts), tuple(self._ends), self._cdata))
        strip.texts.append(text)
        strip.length += len(text)
        self._text, self._starts, self._ends = [], [], []
