"""Notices: what the owner of a file should hear when it is done: what of it was not understood, and what was left."""

from collections.abc import Iterator

from gazetteer.bulk.asking import POSITION, Asking
from gazetteer.bulk.counting import counted
from gazetteer.bulk.job import Summary
from gazetteer.bulk.run import Progress

OF_POSITION = ("lat", "lon")


def notices(asking: Asking, summary: Summary) -> Iterator[str]:
    """All of them, a sentence each."""
    yield from not_understood(asking, summary.progress)
    if formulas := summary.progress.formulas:
        yield (
            f"{counted(formulas, 'cell')} of names had a formula that was never computed; open and save the file in a"
            " spreadsheet program, and run it again."
        )
    if kept := summary.progress.kept:
        yield (
            f"{counted(kept, 'cell')} of the column itself stayed as before, for the name cannot be written there:"
            " the encoding lacks letters of it, or the file has no quotes for its delimiter. The reasons say which."
        )
    if summary.formulas_left:
        yield f"{counted(summary.formulas_left, 'cell')} of the column itself stayed as before, having a formula."
    if summary.spaced:
        yield (
            f"{counted(summary.spaced, 'cell')} of ours had the delimiter, or a line end, in them; a space stands for"
            " it, as the file has no quotes."
        )


def not_understood(asking: Asking, progress: Progress) -> Iterator[str]:
    """Each column around the names of which cells were not understood, in a sentence; loudly where most were not."""
    roles = list(asking.context)
    for role in dict.fromkeys(POSITION if role in OF_POSITION else role for role in roles):
        rows = progress.unread[role]
        if not rows:
            continue
        of_it = [one for one in roles if one == role or (role == POSITION and one in OF_POSITION)]
        filled = max(progress.filled[roles.index(one) + 1] for one in of_it)
        columns = " and ".join(repr(asking.context[one]) for one in of_it)
        told = f"{rows:,} of {filled:,} cells of {columns} were not understood as {role}"
        if rows * 2 > filled:
            yield f"WARNING: {told}: see whether that is the right column. Names were resolved without it."
        else:
            yield f"{told}; those names were resolved without it."
