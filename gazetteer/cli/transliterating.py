"""``transliterate``: names and running text in their own letters in, Latin letters out; and the way back."""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from io import TextIOWrapper
from pathlib import Path

import click
import orjson

from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.terminal import forgive
from gazetteer.errors import BadFile, BadParameter, GazetteerError, GazetteerNotReady
from gazetteer.languages import systems
from gazetteer.languages.counting import count
from gazetteer.model import Named
from gazetteer.naming import besides, entity_named, is_one_name, languages_with
from gazetteer.query import check
from gazetteer.resolve import Gazetteer, names_among, open_gazetteer
from gazetteer.romanization.choosing import ALL, choose
from gazetteer.romanization.explaining import explain, why
from gazetteer.romanization.forms import unmapped
from gazetteer.romanization.payloads import explained, systems_listed, transliterated
from gazetteer.romanization.streaming import pieces, write_pieces
from gazetteer.romanization.transliteration import Asked, Transliterated, answer

STANDARD_INPUT = "-"
CHUNK = 1 << 18  # characters read at a time


@click.command("transliterate")
@click.argument("texts", metavar="TEXT...", nargs=-1)
@click.option("--language", metavar="TAG", help="Language the text is in (BCP 47), or auto; guessed, unless said.")
@click.option("--system", "wanted", metavar="ID", multiple=True, help="A system to write it by; all, unless said.")
@click.option("--from", "origin", metavar="ID", help="The system that a text in Latin letters was written by.")
@click.option(
    "--capitals/--no-capitals",
    default=None,
    help="In a script without capitals, one for each word or none; in lines like names, unless said.",
)
@click.option("--explain", "explaining", is_flag=True, help="Say which systems could have made a spelling.")
@click.option("--native", metavar="TEXT", help="With --explain, the name in its own letters.")
@click.option("--list", "listing", is_flag=True, help="List the systems.")
@click.option("--counts", "counting", is_flag=True, help="Say how many systems there are, and of what sort.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as the service answers.")
@home_option
def transliterate_command(
    texts: tuple[str, ...],
    language: str | None,
    wanted: tuple[str, ...],
    origin: str | None,
    capitals: bool | None,
    explaining: bool,
    native: str | None,
    listing: bool,
    counting: bool,
    as_json: bool,
    home: Path,
) -> None:
    """Write names and texts in Latin letters by named systems and press usages, or say which made a spelling.

    A - is standard input: running text of any length with one --system, otherwise a name a line.
    What was guessed, and letters that a system does not know, are told on standard error. Where there is a gazetteer,
    the forms of press usages come with the names recorded in it (Kyjiw, recorded: Kiew), but not for standard input.

    \b
    Example:
        python -m gazetteer transliterate Чернігів --language uk --system national-2010 --system press-fr
    """
    forgive(sys.stdout)
    if (bool(texts), listing, counting).count(True) != 1:
        raise click.UsageError("Give texts, or - for standard input, or --list or --counts alone.")
    if native is not None and not explaining:
        raise click.UsageError("--native says of what --explain is to explain a spelling; give both.")
    if listing or counting:
        (_list if listing else _count)(as_json)
        return
    code = check(language=None if language == "auto" else language)["language"]
    if texts == (STANDARD_INPUT,) and len(wanted) == 1 and wanted[0] != ALL and not (origin or explaining or as_json):
        _stream(code, wanted[0], capitals)
        return
    refused: list[str] = []
    for where, text in _named(texts):
        try:
            if explaining:
                _explain(text, native, code, home, as_json)
            else:
                # Looking names up would make long lists of them several times slower.
                looked_up = None if STANDARD_INPUT in texts else home
                recorded = None if looked_up is None else partial(_languages_with, looked_up)
                _write(answer(Asked(text, code, wanted or ALL, origin, capitals), recorded), looked_up, as_json)
        except GazetteerError as wrong:
            refused.append(f"{where}: {wrong}" if len(texts) > 1 or STANDARD_INPUT in texts else str(wrong))
    if refused:
        raise click.ClickException("\n".join(refused))


def _list(as_json: bool) -> None:
    listed = systems_listed(systems().values())
    if as_json:
        click.echo(orjson.dumps(listed))
        return
    for one in listed["systems"]:
        click.echo("\t".join([one["id"], one["name"], one["authority"] or "", str(one["year"] or "")]))


def _count(as_json: bool) -> None:
    known = count(systems().values())
    if as_json:
        click.echo(orjson.dumps(known))
        return
    click.echo(f"{known.systems}\tnamed systems, {known.reversible} of them reversible by design")
    click.echo(f"{len(known.languages)}\tlanguages whose names they write: {' '.join(known.languages)}")
    click.echo(f"{known.press}\tpress usages")
    click.echo(
        f"{len(known.press_of_cyrillic)}\tlanguages whose press usage is known for Cyrillic names: "
        f"{' '.join(known.press_of_cyrillic)}"
    )


def _write(said: Transliterated, home: Path | None, as_json: bool) -> None:
    """Tell the forms of a text, and the names recorded in the gazetteer of this home, if one is to be asked."""
    # Beside forms of published standards alone nothing would be told.
    asked = home if as_json or any(form.system.language for form in said.forms) else None
    named = None if asked is None else _named_by(said, asked)
    if as_json:
        click.echo(orjson.dumps(transliterated(said, named)))
        return
    if said.guesses:
        click.echo(f"Taken to be {said.orthography.name}, confidence {said.guesses[0].confidence:.2f}.", err=True)
    if said.natives is not None:
        several = " or ".join(one.text for one in said.natives.found[:3])
        more = "" if said.natives.complete and len(said.natives.found) <= 3 else ", or others"
        click.echo(f"By way of {several}{more}.", err=True)
    _tell_unmapped(char for form in said.forms for char in form.unmapped)
    for form in said.forms:
        others = "" if form.certain else f"\tor {', '.join(form.others)}" if form.others else "\tperhaps"
        by = f"\t{form.system.id}\t{form.system.name}" if len(said.forms) > 1 else ""
        names = besides(named, form)
        recorded = f"\trecorded: {', '.join(names)}" if names else ""
        click.echo(f"{form.text}{by}{others}{recorded}")


def _explain(text: str, native: str | None, language: str | None, home: Path, as_json: bool) -> None:
    makers = explain(text, native, language, known=lambda texts: _known_names(home, texts))
    if as_json:
        click.echo(orjson.dumps(explained(text, native, makers)))
        return
    for one in makers:
        click.echo(f"{one.system.full_id}\t{why(text, one)}")
    if not makers:
        click.echo(f"No system that is known here writes ‘{text}’.", err=True)


def _known_names(home: Path, texts: Sequence[str]) -> Collection[str]:
    """Those of these texts that are names of the gazetteer; none where there is none yet: they only sort."""
    gazetteer = _gazetteer(home)
    if isinstance(gazetteer, Gazetteer):
        return names_among(gazetteer, texts)
    _tell_missing(str(gazetteer))
    return ()


def _named_by(said: Transliterated, home: Path) -> Named | None:
    """The entity that a text names; None, in silence, where there is no gazetteer to ask: the forms need none."""
    native = said.native
    if native is None or not is_one_name(native):
        return None
    gazetteer = _gazetteer(home)
    return entity_named(gazetteer, native, said.orthography.language) if isinstance(gazetteer, Gazetteer) else None


def _languages_with(home: Path, text: str) -> Mapping[str, float]:
    """The languages that have a text as a name; none, in silence, where there is no gazetteer to ask."""
    gazetteer = _gazetteer(home) if is_one_name(text) else None
    return languages_with(gazetteer, text) if isinstance(gazetteer, Gazetteer) else {}


@cache
def _gazetteer(home: Path) -> Gazetteer | GazetteerError:
    """The gazetteer of a home, or why it cannot be asked."""
    try:
        return open_gazetteer(home, url_of_database())
    except (GazetteerNotReady, BadParameter) as missing:
        return missing


@cache
def _tell_missing(why: str) -> None:
    click.echo(f"Which native spellings are names is not known here: {why}", err=True)


def _stream(language: str | None, asked: str, capitals: bool | None) -> None:
    """Standard input by one system, as it comes; the language is guessed from its first piece."""
    parts = (piece.text for piece in pieces(_chunks()))
    first = next(parts, "")
    if not first:
        return
    chosen = choose(first, language, asked)
    if chosen.guesses:
        click.echo(f"Taken to be {chosen.orthography.name}, {chosen.guesses[0].confidence:.2f}.", err=True)
    left: dict[str, None] = {}
    for written in write_pieces(_again(first, parts), chosen.systems[0], capitals=capitals):
        left.update(dict.fromkeys(unmapped(written)))
        sys.stdout.buffer.write(written.encode())
    _tell_unmapped(left)


def _again(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest


@contextmanager
def _standard_input() -> Iterator[TextIOWrapper]:
    """The text on standard input, line ends as they are."""
    text = TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
    try:
        yield text
    except UnicodeDecodeError as wrong:
        raise BadFile(f"Standard input is not text in UTF-8: {wrong.reason}. Save it as UTF-8.") from None
    finally:
        text.detach()


def _chunks() -> Iterator[str]:
    """Standard input as it comes."""
    with _standard_input() as text:
        while chunk := text.read(CHUNK):
            yield chunk


def _lines() -> Iterator[str]:
    """Standard input line by line, without the ends."""
    with _standard_input() as text:
        for line in text:
            yield line.rstrip("\r\n")


def _tell_unmapped(left: Iterable[str]) -> None:
    if letters := " ".join(dict.fromkeys(left)):
        click.echo(f"Left as they are, since the system does not name them: {letters}", err=True)


def _named(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each text and where it stands; the lines of standard input where a - is."""
    for number, text in enumerate(texts, start=1):
        if text != STANDARD_INPUT:
            yield f"text {number}", text
            continue
        for line_number, line in enumerate(_lines(), start=1):
            if line.strip():
                yield f"line {line_number}", line
