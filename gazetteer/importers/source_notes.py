"""What the gazetteer says of its sources: title, version, licence and the words to print, from seeds/sources.toml."""

import tomllib
from pathlib import Path

from sqlalchemy import Connection, update

from gazetteer.store.schema import sources

FILE = Path(__file__).parents[2] / "seeds" / "sources.toml"
FIELDS = {"title", "source_version", "date", "licence", "attribution"}


def enter_source_notes(connection: Connection) -> None:
    """Write into the sources table what the file says of each source that is there."""
    for key, about in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        values = {field: about[field] for field in FIELDS if field in about}
        connection.execute(update(sources).where(sources.c.key == key).values(values))
