"""A file sent in a form: its bytes and the fields beside it, each once; everything else is refused in a sentence.

Here one learns only that the form is sound; what the file is worth is the domain's to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.bodies import shown
from service.errors import Problem

FORM = "multipart/form-data"
FIELD = "file"
FIELDS_MOST = 64 * 1024  # bytes of a form beside its file


@dataclass(frozen=True, slots=True)
class Upload:
    """A file's bytes, the name it was sent with, and the fields beside it."""

    data: bytes
    name: str
    fields: Mapping[str, str]


def uploaded(request: Request, most: int, example: str) -> Upload:
    """The file of a form, of so many bytes at most; ``example`` is the name an error shows."""
    if request.mimetype != FORM:
        sent = request.mimetype or "none"
        raise Problem(
            "unsupported-media-type",
            f"The body must be a form with the file, sent as Content-Type: {FORM}, as curl does with "
            f"-F file=@{example}; the type sent is {sent}.",
        )
    too_large = Problem("too-large", f"The file is larger than {most // 2**20} MiB; send it in parts.")
    request.max_content_length = most + FIELDS_MOST
    try:
        files, fields = request.files.to_dict(flat=False), request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        raise too_large from None
    times = {key: len(values) for key, values in fields.items()} | {key: len(sent) for key, sent in files.items()}
    for key, count in times.items():
        if count > 1:
            raise Problem("bad-parameter", f"The field {shown(key)} is given {count} times; give it once.")
    if list(files) != [FIELD] or FIELD in fields:
        raise Problem("bad-parameter", f"Send one file, in the field {FIELD}, with its name, such as {example}.")
    sent_file = files[FIELD][0]
    data = sent_file.stream.read(most + 1)
    if len(data) > most:
        raise too_large
    return Upload(data, sent_file.filename or example, {key: values[0] for key, values in fields.items()})
