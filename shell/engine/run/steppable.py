"""Steppable pipelines: a script block's pipeline that a function drives object by object (proxy functions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.compile.commands import Command
from shell.engine.run import calls
from shell.engine.run.block_pipeline import ScriptBlockToPowerShellNotSupportedException, single_pipeline
from shell.engine.session.crossing import Within, returning
from shell.language.tree import CommandAst, PipelineAst
from shell.types.registry.declarations import clr_class, clr_method
from shell.values.errors import ErrorCategory, PSInvalidOperationException
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace


@clr_class("System.Management.Automation.SteppablePipeline")
class SteppablePipeline:
    """System.Management.Automation.SteppablePipeline. Its commands run in the current scope of the block's state."""

    def __init__(self, runspace: Runspace, block: ScriptBlock, args: list[Value]) -> None:
        self.runspace = runspace
        self._output: list[Value] = []
        self._stages: list[Any] = []
        self._started = False
        self._pipeline = _only_pipeline(block)
        self._unit = block.code.unit
        self._args = args
        self._caller = runspace.scope
        self._scope = runspace.scope_for(block)
        self._expects_input = True
        self._out: Any = self._output.append

    @clr_method("Begin", "object target -> object[]")
    @clr_method("Begin", "bool expectInput, System.Management.Automation.EngineIntrinsics context -> object[]")
    def begin(self, target: Value, context: Value = None) -> Value:
        """Bind and start the commands; `target` is true where objects will come, or the $PSCmdlet that writes on."""
        runtime = getattr(target, "runtime", None)
        if runtime is None:
            self._expects_input = bool(target)
        else:
            self._out = returning(self._caller, runtime.write)
            self._expects_input = runtime.call.expecting_input
        nodes = [each for each in self._pipeline.pipeline_elements if isinstance(each, CommandAst)]
        offset = 2 if self._expects_input else 1
        commands = [
            Command(each, self._unit, place + offset, len(nodes) + offset - 1) for place, each in enumerate(nodes)
        ]
        push = self._out
        last = True
        with Within(self._scope):
            for command in reversed(commands):
                stage = calls.make_stage(self._scope, command, command.arguments(self._scope), push, last=last)
                self._stages.insert(0, stage)
                push = stage.process
                last = False
            for stage in self._stages:
                stage.prepare()
            for stage in self._stages:
                stage.begin()
        self._started = True
        return self._written()

    @clr_method("Process", "object input = null -> object[]")
    def process(self, input: Value = MISSING) -> Value:
        """Send an object through."""
        self._require_start()
        with Within(self._scope):
            if self._expects_input:
                self._stages[0].process(None if input is MISSING else input)
            else:
                self._stages[0].process_once()
        return self._written()

    @clr_method("End", "-> object[]")
    def end(self) -> Value:
        """Finish the commands."""
        self._require_start()
        with Within(self._scope):
            for stage in self._stages:
                stage.end()
            for stage in self._stages:
                stage.stop()
        self._started = False
        return self._written()

    @clr_method("Clean", "-> void")
    def clean(self) -> None:
        """Let go of what the commands hold."""

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Let go of what the commands hold."""

    def _written(self) -> list[Value]:
        written = self._output[:]
        self._output.clear()
        return written

    def _require_start(self) -> None:
        if not self._started:
            raise PSInvalidOperationException(
                "Cannot call this method before calling SteppablePipeline.Begin().",
                error_id="InvalidOperation",
                category=ErrorCategory.InvalidOperation,
            )


def _only_pipeline(block: ScriptBlock) -> PipelineAst:
    try:
        return single_pipeline(block)
    except ScriptBlockToPowerShellNotSupportedException as error:
        raise PSInvalidOperationException(error.message, error_id=error.error_id) from None


__all__ = ["SteppablePipeline"]
