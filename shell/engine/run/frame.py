"""Frames: one record for each call of a function, script or script block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from shell.engine.run.invocation import InvocationInfo
from shell.lazy import lazy
from shell.values.objects import PRESENT

if TYPE_CHECKING:
    from shell.engine.commands import external_info
    from shell.engine.commands.commands import CommandInfo
    from shell.engine.run.scope import Scope
    from shell.engine.run.script_block import ScriptBlock
    from shell.language.source import Extent
    from shell.values.objects import Value
else:
    external_info = lazy("shell.engine.commands.external_info", globals())


class CallSite:
    """Where a call stands in the source, and the name it used. One for each command of a script."""

    __slots__ = ("extent", "name", "name_extent", "pipeline_length", "pipeline_position")

    def __init__(
        self,
        extent: Extent | None,
        name: str,
        pipeline_position: int = 1,
        pipeline_length: int = 1,
        name_extent: Extent | None = None,
    ) -> None:
        self.extent = extent
        self.name_extent = name_extent
        self.name = name
        self.pipeline_position = pipeline_position
        self.pipeline_length = pipeline_length


NO_SITE = CallSite(None, "")


class MethodSite(CallSite):
    """Where a method of a script's class is called; the call stack shows its name."""

    __slots__ = ()

    def __init__(self, name: str, extent: Extent | None = None) -> None:
        super().__init__(extent, name)


class Frame:
    """A call in progress. `$MyInvocation` and `$PSBoundParameters` are made when they are first read.

    `given` is what was bound: a dict by display name, or the short way's pair (assignments, argument values). `rest` is
    `$args`, `input` what `$input` goes through. `result` is what a method of a class returned.

    `under` is the frame from which this one was called: the call stack is a chain of frames, each of which was there
    before the one above it. It cannot close on itself, whichever scopes the calls run in.
    """

    __slots__ = ("__dict__", "block", "caller", "command", "given", "rest", "site", "under")

    input: Iterable[Value] | None = None
    enumerator: Any = None
    call: InvocationInfo | None = None
    cmdlet: Any = None
    bound_table: Any = None
    result: Value = None
    expecting_input: bool = False
    owns_scope: bool = True
    """False for what is dot-sourced: its variables are its caller's."""
    covers: Frame | None = None
    """The frame that the scope had before, where a block runs in the scope of another."""

    def __init__(
        self,
        block: ScriptBlock,
        command: CommandInfo | None,
        site: CallSite,
        caller: Scope | None,
        given: Any = (),
        rest: Any = (),
    ) -> None:
        self.block = block
        self.command = command
        self.site = site
        self.caller = caller
        self.under: Frame | None = None if caller is None else caller.frame or caller.current_frame()
        self.given = given
        self.rest = rest

    def invocation(self) -> InvocationInfo:
        """Return `$MyInvocation`."""
        if self.call is None:
            call = InvocationInfo(
                self.command if self.command is not None else _script_info(self.block),
                self.site.name,
                self.site.extent,
                pipeline_position=self.site.pipeline_position,
                pipeline_length=self.site.pipeline_length,
                expecting_input=self.expecting_input,
            )
            call.bound = dict(self.bound_pairs())
            call.unbound = list(self.rest)
            self.call = call
        return self.call

    def bound_pairs(self) -> list[tuple[str, Value]]:
        """Return what was bound: (display name, value)."""
        if isinstance(self.given, dict):
            return list(self.given.items())
        if not self.given:
            return []
        steps, values = self.given
        return [(step[4].name, values[step[0]] if step[0] >= 0 else PRESENT) for step in steps]

    @property
    def function_name(self) -> str:
        """The name that the call stack shows."""
        command = self.command
        if command is not None and command.name and command.kind != "ExternalScript":
            return command.name
        return self.site.name if type(self.site) is MethodSite else "<ScriptBlock>"


def _script_info(block: ScriptBlock) -> CommandInfo:
    return external_info.ScriptInfo("", block)


__all__ = ["NO_SITE", "CallSite", "Frame", "MethodSite"]
