"""The page on all languages, made of their files and of the tables they are held to: docs/languages.md.

    python -m benchmarks.languages.document

writes the page anew. A test says when it is no longer what the files say.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.languages.tables import MARKS, Row, rows
from gazetteer.languages import Orthography, System, orthographies
from gazetteer.languages.counting import count

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"
EXAMPLES = 2
WIDE = 178
OF_RECORD = MARKS[:2]
# Characters that Markdown would take for its own.
MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")
HEAD = """# Languages

Which systems write which language's names in Latin letters. The page is made of the files under
`gazetteer/languages/` by `make languages`, never by hand; how to ask for a system is in
[transliterate.md](transliterate.md).

*Of record* are those rows of a system's test table that its authority prints as examples, or that a map or gazetteer
of record has. Examples are taken from these first, then from names as the press writes them; where there are neither,
from what shows a rule. *Back* says that a system is reversible by design."""


def main() -> None:
    """Write."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Wrote {PAGE.name}.")


def page() -> str:
    """The whole page."""
    written = sorted((one for one in orthographies().values() if one.systems), key=lambda one: (one.name, one.tag))
    lines = [HEAD, "", *_overview(written), "", *_press(written)]
    for one in written:
        lines += ["", *section(one, rows(one.tag))]
    return "\n".join(lines) + "\n"


def section(orthography: Orthography, held: Sequence[Row]) -> list[str]:
    """What is said of one orthography: its systems with examples, then their sources and notes."""
    lines = [
        f"## {orthography.name} ({orthography.tag})",
        "",
        "| system | name | authority | year | for | back | rows, of record | examples |",
        "|---|---|---|--:|---|---|--:|---|",
    ]
    for one in orthography.systems:
        own = [row for row in held if row.system == one.id]
        lines.append(_line(one, own))
    return [*lines, "", *(line for one in orthography.systems for line in _told(one))]


def examples(held: Iterable[Row]) -> list[Row]:
    """The first rows of the weightiest sort, no writing twice; single letters only where there is nothing else."""
    ordered = sorted(held, key=lambda row: (MARKS.index(row.mark), len(row.written) < 2))
    return list({row.written: row for row in reversed(ordered)}.values())[::-1][:EXAMPLES]


def plain(text: str) -> str:
    """A text that Markdown leaves as it is.

    >>> plain("sel` (a|b)")
    'sel\\\\` (a\\\\|b)'
    """
    return MARKDOWN.sub(r"\\\1", text)


def _line(system: System, held: Sequence[Row]) -> str:
    shown = "; ".join(f"{plain(row.written)}: *{plain(row.expected)}*" for row in examples(held))
    of_record = sum(row.mark in OF_RECORD for row in held)
    cells = (
        system.id,
        plain(system.name),
        plain(system.authority or ""),
        str(system.year or ""),
        system.language or "",
        "yes" if system.reversible else "",
        f"{len(held)}, {of_record}",
        shown,
    )
    return "| " + " | ".join(cells) + " |"


def _told(system: System) -> Iterator[str]:
    told = f"- **{system.id}**: {plain(system.source).removesuffix('.')}." + (
        f" {plain(system.note)}" if system.note else ""
    )
    yield from textwrap.wrap(told, WIDE, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _overview(written: Sequence[Orthography]) -> list[str]:
    known = count(system for one in written for system in one.systems)
    return [
        f"{known.systems} systems for {len(known.languages)} languages; {known.press} of them are press usages, "
        f"of {len(known.press_of_cyrillic)} languages for Cyrillic names; {known.reversible} are reversible.",
    ]


def _press(written: Sequence[Orthography]) -> list[str]:
    """Whose press usage is known for whose names: a row for each language that is written."""
    usages = {one.tag: [system.language for system in one.systems if system.language] for one in written}
    targets = sorted({target for each in usages.values() for target in each})
    lines = ["| | " + " | ".join(targets) + " |", "|---|" + "---|" * len(targets)]
    for one in written:
        marks = ["x" if target in usages[one.tag] else "" for target in targets]
        if any(marks):
            lines.append(f"| {one.name} | " + " | ".join(marks) + " |")
    return ["## Press usage", "", "Across: whose press; down: whose names.", "", *lines]


if __name__ == "__main__":
    main()
