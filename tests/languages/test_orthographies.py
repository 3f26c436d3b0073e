"""The folder of orthographies is the register: every file loads, and a bad one says what is wrong."""

import unicodedata
from pathlib import Path

import pytest

from gazetteer.errors import BadOrthography, UnknownSystem
from gazetteer.languages import FOLDER, fingerprint_text, load, orthographies, system, systems
from gazetteer.romanization.rules import compile_rules

FILES = sorted(FOLDER.glob("*.toml"))
HEAD = 'language = "xx"\nscript = "Cyrl"\nname = "Made up"\n'
SYSTEM = HEAD + '[[system]]\nid = "s"\nname = "S"\nsource = "nowhere"\n'

# What each orthography must be able to read: its alphabet, lower case.
ALPHABETS = {
    "uk-Cyrl": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ru-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "be-Cyrl": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg-Cyrl": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk-Cyrl": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "kk-Cyrl": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky-Cyrl": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "mn-Cyrl": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "tg-Cyrl": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "el-Grek": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "ka-Geor": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "hy-Armn": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքևօֆ",
}

# What those that nothing is read of must be able to write: their alphabets, lower case.
WRITTEN_ONLY = {
    "bo-Tibt": "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨིེོུ",
    "dv-Thaa": "ހށނރބޅކއވމފދތލގޏސޑޒޓޔޕޖޗަާިީުޫެޭޮޯ",
    "hi-Deva": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंः",
    "mr-Deva": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळािीुूृेैोौंः",
    "ne-Deva": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंँः",
    "bn-Beng": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহািীুূৃেৈোৌংঃঁ",
    "pa-Guru": "ਅਆਇਈਉਊਏਐਓਔਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਾਿੀੁੂੇੈੋੌਂੰ",
    "gu-Gujr": "અઆઇઈઉઊઋએઐઓઔકખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળાિીુૂૃેૈોૌંઃ",
    "or-Orya": "ଅଆଇଈଉଊଋଏଐଓଔକଖଗଘଙଚଛଜଝଞଟଠଡଢଣତଥଦଧନପଫବଭମଯୟରଲଳଶଷସହାିୀୁୂୃେୈୋୌଂଃଁ",
    "ta-Taml": "அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறனஜஷஸஹாிீுூெேைொோௌ",
    "te-Telu": "అఆఇఈఉఊఋఎఏఐఒఓఔకఖగఘఙచఛజఝఞటఠడఢణతథదధనపఫబభమయరలవశషసహళఱాిీుూృెేైొోౌంః",
    "kn-Knda": "ಅಆಇಈಉಊಋಎಏಐಒಓಔಕಖಗಘಙಚಛಜಝಞಟಠಡಢಣತಥದಧನಪಫಬಭಮಯರಲವಶಷಸಹಳಾಿೀುೂೃೆೇೈೊೋೌಂಃ",
    "ml-Mlym": "അആഇഈഉഊഋഎഏഐഒഓഔകഖഗഘങചഛജഝഞടഠഡഢണതഥദധനപഫബഭമയരലവശഷസഹളഴറാിീുൂൃെേൈൊോൗംഃൺൻർൽൾ",
    "si-Sinh": "අආඇඈඉඊඋඌඑඒඔඕකඛගඝඞඟචඡජඣඤටඨඩඪණඬතථදධනඳපඵබභමඹයරලවශෂසහළෆාැෑිීුූෙේොෝංඃ",
    "kv-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіӧ",
    "udm-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӝӟӥӧӵ",
    "chm-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяҥӧӱ",
    "tyv-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөү",
    "xal-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәһҗңөү",
    "alt-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяјҥӧӱ",
    "ce-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӏ",
    "av-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӏ",
    "az-Cyrl": "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш",
    "ro-Cyrl": "абвгдежӂзийклмнопрстуфхцчшыьэюя",
}

SECOND = '\n[[system]]\nid = "t"\nname = "T"\nsource = "elsewhere"\n'
BAD_FILES = [
    # name, text, what the error names besides the file
    ("xx-Cyrl", "language = ", "TOML"),
    ("xx-Cyrl", 'script = "Cyrl"\nname = "Made up"\n', "language"),
    ("xx-Cyrl", 'language = "xx"\nscript = "Cyrl"\nname = ""\n', "name"),
    ("xx-Cyrl", HEAD + 'colour = "red"\n', "colour"),
    ("xx-Latn", HEAD, "language-Script.toml"),
    ("xxcyrl", HEAD, "language-Script.toml"),
    ("xx-Cyrl", HEAD + "[classes]\nvowel = 3\n", "classes"),
    ("xx-Cyrl", HEAD + '[reads]\nrules = "a > b"\n', "rules"),
    ("xx-Cyrl", HEAD + "[reads]\nrules = [3]\n", "rules"),
    ("xx-Cyrl", HEAD + '[reads]\nleters = "a"\n', "leters"),
    ("xx-Cyrl", HEAD + "[reads.letters]\na = 3\n", "letters"),
    ("xx-Cyrl", HEAD + '[[system]]\nname = "S"\nsource = "nowhere"\n', "id"),
    ("xx-Cyrl", HEAD + '[[system]]\nid = "s"\nname = "S"\n', "source"),
    ("xx-Cyrl", SYSTEM + 'page = "3"\n', "page"),
    ("xx-Cyrl", SYSTEM + 'articles = "al-"\n', "system s: articles"),
    ("xx-Cyrl", SYSTEM + "articles = [3]\n", "system s: articles"),
    ("xx-Cyrl", HEAD + '[words]\na = "b"\n', "words"),
    ("xx-Cyrl", HEAD + '[prefixes]\na = "b"\n', "prefixes"),
    ("xx-Cyrl", HEAD + "[alike]\na = 3\n", "alike"),
    ("xx-Cyrl", HEAD + "[loosely]\na = 3\n", "loosely"),
    ("xx-Cyrl", SYSTEM + "voice = 3\n", "voice"),
    ("xx-Cyrl", SYSTEM + 'except = "YY"\n', "system s: except"),
    ("xx-Cyrl", SYSTEM + "[system.letters]\na = 3\n", "system s: letters"),
    ("xx-Cyrl", SYSTEM + 'like = "t"\n', "system s: like must be the id of a system before it (none), not 't'"),
    ("xx-Cyrl", SYSTEM + 'like = "s"\n', "system s: like"),
    ("xx-Cyrl", SYSTEM + "like = 3\n", "system s: like"),
    ("xx-Cyrl", SYSTEM + SECOND + 'like = "s"\n[system.letters]\na = 3\n', "system t: letters"),
    ("xx-Cyrl", SYSTEM + SECOND.replace('"t"', '"s"'), "system s: there is another system with this id"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_orthography_loads_and_its_rules_compile(path: Path) -> None:
    loaded = load(path)
    rule_sets = [system.rules for system in loaded.systems] + ([loaded.reads] if loaded.reads else [])
    assert loaded.tag == path.stem
    assert [type(compile_rules(rules)("")) for rules in rule_sets] == [str] * len(rule_sets)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_orthography_is_nfc(path: Path) -> None:
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_written_is_lower_case(path: Path) -> None:
    loaded = load(path)
    rule_sets = [system.rules for system in loaded.systems] + ([loaded.reads] if loaded.reads else [])
    assert [what for rules in rule_sets for what in rules.letters if what != what.lower()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_countries_are_two_capitals_each_once(path: Path) -> None:
    countries = load(path).countries
    assert [code for code in countries if len(code) != 2 or not code.isupper() or countries.count(code) > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_system_ids_are_told_apart(path: Path) -> None:
    ids = [system.id for system in load(path).systems]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(("tag", "alphabet"), ALPHABETS.items())
def test_every_letter_of_the_alphabet_is_read(tag: str, alphabet: str) -> None:
    reads = orthographies()[tag].reads
    assert reads is not None
    assert [letter for letter in alphabet if letter not in reads.letters] == []


@pytest.mark.parametrize(("tag", "alphabet"), (ALPHABETS | WRITTEN_ONLY).items())
def test_every_letter_of_the_alphabet_is_romanized_by_every_system(tag: str, alphabet: str) -> None:
    left = [
        (system.id, letter)
        for system in orthographies()[tag].systems
        for letter in alphabet
        if letter not in system.rules.letters
    ]
    assert left == []


@pytest.mark.parametrize(("stem", "text", "named"), BAD_FILES)
def test_a_bad_file_is_named_with_its_key(tmp_path: Path, stem: str, text: str, named: str) -> None:
    path = tmp_path / f"{stem}.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadOrthography) as raised:
        load(path)
    assert stem in str(raised.value)
    assert named in str(raised.value)


def test_a_system_that_is_like_another_has_its_rules_and_its_letters_but_for_its_own(tmp_path: Path) -> None:
    path = tmp_path / "xx-Cyrl.toml"
    said = 'rules = ["a > x / # _"]\narticles = ["al-"]\nvoice = "words"\nexcept = ["YY"]\n'
    first = SYSTEM + said + '[system.letters]\na = "a"\nb = "b"\n'
    second = SECOND + 'like = "s"\nnote = "n"\n[system.letters]\nb = "v"\nc = "c"\n'
    third = SECOND.replace('"t"', '"u"') + 'like = "t"\nrules = ["a > y / _ #"]\n'
    path.write_text(first + second + third, encoding="utf-8")
    one, other, last = load(path).systems
    assert (other.id, other.name, other.note, other.rules.rules) == ("t", "T", "n", one.rules.rules)
    assert (other.articles, other.voice, other.elsewhere) == (("al-",), "words", {"YY"})
    assert dict(one.rules.letters) == {"a": "a", "b": "b"}
    assert dict(other.rules.letters) == dict(last.rules.letters) == {"a": "a", "b": "v", "c": "c"}
    assert last.rules.rules == ("a > y / _ #",)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xx-Cyrl.toml"
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(BadOrthography, match=r"xx-Cyrl\.toml"):
        load(path)


def test_the_register_is_the_folder() -> None:
    assert list(orthographies()) == [path.stem for path in FILES]


def test_a_system_is_found_by_its_full_id() -> None:
    assert system("uk-Cyrl/press-fr").language == "fr"


def test_an_unknown_system_lists_those_of_its_orthography() -> None:
    with pytest.raises(UnknownSystem, match=r"uk-Cyrl/national-2010") as raised:
        system("uk-Cyrl/national-1900")
    assert "ru-Cyrl" not in str(raised.value)


def test_an_unknown_orthography_lists_every_system() -> None:
    with pytest.raises(UnknownSystem) as raised:
        system("xx-Cyrl/national")
    assert [full_id for full_id in systems() if full_id not in str(raised.value)] == []


def test_the_fingerprint_holds_every_file() -> None:
    assert [path.name for path in FILES if path.name not in fingerprint_text()] == []
