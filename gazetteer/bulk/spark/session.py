"""The session: Spark as it was started, or one started here with what Python workers need; and its failures as text."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyspark
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from gazetteer import errors
from gazetteer.errors import GazetteerError, MissingJava, SparkFailed

JAVA_LEAST = 17
OURS = re.compile(r"gazetteer\.errors\.(\w+): (.+)")
MOST_SHOWN = 600  # characters of what Spark says


@contextmanager
def session(master: str | None, settings: Mapping[str, str]) -> Iterator[SparkSession]:
    """Spark on this master, or as spark-submit says; it ends with the context.

    Raises:
        MissingJava: there is no Java, or one too old.
        SparkFailed: it does not start; the text says what it says.
    """
    check_java()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master is not None and master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    builder = SparkSession.builder.appName("gazetteer bulk")
    if master is not None:
        # Who starts Spark here reads our sentences; who has a cluster has a place for what else it tells.
        settings = {"spark.log.level": "ERROR", **settings}
    for key, value in settings.items():
        builder = builder.config(key, value)
    with failures():
        spark = (builder if master is None else builder.master(master)).getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def check_java() -> None:
    """Nothing, if there is a Java that Spark runs on.

    Raises:
        MissingJava: there is none, or one too old.
    """
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    right = f"Spark runs on Java {JAVA_LEAST} or newer: install it, as in `apt-get install openjdk-17-jre-headless`"
    if program is None or not Path(program).is_file():
        where = f"JAVA_HOME names {home}, where there is no bin/java" if home else "There is no Java here"
        raise MissingJava(f"{where}. {right}, or let JAVA_HOME name its folder.")
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if version is not None and int(version[1]) < JAVA_LEAST:
        raise MissingJava(f"{program} is Java {version[1]}. {right}.")


@contextmanager
def failures() -> Iterator[None]:
    """What Spark throws, as a sentence; an error of ours on an executor as what it is.

    Raises:
        SparkFailed: Spark failed.
    """
    try:
        yield
    except (PySparkException, Py4JError) as failed:
        raise told(failed) from failed


def told(failed: Exception) -> GazetteerError:
    """What a failure of Spark comes to."""
    said = str(failed)
    if found := OURS.search(said):
        kind = getattr(errors, found[1], SparkFailed)
        return kind(found[2].strip()) if issubclass(kind, GazetteerError) else SparkFailed(found[2])
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    return SparkFailed(f"Spark says: {(causes[-1] if causes else lines[0])[:MOST_SHOWN]}")
