"""Office packages: the zip archive of XML that a .docx or an .xlsx is, opened with suspicion, written back untouched.

What the XML says is the business of the room of its format.
"""

from gazetteer.package.archive import Archive, open_archive
from gazetteer.package.repacking import Packer, repack
from gazetteer.package.sort import Sort

__all__ = ["Archive", "Packer", "Sort", "open_archive", "repack"]
