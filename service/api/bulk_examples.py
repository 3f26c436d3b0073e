"""Examples of jobs, as the description of the service shows them."""

from collections.abc import Mapping
from typing import Any

GUESS: Mapping[str, Any] = {
    "format": "csv",
    "called": "delimited text",
    "compression": None,
    "findings": [{"what": "encoding", "value": "UTF-8", "why": "all letters are read so"}],
    "notes": [],
    "dialect": {"encoding": "utf-8", "delimiter": ",", "quote": '"', "header": True},
    "sheets": [],
    "columns": ["city", "population"],
    "column_count": 2,
    "rows": [["Bakhmout", "71000"]],
    "rejected": [],
}
BEGUN: Mapping[str, Any] = {
    "id": "0123456789abcdef0123456789abcdef",
    "state": "queued",
    "stopping": False,
    "error": None,
    "name": "cities.csv",
    "size": 32,
    "made": "2026-11-27T12:00:00+00:00",
    "expires": None,
    "settings": {"column": "city"},
    "guess": GUESS,
    "progress": None,
    "distinct": None,
    "to_review": None,
    "unwritable": None,
    "notices": [],
    "picture": None,
    "result": None,
    "files": [],
}
JOB: Mapping[str, Any] = {
    **BEGUN,
    "state": "finished",
    "expires": "2026-12-04T12:00:01+00:00",
    "progress": {
        "rows": 1,
        "rejected": 0,
        "blank": 0,
        "read": 32,
        "size": 32,
        "resolved": 1,
        "decisions": {"linked": 1},
        "seconds": 0.1,
        "rate": 10.0,
        "remaining": 0.0,
    },
    "distinct": 1,
    "to_review": 0,
    "unwritable": 0,
    "notices": [],
    "picture": {
        "places": [{"id": "geonames-713174", "canonical": "Bakhmut", "lat": 48.59, "lon": 38.0, "rows": 1}],
        "entities": 1,
        "unknown": [],
    },
    "result": "cities-clean.csv",
    "files": ["result", "review"],
}
NAMES: Mapping[str, Any] = {
    "roles": ["name"],
    "anew": False,
    "columns": ["city", "population"],
    "names": [
        {
            "values": ["Beni"],
            "rows": 3,
            "first": 17,
            "decision": "ambiguous",
            "confidence": 0.48,
            "why": "‘Beni’ may be several places.",
            "chosen": False,
            "entity": None,
            "canonical": None,
            "candidates": [
                {
                    "id": "geonames-218253",
                    "canonical": "Beni",
                    "description": "city, DR Congo",
                    "confidence": 0.48,
                    "name": "Beni",
                }
            ],
            "sample": ["Beni", "350000"],
        }
    ],
}
