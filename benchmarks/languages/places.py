"""How newspapers write Ukrainian places, beside what is recorded; and whether a spelling tells whose it is.

    python -m benchmarks.languages.places [PLACES]

PLACES is a file of JSON lines as in seeds/places_ua.jsonl.gz, which is taken if none is said. Writes
benchmarks/results/places.md.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.languages.causes import cause, nearest
from benchmarks.languages.recorded import LEFT_OUT, Place, form, forms, namesakes, press, read_places, why_left_out
from gazetteer.languages import systems
from gazetteer.romanization.explaining import explain
from gazetteer.text.clean import fold

PLACES = Path(__file__).parents[2] / "seeds" / "places_ua.jsonl.gz"
RESULT = Path(__file__).parents[1] / "results" / "places.md"
# What is asked of each language: the share of places that the press form gets right; None if it is only told.
BARS: Mapping[str, float | None] = {
    "de": 0.85, "cs": 0.85, "pl": 0.85, "fr": 0.85, "es": 0.75, "it": 0.75, "nl": None, "tr": None,
}  # fmt: skip
EXPLAINED_BAR = 0.9
SAMPLE, SEED = 300, 7  # of spellings that are explained without the native name, which takes a fifth of a second
EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One language: how many places have a name that says something, for how many it is the one that is written."""

    language: str
    places: int
    right: int
    left_out: Counter[str]
    wrong: Mapping[str, Sequence[tuple[str, str, str]]]  # by cause: native, written, recorded

    @property
    def share(self) -> float:
        """The share of places that are right."""
        return self.right / self.places if self.places else 0.0


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=Path, nargs="?", default=PLACES)
    text = "\n".join(report(parser.parse_args().places)) + "\n"
    RESULT.write_text(text, encoding="utf-8")
    print(text)


def report(path: Path) -> list[str]:
    """The lines of the report."""
    places = read_places(path, BARS)
    named = namesakes(places)
    measured = [measure(places, language) for language in BARS if press("uk", language)]
    wider = {one.language: measure(places, one.language, named) for one in measured}
    missing = [language for language in BARS if not press("uk", language)]
    return [*_shares(measured, wider, missing), "", *_causes(measured), "", *_explained(places)]


def measure(places: Iterable[Place], language: str, named: Mapping[str, Sequence[str]] | None = None) -> Measured:
    """How often what the press of a language writes is recorded; with the Russian names of namesakes if they are given."""
    left_out: Counter[str] = Counter()
    wrong: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    count = right = 0
    for place in places:
        russian = _russian(place, named)
        reasons = {text: why_left_out(text, place, language, russian) for text in place.recorded.get(language, ())}
        left_out.update(filter(None, reasons.values()))
        kept = {fold(text) for text, reason in reasons.items() if reason is None}
        if not kept:
            continue
        count += 1
        written = forms(place.native, press("uk", language))
        if written & kept:
            right += 1
            continue
        one, other = nearest(written, kept)
        why = cause(one, other, _others(place, language), _russian_forms(_russian(place, named)))
        wrong[why].append((place.native[0], one, other))
    return Measured(language, count, right, left_out, wrong)


def _russian(place: Place, named: Mapping[str, Sequence[str]] | None) -> tuple[str, ...]:
    more = [name for native in place.native for name in named.get(fold(native), ())] if named else []
    return tuple(dict.fromkeys((*place.russian, *more)))


def _russian_forms(russian: Iterable[str]) -> set[str]:
    return {form(name, one.full_id) for one in systems().values() if one.orthography == "ru-Cyrl" for name in russian}


def _others(place: Place, language: str) -> set[str]:
    of_press = [
        one for one in systems().values() if one.orthography == "uk-Cyrl" and one.language not in (None, language)
    ]
    return {form(native, one.full_id) for one in of_press for native in place.native}


def _shares(measured: Sequence[Measured], wider: Mapping[str, Measured], missing: Sequence[str]) -> list[str]:
    lines = [
        "# Ukrainian places as newspapers write them",
        "",
        "Of all places that have a native name and a recorded one in the language that says something: how often the",
        "press form of a native name is one of the recorded ones, capitals and marks aside. What says nothing is left",
        "out by this rule: a recorded name that is the English form, the form of the national system of 2010, or the",
        "Russian name's form in that language, or that shares less than half of its letters with the 2010 form. The last",
        "column counts as Russian names also those that other places of the same native name have.",
        "",
        f"| | places | right | share | asked | {' | '.join(LEFT_OUT)} | share, namesakes' Russian names left out |",
        "|---|--:|--:|--:|--:|" + "--:|" * len(LEFT_OUT) + "--:|",
    ]
    for one in measured:
        bar = BARS[one.language]
        left = " | ".join(f"{one.left_out[reason]:,}" for reason in LEFT_OUT)
        also = wider[one.language]
        lines.append(
            f"| {one.language} | {one.places:,} | {one.right:,} | {one.share:.3f} | {bar or ''} | {left} "
            f"| {also.share:.3f} of {also.places:,} |"
        )
    if missing:
        lines += [
            "",
            f"No press usage is known for names in Ukrainian, so that nothing is measured: {', '.join(missing)}.",
        ]
    return lines


def _causes(measured: Iterable[Measured]) -> list[str]:
    lines = ["## The rest, by cause", ""]
    for one in measured:
        lines += [
            f"### {one.language}: {one.places - one.right:,}",
            "",
            "| cause | places | such as |",
            "|---|--:|---|",
        ]
        for why, cases in sorted(one.wrong.items(), key=lambda item: (-len(item[1]), item[0])):
            shown = list(dict.fromkeys(cases))[:EXAMPLES]
            told = "; ".join(f"{native}: {written}, recorded {recorded}" for native, written, recorded in shown)
            lines.append(f"| {why} | {len(cases):,} | {told} |")
        lines.append("")
    return lines[:-1]


def distinctive(places: Iterable[Place]) -> list[tuple[str, str, str]]:
    """Recorded names that the rules of one language alone make of a native one: language, name, native name; each once."""
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


def _explained(places: Iterable[Place]) -> list[str]:
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


if __name__ == "__main__":
    main()
