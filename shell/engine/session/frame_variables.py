"""Variables that are made from what runs: `$args`, `$input`, `$MyInvocation`, `$PSBoundParameters` and their kin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shell.engine.commands.external_info import ScriptInfo
from shell.engine.run.invocation import InvocationInfo
from shell.lazy import lazy
from shell.machine import path_text
from shell.values.objects import ArrayList, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import enumerators
    from shell.engine.run import bound
    from shell.engine.run.frame import Frame
    from shell.engine.run.scope import Scope
    from shell.engine.session import drives
    from shell.engine.session.runspace import Runspace
else:
    enumerators = lazy("shell.dotnet.collections.enumerators", globals())
    bound = lazy("shell.engine.run.bound", globals())
    drives = lazy("shell.engine.session.drives", globals())


def _args(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    return list(frame.rest) if frame is not None else []


def _input(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    if frame is None:
        if runspace.input is None:
            return enumerators.LoopEnumerator([])
        if not isinstance(runspace.input, enumerators.LoopEnumerator):
            runspace.input = enumerators.LoopEnumerator(runspace.input)
        return runspace.input
    if frame.enumerator is None and frame.block.code.advanced:
        frame.enumerator = _advanced_input(frame)
    if frame.enumerator is None:
        frame.enumerator = enumerators.LoopEnumerator(frame.input if frame.input is not None else [])
    return frame.enumerator


def _advanced_input(frame: Frame) -> Value:
    """What `$input` is with [CmdletBinding()]: an ArrayList while objects come, an array at the end."""
    if frame.input is None or type(frame.input) is tuple:
        return ArrayList(frame.input or ())
    return list(frame.input)


def _my_invocation(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    if frame is not None:
        return frame.invocation()
    submitted = runspace.submitted
    return InvocationInfo(ScriptInfo("", submitted) if submitted is not None else None)


def _bound_parameters(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    if frame is None:
        return bound.BoundParameters()
    if frame.bound_table is None:
        frame.bound_table = bound.BoundParameters(frame.bound_pairs())
    return frame.bound_table


def _cmdlet(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    """Return the nearest advanced function's: `$PSCmdlet` is a variable like any other, seen from the scopes below."""
    for each in scope.chain():
        at = each.frame
        while at is not None:
            if at.cmdlet is not None:
                return at.cmdlet
            at = at.covers
    return None


def _script_path(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    while frame is not None:
        path = frame.block.code.unit.source.path
        if path:
            return path
        if frame.block.code.definition is not None:
            return ""
        frame = frame.under
    return ""


def _script_root(runspace: Runspace, scope: Scope, frame: Frame | None) -> Value:
    path = _script_path(runspace, scope, frame)
    return path_text.dirname(path) if path else ""


FRAME_READERS: Final[dict[str, Callable[[Runspace, Scope, Frame | None], Value]]] = {
    "args": _args,
    "input": _input,
    "myinvocation": _my_invocation,
    "psboundparameters": _bound_parameters,
    "pscmdlet": _cmdlet,
    "pscommandpath": _script_path,
    "psscriptroot": _script_root,
}


def _path_info(runspace: Runspace) -> Value:
    return drives.path_info(runspace)


COMPUTED: Final[dict[str, Callable[[Runspace], Value]]] = {
    "true": lambda runspace: True,
    "false": lambda runspace: False,
    "null": lambda runspace: None,
    "?": lambda runspace: runspace.succeeded,
    "pwd": _path_info,
}


__all__ = ["COMPUTED", "FRAME_READERS"]
