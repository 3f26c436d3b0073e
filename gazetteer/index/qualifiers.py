"""Qualifiers: what stands behind a comma in names of the gazetteer, and where the places lie that have such names.

Nobody need list the states of America in Urdu: of the places called *X، مسوری* all are in Missouri. What stands in
brackets is not heeded, since it often says what a place is, and not where.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gazetteer.keys import exact_key
from gazetteer.model import Area, Kind
from gazetteer.text.generics import COMMAS, is_generic, split_qualifier

# So many places must have a qualifier, more where they do not lie close together, in kilometres; and so large a share
# of them lies in one country.
LEAST, CLOSE, LEAST_AFAR = 3, 150.0, 10
SHARE = 0.9
# Of the places that have it, so large a share lies within its radius.
INSIDE = 0.9
# An area so large says no more than its country, in kilometres.
WIDEST = 1_500.0
KM_A_DEGREE = 111.2
PLACE = list(Kind).index(Kind.PLACE)  # as entities have it
_PARTING = re.compile("|".join(map(re.escape, COMMAS)).encode())
_COMMA = re.compile(rf"\s*[{COMMAS}]")


def learn(arrays: Mapping[str, Any], texts: Mapping[str, bytes]) -> dict[str, Sequence[Any]]:
    """By exact key of each qualifier that names have: the fields of its area."""
    having: defaultdict[str, set[int]] = defaultdict(set)
    blob, starts, owners = texts["name_text"], arrays["name_start"], arrays["name_entity"]
    found = np.fromiter((match.start() for match in _PARTING.finditer(blob)), dtype=np.int64)
    for name in np.unique(np.searchsorted(starts, found, side="right") - 1).tolist():
        if arrays["entity_kind"][owners[name]] == PLACE:
            key = _key(blob[starts[name] : starts[name + 1]].decode())
            if key:
                having[key].add(int(owners[name]))
    areas = {key: area for key in sorted(having) if (area := _area(sorted(having[key]), arrays)) is not None}
    return {key: list(area) for key, area in areas.items()}


def _key(name: str) -> str:
    """The key of what stands behind the comma of a name; empty if nothing does, or a word for a sort of place."""
    split = split_qualifier(name)
    if split is None or not _COMMA.match(name, len(split[0])) or is_generic(split[1]):
        return ""
    return exact_key(split[1])


def _area(positions: Sequence[int], arrays: Mapping[str, Any]) -> Area | None:
    """Where places lie; None if there are too few, or they are all over the world."""
    if len(positions) < LEAST:
        return None
    codes = [code for code in arrays["entity_country"][positions].tolist() if code]
    code, count = Counter(codes).most_common(1)[0] if codes else (0, 0)
    if count < max(LEAST, SHARE * len(positions)):
        return None
    country = chr(code >> 8) + chr(code & 255)
    inside = [place for place in positions if arrays["entity_country"][place] == code]
    lat, lon = arrays["entity_lat"][inside].astype(float), arrays["entity_lon"][inside].astype(float)
    known = ~np.isnan(lat + lon)
    if known.sum() < LEAST:
        return Area(country) if count >= LEAST_AFAR else None
    lat, lon = lat[known], lon[known]
    lon = lon[0] + _turned(lon - lon[0])
    middle = float(np.median(lat)), float(np.median(lon))
    away = KM_A_DEGREE * np.hypot(lat - middle[0], (lon - middle[1]) * np.cos(np.radians(middle[0])))
    radius = float(np.quantile(away, INSIDE))
    if count < LEAST_AFAR and radius > CLOSE:
        return None
    if radius > WIDEST:
        return Area(country)
    return Area(country, round(middle[0], 3), round(float(_turned(middle[1])), 3), round(radius, 1))


def _turned(degrees: Any) -> Any:
    """Degrees of longitude from -180 to 180."""
    return (degrees + 180) % 360 - 180
