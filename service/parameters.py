"""Requests to typed values: the queries that a query string or a JSON body asks, the copy that is to be checked."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from flask import Request
from pydantic import BaseModel, ValidationError

from gazetteer.errors import GazetteerError, JudgementNotFound
from gazetteer.judgements import REASON_MOST, check_text, make_judgement
from gazetteer.model import Judgement, Query
from gazetteer.query import Fields, check, make_query, query_for
from gazetteer.romanization.choosing import ALL
from gazetteer.romanization.transliteration import Asked as Romanizing
from gazetteer.tagging.copies import make_copy, one_of, too_long
from gazetteer.tagging.model import Copy, Fix
from service.bodies import json_object, query_fields, shown
from service.complaints import field_names, sentences
from service.errors import Problem
from service.shapes import (
    JUDGEMENTS_MOST,
    NAMES_MOST,
    Around,
    Asked,
    Batch,
    Explaining,
    Judged,
    JudgementsAsked,
    Origin,
    Romanized,
    Submitted,
)

AUTO = "auto"  # the language that is to be guessed
NUMBER_MOST = 2**31 - 1
FIELDS_MOST = 100  # of one object; each unknown one is looked at, to be named
Shape = TypeVar("Shape", bound=BaseModel)


def normalize_query(request: Request) -> Query:
    """The query that a query string asks."""
    return query_of(query_fields(request), "parameter")


def normalize_body(request: Request) -> Query | Sequence[Query]:
    """The query that a JSON body asks, or the queries of a batch in their order."""
    body = json_object(request)
    if "names" in body and "name" in body:
        raise Problem("bad-parameter", "Send either name or names, not both.")
    if "name" not in body and "names" not in body:
        # A misspelled field is a likelier slip than a missing one, and is named first.
        shaped(Asked, {**body, "name": ""}, "field")
        raise Problem("bad-parameter", 'Send "name", a string, or "names", a list of names.')
    return query_of(body, "field") if "name" in body else _many(body)


def query_of(fields: Mapping[str, Any], word: str) -> Query:
    """The query that plain values ask; ``word`` is what an error calls them."""
    one = shaped(Asked, fields, word)
    return make_query(one.name, **_around(one))


def check_body(request: Request) -> tuple[Copy, Fix]:
    """The copy that a JSON body holds, and what is to be put right in it."""
    said = shaped(Submitted, json_object(request, '{"text": "near Bakhmout"}'), "field")
    for field in ("text", "source_text"):
        if problem := too_long(field, getattr(said, field)):
            raise Problem("text-too-long", problem)
    which = one_of(Fix, "fix", said.fix)
    return make_copy(**said.model_dump(exclude={"fix"})), which or Fix.NONE


def transliterate_body(request: Request) -> Romanizing:
    """The text that a JSON body wants in Latin letters, and how."""
    said = shaped(Romanized, json_object(request, '{"text": "Чернігів"}'), "field", Origin)
    if (at := said.text.find("\0")) >= 0:
        raise Problem("bad-parameter", f"text has a null character (U+0000) at {at}; take it out.")
    return Romanizing(
        text=said.text,
        language=language_or_auto(said.language),
        systems=ALL if said.systems is None else said.systems,
        origin=said.origin.system if said.origin else None,
        capitals=said.capitals,
    )


def explain_body(request: Request) -> Explaining:
    """The spelling that a JSON body asks about."""
    said = shaped(Explaining, json_object(request, '{"text": "Tchernihiv"}'), "field")
    return said.model_copy(update={"language": language_or_auto(said.language)})


def language_or_auto(language: str | None) -> str | None:
    """The language that is said, as the domain has it; None if it is to be guessed."""
    return None if language == AUTO else check(language=language)["language"]


def judgement_body(request: Request) -> tuple[Judgement, str | None]:
    """What a JSON body judges, and the reason it gives."""
    said = shaped(Judged, json_object(request, '{"name": "Kiev", "action": "ignore"}'), "field")
    judged = make_judgement(said.name, said.action, entity=said.entity, context=said.context)
    return judged, check_text("reason", said.reason, REASON_MOST)


def judgements_query(request: Request) -> JudgementsAsked:
    """Which judgements a query string asks for."""
    asked = shaped(JudgementsAsked, query_fields(request), "parameter")
    for field, most in (("before", NUMBER_MOST), ("limit", JUDGEMENTS_MOST)):
        value = getattr(asked, field)
        if value is not None and not 1 <= value <= most:
            raise Problem("bad-parameter", f"{field} is {value}; it is a whole number from 1 to {most:,}.")
    return asked


def judgement_number(number: int) -> int:
    """The number of a judgement; one that no database could hold is nobody's."""
    if number > NUMBER_MOST:
        raise JudgementNotFound(f"There is no judgement {number}; GET /judgements lists those there are.")
    return number


def no_query(request: Request) -> None:
    """Refuse parameters where there are none to give."""
    for key in query_fields(request):
        raise Problem("bad-parameter", f"Unknown parameter {shown(key)[1:-1]}; this address takes none.")


def _many(body: Mapping[str, Any]) -> Sequence[Query]:
    names = body["names"]
    if isinstance(names, list) and len(names) > NAMES_MOST:
        raise Problem(
            "bad-parameter",
            f"names has {len(names):,} entries; one request takes at most {NAMES_MOST:,}. Send them in parts.",
        )
    many = shaped(Batch, body, "field")
    defaults = _around(many)
    checked = check(**defaults)
    queries = []
    for position, entry in enumerate(many.names):
        try:
            if isinstance(entry, str):
                queries.append(query_for(entry, checked))
            else:
                queries.append(make_query(entry.name, **cast(Fields, {**defaults, **_around(entry)})))
        except GazetteerError as wrong:
            raise type(wrong)(f"names[{position}]: {wrong}") from wrong
    return queries


def shaped(shape: type[Shape], fields: Mapping[str, Any], word: str, inner: type[BaseModel] = Asked) -> Shape:
    """The fields in this shape; ``word`` is what an error calls them, ``inner`` the shape of what is inside them."""
    names = fields.get("names") if "names" in shape.model_fields else None
    for sent in (fields, *(names if isinstance(names, list) else ())):
        if isinstance(sent, Mapping) and len(sent) > FIELDS_MOST:
            known = ", ".join(field_names(shape if sent is fields else Asked))
            raise Problem("bad-parameter", f"An object with {len(sent):,} {word}s; the {word}s are {known}.")
    try:
        return shape.model_validate(fields)
    except ValidationError as wrong:
        raise Problem("bad-parameter", sentences(wrong, (shape, inner), word)) from None


def _around(said: Around) -> Fields:
    """The fields that were sent; one sent as null overrides a default with nothing."""
    return cast(Fields, said.model_dump(exclude_unset=True, exclude={"name", "names"}))
