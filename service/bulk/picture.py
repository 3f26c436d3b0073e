"""The picture of a finished job: where the places are that its names mean, and the names that nobody is known by.

It is made once, when the job is finished, from its distinct names and not from its rows.
"""

from collections import Counter

from typing_extensions import TypedDict

from gazetteer.bulk.job import Job, Summary
from gazetteer.bulk.names import could_be_name, to_review
from gazetteer.bulk.store import Known, Store
from gazetteer.model import Outcome
from gazetteer.store import database_url, open_engine, positions
from service.bulk.decided import mark_of_choices

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


def picture_and_review(job: Job, summary: Summary) -> dict[str, object]:
    """What a job came to, to be seen at a glance, how many names are left to look at, and the mark of those decided."""
    with Store(job.place.folder, job.place.answers, summary.stamp, counted=True) as store:
        left = sum(1 for _ in to_review(store))
        return {"picture": _picture(job, store), "reviewed": left, "choices": mark_of_choices(store)}


def _picture(job: Job, store: Store) -> PicturePayload:
    rows: Counter[str] = Counter()
    unknown: list[UnknownPayload] = []
    for known in store.known():
        if known.answer.id is not None:
            rows[known.answer.id] += known.count
        elif _is_unknown(known):
            unknown.append({"name": known.values[0], "rows": known.count})
    frequent = sorted(unknown, key=lambda one: -one["rows"])[:UNKNOWN_MOST]
    return {"places": _places(job, rows), "entities": len(rows), "unknown": frequent}


def _is_unknown(known: Known) -> bool:
    return known.answer.decision is Outcome.NIL and could_be_name(known.values[0])


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
