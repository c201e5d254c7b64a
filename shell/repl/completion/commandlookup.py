"""What a command's name stands for: in the session, or in the script before the cursor, which has not run yet."""

from __future__ import annotations

from shell.engine.binding.dynamic import complete_signature
from shell.engine.binding.parameters import Argument, CommandSignature
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import CommandInfo, FunctionInfo
from shell.engine.session.runspace import Runspace
from shell.language.tree import (
    CommandAst,
    CommandParameterAst,
    ConstantExpressionAst,
    FunctionDefinitionAst,
    StringConstantExpressionAst,
)
from shell.repl.completion.script import Script
from shell.values.errors import NetException


def command_name(command: CommandAst) -> str | None:
    """Return the name of a command as written; None where it is computed."""
    name = command.command_elements[0] if command.command_elements else None
    return name.value if isinstance(name, StringConstantExpressionAst) else None


def _constants(command: CommandAst) -> list[Argument]:
    """The arguments before the cursor's word whose values the text itself tells; dynamic parameters hang on them."""
    found = []
    for each in command.command_elements[1:-1]:
        if isinstance(each, CommandParameterAst) and each.argument is None:
            found.append(Argument(each.parameter_name))
        elif isinstance(each, (StringConstantExpressionAst, ConstantExpressionAst)):
            found.append(Argument(None, each.value))
    return found


def function_of_script(script: Script, name: str) -> FunctionDefinitionAst | None:
    """Return the last function of a name that a script defines."""
    found = None
    for node in script.nodes:
        if isinstance(node, FunctionDefinitionAst) and node.name.lower() == name.lower():
            found = node
    return found


class CommandLookup:
    """The commands of a session and a script. A function of the script is made once, when it is first asked for."""

    def __init__(self, session: Runspace, script: Script) -> None:
        self._session = session
        self._script = script
        self._made: dict[str, FunctionInfo | None] = {}

    def find(self, name: str) -> CommandInfo | None:
        """Return what a name runs, aliases followed; programs count as nothing. What the script defines comes first."""
        seen: set[str] = set()
        found: CommandInfo | None = self._function(name)
        if found is None:
            found = self._session.commands.find(name)
        while isinstance(found, AliasInfo) and found.name.lower() not in seen:
            seen.add(found.name.lower())
            found = self.find(found.definition)
        return None if found is None or found.kind == "Application" else found

    def signature(self, command: CommandAst) -> CommandSignature | None:
        """Return the signature of the command that a tree names, None where nobody knows it, or it is not emulated."""
        name = command_name(command)
        info = None if name is None else self.find(name)
        try:
            return None if info is None else complete_signature(self._session, info, _constants(command))
        except NetException:
            return None

    def _function(self, name: str) -> FunctionInfo | None:
        lowered = name.lower()
        if lowered not in self._made:
            definition = function_of_script(self._script, name)
            self._made[lowered] = None if definition is None else self._make(definition)
        return self._made[lowered]

    def _make(self, definition: FunctionDefinitionAst) -> FunctionInfo | None:
        """The function without running its definition; None while its body is unfinished."""
        body = definition.body.extent.text
        if not (body.startswith("{") and body.endswith("}")):
            return None
        declared = ", ".join(each.extent.text for each in definition.parameters or ())
        text = f"param({declared}){body[1:-1]}" if definition.parameters else body[1:-1]
        try:
            made = FunctionInfo(definition.name, self._session.parse_block(text))
        except NetException:
            return None
        made.session = self._session
        return made
