"""What the fields of a form say around its file, as typed values; an empty field says nothing."""

from collections.abc import Mapping, Sequence

from gazetteer.tagging.copies import Fields, make_copy
from service.bodies import shown
from service.errors import Problem

YES, NO = "true", "false"


def chosen(fields: Mapping[str, str], field: str, choices: Sequence[str]) -> str | None:
    """The one of these choices that a field says; None where it says nothing."""
    said = fields.get(field) or None
    if said is not None and said not in choices:
        raise Problem("bad-parameter", f"{field} is {', '.join(choices[:-1])} or {choices[-1]}, not {shown(said)}.")
    return said


def whether(fields: Mapping[str, str], field: str) -> bool | None:
    """Whether a field says true or false; None where it says nothing."""
    said = chosen(fields, field, (YES, NO))
    return None if said is None else said == YES


def around(fields: Mapping[str, str]) -> Fields:
    """What is said around the text of the file, checked before the file is read."""
    said = Fields(
        language=fields.get("language") or None,
        source_language=fields.get("source_language") or None,
        style=fields.get("style") or None,
        quotations=whether(fields, "quotations"),
    )
    make_copy("", **said)
    return said
