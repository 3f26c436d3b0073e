"""A real LibreOffice, without a screen, asks the service for advice: what its user sees is where the name stands."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"  # the one for which python3-uno is installed
SECONDS_TO_START, SECONDS_TO_STOP = 120, 20
TEXTS = [
    ("Fighting in Bakhmout continued.", "Bakhmout", "Bakhmut"),
    ("🙂 👩‍🚀 The mayor of Kiev spoke.", "Kiev", "Kyiv"),
    ("He went to Possad-Pokrovské & back, 100 % sure + more.", "Possad-Pokrovské", "Posad-Pokrovske"),
]
CHECKER = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
# Runs in LibreOffice's neighbour: reads texts as JSON, writes what the checker says of each.
ASK = """
import json, sys, time
import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

port, texts = sys.argv[1], json.load(sys.stdin)
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
until = time.monotonic() + float(sys.argv[2])
while True:
    try:
        context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        if time.monotonic() > until:
            raise
        time.sleep(0.2)
checker = context.ServiceManager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
told = []
for text in texts:
    length = len(text.encode("utf-16-le")) // 2
    found = checker.doProofreading("1", text, Locale("en", "US", ""), 0, length, ())
    told.append([
        [one.nErrorStart, one.nErrorLength, one.aShortComment, one.aFullComment, list(one.aSuggestions)]
        for one in found.aErrors
    ])
json.dump(told, sys.stdout)
"""

pytestmark = pytest.mark.office


def program(name: str) -> str:
    """Where a program is; the test fails, and is not left out, where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.fail(f"{name} is missing; install Debian's libreoffice-writer, libreoffice-calc and python3-uno")
    return path


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as line:
        port: int = line.getsockname()[1]
        return port


def write_profile(folder: Path, base: str) -> None:
    """A user's profile in which the checker is switched on and has an address."""
    items = "".join(
        f'<item oor:path="{CHECKER}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in (("IsEnabled", "true"), ("BaseURL", base))
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{items}</oor:items>', encoding="utf-8"
    )


@pytest.fixture(scope="module")
def served(world: Path) -> Iterator[str]:
    """The address of the service behind its own web server."""
    server = subprocess.Popen(
        [sys.executable, "-c", "from service.server import run; run(port=0, workers=1)"],
        cwd=ROOT,
        env={**os.environ, "GAZETTEER_HOME": str(world), "DATABASE_URL": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    said = server.stdout.readline()
    address = re.fullmatch(r"Listening on (http://127\.0\.0\.1:[0-9]+)\n", said)
    assert address, said
    yield address[1]
    server.send_signal(signal.SIGTERM)
    assert server.wait(SECONDS_TO_STOP) == 0
    server.stdout.close()


@pytest.fixture(scope="module")
def told(served: str, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What LibreOffice's checker says of each text."""
    profile = tmp_path_factory.mktemp("profile")
    write_profile(profile, f"{served}/v2")
    port = free_port()
    office = subprocess.Popen(
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
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", ASK, str(port), str(SECONDS_TO_START)],
            input=json.dumps([text for text, _, _ in TEXTS]),
            capture_output=True,
            text=True,
            timeout=2 * SECONDS_TO_START,
            check=False,
        )
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait(SECONDS_TO_STOP)
    assert asked.returncode == 0, asked.stderr
    said: list[Any] = json.loads(asked.stdout)
    return said


@pytest.mark.parametrize("place", range(len(TEXTS)), ids=[name for _, name, _ in TEXTS])
def test_libreoffice_marks_the_name_and_offers_what_is_right(told: list[Any], place: int) -> None:
    text, name, right = TEXTS[place]
    [[start, length, short, full, suggestions]] = told[place]
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == name
    assert suggestions[0] == right
    assert name in short
    assert full == "Name not in house style"
