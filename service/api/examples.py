"""Examples of requests and answers, as the description of the service shows them: one story of one name.

They are literal, so that a reader of the description sees real values; the tests hold them to the shapes.
"""

from collections.abc import Mapping
from typing import Any

STORY = "The battle for Bakhmout goes on."
BAKHMUT: Mapping[str, Any] = {
    "id": "geonames-713174",
    "kind": "place",
    "canonical": "Bakhmut",
    "country": "UA",
    "description": "city, Ukraine",
    "lat": 48.59,
    "lon": 38.0,
    "identifiers": {"geonames": "713174"},
}
DECISION: Mapping[str, Any] = {
    "query": "Bakhmout",
    "decision": "linked",
    "canonical": "Bakhmut",
    "entity": BAKHMUT,
    "confidence": 0.99,
    "relation": "romanization",
    "why": "‘Bakhmout’ is how French writes Бахмут.",
    "candidates": [
        {
            "entity": BAKHMUT,
            "confidence": 0.99,
            "relation": "romanization",
            "name": {"text": "Бахмут", "language": "uk", "kind": "endonym"},
            "evidence": [{"name": "same_reading", "score": 1.0, "detail": "fr-Latn ~ uk-Cyrl"}],
        }
    ],
    "gazetteer_version": 12,
}
MENTION: Mapping[str, Any] = {
    "start": 15,
    "end": 23,
    "start_utf16": 15,
    "end_utf16": 23,
    "surface": "Bakhmout",
    "kind": "place",
    "decision": "linked",
    "entity": BAKHMUT,
    "class": "house_style",
    "replacement": "Bakhmut",
    "alternatives": [],
    "confidence": 0.99,
    "relation": "romanization",
    "why": "‘Bakhmout’ is how French writes Ukrainian Бахмут; the gazetteer’s form is Bakhmut.",
    "cluster": 1,
}
SUMMARY: Mapping[str, Any] = {
    "entity": BAKHMUT,
    "mentions": 1,
    "wrong": 0,
    "house_style": 1,
    "replacement": "Bakhmut",
}
CHECKED: Mapping[str, Any] = {
    "mentions": [MENTION],
    "corrected": STORY.replace("Bakhmout", "Bakhmut"),
    "summary": [SUMMARY],
    "guessed_source_language": {"language": "fr", "confidence": 0.72},
    "gazetteer_version": 12,
    "language": "en",
    "style": "default",
    "warning": None,
}
CHECKED_DOCUMENT: Mapping[str, Any] = {**CHECKED, "text": STORY}
CHECKED_XLIFF: Mapping[str, Any] = {
    "version": "1.2",
    "mentions": [{"file": "story.html", "unit": "1", "segment": None, "fixed": True, "left": None, **MENTION}],
    "parts": [
        {
            "source_language": "fr",
            "language": "en",
            "style": "default",
            "segments": 1,
            "summary": [SUMMARY],
            "guessed_source_language": {"language": "fr", "confidence": 1.0},
        }
    ],
    "gazetteer_version": 12,
}
NORMALIZE_ASKS: Mapping[str, Any] = {
    "one": {"name": "Bakhmout", "language": "fr"},
    "near": {"name": "Balakliia", "kind": "place", "near": [49.5, 36.8], "limit": 3},
    "many": {"names": ["Bakhmout", {"name": "Syrsky", "kind": "person"}], "language": "fr"},
}
CHECK_ASKS: Mapping[str, Any] = {
    "text": {"text": STORY, "language": "en", "fix": "all"},
    "html": {
        "text": "<p>The <b>Tschernihiw</b> region, said &quot;Selenskyj&quot;</p>",
        "format": "html",
        "source_language": "de",
        "style": "ap",
        "fix": "all",
        "quotations": False,
    },
    "markdown": {"text": "# Kiev\n\nChicken Kiev", "format": "markdown", "ignore": [[8, 20]]},
    "source": {
        "text": "They met in Beni.",
        "source_language": "fr",
        "source_text": "Ils se sont rencontrés à Beni.",
    },
}
CHERNIHIV = "Чернігів"
NATIONAL: Mapping[str, Any] = {
    "id": "uk-Cyrl/national-2010",
    "system": "national-2010",
    "name": "Ukrainian national system",
    "authority": "Cabinet of Ministers of Ukraine",
    "year": 2010,
    "source": "Resolution 55 of 27 January 2010",
    "target_language": None,
    "reversible": False,
}
POLISH: Mapping[str, Any] = {
    "id": "uk-Cyrl/press-pl",
    "system": "press-pl",
    "name": "Polish transcription",
    "authority": "Wydawnictwo Naukowe PWN",
    "year": None,
    "source": "Słownik ortograficzny PWN, transcription of Ukrainian",
    "target_language": "pl",
    "reversible": False,
}
AS_IT_STANDS: Mapping[str, Any] = {"certain": True, "others": [], "lossy": True, "unmapped": []}
TRANSLITERATED: Mapping[str, Any] = {
    "text": CHERNIHIV,
    "language": "uk",
    "language_name": "Ukrainian",
    "script": "Cyrl",
    "guessed_language": {"language": "uk", "confidence": 0.99, "others": []},
    "from": None,
    "entity": {
        "id": "geonames-710735",
        "kind": "place",
        "canonical": "Chernihiv",
        "description": "city, Chernihiv Oblast, Ukraine",
    },
    "forms": [
        {"text": "Chernihiv", **AS_IT_STANDS, "recorded": [], **NATIONAL},
        {"text": "Czernihiw", **AS_IT_STANDS, "recorded": ["Czernihów"], **POLISH},
    ],
}
TRANSLITERATE_ASKS: Mapping[str, Any] = {
    "all": {"text": CHERNIHIV, "language": "uk", "systems": "all"},
    "guessed": {"text": f"<p>{CHERNIHIV}, 1941</p>", "language": "auto", "systems": ["national-2010", "press-fr"]},
    "back": {"text": "Tchernihiv", "from": {"system": "press-fr"}, "systems": ["national-2010"]},
}
EXPLAINED: Mapping[str, Any] = {
    "text": "Tchernihiv",
    "native": CHERNIHIV,
    "systems": [
        {
            "id": "uk-Cyrl/press-fr",
            "system": "press-fr",
            "language": "uk",
            "language_name": "Ukrainian",
            "script": "Cyrl",
            "name": "French press usage",
            "authority": None,
            "year": None,
            "source": "French press usage: Le Monde and Agence France-Presse, 2014 to 2024",
            "note": None,
            "target_language": "fr",
            "reversible": False,
            "exact": True,
            "known": False,
            "candidates": [CHERNIHIV],
            "complete": True,
            "why": "‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів.",
        }
    ],
}
EXPLAIN_ASKS: Mapping[str, Any] = {
    "native": {"text": "Tchernihiv", "native": CHERNIHIV},
    "alone": {"text": "Selenskyj", "language": "uk"},
}
