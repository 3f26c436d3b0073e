"""Which language a name without a label is in, as far as its script and country tell.

Only what is as good as certain is inferred; everything else stays unknown (None).
"""

import re
from collections.abc import Sequence

from gazetteer.languages.official import official_languages
from gazetteer.text.scripts import script_of

# One language writes the script, as far as names of places go.
BY_SCRIPT = {
    "Geor": "ka", "Armn": "hy", "Grek": "el", "Hang": "ko", "Thai": "th", "Kana": "ja", "Hira": "ja", "Jpan": "ja",
    "Hebr": "he", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si",
    "Khmr": "km", "Laoo": "lo", "Tibt": "bo", "Orya": "or", "Thaa": "dv",
}  # fmt: skip
# Letters that only these languages of several sharing a script use.
ONLY_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
ONLY_BELARUSIAN = re.compile("[ў]", re.IGNORECASE)
NOT_UKRAINIAN = re.compile("[ыэёъ]", re.IGNORECASE)
SERBIAN = re.compile("[ђћ]", re.IGNORECASE)
MACEDONIAN = re.compile("[ѓќѕ]", re.IGNORECASE)
ALPHABETS = {
    "uk": re.compile("[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ -]+", re.IGNORECASE),
    "ru": re.compile("[абвгдеёжзийклмнопрстуфхцчшщъыьэюя -]+", re.IGNORECASE),
    "bg": re.compile("[абвгдежзийклмнопрстуфхцчшщъьюя -]+", re.IGNORECASE),
}
PERSIAN = re.compile("[پچژگکی]")
URDU = re.compile("[ٹڈڑںےہ]")


def infer_language(text: str, country: str | None) -> str | None:
    """The language of a place name, or None where script and country leave it open."""
    script = script_of(text)
    if script in BY_SCRIPT:
        return BY_SCRIPT[script]
    official = official_languages(country)
    if script == "Cyrl":
        return _cyrillic(text, country, official)
    if script == "Arab":
        return _arabic(text, official)
    if script == "Hani":
        return "ja" if country == "JP" else "zh" if country in ("CN", "TW", "HK", "MO", "SG") else None
    if script == "Deva" and country == "IN":
        return "hi"
    return None


def _cyrillic(text: str, country: str | None, official: Sequence[str]) -> str | None:
    if ONLY_BELARUSIAN.search(text):
        return "be"
    if MACEDONIAN.search(text):
        return "mk"
    if SERBIAN.search(text):
        return "sr"
    if ONLY_UKRAINIAN.search(text) and ALPHABETS["uk"].fullmatch(text) and country != "BY":
        return "uk"
    if country == "UA":
        return "ru" if NOT_UKRAINIAN.search(text) and ALPHABETS["ru"].fullmatch(text) else None
    if country in ("RU", "BG"):
        own = official[0]
        return own if ALPHABETS[own].fullmatch(text) else None
    return None


def _arabic(text: str, official: Sequence[str]) -> str | None:
    if URDU.search(text):
        return "ur" if "ur" in official else None
    if PERSIAN.search(text):
        return "fa" if "fa" in official else None
    return "ar" if "ar" in official else "fa" if official[:1] == ["fa"] else None
