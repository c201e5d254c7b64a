"""Set-, Get-, Enable-, Disable- and Remove-PSBreakpoint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cmdlets.powershell.path_command import PathCommand
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.compile.tracing import begin
from shell.engine.run.breakpoints import (
    Breakpoint,
    CommandBreakpoint,
    LineBreakpoint,
    VariableBreakpoint,
    table_of,
)
from shell.values.errors import ErrorCategory, NetException, PSArgumentException
from shell.values.objects import Value, unwrap
from shell.values.wildcard import wildcard_matcher

_TYPE: Final = "System.Management.Automation.Breakpoint"
_TYPES: Final = tuple(f"System.Management.Automation.{kind}Breakpoint" for kind in ("Command", "Line", "Variable"))
_ELSEWHERE: Final = "Breakpoints are those of the session itself."


def _runspace_parameter(**more: Any) -> Any:
    kind = "System.Management.Automation.Runspaces.Runspace"
    return parameter(kind, name="Runspace", refused=_ELSEWHERE, help="Another runspace.", **more)


class _BreakpointPaths(PathCommand):
    """What the commands that take scripts share."""

    def files(self, paths: list[str]) -> Iterator[str]:
        """Yield the full paths of scripts; reports those that are not there or are no scripts."""
        for path in paths:
            try:
                found = [each.provider_path for each in self.expand(path, literal=False)]
            except NetException:
                found = []
            if not found:
                self.write_error(self._wrong(f"File '{path}' does not exist.", "NewPSBreakpoint:FileDoesNotExist"))
            for each in found:
                if each.lower().endswith((".ps1", ".psm1")):
                    yield each
                else:
                    self.write_error(
                        self._wrong(
                            f"Cannot set breakpoint on file '{path}'; only *.ps1 and *.psm1 files are valid.",
                            "NewPSBreakpoint:WrongExtension",
                        )
                    )

    def _wrong(self, message: str, error_id: str) -> Any:
        return self.error(message, error_id, ErrorCategory.InvalidArgument, exception=PSArgumentException)


class SetPSBreakpoint(_BreakpointPaths, verb="Set", noun="PSBreakpoint", default_set="Line", output=_TYPES):
    """Watch a line, a command or a variable. The action runs at each hit, `$_` is the breakpoint. No debugger opens."""

    examples = (
        Example(
            '$b = Set-PSBreakpoint -Variable total -Action { Write-Host "total was $total" }; $total = 1; $total = 2;'
            " $b | Remove-PSBreakpoint",
            "See what a variable was before each change.",
        ),
    )

    script: list[str] = parameter(
        "string[]",
        sets={
            "Line": SetMembership(mandatory=True, position=0),
            "Command": SetMembership(position=0),
            "Variable": SetMembership(position=0),
        },
        help="The scripts in which to watch; without it, all code.",
        not_null=True,
    )
    line: list[int] = parameter("int[]", sets={"Line": SetMembership(mandatory=True, position=1)}, help="The lines.")
    column: int = parameter("int", sets={"Line": SetMembership(position=2)}, range=(1, 2147483647), help="The column.")
    command: list[str] = parameter(
        "string[]", aliases=("C",), sets={"Command": SetMembership(mandatory=True)}, help="Commands; wildcards work."
    )
    variable: list[str] = parameter(
        "string[]", aliases=("V",), sets={"Variable": SetMembership(mandatory=True)}, help="Variables, without $."
    )
    mode: Any = parameter(
        "System.Management.Automation.VariableAccessMode",
        sets=("Variable",),
        default="Write",
        help="Read, Write or ReadWrite.",
    )
    action: Any = parameter("scriptblock", help="What to run when it is hit; what it writes is dropped.")
    runspace: Any = _runspace_parameter(not_null=True)

    def process(self) -> None:
        """Make the breakpoints."""
        table = table_of(self.session)
        begin(self.session)
        for made in self._made():
            table.add(made)
            self.write(made)

    def _made(self) -> Iterator[Breakpoint]:
        files: list[str | None] = [*self.files(self.script)] if self.script else [None]
        for file in files:
            for line in self.line or ():
                yield LineBreakpoint(str(file), line, self.column or 0, self.action)
            for command in self.command or ():
                yield CommandBreakpoint(file, command, self.action)
            for variable in self.variable or ():
                yield VariableBreakpoint(file, variable, self.mode, self.action)


class GetPSBreakpoint(_BreakpointPaths, verb="Get", noun="PSBreakpoint", default_set="Line", output=_TYPES):
    """Show the breakpoints of the session."""

    examples = (Example("Get-PSBreakpoint -Variable total", "Those of a variable."),)

    id: list[int] = parameter(
        "int[]",
        sets={"Id": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="Their numbers.",
        not_null=True,
    )
    script: list[str] = parameter(
        "string[]",
        sets={
            "Line": SetMembership(position=0, pipeline=True),
            **{name: SetMembership() for name in ("Command", "Variable", "Type")},
        },
        help="Scripts.",
        not_null_or_empty=True,
    )
    command: list[str] = parameter(
        "string[]", sets={"Command": SetMembership(mandatory=True)}, help="Commands.", not_null=True
    )
    variable: list[str] = parameter(
        "string[]", sets={"Variable": SetMembership(mandatory=True)}, help="Variables.", not_null=True
    )
    type: list[Any] = parameter(
        "Microsoft.PowerShell.Commands.BreakpointType[]",
        sets={"Type": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="Line, Variable or Command.",
        not_null=True,
    )
    runspace: Any = _runspace_parameter(not_null=True)

    def process(self) -> None:
        """Show."""
        found: list[Breakpoint] = list(table_of(self.session).items)
        if self.id:
            for number in self.id:
                self._write_numbered(number, found)
            return
        if self.script:
            files = set(self.files(self.script))
            found = [each for each in found if each.script in files]
        if self.type:
            kinds = {str(each).lower() for each in self.type}
            found = [each for each in found if each.kind.lower() in kinds]
        for names, attribute in ((self.command, "command"), (self.variable, "variable")):
            if names:
                tests = [wildcard_matcher(name, True) for name in names]
                named = [(each, getattr(each, attribute, None)) for each in found]
                found = [each for each, name in named if name is not None and any(test(name) for test in tests)]
        for each in found:
            self.write(each)

    def _write_numbered(self, number: int, found: list[Breakpoint]) -> None:
        known = next((each for each in found if each.id == number), None)
        if known is None:
            self.write_error(_unknown(self, number))
        else:
            self.write(known)


def _unknown(command: Cmdlet, number: int) -> Any:
    return command.error(
        f"There is no breakpoint with ID '{number}'.",
        "PSBreakpoint:BreakpointIdNotFound",
        ErrorCategory.InvalidArgument,
        exception=PSArgumentException,
    )


class _BreakpointChange(Cmdlet):
    """What the commands that take breakpoints share."""

    breakpoint: list[Any] = parameter(
        _TYPE + "[]",
        sets={"Breakpoint": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="The breakpoints.",
        not_null=True,
    )
    id: list[int] = parameter(
        "int[]",
        sets={"Id": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="Their numbers.",
        not_null=True,
    )
    runspace: Any = _runspace_parameter(sets=("Id",), by_property_name=True, aliases=("RunspaceId",))

    action_name = ""

    def process(self) -> None:
        """Change what was asked for."""
        for each in self._wanted():
            if self.should_process(str(each), self.action_name):
                self.change(each)

    def _wanted(self) -> Iterator[Breakpoint]:
        for each in self.breakpoint or ():
            yield unwrap(each)
        known = {each.id: each for each in table_of(self.session).items}
        for number in self.id or ():
            if number in known:
                yield known[number]
            else:
                self.write_error(_unknown(self, number))

    def change(self, breakpoint: Breakpoint) -> None:
        """Do what the command is for."""
        raise NotImplementedError


class RemovePSBreakpoint(
    _BreakpointChange, verb="Remove", noun="PSBreakpoint", default_set="Breakpoint", should_process=True
):
    """Watch no more."""

    examples = (Example("Get-PSBreakpoint | Remove-PSBreakpoint", "Remove all."),)
    action_name = "Remove"

    def change(self, breakpoint: Breakpoint) -> None:
        """Remove it."""
        items = table_of(self.session).items
        if breakpoint in items:
            items.remove(breakpoint)


class _Switching(_BreakpointChange):
    """What Enable- and Disable-PSBreakpoint share."""

    pass_thru: bool = parameter("switch", help="Write the breakpoints.")

    enabled = True

    def change(self, breakpoint: Breakpoint) -> None:
        """Turn it on or off."""
        breakpoint.enabled = self.enabled
        if self.pass_thru:
            shown: Value = breakpoint
            self.write(shown)


class EnablePSBreakpoint(_Switching, verb="Enable", noun="PSBreakpoint", default_set="Breakpoint", should_process=True):
    """Turn breakpoints on again."""

    examples = (Example("Get-PSBreakpoint | Enable-PSBreakpoint", "Turn all on."),)
    action_name = "Enable"
    enabled = True


class DisablePSBreakpoint(
    _Switching, verb="Disable", noun="PSBreakpoint", default_set="Breakpoint", should_process=True
):
    """Turn breakpoints off without forgetting them."""

    examples = (Example("Get-PSBreakpoint | Disable-PSBreakpoint", "Turn all off."),)
    action_name = "Disable"
    enabled = False
