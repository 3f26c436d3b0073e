"""Whose spelling a recorded name is: whether the language whose rules made it is the first to be named."""

import random
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from benchmarks.languages.recorded import Place, form, why_left_out
from gazetteer.languages import systems
from gazetteer.resolve import Gazetteer, names_among
from gazetteer.romanization.explaining import Maker, explain
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


def explained(places: Iterable[Place], gazetteer: Gazetteer | None = None) -> list[str]:
    """The lines that say how often the right language is named first; with a gazetteer's names too, if there is one."""
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
        _line("with the native name", every, explain),
        _line("without it, by letters alone", sample, lambda text, _: explain(text)),
    ]
    if gazetteer is not None:
        told = "without it, by the names of a gazetteer that has it"
        lines.append(_line(told, sample, lambda text, _: explain(text, known=partial(names_among, gazetteer))))
    return lines


def _line(told: str, asked: Sequence[tuple[str, str, str]], makers: Callable[[str, str], Sequence[Maker]]) -> str:
    right = sum(_is_first(language, makers(text, native)) for language, text, native in asked)
    return f"| {told} | {len(asked):,} | {right:,} | {right / max(1, len(asked)):.3f} |"


def _is_first(language: str, makers: Sequence[Maker]) -> bool:
    return bool(makers) and makers[0].system.language == language
