"""Session: a person decides one name after the other; each answer is kept before the next name is shown.

Whatever ends the session, the next one goes on with the first name that is not decided.
"""

from dataclasses import dataclass

from gazetteer.bulk.choosing import Chooser, Said
from gazetteer.bulk.clusters import cluster
from gazetteer.bulk.names import to_review
from gazetteer.bulk.reopening import Kept
from gazetteer.bulk.store import Known, Store, Values
from gazetteer.model import Style
from gazetteer.store import Engine


@dataclass(frozen=True, slots=True)
class _Step:
    """A name that was shown, and the names that were decided by what was said of it."""

    known: Known
    decided: tuple[Values, ...]


class Session:
    """The names of one run that are still to be decided, in their order."""

    def __init__(self, reading: Store, keeping: Store, kept: Kept, engine: Engine, style: Style) -> None:
        """Names are read through one store and kept through another: what is kept must not wait for what is read."""
        cluster(keeping, kept.asking.context)
        self._names = to_review(reading)
        self._store = keeping
        self._chooser = Chooser(engine, style)
        self._steps: list[_Step] = []
        self._again: list[Known] = []  # names to ask again, the next one last
        self._passed: list[Known] = []  # names that came up when they were decided already
        self._done: set[Values] = set()
        self.decided = 0

    def next(self) -> Known | None:
        """The name to decide now; None when all are decided or passed over."""
        while (known := self._again.pop() if self._again else next(self._names, None)) is not None:
            if known.values not in self._done:
                return known
            self._passed.append(known)
        return None

    def others(self, known: Known) -> list[Known]:
        """The other names of its cluster that `all` decides with it, the most frequent first."""
        near = self._store.known_of(self._store.cluster_of(known.values)) if known.cluster is not None else ()
        open_ones = (one for one in near if one.values != known.values and not one.chosen)
        return sorted(open_ones, key=lambda one: (-one.count, one.first))

    def decide(self, known: Known, said: Said) -> int:
        """Keep what was said of a name; how many names that decides.

        Raises:
            BadParameter: the name has no such candidate.
            EntityNotFound: no entity has that id.
        """
        # What was said before of a name of the cluster stands.
        still_open = {known.values, *(one.values for one in self.others(known))}
        fresh = [one for one in self._chooser.decide(self._store, known, said) if one.values in still_open]
        self._store.choose(fresh)
        names = tuple(one.values for one in fresh)
        self._steps.append(_Step(known, names))
        self._done.update(names)
        self.decided += len(names)
        return len(names)

    def skip(self, known: Known) -> None:
        """Pass over a name for now; the next session asks it again."""
        self._steps.append(_Step(known, ()))

    def undo(self, current: Known | None) -> bool:
        """Take the last answer back, and ask its name again, then the current one; whether there was one."""
        if not self._steps:
            return False
        step = self._steps.pop()
        self._store.withdraw(step.decided)
        self._done.difference_update(step.decided)
        self.decided -= len(step.decided)
        passed = [known for known in self._passed if known.values in step.decided]
        self._passed = [known for known in self._passed if known.values not in step.decided]
        self._again += [known for known in (current, *reversed(passed), step.known) if known is not None]
        return True
