"""A snapshot in use: arrays mapped from disk, shared by all processes, read only.

It knows names by number and entities by position; what it says of an entity is its record.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from gazetteer.index.build import KINDS, SORTS
from gazetteer.index.grams import U32, GramTable, nearest
from gazetteer.index.layout import check_files, read_manifest
from gazetteer.index.packs import CASE_SENSITIVE, INFERRED, NAME_KINDS, PREFERRED, SHOWN, hashed_all
from gazetteer.keys import exact_key, hashed
from gazetteer.model import Entity, Kind, Name

# What the flags of a name say, in the order of its fields.
_FLAGS = tuple(tuple(bool(flags & one) for one in (SHOWN, CASE_SENSITIVE, INFERRED, PREFERRED)) for flags in range(256))
NOTHING: U32 = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Strings:
    """Strings one after another in a blob, by number; the blob is bytes, or a file mapped as such."""

    text: bytes | mmap
    start: NDArray[np.int64]

    def __getitem__(self, number: int) -> bytes:
        return self.text[self.start[number] : self.start[number + 1]]

    def between(self, first: int, last: int) -> list[bytes]:
        """The strings first..last - 1."""
        starts = self.start[first : last + 1].tolist()
        return [self.text[start:end] for start, end in itertools.pairwise(starts)]

    def many(self, numbers: U32) -> list[bytes]:
        """The strings with these numbers."""
        text = self.text
        begins, ends = self.start[numbers].tolist(), self.start[numbers + 1].tolist()
        return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]


class Snapshot:
    """Names, keys and records of one version of a gazetteer."""

    def __init__(
        self, arrays: Mapping[str, Any], texts: Mapping[str, Any], version: int, counts: Mapping[str, int]
    ) -> None:
        self.version = version
        self.counts = counts
        self._arrays = arrays
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

    def names_by(self, table: str, key: str) -> U32:
        """The numbers of the names with this exact key or word key."""
        return self._found(table, key)

    def names_of_forms(self, said: Sequence[str]) -> dict[str, U32]:
        """The numbers of the names one of whose readings is one of these forms, by form, of those that names have."""
        numbers = self._arrays["form_value"]
        there = self._first("form", said)
        return {said[place]: self.names_of_form_number(int(numbers[first])) for place, first in there}

    def names_of_words(self, keys: Sequence[str]) -> list[U32]:
        """The numbers of the names with each of these word keys, of those that names have."""
        hashes, numbers = self._arrays["word_hash"], self._arrays["word_value"]
        return [numbers[first : self._end(hashes, first)] for _, first in self._first("word", keys)]

    def _first(self, table: str, keys: Sequence[str]) -> list[tuple[int, int]]:
        """Which of these keys a table has, each by its place among them and that of its first value."""
        hashes = self._arrays[f"{table}_hash"]
        if not keys or not len(hashes):
            return []
        wanted = hashed_all(keys)
        first = hashes.searchsorted(wanted)
        there = np.flatnonzero(hashes.take(first, mode="clip") == wanted)
        return list(zip(there.tolist(), first[there].tolist(), strict=True))

    @staticmethod
    def _end(hashes: NDArray[np.uint64], first: int) -> int:
        """Where the values end of the key whose first is there."""
        last = first + 1  # as it is for most
        if last < len(hashes) and hashes[last] == hashes[first]:
            last = int(hashes.searchsorted(hashes[first], side="right"))
        return last

    def names_of_form_number(self, number: int) -> U32:
        """The numbers of the names with this form."""
        start = self._arrays["form_names_start"]
        found: U32 = self._arrays["form_names"][start[number] : start[number + 1]]
        return found

    def forms_of_skeletons(self, numbers: Iterable[int], most: int) -> U32:
        """The numbers of the forms with these skeletons, at most so many of each."""
        start, forms = self._arrays["skeleton_forms_start"], self._arrays["skeleton_forms"]
        pieces = [forms[start[number] : min(start[number + 1], start[number] + most)] for number in numbers]
        return np.concatenate(pieces) if pieces else NOTHING

    def skeleton_numbers(self, key: str) -> U32:
        """The number of this skeleton, if any name has it."""
        return self._found("skeleton", key)

    def nearest(self, table: str, texts: list[str], *, budget: int, best: int) -> U32:
        """The numbers of the forms or skeletons that share the most trigrams with these texts."""
        return nearest(self._grams[table], texts, budget=budget, best=best)

    def names(self, numbers: U32) -> list[Name]:
        """The names with these numbers."""
        languages = self._arrays["name_language"][numbers].tolist()
        kinds = self._arrays["name_kind"][numbers].tolist()
        return list(map(self._name, self._names.many(numbers), languages, kinds, self.name_flags[numbers].tolist()))

    def names_of_entity(self, position: int) -> list[Name]:
        """All names of the entity at this position, as written."""
        first, last = self.name_entity.searchsorted(np.array([position, position + 1], dtype=np.uint32)).tolist()
        texts = self._names.between(first, last)
        languages = self._arrays["name_language"][first:last].tolist()
        kinds = self._arrays["name_kind"][first:last].tolist()
        flags = self.name_flags[first:last].tolist()
        return list(map(self._name, texts, languages, kinds, flags))

    def names_among(self, position: int, languages: Iterable[str], text: str) -> list[Name]:
        """Of the names of the entity at this position those in one of these languages, and those written as a text."""
        first, last = self.name_entity.searchsorted(np.array([position, position + 1], dtype=np.uint32)).tolist()
        tongues = {self._language_number[tag] for tag in languages if tag in self._language_number}
        spoken = self._arrays["name_language"][first:last].tolist()
        wanted = {number for number, tongue in enumerate(spoken, first) if tongue in tongues}
        for numbers in self.names_written(text):
            wanted.update(number for number in numbers.tolist() if first <= number < last)
        return self.names(np.array(sorted(wanted), dtype=np.uint32))

    def names_written(self, text: str) -> tuple[U32, U32]:
        """The numbers of the names written as a text: those that are but for case and marks, and those kept so only."""
        return self.names_by("exact", exact_key(text)), self.names_by("exact", "=" + text)

    def _name(self, text: bytes, language: int, kind: int, flags: int) -> Name:
        return Name(text.decode(), self.languages[language], NAME_KINDS[kind], *_FLAGS[flags])

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

    def kind_is(self, positions: U32, kind: Kind) -> NDArray[np.bool_]:
        """Which of the entities at these positions are of a kind."""
        found: NDArray[np.bool_] = self.entity_kind[positions] == KINDS.index(kind)
        return found

    def name_merit(self, names: U32, language: str | None) -> NDArray[np.float32]:
        """What sets an entity's names apart when they are written alike: in the language asked for, shown, labelled."""
        flags, spoken = self.name_flags[names], self._arrays["name_language"][names]
        merit = 0.004 * (flags & SHOWN > 0) + 0.002 * (flags & PREFERRED > 0) + 0.001 * (spoken > 0)
        if language is not None:
            merit = merit + 0.008 * np.isin(spoken, self._language_numbers(language))
        return np.asarray(merit, dtype=np.float32)

    def _language_numbers(self, language: str) -> list[int]:
        return self._by_language.get(language.split("-")[0], [])

    def countries_named(self, names: U32) -> set[str]:
        """The codes of the countries that these names are of, or in which regions are that they are of."""
        positions = self._of_sorts(names, "country", "region")
        codes = set(self.entity_country[positions].tolist()) - {0}
        return {chr(code >> 8) + chr(code & 255) for code in codes}

    def regions_named(self, names: U32) -> set[int]:
        """The numbers of the first-order regions that these names are of."""
        return set(self.entity_number[self._of_sorts(names, "region")].tolist())

    def _of_sorts(self, names: U32, *sorts: str) -> U32:
        positions = np.unique(self.name_entity[names])
        return positions[np.isin(self.entity_sort[positions], [SORTS.index(sort) for sort in sorts])]

    def _found(self, table: str, key: str) -> U32:
        hashes = self._arrays[f"{table}_hash"]
        wanted = np.uint64(hashed(key))
        first = int(hashes.searchsorted(wanted))
        if first == len(hashes) or hashes[first] != wanted:
            return NOTHING
        found: U32 = self._arrays[f"{table}_value"][first : self._end(hashes, first)]
        return found


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
