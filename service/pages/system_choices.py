"""What the page of names in Latin letters offers to choose from: languages by their letters, systems, readers.

Everything is read from the languages' files: what is described there is offered here, under headings that a list of
fifty can be found by.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gazetteer.languages import Orthography, System
from gazetteer.romanization.guessing import with_systems
from service.pages.choices import Choice
from service.pages.words import language_name, script_name

Groups = Sequence[tuple[str, Sequence[Choice]]]  # headings with what stands under them

PUBLISHED = "published"  # the readers of no one language
OWN_LETTERS = "Letters of their own"
STANDARDS, USAGES = "Published standards", "Press usages"


def languages_by_letters() -> Groups:
    """The languages that have systems, under the letters they share; those that share with none come last."""
    sharing = Counter(one.script for one in with_systems())
    grouped: dict[str, list[Choice]] = {}
    for one in with_systems():
        heading = script_name(one.script) if sharing[one.script] > 1 else OWN_LETTERS
        grouped.setdefault(heading, []).append((asked_as(one.tag), one.name))
    ordered = sorted(grouped.items(), key=lambda group: (group[0] == OWN_LETTERS, group[0]))
    return [(heading, _by_name(choices)) for heading, choices in ordered]


def asked_as(tag: str) -> str:
    """What an orthography is asked for by: its language, and its script too where the language has several.

    >>> asked_as("uk-Cyrl")
    'uk'
    """
    language = tag.split("-")[0]
    return language if sum(one.language == language for one in with_systems()) == 1 else tag


def origins(orthography: Orthography | None) -> Groups:
    """The systems that a spelling may have been written by, in a language, or in whichever one.

    What is read aloud first has no way back, and is not offered.
    """
    among = with_systems() if orthography is None else (orthography,)
    calling: dict[str, list[System]] = {}
    for system in (each for one in among for each in one.systems if each.voice is None):
        calling.setdefault(system.id, []).append(system)
    usages = [(id, _usage(of)) for id, of in calling.items() if of[0].language is not None]
    standards = [(id, _standard(of, orthography is None)) for id, of in calling.items() if of[0].language is None]
    groups = ((USAGES, _by_name(usages)), (STANDARDS, standards if orthography else _by_name(standards)))
    return [group for group in groups if group[1]]


def readers(systems: Iterable[System]) -> Sequence[Choice]:
    """The languages in which these systems are usage."""
    return _by_name({(one.language, language_name(one.language)) for one in systems if one.language is not None})


def of_readers(system: System, target: str) -> bool:
    """Whether a system is for the readers that were chosen: of a language, of no one language, or of any."""
    return not target or (system.language or PUBLISHED) == target


def with_chosen(groups: Groups, chosen: str, names: Mapping[str, str]) -> Groups:
    """The same with what an address chose, if it is not offered: what was asked must be seen."""
    if not chosen or any(chosen == value for _, choices in groups for value, _ in choices):
        return groups
    return [*groups, ("As asked", [(chosen, names.get(chosen, chosen))])]


def _usage(systems: Sequence[System]) -> str:
    language = systems[0].language
    return systems[0].name if len(systems) == 1 or language is None else f"{language_name(language)} usage"


def _standard(systems: Sequence[System], of_any: bool) -> str:
    names = " / ".join(dict.fromkeys(one.name for one in systems))
    if not of_any or len(systems) > 1:
        return names
    language = language_name(systems[0].orthography)
    return names if language in names else f"{names}, {language}"


def _by_name(choices: Iterable[Choice]) -> Sequence[Choice]:
    return sorted(choices, key=lambda choice: choice[1].casefold())
