"""The service as its users have it: a process behind its own web server, on a port the system chose."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS_TO_STOP = 20


@contextmanager
def serving(home: Path, **settings: str) -> Iterator[str]:
    """The address of the service of a home, with these settings, until it is left."""
    with serving_process(home, **settings) as (address, _):
        yield address


@contextmanager
def serving_process(home: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """The same, with the number of the process above all the others."""
    server = subprocess.Popen(
        [sys.executable, "-c", "from service.server import run; run(port=0, workers=1)"],
        cwd=ROOT,
        env={**os.environ, "GAZETTEER_HOME": str(home), "DATABASE_URL": "", **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        said = server.stdout.readline()
        address = re.fullmatch(r"Listening on (http://127\.0\.0\.1:[0-9]+)\n", said)
        assert address, said
        yield address[1], server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        ended = server.wait(SECONDS_TO_STOP)
        server.stdout.close()
    assert ended == 0
