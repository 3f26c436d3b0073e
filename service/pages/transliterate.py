"""The page of names in Latin letters: all forms of a name side by side, or which system could have made a spelling.

It stands at the address of the API: a browser that goes there is shown it, a program that wants JSON must post. The
page is whole in its address, so that it can be passed on; its script only asks for it anew while somebody types.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import MethodNotAllowed

from gazetteer.errors import GazetteerError, NoSystems, TextTooLong, UnknownLanguage, UnknownSystem
from gazetteer.languages import Orthography, System, systems
from gazetteer.naming import besides
from gazetteer.query import languages
from gazetteer.romanization.choosing import orthography_of
from gazetteer.romanization.explaining import Maker, explain, why
from gazetteer.romanization.forms import Form
from gazetteer.romanization.transliteration import TEXT_MOST, Asked, Transliterated, answer
from gazetteer.text.scripts import script_of
from service.asking import languages_of, named_by
from service.database import known_names
from service.errors import SORTS, sort_of
from service.pages.system_choices import (
    PUBLISHED,
    STANDARDS,
    USAGES,
    asked_as,
    languages_by_letters,
    of_readers,
    origins,
    readers,
    with_chosen,
)
from service.parameters import AUTO, language_or_auto

blueprint = Blueprint("transliterate_page", __name__)

FIELDS = ("text", "language", "from", "target")
CHARACTERS_MOST = 800  # an address holds no more in any script
EXAMPLES = (("Чернігів", "uk"), ("Θεσσαλονίκη", "el"), ("Tchernihiv", "fr"), ("Selenskyj", "de"), ("თბილისი", "ka"))
KINDS = ("text/html", "application/json")
READERS = "Readers of one language"


@dataclass(frozen=True, slots=True)
class Explained:
    """Each system that could have made a spelling, with the sentence that says what it has to do with it."""

    makers: Sequence[tuple[Maker, str]]

    def of_readers(self, target: str) -> Sequence[tuple[Maker, str]]:
        """Those for the readers that were chosen."""
        return [(one, sentence) for one, sentence in self.makers if of_readers(one.system, target)]


@blueprint.get("/transliterate")
def page() -> Response:
    """Write a name in Latin letters by every system, or say which could have made a spelling."""
    if request.accept_mimetypes.best_match(KINDS, KINDS[0]) != KINDS[0]:
        raise MethodNotAllowed(["POST"])
    typed = {key: _plain(request.args.get(key, "")) for key in FIELDS}
    if typed["language"] == AUTO:
        typed["language"] = ""
    try:
        orthography = _orthography(typed)
    except GazetteerError as wrong:
        return _refusal(typed, None, wrong)
    if "text" not in request.args:
        return make_response(_page(typed, orthography))
    try:
        said = _answer(typed)
    except GazetteerError as wrong:
        return _refusal(typed, orthography, wrong)
    if isinstance(said, Explained):
        return make_response(_page(typed, orthography, explained=said))
    groups = grouped(said.forms, typed["target"])
    of = [form.system for form in said.forms]
    return make_response(_page(typed, orthography, said=said, named=named_by(said), groups=groups, of=of))


def grouped(forms: Sequence[Form], target: str) -> Sequence[tuple[str, Sequence[Form]]]:
    """The forms for the readers that were chosen: those of published standards, those of press usages."""
    wanted = [one for one in forms if of_readers(one.system, target)]
    standards = [one for one in wanted if one.system.language is None]
    usages = sorted((one for one in wanted if one.system.language is not None), key=lambda one: one.system.name)
    return [group for group in ((STANDARDS, standards), (USAGES, usages)) if group[1]]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}").strip()


def _answer(typed: Mapping[str, str]) -> Transliterated | Explained:
    """The forms of a text; of a Latin spelling by no system that is known, those that could have made it."""
    text, origin = typed["text"], typed["from"] or None
    if len(text) > CHARACTERS_MOST:
        raise TextTooLong(
            f"The text has {len(text):,} characters; this page takes {CHARACTERS_MOST}. "
            f"Programs and the command line take {TEXT_MOST:,} at once."
        )
    language = language_or_auto(typed["language"] or None)
    if origin is None and script_of(text) == "Latn":
        return Explained([(one, why(text, one)) for one in explain(text, language=language, known=known_names)])
    return answer(Asked(text, language, origin=origin), languages_of)


def _refusal(typed: Mapping[str, str], orthography: Orthography | None, wrong: GazetteerError) -> Response:
    """The page with what was typed, and what is wrong with it."""
    page = _page(typed, orthography, error=str(wrong), field=_field(wrong, typed))
    return make_response(page, SORTS[sort_of(wrong)].status)


def _page(
    typed: Mapping[str, str], orthography: Orthography | None, *, of: Sequence[System] | None = None, **shown: object
) -> str:
    """The page with what was typed; one may choose among the readers of these systems, or of all."""
    targets = [(READERS, readers(systems().values() if of is None else of))]
    return render_template(
        "transliterate.html",
        typed=typed,
        languages=with_chosen(languages_by_letters(), typed["language"], languages()),
        origins=with_chosen(origins(orthography), typed["from"], {}),
        readers=with_chosen(targets, typed["target"].removeprefix(PUBLISHED), languages()),
        published=PUBLISHED,
        asked_as=asked_as,
        besides=besides,
        examples=EXAMPLES,
        **shown,
    )


def _orthography(typed: Mapping[str, str]) -> Orthography | None:
    """The one that was chosen; none where the language is to be guessed."""
    language = language_or_auto(typed["language"] or None)
    return orthography_of(language, typed["text"]) if language else None


def _field(wrong: GazetteerError, typed: Mapping[str, str]) -> str:
    """Beside which field of the form an error is said."""
    if isinstance(wrong, UnknownLanguage) or (isinstance(wrong, NoSystems) and typed["language"]):
        return "language"
    return "from" if isinstance(wrong, UnknownSystem) else "text"
