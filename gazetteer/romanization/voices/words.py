"""Words: writings without vowels, voiced from the list of words in the file of the orthography.

A word that is not on the list is read as it is written, its vowels unsaid, and that is never certain. One that comes
with vowel signs is read by them.
"""

import unicodedata

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.voiced import Voiced

WORDS = "words"  # what files call this voice


def read_words(run: str, orthography: Orthography) -> Voiced:
    """What a word is read as: as it stands if it has vowel signs, else in each way the list has.

    >>> from gazetteer.languages import Orthography
    >>> from types import MappingProxyType
    >>> listed = MappingProxyType({"حسن": ("حَسَن", "حُسْن")})
    >>> made_up = Orthography("ar-Arab", "ar", "Arab", "Arabic", (), None, None, (), listed)
    >>> read_words("حسن", made_up).certain, len(read_words("حسن", made_up).readings), read_words("حَسَن", made_up).certain
    (False, 2, True)
    """
    if any(unicodedata.combining(char) for char in unicodedata.normalize("NFC", run)):
        return Voiced((run,), certain=True)
    known = orthography.words.get(run)
    if known is None:
        return Voiced((run,), certain=False)
    return Voiced(known, certain=len(known) == 1)
