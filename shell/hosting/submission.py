"""Submissions: a text is parsed, compiled and run, and its outcome reported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from shell.engine.commands.commands import ExternalScriptInfo
from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.statements import sets_status
from shell.engine.compile.unit import Unit
from shell.engine.run.failures import locate
from shell.engine.run.frame import NO_SITE, CallSite, Frame
from shell.engine.run.invocation import InvocationInfo
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.script_block import ScriptBlock
from shell.engine.run.scripts import parse_exception
from shell.engine.session.streams import Streams
from shell.language import parse
from shell.lazy import lazy
from shell.values import current_culture
from shell.values.errors import ErrorCategory, ErrorRecord, NetException, RuntimeException, record_of
from shell.values.flow import Cancelled, ControlFlow, DownstreamFailure, ExitRequest, StopUpstream
from shell.values.objects import Out, Value
from shell.values.registries import entered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shell.engine.run import functions
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace
    from shell.language import ParseError
else:
    functions = lazy("shell.engine.run.functions", globals())

_RECURSION: Final = 400_000
_STACK: Final = 70_000
"""Slots of the stack frame that a submission starts from: see `run_on_fresh_stack`."""


class Console(Protocol):
    """The sink of a submission's output and records."""

    def write(self, value: Value) -> None:
        """Write an object of the output."""

    def settle(self) -> None:
        """Show objects that wait to be laid out, before something else writes on the screen."""

    def write_error(self, record: ErrorRecord) -> None:
        """Write an error record."""

    def write_record(self, kind: str, record: Any) -> None:
        """Write a record of the stream `warning`, `verbose`, `debug` or `information`."""


@dataclass(slots=True)
class Outcome:
    """How a submission ended."""

    errors: list[ErrorRecord] = field(default_factory=list)
    parse_errors: Sequence[ParseError] = ()
    exit_code: int = 0
    """The argument of `exit`; 1 after a parse error or a terminating error."""
    exited: bool = False
    cancelled: bool = False
    failed: bool = False
    """True if an error ended the text."""


class Submission:
    """A text to run in a session."""

    def __init__(
        self,
        runspace: Runspace,
        text: str,
        path: str | None,
        console: Console,
        lines: Iterable[str] | None = None,
    ) -> None:
        self.runspace = runspace
        self.text = text
        self.lines = lines
        self.path = path
        self.console = console
        self.outcome = Outcome()
        self.show: Out = console.write
        """The sink of the output, which shows objects and does not collect them."""
        self.streams = self._streams()
        self.scope: Any = None

    def run(self) -> Outcome:
        """Run the text with the tables of its runspace in force.

        At a nested prompt, the text sees the scope of the text that is suspended.
        """
        runspace = self.runspace
        outer = runspace.running
        held = (runspace.streams, runspace.scope, runspace.propagates, runspace.caught, runspace.failed_at)
        runspace.running, runspace.streams = self, self.streams
        runspace.propagates, runspace.caught = False, None
        self.scope = runspace.global_scope if outer is None else runspace.scope
        try:
            with entered(runspace.registries):
                return self._run()
        finally:
            runspace.running = outer
            runspace.request_stop(wanted=False)
            if outer is None:
                runspace.scope, runspace.propagates, runspace.caught = runspace.global_scope, False, None
            else:
                runspace.streams, runspace.scope, runspace.propagates, runspace.caught, runspace.failed_at = held

    def _run(self) -> Outcome:
        runspace = self.runspace
        current_culture.reset()
        result = parse(self.text, self.path)
        if result.errors:
            self.outcome.parse_errors = result.errors
            self.outcome.failed = True
            self.outcome.exit_code = 1
            error = parse_exception(result.errors)
            record = record_of(error)
            record.invocation = InvocationInfo(None, "", result.errors[0].extent)
            runspace.record_error(error)
            self.console.write_error(record)
            return self.outcome
        try:
            self._execute(result.tree)
        except ExitRequest as request:
            self.outcome.exited = True
            self.outcome.exit_code = request.code
        except ControlFlow:
            pass
        except StopUpstream:
            pass
        except (Cancelled, KeyboardInterrupt):
            self.outcome.cancelled = True
            runspace.succeeded = False
        except DownstreamFailure as failure:
            self._fail(failure.error)
        except NetException as error:
            self._fail(error)
        return self.outcome

    def _execute(self, tree: Any) -> None:
        runspace = self.runspace
        unit = Unit(tree.extent.source)
        code = BlockCode(tree, unit)
        scope = self.scope
        block = ScriptBlock(code, None, scope)
        surrounding = runspace.submitted, runspace.input
        runspace.submitted, runspace.input = block, self.lines
        outer = scope.frame
        if self.path is not None:
            scope.frame = Frame(block, ExternalScriptInfo(self.path), CallSite(None, self.path), None)
        elif scope is runspace.global_scope:
            scope.frame = None
        if scope is runspace.global_scope:
            self._forget_automatic(scope)
        runspace.failed_at = None
        try:
            code.ready()
            if code.parameters:
                self._run_with_parameters(block)
                return
            if code.begin is not None:
                code.begin(scope, self.show)
            if code.process is not None:
                self._process(code.process, scope)
            if code.end is not None:
                code.end(scope, self.show)
        finally:
            scope.frame = outer
            runspace.submitted, runspace.input = surrounding
        self._set_status(tree)

    def _forget_automatic(self, scope: Scope) -> None:
        """Clear the automatic variables that each text has of its own."""
        for key in ("args", "myinvocation", "psboundparameters", "psscriptroot", "pscommandpath", "input"):
            scope.pop(key, None)

    def _process(self, body: Callable[..., Any], scope: Scope) -> None:
        """Run a process block for each line of the input, or once without input."""
        ran = False
        for line in self.lines or ():
            ran = True
            scope["_"] = line
            body(scope, self.show)
        if not ran:
            body(scope, self.show)

    def _run_with_parameters(self, block: Any) -> None:
        """Run a text with a `param` block: its parameters get their defaults in the session's scope."""
        scope = self.scope
        frame = scope.frame
        command, site = (None, NO_SITE) if frame is None else (frame.command, frame.site)
        stage = functions.FunctionStage(scope, block, command, [], site, self.show, dot=True)
        run_pipeline((stage,), None, scope)

    def _set_status(self, tree: Any) -> None:
        """Set `$?` for the next submission if the last statement was an expression that did not fail.

        Only texts that read `$?` themselves set it with every statement.
        """
        runspace = self.runspace
        block = tree.end_block
        if runspace.succeeded or block is None or not block.statements:
            return
        last = block.statements[-1]
        failed_at = runspace.failed_at
        if sets_status(last) and (failed_at is None or failed_at.start_offset < last.extent.start_offset):
            runspace.succeeded = True

    def _fail(self, error: Exception) -> None:
        runspace = self.runspace
        self.outcome.failed = True
        self.outcome.exit_code = 1
        if not isinstance(error, NetException):
            raise error
        runspace.record_error(error)
        runspace.streams.write_error(record_of(error))

    def _streams(self) -> Streams:
        console = self.console

        def sink(kind: str) -> Callable[[Any], None]:
            return lambda record: console.write_record(kind, record)

        def show_error(record: ErrorRecord) -> None:
            self.outcome.errors.append(record)
            console.write_error(record)

        return Streams(
            show_error,
            sink("warning"),
            sink("verbose"),
            sink("debug"),
            sink("information"),
            self.runspace.host.progress,
        )


def run_on_fresh_stack(submission: Submission) -> Outcome:
    """Run a submission with room for deep recursion.

    CPython 3.11 keeps frames in chunks of 16 KB. Calls that repeatedly cross a chunk's edge map and unmap memory each
    time. A frame larger than a chunk gets a chunk of its own size, in which the frames after it find room.
    """
    limit = sys.getrecursionlimit()
    if limit < _RECURSION:
        sys.setrecursionlimit(_RECURSION)
    return _entry(submission)


def _entry(submission: Submission) -> Outcome:
    return submission.run()


_entry.__code__ = _entry.__code__.replace(co_stacksize=_STACK)

__all__ = ["Console", "ErrorCategory", "Outcome", "RuntimeException", "Submission", "locate", "run_on_fresh_stack"]
