"""Persons' names as registers and agencies write them: with a patronymic, with initials for given names."""

import re
from collections.abc import Iterator

# In any order of the three: Лавров Сергей Викторович, Vladimir Vladimirovich Putin.
PATRONYMIC = re.compile(
    r"\w{2,}(?:[оеёє]вич|[йь]ович|ьич|[оеє]вна|[їії]вна|івна|ычна|ична|авіч|евіч|аўна|еўна"
    r"|[oe]vi[cč]h?|[oe]vit[cs]h|[oe]wi[ct]s?c?h|[oey]v[yi]ch|[oe]wicz|[oe]vn[ae]|ivna|[oe]wna|iwna)\Z",
    re.IGNORECASE,
)
# One letter with its point or a capital by itself; Russian has *Дж.* for the one sound.
INITIAL = re.compile(r"([^\W\d_]{1,2})\.|([^\W\d_])(?=\s|\Z)")
LEAST_REST = 3
MOST_INITIALS = 3


def without_patronymic(name: str) -> str | None:
    """A name of three words without the patronymic in its midst or at its end; None if it has none.

    >>> without_patronymic("Лавров Сергей Викторович"), without_patronymic("Roman Arkadyevich Abramovich")
    ('Лавров Сергей', 'Roman Abramovich')
    """
    words = name.split()
    if len(words) != 3:
        return None
    for place in (1, 2):
        if PATRONYMIC.match(words[place]):
            return " ".join(words[:place] + words[place + 1 :])
    return None


def without_initials(name: str) -> tuple[str, str] | None:
    """A surname without the initials before or behind it, and the first of them in small letters; None if it has none.

    >>> without_initials("В. В. Путин"), without_initials("ЗЕЛЕНСЬКИЙ В.О."), without_initials("Plan B")
    (('Путин', 'в'), ('ЗЕЛЕНСЬКИЙ', 'в'), None)
    """
    for initials, rest in _parted(name):
        enough = len(initials) > 1 or "." in name
        if initials and enough and len(initials) <= MOST_INITIALS and len(rest) >= LEAST_REST and rest[0].isupper():
            return rest, initials[0].lower()
    return None


def _parted(name: str) -> Iterator[tuple[list[str], str]]:
    """The initials and the rest, before it and behind it."""
    words = [word for word in re.split(r"\s+|(?<=\.)(?=[^\W\d_])", name) if word]
    are = [INITIAL.fullmatch(word) is not None and word[0].isupper() for word in words]
    first = next((place for place, one in enumerate(are) if not one), len(words))
    last = next((place for place, one in enumerate(reversed(are)) if not one), len(words))
    yield [word.rstrip(".") for word in words[:first]], " ".join(words[first:])
    yield [word.rstrip(".") for word in words[len(words) - last :]], " ".join(words[: len(words) - last])
