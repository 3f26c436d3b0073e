"""Our own form: the lines that an export writes, read back to the letter.

What such a line says of an entity is the whole truth of its columns and names.
"""

import re
from collections.abc import Mapping
from typing import Any

from gazetteer.errors import BadRow
from gazetteer.importers import fields
from gazetteer.importers.fields import Raw
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow

OWN_FORM = "gazetteer-entity"
SOURCE_FORM = "gazetteer-source"
NAME_FIELDS = (
    "language", "inferred", "preferred", "shown", "case_sensitive", "style", "status", "valid_from", "valid_to",
)  # fmt: skip
ENTITY_FIELDS = (
    "kind", "canonical", "feature_type", "country", "lat", "lon", "population", "importance", "description", "born",
    "state",
)  # fmt: skip
SOURCE_FIELDS = ("key", "title", "source_version", "date", "licence", "attribution")
# What is not written, because a row without it means this.
SILENT: Mapping[str, Any] = {
    "inferred": False, "preferred": False, "shown": True, "case_sensitive": False, "status": "accepted",
    "state": "published",
}  # fmt: skip
NAME_KEYS = {"text", "kind", "source", *NAME_FIELDS}
ENTITY_KEYS = {"form", "id", "identifiers", "region", "redirect", "sources", "names", *ENTITY_FIELDS}
STATES = ("draft", "published", "merged", "withdrawn")
STATUSES = ("accepted", "proposed", "rejected")
PUBLIC_ID = re.compile(r"[A-Za-z0-9._~-]{1,200}")


def own_row(raw: Raw) -> EntityRow:
    """The entity that a line of our own form tells of.

    Raises:
        BadRow: a key is missing, unknown, or not what it may be.
    """
    _no_others(raw, ENTITY_KEYS)
    public_id = raw.get("id")
    if not isinstance(public_id, str) or not PUBLIC_ID.fullmatch(public_id):
        raise BadRow("id is missing or not a public id such as geonames-713174")
    identifiers = raw.get("identifiers")
    if not isinstance(identifiers, list) or not identifiers:
        raise BadRow("identifiers is missing or empty")
    row = EntityRow(
        kind=Kind(_one_of(raw, "kind", tuple(Kind))),
        canonical=_as_written(raw, "canonical"),
        identifiers=list(dict.fromkeys(fields.pair(one, "identifiers") for one in identifiers)),
        feature_type=fields.text(raw, "feature_type"),
        country=fields.country(raw),
        region=fields.pair(raw["region"], "region") if raw.get("region") is not None else None,
        lat=fields.number(raw, "lat", -90, 90),
        lon=fields.number(raw, "lon", -180, 180),
        population=fields.whole(raw, "population"),
        importance=fields.number(raw, "importance", 0, 1) or 0.0,
        description=fields.text(raw, "description"),
        born=fields.text(raw, "born"),
        state=_one_of(raw, "state", STATES),
        redirect=fields.pair(raw["redirect"], "redirect") if raw.get("redirect") is not None else None,
        sources=_sources(raw),
        replace=True,
        given_id=public_id,
    )
    seen: dict[tuple[str, str | None, str | None], NameRow] = {}
    for entry in fields.objects(raw, "names"):
        name = _name(entry)
        seen.setdefault(name.key(), name)
    row.names = list(seen.values())
    return row


def source_notes(raw: Raw) -> tuple[str, dict[str, str | None]]:
    """The key of a source, and what a line tells of it by column.

    Raises:
        BadRow: a key is missing, unknown, or not what it may be.
    """
    _no_others(raw, {"form", *SOURCE_FIELDS})
    notes = {field: fields.text(raw, field) for field in SOURCE_FIELDS}
    key = notes.pop("key")
    if key is None:
        raise BadRow("key is missing")
    return key, notes


def _name(raw: Raw) -> NameRow:
    _no_others(raw, NAME_KEYS)
    return NameRow(
        text=_as_written(raw, "text"),
        language=fields.text(raw, "language"),
        kind=NameKind(_one_of(raw, "kind", tuple(NameKind))),
        inferred=fields.flag(raw, "inferred", False),
        preferred=fields.flag(raw, "preferred", False),
        shown=fields.flag(raw, "shown", True),
        case_sensitive=fields.flag(raw, "case_sensitive", False),
        style=fields.text(raw, "style"),
        status=_one_of(raw, "status", STATUSES),
        valid_from=fields.text(raw, "valid_from"),
        valid_to=fields.text(raw, "valid_to"),
        source=fields.text(raw, "source"),
    )


def _as_written(raw: Raw, key: str) -> str:
    """A name as it stands, if it is one at all."""
    fields.name_text(raw, key)
    return str(raw[key])


def _sources(raw: Raw) -> tuple[str, ...]:
    found = raw.get("sources", [])
    if not isinstance(found, list):
        raise BadRow("sources is not a list")
    return tuple(key for one in found if (key := fields.text({"sources": one}, "sources")) is not None)


def _one_of(raw: Raw, key: str, allowed: tuple[str, ...]) -> str:
    value = raw.get(key, SILENT.get(key))
    if value not in allowed:
        raise BadRow(f"{key} is {value!r:.40}; it is one of {', '.join(allowed)}")
    return str(value)


def _no_others(raw: Raw, known: set[str]) -> None:
    unknown = sorted(set(raw) - known)
    if unknown:
        raise BadRow(f"unknown key {unknown[0]!r:.40}")
