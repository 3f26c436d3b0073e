"""``serve``: answers on 127.0.0.1, from an index that may be answered from, until it is told to stop."""

import json
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.conftest import ROOT, Run, command, refusal, surroundings
from tests.cli.test_index_command import change, snapshot

SECONDS = 60  # until a server that is started must have said where, and one that is stopped must be gone


@contextmanager
def serving(home: Path, *words: str, **around: str) -> Iterator[tuple[str, Path]]:
    """The address of a server that is started and stopped, and the file with what it said on standard error."""
    said = home / "serve.log"
    with said.open("w") as errors:
        server = subprocess.Popen(
            command("serve", "--workers", "1", *words),
            cwd=ROOT,
            env=surroundings(home) | around,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        assert server.stdout is not None
        line = server.stdout.readline()
        address = re.fullmatch(r"Listening on (http://127\.0\.0\.1:[0-9]+)\n", line)
        try:
            assert address, f"{line}{said.read_text()}"
            yield address[1], said
        finally:
            server.send_signal(signal.SIGTERM)
            code = server.wait(SECONDS)
            server.stdout.close()
    assert code == 0


def canonical(address: str) -> str | None:
    """What a server answers to a spelling."""
    with urlopen(f"{address}/normalize?name=Bakhmout", timeout=SECONDS) as answer:
        name: str | None = json.load(answer)["canonical"]
    return name


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def test_it_listens_at_the_port_of_the_environment_until_it_is_told_to_stop(other: Path) -> None:
    before, port = snapshot(other), free_port()
    with serving(other, PORT=str(port)) as (address, said):
        assert address == f"http://127.0.0.1:{port}"
        assert canonical(address) == "Bakhmut"
    assert said.read_text() == ""
    assert snapshot(other) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=SECONDS)


def test_a_port_that_is_given_goes_before_the_environment(other: Path) -> None:
    with serving(other, "--port", "0", PORT="1") as (address, _):
        assert canonical(address) == "Bakhmut"


def test_a_damaged_index_is_built_before_it_answers(other: Path) -> None:
    path = snapshot(other) / "record.bin"
    path.write_bytes(path.read_bytes()[:-1])
    with serving(other, "--port", "0") as (address, said):
        assert canonical(address) == "Bakhmut"
        assert "Building the index: The index file record.bin is damaged." in said.read_text()


def test_an_index_of_other_rules_is_built_before_it_answers(other: Path) -> None:
    change(other, "rules", "0")
    with serving(other, "--port", "0") as (address, said):
        assert canonical(address) == "Bakhmut"
        assert "Building the index: The index was built with other rules." in said.read_text()


def test_a_port_in_use_is_said_before_an_index_is_built(run: Run, other: Path) -> None:
    change(other, "rules", "0")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        said = refusal(run("serve", "--port", port, home=other))
    assert said == f"Port {port} on 127.0.0.1 is in use; choose another with --port or PORT."


@pytest.mark.parametrize(
    ("port", "text"),
    [
        ("80000", "A port is a whole number from 0 to 65535, not 80000."),
        ("http", "PORT must be a whole number such as 8000, not 'http'."),
    ],
)
def test_a_port_that_is_none_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, port: str, text: str) -> None:
    monkeypatch.setenv("PORT", port)
    assert refusal(run("serve")) == text


def test_an_address_of_another_machine_is_said(run: Run) -> None:
    # 192.0.2.1 is kept for documentation: no machine has it.
    said = refusal(run("serve", "--host", "192.0.2.1", "--port", "0"))
    assert said.startswith("This address cannot be listened on: ")


def test_without_a_gazetteer_it_says_what_to_run(run: Run, tmp_path: Path) -> None:
    said = run("serve", "--port", "0", home=tmp_path)
    assert "python -m gazetteer init" in refusal(said)
    assert said.stdout == ""
