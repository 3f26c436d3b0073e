"""A LibreOffice without a screen; where there is none the tests fail, because nobody would miss tests that are skipped."""

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("drive.py")
PYTHON = "/usr/bin/python3"  # LibreOffice's bridge is installed for the system's own
SECONDS = 600
Settle = Callable[[Mapping[str, bytes]], dict[str, tuple[bytes, bytes]]]


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port on which one office, with a profile of its own, takes orders."""
    program = shutil.which("soffice")
    if program is None or subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode:
        pytest.fail("LibreOffice or its Python bridge is missing; `make test-office` installs both")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    office = subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}",
            "--headless",
            "--invisible",
            "--norestore",
            f"--accept=socket,host=127.0.0.1,port={number};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield number
    import os
    import signal

    os.killpg(office.pid, signal.SIGTERM)
    office.wait(30)


@pytest.fixture(scope="session")
def settle(port: int, tmp_path_factory: pytest.TempPathFactory) -> Settle:
    """Opens documents and gives of each what LibreOffice saves, once with every change accepted, once with all rejected."""

    def settled(documents: Mapping[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
        folder = tmp_path_factory.mktemp("documents")
        paths = {name: folder / f"{number:03}.docx" for number, name in enumerate(documents)}
        for name, path in paths.items():
            path.write_bytes(documents[name])
        said = subprocess.run(
            [PYTHON, str(DRIVER), str(port), str(folder)], capture_output=True, text=True, timeout=SECONDS
        )
        assert (said.returncode, said.stdout) == (0, ""), said.stdout + said.stderr
        return {
            name: (path.with_suffix(".accepted.docx").read_bytes(), path.with_suffix(".rejected.docx").read_bytes())
            for name, path in paths.items()
        }

    return settled
