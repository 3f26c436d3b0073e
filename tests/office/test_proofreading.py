"""A real LibreOffice, without a screen, asks the service for advice: what its user sees is where the name stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.office.libreoffice import SECONDS_TO_START, office, run_beside
from tests.serving import serving

TEXTS = [
    ("Fighting in Bakhmout continued.", "Bakhmout", "Bakhmut"),
    ("🙂 👩‍🚀 The mayor of Kiev spoke.", "Kiev", "Kyiv"),
    ("He went to Possad-Pokrovské & back, 100 % sure + more.", "Possad-Pokrovské", "Posad-Pokrovske"),
]
CHECKER = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
# Reads texts as JSON, writes what the checker says of each.
ASK = """
import json

from com.sun.star.lang import Locale

checker = context.ServiceManager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
told = []
for text in json.load(sys.stdin):
    length = len(text.encode("utf-16-le")) // 2
    found = checker.doProofreading("1", text, Locale("en", "US", ""), 0, length, ())
    told.append([
        [one.nErrorStart, one.nErrorLength, one.aShortComment, one.aFullComment, list(one.aSuggestions)]
        for one in found.aErrors
    ])
json.dump(told, sys.stdout)
"""

pytestmark = pytest.mark.office


def write_profile(folder: Path, base: str) -> None:
    """A user's profile in which the checker is switched on and has an address."""
    items = "".join(
        f'<item oor:path="{CHECKER}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in (("IsEnabled", "true"), ("BaseURL", base))
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{items}</oor:items>', encoding="utf-8"
    )


@pytest.fixture(scope="module")
def told(world: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What LibreOffice's checker says of each text."""
    profile = tmp_path_factory.mktemp("profile")
    texts = json.dumps([text for text, _, _ in TEXTS])
    with serving(world) as address:
        write_profile(profile, f"{address}/v2")
        with office(profile) as port:
            said: list[Any] = json.loads(run_beside(port, ASK, written=texts, seconds=2 * SECONDS_TO_START))
    return said


@pytest.mark.parametrize("place", range(len(TEXTS)), ids=[name for _, name, _ in TEXTS])
def test_libreoffice_marks_the_name_and_offers_what_is_right(told: list[Any], place: int) -> None:
    text, name, right = TEXTS[place]
    [[start, length, short, full, suggestions]] = told[place]
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == name
    assert suggestions[0] == right
    assert name in short
    assert full == "Name not in house style"
