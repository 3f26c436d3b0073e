"""Korean names: how a run of Hangul falls into family name and given name, or into a place and its rank.

Nothing in the writing tells a person from a place; every division that is likely is given, the likeliest first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Family names, and how those who bear them mostly write them in Latin letters, the usual way first.
FAMILY_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "김": ("kim",), "이": ("lee", "yi", "rhee"), "박": ("park", "pak"), "최": ("choi", "choe"),
    "정": ("jung", "chung", "jeong"), "강": ("kang",), "조": ("cho", "jo"), "윤": ("yoon", "yun"),
    "장": ("jang", "chang"), "임": ("lim", "im"), "한": ("han",), "오": ("oh",), "서": ("seo", "suh"),
    "신": ("shin", "sin"), "권": ("kwon",), "황": ("hwang",), "안": ("ahn", "an"), "송": ("song",),
    "전": ("jeon", "chun", "jun"), "홍": ("hong",), "유": ("yoo", "yu"), "고": ("ko", "koh", "go"),
    "문": ("moon", "mun"), "양": ("yang",), "손": ("son", "sohn"), "배": ("bae", "pae"), "백": ("baek", "paik"),
    "허": ("huh", "heo", "hur"), "남": ("nam",), "심": ("shim", "sim"), "노": ("noh", "roh"), "하": ("ha",),
    "곽": ("kwak",), "성": ("sung", "seong"), "차": ("cha",), "주": ("joo", "ju", "chu"), "우": ("woo",),
    "구": ("koo", "ku"), "민": ("min",), "류": ("ryu", "yoo"), "나": ("na",), "진": ("jin", "chin"), "지": ("ji",),
    "엄": ("um", "eom"), "채": ("chae",), "원": ("won",), "천": ("cheon", "chun"), "방": ("bang",), "공": ("kong",),
    "현": ("hyun",), "함": ("ham",), "변": ("byun", "byeon"), "염": ("yeom",), "여": ("yeo",),
    "추": ("choo", "chu"), "도": ("do",), "소": ("so",), "석": ("seok", "suk"), "선": ("sun",),
    "설": ("seol", "sul"), "마": ("ma",), "길": ("gil", "kil"), "연": ("yeon",), "위": ("wi",), "표": ("pyo",),
    "명": ("myung",), "기": ("ki",), "반": ("ban",), "왕": ("wang",), "금": ("keum",), "옥": ("ok",),
    "육": ("yook",), "인": ("in",), "맹": ("maeng",), "제": ("je",), "모": ("mo",), "탁": ("tak",), "국": ("kook",),
    "은": ("eun",), "편": ("pyun",), "용": ("yong",), "예": ("ye",), "봉": ("bong",), "사": ("sa",), "부": ("boo",),
    "리": ("ri", "rhee"), "로": ("roh",), "림": ("rim",), "남궁": ("namgung", "namkung"), "황보": ("hwangbo",),
    "제갈": ("jegal",), "선우": ("sunwoo",), "독고": ("dokgo",), "사공": ("sagong",),
})  # fmt: skip
# Ranks of places, which stand behind a hyphen.
RANKS = "시군구읍면리동"
MAY_END_GIVEN_NAMES = "동리"  # as in 홍길동, 송나리
MOST_MET = "김이박최정허"  # families whose given names of one syllable are to be reckoned with
COMMON = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하"
# A province's rank is written so; that of an island is a part of its name.
PROVINCES = frozenset(
    ("경기도", "강원도", "충청도", "전라도", "경상도", "제주도", "충청북도", "충청남도", "전라북도", "전라남도",
     "경상북도", "경상남도", "황해도", "황해북도", "황해남도", "함경도", "함경북도", "함경남도", "평안도", "평안북도",
     "평안남도", "자강도", "량강도", "양강도")
)  # fmt: skip
# Given names seldom end so.
PLACE_ENDINGS = frozenset("산강궁사헌루탑로길역령성교문전각항섬")
RANK, GIVEN = "-", "="  # what stands before a rank, and between the syllables of a given name


@dataclass(frozen=True, slots=True)
class Division:
    """A run with marks between its parts: sounds change within a part, not between two."""

    parts: tuple[str, ...]
    joints: tuple[str, ...] = ()  # what stands between them
    person: bool = False


def divisions(run: str) -> tuple[Division, ...]:
    """The ways in which a run of Hangul may fall into parts, the likeliest first.

    Three syllables that begin with a family name are a person, unless they end like a place; a rank of a place is
    parted from a name of two syllables or more.

    >>> [one.parts for one in divisions("홍길동")]
    [('홍', '길', '동'), ('홍길', '동'), ('홍길동',)]
    >>> [one.parts for one in divisions("울릉군")]
    [('울릉', '군'), ('울릉군',)]
    """
    whole, persons = Division((run,)), [*_persons(run)]
    ranked = run in PROVINCES or (len(run) > 2 and run[-1] in RANKS)
    places = [Division((run[:-1], run[-1]), (RANK,)), whole] if ranked else [whole]
    like_a_place = run[-1] in PLACE_ENDINGS or (ranked and not (run[-1] in MAY_END_GIVEN_NAMES and run[0] in COMMON))
    return (*places, *persons) if len(run) == 2 or like_a_place else (*persons, *places)


def _persons(run: str) -> Iterator[Division]:
    """A run as a family name and a given name; two syllables only with the families that are met most."""
    for length in (2, 1):
        family, given = run[:length], run[length:]
        if family in FAMILY_NAMES and (len(given) == 2 or (len(given) == 1 and (length == 2 or family in MOST_MET))):
            yield Division((family, *given), (" ", *GIVEN * (len(given) - 1)), person=True)
