"""Columns: the text of those that are asked, and a table under its own names again with ours beside.

Whatever its columns are called, twice or with dots, the work between reading and writing goes by place.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    BooleanType,
    DataType,
    DoubleType,
    FloatType,
    MapType,
    StringType,
    StructType,
    VariantType,
)

from gazetteer.bulk.answers import Column as Ours
from gazetteer.errors import BadParameter
from gazetteer.tabular.delimited.cells import FORMULA

if TYPE_CHECKING:
    from gazetteer.bulk.spark.sources import Opened

NESTED = (ArrayType, BinaryType, MapType, StructType, VariantType)
LONG_LEAST = 1e15  # from there a number is not written out


def with_texts(opened: "Opened", places: Sequence[int]) -> tuple[DataFrame, list[str]]:
    """The rows with the text of the asked columns beside, and what these are called.

    Raises:
        BadParameter: one of them holds no single value.
    """
    keys = [f"k{number}" for number in range(len(places))]
    for place in places:
        kind = opened.kinds[place]
        if isinstance(kind, NESTED):
            raise BadParameter(
                f"The column {opened.columns[place]!r} holds {kind.simpleString()}, which is no text; choose another,"
                " or make a column of text of it first."
            )
    texts = [
        text_of(F.col(f"c{place}"), opened.kinds[place]).alias(key) for place, key in zip(places, keys, strict=True)
    ]
    return opened.rows.select("*", *texts), keys


def text_of(column: Column, kind: DataType) -> Column:
    """What a person reads in a column, as the engine of one machine has it; "" where nothing is."""
    text = column.cast(StringType())
    if isinstance(kind, BooleanType):
        text = F.upper(text)
    elif isinstance(kind, DoubleType | FloatType):
        whole = (F.floor(column) == column) & (F.abs(column) < LONG_LEAST)
        text = F.when(whole, column.cast("long").cast(StringType())).otherwise(text)
    return F.coalesce(text, F.lit(""))


def harmless(column: Column) -> Column:
    """A column of ours in which no spreadsheet finds a formula."""
    formula = column.substr(1, 1).isin(*FORMULA)
    return F.when(formula, F.concat(F.lit("'"), column)).otherwise(column)


def finished(
    joined: DataFrame, columns: Sequence[str], added: Sequence[str], replaced: int | None, *, safe: bool
) -> DataFrame:
    """The table under its own names, and ours beside; with `replaced`, that column has the canonical names.

    `safe` is for delimited text, where a spreadsheet may look for formulas, and every cell is text; elsewhere
    confidences are numbers.
    """
    cells = [F.col(name) for name in Ours]
    if replaced is not None:
        cells[0] = F.nullif(F.col("k0"), F.lit(""))
    if safe:
        cells = [harmless(cell) for cell in cells]
    else:
        place = list(Ours).index(Ours.CONFIDENCE)
        cells[place] = cells[place].cast("double")
    theirs = [F.col(f"c{place}") for place in range(len(columns))]
    if replaced is not None:
        canonical = F.col(Ours.CANONICAL)
        theirs[replaced] = F.coalesce(harmless(canonical) if safe else canonical, theirs[replaced])
    named = zip([*theirs, *cells], [*columns, *added], strict=True)
    return joined.select(*(column.alias(name) for column, name in named))
