"""A real LibreOffice without a screen, started with a profile of its own, and scripts run in its neighbour.

A script is run by the system's Python, which has LibreOffice's own library. It finds the office in ``context``, and
what it is given in ``arguments``.
"""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"  # the one for which python3-uno is installed
SECONDS_TO_START, SECONDS_TO_STOP = 120, 20
CONNECT = """
import sys, time

import uno
from com.sun.star.connection import NoConnectException

port, seconds, *arguments = sys.argv[1:]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
until = time.monotonic() + float(seconds)
while True:
    try:
        context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        if time.monotonic() > until:
            raise
        time.sleep(0.2)
"""


@contextmanager
def office(profile: Path) -> Iterator[int]:
    """The port at which an office with this profile takes orders, until it is left."""
    port = _free_port()
    started = subprocess.Popen(
        [
            program("soffice"),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--invisible",
            "--norestore",
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield port
    finally:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait(SECONDS_TO_STOP)


def run_beside(port: int, script: str, *arguments: str, written: str = "", seconds: float) -> str:
    """What a script writes that is run beside the office at a port."""
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", CONNECT + script, str(port), str(SECONDS_TO_START), *arguments],
        input=written,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(name: str) -> str:
    """Where a program is; the test fails, and is not left out, where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.fail(f"{name} is missing; install Debian's libreoffice-writer, libreoffice-calc and python3-uno")
    return path


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as line:
        port: int = line.getsockname()[1]
        return port
