"""Whose rules a copy is held to: a style has a say only in copy of its own language.

Nobody's copy is held to the rules of another language: where no style writes its own, nothing is advised.
"""

from dataclasses import dataclass, replace

from gazetteer.model import Style
from gazetteer.romanization.language_names import language_name
from gazetteer.styles import style_of, style_writing
from gazetteer.tagging.model import Checked, Copy
from gazetteer.tagging.tongues import UNKNOWN


@dataclass(frozen=True, slots=True)
class House:
    """The style by whose forms the names of a copy are read, and why nothing is advised by it, if so."""

    reads: Style
    warning: str | None = None


def house_of(copy: Copy, style: Style | None = None) -> House:
    """The style asked for, by its id or by itself; if none is, the first that writes the language of the copy.

    >>> house_of(Copy("Rom", language="de")).reads.id, house_of(Copy("Roma", language="it")).warning
    ('de-desk', 'No house style writes Italian: names are found, and nothing is advised.')
    """
    asked = style or (None if copy.style is None else style_of(copy.style))
    tongue = copy.language.split("-")[0]
    if asked is None:
        own = style_writing(tongue)
        return House(own) if own is not None else House(style_of(None), _no_style(tongue))
    if asked.language == tongue:
        return House(asked)
    return House(
        asked,
        f"The style {asked.id} writes {language_name(asked.language)}, and the text is in {_called(tongue)}: "
        "names are found, and nothing is advised.",
    )


def unadvised(found: Checked, warning: str) -> Checked:
    """What was found in a copy, without advice, and why there is none."""
    mentions = tuple(replace(one, advice=None, replacement=None, alternatives=(), why=None) for one in found.mentions)
    source = found.copy.source_language  # what advice would tell of it, is not told
    return replace(
        found, mentions=mentions, guessed_language=source, guess_confidence=float(source is not None), style=None,
        warning=warning,
    )  # fmt: skip


def _no_style(tongue: str) -> str:
    if tongue == UNKNOWN:
        return (
            "The text looks like no language that a house style writes: names are found, and nothing is advised. "
            "If it is one, say which."
        )
    return f"No house style writes {_called(tongue)}: names are found, and nothing is advised."


def _called(tongue: str) -> str:
    return "another language" if tongue == UNKNOWN else language_name(tongue)
