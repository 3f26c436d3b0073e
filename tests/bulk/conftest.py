"""Bulk work over the small world: a job on a file, with one worker, told nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import Job
from gazetteer.bulk.runs import place_of

MakeJob = Callable[..., Job]


@pytest.fixture
def job(world_of_its_own: Path, tmp_path: Path) -> MakeJob:
    """Makes a job on a text, or on a file that is there."""

    def made(text: str | bytes | Path, asking: Asking | None = None, **said: object) -> Job:
        source = text if isinstance(text, Path) else tmp_path / "in.csv"
        if not isinstance(text, Path):
            source.write_bytes(text.encode() if isinstance(text, str) else text)
        output = tmp_path / "out.csv"
        return Job(
            source=source,
            output=output,
            asking=asking or Asking("name"),
            home=world_of_its_own,
            place=place_of(world_of_its_own, output),
            workers=1,
            **said,  # type: ignore[arg-type]
        )

    return made
