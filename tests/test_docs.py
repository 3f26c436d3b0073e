"""Documentation is tested: its commands exist, its examples run, its links lead somewhere, its numbers are true."""

import importlib.util
import re
import shlex
import tomllib
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

import gazetteer
from gazetteer.cli import main
from gazetteer.index.opening import OVERLAY_LIMIT
from gazetteer.matching.shortlist import MOST
from gazetteer.model import Outcome
from service import create_app
from service.config import PORT_USUAL
from service.shapes import NAMES_MOST
from tests.cli.conftest import commands, parse
from tests.docx.plain_reading import accepted
from tests.service.test_description import file_like, form_of

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/**/*.md"))
MANUAL = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
NUMBERS = {
    10: "ten", 12: "twelve", 14: "fourteen", 15: "fifteen", 16: "sixteen", 18: "eighteen", 20: "twenty",
    24: "twenty-four",
}  # fmt: skip
SOURCES = tomllib.loads((ROOT / "seeds" / "sources.toml").read_text(encoding="utf-8"))
# Command lines are lines set in by four spaces, or between backticks.
COMMAND = re.compile(r"^ {4}([^\n]*?(?:\\\n[^\n]*?)*)(?: +#[^\n]*)?$|`([^`\n]+)`", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")


@pytest.fixture(scope="module")
def client(world: Path) -> FlaskClient:
    return create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def examples(*programs: str) -> list[object]:
    """The command lines in the documentation that run one of these programs, with the page each stands on."""
    found = []
    for page in PAGES:
        for match in COMMAND.finditer(read(page)):
            line = (match[1] or match[2]).replace("\\\n", " ").strip()
            if line.split(" ")[0] in programs:
                found.append(pytest.param(shlex.split(line), id=f"{page.name}: {line[:60]}"))
    return found


def only(words: list[str], module: str) -> list[str] | None:
    """What follows `python -m MODULE`; None where another module is run."""
    return words[3:] if words[1:3] == ["-m", module] else None


PYTHON = examples("python", ".venv/bin/python")
CURL = examples("curl")


def test_there_are_examples_to_test() -> None:
    assert len(PYTHON) > 4
    assert len(CURL) >= 2


@pytest.mark.parametrize("words", examples("make"))
def test_a_target_of_make_is_in_the_makefile(words: list[str]) -> None:
    targets = re.findall(r"(?m)^([a-z-]+):", read(ROOT / "Makefile"))
    assert words[1] in targets


@pytest.mark.parametrize("words", PYTHON)
def test_a_python_command_is_one(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = only(words, "gazetteer")
    if asked is None:
        assert words[1] == "-m"
        assert importlib.util.find_spec(words[2]) is not None
        return
    if asked == ["--help"]:
        assert CliRunner().invoke(main, asked).exit_code == 0
        return
    monkeypatch.chdir(tmp_path)
    parse(asked, tmp_path)


def test_the_readme_asks_for_names_that_are_answered(world: Path) -> None:
    lines = [only(one.values[0], "gazetteer") for one in PYTHON]  # type: ignore[attr-defined]
    asked = [words for words in lines if words and words[0] == "normalize"]
    assert asked
    for words in asked:
        said = CliRunner(env={"GAZETTEER_HOME": str(world)}).invoke(main, words)
        assert (said.exit_code, said.stderr) == (0, "")


@pytest.mark.parametrize("words", CURL)
def test_a_request_is_answered(world_of_its_own: Path, words: list[str]) -> None:
    client = create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client()
    host = f"http://127.0.0.1:{PORT_USUAL}"
    url = next(word for word in words if word.startswith(host)).removeprefix(host)
    sent = [words[place + 1] for place, word in enumerate(words) if word in ("-d", "--data-urlencode")]
    if url.startswith("/v2/"):
        answer = client.post(url, data="&".join(sent)) if sent else client.get(url)
        assert answer.status_code == 200, answer.text
        assert answer.text == "OK" or answer.json.get("matches") or answer.json.get("added")
        return
    if url.startswith("/transliterate"):
        sort = {"data": sent[0], "content_type": "application/json"} if sent else {}
        answer = client.open(url, method="POST" if sent else "GET", **sort)
        assert answer.status_code == 200, answer.text
        assert answer.json.get("forms") or answer.json.get("systems")
        return
    if url.startswith("/bulk"):
        job = client.post("/bulk", data={"file": (file_like("cities.csv"), "cities.csv")}).json["id"]
        sort = {"data": form_of(words)} if "-F" in words else {"data": sent[0], "content_type": "application/json"}
        method = words[words.index("-X") + 1] if "-X" in words else "POST"
        answer = client.open(url.replace("$JOB", job), method=method, **sort)
        assert answer.status_code in (200, 201), answer.text
        return
    if "-F" in words:
        made = client.post(url, data=form_of(words))
        assert made.status_code == 200, made.text
        assert "Bakhmut" in (made.json["corrected"] if made.is_json else accepted(made.data))
        return
    if "-d" in words:
        assert words[words.index("-H") + 1] == "Content-Type: application/json"
        answer = client.post(url, data=words[words.index("-d") + 1], content_type="application/json")
    else:
        answer = client.get(url)
    assert answer.status_code == 200, answer.text
    decided = answer.json.get("results", [answer.json])
    assert {one["decision"] for one in decided} == {Outcome.LINKED}


def test_every_command_is_described() -> None:
    manual = "\n".join(map(read, MANUAL))
    leaves = [" ".join(words) for words, one in commands() if not hasattr(one, "commands")]
    assert len(leaves) > 5
    missing = [words for words in leaves if not re.search(rf"(gazetteer |`){words}\b", manual)]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_names_of_files_lead_somewhere(page: Path) -> None:
    text = read(page)
    links = [page.parent / link.partition("#")[0] for link in LINK.findall(text) if "://" not in link]
    assert [str(path) for path in links if not path.exists()] == []
    # A file of the program is named from the root or from gazetteer/; what is in capitals stands for something.
    named = [name for name in FILE.findall(text) if not re.search(r"[A-Z]{2}", name) and not name.startswith("var/")]
    rooms = [ROOT, ROOT / "gazetteer", page.parent]
    assert [name for name in named if not any((room / name).exists() for room in rooms)] == []


def test_no_page_is_unfinished() -> None:
    assert [page.name for page in PAGES if re.search(r"@[A-Z]+@|TODO|FIXME", read(page))] == []


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    links = set(LINK.findall(read(ROOT / "README.md")))
    assert {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")} <= links


def test_every_page_of_a_folder_can_be_reached_from_its_first() -> None:
    for first in (ROOT / "docs").glob("*/README.md"):
        links = set(LINK.findall(read(first)))
        assert {page.name for page in first.parent.glob("*.md")} - {first.name} <= links


def test_the_numbers_of_the_index_are_those_of_the_code() -> None:
    text = read(ROOT / "docs" / "index.md")
    assert f"each of the {NUMBERS[MOST]} likeliest entities" in text
    assert f"past {OVERLAY_LIMIT:,} of them" in text


def test_the_numbers_of_the_readme_are_those_of_the_code() -> None:
    text = read(ROOT / "README.md")
    assert NAMES_MOST == 1_000
    assert "A thousand names at once" in text
    assert re.findall(r"127\.0\.0\.1:([0-9]+)", text)
    assert set(re.findall(r"127\.0\.0\.1:([0-9]+)", text)) == {str(PORT_USUAL)}
    assert f"PORT ?= {PORT_USUAL}\n" in read(ROOT / "Makefile")


def test_the_changelog_has_an_entry_for_this_version() -> None:
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    assert gazetteer.__version__ == version
    entries = re.findall(r"(?m)^## ([0-9.]+)", read(ROOT / "CHANGELOG.md"))
    assert entries[0] == version
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-spark.txt"])
def test_every_requirement_is_pinned_and_has_its_reason(file: str) -> None:
    lines = [line for line in read(ROOT / file).splitlines() if line and not line.startswith(("#", "-r "))]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line)] == []
    reasons = read(ROOT / "docs" / "dependencies.md")
    names = [re.split(r"[\[=]", line)[0] for line in lines]
    assert [name for name in names if not re.search(rf"(?i)(?<![\w-]){re.escape(name)}(?![\w-])", reasons)] == []


def test_every_reason_is_for_a_requirement() -> None:
    wanted = read(ROOT / "requirements.txt").casefold()
    rows = re.findall(r"(?m)^\| ([^|]+) \|", read(ROOT / "docs" / "dependencies.md"))[1:]
    assert rows
    packages = [name.removesuffix(" Core").casefold() for row in rows for name in row.split(", ")]
    assert [name for name in packages if not re.search(rf"(?m)^{re.escape(name)}(\[\w+\])?==", wanted)] == []


def test_every_seed_file_is_accounted_for() -> None:
    account = read(ROOT / "seeds" / "SOURCES.md")
    files = [f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "seeds").iterdir()]
    assert len(files) > 5
    assert sorted(name for name in files if name not in account and name != "SOURCES.md") == []


def plain(text: str) -> str:
    """A text as it is read: without tags, with one sort of blank, sign and apostrophe."""
    bare = " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())
    return bare.replace("’", "'").replace("(c)", "©").casefold()


def test_the_credits_show_of_every_source_what_is_owed(client: FlaskClient) -> None:
    page = plain(client.get("/credits").text)
    missing = {}
    for key, source in SOURCES.items():
        assert source["title"], key
        assert source["licence"], key
        missing[key] = [text for text in source.values() if plain(text) not in page]
    assert {key: texts for key, texts in missing.items() if texts} == {}
    assert "wordfreq by robyn speer, data cc by-sa 4.0" in page


def test_a_licence_that_asks_for_it_has_an_attribution() -> None:
    free = ("CC0-1.0", "public domain")
    silent = [key for key, source in SOURCES.items() if not source.get("attribution")]
    assert [key for key in silent if not SOURCES[key]["licence"].startswith(free)] == []
