"""A snapshot in use: arrays mapped from disk, shared by all processes, read only.

It knows names by number and entities by position; what it says of an entity is its record.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from gazetteer.index.build import KINDS, SORTS
from gazetteer.index.grams import U32, GramTable, nearest
from gazetteer.index.layout import check_files, read_manifest
from gazetteer.index.packs import CASE_SENSITIVE, INFERRED, NAME_KINDS, PREFERRED, SHOWN
from gazetteer.keys import exact_key, hashed
from gazetteer.model import Area, Entity, Kind, Name

# What the flags of a name say, in the order of its fields.
_FLAGS = tuple(tuple(bool(flags & one) for one in (SHOWN, CASE_SENSITIVE, INFERRED, PREFERRED)) for flags in range(256))
# What a name has before others of its entity that are written alike.
IN_USE, MAIN, OF_SOME_LANGUAGE, OF_LANGUAGE = 0.004, 0.002, 0.001, 0.008
USUAL, OF_USUAL = "en", 0.0005  # the language whose names go first where none is asked for, and what they have
_MERITS = tuple(IN_USE * bool(flags & SHOWN) + MAIN * bool(flags & PREFERRED) for flags in range(256))
Standing = tuple[int, int, float, float]  # a name's number, its entity's position and weight, and its own merit
NOTHING: U32 = np.empty(0, dtype=np.uint32)
# Numbers as they lie in an array: one at a time they are read several times sooner than through numpy, which takes them
# as they are where there are many.
Numbers = memoryview
NO_NUMBERS = NOTHING.data
WRITTEN = 16  # texts that are remembered: one question asks for the same again
# Hashes are looked for in the drawer of those that begin with the same bits: few are read then that lie far apart.
HIGH_BITS = 14
LOW_BITS = 64 - HIGH_BITS
TABLES = ("exact", "word", "form", "skeleton")


class Strings:
    """Strings one after another in a blob, by number; the blob is bytes, or a file mapped as such."""

    __slots__ = ("_one", "start", "text")

    def __init__(self, text: bytes | mmap, start: NDArray[np.int64]) -> None:
        self.text = text
        self.start = start
        self._one = start.data

    def __getitem__(self, number: int) -> bytes:
        return self.text[self._one[number] : self._one[number + 1]]

    def many(self, numbers: U32) -> list[bytes]:
        """The strings with these numbers."""
        text = self.text
        begins, ends = self.start[numbers].tolist(), self.start[numbers + 1].tolist()
        return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]


class About(NamedTuple):
    """What weighing asks of an entity."""

    kind: Kind
    sort: str
    country: str | None
    region: int | None
    lat: float | None
    lon: float | None
    weight: float


class Snapshot:
    """Names, keys and records of one version of a gazetteer."""

    def __init__(
        self, arrays: Mapping[str, Any], texts: Mapping[str, Any], version: int, counts: Mapping[str, int]
    ) -> None:
        self.version = version
        self.counts = counts
        self._arrays = arrays
        self._written = lru_cache(WRITTEN)(self._names_written)
        one = {name: array.data for name, array in arrays.items()}
        self._one = one
        self._tables = {
            table: (_edges(arrays[f"{table}_hash"]), one[f"{table}_hash"], one[f"{table}_value"]) for table in TABLES
        }
        self.entity_number: U32 = arrays["entity_number"]
        self.entity_kind: NDArray[np.uint8] = arrays["entity_kind"]
        self.entity_country: NDArray[np.uint16] = arrays["entity_country"]
        self.entity_lat: NDArray[np.float32] = arrays["entity_lat"]
        self.entity_lon: NDArray[np.float32] = arrays["entity_lon"]
        self.entity_weight: NDArray[np.float32] = arrays["entity_weight"]
        self.entity_sort: NDArray[np.uint8] = arrays["entity_sort"]
        self.entity_region: U32 = arrays["entity_region"]
        self.name_entity: U32 = arrays["name_entity"]
        self.name_flags: NDArray[np.uint8] = arrays["name_flags"]
        self.languages: list[str | None] = orjson.loads(texts["language"][:])
        self._regions = frozenset(np.unique(self.entity_region).tolist()) - {0}
        self._areas: Mapping[str, Sequence[Any]] = orjson.loads(texts["qualifier"][:])
        self._by_language: dict[str, list[int]] = {}
        self._language_number: dict[str, int] = {}
        for number, tag in enumerate(self.languages):
            if tag is not None:
                self._language_number[tag] = number
                self._by_language.setdefault(tag.split("-")[0], []).append(number)
        self.forms = Strings(texts["form_text"], arrays["form_start"])
        self.skeletons = Strings(texts["skeleton_text"], arrays["skeleton_start"])
        self.form_skeleton: U32 = arrays["form_skeleton"]
        self._names = Strings(texts["name_text"], arrays["name_start"])
        self._records = Strings(texts["record"], arrays["record_start"])
        self._grams = {table: _gram_table(arrays, table) for table in ("form", "skeleton")}

    def names_by(self, table: str, key: str) -> Numbers:
        """The numbers of the names with this exact key or word key."""
        return self._found(table, key)

    def names_of_forms(self, said: Iterable[str]) -> dict[str, Numbers]:
        """The numbers of the names one of whose readings is one of these forms, by form, of those that names have."""
        numbers = {text: found[0] for text in said if (found := self._found("form", text))}
        return {text: self.names_of_form_number(number) for text, number in numbers.items()}

    def names_of_words(self, keys: Iterable[str]) -> list[Numbers]:
        """The numbers of the names with each of these word keys, of those that names have."""
        return [found for key in keys if (found := self._found("word", key))]

    def names_of_form_number(self, number: int) -> Numbers:
        """The numbers of the names with this form."""
        start = self._one["form_names_start"]
        found: Numbers = self._one["form_names"][start[number] : start[number + 1]]
        return found

    def forms_of_skeletons(self, numbers: Iterable[int], most: int) -> U32:
        """The numbers of the forms with these skeletons, at most so many of each."""
        start, forms = self._arrays["skeleton_forms_start"], self._arrays["skeleton_forms"]
        pieces = [forms[start[number] : min(start[number + 1], start[number] + most)] for number in numbers]
        return np.concatenate(pieces) if pieces else NOTHING

    def skeleton_numbers(self, key: str) -> Numbers:
        """The number of this skeleton, if any name has it."""
        return self._found("skeleton", key)

    def nearest(self, table: str, texts: list[str], *, budget: int, best: int) -> U32:
        """The numbers of the forms or skeletons that share the most trigrams with these texts."""
        return nearest(self._grams[table], texts, budget=budget, best=best)

    def names(self, numbers: Iterable[int]) -> list[Name]:
        """The names with these numbers."""
        return list(map(self.name, numbers))

    def name(self, number: int) -> Name:
        """The name with this number, as written."""
        one = self._one
        language, kind = self.languages[one["name_language"][number]], NAME_KINDS[one["name_kind"][number]]
        return Name(self._names[number].decode(), language, kind, *_FLAGS[one["name_flags"][number]])

    def is_in_use(self, number: int) -> bool:
        """Whether a name may be shown, or is that of no place."""
        kind = KINDS[self._one["entity_kind"][self._one["name_entity"][number]]]
        return bool(self._one["name_flags"][number] & SHOWN) or kind is not Kind.PLACE

    def names_of_entity(self, position: int) -> list[Name]:
        """All names of the entity at this position."""
        return self.names(range(*self._numbers_of(position)))

    def names_among(self, position: int, languages: Iterable[str], text: str) -> list[Name]:
        """Of the names of the entity at this position those in one of these languages, and those written as a text."""
        first, last = self._numbers_of(position)
        tongues = {self._language_number[tag] for tag in languages if tag in self._language_number}
        spoken = self._one["name_language"][first:last]
        wanted = {number for number, tongue in enumerate(spoken, first) if tongue in tongues}
        for numbers in self.names_written(text):
            wanted.update([number for number in numbers if first <= number < last])
        return self.names(sorted(wanted))

    def owner(self, number: int) -> int:
        """The position of the entity that the name with this number is of."""
        found: int = self._one["name_entity"][number]
        return found

    def _numbers_of(self, position: int) -> tuple[int, int]:
        """The number of the first name of the entity at this position, and that behind its last."""
        owners = self._one["name_entity"]
        first = bisect_left(owners, position)
        return first, bisect_right(owners, position, first)

    def names_written(self, text: str) -> tuple[Numbers, Numbers]:
        """The numbers of the names written as a text: those that are but for case and marks, and those kept so only."""
        return self._written(text)

    def entity(self, position: int) -> Entity:
        """What an answer shows of the entity at this position."""
        record = orjson.loads(self._records[position])
        public_id, kind, canonical, country, description, lat, lon, feature_type, population, importance, ids = record
        return Entity(
            id=public_id,
            kind=Kind(kind),
            canonical=canonical,
            country=country,
            description=description,
            lat=lat,
            lon=lon,
            feature_type=feature_type,
            population=population,
            importance=importance,
            identifiers=ids,
        )

    def _names_written(self, text: str) -> tuple[Numbers, Numbers]:
        return self.names_by("exact", exact_key(text)), self.names_by("exact", "=" + text)

    def about(self, position: int) -> About:
        """What weighing asks of the entity at this position."""
        one = self._one
        code, lat, lon = one["entity_country"][position], one["entity_lat"][position], one["entity_lon"][position]
        number = one["entity_number"][position]
        return About(
            kind=KINDS[one["entity_kind"][position]],
            sort=SORTS[one["entity_sort"][position]],
            country=chr(code >> 8) + chr(code & 255) if code else None,
            region=one["entity_region"][position] or (number if number in self._regions else None),
            lat=lat if lat == lat else None,
            lon=lon if lon == lon else None,
            weight=one["entity_weight"][position],
        )

    def standing(self, names: Iterable[int], kind: Kind | None, language: str | None) -> Iterator[Standing]:
        """Of few names, those of a kind's entities, or all, with what sets them apart: see `name_merit`."""
        one = self._one
        owners, kinds, weights = one["name_entity"], one["entity_kind"], one["entity_weight"]
        flags, spoken = one["name_flags"], one["name_language"]
        asked, share = self._preferred(language)
        wanted = None if kind is None else KINDS.index(kind)
        for name in names:
            position = owners[name]
            if wanted is None or kinds[position] == wanted:
                tongue = spoken[name]
                yield (
                    name,
                    position,
                    weights[position],
                    _MERITS[flags[name]]
                    + ((share if tongue in asked else 0.0) + (OF_SOME_LANGUAGE if tongue else 0.0)),
                )

    def kind_is(self, positions: U32, kind: Kind) -> NDArray[np.bool_]:
        """Which of the entities at these positions are of a kind."""
        found: NDArray[np.bool_] = self.entity_kind[positions] == KINDS.index(kind)
        return found

    def name_merit(self, names: U32, language: str | None) -> NDArray[np.float32]:
        """What sets an entity's names apart when they are written alike: in the language asked for, or English if none
        is, shown, labelled.
        """
        flags, spoken = self.name_flags[names], self._arrays["name_language"][names]
        merit = IN_USE * (flags & SHOWN > 0) + MAIN * (flags & PREFERRED > 0) + OF_SOME_LANGUAGE * (spoken > 0)
        asked, share = self._preferred(language)
        return np.asarray(merit + share * np.isin(spoken, asked), dtype=np.float32)

    def _preferred(self, language: str | None) -> tuple[list[int], float]:
        """The numbers of the language whose names go first, and by how much."""
        if language is None:
            return self._language_numbers(USUAL), OF_USUAL
        return self._language_numbers(language), OF_LANGUAGE

    def _language_numbers(self, language: str) -> list[int]:
        return self._by_language.get(language.split("-")[0], [])

    def countries_named(self, names: Iterable[int]) -> set[str]:
        """The codes of the countries that these names are of."""
        return set(filter(None, (self._country_of(position) for position in self._of_sort(names, "country"))))

    def countries_of(self, text: str) -> set[str]:
        """The codes of the countries in which a place has this name, written just so."""
        owners, kind_of = self._one["name_entity"], self._one["entity_kind"]
        found = {owners[name] for name in self.names_by("exact", exact_key(text))}
        return {self._country_of(position) for position in found if KINDS[kind_of[position]] is Kind.PLACE}

    def regions_named(self, names: Iterable[int]) -> dict[int, str]:
        """The first-order regions that these names are of, by their numbers, and the codes of their countries.

        A city that is a region of its own, such as Berlin, is one of them.
        """
        owners, number_of = self._one["name_entity"], self._one["entity_number"]
        positions = self._of_sort(names, "region")
        positions |= {at for at in {owners[name] for name in names} if number_of[at] in self._regions}
        found = {number_of[at]: self._country_of(at) for at in positions}
        return {number: country for number, country in found.items() if country}

    def area_of(self, qualifier: str) -> Area | None:
        """Where the places lie that have this behind the comma of a name; None if too few have."""
        found = self._areas.get(exact_key(qualifier))
        return None if found is None else Area(*found)

    def _of_sort(self, names: Iterable[int], sort: str) -> set[int]:
        """The positions of the entities of this sort that these names are of."""
        owners, sort_of = self._one["name_entity"], self._one["entity_sort"]
        return {position for position in {owners[name] for name in names} if SORTS[sort_of[position]] == sort}

    def _country_of(self, position: int) -> str:
        code = self._one["entity_country"][position]
        return chr(code >> 8) + chr(code & 255) if code else ""

    def _found(self, table: str, key: str) -> Numbers:
        """The values of a key; none, if no name has it."""
        edges, hashes, values = self._tables[table]
        wanted = hashed(key)
        drawer = wanted >> LOW_BITS
        first = bisect_left(hashes, wanted, edges[drawer], edges[drawer + 1])
        if first == len(hashes) or hashes[first] != wanted:
            return NO_NUMBERS
        last = first + 1  # as it is for most
        if last < len(hashes) and hashes[last] == wanted:
            last = bisect_right(hashes, wanted, last)
        found: Numbers = values[first:last]
        return found


def _edges(hashes: NDArray[np.uint64]) -> memoryview:
    """Where in sorted hashes each drawer begins, those with the same highest bits, and the last ends."""
    firsts = np.arange(1 << HIGH_BITS, dtype=np.uint64) << np.uint64(LOW_BITS)
    return np.append(hashes.searchsorted(firsts), len(hashes)).astype(np.uint32).data


def _gram_table(arrays: Mapping[str, Any], table: str) -> GramTable:
    return GramTable(arrays[f"{table}_gram_offset"], arrays[f"{table}_gram"], arrays[f"{table}_size"])


def open_snapshot(path: Path) -> Snapshot:
    """The snapshot in this folder, mapped.

    Raises:
        IndexMissing: a file is missing or damaged.
    """
    manifest = read_manifest(path)
    check_files(path, manifest)
    # The plain view of a mapped array is several times faster to index than numpy's own subclass.
    arrays = {
        file.stem: np.load(file, mmap_mode="r", allow_pickle=False).view(np.ndarray) for file in path.glob("*.npy")
    }
    texts = {file.stem: _mapped(file) for file in path.glob("*.bin")}
    return Snapshot(arrays, texts, manifest.version, manifest.counts)


def _mapped(file: Path) -> bytes | mmap:
    """A file's bytes, mapped; an empty file cannot be."""
    if file.stat().st_size == 0:
        return b""
    with file.open("rb") as content:
        return mmap(content.fileno(), 0, access=ACCESS_READ)
