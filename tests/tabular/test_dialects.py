"""Dialects: how a file is written, guessed from its beginning; what is asked for; and how the guess is shown."""

from itertools import islice

import pytest

from benchmarks.bulk.corpus import corpus
from benchmarks.bulk.dialects import Answer, judge
from gazetteer.errors import BadDelimiter, BadTable, UnknownEncoding, WrongEncoding
from gazetteer.tabular.delimited.dialects import guess, survey

ENCODINGS = [
    ("cp1251", "Назва;Країна\nЧернігів;Україна\nЗапоріжжя;Україна\n"),
    ("koi8-r", "Название;Страна\nЧита;Россия\nВоронеж;Россия\n"),
    ("cp866", "Город;Страна\nМосква;Россия\nКиев;Украина\nХарьков;Украина\n"),
    ("mac-cyrillic", "Город;Страна\nМосква;Россия\nКиев;Украина\nХарьков;Украина\n"),
    ("iso8859-5", "Город;Страна\nМосква;Россия\nКиев;Украина\nХарьков;Украина\n"),
    ("iso8859-2", "miasto;kraj\nŚwinoujście;Polska\nŁódź;Polska\nŻywiec;Polska\nGdańsk;Polska\n"),
    ("koi8-u", "Назва;Країна\nЧернігів;Україна\nЗапоріжжя;Україна\n"),
    ("cp1252", "Nom,Pays\nChâteauroux,France\nOrléans,France\nBesançon,France\n"),
    ("cp1252", "Ort;Land\nKöln;Österreich\nGöttingen;Deutschland\nGießen;Deutschland\n"),
    ("cp1250", "Miasto,Kraj\nŁódź,Polska\nKraków,Polska\nPoznań,Polska\n"),
    ("cp1250", "Obec\tZemě\nČeské Budějovice\tČesko\nPlzeň\tČesko\n"),
    ("cp1256", "المدينة;البلد\nبغداد;العراق\nدمشق;سوريا\n"),
    ("cp932", "都市,国\n東京,日本\nパリ,フランス\n"),
    ("gb18030", "城市|国家\n北京|中国\n上海|中国\n"),
    ("big5", "城市|國家\n臺北|臺灣\n高雄|臺灣\n"),
    ("utf-8", "Місто,Країна\nОдеса,Україна\n"),
    ("utf-16-le", "Місто,Країна\nОдеса,Україна\n"),
    ("utf-16-be", "City,Country\nOdesa,Ukraine\n"),
    ("utf-16-le", "都市,国\n東京,日本\n大阪,日本\n"),
    ("cp1254", "Şehir,Ülke\nDiyarbakır,Türkiye\nŞanlıurfa,Türkiye\n"),
    ("cp1253", "Πόλη,Χώρα\nΚέρκυρα,Ελλάδα\nΑθήνα,Ελλάδα\n"),
    ("cp949", "도시,나라\n서울,대한민국\n부산,대한민국\n"),
    ("ascii", "City,Country\nOdesa,Ukraine\n"),
]


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_the_letters_say_which_encoding_it_is(encoding: str, text: str) -> None:
    found = guess(text.encode(encoding), whole=True)
    assert text.encode(encoding).decode(found.encoding) == text
    assert found.header
    assert not found.bom


MARKED = [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
def test_a_byte_order_mark_settles_the_encoding(mark: bytes, encoding: str) -> None:
    found = guess(mark + "city;cc\nOdesa;UA\n".encode(encoding), whole=True)
    assert (found.encoding, found.bom, found.delimiter, found.header) == (encoding, True, ";", True)


DELIMITERS = [
    ("city,cc\nOdesa,UA\n", ",", '"'),
    ("city;lat;lon\nOdesa;46,48;30,73\nLviv;49,84;24,02\n", ";", '"'),
    ("Odesa;46,48;30,73\nLviv;49,84;24,02\n", ";", '"'),
    ("city\tnote\nOdesa\tby the sea, in the south\nLviv\tin the west, near Poland\n", "\t", '"'),
    ("city|cc\nOdesa|UA\n", "|", '"'),
    ('city,note\nOdesa,"sea; south"\nLviv,"west; hills"\n', ",", '"'),
    ("city,note\nOdesa,'sea, south'\nLviv,'west, hills'\n", ",", "'"),
    ('size\tcity\n3" pipe\tOdesa\n"big\tLviv\nx\tSumy\n', "\t", None),
    ("sep=|\ncity|cc\nOdesa|UA\n", "|", '"'),
]


@pytest.mark.parametrize(("text", "delimiter", "quote"), DELIMITERS)
def test_rows_say_what_parts_and_quotes_their_cells(text: str, delimiter: str, quote: str | None) -> None:
    found = guess(text.encode(), whole=True)
    assert (found.delimiter, found.quote) == (delimiter, quote)


def test_a_file_of_one_column_gets_a_delimiter_that_parts_nothing() -> None:
    found = guess(b"name\nOdesa\nHrushevskyi, Mykhailo\nLviv\nSumy\n", whole=True)
    assert found.delimiter != ","


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_first_line_says_the_line_end(line_end: str) -> None:
    assert guess(f"city{line_end}Odesa\n".encode(), whole=True).line_end == line_end


HEADERS = [
    ("city,cc\nOdesa,UA\nLviv,UA\n", True),
    ("Odesa,UA\nLviv,UA\n", False),
    ("Odesa\nLviv\nSumy\n", False),
    ("Название\nОдесса\n", True),
    ("gz_a,gz_b\nOdesa,UA\n", True),
    ("alpha,beta\nOdesa,12\nLviv,13\n", True),
    ("1,Odesa\n2,Lviv\n", False),
    ("name", True),
    ("Odesa", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "header"), HEADERS)
def test_the_first_row_says_whether_it_is_a_header(text: str, header: bool) -> None:
    assert guess(text.encode(), whole=True).header is header


def test_a_sample_that_ends_inside_a_letter_is_cut_to_whole_lines() -> None:
    text = "місто\nОдеса\nЛьвів".encode()
    assert guess(text[:-1], whole=False).encoding == "utf-8"
    assert guess("місто\nОдеса\nЛьвів".encode("utf-16-le")[:-1], whole=False).encoding == "utf-16-le"


def test_a_sample_of_one_line_that_goes_on_is_in_the_encoding_asked_for() -> None:
    assert guess("Одеса,Львів".encode()[:-1], whole=False, encoding="utf-8").encoding == "utf-8"


def test_a_damaged_line_does_not_change_the_encoding() -> None:
    text = "місто\n" + "Одеса\nЛьвів\n" * 50
    found = survey(text.encode() + b"\xcb\xfc\xe2\xb3\xe2\n", whole=True)
    assert found.dialect.encoding == "utf-8"
    assert "1 of 102 lines with letters beyond ASCII are not UTF-8" in found.findings[0].why


def test_what_is_asked_for_stays() -> None:
    found = guess(
        "місто^країна\nОдеса^Україна\n".encode("cp1251"),
        whole=True,
        encoding="Windows-1251",
        delimiter="^",
        quote="",
        header=False,
    )
    assert (found.encoding, found.delimiter, found.quote, found.header) == ("cp1251", "^", None, False)


SPOKEN = [("tab", "\t"), ("comma", ","), ("\\t", "\t"), (";", ";")]


@pytest.mark.parametrize(("said", "meant"), SPOKEN)
def test_a_delimiter_may_be_called_by_its_name(said: str, meant: str) -> None:
    assert guess(b"a,b\n", whole=True, delimiter=said).delimiter == meant


ASKED_ENCODINGS = [
    ("utf-16", "city\nOdesa\n".encode("utf-16-be"), "utf-16-be"),
    ("UTF-16", b"\xff\xfe" + "city\n".encode("utf-16-le"), "utf-16-le"),
    ("utf-8-sig", b"\xef\xbb\xbfcity\n", "utf-8"),
    ("sjis", "東京\n".encode("cp932"), "cp932"),
    ("gbk", "北京\n".encode("gbk"), "gb18030"),
    ("latin-1", "Orléans\n".encode("latin-1"), "iso8859-1"),
    ("cp866", "Одесса\n".encode("cp866"), "cp866"),
    ("utf-8", b"", "utf-8"),
    ("utf-16", b"", "utf-16-le"),
]


@pytest.mark.parametrize(("name", "data", "codec"), ASKED_ENCODINGS)
def test_an_encoding_may_be_called_as_people_call_it(name: str, data: bytes, codec: str) -> None:
    assert guess(data, whole=True, encoding=name).encoding == codec


REFUSED = [
    ({"encoding": "klingon"}, UnknownEncoding, 'There is no encoding "klingon"; say for example utf-8'),
    ({"encoding": "utf-7"}, UnknownEncoding, "Rows cannot be read in utf-7; save the file as UTF-8"),
    ({"encoding": "iso-2022-jp"}, UnknownEncoding, "Rows cannot be read in iso-2022-jp"),
    ({"encoding": "utf-32"}, UnknownEncoding, "Rows cannot be read in utf-32"),
    ({"encoding": "cp037"}, UnknownEncoding, "Rows cannot be read in cp037"),
    ({"encoding": "hex"}, UnknownEncoding, "hex"),
    ({"encoding": "a\0b"}, UnknownEncoding, "There is no encoding"),
    ({"encoding": ""}, UnknownEncoding, "There is no encoding"),
    ({"encoding": "utf-8"}, WrongEncoding, r"The file is not in UTF-8: 2 of 2 lines .* It looks like Windows-1251"),
    ({"encoding": "utf-16"}, WrongEncoding, "The file is not in UTF-16"),
    ({"encoding": "utf-16-le"}, WrongEncoding, "The file is not in UTF-16 LE: it has no NULs"),
    ({"delimiter": ",,"}, BadDelimiter, 'A delimiter is one character such as , ; | or "tab"; ",," is none.'),
    ({"delimiter": ""}, BadDelimiter, "A delimiter is one character"),
    ({"delimiter": "\n"}, BadDelimiter, "A delimiter is one character"),
    ({"delimiter": '"'}, BadDelimiter, "A delimiter is one character"),
    ({"delimiter": "東"}, BadDelimiter, "A delimiter is one character"),
    ({"quote": "''"}, BadDelimiter, "A quote is one character"),
    ({"quote": "«"}, BadDelimiter, "A quote is one character"),
    ({"quote": ";", "delimiter": ";"}, BadDelimiter, "not the delimiter"),
]


@pytest.mark.parametrize(("asked", "error", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(asked: dict[str, str], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        guess("Одесса,Россия\nВоронеж,Россия\n".encode("cp1251"), whole=True, **asked)  # type: ignore[arg-type]


def test_an_encoding_against_the_byte_order_mark_is_refused() -> None:
    with pytest.raises(WrongEncoding, match="it begins with the byte order mark of UTF-16 LE"):
        guess(b"\xff\xfea\0", whole=True, encoding="cp1252")


def test_utf_32_is_refused() -> None:
    with pytest.raises(BadTable, match="UTF-32"):
        guess("city\n".encode("utf-32"), whole=True)


def test_a_guess_is_shown_in_words() -> None:
    found = survey("місто;країна\nОдеса;Україна\nЛьвів;Україна\n".encode("cp1251"), whole=True)
    assert [(finding.what, finding.value) for finding in found.findings] == [
        ("encoding", "Windows-1251 (Cyrillic)"),
        ("delimiter", "semicolon"),
        ("quote", 'double (")'),
        ("line end", "LF (Unix)"),
        ("header", "yes"),
    ]
    assert found.findings[0].why == "surely, by its letters; 3 of 3 lines with letters beyond ASCII are not UTF-8"
    assert found.findings[1].why == "3 of 3 sampled rows have 2 cells"
    assert found.rows[1] == ["Одеса", "Україна"]


def test_files_of_real_names_in_many_languages_are_guessed_right() -> None:
    right = []
    for file in islice(corpus(60, seed=11), 60):
        said = guess(file.data, whole=True)
        right.append(judge(file, Answer(said.encoding, said.delimiter, said.header))["all three"])
    assert sum(right) >= 57
