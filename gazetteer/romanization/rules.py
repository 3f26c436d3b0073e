"""The rule engine: letters and contextual rules, compiled once, applied in one pass.

A rule is ``what > becomes / before _ after``. ``#`` is the edge of a word, ``[name]`` a class of
letters of the orthography, ``[^name]`` any letter outside it (an edge is no letter), ``|`` parts
alternatives, ``␣`` is a blank in what it becomes or stands beside, anything else stands for itself. Rules see the
writing, never each other's output. Of the rules and letters that fit at one place the longest
writing wins; of equally long ones the first rule, then the letter. Letters that neither names are
kept as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from gazetteer.errors import BadOrthography
from gazetteer.languages import RuleSet

FEW = 16  # letters
BLANK = "␣"  # blanks around what a rule says are only for the eye
LETTER = r"[^\W\d_]"
# Vowel signs of Hebrew and Arabic are no letters, yet no word ends between one and its letter.
SIGN = "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]"
NO_LETTER_BEHIND = f"(?<!{LETTER})(?<!{SIGN})"
NO_LETTER_AHEAD = f"(?!{LETTER}|{SIGN})"
PART = re.compile(r"\[(\^?)(\w+)\]|(#)|(.)", re.DOTALL)


def compile_rules(rule_set: RuleSet) -> Callable[[str], str]:
    """The function that writes a lower-case NFC text by these rules.

    Raises:
        BadOrthography: a rule that cannot be read; the text quotes it.
    """
    if not rule_set.rules and all(len(what) == 1 for what in rule_set.letters):
        table = str.maketrans(dict(rule_set.letters))
        return lambda text: text.translate(table)
    if rule_set.letters and _is_of_other_letters(rule_set):
        singles = str.maketrans({what: becomes for what, becomes in rule_set.letters.items() if len(what) == 1})
        others = {what: becomes for what, becomes in rule_set.letters.items() if len(what) != 1}
        pattern, becomes_of = _matcher(replace(rule_set, letters=others))
        return lambda text: pattern.sub(becomes_of, text).translate(singles)
    pattern, becomes_of = _matcher(rule_set)
    return partial(pattern.sub, becomes_of)


def _is_of_other_letters(rule_set: RuleSet) -> bool:
    """Whether no letter that is written is also read: single letters can then be read last, all at once."""
    said = (*rule_set.letters.values(), *(parse(rule)[1] for rule in rule_set.rules))
    return rule_set.letters.keys().isdisjoint("".join(said))


def compile_matches(rule_set: RuleSet) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """The function that says which spans of a lower-case NFC text become what, in order.

    Raises:
        BadOrthography: a rule that cannot be read; the text quotes it.
    """
    pattern, becomes_of = _matcher(rule_set)
    return lambda text: ((match.start(), match.end(), becomes_of(match)) for match in pattern.finditer(text))


def parse(rule: str) -> tuple[str, str, str, str]:
    """What is written, what it becomes, what stands before and after.

    >>> parse("е > ye / # _")
    ('е', 'ye', '#', '')
    >>> parse("зг > zgh")
    ('зг', 'zgh', '', '')
    >>> parse("ال > al␣ / # _")
    ('ال', 'al ', '#', '')
    """
    head, slash, context = rule.partition(" / ")
    what, arrow, becomes = head.partition(">")
    what, becomes = what.strip(), becomes.strip()
    before, place, after = context.partition("_") if slash else ("", "_", "")
    if not arrow or not what or "/" in head or not place or "_" in after:
        raise BadOrthography(f"The rule {rule!r} is not 'what > becomes / before _ after'.")
    return what, becomes.replace(BLANK, " "), before.strip(), after.strip()


def _matcher(rule_set: RuleSet) -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """One alternation, longest writing first; a numbered group tells which rule fired."""
    plain = dict(rule_set.letters)
    if "" in plain:
        raise BadOrthography(f"The letter that becomes {plain['']!r} is empty.")
    # A stable sort: of equally long writings the rules keep their order and precede letters.
    contextual = sorted(((rule, *parse(rule)) for rule in rule_set.rules), key=lambda entry: -len(entry[1]))
    outputs = ["", *(becomes for _, _, becomes, _, _ in contextual)]
    parts = [
        # The empty group at the end tells which rule fired, and leaves a plain letter in front to be looked for.
        (len(what), _pattern(what, _sides(before, rule_set, rule, 0), _sides(after, rule_set, rule, -1)) + "()")
        for rule, what, _, before, after in contextual
    ]
    parts += [(len(what), re.escape(what)) for what in plain if len(what) > 1]
    parts.sort(key=lambda part: -part[0])
    singles = [re.escape(what) for what in plain if len(what) == 1]
    # A few letters each by itself, no class: only then does the compiled pattern look for first letters, all at once.
    parts += [(1, what) for what in (singles if len(singles) <= FEW else [f"[{''.join(singles)}]"])]

    def becomes_of(match: re.Match[str]) -> str:
        group = match.lastindex
        return plain[match[0]] if group is None else outputs[group]

    # "(?!)" fits nowhere: a rule set that says nothing keeps every letter.
    return re.compile("|".join(pattern for _, pattern in parts) or "(?!)"), becomes_of


def _pattern(what: str, before: list[tuple[bool, str]], after: list[tuple[bool, str]]) -> str:
    """A writing, then what must stand around it: letters that do not fit are left at the first look."""
    written = re.escape(what)
    behind = [
        f"(?<={NO_LETTER_BEHIND if edge else ''}{body}{written})"
        if body
        else f"(?<!{LETTER}{written})(?<!{SIGN}{written})"
        for edge, body in before
    ]
    ahead = [f"(?={body}{NO_LETTER_AHEAD if edge else ''})" for edge, body in after]
    return written + _either(behind) + _either(ahead)


def _either(alternatives: list[str]) -> str:
    return "" if not alternatives else "(?:" + "|".join(alternatives) + ")"


def _sides(context: str, rule_set: RuleSet, rule: str, outer: int) -> list[tuple[bool, str]]:
    """The alternatives of one side of a rule: whether a word ends there, and a pattern of the letters."""
    return [_side(part.strip(), rule_set, rule, outer) for part in context.split("|")] if context else []


def _side(context: str, rule_set: RuleSet, rule: str, outer: int) -> tuple[bool, str]:
    edge, body = context[outer : outer + 1 or None] == "#", ""
    letters = context[1:] if edge and outer == 0 else context[:-1] if edge else context
    for piece in PART.finditer(letters):
        negated, class_name, inner_edge, literal = piece.groups()
        if inner_edge:
            raise BadOrthography(f"The rule {rule!r} has # inside a context; it can only be its outer end.")
        if class_name:
            if class_name not in rule_set.classes:
                raise BadOrthography(f"The rule {rule!r} names the unknown class [{class_name}].")
            members = re.escape(rule_set.classes[class_name])
            body += f"(?![{members}]){LETTER}" if negated else f"[{members}]"
        elif literal in ("[", "]"):
            raise BadOrthography(f"The rule {rule!r} has a bracket that names no class, as [vowel] does.")
        elif not literal.isspace():
            body += re.escape(literal.replace(BLANK, " "))
    if not edge and not body:
        raise BadOrthography(f"The rule {rule!r} has an empty alternative.")
    return edge, body
