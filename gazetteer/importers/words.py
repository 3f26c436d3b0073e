"""Seed words into ours: what the seed files call a kind, a type, a place of the world.

The mapping is the whole of it; what a word means for matching is decided elsewhere.
"""

import re

from gazetteer.model import Kind, NameKind

KINDS = {
    "place": (Kind.PLACE, None),
    "country": (Kind.PLACE, "country"),
    "region": (Kind.PLACE, "region"),
    "feature": (Kind.PLACE, None),
    "person": (Kind.PERSON, None),
    "organisation": (Kind.ORGANIZATION, None),
    "organization": (Kind.ORGANIZATION, None),
}
NAME_KINDS = {
    "preferred": NameKind.VARIANT,
    "alias": NameKind.VARIANT,
    "style": NameKind.VARIANT,
    "exonym": NameKind.EXONYM,
    "historical": NameKind.HISTORICAL,
}
STYLES = {"AP": "ap", "Reuters": "reuters", "BBC": "bbc", "NYT": "nyt", "official": "official"}

ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}")
# Up to this many letters an acronym matches only as it is written: IS, AP, EU, RSF.
SHORT_ACRONYM = 5

# Lists of shops, machines and posts: for finding, never for display, and never important.
BUSINESS = ("amenity/", "advertising/", "power/", "man_made/", "emergency/", "telecom/", "highway/", "barrier/")


def is_acronym(text: str) -> bool:
    """Whether a text is written as an acronym: capitals, two to eight of them, no space.

    >>> is_acronym("NATO"), is_acronym("Nato")
    (True, False)
    """
    return ACRONYM.fullmatch(text) is not None


def is_short_acronym(text: str) -> bool:
    """Whether a text is an acronym so short that only the very letters may match it."""
    return is_acronym(text) and len(text) <= SHORT_ACRONYM


def is_machine_romanization(text: str) -> bool:
    """Whether a text is one of GeoNames' romanizations by machine: Latin without a capital.

    >>> is_machine_romanization("ku pi yang si ke"), is_machine_romanization("Kupiansk")
    (True, False)
    """
    return text.islower() and text[0].isascii()


def plain_language(tag: str | None) -> str | None:
    """The language of a tag without its region; None when there is none."""
    return tag.split("-")[0] if tag else None
