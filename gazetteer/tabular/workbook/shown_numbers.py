"""Numbers of a sheet as a person sees them, where their format leaves no doubt: plain ones, dates, times.

A date is a number of days; only the style of its cell tells. Currency, percent and the like stay plain numbers.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from gazetteer.package.archive import Archive
from gazetteer.package.markup import parse

Show = Callable[[str], str]

DIGITS = 15  # what spreadsheet programs show of a number at most
DAYS_MOST = 2_958_466  # the first day of the year 10000
SECONDS = 86_400
# The formats that every program knows by number alone; those of some languages among them.
DATES = {*range(14, 18), *range(27, 32), 36, *range(50, 55), *range(57, 59)}
DATES_WITH_TIME = {22}
TIMES = {*range(18, 22), *range(32, 36), 45, 47, 55, 56}
ELAPSED = {46}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_ZEROS = re.compile("0{2,}")


def plain(value: str) -> str:
    """A number without a format.

    >>> plain("5"), plain("5.0"), plain("0.30000000000000004"), plain("3.80671234567E+11"), plain("1e-7")
    ('5', '5', '0.3', '380671234567', '1E-07')
    """
    if _WHOLE.fullmatch(value):
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number:.{DIGITS}G}" if number else "0"


def padded(width: int) -> Show:
    """What shows a number with zeros before it.

    >>> padded(5)("1234")
    '01234'
    """
    return lambda value: value.zfill(width) if value.isdecimal() else plain(value)


def dated(sort: str, *, from_1904: bool) -> Show:
    """What shows a number of days as a date, a time, or both, in the manner of ISO 8601.

    >>> dated("date", from_1904=False)("45429"), dated("both", from_1904=False)("45429.5")
    ('2024-05-17', '2024-05-17T12:00:00')
    >>> dated("time", from_1904=False)("0.75"), dated("elapsed", from_1904=False)("1.5")
    ('18:00:00', '36:00:00')
    >>> dated("date", from_1904=False)("60"), dated("date", from_1904=False)("59")
    ('1900-02-29', '1900-02-28')
    """

    def show(value: str) -> str:
        try:
            seconds = round(float(value) * SECONDS)
        except (ValueError, OverflowError):
            return value
        days, rest = divmod(seconds, SECONDS)
        time = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
        if sort == "elapsed":
            return f"{seconds // 3600}:{time[3:]}" if seconds >= 0 else plain(value)
        if not 0 <= days < DAYS_MOST:
            return plain(value)
        if sort == "time" and not days:
            return time
        day = _day(days, from_1904=from_1904)
        return day if sort == "date" and not rest else f"{day}T{time}"

    return show


def sort_of(code: str) -> str | None:
    """What a format makes of a number: date, time, both, elapsed; None of a plain one.

    >>> [sort_of(one) for one in ("yyyy-mm-dd", '0.00" d"', "h:mm AM/PM", "[h]:mm", "[Red]0", "dd.mm.yy hh:mm")]
    ['date', None, 'time', 'elapsed', None, 'both']
    """
    code = _QUOTED.sub("", code.partition(";")[0]).lower().replace("general", "")
    if _ELAPSED.search(code):
        return "elapsed"
    code = code.replace("am/pm", "").replace("a/p", "")
    day, time = any(one in code for one in "yd"), any(one in code for one in "hs")
    if day or time:
        return "both" if day and time else "date" if day else "time"
    return "date" if "m" in code else None


def shows(archive: Archive, styles: str | None, *, from_1904: bool) -> Sequence[Show]:
    """What shows the numbers of each style, in the order by which cells name them."""
    if styles is None or styles not in archive.entries:
        return ()
    root = parse(archive, styles).root
    namespace = root.tag.partition("}")[0] + "}"
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter(f"{namespace}numFmt")}
    cells = root.find(f"{namespace}cellXfs")
    named = () if cells is None else [one.get("numFmtId", "0") for one in cells.iter(f"{namespace}xf")]
    known = {one: _show(one, codes.get(one), from_1904=from_1904) for one in set(named)}
    return [known[one] for one in named]


def _show(number: str, code: str | None, *, from_1904: bool) -> Show:
    if code is None:
        place = int(number) if number.isdecimal() else 0
        known = {"date": DATES, "both": DATES_WITH_TIME, "time": TIMES, "elapsed": ELAPSED}
        sort = next((sort for sort, places in known.items() if place in places), None)
    else:
        sort = sort_of(code)
    if sort is not None:
        return dated(sort, from_1904=from_1904)
    return padded(len(code)) if code is not None and _ZEROS.fullmatch(code) else plain


def _day(days: int, *, from_1904: bool) -> str:
    if from_1904:
        return (date(1904, 1, 1) + timedelta(days)).isoformat() if days < DAYS_MOST - 1462 else str(days)
    if days == 60:
        return "1900-02-29"  # which never was, and which every program keeps for the sake of the first
    start = datetime(1899, 12, 31 if days < 60 else 30)
    return (start + timedelta(days)).date().isoformat()
