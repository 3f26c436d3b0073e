"""Choosing: what a person says of a name, in words, and what the rows of that name are told then.

The words are those of a review's `decision` column and of the terminal alike:
`2`, `geonames-713174`, `nobody`, `variant 2`, each with `all` before it for the whole cluster.
"""

import re
from dataclasses import dataclass

from gazetteer.bulk.answers import Answer
from gazetteer.bulk.asking import CANDIDATES
from gazetteer.bulk.store import Chosen, Known, Store
from gazetteer.errors import BadParameter, EntityNotFound
from gazetteer.model import Entity, Outcome, Style
from gazetteer.query import shown
from gazetteer.store import Engine, read_account
from gazetteer.styles import spelling

NOBODY, VARIANT, ALL = "nobody", "variant", "all"
CHOSEN = "chosen"  # the relation of what a person decided
WORDS = re.compile(rf"(?:({ALL})\s+)?(?:({VARIANT})\s+)?(\S+)", re.IGNORECASE)
NUMBER = re.compile(r"(\d{1,9})(?:[.,]0+)?")  # a spreadsheet may have made 1,0 of it
ID = re.compile(r"[A-Za-z0-9._~-]{1,200}")
RIGHT = (
    f"write a candidate's number (1 to {CANDIDATES}), an entity's id such as geonames-713174, {NOBODY},"
    f" or {VARIANT} and a number or an id; {ALL} before it decides for the whole cluster"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a name: the candidate of this number, or the entity of this id, or nobody."""

    number: int | None = None
    id: str | None = None
    variant: bool = False  # and the gazetteer is to have the spelling
    all: bool = False  # and of all its cluster

    @property
    def nobody(self) -> bool:
        """Whether nobody in the gazetteer is meant."""
        return self.number is None and self.id is None


def parse(text: str) -> Said:
    """What the words say.

    Raises:
        BadParameter: they say nothing that can be done; the text is what would be right.

    >>> parse("all Variant geonames-698740").id, parse("Nobody").nobody, parse("1,0").number
    ('geonames-698740', True, 1)
    """
    found = WORDS.fullmatch(text.strip())
    if found is None:
        raise BadParameter(f"{shown(text)} is no decision; {RIGHT}.")
    every, variant, target = bool(found[1]), bool(found[2]), found[3]
    if target.lower() == NOBODY and not variant:
        return Said(all=every)
    if (number := NUMBER.fullmatch(target)) is not None:
        return Said(number=int(number[1]), variant=variant, all=every)
    # An id has a scheme and a value; a single word is a slip.
    if not ID.fullmatch(target) or "-" not in target:
        raise BadParameter(f"{shown(text)} is no decision; {RIGHT}.")
    return Said(id=target, variant=variant, all=every)


class Chooser:
    """Makes of what a person says what rows are told; entities are looked up once each, in the spelling of a style."""

    def __init__(self, engine: Engine, style: Style) -> None:
        self._engine = engine
        self._style = style
        self._found: dict[str, tuple[Entity, str]] = {}

    def decide(self, store: Store, known: Known, said: Said) -> list[Chosen]:
        """What is decided of a name, or of all names of its cluster, by what a person said.

        Raises:
            BadParameter: the name has no such candidate.
            EntityNotFound: no entity has that id.
        """
        entity_id = None if said.nobody else _chosen_id(known, said)
        names = store.known_of(store.cluster_of(known.values)) if said.all else (known,)
        return [self._choose(one, entity_id, variant=said.variant) for one in names]

    def _choose(self, known: Known, entity_id: str | None, *, variant: bool) -> Chosen:
        quoted, choices = f"‘{known.values[0]}’", known.answer.choices
        if entity_id is None:
            why = f"A person decided that {quoted} is nobody in the gazetteer."
            return Chosen(known.values, NOBODY, Answer(Outcome.NIL, None, None, 0.0, CHOSEN, why, choices))
        entity, canonical = self._entity(entity_id)
        told = f"{entity.canonical} ({entity.description})" if entity.description else entity.canonical
        why = f"A person decided that {quoted} means {told}."
        answer = Answer(Outcome.LINKED, canonical, entity.id, 1.0, CHOSEN, why, choices)
        return Chosen(known.values, f"{VARIANT} {entity.id}" if variant else entity.id, answer)

    def _entity(self, entity_id: str) -> tuple[Entity, str]:
        if entity_id not in self._found:
            with self._engine.connect() as connection:
                try:
                    account = read_account(connection, entity_id)
                except EntityNotFound as missing:
                    raise EntityNotFound(f"{str(missing).rstrip('.')}; {RIGHT}.") from None
            names = [name for name, _ in account.names]
            self._found[entity_id] = account.entity, spelling(self._style, account.entity, lambda: names)
        return self._found[entity_id]


def _chosen_id(known: Known, said: Said) -> str:
    if said.id is not None:
        return said.id
    choices, number = known.answer.choices[:CANDIDATES], said.number or 0
    if 1 <= number <= len(choices):
        return choices[number - 1].id
    if not choices:
        raise BadParameter(f"It has no candidates, so there is no number {number}; write an entity's id, or {NOBODY}.")
    there = "one candidate" if len(choices) == 1 else f"{len(choices)} candidates"
    raise BadParameter(f"It has {there}, so there is no number {number}; write one of 1 to {len(choices)}, or an id.")
