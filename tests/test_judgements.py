"""What may be judged: each field that may not be kept is refused with what would be right."""

import pytest

from gazetteer.errors import BadName, BadParameter, BadRow
from gazetteer.judgements import from_line, make_judgement

REFUSED = [
    ({"name": "Kiev", "action": "forget"}, "accept, reject, not-this, ignore"),
    ({"name": "Kiev", "action": "not-this"}, "needs the entity"),
    ({"name": "Kiev", "action": "ignore", "context": "x" * 10_001}, "at most 10,000"),
    ({"name": "Kiev", "action": "ignore", "context": "a\0b"}, "null"),
]
BAD_LINES = [
    (b"{", "not JSON"),
    (b"[]", "not an object"),
    (b'{"name": "Kiev"}', "at is no moment"),
    (b'{"name": "Kiev", "copy": "text"}', "unknown key 'copy'"),
    (b'{"name": 7}', "name is not a text"),
    (b'{"name": "Kiev", "at": "2026-11-26T12:00:00Z", "action": "forget"}', "action is one of"),
    (b'{"name": "Kiev", "at": "2026-11-26T12:00:00Z", "action": "ignore", "context_hash": "near Kiev"}', "no hash"),
    (b'{"name": "Kiev", "at": "2026-11-26T12:00:00Z", "action": "ignore", "undone": 1}', "true or false"),
]


@pytest.mark.parametrize(("fields", "said"), REFUSED)
def test_what_may_not_be_kept_is_refused(fields: dict[str, str], said: str) -> None:
    with pytest.raises(BadParameter, match=said):
        make_judgement(**fields)


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadName):
        make_judgement("", "ignore")


@pytest.mark.parametrize(("line", "said"), BAD_LINES)
def test_a_line_that_is_no_judgement_says_why(line: bytes, said: str) -> None:
    with pytest.raises(BadRow, match=said):
        from_line(line)
