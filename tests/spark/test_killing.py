"""An executor is killed in the middle of the work: the output is what it would have been."""

import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import psutil
import pytest

from gazetteer.bulk.spark.joining import Sizes
from tests.spark.conftest import DISTINCT, ROWS, Clean, Listed, by_number, parts, read_csv

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark

EXECUTOR = "CoarseGrainedExecutorBackend"
NAME_TASKS, ROW_TASKS = 40, 50
SIZES = Sizes(names_a_task=DISTINCT // NAME_TASKS, rows_a_task=ROWS // ROW_TASKS, sent_everywhere=0)
# The stage in whose middle the executor is killed: how many tasks it has, and if it is one that brings numbers back.
WHEN = {"while names are resolved": (NAME_TASKS, True), "while rows are written": (ROW_TASKS, False)}


def executors() -> list[psutil.Process]:
    """The executors that the JVM of this process has started, and nobody else's."""
    return [one for one in psutil.Process().children(recursive=True) if is_executor(one)]


def is_executor(process: psutil.Process) -> bool:
    """Whether a process is an executor, and not about to end."""
    try:
        return EXECUTOR in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


class Killer(Thread):
    """Waits for the middle of a stage, then kills an executor, as a machine that fails does."""

    def __init__(self, spark: "SparkSession", tasks: int, collects: bool) -> None:
        super().__init__(daemon=True)
        self.killed_after: int | None = None  # so many tasks
        self.over = False
        self._tracker, self._tasks, self._collects = spark.sparkContext.statusTracker(), tasks, collects

    def run(self) -> None:
        """Look every few milliseconds, until the job is over."""
        while not self.over and self.killed_after is None:
            for about in filter(None, map(self._tracker.getStageInfo, self._tracker.getActiveStageIds())):
                is_it = about.numTasks == self._tasks and about.name.startswith("collect") == self._collects
                if is_it and self._tasks // 3 <= about.numCompletedTasks < self._tasks:
                    executors()[0].kill()
                    self.killed_after = about.numCompletedTasks
                    break
            time.sleep(0.005)


@pytest.mark.parametrize("when", WHEN)
def test_an_executor_that_is_killed_changes_nothing(
    listed: Listed, clean: Clean, spark: "SparkSession", kept: str, tmp_path: Path, when: str
) -> None:
    spark.conf.set("spark.sql.adaptive.coalescePartitions.enabled", False)
    killer = Killer(spark, *WHEN[when])
    killer.start()
    # Only where it is killed while they are resolved do names have to be resolved again.
    summary = clean(listed.path, sizes=SIZES, answers=None if WHEN[when][1] else kept)
    killer.over = True
    killer.join()
    spark.conf.unset("spark.sql.adaptive.coalescePartitions.enabled")
    assert killer.killed_after is not None
    assert by_number(read_csv(parts(tmp_path / "out"))) == listed.cleaned
    assert summary.counted.rows == ROWS
