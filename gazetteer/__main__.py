"""``python -m gazetteer``."""

import sys
from collections.abc import Sequence

INTERRUPTED = 130  # the exit code, as that of a command which Ctrl-C ends


def needs_workers(args: Sequence[str]) -> bool:
    """Whether these arguments ask for a run of bulk in this machine's workers, as far as a glance tells.

    >>> needs_workers(["bulk", "a.csv", "--column=city"]), needs_workers(["bulk", "review", "a.csv"])
    (True, False)
    """
    words = {word.split("=", 1)[0] for word in args}
    return args[:1] == ["bulk"] and "--column" in words and words.isdisjoint(("spark", "--engine", "--help", "-h"))


def run() -> None:
    """Read the commands, which takes a second or two, and do what is asked."""
    if needs_workers(sys.argv[1:]):
        from gazetteer.bulk import forerunner

        forerunner.begin()
    from gazetteer.cli import main

    main(prog_name="python -m gazetteer")


if __name__ == "__main__":
    try:
        run()
    except KeyboardInterrupt:
        print("\nInterrupted before anything was begun.", file=sys.stderr)
        sys.exit(INTERRUPTED)
