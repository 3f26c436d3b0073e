"""Qualifiers: what stands behind a comma in names of the gazetteer, and where the places lie that have such names.

Nobody need list the states of America in Urdu: of the places called *X، مسوری* all are in Missouri.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from gazetteer.keys import exact_key, form
from gazetteer.model import Area, Kind
from gazetteer.romanization.readings import name_texts
from gazetteer.text.generics import PARTING_SIGNS, split_qualifier

# So many places must have a qualifier, more where they lie all over a country, and so large a share in one country.
LEAST, LEAST_AFAR = 3, 10
SHARE = 0.9
SHORTEST = 3  # letters of a reading; what is shorter sounds as too much else does
# Of the places that have it, so large a share lies within its radius.
INSIDE = 0.9
# An area so large says no more than its country, in kilometres.
WIDEST = 1_500.0
KM_A_DEGREE = 111.2
PLACE = list(Kind).index(Kind.PLACE)  # as entities have it
_PARTING = re.compile("|".join(map(re.escape, PARTING_SIGNS)).encode())


def keys_of(qualifier: str, said: Iterable[str]) -> Sequence[str]:
    """The keys under which a qualifier is known: as it is written, and as what is said of it sounds.

    >>> keys_of("Missouri", ["misuri"])
    ['missouri', '~misuri']
    """
    written = exact_key(qualifier)
    sounding = dict.fromkeys(f"~{text}" for text in map(form, said) if len(text) >= SHORTEST)
    return [written, *sounding] if written else []


def learn(arrays: Mapping[str, Any], texts: Mapping[str, bytes]) -> dict[str, Sequence[Any]]:
    """By key of each qualifier that names have: the fields of its area."""
    having: defaultdict[str, set[int]] = defaultdict(set)
    known_as = cache(lambda text: keys_of(text, name_texts(text)))
    blob, starts, owners = texts["name_text"], arrays["name_start"], arrays["name_entity"]
    found = np.fromiter((match.start() for match in _PARTING.finditer(blob)), dtype=np.int64)
    for name in np.unique(np.searchsorted(starts, found, side="right") - 1).tolist():
        split = split_qualifier(blob[starts[name] : starts[name + 1]].decode())
        if split is not None and arrays["entity_kind"][owners[name]] == PLACE:
            for key in known_as(split[1]):
                having[key].add(int(owners[name]))
    areas = {key: area for key in sorted(having) if (area := _area(sorted(having[key]), arrays)) is not None}
    return {key: list(area) for key, area in areas.items()}


def _area(positions: Sequence[int], arrays: Mapping[str, Any]) -> Area | None:
    """Where places lie; None if there are too few, or they are all over the world."""
    if len(positions) < LEAST:
        return None
    codes = [code for code in arrays["entity_country"][positions].tolist() if code]
    code, count = Counter(codes).most_common(1)[0] if codes else (0, 0)
    if count < max(LEAST, SHARE * len(positions)):
        return None
    inside = [place for place in positions if arrays["entity_country"][place] == code]
    country = chr(code >> 8) + chr(code & 255)
    lat, lon = arrays["entity_lat"][inside].astype(float), arrays["entity_lon"][inside].astype(float)
    middle = float(np.median(lat)), float(np.median(lon))
    away = KM_A_DEGREE * np.hypot(lat - middle[0], (lon - middle[1]) * np.cos(np.radians(middle[0])))
    radius = float(np.quantile(away, INSIDE))
    if not radius <= WIDEST:  # nor if one of them lies nowhere
        return Area(country) if count >= LEAST_AFAR else None
    return Area(country, round(middle[0], 3), round(middle[1], 3), round(radius, 1))
