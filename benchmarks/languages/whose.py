"""Whose spelling a recorded name is: whether the language whose rules made it is the first to be named."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.languages.recorded import Place, form, why_left_out
from gazetteer.languages import systems
from gazetteer.romanization.explaining import explain
from gazetteer.text.clean import fold

EXPLAINED_BAR = 0.9
SAMPLE, SEED = 300, 7  # of spellings that are explained without the native name, which takes a fifth of a second


def distinctive(places: Iterable[Place]) -> list[tuple[str, str, str]]:
    """Recorded names that the rules of one language alone make of a native one: language, name, native name."""
    found: dict[tuple[str, str, str], None] = {}
    for place in places:
        for language, texts in place.recorded.items():
            for text in texts:
                if why_left_out(text, place, language, place.russian) is None:
                    found |= {
                        (language, text, native): None for native in place.native if _only(text, native) == language
                    }
    return list(found)


def _only(text: str, native: str) -> str | None:
    """The one language whose rules make a spelling of a native name; None if a standard does, or none or several."""
    own = [one for one in systems().values() if one.orthography == "uk-Cyrl"]
    makers = {one.language for one in own if form(native, one.full_id) == fold(text)}
    return makers.pop() if len(makers) == 1 else None


def explained(places: Iterable[Place]) -> list[str]:
    """The lines that say how often the right language is named first."""
    every = distinctive(places)
    sample = random.Random(SEED).sample(every, min(SAMPLE, len(every)))
    lines = [
        "## Whose spelling it is",
        "",
        f"Of those recorded names {len(every):,} are made by the rules of one language alone, of all systems for",
        f"Ukrainian. How often that language is the first to be named (asked: {EXPLAINED_BAR}):",
        "",
        "| | names | right language first | share |",
        "|---|--:|--:|--:|",
    ]
    for told, asked, with_native in (("with the native name", every, True), ("without it", sample, False)):
        first = Counter(_first(asked, with_native=with_native))
        lines.append(f"| {told} | {len(asked):,} | {first[True]:,} | {first[True] / max(1, len(asked)):.3f} |")
    return lines


def _first(asked: Iterable[tuple[str, str, str]], *, with_native: bool) -> Iterator[bool]:
    for language, text, native in asked:
        makers = explain(text, native if with_native else None)
        yield bool(makers) and makers[0].system.language == language
