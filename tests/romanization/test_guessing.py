"""Which language a text is in is guessed from its letters, and the guess says how sure it is."""

import pytest

from gazetteer.languages import Orthography, orthographies
from gazetteer.romanization.guessing import SUREST, alphabet, guess, with_systems
from gazetteer.romanization.letters import EDGE, usage_of

# Article 1 of the Universal Declaration of Human Rights, as the United Nations publishes it.
ARTICLES = [
    ("uk", "Всі люди народжуються вільними і рівними у своїй гідності та правах."),
    ("ru", "Все люди рождаются свободными и равными в своем достоинстве и правах."),
    ("bg", "Всички хора се раждат свободни и равни по достойнство и права."),
    ("sr", "Сва људска бића рађају се слободна и једнака у достојанству и правима."),
    ("be", "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах."),
    ("mk", "Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права."),
    ("el", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."),
    ("ar", "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق."),
    ("fa", "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند."),
    ("ur", "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔"),
    ("ps", "د بشر ټول افراد آزاد نړۍ ته راځي او د حيثيت او حقوقو له پلوه سره برابر دي."),
    ("he", "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם."),
    ("yi", "יעדער מענטש װערט געבױרן פֿרײַ און גלײַך אין כּבֿוד און רעכט."),
    ("ka", "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით."),
]
# Letters that one language alone has among these.
TELLING = [
    ("Київ", "uk"),
    ("Ґалаґан", "uk"),
    ("Скопје", "sr mk"),
    ("Ђаковица", "sr"),
    ("Ѓорче", "mk"),
    ("Магілёў", "be"),
    ("القاهرة", "ar"),
    ("تهران", "fa"),
    ("بھٹو", "ur"),
    ("ڈیرہ غازی خان", "ur"),
    ("ځدراڼ", "ps"),
    ("پښتون", "ps"),
    ("תל אביב", "he"),
    ("װאַרשע", "yi"),
]


@pytest.mark.parametrize(("language", "text"), ARTICLES)
def test_a_sentence_is_known_for_what_it_is(language: str, text: str) -> None:
    first = guess(text, with_systems())[0]
    assert first.orthography.language == language
    assert first.confidence > 0.6


@pytest.mark.parametrize(("name", "languages"), TELLING)
def test_a_letter_that_only_some_languages_have_tells_them(name: str, languages: str) -> None:
    assert guess(name, with_systems())[0].orthography.language in languages.split()


def test_a_name_that_may_be_in_any_language_makes_no_sure_guess() -> None:
    said = guess("Бахмут", with_systems())
    assert said[0].confidence < 0.6
    assert len({one.orthography.language for one in said if one.confidence > 0}) > 2


def test_guesses_are_in_order_and_share_one_whole() -> None:
    shares = [one.confidence for one in guess("Олександр", with_systems())]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=0.05)


def test_nothing_is_certain() -> None:
    assert guess("თბილისი", with_systems())[0].confidence == SUREST


def test_letters_that_no_language_has_make_a_guess_less_sure() -> None:
    known, unknown = (guess(text, with_systems())[0].confidence for text in ("ყველა", "ყველა ჵჶჷჸჹ"))
    assert unknown < known


def test_the_script_of_most_letters_is_looked_at() -> None:
    assert guess("Kyiv, Київ і Αθήνα", with_systems())[0].orthography.language == "uk"


@pytest.mark.parametrize("text", ["", "Kyiv", "1917", "ᠮᠣᠩᠭᠣᠯ", "—"])
def test_where_there_is_nothing_to_romanize_nothing_is_guessed(text: str) -> None:
    assert guess(text, with_systems()) == ()


def test_only_what_is_among_is_guessed() -> None:
    among: list[Orthography] = [orthographies()["ru-Cyrl"], orthographies()["bg-Cyrl"]]
    assert {one.orthography.language for one in guess("Київ", among)} == {"ru", "bg"}


def test_an_alphabet_is_that_of_the_systems() -> None:
    assert set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя") <= alphabet("uk-Cyrl")
    assert alphabet("uk-Cyrl").isdisjoint("ыэъё")


def test_what_is_never_side_by_side_costs_more() -> None:
    usage = usage_of("uk", "Cyrl")
    assert usage is not None
    assert usage.seen("сь")
    assert not usage.seen("ьь")
    assert usage.cost("ьь") > usage.cost("сь")
    assert usage.cost(EDGE + "ь") > usage.cost(EDGE + "к")


def test_of_a_language_that_has_no_names_nothing_is_known() -> None:
    assert usage_of("la", "Cyrl") is None


def test_a_name_is_likelier_in_the_language_that_has_it() -> None:
    alone, told = (guess("東京", with_systems(), recorded) for recorded in ({}, {"ja": 8.0}))
    assert (alone[0].orthography.language, told[0].orthography.language) == ("zh", "ja")
    shares = {one.orthography.language: one.confidence for one in told}
    assert shares["ja"] > 0.5 > shares["zh"]


def test_what_letters_rule_out_no_name_makes_likely() -> None:
    (first, *_) = guess("Київ", with_systems(), {"ru": 8.0})
    assert first.orthography.language == "uk"
