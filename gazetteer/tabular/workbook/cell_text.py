"""Text as a workbook's XML writes it, and as a person reads it."""

import re
from collections.abc import Callable

CELL_MOST = 32_767  # characters that a cell can hold; more of it no program opens
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL)
# Characters that XML cannot hold are written by their numbers, and what looks like one by that of its first mark.
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SURROGATE = re.compile("[\ud800-\udfff]")


def texts(prefix: bytes) -> Callable[[bytes], str]:
    """A function that reads the text of a string: plain, or in pieces that are formatted each its own way.

    >>> texts(b"")(b"<t>Ky</t>")
    'Ky'
    >>> texts(b"x:")(b"<x:r><x:t>Ky</x:t></x:r><x:rPh><x:t>ki</x:t></x:rPh><x:r><x:t>iv &amp; _x0041_</x:t></x:r>")
    'Kyiv & A'
    """
    plain = re.compile(b"<" + prefix + rb't(?: xml:space="preserve")?>([^<&\r_]*+)</' + prefix + b"t>")
    phonetic = re.compile(b"<" + prefix + rb"rPh\b.*?</" + prefix + rb"rPh\s*>", re.DOTALL)
    piece = re.compile(
        b"<" + prefix + rb"t(?:\s[^>]*)?(?<!/)>((?:[^<]|<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>)*+)</"
        + prefix + b"t",
        re.DOTALL,
    )  # fmt: skip

    def text_of(content: bytes) -> str:
        if (found := plain.fullmatch(content)) is not None:
            return found[1].decode()
        return "".join(read(one) for one in piece.findall(phonetic.sub(b"", content)))

    return text_of


def read(content: bytes) -> str:
    """Character data of XML as a person reads it."""
    text = content.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        parts = _CDATA.split(text)
        text = "".join((part or "") if place % 2 else _without_entities(part) for place, part in enumerate(parts))
    elif "&" in text:
        text = _without_entities(text)
    return _NUMBERED.sub(_numbered, text) if "_x" in text else text


def written(text: str) -> bytes:
    """A text as character data: at most as much as a cell holds, and every character of it.

    >>> written("=1<2")
    b'=1&lt;2'
    """
    text = text[:CELL_MOST]
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
    text = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.translate(_MARKUP).encode()


def needs_preserving(text: str) -> bool:
    """Whether a program would drop blanks of this text unless told not to."""
    return text != text.strip() or "\n" in text or "  " in text


def _without_entities(text: str) -> str:
    return _ENTITY.sub(
        lambda found: _NAMED.get(found[3]) or chr(int(found[1], 16) if found[1] else int(found[2])), text
    )


def _numbered(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return found[0] if _SURROGATE.fullmatch(character) else character
