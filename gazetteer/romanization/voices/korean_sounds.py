"""Korean sounds: what Hangul letters become beside each other, as the Standard Pronunciation has it.

A text goes in by syllables and comes out by letters, each as it is said; tenseness that is not written is left out, as
both romanizations of sounds leave it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

FIRST, PER_INITIAL, PER_VOWEL = 0xAC00, 588, 28
INITIALS = "ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ"
VOWELS = "ᅡᅢᅣᅤᅥᅦᅧᅨᅩᅪᅫᅬᅭᅮᅯᅰᅱᅲᅳᅴᅵ"
FINALS = " ᆨᆩᆪᆫᆬᆭᆮᆯᆰᆱᆲᆳᆴᆵᆶᆷᆸᆹᆺᆻᆼᆽᆾᆿᇀᇁᇂ"
NONE, SILENT, NG, H = "", "ᄋ", "ᆼ", "ᄒ"
IOTIZED = "ᅣᅤᅧᅨᅭᅲ"
# What a final says before a consonant or at the end.
SAID = {
    "ᆨ": "ᆨ", "ᆩ": "ᆨ", "ᆪ": "ᆨ", "ᆫ": "ᆫ", "ᆬ": "ᆫ", "ᆭ": "ᆫ", "ᆮ": "ᆮ", "ᆯ": "ᆯ", "ᆰ": "ᆨ", "ᆱ": "ᆷ", "ᆲ": "ᆯ",
    "ᆳ": "ᆯ", "ᆴ": "ᆯ", "ᆵ": "ᆸ", "ᆶ": "ᆯ", "ᆷ": "ᆷ", "ᆸ": "ᆸ", "ᆹ": "ᆸ", "ᆺ": "ᆮ", "ᆻ": "ᆮ", "ᆼ": "ᆼ", "ᆽ": "ᆮ",
    "ᆾ": "ᆮ", "ᆿ": "ᆨ", "ᇀ": "ᆮ", "ᇁ": "ᆸ", "ᇂ": "ᆮ", NONE: NONE,
}  # fmt: skip
# What it leaves and what it gives to a vowel that follows.
CARRIED = {
    "ᆨ": (NONE, "ᄀ"), "ᆩ": (NONE, "ᄁ"), "ᆪ": ("ᆨ", "ᄉ"), "ᆫ": (NONE, "ᄂ"), "ᆬ": ("ᆫ", "ᄌ"), "ᆭ": (NONE, "ᄂ"),
    "ᆮ": (NONE, "ᄃ"), "ᆯ": (NONE, "ᄅ"), "ᆰ": ("ᆯ", "ᄀ"), "ᆱ": ("ᆯ", "ᄆ"), "ᆲ": ("ᆯ", "ᄇ"), "ᆳ": ("ᆯ", "ᄉ"),
    "ᆴ": ("ᆯ", "ᄐ"), "ᆵ": ("ᆯ", "ᄑ"), "ᆶ": (NONE, "ᄅ"), "ᆷ": (NONE, "ᄆ"), "ᆸ": (NONE, "ᄇ"), "ᆹ": ("ᆸ", "ᄉ"),
    "ᆺ": (NONE, "ᄉ"), "ᆻ": (NONE, "ᄊ"), "ᆽ": (NONE, "ᄌ"), "ᆾ": (NONE, "ᄎ"), "ᆿ": (NONE, "ᄏ"), "ᇀ": (NONE, "ᄐ"),
    "ᇁ": (NONE, "ᄑ"), "ᇂ": (NONE, SILENT),
}  # fmt: skip
PALATAL = {"ᄃ": "ᄌ", "ᄐ": "ᄎ"}
ASPIRATED = {"ᄀ": "ᄏ", "ᄃ": "ᄐ", "ᄌ": "ᄎ"}
# Finals with ㅎ in them, and what is left of them.
WITH_H = {"ᇂ": NONE, "ᆭ": "ᆫ", "ᆶ": "ᆯ"}
# Before ㅎ these merge with it, of which nouns that are names have few; ㄱ and ㅂ do not, for in nouns ㅎ is written.
MERGED = {"ᆽ": (NONE, "ᄎ"), "ᆬ": ("ᆫ", "ᄎ"), "ᆰ": ("ᆯ", "ᄏ"), "ᆲ": ("ᆯ", "ᄑ")}
NASAL = {"ᆨ": "ᆼ", "ᆮ": "ᆫ", "ᆸ": "ᆷ"}


@dataclass(frozen=True, slots=True)
class Syllable:
    """The letters of a syllable; without a final one it has none."""

    initial: str
    vowel: str
    final: str


def letters_of(part: str) -> list[Syllable]:
    """The syllables of a text that is in Hangul throughout, letter by letter."""
    found = []
    for char in part:
        initial, rest = divmod(ord(char) - FIRST, PER_INITIAL)
        vowel, final = divmod(rest, PER_VOWEL)
        found.append(Syllable(INITIALS[initial], VOWELS[vowel], FINALS[final].strip()))
    return found


def spelled(syllables: Sequence[Syllable]) -> str:
    """Syllables as a row of letters."""
    return "".join(one.initial + one.vowel + one.final for one in syllables)


def sounded(syllables: Sequence[Syllable]) -> list[Syllable]:
    """What syllables of one word are as they are said, each final with the initial that follows.

    >>> spelled(sounded(letters_of("신라"))) == spelled(letters_of("실라"))
    True
    """
    said = [*syllables]
    for place in range(len(said) - 1):
        said[place], said[place + 1] = _beside(said[place], said[place + 1])
    if said:
        said[-1] = replace(said[-1], final=SAID[said[-1].final])
    return said


def with_n(syllables: Sequence[Syllable]) -> list[Syllable] | None:
    """Syllables with the ㄴ that compounds put before an iotized vowel, at the first place that can have it."""
    for place in range(1, len(syllables)):
        before, one = syllables[place - 1], syllables[place]
        if before.final and one.initial == SILENT and one.vowel in IOTIZED:
            return [*syllables[:place], replace(one, initial="ᄂ"), *syllables[place + 1 :]]
    return None


def _beside(one: Syllable, other: Syllable) -> tuple[Syllable, Syllable]:
    final, initial = _joined(one.final, other)
    return replace(one, final=final), replace(other, initial=initial)


def _joined(final: str, other: Syllable) -> tuple[str, str]:
    """What a final and the initial that follows become."""
    initial = other.initial
    if not final or (final == NG and initial == SILENT):
        return final, initial
    if initial == SILENT:
        left, given = CARRIED[final]
        return left, PALATAL.get(given, given) if other.vowel == "ᅵ" else given
    if final in WITH_H and initial in ASPIRATED:
        return WITH_H[final], ASPIRATED[initial]
    if final in WITH_H and initial == "ᄉ":
        return WITH_H[final], initial
    if initial == H:
        return _before_h(final, other.vowel)
    return _coloured(SAID[final], initial)


def _before_h(final: str, vowel: str) -> tuple[str, str]:
    if final in MERGED:
        return MERGED[final]
    if final in ("ᆮ", "ᇀ", "ᆴ") and vowel == "ᅵ":
        return ("ᆯ" if final == "ᆴ" else NONE), "ᄎ"
    return SAID[final], H


def _coloured(final: str, initial: str) -> tuple[str, str]:
    """A final as it is said, and an initial: n, m, ng and l colour their neighbours."""
    if initial == "ᄅ" and final in "ᆨᆮᆸᆷᆼ":
        return NASAL.get(final, final), "ᄂ"
    if (initial, final) in (("ᄅ", "ᆫ"), ("ᄂ", "ᆯ")):
        return "ᆯ", "ᄅ"
    return (NASAL.get(final, final) if initial in "ᄂᄆ" else final), initial
