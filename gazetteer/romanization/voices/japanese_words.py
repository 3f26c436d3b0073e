"""Japanese words: a run cut into words by the dictionary, each with its readings, and what stands before each.

The dictionary knows no names of persons by their parts; the commonest family names are listed here, so that a name is
parted behind them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.japanese_dictionary import looked_up, other_readings
from gazetteer.text.scripts import script_of_char

# Family names that are met most, and some of persons in the news.
FAMILY_NAMES = frozenset((
    "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "渡邊", "渡邉", "山本", "中村", "小林", "加藤", "吉田", "山田",
    "佐々木", "山口", "松本", "井上", "木村", "斎藤", "斉藤", "齋藤", "林", "清水", "山崎", "森", "池田", "橋本",
    "阿部", "石川", "山下", "中島", "石井", "小川", "前田", "岡田", "長谷川", "藤田", "後藤", "近藤", "村上",
    "遠藤", "青木", "坂本", "福田", "太田", "西村", "藤井", "岡本", "藤原", "三浦", "金子", "中野", "中川", "原田",
    "松田", "竹内", "小野", "田村", "中山", "和田", "石田", "森田", "上田", "原", "内田", "柴田", "酒井", "宮崎",
    "横山", "高木", "安藤", "宮本", "大野", "小島", "工藤", "谷口", "今井", "高田", "増田", "丸山", "杉山", "村田",
    "大塚", "新井", "小山", "平野", "藤本", "河野", "上野", "野口", "武田", "松井", "千葉", "菅原", "岩崎", "久保",
    "木下", "佐野", "野村", "松尾", "菊地", "菊池", "市川", "杉本", "古川", "大西", "島田", "水野", "桜井", "高野",
    "吉川", "山内", "西田", "飯田", "菅", "西川", "小西", "北村", "安田", "五十嵐", "川口", "平田", "関", "中田",
    "久保田", "東", "服部", "川崎", "岩田", "土屋", "福島", "本田", "辻", "樋口", "秋山", "田口", "永井", "山中",
    "中西", "吉村", "川上", "石原", "大橋", "松岡", "馬場", "浜田", "森本", "星野", "矢野", "浅野", "大島", "吉岡",
    "小池", "野田", "荒木", "熊谷", "松浦", "大久保", "内藤", "黒田", "尾崎", "川村", "永田", "望月", "松村",
    "田辺", "荒井", "安倍", "岸田", "小泉", "石破", "高市", "鳩山", "麻生", "岸", "大平", "竹下", "宇野", "海部",
    "宮澤", "細川", "羽田", "村山", "三木", "橋下", "大江", "三島", "川端", "芥川", "夏目", "黒澤", "黒沢", "小津",
    "北野", "宮﨑", "大谷", "錦織", "羽生", "横尾", "妹尾", "志位", "枝野", "玉木", "茂木", "上川", "河村", "徳川",
    "豊臣", "織田", "明智", "伊達", "上杉", "毛利", "島津",
))  # fmt: skip
# Ranks of places, as they are read behind a name; a long reading before a short one.
RANKS = {
    "都": ("ト",), "府": ("フ",), "県": ("ケン",), "郡": ("グン",), "市": ("シ",), "区": ("ク",),
    "町": ("マチ", "チョウ"), "村": ("ムラ", "ソン"),
}  # fmt: skip
METROPOLES = ("東京都", "大阪府", "京都府")  # others that end so have no rank: 太宰府
# Characters that begin with a vowel, which does not lengthen the one before it.
OWN_VOWELS = {
    "上": "ウエ", "内": "ウチ", "浦": "ウラ", "裏": "ウラ", "海": "ウミ", "馬": "ウマ", "梅": "ウメ", "牛": "ウシ",
    "魚": "ウオ", "尾": "オ", "岡": "オカ", "奥": "オク", "沖": "オキ", "大": "オオ", "男": "オ", "夫": "オ",
    "雄": "オ",
}  # fmt: skip
VARIANTS = str.maketrans("﨑髙", "崎高")  # which the dictionary lacks
LENGTHENED = "オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズヅブプュ"  # which a vowel would make long
# What comes behind a name of a place that families are called after as well.
PLACES = (
    "駅", "城", "寺", "神社", "神宮", "大学", "高校", "空港", "川", "山", "湖", "港", "湾", "線", "橋", "組", "藩",
    "公園", "通り", "原発", "地方", "半島", "事件", "銀行", "新聞", "電力", "球場",
)  # fmt: skip
FAMILY_LONGEST, GIVEN_NAME_LONGEST = 3, 3
GIVEN_NAME_SCRIPTS = ("Hani", "Hira")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run: its readings, the likeliest first, and the mark that stands before it."""

    written: str
    readings: tuple[str, ...]
    mark: str = ""


def words_of(run: str, orthography: Orthography) -> list[Word]:
    """The words of a run: a person's family name and given name, a place and its rank, or as the dictionary cuts it.

    >>> from gazetteer.languages import orthographies
    >>> [word.written for word in words_of("村上春樹", orthographies()["ja-Jpan"])]
    ['村上', '春樹']
    """
    run = run.translate(VARIANTS)
    if rank := _rank(run):
        return _place(run, rank, orthography)
    if family := _family(run):
        return _person(run, family, orthography)
    return _marked(_cut(run, orthography))


def _rank(run: str) -> str | None:
    """The rank of a place with which a run ends, if it has one."""
    if run[-1] not in RANKS or (run[-1] in "都府" and run not in METROPOLES):
        return None
    return run[-1] if len(run) > 2 or (len(run) == 2 and run[-1] in "市県") else None


def _place(run: str, rank: str, orthography: Orthography) -> list[Word]:
    """A place's name and its rank, as the dictionary reads the whole, if it has it."""
    written, whole = looked_up(run)[0]
    ending = next((reading for reading in RANKS[rank] if whole.endswith(reading)), None)
    if written == run and ending:
        name = [Word(run[:-1], (_with_own_vowel(run[:-1], whole.removesuffix(ending)),))]
    else:
        name = _marked(_cut(run[:-1], orthography))
    return [*name, Word(rank, _first(ending, RANKS[rank]) if ending else RANKS[rank], "-")]


def _family(run: str) -> str | None:
    """The family name that opens a run, if what follows can be a given name."""
    for length in range(min(FAMILY_LONGEST, len(run) - 1), 0, -1):
        family, given = run[:length], run[length:]
        if family in FAMILY_NAMES:
            return family if _can_be_given(given) and _may_be_cut(run, family) else None
    return None


def _can_be_given(rest: str) -> bool:
    native = all(script_of_char(char) in GIVEN_NAME_SCRIPTS for char in rest)
    return native and len(rest) <= GIVEN_NAME_LONGEST and not rest.endswith(PLACES)


def _may_be_cut(run: str, family: str) -> bool:
    """Whether the dictionary allows the cut: a word of two characters is whole, and one character alone is a name."""
    first = looked_up(run)[0][0]
    return first == family or (len(family) > 1 and len(run) > 2)


def _person(run: str, family: str, orthography: Orthography) -> list[Word]:
    """A person's name in two words; where the dictionary has the whole, each is read as in it first."""
    own, given = _cut(family, orthography)[0], _cut(run[len(family) :], orthography)
    written, whole = looked_up(run)[0]
    if written == run:
        head = next((reading for reading in own.readings if whole.startswith(reading)), None)
        if head:
            own = replace(own, readings=_first(head, own.readings))
            readings = _first(whole[len(head) :], given[0].readings if len(given) == 1 else ())
            given = [Word(run[len(family) :], readings)]
    return [own, replace(given[0], mark=" "), *given[1:]]


def _first(reading: str, others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((reading, *others)))


def _cut(text: str, orthography: Orthography) -> list[Word]:
    """A text in the words of the dictionary, each as the file reads it, or in each way that the dictionary does."""
    words = []
    for written, reading in looked_up(text):
        known = orthography.words.get(written)
        readings = known or _first(reading, other_readings(written))
        words.append(Word(written, tuple(_with_own_vowel(written, one) for one in readings)))
    return words


def _with_own_vowel(written: str, reading: str) -> str:
    """A reading with a dot before a last character's own vowel, where it would look like the length of another.

    >>> _with_own_vowel("井上", "イノウエ"), _with_own_vowel("伊藤", "イトウ")
    ('イノ.ウエ', 'イトウ')
    """
    ending = OWN_VOWELS.get(written[-1])
    head = reading.removesuffix(ending) if ending else reading
    return f"{head}.{ending}" if head and head != reading and head[-1] in LENGTHENED else reading


def _marked(words: Sequence[Word]) -> list[Word]:
    """Words with a blank between two of more than one character; a lone one hangs on to its neighbours."""
    return [
        replace(word, mark=" ") if place and len(word.written) > 1 and len(words[place - 1].written) > 1 else word
        for place, word in enumerate(words)
    ]
