"""Which systems are asked for: by their ids, short or whole, in a language that is said or guessed.

A system that is asked for by name says itself which languages may be meant.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gazetteer.errors import BadParameter, NoSystems, UnknownSystem
from gazetteer.languages import Orthography, System
from gazetteer.romanization.guessing import Guess, guess, with_systems
from gazetteer.romanization.language_names import language_name
from gazetteer.text.scripts import script_of

ALL = "all"
SHOWN_LENGTH = 40  # of a refused id, in an error's text
LISTED = 3  # guesses


@dataclass(frozen=True, slots=True)
class Chosen:
    """The systems that are asked for, of one orthography, and the guesses that led to it, if it was not said."""

    orthography: Orthography
    systems: tuple[System, ...]
    guesses: tuple[Guess, ...] = ()


Recorded = Callable[[str], Mapping[str, float]]  # the languages that have a text as a name: how much likelier it is so


def choose(text: str, language: str | None, ids: Sequence[str] | str, recorded: Recorded | None = None) -> Chosen:
    """The systems of these ids, or all, for a text in that language; in the likeliest one if none is said.

    Raises:
        NoSystems: no system romanizes that language, or what the text is in.
        UnknownSystem: a system that is not the language's.
        BadParameter: no system is asked for.
    """
    wanted = listed(ids)
    if language is not None:
        orthography = orthography_of(language, text)
        return Chosen(orthography, systems_asked(ids, orthography))
    guesses = guess(text, orthographies_with(wanted), recorded(text) if recorded is not None else {})
    if not guesses:
        raise NoSystems(_nothing_to_romanize(text))
    orthography = guesses[0].orthography
    return Chosen(orthography, systems_asked(ids, orthography), guesses[:LISTED])


def orthography_of(language: str, text: str) -> Orthography:
    """The orthography of a language that has systems: in the script of the text, if there is one in it.

    Raises:
        NoSystems: there is none; the text lists the languages that have systems.
    """
    code, *subtags = language.split("-")
    own = [one for one in with_systems() if one.language == code]
    script = next((tag for tag in subtags if len(tag) == 4 and tag.isalpha()), script_of(text))
    if own:
        return next((one for one in own if script in one.scripts), own[0])
    known = ", ".join(dict.fromkeys(one.language for one in with_systems()))
    raise NoSystems(f"No system romanizes {language_name(language)} ({language}); there are systems for {known}.")


def orthographies_with(ids: Sequence[str]) -> tuple[Orthography, ...]:
    """The orthographies that have all of these systems.

    Raises:
        UnknownSystem: there is no such system, or no language has all of them.
    """
    having = tuple(one for one in with_systems() if all(_called(each, one) for each in ids))
    if having:
        return having
    for each in ids:
        if not any(_called(each, one) for one in with_systems()):
            raise UnknownSystem(f"No system is called {_shown(each)}; there is a list of those there are.")
    raise UnknownSystem(f"No language has all of the systems {', '.join(map(_shown, ids))}; ask for them one by one.")


def systems_asked(ids: Sequence[str] | str, orthography: Orthography) -> tuple[System, ...]:
    """The systems of an orthography with these ids, each once; all of them for ``all``.

    Raises:
        UnknownSystem: it has none with one of these ids; the text lists those it has.
        BadParameter: no system is asked for.
    """
    asked = listed(ids)
    return tuple({each: system_asked(each, orthography) for each in asked}.values()) if asked else orthography.systems


def system_asked(asked: str, orthography: Orthography) -> System:
    """The system of an orthography with this id, short or whole.

    Raises:
        UnknownSystem: it has none; the text lists those it has.
    """
    if found := _called(asked, orthography):
        return found
    known = ", ".join(system.id for system in orthography.systems)
    raise UnknownSystem(f"{orthography.name} has no system {_shown(asked)}; it has {known}.")


def listed(ids: Sequence[str] | str) -> Sequence[str]:
    """The ids that are asked for; none where all are."""
    if not ids:
        raise BadParameter(f"systems is empty; list ids such as national-2010, or say ‘{ALL}’.")
    asked = [ids] if isinstance(ids, str) else ids
    return () if ALL in asked else asked


def _called(asked: str, orthography: Orthography) -> System | None:
    return next((system for system in orthography.systems if asked in (system.id, system.full_id)), None)


def _nothing_to_romanize(text: str) -> str:
    if script_of(text) == "Latn":
        return (
            "The text is in Latin letters already; say with ‘from’ which system it was written by, "
            "or ask which one could have made it."
        )
    return "The text has no letters of a script that a system romanizes; the list of systems says which do."


def _shown(asked: str) -> str:
    return f"‘{asked if len(asked) <= SHOWN_LENGTH else asked[:SHOWN_LENGTH] + '…'}’"
