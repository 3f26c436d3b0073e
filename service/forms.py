"""Forms with a file, as browsers and curl send them: read strictly, and with limits of their own.

Here one learns only that the writing is sound; what the fields mean is in ``parameters``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.bodies import shown
from service.config import FORM_FIELDS_MOST
from service.errors import Problem

PARTS_MOST = 50
KIND = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent: its name, which nobody should trust, and its bytes."""

    name: str
    data: bytes


def form(request: Request, file: str, most: int, too_large: Problem) -> tuple[Upload, Mapping[str, str]]:
    """The file that a form has in this field, of so many bytes at most, and the form's other fields."""
    if request.mimetype != KIND:
        sent = request.mimetype or "none"
        raise Problem(
            "unsupported-media-type", f"The body must be a form, sent as Content-Type: {KIND}; the type sent is {sent}."
        )
    request.max_content_length = most + FORM_FIELDS_MOST
    request.max_form_memory_size = FORM_FIELDS_MOST
    request.max_form_parts = PARTS_MOST
    try:
        files, fields = request.files.to_dict(flat=False), request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        raise too_large from None
    for name in {**fields, **files}:
        if len(fields.get(name, ())) + len(files.get(name, ())) > 1:
            raise Problem("bad-parameter", f"The field {shown(name)[1:-1]} is given twice; give it once.")
    for name in set(files) - {file}:
        raise Problem("bad-parameter", f"The field {shown(name)[1:-1]} is a file; only {file} may be one.")
    if file not in files:
        raise Problem("bad-parameter", f"{file} is missing; send a form with a file in it: curl -F {file}=@story.docx.")
    data = files[file][0].read(most + 1)
    return Upload(files[file][0].filename or "", data), {name: values[0] for name, values in fields.items()}
