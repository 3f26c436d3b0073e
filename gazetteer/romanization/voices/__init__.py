"""Voices: what a writing that leaves sounds unsaid is read as, in letters that the systems of its language write.

The file of an orthography names its voice. A voice gives every reading it knows, the likeliest first, and calls a
reading certain only if the writing leaves no other.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from gazetteer.errors import BadOrthography
from gazetteer.languages import Orthography, orthographies
from gazetteer.romanization.voices.chinese import PINYIN, PINYIN_WITH_TONES, read_pinyin, read_pinyin_with_tones
from gazetteer.romanization.voices.ethiopic import ETHIOPIC, read_ethiopic
from gazetteer.romanization.voices.japanese import KANA, read_kana
from gazetteer.romanization.voices.korean import HANGUL, JAMO, NAMES, read_hangul, read_jamo, read_names
from gazetteer.romanization.voices.schwa import SCHWA, read_schwa
from gazetteer.romanization.voices.thai import THAI, read_thai
from gazetteer.romanization.voices.tibetan import TIBETAN, read_tibetan
from gazetteer.romanization.voices.voiced import Voiced
from gazetteer.romanization.voices.words import WORDS, read_words

REMEMBERED = 16_384

VOICES: Mapping[str, Callable[[str, Orthography], Voiced]] = MappingProxyType(
    {
        WORDS: read_words,
        PINYIN: read_pinyin,
        PINYIN_WITH_TONES: read_pinyin_with_tones,
        KANA: read_kana,
        HANGUL: read_hangul,
        JAMO: read_jamo,
        NAMES: read_names,
        ETHIOPIC: read_ethiopic,
        SCHWA: read_schwa,
        THAI: read_thai,
        TIBETAN: read_tibetan,
    }
)


@lru_cache(REMEMBERED)
def voiced(run: str, tag: str, voice: str) -> Voiced:
    """What a run of letters, without blanks, is read as in the orthography of that tag.

    Raises:
        BadOrthography: there is no such voice; the text lists those there are.
    """
    if voice not in VOICES:
        raise BadOrthography(f"{tag}: unknown voice {voice!r}; known: {', '.join(VOICES)}")
    return VOICES[voice](run, orthographies()[tag])
