"""Names of other things that a list has for a place, because it took them from an article of the same title.

Who's On First calls a village Гай as hay is called, Шевченко as a footballer, and Зелена as a green party. What a
village is called in other languages is mostly its own name written in them. Where most of it is not, and either differs
from one language to the next, as words do that are translated, or has more words than names of its own, as people and
what is somewhere have, or is left as it is by all, as foreign names in Latin letters are, it is another thing's: then
only names of its own are left. A place that was given another name is not meant: what it is called is written alike
everywhere, in Ukrainian as well, which puts people's surnames first.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from statistics import fmean, mode

from gazetteer.errors import BadRow
from gazetteer.importers.ukraine import reading, romanized
from gazetteer.matching.similarity import ratio, token_ratio
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

OF_MAPS = (None, "uk-Latn", "ru-Latn")  # what comes of maps, not of an encyclopedia
NATIVE = ("uk", "ru")
READ = ("Latn", "Cyrl")  # the scripts in which names are compared
LIKE = 0.55  # the share of letters in common from which on a name is the same, written in another language
FEWEST = 2  # unlike names that may be another thing's
ENCYCLOPEDIA = "wikidata"


def leave_own_names(row: EntityRow) -> int:
    """Leave a locality of Ukraine the names of its own; how many were another thing's.

    Raises:
        BadRow: none of its names is its own.
    """
    if not any(name.language in (*OF_MAPS, *NATIVE) for name in row.names):
        return 0  # there is nothing to compare with
    own = _own(row)
    others = [name for name in row.names if name.language not in (*OF_MAPS, *NATIVE) and script_of(name.text) in READ]
    unlike = _unlike(others, own)
    if len(unlike) < FEWEST or 2 * len(unlike) <= len(others) or _is_renamed(row, unlike):
        return 0
    if not (_longer(unlike, own) or _translated(unlike) or _is_left_as_it_is(unlike)):
        return 0
    if not own:
        raise BadRow("its names are another thing's")
    dropped = len(row.names) - len(own)
    row.names = own
    row.identifiers = [pair for pair in row.identifiers if pair[0] != ENCYCLOPEDIA]
    native = next((name for name in own if name.language == "uk"), None)
    if native is not None:
        native.preferred = True
    if row.canonical not in {name.text for name in own}:
        latin = [name.text for name in own if script_of(name.text) == "Latn"]
        row.canonical = romanized(native.text) if native is not None else (latin or [own[0].text])[0]
    return dropped


def _own(row: EntityRow) -> list[NameRow]:
    """The names of maps, the main name where a native one is like it, and the native ones like one of these."""
    maps = [name for name in row.names if name.language in OF_MAPS and script_of(name.text) in READ]
    native = [name for name in row.names if name.language in NATIVE and script_of(name.text) == "Cyrl"]
    main = NameRow(row.canonical)
    same = [name for name in native if _is_same(name, main)]
    found = {name.key() for name in (*maps, *same)}
    found.update(name.key() for name in native if any(_is_same(name, other) for other in maps))
    return [name for name in row.names if name.key() in found or (same and name.text == row.canonical)]


def _is_renamed(row: EntityRow, unlike: Sequence[NameRow]) -> bool:
    """Whether most of the names are some Ukrainian name of the row, word for word."""
    told = [name for name in row.names if name.language == "uk"]
    return any(2 * sum(_is_same(name, native) for name in unlike) > len(unlike) for native in told)


def _is_same(one: NameRow, other: NameRow) -> bool:
    """Whether two names are one by their letters, with as many words."""
    if _words(one.text) != _words(other.text):
        return False
    return ratio(reading(one.text, one.language), reading(other.text, other.language)) >= LIKE


def _unlike(names: Iterable[NameRow], own: Sequence[NameRow]) -> list[NameRow]:
    """The names that are like none of its own, or have more words than most of them."""
    known = {reading(name.text, name.language) for name in own}
    plain = {fold(name.text) for name in own} | known
    usual = _usual_words(own)
    return [name for name in names if _words(name.text) > usual or not _is_written(name, known, plain)]


def _is_written(name: NameRow, known: Collection[str], plain: Collection[str]) -> bool:
    folded = fold(name.text)
    if any(ratio(folded, other) >= LIKE or token_ratio(folded, other) >= LIKE for other in plain):
        return True
    said = reading(name.text, name.language)
    return any(ratio(said, other) >= LIKE for other in known)


def _longer(unlike: Sequence[NameRow], own: Sequence[NameRow]) -> bool:
    """Whether most have more words than most of its own."""
    usual = _usual_words(own)
    return 2 * sum(_words(name.text) > usual for name in unlike) > len(unlike)


def _translated(unlike: Sequence[NameRow]) -> bool:
    """Whether the names in Latin letters differ from one language to the next."""
    latin = sorted({fold(name.text) for name in unlike if script_of(name.text) == "Latn"})
    return len(latin) > FEWEST and fmean(ratio(one, other) for one, other in combinations(latin, 2)) < LIKE


def _is_left_as_it_is(unlike: Sequence[NameRow]) -> bool:
    """Whether every language writes one and the same, as none does that transcribes a name from Cyrillic."""
    latin = [fold(name.text) for name in unlike if script_of(name.text) == "Latn"]
    return len(latin) > FEWEST and len(set(latin)) == 1


def _usual_words(own: Iterable[NameRow]) -> int:
    """How many words most of its own names have: one *Imeni Shevchenko* beside Шевченко and Shevchenko is no more."""
    return mode([*(_words(name.text) for name in own), 1])


def _words(text: str) -> int:
    return len(fold(text).split())
