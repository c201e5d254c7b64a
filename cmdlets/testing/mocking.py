"""Mock, InModuleScope, and the older Assert-MockCalled and Assert-VerifiableMock."""

from __future__ import annotations

from typing import Any

from cmdlets.testing import mocks
from cmdlets.testing.assertions import calls
from cmdlets.testing.assertions.check import Check
from cmdlets.testing.mocked_command import MockedInfo
from cmdlets.testing.mocks import Behaviour
from cmdlets.testing.should import assertion_failure
from cmdlets.testing.state import DISCOVERY, Word
from shell.engine.binding.parameters import Argument
from shell.engine.commands.cmdlet import Example, parameter
from shell.engine.modules.modules import PSModuleInfo
from shell.engine.run.frame import NO_SITE
from shell.engine.run.functions import FunctionStage
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope, new_scope, variable_key
from shell.engine.session.crossing import Within, current_scope
from shell.engine.session.runspace import Runspace
from shell.values.errors import CommandNotFoundException, ErrorCategory, RuntimeException
from shell.values.objects import Hashtable, Value


def module_named(session: Runspace, name: str) -> PSModuleInfo:
    """Return a loaded module."""
    found = session.modules.get(name.lower())
    if not isinstance(found, PSModuleInfo):
        text = f"No modules named '{name}' are currently loaded."
        raise RuntimeException(text, error_id=text, category=ErrorCategory.ObjectNotFound, target=name)
    return found


class Mock(Word, verb="Mock", class_name="Mock"):
    """Let something else run in place of a command, as long as the test or block lasts.

    The stand-in has the command's parameters; -ParameterFilter says for which calls it is.
    """

    examples = (
        Example(
            "Describe 'x' { It 'asks' { Mock Get-Date { 'now' }; Get-Date | Should -Be 'now'; "
            "Should -Invoke Get-Date -Times 1 -Exactly } }",
            "A command that answers otherwise.",
        ),
    )

    command_name_: str = parameter("string", name="CommandName", position=0, mandatory=True, help="The command.")
    mock_with: Any = parameter("scriptblock", position=1, help="What runs instead; nothing without it.")
    verifiable: bool = parameter("switch", help="Should -InvokeVerifiable asks for it.")
    parameter_filter: Any = parameter("scriptblock", help="True for the calls that it is for.")
    module_name: str = parameter("string", help="For calls from a module.")
    remove_parameter_type: list[str] = parameter("string[]", help="Kept for older scripts.")
    remove_parameter_validation: list[str] = parameter("string[]", help="Kept for older scripts.")

    def end(self) -> None:
        """Make it, at the run."""
        tests = self.tests
        if tests.phase == DISCOVERY and tests.block is not None:
            session, scope = self.session, self.session.scope
            tests.block.deferred.append(lambda: self._define(session, scope))
            return
        self._define(self.session, self.session.scope)

    def _define(self, session: Runspace, scope: Scope) -> None:
        tests = self.tests
        owner = mocks.owner_of(tests)
        module = self.module_name or (tests.module.name if tests.module is not None else "")
        if module:
            scope = module_named(session, module).scope
        elif owner.scope is not None:
            scope = owner.scope
        original = self._original(session, scope)
        name = original.name.lower()
        known = mocks.visible(tests, name, module.lower())
        here = next((each.info for each in known if each.scope is scope), None)
        info = here if here is not None else MockedInfo(session, original, module.lower())
        block = self.mock_with if self.mock_with is not None else session.parse_block("")
        owner.mocks.append(Behaviour(name, module.lower(), block, self.parameter_filter, self.verifiable, scope, info))
        if scope.aliases is None:
            scope.aliases = {}
        scope.aliases[name] = info  # type: ignore[assignment]
        session.commands.changed()

    def _original(self, session: Runspace, scope: Scope) -> Any:
        """Return the command behind aliases and other mocks."""
        with Within(scope):
            found: Any = session.commands.find(self.command_name_)
            while found is not None and found.kind in ("Alias", "Mock"):
                found = found.resolve() if found.kind == "Alias" else found.original
        if found is None:
            raise CommandNotFoundException(
                f"Could not find Command {self.command_name_}",
                error_id=f"Could not find Command {self.command_name_}",
                target=self.command_name_,
            )
        return found


class _Assertion(Word):
    """What the older assertions on mocks have in common."""

    def report(self, message: str | None) -> None:
        """Throw a failure."""
        if message is not None:
            raise assertion_failure(self, message)


class AssertMockCalled(_Assertion, verb="Assert", noun="MockCalled", class_name="Assert-MockCalled"):
    """Say how often a mocked command must have been called: the older form of `Should -Invoke`."""

    examples = (
        Example(
            "Describe 'x' { It 'asks' { Mock Get-Date { 1 }; Get-Date; Assert-MockCalled Get-Date -Times 1 } }",
            "Called at least once.",
        ),
    )

    command_name_: str = parameter("string", name="CommandName", position=0, mandatory=True, help="The command.")
    times: int = parameter("int", position=1, default=1, help="How often at least; 0 for never.")
    parameter_filter: Any = parameter("scriptblock", position=2, help="The calls that count.")
    exclusive_filter: Any = parameter("scriptblock", help="The only calls that there may be.")
    module_name: str = parameter("string", position=3, help="For calls from a module.")
    scope: str = parameter("string", position=4, help="It, Context, Describe, or how many blocks further out.")
    exactly: bool = parameter("switch", help="Not more often either.")

    def end(self) -> None:
        """Count."""
        given = {key.lower(): value for key, value in self.bound.items()}
        given["exactly"] = self.exactly
        if self.exclusive_filter is not None:
            given["parameterfilter"] = self.exclusive_filter
            given["exclusivefilter"] = self.exclusive_filter
        self.report(calls.invoke(Check(self.session, None, given)))


class AssertVerifiableMock(
    _Assertion,
    verb="Assert",
    noun="VerifiableMock",
    class_name="Assert-VerifiableMock",
):
    """Say that all mocks with -Verifiable must have been called: the older form of `Should -InvokeVerifiable`."""

    examples = (
        Example(
            "Describe 'x' { It 'asks' { Mock Get-Date { 1 } -Verifiable; Get-Date; Assert-VerifiableMock } }",
            "All were called.",
        ),
    )

    def end(self) -> None:
        """Look."""
        self.report(calls.invoke_verifiable(Check(self.session, None, {})))


class AssertVerifiableMocks(
    AssertVerifiableMock, verb="Assert", noun="VerifiableMocks", class_name="Assert-VerifiableMocks"
):
    """Assert-VerifiableMock under its name of Pester 3."""


class InModuleScope(Word, verb="InModuleScope", class_name="InModuleScope"):
    """Run a block inside a module, where it sees what the module does not export."""

    examples = (
        Example(
            "New-Module Lab { function five { 5 }; Export-ModuleMember } | Import-Module; InModuleScope Lab { five }",
            "A function that is not exported.",
        ),
    )

    module_name: str = parameter("string", position=0, mandatory=True, help="The module.")
    script_block: Any = parameter("scriptblock", position=1, mandatory=True, help="The block.")
    parameters_: Value = parameter(
        "System.Collections.IDictionary", name="Parameters", help="Variables and arguments of the block."
    )
    argument_list: list[Value] = parameter("object[]", help="Arguments of the block.")

    def end(self) -> None:
        """Run it."""
        session = self.session
        module = module_named(session, self.module_name)
        scope = new_scope(current_scope(session, module.state))
        given: list[Argument] = []
        if isinstance(self.parameters_, Hashtable):
            names = {each.name.name.lower() for each in self.script_block.code.parameters}
            for key, value in self.parameters_.items():
                scope.put(variable_key(str(key)), value)
                if str(key).lower() in names:
                    given.append(Argument(str(key), value))
        given += [Argument(None, value) for value in self.argument_list or ()]
        stage = FunctionStage(scope, module.bound(self.script_block), None, given, NO_SITE, self.runtime.out, dot=True)
        with self.tests.inside(module=module), Within(scope):
            run_pipeline((stage,), None, scope)


__all__ = ["InModuleScope", "Mock", "module_named"]
