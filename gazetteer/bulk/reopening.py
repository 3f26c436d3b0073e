"""Reopening: a finished run as it is kept, to be reviewed, and written again with what a person decided.

It is answered from what the run was told, not from what the gazetteer says today: nothing in the output changes but
what was decided.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import Job
from gazetteer.bulk.runs import Place, label_of, mark_of, place_of, read_state
from gazetteer.bulk.store import Store
from gazetteer.errors import NothingToReview
from gazetteer.tabular.opening import Asked, Format

RUN_ID = re.compile(r"([0-9a-f]{24})(?:-[0-9a-f]{8})?")


@dataclass(frozen=True, slots=True)
class Kept:
    """A run that was finished: what was asked, under which stamp it was answered, and its label."""

    place: Place
    asking: Asking
    stamp: str
    label: str
    output: Path | None  # None of standard output
    job: Job | None  # to write the output again; None where the input was standard input

    def store(self) -> Store:
        """What the run keeps of its names.

        Raises:
            NothingToReview: their answers are gone.
        """
        store = Store(self.place.folder, self.place.answers, self.stamp, counted=True)
        if store.lost():
            store.close()
            raise NothingToReview(
                "The answers to the names of that run are no longer kept; run the same command again. What was decided"
                " is kept, and stands in the new output."
            )
        return store

    def check_writable(self) -> None:
        """See that the input is there as it was, so that the output can be written again.

        Raises:
            NothingToReview: it is not.
        """
        if self.job is None:
            return
        state, source = read_state(self.place.folder) or {}, self.job.source
        assert isinstance(source, Path)
        if not source.is_file():
            raise NothingToReview(
                f"The input {source} is no longer there; put it back, so that the output can be written."
            )
        if mark_of(source) != state.get("input"):
            raise NothingToReview(
                f"The input {source} is not what it was when the run was made; run the same command again, and review"
                " that. What was decided is kept."
            )


def reopen(home: Path, said: str, *, url: str | None = None) -> Kept:
    """The run of this label, or that wrote this output.

    Raises:
        NothingToReview: there is none, or it was never finished.
    """
    found = RUN_ID.fullmatch(said)
    place = place_of(home, None if said == "-" else Path(said))
    if found is not None and not place.folder.is_dir():
        place = Place(place.folder.with_name(found[1]), place.answers)
    state = read_state(place.folder)
    if state is None:
        raise NothingToReview(
            f"No run that is kept under {home} wrote {said}; name the output of `bulk`, as in out.csv, in the home it"
            " was made with."
        )
    stamp = state.get("stamp")
    if stamp is None:
        raise NothingToReview(f"The run that writes {said} is not finished; finish it with --resume first.")
    return _kept(home, place, state, url)


def _kept(home: Path, place: Place, state: dict[str, Any], url: str | None) -> Kept:
    settings = state["settings"]
    asking = Asking(**settings["asking"])
    output = Path(state["output"]) if state["output"] is not None else None
    job = None
    if state["input"] is not None and output is not None:
        reading = {**settings["reading"], "named": tuple(settings["reading"].get("named", ()))}
        job = Job(
            source=Path(state["input"]["path"]),
            output=output,
            asking=asking,
            home=home,
            place=place,
            url=url,
            reading=Asked(**{**reading, "format": reading["format"] and Format(reading["format"])}),
            rejects=_path(state["rejects"]),
            review=_path(state["review"]),
            prefix=settings["prefix"],
            in_place=settings["in_place"],
            workers=1,
        )
    return Kept(place, asking, state["stamp"], label_of(place, state), output, job)


def _path(said: str | None) -> Path | None:
    return Path(said) if said is not None else None
