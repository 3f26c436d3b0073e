"""Columns of ours: their names must be free, and what is a number among their cells is written as one."""

import re
from collections.abc import Sequence

from gazetteer.errors import ColumnExists

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")


def check_added(columns: Sequence[str], added: Sequence[str]) -> None:
    """See that no column of ours has the name of one that is there.

    Raises:
        ColumnExists: one has.
    """
    taken = set(columns)
    for name in added:
        if name in taken:
            raise ColumnExists(f"There is a column {name!r} already; choose another prefix for the new columns.")


def is_number(text: str) -> bool:
    """Whether a cell of ours can stand as a number.

    >>> is_number("0.93"), is_number("007"), is_number("nan"), is_number("")
    (True, False, False, False)
    """
    return _NUMBER.fullmatch(text) is not None
