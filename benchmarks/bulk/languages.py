"""The languages of the corpus: what their files are written in, how they head columns, and how they write numbers.

Typed apart from the headings the program knows, as desks, ministries and spreadsheets head their columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass

UNICODE = ("utf-8", "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16-le+bom", "utf-16-be+bom")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: codes of its names in the seeds, its encodings besides Unicode, and its headings by kind."""

    names: tuple[str, ...]
    encodings: tuple[str, ...]
    decimal_comma: bool
    headings: Mapping[str, tuple[str, ...]]


def headings(
    name: str, country: str, latitude: str, longitude: str, day: str, note: str, people: str, web: str
) -> dict[str, tuple[str, ...]]:
    """Headings by kind, each some words parted by "/"."""
    kinds = {"name": name, "country": country, "lat": latitude, "lon": longitude, "date": day, "note": note}
    return {kind: tuple(words.split("/")) for kind, words in {**kinds, "population": people, "url": web}.items()}


ENGLISH = headings(
    "Name/City/city_name/Place name/placename/person/Full Name/toponym/venue",
    "Country/country_name/Nation/State",
    "Latitude/lat/y/LAT_WGS84",
    "Longitude/lon/lng/x",
    "Date/created_at/Updated/Visited on/dob",
    "Notes/comment/Remarks/also known as/aliases",
    "Population/pop_2020/Inhabitants/headcount",
    "URL/Link/homepage",
)
LANGUAGES: Mapping[str, Language] = {
    "English": Language(("en",), ("cp1252",), False, ENGLISH),
    "French": Language(
        ("fr",),
        ("cp1252", "cp1252", "cp1252"),
        True,
        headings(
            "Nom/Ville/Toponyme/nom_commune/Nom complet",
            "Pays/État",
            "Latitude/lat",
            "Longitude/long",
            "Date/Mise à jour/date_naissance",
            "Observations/Autres noms",
            "Population/Habitants",
            "Site/Lien",
        ),
    ),
    "German": Language(
        ("de",),
        ("cp1252", "cp1252"),
        True,
        headings(
            "Name/Ort/Ortsname/Gemeinde/Name der Stadt",
            "Land/Staat/Ländername",
            "Breite/Breitengrad",
            "Länge/Längengrad",
            "Datum/Stand/Geburtsdatum",
            "Bemerkung/Anmerkungen/weitere Namen",
            "Einwohner/Bevölkerung",
            "Webseite/Link",
        ),
    ),
    "Spanish": Language(
        ("es",),
        ("cp1252", "cp1252"),
        True,
        headings(
            "Nombre/Ciudad/Localidad/Topónimo/Nombre completo",
            "País/Estado",
            "Latitud",
            "Longitud",
            "Fecha/Fecha de alta",
            "Observaciones/Otros nombres",
            "Población/Habitantes",
            "Enlace/Página",
        ),
    ),
    "Italian": Language(
        ("it",),
        ("cp1252",),
        True,
        headings(
            "Nome/Città/Comune/Località",
            "Paese/Nazione",
            "Latitudine",
            "Longitudine",
            "Data/Aggiornato il",
            "Note/Altri nomi",
            "Popolazione/Abitanti",
            "Sito/Collegamento",
        ),
    ),
    "Portuguese": Language(
        ("pt",),
        ("cp1252", "cp1252"),
        True,
        headings(
            "Nome/Cidade/Freguesia/Localidade",
            "País",
            "Latitude",
            "Longitude",
            "Data/Atualizado em",
            "Observações/Outros nomes",
            "População/Habitantes",
            "Sítio/Ligação",
        ),
    ),
    "Swedish": Language(
        ("sv",),
        ("cp1252",),
        True,
        headings(
            "Namn/Ort/Stad/Tätort",
            "Land",
            "Latitud",
            "Longitud",
            "Datum/Uppdaterad",
            "Anteckning/Andra namn",
            "Befolkning/Invånare",
            "Länk/Webbplats",
        ),
    ),
    "Polish": Language(
        ("pl",),
        ("cp1250", "cp1250", "cp1250"),
        True,
        headings(
            "Nazwa/Miasto/Miejscowość/Imię i nazwisko",
            "Kraj/Państwo",
            "Szerokość",
            "Długość",
            "Data/Zaktualizowano",
            "Uwagi/Inne nazwy",
            "Ludność/Liczba mieszkańców",
            "Strona/Odnośnik",
        ),
    ),
    "Czech": Language(
        ("cs",),
        ("cp1250", "cp1250", "cp1250"),
        True,
        headings(
            "Název/Město/Obec/Jméno a příjmení",
            "Země/Stát",
            "Šířka",
            "Délka",
            "Datum/Aktualizováno",
            "Poznámka/Jiné názvy",
            "Obyvatel/Počet obyvatel",
            "Odkaz/Stránka",
        ),
    ),
    "Hungarian": Language(
        ("hu",),
        ("cp1250", "cp1250"),
        True,
        headings(
            "Név/Város/Település/Helynév",
            "Ország",
            "Szélesség",
            "Hosszúság",
            "Dátum/Frissítve",
            "Megjegyzés/Más nevek",
            "Népesség/Lakosok",
            "Hivatkozás/Honlap",
        ),
    ),
    "Turkish": Language(
        ("tr",),
        (),
        True,
        headings(
            "Ad/Şehir/Yer adı/Ad soyad",
            "Ülke",
            "Enlem",
            "Boylam",
            "Tarih/Güncelleme",
            "Notlar/Diğer adlar",
            "Nüfus",
            "Bağlantı/Site",
        ),
    ),
    "Russian": Language(
        ("ru",),
        ("cp1251", "cp1251", "cp1251", "koi8-r", "koi8-r", "koi8-r"),
        True,
        headings(
            "Название/Город/Населённый пункт/ФИО/Топоним",
            "Страна/Государство",
            "Широта",
            "Долгота",
            "Дата/Обновлено",
            "Примечание/Другие названия",
            "Население/Жителей",
            "Ссылка/Сайт",
        ),
    ),
    "Ukrainian": Language(
        ("uk",),
        ("cp1251", "cp1251", "cp1251", "koi8-u", "koi8-u"),
        True,
        headings(
            "Назва/Місто/Населений пункт/ПІБ",
            "Країна/Держава",
            "Широта",
            "Довгота",
            "Дата/Оновлено",
            "Примітка/Інші назви",
            "Населення/Мешканців",
            "Посилання/Сайт",
        ),
    ),
    "Bulgarian": Language(
        ("bg",),
        ("cp1251", "cp1251"),
        True,
        headings(
            "Име/Град/Населено място",
            "Държава/Страна",
            "Ширина",
            "Дължина",
            "Дата/Обновено",
            "Бележки/Други имена",
            "Население/Жители",
            "Връзка/Сайт",
        ),
    ),
    "Arabic": Language(
        ("ar",),
        ("cp1256", "cp1256", "cp1256"),
        False,
        headings(
            "الاسم/المدينة/اسم المكان",
            "البلد/الدولة",
            "خط العرض",
            "خط الطول",
            "التاريخ/آخر تحديث",
            "ملاحظات/أسماء أخرى",
            "السكان/عدد السكان",
            "الرابط/الموقع",
        ),
    ),
    "Persian": Language(
        ("fa",),
        ("cp1256",),
        False,
        headings(
            "نام/شهر/نام محل",
            "کشور",
            "عرض جغرافیایی",
            "طول جغرافیایی",
            "تاریخ",
            "یادداشت/نام‌های دیگر",
            "جمعیت",
            "پیوند/وبگاه",
        ),
    ),
    "Japanese": Language(
        ("ja",),
        ("cp932", "cp932", "cp932", "cp932"),
        False,
        headings(
            "名前/都市名/地名/氏名/施設名",
            "国/国名",
            "緯度",
            "経度",
            "日付/更新日/生年月日",
            "備考/別名",
            "人口/住民数",
            "リンク/サイト",
        ),
    ),
    "Chinese": Language(
        ("zh",),
        ("gb18030", "gb18030", "gb18030", "gb18030"),
        False,
        headings(
            "名称/城市/地名/姓名/中文名称",
            "国家/国别",
            "纬度",
            "经度",
            "日期/更新时间",
            "备注/别名",
            "人口/人口数",
            "链接/网址",
        ),
    ),
    "Chinese, traditional": Language(
        ("zh-Hant",),
        ("big5", "big5", "big5", "big5", "big5"),
        False,
        headings(
            "名稱/城市/地名/姓名", "國家/國別", "緯度", "經度", "日期/更新時間", "備註/別名", "人口/人口數", "連結/網址"
        ),
    ),
}
