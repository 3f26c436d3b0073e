"""The words of documents: the copy that is checked, the mentions found in it, and what is advised.

Offsets count code points of the untouched original, from 0; an end is the offset after the last.
"""

from dataclasses import dataclass
from enum import StrEnum

from gazetteer.model import Entity, Kind, Outcome, Relation, Style
from gazetteer.tagging.cuts import Cut


class Format(StrEnum):
    """How the copy is marked up."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


class Advice(StrEnum):
    """What is advised of a name: it is wrong, or a real form elsewhere that is not this desk's."""

    WRONG = "wrong"
    HOUSE_STYLE = "house_style"


class Fix(StrEnum):
    """Which advice is carried out in the corrected text."""

    NONE = "none"
    WRONG = "wrong"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be checked, and what is known of it.

    `language` is the language it is written in, `source_language` the one it came through, `source_text`
    the original article; `ignore` are spans (start, end) that the desk has decided to leave as they are.
    """

    text: str
    format: Format = Format.TEXT
    language: str = "en"
    source_language: str | None = None
    source_text: str | None = None
    style: str | None = None
    ignore: tuple[tuple[int, int], ...] = ()
    quotations: bool = True  # whether names inside quotation marks are advised on too


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the copy that names an entity, or may; advice is None where it is left alone, and
    replacement too where it is not sure enough to be put in.

    `cluster` is equal for mentions of one entity or of one unknown name; `why` is None for a right name. `name` is
    the surface as it reads, without its markup; `cuts` are where that stands in it.
    """

    start: int
    end: int
    surface: str
    kind: Kind | None
    decision: Outcome
    entity: Entity | None
    advice: Advice | None
    replacement: str | None
    alternatives: tuple[str, ...]
    confidence: float
    relation: Relation | None
    why: str | None
    cluster: int
    cuts: tuple[Cut, ...] = ()
    read: str | None = None  # where the surface reads otherwise than it is written

    @property
    def name(self) -> str:
        return self.surface if self.read is None else self.read


@dataclass(frozen=True, slots=True)
class Checked:
    """The mentions found in a copy, in order, none overlapping another; and the language it seems to come through.

    `style` is None where none writes the copy's language; then nothing is advised, and `warning` says why.
    """

    copy: Copy
    mentions: tuple[Mention, ...]
    guessed_language: str | None
    guess_confidence: float
    gazetteer_version: int
    style: Style | None = None
    warning: str | None = None
