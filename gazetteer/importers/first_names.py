"""First words of people's names: given names that lists of such names lack.

    python -m gazetteer.importers.first_names

writes seeds/first_names.txt anew from the people of the seeds.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gazetteer.importers.geonames_cities import CITY, cities
from gazetteer.importers.seeds import read_seed
from gazetteer.text.clean import fold

FILE = Path(__file__).parents[2] / "seeds" / "first_names.txt"
# So many people must bear a name, and so many times as often as their first name as last, for it to be a given one.
BEARERS, OFTENER = 3, 2
# Where the surname comes first.
SURNAME_FIRST = frozenset(("CN", "HU", "JP", "KH", "KP", "KR", "TW", "VN"))
WORDS = (2, 3)  # of a full name


def first_names(people: Iterable[Mapping[str, Any]], places: Collection[str] = ()) -> list[str]:
    """The given names, folded and in order, that are the first word of several people's names and rarely the last.

    What a well-known place is called is left out: the names of places, folded too, are given.
    """
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for words in _full_names(people):
        first[words[0]] += 1
        last[words[-1]] += 1
    often = (name for name, count in first.items() if count >= max(BEARERS, OFTENER * last[name]))
    return sorted(name for name in often if name not in places)


def places_known_by_name() -> frozenset[str]:
    """The English names, folded, of countries, regions and cities."""
    rows = [*read_seed("countries"), *read_seed("regions")]
    large = [city["name"] for city in cities().values() if (city["population"] or 0) >= CITY]
    return frozenset(map(fold, [*(row["name"] for row in rows), *large]))


def _full_names(people: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    """The words of each full name, folded, of people whose given name comes first."""
    for row in people:
        words = row["name"].split()
        if row.get("country") in SURNAME_FIRST or len(words) not in WORDS:
            continue
        if all(word[:1].isupper() and word.isalpha() and len(word) > 1 for word in words):
            yield [fold(word) for word in words]


if __name__ == "__main__":
    FILE.write_text("\n".join(first_names(read_seed("people"), places_known_by_name())) + "\n", encoding="utf-8")
