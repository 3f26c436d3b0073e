"""What a file that is no .docx is, as far as its first bytes tell: only to say what would be right."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, and of any protected Office file


def what_it_is(data: bytes) -> str:
    """A sentence on a file that does not begin as a .docx does."""
    if data.startswith(COMPOUND):
        return _of_a_compound(data)
    if data.startswith(b"{\\rtf"):
        return "This is a Rich Text file, whatever its name; open it in Word and save it as .docx."
    if data.startswith(b"%PDF"):
        return "This is a PDF file, whatever its name; send the Word document that it was made from."
    if not data:
        return "The file is empty; send a Word document, saved as .docx."
    return "This is no .docx: a Word document is a zip archive, and this is none. Save it from Word as .docx."


def _of_a_compound(data: bytes) -> str:
    protected = "EncryptedPackage".encode("utf-16-le") in data
    old = "WordDocument".encode("utf-16-le") in data
    if protected and not old:
        return "The document is password-protected; take the password off in Word, save it, and send it again."
    if old and not protected:
        return "This is a Word document of the old kind, .doc, whatever its name; save it in Word as .docx."
    return (
        "The document is password-protected, or of the old kind, .doc, whatever its name; "
        "take the password off in Word and save it as .docx."
    )
