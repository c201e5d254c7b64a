"""Get-PSCallStack and Register-ArgumentCompleter."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.run.failures import call_stack


class GetPSCallStack(Cmdlet, verb="Get", noun="PSCallStack", output=("System.Management.Automation.CallStackFrame",)):
    """Show which functions and scripts are running."""

    examples = (Example("function f { Get-PSCallStack }; f", "The stack inside a function."),)

    def process(self) -> None:
        """Show."""
        for each in call_stack(self.session.scope, self.runtime.call.extent):
            self.write(each)


class RegisterArgumentCompleter(Cmdlet, verb="Register", noun="ArgumentCompleter", module="Microsoft.PowerShell.Core"):
    """Say how arguments are completed: a script block offers the values of a parameter.

    The session's `state["argument_completers"]` maps (lower-case command or "", lower-case parameter) to the block;
    programs have theirs under (lower-case name, None).
    """

    examples = (
        Example(
            "Register-ArgumentCompleter -CommandName Get-Thing -ParameterName Name -ScriptBlock { 'a', 'b' }",
            "Offer two values.",
        ),
    )

    commands: list[str] = parameter(
        "string[]",
        name="CommandName",
        sets={"NativeCommandSet": SetMembership(mandatory=True), "PowerShellSet": SetMembership()},
        help="The commands; without them every command with such a parameter.",
    )
    script_block: Any = parameter("scriptblock", mandatory=True, help="The block that offers values.")
    native: bool = parameter("switch", sets=("NativeCommandSet",), help="The commands are programs.")
    parameter_name: str = parameter("string", sets=("PowerShellSet",), mandatory=True, help="The parameter.")
    native_fallback: bool = parameter(
        "switch", sets=("NativeFallbackSet",), help="For every program without a completer of its own."
    )

    def end(self) -> None:
        """Note the block."""
        table = self.session.state.setdefault("argument_completers", {})
        if self.parameter_set == "NativeFallbackSet":
            table["", None] = self.script_block
            return
        name = self.parameter_name.lower() if self.parameter_set == "PowerShellSet" else None
        for command in self.commands or [""]:
            table[command.lower(), name] = self.script_block
