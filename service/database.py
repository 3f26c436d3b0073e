"""The gazetteer of this process: opened at the first need, looked at afresh for each request.

One is shared by the threads of a worker and lent to one at a time: ``with gazetteer() as g``.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import cast

from flask import Flask, current_app
from sqlalchemy.exc import OperationalError

from gazetteer.errors import GazetteerNotReady
from gazetteer.resolve import Gazetteer, names_among, open_gazetteer
from service.config import Settings

EXTENSION = "gazetteer"


@dataclass(slots=True)
class Shelf:
    """Where a process keeps its gazetteer between requests."""

    settings: Settings
    lock: Lock = field(default_factory=Lock)
    opened: Gazetteer | None = None


def put_up(app: Flask, settings: Settings) -> None:
    """Give the application an empty shelf; nothing is opened yet."""
    app.extensions[EXTENSION] = Shelf(settings)


@contextmanager
def gazetteer() -> Iterator[Gazetteer]:
    """Lend the gazetteer, as new as the database is.

    Raises:
        GazetteerNotReady: it cannot be opened, or the database stopped answering.
    """
    shelf = cast(Shelf, current_app.extensions[EXTENSION])
    with shelf.lock:
        try:
            yield _current(shelf)
        except (GazetteerNotReady, OperationalError) as gone:
            _take_down(shelf)
            if isinstance(gone, GazetteerNotReady):
                raise
            raise GazetteerNotReady("The database does not answer; try again in a moment.") from gone


def _current(shelf: Shelf) -> Gazetteer:
    if shelf.opened is None:
        shelf.opened = open_gazetteer(shelf.settings.home, shelf.settings.database_url)
    else:
        shelf.opened.refresh()
    return shelf.opened


def _take_down(shelf: Shelf) -> None:
    opened, shelf.opened = shelf.opened, None
    if opened is not None:
        opened.close()


def known_names(texts: Sequence[str]) -> Collection[str]:
    """Those of these texts that are names of the gazetteer; none where there is no gazetteer to ask.

    For answers that names only sort: without them they are as right, and less well sorted.
    """
    try:
        with gazetteer() as own:
            return names_among(own, texts)
    except GazetteerNotReady:
        return ()
