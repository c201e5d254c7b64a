"""Commands that are files or texts: scripts, programs, and script blocks as `$MyInvocation` shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from shell.engine.commands.command_info import CommandInfo, ParameterizedCommand
from shell.engine.run.scripts import script_block_of
from shell.lazy import lazy
from shell.machine import path_text
from shell.types.registry.declarations import clr_class
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.io import text_files
    from shell.engine.binding.parameters import CommandSignature
    from shell.engine.commands import metadata
    from shell.engine.run import functions
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    text_files = lazy("shell.dotnet.io.text_files", globals())
    metadata = lazy("shell.engine.commands.metadata", globals())
    functions = lazy("shell.engine.run.functions", globals())

_AUTOMATION = "System.Management.Automation."


@dataclass(slots=True)
class Spoken:
    """The output of an emulated program: lines of both streams, and exit code."""

    out: list[str] = field(default_factory=list)
    error: list[str] = field(default_factory=list)
    code: int = 0


InnerProgram: TypeAlias = "Callable[[Runspace, list[str]], Spoken]"
"""Emulates a program: takes the session and the arguments."""


@clr_class(
    _AUTOMATION + "ExternalScriptInfo",
    _AUTOMATION + "CommandInfo",
    "Path:string ScriptBlock:scriptblock ScriptContents:string OriginalEncoding:object",
)
class ExternalScriptInfo(ParameterizedCommand):
    """A script file."""

    kind = "ExternalScript"
    original_encoding = None

    def __init__(self, path: str, session: Runspace | None = None, block: ScriptBlock | None = None) -> None:
        super().__init__(path_text.basename(path))
        self.path = path
        self.session = session
        self._block = block
        """The running block, if the script is a module's file."""

    @property
    def definition(self) -> str:
        """The path."""
        return self.path

    @property
    def source(self) -> str:
        """The path."""
        return self.path

    @property
    def script_block(self) -> Value:
        """The script's code."""
        if self._block is not None:
            return self._block
        return script_block_of(self.session, self) if self.session is not None else None

    @property
    def script_contents(self) -> str:
        """The script's text."""
        return text_files.read_text(self.path)

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the parameters of the script's `param` block."""
        block = script_block_of(session, self)
        block.code.ready()
        return functions.make_signature(self.name, block, session)


@clr_class(_AUTOMATION + "ScriptInfo", _AUTOMATION + "CommandInfo", "ScriptBlock:object")
class ScriptInfo(CommandInfo):
    """A script block or text that runs, as the value of `$MyInvocation.MyCommand`."""

    kind = "Script"

    def __init__(self, name: str, script_block: Value) -> None:
        super().__init__(name)
        self.script_block = script_block

    @property
    def definition(self) -> str:
        """The text."""
        return str(self.script_block)

    def __str__(self) -> str:
        return self.definition


@clr_class(_AUTOMATION + "ApplicationInfo", _AUTOMATION + "CommandInfo", "Path:string Extension:string")
class ApplicationInfo(CommandInfo):
    """A program."""

    kind = "Application"

    def __init__(self, path: str, run: InnerProgram | None = None) -> None:
        super().__init__(path_text.basename(path))
        self.path = path
        self.run = run
        """The function that emulates the program; None for a program of the machine."""

    @property
    def extension(self) -> str:
        """The file name's extension."""
        return path_text.splitext(self.path)[1]

    @property
    def definition(self) -> str:
        """The path."""
        return self.path

    @property
    def source(self) -> str:
        """The path."""
        return self.path

    @property
    def version(self) -> Value:
        """Programs have no version that is known here."""
        return metadata.version_of("0.0.0.0")


__all__ = ["ApplicationInfo", "ExternalScriptInfo", "InnerProgram", "ScriptInfo", "Spoken"]
