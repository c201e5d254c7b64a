"""Nested instances of this shell: script blocks are passed as text, objects return as CLIXML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shell.dotnet.automation.clixml_writer import serialize
from shell.engine.run.script_block import ScriptBlock
from shell.lazy import lazy
from shell.machine.own_program import is_own_path
from shell.values.objects import MISSING, PSObject, Value

if TYPE_CHECKING:
    from shell.dotnet.automation import clixml_reader
    from shell.engine.binding.parameters import Argument
else:
    clixml_reader = lazy("shell.dotnet.automation.clixml_reader", globals())

_MARK: Final = "#< CLIXML"


def takes_block(path: str, arguments: list[Argument]) -> bool:
    """True where a script block is given to this shell: it runs there, and objects come back."""
    return is_own_path(path) and any(isinstance(_plain(each.value), ScriptBlock) for each in arguments)


def block_words(arguments: list[Argument], texts: Callable[[list[Argument]], list[str]]) -> list[str]:
    """Return the words for a call with a script block; what `-args` gives goes along as CLIXML."""
    import base64

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
        for each in clixml_reader.deserialize("\n".join(self._lines)) if self._lines else ():
            base = _plain(each)
            for item in base if isinstance(base, list) else (each,):
                self._out(item)


def _plain(value: Value) -> Value:
    return value.base if isinstance(value, PSObject) else value


def _means(text: str, name: str) -> bool:
    word = text.strip("-:").lower()
    return bool(word) and name.startswith(word)


__all__ = ["ObjectReader", "as_clixml", "block_words", "takes_block"]
