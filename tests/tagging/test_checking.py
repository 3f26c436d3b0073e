"""Checking a copy: journeys over the small world, from a text to what is advised of each name in it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.model import Kind, Outcome
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.fixing import fix, instead_of, summary
from gazetteer.tagging.model import Advice, Checked, Fix, Format
from tests.tagging.conftest import (
    BAKHMUT,
    HIS_SON,
    KHARKIV,
    KYIV,
    LUKASHENKO,
    SYRSKYI,
    ZELENSKYY,
    advised,
    linked,
    read,
)

# A copy, and the same put right in full.
FIXED = [
    ("The battle for Bakhmout goes on.", "The battle for Bakhmut goes on."),
    ("Shelling hit Tschernihiw and Charkiw.", "Shelling hit Chernihiv and Kharkiv."),
    ("Shelling hit Czernihów and Charków.", "Shelling hit Chernihiv and Kharkiv."),
    ("Kharkov and Odessa were hit.", "Kharkiv and Odesa were hit."),
    ("Volodymyr Selenskyj spoke. Later Selenskyj left.", "Volodymyr Zelenskyy spoke. Later Zelenskyy left."),
    (
        "General Oleksandre Syrsky visited Bakhmout. Syrsky said the line held.",
        "General Oleksandr Syrsky visited Bakhmut. Syrsky said the line held.",
    ),
    ("Kyrylo Boudanov and Kirill Budanov met.", "Kyrylo Budanov and Kyrylo Budanov met."),
    # The offsets are on the name alone: possessives, hyphens, quotation marks and case are kept.
    ("Kiev's mayor and Bakhmout’s people.", "Kyiv's mayor and Bakhmut’s people."),
    ("KIEV’S MAYOR SPOKE IN BAKHMOUT.", "KYIV’S MAYOR SPOKE IN BAKHMUT."),
    ("The Moscou-Kiev talks failed.", "The Moscow-Kyiv talks failed."),
    ("The Kharkiv-Bakhmout-Kiev road is open.", "The Kharkiv-Bakhmut-Kyiv road is open."),
    ("The village of Possad-Pokrovské fell.", "The village of Posad-Pokrovske fell."),
    ("Possad-Pokrovské’s school, near Kherson.", "Posad-Pokrovske’s school, near Kherson."),
    ('He said "Bakhmout", (Kiev), [Kharkov] and ‘Odessa’.', 'He said "Bakhmut", (Kyiv), [Kharkiv] and ‘Odesa’.'),
    ("Kiev/Kharkov, Kiev–Kharkov.", "Kyiv/Kharkiv, Kyiv–Kharkiv."),
    ("Kiev\u00a0and\r\nKharkov\r\n", "Kyiv\u00a0and\r\nKharkiv\r\n"),
    # Endings and letters.
    ("Troops stood in Bakhmuta and near Khersonu.", "Troops stood in Bakhmut and near Kherson."),
    ("The Khersonsk region was shelled.", "The Kherson region was shelled."),
    ("The Kupyan direction is quiet; Kupiansk was hit.", "The Kupiansk direction is quiet; Kupiansk was hit."),
    ("A flight to Mnchen was late.", "A flight to Munich was late."),
    ("Bakhmut fell, and Bahmt was in ruins.", "Bakhmut fell, and Bakhmut was in ruins."),
    ("They met with Putinem.", "They met with Putin."),
    (
        "The Zakarpatsk region and the Vinnytsk region, in Ukraine.",
        "The Zakarpattia region and the Vinnytsia region, in Ukraine.",
    ),
    # Whichever of its Kostiantynivkas it is.
    (
        "Bombs fell on Konstantinovka, near Bakhmut. Kyiv is calm.",
        "Bombs fell on Kostiantynivka, near Bakhmut. Kyiv is calm.",
    ),
    # Nobody writes these so on purpose, nor leaves them in another writing.
    ("They met in \u041ayiv.", "They met in Kyiv."),
    ("They live in Харків.", "They live in Kharkiv."),
    (
        "A flight from Copenhaggen was late. In Arkhangesk it snowed.",
        "A flight from Copenhagen was late. In Arkhangelsk it snowed.",
    ),
    ("They came from Jerusale.", "They came from Jerusalem."),
    (
        "Volodymyr Selenskyj met them. According to Selenskyj, it is over.",
        "Volodymyr Zelenskyy met them. According to Zelenskyy, it is over.",
    ),
    ("From December, Ukrzaliznysia will run it.", "From December, Ukrainian Railways will run it."),
    (
        "The Kiev government met. Kharkov, now Lviv; to Kiev, now in ruins.",
        "The Kyiv government met. Kharkiv, now Lviv; to Kyiv, now in ruins.",
    ),
    ("They left Bakhmuta oblasti.", "They left Bakhmut oblasti."),
    ("القاهرة تتحدث عن Bakhmout اليوم", "القاهرة تتحدث عن Bakhmut اليوم"),
    ("The Kiev was hit on Monday. The Kharkov will fall.", "The Kyiv was hit on Monday. The Kharkiv will fall."),
    ("Born in 1938, the mayor of Kharkov leads it.", "Born in 1938, the mayor of Kharkiv leads it."),
    ("In Kharkov, now Kharkiv region's capital, it snowed.", "In Kharkiv, now Kharkiv region's capital, it snowed."),
    ("Bakhmuta was taken. Bakhmuta still burns.", "Bakhmut was taken. Bakhmut still burns."),
    ("The plant in Xiongben is open.", "The plant in Kumamoto is open."),
    ("In 1945 Kiev was in ruins. Kiev is whole.", "In 1945 Kiev was in ruins. Kyiv is whole."),
    # Of today, though a year is named; and a number that is none.
    ("Kiev was hit on Sunday, the heaviest raid since 1943.", "Kyiv was hit on Sunday, the heaviest raid since 1943."),
    ("On 24 February 2022 Kharkov burned as in 1943.", "On 24 February 2022 Kharkiv burned as in 1943."),
    ("Founded in 1898, the museum is in Kiev.", "Founded in 1898, the museum is in Kyiv."),
    ("Flight 1203 from Kiev; a brigade of 1500 in Kharkov.", "Flight 1203 from Kyiv; a brigade of 1500 in Kharkiv."),
    ("The theatre, completed in 1901, is in central Kiev.", "The theatre, completed in 1901, is in central Kyiv."),
    ("In 1920 Varsovie was full.", "In 1920 Warsaw was full."),  # which English never called it
    # In the company of places, and where the other wrong names say what language the copy came through.
    ("The train between Leipzig and Varsovie is late.", "The train between Leipzig and Warsaw is late."),
    ("They won a prize of Stoccarda, in Germany.", "They won a prize of Stuttgart, in Germany."),
    ("It went through Leipzig, Stoccarda and Munich.", "It went through Leipzig, Stuttgart and Munich."),
    ("The sand south of Харків is wet.", "The sand south of Kharkiv is wet."),
    ("From Londra to Varsavia, Stoccarda spoke of it.", "From London to Warsaw, Stuttgart spoke of it."),
    ("CALM IN KHARKOV AND WARSCHAU", "CALM IN KHARKIV AND WARSAW"),
    # Initials that other languages have; of three letters where other names tell which one the copy came through.
    ("The OTAN met MAGATE.", "The NATO met IAEA."),
    ("The office (OTAN", "The office (NATO"),
    ("From Varsovie to Moscou, the ONU met.", "From Warsaw to Moscow, the UN met."),
    # Told by nobody, and in no brackets; no state, and one that is not closed.
    (
        "Moscow wrote Kiev a letter; that spelled Kharkov doom.",
        "Moscow wrote Kyiv a letter; that spelled Kharkiv doom.",
    ),
    ("He said in Russian: Kiev must yield.", "He said in Russian: Kyiv must yield."),
    ("In Kharkov, CT scans rose. Kharkov burned.", "In Kharkiv, CT scans rose. Kharkiv burned."),
    # What is in a country need not lie there.
    ("Refugees from Charkow in Germany met.", "Refugees from Kharkiv in Germany met."),
    ("Support for Kiev in the United States fell.", "Support for Kyiv in the United States fell."),
    # In another writing, and no translation of what stands beside it.
    ("They hit two towns (Харків and Одеса).", "They hit two towns (Kharkiv and Odesa)."),
    ("A flight to Helsinkis was late; Londres too.", "A flight to Helsinkis was late; London too."),
    ("The Bakhmuta front held. The Khersonsk region is quiet.", "The Bakhmut front held. The Kherson region is quiet."),
    (
        "A ship left Kiev. The submarine base in Kharkov is shut.",
        "A ship left Kyiv. The submarine base in Kharkiv is shut.",
    ),
    # Not told as names.
    ("The city is called Kharkov.", "The city is called Kharkiv."),
    ("The report named Kharkov as the target.", "The report named Kharkiv as the target."),
    ("A soldier named Volodymyr Selenskyj spoke.", "A soldier named Volodymyr Zelenskyy spoke."),
    ("A Kharkov court sat.", "A Kharkiv court sat."),
    # Names that end as plurals do.
    ("From Atenas to Londres.", "From Athens to London."),
    (
        "Some 1500 people left Kharkov; 1200 houses in Kiev are dark.",
        "Some 1500 people left Kharkiv; 1200 houses in Kyiv are dark.",
    ),
    # Places in a list are not said to lie in one another.
    ("Talks of Kharkov, France and Germany.", "Talks of Kharkiv, France and Germany."),
    ("Talks of Kharkov, France, Germany.", "Talks of Kharkiv, France, Germany."),
    ("From Berlin, Kharkov, France.", "From Berlin, Kharkiv, France."),
]
# Copy in which every name is right, or nobody's that we know.
RIGHT = [
    "Kyiv, Kharkiv, Odesa, Lviv, Dnipro, Chernihiv, Mariupol and Bakhmut are in Ukraine.",
    "Oleksandr Syrskyi spoke. Syrskyi left, and Oleksandr Syrsky and Syrsky too.",
    "Volodymyr Zelenskyy, Zelensky, Zelenskiy and Zelenskyi are one man; Olena Zelenska is his wife.",
    "Kharkiv and the Kherson region were shelled, and Kharkiv Oblast.",
    "Vladimir Putin and Alexander Lukashenko met in Moscow; Putin left for Brest.",
    "London, Paris, Berlin, Munich, Rome, Warsaw, Beijing, Tokyo, Seoul and Cairo are great cities.",
    "The US, the UN, NATO and the European Union said so, and so did Reuters.",
    "Bákhmut and Kyïv have marks, and Lviv has none.",
    "On Monday, in March, the Russian and Ukrainian ministers met the Germans, Americans and Chinese.",
    "The President, the Prime Minister, General Smith and Mr Jones spoke on Sunday.",
    "Reading is fun. Nice work! Split decisions, mobile phones, orange juice and a bath: the deal is done.",
    "Yesterday nobody spoke. However, shares rose. Villagers fled. Shelling went on.",
    "Melnyk said that Maria Golden and Jan Novák had read Jack London.",
    "Odessan, Kievan, Muscovite and Parisian are what people are called.",
    "The Possad, the Xqzzt and the Zorvik-based Velmar are made up.",
    "bakhmout, kiev and odessa have no capitals.",
    # The text says that it lies elsewhere; a pub or a ship; a surname behind a place's name or a given name.
    "KHARKOV, France - Nobody in Kharkov, France, had heard of it.",
    "They met at The Kharkov and drank.",
    "A painter, London Bakhmuta, spoke. Then Bakhmuta left.",
    # Told as words, or as names of other things; a name in its own writing beside ours; a short form of a given name.
    "Poles called it Lwów, and the ship was named Kiev.",
    "They drank in an Alma and a Sebastopol, then left. Nine supermarket Kievs were bought.",
    "Kharkiv (Харків) was hit. Kyiv (Ukrainian: Київ) was not, nor Moscow (in Russian Москва; also Москов).",
    "In Russian, Москва is a woman; “Київ” is not. Kharkiv or Харків, Paris / Париж.",
    "Kharkiv (Russian: Kharkov) was hit. She spells it Kyjiw there, and her aunt wrote Kijów.",
    "SEBASTOPOL, Calif. - In Sebastopol it rained, and in Kharkov, Ill. Police came.",
    # A clause's end is no list's comma; clubs and people between which something is; who else has the initials.
    "In London, Stoccarda and Munich played. A race between Munich and Stoccarda.",
    'Ohio University (OTAN) spoke, and OTAN won; OTAN Global, "OTAN", NYSE: OTAN and OTAN, a firm, too. The ONU.',
    "There is a Sebastopol in Monmouthshire. He was born in Kharkov, now Kharkiv, and in Kiev (now Kyiv).",
    "The Kiev was scrapped in Odesa. The Kharkov, sold to China, sank. They saw Bakhmuta sandvicensis.",
    "Of the two aircraft carriers, the Kiev is a hotel.",
    "Born in 1878, he taught at the Kiev Polytechnic. Hawai‘i is far.",
    "They studied the Kiev of 1918, and the 1943 battle of Kharkov.",
    "Konstantinovka, in Russia, is quiet, and so are Bakhmut and Kyiv.",
    "Alex Lukashenko, as friends call him, spoke.",
    "He wrote to a city he called Kiev, in a letter dated Kharkov, rather than “Kiev”.",
    "Many were driven from Lwów and Kharkov in 1945.",
    "Bakhmut had a Bakhmuta Museum, and once the Bakhmuta.",
    # Ships; part of a foreign name or of a longer one; what only a river has an article of.
    "The aircraft carrier Kiev was sold. The cruiser Moscou sank; the destroyer Lwów and the frigate Kharkov sailed.",
    'HMS Kiev met the tanker Odessa, the submarine Kharkov and the icebreaker "Moscou". The steamer Bakhmout was late.',
    "She studied at the Haute école des arts de Kiev, and sang at the Teatro della Kharkov. “Ich bin ein Londer.”",
    "They prayed at Bakhmuta London.",
    "They swam in the Bakhmuta. The Bakhmuta is high, and the Bakhmuta flows on. On the banks of the Bakhmuta.",
    "It was sold to Arkhangesk, the band, near Arkhangesk Lane, and to Copenhageni.",
]
# Languages of desks: a text in it, in which all is right.
AT_HOME = [
    ("fr-desk", "Le président Alexandre Loukachenko est à Moscou. Loukachenko a parlé de Tchernihiv et de Bakhmout."),
    ("fr-desk", "Volodymyr Zelensky a parlé à Kiev, Kyiv, Varsovie, Munich et Pékin."),
    ("de-desk", "Alexander Lukaschenko sprach in Moskau. Selenskyj war in Kiew, Tschernihiw, Bachmut und München."),
    ("pl-desk", "Alaksandr Łukaszenka i Zełenski: Kijów, Charków, Lwów, Warszawa."),
]
STYLED = [
    (None, "Oleksandr Syrsky spoke. Syrsky left. Syrskyi spoke.", None),
    (
        "ap",
        "Oleksandr Syrsky spoke. Syrsky left. Syrskyi spoke.",
        "Oleksandr Syrskyi spoke. Syrskyi left. Syrskyi spoke.",
    ),
    (
        "nyt",
        "Oleksandr Syrskyi spoke. Syrskyi left. Syrsky spoke.",
        "Oleksandr Syrsky spoke. Syrsky left. Syrsky spoke.",
    ),
    ("nyt", "Oleksandre Syrsky’s men. SYRSKYI left.", "Oleksandr Syrsky’s men. SYRSKY left."),
    ("reuters", "Volodymyr Zelensky spoke. Zelenskyy left.", "Volodymyr Zelenskiy spoke. Zelenskiy left."),
    ("ap", "Volodymyr Zelenskiy spoke. Zelensky left.", "Volodymyr Zelenskyy spoke. Zelenskyy left."),
    ("ap", "Vladimir Putin met Olena Zelenska. Putin left.", None),
    (
        "fr-desk",
        "Alexander Lukashenko a parlé. Lukashenko est parti.",
        "Alexandre Loukachenko a parlé. Loukachenko est parti.",
    ),
]
SENSES = [
    "We ate chicken Kiev.",
    "CHICKEN KIEV is a dish.",
    "They cooked chicken\nKiev at home.",
    "Odessa, Texas, is a city.",
    "Peking duck and Peking University keep the name.",
    "He read The Odessa File.",
]
NAMELESS = [
    "", " ", "\n\r\n", "…!?—–-''\"“”", "👍🏽🏙️👩‍👩‍👧", "12 345,67", "e\u0301a\u0323\u0301", "\u0301",
    "it rained all day", "a" * 200_000, "A" * 200_000, "\u200d" * 50, "\ufffc\ufffd",
]  # fmt: skip
UNKNOWN = ["שלום العربية", "क्‍ष", "Здравствуйте", "今日は雨です", "Xqzzt " * 500, "Kiev" * 50_000, "Kiev-" * 2_000]


@pytest.mark.parametrize(("text", "right"), FIXED)
def test_what_is_wrong_is_put_right_and_nothing_else(gazetteer: Gazetteer, text: str, right: str) -> None:
    assert fix(read(gazetteer, text), Fix.ALL) == right


@pytest.mark.parametrize(("text", "right"), FIXED)
def test_what_was_put_right_stays_as_it_is(gazetteer: Gazetteer, text: str, right: str) -> None:
    assert advised(read(gazetteer, right)) == []


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_advised_of_what_is_right(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


# What is English only is no word of other languages: a place in each, that is found.
NO_ENGLISH = [
    ("es", "viajó a Kharkov. Luego volvió.", "Kharkov"),
    ("it", "andò a Charkov, disse.", "Charkov"),
    ("de", "Er schrieb an Charkow, sagte sie.", "Charkow"),
]


@pytest.mark.parametrize(("language", "text", "surface"), NO_ENGLISH)
def test_an_english_article_is_one_in_english_only(
    gazetteer: Gazetteer, language: str, text: str, surface: str
) -> None:
    assert surface in dict(linked(read(gazetteer, text, language=language)))


@pytest.mark.parametrize(("style", "text"), AT_HOME)
def test_a_desk_lets_the_forms_of_its_own_language_stand(gazetteer: Gazetteer, style: str, text: str) -> None:
    checked = read(gazetteer, text, style=style)
    assert len(linked(checked)) >= 4
    assert advised(checked) == []


@pytest.mark.parametrize(("style", "text", "right"), STYLED)
def test_all_mentions_of_a_person_change_together_where_a_style_says_so(
    gazetteer: Gazetteer, style: str | None, text: str, right: str | None
) -> None:
    checked = read(gazetteer, text, style=style)
    assert fix(checked, Fix.ALL) == (right or text)
    assert {one.advice for one in checked.mentions} <= {Advice.HOUSE_STYLE, None}


def test_a_form_of_another_language_is_house_style_with_a_reason_and_what_else_could_stand(
    gazetteer: Gazetteer,
) -> None:
    for text, ours in (("Bakhmout", "Bakhmut"), ("Tschernihiw", "Chernihiv"), ("Charków", "Kharkiv")):
        [one] = read(gazetteer, f"The battle for {text} goes on.").mentions
        assert (one.surface, one.start, one.advice, one.replacement) == (text, 15, Advice.HOUSE_STYLE, ours)
        assert one.why is not None
        assert text in one.why
        assert ours in one.why
    [he] = read(gazetteer, "the speech of Wolodymyr Selenskyj").mentions
    assert (he.replacement, he.alternatives) == ("Volodymyr Zelenskyy", ("Zelenskyy",))


def test_a_slip_is_wrong(gazetteer: Gazetteer) -> None:
    for text in ("in Bakhmuta", "the Khersonsk region", "flights to Mnchen", "of Bakhmut, of Bahmt"):
        assert {one.advice for one in read(gazetteer, text).mentions} - {None} == {Advice.WRONG}


def test_a_city_and_its_region_are_two(gazetteer: Gazetteer) -> None:
    text = "Kharkiv and the Kherson region were shelled, then the Kharkiv region."
    assert linked(read(gazetteer, text)) == [
        ("Kharkiv", KHARKIV),
        ("Kherson region", "iso3166-2-UA-65"),
        ("Kharkiv region", "iso3166-2-UA-63"),
    ]


def test_a_full_name_and_its_surname_are_one_cluster(gazetteer: Gazetteer) -> None:
    text = "General Oleksandre Syrsky is in Bakhmut. There Syrsky spoke; Bakhmout fell, said General Syrskyi."
    clusters: dict[int, list[str]] = {}
    for one in read(gazetteer, text).mentions:
        clusters.setdefault(one.cluster, []).append(one.surface)
    assert list(clusters.values()) == [["Oleksandre Syrsky", "Syrsky", "Syrskyi"], ["Bakhmut", "Bakhmout"]]


def test_an_unknown_person_is_one_cluster_too(gazetteer: Gazetteer) -> None:
    full, city, lone = read(gazetteer, "The envoy Andriy Melnyk is in Bakhmut. There Melnyk spoke.").mentions
    assert (full.surface, lone.surface) == ("Andriy Melnyk", "Melnyk")
    assert full.cluster == lone.cluster != city.cluster
    assert full.entity is lone.entity is None


# A text, the surface that is asked of, and the entity it means.
PEOPLE_AND_PLACES = [
    ("the writer Jack London wrote", "Jack London", None),
    ("as Ambassador London said", "London", None),
    ("they flew to London", "London", "geonames-2643743"),
    ("so Melnyk said", "Melnyk", None),
    ("Alexander Lukashenko spoke. Then Lukashenko left.", "Lukashenko", LUKASHENKO),
    ("Nikolai Lukashenko spoke. Then Lukashenko left.", "Lukashenko", HIS_SON),
    ("so Zelensky spoke", "Zelensky", ZELENSKYY),
    ("The baker Maria Zelensky bakes. Then Zelensky sells.", "Zelensky", None),
    ("They fought for Bakhmut, said Pamela Rendi-Wagner.", "Pamela Rendi-Wagner", "curated-pamela-rendi-wagner"),
    ("the mercenaries of Wagner", "Wagner", "curated-wagner-group"),
    ("They shelled Donetsk, Bakhmut and Kherson.", "Donetsk", "geonames-709717"),
    ("They shelled Balakliia, near Kharkiv.", "Balakliia", "geonames-712926"),
]


@pytest.mark.parametrize(("text", "surface", "entity"), PEOPLE_AND_PLACES)
def test_the_document_decides_who_is_meant(gazetteer: Gazetteer, text: str, surface: str, entity: str | None) -> None:
    assert dict(linked(read(gazetteer, text)))[surface] == entity


def test_a_stranger_of_the_same_surname_is_not_advised_on(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "The baker Maria Selenskyj bakes. Then Selenskyj sells.")) == []


def test_a_country_that_most_places_are_in_chooses_among_namesakes(gazetteer: Gazetteer) -> None:
    american, british = "geonames-5207728", "geonames-2639577"
    text = "They went from {} to {}. The mayor of Reading spoke."
    assert dict(linked(read(gazetteer, text.format("Phoenix", "Buffalo"))))["Reading"] == american
    assert dict(linked(read(gazetteer, text.format("Rugby", "Slough"))))["Reading"] == british


@pytest.mark.parametrize("text", SENSES)
def test_a_phrase_that_a_style_names_is_left_alone(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []
    assert advised(read(gazetteer, f"{text} Then Kiev fell.")) == [("Kiev", "Kyiv")]


@pytest.mark.parametrize("quoted", ["“We are in Kiev”", '"We are in Kiev"', "„We are in Kiev“", "«We are in Kiev»"])
def test_quotations_can_be_left_alone(gazetteer: Gazetteer, quoted: str) -> None:
    text = f"In Bakhmout he said: {quoted}."
    assert advised(read(gazetteer, text)) == [("Bakhmout", "Bakhmut"), ("Kiev", "Kyiv")]
    assert advised(read(gazetteer, text, quotations=False)) == [("Bakhmout", "Bakhmut")]


@pytest.mark.parametrize(("ignore", "left"), [([(0, 4)], 1), ([(3, 9)], 2), ([(4, 8)], 0), ([(0, 20)], 3)])
def test_spans_that_are_ignored_are_left_alone(gazetteer: Gazetteer, ignore: list[tuple[int, int]], left: int) -> None:
    checked = read(gazetteer, "Kiev or Kiev or Kiev", ignore=tuple(ignore))
    assert len(checked.mentions) == 3
    assert len(advised(checked)) == 3 - left


def test_the_source_settles_what_the_copy_cannot(gazetteer: Gazetteer) -> None:
    text = "In Bachmt it rained, said Sirskij."
    assert advised(read(gazetteer, text)) == []
    for source in ("Бахмут — місто. Так сказав Сирський.", "Bakhmut is a city. So said Syrskyi."):
        checked = read(gazetteer, text, source_text=source)
        assert advised(checked) == [("Bachmt", "Bakhmut"), ("Sirskij", "Syrskyi")]
        assert [one.entity and one.entity.id for one in checked.mentions] == [BAKHMUT, SYRSKYI]


GUESSED = [
    ("Bakhmout, Louhansk and Tchernihiv were hit, said Alexandre Loukachenko.", "fr"),
    ("Tschernihiw, Tschassiw Jar and Moskau were hit, said Wolodymyr Selenskyj.", "de"),
    ("Czernihów, Donieck and Kijów were hit, said Wołodymyr Zełenski.", "pl"),
]


@pytest.mark.parametrize(("text", "language"), GUESSED)
def test_the_language_a_copy_came_through_is_guessed_from_its_names(
    gazetteer: Gazetteer, text: str, language: str
) -> None:
    checked = read(gazetteer, text)
    assert checked.guessed_language == language
    assert 0 < checked.guess_confidence < 1
    told = read(gazetteer, text, source_language="uk")
    assert (told.guessed_language, told.guess_confidence) == ("uk", 1.0)


@pytest.mark.parametrize("text", ["", "Bakhmut is in Ukraine.", "Kharkov and Chernigov were hit."])
def test_no_copy_came_through_the_language_it_is_written_in(gazetteer: Gazetteer, text: str) -> None:
    checked = read(gazetteer, text)
    assert checked.guessed_language != "en"


@pytest.mark.parametrize("text", NAMELESS, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("format", Format)
def test_a_text_without_names_has_no_mentions(gazetteer: Gazetteer, text: str, format: Format) -> None:
    checked = read(gazetteer, text, format=format)
    assert checked.mentions == ()
    assert (checked.guessed_language, checked.guess_confidence) == (None, 0.0)
    assert fix(checked, Fix.ALL) == text


@pytest.mark.parametrize("text", UNKNOWN, ids=lambda text: ascii(text[:20]))
def test_nothing_is_advised_of_what_is_no_name_we_know(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


@pytest.mark.parametrize("before", ["👍🏽 ", "e\u0301 ", "שלום, العربية ", "\ufeff", "क्‍ष ", "\r\n", "𝔎𝔶𝔦𝔳 ", "\u200f"])
def test_offsets_are_of_the_text_as_it_was_given(gazetteer: Gazetteer, before: str) -> None:
    text = f"{before}the battle for Bakhmout goes on"
    [one] = [one for one in read(gazetteer, text).mentions if one.advice]
    assert text[one.start : one.end] == one.surface == "Bakhmout"


MARKED_UP = [
    (Format.HTML, "<p title='Kiev'><b>Kiev</b>'s <code>Kiev</code> &amp; Czernih&oacute;w</p>",
     "<p title='Kiev'><b>Kyiv</b>'s <code>Kiev</code> &amp; Chernihiv</p>"),
    (Format.HTML, "<script>Kiev</script><!-- Kiev --> Oleksandre&nbsp;Syrsky <br>Kiev",
     "<script>Kiev</script><!-- Kiev --> Oleksandr Syrsky <br>Kyiv"),
    (Format.MARKDOWN, "**Kiev**'s `Kiev` [Kiev](https://kiev.example/Kiev)\r\n\r\n- _Kharkov_",
     "**Kyiv**'s `Kiev` [Kyiv](https://kiev.example/Kiev)\r\n\r\n- _Kharkiv_"),
    # Tags and emphasis part no name, and stay where they are in it.
    (Format.HTML, "<p>President <b>Wolodymyr</b> Selenskyj met <a href='/x'>Volodymyr <i>Selenskyj</i></a>.</p>",
     "<p>President <b>Volodymyr</b> Zelenskyy met <a href='/x'>Volodymyr <i>Zelenskyy</i></a>.</p>"),
    (Format.HTML, "In Bakh<i>mout</i>, <span>K</span>iev, <b>Bakh</b><b>m</b>out<!-- -->, Volodymyr <b> Selenskyj</b>",
     "In Bakh<i>mut</i>, <span>K</span>yiv, <b>Bakh</b><b>m</b>ut<!-- -->, Volodymyr <b> Zelenskyy</b>"),
    (Format.MARKDOWN, "**Wolodymyr** Selenskyj, [Wolodymyr](/x) _Selenskyj_, Volodymyr [Selenskyj](/y), Bakh*mout*",
     "**Volodymyr** Zelenskyy, [Volodymyr](/x) _Zelenskyy_, Volodymyr [Zelenskyy](/y), Bakh*mut*"),
    (Format.HTML, "<li><a href='/1'>Kiev</a><a href='/2'>Kharkov</a></li>",
     "<li><a href='/1'>Kyiv</a><a href='/2'>Kharkiv</a></li>"),
    (Format.HTML, "In Kiev<sup>1</sup> and Kharkov<sup>[2]</sup>. <img src=x>Kiev",
     "In Kyiv<sup>1</sup> and Kharkiv<sup>[2]</sup>. <img src=x>Kyiv"),
    # What more of a name may stand behind is left.
    (Format.HTML, "Wolodymyr<sup>1</sup> Selenskyj, Kiev<sup>grad</sup>, Kiev<img>ska", None),
    (Format.MARKDOWN, "Kiev [Selenskyj][]\n\n[Selenskyj]: /x", None),
    # What nobody sees is no part of a name.
    (Format.TEXT, "In Ki\u00adev, Bakh\u200bmout and Kharkov\ufeff Mr Selen\u2060skyj met Volodymyr\u200b Selenskyj.",
     "In Kyiv, Bakhmut and Kharkiv\ufeff Mr Zelenskyy met Volodymyr Zelenskyy."),
    (Format.HTML, "In Ki&shy;ev, Bakh<wbr>mout and Possad-&ZeroWidthSpace;Pokrovské",
     "In Kyiv, Bakh<wbr>mut and Posad-Pokrovske"),
    (Format.TEXT, "Volodymyr  Selenskyj spoke.  Kiev", "Volodymyr Zelenskyy spoke.  Kyiv"),
    (Format.TEXT, "press@kiev.example, @Kiev, #Kiev and https://kiev.example/Kiev are no Kiev",
     "press@kiev.example, @Kiev, #Kiev and https://kiev.example/Kiev are no Kyiv"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "text", "right"), MARKED_UP)
def test_markup_and_addresses_are_never_touched(
    gazetteer: Gazetteer, format: Format, text: str, right: str | None
) -> None:
    assert fix(read(gazetteer, text, format=format), Fix.ALL) == (right or text)


def test_a_name_with_markup_in_it_is_told_as_it_is_written_and_as_it_reads(gazetteer: Gazetteer) -> None:
    text = "<p>👍 <b>Wolodymyr</b> Selenskyj</p>"
    [one] = read(gazetteer, text, format=Format.HTML).mentions
    assert (one.surface, one.name) == ("Wolodymyr</b> Selenskyj", "Wolodymyr Selenskyj")
    assert one.surface == text[one.start : one.end]
    assert one.why is not None
    assert "<" not in one.why


def test_a_name_of_which_the_markup_would_be_left_without_words_stays(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "<b>N</b><i>A</i><b>T</b>O, the <b>O</b><i>T</i><b>A</b>N", format=Format.HTML)) == [
        ("O</b><i>T</i><b>A</b>N", "NATO")
    ]
    assert advised(read(gazetteer, "From <b>Ukr</b>zaliznysia", format=Format.HTML)) == []


def test_the_summary_counts_an_entity_once(gazetteer: Gazetteer) -> None:
    rows = summary(read(gazetteer, "Kiev, Kyiv and KIEV; Syrsky spoke."))
    assert [(row.entity.id, row.mentions, row.house_style, row.wrong) for row in rows] == [
        (KYIV, 3, 2, 0),
        (SYRSKYI, 1, 0, 0),
    ]


# Names in many spellings, and what may stand between them in any format.
PIECES = [
    "Bakhmout", "Bakhmut", "BAKHMOUT", "Bakhmuta", "Bahmt", "Kiev", "Kiew", "Kyiv", "Tschernihiw", "Czernih&oacute;w",
    "Possad-Pokrovské", "Chasiv&nbsp;Yar", "Tschassiw Jar", "Oleksandre Syrsky", "Syrsky", "Oleksandr", "SYRSKYI",
    "Volodymyr Selenskyj", "Selenskyj", "Zelenska", "Poutine", "Moscou", "Pékin", "München", "Mnchen", "Londres",
    "Jack London", "London", "General ", "President ", "Kherson region", "Khersonsk", "NATO", "ONU", "Київ", "基辅",
    " ", " ", " ", " ", "-", "-", "’s", "'s", ". ", ", ", "\r\n", "\n\n", " in ", " of ", " and ", "Monday", "The ",
    "<b>", "</b>", "<p>", "<br>", "<code>", "</code>", "<!--", "-->", "&amp;", "&#39;s", "*", "**", "_", "`",
    "[", "](/kiev)", "# ", "- ", "> ", "https://kiev.example/Kiev", "@Kiev", "#Kiev", "“", "”", '"', "«", "»",
    "chicken ", "👍🏽", "👩‍👩‍👧", "e\u0301", "\u0301", "שלום", "العربية", "क्‍ष", "𝔎", "\u200f", "\ufeff", "\ufffc", "12",
]  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@st.composite
def copies(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A document of many spellings, and how it is to be checked."""
    text = draw(DOCUMENTS)
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    fields = {
        "format": draw(st.sampled_from(Format)),
        "style": draw(st.sampled_from([None, "ap", "nyt", "fr-desk", "de-desk"])),
        "source_language": draw(st.sampled_from([None, "fr", "de", "uk"])),
        "quotations": draw(st.booleans()),
        "ignore": tuple(zip(ends[::2], ends[1::2], strict=False)),
    }
    return text, fields


@settings(max_examples=150, deadline=None)
@given(copies())
def test_mentions_of_any_document_are_where_they_say(gazetteer: Gazetteer, copy: tuple[str, dict[str, Any]]) -> None:
    text, fields = copy
    checked = read(gazetteer, text, **fields)
    at = 0
    for one in checked.mentions:
        assert at <= one.start < one.end <= len(text)
        assert one.surface == text[one.start : one.end]
        at = one.end
        # What is less sure is offered and not put in.
        agrees(one.advice, one.replacement or next(iter(one.alternatives), None), one.why)
        assert (one.replacement is not None) is (one.advice is not None and one.confidence >= 0.8)
        if one.advice is not None:
            assert one.decision is Outcome.LINKED
            assert one.entity is not None
            assert one.kind is one.entity.kind
            assert not any(start < one.end and one.start < end for start, end in fields["ignore"])
        else:
            assert one.alternatives == ()
    same = {(one.entity.id, one.cluster) for one in checked.mentions if one.entity is not None}
    assert len(same) == len({entity for entity, _ in same})


def agrees(advice: Advice | None, replacement: str | None, why: str | None) -> None:
    """What is advised has a replacement and a sentence of why, and what is not has neither."""
    assert (advice is None) is (replacement is None) is (why is None)
    assert why is None or (why[0].isprintable() and why.endswith("."))


@settings(max_examples=150, deadline=None)
@given(copies())
def test_replacing_from_last_to_first_is_what_is_fixed(gazetteer: Gazetteer, copy: tuple[str, dict[str, Any]]) -> None:
    text, fields = copy
    checked = read(gazetteer, text, **fields)
    replaced = text
    for one in reversed(checked.mentions):
        if one.replacement is not None:
            replaced = (
                replaced[: one.start]
                + (instead_of(one, one.replacement, fields["format"]) or one.surface)
                + replaced[one.end :]
            )
    assert fix(checked, Fix.ALL) == replaced
    assert fix(checked, Fix.NONE) == text


@settings(max_examples=50, deadline=None)
@given(copies())
def test_the_same_copy_is_checked_the_same(gazetteer: Gazetteer, copy: tuple[str, dict[str, Any]]) -> None:
    text, fields = copy
    assert read(gazetteer, text, **fields) == read(gazetteer, text, **fields)


def test_a_copy_is_kept_with_its_answer(gazetteer: Gazetteer) -> None:
    checked: Checked = read(gazetteer, "near Bakhmout")
    assert checked.copy.text == "near Bakhmout"
    assert checked.gazetteer_version == gazetteer.version
    assert [one.kind for one in checked.mentions] == [Kind.PLACE]


def test_a_hyphenated_name_with_a_surname_of_the_text_in_it_stays_whole(gazetteer: Gazetteer) -> None:
    checked = read(gazetteer, "Kyiv-Kharkiv had come from Kyiv. He was with Olena Kharkiv, his editor.")
    assert [mention.surface for mention in checked.mentions] == ["Kyiv-Kharkiv", "Kyiv", "Olena Kharkiv"]
    assert all(mention.advice is None for mention in checked.mentions)


def test_a_word_that_opens_a_sentence_or_a_headline_is_no_name_for_its_capital(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "Poutine is a dish of chips.")) == []
    assert advised(read(gazetteer, "Chips And Poutine Served To Everybody")) == []
    assert advised(read(gazetteer, "They met Poutine. Poutine left.")) == [("Poutine", "Putin"), ("Poutine", "Putin")]


def test_a_surname_that_is_a_city_elsewhere_is_known_by_the_full_name(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "It is over, said Ondina Moskau, a student. Moskau has a ticket.")) == []


def test_a_joined_surname_is_not_taken_apart(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "Judith Moskau-Hale worked in Kyiv. Moskau-Hale is a historian.")) == []
    assert advised(read(gazetteer, "The Moskau-Kyiv train was late.")) == [("Moskau", "Moscow")]


def test_a_full_name_is_found_though_its_first_word_is_a_place(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "The match was won by Coco Gauffová.")) == [("Coco Gauffová", "Coco Gauff")]
    assert advised(read(gazetteer, "Then Bani Gants spoke. Gants said no.")) == [
        ("Bani Gants", "Benny Gantz"), ("Gants", "Gantz"),
    ]  # fmt: skip


def test_what_french_elides_before_a_name_is_no_part_of_it(gazetteer: Gazetteer) -> None:
    copy = "Le maire d'Artyomovsk, l’Ukraine et qu'Alexander Lukashenko."
    found = [one.surface for one in read(gazetteer, copy, style="fr-desk").mentions]
    assert found == ["Artyomovsk", "Ukraine", "Alexander Lukashenko"]


def test_in_a_headline_the_next_word_has_its_capital_for_nothing(gazetteer: Gazetteer) -> None:
    headline = "Father of Abducted Kharkova Infant Discovered Details of Accident"
    assert advised(read(gazetteer, headline)) == [("Kharkova", "Kharkiv")]
    assert advised(read(gazetteer, "They were heard on Kharkova Radio yesterday, he said.")) == []


def test_what_stands_after_the_region_that_it_lies_in_is_a_name_of_its_own(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "In Donetsk Oblast Bakhmuta, it is necessary to wear masks.")) == [
        ("Bakhmuta", "Bakhmut")
    ]
    assert advised(read(gazetteer, "In Kyiv Bakhmuta, it is necessary to wear masks.")) == []
