"""Thai syllables: how each may be written, what it says, and how unlikely it is that it is meant.

What is said is put in Latin letters and these: ɯ ɛ ɔ ɤ for vowels that Latin writes with two, j and ʋ for the y and w
that end a syllable. A vowel that is not written costs something, and what no reader would say costs much.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENS = {
    letter: sound
    for letters, sound in (
        ("ก", "k"), ("ขฃคฅฆ", "kh"), ("ง", "ng"), ("จฉชฌ", "ch"), ("ซศษส", "s"), ("ญย", "y"), ("ฎด", "d"),
        ("ฏต", "t"), ("ฐฑฒถทธ", "th"), ("ณน", "n"), ("บ", "b"), ("ป", "p"), ("ผพภ", "ph"), ("ฝฟ", "f"), ("ม", "m"),
        ("ร", "r"), ("ลฬ", "l"), ("ว", "w"), ("หฮ", "h"), ("อ", ""),
    )
    for letter in letters
}  # fmt: skip
CLOSES = {
    letter: sound
    for letters, sound in (
        ("กขฃคฅฆ", "k"), ("ง", "ng"), ("จฉชซฌฎฏฐฑฒดตถทธศษส", "t"), ("ญณนรลฬ", "n"), ("บปผฝพฟภ", "p"), ("ม", "m"),
        ("ย", "j"), ("ว", "ʋ"),
    )
    for letter in letters
}  # fmt: skip
CLUSTERS = (
    "กร", "กล", "กว", "ขร", "ขล", "ขว", "คร", "คล", "คว", "ตร", "ปร", "ปล", "พร", "พล", "ผล", "บร", "บล", "ดร", "ฟร",
    "ฟล",
)  # fmt: skip
# Two letters that open a syllable together; of the last ones only one is said.
TOGETHER = (
    {pair: OPENS[pair[0]] + OPENS[pair[1]] for pair in CLUSTERS}
    | {"ทร": "s", "ศร": "s", "สร": "s", "ซร": "s", "จร": "ch"}
    | {"ห" + low: OPENS[low] for low in "งญณนมยรลว"}
)
LINKED = re.compile("[ทธตดถฒฐศษสชจ](?=[ยนณมรลว][ะ-ู])")
DEEP_R = frozenset("คนพมห")  # after these ฤ says rue, after others ri

EACH, UNWRITTEN_O, UNWRITTEN_A, ON, UA, FINAL_A, CLOSED, LINK = 0.3, 1.2, 1.0, 1.2, 0.6, 4.0, -0.1, -0.2
BROKEN = 0.8  # letters that mostly open a syllable together, read apart; ng, of which none says the vowel

_C = "[ก-รลว-ฮ]"
_K = f"(?P<coda>{_C})(?![ะ-ู็])"
_M = "(?P<coda>ต)[ิุ]$"  # of which the vowel is mute
_O = (f"(?P<onset>{_C})", f"(?P<onset>{_C}{_C})")
# Each vowel with its writings around an onset O and a coda K; M is a coda of which the vowel is mute.
WRITINGS: tuple[tuple[str, ...], ...] = (
    ("ia", "เOียะ?", "เOียK"),
    ("ɯa", "เOือะ?", "เOือK"),
    ("ua", "Oัวะ?", "Oว(?![ะ-ู็])K"),
    ("ɔ", "เOาะ", "Oอ(?![ะ-ู็])", "Oอ(?![ะ-ู็])K", "O็อK", "ก็()"),
    ("aʋ", "เOา"),
    ("ɤ", "เOอะ?", "เOอK", "เOิK"),
    ("ɤj", "เOย(?![ะ-ู็])"),
    ("e", "เOะ?", "เO็?(?!ย)K", "เOM"),
    ("ɛ", "แOะ?", "แO็?K"),
    ("o", "โOะ?", "โOK", "O(?!ร)K"),
    ("aj", "ใO", "ไO(?:ย(?![ะ-ู็]))?"),
    ("a", "Oะ", "Oา", "OาK", "OาM", "Oั(?!ว)K", "OัM", "OรรK"),
    ("am", "Oำ"),
    ("an", "Oรร"),
    ("ɔn", "Oร(?![ก-ฮะ-ู็])"),
    ("i", "Oิ", "OิK", "Oี", "OีK", "Hฤ(?P<coda>[ก-รลว-ฮ])(?![ะ-ู็])"),
    ("ɯ", "Oึ", "OึK", "Oือ?", "OืK", "Hฤๅ?"),
    ("u", "Oุ", "OุK", "Oู", "OูK"),
)
COSTS = {"O(?!ร)K": UNWRITTEN_O, "Oร(?![ก-ฮะ-ู็])": ON, "Oว(?![ะ-ู็])K": UA}


def _shape(writing: str, onset: str) -> re.Pattern[str]:
    named = {"O": onset, "H": f"(?P<onset>{_C}?)", "K": _K, "M": _M}
    return re.compile("".join(named.get(char, char) for char in writing))


SHAPES = [
    (_shape(writing, onset), vowel, COSTS.get(writing, 0.0))
    for vowel, *writings in WRITINGS
    for writing in writings
    for onset in _O
]


@dataclass(frozen=True, slots=True)
class Syllable:
    """One way to read what stands at a place: where it ends, what it says, and what that costs."""

    stop: int
    says: str
    cost: float
    written: bool = True  # whether its vowel is


def syllables(text: str, start: int) -> Iterator[Syllable]:
    """Every syllable that may stand at that place of a text without marks of tone.

    >>> sorted(syllable.says for syllable in syllables("ตาก", 0))
    ['ta', 'tak']
    """
    for shape, vowel, cost in SHAPES:
        if found := shape.match(text, start):
            yield from _said(text, found, vowel, cost)
    if re.match(f"{_C}(?![ะ-ู็])", text[start:]):
        yield _bare(text, start)


def _said(text: str, found: re.Match[str], vowel: str, cost: float) -> Iterator[Syllable]:
    onset, coda = found.groupdict().get("onset") or "", found.groupdict().get("coda") or ""
    if "ฤ" in found[0]:
        vowel, onset_sound = _deep(onset, vowel, bool(coda)), OPENS.get(onset, "")
    elif found[0] == "ก็":
        onset_sound = "k"
    else:
        opened = _opens(onset, text[found.end("onset") :])
        if opened is None:
            return
        onset_sound = opened
    closed = CLOSES.get(coda)
    if coda and closed is None:
        return
    says = onset_sound + vowel + (closed or "")
    written = cost not in (UNWRITTEN_O, ON)
    stop = found.end() + (_mute(text, found) if coda and written else 0)
    cost += EACH + (CLOSED if coda else 0.0)
    if found[0] == f"{found[0][0]}{onset}{coda}" and coda in ("ร", "ล") and onset + coda in TOGETHER:
        cost += BROKEN
    yield Syllable(stop, says, cost, written)
    if coda and stop > found.end():
        return
    if coda and written and LINKED.match(text, found.start("coda")):
        yield Syllable(found.end(), f"{says}-{OPENS[coda]}a", cost + LINK, False)


def _opens(onset: str, following: str) -> str | None:
    """What letters say that open a syllable; None if they do not do so together."""
    if len(onset) == 1:
        return OPENS[onset]
    if onset == "อย" and following[:1] in ("า", "ู"):
        return "y"
    return TOGETHER.get(onset)


def _deep(onset: str, vowel: str, closed: bool) -> str:
    """What ฤ says behind a letter, or alone."""
    if onset:
        return "rɯ" if onset in DEEP_R else "ri"
    return "ri" if closed else "r" + vowel


def _mute(text: str, found: re.Match[str]) -> int:
    """How many letters behind a syllable are not said: an r at the end of a word, as in samut, bat and phet."""
    before, coda = found[0][-2:-1], found["coda"]
    mute = coda == "ต" or (coda in "ทกชธ" and (before in "ัิุ" or found[0][0] == "เ"))
    return 1 if mute and text[found.end() :] == "ร" else 0


def _bare(text: str, start: int) -> Syllable:
    """A letter that nothing follows to say its vowel: a, before r often ɔ; hardly ever at the end."""
    letter, following = text[start], text[start + 1 : start + 2]
    if not following:
        return Syllable(start + 1, OPENS[letter] + "a", EACH + FINAL_A, False)
    broken = BROKEN if letter == "ง" or letter + following in TOGETHER else 0.0
    vowel = "ɔ" if following == "ร" and letter in "บมธทอจ" else "a"
    return Syllable(start + 1, OPENS[letter] + vowel, EACH + UNWRITTEN_A + broken, False)
