"""Indic scripts, read in the common form; northern ones drop the unsaid inherent vowel."""

import pytest

from gazetteer.romanization.common_form import finish
from gazetteer.romanization.indic import alternatives, read

NAMES = [
    ("दिल्ली", "Deva", "dili"),
    ("मुंबई", "Deva", "mumbai"),
    ("कानपुर", "Deva", "kanpur"),
    ("जयपुर", "Deva", "jaypur"),
    ("नागपुर", "Deva", "nagpur"),
    ("लखनऊ", "Deva", "lakhnau"),
    ("महाराष्ट्र", "Deva", "maharashtra"),
    ("राजस्थान", "Deva", "rajastan"),
    ("भोपाल", "Deva", "bopal"),
    ("चंडीगढ़", "Deva", "chandigar"),
    ("कीव", "Deva", "kiv"),
    ("ঢাকা", "Beng", "daka"),
    ("কলকাতা", "Beng", "kalkata"),
    ("અમદાવાદ", "Gujr", "amdavad"),
    ("ਅੰਮ੍ਰਿਤਸਰ", "Guru", "amritsar"),
    ("சென்னை", "Taml", "chenai"),
    ("ಬೆಂಗಳೂರು", "Knda", "bengaluru"),
    ("హైదరాబాద్", "Telu", "haidarabad"),
    ("കൊച്ചി", "Mlym", "kochi"),
]


@pytest.mark.parametrize(("written", "script", "said"), NAMES)
def test_a_name_says_what_its_letters_say(written: str, script: str, said: str) -> None:
    assert finish(read(written, script)) == said


@pytest.mark.parametrize(
    ("written", "script", "meant"),
    [
        ("লারভিক", "Beng", "larvik"),  # Larvik: ভ for v
        ("ওয়াশিংটন", "Beng", "vashintan"),  # Washington: ওয় for w
        ("எம்டன்", "Taml", "emdan"),  # Emden: a stop behind a nasal is voiced
        ("தாசேக்", "Taml", "tasek"),  # Tasek: ச between vowels is s
    ],
)
def test_names_of_other_languages_are_read_as_the_script_makes_do(written: str, script: str, meant: str) -> None:
    assert meant in [finish(said) for said in alternatives(written, script)]


def test_malayalam_writes_t_behind_n_with_the_letter_of_r() -> None:
    assert finish(read("ഡെന്റൺ", "Mlym")) == "dentan"


def test_sinhala_is_read() -> None:
    assert finish(read("දඹුල්ල", "Sinh")) == "dambula"
