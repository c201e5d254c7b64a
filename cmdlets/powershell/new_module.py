"""New-Module and Export-ModuleMember."""

from __future__ import annotations

import uuid
from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.modules.module_loading import import_into, importing_scope
from shell.engine.modules.modules import PSModuleInfo
from shell.values.errors import ErrorCategory, InvalidOperationException
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

_CORE = "Microsoft.PowerShell.Core"


class NewModule(Cmdlet, verb="New", noun="Module", module=_CORE, default_set="ScriptBlock"):
    """Make a module of a script block and import it."""

    examples = (Example("New-Module -Name Demo { function Get-Demo { 'demo' } }; Get-Demo", "A module in memory."),)

    script_block: Any = parameter(
        "scriptblock",
        sets={
            "ScriptBlock": SetMembership(mandatory=True, position=0),
            "Name": SetMembership(mandatory=True, position=1),
        },
        not_null=True,
        help="The code.",
    )
    function: list[str] = parameter("string[]", not_null=True, help="Only these functions.")
    cmdlet: list[str] = parameter("string[]", not_null=True, help="Only these cmdlets.")
    return_result: bool = parameter("switch", help="Write what the code writes instead of the module.")
    as_custom_object: bool = parameter("switch", help="Write an object with the functions as methods.")
    argument_list: list[Any] = parameter("object[]", remaining=True, aliases=("Args",), help="Arguments of the code.")
    name: str = parameter(
        "string", sets={"Name": SetMembership(mandatory=True, position=0, pipeline=True)}, help="The module's name."
    )

    def end(self) -> None:
        """Make it."""
        session = self.session
        identity = str(uuid.uuid4())
        module = PSModuleInfo(session, self.name or f"__DynamicModule_{identity}", identity if not self.name else "")
        module.path = identity
        module.definition = str(self.script_block)
        written: list[Value] = []
        module.run(self.script_block, list(self.argument_list or ()), written.append)
        module.choose_exports()
        if self.function is not None:
            patterns = [wildcard_matcher(each) for each in self.function]
            module.functions = {
                name: each for name, each in module.functions.items() if any(matches(name) for matches in patterns)
            }
        if self.as_custom_object:
            self.write(module.as_custom_object())
            return
        import_into(session, module, importing_scope(session))
        if self.return_result:
            for each in written:
                self.write(each)
            return
        self.write(module)


class ExportModuleMember(Cmdlet, verb="Export", noun="ModuleMember", module=_CORE):
    """Say what a module lets others see. Works inside a module only."""

    examples = (
        Example("New-Module { function a { }; function b { }; Export-ModuleMember a }", "Export one of two functions."),
    )

    function: list[str] = parameter(
        "string[]", position=0, pipeline=True, by_property_name=True, allow_empty_collection=True, help="Functions."
    )
    cmdlet: list[str] = parameter("string[]", by_property_name=True, allow_empty_collection=True, help="Cmdlets.")
    variable: list[str] = parameter("string[]", by_property_name=True, not_null=True, help="Variables.")
    alias: list[str] = parameter("string[]", by_property_name=True, not_null=True, help="Aliases.")

    def process(self) -> None:
        """Note the names."""
        state = self.session.scope.script.module
        module = getattr(state, "info", None)
        if module is None:
            text = "The Export-ModuleMember cmdlet can only be called from inside a module."
            record = self.error(
                text,
                "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
                ErrorCategory.PermissionDenied,
                exception=InvalidOperationException,
            )
            raise self.fail(record)
        if module.chosen is None:
            module.chosen = {}
        given = {"functions": self.function, "aliases": self.alias, "variables": self.variable, "cmdlets": self.cmdlet}
        for kind, names in given.items():
            module.chosen.setdefault(kind, []).extend(names or ())
