"""Files and folders."""

from __future__ import annotations

import os
from pathlib import Path

from shell.repl.completion.results import CompletionResult, quoted
from shell.runtime import disk
from shell.runtime.session import Runspace


def paths(session: Runspace, word: str) -> list[CompletionResult]:
    """Return the files and folders that a word can become. A word in quotes keeps them."""
    quote = word[0] if word[:1] in ("'", '"') else ""
    written = word.strip("'\"")
    folder_text, name = _split(written)
    folder = Path(folder_text) if folder_text else Path(".")
    if folder_text.startswith("~"):
        folder = folder.expanduser()
    if not folder.is_absolute():
        folder = Path(session.location) / folder
    try:
        entries = sorted(
            disk.entries(str(folder)) if disk.admits(str(folder)) else (),
            key=lambda entry: (not entry.is_dir(), entry.name.lower()),
        )
    except OSError:
        return []
    lead = folder_text or f".{os.sep}"
    results = []
    for entry in entries:
        if not entry.name.lower().startswith(name.lower()) or (entry.name.startswith(".") and not name):
            continue
        kind = "ProviderContainer" if entry.is_dir() else "ProviderItem"
        results.append(CompletionResult(quoted(lead + entry.name, quote), entry.name, kind, entry.path))
    return results


def _split(written: str) -> tuple[str, str]:
    """Split a path behind its last separator, of either kind."""
    at = max(written.rfind("/"), written.rfind("\\"))
    return written[: at + 1], written[at + 1 :]
