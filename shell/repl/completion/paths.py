"""Files and folders."""

from __future__ import annotations

import os
from collections.abc import Callable

from shell.engine.providers.filesystem import FileSystemProvider
from shell.engine.providers.table import drive_table
from shell.engine.session.runspace import Runspace
from shell.machine import disk, path_text
from shell.repl.completion.results import CompletionResult, quoted
from shell.values.errors import NetException
from shell.values.wildcard import has_wildcard, wildcard_matcher


def paths(session: Runspace, word: str, *, literal: bool = False, folders_only: bool = False) -> list[CompletionResult]:
    """Return the files and folders that a word can become. A word in quotes keeps them.

    Where a wildcard would be understood (not `literal`), a bracket in a name is escaped.
    """
    quote = word[0] if word[:1] in ("'", '"') else ""
    listed = _items(session, word.strip("'\""), quote)
    if listed is not None:
        return listed
    folder_text, name = _split(word.strip("'\""))
    folder_text = path_text.native(folder_text)
    wanted = _matcher(name, literal=literal)
    lead = folder_text or f".{path_text.separator(session.location)}"
    results = []
    for entry in _entries(_folder(session, folder_text)):
        is_folder = entry.is_dir()
        if not wanted(entry.name) or (entry.name.startswith(".") and not name) or (folders_only and not is_folder):
            continue
        shown = lead + (entry.name if literal else _escaped(entry.name))
        kind = "ProviderContainer" if is_folder else "ProviderItem"
        results.append(CompletionResult(quoted(shown, quote), entry.name, kind, disk.shown(entry.path)))
    return results


def _items(session: Runspace, written: str, quote: str) -> list[CompletionResult] | None:
    """Return the items of a drive that holds no files (`Env:PA`); None where the word names no such drive."""
    drive, colon, name = written.partition(":")
    if not colon or "/" in drive or "\\" in drive:
        return None
    try:
        place = drive_table(session).resolve(f"{drive}:")
    except NetException:
        return None
    if isinstance(place.provider, FileSystemProvider):
        return None
    lead = f"{drive}:{path_text.separator(session.location)}"
    wanted = _matcher(name.lstrip("/\\"), literal=False)
    return [
        CompletionResult(quoted(lead + each, quote), each, "ProviderItem", lead + each)
        for each in sorted(place.provider.child_names(""), key=str.lower)
        if wanted(each)
    ]


def _matcher(name: str, *, literal: bool) -> Callable[[str], bool]:
    if has_wildcard(name) and not literal:
        return wildcard_matcher(name + "*")
    lowered = name.lower()
    return lambda entry: entry.lower().startswith(lowered)


def _escaped(name: str) -> str:
    return name.replace("`", "``").replace("[", "`[").replace("]", "`]") if "[" in name or "`" in name else name


def _folder(session: Runspace, written: str) -> str:
    """Return the folder that the text before a name means; nothing where it names no folder."""
    if written.startswith("~") and not disk.sandbox():
        written = os.path.expanduser(written)
    try:
        place = drive_table(session).resolve(written or ".")
    except NetException:
        return ""
    return place.provider_path if isinstance(place.provider, FileSystemProvider) else ""


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """The items of a folder, folders first; nothing where there is none, or it may not be seen."""
    try:
        found = disk.entries(folder) if folder and disk.admits(folder) else []
    except OSError:
        return []
    return sorted(found, key=lambda entry: (not entry.is_dir(), entry.name.lower()))


def _split(written: str) -> tuple[str, str]:
    """Split a path behind its last separator, of either kind."""
    at = max(written.rfind("/"), written.rfind("\\"))
    return written[: at + 1], written[at + 1 :]
