"""The shapes of what may be said of a job, as the fields of a form or of JSON: the options of the command line.

They know shape and type only. What a value means, and whether the file has such a column, is for the domain to say.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from gazetteer.tabular.opening import Format
from service.form_shapes import BoolText, File
from service.shapes import KindText, Language, StyleId

Text = Annotated[str, WithJsonSchema({"type": "string"})]
Column = Annotated[str, WithJsonSchema({"type": "string", "examples": ["city", "2"]})]
Country = Annotated[str, WithJsonSchema({"type": "string", "minLength": 2, "examples": ["UA", "Ukraine"]})]
FormatText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Format)})]

COLUMN = "The column of names, by its header or its number from 1."
CONTEXT = "Further columns, as in region=Oblast,lat=Y,lon=X; each alone if its header is the same word."
FIELDS = {
    "kind": "What all the names are: place, person or organization.",
    "country": "The country all the names are of, as an ISO 3166 code or by name.",
    "language": "The language of the copy the names come from, as a BCP 47 tag.",
    "kind_column": "A column that says the kind.",
    "country_column": "A column with the country, as a code or by name.",
    "language_column": "A column with the language.",
    "style": "The house style whose spelling is written: an id of GET /styles.",
    "format": "The format of the file, where it is not to be found out.",
    "sheet": "The sheet of a workbook, by name or number.",
    "encoding": "The encoding of text, where it is not to be guessed.",
    "delimiter": "The delimiter, where it is not to be guessed; tab may be written so.",
    "prefix": "What the names of our columns begin with; the column's name and _ unless said.",
}
QUOTE = 'The quote character, where it is not to be guessed; "none" if there is none.'
HEADER = "Whether the first row names the columns, where it is not to be guessed."
HEADER_ROW = "The line or row that names the columns, from 1, where titles and notes stand above it."
IN_PLACE = "Whether the canonical name is written into the column itself, and the original kept in another."


class SettingsShape(BaseModel):
    """What is said of a job; what is left out stays as it was said before, null says that nothing is said."""

    model_config = ConfigDict(extra="forbid", strict=True)

    column: Column | None = Field(None, description=COLUMN)
    kind: KindText | None = Field(None, description=FIELDS["kind"])
    country: Country | None = Field(None, description=FIELDS["country"])
    language: Language | None = Field(None, description=FIELDS["language"])
    kind_column: Column | None = Field(None, description=FIELDS["kind_column"])
    country_column: Column | None = Field(None, description=FIELDS["country_column"])
    language_column: Column | None = Field(None, description=FIELDS["language_column"])
    context_columns: Text | None = Field(None, description=CONTEXT)
    style: StyleId | None = Field(None, description=FIELDS["style"])
    format: FormatText | None = Field(None, description=FIELDS["format"])
    sheet: Text | None = Field(None, description=FIELDS["sheet"])
    encoding: Text | None = Field(None, description=FIELDS["encoding"])
    delimiter: Text | None = Field(None, description=FIELDS["delimiter"])
    quote: Text | None = Field(None, description=QUOTE)
    header: bool | None = Field(None, description=HEADER)
    header_row: int | None = Field(None, description=HEADER_ROW)
    prefix: Text | None = Field(None, description=FIELDS["prefix"])
    in_place: bool | None = Field(None, description=IN_PLACE)


class BulkForm(BaseModel):
    """A file of names, and what is said of it, as the fields of a form; an empty field says nothing."""

    model_config = ConfigDict(extra="forbid", strict=True)

    file: File = Field(description="The file: CSV or TSV, XLSX, Parquet or JSON lines; .gz and .zst too.")
    column: Column = Field("", description=f"{COLUMN} Without it the job waits, with a guess to look at.")
    kind: KindText = Field("", description=FIELDS["kind"])
    country: Country = Field("", description=FIELDS["country"])
    language: Language = Field("", description=FIELDS["language"])
    kind_column: Column = Field("", description=FIELDS["kind_column"])
    country_column: Column = Field("", description=FIELDS["country_column"])
    language_column: Column = Field("", description=FIELDS["language_column"])
    context_columns: Text = Field("", description=CONTEXT)
    style: StyleId = Field("", description=FIELDS["style"])
    format: FormatText = Field("", description=FIELDS["format"])
    sheet: Text = Field("", description=FIELDS["sheet"])
    encoding: Text = Field("", description=FIELDS["encoding"])
    delimiter: Text = Field("", description=FIELDS["delimiter"])
    quote: Text = Field("", description=QUOTE)
    header: BoolText = Field("", description=HEADER)
    header_row: Text = Field("", description=HEADER_ROW)
    prefix: Text = Field("", description=FIELDS["prefix"])
    in_place: BoolText = Field("", description=IN_PLACE)


class ReviewForm(BaseModel):
    """A review file that a person has filled in."""

    model_config = ConfigDict(extra="forbid", strict=True)

    file: File = Field(description="The file of GET /bulk/{id}/review, with decisions in it, as CSV in UTF-8.")


Values = Annotated[list[str], WithJsonSchema({"type": "array", "items": {"type": "string"}, "minItems": 1})]
Decided = Annotated[str, WithJsonSchema({"type": "string", "examples": ["geonames-713174", "nobody"]})]


class ChoiceShape(BaseModel):
    """What a person decided of one name."""

    model_config = ConfigDict(extra="forbid", strict=True)

    values: Values = Field(description="The name and its context, as GET /bulk/{id}/names gives them.")
    decision: Decided | None = Field(
        None, description="The id of one of its candidates, or nobody; null takes back what was decided."
    )


Skip = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 0})]
Most = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 200})]


class NamesAsked(BaseModel):
    """Which names are wanted."""

    model_config = ConfigDict(extra="forbid", strict=True)

    skip: Skip | None = Field(None, description="How many of the most frequent are left out; none unless said.")
    limit: Most | None = Field(None, description="How many at most, 1 to 200; 50 unless said.")
