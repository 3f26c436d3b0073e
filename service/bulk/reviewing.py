"""Reviewing a finished job: the names a person should see, one by one or as a file, and what was decided of them.

A decision is kept at once, and counts when the result is written anew; taken back, the gazetteer's answer stands again.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import IO

from typing_extensions import TypedDict

from gazetteer.bulk.answers import Answer, from_bytes
from gazetteer.bulk.review import SURE
from gazetteer.bulk.said import asking_of
from gazetteer.bulk.store import Known, Store, Values
from gazetteer.errors import BadParameter, BadTable
from gazetteer.model import Outcome
from service.bulk.decided import mark_of_choices
from service.bulk.folder import Folder
from service.bulk.record import Record
from service.bulk.samples import samples
from service.bulk.work import answers_of
from service.config import Settings

NOBODY = "nobody"
CHOSEN = "chosen"
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
    """How many decisions were kept."""

    decided: int


@contextmanager
def store_of(settings: Settings, folder: Folder, record: Record) -> Iterator[Store]:
    """The distinct names of a job that was finished once."""
    stamp = (record.came_to or {})["stamp"]
    with Store(folder.run, answers_of(settings), stamp) as store:
        yield store


def names(store: Store, folder: Folder, record: Record, skip: int, limit: int) -> NamesPayload:
    """The names to look at, those decided already among them."""
    wanted = (known for known in store.known() if _is_for_people(known))
    roles = list(asking_of(record.said).context)
    anew = mark_of_choices(store) != (record.came_to or {})["choices"]
    columns, rows = samples(folder)
    listed = [_payload(known, rows.get(known.first)) for known in islice(wanted, skip, skip + limit)]
    return {"roles": ["name", *roles], "anew": anew, "columns": list(columns), "names": listed}


def decide(store: Store, values: Values, decision: str | None) -> None:
    """Keep what a person decided of a name, or take it back.

    Raises:
        BadParameter: the job has no such name, or the name no such candidate.
    """
    if decision is None:
        store.forget_choice(values)
        return
    store.choose(dict([_decided(store, values, decision)]))


def decide_by_file(store: Store, record: Record, file: IO[bytes]) -> int:
    """Keep all that a filled-in review file decides; how many names that are. Nothing is kept of one that is wrong.

    Raises:
        BadTable: it is no review file of this job.
        BadParameter: a decision cannot be; says on which line.
    """
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    roles = ["name", *asking_of(record.said).context]
    choices: dict[Values, Answer] = {}
    try:
        rows = csv.DictReader(text)
        _check_header(rows.fieldnames, roles)
        for row in rows:
            if decision := (row["decision"] or "").strip():
                values, answer = _on_line(store, rows.line_num, tuple(row[role] or "" for role in roles), decision)
                choices[values] = answer
    except (UnicodeDecodeError, csv.Error):
        raise BadTable("The review file is no CSV in UTF-8; save it as such.") from None
    finally:
        text.detach()
    store.choose(choices)
    return len(choices)


def _check_header(found: Sequence[str] | None, roles: Sequence[str]) -> None:
    missing = [name for name in (*roles, "decision") if name not in (found or ())]
    if missing:
        raise BadTable(
            f"The review file has no column {missing[0]!r}; fill in the column decision of the file that "
            "GET /bulk/{id}/review gives, and leave the others as they are."
        )


def _on_line(store: Store, line: int, values: Values, decision: str) -> tuple[Values, Answer]:
    try:
        return _decided(store, values, decision)
    except BadParameter as wrong:
        raise BadParameter(f"On line {line}: {wrong}") from wrong


def _decided(store: Store, values: Values, decision: str) -> tuple[Values, Answer]:
    """The answer that a decision is."""
    found = store.answers([values]).get(values) if store.has(values) else None
    if found is None:
        name = values[0] if values else ""
        raise BadParameter(f"The job has no name {name[:40]!r} with this context; its values are the name and that.")
    if decision == NOBODY:
        return values, Answer(Outcome.NIL, None, None, 1.0, None, "A person said that it is nobody known here.")
    choices = from_bytes(found).choices
    number = int(decision) if decision in ("1", "2", "3") else 0
    fits = [one for one in choices if one.id == decision] or list(choices[number - 1 : number] if number else ())
    if not fits:
        offered = ", ".join(one.id for one in choices) or "none"
        raise BadParameter(f"{decision[:40]!r} is not a candidate for {values[0][:40]!r}; those are {offered}.")
    one = fits[0]
    return values, Answer(Outcome.LINKED, one.canonical, one.id, 1.0, CHOSEN, "A person chose it.", choices)


def _is_for_people(known: Known) -> bool:
    surely = known.answer.decision is Outcome.LINKED and known.answer.confidence >= SURE
    return (known.chosen or not surely) and bool(known.values[0].strip())


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
