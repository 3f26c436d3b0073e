"""The styles there are: those shipped, and those of a newsroom's own folders; each read once."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from gazetteer.errors import BadStyle, UnknownStyle
from gazetteer.model import Style
from gazetteer.styles.file import StyleFile
from gazetteer.styles.inheritance import style_on_its_base
from gazetteer.styles.reading import read_style

FOLDER = Path(__file__).parents[2] / "seeds" / "styles"
MORE = "GAZETTEER_STYLES"  # the variable that names a newsroom's own folders
DEFAULT = "default"


def styles() -> Mapping[str, Style]:
    """Every style by its id: those shipped, and those of the folders that GAZETTEER_STYLES names.

    Raises:
        BadStyle: a file breaks the format, or two have one id; the text names file and line.
    """
    return _styles(os.environ.get(MORE, ""))


def style_of(style_id: str | None) -> Style:
    """The style with this id; the default one for None.

    Raises:
        UnknownStyle: there is none; the text lists those there are.
    """
    known = styles()
    wanted = DEFAULT if style_id is None else style_id
    if wanted not in known:
        raise UnknownStyle(f"No style {style_id!r}; known: {', '.join(known)}.")
    return known[wanted]


def style_writing(language: str) -> Style | None:
    """The first style that writes a language, the default one for English; None if there is none."""
    known, tongue = styles(), language.split("-")[0]
    return next((one for one in (known[DEFAULT], *known.values()) if one.language == tongue), None)


def load_style(path: Path) -> Style:
    """The style that one file describes; it may inherit from any that is known.

    Raises:
        BadStyle: the file cannot be read or breaks the format; the text names file and line, and what would be right.
    """
    file, known = read_style(path), _files(os.environ.get(MORE, ""))
    _refuse_second(file, known)
    return style_on_its_base(file, {**known, file.id: file})


@cache
def _styles(folders: str) -> Mapping[str, Style]:
    files = _files(folders)
    return MappingProxyType({key: style_on_its_base(file, files) for key, file in files.items()})


@cache
def _files(folders: str) -> Mapping[str, StyleFile]:
    """The files of the shipped folder and of further ones, checked one by one, by the ids of their styles."""
    known: dict[str, StyleFile] = {}
    for folder in (FOLDER, *(Path(name) for name in folders.split(os.pathsep) if name)):
        if not folder.is_dir():
            raise BadStyle(f"{MORE} names {folder}, which is no folder; it must name folders of style files.")
        for path in sorted(folder.glob("*.toml")):
            file = read_style(path)
            _refuse_second(file, known)
            known[file.id] = file
    return MappingProxyType(known)


def _refuse_second(file: StyleFile, known: Mapping[str, StyleFile]) -> None:
    other = known.get(file.id)
    if other is not None and other.path.resolve() != file.path.resolve():
        file.refuse(
            ("id",), f"the id {file.id!r} is taken by {other.path}; choose another, and inherit from that style"
        )
