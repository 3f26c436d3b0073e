"""``transliterate`` on the command line: names and running text in Latin letters, and what is doubtful told aside."""

import subprocess
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from gazetteer.languages import systems
from service import create_app
from tests.cli.conftest import ROOT, Ask, command, refusal

NATIONAL = ("--system", "national-2010")


def test_one_form_is_all_that_is_printed(ask: Ask) -> None:
    said = ask("transliterate", "Чернігів", "--language", "uk", *NATIONAL)
    assert (said.exit_code, said.stdout, said.stderr) == (0, "Chernihiv\n", "")


def test_several_forms_come_with_their_systems(ask: Ask) -> None:
    said = ask("transliterate", "Чернігів", "--language", "uk", *NATIONAL, "--system", "press-fr")
    assert said.stdout == (
        "Chernihiv\tnational-2010\tUkrainian national system\nTchernihiv\tpress-fr\tFrench press usage\n"
    )


def test_a_guess_is_told_aside(ask: Ask) -> None:
    said = ask("transliterate", "Чернігів", *NATIONAL)
    assert said.stdout == "Chernihiv\n"
    assert said.stderr.startswith("Taken to be Ukrainian, confidence 0.")


def test_all_systems_are_asked_unless_said(ask: Ask) -> None:
    said = ask("transliterate", "Чернігів", "--language", "uk")
    assert len(said.stdout.splitlines()) == len([each for each in systems() if each.startswith("uk-Cyrl/")])


def test_a_latin_spelling_goes_through_its_native_form(ask: Ask) -> None:
    said = ask("transliterate", "Bakhmout", "--language", "uk", "--from", "press-fr", *NATIONAL)
    assert said.stdout == "Bakhmut\n"
    assert said.stderr.startswith("By way of Бахмут or ")


def test_a_form_that_is_not_certain_comes_with_the_others(ask: Ask) -> None:
    said = ask("transliterate", "Selenskyj", "--language", "uk", "--from", "press-de", *NATIONAL)
    form, others = said.stdout.rstrip("\n").split("\tor ")
    assert {"Zelenskyi", "Selenskyi"} <= {form, *others.split(", ")}


def test_running_text_goes_through_as_it_is_but_for_its_letters(ask: Ask) -> None:
    text = "\ufeff<p>Київ — 1991</p>\r\n\r\nЩУКА, Щука ё".encode()
    said = ask("transliterate", "-", "--language", "uk", *NATIONAL, written=text)
    assert said.stdout_bytes == "\ufeff<p>Kyiv — 1991</p>\r\n\r\nSHCHUKA, Shchuka ё".encode()
    assert said.stderr == "Left as they are, since the system does not name them: ё\n"


def test_nothing_in_nothing_out(ask: Ask) -> None:
    said = ask("transliterate", "-", *NATIONAL)
    assert (said.exit_code, said.stdout) == (0, "")


@pytest.mark.parametrize("times", [1, 200_000])
def test_what_is_piped_through_is_whole_however_long(times: int) -> None:
    text = "Посад-Покровське, Щука та 'Їжак'. " * times
    words = command("transliterate", "-", "--language", "uk", *NATIONAL)
    done = subprocess.run(words, input=text.encode(), capture_output=True, cwd=ROOT, timeout=300, check=True)
    assert done.stdout.decode() == "Posad-Pokrovske, Shchuka ta 'Yizhak'. " * times


def test_names_on_standard_input_are_answered_line_by_line(ask: Ask) -> None:
    said = ask("transliterate", "-", "--json", "--language", "uk", *NATIONAL, written="Київ\n\nСуми\r\n".encode())
    answers = [orjson.loads(line) for line in said.stdout_bytes.splitlines()]
    assert [one["forms"][0]["text"] for one in answers] == ["Kyiv", "Sumy"]


def test_json_is_what_the_service_answers(ask: Ask, world: Path) -> None:
    client: FlaskClient = create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()
    told = orjson.loads(ask("transliterate", "Чернігів", "--json").stdout_bytes)
    assert told == client.post("/transliterate", json={"text": "Чернігів"}).json
    assert told["entity"]["canonical"] == "Chernihiv"
    told = orjson.loads(ask("transliterate", "Kyiv", "--explain", "--json").stdout_bytes)
    assert told == client.post("/transliterate/explain", json={"text": "Kyiv"}).json
    assert orjson.loads(ask("transliterate", "--list", "--json").stdout_bytes) == (
        client.get("/transliterate/systems").json
    )


KYIV = ("transliterate", "Київ", "--language", "uk", "--system", "press-pl")


def test_the_names_that_a_language_has_of_its_own_come_last(ask: Ask) -> None:
    said = ask(*KYIV)
    form, recorded = said.stdout.rstrip("\n").split("\t")
    assert (form, recorded.split(", ")[0], said.stderr) == ("Kyjiw", "recorded: Kijów", "")
    lines = ask(*KYIV, *NATIONAL, "--system", "press-en").stdout.splitlines()
    assert lines[0].startswith("Kyjiw\tpress-pl\tPolish transcription\trecorded: Kijów")
    assert lines[1:] == ["Kyiv\tnational-2010\tUkrainian national system", "Kyiv\tpress-en\tEnglish press usage"]


def test_without_a_gazetteer_nothing_is_recorded_and_nothing_said_of_it(ask: Ask, tmp_path: Path) -> None:
    said = ask(*KYIV, home=tmp_path)
    assert (said.exit_code, said.stdout, said.stderr) == (0, "Kyjiw\n", "")
    assert orjson.loads(ask(*KYIV, "--json", home=tmp_path).stdout_bytes)["entity"] is None
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_asked_is_no_matter(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://nowhere")
    said = ask(*KYIV, home=tmp_path / "another")
    assert (said.exit_code, said.stdout, said.stderr) == (0, "Kyjiw\n", "")


@pytest.mark.parametrize("more", [(), ("--system", "press-de"), ("--json",)])
def test_names_on_standard_input_are_not_looked_up(ask: Ask, more: tuple[str, ...]) -> None:
    said = ask("transliterate", "-", *KYIV[2:], *more, written="Київ\n".encode())
    assert said.stdout
    assert "Kijów" not in said.stdout
    if "--json" in more:
        assert orjson.loads(said.stdout_bytes)["entity"] is None


def test_native_spellings_that_are_names_of_the_gazetteer_come_first(ask: Ask, tmp_path: Path) -> None:
    said = ask("transliterate", "--explain", "Tschernihiw")
    assert said.stdout.splitlines()[0].startswith("uk-Cyrl/press-de\t‘Tschernihiw’ is how German")
    assert said.stderr == ""
    without = ask("transliterate", "--explain", "Tschernihiw", home=tmp_path)
    assert without.exit_code == 0
    assert "not known here" in without.stderr
    assert sorted(without.stdout.splitlines())[0].split("\t")[0] in said.stdout


def test_a_spelling_is_explained(ask: Ask) -> None:
    said = ask("transliterate", "--explain", "Tchernihiv", "--native", "Чернігів")
    first = said.stdout.splitlines()[0]
    assert first == "uk-Cyrl/press-fr\t‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів."
    assert "No system" in ask("transliterate", "--explain", "Xqzzt", "--native", "Чернігів").stderr


def test_the_systems_are_listed(ask: Ask) -> None:
    assert [line.split("\t")[0] for line in ask("transliterate", "--list").stdout.splitlines()] == list(systems())


def test_the_systems_are_counted(ask: Ask) -> None:
    told = orjson.loads(ask("transliterate", "--counts", "--json").stdout_bytes)
    assert told["systems"] == len(systems())
    said = ask("transliterate", "--counts").stdout
    assert said.startswith(f"{told['systems']}\tnamed systems, {told['reversible']} of them reversible")
    assert f"\n{len(told['press_of_cyrillic'])}\tlanguages whose press usage is known for Cyrillic names" in said


REFUSED = [
    (("Київ", "--language", "es"), "No system romanizes Spanish"),
    (("Київ", "--language", "uk", "--system", "iso"), "Ukrainian has no system ‘iso’"),
    (("Київ", "--language", "qq"), "BCP 47"),
    (("Kyiv",), "Latin letters already"),
    (("Washington", "--language", "uk", "--from", "press-fr"), "‘Washington’"),
]


@pytest.mark.parametrize(("words", "says"), REFUSED, ids=str)
def test_what_cannot_be_answered_is_refused_in_a_sentence(ask: Ask, words: tuple[str, ...], says: str) -> None:
    assert says in refusal(ask("transliterate", *words))


def test_one_bad_name_does_not_stop_the_others(ask: Ask) -> None:
    said = ask("transliterate", "Київ", "Kyiv", "Суми", "--language", "uk", "--from", "press-fr", *NATIONAL)
    assert said.exit_code == 1
    said = ask("transliterate", "Суми", "1917", *NATIONAL)
    assert said.stdout == "Sumy\n"
    assert "text 2: The text has no letters" in said.stderr


def test_what_is_not_utf_8_is_said_to_be_so(ask: Ask) -> None:
    assert "not text in UTF-8" in refusal(ask("transliterate", "-", *NATIONAL, written=b"\xff\xfe"))


@pytest.mark.parametrize(
    "words", [(), ("--list", "Київ"), ("--counts", "Київ"), ("--list", "--counts"), ("Київ", "--native", "Київ")]
)
def test_used_wrongly(ask: Ask, words: tuple[str, ...]) -> None:
    assert ask("transliterate", *words).exit_code == 2
