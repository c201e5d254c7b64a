"""Should: says what a value must be, and throws if it is not so. Add-ShouldOperator, Get-ShouldOperator."""

from __future__ import annotations

from typing import Any

from cmdlets.testing.assertions import registry
from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.assertions.custom import custom_operator
from cmdlets.testing.failing import ASSERTION, shown
from cmdlets.testing.state import Word
from shell.engine.commands.cmdlet import Cmdlet, Example, ParameterDeclaration, SetMembership, parameter
from shell.engine.run.throwing import thrown
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, NetException
from shell.values.objects import AUTOMATION_NULL, Hashtable, PSCustomObject, SwitchParameter, Value

_OWN = ("actualvalue", "not", "because", "legacyarg1", "legacyarg2", "legacyarg3", "legacyarg4", "legacyarg5")


class Should(Word, verb="Should", class_name="Should", default_set="Legacy"):
    """Say what a value must be: `$x | Should -Be 3`. If it is not so the test fails.

    The form without dashes (`$x | Should Be 3`, `Should Not Be 3`) works as well.
    """

    examples = (
        Example("1 + 1 | Should -Be 2", "A value."),
        Example("{ throw 'no' } | Should -Throw 'no'", "An error."),
        Example("'abc' | Should -Not -Match 'x' -Because 'there is no x'", "The opposite, and why."),
    )

    legacy_arg1: Value = parameter(
        "object", name="LegacyArg1", sets={"Legacy": SetMembership(position=0)}, help="An operator without dash."
    )
    legacy_arg2: Value = parameter(
        "object", name="LegacyArg2", sets={"Legacy": SetMembership(position=1)}, help="What it compares with."
    )
    legacy_arg3: Value = parameter(
        "object", name="LegacyArg3", sets={"Legacy": SetMembership(position=2)}, help="What it compares with."
    )
    actual_value: Value = parameter("object", pipeline=True, help="The value; from the pipeline as a rule.")
    negate: bool = parameter("switch", name="Not", help="The opposite.")
    reason: Value = parameter("object", name="Because", help="Why it must be so.")

    def begin(self) -> None:
        """Input is gathered first."""
        self._input: list[Value] = []
        self.fast_process = self._input.append

    def process(self) -> None:
        """Keep an object of the input."""
        if self.runtime.call.expecting_input or self.is_bound("ActualValue"):
            self._input.append(self.actual_value)

    def dynamic_parameters(self) -> dict[str, ParameterDeclaration] | None:
        """Return the parameters of operators that Add-ShouldOperator made."""
        added: dict[str, Operator] = self.session.state.get("should operators", {})
        if not added:
            return None
        found: dict[str, ParameterDeclaration] = {}
        for operator in added.values():
            for declaration in _custom_parameters(operator):
                found.setdefault(declaration.name, declaration)
        return found

    def end(self) -> None:
        """Check."""
        if self.parameter_set == "Legacy":
            self._check_older()
            return
        operator = self._operator(self.parameter_set)
        given = {key.lower(): _plain(value) for key, value in self.bound.items() if key.lower() not in _OWN}
        self._check(operator, given, self.negate)

    def _operator(self, name: str) -> Operator:
        added: dict[str, Operator] = self.session.state.get("should operators", {})
        found = registry.find(name) or added.get(name.lower())
        if found is None:
            found = next((each for each in added.values() if each.alias.lower() == name.lower()), None)
        if found is None:
            raise self.thrown(f"'{name}' is not a valid Should operator.")
        return found

    def _check_older(self) -> None:
        """The form without dashes: `Should Not Be 3`."""
        words = [self.legacy_arg1, self.legacy_arg2, self.legacy_arg3]
        bound = [self.is_bound(f"LegacyArg{number}") for number in (1, 2, 3)]
        words = [word for word, given in zip(words, bound, strict=True) if given]
        negate = self.negate
        if words and isinstance(words[0], str) and words[0].lower() == "not":
            negate = True
            words.pop(0)
        if not words:
            raise self.thrown("You cannot call Should without parameters. Please review your code.")
        operator = self._operator(to_string(words.pop(0), self.session))
        names = [each for each in operator.parameters if each.lower() not in registry.SWITCHES]
        given = {name.lower(): value for name, value in zip(names, words, strict=False)}
        self._check(operator, given, negate, as_older=True)

    def _check(self, operator: Operator, given: dict[str, Value], negate: bool, *, as_older: bool = False) -> None:
        values: list[Value] = self._input or [None]
        if operator.takes_all and self._input:
            values = [list(self._input)]
        reason = to_string(self.reason, self.session) if self.reason is not None else ""
        for value in values:
            actual = None if value is AUTOMATION_NULL else value
            check = Check(self.session, actual, given, negate, reason, as_older=as_older)
            message = operator.test(check)
            for each in check.output:
                self.write(each)
            if message is not None:
                self._fail(message)

    def _fail(self, message: str) -> None:
        error = self.failure(message)
        tests = self.tests
        configured = tests.configuration["Should.ErrorAction"] if tests.configuration is not None else "Stop"
        action = self.runtime.common.error_action or str(configured)
        if action.lower() == "continue" and tests.test is not None:
            tests.test.error_record.append(shown(error))
            return
        raise error

    def failure(self, message: str) -> NetException:
        """Return the error of an assertion that does not hold."""
        return assertion_failure(self, message)


def assertion_failure(command: Cmdlet, message: str) -> NetException:
    """Return the error of an assertion that does not hold, with the place of the command that made it."""
    call = command.runtime.call
    target = Hashtable(
        [
            ("Message", message),
            ("File", call.script_name),
            ("Line", call.script_line_number),
            ("LineText", call.line.rstrip("\r\n")),
            ("Terminating", False),
        ]
    )
    record = ErrorRecord(NetException(message), ASSERTION, ErrorCategory.InvalidResult, target)
    command.runtime.stamp(record)
    record.command_id = None
    return thrown(record, command.session.scope)


def _plain(value: Value) -> Value:
    return value.is_present if isinstance(value, SwitchParameter) else value


def _install() -> None:
    """Give Should the parameters of the built-in operators."""
    for declaration in registry.declared():
        declaration.attribute = f"operator_{declaration.name.lower()}"
        Should.parameters[declaration.attribute] = declaration
        setattr(Should, declaration.attribute, None)


_install()


def _custom_parameters(operator: Operator) -> list[ParameterDeclaration]:
    aliases = (operator.alias,) if operator.alias else ()
    name = operator.name
    made: list[ParameterDeclaration] = [
        parameter("switch", name=name, mandatory=True, sets=(name,), aliases=aliases, help="The operator.")
    ]
    known = {each.name.lower() for each in Should.parameters.values()}
    for place, each in enumerate(operator.parameters):
        if each.lower() not in known:
            made.append(
                parameter(
                    "object", name=each, sets={name: SetMembership(position=place)}, help="What it compares with."
                )
            )
    return made


class AddShouldOperator(Word, verb="Add", noun="ShouldOperator", class_name="Add-ShouldOperator"):
    """Give Should an operator of your own.

    It is a script block with the parameters -ActualValue, -Negate and -Because and others of its own.
    It returns an object with Succeeded and FailureMessage.
    """

    examples = (
        Example(
            "Add-ShouldOperator -Name BeAwesome -Test { param($ActualValue, [switch] $Negate, [string] $Because) "
            "[pscustomobject]@{ Succeeded = $ActualValue -eq 'Awesome'; FailureMessage = 'It is not.' } }",
            "An operator.",
        ),
    )

    operator_name: str = parameter("string", name="Name", mandatory=True, help="Its name.")
    test: Any = parameter("scriptblock", mandatory=True, help="What it checks.")
    alias: list[str] = parameter("string[]", help="Another name.")
    supports_array_input: bool = parameter("switch", help="It takes all of the input at once.")
    internal_name: str = parameter("string", help="Kept for older scripts.")

    def end(self) -> None:
        """Add it."""
        added: dict[str, Operator] = self.session.state.setdefault("should operators", {})
        name = self.operator_name
        if registry.find(name) is not None or name.lower() in added:
            raise self.thrown(f"Should operator '{name}' has been registered before.")
        alias = self.alias[0] if self.alias else ""
        added[name.lower()] = custom_operator(name, self.test, alias, self.supports_array_input)


class GetShouldOperator(Word, verb="Get", noun="ShouldOperator", class_name="Get-ShouldOperator"):
    """List the operators of Should."""

    examples = (Example("Get-ShouldOperator -Name Be", "One operator."),)

    operator_name: str = parameter("string", name="Name", position=0, help="The name of one.")

    def end(self) -> None:
        """Write their names and aliases."""
        added: dict[str, Operator] = self.session.state.get("should operators", {})
        for each in sorted({**registry.OPERATORS, **added}.values(), key=lambda operator: operator.name):
            if not self.operator_name or each.name.lower() == self.operator_name.lower():
                made = PSCustomObject()
                made.members.update({"Name": each.name, "Alias": each.alias or None})
                self.write(made)


__all__ = ["AddShouldOperator", "GetShouldOperator", "Should", "assertion_failure"]
