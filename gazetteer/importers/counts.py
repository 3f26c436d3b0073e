"""What a load came to: rows read, entities new and changed, rows refused and why."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """The tally of one source; refused rows are counted by reason."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    joined: int = 0
    names: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, written: Counter[str]) -> None:
        """Take in what the store says of a batch."""
        self.new += written["new"]
        self.changed += written["changed"]
        self.unchanged += written["unchanged"]
        self.joined += written["joined"]
        self.names += written["names"]

    def as_dict(self) -> dict[str, int]:
        """The tally as one flat table, for the sources table and the command line."""
        flat = {key: getattr(self, key) for key in ("read", "new", "changed", "unchanged", "joined", "names")}
        flat |= {f"refused: {reason}": number for reason, number in sorted(self.refused.items())}
        return flat | {f"note: {what}": number for what, number in sorted(self.notes.items())}

    @classmethod
    def from_dict(cls, flat: dict[str, int]) -> "Counts":
        """The tally that as_dict wrote, to go on counting after an interruption."""
        counts = cls()
        for key, number in flat.items():
            if key.startswith("refused: "):
                counts.refused[key.removeprefix("refused: ")] = number
            elif key.startswith("note: "):
                counts.notes[key.removeprefix("note: ")] = number
            else:
                setattr(counts, key, number)
        return counts

    def sentence(self) -> str:
        """One line for people."""
        parts = [f"{self.read:,} read", f"{self.new:,} new", f"{self.changed:,} changed", f"{self.names:,} names"]
        parts += [f"{number:,} refused ({reason})" for reason, number in sorted(self.refused.items())]
        return ", ".join(parts)
