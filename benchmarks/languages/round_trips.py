"""Names there and back: native, Latin and native again, over all names of a gazetteer; and what is written alike.

    python -m benchmarks.languages.round_trips --home HOME

HOME has a whole gazetteer. For systems that are reversible by design it is said how many names are lost, and why; for
the others, which letters they write alike. Writes benchmarks/results/round_trips.md.
"""

import argparse
import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, or_, select

from benchmarks.languages.ambiguity import written_alike
from gazetteer.languages import Orthography, System, orthographies
from gazetteer.romanization.forms import WORD, is_lossy
from gazetteer.romanization.rivals import rivals
from gazetteer.romanization.running import write_text
from gazetteer.romanization.systems import without_stress
from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import names
from gazetteer.text.scripts import NONE, script_of_char

RESULT = Path(__file__).parents[1] / "results" / "round_trips.md"
SHOWN = 3  # names that are lost, of each system
ALIKE_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Trip:
    """How many names a system was tried on, how many were left out, and those that are lost, each with its cause."""

    system: System
    tried: int
    mixed: int
    lost: tuple[tuple[str, str], ...]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("GAZETTEER_HOME", "var")))
    engine = open_engine(database_url(parser.parse_args().home))
    text = "\n".join(report(engine)) + "\n"
    RESULT.write_text(text, encoding="utf-8")
    print(text)


def report(engine: Engine) -> list[str]:
    """The lines of the report."""
    written = [one for one in orthographies().values() if one.systems]
    trips = [
        trip(system, of_language)
        for one in written
        if (back := [system for system in one.systems if system.reversible])
        for of_language in [names_in(engine, one)]
        for system in back
    ]
    return [*_there_and_back(trips), "", *_alike(system for one in written for system in one.systems)]


def names_in(engine: Engine, orthography: Orthography) -> list[str]:
    """The names that a gazetteer has in a language, with a letter of the orthography's scripts in them, each once."""
    code = orthography.language
    asked = select(names.c.text).where(or_(names.c.language == code, names.c.language.like(f"{code}-%"))).distinct()
    with engine.connect() as connection:
        found = sorted(connection.execute(asked).scalars())
    return [text for text in found if not orthography.scripts.isdisjoint(map(script_of_char, text))]


def trip(system: System, found: Iterable[str]) -> Trip:
    """The names there and back by a system; names with letters of other scripts in them are left out."""
    scripts = orthographies()[system.orthography].scripts | {NONE}
    every = list(found)
    own = [text for text in every if scripts.issuperset(map(script_of_char, text))]
    lost = [text for text in own if is_lossy(text, write_text(text, system), system)]
    return Trip(system, len(own), len(every) - len(own), tuple((text, cause(text, system)) for text in lost))


def cause(text: str, system: System) -> str:
    """Why a name cannot be read back: the first word that is written as another."""
    for word in WORD.findall(without_stress(unicodedata.normalize("NFC", text))):
        others = rivals(word, system)
        if others is None:
            return f"{word}: too many words may be written so to look at"
        if others:
            return f"{word} is written as {others[0]}"
    return "marks that are no part of a word"


def _there_and_back(trips: Sequence[Trip]) -> list[str]:
    lines = [
        "# There and back",
        "",
        "Every name of the gazetteer in a language and its letters, written by the system and read back, but for",
        "capitals and marks of stress. Left out are names with letters of another script in them (II, SOS, æ for ӕ),",
        "which nobody can tell from what was written. A word is lost if it is read as another that the language's",
        "letters allow; of words that are written the same the shortest is read.",
        "",
        "| system | names | left out | lost |",
        "|---|--:|--:|--:|",
    ]
    lines += [f"| {one.system.full_id} | {one.tried:,} | {one.mixed:,} | {len(one.lost):,} |" for one in trips]
    if any(one.lost for one in trips):
        lines += ["", "The first that are lost, with the cause:", ""]
    for one in trips:
        lines += [f"- {one.system.full_id}: {text} ({why})" for text, why in one.lost[:SHOWN]]
    return lines


def _alike(systems: Iterable[System]) -> list[str]:
    """What the systems write alike that are not reversible by design: those of the same list together."""
    together: dict[str, list[str]] = {}
    for one in systems:
        if not one.reversible and one.voice is None:
            found = written_alike(one)
            more = f"; and {len(found) - ALIKE_SHOWN} more" if len(found) > ALIKE_SHOWN else ""
            listed = "; ".join(map(str, islice(found, ALIKE_SHOWN))) + more
            together.setdefault(listed or "nothing", []).append(one.full_id)
    return [
        "## What is written alike",
        "",
        "By the systems that are not reversible by design: letters and pairs of letters that come out the same, with",
        "an example in brackets where that is not so everywhere. What follows from what is listed is not listed again.",
        "",
        *(f"- {', '.join(ids)}: {listed}" for listed, ids in together.items()),
    ]


if __name__ == "__main__":
    main()
