"""The house: who may import whom, which library lives in which room, and what every module opens with.

The checker reads sources and runs none. It is tried on made-up offenders first, so that its silence means something.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TREES = ("gazetteer", "service", "migrations", "submit.py", "wsgi.py")
# What is ours, by its first name; anything else that is imported is a library.
OURS = {"gazetteer", "service", "migrations", "submit", "wsgi", "benchmarks", "tests"}

# A room imports only rooms before it. Rooms that are still to come have their place already.
ORDER = (
    "errors",
    "collector",
    "model",
    "text",
    "languages",
    "romanization",
    "keys",
    "store",
    "migrations",  # reads the tables it is compared with
    "index",
    "matching",
    "styles",  # chooses among the spellings of an entity that was found
    "query",  # what may be asked, a style among it
    "judgements",  # what may be judged, and how that travels
    "qualifying",  # what stands behind a comma, by the names of the index
    "beside",  # what stands beside a name otherwise, by the same
    "offering",  # the names worth weighing, of all forms that a query may be looked up in
    "resolve",
    "naming",  # the entity of a lone name, and its names in other languages
    "payloads",  # a decision as JSON, for the command line and the service alike
    "tagging",
    "xliff",  # translations in translators' files, checked as copies
    "package",  # archives of XML, as office programs write them
    "docx",
    "importers",
    "tabular",  # files of rows, by column
    "bulk",
    "evaluation",
    "service",
    "wsgi",
    "cli",  # the last, because `serve` starts the service
    "__main__",
    "submit",  # the command line once more, as spark-submit starts it
)

# Where a library may be imported: a room, or one module of it.
LIBRARIES = {
    "flask": {"service"},
    "werkzeug": {"service"},
    "gunicorn": {"service"},
    "sqlalchemy": {"store", "index", "importers", "migrations", "service.database"},
    "alembic": {"store", "migrations"},
    "rapidfuzz": {"matching"},
    "unidecode": {"romanization"},
    "icu": {"romanization"},
    "pypinyin": {"romanization"},
    "pykakasi": {"romanization"},
    "numpy": {"index"},
    "marisa_trie": {"index"},
    "wordfreq": {"text"},
    "pymorphy3": {"text"},
    "click": {"cli"},
    "huey": {"service.bulk"},
    "redis": {"service.bulk.queue"},
    "tqdm": {"cli"},
    "lxml": {"docx", "package"},
    "pyarrow": {"tabular.parquet", "bulk.spark"},
    "pyspark": {"bulk.spark"},
    "py4j": {"bulk.spark"},
    "xxhash": {"keys"},
    "zstandard": {"tabular.compression"},
}

# Modules that may import a library outside its rooms, each with the reason.
EXCEPTIONS = {
    ("query", "icu"): "asks which codes of languages and countries there are; nothing is romanized",
    ("tagging.lexicon", "icu"): "asks for the names of weekdays, months and languages; nothing is romanized",
    ("importers.exemplar_cities", "icu"): "CLDR, which ICU carries, is the source that is imported",
    ("importers.seeds", "icu"): "the version of that source is the mark of what was loaded",
    ("text.words", "numpy"): "holds three hundred thousand words of a language as hashes, in a tenth of their size",
    ("text.words", "xxhash"): "looks words up by hashes that are the same in every process",
    (
        "tabular.delimited.letters",
        "wordfreq",
    ): "counts letters of words to tell encodings apart; looks none up",
    ("bulk.clusters", "numpy"): "holds the blocks of two hundred thousand names as hashes, in a tenth of their size",
    ("matching.shortlist", "numpy"): "compares hundreds of forms of the index at once, in its own arrays",
}

VAGUE = {"util", "utils", "common", "manager", "managers", "misc", "helper", "helpers", "v2"}


@dataclass(frozen=True)
class Import:
    """One module that another imports: both by their dotted names, and the line."""

    module: str
    target: str
    line: int

    @property
    def says(self) -> str:
        return f"{self.module}, line {self.line}, imports {self.target}"


def module_name(path: str) -> str:
    """The dotted name of the module in a file, its package's name for an ``__init__.py``."""
    return path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def imports_of(path: str, source: str) -> Iterator[Import]:
    """Everything that a source imports, at its top or inside a function, relative or not."""
    module = module_name(path)
    package = module.split(".") if path.endswith("__init__.py") else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *filter(None, [node.module])])
            if origin in OURS:
                # What comes straight out of a package may be a module of it, or a name like __version__.
                for alias in node.names:
                    yield Import(module, f"{origin}.{alias.name}", node.lineno)
            else:
                yield Import(module, origin, node.lineno)


def room_of(module: str) -> str | None:
    """The room a module is in; None for the package ``gazetteer`` itself."""
    top, *rest = module.split(".")
    if top != "gazetteer":
        return top
    return rest[0] if rest else None


def is_name_of_package(target: str) -> bool:
    """Whether what is imported is a name of ``gazetteer/__init__.py``, such as its version, and no room."""
    return target == "gazetteer" or re.fullmatch(r"gazetteer\.__(?!main__)\w+__", target) is not None


def out_of_order(found: Iterable[Import]) -> list[str]:
    """Imports of a room that comes later, or that has no place."""
    wrong = []
    for one in found:
        if one.target.split(".")[0] not in OURS or is_name_of_package(one.target):
            continue
        here, there = room_of(one.module), room_of(one.target)
        if here is None:
            wrong.append(f"{one.says}: the package itself imports no room")
        elif here not in ORDER or there not in ORDER:
            wrong.append(f"{one.says}: {here if here not in ORDER else there} has no place in the order of rooms")
        elif ORDER.index(there) > ORDER.index(here):
            wrong.append(f"{one.says}: {there} comes after {here}")
    return wrong


def out_of_place(found: Iterable[Import]) -> list[str]:
    """Imports of a library outside its rooms."""
    wrong = []
    for one in found:
        library = one.target.split(".")[0]
        where = one.module.removeprefix("gazetteer.")
        if library not in LIBRARIES or (where, library) in EXCEPTIONS:
            continue
        if not any(where == room or where.startswith(f"{room}.") for room in LIBRARIES[library]):
            wrong.append(f"{one.says}: {library} is for {', '.join(sorted(LIBRARIES[library]))}")
    return wrong


def cycle(found: Iterable[Import]) -> list[str] | None:
    """Rooms that import each other in a ring; None if there is no ring."""
    graph: dict[str, set[str]] = {}
    for one in found:
        here, there = room_of(one.module), room_of(one.target)
        if one.target.split(".")[0] in OURS and here and there and here != there:
            graph.setdefault(here, set()).add(there)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as ring:
        return list(ring.args[1])
    return None


def sources() -> dict[str, str]:
    """Every source of the house, by its path from the root."""
    paths = [
        path for tree in TREES for path in ([ROOT / tree] if tree.endswith(".py") else (ROOT / tree).rglob("*.py"))
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}


def imports() -> list[Import]:
    return [one for path, source in sources().items() for one in imports_of(path, source)]


OFFENDERS = [
    ("gazetteer/keys.py", "from gazetteer.index import offer", "index comes after keys"),
    ("gazetteer/text/clean.py", "import gazetteer.store.schema", "store comes after text"),
    ("gazetteer/text/clean.py", "from gazetteer import keys", "keys comes after text"),
    ("gazetteer/text/clean.py", "from ..model import Kind\nfrom ..keys import form", "line 2"),
    ("gazetteer/text/__init__.py", "from .. import resolve", "resolve comes after text"),
    (
        "gazetteer/model.py",
        "def late():\n    from gazetteer.errors import X\n    import service",
        "service comes after",
    ),
    ("gazetteer/resolve.py", "from service import payloads", "service comes after resolve"),
    ("gazetteer/resolve.py", "from benchmarks.fit import fit", "benchmarks has no place"),
    ("gazetteer/novelty.py", "from gazetteer.model import Kind", "novelty has no place"),
    ("gazetteer/resolve.py", "from gazetteer.novelty import x", "novelty has no place"),
    ("gazetteer/__init__.py", "from gazetteer.resolve import resolve", "the package itself imports no room"),
    ("gazetteer/model.py", "from gazetteer import __main__", "__main__ comes after model"),
    ("migrations/versions/0009_x.py", "from gazetteer.index import build_index", "index comes after migrations"),
]


@pytest.mark.parametrize(("path", "source", "why"), OFFENDERS)
def test_the_checker_sees_an_import_against_the_order(path: str, source: str, why: str) -> None:
    wrong = out_of_order(imports_of(path, source))
    assert len(wrong) == 1
    assert why in wrong[0]


STRAY = [
    ("gazetteer/model.py", "import flask"),
    ("gazetteer/cli/serving.py", "from flask import Flask"),
    ("gazetteer/resolve.py", "from sqlalchemy.engine import Engine"),
    ("service/databases.py", "import sqlalchemy as sa"),
    ("gazetteer/importers/places_ua.py", "from rapidfuzz.distance import Indel"),
    ("gazetteer/text/clean.py", "def late():\n    import unidecode"),
    ("gazetteer/importers/regions.py", "import icu"),
    ("gazetteer/matching/score.py", "import numpy as np"),
    ("gazetteer/matching/decision.py", "from wordfreq import zipf_frequency"),
    ("gazetteer/importers_of_old.py", "import sqlalchemy"),
]


@pytest.mark.parametrize(("path", "source"), STRAY)
def test_the_checker_sees_a_library_outside_its_rooms(path: str, source: str) -> None:
    assert len(out_of_place(imports_of(path, source))) == 1


AT_HOME = [
    ("gazetteer/text/clean.py", "import re\nfrom gazetteer.errors import BadName\nfrom .scripts import script_of"),
    ("gazetteer/index/build.py", "import numpy\nfrom sqlalchemy import select\nfrom gazetteer.store import Engine"),
    ("service/database.py", "from sqlalchemy.exc import OperationalError\nfrom service.config import Settings"),
    ("service/description.py", "from flask import Flask\nfrom gazetteer import __version__, errors"),
    ("migrations/versions/0001_x.py", "import sqlalchemy as sa\nfrom alembic import op"),
    ("gazetteer/query.py", "import icu"),
    ("gazetteer/cli/serving.py", "import click\nfrom service.server import run"),
]


@pytest.mark.parametrize(("path", "source"), AT_HOME)
def test_the_checker_lets_a_module_that_keeps_the_rules_alone(path: str, source: str) -> None:
    found = list(imports_of(path, source))
    assert out_of_order(found) == out_of_place(found) == []


def test_the_checker_sees_rooms_that_import_each_other() -> None:
    ring = {
        "gazetteer/keys.py": "from gazetteer.text.clean import fold",
        "gazetteer/text/clean.py": "from gazetteer.model import Kind",
        "gazetteer/model.py": "def late():\n    from gazetteer import keys",
    }
    found = [one for path, source in ring.items() for one in imports_of(path, source)]
    assert set(cycle(found) or ()) == {"keys", "text", "model"}
    assert cycle(found[:2]) is None


def test_a_room_imports_only_rooms_before_it() -> None:
    assert out_of_order(imports()) == []


def test_a_library_stays_in_its_rooms() -> None:
    assert out_of_place(imports()) == []


def test_no_rooms_import_each_other() -> None:
    assert cycle(imports()) is None


def test_every_exception_is_needed() -> None:
    used = {(one.module.removeprefix("gazetteer."), one.target.split(".")[0]) for one in imports()}
    assert set(EXCEPTIONS) - used == set()


def test_every_room_has_a_place_in_the_order() -> None:
    assert {room for path in sources() if (room := room_of(module_name(path)))} - set(ORDER) == set()


def test_the_whole_house_was_looked_at() -> None:
    looked_at = {path.split("/")[0] for path in sources()}
    assert looked_at == set(TREES)
    assert {"gazetteer/resolve.py", "gazetteer/text/clean.py", "service/api/normalize.py"} <= set(sources())


def test_a_migration_imports_nothing_of_the_house() -> None:
    versions = [one for one in imports() if one.module.startswith("migrations.versions.")]
    assert versions
    assert [one.says for one in versions if one.target.split(".")[0] in OURS] == []


def test_every_module_opens_with_a_docstring() -> None:
    assert [path for path, source in sources().items() if not ast.get_docstring(ast.parse(source))] == []


def test_no_room_has_a_name_that_says_nothing() -> None:
    names = {part for path in sources() for part in module_name(path).split(".")}
    assert names & VAGUE == set()


def empty_folders(root: Path) -> list[str]:
    """Folders with nothing in them; those of compiled files alone are only what git leaves when a room has moved."""
    folders = [folder for folder in root.rglob("*") if folder.is_dir() and "__pycache__" not in folder.parts]
    return [folder.relative_to(root).as_posix() for folder in folders if not any(folder.iterdir())]


def test_the_checker_sees_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "gazetteer" / "novelty").mkdir(parents=True)
    (tmp_path / "gazetteer" / "keys.py").touch()
    (tmp_path / "moved" / "__pycache__").mkdir(parents=True)
    assert empty_folders(tmp_path) == ["gazetteer/novelty"]


@pytest.mark.parametrize("tree", ["gazetteer", "service", "migrations", "seeds", "docs", "tests"])
def test_no_folder_is_empty(tree: str) -> None:
    assert empty_folders(ROOT / tree) == []
