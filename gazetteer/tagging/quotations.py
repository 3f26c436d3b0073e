"""Quotations: the spans between quotation marks, which a desk may want left as they were said."""

PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"'}


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The spans inside quotation marks; a mark that is not closed in its paragraph opens nothing.

    >>> quoted_spans('He said: “Kiev is near.” Then left.')
    [(10, 23)]
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for place, char in enumerate(text):
        if char == "\n":
            opened = None
        elif opened is not None and char in opened[1]:
            found.append((opened[0], place))
            opened = None
        elif opened is None and char in PAIRS:
            opened = (place + 1, PAIRS[char])
    return found
