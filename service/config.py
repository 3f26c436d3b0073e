"""Settings: read once, from what the caller hands over and then from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PORT_USUAL = 8000
WORKERS_USUAL = 2
BODY_MOST = 8 * 1024 * 1024  # bytes; a batch of 1,000 long names needs a tenth of it


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the gazetteer is and where the service listens."""

    home: Path
    database_url: str | None
    port: int
    workers: int


def settings(values: Mapping[str, str]) -> Settings:
    """The settings that environment-like values describe; what is missing or blank has its default."""
    return Settings(
        home=Path(values.get("GAZETTEER_HOME") or "var"),
        database_url=values.get("DATABASE_URL") or None,
        port=_whole(values, "PORT", PORT_USUAL),
        workers=_whole(values, "WEB_CONCURRENCY", WORKERS_USUAL),
    )


def _whole(values: Mapping[str, str], key: str, usual: int) -> int:
    text = values.get(key) or str(usual)
    if not (text.isascii() and text.isdigit()):
        raise SystemExit(f"{key} must be a whole number such as {usual}, not {text!r}.")
    return int(text)
