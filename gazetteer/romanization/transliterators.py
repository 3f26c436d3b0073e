"""ICU transliterators: made once, when first asked for, and only here.

ICU writes for scholars; the modules of scripts turn what it says into the common form.
"""

from functools import cache
from typing import Any


@cache
def transliterator(name: str) -> Any:
    """The ICU transliterator of that id."""
    import icu

    return icu.Transliterator.createInstance(name)


def transliterate(name: str, text: str) -> str:
    """A text rewritten by the ICU transliterator of that id."""
    return str(transliterator(name).transliterate(text))
