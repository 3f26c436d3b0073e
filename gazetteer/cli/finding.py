"""What was found in one document, in whatever form it comes: what the command shows of it, and what it writes back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gazetteer.cli.report import Paint


@dataclass(frozen=True, slots=True)
class Finding:
    """A document before and after, with what was found in it as lines for people and as JSON."""

    name: str
    before: str
    after: str
    advised: bool
    encoded: Callable[[str], bytes]
    report: Callable[[Paint], Iterator[str]]
    payload: Callable[[], Mapping[str, object]]
    warning: str | None = None
