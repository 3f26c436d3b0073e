"""Labelled passages: our own marked-up files, or a file of JSON lines with offsets, in one shape."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARKED = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
HEAD = re.compile(r"@ (\S+) (\S+)")


@dataclass(frozen=True, slots=True)
class Label:
    """A name at start:end; accepted forms, of which none is the surface where the name is wrong."""

    start: int
    end: int
    wrong: bool
    kind: str
    accepted: tuple[str, ...]
    cause: str | None = None
    knowable: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that came through a source language, with all its names; `other` are spans that are not scored."""

    id: str
    source_language: str
    text: str
    labels: tuple[Label, ...]
    other: tuple[tuple[int, int], ...] = ()


def read_passages(path: Path) -> list[Passage]:
    """The passages of a folder of marked-up files, or of one file of JSON lines."""
    if path.is_dir():
        return [passage for file in sorted(path.glob("*.txt")) for passage in _marked(file)]
    return [_from_json(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _marked(file: Path) -> Iterator[Passage]:
    for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
        head, _, body = block.partition("\n")
        found = HEAD.fullmatch(head.strip())
        if found is None:
            raise ValueError(f"{file}: a passage begins with `@ id language`, not {head!r}")
        yield _unmarked(found[1], found[2], body)


def _unmarked(id_: str, language: str, body: str) -> Passage:
    """The passage without its marks, and what they say."""
    text, labels, before = "", list[Label](), 0
    for marked in MARKED.finditer(body):
        text += body[before : marked.start()]
        surface, label = _label(marked[1], len(text))
        text += surface
        labels.append(label)
        before = marked.end()
    return Passage(id_, language, text + body[before:], tuple(labels))


def _label(marked: str, start: int) -> tuple[str, Label]:
    """The name inside a pair of braces, and the label it gets where it starts."""
    name, kind, *cause = (part.strip() for part in marked.split("|"))
    wrong = "=>" in name
    surface, _, forms = name.partition("=>" if wrong else "~")
    surface = surface.strip()
    accepted = tuple(form.strip() for form in forms.split(";") if form.strip())
    return surface, Label(start, start + len(surface), wrong, kind, accepted, cause[0] if cause else None)


def _from_json(raw: dict[str, object]) -> Passage:
    labels, other = [], []
    for one in raw["mentions"]:  # type: ignore[attr-defined]
        if one["status"] == "ignore":
            other.append((one["start"], one["end"]))
            continue
        wrong = one["status"] == "variant"
        accepted = tuple(one["canonical"] if wrong else one.get("also", ()))
        knowable = not wrong or one.get("reach") != "unlisted" or bool(one.get("in_document"))
        labels.append(Label(one["start"], one["end"], wrong, one["kind"], accepted, one.get("error_type"), knowable))
    return Passage(str(raw["doc"]), str(raw["src_lang"]), str(raw["text"]), tuple(labels), tuple(other))
