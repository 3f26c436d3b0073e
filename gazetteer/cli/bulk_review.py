"""``bulk review``: a person is asked one name after the other, by keys or by lines; each answer is kept at once."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from gazetteer.bulk.choosing import parse
from gazetteer.bulk.counting import counted
from gazetteer.bulk.reopening import Kept, reopen
from gazetteer.bulk.session import Session
from gazetteer.bulk.store import Known
from gazetteer.cli.bulk_apply import finish, gazetteer_option
from gazetteer.cli.bulk_typing import KEYS, LINES, ByKey, by_line
from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.indexing import open_database
from gazetteer.cli.terminal import coloured, forgive, terminal_mode
from gazetteer.errors import BadParameter, EntityNotFound
from gazetteer.styles import style_of

SHOWN_OTHERS = 10


@click.command("review")
@click.argument("run")
@gazetteer_option
@home_option
def review_command(run: str, gazetteer: bool, home: Path) -> None:
    """Decide the doubtful names of a run one by one; RUN is its output, or the label in its review.

    Each answer is kept at once; at the end the output is written anew. Where no terminal is, an answer is a line.

    \b
    Example:
        python -m gazetteer bulk review out.csv
    """
    forgive(sys.stdout)
    engine = open_database(home)
    kept = reopen(home, run, url=url_of_database())
    kept.check_writable()
    with kept.store() as reading, kept.store() as keeping:
        session = Session(reading, keeping, kept, engine, style_of(kept.asking.style))
        if sys.stdin.isatty():
            with terminal_mode(keys=True):
                _ask_all(session, kept, ByKey())
        else:
            _ask_all(session, kept, by_line)
    if not session.decided:
        click.echo("Nothing was decided.", err=True)
        return
    click.echo(f"{counted(session.decided, 'name')} decided.", err=True)
    finish(kept, engine, gazetteer=gazetteer)


def _ask_all(session: Session, kept: Kept, ask: Callable[[], str]) -> None:
    """Ask until all names are decided or passed over, or nothing more is said."""
    click.echo(LINES if ask is by_line else KEYS)
    known = session.next()
    while True:
        if known is None:
            click.echo("\nNo more names to decide; u takes the last answer back, q ends.")
        else:
            _show(session, known, kept)
        while not (said := ask()):
            pass
        if said == "q":
            return
        if said == "u" and not session.undo(known):
            click.echo("There is nothing to undo.")
        elif said == "u" or (known is not None and _answered(session, known, said)):
            known = session.next()


def _answered(session: Session, known: Known, said: str) -> bool:
    """Do what was said of a name; False, and the reason is told, if that cannot be."""
    if said == "s":
        session.skip(known)
        return True
    try:
        count = session.decide(known, parse(said))
    except (BadParameter, EntityNotFound) as wrong:
        click.echo(str(wrong))
        return False
    click.echo(f"Kept: {said}" + (f", {count:,} names." if count > 1 else "."))
    return True


def _show(session: Session, known: Known, kept: Kept) -> None:
    """A name, where it stands, what the gazetteer says of it and why, and who may be meant."""
    around = ", ".join(
        f"{role} {text}" for role, text in zip(kept.asking.context, known.values[1:], strict=True) if text
    )
    rows = "1 row" if known.count == 1 else f"{known.count:,} rows"
    click.echo()
    name = _plain(known.values[0])
    click.echo(click.style(name, bold=True) if coloured(err=False) else name, nl=False, color=True)
    click.echo(f" ({_plain(around)})" if around else "")
    click.echo(f"  {rows}, the first is row {known.first:,}. {known.answer.decision}: {_plain(known.answer.why)}")
    for number, choice in enumerate(known.answer.choices, start=1):
        described = f", {choice.description}" if choice.description else ""
        click.echo(f"  {number}  {choice.canonical}{described} [{choice.id}] {choice.confidence:.2f}")
    if others := session.others(known):
        more = f" and {len(others) - SHOWN_OTHERS:,} more" if len(others) > SHOWN_OTHERS else ""
        click.echo(f"  with it: {', '.join(_plain(one.values[0]) for one in others[:SHOWN_OTHERS])}{more}")


def _plain(text: str) -> str:
    """A text that came in, without what a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text[:300]).encode("utf-8", "replace").decode()
