"""What is said of a job in a form or in JSON, as plain values: the same from both, checked before any file is read."""

from collections.abc import Mapping
from typing import Any

from flask import Request

from gazetteer.bulk.said import asking_of, reading_of
from service.bodies import json_object
from service.bulk.shapes import BulkForm, SettingsShape
from service.errors import Problem
from service.form_fields import whether
from service.forms import FILE
from service.parameters import shaped

YES_OR_NO = ("header", "in_place")


def said_in_form(fields: Mapping[str, str]) -> dict[str, Any]:
    """What the fields of a form say beside the file; an empty one says nothing."""
    shaped(BulkForm, {**fields, FILE: ""}, "field")
    said: dict[str, Any] = {key: text for key, text in fields.items() if text and key not in YES_OR_NO}
    said |= {key: flag for key in YES_OR_NO if (flag := whether(fields, key)) is not None}
    return checked(said)


def said_in_json(request: Request, before: Mapping[str, Any]) -> dict[str, Any]:
    """What JSON says, beside what was said before and stays."""
    body = json_object(request, '{"column": "city"}')
    shaped(SettingsShape, body, "field")
    said = {key: value for key, value in {**before, **body}.items() if value is not None and value != ""}
    return checked(said)


def checked(said: dict[str, Any]) -> dict[str, Any]:
    """The same, when it can mean something."""
    for key, text in said.items():
        if isinstance(text, str) and "\0" in text:
            raise Problem("bad-parameter", f"{key} has a NUL in it, which is no text.")
    asking_of(said)
    reading_of(said)
    return said
