"""A style file as it is written, and what may be asked of the values in it; a wrong one is refused with its line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from gazetteer.errors import BadName, BadStyle
from gazetteer.styles.lines import Place, at, line_of
from gazetteer.text.clean import clean

DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style file: where it is, its text, and the values that TOML reads out of it."""

    path: Path
    text: str
    raw: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    def refuse(self, place: Place, says: str) -> NoReturn:
        """Refuse what stands at a place.

        Raises:
            BadStyle: always; the text names file and line.
        """
        raise BadStyle(f"{self.path.name}, line {line_of(self.text, place)}: {says}")

    def tables(self, key: str) -> Sequence[Any]:
        """The tables under a key that there may be several of."""
        entries = self.raw.get(key, [])
        if not isinstance(entries, list):
            self.refuse((key,), f"{key} must be a list of tables, each opened by [[{key}]]")
        return entries

    def table_at(self, place: Place, allowed: Iterable[str], needed: Iterable[str]) -> Mapping[str, Any]:
        """The table at a place, which has no key but those allowed and all that are needed."""
        entry, what = at(self.raw, place), place[0] if place else "the file"
        if not isinstance(entry, dict):
            self.refuse(place, f"{what} must be a table, opened by [[{what}]]")
        for key in entry:
            if key not in allowed:
                self.refuse((*place, key), f"unknown key {key!r}; {what} may have {', '.join(sorted(allowed))}")
        for key in needed:
            if key not in entry:
                self.refuse(place, f"{what} lacks {key}; it needs {', '.join(needed)}")
        return entry

    def text_at(self, place: Place) -> str:
        """The text at a place, which is not blank."""
        value = at(self.raw, place)
        if not isinstance(value, str) or not value.strip():
            key = next(key for key in reversed(place) if isinstance(key, str))
            self.refuse(place, f'{key} must be a text in quotation marks, as in {key} = "..."')
        return value

    def name_at(self, place: Place) -> str:
        """The name at a place, cleaned."""
        try:
            return clean(self.text_at(place))
        except BadName as bad:
            self.refuse(place, str(bad).removesuffix("."))

    def check_date(self, place: Place) -> None:
        """Refuse what is no date; there need not be any."""
        value = at(self.raw, place)
        if value is None:
            return
        try:
            if not DATE.fullmatch(value):
                raise ValueError
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])
        except ValueError:
            says = f'date is {value!r}, but must be a year, a month or a day, as in "2022", "2022-03", "2022-03-04"'
            self.refuse(place, says)
