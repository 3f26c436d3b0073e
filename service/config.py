"""Settings: read once, from what the caller hands over and then from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PORT_USUAL = 8000
WORKERS_USUAL = 2
BODY_MOST = 8 * 1024 * 1024  # bytes; a batch of 1,000 long names needs a tenth of it
FORM_FIELDS_MOST = 8 * 1024 * 1024  # bytes of a form beside its file


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the gazetteer is and where the service listens."""

    home: Path
    database_url: str | None
    port: int
    workers: int
    languagetool_upstream: str | None = None


def settings(values: Mapping[str, str]) -> Settings:
    """The settings that environment-like values describe; what is missing or blank has its default."""
    return Settings(
        home=Path(values.get("GAZETTEER_HOME") or "var"),
        database_url=values.get("DATABASE_URL") or None,
        port=_whole(values, "PORT", PORT_USUAL),
        workers=_whole(values, "WEB_CONCURRENCY", WORKERS_USUAL),
        languagetool_upstream=_address(values, "LANGUAGETOOL_UPSTREAM"),
    )


def _whole(values: Mapping[str, str], key: str, usual: int) -> int:
    text = values.get(key) or str(usual)
    if not (text.isascii() and text.isdigit()):
        raise SystemExit(f"{key} must be a whole number such as {usual}, not {text!r}.")
    return int(text)


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
