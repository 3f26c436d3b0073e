"""Findings: the spans found in a copy with their texts, what is thought of each, and whose full names it has."""

from collections.abc import Sequence

from gazetteer.model import Kind
from gazetteer.tagging.lexicon import is_given
from gazetteer.tagging.opinion import RARE, Opinion
from gazetteer.tagging.spans import Span
from gazetteer.text.clean import fold
from gazetteer.text.words import usage

# A span, its text, and where in the prose that begins and ends.
Found = tuple[Span, str, int, int]
Opinions = dict[tuple[str, Kind | None], Opinion]
Persons = dict[str, str]


def full_names(found: Sequence[Found], language: str) -> dict[str, str]:
    """The last words of persons' full names in the document, folded, and the full name each is of."""
    full = [surface for span, surface, _, _ in found if " " in surface and _may_be_a_person(span, surface, language)]
    return {fold(name.split()[-1]): name for name in full}


def _may_be_a_person(span: Span, surface: str, language: str) -> bool:
    first = surface.split()[0]
    if span.kind is not None or is_given(first):
        return span.kind is not Kind.PLACE
    return not span.known and usage(first, language) < RARE  # no word that an organization is called by


def kind_of(span: Span, surface: str, persons: Persons) -> Kind | None:
    """The kind of a span: as the words around tell it, or a person's where it is the surname of a full name here."""
    if span.kind is None and " " not in surface and fold(surface) in persons:
        return Kind.PERSON
    return span.kind
