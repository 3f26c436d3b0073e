"""Unreadable: which rows of text Spark could not read, and why, by the rule of the engine of one machine.

A row with fewer cells than there are columns is read as if the rest were empty; one with more is rejected.
"""

import re
from dataclasses import dataclass

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from gazetteer.bulk.spark.columns import harmless

PLACE = "gazetteer_unreadable"  # the column in which Spark puts the text of a row that it could not read
REASON, TEXT = "reason", "text"
# The columns of a file of rejects; the last is what was read in the column of names, if anything was.
FILE, NAME = "file", "name"


@dataclass(frozen=True, slots=True)
class Quoting:
    """What parts cells, what stands around one that has a delimiter in it, and what before such a mark inside."""

    delimiter: str
    quote: str
    escape: str

    def pattern(self) -> str:
        """A cell in quotes, from its beginning to its end."""
        mark, inside = re.escape(self.quote), re.escape(self.escape)
        plain = f"[^{mark}]" if self.quote == self.escape else f"[^{mark}{inside}]"
        again = mark + mark if self.quote == self.escape else f"{inside}."
        return f"(?s){self.beginning()}(?:{plain}|{again})*{mark}"

    def beginning(self) -> str:
        """The mark where a cell begins with one."""
        return f"(?:^|(?<={re.escape(self.delimiter)})){re.escape(self.quote)}"


def no_row(text: Column, columns: int, quoting: Quoting) -> Column:
    """Why this text is no row of so many columns; null where there is none, or one that is merely short."""
    bare = F.regexp_replace(text, quoting.pattern(), "") if quoting.quote else text
    cells = F.size(F.split(bare, re.escape(quoting.delimiter)))
    said = F.when(text.isNull(), F.lit(None).cast("string"))
    if quoting.quote:
        said = said.when(bare.rlike(quoting.beginning()), F.lit("a quote in it is never closed"))
    too_many = F.concat(F.lit("it has "), cells.cast("string"), F.lit(f" cells, and there are {columns:,} columns"))
    said = said.when(cells > columns, too_many)
    return said.when(cells == columns, F.lit("a cell of it is not what its column holds"))


def no_json(text: Column) -> Column:
    """Why this text is no row; null where there is none."""
    return F.when(text.isNotNull(), F.lit("it is no JSON object that can be read with the others"))


def readable(rows: DataFrame) -> DataFrame:
    """The rows that can be read."""
    return rows.where(F.col(REASON).isNull()).drop(REASON, TEXT)


def rejects(rows: DataFrame) -> DataFrame:
    """The rows that cannot be read, as a table to be written as delimited text."""
    bad = rows.where(F.col(REASON).isNotNull())
    return bad.select(
        F.input_file_name().alias(FILE), REASON, harmless(F.col(TEXT)).alias(TEXT), harmless(F.col("k0")).alias(NAME)
    )
