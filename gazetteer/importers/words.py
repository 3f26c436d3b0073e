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

# What lists call a sort of place, where that is no English word, or another one here.
PLAIN = {
    "administrative territory": "krai",
    "autonomous city in north africa": "autonomous city in North Africa",
    "dragons-be-here": "imaginary place",
    "geoarea": "area",
    "pen/cape": "peninsula or cape",
    "popularate": "district",
    "range/mtn": "mountain range",
    "voivodship": "voivodeship",
}

# Lists of shops, machines and posts: for finding, never for display, and never important.
BUSINESS = ("amenity/", "advertising/", "power/", "man_made/", "emergency/", "telecom/", "highway/", "barrier/")


def is_machine_romanization(text: str) -> bool:
    """Whether a text is one of GeoNames' romanizations by machine: Latin without a capital.

    >>> is_machine_romanization("ku pi yang si ke"), is_machine_romanization("Kupiansk")
    (True, False)
    """
    return text.islower() and text[0].isascii()


def in_plain_words(note: str) -> str:
    """What a list notes of a place, the first part of it in plain words.

    >>> in_plain_words("pen/cape"), in_plain_words("range/mtn, 2 km"), in_plain_words("river")
    ('peninsula or cape', 'mountain range, 2 km', 'river')
    """
    sort, comma, rest = note.partition(",")
    return PLAIN.get(sort, sort) + comma + rest


def plain_language(tag: str | None) -> str | None:
    """The language of a tag without its region; None when there is none."""
    return tag.split("-")[0] if tag else None
