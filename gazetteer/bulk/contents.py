"""Contents: cells of a column of names that hold no name at all, or several, told by how they are written.

No gazetteer is asked here; what might be a name is left to it.
"""

import json
import re
from collections.abc import Sequence

# Written for nothing by programs and people; *Nan* is a town, *nan* is none.
_NOTHING = {
    *("n/a", "N/A", "N/a", "n.a.", "N.A.", "na", "NA", "nan", "NaN", "NAN", "null", "Null", "NULL", "nil", "NIL"),
    *("none", "None", "NONE", "unknown", "Unknown", "UNKNOWN", "tbd", "TBD", "tba", "TBA", "undefined", "<NA>", "\\N"),
    *("неизвестно", "Неизвестно", "невідомо", "Невідомо", "нет данных", "немає даних", "н/д", "inconnu", "unbekannt"),
}  # fmt: skip
FORMULA = "a formula"
_SIGNS = re.compile(r"[\s\-‐-―−._?？*/\\|…·#]+")
_SHAPES = (
    (FORMULA, re.compile(r"=(?:.*[(!&\"\d].*)?", re.DOTALL)),
    ("an error of a spreadsheet", re.compile(r"#(?:REF|NAME\?|VALUE|DIV/0|NULL|NUM|N/A|SPILL|CALC|GETTING_DATA)[!?]?")),
    ("an address of the web", re.compile(r"(?:https?|ftp)://\S+|www\.[^\s.]+\.\S+", re.IGNORECASE)),
    ("an e-mail address", re.compile(r"(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+", re.IGNORECASE)),
    (
        "a date",
        re.compile(
            r"\d{4}-\d\d?-\d\d?(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
            r"|\d{1,2}:\d\d(?::\d\d)?"
        ),
    ),
    ("a number", re.compile(r"[-+]?[\d][\d.,'\s\xa0\u202f]*(?:[eE][-+]?\d+)?\s*[%€$£₴₽]?")),
)  # fmt: skip
_PARTING = re.compile(r"\s*[;/|\n\r&+]+\s*|\s+(?:and|und|et|y|e|en|og|och|i|a|oraz|и|і|та|й|and/or)\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;،、；]\s*")
PARTS_MOST = 8


def no_name(text: str) -> str | None:
    """Why a cell holds no name; None where it may be one.

    >>> no_name("N/A"), no_name("Nan"), no_name("=SUM(A1:A3)")
    ('‘N/A’ stands for nothing; it is no name.', None, '‘=SUM(A1:A3)’ is a formula that was not computed, not a name.')
    """
    bare = text.strip()
    shown = bare if len(bare) <= 60 else bare[:59] + "…"
    if bare in _NOTHING or _SIGNS.fullmatch(bare):
        return f"‘{shown}’ stands for nothing; it is no name."
    found = next((said for said, shape in _SHAPES if shape.fullmatch(bare)), None)
    if found == FORMULA:
        return f"‘{shown}’ is a formula that was not computed, not a name."
    return None if found is None else f"‘{shown}’ is {found}, not a name."


def parts(text: str) -> Sequence[str]:
    """The names that a cell may hold, where signs or words stand between them that join names; else none.

    >>> parts("Kyiv / Lviv"), parts("Kyiv and Lviv"), parts('["Kyiv", "Lviv"]'), parts("Kyiv")
    (['Kyiv', 'Lviv'], ['Kyiv', 'Lviv'], ['Kyiv', 'Lviv'], [])
    """
    if text.lstrip().startswith("["):
        return _listed(text)
    return _several(_PARTING.split(text.strip()))


def parts_between_commas(text: str) -> Sequence[str]:
    """What stands between the commas and semicolons of a cell; none, if there are none.

    >>> parts_between_commas("Kyiv, Lviv"), parts_between_commas("Kyiv")
    (['Kyiv', 'Lviv'], [])
    """
    return _several(_COMMA.split(text.strip()))


def _listed(text: str) -> Sequence[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return []
    return _several([one for one in found if isinstance(one, str)]) if isinstance(found, list) else []


def _several(found: Sequence[str]) -> Sequence[str]:
    told = [one.strip() for one in found if one.strip()]
    return told if 2 <= len(told) <= PARTS_MOST else []
