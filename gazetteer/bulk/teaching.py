"""Teaching: what a person decided in a run, told to the gazetteer, so that it holds for everyone from then on.

A decision becomes a judgement, and a variant a name of its entity as well. What was told before is not told again, even
if somebody has undone it since.
"""

from dataclasses import dataclass

from gazetteer.bulk.answers import from_bytes
from gazetteer.bulk.asking import Asking, language_of
from gazetteer.bulk.choosing import parse
from gazetteer.bulk.names import could_be_name
from gazetteer.bulk.store import Chosen, Store
from gazetteer.model import Action, Judgement, Kind, NameKind, Outcome
from gazetteer.store import (
    Connection,
    Engine,
    EntityRow,
    NameRow,
    Writer,
    context_hash,
    enter_source,
    gazetteer_version,
    listed,
    read_account,
    record,
    set_version,
    writing,
)
from gazetteer.text.clean import clean

SOURCE = "bulk-review"
ABOUT = {"title": "Spellings that an editor confirmed in a review of a table"}
REASON = "decided in a bulk review"
AT_ONCE = 500  # names in one batch


@dataclass(slots=True)
class Taught:
    """What was told to the gazetteer that was new to it."""

    judgements: int = 0
    names: int = 0
    kept_back: int = 0  # `nobody` said of a name in its context, which need not hold elsewhere


def teach(engine: Engine, store: Store, asking: Asking) -> Taught:
    """Tell the gazetteer what was decided of the names in a store, in one transaction.

    Raises:
        EntityNotFound: an entity is gone since it was chosen.
    """
    taught = Taught()
    variants: list[tuple[Chosen, str]] = []
    with writing(engine) as connection:
        for one in store.chosen():
            if not could_be_name(one.values[0]):
                continue
            said = parse(one.said)
            if said.variant and said.id is not None:
                variants.append((one, said.id))
            if said.id is not None:
                taught.judgements += _tell(connection, _accepted(one, said.id))
            elif from_bytes(store.answers([one.values])[one.values].answer).decision is Outcome.NIL:
                continue  # the gazetteer says so itself
            elif asking.context or asking.kind or asking.country:
                taught.kept_back += 1
            else:
                taught.judgements += sum(_tell(connection, judgement) for judgement in _refused(one))
        taught.names = _add_names(connection, variants, asking)
    return taught


def _accepted(one: Chosen, entity_id: str) -> Judgement:
    around = " ".join(one.values[1:]).strip()
    return Judgement(one.values[0], entity_id, Action.ACCEPT, context_hash(around) if around else None)


def _refused(one: Chosen) -> list[Judgement]:
    """That a name means nobody, said of the candidates that the person saw.

    It holds for the name wherever it stands, so it is for names that were told alone: *Springfield, Oregon* may be
    nobody here, and Springfield somebody elsewhere.
    """
    return [Judgement(one.values[0], choice.id, Action.NOT_THIS) for choice in one.answer.choices]


def _tell(connection: Connection, judgement: Judgement) -> bool:
    """Record a judgement, unless the same was recorded before, undone or not; whether it was new."""
    if any(known.judgement == judgement for known in listed(connection, name=judgement.name)):
        return False
    record(connection, judgement, reason=REASON)
    return True


def _add_names(connection: Connection, variants: list[tuple[Chosen, str]], asking: Asking) -> int:
    """Give entities the spellings that are names of theirs, where they have not got them; how many were new."""
    rows: dict[str, EntityRow] = {}
    for one, entity_id in variants:
        account = read_account(connection, entity_id)
        entity, text = account.entity, clean(one.values[0])
        row = rows.setdefault(entity.id, _row(entity.id, entity.kind, entity.canonical))
        known = {name.text for name, _ in account.names} | {name.text for name in row.names}
        if text not in known:
            row.names.append(NameRow(text, _language(one, asking), NameKind.VARIANT, source=SOURCE))
    wanted = [row for row in rows.values() if row.names]
    if not wanted:
        return 0
    enter_source(connection, SOURCE, ABOUT)
    version = gazetteer_version(connection) + 1
    writer = Writer(connection, version)
    added = sum(writer.put(wanted[start : start + AT_ONCE])["names"] for start in range(0, len(wanted), AT_ONCE))
    if added:
        set_version(connection, version)
    return added


def _row(public_id: str, kind: Kind, canonical: str) -> EntityRow:
    return EntityRow(kind, canonical, [], sources=(SOURCE,), given_id=public_id)


def _language(one: Chosen, asking: Asking) -> str | None:
    """The language that the copy was said to be in: that of the spelling, as far as anybody knows."""
    language = language_of(asking, one.values)
    return language.split("-")[0].lower() if language is not None else None
