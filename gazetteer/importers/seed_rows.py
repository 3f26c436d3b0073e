"""One row of a JSON-lines file, the seeds' form or our own, into an entity row.

A row that cannot be taken is a BadRow whose text is the reason; nothing is guessed around it.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from gazetteer.errors import BadName, BadRow
from gazetteer.importers.words import (
    BUSINESS,
    KINDS,
    NAME_KINDS,
    STYLES,
    is_acronym,
    is_short_acronym,
    plain_language,
)
from gazetteer.languages.official import official_languages
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import clean

BUSINESS_IMPORTANCE = 0.05
# Marks of direction that lists carry along with right-to-left names; no name needs them.
DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
OWN_FORM = "gazetteer-entity"


def entity_row(raw: Any) -> EntityRow:
    """The entity that a row tells of, in either form.

    Raises:
        BadRow: not an object, or a key is missing or of the wrong type.
    """
    if not isinstance(raw, dict):
        raise BadRow("not a JSON object")
    try:
        return own_row(raw) if raw.get("form") == OWN_FORM else seed_row(raw)
    except BadName as bad:
        raise BadRow(f"a name that is not text: {bad}") from bad


def seed_row(raw: Mapping[str, Any]) -> EntityRow:
    """The entity that a row of a seed file tells of."""
    kind, feature_type = _kind(raw)
    names = raw.get("names")
    if not isinstance(names, list) or not names:
        raise BadRow("names is missing or empty")
    sources = tuple(str(raw.get("source") or "unknown").split("+"))
    category = raw.get("category") or ""
    business = category.startswith(BUSINESS)
    row = EntityRow(
        kind=kind,
        canonical=_text(raw, "name"),
        identifiers=identifiers_of(raw, kind),
        feature_type=feature_type or _feature_type(raw, kind),
        country=raw.get("country"),
        lat=_number(raw, "lat", -90, 90),
        lon=_number(raw, "lon", -180, 180),
        population=raw.get("population"),
        importance=BUSINESS_IMPORTANCE if business else _number(raw, "importance", 0, 1) or 0.0,
        description=_description(raw),
        born=str(raw["born"]) if raw.get("born") else None,
        sources=sources,
    )
    official = official_languages(row.country) if kind is Kind.PLACE else []
    seen: set[tuple[str, str | None, str | None]] = set()
    for entry in names:
        name = _name(entry, row, official, sources[0])
        if business and name.text != row.canonical:
            name.shown = False
        if name.key() not in seen:
            seen.add(name.key())
            row.names.append(name)
    return row


def identifiers_of(raw: Mapping[str, Any], kind: Kind) -> list[tuple[str, str]]:
    """All ids of a row, each once: its own, Wikidata's, GeoNames', and those in `also`."""
    pairs = [_pair(str(raw["id"]))] if raw.get("id") else []
    pairs += [("wikidata", str(raw["wikidata"]))] if raw.get("wikidata") else []
    pairs += [("geonames", str(raw["geonames"]))] if raw.get("geonames") and kind is Kind.PLACE else []
    pairs += [_pair(str(other)) for other in raw.get("also") or []]
    if not pairs:
        raise BadRow("id is missing")
    return list(dict.fromkeys(pairs))


def own_row(raw: Mapping[str, Any]) -> EntityRow:
    """The entity that a row of our own export tells of, to the letter."""
    try:
        region = tuple(raw["region"]) if raw.get("region") else None
        return EntityRow(
            kind=Kind(raw["kind"]),
            canonical=_text(raw, "canonical"),
            identifiers=[(str(scheme), str(value)) for scheme, value in raw["identifiers"]],
            names=[_own_name(entry) for entry in raw["names"]],
            feature_type=raw.get("feature_type"),
            country=raw.get("country"),
            region=region,
            lat=_number(raw, "lat", -90, 90),
            lon=_number(raw, "lon", -180, 180),
            population=raw.get("population"),
            importance=_number(raw, "importance", 0, 1) or 0.0,
            description=raw.get("description"),
            born=raw.get("born"),
            state=raw.get("state", "published"),
            redirect=raw.get("redirect"),
            sources=tuple(raw.get("sources", ())),
            replace=True,
        )
    except (KeyError, ValueError, TypeError) as bad:
        raise BadRow(f"not a row of our own form: {bad}") from bad


def _own_name(entry: Mapping[str, Any]) -> NameRow:
    fields = {key: value for key, value in entry.items() if key != "kind"}
    return NameRow(kind=NameKind(entry.get("kind", "variant")), **fields)


def _name(entry: Any, row: EntityRow, official: Sequence[str], source: str) -> NameRow:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise BadRow("a name without text")
    text = clean(entry["text"].translate(DIRECTION_MARKS)).rstrip("²³¹")
    word = entry.get("type", "alias")
    if word not in NAME_KINDS:
        raise BadRow(f"unknown name type {word!r}; known: {', '.join(NAME_KINDS)}")
    language = entry.get("lang")
    name = NameRow(text, language, NAME_KINDS[word], source=source)
    name.preferred = word == "preferred"
    name.style = STYLES.get(str(entry.get("style")), None) if entry.get("style") else None
    if entry.get("part") == "surname":
        name.kind = NameKind.SHORT
    elif row.kind is Kind.PLACE and name.kind in (NameKind.VARIANT, NameKind.EXONYM) and language:
        own = plain_language(language) in official
        name.kind = NameKind.ENDONYM if own else NameKind.EXONYM if text != row.canonical else NameKind.VARIANT
    if is_acronym(text) and text != row.canonical:
        name.kind = NameKind.ABBREVIATION
    if is_short_acronym(text):
        name.case_sensitive = True
    return name


def _kind(raw: Mapping[str, Any]) -> tuple[Kind, str | None]:
    word = raw.get("kind")
    if word not in KINDS:
        raise BadRow(f"unknown kind {word!r}; known: {', '.join(KINDS)}")
    return KINDS[str(word)]


def _feature_type(raw: Mapping[str, Any], kind: Kind) -> str | None:
    note = str(raw.get("note") or "")
    if raw.get("kind") == "feature":
        return note.split(",")[0].strip() or "feature"
    if kind is not Kind.PLACE:
        return raw.get("category")
    return "settlement" if raw.get("kind") == "place" else None


def _description(raw: Mapping[str, Any]) -> str | None:
    note = raw.get("note")
    return str(note) if note else None


def _pair(identifier: str) -> tuple[str, str]:
    scheme, colon, value = identifier.partition(":")
    if not colon or not scheme or not value:
        raise BadRow(f"the id {identifier!r} is not scheme:value")
    return scheme, value


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise BadRow(f"{key} is missing or not a text")
    return clean(value)


def _number(raw: Mapping[str, Any], key: str, low: float, high: float) -> float | None:
    value = raw.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadRow(f"{key} is not a number")
    if not low <= value <= high:
        raise BadRow(f"{key} is {value}, not between {low} and {high}")
    return float(value)
