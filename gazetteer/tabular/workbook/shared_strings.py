"""The strings that the cells of a workbook share, kept outside of memory once they are many.

In memory there are at most 64 MB of text, and eight bytes for each string.
"""

from array import array
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from gazetteer.package.archive import Archive
from gazetteer.tabular.workbook.cell_text import texts
from gazetteer.tabular.workbook.cutting import Cutter

IN_MEMORY = 64_000_000  # bytes
STRINGS_MOST = 20_000_000


class SharedStrings:
    """The strings of a workbook by their numbers."""

    def __init__(self, archive: Archive, name: str | None) -> None:
        self._text = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - open as long as the strings are read
        self._ends = array("Q")
        if name is None or name not in archive.entries:
            return
        end = 0
        for text in _strings(archive, name):
            encoded = text.encode("utf-8", "surrogatepass")
            self._text.write(encoded)
            end += len(encoded)
            self._ends.append(end)
            if len(self._ends) > STRINGS_MOST:
                raise archive.sort.too_large(
                    f"The {archive.sort.noun} has more than {STRINGS_MOST:,} different texts, which is more than are "
                    "read; save it in parts, or as CSV."
                )

    def __getitem__(self, number: int) -> str:
        """The string of this number.

        Raises:
            IndexError: there is none.
        """
        if number < 0:
            raise IndexError(number)
        end = self._ends[number]
        start = self._ends[number - 1] if number else 0
        self._text.seek(start)
        return self._text.read(end - start).decode("utf-8", "surrogatepass")


def _strings(archive: Archive, name: str) -> Iterator[str]:
    cutter = Cutter(name, archive.pieces(name), archive.sort, of=("sst", "si"))
    text_of, close = texts(cutter.prefix), b"</" + cutter.prefix + b"si"
    for item in cutter.items():
        begin = item.content.index(b">") + 1
        end = item.content.rfind(close)
        yield text_of(item.content[begin:end]) if end > 0 else ""
    for _ in cutter.tail():
        pass  # that it is sound to its end
