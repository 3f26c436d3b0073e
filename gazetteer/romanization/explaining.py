"""Which systems could have made a spelling: each is run backwards, and what it would stand for weighed.

Best first: what is written just so before what lacks marks, native spellings that are somebody's name before those that
are nobody's, as far as one is told of names, and the more usual native letters before the rarer ones. None is called
the one it was; several often write alike.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer.errors import BadName
from gazetteer.languages import Orthography, System, orthographies
from gazetteer.romanization.backwards import Native, Natives, natives, spelling_of
from gazetteer.romanization.choosing import orthography_of
from gazetteer.romanization.compared import plain, unmarked
from gazetteer.romanization.guessing import surprise, with_systems
from gazetteer.romanization.letters import cost_of, usage_of
from gazetteer.romanization.pieces import has_marks
from gazetteer.romanization.systems import aloud, romanize
from gazetteer.text.clean import clean
from gazetteer.text.scripts import script_of

NATIVES_LISTED = 5
NATIVES_LOOKED_AT = 10  # where one is told which of them are names
Known = Callable[[Sequence[str]], Collection[str]]


@dataclass(frozen=True, slots=True)
class Maker:
    """A system that could have made a spelling, and the native spellings it would have made it of."""

    system: System
    exact: bool  # whether just so; otherwise the spelling lacks diacritics or apostrophes
    natives: Natives
    known: bool = False  # whether the first of those is somebody's name


def explain(
    text: str, native: str | None = None, language: str | None = None, *, known: Known | None = None
) -> tuple[Maker, ...]:
    """The systems that could have written this, of that native spelling and in that language, if they are said.

    `known` says which of some native spellings are names: it is asked once, without the native one only.

    Raises:
        BadName: the spelling is none in Latin letters, or the native one cannot be read as a name.
        NoSystems: no system romanizes the language.

    >>> explain("Tchernihiv", "Чернігів")[0].system.full_id
    'uk-Cyrl/press-fr'
    """
    spelling = spelling_of(text)
    if script_of(spelling) != "Latn":
        raise BadName("The spelling is not in Latin letters; no system could have made it.")
    code = orthography_of(language, native or "").language if language else None
    among = [one for one in with_systems() if code is None or one.language == code]
    if native is not None:
        return tuple(sorted(_of_native(spelling, clean(native), among), key=_rank))
    found = list(_backwards(spelling, among, NATIVES_LISTED if known is None else NATIVES_LOOKED_AT))
    names = (
        frozenset() if known is None else known(sorted({one.text for maker in found for one in maker.natives.found}))
    )
    return tuple(sorted([_names_first(maker, names) for maker in found], key=_rank))


def _names_first(maker: Maker, names: Collection[str]) -> Maker:
    """The same, with the native spellings that are names before the others, and no more than are listed."""
    found = sorted(maker.natives.found, key=lambda one: one.text not in names)
    complete = maker.natives.complete and len(found) <= NATIVES_LISTED
    return replace(maker, natives=Natives(tuple(found[:NATIVES_LISTED]), complete), known=found[0].text in names)


def _backwards(spelling: str, among: Sequence[Orthography], most: int) -> Iterator[Maker]:
    for orthography in among:
        for system in orthography.systems:
            if system.voice is not None:
                continue  # what leaves sounds unsaid has no way back
            exact = natives(spelling, system, most=most)
            if exact.found:
                yield Maker(system, True, exact)
            if has_marks(system):
                lacking = natives(spelling, system, marks=False, most=most)
                others = tuple(one for one in lacking.found if one not in exact.found)
                if others:
                    yield Maker(system, False, Natives(others, lacking.complete))


def _of_native(spelling: str, native: str, among: Sequence[Orthography]) -> Iterator[Maker]:
    script = script_of(native)
    for orthography in among:
        if script not in orthography.scripts:
            continue
        usage = usage_of(orthography.language, orthography.script)
        known = Native(native, sum(cost_of(word, usage) for word in native.lower().split()))
        for system in orthography.systems:
            written = (romanize(native, system),) if system.voice is None else aloud(native, system).texts
            exact = plain(spelling) in map(plain, written)
            if exact or unmarked(spelling) in map(unmarked, written):
                yield Maker(system, exact, Natives((known,), complete=True))


def why(spelling: str, maker: Maker) -> str:
    """One sentence that says what a system has to do with a spelling.

    >>> why("Tchernihiv", explain("Tchernihiv", "Чернігів")[0])
    '‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів.'
    """
    language = orthographies()[maker.system.orthography].name
    native = " or ".join([one.text for one in maker.natives.found[:2]])
    left_out = "" if maker.exact else ", its marks left out"
    return f"‘{spelling}’ is how {maker.system.name} writes {language} {native}{left_out}."


def _rank(maker: Maker) -> tuple[bool, bool, float]:
    """What sorts the best first; equals stay in the order of the files, whose first system is the main one."""
    return not maker.exact, not maker.known, round(surprise(maker.natives.found[0].cost, maker.system.orthography), 3)
