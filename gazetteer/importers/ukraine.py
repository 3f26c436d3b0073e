"""Ukraine's names: the 2010 romanization of the native form, where GeoNames agrees; old names apart.

Resolution 55 of the Cabinet of Ministers (27 January 2010) gives the canonical form. Of the
Cyrillic names that GeoNames lists, the native one is that whose romanization differs from
GeoNames' main name by no more than i, y, j and apostrophes. A Cyrillic name unlike the native one
is the place's old name, and so is every form that resembles it.
"""

from gazetteer.importers.canonical import make_canonical
from gazetteer.importers.inference import ALPHABETS, NOT_UKRAINIAN
from gazetteer.languages import system
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.romanization.readings import name_readings
from gazetteer.romanization.systems import romanize
from gazetteer.romanization.ukrainian import squash
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.scripts import script_of

SYSTEM = "uk-Cyrl/national-2010"
# Below this the readings of two names have too little in common to be one name.
SAME_NAME = 0.62


def romanized(native: str) -> str:
    """The native form by the 2010 system."""
    return romanize(native, system(SYSTEM))


def agrees(native: str, main: str) -> bool:
    """Whether the 2010 romanization of a Cyrillic form is the main name, but for i, y, j and apostrophes."""
    return squash(romanized(native)) == squash(main)


def settle_ukrainian(row: EntityRow) -> None:
    """Choose the canonical form of a place in Ukraine, and file its other names by what they are."""
    cyrillic = [name for name in row.names if script_of(name.text) == "Cyrl"]
    own = [name for name in cyrillic if ALPHABETS["uk"].fullmatch(name.text)]
    native = next((name for name in own if romanized(name.text) == row.canonical), None)
    native = native or next((name for name in own if agrees(name.text, row.canonical)), None)
    if native is None:
        return
    native.language, native.inferred, native.kind, native.preferred = "uk", True, NameKind.ENDONYM, True
    make_canonical(row, romanized(native.text))
    file_old_names(row, native.text)


def file_old_names(row: EntityRow, native: str) -> None:
    """Mark as historical each Cyrillic name unlike the present ones, and every form that resembles it."""
    written = [(name, reading(name.text, name.language)) for name in row.names]
    present = _kin({reading(native, "uk"), reading(row.canonical, None)}, {said for _, said in written})
    old = [said for name, said in written if said not in present and _slavic(name)]
    for name, said in written:
        unlike = said not in present and name.kind is not NameKind.ABBREVIATION
        if unlike and old and max(ratio(said, form) for form in old) >= SAME_NAME:
            name.kind = NameKind.HISTORICAL


def _kin(known: set[str], others: set[str]) -> set[str]:
    """The readings that resemble a known one, or resemble one that does."""
    near = known | {said for said in others if max(ratio(said, form) for form in known) >= SAME_NAME}
    return near | {said for said in others if max(ratio(said, form) for form in near) >= SAME_NAME}


def reading(text: str, language: str | None) -> str:
    """The first reading of a name in Ukraine, without spaces."""
    found = name_readings(text, language, "UA")
    return found[0].text.replace(" ", "") if found else ""


def _slavic(name: NameRow) -> bool:
    if script_of(name.text) != "Cyrl" or name.kind is NameKind.ABBREVIATION:
        return False
    if NOT_UKRAINIAN.search(name.text):
        return ALPHABETS["ru"].fullmatch(name.text) is not None
    return ALPHABETS["uk"].fullmatch(name.text) is not None or ALPHABETS["ru"].fullmatch(name.text) is not None
