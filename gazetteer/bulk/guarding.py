"""Guarding: a cell of somebody else's, put into a table of ours so that no spreadsheet computes it, and had back.

It is the way of gazetteer.tabular.delimited.cells, made one to one: what began so already gets an apostrophe more.
Plain numbers, which a spreadsheet may well read as such, stay as they are.
"""

from gazetteer.tabular.added import is_number
from gazetteer.tabular.delimited.cells import harmless


def guarded(text: str) -> str:
    """The text with an apostrophe before it, if a spreadsheet would compute it.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("-74.5"), guarded("Odesa")
    ("'=1+1", "''=1+1", '-74.5', 'Odesa')
    """
    return f"'{text}" if _is_odd(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded so; any other as it is.

    >>> unguarded("'=1+1"), unguarded("''=1+1"), unguarded("'s-Hertogenbosch")
    ('=1+1', "'=1+1", "'s-Hertogenbosch")
    """
    return text[1:] if text.startswith("'") and _is_odd(text[1:]) else text


def _is_odd(text: str) -> bool:
    bare = text.lstrip("'")
    return harmless(bare) != bare and not is_number(bare)
