"""What translations are checked with: the small world, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.resolve import Gazetteer, open_gazetteer

FILES = Path(__file__).with_name("files")


@pytest.fixture(scope="session")
def gazetteer(world: Path) -> Iterator[Gazetteer]:
    """The small world, ready to be asked."""
    opened = open_gazetteer(world)
    yield opened
    opened.close()
