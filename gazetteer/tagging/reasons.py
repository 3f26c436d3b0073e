"""Reasons an editor reads: why a form is not this desk's, which always ends in whose form stands there instead.

What a form is, the matching says; here the house style that was chosen is named.
"""

from dataclasses import replace

from gazetteer.matching.explanation import own_form
from gazetteer.model import Entity, Kind, Style
from gazetteer.romanization.language_names import language_name
from gazetteer.styles import DEFAULT
from gazetteer.tagging.finding import Opinions
from gazetteer.tagging.opinion import Opinion


def with_reasons(opinions: Opinions, style: Style) -> Opinions:
    """The same opinions, each reason with who writes the form that is advised: the style, or its language at large."""
    return {key: _with_reason(opinion, style) for key, opinion in opinions.items()}


def _with_reason(opinion: Opinion, style: Style) -> Opinion:
    if opinion.why is None or opinion.entity is None or opinion.replacement is None:
        return opinion
    what = opinion.why.removesuffix(own_form(opinion.entity)).removesuffix(".")
    decided = style.id != DEFAULT and opinion.entity.id in style.overrides
    who = f"{style.name} writes" if decided else f"usual in {language_name(style.language)} is"
    return replace(opinion, why=f"{what}; {who} {_written(opinion.entity, opinion.replacement, style)}.")


def _written(entity: Entity, replacement: str, style: Style) -> str:
    """What is put there; where it keeps a word that the style only lets stand, its own form and that."""
    own = style.overrides.get(entity.id, entity.canonical)
    kept = style.language == "en" and entity.kind is Kind.PERSON and not set(replacement.split()) <= set(own.split())
    return f"{own}, and {replacement} may stand" if kept else replacement
