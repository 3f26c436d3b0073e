"""The parts of a document that have prose, and how their XML is called."""

from gazetteer.errors import BadDocument
from gazetteer.package.archive import Archive
from gazetteer.package.markup import Element
from gazetteer.package.relationships import relationships

USUAL_MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# What both kinds of Word's XML, transitional and strict, call their elements' and their relationships' namespaces.
WORDS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
# The parts with prose beside the main one, in the order in which they are read.
PROSE = ("footnotes", "endnotes", "header", "footer")


def main_part(archive: Archive) -> str:
    """The name of the part with the text itself.

    Raises:
        BadDocument: there is none.
    """
    for one in relationships(archive, ""):
        if one.sort == "officeDocument" and one.target in archive.entries:
            return one.target
    if USUAL_MAIN in archive.entries:
        return USUAL_MAIN
    raise BadDocument(
        f"There is no {USUAL_MAIN} in the file, so it is no Word document, whatever its name; "
        "save it from Word as .docx."
    )


def prose_parts(archive: Archive, main: str) -> list[str]:
    """The names of the parts with prose: the main one, notes, headers, footers."""
    led = [one for one in relationships(archive, main) if one.sort in PROSE and one.target in archive.entries]
    led.sort(key=lambda one: PROSE.index(one.sort))
    return list(dict.fromkeys([main, *(one.target for one in led)]))


def namespace_of(root: Element, name: str) -> str:
    """The namespace of Word's elements in a part.

    Raises:
        BadDocument: it is not Word's XML.
    """
    namespace = root.tag.removeprefix("{").partition("}")[0]
    if namespace not in WORDS:
        raise BadDocument(f"{name} in the document is not Word's XML; save the document again from Word as .docx.")
    return namespace
