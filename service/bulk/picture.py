"""The picture of a finished job: where the places are that its names mean, and the names that nobody is known by.

It is made once, when the job is finished, from its distinct names and not from its rows.
"""

from collections import Counter

from typing_extensions import TypedDict

from gazetteer.bulk.job import Job, Summary
from gazetteer.bulk.store import Known, Store
from gazetteer.model import Outcome
from gazetteer.store import database_url, open_engine, positions

PLACES_MOST = 400
UNKNOWN_MOST = 10


class PlacePayload(TypedDict):
    """A place that names mean, and in how many rows."""

    id: str
    canonical: str
    lat: float
    lon: float
    rows: int


class UnknownPayload(TypedDict):
    """A name that nobody is known by, and in how many rows."""

    name: str
    rows: int


class PicturePayload(TypedDict):
    """The places with most rows, how many more there are, and the most frequent unknown names."""

    places: list[PlacePayload]
    entities: int
    unknown: list[UnknownPayload]


def picture(job: Job, summary: Summary) -> PicturePayload:
    """What a job came to, to be seen at a glance."""
    rows: Counter[str] = Counter()
    unknown: list[UnknownPayload] = []
    with Store(job.place.folder, job.place.answers, summary.stamp) as store:
        for known in store.known():
            if known.answer.id is not None:
                rows[known.answer.id] += known.count
            elif len(unknown) < UNKNOWN_MOST and _is_unknown(known):
                unknown.append({"name": known.values[0], "rows": known.count})
    return {"places": _places(job, rows), "entities": len(rows), "unknown": unknown}


def _is_unknown(known: Known) -> bool:
    return known.answer.decision is Outcome.NIL and bool(known.values[0].strip())


def _places(job: Job, rows: Counter[str]) -> list[PlacePayload]:
    engine = open_engine(database_url(job.home, job.url))
    try:
        with engine.connect() as connection:
            found = {one.id: one for one in positions(connection, (id for id, _ in rows.most_common(PLACES_MOST)))}
    finally:
        engine.dispose()
    return [
        {"id": one.id, "canonical": one.canonical, "lat": one.lat, "lon": one.lon, "rows": count}
        for id, count in rows.most_common(PLACES_MOST)
        if (one := found.get(id)) is not None
    ]
