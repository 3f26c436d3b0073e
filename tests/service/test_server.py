"""The service behind its own web server: what the application alone cannot answer for."""

import json
import socket
from urllib.parse import urlsplit


def send(address: str, request: bytes) -> tuple[bytes, dict]:
    """The head and the JSON of the answer to a request, sent as it is."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(request)
        answer = b""
        while data := line.recv(65536):
            answer += data
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, json.loads(body)


def get(target: str) -> bytes:
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


def test_it_answers(served: str) -> None:
    head, said = send(served, get("/normalize?name=Bakhmout"))
    assert head.startswith(b"HTTP/1.1 200")
    assert said["canonical"] == "Bakhmut"


def test_an_address_too_long_is_a_problem_too(served: str) -> None:
    head, said = send(served, get("/normalize?name=" + "a" * 100_000))
    assert head.startswith(b"HTTP/1.1 414")
    assert b"application/problem+json" in head
    assert "POST" in said["detail"]


def test_what_is_no_http_is_a_problem_too(served: str) -> None:
    head, said = send(served, b"GET /normalize HTTP/1.1\r\nno header\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert said["title"] == "Bad request"


def test_a_body_in_chunks_has_the_same_limit(served: str) -> None:
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    head = (
        b"POST /normalize HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    answered, said = send(served, head + chunk * 8 + b"1\r\n \r\n0\r\n\r\n")
    assert answered.startswith(b"HTTP/1.1 413")
    assert "8 MiB" in said["detail"]


def test_a_client_that_sends_all_of_a_refused_body_before_it_listens_is_told_why(served: str) -> None:
    size = 24 * 2**20
    head = (
        b"POST /bulk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        b"Content-Type: text/csv\r\nContent-Length: %d\r\n\r\n" % size
    )
    answered, said = send(served, head + bytes(size))
    assert answered.startswith(b"HTTP/1.1 415")
    assert "form" in said["detail"]


def test_clients_that_say_nothing_hold_nobody_up(served: str) -> None:
    parts = urlsplit(served)
    idle = [socket.create_connection((parts.hostname, parts.port)) for _ in range(3)]
    try:
        assert send(served, get("/healthz"))[1] == {"status": "alive"}
    finally:
        for line in idle:
            line.close()
