"""Rules: what a client calls the sorts of our advice, and which of them it has switched on or off.

There is a rule for each kind of name. One entity is a rule too, so that a desk can leave a single name alone:
``NAME_VARIANT_PLACE[geonames-703448]``, or the id alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gazetteer.model import Kind
from gazetteer.tagging.model import Advice, Mention
from service.errors import Problem
from service.languagetool.forms import Form, listed, said

CATEGORY, CATEGORY_NAME = "PROPER_NOUNS", "Names"
ISSUE_TYPES: Mapping[Advice, str] = {Advice.HOUSE_STYLE: "terminology", Advice.WRONG: "misspelling"}
SHORT: Mapping[Advice, str] = {Advice.HOUSE_STYLE: "Name not in house style", Advice.WRONG: "Misspelled name"}
NOUNS: Mapping[Kind, str] = {Kind.PLACE: "place", Kind.PERSON: "person", Kind.ORGANIZATION: "organization"}


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule behind one piece of advice."""

    id: str
    sub_id: str | None
    description: str
    issue_type: str

    def names(self) -> frozenset[str]:
        """Every id by which a client may switch it."""
        own = {self.id} if self.sub_id is None else {self.id, self.sub_id, f"{self.id}[{self.sub_id}]"}
        return frozenset(own)


@dataclass(frozen=True, slots=True)
class Switches:
    """What a client has switched."""

    disabled: frozenset[str]
    enabled: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool

    def let(self, rule: Rule) -> bool:
        """Whether advice of this rule is wanted; a rule goes before its category, and off before on."""
        names = rule.names()
        if names & self.disabled:
            return False
        if names & self.enabled:
            return True
        return CATEGORY in self.enabled_categories if self.enabled_only else CATEGORY not in self.disabled_categories


def rule_of(mention: Mention, advice: Advice) -> Rule:
    """The rule behind the advice on a mention."""
    kind = mention.kind or (mention.entity.kind if mention.entity else Kind.PERSON)
    how = "written otherwise than in house style" if advice is Advice.HOUSE_STYLE else "misspelled"
    return Rule(
        id=f"NAME_VARIANT_{kind.upper()}",
        sub_id=mention.entity.id if mention.entity else None,
        description=f"The name of {_article(NOUNS[kind])} is {how}",
        issue_type=ISSUE_TYPES[advice],
    )


def switches(fields: Form) -> Switches:
    """What a form switches.

    Raises:
        Problem: it wants only what is enabled, and enables nothing.
    """
    wanted = Switches(
        disabled=listed(fields, "disabledRules"),
        enabled=listed(fields, "enabledRules"),
        disabled_categories=listed(fields, "disabledCategories"),
        enabled_categories=listed(fields, "enabledCategories"),
        enabled_only=(said(fields, "enabledOnly") or "").lower() in ("true", "yes"),
    )
    if wanted.enabled_only and not (wanted.enabled or wanted.enabled_categories):
        raise Problem("bad-parameter", "enabledOnly=true needs rules in enabledRules or enabledCategories.")
    return wanted


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
