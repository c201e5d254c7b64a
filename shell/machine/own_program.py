"""This shell as a program: the path of its command, and how a script starts another instance.

Scripts call the shell by the names of PowerShell's programs, bare or in `$PSHOME`: `pwsh -NoProfile -Command ...`, `&
(Join-Path $PSHOME 'pwsh')`, `& ([Environment]::ProcessPath)`. No such file lies in `$PSHOME`: the name stands for the
command of this installation. A `pwsh` on the PATH has precedence.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Final

_NAMES: Final = frozenset(("pwsh", "pwsh.exe", "powershell", "powershell.exe", "emshell", "emshell.exe"))


def home() -> str:
    """Return `$PSHOME`: the folder of the package."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@cache
def own_path() -> str:
    """Return the path of this shell's command; Python's path if it was not installed as a command."""
    name = "emshell.exe" if sys.platform == "win32" else "emshell"
    folder = os.path.dirname(sys.executable)
    for place in (folder, os.path.join(folder, "Scripts")):
        candidate = os.path.join(place, name)
        if os.path.isfile(candidate):
            return candidate
    return sys.executable


def is_own_name(name: str) -> bool:
    """True for a bare name of PowerShell's program."""
    return name.lower() in _NAMES


def is_own_path(path: str) -> bool:
    """True for PowerShell's program in `$PSHOME`, and for this shell's command."""
    folder, name = os.path.split(os.path.normpath(path))
    if is_own_name(name) and os.path.normcase(folder) == os.path.normcase(home()):
        return True
    return os.path.normcase(path) == os.path.normcase(own_path())


def command_line(path: str) -> list[str]:
    """Return the command line that starts the program at a path."""
    if not is_own_path(path):
        return [path]
    start = f"import sys; sys.path.append({os.path.dirname(home())!r}); from shell.cli import main; main()"
    return [sys.executable, "-P", "-c", start]


__all__ = ["command_line", "home", "is_own_name", "is_own_path", "own_path"]
