"""Work spread over processes: parts out, results back in the order of the parts."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]


@contextmanager
def spread(workers: int) -> Iterator[Spread]:
    """A ``map`` over so many other processes, a few parts ahead; below two of them it runs here."""
    if workers < 2:
        yield map
        return
    # Names hold no cycles, so the workers need not look for them.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=gc.disable) as pool:
        for _ in range(workers):
            pool.submit(gc.isenabled)  # a process starts with its first work

        def over_workers(work: Callable[[Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
            waiting: deque[Future[Any]] = deque()
            for part in parts:
                waiting.append(pool.submit(work, part))
                if len(waiting) > workers + 1:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        yield over_workers
