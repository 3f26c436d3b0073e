"""The committed output of the frontend is what its sources make; `.ci/run` builds it and compares every byte."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "service" / "pages"
FRONTEND = PAGES / "frontend"
SCRIPTS = ["desk", "bulk", "transliterate"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_script_was_built_from_these_sources(script: str) -> None:
    names = ["build.mjs", "outline.mjs", "package-lock.json"]
    names += [f"src/{name}" for name in sorted(path.name for path in (FRONTEND / "src").iterdir())]
    mark = sha256()
    for name in names:
        mark.update(name.encode() + b"\0" + (FRONTEND / name).read_bytes())
    built = (PAGES / "static" / f"{script}.js").read_text(encoding="utf-8")
    said = re.search(r"Sources: ([0-9a-f]{64})", built[:200])
    assert said, "run make frontend"
    assert said[1] == mark.hexdigest(), "run make frontend"


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_in_it_leads_to_another_host(name: str) -> None:
    script = (PAGES / "static" / f"{name}.js").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"'`\s]+", script)) <= {"http://www.w3.org/2000/svg"}
    style = (PAGES / "static" / f"{name}.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_the_map_is_small_and_says_where_it_is_from() -> None:
    map_file = (PAGES / "static" / "world.svg").read_bytes()
    assert len(map_file) < 60_000
    assert b"Natural Earth" in map_file[:200]


def test_the_map_has_borders_and_none_between_crimea_and_the_rest_of_ukraine() -> None:
    map_file = (PAGES / "static" / "world.svg").read_text(encoding="utf-8")
    paths = dict(re.findall(r'<path id="(\w+)"[^>]* d="([^"]+)"', map_file))
    assert set(paths) == {"land", "borders", "disputed"}
    # Every point of every border, in tenths of a degree, south up.
    points = [point for line in paths["borders"].split("M")[1:] for point in walked(line)]
    assert [(x, y) for x, y in points if 325 < x < 365 and -462 < y < -440] == []
    assert [(x, y) for x, y in points if 220 < x < 245 and -520 < y < -480] != []  # of Poland and Ukraine


def walked(line: str) -> list[tuple[int, int]]:
    """The points of a path that starts somewhere and goes on by steps."""
    numbers = [int(number) for number in re.findall(r"-?\d+", line)]
    steps = zip(numbers[::2], numbers[1::2], strict=True)
    points = [next(steps)]
    for x, y in steps:
        points.append((points[-1][0] + x, points[-1][1] + y))
    return points


def test_every_package_is_pinned() -> None:
    packages = (FRONTEND / "package.json").read_text(encoding="utf-8")
    pins = re.findall(r'"[@\w/-]+": "([^"]+)"', packages[packages.index("devDependencies") :])
    assert len(pins) > 5
    assert [pin for pin in pins if not re.fullmatch(r"[0-9.]+", pin)] == []


def test_the_licences_of_what_went_in_are_told() -> None:
    told = (PAGES / "static" / "licences.txt").read_text(encoding="utf-8")
    for name in ("@codemirror/state", "@codemirror/view", "@codemirror/commands", "style-mod", "world-atlas"):
        assert name in told
