"""Parts: all targets of one pair of languages are one copy, in a style that writes their language."""

import re

import pytest

from gazetteer.errors import BadParameter, BadXliff, GazetteerError, NoStyleOfLanguage, TextTooLong
from gazetteer.resolve import Gazetteer
from gazetteer.styles import style_of
from gazetteer.xliff.checking import all_found, check_document
from gazetteer.xliff.parts import parts_of, style_for
from gazetteer.xliff.reading import read_xliff
from tests.xliff.marks import MARKED, before_and_after
from tests.xliff.test_reading import UNIT, one, two

STYLES = [("en", "default"), ("en-GB", "default"), ("fr", "fr-desk"), ("fr-CA", "fr-desk"), ("de-AT", "de-desk")]


@pytest.mark.parametrize(("language", "style"), STYLES)
def test_unless_said_the_style_is_the_first_that_writes_the_language(language: str, style: str) -> None:
    assert style_for(language).id == style


@pytest.mark.parametrize("language", ["es", "uk", "ar", "zh-Hant-TW"])
def test_a_language_that_no_style_writes_is_not_checked_by_the_rules_of_another(language: str) -> None:
    with pytest.raises(NoStyleOfLanguage, match=f"in {language}, which no style writes; there are styles for de, en"):
        style_for(language)


def test_a_style_of_another_language_is_refused() -> None:
    assert style_for("en-US", style_of("ap")).id == "ap"
    with pytest.raises(NoStyleOfLanguage, match="The style ap writes en, the targets are in fr; ask for a style"):
        style_for("fr", style_of("ap"))


def test_targets_and_sources_of_all_files_are_one_copy() -> None:
    second = f'<file source-language="fr" target-language="en" original="b"><body>{UNIT}</body></file></xliff>'
    [part] = parts_of(read_xliff(one(UNIT + UNIT).replace("</xliff>", second).encode()))
    assert part.copy.text == "\n\n".join(["Near Bakhmout."] * 3)
    assert part.copy.source_text == "a\n\na\n\na"
    assert (part.copy.language, part.copy.source_language, part.style.id) == ("en", "fr", "default")
    assert [segment.file for segment in part.segments] == ["a.html", "a.html", "b"]


def test_what_one_unit_says_helps_with_another(gazetteer: Gazetteer) -> None:
    unit = "<trans-unit id='{}'><source>a</source><target>{}</target></trans-unit>"
    alone = unit.format(1, "Then Selenskyj spoke.")
    together = unit.format(2, "Volodymyr Zelenskyy came.") + alone
    found = check_document(gazetteer, read_xliff(one(together).encode()))
    told = {one.mention.surface: one.mention.replacement for one in all_found(found)}
    assert told == {"Volodymyr Zelenskyy": None, "Selenskyj": "Zelenskyy"}


def test_each_pair_of_languages_has_a_copy_and_a_style_of_its_own() -> None:
    text, _ = before_and_after(next(path for path in MARKED if path.stem == "1.2-two-languages"))
    french, english = parts_of(read_xliff(text.encode()))
    assert (french.style.id, english.style.id) == ("fr-desk", "default")
    assert french.copy.text == "Près de Bakhmout.\n\nBakhmout tient."


LANGUAGES = [
    (one(UNIT, 'source-language="fr"'), "does not say the language of its targets; it would be in target-language"),
    (two("<unit id='1'><segment><source/><target>a</target></segment></unit>", 'srcLang="fr"'), "trgLang of the root"),
    (one(UNIT, 'target-language="qq"'), "The language of the targets: No language ‘qq’"),
    (one(UNIT, 'target-language=""'), "does not say the language of its targets"),
]


@pytest.mark.parametrize(("text", "says"), LANGUAGES)
def test_targets_of_no_language_are_refused(text: str, says: str) -> None:
    with pytest.raises(BadXliff) as refused:
        parts_of(read_xliff(text.encode()))
    assert says in str(refused.value)


def test_where_the_file_is_silent_the_language_may_be_said() -> None:
    [part] = parts_of(read_xliff(one(UNIT, 'source-language="x-dev"').encode()), language="fr")
    assert (part.copy.language, part.copy.source_language, part.style.id) == ("fr", None, "fr-desk")


def test_the_language_of_the_sources_may_be_said_where_the_file_is_silent() -> None:
    silent = read_xliff(one(UNIT, 'source-language="x-dev" target-language="en"').encode())
    [part] = parts_of(silent, source_language="fr")
    assert part.copy.source_language == "fr"


CONTRADICTIONS = [
    ({"language": "de"}, "language says de, but the file says that its targets are in en; leave language out."),
    ({"source_language": "en"}, "source_language says en, but the file says that its sources are in fr; leave"),
]


@pytest.mark.parametrize(("said", "says"), CONTRADICTIONS)
def test_what_the_file_says_may_not_be_contradicted(said: dict[str, str], says: str) -> None:
    languages = 'source-language="fr" target-language="en"'
    with pytest.raises(BadParameter, match=re.escape(says)):
        parts_of(read_xliff(one(UNIT, languages).encode()), **said)


def test_of_two_languages_of_targets_no_one_can_be_said() -> None:
    text, _ = before_and_after(next(path for path in MARKED if path.stem == "1.2-two-languages"))
    for language in ("fr", "en"):
        with pytest.raises(BadParameter, match=f"language says {language}, but"):
            parts_of(read_xliff(text.encode()), language=language)


def test_of_which_country_a_language_is_does_not_matter() -> None:
    read = read_xliff(one(UNIT, 'source-language="fr" target-language="en-US"').encode())
    [part] = parts_of(read, language="en-GB", source_language="fr-CA")
    assert (part.copy.language, part.copy.source_language) == ("en-US", "fr")


def test_very_long_sources_are_read_as_far_as_one_copy_goes() -> None:
    unit = UNIT.replace("<source>a", "<source>" + "a" * 90_000)
    [part] = parts_of(read_xliff(one(unit * 3).encode()))
    assert part.copy.source_text == "\n\n".join(["a" * 90_000] * 2)


def test_the_blanks_between_segments_count() -> None:
    segment = "<segment><source/><target>a</target></segment>"
    with pytest.raises(TextTooLong):
        parts_of(read_xliff(two(f"<unit id='1'>{segment * 70_000}</unit>").encode()))


def test_all_refusals_are_of_the_family() -> None:
    for kind in (BadXliff, NoStyleOfLanguage, TextTooLong):
        assert issubclass(kind, GazetteerError)
