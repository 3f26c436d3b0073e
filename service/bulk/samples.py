"""Sample rows: the first row of each name that a person should see, as it stands in the file.

Only the most frequent names have one: they come early, so that the file need not be read through again for them.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

import orjson

from gazetteer.bulk.job import Job
from gazetteer.bulk.names import to_review
from gazetteer.bulk.store import Store
from gazetteer.tabular.model import Row
from gazetteer.tabular.opening import open_table
from service.bulk.folder import Folder

NAME = "samples.json"
MOST = 500  # names
COLUMNS_MOST = 12
CELL_MOST = 200  # characters


def keep_samples(folder: Folder, job: Job, stamp: str) -> None:
    """Keep the sample rows of a job that is done."""
    with Store(job.place.folder, job.place.answers, stamp, counted=True) as store:
        wanted = {known.first for known in islice(to_review(store), MOST)}
    rows: dict[str, list[str]] = {}
    with open_table(job.source, name=job.name, asked=job.reading) as opened:
        columns = opened.table.columns[:COLUMNS_MOST]
        last = max(wanted, default=0)
        for row in opened.table.rows(range(len(columns))):
            if isinstance(row, Row) and row.number in wanted:
                rows[str(row.number)] = [cell[:CELL_MOST] for cell in row.values]
            if isinstance(row, Row) and row.number >= last:
                break
    folder.put(NAME, orjson.dumps({"columns": [column[:CELL_MOST] for column in columns], "rows": rows}))


def samples(folder: Folder) -> tuple[Sequence[str], Mapping[int, Sequence[str]]]:
    """The columns that sample rows have, and the rows by their numbers."""
    kept = orjson.loads(folder.get(NAME) or b'{"columns": [], "rows": {}}')
    return kept["columns"], {int(number): row for number, row in kept["rows"].items()}
