"""Naming: which entity a text that is one name names, and which names are recorded of it in other languages.

Rules make *Kyjiw* of Київ, and German papers write *Kiew*: such a name is no matter of rules, it is recorded.
Only what is certain is said: a name that is written just so, and a decision that is a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gazetteer.errors import BadName
from gazetteer.languages.official import official_languages
from gazetteer.matching.ordinary import CITY_WEIGHT
from gazetteer.model import Match, Name, Named, NameKind, Outcome, Query, Stage
from gazetteer.resolve import Gazetteer, names_of, resolve
from gazetteer.romanization.forms import NAME_LONGEST, Form
from gazetteer.text.clean import clean
from gazetteer.text.scripts import script_of

MOST = 3  # names of a language
USUAL = frozenset((NameKind.VARIANT, NameKind.ENDONYM, NameKind.EXONYM))
# How many times likelier a text is in a language that has it as a name, and in that of the country which is called so.
LIKELIER, LIKELIER_AT_HOME = 8.0, 24.0
# Languages that press usages have another code for than names.
CODES = {"nb": "no"}


def is_one_name(text: str) -> bool:
    """Whether a text may be one name: short, on one line. No other is looked up.

    >>> is_one_name("Київ"), is_one_name("Київ\\nЛьвів")
    (True, False)
    """
    return len(text) <= NAME_LONGEST and "\n" not in text.strip()


def entity_named(gazetteer: Gazetteer, text: str, language: str) -> Named | None:
    """The entity that a text in this language names, with its names; None if the text is no name of one alone."""
    written = _cleaned(text)
    if written is None:
        return None
    match = _meant(gazetteer, Query(written, language=language))
    if match is None:
        return None
    names = names_of(gazetteer, match.key)
    own = {one.kind for one in names if one.text == written and one.shown and _language(one) in (language, None)}
    # A short or a former name has short or former ones beside it in other languages, and not the usual ones.
    kinds = USUAL if own & USUAL else own - {NameKind.MISSPELLING}
    return Named(match.entity, _by_language(names, kinds)) if kinds else None


def languages_with(gazetteer: Gazetteer, text: str) -> Mapping[str, float]:
    """The languages in which a text is recorded as a name of what it may mean, and how many times likelier that makes
    it to be in them: most in the language of the country itself. Empty where the text is not one name, or nobody's.
    """
    written = _cleaned(text)
    if written is None:
        return {}
    found: dict[str, float] = {}
    decided = resolve(gazetteer, Query(written), judgements=gazetteer.held(), explain=False, depth=Stage.EXACT)
    for match in decided.matches:
        own = official_languages(match.entity.country)[:1]
        for one in names_of(gazetteer, match.key):
            code = _language(one)
            if code is not None and one.text == written and one.shown and not one.inferred:
                found[code] = max(found.get(code, 1.0), LIKELIER_AT_HOME if code in own else LIKELIER)
    return found


def besides(named: Named | None, form: Form) -> Sequence[str]:
    """The names recorded in the language of a press usage; none where the first of them is the form itself."""
    names = () if named is None else named.names.get(form.system.language or "", ())
    return () if names[:1] == (form.text,) else names


def _cleaned(text: str) -> str | None:
    """A text that may be one name, without what is no part of it; None if it is none."""
    try:
        return clean(text) if is_one_name(text) else None
    except BadName:
        return None


def _meant(gazetteer: Gazetteer, asked: Query) -> Match | None:
    """The match that a name is linked to, of those that are written so.

    Чернігів is also an ordinary word to those who count words. Who wants it in other letters has a name in mind: a city
    that alone is called so is asked for once more as what it is.
    """
    held = gazetteer.held()
    decided = resolve(gazetteer, asked, judgements=held, explain=False, depth=Stage.EXACT)
    if decided.outcome is not Outcome.LINKED and len(decided.matches) == 1:
        only = decided.matches[0]
        if only.weight < CITY_WEIGHT:
            return None
        asked = replace(asked, kind=only.entity.kind)
        decided = resolve(gazetteer, asked, judgements=held, explain=False, depth=Stage.EXACT)
    return decided.matches[0] if decided.outcome is Outcome.LINKED else None


def _by_language(names: Sequence[Name], kinds: frozenset[NameKind] | set[NameKind]) -> dict[str, tuple[str, ...]]:
    """The shown names of some kinds in Latin letters, the main one of each language first, then as they are stored."""
    found: dict[str, dict[str, None]] = {}
    for one in sorted(names, key=lambda name: (not name.preferred, name.inferred)):
        language = _language(one)
        if language is not None and one.shown and one.kind in kinds and script_of(one.text) == "Latn":
            found.setdefault(CODES.get(language, language), {})[one.text] = None
    return {language: tuple(texts)[:MOST] for language, texts in found.items()}


def _language(name: Name) -> str | None:
    return name.language and name.language.split("-")[0]
