"""The rule engine: letters and contextual rules, compiled once, applied in one pass.

A rule is ``what > becomes / before _ after``. ``#`` is the edge of a word, ``[name]`` a class of
letters of the orthography, ``[^name]`` any letter outside it (an edge is no letter), ``|`` parts
alternatives, anything else stands for itself. Rules see the writing, never each other's output.
Of the rules and letters that fit at one place the longest writing wins; of equally long ones the
first rule, then the letter. Letters that neither names are kept as they are.
"""

import re
from collections.abc import Callable

from gazetteer.errors import BadOrthography
from gazetteer.languages import RuleSet

LETTER = r"[^\W\d_]"
PART = re.compile(r"\[(\^?)(\w+)\]|(#)|(.)", re.DOTALL)


def compile_rules(rule_set: RuleSet) -> Callable[[str], str]:
    """The function that writes a lower-case NFC text by these rules.

    Raises:
        BadOrthography: a rule that cannot be read; the text quotes it.
    """
    entries: list[tuple[str, str, str]] = []
    for rule in rule_set.rules:
        what, becomes, before, after = parse(rule)
        pattern = (
            _look(before, rule_set, rule, ahead=False) + re.escape(what) + _look(after, rule_set, rule, ahead=True)
        )
        entries.append((what, pattern, becomes))
    # A stable sort: of equally long writings the rules keep their order and precede letters.
    contextual = sorted(entries, key=lambda entry: -len(entry[0]))
    letters = sorted(rule_set.letters.items(), key=lambda item: -len(item[0]))
    return _writer(contextual, letters)


def parse(rule: str) -> tuple[str, str, str, str]:
    """What is written, what it becomes, what stands before and after.

    >>> parse("е > ye / # _")
    ('е', 'ye', '#', '')
    >>> parse("зг > zgh")
    ('зг', 'zgh', '', '')
    """
    head, slash, context = rule.partition(" / ")
    what, arrow, becomes = head.partition(">")
    what, becomes = what.strip(), becomes.strip()
    before, place, after = context.partition("_") if slash else ("", "_", "")
    if not arrow or not what or not place or "_" in after:
        raise BadOrthography(f"The rule {rule!r} is not 'what > becomes / before _ after'.")
    return what, becomes, before.strip(), after.strip()


def _writer(contextual: list[tuple[str, str, str]], letters: list[tuple[str, str]]) -> Callable[[str], str]:
    """One alternation, longest writing first; a numbered group tells which rule fired."""
    if not contextual and all(len(what) == 1 for what, _ in letters):
        table = str.maketrans(dict(letters))
        return lambda text: text.translate(table)
    outputs: list[str | None] = [None]
    parts: list[str] = []
    ordered: list[tuple[int, int, str, str | None]] = [
        (-len(what), 0, pattern, becomes) for what, pattern, becomes in contextual
    ] + [(-len(what), 1, re.escape(what), None) for what, _ in letters]
    for _, _, pattern, becomes in sorted(ordered, key=lambda entry: entry[:2]):
        parts.append(f"({pattern})" if becomes is not None else pattern)
        if becomes is not None:
            outputs.append(becomes)
    if not parts:
        return lambda text: text
    plain = dict(letters)

    def becomes_of(match: re.Match[str]) -> str:
        group = match.lastindex
        if group is None:
            return plain[match.group()]
        return outputs[group] or ""

    compiled = re.compile("|".join(parts))
    return lambda text: compiled.sub(becomes_of, text)


def _look(context: str, rule_set: RuleSet, rule: str, *, ahead: bool) -> str:
    """A look-around for one side of a rule; alternatives may differ in width."""
    if not context:
        return ""
    sides = [_side(part.strip(), rule_set, rule, ahead=ahead) for part in context.split("|")]
    return sides[0] if len(sides) == 1 else "(?:" + "|".join(sides) + ")"


def _side(context: str, rule_set: RuleSet, rule: str, *, ahead: bool) -> str:
    edge_outside = ""
    body = ""
    pieces = list(PART.finditer(context))
    for position, piece in enumerate(pieces):
        negated, class_name, edge, literal = piece.groups()
        if edge:
            outermost = position == (len(pieces) - 1 if ahead else 0)
            if not outermost:
                raise BadOrthography(f"The rule {rule!r} has # inside a context; it can only be its outer end.")
            edge_outside = f"(?!{LETTER})" if ahead else f"(?<!{LETTER})"
        elif class_name:
            if class_name not in rule_set.classes:
                raise BadOrthography(f"The rule {rule!r} names the unknown class [{class_name}].")
            members = re.escape(rule_set.classes[class_name])
            body += f"(?![{members}]){LETTER}" if negated else f"[{members}]"
        elif literal and not literal.isspace():
            body += re.escape(literal)
    if ahead:
        return f"(?={body}{edge_outside})" if body else edge_outside
    return f"(?<={edge_outside}{body})" if body else edge_outside
