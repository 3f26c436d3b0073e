"""The shapes of the forms that may be sent to ``/check/docx`` and ``/check/xliff``: a file, and what is known of it.

Every field of a form is text; an empty one is the same as none.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, FailFast, Field, WithJsonSchema

from gazetteer.tagging.model import Fix
from service.shapes import FixText, Language, StyleId

File = Annotated[str, WithJsonSchema({"type": "string", "format": "binary"})]
SomeFixText = Annotated[str, WithJsonSchema({"type": "string", "enum": [Fix.WRONG, Fix.ALL]})]
DocumentAnswerText = Annotated[str, WithJsonSchema({"type": "string", "enum": ["docx", "json"]})]
BoolText = Annotated[str, WithJsonSchema({"type": "string", "enum": ["true", "false"]})]
EditsText = Annotated[
    str,
    WithJsonSchema(
        {
            "type": "string",
            "contentMediaType": "application/json",
            "examples": ['[{"start": 15, "end": 23, "replacement": "Bakhmut"}]'],
        }
    ),
]


class DocumentForm(BaseModel):
    """A Word document to be checked, and what is known of it, as the fields of a form."""

    model_config = ConfigDict(extra="forbid", strict=True)

    file: File = Field(description="The document, a .docx of at most 100 MB with at most 200,000 characters.")
    language: Language = Field(
        "",
        description="Language it is written in, as a BCP 47 tag; that of the style, or plainly another, unless said.",
    )
    source_language: Language = Field("", description="Language it was translated from; guessed unless said.")
    style: StyleId = Field(
        "",
        description="House style whose spellings are wanted: an id of GET /styles; the first that writes the language "
        "unless said.",
    )
    fix: SomeFixText = Field("all", description="What is changed: what is wrong, or all that is advised.")
    plain: BoolText = Field("false", description="Whether names are replaced silently, without tracked changes.")
    quotations: BoolText = Field("true", description="Whether names inside quotation marks are advised on too.")
    answer: DocumentAnswerText = Field(
        "docx", description="The document with the changes in it, or what was found, as JSON."
    )
    edits: EditsText = Field(
        "",
        description="A JSON list of the changes to make instead of what is advised: objects with start and end, in "
        "code points of the text that answer=json gives, replacement, and why, the sentence for the comment.",
    )


class EditShape(BaseModel):
    """A change to make in a document."""

    model_config = ConfigDict(extra="forbid", strict=True)

    start: int
    end: int
    replacement: str
    why: str | None = None


class EditsShape(BaseModel):
    """The changes to make in a document."""

    model_config = ConfigDict(strict=True)

    edits: Annotated[list[EditShape], FailFast()]


class XliffAnswer(StrEnum):
    """What is answered to an XLIFF file: what was found, or the file put right."""

    JSON = "json"
    XLIFF = "xliff"


XliffAnswerText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(XliffAnswer)})]


class XliffForm(BaseModel):
    """An XLIFF file to be checked, and what is known of it, as the fields of a form."""

    model_config = ConfigDict(extra="forbid", strict=True)

    file: File = Field(description="The file, with its name, of at most 20 MiB.")
    language: Language = Field(
        "", description="Language of the targets, as a BCP 47 tag, where the file does not say it; never another one."
    )
    source_language: Language = Field(
        "", description="Language of the sources, where the file does not say it; guessed if nobody does."
    )
    style: StyleId = Field(
        "", description="House style, an id of GET /styles, of the language of the targets; the first unless said."
    )
    fix: FixText = Field(
        "",
        description="What is put right: nothing, what is wrong, or all that is advised; all in a file that is "
        "answered, nothing in JSON, unless said.",
    )
    quotations: BoolText = Field("true", description="Whether names inside quotation marks are advised on too.")
    answer: XliffAnswerText = Field("json", description="What was found, or the file put right.")
