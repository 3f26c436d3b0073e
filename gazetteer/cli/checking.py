"""``check``: documents in, what is wrong with the names in them out; and the documents put right."""

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import orjson

from gazetteer.cli.documents import STANDARD_INPUT, Document, format_of, read_document, shown, write_document
from gazetteer.cli.finding import Finding
from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.report import diff, report
from gazetteer.cli.report import plain as uncoloured
from gazetteer.cli.terminal import coloured, forgive
from gazetteer.cli.word import is_word, read_word
from gazetteer.cli.xliff import XLIFF, check_file, is_xliff
from gazetteer.docx.writing import AUTHOR_USUAL
from gazetteer.errors import BadFile, BadParameter, GazetteerError
from gazetteer.model import Style
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.styles import load_style, style_of
from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import Fields, make_copy
from gazetteer.tagging.fixing import fix
from gazetteer.tagging.model import Checked, Copy, Fix, Format
from gazetteer.tagging.payloads import checked as payload

ADVISED = 1
REFUSED = 2


class Refused(click.ClickException):
    """What cannot be checked; exit code 1 would say that something was found."""

    exit_code = REFUSED


@dataclass(frozen=True, slots=True)
class Wanted:
    """What becomes of a document that was checked."""

    which: Fix
    fixing: bool
    as_diff: bool
    as_json: bool
    several: bool
    aside: bool  # whether standard output is for the corrected text alone
    plain: bool  # whether Word documents are changed without a trace
    author: str  # of the changes tracked in Word documents


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "markup",
    type=click.Choice([*map(str, Format), XLIFF]),
    help="Markup, where no ending tells, or XLIFF.",
)
@click.option(
    "--language", metavar="TAG", help="Language of the copy; that of the style, or plainly another, unless said."
)
@click.option("--source-language", metavar="TAG", help="Language it was translated from; guessed, unless said.")
@click.option("--source-text", metavar="FILE", help="The article it was translated from.")
@click.option(
    "--style",
    metavar="STYLE",
    help="House style: an id, or the path of a style file; that of the language, unless said.",
)
@click.option("--no-quotations", is_flag=True, help="Leave names inside quotation marks alone.")
@click.option("--fix", "fixing", is_flag=True, help="Put the files right; of - the text goes to standard output.")
@click.option(
    "--fix-class",
    type=click.Choice([str(Fix.WRONG), str(Fix.ALL)]),
    default=str(Fix.ALL),
    show_default=True,
    help="What is put right: what is wrong, or house style too.",
)
@click.option("--plain", is_flag=True, help="With --fix, change Word documents silently, without tracked changes.")
@click.option(
    "--author",
    metavar="NAME",
    default=AUTHOR_USUAL,
    show_default=True,
    help="Whose the tracked changes are.",
)
@click.option("--diff", "as_diff", is_flag=True, help="Show what putting right changes, as a unified diff.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, as the service answers.")
@home_option
def check_command(
    home: Path,
    files: tuple[str, ...],
    markup: str | None,
    language: str | None,
    source_language: str | None,
    source_text: str | None,
    style: str | None,
    no_quotations: bool,
    fixing: bool,
    fix_class: str,
    plain: bool,
    author: str,
    as_diff: bool,
    as_json: bool,
) -> None:
    """Find every name in documents, and say which are spelled another way than this desk's, and why.

    Reads .txt, .md and .html in UTF-8, or as a byte order mark says, .docx, and the targets of
    XLIFF files (.xlf, .xliff, .mxliff, .sdlxliff); a - is standard input, plain text unless --format
    says what else. With --fix nothing but the names changes, in .docx as tracked changes with the
    reason as a comment. Exit codes: 0 nothing to change, 1 something is advised, 2 used wrongly or
    something cannot be read.

    \b
    Example:
        python -m gazetteer check story.txt notes.md --style ap --diff
    """
    if as_diff and as_json:
        raise click.UsageError("Give --diff or --json, not both.")
    if fixing and STANDARD_INPUT in files and (as_diff or as_json):
        raise click.UsageError("With --fix the text of - goes to standard output; leave --diff and --json out.")
    aside = fixing and STANDARD_INPUT in files
    wanted = Wanted(Fix(fix_class), fixing, as_diff, as_json, len(files) > 1, aside, plain, author)
    forgive(sys.stdout)
    try:
        chosen = None if style is None else _style(style)
        around = Fields(
            format=None if markup == XLIFF else markup,
            language=language,
            source_language=source_language,
            source_text=None if source_text is None else read_document(source_text).text,
            quotations=not no_quotations,
        )
        make_copy("", **around)  # an option that is wrong is said once, and before any file is read
        gazetteer = open_gazetteer(home, url_of_database())
    except GazetteerError as wrong:
        raise Refused(str(wrong)) from wrong
    codes = {0}
    for name in files:
        try:
            if markup == XLIFF or (markup is None and is_xliff(name)):
                found = check_file(gazetteer, name, wanted.which, around, chosen)
            elif is_word(name):
                found = _check_word(gazetteer, name, around, chosen, wanted)
            else:
                found = _check_text(gazetteer, read_document(name), around, chosen, wanted.which)
            _give(found, wanted)
        except GazetteerError as wrong:
            click.echo(f"Error: {wrong}", err=True)
            codes.add(REFUSED)
        except OSError as wrong:
            if wrong.errno == errno.EPIPE:
                raise  # the reader has seen enough
            _give_up_output()
            raise Refused(f"The answer cannot be written: {wrong.strerror}.") from wrong
        else:
            codes.add(ADVISED if found.advised else 0)
    gazetteer.close()
    sys.exit(max(codes))


def _give_up_output() -> None:
    """Let what could not be written go, or Python would try again as it ends, fail, and end with a code of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _style(style: str) -> Style:
    """The style with this id, or in this file."""
    if os.sep in style or style.endswith(".toml"):
        return load_style(Path(style))
    return style_of(style)


def _copy(document: Document, around: Fields, style: Style | None) -> Copy:
    markup = around["format"] or format_of(document.name)
    if markup is None and document.name != STANDARD_INPUT:
        raise BadFile(
            f"{shown(document.name)} ends in none of .txt, .md, .html, .docx and .xlf; "
            "say --format text, markdown, html or xliff."
        )
    try:
        usual = None if style is None else style.language
        return make_copy(document.text, usual=usual, **(around | Fields(format=markup)))
    except BadParameter as wrong:
        raise BadFile(f"{shown(document.name)}: {wrong}") from wrong


def _check_word(gazetteer: Gazetteer, name: str, around: Fields, style: Style | None, wanted: Wanted) -> Finding:
    """What is found in a Word document."""
    document = read_word(name)
    found = document.check(gazetteer, around, style)
    return _finding(
        found,
        name,
        wanted.which,
        lambda _: document.put_right(found, wanted.which, wanted.author, plain=wanted.plain),
    )


def _check_text(gazetteer: Gazetteer, document: Document, around: Fields, style: Style | None, which: Fix) -> Finding:
    """What is found in a document that is text, plain or marked up."""
    found = check(gazetteer, _copy(document, around, style), style=style)
    return _finding(found, document.name, which, document.encoded)


def _finding(found: Checked, name: str, which: Fix, encoded: Callable[[str], bytes]) -> Finding:
    return Finding(
        name=name,
        before=found.copy.text,
        after=fix(found, which),
        advised=any(mention.advice for mention in found.mentions),
        encoded=encoded,
        report=lambda paint: report(shown(name), found, paint),
        payload=lambda: payload(found, which),
        warning=found.warning,
    )


def _give(found: Finding, wanted: Wanted) -> None:
    """Write the corrected text where it belongs, then say what was found."""
    if wanted.fixing and found.name == STANDARD_INPUT:
        click.echo(found.encoded(found.after), nl=False)
    elif wanted.fixing and found.after != found.before:
        write_document(found.name, found.encoded(found.after))
    if wanted.as_json:
        named = {"file": click.format_filename(found.name)} if wanted.several else {}
        click.echo(orjson.dumps({**named, **found.payload()}))
        return
    paint = click.style if coloured(err=wanted.aside) else uncoloured
    if wanted.as_diff:
        for line in diff(shown(found.name), found.before, found.after, paint):
            click.echo(line.encode(errors="replace"), nl=False)
        if found.warning:
            click.echo(f"{shown(found.name)}: {found.warning}", err=True)
        return
    for line in found.report(paint):
        click.echo(line, err=wanted.aside, color=True)
