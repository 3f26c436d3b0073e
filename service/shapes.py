"""The shapes of what may be sent to ``/normalize``, ``/check`` and ``/judgements``: ``"5"`` is no number.

They know shape and type only. What a value means (is there such a language?) is the domain's
to say; the bounds are here for the description, which is made from these models.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, FailFast, Field, Tag, WithJsonSchema

from gazetteer.judgements import CONTEXT_MOST, REASON_MOST
from gazetteer.matching.weights import weights
from gazetteer.model import Action, Kind
from gazetteer.query import LIMIT_MOST, LIMIT_USUAL
from gazetteer.romanization.backwards import SPELLING_MOST
from gazetteer.romanization.transliteration import TEXT_MOST as ROMANIZED_MOST
from gazetteer.tagging.copies import IGNORED_MOST, TEXT_MOST
from gazetteer.tagging.model import Fix, Format
from gazetteer.text.clean import LONGEST

USUAL = weights()
NAMES_MOST = 1000
JUDGEMENTS_MOST = 1000

Name = Annotated[
    str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST, "examples": ["Bakhmout"]})
]
KindText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Kind)})]
Native = Annotated[
    str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST, "examples": ["Чернігів"]})
]
Language = Annotated[str, WithJsonSchema({"type": "string", "minLength": 2, "examples": ["fr"]})]
Country = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$", "examples": ["UA"]})]
Near = Annotated[
    list[float],
    WithJsonSchema(
        {
            "type": "array",
            "prefixItems": [
                {"type": "number", "minimum": -90, "maximum": 90},
                {"type": "number", "minimum": -180, "maximum": 180},
            ],
            "minItems": 2,
            "maxItems": 2,
            "examples": [[48.6, 38.0]],
        }
    ),
]
StyleId = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "examples": ["ap"]})]
Limit = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1, "maximum": LIMIT_MOST})]
Share = Annotated[float, WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})]
Text = Annotated[str, WithJsonSchema({"type": "string", "maxLength": TEXT_MOST, "examples": ["near Bakhmout"]})]
FormatText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Format)})]
FixText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Fix)})]
Span = Annotated[
    list[int],
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 0, "maximum": TEXT_MOST},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]


class Around(BaseModel):
    """What may be known around a name; each may be left out."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: KindText | None = Field(None, description="Only entities of this kind.")
    language: Language | None = Field(None, description="Language of the copy the name came from, as a BCP 47 tag.")
    country: Country | None = Field(None, description="Country the name is likely to be of, ISO 3166-1 alpha-2.")
    near: Near | None = Field(None, description="Latitude and longitude the name is likely to be near.")
    style: StyleId | None = Field(None, description="House style whose spelling is wanted: an id of GET /styles.")
    limit: Limit | None = Field(
        None, description=f"How many candidates to list, 1 to {LIMIT_MOST}; {LIMIT_USUAL} unless said."
    )
    threshold: Share | None = Field(
        None, description=f"Confidence that a link needs, 0 to 1; {USUAL.threshold} unless said."
    )
    margin: Share | None = Field(
        None, description=f"Lead over the second candidate that a link needs, 0 to 1; {USUAL.margin} unless said."
    )


class Named(BaseModel):
    """A name."""

    name: Name = Field(description="The name as it was written, in any script.")


class Asked(Around, Named):
    """One name, with what is known around it."""


def _sort(entry: object) -> str:
    return "<text>" if isinstance(entry, str) else "<object>"


Entry = Annotated[Annotated[Name, Tag("<text>")] | Annotated[Asked, Tag("<object>")], Discriminator(_sort)]


class Listed(BaseModel):
    """Names in a row."""

    names: Annotated[list[Entry], FailFast()] = Field(
        description="The names, in the order of the answers.",
        json_schema_extra={"maxItems": NAMES_MOST},
    )


class Batch(Around, Listed):
    """Up to 1,000 names; the other fields are their defaults, which an entry may override."""


class Submitted(BaseModel):
    """A text to be checked, and what is known of it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Text = Field(description="The text, as it stands.")
    format: FormatText | None = Field(None, description="How it is marked up; text unless said.")
    language: Language | None = Field(
        None,
        description="Language it is written in, as a BCP 47 tag; that of the style, or plainly another, unless said.",
    )
    source_language: Language | None = Field(
        None, description="Language it was translated from; guessed from the text unless said."
    )
    source_text: Text | None = Field(None, description="The article it was translated from.")
    style: StyleId | None = Field(
        None,
        description="House style whose spellings are wanted: an id of GET /styles; the first that writes the language "
        "unless said. It has a say only in its own language.",
    )
    fix: FixText | None = Field(
        None, description="What is put right in the corrected text: nothing, what is wrong, or all that is advised."
    )
    ignore: list[Span] | None = Field(
        None,
        fail_fast=True,
        description="Spans to be left alone, each [start, end] in code points.",
        json_schema_extra={"maxItems": IGNORED_MOST},
    )
    quotations: bool | None = Field(
        None, description="Whether names inside quotation marks are advised on too; true unless said."
    )


ActionText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Action)})]
EntityId = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "examples": ["geonames-713174"]})]
Context = Annotated[str, WithJsonSchema({"type": "string", "maxLength": CONTEXT_MOST})]
Reason = Annotated[str, WithJsonSchema({"type": "string", "maxLength": REASON_MOST})]
Number = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1})]
ListedMost = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1, "maximum": JUDGEMENTS_MOST})]


class Judged(BaseModel):
    """What an editor decides of a name."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Name = Field(description="The name as it is written in the copy.")
    action: ActionText = Field(
        description="accept and reject are remembered; not-this (the name does not mean that entity) and ignore "
        "(the name stays as it is written) hold from then on."
    )
    entity: EntityId | None = Field(None, description="The id of the entity; needed for not-this.")
    context: Context | None = Field(
        None, description="The words around the name; only a hash of them is kept, never the words."
    )
    reason: Reason | None = Field(None, description="Why, in the editor's words.")


class JudgementsAsked(BaseModel):
    """Which judgements are wanted."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Name | None = Field(None, description="Only those of this name, as it was written.")
    before: Number | None = Field(None, description="Only those older than the one with this id.")
    limit: ListedMost | None = Field(None, description=f"How many at most, 1 to {JUDGEMENTS_MOST}; 100 unless said.")


LanguageOrAuto = Annotated[str, WithJsonSchema({"type": "string", "minLength": 2, "examples": ["uk", "auto"]})]
RomanizedText = Annotated[
    str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": ROMANIZED_MOST, "examples": ["Чернігів"]})
]
Spelling = Annotated[
    str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": SPELLING_MOST, "examples": ["Tchernihiv"]})
]
SystemId = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "examples": ["national-2010"]})]
Systems = Annotated[
    Annotated[SystemId, Tag("<text>")] | Annotated[list[SystemId], Tag("<object>")], Discriminator(_sort)
]


class Origin(BaseModel):
    """How a Latin spelling came about."""

    model_config = ConfigDict(extra="forbid", strict=True)

    system: SystemId = Field(
        description="The system by which the text was written: an id of GET /transliterate/systems."
    )


class Romanized(BaseModel):
    """A text to be written in Latin letters, and by which systems."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: RomanizedText = Field(description="The text, as it stands; of a Latin spelling, a name.")
    language: LanguageOrAuto | None = Field(
        None, description="Language it is in, as a BCP 47 tag; with auto, or unless said, guessed from its letters."
    )
    systems: Systems | None = Field(
        None,
        description="Ids of GET /transliterate/systems, short or whole; all of the language with all, or unless said.",
    )
    origin: Origin | None = Field(
        None, alias="from", description="The system of a text that is in Latin letters already."
    )
    capitals: bool | None = Field(
        None,
        description="In a script that has no capitals, whether each word gets one; unless said, in lines like names.",
    )


class Explaining(BaseModel):
    """A spelling whose system is asked for."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Spelling = Field(description="The spelling, in Latin letters.")
    native: Native | None = Field(None, description="The name in its own letters, if it is known.")
    language: LanguageOrAuto | None = Field(
        None, description="Language of the name, as a BCP 47 tag; any with auto, or unless said."
    )
