"""The page on all languages: what it shows, and that it is what the files say."""

from benchmarks.languages.document import PAGE, examples, page, section
from benchmarks.languages.tables import Row
from gazetteer.languages import Orthography, RuleSet, System

RULES = RuleSet({}, (), {})
MADE = Orthography(
    tag="xx-Cyrl",
    language="xx",
    script="Cyrl",
    name="Exish",
    countries=(),
    reads=None,
    systems=(
        System("law-1999", "xx-Cyrl", "Law | order", "Law 1", None, RULES, "Office", 1999, "A note.", reversible=True),
        System("press-fr", "xx-Cyrl", "French usage", "Papers", "fr", RULES),
    ),
    words={},
)


def row(written: str, expected: str, mark: str, system: str = "law-1999") -> Row:
    return Row(written, system, expected, "why", mark)


def test_the_page_is_what_the_files_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Write it anew: make languages"


def test_examples_of_record_come_first_and_none_comes_twice() -> None:
    held = [row("ая", "aya", "made"), row("бя", "bya", "recorded"), row("вя", "vya", "map"), row("вя", "vya", "map")]
    assert [one.written for one in examples(held)] == ["вя", "бя"]
    assert [one.written for one in examples([row("а", "a", "made"), row("бя", "bya", "made")])] == ["бя", "а"]


def test_a_system_has_a_line_with_all_that_is_known_of_it() -> None:
    lines = section(MADE, [row("ая", "a_ya", "standard"), row("бя", "bya", "made", "press-fr")])
    assert lines[0] == "## Exish (xx-Cyrl)"
    assert lines[4:6] == [
        r"| law-1999 | Law \| order | Office | 1999 |  | yes | 1, 1 | ая: *a\_ya* |",
        "| press-fr | French usage |  |  | fr |  | 1, 0 | бя: *bya* |",
    ]
    assert lines[7:] == ["- **law-1999**: Law 1. A note.", "- **press-fr**: Papers."]
