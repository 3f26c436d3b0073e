"""Transliteration: a text in, its forms by the systems that were asked for out; the story of this room.

A text in its own letters goes to the systems straight; a Latin spelling of which one says by which system it was made
goes back to native spellings first. What is guessed on the way (the language, the native spelling) is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.errors import BadParameter, NotOfSystem, TextTooLong
from gazetteer.languages import Orthography, System
from gazetteer.romanization.backwards import Natives, natives_of
from gazetteer.romanization.choosing import (
    ALL,
    LISTED,
    Chosen,
    Recorded,
    choose,
    listed,
    orthographies_with,
    orthography_of,
    system_asked,
    systems_asked,
)
from gazetteer.romanization.forms import Form, through, transliterate
from gazetteer.romanization.guessing import Guess, shares_of, surprise

TEXT_MOST = 200_000  # characters at once


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, and how it is to be written."""

    text: str
    language: str | None = None  # guessed if it is not said
    systems: Sequence[str] | str = ALL
    origin: str | None = None  # the system by which the text was written, if it is in Latin letters
    capitals: bool | None = None


@dataclass(frozen=True, slots=True)
class Transliterated:
    """The forms of a text, the language it was taken to be in, and the way back that led to them, if there was one."""

    text: str
    orthography: Orthography
    guesses: tuple[Guess, ...]
    origin: System | None
    natives: Natives | None
    forms: tuple[Form, ...]

    @property
    def native(self) -> str | None:
        """The text in its own letters; None if a Latin spelling may be of several."""
        if self.natives is None:
            return self.text
        return self.natives.found[0].text if self.natives.complete and len(self.natives.found) == 1 else None


def answer(asked: Asked, recorded: Recorded | None = None) -> Transliterated:
    """The forms of a text by every system that is asked for; `recorded` helps to guess the language of a name.

    Raises:
        TextTooLong: there is more than is written at once.
        BadParameter: it is empty, or what is asked around it is not what it may be; the text says what would be right.
    """
    if not asked.text or asked.text.isspace():
        raise BadParameter("text is empty; send what is to be written in Latin letters.")
    if len(asked.text) > TEXT_MOST:
        raise TextTooLong(
            f"text has {len(asked.text):,} characters; at most {TEXT_MOST:,} are written at once. Send it in parts."
        )
    if asked.origin is not None:
        return _by_way_of_natives(asked, asked.origin)
    chosen = choose(asked.text, asked.language, asked.systems, recorded)
    forms = tuple(transliterate(asked.text, system, capitals=asked.capitals) for system in chosen.systems)
    return Transliterated(asked.text, chosen.orthography, chosen.guesses, None, None, forms)


def _by_way_of_natives(asked: Asked, origin: str) -> Transliterated:
    chosen, system, natives = _back(asked, origin)
    forms = through(natives, chosen.systems, capitals=asked.capitals)
    return Transliterated(asked.text, chosen.orthography, chosen.guesses, system, natives, forms)


def _back(asked: Asked, origin: str) -> tuple[Chosen, System, Natives]:
    """The native spellings in the language that is said, or in the likeliest of those that have the systems."""
    if asked.language is None:
        having = orthographies_with([origin, *listed(asked.systems)])
        # Of what leaves sounds unsaid there is no way back: it is refused only where nothing else is meant.
        among = tuple(one for one in having if system_asked(origin, one).voice is None) or having
    else:
        among = (orthography_of(asked.language, asked.text),)
    found: dict[str, tuple[Orthography, System, Natives]] = {}
    refused: NotOfSystem | None = None
    for orthography in among:
        system = system_asked(origin, orthography)
        try:
            found[orthography.tag] = orthography, system, natives_of(asked.text, system)
        except NotOfSystem as wrong:
            refused = refused or wrong
    if refused is not None and not found:
        raise refused
    shares = shares_of({tag: surprise(native.found[0].cost, tag) for tag, (_, _, native) in found.items()})
    orthography, system, natives = found[next(iter(shares))]
    guesses = () if asked.language else tuple(Guess(found[tag][0], round(share, 2)) for tag, share in shares.items())
    return Chosen(orthography, systems_asked(asked.systems, orthography), guesses[:LISTED]), system, natives
