"""Entities and their names into SQL: found again by any of their ids, merged, never doubled.

A row that says what is already there changes nothing, so that every import can be run again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, update

from gazetteer.model import NameKind
from gazetteer.store.bulk_insert import insert_rows
from gazetteer.store.known import Known, add, new_entity, replace
from gazetteer.store.rows import EntityRow, NameRow
from gazetteer.store.schema import entities, identifiers, names, provenance, sources
from gazetteer.store.sources import source_id
from gazetteer.text.scripts import script_of

ENTITY_COLUMNS = tuple(column.name for column in entities.columns)
NAME_COLUMNS = tuple(column.name for column in names.columns)
PUBLIC = "public id"  # stands where a scheme stands: how an entity is found by its public id
IN_LIMIT = 10_000  # values in one IN (...): below the limits of both databases


class Writer:
    """Writes batches of rows in one transaction; row numbers continue those in the tables."""

    def __init__(self, connection: Connection, version: int) -> None:
        self.connection = connection
        self.version = version
        self._last = {table.name: self._highest(table) for table in (entities, names, identifiers, provenance)}
        self._source_ids: dict[str, int] = {}
        self._source_keys: dict[int, str] = {}
        self._owners: dict[tuple[str, str], int | None] = {}

    def put(self, rows: Sequence[EntityRow]) -> Counter[str]:
        """Write these rows; counts entities that were new, changed or unchanged, and new names."""
        known = self._find(rows)
        touched: dict[int, Known] = {}
        for row in rows:
            pairs = row.identifiers if row.given_id is None else [*row.identifiers, (PUBLIC, row.given_id)]
            entity = next((known[pair] for pair in pairs if pair in known), None)
            if entity is None:
                public_id = self._free(row.public_id(), known)
                entity = known[(PUBLIC, public_id)] = new_entity(self._next(entities), row, public_id, self.version)
            # An id that another entity has stays with that one: ids never move silently.
            row.identifiers = [pair for pair in row.identifiers if known.setdefault(pair, entity) is entity]
            if row.replace and not entity.is_new:
                replace(row, entity)
            else:
                add(row, entity)
            self._link_region(row, entity)
            touched[entity.id] = entity
        self._flush(list(touched.values()))
        counts: Counter[str] = Counter()
        for entity in touched.values():
            counts["new" if entity.is_new else "changed" if entity.changed else "unchanged"] += 1
            counts["names"] += len(entity.new_names)
        counts["joined"] = len(rows) - len(touched)
        return counts

    def owner(self, pair: tuple[str, str]) -> int | None:
        """The row number of the entity with this (scheme, value), if there is one."""
        if pair not in self._owners:
            statement = select(identifiers.c.entity_id)
            statement = statement.where(identifiers.c.scheme == pair[0], identifiers.c.value == pair[1])
            self._owners[pair] = self.connection.execute(statement).scalar()
        return self._owners[pair]

    def _free(self, public_id: str, known: Mapping[tuple[str, str], Known]) -> str:
        """The public id, with a number where another has it: ids may differ in letters that a public id cannot hold."""
        tried, count = public_id, 1
        while (PUBLIC, tried) in known or (count > 1 and self._taken(tried)):
            count += 1
            tried = f"{public_id}~{count}"
        return tried

    def _taken(self, public_id: str) -> bool:
        found = self.connection.execute(select(entities.c.id).where(entities.c.public_id == public_id)).first()
        return found is not None

    def _link_region(self, row: EntityRow, entity: Known) -> None:
        if row.region is None or (entity.fields["region_id"] is not None and not row.replace):
            return
        region = self.owner(row.region)
        if region not in (None, entity.id, entity.fields["region_id"]):
            entity.fields["region_id"] = region
            entity.changed = True

    def _find(self, rows: Sequence[EntityRow]) -> dict[tuple[str, str], Known]:
        """The entities these rows' ids already name, with all that is known of them."""
        if not self._last[entities.name]:
            return {}
        wanted = {pair for row in rows for pair in row.identifiers}
        owners: dict[tuple[str, str], int] = {}
        statement = select(identifiers.c.scheme, identifiers.c.value, identifiers.c.entity_id)
        for values in _slices(sorted({value for _, value in wanted})):
            for scheme, value, owner in self.connection.execute(statement.where(identifiers.c.value.in_(values))):
                if (scheme, value) in wanted:
                    owners[(scheme, value)] = owner
        public = select(entities.c.public_id, entities.c.id)
        for some in _slices(sorted({row.public_id() for row in rows})):
            for public_id, owner in self.connection.execute(public.where(entities.c.public_id.in_(some))):
                owners[(PUBLIC, public_id)] = owner
        loaded = self._load(sorted(set(owners.values())))
        return {pair: loaded[owner] for pair, owner in owners.items()}

    def _load(self, ids: Sequence[int]) -> dict[int, Known]:
        loaded: dict[int, Known] = {}
        for some in _slices(ids):
            for row in self.connection.execute(select(entities).where(entities.c.id.in_(some))).mappings():
                loaded[row["id"]] = Known(row["id"], dict(row))
            written = select(names).where(names.c.entity_id.in_(some)).order_by(names.c.id)
            for row in self.connection.execute(written).mappings():
                name = self._name_row(row)
                loaded[row["entity_id"]].names[name.key()] = name
            ids_of = select(identifiers).where(identifiers.c.entity_id.in_(some))
            for row in self.connection.execute(ids_of).mappings():
                loaded[row["entity_id"]].identifiers.add((row["scheme"], row["value"]))
            told = select(provenance).where(provenance.c.entity_id.in_(some))
            for row in self.connection.execute(told).mappings():
                loaded[row["entity_id"]].sources.add(self._source_key(row["source_id"]))
        return loaded

    def _flush(self, touched: list[Known]) -> None:
        new = [entity for entity in touched if entity.is_new]
        insert_rows(self.connection, entities, ENTITY_COLUMNS, [tuple(map(e.fields.get, ENTITY_COLUMNS)) for e in new])
        for entity in touched:
            if entity.changed and not entity.is_new:
                values = {key: value for key, value in entity.fields.items() if key != "id"}
                values["version"] = self.version
                self.connection.execute(update(entities).where(entities.c.id == entity.id).values(values))
            if entity.names_replaced:
                self.connection.execute(delete(names).where(names.c.entity_id == entity.id))
        written = [
            self._name_values(e.id, name)
            for e in touched
            for name in (e.names.values() if e.names_replaced else e.new_names)
        ]
        insert_rows(self.connection, names, NAME_COLUMNS, written)
        ids = [(self._next(identifiers), e.id, *pair) for e in touched for pair in e.new_identifiers]
        insert_rows(self.connection, identifiers, ("id", "entity_id", "scheme", "value"), ids)
        told = [(self._next(provenance), e.id, self._source_id(key)) for e in touched for key in e.new_sources]
        insert_rows(self.connection, provenance, ("id", "entity_id", "source_id"), told)

    def _name_values(self, owner: int, name: NameRow) -> tuple[Any, ...]:
        return (
            self._next(names),
            owner,
            name.text,
            name.language,
            name.inferred,
            script_of(name.text),
            name.kind.value,
            name.preferred,
            name.shown,
            name.case_sensitive,
            name.style,
            name.status,
            name.valid_from,
            name.valid_to,
            self._source_id(name.source) if name.source else None,
        )

    def _name_row(self, row: Any) -> NameRow:
        return NameRow(
            text=row["text"],
            language=row["language"],
            kind=NameKind(row["kind"]),
            inferred=row["inferred"],
            preferred=row["preferred"],
            shown=row["shown"],
            case_sensitive=row["case_sensitive"],
            style=row["style"],
            status=row["status"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            source=self._source_key(row["source_id"]) if row["source_id"] is not None else None,
        )

    def _source_id(self, key: str) -> int:
        if key not in self._source_ids:
            self._source_ids[key] = source_id(self.connection, key)
        return self._source_ids[key]

    def _source_key(self, number: int) -> str:
        if number not in self._source_keys:
            statement = select(sources.c.key).where(sources.c.id == number)
            self._source_keys[number] = self.connection.execute(statement).scalar_one()
        return self._source_keys[number]

    def _next(self, table: Table) -> int:
        self._last[table.name] += 1
        return self._last[table.name]

    def _highest(self, table: Table) -> int:
        return int(self.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())


def _slices(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), IN_LIMIT):
        yield values[start : start + IN_LIMIT]
