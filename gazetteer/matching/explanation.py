"""Why: one sentence an editor understands, and the relation of the asked form to the entity.

The sentence names the form asked for, its language or system, and the native or canonical form.
What systems write is tried out on the entity's own names, so that nothing is claimed that cannot be shown.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gazetteer.languages import System, orthographies
from gazetteer.matching.native import native_name, nearer_home, romanization_of, writes_just_so
from gazetteer.matching.score import Scored
from gazetteer.model import Entity, Name, NameKind, Relation, Stage, Written
from gazetteer.romanization.language_names import language_name
from gazetteer.text.clean import fold, folds_to
from gazetteer.text.scripts import script_of

BY_NAME_KIND = {
    NameKind.EXONYM: Relation.EXONYM,
    NameKind.HISTORICAL: Relation.HISTORICAL,
    NameKind.ABBREVIATION: Relation.ABBREVIATION,
    NameKind.SHORT: Relation.PARTIAL,
    NameKind.MISSPELLING: Relation.MISSPELLING,
}
# So many languages are named when a form is used in several.
LANGUAGES_NAMED = 3
NEUTRAL = "en-Latn"  # how anyone may read a Latin form: not worth a word
NO_LANGUAGE = "und"  # asks for standards before any usage


class Because(NamedTuple):
    """The relation of the asked form to an entity, and the sentence that says why."""

    relation: Relation
    why: str


def because(asked: str, language: str | None, one: Scored, entity: Entity, names: Sequence[Name]) -> Because:
    """How the asked form stands to this entity, and why; of its names those are given that are written so, and those
    in the languages of which a reason may be (gazetteer.matching.native.telling_languages).
    """
    quoted = f"‘{asked}’"
    exact = one.candidate.stage is Stage.EXACT
    folded = fold(asked)
    same = [name for name in names if folds_to(name.text, folded)] if exact else []
    if asked == entity.canonical:
        return Because(Relation.EXACT, f"{quoted} is the gazetteer’s own form{_origin(entity, names)}.")
    in_use = [name for name in same if name.shown and name.kind is not NameKind.HISTORICAL]
    if not in_use and any(name.kind is NameKind.HISTORICAL for name in same):
        why = f"{quoted} is an old name{_in(asked, same, language)} of {entity.canonical}{_native(entity, names)}."
        return Because(Relation.HISTORICAL, why)
    if exact and one.candidate.name.kind in (NameKind.SHORT, NameKind.ABBREVIATION):
        relation = BY_NAME_KIND[one.candidate.name.kind]
        what = "a short form" if relation is Relation.PARTIAL else "an abbreviation"
        return Because(
            relation,
            f"{quoted} is {what}{_in(asked, same, language)} of {entity.canonical}{_native(entity, names)}.",
        )
    found = romanization_of(asked, language, entity, names)
    if found is not None and not _recorded_better(asked, found[0][0], found[1], language, same):
        told = "." if fold(asked) == fold(entity.canonical) else own_form(entity)
        return Because(Relation.ROMANIZATION, f"{quoted} is {_how(*found)}{told}")
    if exact:
        return _recorded(quoted, asked, language, same or [one.candidate.name], entity, names)
    return _alike(quoted, one, entity, names)


def mixed(asked: str, reason: Because, written: Written) -> Because:
    """The same reason, of a name in which letters of two scripts stood in one word: nobody writes it so on purpose."""
    why = f"‘{asked}’ has letters of two scripts in one word; all in {_script_words(written.text)} ones, {reason.why}"
    return Because(Relation.MISSPELLING, why)


def of_a_part(asked: str, reason: Because) -> Because:
    """The same reason, of what is left of a name without a title, a patronymic, initials or what it is."""
    return Because(reason.relation, f"In ‘{asked}’ {reason.why}")


def in_a_case(asked: str, one: Scored, entity: Entity, names: Sequence[Name]) -> Because:
    """The reason for a name that is a case form of one that the entity has."""
    own = nearer_home(one.candidate.name, one.candidate.form, entity, names).text
    meant = "" if own == entity.canonical else f"; that is {entity.canonical}"
    return Because(Relation.INFLECTION, f"‘{asked}’ is a case form of {own}{meant}.")


def _recorded_better(asked: str, system: System, native: Name, language: str | None, same: Sequence[Name]) -> bool:
    """Whether a list has the form for the language asked about (English if none), and the system is another's; or has
    it with its marks (*Lwów*), which the system does not write.
    """
    if any(name.shown for name in _just_so(asked, same)) and not writes_just_so(system, native, asked):
        return True
    wanted = (language or "en").split("-")[0]
    listed = any((name.language or "").split("-")[0] == wanted for name in same)
    return listed and system.language != wanted


def _just_so(asked: str, same: Sequence[Name]) -> list[Name]:
    """Those of the names that are written as asked, marks and all."""
    return [name for name in same if name.text.casefold() == asked.casefold()]


def _origin(entity: Entity, names: Sequence[Name]) -> str:
    """How the canonical form comes about: by a system, or else what the native form is."""
    found = romanization_of(entity.canonical, NO_LANGUAGE, entity, names)
    if found is not None and found[0][0].language is None:
        return f": {_how(*found)}"
    english = any(name.text == entity.canonical and name.language == "en" for name in names)
    return f"{' in English' if english else ''}{_native(entity, names)}"


def relation_of(asked: str, one: Scored) -> Relation:
    """The relation as far as the matched name alone tells it, for those that are only runners-up."""
    candidate = one.candidate
    if candidate.written.is_base:
        return Relation.INFLECTION
    if candidate.stage is Stage.EXACT:
        if candidate.name.preferred and asked == candidate.name.text and candidate.name.kind not in BY_NAME_KIND:
            return Relation.EXACT
        return BY_NAME_KIND.get(candidate.name.kind, Relation.VARIANT)
    if candidate.form_alike >= 1.0:
        return Relation.VARIANT if candidate.stage is Stage.WORDS else Relation.ROMANIZATION
    same_script = candidate.script == candidate.written.script
    return Relation.MISSPELLING if same_script else Relation.ROMANIZATION


def _recorded(
    quoted: str, asked: str, language: str | None, same: Sequence[Name], entity: Entity, names: Sequence[Name]
) -> Because:
    """A form that the gazetteer lists for the entity."""
    native = native_name(entity, names)
    if native is not None and fold(native.text) == fold(asked):
        where = f" in {language_name(native.language)}" if native.language else ""
        return Because(Relation.VARIANT, f"{quoted} is the native name{where}; written {entity.canonical} here.")
    kinds = {name.kind for name in same}
    relation = next((BY_NAME_KIND[kind] for kind in BY_NAME_KIND if kind in kinds), Relation.VARIANT)
    told = _in(asked, same, language) or f", in {_script_words(asked)} letters and of no stated language,"
    # The canonical form is English: what else English has is one more.
    name, form = ("another name", "another form") if told == f" in {language_name('en')}" else ("the name", "a form")
    what = {Relation.EXONYM: name, Relation.HISTORICAL: "an old name"}.get(relation, form)
    return Because(relation, f"{quoted} is {what}{told} of {entity.canonical}{_native(entity, names)}.")


def _alike(quoted: str, one: Scored, entity: Entity, names: Sequence[Name]) -> Because:
    """A form that no list has: what it resembles, and how it was read."""
    candidate = one.candidate
    matched = nearer_home(candidate.name, candidate.form, entity, names)
    tongue = language_name(matched.language) if matched.language else f"{_script_words(matched.text)}-script"
    meant = f"{entity.canonical}{_native(entity, names, besides=matched.text)}"
    known = meant if matched.text == entity.canonical else f"the {tongue} form {matched.text}; that is {meant}"
    if candidate.stage is Stage.WORDS:
        why = f"{quoted} has the words of {entity.canonical}{_native(entity, names)} in another order."
        return Because(Relation.VARIANT, why)
    tag = candidate.reading.orthography if candidate.reading else NEUTRAL
    reader = orthographies()[tag].name if tag != NEUTRAL and tag in orthographies() else None
    read = f", read as {reader}," if reader else ""
    if candidate.form_alike >= 1.0:
        why = f"{quoted}{read} sounds as {known}."
        return Because(Relation.ROMANIZATION, why)
    relation = BY_NAME_KIND.get(matched.kind, Relation.MISSPELLING) if matched.kind is NameKind.HISTORICAL else None
    if relation is None:
        same_script = candidate.script == candidate.written.script
        relation = Relation.MISSPELLING if same_script else Relation.ROMANIZATION
    why = f"{quoted}{read} is close to {known}."
    return Because(relation, why)


def _how(systems: Sequence[System], native: Name) -> str:
    """Which usages, or which standard, write the native name so."""
    tongue = language_name(native.language) if native.language else ""
    users = [language_name(system.language) for system in systems if system.language]
    if users:
        verb = "writes" if len(users) == 1 else "write"
        return f"how {_listed(users)} {verb} {tongue} {native.text}"
    return f"{tongue} {native.text} romanized by {systems[0].name}"


def _listed(words: Sequence[str]) -> str:
    """Words as English lists them: a, b and c.

    >>> _listed(["Czech", "German", "Polish"])
    'Czech, German and Polish'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def own_form(entity: Entity) -> str:
    """How a reason ends that a form of another usage has: with the gazetteer's own form."""
    return f"; the gazetteer’s form is {entity.canonical}."


def _native(entity: Entity, names: Sequence[Name], besides: str | None = None) -> str:
    """The native form in brackets, with its language, where it is known and says anything new."""
    native = native_name(entity, names)
    if native is None or native.text in (entity.canonical, besides) or native.language is None:
        return ""
    return f" ({language_name(native.language)}: {native.text})"


def _in(asked: str, same: Sequence[Name], language: str | None) -> str:
    """The languages in which a form is used just so, or else marks aside: the one of the copy alone if it is there."""
    used = _just_so(asked, same) or same
    tongues = list(dict.fromkeys(name.language.split("-")[0] for name in used if name.language))
    if language and language.split("-")[0] in tongues:
        tongues = [language.split("-")[0]]
    if not tongues:
        return ""
    named = [language_name(tongue) for tongue in tongues[:LANGUAGES_NAMED]]
    return f" in {', '.join(named)} and others" if len(tongues) > LANGUAGES_NAMED else f" in {_listed(named)}"


def _script_words(text: str) -> str:
    return SCRIPT_WORDS.get(script_of(text), "other")


SCRIPT_WORDS = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Arab": "Arabic", "Hebr": "Hebrew", "Hani": "Chinese",
    "Kana": "Japanese", "Hira": "Japanese", "Hang": "Korean", "Thai": "Thai", "Deva": "Devanagari",
    "Geor": "Georgian", "Armn": "Armenian", "Ethi": "Ethiopic",
}  # fmt: skip
