"""Reviewing a finished job: the names a person should see, one by one or as a file, and what was decided of them.

A decision is kept at once, and counts when the result is written anew; taken back, the gazetteer's answer stands again.
"""

from collections.abc import Sequence
from itertools import islice
from typing import IO, BinaryIO, cast

from typing_extensions import TypedDict

from gazetteer.bulk.applying import apply
from gazetteer.bulk.choosing import Chooser, parse
from gazetteer.bulk.names import SURE, could_be_name
from gazetteer.bulk.reopening import Kept
from gazetteer.bulk.review import read_review
from gazetteer.bulk.runs import Place, label_of, read_state
from gazetteer.bulk.said import asking_of
from gazetteer.bulk.store import Known, Store, Values
from gazetteer.errors import BadParameter, EntityNotFound
from gazetteer.model import Outcome
from gazetteer.store import Engine
from gazetteer.styles import style_of
from service.bulk.decided import mark_of_choices
from service.bulk.folder import Folder
from service.bulk.record import Record
from service.bulk.samples import samples
from service.bulk.work import answers_of
from service.config import Settings

CHOICES_SHOWN = 3


class CandidatePayload(TypedDict):
    """Who may be meant."""

    id: str
    canonical: str
    description: str | None
    confidence: float
    name: str


class ReviewedPayload(TypedDict):
    """A name to look at: its values, how many rows have it, the first of them, and what is said of it so far.

    `sample` is that first row, of the more frequent names.
    """

    values: list[str]
    rows: int
    first: int
    decision: str
    confidence: float
    why: str
    chosen: bool
    entity: str | None
    canonical: str | None
    candidates: list[CandidatePayload]
    sample: list[str] | None


class NamesPayload(TypedDict):
    """Names to look at, the most frequent first, the roles of their values, and the columns of their samples.

    `anew` says that something was decided, or taken back, since the result was written.
    """

    roles: list[str]
    anew: bool
    columns: list[str]
    names: list[ReviewedPayload]


class DecidedPayload(TypedDict):
    """How many names were decided."""

    decided: int


def kept_of(settings: Settings, folder: Folder, record: Record) -> Kept:
    """The run of a finished job, as the engine reviews it."""
    place = Place(folder.run, answers_of(settings))
    stamp = str((record.came_to or {})["stamp"])
    label = label_of(place, {**(read_state(folder.run) or {}), "stamp": stamp})
    return Kept(place, asking_of(record.said), stamp, label, None, None)


def names(store: Store, folder: Folder, record: Record, skip: int, limit: int) -> NamesPayload:
    """The names to look at, those decided already among them."""
    wanted = (known for known in store.known() if _is_for_people(known))
    roles = list(asking_of(record.said).context)
    anew = mark_of_choices(store) != (record.came_to or {})["choices"]
    columns, rows = samples(folder)
    listed = [_payload(known, rows.get(known.first)) for known in islice(wanted, skip, skip + limit)]
    return {"roles": ["name", *roles], "anew": anew, "columns": list(columns), "names": listed}


def decide(kept: Kept, engine: Engine, values: Values, decision: str | None) -> int:
    """Keep what a person decided of a name, or take it back; how many names are decided so.

    Raises:
        BadParameter: the job has no such name, the name no such candidate, or nothing else is understood.
    """
    with kept.store() as store:
        known = next(store.known_of([values]), None)
        if known is None:
            name = values[0] if values else ""
            raise BadParameter(f"The job has no name {name[:40]!r} with this context; values are the name and that.")
        if decision is None:
            store.withdraw([values])
            return 0
        try:
            chosen = Chooser(engine, style_of(kept.asking.style)).decide(store, known, parse(decision))
        except EntityNotFound as missing:
            raise BadParameter(str(missing)) from missing
        store.choose(chosen)
        return len(chosen)


def decide_by_file(kept: Kept, engine: Engine, file: IO[bytes], name: str) -> int:
    """Keep all that a filled-in review file decides, as `bulk apply` does; how many names that are.

    Raises:
        BadReview: something in it is wrong; nothing of it is kept.
        ColumnMissing: it is no review.
    """
    return apply(kept, list(read_review(cast(BinaryIO, file), name)), engine).decided


def _is_for_people(known: Known) -> bool:
    surely = known.answer.decision is Outcome.LINKED and known.answer.confidence >= SURE
    return known.chosen or (not surely and could_be_name(known.values[0]))


def _payload(known: Known, sample: Sequence[str] | None) -> ReviewedPayload:
    answer = known.answer
    return {
        "values": list(known.values),
        "rows": known.count,
        "first": known.first,
        "decision": answer.decision,
        "confidence": answer.confidence,
        "why": answer.why,
        "chosen": known.chosen,
        "entity": answer.id,
        "canonical": answer.canonical,
        "candidates": [
            {
                "id": one.id,
                "canonical": one.canonical,
                "description": one.description,
                "confidence": one.confidence,
                "name": one.name,
            }
            for one in answer.choices[:CHOICES_SHOWN]
        ],
        "sample": None if sample is None else list(sample),
    }
