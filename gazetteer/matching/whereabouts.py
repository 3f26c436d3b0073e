"""Whereabouts: what a question gives of where a name's bearer is, and how far a candidate fits that."""

import math

from gazetteer.model import Candidate, Kind, Query, Weighing

# The evidence of these.
WHERE = frozenset(("same_country", "nearby", "qualified"))
# A place this far from the position given is half as likely as one on the spot.
NEAR_KM = 60.0
KM_A_DEGREE = 111.2
ROUNDLY = 1.25  # so much farther from the middle of an area a place may still be in it


def same_country(asked: Query, candidate: Candidate) -> Weighing | None:
    """The country is the one that was given, or another."""
    if asked.country is None or candidate.country is None:
        return None
    return 1.0 if asked.country == candidate.country else -1.0, candidate.country


def nearby(asked: Query, candidate: Candidate) -> Weighing | None:
    """The place is near the position that was given, or far from it."""
    away = kilometres_off(asked, candidate)
    return None if away is None else (2 * 2.0 ** (-away / NEAR_KM) - 1, f"{away:,.0f} km")


def kilometres_off(asked: Query, candidate: Candidate) -> float | None:
    """How far a candidate is from the position that was given; None if there is none, or it is nowhere."""
    if asked.near is None or candidate.lat is None or candidate.lon is None:
        return None
    return _km(candidate.lat, candidate.lon, asked.near.lat, asked.near.lon)


def qualified(asked: Query, candidate: Candidate) -> Weighing | None:
    """What follows the comma names the candidate's country or region, as lists or other names have it, or another."""
    said = candidate.written.qualifier
    if said is None or candidate.country is None or not said.countries:
        return None
    if candidate.country not in said.countries:
        return -1.0, said.text
    if candidate.sort == "country":
        return -1.0, said.text  # nothing lies in itself, or in a part of it: *Kuwait, Kuwait*, *Ukraine, Kyiv*
    if candidate.country in said.whole:
        return 1.0, said.text
    itself = candidate.sort == "region" and candidate.region in said.regions
    if said.regions and candidate.region is not None and not itself:
        return 1.0 if candidate.region in said.regions else -0.5, said.text
    area = said.area
    if area is not None and area.country == candidate.country and area.km is not None:
        if candidate.lat is None or candidate.lon is None:
            return None
        away = _km(candidate.lat, candidate.lon, area.lat or 0.0, area.lon or 0.0)
        return 1.0 if away <= ROUNDLY * area.km + NEAR_KM else -0.5, said.text
    # Of a person or an organization no region is known; that it is in the country says nothing of its being there.
    return (0.5, said.text) if candidate.entity_kind is Kind.PLACE else None


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """How far two points are from each other, near enough for points near each other."""
    across = ((lon - other_lon + 180) % 360 - 180) * math.cos(math.radians(other_lat))
    return KM_A_DEGREE * math.hypot(lat - other_lat, across)
