"""House styles: which spelling a desk wants for an entity, as files say; docs/styles.md has their format.

A style takes over what the one it inherits from says, and its own word goes before it. Styles choose
among spellings of an entity that was found; they take no part in finding it.
"""

from gazetteer.styles.known import DEFAULT, FOLDER, load_style, style_of, style_writing, styles
from gazetteer.styles.names import forms_in_use, spelling, unknown_entities

__all__ = [
    "DEFAULT",
    "FOLDER",
    "forms_in_use",
    "load_style",
    "spelling",
    "style_of",
    "style_writing",
    "styles",
    "unknown_entities",
]
