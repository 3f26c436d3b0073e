"""What the database, or the batch being written, already holds of an entity; and how a row adds to it."""

from dataclasses import dataclass, field
from typing import Any

from gazetteer.model import NameKind
from gazetteer.store.rows import EntityRow, NameRow

FILLED = ("feature_type", "country", "lat", "lon", "population", "description", "born")
NameKey = tuple[str, str | None, str | None]


@dataclass(slots=True)
class Known:
    """An entity while it is being written: its columns, names, ids, and what is new of them."""

    id: int
    fields: dict[str, Any]
    names: dict[NameKey, NameRow] = field(default_factory=dict)
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    is_new: bool = False
    changed: bool = False
    names_replaced: bool = False  # not only are there new names: all are to be written again
    new_names: list[NameRow] = field(default_factory=list)
    new_identifiers: list[tuple[str, str]] = field(default_factory=list)
    new_sources: list[str] = field(default_factory=list)


def new_entity(number: int, row: EntityRow, public_id: str, version: int) -> Known:
    """A new entity with the columns of this row, still without names."""
    fields = {
        "id": number,
        "public_id": public_id,
        "kind": str(row.kind),
        "canonical": row.canonical,
        "importance": row.importance,
        "state": row.state,
        "region_id": None,
        "redirect_id": None,
        "version": version,
        **{key: getattr(row, key) for key in FILLED},
    }
    return Known(number, fields, is_new=True, changed=True)


def add(row: EntityRow, entity: Known) -> None:
    """Fill what was empty and append what was not there; nothing is overwritten."""
    for key in FILLED:
        if entity.fields[key] is None and getattr(row, key) is not None:
            entity.fields[key] = getattr(row, key)
            entity.changed = True
    if row.importance > entity.fields["importance"]:
        entity.fields["importance"] = row.importance
        entity.changed = True
    _make_main(row, entity.fields["canonical"])
    for name in row.names:
        known = entity.names.get(name.key())
        if known is None:
            entity.names[name.key()] = name
            entity.new_names.append(name)
            entity.changed = True
        elif known.inferred and not name.inferred:
            _label(entity, known, name)
            entity.changed = True
    _add_ids(row, entity)


def _make_main(row: EntityRow, canonical: str) -> None:
    """The English name that is the canonical one is a main one, whatever a source calls it besides."""
    for name in row.names:
        if name.language == "en" and name.text == canonical:
            name.preferred = True


def _label(entity: Known, known: NameRow, told: NameRow) -> None:
    """Take from a source the language of a name, which so far was only inferred; what else was found out stays."""
    known.inferred = False
    known.source = told.source
    known.preferred = known.preferred or told.preferred
    if known.kind is NameKind.VARIANT:
        known.kind = told.kind
    if known not in entity.new_names:
        entity.names_replaced = True


def replace(row: EntityRow, entity: Known) -> None:
    """Make columns and names exactly those of the row, which is the whole truth."""
    wanted = {
        "kind": str(row.kind),
        "canonical": row.canonical,
        "importance": row.importance,
        "state": row.state,
        **{key: getattr(row, key) for key in FILLED},
    }
    for key, value in wanted.items():
        if entity.fields[key] != value:
            entity.fields[key] = value
            entity.changed = True
    _make_main(row, row.canonical)
    if list(entity.names.values()) != row.names:
        entity.names = {name.key(): name for name in row.names}
        entity.new_names = list(row.names)
        entity.names_replaced = True
        entity.changed = True
    _add_ids(row, entity)


def _add_ids(row: EntityRow, entity: Known) -> None:
    for pair in row.identifiers:
        if pair not in entity.identifiers:
            entity.identifiers.add(pair)
            entity.new_identifiers.append(pair)
            entity.changed = True
    for key in row.sources:
        if key not in entity.sources:
            entity.sources.add(key)
            entity.new_sources.append(key)
