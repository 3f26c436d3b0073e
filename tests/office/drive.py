"""Drives a LibreOffice that is running: run by the Python that LibreOffice's own bridge is installed for.

    /usr/bin/python3 drive.py PORT FOLDER

Each FOLDER/NAME.docx is opened twice; with every change accepted it is saved as FOLDER/NAME.accepted.docx, with every
one rejected as FOLDER/NAME.rejected.docx. What could not be opened or saved is printed, a line each.
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

SECONDS_TO_START = 60
DONE = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def said(name: str, value: object) -> PropertyValue:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def office(port: str):
    """The context of the office that listens there."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return resolver.resolve(address)
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def settle(context, path: Path, how: str) -> None:
    """Open a document, settle its changes, save it beside."""
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    hidden = (said("Hidden", True), said("RepairPackage", False))
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden)
    if document is None or not document.supportsService("com.sun.star.text.TextDocument"):
        raise RuntimeError("it was not opened as a text")
    try:
        dispatcher.executeDispatch(document.getCurrentController().getFrame(), DONE[how], "", 0, ())
        kind = (said("FilterName", "MS Word 2007 XML"),)
        document.storeToURL(path.with_suffix(f".{how}.docx").as_uri(), kind)
    finally:
        document.close(True)


def main(port: str, folder: str) -> None:
    context = office(port)
    for path in sorted(Path(folder).glob("*.docx")):
        for how in DONE:
            try:
                settle(context, path, how)
            except Exception as wrong:
                print(f"{path.name}: {how}: {wrong!r}", flush=True)


main(*sys.argv[1:])
