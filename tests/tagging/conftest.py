"""What documents are checked with: the small world, opened once, and a fresh desk for each test."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.styles import style_of
from gazetteer.tagging.checking import check
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.model import Checked, Copy

BAKHMUT, KYIV, KHARKIV, KHERSON = "geonames-713174", "geonames-703448", "geonames-706483", "geonames-706448"
SYRSKYI, ZELENSKYY, ZELENSKA = "curated-oleksandr-syrskyi", "wikidata-Q3874799", "wikidata-Q59321885"
LUKASHENKO, HIS_SON, PUTIN = "wikidata-Q2866", "curated-nikolai-lukashenko", "wikidata-Q7747"


@pytest.fixture(scope="session")
def gazetteer(world: Path) -> Iterator[Gazetteer]:
    """The small world, ready to be asked."""
    opened = open_gazetteer(world)
    yield opened
    opened.close()


@pytest.fixture
def desk(gazetteer: Gazetteer) -> Desk:
    """A desk that writes English in the default style, and has read nothing yet."""
    return desk_of(gazetteer)


def desk_of(gazetteer: Gazetteer, style: str | None = None, source_language: str | None = None) -> Desk:
    """A desk that writes in a style, and has read nothing yet."""
    wanted = style_of(style)
    return Desk(gazetteer, wanted, wanted.language, source_language)


def support(desk: Desk, surface: str, kind: Kind | None = None) -> None:
    """Let the document have named an entity."""
    match = desk.decide(surface, kind).matches[0]
    desk.supported[match.entity.id] = match


def read(gazetteer: Gazetteer, text: str, **fields: Any) -> Checked:
    """A copy, checked; its language is that of its style."""
    fields.setdefault("language", style_of(fields.get("style")).language)
    return check(gazetteer, Copy(text, **fields))


def advised(checked: Checked) -> list[tuple[str, str | None]]:
    """The names that are advised on, each with what should stand there."""
    return [(one.surface, one.replacement) for one in checked.mentions if one.advice]


def linked(checked: Checked) -> list[tuple[str, str | None]]:
    """The names found, each with the entity it means."""
    return [(one.surface, one.entity and one.entity.id) for one in checked.mentions]
