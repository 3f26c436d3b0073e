"""Packs: what a worker makes of a batch of names, in a few arrays, so that little is left to do where they meet."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gazetteer.keys import exact_key, form, hashed, skeleton, word_key
from gazetteer.model import NameKind
from gazetteer.romanization.readings import name_texts

NAME_KINDS = list(NameKind)
KIND_CODES = {str(kind): code for code, kind in enumerate(NAME_KINDS)}
SHOWN, CASE_SENSITIVE, INFERRED, PREFERRED = 1, 2, 4, 8
# The columns of a pack: one entry a name, but for words and forms, whose names stand in a column beside.
PACKED = {
    "entity": "I", "kind": "B", "flags": "B", "language": "H", "length": "I", "exact": "Q",
    "word": "Q", "word_name": "I", "form": "I", "form_name": "I",
}  # fmt: skip
Prepared = tuple[str, Sequence[str], Sequence[str]]


@dataclass(slots=True)
class Pack:
    """A batch of names: columns as in the index, languages and forms still by name, the texts one after another."""

    columns: dict[str, Any]
    languages: list[str | None]
    forms: str
    text: bytes


def pack(batch: Sequence[Any]) -> Pack:
    """The pack of a batch of rows."""
    owners, texts, tags, kinds, shown, case_sensitive, inferred, preferred, _, _ = zip(*batch, strict=True)
    keys, forms, words = zip(*map(prepare, batch), strict=True)
    languages: defaultdict[str | None, int] = counting()
    encoded = [text.encode() for text in texts]
    flags = zip((SHOWN, CASE_SENSITIVE, INFERRED, PREFERRED), (shown, case_sensitive, inferred, preferred), strict=True)
    columns = {
        "entity": np.array(owners, "I"),
        "kind": np.fromiter(map(KIND_CODES.__getitem__, kinds), "B"),
        "flags": sum(np.uint8(flag) * np.array(given, "B") for flag, given in flags),
        "language": np.fromiter(map(languages.__getitem__, tags), "H"),
        "length": np.fromiter(map(len, encoded), "I"),
        "exact": hashed_all(keys),
        "word": hashed_all(itertools.chain.from_iterable(words)),
        "word_name": _owners(words),
        "form_name": _owners(forms),
    }
    return Pack(columns, list(languages), "\n".join(itertools.chain.from_iterable(forms)), b"".join(encoded))


def prepare(row: Sequence[Any]) -> Prepared:
    """The exact key of a name, its forms, and its word keys."""
    _, text, language, _, _, case_sensitive, inferred, _, country, kind = row
    if case_sensitive:
        return "=" + text, (), ()
    if inferred and language == "zh" and country == "JP":
        language = None
    said = name_texts(text, language, country if kind == "place" else None)
    forms = dict.fromkeys([form(each) for each in said])
    return exact_key(text), tuple(forms), tuple({key for each in said if " " in each and (key := word_key(each))})


def pack_forms(joined: str) -> tuple[str, Any]:
    """Of forms, one a line: their skeletons, one a line, and the forms' hashes."""
    forms = joined.split("\n")
    return "\n".join(map(skeleton, forms)), hashed_all(forms)


def hashed_all(keys: Iterable[str]) -> Any:
    """What ``hashed`` makes of each key."""
    return np.fromiter(map(hashed, keys), "<u8")


def counting() -> defaultdict[Any, int]:
    """A table that numbers what it is asked for, from 0, in the order of asking."""
    numbers: defaultdict[Any, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    return numbers


def _owners(told: Sequence[Sequence[str]]) -> Any:
    return np.repeat(np.arange(len(told), dtype="I"), np.fromiter(map(len, told), "I"))
