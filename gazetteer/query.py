"""What may be asked: a query's fields checked, each with a text that says what would be right.

Nothing here looks a name up; a name that is only odd passes, and is nil later.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TypedDict, Unpack

import icu

from gazetteer.errors import BadParameter, UnknownCountry, UnknownKind, UnknownLanguage
from gazetteer.model import Kind, Point, Query
from gazetteer.styles import style_of
from gazetteer.text.clean import clean

LIMIT_MOST = 50
LIMIT_USUAL = 5
SHOWN_LENGTH = 40  # of a refused value, in an error's text

# Language, extended language, script, region, variants, extensions, private use (RFC 5646, 2.1).
LANGUAGE_TAG = re.compile(
    r"([a-z]{2,3})(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


class Fields(TypedDict, total=False):
    """What a caller may say around a name, as it arrives."""

    kind: str | None
    language: str | None
    country: str | None
    near: Sequence[float] | None
    style: str | None
    limit: int | None
    threshold: float | None
    margin: float | None


class Checked(TypedDict):
    """The same fields as a query holds them."""

    kind: Kind | None
    language: str | None
    country: str | None
    near: Point | None
    style: str | None
    limit: int
    threshold: float | None
    margin: float | None


def make_query(name: str, **fields: Unpack[Fields]) -> Query:
    """The query that asks for this name, as it was written, with its fields checked."""
    return query_for(name, check(**fields))


def query_for(name: str, checked: Checked) -> Query:
    """The query for one name of many that share their fields."""
    clean(name)
    return Query(name=name, **checked)


def check(**fields: Unpack[Fields]) -> Checked:
    """The fields around a name, each as the domain has it.

    Raises:
        BadParameter: a field is not what it may be; the text says what would be right.
    """
    limit = fields.get("limit")
    return Checked(
        kind=_kind(fields.get("kind")),
        language=_language(fields.get("language")),
        country=_country(fields.get("country")),
        near=_point(fields.get("near")),
        style=_style(fields.get("style")),
        limit=LIMIT_USUAL if limit is None else _limit(limit),
        threshold=_share("threshold", fields.get("threshold")),
        margin=_share("margin", fields.get("margin")),
    )


def shown(value: str) -> str:
    """A refused value as an error may repeat it: in quotation marks and cut short."""
    cut = value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
    return f"‘{cut}’"


@cache
def languages() -> Mapping[str, str]:
    """Every language one may name, by its shortest ISO 639 code, in English."""
    english = icu.Locale.getEnglish()
    return MappingProxyType({code: icu.Locale(code).getDisplayLanguage(english) for code in _language_codes()})


@cache
def countries() -> Mapping[str, str]:
    """Every country one may name, by its ISO 3166-1 alpha-2 code, in English."""
    english = icu.Locale.getEnglish()
    codes = {*icu.Locale.getISOCountries(), "XK"}
    return MappingProxyType({code: icu.Locale("", code).getDisplayCountry(english) for code in sorted(codes)})


@cache
def _language_codes() -> frozenset[str]:
    return frozenset(icu.Locale.getISOLanguages()) - {"und", "mul", "zxx", "mis"}


@cache
def _known_language(tag: str) -> str | None:
    if not LANGUAGE_TAG.fullmatch(tag):
        return None
    # Canonical first: deu is de, iw is he, sh is sr-Latn.
    canonical = icu.Locale.createCanonical(tag)
    return canonical.toLanguageTag() if canonical.getLanguage() in _language_codes() else None


def _kind(kind: str | None) -> Kind | None:
    if kind is None:
        return None
    try:
        return Kind(kind)
    except ValueError:
        raise UnknownKind(f"No kind {shown(kind)}; a kind is one of {', '.join(Kind)}.") from None


def _language(tag: str | None) -> str | None:
    if tag is None:
        return None
    known = _known_language(tag)
    if known is None:
        raise UnknownLanguage(f"No language {shown(tag)}; write a BCP 47 tag such as fr, uk or sr-Latn.")
    return known


def _country(code: str | None) -> str | None:
    if code is None:
        return None
    upper = code.upper()
    if upper in countries():
        return upper
    hint = "the United Kingdom is GB" if upper == "UK" else "write an ISO 3166-1 code of two letters such as UA or FR"
    raise UnknownCountry(f"No country {shown(code)}; {hint}.")


def _point(near: Sequence[float] | None) -> Point | None:
    if near is None:
        return None
    if len(near) != 2:
        raise BadParameter(f"near is two numbers, latitude and longitude; this has {len(near)}.")
    lat, lon = near
    if not (math.isfinite(lat) and -90 <= lat <= 90):
        raise BadParameter(f"near begins with a latitude from -90 to 90, not {lat}.")
    if not (math.isfinite(lon) and -180 <= lon <= 180):
        raise BadParameter(f"near ends with a longitude from -180 to 180, not {lon}.")
    return Point(lat, lon)


def _style(style: str | None) -> str | None:
    # No id is as long as the cut; the error then repeats no more than that.
    return None if style is None else style_of(style[:SHOWN_LENGTH]).id


def _limit(limit: int) -> int:
    if not 1 <= limit <= LIMIT_MOST:
        raise BadParameter(f"limit is a whole number from 1 to {LIMIT_MOST}, not {limit}.")
    return limit


def _share(field: str, share: float | None) -> float | None:
    if share is not None and not (math.isfinite(share) and 0 <= share <= 1):
        raise BadParameter(f"{field} is a number from 0 to 1, not {share}.")
    return share
