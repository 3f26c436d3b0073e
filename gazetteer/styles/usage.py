"""The name that a language uses of a place, where lists do not say whose language its names are.

GeoNames has *München*, *Munich* and *Monachium* side by side. What a language writes much, and English hardly, is its
own. Only what is plain is told: words of that language that are written so too would be taken for names.
"""

from collections.abc import Iterable, Sequence

from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Kind, Name, NameKind
from gazetteer.romanization.country_names import country_named
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import COMMON, KNOWN, usage, zipf

USUAL = frozenset((NameKind.VARIANT, NameKind.ENDONYM, NameKind.EXONYM))
# On the Zipf scale: from where a form is in use; so much more than in English it is the language's own, so much more
# than the English form it is used instead of that.
IN_USE, MORE_THAN_IN_ENGLISH, INSTEAD = 2.0, 0.9, 1.0
# So much less than the English form one is not in use beside it.
MUCH_RARER = 1.3
# No language has a name of its own for a place that English hardly writes of, or that is smaller.
WRITTEN_OF, LEAST_PEOPLE = 2.4, 150_000
# What is used so much more than the place in English is another word: *leck* is more in German than Liège.
ANOTHER_WORD = 1.15
# A word as common as those that are no names must be as like the English form; all others at least this.
LIKE, VERY_LIKE = 0.43, 0.9
NEARLY = 0.5  # of forms that are nearly as much used the one most like the English form is no case of another
MARKED = 0.1  # so much less is a word written without its marks than at all
# The marked letters of languages; of others a form without marks is taken.
LETTERS = {"de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "pl": "ąćęłńóśźż"}
# Polish uses a name in all its cases, and lists have some of them.
CASE_ENDINGS = {"pl": ("ii", "u", "om", "em", "ie", "owi", "ach")}


def is_used_in(language: str, text: str) -> bool:
    """Whether a form of no stated language is used in this one, and in English much less."""
    used = usage(text, language)
    return used >= IN_USE and used - usage(text, "en") >= MORE_THAN_IN_ENGLISH


def is_used_beside(language: str, text: str, canonical: str) -> bool:
    """Whether a form is used in a language, and not much less than the English one."""
    return is_used_in(language, text) and usage(text, language) >= usage(canonical, language) - MUCH_RARER


def unstated(names: Iterable[Name]) -> list[Name]:
    """Of names those of no stated language that one may write in Latin letters."""
    return [
        name
        for name in names
        if name.language is None and name.shown and name.kind in USUAL and script_of(name.text) == "Latn"
    ]


def name_in_use(language: str, entity: Entity, names: Sequence[Name]) -> str | None:
    """What a language calls a well-known place, by how much it uses the names of it that are in no stated language."""
    official = official_languages(entity.country)
    home = usage(entity.canonical, "en")
    if entity.kind is not Kind.PLACE or (entity.population or 0) < LEAST_PEOPLE or entity.feature_type == "region":
        return None
    if "en" in official or home < WRITTEN_OF or not entity.canonical.isalpha() or country_named(entity.canonical):
        return None
    at_home = language in official
    own = usage(entity.canonical, language)
    if abs(own - home) > ANOTHER_WORD and not at_home:
        own = 0.0  # nice is an English word in German too
    found = [
        (used, ratio(fold(text), fold(entity.canonical)), text)
        for text in _written(language, entity, names)
        if (used := usage(text, language)) >= own + INSTEAD and (at_home or used <= home + ANOTHER_WORD)
    ]
    common = {text for _, _, text in found if not at_home and zipf(text, language) >= COMMON}
    likely = [one for one in found if one[1] >= (VERY_LIKE if one[2] in common else LIKE)]
    most = max((used for used, _, _ in likely), default=0.0)
    near = [one for one in likely if one[0] >= most - NEARLY]
    return max(near, key=lambda one: (one[1], one[0], one[2]))[2] if near else None


def _written(language: str, entity: Entity, names: Sequence[Name]) -> list[str]:
    """The single words that are used of a place in a language, each with the marks it is written with there."""
    forms: dict[str, list[str]] = {}
    for name in unstated(names):
        if name.text.istitle() and name.text.isalpha() and not name.text.endswith(CASE_ENDINGS.get(language, ())):
            forms.setdefault(fold(name.text), []).append(name.text)
    forms.pop(fold(entity.canonical), None)
    spelled = (_spelled(language, bare, texts) for bare, texts in forms.items() if is_used_in(language, bare))
    return [text for text in spelled if text is not None]


def _spelled(language: str, bare: str, texts: Sequence[str]) -> str | None:
    """Of forms that differ in marks the one with those of the language, if it is not used without any."""
    plain = next((text for text in texts if text.lower() == bare), None)
    if 0.0 < usage(bare, language) - MARKED <= zipf(bare, language):
        return plain
    own = LETTERS.get(language, "")
    marked = (text for text in texts if text != plain and all(char.isascii() or char in own for char in text.lower()))
    return next(marked, plain if usage(bare, language) < KNOWN else None)
