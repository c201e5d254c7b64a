"""A command that a mock stands in for: it takes the parameters of the original and does what the mock says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.testing import mocks
from cmdlets.testing.mocks import Call
from cmdlets.testing.state import tests_of
from shell.engine.binding.binder import Binding
from shell.engine.binding.parameters import Argument, CommandSignature
from shell.engine.commands.cmdlet_stage import refuse_input
from shell.engine.commands.command_info import COMMAND_TYPES, OPTIONS, CommandInfo
from shell.engine.commands.command_runtime import CommandRuntime
from shell.engine.run.calls import stage_for
from shell.engine.run.invocation import InvocationInfo
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope
from shell.types.registry.declarations import clr_class
from shell.types.registry.enumeration import enum_value
from shell.values.errors import NetException, ParameterBindingException
from shell.values.objects import Out, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


@clr_class("Pester.MockedCommandInfo", "System.Management.Automation.CommandInfo")
class MockedInfo(CommandInfo):
    """The mocked form of a command. It stands where an alias does, so that it goes before functions."""

    kind = "Mock"
    options = enum_value(OPTIONS, 0)

    def __init__(self, session: Runspace, original: Any, module: str) -> None:
        super().__init__(original.name)
        self.session = session
        self.original = original
        self.owner_module = module

    @property
    def command_type(self) -> Any:
        """What Pester makes of a mock: an alias."""
        return enum_value(COMMAND_TYPES, COMMAND_TYPES.data["members"]["Alias"])

    @property
    def definition(self) -> str:
        """The original's."""
        text: str = self.original.definition
        return text

    @property
    def parameters(self) -> Value:
        """The original's."""
        return self.original.parameters

    @property
    def parameter_sets(self) -> Value:
        """The original's."""
        return self.original.parameter_sets

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the parameters of the original; a program has none."""
        if self.original.kind == "Application":
            return CommandSignature(self.name, [], script=True)
        found: CommandSignature = self.original.signature(session)
        return found

    def make_stage(self, scope: Scope, arguments: list[Argument], site: Any, out: Out) -> MockStage:
        """Return the stage of a call."""
        return MockStage(scope, self, arguments, site, out)


class MockStage:
    """A call of a mocked command in a pipeline."""

    def __init__(self, scope: Scope, info: MockedInfo, arguments: list[Argument], site: Any, out: Out) -> None:
        self.scope = scope
        self.session = scope.runspace
        self.info = info
        self.arguments = arguments
        self.site = site
        self.signature = info.signature(self.session)
        call = InvocationInfo(
            info,
            site.name,
            site.extent,
            pipeline_position=site.pipeline_position,
            pipeline_length=site.pipeline_length,
            expecting_input=site.pipeline_position > 1,
        )
        self.runtime = CommandRuntime(self.session, call, out)
        self.runtime.error_name = self.signature.error_name
        self.binding = Binding(self.signature, self.session, call)
        self.items: list[Value] = []

    @property
    def failed(self) -> bool:
        """True once an error was reported."""
        return self.runtime.failed

    def prepare(self) -> None:
        """Bind the arguments."""
        try:
            self.binding.bind_arguments(self.arguments)
        except NetException as error:
            raise self.runtime.wrap(error) from None
        self.runtime.common = self.binding.common

    def begin(self) -> None:
        """Nothing happens before the first object."""

    def process(self, value: Value) -> None:
        """Take an object: one call each, or what a plain function finds in `$input`."""
        if not self.signature.advanced:
            self.items.append(value)
            return
        try:
            fits = self.binding.bind_object(value)
        except ParameterBindingException as error:
            refuse_input(self.runtime, error, value)
            return
        if fits:
            self._call([value])

    def process_once(self) -> None:
        """One call without input."""
        self._call(None)

    def end(self) -> None:
        """Call a plain function that got input."""
        if self.items:
            self._call(self.items)

    def stop(self) -> None:
        """Let go."""
        self.runtime.finish()

    def _call(self, given: list[Value] | None) -> None:
        session, info = self.session, self.info
        name = info.name.lower()
        bound = dict(self.binding.bound)
        call = Call(name, info.owner_module, bound, list(self.binding.rest), self.scope)
        behaviour = mocks.choose(session, mocks.visible(tests_of(session), name, info.owner_module), call)
        mocks.record(session, call)
        if behaviour is None:
            self._call_original(given)
            return
        behaviour.called = True
        mocks.run_with(session, behaviour.block, call, self.runtime.out)

    def _call_original(self, given: list[Value] | None) -> None:
        """No filter takes the call: the command itself runs."""
        stage = stage_for(self.scope, self.info.original, list(self.arguments), self.site, self.runtime.out)
        run_pipeline((stage,), given, self.scope)


__all__ = ["MockStage", "MockedInfo"]
