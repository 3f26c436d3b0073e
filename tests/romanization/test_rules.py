"""The rule engine, on made-up words: what fits where, and which of several rules wins."""

import pytest

from gazetteer.errors import BadOrthography
from gazetteer.languages import RuleSet
from gazetteer.romanization.rules import compile_matches, compile_rules, parse

CLASSES = {"vowel": "aeiou", "odd": "^-]"}

RULE_CASES = [
    # rules, letters, written, becomes
    ([], {}, "babo", "babo"),
    ([], {"b": "p"}, "babo", "papo"),
    ([], {"b": "p", "bb": "v"}, "abba", "ava"),
    (["b > p"], {}, "babo", "papo"),
    (["b > "], {}, "babo", "ao"),
    # The edge of a word: the ends of the text, a space, a hyphen, an apostrophe, a digit.
    (["b > p / # _"], {}, "bab bab-bab'bab1bab", "pab pab-pab'pab1pab"),
    (["b > p / _ #"], {}, "bab bab-bab'bab1bab", "bap bap-bap'bap1bap"),
    (["b > p / # _ #"], {}, "b ab b", "p ab p"),
    (["b > p / # _"], {}, "ʼbab éb", "ʼbab éb"),
    # A vowel sign is no letter, yet part of a word; blanks at the edge of what is written are said so.
    (["ب > p / # _"], {}, "بَب ب", "pَب p"),
    (["ب > p / _ #"], {}, "بَب بَ", "بَp بَ"),
    (["b > p␣ / # _", "d > ␣"], {}, "bab d", "p ab  "),
    (["a > o / b _ ␣d", "a > u / d␣b _"], {}, "ba d ba bad", "bo d bu bad"),
    # Contexts: letters, classes, negated classes, several in a row.
    (["b > p / a _"], {}, "bab", "bap"),
    (["b > p / _ a"], {}, "bab", "pab"),
    (["b > p / [vowel] _ [vowel]"], {}, "babab", "bapab"),
    (["b > p / [vowel]d _"], {}, "adb db", "adp db"),
    (["b > p / # a _"], {}, "ab dab", "ap dab"),
    (["b > p / _ a #"], {}, "ba bad", "pa bad"),
    (["b > p / [^vowel] _"], {}, "db ab b", "dp ab b"),
    (["b > p / _ [^vowel]"], {}, "bd ba b", "pd ba b"),
    (["b > p / _ [odd]"], {}, "b^ b- b] ba", "p^ p- p] ba"),
    # Alternatives, of one width or of several.
    (["b > p / a|o _"], {}, "abobib", "apopib"),
    (["b > p / #|[vowel]d _"], {}, "b adb db", "p adp db"),
    (["b > p / _ #|da|[vowel]"], {}, "b bda ba bd", "p pda pa bd"),
    # The longest writing wins, then the first rule, then the letter.
    (["b > p", "bd > t"], {}, "bd b", "t p"),
    (["b > p"], {"bd": "t"}, "bd b", "t p"),
    (["b > p / _ a", "b > v"], {}, "ba b", "pa v"),
    (["b > v", "b > p / _ a"], {}, "ba b", "va v"),
    (["b > p / _ a"], {"b": "v"}, "ba b", "pa v"),
    (["bd > t / # _"], {"b": "p", "d": "g"}, "bd abd", "t apg"),
    # One pass: no rule sees what another wrote, and contexts are of the writing.
    (["a > b", "b > a"], {}, "ab", "ba"),
    (["a > o", "b > p / a _"], {}, "ab", "op"),
    (["b > bb"], {"a": "b"}, "ab", "bbb"),
    # Signs that mean something in patterns stand for themselves.
    ([". > dot / ( _ )"], {"*": "star"}, "(.) . *", "(dot) . star"),
]

BAD_RULES = [
    "b",
    "b p / # _",
    " > p",
    "b > p / #",
    "b > p/ # _",
    "b > p / _ a _",
    "b > p / a# _",
    "b > p / _ #a",
    "b > p / [nobody] _",
    "b > p / [vowel _",
    "b > p / vowel] _",
    "b > p / a| _",
]


@pytest.mark.parametrize(("rules", "letters", "written", "becomes"), RULE_CASES)
def test_a_text_is_written_by_rules_and_letters(
    rules: list[str], letters: dict[str, str], written: str, becomes: str
) -> None:
    assert compile_rules(RuleSet(letters, tuple(rules), CLASSES))(written) == becomes


@pytest.mark.parametrize(("rules", "letters", "written", "becomes"), RULE_CASES)
def test_matches_put_together_are_the_text(
    rules: list[str], letters: dict[str, str], written: str, becomes: str
) -> None:
    text, kept = "", 0
    for start, stop, output in compile_matches(RuleSet(letters, tuple(rules), CLASSES))(written):
        text += written[kept:start] + output
        kept = stop
    assert text + written[kept:] == becomes


def test_a_match_says_where_it_stands() -> None:
    matches = compile_matches(RuleSet({"bd": "t"}, ("a > / _ #",), CLASSES))
    assert list(matches("abda")) == [(1, 3, "t"), (3, 4, "")]


@pytest.mark.parametrize("rule", BAD_RULES)
def test_a_rule_that_cannot_be_read_is_quoted(rule: str) -> None:
    with pytest.raises(BadOrthography) as raised:
        compile_rules(RuleSet({}, (rule,), CLASSES))
    assert repr(rule) in str(raised.value)


def test_an_empty_letter_is_refused() -> None:
    with pytest.raises(BadOrthography, match="empty"):
        compile_rules(RuleSet({"": "a"}, (), {}))


def test_a_rule_has_four_parts() -> None:
    assert parse("ab > c / # d _ e|f #") == ("ab", "c", "# d", "e|f #")


def test_a_rule_needs_no_context() -> None:
    assert parse("ab > c") == ("ab", "c", "", "")
