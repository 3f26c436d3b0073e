"""What a Word document is as a package: what is said of one that cannot be read, and how large one may be."""

from gazetteer.docx.guessing import what_it_is
from gazetteer.errors import BadDocument, DocumentTooLarge
from gazetteer.package.sort import MEGABYTE, Sort

BYTES_MOST = 100 * MEGABYTE
DOCX = Sort(
    noun="document",
    program="Word",
    smaller="Take pictures out, or send it in parts.",
    bad=BadDocument,
    too_large=DocumentTooLarge,
    what_it_is=what_it_is,
    bytes_most=BYTES_MOST,
    unpacked_most=500 * MEGABYTE,
)
