"""What no reader sees in a word is told from what is seen, or parts words."""

import pytest

from gazetteer.tagging.unseen import unseen

# Between brackets, what is not seen.
TEXTS = [
    "Ki[\u00ad]ew, Ivano-[\u200b]Frankivsk and Petro[\u2060\u200b] Kyi\u0308[\u00ad]v",
    "Mariou[\u200d]pol, Mariou[\u200c]pol",
    "Kyiv\u200bOdesa",
    "क्\u200dष می\u200cخواهم שלום\u200f",
    "👩\u200d👧 1\u00ad2 \ufeff",
    "\ufeffKyiv\u00ad",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_what_is_not_seen_is_found(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    assert [text[start:end] for start, end in unseen(text)] == expected
