"""Files with their corrections marked as wdiff does: what is taken out as ``[-so-]``, what is put in as ``{+so+}``."""

import re
from pathlib import Path

MARKED = sorted(Path(__file__).with_name("marked").glob("*.xlf"))
_OUT = re.compile(r"\[-(.*?)-\]")
_IN = re.compile(r"\{\+(.*?)\+\}")


def before_and_after(path: Path) -> tuple[str, str]:
    """The text of a marked file as it comes, and as it should become."""
    marked = path.read_bytes().decode()
    return _OUT.sub(r"\1", _IN.sub("", marked)), _OUT.sub("", _IN.sub(r"\1", marked))
