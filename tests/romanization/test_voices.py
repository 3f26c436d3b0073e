"""What voices read: the likeliest reading first, and certain only if the writing leaves no other."""

import pytest

from gazetteer.errors import BadOrthography
from gazetteer.languages import system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.voices import voiced

READ = [
    # orthography, voice, written, likeliest reading, certain
    ("th-Thai", "thai", "แม่น้ำ", "mɛ-nam", True),
    ("th-Thai", "thai", "ตลาด", "ta-lat", False),
    ("th-Thai", "thai", "นคร", "na-khɔn", False),
    ("th-Thai", "thai", "สงฆ์", "song", False),
    ("th-Thai", "thai", "เชียงใหม่", "chiang mai", True),
    ("th-Thai", "thai", "ต่างๆ", "tang-tang", True),
    ("hi-Deva", "schwa", "दिल्ली", "दिल्ली", True),
    ("hi-Deva", "schwa", "कानपुर", "कान्पुर्", False),
    ("hi-Deva", "schwa", "रामनगर", "राम्नगर्", False),
    ("hi-Deva", "schwa", "न", "न", True),
    ("hi-Deva", "schwa", "चंद्र", "चंद्र", True),
    ("gu-Gujr", "schwa", "રાજકોટ", "રાજ્કોટ્", False),
    ("am-Ethi", "ethiopic", "አበባ", "አበባ", True),
    ("am-Ethi", "ethiopic", "ባሕር", "ባሕɨር", False),
    ("am-Ethi", "ethiopic", "ምንጭ", "ምɨንጭ", False),
    ("bo-Tibt", "tibetan", "བོད", "བོད", True),
    ("bo-Tibt", "tibetan", "བཀྲ་ཤིས", "བཀྲa་ཤིས", True),
    ("bo-Tibt", "tibetan", "གངས", "གaངས", True),
    ("bo-Tibt", "tibetan", "དགས", "དaགས", False),
    ("bo-Tibt", "tibetan", "པའི", "པaའི", True),
]


@pytest.mark.parametrize(("tag", "voice", "written", "likeliest", "certain"), READ)
def test_a_writing_is_read(tag: str, voice: str, written: str, likeliest: str, certain: bool) -> None:
    found = voiced(written, tag, voice)
    assert (found.readings[0], found.certain) == (likeliest, certain)


def test_a_doubtful_reading_comes_with_the_others() -> None:
    assert "དགaས" in voiced("དགས", "bo-Tibt", "tibetan").readings
    assert "ባሕር" in voiced("ባሕር", "am-Ethi", "ethiopic").readings


def test_a_long_run_is_read_in_words() -> None:
    long_run = "ประเทศไทย" * 10
    assert voiced(long_run, "th-Thai", "thai").readings == (" ".join(["pra-thet-thai"] * 10),)


def test_a_sign_alone_is_kept() -> None:
    assert [voiced(sign, "th-Thai", "thai").readings for sign in ("ๆ", "์")] == [("ๆ",), ("์",)]


def test_a_voice_that_is_not_there_is_named() -> None:
    with pytest.raises(BadOrthography, match="thai"):
        voiced("ตา", "th-Thai", "song")


def test_a_system_of_its_own_voice_leaves_the_others_of_the_file_silent() -> None:
    assert system("th-Thai/rtgs-1999").voice == "thai"
    assert system("th-Thai/iso-11940").voice is None


def test_what_is_surely_read_can_be_read_back_from_a_reversible_system() -> None:
    assert not transliterate("བོད་ལྗོངས", system("bo-Tibt/wylie")).lossy
    assert transliterate("དགས", system("bo-Tibt/wylie")).lossy
