"""``/transliterate``: a text to its forms in Latin letters, by named systems and by the press usage of languages."""

from flask import Blueprint, Response, request

from gazetteer.languages import systems
from gazetteer.romanization.explaining import explain
from gazetteer.romanization.payloads import (
    ExplainedPayload,
    SystemsPayload,
    TransliteratedPayload,
    explained,
    systems_listed,
    transliterated,
)
from gazetteer.romanization.transliteration import answer
from service import parameters, payloads
from service.api.examples import EXPLAIN_ASKS, EXPLAINED, TRANSLITERATE_ASKS, TRANSLITERATED
from service.asking import languages_of, named_by
from service.database import known_names
from service.description import Operation, described
from service.shapes import Explaining, Romanized

blueprint = Blueprint("transliterate", __name__)

REFUSED = ("bad-parameter", "bad-name", "unknown-language", "malformed-json", "too-large", "unsupported-media-type")


@blueprint.post("/transliterate")
@described(
    Operation(
        gives=TransliteratedPayload,
        body=Romanized,
        problems=(*REFUSED, "unknown-system", "no-systems", "not-of-system", "text-too-long"),
        asks=TRANSLITERATE_ASKS,
        example=TRANSLITERATED,
    )
)
def transliterate_text() -> Response:
    """Write a text in Latin letters by each of the systems asked for.

    The text may be a name or running text of up to 200,000 characters; case, blanks, digits, punctuation, tags and
    addresses stay. Each form says who published the system and when, whether the text can be read back from it, and
    which letters the system does not know. A spelling in Latin letters is taken to another system through the native
    ones that `from` writes so; if there are several, they are candidates and no form is called certain that they do
    not share. Where a name is that of one `entity` of the gazetteer, forms of press usages have the names `recorded` of
    it in their language, as *Kiew* beside *Kyjiw*; it is null where the gazetteer is not sure, or not there:

        curl http://127.0.0.1:8000/transliterate -H 'Content-Type: application/json' \\
             -d '{"text": "Чернігів", "language": "uk", "systems": ["national-2010", "press-fr"]}'
    """
    said = answer(parameters.transliterate_body(request), languages_of)
    return payloads.answer(transliterated(said, named_by(said)))


@blueprint.get("/transliterate/systems")
@described(Operation(gives=SystemsPayload, problems=("bad-parameter",)))
def list_systems() -> Response:
    """List the romanization systems, published ones and press usages alike.

    Each with the language and script it romanizes, authority, year and source; `target_language` is the language in
    which a press usage is usage, and null of a published system:

        curl http://127.0.0.1:8000/transliterate/systems
    """
    parameters.no_query(request)
    return payloads.answer(systems_listed(systems().values()))


@blueprint.post("/transliterate/explain")
@described(
    Operation(
        gives=ExplainedPayload, body=Explaining, problems=(*REFUSED, "no-systems"), asks=EXPLAIN_ASKS, example=EXPLAINED
    )
)
def explain_spelling() -> Response:
    """Say which systems could have made a spelling, best first.

    With the native spelling, those that write it so; without it, every system is run backwards, and the native
    spellings that it would have made it of are listed, those first that are names of the gazetteer (`known`). Where
    only diacritics or apostrophes are left out, `exact` is false:

        curl http://127.0.0.1:8000/transliterate/explain -H 'Content-Type: application/json' \\
             -d '{"text": "Tchernihiv", "native": "Чернігів"}'
    """
    asked = parameters.explain_body(request)
    makers = explain(asked.text, asked.native, asked.language, known=known_names)
    return payloads.answer(explained(asked.text, asked.native, makers))
