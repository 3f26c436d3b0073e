"""Places of cities500: what is made of the one form that GeoNames calls a place's name."""

import pytest

from gazetteer.importers.admin import AdminNames, Region
from gazetteer.importers.geonames_cities import city_rows
from gazetteer.store import EntityRow


def row_of(name: str, country: str, *others: str, region: str | None = None) -> EntityRow:
    """The row of a place that GeoNames lists so, in a region or none that is known."""
    city = {
        "geonameid": 1, "name": name, "countrycode": country, "admin1code": "", "population": 1_000,
        "latitude": 50.0, "longitude": 40.0, "alternatenames": list(others),
    }  # fmt: skip
    regions = {(country, ""): Region(region, None)} if region else {}
    [row] = city_rows({"1": city}, AdminNames(regions, {}), {})
    return row


@pytest.mark.parametrize(
    ("listed", "country", "canonical"),
    [
        ("Ryazan’", "RU", "Ryazan"),
        ("Nar'yan-Mar", "RU", "Naryan-Mar"),
        ("Gus’-Khrustal’nyy", "RU", "Gus-Khrustalny"),
        ("Nizhniy Novgorod", "RU", "Nizhny Novgorod"),
        ("Naberezhnyye Chelny", "RU", "Naberezhnye Chelny"),
        ("Homyel'", "BY", "Homyel"),
        ("Herāt", "AF", "Herat"),
        ("Ţarţūs", "SY", "Tartus"),
        ("Hachiōji", "JP", "Hachioji"),
        ("Iaşi", "RO", "Iași"),
        ("Köln", "DE", "Cologne"),
        # No adjectives, and no signs.
        ("Ōpōtiki", "NZ", "Ōpōtiki"),
        ("Şile", "TR", "Şile"),
        ("Köln", "AT", "Köln"),
        ("Buy", "RU", "Buy"),
        ("Donskoy", "RU", "Donskoy"),
        ("Krasnyy", "BY", "Krasnyy"),
        ("O’Fallon", "US", "O’Fallon"),
        ("Qo‘qon", "UZ", "Qo‘qon"),
    ],
)
def test_the_canonical_form_is_what_newspapers_write_and_what_is_listed_stays_a_name(
    listed: str, country: str, canonical: str
) -> None:
    row = row_of(listed, country)
    assert row.canonical == canonical
    assert {name.text for name in row.names} == {listed, canonical}
    assert all(name.preferred and name.shown for name in row.names)


@pytest.mark.parametrize(
    ("listed", "cyrillic", "canonical", "native"),
    [
        # Both differ from the main name by no more than i and y, and the Russian one is listed first.
        ("Vinnytsya", ["Винница", "Вінниця"], "Vinnytsia", "Вінниця"),
        ("Feodosiya", ["Теодосія", "Феодосия", "Феодосія"], "Feodosiia", "Феодосія"),
        ("Hulyaypole", ["Гуляй-Поле", "Гуляйполе"], "Huliaipole", "Гуляйполе"),
        ("Mar'yinka", ["Марьинка", "Мар’їнка"], "Marinka", "Мар’їнка"),
        ("Knyazhichi", ["Княжичи", "Княжичі"], "Kniazhychi", "Княжичі"),
        ("Odesa", ["Одеса", "Одесса"], "Odesa", "Одеса"),
        ("Saki", ["Саки"], "Saky", "Саки"),
        # Romanized alike by the system of 2010, which does not write the soft sign.
        ("Lutsk", ["Луцк", "Луцьк"], "Lutsk", "Луцьк"),
        ("Krasnoperekops’k", ["Красноперекопск", "Красноперекопськ"], "Krasnoperekopsk", "Красноперекопськ"),
        ("Lypovets", ["Липовец", "Липовець"], "Lypovets", "Липовець"),
        ("Kerch", ["Керч", "Керчь"], "Kerch", "Керч"),
        ("Poltava", ["Палтава", "Полтава"], "Poltava", "Полтава"),
        # The main name is the Russian one: GeoNames' own name stands, and no native name is known.
        ("Pionerskoye", ["Пионерское", "Піонерське"], "Pionerskoye", None),
        ("Nikolayevka", ["Миколаївка", "Николаевка"], "Nikolayevka", None),
    ],
)
def test_in_ukraine_the_native_name_is_the_one_that_the_main_name_was_made_of(
    listed: str, cyrillic: list[str], canonical: str, native: str | None
) -> None:
    row = row_of(listed, "UA", *cyrillic)
    assert row.canonical == canonical
    assert next((name.text for name in row.names if name.language == "uk" and name.preferred), None) == native


def test_a_form_that_is_listed_already_is_not_listed_twice() -> None:
    row = row_of("Ryazan’", "RU", "Ryazan", "Rjasan")
    assert [(name.text, name.preferred) for name in row.names] == [
        ("Ryazan’", True),
        ("Ryazan", True),
        ("Rjasan", False),
    ]


# A place, its region, another name of it, and whether that may be shown as its own.
OF_REGIONS = [
    ("Fortaleza", "Ceará", "Ceara", False),
    ("Fortaleza", "Ceará", "Ceará", False),
    ("Fortaleza", "Ceará", "Forteleza", True),
    ("Okazaki", "Aichi Prefecture", "Aichi", False),
    ("Hamah", "Hama", "Hama", True),
    ("Santiago de Querétaro", "Querétaro", "Queretaro", True),
    ("Kharkiv", "Kharkiv Oblast", "Kharkov", True),
    ("Ceará", "Ceará", "Ceara", True),
]


@pytest.mark.parametrize(("name", "region", "other", "shown"), OF_REGIONS)
def test_what_is_its_regions_name_and_nothing_like_its_own_is_for_finding_alone(
    name: str, region: str, other: str, shown: bool
) -> None:
    row = row_of(name, "BR", other, region=region)
    of_russia = row_of(name, "RU", other, region=region)  # where a region may have a former name of its town
    assert [one.shown for one in of_russia.names if one.text == other] == [True]
    assert [one.shown for one in row.names if one.text == other] == [shown]
    assert row.names[0].shown
