"""Redirections: `2>&1`, `> file`, `*> $null`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from shell.engine.binding.parameters import Argument
from shell.engine.compile.unit import Expr, Run, Unit, compile_expression
from shell.engine.run import calls
from shell.engine.run.frame import CallSite
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope
from shell.engine.session.streams import STREAM_NAMES, Sink, Streams
from shell.language.tree import FileRedirectionAst, MergingRedirectionAst, RedirectionAst
from shell.types.conversion.text import to_string
from shell.values.flow import Flow
from shell.values.objects import AUTOMATION_NULL, Out, Value


class Redirections:
    """The compiled redirections of a command: streams that merge into output, and files by stream."""

    __slots__ = ("files", "merged")

    def __init__(self, nodes: Sequence[RedirectionAst], unit: Unit) -> None:
        self.merged: set[int] = set()
        self.files: list[tuple[int, Expr, bool]] = []
        for node in nodes:
            if isinstance(node, MergingRedirectionAst):
                self.merged.update(STREAM_NAMES if node.from_stream == 0 else (node.from_stream,))
            elif isinstance(node, FileRedirectionAst):
                self.files.append((node.from_stream, compile_expression(node.location, unit), node.append))


def compile_redirections(nodes: Sequence[RedirectionAst], unit: Unit) -> Redirections:
    """Compile the redirections of a command or expression."""
    return Redirections(nodes, unit)


def _drop(value: Value) -> None:
    return None


class FileSink:
    """A file that takes objects as Out-File writes them. It is emptied when opened.

    For `variable:name` the variable gets the objects unchanged (PowerShell 7.6).
    """

    def __init__(self, scope: Scope, path: str, append: bool) -> None:
        drive, colon, rest = path.partition(":")
        to_variable = bool(colon) and drive.lower() == "variable"
        name = "Set-Variable" if to_variable else "Out-File"
        arguments = [Argument("Name", rest) if to_variable else Argument("FilePath", path)]
        if append:
            arguments.append(Argument("Append", True))
        info = scope.runspace.commands.resolve(name)
        self._stage = calls.stage_for(scope, info, arguments, CallSite(None, name, 2, 2), _drop)
        self._stage.prepare()
        self._stage.begin()
        self._open = True

    def write(self, value: Value) -> None:
        """Write an object."""
        self._stage.process(value)

    def close(self) -> None:
        """Write what is left."""
        if self._open:
            self._open = False
            try:
                self._stage.end()
            finally:
                self._stage.stop()


class Applied:
    """Redirections at run time: the streams inside the command, its output, the open files."""

    def __init__(self, redirections: Redirections, scope: Scope, out: Out) -> None:
        runspace = scope.runspace
        self.runspace = runspace
        self.outer: Streams = runspace.streams
        self.files: list[FileSink] = []
        changes: dict[int, Sink] = {}
        target: Out = self._passing(out)
        for stream, location, append in redirections.files:
            sink = self._open(scope, location(scope), append)
            if stream in (0, 1):
                target = sink
            if stream == 0:
                changes.update(dict.fromkeys(STREAM_NAMES, sink))
            elif stream != 1:
                changes[stream] = sink
        for stream in redirections.merged:
            changes[stream] = target
        self.out = target
        self.streams = self.outer.redirected(changes)
        self.block_streams = self.streams

    def lose_block_errors(self) -> None:
        """Drop the errors of the script blocks that a cmdlet runs while `2>&1` merges the cmdlet's own.

        PowerShell loses them: `1 | ForEach-Object { Write-Error 'e' } 2>&1` gives nothing.
        """
        if self.streams.error is self.out:
            self.block_streams = self.streams.redirected({2: _drop})

    def _open(self, scope: Scope, location: Value, append: bool) -> Sink:
        if location is None or location is AUTOMATION_NULL:
            return _drop
        sink = FileSink(scope, to_string(location, scope.runspace), append)
        self.files.append(sink)
        return sink.write

    def _passing(self, out: Out) -> Out:
        """Return a sink that passes output on with the streams outside of the command."""
        runspace, outer = self.runspace, self.outer

        def push(value: Value) -> None:
            inside, runspace.streams = runspace.streams, outer
            try:
                out(value)
            finally:
                runspace.streams = inside

        return push

    def inside(self, function: Callable[..., Any], *args: Any) -> Any:
        """Return a function that calls another one with the redirected streams."""
        runspace = self.runspace
        before, runspace.streams = runspace.streams, self.block_streams
        try:
            return function(*args)
        finally:
            runspace.streams = before

    def close(self) -> None:
        """Close the files."""
        for each in self.files:
            each.close()


class RedirectedStage:
    """A stage that runs with redirected streams."""

    def __init__(self, stage: Any, applied: Applied) -> None:
        self.stage = stage
        self.applied = applied

    @property
    def failed(self) -> bool:
        """True once the command reported an error."""
        return bool(self.stage.failed)

    def prepare(self) -> None:
        """Bind the arguments."""
        self.applied.inside(self.stage.prepare)

    def begin(self) -> None:
        """Run before the first object."""
        self.applied.inside(self.stage.begin)

    def process(self, value: Value) -> None:
        """Write an object."""
        self.applied.inside(self.stage.process, value)

    def process_once(self) -> None:
        """Run without input."""
        self.applied.inside(self.stage.process_once)

    def end(self) -> None:
        """Run after the last object."""
        self.applied.inside(self.stage.end)
        self.applied.close()

    def stop(self) -> None:
        """Release the stage's resources."""
        self.applied.inside(self.stage.stop)
        self.applied.close()


def redirected_run(run: Run, redirections: Redirections) -> Run:
    """Run a statement with redirections."""

    def redirected(scope: Scope, out: Out) -> Flow | None:
        applied = Applied(redirections, scope, out)
        try:
            flow: Flow | None = applied.inside(run, scope, applied.out)
            return flow
        finally:
            applied.close()

    return redirected


def redirected_pipeline(
    commands: Sequence[Any], source: Callable[[Scope], Any] | None, head: Redirections | None
) -> Run:
    """Compile a pipeline some of whose commands have redirections."""

    def run(scope: Scope, out: Out) -> Flow | None:
        items = None
        if source is not None:
            items = _redirected_source(source, head, scope) if head is not None else source(scope)
        arguments = [(command, command.arguments(scope)) for command in commands]
        stages: list[Any] = []
        target = out
        last = True
        for command, given in reversed(arguments):
            stage = _make_stage(scope, command, given, target, last)
            stages.append(stage)
            target = stage.process
            last = False
        stages.reverse()
        run_pipeline(stages, items, scope)
        return None

    return run


def _make_stage(scope: Scope, command: Any, given: list[Any], out: Out, last: bool) -> Any:
    if command.redirections is None:
        return calls.make_stage(scope, command, given, out, last=last)
    applied = Applied(command.redirections, scope, out)
    stage = applied.inside(_make_inside, scope, command, given, applied.out, last)
    if getattr(stage, "cmdlet", None) is not None:
        applied.lose_block_errors()
    return RedirectedStage(stage, applied)


def _make_inside(scope: Scope, command: Any, given: list[Any], out: Out, last: bool) -> Any:
    return calls.make_stage(scope, command, given, out, last=last)


def _redirected_source(source: Callable[[Scope], Any], redirections: Redirections, scope: Scope) -> list[Value]:
    items: list[Value] = []
    applied = Applied(redirections, scope, items.append)
    try:
        for each in applied.inside(source, scope):
            applied.out(each)
    finally:
        applied.close()
    return items
