"""What may be judged, and how judgements travel: fields are checked, and refused with what would be right.

One judgement is one line of JSON; of the words around a name it carries the hash.
"""

import re
from typing import Any

import orjson

from gazetteer.errors import BadParameter, BadRow
from gazetteer.model import Action, Judgement
from gazetteer.query import shown
from gazetteer.store import Recorded, context_hash
from gazetteer.text.clean import clean

CONTEXT_MOST = 10_000  # characters of the words around a name
REASON_MOST = 1_000
UNKEPT = re.compile("[\0\ud800-\udfff]")
KEYS = ("desk", "name", "entity", "action", "context_hash", "gazetteer_version", "reason", "at", "undone")
HASH = re.compile("[0-9a-f]{32}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def make_judgement(name: str, action: str, *, entity: str | None = None, context: str | None = None) -> Judgement:
    """The judgement of a name; of the words around it only the hash is kept.

    Raises:
        BadName: the name cannot be read as text.
        BadParameter: another field is not what it may be.
    """
    clean(name)
    chosen = _action(action)
    if chosen is Action.NOT_THIS and entity is None:
        raise BadParameter("not-this needs the entity that is not meant: its id.")
    around = check_text("context", context, CONTEXT_MOST)
    return Judgement(name, entity, chosen, context_hash(around) if around else None)


def check_text(field: str, text: str | None, most: int) -> str | None:
    """The text of a field, as it is; None for None.

    Raises:
        BadParameter: it is too long, or cannot be kept as text.
    """
    if text is None:
        return None
    if len(text) > most:
        raise BadParameter(f"{field} has {len(text):,} characters; at most {most:,} are taken.")
    if UNKEPT.search(text):
        raise BadParameter(f"{field} has a null or half a surrogate pair in it; leave it out.")
    return text


def to_line(told: Recorded) -> bytes:
    """A judgement as a line of JSON."""
    judgement = told.judgement
    values = (
        told.desk, judgement.name, judgement.entity_id, judgement.action, judgement.context_hash,
        told.gazetteer_version, told.reason, told.at, told.undone,
    )  # fmt: skip
    return orjson.dumps(dict(zip(KEYS, values, strict=True))) + b"\n"


def from_line(line: bytes) -> Recorded:
    """The judgement that a line of JSON tells, without a number of its own yet.

    Raises:
        BadRow: the line is no judgement; the text is the reason.
    """
    try:
        raw = orjson.loads(line)
    except orjson.JSONDecodeError as wrong:
        raise BadRow(f"not JSON: {wrong}") from wrong
    if not isinstance(raw, dict):
        raise BadRow("not an object")
    try:
        return _from_object(raw)
    except BadParameter as wrong:
        raise BadRow(str(wrong)) from wrong


def _from_object(raw: dict[str, Any]) -> Recorded:
    unknown = [key for key in raw if key not in KEYS]
    if unknown:
        raise BadParameter(f"unknown key {unknown[0]!r}; the keys are {', '.join(KEYS)}")
    name, entity, around = (_text(raw, key) for key in ("name", "entity", "context_hash"))
    if not name:
        raise BadParameter("name is missing")
    at = _text(raw, "at") or ""
    if not MOMENT.fullmatch(at):
        raise BadParameter("at is no moment such as 2026-11-26T12:00:00+00:00")
    if around is not None and not HASH.fullmatch(around):
        raise BadParameter("context_hash is no hash of 32 hexadecimal digits")
    version, undone = raw.get("gazetteer_version", 0), raw.get("undone", False)
    if type(version) is not int or not 0 <= version < 1 << 31 or type(undone) is not bool:
        raise BadParameter("gazetteer_version is a whole number and undone is true or false")
    reason = check_text("reason", _text(raw, "reason"), REASON_MOST)
    judged = make_judgement(name, _text(raw, "action") or "", entity=entity)
    judged = Judgement(judged.name, judged.entity_id, judged.action, around)
    return Recorded(0, _text(raw, "desk") or "default", judged, version, reason, at, undone)


def _text(raw: dict[str, Any], key: str) -> str | None:
    value = raw.get(key)
    if value is not None and not isinstance(value, str):
        raise BadParameter(f"{key} is not a text")
    return value


def _action(said: str) -> Action:
    try:
        return Action(said)
    except ValueError:
        raise BadParameter(f"action is one of {', '.join(Action)}, not {shown(said)}.") from None
