"""Counting: how many of something there are, in words."""


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with what it is of.

    >>> counted(1, "name"), counted(1200, "name"), counted(2, "entity", "entities")
    ('1 name', '1,200 names', '2 entities')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"
