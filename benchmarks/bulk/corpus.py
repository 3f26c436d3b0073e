"""A corpus of delimited files, each with its label: made of real names, by seeded chance, in every shape files come in.

Rows from 1 to 2,000, one column or many, with a header or none, in the language or in English; quotes where needed or
everywhere; numbers with decimal commas, dates with commas, cells with several names; any line end, or none at the end.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.bulk.languages import ENGLISH, LANGUAGES, UNICODE, Language
from benchmarks.bulk.names import countries, names

ROWS = (1, 1, 2, 3, 5, 8, 15, 30, 60, 120, 300, 700, 2000)
KINDS = ("name", "name", "code", "country", "lat", "population", "date", "note", "url", "id", "empty", "flag", "mail")
MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16-le+bom": b"\xff\xfe", "utf-16-be+bom": b"\xfe\xff"}
_HEADINGS = {
    "code": "cc/ISO/country code",
    "id": "id/Nr./No/#/ID",
    "empty": "Remarks/x1",
    "flag": "active/ok",
    "mail": "E-mail/mail",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A file, and how it is written."""

    about: str
    data: bytes
    text: str  # without a byte order mark
    encoding: str
    delimiter: str
    columns: int
    header: bool


def corpus(files: int = 200, seed: int = 5) -> Iterator[Labelled]:
    """So many labelled files; the same for the same seed."""
    plan = [
        (language, encoding) for language, known in LANGUAGES.items() for encoding in (*known.encodings, *UNICODE[:2])
    ]
    plan += [(language, encoding) for encoding in UNICODE[2:] for language in LANGUAGES]
    chance = Random(seed)
    chance.shuffle(plan)
    for number in range(files):
        language, encoding = plan[number % len(plan)]
        yield _file(Random(f"{seed} {number}"), language, encoding)


def _file(chance: Random, spoken: str, encoding: str) -> Labelled:
    language = LANGUAGES[spoken]
    codec = encoding.removesuffix("+bom").replace("utf-8-sig", "utf-8")
    delimiter = chance.choice(",,,;;;\t\t|")
    kinds = _kinds(chance)
    count = chance.choice(ROWS)
    writable = _writable(spoken, codec)
    decimal_comma = language.decimal_comma and delimiter != ","
    rows = [[_cell(chance, kind, at, language, writable, decimal_comma) for kind in kinds] for at in range(count)]
    header = chance.random() < 0.75
    if header:
        english = chance.random() < 0.3
        rows.insert(0, [_heading(chance, kind, ENGLISH if english else language.headings) for kind in kinds])
    text = _written(chance, rows, delimiter)
    text = text.encode(codec, "ignore").decode(codec)
    about = f"{spoken}, {encoding}, {delimiter!r}, {len(kinds)} columns, {count} rows, header {header}"
    return Labelled(about, MARKS.get(encoding, b"") + text.encode(codec), text, codec, delimiter, len(kinds), header)


def _kinds(chance: Random) -> list[str]:
    if chance.random() < 0.12:
        return ["name"]
    kinds = ["name", *chance.sample(KINDS, chance.randint(1, 8))]
    if "lat" in kinds:
        kinds.insert(kinds.index("lat") + 1, "lon")
    if "id" in kinds:
        kinds.remove("id")
        kinds.insert(0, "id")
    return kinds


def _writable(spoken: str, codec: str) -> list[str]:
    """Names of a language that can be written, each in one line."""
    known = [name for code in LANGUAGES[spoken].names for name in names()[code]]
    return [name for name in known if name.encode(codec, "ignore").decode(codec) == name and name.isprintable()]


def _cell(chance: Random, kind: str, at: int, language: Language, writable: Sequence[str], comma: bool) -> str:
    made: dict[str, Callable[[], str]] = {
        "name": lambda: chance.choice(writable),
        "note": lambda: (
            ", ".join(chance.sample(writable, chance.choice((1, 2, 2, 3)))) if chance.random() < 0.8 else ""
        ),
        "code": lambda: chance.choice(countries(language.names[0]) or countries("en"))[0],
        "country": lambda: chance.choice(countries(language.names[0]) or countries("en"))[1],
        "lat": lambda: _decimal(chance.uniform(-60, 70), comma),
        "lon": lambda: _decimal(chance.uniform(-180, 180), comma),
        "population": lambda: _thousands(chance.randint(100, 9_000_000), chance, comma),
        "date": lambda: _date(chance),
        "url": lambda: f"https://example.org/{chance.randint(1, 9999)}?a=1&b={chance.randint(1, 9)}",
        "id": lambda: str(at + 1),
        "empty": lambda: "",
        "flag": lambda: chance.choice(("true", "false")),
        "mail": lambda: f"desk{chance.randint(1, 99)}@example.org",
    }
    return made[kind]()


def _decimal(value: float, comma: bool) -> str:
    return f"{value:.4f}".replace(".", "," if comma else ".")


def _thousands(value: int, chance: Random, comma: bool) -> str:
    sign = chance.choice(("", "", "." if comma else ",", " "))
    return f"{value:,}".replace(",", sign)


def _date(chance: Random) -> str:
    year, month, day = chance.randint(1950, 2025), chance.randint(1, 12), chance.randint(1, 28)
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    forms = (
        f"{year}-{month:02}-{day:02}",
        f"{day:02}.{month:02}.{year}",
        f"{month}/{day}/{year}",
        f"{months[month - 1]} {day}, {year}",
    )
    return forms[(year + month) % 4 if chance.random() < 0.2 else 0]


def _heading(chance: Random, kind: str, headings: dict[str, tuple[str, ...]]) -> str:
    words = headings.get(kind) or tuple(_HEADINGS[kind].split("/"))
    said = chance.choice(words)
    return chance.choice((said, said, said.lower(), said.upper(), said.replace(" ", "_")))


def _written(chance: Random, rows: Sequence[Sequence[str]], delimiter: str) -> str:
    out = io.StringIO()
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    line_end = chance.choice(("\n", "\n", "\r\n", "\r\n", "\r\n", "\r"))
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(rows)
    text = out.getvalue()
    return text.removesuffix(line_end) if chance.random() < 0.2 else text
