"""Files that exported messages are written to."""

from __future__ import annotations

from shell.engine.providers.table import drive_table
from shell.machine import disk

from ..base import ExchangeCmdlet


def write_file(cmdlet: ExchangeCmdlet, path: str, content: bytes, exception: str) -> None:
    """Write a message to the file that a path names; report failure as an exception of Exchange's."""
    native = str(drive_table(cmdlet.session).resolve(path).provider_path)
    try:
        with disk.open_file(native, "wb") as file:
            file.write(content)
    except OSError as error:
        cmdlet.refuse(f"The file '{native}' can't be written: {error.strerror}.", exception)
