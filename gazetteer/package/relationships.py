"""What leads from one part of a package to another."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer.package.archive import Archive
from gazetteer.package.markup import parse

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part has to do with another: the last word of its type, and the part it leads to."""

    id: str
    sort: str
    target: str


def relationships_of(part: str) -> str:
    """The name of the part that holds the relationships of a part; of the whole package for an empty name.

    >>> relationships_of("word/document.xml"), relationships_of("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships(archive: Archive, part: str) -> Iterator[Relationship]:
    """Where a part leads inside the package."""
    name = relationships_of(part)
    if name not in archive.entries:
        return
    for one in parse(archive, name).root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        if one.get("TargetMode", "Internal") == "Internal":
            target = posixpath.join("/", posixpath.dirname(part), one.get("Target", ""))
            sort = one.get("Type", "").rpartition("/")[2]
            yield Relationship(one.get("Id", ""), sort, posixpath.normpath(target).lstrip("/"))
