"""Wording: names that a text tells as words, by the names of their time, or beside their translation.

Nothing is advised on them, for a text that speaks of a name means just that name.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from gazetteer.model import Kind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.bearers import OF_TODAY, left_to_bearers
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_no_name
from gazetteer.tagging.mentioned import left_as_words
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import ENGLISH_USED, Opinion
from gazetteer.tagging.tokens import Token
from gazetteer.text.scripts import script_of
from gazetteer.text.words import EXONYMS_OF, usage

Spans = list[tuple[int, int]]
ENGLISH = "en"  # the language whose words these are
LOOKED_BACK = 32  # letters before a name
# What stands before a name that is told as a name, or that a ship or an animal has.
TOLD_AS_NAME = re.compile(
    r"\b(?:call(?:s|ed)? it|knew it as|dated|(?:he|she|they|we|people) (?:still |once )?call(?:s|ed)?"
    r"|[a-z]+s (?:still|once) call(?:ed)?"
    r"|(?:then|once|still|formerly) (?:called|known as)"
    r"|(?:carrier|ship|vessel|frigate|submarine|yacht|horse|dog|cat|boat)(?: was| is)? (?:named|called))"
    r" [\"'“‘]?\Z"
)
# The same of a person, whom one calls as well by telephone: a man whom his compatriots call Zelenski.
PERSON_TOLD_AS_NAME = re.compile(r"\b(?:call(?:s|ed)? (?:him|her)|whom\b[^.!?]*\bcall) \Z")
# What stands before a name that is told as a spelling, whatever follows: she spells it Kyjiw; and if nothing goes on
# from it: her aunt wrote Kijów.
_SPELT = "spell(?:s|ed|ing)?|spelt|writes?|wrote|written"
SPELT_IT = re.compile(rf"\b(?:{_SPELT}) it (?:as )?[\"'“‘]?\Z")
TOLD_AS_SPELT = re.compile(rf"\b(?:{_SPELT}) (?:as )?[\"'“‘]?\Z")
# The English article, and what stands behind a name that nothing goes on from, or that lies somewhere else than the
# place of that name: a Sebastopol, which is no town; a Sebastopol in Monmouthshire.
ARTICLE, ENDS_THERE = re.compile(r"(?<!\w)an? \Z"), re.compile(r"[\"'”’]?(?:[.,;:!?)]|\Z)")
LIES_ELSEWHERE = re.compile(r" (?:in|near|outside) [A-Z]")
# A ship has an article, as no city has: the Kiev was scrapped; where ships are spoken of, with any verb.
DEFINITE = re.compile(r"(?<!\w)[Tt]he \Z")
OF_A_SHIP = re.compile(r" (?:sailed|sank|was (?:sold|scrapped|launched|commissioned|towed|sunk|moored))\b|, sold\b")
OF_ANYTHING = re.compile(r" (?:was|is|has|had|became|will)\b|, (?:built|now)\b")
SHIPS = re.compile(
    r"\b(?:aircraft carrier|warship|frigate|cruiser|destroyer|submarine|shipyard|vessel)s?\b", re.IGNORECASE
)
# What stands before a ship's name, whatever follows: the cruiser Moskwa, HMS Sebastopol.
_SORTS_OF_SHIPS = (
    "barque|battlecruiser|battleship|boat|brig|carrier|corvette|cruiser|cutter|destroyer|dreadnought|ferry|flagship"
    "|freighter|frigate|gunboat|icebreaker|liner|minesweeper|schooner|ship|steamer|steamship|submarine|tanker|trawler"
    "|tug|tugboat|u-boat|vessel|warship|yacht"
)
SHIP_BEFORE = re.compile(rf"\b(?:(?i:{_SORTS_OF_SHIPS})|HMS|USS|SS|MS|MV|RMS|HMCS|HMAS|INS) [\"'“‘]?\Z")
SPOKEN_OF = 250  # letters to either side in which a ship is
# What leads from an old name to the one of today: Nikolayev, now Mykolaiv.
NOW_CALLED = re.compile(r",? \(?(?:now|today|present-day|modern)(?: called)? ")
# What stands behind the name of a genus: the rest of a species' name in Latin.
SPECIES = re.compile(r" ([a-z]{3,}(?:ensis|ense|oides|ii|ae|us|um|ica|ana))(?!\w)")
# What stands before several things of a name: nine supermarket Kievs.
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|some|few|these|those|both|all"
SEVERAL = re.compile(rf"\b(?:{_NUMBERS})(?: [a-z]+)? \Z", re.IGNORECASE)
# What stands before a name in another writing that is told as a word, and before one in the language that is named.
AS_A_WORD = re.compile(r"\b(?:written|spelled|spelt|means?|meaning|word) [\"'“‘«]?\Z")
LABELLED, IN_BRACKETS = re.compile(r"(?:[(\[]|; )([A-Z]\w+): \Z"), re.compile(r"[)\];,]")
IN_LANGUAGE = re.compile(r"(?:\b[Ii]n |[(\[])([A-Z]\w+)[:,]? \Z")
# A name before another that is the same in another writing: Kharkiv (Харків), Yerevan or Երևան.
BESIDE = re.compile(r"([A-Z][a-z'’-]+)(?: ?[(\[/] ?| or |, or | [–—-] )\Z")
INSTEAD = re.compile(r"\b(?:rather than|instead of|not|never) .\Z")  # "Kyiv" rather than "Kiev"
IN_QUOTES = (re.compile(r"[\"“„«‹'‘]\Z"), re.compile(r"[\"”“»›'’]"))
# A year in which places bore the names of their time, to the end of the Second World War: a date, not a number.
_YEAR = r"(?:1[0-8]\d\d|19[0-3]\d|194[0-5])(?![\w-])(?!,\d)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = rf"(?:(?:early|late|{_MONTHS}|the (?:spring|summer|autumn|winter) of) )?{_YEAR}"
_WITH_ANOTHER = r"(?:(?:,|,? and|,? or) [A-Z][\w-]+)?"  # driven from Lwów and Wilno in 1945
IN_A_YEAR = re.compile(
    rf"{_WITH_ANOTHER},? (?:in|of) {_WHEN}|, then (?:the|an?|in|part)\b"
)  # the Kiev of 1918, Czernowitz, then the
OF_A_YEAR = re.compile(rf"\bthe {_YEAR} [a-z]+ of \Z")  # the 1943 battle of Kharkov
_WITH = "the|and|to|by|when|as|at|for|with|an?|he|she|it|they|was|were|had|from|in|or|but|until|after|before"
_LIVED = "studied|taught|worked|served|trained|fought|was educated|grew up"
OPENS_WITH_A_YEAR = re.compile(
    rf"In {_WHEN}(?! (?!(?:{_WITH})\b)[a-z])|Born in {_WHEN}[^.;]{{0,60}}?, (?:he|she|they) (?:{_LIVED})\b"
)
# How much rarer a name is in English at most than where it is at home.
RARER = 1.6
# Countries with places that were under others of a language, whose names English used for them.
RULED_FROM = {
    "pl": frozenset(("UA", "LT", "BY")),
    "de": frozenset(("PL", "CZ", "SK", "UA", "RO", "LT", "LV", "EE", "RU")),
    "hu": frozenset(("SK", "RO", "UA", "RS", "HR")),
}


def left_by_the_wording(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token], language: str
) -> Spans:
    """The spans of names that a text in a language tells as words, as names of their time, or beside others."""
    left = _glosses(found, text, language)
    if language.split("-")[0] == ENGLISH:
        left += [(start, end) for _, _, start, end in found if _is_a_genus(text, end)]
        left += _of_their_time(found, opinions, persons, text, tokens)
        left += left_to_bearers(found, opinions, persons, text, tokens)
        left += _told_as_names(found, opinions, persons, text)
        left += left_as_words(found, opinions, persons, text, tokens)
    return left


def _of_their_time(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token]
) -> Spans:
    """The spans of other names of places that are told of years long past: the Kiev of 1918."""
    starts = [token.start for token in tokens if token.opens]
    today = {bisect_right(starts, said.start()) for said in OF_TODAY.finditer(text)}
    past = {place for place, start in enumerate(starts, 1) if OPENS_WITH_A_YEAR.match(text, start)} - today
    left: Spans = []
    for span, surface, start, end in found:
        sentence = bisect_right(starts, start)
        told = sentence in past or (sentence not in today and _is_told_of_a_year(text, start, end))
        if told and _may_be_old(surface, opinions[(surface, kind_of(span, surface, persons))]):
            left.append((start, end))
    return left


def _is_told_of_a_year(text: str, start: int, end: int) -> bool:
    return bool(IN_A_YEAR.match(text, end) or OF_A_YEAR.search(text, max(0, start - LOOKED_BACK), start))


def _may_be_old(surface: str, opinion: Opinion) -> bool:
    """Whether another name of a place may be what English called it: not what another language alone does."""
    used = usage(surface, ENGLISH)
    if not _is_another_name(opinion) or used < ENGLISH_USED:
        return False
    country = opinion.entity.country if opinion.entity is not None else None
    if any(country in RULED_FROM.get(tongue, ()) for tongue in opinion.through):
        return True  # Lwów
    return used >= max(usage(surface, tongue) for tongue in EXONYMS_OF) - RARER


def _is_another_name(opinion: Opinion) -> bool:
    return opinion.advice is Advice.HOUSE_STYLE and opinion.kind is Kind.PLACE


def _told_as_names(found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of other names that are told as names, or are other things': Poles called it Lwów."""
    return [
        (start, end)
        for span, surface, start, end in found
        if _is_told_as_a_name(text, start, end, opinions[(surface, kind_of(span, surface, persons))])
        or (surface.endswith("s") and SEVERAL.search(text, max(0, start - LOOKED_BACK), start))
    ]


def _is_told_as_a_name(text: str, start: int, end: int, opinion: Opinion) -> bool:
    if opinion.kind is Kind.PERSON and opinion.advice is not None:
        told = PERSON_TOLD_AS_NAME.search(text, max(0, start - 2 * LOOKED_BACK), start)
        return bool(told and ENDS_THERE.match(text, end))
    if not _is_another_name(opinion):
        return False
    if _is_now_called(text, end, opinion.replacement):
        return True
    before = max(0, start - LOOKED_BACK)
    if ARTICLE.search(text, before, start) and LIES_ELSEWHERE.match(text, end):
        return True
    if SHIP_BEFORE.search(text, before, start) or _is_a_ship(text, start, end):
        return True
    labelled = IN_BRACKETS.match(text, end) and _is_of_a_language(LABELLED, text, before, start, ENGLISH)
    if labelled or SPELT_IT.search(text, before, start):
        return True
    if INSTEAD.search(text, before, start) and _is_quoted(text, start, end):
        return True
    if not ENDS_THERE.match(text, end):
        return False
    if TOLD_AS_SPELT.search(text, before, start):
        return True
    return bool(TOLD_AS_NAME.search(text, before, start) or ARTICLE.search(text, before, start))


def _is_now_called(text: str, end: int, today: str | None) -> bool:
    """Whether the name of today is told right behind another: Nikolayev, now Mykolaiv."""
    leads = NOW_CALLED.match(text, end)
    if leads is None or today is None or not text.startswith(today, leads.end()):
        return False
    return ENDS_THERE.match(text, leads.end() + len(today)) is not None


def _is_a_ship(text: str, start: int, end: int) -> bool:
    """Whether an article and what follows make a ship of a name."""
    if not DEFINITE.search(text, max(0, start - LOOKED_BACK), start):
        return False
    if OF_A_SHIP.match(text, end):
        return True
    return bool(OF_ANYTHING.match(text, end) and SHIPS.search(text, max(0, start - SPOKEN_OF), end + SPOKEN_OF))


def _is_a_genus(text: str, end: int) -> bool:
    """Whether a word that English has not follows, as in the Latin name of a species: Branta sandvicensis."""
    said = SPECIES.match(text, end)
    return said is not None and usage(said[1], ENGLISH) == 0.0


def _glosses(found: Sequence[Found], text: str, language: str) -> Spans:
    """The spans of names in another writing beside their translation: Kharkiv (Харків), in Arabic القاهرة."""
    if script_of_language(language) != "Latn":
        return []
    return [
        (start, end)
        for _, surface, start, end in found
        if script_of(surface) != "Latn" and _is_a_gloss(text, start, end, language)
    ]


def _is_a_gloss(text: str, start: int, end: int, language: str) -> bool:
    """Whether what stands there is told as a word, is named with its language, or is quoted alone."""
    before = max(0, start - LOOKED_BACK)
    if AS_A_WORD.search(text, before, start) or BESIDE.search(text, before, start):
        return True
    if _is_of_a_language(IN_LANGUAGE, text, before, start, language):
        return True
    return _is_quoted(text, start, end) or _is_inside_a_gloss(text, start)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands in quotation marks alone."""
    opening, closing = IN_QUOTES
    return bool(opening.search(text, max(0, start - 1), start) and closing.match(text, end))


def _is_of_a_language(label: re.Pattern[str], text: str, before: int, start: int, language: str) -> bool:
    """Whether a name is the one in a language that is said before it: (Russian: Kharkov)."""
    said = label.search(text, before, start)
    return said is not None and is_no_name(said[1], language)


def _is_inside_a_gloss(text: str, offset: int) -> bool:
    """Whether a bracket is open that a name stands before, with only such names in it: (Харків; Харьков)."""
    opened = text.rfind("(", max(0, offset - LOOKED_BACK), offset)
    return opened > 0 and BESIDE.search(text, max(0, opened - LOOKED_BACK), opened + 1) is not None
