"""What is said of a job, on a command line or in a form, as what is asked of each row and how the file is read.

A field that is missing or blank says nothing; what is not understood is refused with what would be.
"""

from collections.abc import Mapping
from typing import Any

from gazetteer.bulk.asking import ROLES, Asking
from gazetteer.errors import BadParameter
from gazetteer.tabular.opening import Asked, Format

NO_QUOTE = "none"  # as well as an empty one
NAMING = ("column", "kind_column", "country_column", "language_column")  # fields that name a column
OWN_FIELDS = ("kind", "country", "language")  # roles that have a field for their column


def asking_of(said: Mapping[str, Any], context: str = "context_columns") -> Asking:
    """What is asked of each row; `context` is what an error calls the field of further columns.

    Raises:
        BadParameter: a field is not what it may be.
    """
    columns = {role: said[f"{role}_column"] for role in OWN_FIELDS if said.get(f"{role}_column")}
    for part in filter(None, (part.strip() for part in (said.get("context_columns") or "").split(","))):
        role, equals, column = part.partition("=")
        if role not in ROLES:
            raise BadParameter(
                f"{context} does not know {role!r}; it takes {', '.join(ROLES)}, each alone or with the name of"
                " its column, as in region=Oblast."
            )
        columns[role] = column if equals else role
    return Asking(
        column=said.get("column") or "",
        context=columns,
        kind=said.get("kind") or None,
        country=said.get("country") or None,
        language=said.get("language") or None,
        style=said.get("style") or None,
    )


def reading_of(said: Mapping[str, Any]) -> Asked:
    """How the file is read, where it is not to be guessed.

    Raises:
        BadParameter: there is no such format.
    """
    sheet, delimiter, format_ = said.get("sheet"), said.get("delimiter"), said.get("format") or None
    if format_ is not None and format_ not in list(Format):
        raise BadParameter(f"A format is one of {', '.join(Format)}, not {format_!r}.")
    return Asked(
        format=format_ and Format(format_),
        sheet=int(sheet) if sheet and sheet.isdecimal() else sheet or None,
        header=said.get("header"),
        encoding=said.get("encoding") or None,
        delimiter="\t" if delimiter == "\\t" else delimiter or None,
        quote="" if said.get("quote") == NO_QUOTE else said.get("quote"),
        header_row=_header_row(said),
        named=tuple(column for key in NAMING if (column := said.get(key)) and not column.isdecimal()),
    )


def _header_row(said: Mapping[str, Any]) -> int | None:
    row = said.get("header_row") or None
    if row is not None and (not str(row).isdecimal() or int(row) < 1 or said.get("header") is False):
        raise BadParameter(
            "header_row is the number of the line or row that names the columns, from 1, if there is one."
        )
    return int(row) if row is not None else None
