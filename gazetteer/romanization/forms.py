"""Forms: what a text is by one system, with what is lost in it and what is left over.

Where it is a native spelling that is not certain itself, all forms it may have are given, and none is called certain.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer.languages import System
from gazetteer.romanization.backwards import Natives
from gazetteer.romanization.casing import APOSTROPHES, JOINERS
from gazetteer.romanization.pieces import read_back
from gazetteer.romanization.rivals import alike, rivals
from gazetteer.romanization.running import is_name, without_markup, write_text
from gazetteer.romanization.systems import aloud, romanize, without_stress
from gazetteer.text.scripts import NONE, script_of_char

NAME_LONGEST = 100  # characters; what is longer is not read in more ways than one
DOUBTFUL_MOST = 300  # words whose rivals are looked for; a text with more is not shown to be readable
# Letters with what belongs to them: marks, which are no letters in scripts of the south, apostrophes and joiners.
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{APOSTROPHES}{JOINERS}\u0300-\u036f\u0900-\u0dff])*")


@dataclass(frozen=True, slots=True)
class Form:
    """What a text is by one system."""

    system: System
    text: str
    lossy: bool  # whether the text cannot be read back from it
    unmapped: tuple[str, ...]  # letters that the system does not name and that were left, in order
    others: tuple[str, ...] = ()  # what it may be as well, where the native spelling or its reading is not certain
    certain: bool = True


def transliterate(text: str, system: System, *, capitals: bool | None = None) -> Form:
    """A text by a system; markup, addresses and whatever the system does not name stay as they are.

    >>> from gazetteer.languages import system
    >>> transliterate("Подъём, Їжак", system("ru-Cyrl/bgn-pcgn-1947")).unmapped
    ('Ї',)
    """
    written = write_text(text, system, capitals=capitals)
    if system.voice is not None:
        return _aloud(text, written, system)
    return Form(system, written, is_lossy(text, written, system), unmapped(written))


def _aloud(text: str, written: str, system: System) -> Form:
    """The form of a text that leaves sounds unsaid: of a name, with all that it may be as well."""
    found = aloud(text[:NAME_LONGEST], system)
    whole = len(text) <= NAME_LONGEST
    others = [other for other in found.texts if other.lower() != written.lower()] if whole and is_name(text) else []
    certain = found.certain and whole
    return Form(system, written, not (system.reversible and certain), unmapped(written), tuple(others), certain=certain)


def unmapped(written: str) -> tuple[str, ...]:
    """The letters of a romanized text that are still not Latin, each once, in the order in which they are met."""
    if written.isascii():
        return ()
    left = {char for char in set(written) if script_of_char(char) not in ("Latn", NONE)}
    return tuple(char for char in dict.fromkeys(without_markup(written)) if char in left) if left else ()


def is_lossy(text: str, written: str, system: System) -> bool:
    """Whether a text cannot be read back: the system is not made for that, or it writes another text alike.

    Letters are read one for one; words of which that makes others must have no rivals. Capitals are not regarded, nor
    marks of stress, which stay on their letters whatever these become.

    >>> from gazetteer.languages import system
    >>> is_lossy("Київ", "Kyiv", system("uk-Cyrl/national-2010"))
    True
    """
    if not system.reversible:
        return True
    native, latin = without_markup(text), without_markup(written)
    if alike(native, read_back(latin, system)):
        return False
    words = dict.fromkeys(WORD.findall(without_stress(unicodedata.normalize("NFC", native))))
    doubtful = [word for word in words if not alike(word, read_back(romanize(word, system), system))]
    return len(doubtful) > DOUBTFUL_MOST or not all(_comes_out(word, system) for word in doubtful)


def _comes_out(word: str, system: System) -> bool:
    """Whether a word has no rivals; a Latin letter in it would be read as another."""
    return not any(script_of_char(char) == "Latn" for char in word) and rivals(word, system) == ()


def through(back: Natives, systems: Iterable[System], *, capitals: bool | None = None) -> tuple[Form, ...]:
    """What native spellings are by each system: the form of the most usual one, and the others' where they differ."""
    return tuple(
        _agreed(back, [transliterate(one.text, by, capitals=capitals) for one in back.found]) for by in systems
    )


def _agreed(back: Natives, forms: Sequence[Form]) -> Form:
    first = forms[0]
    others = tuple(dict.fromkeys(form.text for form in forms if form.text != first.text))
    return Form(first.system, first.text, first.lossy, first.unmapped, others, back.complete and not others)
