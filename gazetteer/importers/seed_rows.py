"""Rows of a JSON-lines file, the seeds' form or our own, into entity rows.

A row that cannot be taken is a BadRow whose text is the reason; nothing is guessed around it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gazetteer.errors import BadRow
from gazetteer.importers import fields
from gazetteer.importers.counts import Counts
from gazetteer.importers.own_form import OWN_FORM, own_row
from gazetteer.importers.words import BUSINESS, KINDS, NAME_KINDS, STYLES, in_plain_words, plain_language
from gazetteer.languages.official import official_languages
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.acronyms import is_acronym, is_short_acronym

BUSINESS_IMPORTANCE = 0.05
LONGEST_TAG = 35  # characters of a language tag that RFC 5646 asks to be prepared for
FOOTNOTES = "²³¹"  # by which lists tell namesakes apart
# Marks of direction that lists carry along with right-to-left names; no name needs them.
DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


def entity_row(raw: Any) -> EntityRow:
    """The entity that a row tells of, in either form.

    Raises:
        BadRow: not an object, or a key is missing or of the wrong type.
    """
    if not isinstance(raw, dict):
        raise BadRow("not a JSON object")
    return own_row(raw) if raw.get("form") == OWN_FORM else seed_row(raw)


def seed_rows(raws: Iterable[Mapping[str, Any]], counts: Counts) -> Iterator[tuple[Mapping[str, Any], EntityRow]]:
    """Each row of a seed file with the entity that it tells of; one that cannot be taken is counted by its reason."""
    for raw in raws:
        counts.read += 1
        try:
            row = seed_row(raw)
        except BadRow as reason:
            counts.refused[str(reason)] += 1
        else:
            yield raw, row


def seed_row(raw: Mapping[str, Any]) -> EntityRow:
    """The entity that a row of a seed file tells of."""
    kind, feature_type = _kind(raw)
    names = fields.objects(raw, "names")
    if not names:
        raise BadRow("names is empty")
    sources = tuple((fields.text(raw, "source") or "unknown").split("+"))
    category = fields.text(raw, "category") or ""
    business = category.startswith(BUSINESS) and "curated" not in sources
    row = EntityRow(
        kind=kind,
        canonical=fields.name_text(raw, "name").rstrip(FOOTNOTES),
        identifiers=identifiers_of(raw, kind),
        feature_type=feature_type or _feature_type(raw, kind),
        country=fields.country(raw),
        lat=fields.number(raw, "lat", -90, 90),
        lon=fields.number(raw, "lon", -180, 180),
        population=fields.whole(raw, "population"),
        importance=BUSINESS_IMPORTANCE if business else fields.number(raw, "importance", 0, 1) or 0.0,
        description=_description(raw),
        born=fields.text(raw, "born"),
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
    also = raw.get("also") or []
    if not isinstance(also, list):
        raise BadRow("also is not a list of ids")
    pairs += [_pair(str(other)) for other in also]
    if not pairs:
        raise BadRow("id is missing")
    return list(dict.fromkeys(pairs))


def _name(entry: Any, row: EntityRow, official: Sequence[str], source: str) -> NameRow:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise BadRow("a name without text")
    text = fields.name_text({"text": entry["text"].translate(DIRECTION_MARKS)}, "text").rstrip(FOOTNOTES)
    word = entry.get("type", "alias")
    if not isinstance(word, str) or word not in NAME_KINDS:
        raise BadRow(f"unknown name type {word!r}; known: {', '.join(NAME_KINDS)}")
    language = fields.text(entry, "lang", LONGEST_TAG)
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
    if not isinstance(word, str) or word not in KINDS:
        raise BadRow(f"unknown kind {word!r}; known: {', '.join(KINDS)}")
    return KINDS[str(word)]


def _feature_type(raw: Mapping[str, Any], kind: Kind) -> str | None:
    note = str(raw.get("note") or "")
    if raw.get("kind") == "feature":
        return in_plain_words(note).split(",")[0].strip() or "feature"
    if kind is not Kind.PLACE:
        return fields.text(raw, "category")
    return "settlement" if raw.get("kind") == "place" else None


def _description(raw: Mapping[str, Any]) -> str | None:
    note = fields.text(raw, "note")
    return in_plain_words(note) if note and raw.get("kind") == "feature" else note


def _pair(identifier: str) -> tuple[str, str]:
    scheme, colon, value = identifier.partition(":")
    if not colon or not scheme or not value or fields.SURROGATE_OR_NUL.search(identifier):
        raise BadRow(f"the id {identifier!r} is not scheme:value")
    return scheme, value
