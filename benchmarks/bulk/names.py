"""Real names by language, out of the project's own seeds; none of them taught the program which letters are likely."""

import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path

import orjson

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = ("countries", "regions", "features", "places_ua", "people", "organizations")
# Every so manieth entity of a large file is enough.
STEP = 7


@cache
def names() -> dict[str, list[str]]:
    """Names by the code of their language."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for file in FILES:
        with gzip.open(SEEDS / f"{file}.jsonl.gz") as lines:
            for at, line in enumerate(lines):
                if file in FILES[:3] or at % STEP == 0:
                    for name in orjson.loads(line)["names"]:
                        found[name.get("lang") or ""].setdefault(name["text"])
    return {language: list(texts) for language, texts in found.items()}


@cache
def countries(language: str) -> list[tuple[str, str]]:
    """Codes of countries and their names in a language."""
    found = []
    with gzip.open(SEEDS / "countries.jsonl.gz") as lines:
        for line in lines:
            country = orjson.loads(line)
            named = next((name["text"] for name in country["names"] if name.get("lang") == language), None)
            if named:
                found.append((country["country"], named))
    return found
