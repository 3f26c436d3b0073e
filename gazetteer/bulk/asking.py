"""What is asked of each row: the name in one column, and what other columns, or the whole file, say around it.

A context that cannot be read leaves the name without it, and is told in the reason; it never costs a row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gazetteer.errors import BadParameter, ColumnMissing
from gazetteer.model import Point, Query
from gazetteer.query import Checked, check
from gazetteer.romanization.country_names import country_named
from gazetteer.tabular.model import SHOWN_COLUMNS

# What a column beside the name may say. A region is read as what stands after a comma: Springfield, Illinois.
ROLES = ("kind", "country", "language", "region", "lat", "lon")
CANDIDATES = 3  # of each name, that a review shows


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
        return tuple(_place(wanted, columns) for wanted in (self.column, *self.context.values()))


@lru_cache
def _for_all(kind: str | None, country: str | None, language: str | None, style: str | None) -> Checked:
    return check(kind=kind, country=country, language=language, style=style, limit=CANDIDATES)


def _place(wanted: str, columns: Sequence[str]) -> int:
    for written in (wanted, wanted.casefold()):
        found = [place for place, name in enumerate(columns) if written in (name, name.strip().casefold())]
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            numbers = " and ".join(str(place + 1) for place in found[:2])
            raise ColumnMissing(f"There are two columns {wanted!r}; give the number instead, {numbers}.")
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(columns):
        return int(wanted) - 1
    shown = ", ".join(columns[:SHOWN_COLUMNS]) + (" ..." if len(columns) > SHOWN_COLUMNS else "")
    raise ColumnMissing(f"There is no column {wanted!r}; the file has: {shown or 'none'}.")


def query_of(asking: Asking, values: Sequence[str]) -> tuple[Query, tuple[str, ...]]:
    """The query for a row's values, the name first, and which of them could not be read as context.

    Raises:
        BadName: the name cannot be one.
    """
    fields = _for_all(asking.kind, asking.country, asking.language, asking.style)
    if not asking.context:
        return Query(values[0], **fields), ()
    said = {role: text.strip() for role, text in zip(asking.context, values[1:], strict=True)}
    fields, unread = fields.copy(), []
    for role in ("kind", "country", "language"):
        if not (text := said.get(role, "")):
            continue
        try:
            fields |= _field(role, text)
        except BadParameter:
            unread.append(f"{role} {text!r}")
    if (north := said.get("lat", "")) and (east := said.get("lon", "")):
        point = _point(north, east)
        if point is None:
            unread.append(f"position {north!r}, {east!r}")
        fields["near"] = point
    name = values[0]
    if region := said.get("region"):
        name = f"{name}, {region}"
    return Query(name=name, **fields), tuple(unread)


def _field(role: str, text: str) -> Checked:
    """One field of a query as a cell says it, countries by name as well."""
    if role == "country":
        checked = check(country=country_named(text) or text.upper())
        return {"country": checked["country"]}  # type: ignore[typeddict-item]
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
