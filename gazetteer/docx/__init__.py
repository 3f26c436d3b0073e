"""Word documents: a .docx read for checking, and written back with tracked changes.

The archive and its XML are edited in place; what no edit touches leaves as it came, byte for byte.
"""

from gazetteer.docx.model import Document, Edit
from gazetteer.docx.reading import read_docx
from gazetteer.docx.writing import Signature, write

__all__ = ["Document", "Edit", "Signature", "read_docx", "write"]
