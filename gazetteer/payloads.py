"""Answers as JSON: the shapes in which a decision leaves the program, over HTTP and on the command line alike.

Field by field, in the order of the contract; there is one such shape, and nobody else writes it.
"""

from typing_extensions import TypedDict

from gazetteer.model import Decision, Entity, Evidence, Kind, Match, Name, NameKind, Outcome, Relation


class EntityPayload(TypedDict):
    """The place, person or organization named; its canonical form is the default style's."""

    id: str
    kind: Kind
    canonical: str
    country: str | None
    description: str | None
    lat: float | None
    lon: float | None
    identifiers: dict[str, str]


class NamePayload(TypedDict):
    """The written form that matched, its language where known."""

    text: str
    language: str | None
    kind: NameKind


class EvidencePayload(TypedDict):
    """One reason for or against, and what it saw."""

    name: str
    score: float
    detail: str


class CandidatePayload(TypedDict):
    """An entity that may be meant, with its probability and the evidence."""

    entity: EntityPayload
    confidence: float
    relation: Relation
    name: NamePayload
    evidence: list[EvidencePayload]


class DecisionPayload(TypedDict):
    """Which entity a name means, or that nobody knows, and why.

    ``confidence`` is the probability that the first candidate is meant, whatever the decision.
    ``canonical``, ``entity`` and ``relation`` are null unless linked.
    """

    query: str
    decision: Outcome
    canonical: str | None
    entity: EntityPayload | None
    confidence: float
    relation: Relation | None
    why: str
    candidates: list[CandidatePayload]
    gazetteer_version: int


def decision(decided: Decision) -> DecisionPayload:
    """The decision on one name."""
    return {
        "query": decided.query,
        "decision": decided.outcome,
        "canonical": decided.canonical,
        "entity": None if decided.entity is None else entity(decided.entity),
        "confidence": decided.confidence,
        "relation": decided.relation,
        "why": decided.why,
        "candidates": [candidate(match) for match in decided.matches],
        "gazetteer_version": decided.gazetteer_version,
    }


def entity(meant: Entity) -> EntityPayload:
    """An entity, without its names."""
    return {
        "id": meant.id,
        "kind": meant.kind,
        "canonical": meant.canonical,
        "country": meant.country,
        "description": meant.description,
        "lat": meant.lat,
        "lon": meant.lon,
        "identifiers": dict(meant.identifiers),
    }


def candidate(match: Match) -> CandidatePayload:
    """A candidate entity with its evidence."""
    return {
        "entity": entity(match.entity),
        "confidence": match.confidence,
        "relation": match.relation,
        "name": name(match.name),
        "evidence": [evidence(Evidence(*one)) for one in match.evidence],
    }


def name(form: Name) -> NamePayload:
    """The form that matched."""
    return {"text": form.text, "language": form.language, "kind": form.kind}


def evidence(reason: Evidence) -> EvidencePayload:
    """One reason."""
    return {"name": reason.name, "score": reason.score, "detail": reason.detail}
