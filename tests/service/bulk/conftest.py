"""A service with jobs: in front of a world of its own, with a real worker beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import copy_world
from tests.service.bulk.asking import Jobs
from tests.serving import serving


@pytest.fixture(scope="session")
def bulk_home(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the service that these tests share."""
    home = tmp_path_factory.mktemp("bulk")
    copy_world(world, home)
    return home


@pytest.fixture(scope="session")
def bulk_address(bulk_home: Path) -> Iterator[str]:
    """The address of that service."""
    with serving(bulk_home, BULK_UPLOAD_MOST="20000000") as address:
        yield address


@pytest.fixture
def jobs(bulk_address: str) -> Jobs:
    """Its jobs."""
    return Jobs(bulk_address)
