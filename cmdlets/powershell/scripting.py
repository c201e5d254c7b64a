"""Running text, and how strictly: Invoke-Expression, Set-StrictMode, Set-PSDebug."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.compile.tracing import begin
from shell.engine.run.frame import CallSite
from shell.engine.session.crossing import Hosted
from shell.types.conversion.conversion import convert
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory, NotEmulatedException
from shell.values.objects import Value

_CORE = "Microsoft.PowerShell.Core"


class InvokeExpression(Cmdlet, verb="Invoke", noun="Expression"):
    """Run a text as if it stood in the script."""

    runs_blocks = True

    examples = (Example("Invoke-Expression '1 + 1'", "Run a text."),)

    command: str = parameter("string", mandatory=True, position=0, pipeline=True, help="The text.")

    def process(self) -> None:
        """Run it in the caller's scope."""
        session, call = self.session, self.runtime.call
        block = session.parse_block(self.command)
        scope = session.scope
        with Hosted(block, scope, scope, CallSite(call.extent, call.invocation_name)):
            session.invoke(block, out=self.runtime.out, local=True)


class SetStrictMode(Cmdlet, verb="Set", noun="StrictMode", module=_CORE, default_set="Version"):
    """Say how strictly variables, properties and calls are checked from here on, in this scope and below."""

    examples = (Example("Set-StrictMode -Version Latest", "Be as strict as possible."),)

    version: Any = parameter(
        "version",
        sets=("Version",),
        mandatory=True,
        aliases=("v",),
        transform=lambda value: _latest(value),
        help="1.0, 2.0, 3.0 or Latest.",
    )
    off: bool = parameter("switch", sets=("Off",), mandatory=True, help="Check nothing.")

    def end(self) -> None:
        """Set the mode of the caller's scope."""
        if self.parameter_set == "Off":
            # -Off:$false sets no version, either: the scope is left as strict as the one around it
            self.session.scope.strict = () if self.off else None
            self.session.strict_changed()
            return
        version = convert(self.version, named("System.Version"))
        numbers = (int(version.major), max(int(version.minor), 0))
        if numbers not in ((0, 0), (1, 0), (2, 0), (3, 0)) and not (3, 0) < numbers <= (7, 6):
            text = (
                f"Cannot validate argument on parameter 'Version'. The \"{version}\" argument does not contain a valid"
                " PowerShell version. Supply a valid version number and then try the command again."
            )
            raise self.fail(
                self.error(text, "ParameterArgumentValidationError", ErrorCategory.InvalidData, self.version)
            )
        self.session.scope.strict = numbers if numbers > (0, 0) else ()
        self.session.strict_changed()


def _latest(value: Value) -> Value:
    if isinstance(value, str) and value.lower() == "latest":
        return "3.0"
    if type(value) is int:
        return f"{value}.0"
    return str(value) if type(value) is float else value


class SetPSDebug(Cmdlet, verb="Set", noun="PSDebug", module=_CORE):
    """Turn strictness on or off for the session; show each statement before it runs. Stepping is not emulated."""

    examples = (
        Example("Set-PSDebug -Trace 1; Set-PSDebug -Off", "Show the statements that run."),
        Example("Set-PSDebug -Off", "No checks."),
    )

    trace: int = parameter("int", sets=("on",), range=(0, 2), help="Show each line before it runs.")
    step: bool = parameter("switch", sets=("on",), help="Ask before each line.")
    strict: bool = parameter("switch", sets=("on",), help="Reading a variable that was never set is an error.")
    off: bool = parameter("switch", sets=("off",), help="Turn everything off.")

    def end(self) -> None:
        """Set the mode of the session."""
        if self.step:
            raise NotEmulatedException("Set-PSDebug: stepping is not emulated.", error_id="NotEmulatedStepping")
        if self.is_bound("Trace"):
            self.session.trace_level = self.trace
            if self.trace:
                begin(self.session)
        if self.off:
            self.session.trace_level = 0
            self.session.global_scope.strict = None
        elif self.is_bound("Strict"):
            self.session.global_scope.strict = (1, 0) if self.strict else None
