"""A small map of where an entity is: the window of the world that is shown, in degrees.

It is drawn over the outline of land that the service ships; no other host is asked.
"""

from dataclasses import dataclass
from math import cos, radians

from gazetteer.model import Entity

WIDE = 40.0  # degrees of longitude
RATIO = 0.5  # of height to width
POLE = 78.0  # latitudes are stretched as at this one at most


@dataclass(frozen=True, slots=True)
class Locator:
    """Where the dot is, how far latitudes are stretched, and what is seen around."""

    x: float
    y: float
    stretch: float
    left: float
    top: float
    wide: float = WIDE
    high: float = WIDE * RATIO


def locator(entity: Entity) -> Locator | None:
    """The map of an entity; None if it has no place on one.

    >>> locator(Entity("a-1", "place", "Bakhmut", lat=0.0, lon=38.0))
    Locator(x=38.0, y=0.0, stretch=1.0, left=18.0, top=-10.0, wide=40.0, high=20.0)
    """
    if entity.lat is None or entity.lon is None:
        return None
    stretch = round(1 / cos(radians(min(abs(entity.lat), POLE))), 4)
    x, y = round(entity.lon, 3), round(-entity.lat * stretch, 3)
    return Locator(x, y + 0.0, stretch, round(x - WIDE / 2, 3), round(y - WIDE * RATIO / 2, 3))
