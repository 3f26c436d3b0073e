"""Which systems could have made a spelling: each is run backwards, and what it would stand for weighed.

Best first: what is written just so before what lacks marks, and the more usual native letters before the rarer ones.
None is called the one it was; several often write alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Maker:
    """A system that could have made a spelling, and the native spellings it would have made it of."""

    system: System
    exact: bool  # whether just so; otherwise the spelling lacks diacritics or apostrophes
    natives: Natives


def explain(text: str, native: str | None = None, language: str | None = None) -> tuple[Maker, ...]:
    """The systems that could have written this, of that native spelling and in that language, if they are said.

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
    found = _backwards(spelling, among) if native is None else _of_native(spelling, clean(native), among)
    return tuple(sorted(found, key=_rank))


def _backwards(spelling: str, among: Sequence[Orthography]) -> Iterator[Maker]:
    for orthography in among:
        for system in orthography.systems:
            if system.voice is not None:
                continue  # what leaves sounds unsaid has no way back
            exact = natives(spelling, system, most=NATIVES_LISTED)
            if exact.found:
                yield Maker(system, True, exact)
            if has_marks(system):
                lacking = natives(spelling, system, marks=False, most=NATIVES_LISTED)
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


def _rank(maker: Maker) -> tuple[bool, float]:
    """What sorts the best first; equals stay in the order of the files, whose first system is the main one."""
    return not maker.exact, round(surprise(maker.natives.found[0].cost, maker.system.orthography), 3)
