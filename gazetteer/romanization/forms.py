"""Forms: what a text is by one system, with what is lost in it and what is left over.

Where it is a native spelling that is not certain itself, all forms it may have are given, and none is called certain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer.languages import System
from gazetteer.romanization.backwards import Natives, natives
from gazetteer.romanization.letters import is_usual, usage_of
from gazetteer.romanization.pieces import read_back
from gazetteer.romanization.running import is_name, without_markup, write_text
from gazetteer.romanization.systems import aloud, lowered
from gazetteer.text.scripts import NONE, script_of_char

NAME_LONGEST = 100  # characters; what is longer is not read in more ways than one
DOUBTFUL_MOST = 300  # words that are run backwards; a text with more is not shown to be readable


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
    """Whether a text cannot be read back, but for its capitals: the system is not made for that, or it gives another.

    Letters are read one for one; words of which that makes others are run backwards, and must come out as they were.

    >>> from gazetteer.languages import system
    >>> is_lossy("Київ", "Kyiv", system("uk-Cyrl/national-2010"))
    True
    """
    if not system.reversible:
        return True
    native, latin = without_markup(text), without_markup(written)
    if _alike(native, read_back(latin, system)):
        return False
    words = dict.fromkeys(zip(native.split(), latin.split(), strict=True))
    doubtful = [(word, as_written) for word, as_written in words if not _alike(word, read_back(as_written, system))]
    return len(doubtful) > DOUBTFUL_MOST or not all(_comes_out(*pair, system) for pair in doubtful)


def _comes_out(word: str, as_written: str, system: System) -> bool:
    """Whether a word is what its form says backwards: of other candidates only those count that the language allows."""
    fitting, usage = natives(as_written, system), usage_of(*system.orthography.split("-"))
    there = any(_alike(word, one.text) for one in fitting.found)
    rivals = [one for one in fitting.found if not _alike(word, one.text) and is_usual(one.text.lower(), usage)]
    return fitting.complete and there and not rivals


def _alike(one: str, other: str) -> bool:
    """Whether texts are the same but for capitals; which sigma stands where is no matter of letters."""
    return lowered(one).replace("ς", "σ") == lowered(other).replace("ς", "σ")


def through(back: Natives, systems: Iterable[System], *, capitals: bool | None = None) -> tuple[Form, ...]:
    """What native spellings are by each system: the form of the most usual one, and the others' where they differ."""
    return tuple(
        _agreed(back, [transliterate(one.text, by, capitals=capitals) for one in back.found]) for by in systems
    )


def _agreed(back: Natives, forms: Sequence[Form]) -> Form:
    first = forms[0]
    others = tuple(dict.fromkeys(form.text for form in forms if form.text != first.text))
    return Form(first.system, first.text, first.lossy, first.unmapped, others, back.complete and not others)
