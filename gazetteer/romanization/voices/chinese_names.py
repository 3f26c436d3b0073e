"""Chinese names: how a run of characters falls into family name and given name, or into a place and what it is.

Nothing in the writing tells a person from a place; every division that is likely is given, the likeliest first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Family names of one character that are met most, in simplified writing.
FAMILY_NAMES = frozenset(
    "习王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐"
    "易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬"
    "师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位"
    "厉仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊母裘"
    "亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
# Family names that are read otherwise than the character mostly is: that reading, then others that are met.
FAMILY_READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "单": ("shàn",), "仇": ("qiú",), "解": ("xiè",), "区": ("ōu",), "曾": ("zēng",), "查": ("zhā",), "任": ("rén",),
    "华": ("huà", "huá"), "盖": ("gě", "gài"), "朴": ("piáo",), "缪": ("miào",), "乐": ("yuè", "lè"),
    "翟": ("zhái", "dí"), "覃": ("qín", "tán"), "谌": ("chén", "shèn"), "燕": ("yān",), "葛": ("gě",),
    "纪": ("jì", "jǐ"), "宁": ("níng", "nìng"), "应": ("yīng",), "尉": ("wèi",), "哈": ("hǎ",), "那": ("nā",),
    "车": ("chē",), "曲": ("qū",), "都": ("dū",), "相": ("xiàng",), "柏": ("bǎi",), "费": ("fèi",),
    "卜": ("bǔ",), "冼": ("xiǎn",), "阚": ("kàn",), "牟": ("mù", "móu"), "薄": ("bó",),
    "尉迟": ("yù-chí",), "令狐": ("líng-hú",), "万俟": ("mò-qí",), "长孙": ("zhǎng-sūn",), "单于": ("chán-yú",),
    "澹台": ("tán-tái",), "鲜于": ("xiān-yú",),
})  # fmt: skip
DOUBLE = frozenset(
    ("欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "夏侯", "公孙", "慕容", "东方", "西门", "南宫", "独孤", "端木",
     "轩辕", "宇文", "司空", "闾丘", "钟离", "赫连", "申屠", "太史", "濮阳", "淳于", "公羊", "百里", "呼延")
).union(name for name in FAMILY_READINGS if len(name) == 2)  # fmt: skip
# What a place is, written as a word of its own, the longer first.
KINDS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "群岛", "半岛", "海峡", "高原", "盆地", "平原", "水库",
    "运河", "省", "市", "县", "区",
)  # fmt: skip
# What a place is as well, but as often a part of its name.
FEATURES = "山江河湖岭峡湾路"
SHORTEST_NAME = 2  # characters of a person's
# Families after which fewer places than persons of two characters are called.
PERSONS_FIRST = frozenset(
    "王李张刘陈杨赵吴徐孙朱郭谢宋许韩冯邓曹彭曾萧董袁蔡蒋杜魏吕卢姚沈姜崔谭陆汪廖贾傅邹薛雷侯贺郝龚邵钱戴鲁"
    "单仇解查缪朴翟覃谌区盖阚"
)
SHORT_PLACE_ENDINGS = "州阳江川水山泽城原海洲泉溪阴"  # which given names have only behind another character
COUNTY = "县"  # which belongs even to a name of one character: 歙 县
# Given names do not end so.
PLACE_ENDINGS = frozenset("庄口港镇岛州县市省区乡村河湖峡湾岭关桥路街寺宫门城屯店堡铺集沟旗坡坪坝滩塘营")


@dataclass(frozen=True, slots=True)
class Division:
    """The words of a run, and whether they are a family name and a given name."""

    words: tuple[str, ...]
    person: bool = False


def divisions(run: str, *, is_word: bool = False) -> tuple[Division, ...]:
    """The ways in which a run in simplified characters may fall into words, the likeliest first.

    A place is one word, but for what it is: 江苏 省. Three characters that begin with a family name are a person unless
    they end like a place; so do two, if few places are called after the family and the dictionary has no such word.

    >>> [" ".join(one.words) for name in ("毛泽东", "江苏省", "郑州") for one in divisions(name)]
    ['毛 泽东', '毛泽东', '江苏 省', '江苏省', '郑州', '郑 州']
    """
    whole = Division((run,))
    kind = next((kind for kind in KINDS if run.endswith(kind) and len(run) > len(kind)), None)
    if kind and (len(run) > 2 or kind == COUNTY):
        return Division((run.removesuffix(kind), kind)), whole
    persons = [*_persons(run)]
    like_a_place = run[-1] in PLACE_ENDINGS
    if len(run) == SHORTEST_NAME:
        like_a_place |= is_word or run[0] not in PERSONS_FIRST or run[-1] in SHORT_PLACE_ENDINGS
    found = [whole, *persons] if like_a_place else [*persons, whole]
    if len(run) > 2 and run[-1] in FEATURES:
        found.insert(len(found) if persons else 0, Division((run[:-1], run[-1])))
    return tuple(found)


def _persons(run: str) -> Iterator[Division]:
    """A run as a family name and a given name; a family name of two characters before one of one."""
    for length, known in ((2, DOUBLE), (1, FAMILY_NAMES)):
        family, given = run[:length], run[length:]
        if family in known and 1 <= len(given) <= 2:
            yield Division((family, given), person=True)
            return
