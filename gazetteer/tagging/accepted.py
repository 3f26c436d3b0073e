"""Accepted forms: which written forms of an entity a desk lets stand, and what it would write instead.

An accepted form is never changed into another. Case and diacritics alone make no other form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gazetteer.model import Entity, Kind, Name, NameKind, Style
from gazetteer.romanization.ukrainian import squash
from gazetteer.styles import forms_in_use, spelling
from gazetteer.tagging.lexicon import same_given
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

AREAS = frozenset(("country", "region"))
# From this Zipf frequency of the desk's own form other forms that are in use would be seen in use as well.
USED = 2.0
# German and Dutch words that a surname does not go without.
BEFORE_SURNAMES = frozenset(("von", "van", "der", "den", "zu", "zur", "ten", "ter"))
LEFT_OUT = (NameKind.HISTORICAL, NameKind.MISSPELLING)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The forms of one entity, folded, that may stand; the words of them; and the form the desk itself writes."""

    forms: Mapping[str, str]  # each folded form as it is written
    words: frozenset[str]
    own: str
    short: str | None
    bare: str | None = None  # a place's own name without the word for what it is: New York

    def has(self, surface: str) -> bool:
        """Whether a written form may stand: as a whole, or word by word."""
        folded = fold(surface)
        return folded in self.forms or (" " in folded and self.words.issuperset(folded.split()))


def accepted_forms(entity: Entity, names: Sequence[Name], style: Style) -> Accepted:
    """What may stand for an entity in the language of the style."""
    tongue = style.language
    own = spelling(style, entity, lambda: names)
    forms = {fold(own): own}
    if tongue == "en" or own == entity.canonical:
        forms[fold(entity.canonical)] = entity.canonical
    old = {fold(name.text) for name in names if name.kind in LEFT_OUT}
    spoken = entity.kind is Kind.PLACE and usage(own, tongue) >= USED
    for name in names:
        told = _tongue(name)
        if (told != tongue and told is not None) or not name.shown or name.kind in LEFT_OUT:
            continue
        if not _may_stand(name, told, entity, tongue, own) or script_of(name.text) != "Latn":
            continue
        folded = fold(name.text)
        if folded in old or (spoken and not name.preferred and _is_foreign(folded, names, tongue)):
            continue
        if told is None and name.kind is NameKind.ABBREVIATION and _is_anothers(name.text, names):
            continue
        forms.setdefault(folded, name.text)
    if tongue != "en" and entity.id not in style.overrides:
        forms = {fold(text): text for text in forms_in_use(tongue, entity, names)} | forms
    short = style.shorts.get(entity.id) if entity.id in style.shorts else _short(entity, own, names, tongue)
    if short:
        forms[fold(short)] = short
        forms.setdefault(fold(short.split()[-1]), short.split()[-1])
    also = {fold(text): text for text in style.accepted.get(entity.id, ())}
    forms |= also
    if entity.kind is Kind.PERSON and entity.id in style.overrides:
        # What a style decides of a person holds for all forms of the name.
        forms = {fold(own): own, **({fold(short): short} if short else {}), **also}
    for part in own.split("/") if "/" in own else ():
        forms.setdefault(fold(part.strip()), part.strip())  # Biel/Bienne
    words = frozenset(word for form in forms for word in form.split())
    return Accepted(forms, words, own, short, None if entity.id in style.overrides else _bare(own, names, tongue))


def _bare(own: str, names: Sequence[Name], tongue: str) -> str | None:
    """The main name of a place in its own language that the desk's form adds a word to."""
    mine = (name.text for name in names if name.preferred and name.kind is NameKind.ENDONYM and _tongue(name) == tongue)
    return next((text for text in mine if own.startswith(f"{text} ")), None)


def _is_foreign(folded: str, names: Sequence[Name], tongue: str) -> bool:
    """Whether a form that is listed in this language, though nobody who writes it uses it, is another's main name."""
    if usage(folded, tongue):
        return False
    return any(name.preferred and _tongue(name) not in (None, tongue) and fold(name.text) == folded for name in names)


def _is_anothers(text: str, names: Sequence[Name]) -> bool:
    """Whether initials of no stated language are what another language has: OCDE."""
    return any(name.text == text and name.language for name in names)


def _may_stand(name: Name, told: str | None, entity: Entity, tongue: str, own: str) -> bool:
    if entity.country == "UA" and tongue == "en":
        return _agrees_in_ukraine(name, told, entity)
    if told is not None or entity.kind is not Kind.PLACE:
        return True
    # A main name of no stated language is English, or the place's own: it gives way to what this language has.
    return name.preferred and (tongue == "en" or own == entity.canonical)


def _agrees_in_ukraine(name: Name, told: str | None, entity: Entity) -> bool:
    """Of Ukraine's names those that differ from the canonical form by no more than romanizations of Ukrainian do."""
    if told is None and not name.preferred and entity.kind is Kind.PLACE:
        return False
    if entity.feature_type in AREAS:
        return True  # which generic word stands behind the name is no matter of spelling
    if entity.kind is Kind.PLACE:
        return squash(name.text) == squash(entity.canonical) or (name.language is None and name.preferred)
    first, main = name.text.split()[0], entity.canonical.split()[0]
    return " " not in name.text or squash(first) == squash(main) or not same_given(first, main)


def _short(entity: Entity, own: str, names: Sequence[Name], tongue: str) -> str | None:
    """The surname of a person: the short form that ends the desk's own form or is a word of it, else its last word.

    What is written small before it belongs to it: von der Leyen.
    """
    if entity.kind is not Kind.PERSON or " " not in own:
        return None
    listed = [fold(name.text) for name in names if name.kind is NameKind.SHORT and _tongue(name) in (tongue, None)]
    words = own.split()
    ends = [" ".join(words[-count:]) for count in range(len(words) - 1, 1, -1)]
    if (end := next((end for end in ends if fold(end) in listed), None)) is not None:
        return end
    by_fold = {fold(word): word for word in words}
    short = next((by_fold[text] for text in listed if text in by_fold), words[-1])
    first = len(words) - 1
    while short == words[-1] and first > 1 and words[first - 1] in BEFORE_SURNAMES:
        first -= 1
    return " ".join(words[first:]) if short == words[-1] else short


def _tongue(name: Name) -> str | None:
    return name.language.split("-")[0] if name.language else None
