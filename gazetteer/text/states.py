"""States and provinces by their abbreviations, as they stand behind the comma after a city: *Portland, Ore.*"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("states.toml")


def spelled_out(text: str) -> tuple[str, ...]:
    """The full names of the states or provinces that a text abbreviates, as it is written there; none if it does not.

    >>> spelled_out("Ore."), spelled_out("OR"), spelled_out("or"), spelled_out("WA")
    (('Oregon',), ('Oregon',), (), ('Washington', 'Western Australia'))
    """
    return _full_names().get("".join(text.split()), ())


@cache
def _full_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in tomllib.loads(FILE.read_text(encoding="utf-8")).values():
        for short, name in table.items():
            bare = short.removesuffix(".")
            # The full stop is often forgotten, where what is left is no word of two letters; headings are in capitals.
            for written in {short, bare, short.upper()} if len(bare) > 2 else {short}:
                found[written] = tuple(dict.fromkeys((*found.get(written, ()), name)))
    return MappingProxyType(found)
