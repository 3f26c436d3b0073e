"""A form with an XLIFF file to typed values: the file, what is known of it, what is wanted of it."""

from dataclasses import dataclass

from flask import Request

from gazetteer.model import Style
from gazetteer.styles import style_of
from gazetteer.tagging.model import Fix
from gazetteer.xliff.encoding import BYTES_MOST
from service.form_fields import around, chosen
from service.form_shapes import XliffAnswer, XliffForm
from service.forms import FILE, Taken, Upload, uploaded
from service.parameters import no_query, shaped

TAKEN = Taken(BYTES_MOST, "story.xlf")


@dataclass(frozen=True, slots=True)
class AskedXliff:
    """An XLIFF file, what is known of it, and what is wanted of it."""

    upload: Upload
    style: Style | None
    language: str | None
    source_language: str | None
    quotations: bool
    which: Fix
    answer: XliffAnswer


def xliff_form(request: Request) -> AskedXliff:
    """The XLIFF file that a form holds, and what is to be done with it; an empty field is not said."""
    no_query(request)
    upload, fields = uploaded(request, TAKEN)
    shaped(XliffForm, {**fields, FILE: ""}, "field")
    answer = XliffAnswer(chosen(fields, "answer", tuple(XliffAnswer)) or XliffAnswer.JSON)
    usual = Fix.ALL if answer is XliffAnswer.XLIFF else Fix.NONE
    which = Fix(chosen(fields, "fix", tuple(Fix)) or usual)
    said = around(fields)
    style, quotations = said["style"], said["quotations"]
    return AskedXliff(
        upload,
        None if style is None else style_of(style),
        said["language"],
        said["source_language"],
        quotations is not False,
        which,
        answer,
    )
