"""What is part of an expression or of a foreign name is no name of a place."""

import pytest

from gazetteer.model import Kind
from gazetteer.tagging.longer_names import left_in_longer_names
from gazetteer.tagging.opinion import Opinion
from gazetteer.tagging.spans import Span
from gazetteer.tagging.tokens import tokenize

# A text, the word in it that is taken for a name, and whether that is left.
TEXTS = [
    ("The Observatory for Human Rights spoke.", "Human", "en", True),
    ("A court of Human Justice sat.", "Human", "en", True),
    ("The mayor of Human spoke.", "Human", "en", False),
    ("The Moskva Rights group spoke.", "Moskva", "en", False),
    ("the Haute école des arts du Rhin in it", "Rhin", "en", True),
    ("a Hochschule von der Moskau near it", "Moskau", "en", True),
    ("L'école des arts du Rhin", "Rhin", "fr", False),
    ("The mayor of Moskau", "Moskau", "en", False),
]


@pytest.mark.parametrize(("text", "word", "language", "left"), TEXTS)
def test_a_word_of_a_longer_name_is_left(text: str, word: str, language: str, left: bool) -> None:
    tokens = tokenize(text, language)
    [place] = [place for place, token in enumerate(tokens) if token.text == word]
    start, end = tokens[place].start, tokens[place].end
    found = [(Span(place, place, True, None, False), word, start, end)]
    spans = left_in_longer_names(found, {(word, None): Opinion(kind=Kind.PLACE)}, {}, tokens, language)
    assert spans == ([(start, end)] if left else [])


def test_a_persons_name_may_have_such_words_before_it() -> None:
    tokens = tokenize("Ursula von der Leyen")
    found = [(Span(3, 3, True, Kind.PERSON, False), "Leyen", 15, 20)]
    opinions = {("Leyen", Kind.PERSON): Opinion(kind=Kind.PERSON)}
    assert left_in_longer_names(found, opinions, {}, tokens, "en") == []
