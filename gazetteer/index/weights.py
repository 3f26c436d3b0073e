"""How much an entity weighs against its namesakes: the logarithm of its importance.

One scale for all kinds, in powers of ten of inhabitants, so that "ten times as important" is a
difference of one. Sources rank people and organizations from 0 to 1; a place has a population.
"""

import math

COUNTRY_WEIGHT = 8.0
# A person or organization of importance 1 weighs as much as a city of some fifteen million.
IMPORTANCE_SCALE = 7.2
# A region weighs as much as its people in one city would: a hundred thousand if they are not known, ten million at
# most. That the bare name means the city rather than the region named after it is the matching's business.
REGION_SCALE, REGION_MOST = 8.0, 7.0
UNKNOWN_PLACE = 2.0


def entity_weight(kind: str, feature_type: str | None, population: int | None, importance: float) -> float:
    """The weight of an entity, about 0 (nobody knows it) to 8 (a country)."""
    if kind != "place":
        return importance * IMPORTANCE_SCALE
    if feature_type == "country":
        return COUNTRY_WEIGHT * importance if importance else COUNTRY_WEIGHT
    if population:
        return math.log10(population + 1)
    if feature_type == "region":
        return min(max(importance * REGION_SCALE, UNKNOWN_PLACE), REGION_MOST)
    return max(importance * IMPORTANCE_SCALE, UNKNOWN_PLACE) if importance else UNKNOWN_PLACE
