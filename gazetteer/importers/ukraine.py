"""Ukraine's names: the 2010 romanization of the native form, where GeoNames agrees; old names apart.

Resolution 55 of the Cabinet of Ministers (27 January 2010) gives the canonical form. Of the
Cyrillic names that GeoNames lists, the native one is that of which its main name is the romanization,
by that resolution or by BGN/PCGN of 1965, which GeoNames followed before; where there is none, one
whose romanization differs from it by no more than i, y, j and apostrophes, unless it is the Russian
name beside the native one. A Cyrillic name unlike the native one is the place's old name, and so is
every form that resembles it.
"""

import re
from collections.abc import Sequence

from gazetteer.importers.canonical import make_canonical
from gazetteer.importers.inference import ALPHABETS, NOT_UKRAINIAN
from gazetteer.languages import system
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.romanization.readings import name_readings
from gazetteer.romanization.systems import romanize
from gazetteer.romanization.ukrainian import squash
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

SYSTEM = "uk-Cyrl/national-2010"
FORMER_SYSTEM, RUSSIAN_SYSTEM = "uk-Cyrl/bgn-pcgn-1965", "ru-Cyrl/bgn-pcgn-1947"
APOSTROPHE = re.compile("['’ʼʹ`ʺ\"”]")
# Letters behind which Ukrainian writes no soft sign, as Russian does in Керчь (Ukrainian orthography of 2019, § 26).
SOFTENED = re.compile("[бпвмфгґкхжчшщ]ь", re.IGNORECASE)
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
    native = _native(row)
    if native is None:
        return
    native.language, native.inferred, native.kind, native.preferred = "uk", True, NameKind.ENDONYM, True
    make_canonical(row, romanized(native.text))
    file_old_names(row, native.text)


def _native(row: EntityRow) -> NameRow | None:
    """The name in Ukrainian that the main name is the romanization of; None if it is that of no name listed."""
    cyrillic = [name for name in row.names if script_of(name.text) == "Cyrl"]
    own = [name for name in cyrillic if ALPHABETS["uk"].fullmatch(name.text) and not SOFTENED.search(name.text)]
    exact = [name for name in own if romanized(name.text) == row.canonical]
    exact += [name for name in own if _is_written(row.canonical, name.text, FORMER_SYSTEM)]
    if exact:
        # Of Луцк and Луцьк, which are romanized alike, the second is Ukrainian, and of Липовец and Липовець.
        plain = APOSTROPHE.sub("", row.canonical)
        return min(exact, key=lambda one: (romanize(one.text, system(RUSSIAN_SYSTEM)) == plain, -one.text.count("ь")))
    loosely = [name for name in own if agrees(name.text, row.canonical)]
    return next((name for name in loosely if not _is_russian(name.text, row.canonical, own)), None)


def _is_russian(text: str, main: str, own: Sequence[NameRow]) -> bool:
    """Whether a form is the Russian one, of which the main name is the romanization: Пионерское beside Піонерське."""
    if not _is_written(main, text, RUSSIAN_SYSTEM):
        return False
    here = reading(text, "ru")
    return any(ratio(reading(name.text, "uk"), here) >= SAME_NAME for name in own if name.text != text)


def _is_written(main: str, native: str, by: str) -> bool:
    """Whether a system writes a native form so, apostrophes aside."""
    plain, written = (fold(APOSTROPHE.sub("", text)) for text in (main, romanize(native, system(by))))
    return plain == written


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
