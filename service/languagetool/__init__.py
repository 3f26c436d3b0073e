"""The LanguageTool protocol at ``/v2``: the checker as editors' own programs ask for it.

It follows that protocol in everything: forms in, its JSON out, refusals in plain text, offsets in UTF-16 units.
"""

from flask import Blueprint

from service.languagetool import about, check, dictionary
from service.languagetool.answers import speak

blueprint = Blueprint("languagetool", __name__, url_prefix="/v2")
speak(blueprint)
check.serve(blueprint)
about.serve(blueprint)
dictionary.serve(blueprint)

BLUEPRINTS: tuple[Blueprint, ...] = (blueprint,)
