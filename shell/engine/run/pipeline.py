"""Running a pipeline: stages that push objects into each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from shell.lazy import lazy
from shell.values.flow import DownstreamFailure, StopUpstream
from shell.values.objects import AUTOMATION_NULL, Hashtable, Out, PSCustomObject, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import enumerators
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access
else:
    enumerators = lazy("shell.dotnet.collections.enumerators", globals())
    access = lazy("shell.types.members.access", globals())


class Stage(Protocol):
    """One command of a pipeline.

    `prepare` binds the arguments; `process_once` stands for `process` in a first command without input; `stop` runs
    at the end, whatever happened. `failed` is true once the command reported an error.
    """

    failed: bool

    def prepare(self) -> None:
        """Bind the arguments."""

    def begin(self) -> None:
        """Run before the first object."""

    def process(self, value: Value) -> None:
        """Take an object."""

    def process_once(self) -> None:
        """Run without input."""

    def end(self) -> None:
        """Run after the last object."""

    def stop(self) -> None:
        """Release the stage's resources."""


_SCALARS = frozenset((int, str, float, bool, type(None), PSCustomObject, Hashtable))


def emit(value: Value, out: Out) -> None:
    """Write a value to a pipeline: collections go one by one, one level deep."""
    kind = type(value)
    if kind in _SCALARS:
        out(value)
    elif kind is list:
        for each in value:
            out(each)
    elif value is not AUTOMATION_NULL:
        items = access.enumerate_value(value)
        if items is None:
            out(value)
        else:
            for each in items:
                out(each)


def elements(value: Value) -> Iterable[Value]:
    """Return what a value sends when it heads a pipeline."""
    kind = type(value)
    if kind is list or kind is range:
        return value  # type: ignore[no-any-return]
    if kind in _SCALARS:
        return (value,)
    if value is AUTOMATION_NULL:
        return ()
    items = access.enumerate_value(value)
    if items is None:
        return (value,)
    if kind is TypedArray:
        return items
    return enumerators.piped(enumerators.watched(items) if isinstance(items, list) else items)


def run_pipeline(stages: Sequence[Stage], source: Iterable[Value] | None, scope: Scope) -> None:
    """Run the stages of a pipeline; `source` is what goes into the first, None for no input at all."""
    runspace = scope.runspace
    try:
        try:
            for stage in stages:
                stage.prepare()
            for stage in stages:
                stage.begin()
            _feed(stages[0], source, runspace)
            _finish(stages)
        except StopUpstream as stop:
            place = next((index for index, stage in enumerate(stages) if _is_stage(stage, stop.stage)), None)
            if place is None:
                raise
            runspace.scope = scope
            _finish(stages[place + 1 :])
        except DownstreamFailure as failure:
            runspace.scope = scope
            raise failure.error from None
    finally:
        for stage in stages:
            stage.stop()
    runspace.succeeded = not any(stage.failed for stage in stages)


def _is_stage(stage: Stage, wanted: object) -> bool:
    """True for the stage itself, or one that wraps it with redirections."""
    return stage is wanted or getattr(stage, "stage", None) is wanted


def _feed(first: Stage, source: Iterable[Value] | None, runspace: Runspace) -> None:
    if source is None:
        first.process_once()
        return
    process = first.process
    for value in source:
        process(value)
        if runspace.stopping:
            runspace.stop()


def _finish(stages: Sequence[Stage]) -> None:
    for stage in stages:
        stage.end()


__all__ = ["Stage", "elements", "emit", "run_pipeline"]
