"""Candidates, made up: only what a test speaks of is said, the rest is of no account."""

from typing import Any

from gazetteer.keys import form
from gazetteer.matching.decision import GROUNDS
from gazetteer.matching.evidence import EVIDENCE
from gazetteer.matching.weights import Weights
from gazetteer.model import Area, Candidate, Kind, Name, NameKind, Qualifier, Reading, Stage, Written
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

NAME_FIELDS = {"language", "shown", "preferred", "case_sensitive", "inferred"}
WRITTEN_FIELDS = {"qualifier", "generic", "is_base"}
CANADA = Qualifier("Canada", frozenset({"CA"}), frozenset({"CA"}))
ONTARIO = Qualifier("Ontario", frozenset({"CA"}), regions=frozenset({7}))
GEORGIA = Qualifier("Georgia", frozenset({"GE", "US"}), frozenset({"GE"}), frozenset({7}))
NOWHERE = Qualifier("Xyz")
VELMARIA = Qualifier("Velmaria", frozenset({"US"}), area=Area("US", 40.0, -100.0, 80.0))


def candidate(text: str = "Zorvik", asked: str = "Zorvik", **fields: Any) -> Candidate:
    """A name of the gazetteer, offered for what was asked; by default a place's, found by likeness.

    Fields of the name and of the written form are given by the side of the candidate's own;
    `name_kind` is the name's, `reading` the text and the orthography of the reading.
    """
    of_name = {key: fields.pop(key) for key in NAME_FIELDS & set(fields)}
    of_written = {key: fields.pop(key) for key in WRITTEN_FIELDS & set(fields)}
    language = of_name.pop("language", None)
    name = Name(text, language, fields.pop("name_kind", NameKind.VARIANT), **of_name)
    read = fields.pop("reading", None)
    usual = {
        "key": 1, "entity_kind": Kind.PLACE, "sort": "settlement", "country": None, "region": None,
        "lat": None, "lon": None,
        "weight": 3.0, "name": name, "script": script_of(text), "stage": Stage.LIKENESS,
        "written": Written(asked, fold(asked), script_of(asked), (), **of_written),
        "reading": Reading(*read) if read else None,
        "form": fold(text).replace(" ", ""), "form_alike": 0.9, "skeleton_alike": 0.9,
    }  # fmt: skip
    whole = usual | fields
    return Candidate(**{"said": form(read[0]) if read else whole["form"]} | whole)


def made_up_weights(**changed: Any) -> Weights:
    """Weights under which every piece of evidence counts once and the ground of a probability is a constant."""
    usual = {
        "evidence": {function.__name__: 1.0 for function in EVIDENCE},
        "confidence": {"constant": 3.0, **dict.fromkeys(GROUNDS, 0.0)},
        "threshold": 0.7,
        "margin": 0.1,
        "exact": 0.0,
        "namesake": {
            "least": 0.7,
            "three_times": 0.75,
            "ten_times": 0.8,
            "per_power": 0.05,
            "most": 0.9,
            "told_apart": 0.95,
        },
    }
    return Weights(**usual | changed)
