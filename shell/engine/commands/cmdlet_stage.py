"""The pipeline stage of a cmdlet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell.engine.binding import failures
from shell.engine.binding.binder import Binding
from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.commands.command_runtime import CommandRuntime
from shell.lazy import lazy
from shell.values.errors import NetException, ParameterBindingException, record_of
from shell.values.objects import MISSING, SwitchParameter, Value

if TYPE_CHECKING:
    from shell.engine.binding import common, signature
    from shell.engine.binding.parameters import Argument, CommandSignature, ParameterInfo
    from shell.engine.commands.commands import CmdletInfo
    from shell.engine.run.invocation import InvocationInfo
    from shell.engine.session.runspace import Runspace
    from shell.types.members import python_errors
    from shell.values.objects import Out
else:
    common = lazy("shell.engine.binding.common", globals())
    signature = lazy("shell.engine.binding.signature", globals())
    python_errors = lazy("shell.types.members.python_errors", globals())


class CmdletStage:
    """Runs a cmdlet: binds its arguments, passes it objects, and attributes its errors to it."""

    __slots__ = (
        "_begun",
        "_fast",
        "_only",
        "arguments",
        "binding",
        "cmdlet",
        "info",
        "runtime",
        "session",
        "signature",
    )

    def __init__(
        self, session: Runspace, info: CmdletInfo, arguments: list[Argument], call: InvocationInfo, out: Out
    ) -> None:
        self.session = session
        self.info = info
        self.arguments = arguments
        self.signature: CommandSignature = info.signature(session)
        runtime = self.runtime = CommandRuntime(session, call, out)
        runtime.stage = self
        runtime.error_name = self.signature.error_name
        runtime.supports_should_process = self.signature.should_process
        runtime.impact = self.signature.impact
        self.binding = Binding(self.signature, session, call)
        self.cmdlet = info.cmdlet_class()
        self._begun = False
        self._fast: Callable[[Value], None] | None = None
        self._only: ParameterInfo | None = None

    @property
    def failed(self) -> bool:
        """True once the command reported an error."""
        return self.runtime.failed

    def prepare(self) -> None:
        """Bind the arguments and give them to the cmdlet."""
        cmdlet, runtime, binding = self.cmdlet, self.runtime, self.binding
        cmdlet.session = self.session
        cmdlet.runtime = runtime
        cmdlet.bound = binding.bound
        if type(cmdlet).dynamic_parameters is not _NO_DYNAMIC:
            binding.dynamic_source = self.dynamic_parameters
        try:
            binding.bind_arguments(self.arguments)
        except NetException as error:
            self._open_error_variable()
            raise runtime.wrap(error) from None
        if binding.common is not runtime.common:
            runtime.common = binding.common
            if cmdlet.runs_blocks and runtime.common.has_variables:
                _share_streams(cmdlet, runtime)
        self._store(binding.values)
        cmdlet.parameter_set = binding.parameter_set

    def _open_error_variable(self) -> None:
        """Open the -ErrorVariable for a binding error, if it was bound before the error."""
        self.runtime.common = common.CommonParameters(self.binding.values)

    def dynamic_parameters(self) -> list[Value]:
        """Return the cmdlet's dynamic parameters for the bindings so far."""
        self._store(self.binding.values)
        self.cmdlet.parameter_set = self.binding.parameter_set
        found = self.cmdlet.dynamic_parameters()
        made = []
        for attribute, declaration in (found or {}).items():
            declaration.attribute = declaration.attribute or attribute
            made.append(signature.declared_parameter(declaration))
        return made

    def _store(self, values: dict[str, Value]) -> None:
        owners = self.binding.owners
        cmdlet = self.cmdlet
        delayed = self.binding.delayed
        for key, value in values.items():
            parameter = owners[key]
            if parameter.common or (delayed and parameter in delayed):
                continue  # a delay-bind block is no value: until there is input the parameter has its default
            setattr(cmdlet, parameter.attribute, value.is_present if type(value) is SwitchParameter else value)

    # --- running ---

    def begin(self) -> None:
        """Run the cmdlet's begin, unless an early object has caused that already."""
        if self._begun:
            return
        self._begun = True
        self._fast = (
            _drop  # until begin has succeeded: after a failure the cmdlet takes no objects and its end does not run
        )
        try:
            self.cmdlet.begin()
        except (NetException, OSError) as error:
            raise self.runtime.wrap(python_errors.as_error(error)) from None
        self._fast = None
        if self.cmdlet.fast_process is not None and self.binding.expects_input and self.binding.takes_as_is is not None:
            self._fast = self.cmdlet.fast_process

    def process(self, value: Value) -> None:
        """Bind an object and run the cmdlet's process."""
        if self._fast is not None:
            self._fast(value)
            return
        if not self._begun:
            self.begin()
            self.process(value)
            return
        session = self.session
        if session.stopping:
            session.stop()
        only = self._only
        if only is not None:
            self.binding.bound[only.name] = value
            setattr(self.cmdlet, only.attribute, value)
        elif not self._bind_object(value):
            return
        try:
            self.cmdlet.process()
        except (NetException, OSError) as error:
            raise self.runtime.wrap(python_errors.as_error(error)) from None

    def _bind_object(self, value: Value) -> bool:
        binding = self.binding
        same = None if binding.input is None else binding.input.bind_settled(value)
        if same is not None:
            bound = binding.values[same.key]
            setattr(self.cmdlet, same.attribute, bound.is_present if type(bound) is SwitchParameter else bound)
            return True
        try:
            if not binding.bind_object(value):
                self._refuse(failures.input_not_bound(), value)
                return False
        except ParameterBindingException as error:
            self._refuse(error, value)
            return False
        if not binding.is_simple_input:
            missing = binding.missing_for_object()
            if missing:
                self._refuse(failures.input_missing_mandatory(missing), value)
                return False
            if binding.input is not None:
                binding.input.settle(value)
        cmdlet = self.cmdlet
        for parameter, changed in binding.changes:
            if changed is MISSING:
                self._restore(parameter)
            else:
                setattr(
                    cmdlet, parameter.attribute, changed.is_present if type(changed) is SwitchParameter else changed
                )
        cmdlet.parameter_set = binding.parameter_set
        self._only = binding.takes_as_is
        return True

    def _restore(self, parameter: ParameterInfo) -> None:
        self.cmdlet.__dict__.pop(parameter.attribute, None)

    def _refuse(self, error: ParameterBindingException, value: Value) -> None:
        """Report the binding error of an object, and continue with the next one."""
        refuse_input(self.runtime, error, value)

    def process_once(self) -> None:
        """Run the cmdlet's process without input."""
        try:
            self.cmdlet.process()
        except (NetException, OSError) as error:
            raise self.runtime.wrap(python_errors.as_error(error)) from None

    def end(self) -> None:
        """Run the cmdlet's end."""
        if self._fast is _drop:
            return
        try:
            self.cmdlet.end()
        except (NetException, OSError) as error:
            raise self.runtime.wrap(python_errors.as_error(error)) from None

    def stop(self) -> None:
        """Release the cmdlet and its runtime."""
        if self._begun:
            self.cmdlet.stop()
        self.runtime.finish()


def _drop(value: Value) -> None:
    """Drop an object for a cmdlet whose begin failed."""


def refuse_input(runtime: CommandRuntime, error: ParameterBindingException, value: Value) -> None:
    """Report that a pipeline object could not be bound: a non-terminating error with the object as its target."""
    error.target = value
    record = record_of(error)
    record.target = value
    runtime.stamp(record, error.error_extent)
    runtime.write_error(record)


def _share_streams(cmdlet: Cmdlet, runtime: CommandRuntime) -> None:
    """Add the records of commands in a cmdlet's blocks to its -ErrorVariable and the like."""
    session = runtime.session
    watched = runtime.watching()

    def sharing(run: Callable[[], None]) -> Callable[[], None]:
        def shared() -> None:
            before = session.streams
            session.streams = watched
            try:
                run()
            finally:
                session.streams = before
                cmdlet.fast_process = None  # every object has to go this way

        return shared

    for name in ("begin", "process", "end"):
        setattr(cmdlet, name, sharing(getattr(cmdlet, name)))


_NO_DYNAMIC = Cmdlet.dynamic_parameters

__all__ = ["CmdletStage", "refuse_input"]
