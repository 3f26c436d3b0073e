"""Settings: read once, from what the caller hands over and then from the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

PORT_USUAL = 8000
WORKERS_USUAL = 2
BODY_MOST = 8 * 1024 * 1024  # bytes; a batch of 1,000 long names needs a tenth of it
FORM_FIELDS_MOST = 8 * 1024 * 1024  # bytes of a form beside its file
UPLOAD_MOST = 2 * 2**30  # bytes of a file in bulk
KEPT_DAYS = 7
JOBS_USUAL = 2
DAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class BulkSettings:
    """How jobs are done: how much they take, how many at once, how long they are kept, and where they queue."""

    upload_most: int = UPLOAD_MOST
    kept: float = KEPT_DAYS * DAY  # seconds
    jobs: int = JOBS_USUAL
    workers: int = 1  # processes that resolve the names of one job
    redis_url: str | None = None  # without one the queue is a file


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the gazetteer is and where the service listens."""

    home: Path
    database_url: str | None
    port: int
    workers: int
    languagetool_upstream: str | None = None
    bulk: BulkSettings = BulkSettings()


def settings(values: Mapping[str, str]) -> Settings:
    """The settings that environment-like values describe; what is missing or blank has its default."""
    return Settings(
        home=Path(values.get("GAZETTEER_HOME") or "var"),
        database_url=values.get("DATABASE_URL") or None,
        port=_whole(values, "PORT", PORT_USUAL),
        workers=_whole(values, "WEB_CONCURRENCY", WORKERS_USUAL),
        languagetool_upstream=_address(values, "LANGUAGETOOL_UPSTREAM"),
        bulk=BulkSettings(
            upload_most=_whole(values, "BULK_UPLOAD_MOST", UPLOAD_MOST),
            kept=_number(values, "BULK_KEPT_DAYS", KEPT_DAYS) * DAY,
            jobs=max(1, _whole(values, "BULK_JOBS", JOBS_USUAL)),
            workers=max(1, _whole(values, "BULK_WORKERS", os.cpu_count() or 1)),
            redis_url=_redis(values, "BULK_REDIS_URL"),
        ),
    )


def _whole(values: Mapping[str, str], key: str, usual: int) -> int:
    text = values.get(key) or str(usual)
    if not (text.isascii() and text.isdigit()):
        raise SystemExit(f"{key} must be a whole number such as {usual}, not {text!r}.")
    return int(text)


def _number(values: Mapping[str, str], key: str, usual: float) -> float:
    text = values.get(key) or str(usual)
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        raise SystemExit(f"{key} must be a number such as {usual} or 0.5, not {text!r}.")
    return float(text)


def _redis(values: Mapping[str, str], key: str) -> str | None:
    text = (values.get(key) or "").strip()
    if not text:
        return None
    if not re.match(r"(rediss?|unix)://.", text):
        raise SystemExit(f"{key} must be an address such as redis://127.0.0.1:6379/0.")
    if find_spec("redis") is None:
        raise SystemExit(
            f"{key} needs the library redis, which is not installed here; install it with "
            "`pip install -r requirements-redis.txt`, or leave the setting out: the queue is a file then."
        )
    return text


def _address(values: Mapping[str, str], key: str) -> str | None:
    text = (values.get(key) or "").strip()
    if not text:
        return None
    example = f"{key} must be an address such as http://127.0.0.1:8081/v2"
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or not text.isascii() or parts.query or parts.fragment or parts.username:
        raise SystemExit(f"{example}, without a query or a password in it.")
    return text
