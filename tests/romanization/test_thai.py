"""Thai, letter by letter, in the common form."""

import pytest

from gazetteer.romanization.common_form import finish
from gazetteer.romanization.thai import read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ภูเก็ต", "fuket"),
        ("เชียงใหม่", "chiangmai"),
        ("กรุงเทพ", "krungtep"),
        ("ขอนแก่น", "khonken"),
        ("ลำปาง", "lampang"),
        ("สุรินทร์", "surint"),
        ("พะเยา", "fayao"),
        ("ไทย", "tai"),
    ],
)
def test_letters_say_their_consonants(written: str, said: str) -> None:
    assert finish(read(written)) == said
