"""Which systems could have made a spelling is said best first, and none is said that could not."""

from collections.abc import Sequence

import pytest

from gazetteer.errors import BadName, NoSystems
from gazetteer.languages import orthographies, system, systems
from gazetteer.romanization.compared import plain, unmarked
from gazetteer.romanization.explaining import NATIVES_LISTED, explain, why
from gazetteer.romanization.systems import romanize

# A spelling, the name it is a spelling of, and a system that writes it so.
OF_NAMES = [
    ("Tchernihiv", "Чернігів", "uk-Cyrl/press-fr"),
    ("Tschernihiw", "Чернігів", "uk-Cyrl/press-de"),
    ("Czernihiw", "Чернігів", "uk-Cyrl/press-pl"),
    ("Tsjernihiv", "Чернігів", "uk-Cyrl/press-nl"),
    ("Znamianka", "Знам'янка", "uk-Cyrl/national-2010"),
    ("Chekhov", "Чехов", "ru-Cyrl/bgn-pcgn-1947"),
]
# The same where the name is not said: the system that is to come first.
ALONE = [
    ("Tchernihiv", "uk", "uk-Cyrl/press-fr", "Чернігів"),
    ("Tschernihiw", "uk", "uk-Cyrl/press-de", "Чернігів"),
    ("Bakhmout", "uk", "uk-Cyrl/press-fr", "Бахмут"),
    ("Kyiv", "uk", "uk-Cyrl/national-2010", "Київ"),
]


@pytest.mark.parametrize(("spelling", "native", "full_id"), OF_NAMES)
def test_a_system_that_writes_the_name_so_is_found(spelling: str, native: str, full_id: str) -> None:
    made = {maker.system.full_id: maker for maker in explain(spelling, native)}
    assert made[full_id].exact
    assert [one.text for one in made[full_id].natives.found] == [native]


@pytest.mark.parametrize(("spelling", "native", "full_id"), OF_NAMES)
def test_no_system_is_found_that_writes_the_name_otherwise(spelling: str, native: str, full_id: str) -> None:
    found = {maker.system.full_id for maker in explain(spelling, native)}
    for each in found:
        assert unmarked(romanize(native, system(each))) == unmarked(spelling)
    exactly = {
        each.full_id
        for each in systems().values()
        if orthographies()[each.orthography].script == "Cyrl" and plain(romanize(native, each)) == plain(spelling)
    }
    assert exactly <= found


@pytest.mark.parametrize(("spelling", "language", "full_id", "native"), ALONE)
def test_without_the_name_the_likeliest_comes_first(spelling: str, language: str, full_id: str, native: str) -> None:
    first = explain(spelling, language=language)[0]
    assert first.natives.found[0].text == native
    assert first.natives.found[0].text in [one.text for one in explain(spelling, native)[0].natives.found]
    assert full_id in [maker.system.full_id for maker in explain(spelling, language=language)]


def test_what_is_written_just_so_comes_before_what_lacks_marks() -> None:
    exact = [maker.exact for maker in explain("Sevastopol")]
    assert exact == sorted(exact, reverse=True)
    assert False in exact
    lacking = [maker for maker in explain("Vucic", language="sr") if maker.system.id == "gaj" and not maker.exact]
    assert "Вучић" in [one.text for one in lacking[0].natives.found]
    assert not next(m for m in explain("Sevastopol", "Севастополь") if m.system.id == "bgn-pcgn-1947").exact


def test_a_language_leaves_only_its_own() -> None:
    assert {maker.system.orthography for maker in explain("Kharkov", language="ru-RU")} == {"ru-Cyrl"}


def test_what_no_system_makes_has_no_explanation() -> None:
    assert explain("Xqzzt", "Чернігів") == ()


def test_a_sentence_says_why() -> None:
    lacking = next(m for m in explain("Sevastopol", "Севастополь") if m.system.id == "bgn-pcgn-1947")
    assert why("Sevastopol", lacking) == (
        "‘Sevastopol’ is how BGN/PCGN 1947 writes Russian Севастополь, its marks left out."
    )


def test_what_cannot_be_explained_is_refused() -> None:
    with pytest.raises(BadName, match="not in Latin letters"):
        explain("Чернігів")
    with pytest.raises(BadName, match="empty"):
        explain("Kyiv", " ")
    with pytest.raises(NoSystems, match="Spanish"):
        explain("Kyiv", language="es")


def test_a_spelling_of_a_name_is_that_name_before_what_has_usual_letters_only() -> None:
    alone = explain("Arzys")
    assert alone[0].natives.found[0].text != "Арциз", "or the name would come first without being known"
    asked: list[list[str]] = []

    def known(texts: Sequence[str]) -> set[str]:
        asked.append(list(texts))
        return {"Арциз"}.intersection(texts)

    first, *others = explain("Arzys", known=known)
    assert (first.system.full_id, first.natives.found[0].text, first.known) == ("uk-Cyrl/press-de", "Арциз", True)
    assert [one.known for one in others] == sorted([one.known for one in others], reverse=True)
    assert {one.system.full_id for one in (first, *others)} >= {one.system.full_id for one in alone}
    assert all(len(one.natives.found) <= NATIVES_LISTED for one in others)
    (texts,) = asked
    assert len(set(texts)) == len(texts)


def test_names_are_not_asked_for_where_the_native_one_is_given() -> None:
    assert explain("Tchernihiv", "Чернігів", known=lambda texts: pytest.fail(f"asked for {texts}"))
