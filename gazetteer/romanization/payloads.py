"""Transliterations as JSON, for the command line and the service alike, field by field in the order of the contract."""

from collections.abc import Iterable, Sequence

from typing_extensions import TypedDict

from gazetteer.languages import System, orthographies
from gazetteer.model import Kind, Named
from gazetteer.romanization.explaining import Maker, why
from gazetteer.romanization.forms import Form
from gazetteer.romanization.guessing import Guess
from gazetteer.romanization.transliteration import Transliterated


class SystemPayload(TypedDict):
    """A system: whose writing it romanizes, who published it and when; of press usage, the language it is usage in."""

    id: str
    system: str
    language: str
    language_name: str
    script: str
    name: str
    authority: str | None
    year: int | None
    source: str
    note: str | None
    target_language: str | None
    reversible: bool


class SystemsPayload(TypedDict):
    """Every system there is."""

    systems: list[SystemPayload]


class LikelyPayload(TypedDict):
    """A language that a text may be in, and how probable that is."""

    language: str
    confidence: float


class GuessedPayload(LikelyPayload):
    """The language that a text was taken to be in, as nobody said it, and what else it may be."""

    others: list[LikelyPayload]


class NamedPayload(TypedDict):
    """The entity that a text names, if the text is one name that is written just so, and of nobody else."""

    id: str
    kind: Kind
    canonical: str
    description: str | None


class FormPayload(TypedDict):
    """A text by one system; what else it may be, if the native spelling is not certain; what is lost or left over.

    ``recorded`` are names of the entity in the target language, which may be names of its own that no rule makes
    (*Kiew*), the main one first; none for a published system.
    """

    text: str
    certain: bool
    others: list[str]
    lossy: bool
    unmapped: list[str]
    recorded: list[str]
    id: str
    system: str
    name: str
    authority: str | None
    year: int | None
    source: str
    target_language: str | None
    reversible: bool


class BackPayload(TypedDict):
    """The native spellings that a system writes as the text; whether these are all; whether it is one."""

    id: str
    system: str
    candidates: list[str]
    complete: bool
    certain: bool


TransliteratedPayload = TypedDict(
    "TransliteratedPayload",
    {
        "text": str,
        "language": str,
        "language_name": str,
        "script": str,
        "guessed_language": GuessedPayload | None,
        "from": BackPayload | None,
        "entity": NamedPayload | None,
        "forms": list[FormPayload],
    },
)
TransliteratedPayload.__doc__ = (
    "The forms of a text by each system that was asked for, what was guessed on the way, and the entity it names."
)


class MakerPayload(SystemPayload):
    """A system that could have made a spelling: of which native ones, and whether just so or without its marks.

    `known` says that the first of the native ones is a name of the gazetteer; it is asked where none was given.
    """

    exact: bool
    known: bool
    candidates: list[str]
    complete: bool
    why: str


class ExplainedPayload(TypedDict):
    """The systems that could have made a spelling, best first."""

    text: str
    native: str | None
    systems: list[MakerPayload]


def systems_listed(some: Iterable[System]) -> SystemsPayload:
    """Systems in their order."""
    return {"systems": [_system(one) for one in some]}


def transliterated(said: Transliterated, named: Named | None) -> TransliteratedPayload:
    """A text's forms, what was guessed on the way to them, and the entity it names, if a gazetteer knows one."""
    return {
        "text": said.text,
        "language": said.orthography.language,
        "language_name": said.orthography.name,
        "script": said.orthography.script,
        "guessed_language": _guessed(said.guesses),
        "from": _back(said),
        "entity": _named(named),
        "forms": [_form(one, named) for one in said.forms],
    }


def explained(text: str, native: str | None, makers: Sequence[Maker]) -> ExplainedPayload:
    """The systems that could have made a spelling, in their order."""
    return {"text": text, "native": native, "systems": [_maker(text, one) for one in makers]}


def _system(one: System) -> SystemPayload:
    orthography = orthographies()[one.orthography]
    return {
        "id": one.full_id,
        "system": one.id,
        "language": orthography.language,
        "language_name": orthography.name,
        "script": orthography.script,
        "name": one.name,
        "authority": one.authority,
        "year": one.year,
        "source": one.source,
        "note": one.note,
        "target_language": one.language,
        "reversible": one.reversible,
    }


def _named(named: Named | None) -> NamedPayload | None:
    if named is None:
        return None
    entity = named.entity
    return {
        "id": entity.id,
        "kind": entity.kind,
        "canonical": entity.canonical,
        "description": entity.description,
    }


def _form(one: Form, named: Named | None) -> FormPayload:
    system = one.system
    return {
        "text": one.text,
        "certain": one.certain,
        "others": list(one.others),
        "lossy": one.lossy,
        "unmapped": list(one.unmapped),
        "recorded": list(named.names.get(system.language or "", ())) if named else [],
        "id": system.full_id,
        "system": system.id,
        "name": system.name,
        "authority": system.authority,
        "year": system.year,
        "source": system.source,
        "target_language": system.language,
        "reversible": system.reversible,
    }


def _guessed(guesses: Sequence[Guess]) -> GuessedPayload | None:
    if not guesses:
        return None
    first, *others = [_likely(one) for one in guesses]
    return {"language": first["language"], "confidence": first["confidence"], "others": others}


def _likely(one: Guess) -> LikelyPayload:
    return {"language": one.orthography.language, "confidence": one.confidence}


def _back(said: Transliterated) -> BackPayload | None:
    if said.origin is None or said.natives is None:
        return None
    found = said.natives.found
    return {
        "id": said.origin.full_id,
        "system": said.origin.id,
        "candidates": [one.text for one in found],
        "complete": said.natives.complete,
        "certain": said.native is not None,
    }


def _maker(text: str, one: Maker) -> MakerPayload:
    return {
        **_system(one.system),
        "exact": one.exact,
        "known": one.known,
        "candidates": [native.text for native in one.natives.found],
        "complete": one.natives.complete,
        "why": why(text, one),
    }
