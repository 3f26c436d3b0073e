"""A list as a data desk has it, of any length: recorded spellings, some of them mistyped, and some names of nobody.

Seeded, so that two runs write the same file. Of the distinct names 85 % are recorded spellings of the gazetteer, 10 %
recorded ones with one or two random edits, and 5 % made of syllables; how often each comes follows Zipf's law, s = 1,
and each comes once at least.
"""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sqlalchemy import func, select

from gazetteer.store import Engine
from gazetteer.store.schema import names

RECORDED, EDITED = 0.85, 0.10
COLUMNS = ("record", "date", "city", "amount", "currency", "status", "office", "note")
SYLLABLES = (
    "ba",
    "dro",
    "fel",
    "gir",
    "hul",
    "jem",
    "kas",
    "lo",
    "mor",
    "nuv",
    "pel",
    "qua",
    "rit",
    "sov",
    "tan",
    "wex",
)
STATUS = ("open", "closed", "pending", "sent back")
NOTES = (
    "delivered to the door",
    "call before 10 a.m.",
    "second notice",
    "see the record above",
    "paid by transfer, net 30",
)
AT_ONCE = 100_000


def distinct_names(engine: Engine, count: int, seed: int) -> list[str]:
    """So many distinct names, in random order."""
    chance = random.Random(seed)
    with engine.connect() as connection:
        total = connection.execute(select(func.count()).select_from(names)).scalar_one()
        step = max(1, int(total / (count * 1.4)))
        asked = select(names.c.text).where(names.c.id % step == 0).order_by(names.c.id)
        texts = list(dict.fromkeys(text for (text,) in connection.execute(asked) if len(text) < 100))
    chance.shuffle(texts)
    recorded = texts[: int(count * RECORDED)]
    edited = [_edited(text, chance) for text in texts[len(recorded) :] if len(text) > 3][: int(count * EDITED)]
    found = dict.fromkeys([*recorded, *edited])
    while len(found) < count:
        found["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 5))).title()] = None
    listed = list(found)
    chance.shuffle(listed)
    return listed


def _edited(text: str, chance: random.Random) -> str:
    """A text with one or two letters changed, put in, or left out."""
    letters = list(text)
    for _ in range(chance.choice((1, 2))):
        place = chance.randrange(len(letters))
        match chance.randrange(3):
            case 0:
                letters[place] = chance.choice("abcdefghijklmnopqrstuvwxyz")
            case 1:
                letters.insert(place, chance.choice("abcdefghijklmnopqrstuvwxyz"))
            case _ if len(letters) > 2:
                del letters[place]
    return "".join(letters)


def numbers(rows: int, distinct: int, seed: int) -> np.ndarray:
    """For each row the number of its name: all once, the rest by Zipf's law, in random order."""
    chance = np.random.default_rng(seed)
    shares = np.cumsum(1.0 / np.arange(1, distinct + 1))
    drawn = np.searchsorted(shares, chance.random(rows - distinct) * shares[-1])
    every = np.concatenate((np.arange(distinct), drawn)).astype(np.uint32)
    chance.shuffle(every)
    return every


def rows(listed: Sequence[str], count: int, seed: int) -> Iterator[tuple[str, ...]]:
    """The rows of the list."""
    chance = random.Random(seed)
    for number, place in enumerate(numbers(count, len(listed), seed).tolist(), start=1):
        yield (
            f"R-{number:08d}", f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}", listed[place],
            f"{chance.randrange(1, 10**6) / 100:.2f}", "EUR", STATUS[number % 4], f"office {number % 37}",
            NOTES[number % 5],
        )  # fmt: skip


def write(path: Path, listed: Sequence[str], count: int, seed: int) -> None:
    """The list as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows(rows(listed, count, seed))
