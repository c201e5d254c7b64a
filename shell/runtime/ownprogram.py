"""This shell as a program: where its command is, and how a script starts another one of it.

Scripts call the shell by the names of PowerShell's own programs, bare or in `$PSHOME`: `pwsh -NoProfile -Command ...`,
`& (Join-Path $PSHOME 'pwsh')`, `& ([Environment]::ProcessPath)`. No such file lies in `$PSHOME`; the name stands for
the command of this very installation. A `pwsh` that is on the PATH goes first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from shell.runtime.objects import MISSING, PSObject, Value
from shell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from shell.runtime.parameters import Argument

_NAMES: Final = frozenset(("pwsh", "pwsh.exe", "powershell", "powershell.exe", "emshell", "emshell.exe"))
_MARK: Final = "#< CLIXML"


def home() -> str:
    """Return `$PSHOME`: the folder of the package."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@cache
def own_path() -> str:
    """Return the path of this shell's command; the Python program's where it was not installed as a command."""
    name = "emshell.exe" if sys.platform == "win32" else "emshell"
    folder = os.path.dirname(sys.executable)
    for place in (folder, os.path.join(folder, "Scripts")):
        candidate = os.path.join(place, name)
        if os.path.isfile(candidate):
            return candidate
    return sys.executable


def is_own_name(name: str) -> bool:
    """True for a bare name that PowerShell's program goes by."""
    return name.lower() in _NAMES


def is_own_path(path: str) -> bool:
    """True for PowerShell's program in `$PSHOME`, and for this shell's command."""
    folder, name = os.path.split(os.path.normpath(path))
    if is_own_name(name) and os.path.normcase(folder) == os.path.normcase(home()):
        return True
    return os.path.normcase(path) == os.path.normcase(own_path())


def command_line(path: str) -> list[str]:
    """Return the words that start the program at a path."""
    if not is_own_path(path):
        return [path]
    start = f"import sys; sys.path.append({os.path.dirname(home())!r}); from shell.cli import main; main()"
    return [sys.executable, "-P", "-c", start]


def takes_block(path: str, arguments: list[Argument]) -> bool:
    """True where a script block is given to this shell: it runs there, and objects come back."""
    return is_own_path(path) and any(isinstance(_plain(each.value), ScriptBlock) for each in arguments)


def block_words(arguments: list[Argument], texts: Callable[[list[Argument]], list[str]]) -> list[str]:
    """Return the words for a call with a script block; what `-args` gives goes along as CLIXML."""
    import base64

    from shell.runtime.clixml_writer import serialize

    place = next(at for at, each in enumerate(arguments) if isinstance(_plain(each.value), ScriptBlock))
    before = [each for each in arguments[:place] if each.name is None or not _means(each.text, "command")]
    others = arguments[place + 1 :]
    given: list[Value] = []
    at = next((at for at, each in enumerate(others) if each.name is not None and _means(each.text, "args")), None)
    if at is not None:
        given = [each.value for each in others[at:] if each.value is not MISSING]
        others = others[:at]
    code = f"& {{{_plain(arguments[place].value)}}}"
    if given:
        written = serialize(given).replace("'", "''")
        code = f"$emshellGiven = [Management.Automation.PSSerializer]::Deserialize('{written}')\n{code} @emshellGiven"
    encoded = base64.b64encode(code.encode("utf-16-le")).decode("ascii")
    return [*texts([*before, *others]), "-OutputFormat", "XML", "-EncodedCommand", encoded]


def as_clixml(text: str) -> str:
    """Return code that runs a text and writes its output as CLIXML, as `-OutputFormat XML` asks."""
    written = "[Management.Automation.PSSerializer]::Serialize($emshellOutput)"
    return f"$emshellOutput = @(. {{\n{text}\n}})\n'{_MARK}'\n{written}"


class ObjectReader:
    """Turns the lines of a shell that writes CLIXML into objects; lines before the mark are passed on as they are."""

    def __init__(self, out: Callable[[Value], None]) -> None:
        self._out = out
        self._lines: list[str] | None = None

    def __call__(self, line: str) -> None:
        """Take a line."""
        if self._lines is not None:
            self._lines.append(line)
        elif line == _MARK:
            self._lines = []
        else:
            self._out(line)

    def finish(self) -> None:
        """Write the objects."""
        from shell.runtime.clixml_reader import deserialize

        for each in deserialize("\n".join(self._lines)) if self._lines else ():
            base = _plain(each)
            for item in base if isinstance(base, list) else (each,):
                self._out(item)


def _plain(value: Value) -> Value:
    return value.base if isinstance(value, PSObject) else value


def _means(text: str, name: str) -> bool:
    word = text.strip("-:").lower()
    return bool(word) and name.startswith(word)
