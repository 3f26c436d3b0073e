"""Forms with one file, as browsers and curl send them: read strictly, and within limits of their own.

Here one learns only that the form is sound, each field once and one file among them; what the fields and the file are
worth is for others to say. While a form is parsed a large file waits on disk; ``uploaded`` reads it into memory.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from service.bodies import shown
from service.config import FORM_FIELDS_MOST
from service.errors import Problem

FORM = "multipart/form-data"
FILE = "file"  # the field that has it, at every address
PARTS_MOST = 50


@dataclass(frozen=True, slots=True)
class Taken:
    """What an address takes: a file of so many bytes at most, and what errors call it."""

    most: int
    example: str  # the name of such a file
    too_large: str = "too-large"  # the sort of problem that more bytes are
    spool: Callable[[], IO[bytes]] | None = None  # opens where the file is put as it comes in

    @property
    def size(self) -> str:
        """How large a file may be, in words."""
        return f"{self.most // 2**20} MiB" if self.most % 2**20 == 0 else f"{self.most // 10**6} MB"


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is sound: its file as it was sent, not yet read, and the other fields, blank ones among them."""

    name: str  # which nobody should trust
    file: IO[bytes]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent: its name, which nobody should trust, and its bytes."""

    name: str
    data: bytes


def uploaded(request: Request, taken: Taken) -> tuple[Upload, Mapping[str, str]]:
    """The file of a form, read into memory, and the form's other fields."""
    sent = form(request, taken)
    data = sent.file.read(taken.most + 1)
    if len(data) > taken.most:
        raise Problem(taken.too_large, f"The file is larger than {taken.size}; send it in parts.")
    return Upload(sent.name, data), sent.fields


def form(request: Request, taken: Taken) -> Form:
    """The form that a request sends, with its file still to be read."""
    as_curl_does = f"as curl does with -F {FILE}=@{taken.example}"
    if request.mimetype != FORM:
        sent = request.mimetype or "none"
        raise Problem(
            "unsupported-media-type",
            f"The body must be a form with the file, sent as Content-Type: {FORM}, {as_curl_does}; "
            f"the type sent is {sent}.",
        )
    files, fields = _parts(request, taken)
    for name in {**fields, **files}:
        count = len(fields.get(name, ())) + len(files.get(name, ()))
        if count > 1:
            raise Problem("bad-parameter", f"The field {shown(name)} is given {count} times; give it once.")
    for name in files:
        if name != FILE:
            raise Problem("bad-parameter", f"The field {shown(name)} is a file; only {FILE} may be one.")
    if FILE not in files:
        raise Problem(
            "bad-parameter", f"{FILE} is missing; send one file in that field, with its name, {as_curl_does}."
        )
    [file] = files[FILE]
    return Form(file.filename or "", file.stream, {name: value for name, [value] in fields.items()})


def _parts(request: Request, taken: Taken) -> tuple[Mapping[str, Sequence[FileStorage]], Mapping[str, Sequence[str]]]:
    """The files and the other fields of a form by their names, as often as each is given."""
    request.max_content_length = taken.most + FORM_FIELDS_MOST
    request.max_form_memory_size = FORM_FIELDS_MOST
    request.max_form_parts = PARTS_MOST
    try:
        if taken.spool is not None:
            return _spooled(request, taken.spool)
        return request.files.to_dict(flat=False), request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        raise Problem(
            taken.too_large,
            f"The form is too large: its file has at most {taken.size}, and it has at most {PARTS_MOST} fields, "
            f"with {FORM_FIELDS_MOST // 2**20} MiB beside the file.",
        ) from None


def _spooled(
    request: Request, spool: Callable[[], IO[bytes]]
) -> tuple[Mapping[str, Sequence[FileStorage]], Mapping[str, Sequence[str]]]:
    """The same, the file written where it is to stay as it comes in."""
    parser = FormDataParser(
        stream_factory=lambda *_, **__: spool(),
        max_form_memory_size=FORM_FIELDS_MOST,
        max_content_length=request.max_content_length,
        max_form_parts=PARTS_MOST,
    )
    _, fields, files = parser.parse(request.stream, request.mimetype, request.content_length, request.mimetype_params)
    return files.to_dict(flat=False), fields.to_dict(flat=False)
