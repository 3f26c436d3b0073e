"""What pydantic found wrong with a request, as sentences for the one who sent it."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from service.bodies import shown

MOST = 5  # sentences; whoever sends a thousand wrong entries learns it from the first few
UNKNOWN = "extra_forbidden"

MUST_BE: Mapping[str, str] = {
    "name": "a string",
    "names": "a list of names, each a string or an object with a name",
    "kind": "a string",
    "language": "a string",
    "country": "a string",
    "near": "two numbers, latitude and longitude",
    "style": "a string",
    "limit": "a whole number",
    "threshold": "a number from 0 to 1",
    "margin": "a number from 0 to 1",
    "text": "a string",
    "format": "a string",
    "source_language": "a string",
    "source_text": "a string",
    "fix": "a string",
    "ignore": "a list of spans, each [start, end]",
    "quotations": "true or false",
    "file": "a file with its name",
    "answer": "a string",
    "action": "one of accept, reject, not-this, ignore",
    "entity": "a string, the id of an entity",
    "context": "a string",
    "reason": "a string",
    "before": "a whole number",
    "edits": "a JSON list of changes, each an object with start, end and replacement",
    "start": "a whole number",
    "end": "a whole number",
    "replacement": "a string",
    "why": "a string",
    "column": "a string, the header or the number of a column",
    "kind_column": "a string, the header or the number of a column",
    "country_column": "a string, the header or the number of a column",
    "language_column": "a string, the header or the number of a column",
    "context_columns": "a string such as region=Oblast,lat=Y,lon=X",
    "sheet": "a string, the name or the number of a sheet",
    "encoding": "a string",
    "delimiter": "a string",
    "quote": "a string",
    "header": "true or false",
    "prefix": "a string",
    "in_place": "true or false",
    "values": "a list of strings, the name and its context",
    "decision": "a string, the id of a candidate or nobody, or null",
    "skip": "a whole number",
    "systems": 'a list of ids of systems, or "all"',
    "system": "a string, the id of a system",
    "from": 'an object such as {"system": "press-fr"}',
    "native": "a string",
    "capitals": "true or false",
}
# What stands inside a list of spans, by its depth.
IN_SPANS: Mapping[int, str] = {2: "a span, [start, end]", 3: "a whole number"}


def sentences(wrong: ValidationError, shapes: tuple[type[BaseModel], type[BaseModel]], word: str) -> str:
    """All that was wrong, a sentence each; unknown fields first, with the known ones.

    ``shapes`` are those of the request and of an entry in its list; ``word`` is what a field
    is called where the request came from: field or parameter.
    """
    details = wrong.errors(include_url=False, include_context=True)
    said = list(dict.fromkeys(_sentence(detail) for detail in details if detail["type"] != UNKNOWN))
    unknown = [detail for detail in details if detail["type"] == UNKNOWN]
    for depth, shape in enumerate(shapes):
        there = [_where(detail) for detail in unknown if (len(detail["loc"]) > 1) == bool(depth)]
        if there:
            said.insert(0, _unknown(there, shape, word))
    return " ".join(said[:MOST])


def _unknown(names: Sequence[str], model: type[BaseModel], word: str) -> str:
    listed = [shown(name)[1:-1] for name in names[:MOST]]
    plural = "" if len(names) == 1 else "s"
    more = "" if len(names) <= MOST else f" and {len(names) - MOST} more"
    known = ", ".join(field_names(model))
    return f"Unknown {word}{plural} {', '.join(listed)}{more}; the {word}s are {known}."


def field_names(model: type[BaseModel]) -> list[str]:
    """What a shape's fields are called where they are sent."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _sentence(detail: ErrorDetails) -> str:
    where = _where(detail)
    field = str(detail["loc"][0 if len(detail["loc"]) == 1 else -1])
    if detail["type"] == "missing":
        return f"{where} is missing; it must be {MUST_BE[field]}."
    if detail["loc"][0] == "names" and len(detail["loc"]) > 1 and field not in MUST_BE:
        return f"{where} must be a string or an object with a name, not {shown(detail['input'])}."
    wanted = MUST_BE.get(_named(detail), "something else")
    if detail["loc"][0] == "ignore":
        wanted = IN_SPANS.get(len(detail["loc"]), wanted)
    if detail["loc"][0] == "systems" and len(detail["loc"]) > 2:
        wanted = MUST_BE["system"]
    if detail["loc"][0] == "edits" and len(detail["loc"]) == 2:
        wanted = "an object with start, end and replacement"
    return f"{where} must be {wanted}, not {shown(detail['input'])}."


def _named(detail: ErrorDetails) -> str:
    """The innermost field that has a name: near, of near[0]."""
    return next((str(part) for part in reversed(detail["loc"]) if part in MUST_BE), "")


def _where(detail: ErrorDetails) -> str:
    """The place of the fault as the sender wrote it: ``names[3].limit``; a point is one place."""
    path = ""
    for part in detail["loc"]:
        if part == "near":
            return f"{path}.near" if path else "near"
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in TAGS:
            path += f".{part}" if path else str(part)
    return path


TAGS = frozenset({"<text>", "<object>"})
