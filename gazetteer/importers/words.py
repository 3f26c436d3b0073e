"""Seed words into ours: what the seed files call a kind, a type, a place of the world.

The mapping is the whole of it; what a word means for matching is decided elsewhere.
"""

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

# Lists of shops, machines and posts: for finding, never for display, and never important.
BUSINESS = ("amenity/", "advertising/", "power/", "man_made/", "emergency/", "telecom/", "highway/", "barrier/")


def is_machine_romanization(text: str) -> bool:
    """Whether a text is one of GeoNames' romanizations by machine: Latin without a capital.

    >>> is_machine_romanization("ku pi yang si ke"), is_machine_romanization("Kupiansk")
    (True, False)
    """
    return text.islower() and text[0].isascii()


def plain_language(tag: str | None) -> str | None:
    """The language of a tag without its region; None when there is none."""
    return tag.split("-")[0] if tag else None
