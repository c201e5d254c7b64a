"""The breakpoints of Set-PSBreakpoint, and their actions.

Code that is compiled with them (see `compile/tracing.py`) calls `visit` before each statement, condition and round of a
loop. There is no debugger: a breakpoint without an action, or whose action says `break`, only says that it was hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from shell.engine.compile.values.assignments import bare_target
from shell.engine.compile.variables import split_name
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.language.tokens import TokenKind
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    CommandAst,
    FunctionDefinitionAst,
    ScriptBlockExpressionAst,
    StatementBlockAst,
    StringConstantExpressionAst,
    TypeDefinitionAst,
    UnaryExpressionAst,
    VariableExpressionAst,
)
from shell.types.registry.declarations import clr_class
from shell.values.errors import NetException
from shell.values.flow import ControlFlow
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace

_AUTOMATION: Final = "System.Management.Automation."
_OWN_CODE: Final = (ScriptBlockExpressionAst, FunctionDefinitionAst, TypeDefinitionAst, StatementBlockAst)
"""What stands in these is visited by itself."""
_STEPS: Final = frozenset(
    (TokenKind.PlusPlus, TokenKind.MinusMinus, TokenKind.PostfixPlusPlus, TokenKind.PostfixMinusMinus)
)


class Points(NamedTuple):
    """The points of a statement about to run: its position, the commands that it calls, each read and write of a
    variable.
    """

    extent: Extent
    commands: Sequence[str] = ()
    reads: Sequence[str] = ()
    writes: Sequence[str] = ()


def points_of(node: Ast) -> Points:
    """Return what a statement, a condition or a loop's variable does."""
    commands: list[str] = []
    reads: list[str] = []
    writes: list[str] = []
    bare: set[int] = set()
    for each in _own_nodes(node):
        if isinstance(each, CommandAst) and each.command_elements:
            name = each.command_elements[0]
            if isinstance(name, StringConstantExpressionAst):
                commands.append(name.value.lower())
        elif isinstance(each, AssignmentStatementAst):
            target = bare_target(each.left)
            if isinstance(target, VariableExpressionAst):
                writes.append(_name(target))
                if each.operator is TokenKind.Equals:
                    bare.add(id(target))
        elif isinstance(each, UnaryExpressionAst) and each.token_kind in _STEPS:
            if isinstance(each.child, VariableExpressionAst):
                writes.append(_name(each.child))
        elif isinstance(each, VariableExpressionAst) and id(each) not in bare:
            reads.append(_name(each))
    return Points(node.extent, commands, reads, writes)


def round_points(variable: VariableExpressionAst) -> Points:
    """Return what the beginning of a foreach loop's round does: it sets the variable."""
    return Points(variable.extent, writes=(_name(variable),))


def _own_nodes(node: Ast) -> Iterator[Ast]:
    stack = [node]
    while stack:
        each = stack.pop()
        yield each
        if not isinstance(each, _OWN_CODE):
            stack += list(each.children())[::-1]


def _name(node: VariableExpressionAst) -> str:
    return split_name(node.name)[1].lower()


# --- the breakpoints -------------------------------------------------------------------------------------------------


@clr_class(
    _AUTOMATION + "Breakpoint",
    properties="Action:scriptblock Enabled:bool HitCount:int Id:int Script:string",
    is_abstract=True,
)
class Breakpoint:
    """A breakpoint. `script` is a path, or null for all code."""

    kind: ClassVar[str] = ""

    def __init__(self, script: str | None, action: ScriptBlock | None) -> None:
        self.script = script
        self.action = action
        self.enabled = True
        self.hit_count = 0
        self.id = 0

    def hits(self, points: Points, runspace: Runspace) -> int:
        """Return how often what is about to run hits it."""
        raise NotImplementedError

    def _is_here(self, points: Points) -> bool:
        return self.script is None or self.script == points.extent.file


@clr_class(_AUTOMATION + "LineBreakpoint", _AUTOMATION + "Breakpoint", properties="Column:int Line:int")
class LineBreakpoint(Breakpoint):
    """A line of a script, or the statement at a column of it."""

    kind = "Line"

    def __init__(self, script: str, line: int, column: int, action: ScriptBlock | None) -> None:
        super().__init__(script, action)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        if self.column:
            return f"Statement breakpoint on '{self.script}:{self.line}, {self.column}'"
        return f"Line breakpoint on '{self.script}:{self.line}'"

    def hits(self, points: Points, runspace: Runspace) -> int:
        """One at its line; the column must be that of a statement."""
        extent = points.extent
        if extent.start_line != self.line or not self._is_here(points):
            return 0
        return int(not self.column or extent.start_column == self.column)


@clr_class(_AUTOMATION + "CommandBreakpoint", _AUTOMATION + "Breakpoint", properties="Command:string")
class CommandBreakpoint(Breakpoint):
    """A command, by its name or by an alias of it; wildcards work."""

    kind = "Command"

    def __init__(self, script: str | None, command: str, action: ScriptBlock | None) -> None:
        super().__init__(script, action)
        self.command = command
        self._matches = wildcard_matcher(command, True)

    def __str__(self) -> str:
        place = self.command if self.script is None else f"{self.script}:{self.command}"
        return f"Command breakpoint on '{place}'"

    def hits(self, points: Points, runspace: Runspace) -> int:
        """One for each call of the command."""
        return sum(self._is_meant(each, runspace) for each in points.commands) if self._is_here(points) else 0

    def _is_meant(self, name: str, runspace: Runspace) -> bool:
        if self._matches(name):
            return True
        alias = runspace.commands.find_alias(name)
        return alias is not None and self._matches(alias.definition)


@clr_class(
    _AUTOMATION + "VariableBreakpoint",
    _AUTOMATION + "Breakpoint",
    properties="AccessMode:System.Management.Automation.VariableAccessMode Variable:string",
)
class VariableBreakpoint(Breakpoint):
    """A variable that is read, written, or either."""

    kind = "Variable"

    def __init__(self, script: str | None, variable: str, access_mode: Value, action: ScriptBlock | None) -> None:
        super().__init__(script, action)
        self.variable = variable
        self.access_mode = access_mode

    def __str__(self) -> str:
        place = f"${self.variable}" if self.script is None else f"{self.script}:${self.variable}"
        return f"Variable breakpoint on '{place}' ({self.access_mode} access)"

    def hits(self, points: Points, runspace: Runspace) -> int:
        """One for each use of the variable in its way."""
        if not self._is_here(points):
            return 0
        name, mode = self.variable.lower(), str(self.access_mode)
        reads = 0 if mode == "Write" else points.reads.count(name)
        return reads if mode == "Read" else reads + points.writes.count(name)


class BreakpointTable:
    """The breakpoints of a session, in the order in which they were made."""

    def __init__(self) -> None:
        self.items: list[Breakpoint] = []
        self._made = 0
        self.acting = False

    def add(self, breakpoint: Breakpoint) -> None:
        """Number a breakpoint and keep it."""
        breakpoint.id = self._made
        self._made += 1
        self.items.append(breakpoint)


def table_of(runspace: Runspace) -> BreakpointTable:
    """Return the breakpoints of a session."""
    found: Any = runspace.breakpoints
    if found is None:
        found = runspace.breakpoints = BreakpointTable()
    return found  # type: ignore[no-any-return]


# --- being hit -------------------------------------------------------------------------------------------------------


def visit(scope: Scope, points: Points) -> None:
    """Run the actions of the breakpoints that are hit. An action hits none itself."""
    runspace = scope.runspace
    table: BreakpointTable = table_of(runspace)
    if table.acting:
        return
    for each in list(table.items):
        for _ in range(each.hits(points, runspace) if each.enabled else 0):
            each.hit_count += 1
            _act(each, runspace, table)


def _act(breakpoint: Breakpoint, runspace: Runspace, table: BreakpointTable) -> None:
    """Run the action. Its output and errors are dropped, as in PowerShell."""
    if breakpoint.action is None:
        _say(breakpoint, runspace)
        return
    table.acting, succeeded = True, runspace.succeeded
    try:
        runspace.collect(breakpoint.action, dollar_under=breakpoint)
    except ControlFlow:
        _say(breakpoint, runspace)
    except NetException:
        pass
    finally:
        table.acting, runspace.succeeded = False, succeeded


def _say(breakpoint: Breakpoint, runspace: Runspace) -> None:
    runspace.host.write_warning_line(
        f"WARNING: Hit {breakpoint}. There is no debugger here: the script goes on. Give the breakpoint an -Action."
    )


__all__ = [
    "Breakpoint",
    "BreakpointTable",
    "CommandBreakpoint",
    "LineBreakpoint",
    "Points",
    "VariableBreakpoint",
    "points_of",
    "round_points",
    "table_of",
    "visit",
]
