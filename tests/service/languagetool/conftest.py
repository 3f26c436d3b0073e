"""A client of the protocol, and an upstream server that behaves as it is told."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from flask.testing import FlaskClient

from service import create_app

HERE = Path(__file__).parent
SLOW = 30.0  # seconds; longer than anybody waits


def recorded(name: str) -> Any:
    """What one of the files of this folder holds."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


@dataclass
class Behaviour:
    """How the upstream server answers, and what it was asked."""

    status: int = 200
    body: bytes = b"{}"
    seconds: float = 0.0  # before it answers
    drip: float = 0.0  # before each byte of the answer
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@dataclass
class OtherServer:
    """A server of this process that speaks as a LanguageTool does, or fails as one may."""

    url: str
    behaviour: Behaviour


@pytest.fixture
def other() -> Iterator[OtherServer]:
    """The upstream server, on a port the system chose."""
    behaviour, over = Behaviour(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
            behaviour.asked.append((self.path, dict(parse_qsl(data, keep_blank_values=True))))
            over.wait(behaviour.seconds)
            try:
                self.send_response(behaviour.status)
                for name, value in {"Content-Length": str(len(behaviour.body)), **behaviour.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for at in range(0, len(behaviour.body), 1 if behaviour.drip else len(behaviour.body)):
                    self.wfile.write(behaviour.body[at : at + (1 if behaviour.drip else len(behaviour.body))])
                    over.wait(behaviour.drip)
            except OSError:
                pass  # nobody waits for it any more

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield OtherServer(f"http://127.0.0.1:{server.server_port}/v2", behaviour)
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def beside(world_of_its_own: Path) -> Callable[[str], FlaskClient]:
    """A service that has another LanguageTool at an address."""

    def made(url: str) -> FlaskClient:
        return create_app(
            {"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": "", "LANGUAGETOOL_UPSTREAM": url}
        ).test_client()

    return made


def ask(client: FlaskClient, text: str, *, path: str = "/v2/check", **fields: str) -> dict[str, Any]:
    """The answer on a text."""
    answer = client.post(path, data={"language": "en-US", "text": text, **fields})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json
    return said


def ask_annotated(client: FlaskClient, *parts: dict[str, str], **fields: str) -> dict[str, Any]:
    """The answer on a text with its markup apart."""
    data = json.dumps({"annotation": parts})
    answer = client.post("/v2/check", data={"language": "en-US", "data": data, **fields})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json
    return said


def cut(text: str, match: dict[str, Any]) -> str:
    """What a match stands for, cut out of a text as Java, JavaScript and LibreOffice cut: by UTF-16 units."""
    units = text.encode("utf-16-le")
    start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
    return units[start:end].decode("utf-16-le")


def marked(text: str, said: dict[str, Any]) -> list[tuple[str, str]]:
    """What is marked, and what would be put in first."""
    return [(cut(text, match), match["replacements"][0]["value"]) for match in said["matches"]]
