"""Reading agent logs from files, as -Location of Get-AgentLog asks for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime

from organization.mail_records import AgentEntry
from shell.dotnet.io.text_files import read_text
from shell.machine import disk, path_text


def entries_in(folder: str) -> Iterator[AgentEntry]:
    """Return the entries of all agent logs in a native folder, file by file; malformed rows are skipped. Raises
    OSError.
    """
    for name in sorted(disk.names(folder)):
        if name.upper().startswith("AGENTLOG") and name.lower().endswith(".log"):
            yield from _entries(read_text(path_text.join(folder, name)))


def _entries(text: str) -> Iterator[AgentEntry]:
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    for row in rows:
        try:
            moment = datetime.fromisoformat(row[0].replace("Z", "+00:00")).timestamp()
            fields = (*row[1:9], int(row[9] or 0), *row[10:])
            yield AgentEntry(moment, *fields)  # type: ignore[arg-type]
        except (ValueError, IndexError, TypeError):
            continue
