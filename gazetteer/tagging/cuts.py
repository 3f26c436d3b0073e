"""Cuts: where markup parts a name that is read as one, and the name's replacement with the markup in it.

The markup stays, in its order, between the same words and among the same letters.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gazetteer.tagging.sharing import share_out


@dataclass(frozen=True, slots=True)
class Cut:
    """Markup inside a name, before the letter at that offset of the name as it reads."""

    at: int
    markup: str


def cuts_of(original: str, starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> tuple[Cut, ...]:
    """The cuts in what is read from start to end, of which the character at i is the original's starts[i] to ends[i].

    >>> cuts_of("K<b>iev</b>", [0, 4, 5, 6], [1, 5, 6, 7], 0, 4)
    (Cut(at=1, markup='<b>'),)
    """
    return tuple(
        Cut(at - start, original[ends[at - 1] : starts[at]])
        for at in range(start + 1, end)
        if ends[at - 1] < starts[at]
    )


def put_in(name: str, cuts: Sequence[Cut], replacement: str, write: Callable[[str], str]) -> str | None:
    """The replacement of a name, its text as `write` gives it, with the markup that cuts the name.

    None where it has not as many words, or markup would have no text left beside it.

    >>> put_in("Wladimir Selenskyj", (Cut(8, "</b>"),), "Volodymyr Zelenskyy", str)
    'Volodymyr</b> Zelenskyy'
    """
    if not cuts:
        return write(replacement)
    plain = name.replace("\u00a0", " ")
    if plain.count(" ") != replacement.count(" "):
        return None
    lengths = [after - before for before, after in pairwise((0, *(cut.at for cut in cuts), len(name)))]
    shares = share_out(plain, lengths, [True] * len(lengths), replacement)
    if shares is None:
        return None
    written = [write(share) for share in shares]
    return written[0] + "".join(cut.markup + share for cut, share in zip(cuts, written[1:], strict=True))
