"""Notices: what the owner of a file should hear when it is done: what of it was not understood, and what was left."""

from collections.abc import Iterator

from gazetteer.bulk.asking import POSITION, Asking
from gazetteer.bulk.run import Progress

OF_POSITION = ("lat", "lon")


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
