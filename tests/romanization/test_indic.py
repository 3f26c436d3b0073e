"""Indic scripts, read in the common form; northern ones drop the unsaid inherent vowel."""

import pytest

from gazetteer.romanization.common_form import finish
from gazetteer.romanization.indic import read

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
