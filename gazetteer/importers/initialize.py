"""From nothing to a whole gazetteer: migrate, load every source, build the index, count words.

Each step looks at what is there first, so that running it again changes nothing, and a run that was
killed is gone on with.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine

from gazetteer.errors import BadParameter
from gazetteer.importers.counts import Counts
from gazetteer.importers.load import Step, load
from gazetteer.importers.source import Source
from gazetteer.importers.source_notes import enter_source_notes
from gazetteer.index import build_index, index_problem, keep_word_tables
from gazetteer.store import make_gazetteer_id, migrate, reach, settle_version, writing


def initialize(engine: Engine, home: Path, sources: list[Source], step: Step) -> Mapping[str, Counts]:
    """Migrate, load what is not loaded yet, and leave a current index; the tally of each source."""
    set_up(engine, home)
    tallies = load(engine, sources, step)
    with writing(engine) as connection:
        enter_source_notes(connection)
        # A source that was broken off and then left out never said that it ended.
        settle_version(connection)
    if index_problem(home, engine):
        build_index(engine, home, lambda stage, done, total: step(f"index: {stage}", done, total))
    keep_word_tables(home, step)
    return tallies


def set_up(engine: Engine, home: Path) -> None:
    """Make home, tables and the database's mark, where they are missing."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as bad:
        raise BadParameter(f"The folder {home} cannot be made ({bad.strerror}); GAZETTEER_HOME names it.") from bad
    reach(engine)
    migrate(engine)
    with writing(engine) as connection:
        make_gazetteer_id(connection)
