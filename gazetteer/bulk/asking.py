"""What is asked of each row: the name in one column, and what other columns, or the whole file, say around it.

A context that cannot be read leaves the name without it, and is told in the reason; it never costs a row.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from gazetteer.bulk.around import Around, country_said
from gazetteer.errors import BadParameter, ColumnMissing
from gazetteer.model import Point, Query
from gazetteer.query import Checked, check
from gazetteer.tabular.model import SHOWN_COLUMNS

# What a column beside the name may say. A region is read as what stands after a comma: Springfield, Illinois.
ROLES = ("kind", "country", "language", "region", "lat", "lon")
POSITION = "position"  # what lat and lon say together
CANDIDATES = 3  # of each name, that a review shows


class Unread(NamedTuple):
    """A cell around a name that was not understood: what it was to say, and the cell."""

    role: str
    text: str

    def __str__(self) -> str:
        return f"{self.role} {self.text}"


class Asked(NamedTuple):
    """The query for a row's values, which of them could not be read as context, and the region that the name is in."""

    query: Query
    unread: tuple[Unread, ...] = ()
    region: str | None = None  # stands behind a comma of the query's name


@dataclass(frozen=True, slots=True)
class Asking:
    """Which columns are asked, by name or number from 1, and what holds for all rows."""

    column: str
    context: Mapping[str, str] = field(default_factory=dict)  # a role, and its column
    kind: str | None = None
    country: str | None = None
    language: str | None = None
    style: str | None = None

    def __post_init__(self) -> None:
        for role in self.context:
            if role not in ROLES:
                raise BadParameter(f"A column can say {', '.join(ROLES)} of a name, not {role!r}.")
        if ("lat" in self.context) != ("lon" in self.context):
            raise BadParameter("A position needs two columns, lat and lon; only one is given.")
        self.for_all()

    def for_all(self) -> Checked:
        """What holds for all rows, checked.

        Raises:
            BadParameter: a field is not what it may be.
        """
        return _for_all(self.kind, self.country, self.language, self.style)

    def places(self, columns: Sequence[str]) -> tuple[int, ...]:
        """Where the asked columns stand among these, from 0, the name's first.

        Raises:
            ColumnMissing: one is not there, or twice; the text lists those that are.
        """
        return (_place(self.column, columns), *self.context_places(columns))

    def context_places(self, columns: Sequence[str]) -> tuple[int, ...]:
        """Where the columns of the context stand.

        Raises:
            ColumnMissing: one is not there, or twice; the text says for what it was asked.
        """
        return tuple(_place(wanted, columns, f" for {role}") for role, wanted in self.context.items())


@lru_cache
def _for_all(kind: str | None, country: str | None, language: str | None, style: str | None) -> Checked:
    named = country and country_said(country)
    return check(kind=kind, country=named or country, language=language, style=style, limit=CANDIDATES)


def _place(wanted: str, columns: Sequence[str], what: str = "") -> int:
    for written in (wanted, wanted.casefold()):
        found = [place for place, name in enumerate(columns) if written in (name, name.strip().casefold())]
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            numbers = " and ".join(str(place + 1) for place in found[:2])
            raise ColumnMissing(f"There are two columns {wanted!r}{what}; give the number instead, {numbers}.")
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(columns):
        return int(wanted) - 1
    shown = ", ".join(columns[:SHOWN_COLUMNS]) + (" ..." if len(columns) > SHOWN_COLUMNS else "")
    raise ColumnMissing(f"There is no column {wanted!r}{what}; the file has: {shown or 'none, it is empty'}.")


def query_of(asking: Asking, values: Sequence[str], around: Around) -> Asked:
    """The query for a row's values, the name first, as far as what stands around it is understood.

    Raises:
        BadName: the name cannot be one.
    """
    fields = _for_all(asking.kind, asking.country, asking.language, asking.style)
    if not asking.context:
        return Asked(Query(values[0], **fields))
    said = {role: text.strip() for role, text in zip(asking.context, values[1:], strict=True)}
    fields, unread = fields.copy(), []
    for role in ("kind", "country", "language"):
        if not (text := said.get(role, "")):
            continue
        try:
            fields |= _field(role, text, around)
        except BadParameter:
            unread.append(Unread(role, repr(text)))
    north, east = said.get("lat", ""), said.get("lon", "")
    if north or east:
        fields["near"] = _point(north, east)
        if fields["near"] is None:
            unread.append(Unread(POSITION, f"{north!r}, {east!r}"))
    if not (text := said.get("region", "")):
        return Asked(Query(values[0], **fields), tuple(unread))
    region = around.region(text)
    unread += [Unread("region", repr(part)) for part in region.unread]
    alone = not region.said
    if region.only_country is not None and fields["country"] in (None, region.only_country):
        fields["country"], alone = region.only_country, True
    if alone:
        return Asked(Query(values[0], **fields), tuple(unread))
    return Asked(Query(f"{values[0]}, {region.said}", **fields), tuple(unread), text)


def language_of(asking: Asking, values: Sequence[str]) -> str | None:
    """The language that the copy was said to be in, for all rows or by this one."""
    said = dict(zip(asking.context, values[1:], strict=True)).get("language", "").strip()
    if said:
        with suppress(BadParameter):
            return check(language=said)["language"]
    return asking.for_all()["language"]


def _field(role: str, text: str, around: Around) -> Checked:
    """One field of a query as a cell says it, countries by name as well."""
    if role == "country":
        return {"country": check(country=around.country(text) or text)["country"]}  # type: ignore[typeddict-item]
    if role == "kind":
        return {"kind": check(kind=text.lower())["kind"]}  # type: ignore[typeddict-item]
    return {"language": check(language=text)["language"]}  # type: ignore[typeddict-item]


def _point(north: str, east: str) -> Point | None:
    """A position, also with decimal commas."""
    try:
        checked = check(near=(float(north.replace(",", ".")), float(east.replace(",", "."))))
    except (ValueError, BadParameter):
        return None
    return checked["near"]
