"""Modules: a scope of their own, what they export, and where they are found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.runtime.aliasinfo import AliasInfo
from shell.runtime.attributes import AUTOMATION
from shell.runtime.commandinfo import CmdletInfo, CommandInfo, FunctionInfo
from shell.runtime.declare import clr_class, clr_method
from shell.runtime.enumeration import enum_value, register_enum
from shell.runtime.errors import (
    ErrorCategory,
    InvalidOperationException,
)
from shell.runtime.externalinfo import ExternalScriptInfo
from shell.runtime.frame import CallSite, Frame
from shell.runtime.metadata import version_of
from shell.runtime.objects import Hashtable, Out, Value
from shell.runtime.scope import display_name, root_scope
from shell.runtime.scriptblock import ScriptBlock
from shell.runtime.session import ModuleState
from shell.runtime.text import to_string
from shell.runtime.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.runtime.parameters import Argument
    from shell.runtime.scope import Scope
    from shell.runtime.session import Runspace

MODULE_TYPE = register_enum(AUTOMATION + "ModuleType", {"Script": 0, "Binary": 1, "Manifest": 2, "Cim": 3})
_KINDS = ("functions", "aliases", "variables", "cmdlets")


@clr_class(
    AUTOMATION + "PSModuleInfo",
    properties=(
        "Name:string Path:string ModuleBase:string Description:string=rw Version:version ModuleType:object Guid:object"
        " Author:string CompanyName:string Copyright:string RootModule:string Prefix:string PrivateData:object=rw"
        " PowerShellVersion:version ExportedFunctions:object ExportedAliases:object ExportedVariables:object"
        " ExportedCmdlets:object ExportedCommands:object NestedModules:object RequiredModules:object"
        " SessionState:object AccessMode:string=rw OnRemove:scriptblock=rw Definition:string"
    ),
)
class PSModuleInfo:
    """A module. `state` holds its scope; `functions`, `aliases` and `variables` are what it exports, by name."""

    access_mode = "ReadWrite"

    def __init__(self, session: Runspace, name: str, path: str = "") -> None:
        self.session = session
        self.name = name
        self.path = path
        self.module_base = os.path.dirname(path)
        self.description = ""
        self.version: Value = version_of("0.0")
        self.kind = "Script"
        self.guid: Value = _guid("")
        self.author = self.company_name = self.copyright = self.root_module = self.definition = ""
        self.prefix = ""
        self.private_data: Value = None
        self.power_shell_version: Value = None
        self.on_remove: Value = None
        self.nested: list[PSModuleInfo] = []
        self.required_modules: list[Value] = []
        self.functions: dict[str, FunctionInfo] = {}
        self.aliases: dict[str, AliasInfo] = {}
        self.cmdlets: dict[str, CmdletInfo] = {}
        self.variables: dict[str, Value] = {}
        self.chosen: dict[str, list[str]] | None = None
        """What Export-ModuleMember named, by kind; None while it was not called."""
        scope = root_scope(session, session.global_scope)
        self.state = ModuleState(name, scope)
        self.state.info = self
        scope.module = self.state

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        """The scope that the module's code sees."""
        return self.state.scope

    @property
    def module_type(self) -> Any:
        """Script, Manifest, Binary."""
        return enum_value(MODULE_TYPE, MODULE_TYPE.data["members"][self.kind])

    @property
    def exported_functions(self) -> Value:
        """Exported functions by name."""
        return Hashtable(self.functions.items())

    @property
    def exported_aliases(self) -> Value:
        """Exported aliases by name."""
        return Hashtable(self.aliases.items())

    @property
    def exported_cmdlets(self) -> Value:
        """Exported cmdlets by name."""
        return Hashtable(self.cmdlets.items())

    @property
    def exported_variables(self) -> Value:
        """Exported variables by name."""
        from shell.runtime.psvariable import PSVariable

        return Hashtable((each, PSVariable(each, scope=self.scope, session=self.session)) for each in self.variables)

    @property
    def exported_commands(self) -> Value:
        """Exported functions, aliases and cmdlets by name."""
        listed: dict[str, CommandInfo] = {**self.functions, **self.cmdlets, **self.aliases}
        return Hashtable(listed.items())

    @property
    def nested_modules(self) -> Value:
        """The modules inside."""
        return list(self.nested)

    @property
    def session_state(self) -> Value:
        """The module's variables."""
        from shell.runtime.session_state import SessionStateView

        return SessionStateView(self.session, self)

    def bound(self, block: ScriptBlock) -> ScriptBlock:
        """Return a script block that sees the module's names."""
        return ScriptBlock(block.code, self.state, self.scope)

    def bound_call(self, arguments: list[Argument]) -> tuple[ScriptBlock, list[Argument]]:
        """`& $module { ... } arguments`: return the block, bound to the module, and its arguments."""
        first = arguments[0].value if arguments else None
        if not isinstance(first, ScriptBlock):
            raise InvalidOperationException(
                "The module's name must be followed by a script block that runs inside the module.",
                error_id="BadExpression",
                category=ErrorCategory.InvalidOperation,
            )
        return self.bound(first), arguments[1:]

    @clr_method("NewBoundScriptBlock", "scriptblock scriptBlockToBind -> scriptblock")
    def new_bound_script_block(self, block: ScriptBlock) -> ScriptBlock:
        """Return a script block that sees the module's names."""
        return self.bound(block)

    @clr_method("Invoke", "scriptblock sb, params object[] args -> object")
    def invoke(self, block: ScriptBlock, *args: Value) -> Value:
        """Run a block inside the module."""
        return self.session.collect_value(self.bound(block), args)

    @clr_method("AsCustomObject", "-> psobject")
    def as_custom_object(self) -> Value:
        """Return an object whose methods are the exported functions."""
        from shell.runtime.memberinfo import ScriptMethod
        from shell.runtime.objects import PSCustomObject

        made = PSCustomObject()
        for name, function in self.functions.items():
            made.members[name] = ScriptMethod(name, function.script_block)
        for name in self.variables:
            made.members[name] = self.scope.get(name.lower())
        return made

    def exported(self, name: str) -> CommandInfo | None:
        """Return an exported command by its name."""
        lowered = name.lower()
        for table in (self.functions, self.aliases, self.cmdlets):
            for known, info in table.items():
                if known.lower() == lowered:
                    found: CommandInfo = info
                    return found
        return None

    # --- loading ---

    def run(self, block: ScriptBlock, arguments: Sequence[Value] = (), out: Out | None = None) -> None:
        """Run code in the module's scope."""
        session = self.session
        bound = self.bound(block)
        site = CallSite(None, self.path or self.name)
        scope = self.scope
        command = ExternalScriptInfo(self.path, session, bound) if block.code.unit.source.path else None
        outer, scope.frame = scope.frame, Frame(bound, command, site, session.scope)
        before = session.scope
        try:
            session.invoke(bound, arguments, out=out, local=True, scope=scope)
        finally:
            session.scope = before
            scope.frame = outer

    def choose_exports(self, manifest: Manifest | None = None) -> None:
        """Decide what the module exports: Export-ModuleMember's list or everything, narrowed by the manifest."""
        chosen = self.chosen if self.chosen is not None else {"functions": ["*"], "aliases": ["*"]}
        functions = dict(self.scope.functions or {})
        aliases = dict(self.scope.aliases or {})
        if self.chosen is None and manifest is None:
            own = self.state
            functions = {key: each for key, each in functions.items() if each.script_block.module is own}
        self.functions = {each.name: each for each in functions.values() if _named(chosen, "functions", each.name)}
        self.aliases = {each.name: each for each in aliases.values() if _named(chosen, "aliases", each.name)}
        for each in self.aliases.values():
            each.module = self
        names = [display_name(key) for key in self.scope]
        self.variables = {name: None for name in names if _named(chosen, "variables", name)}
        if manifest is not None:
            self._narrow(manifest)

    def _narrow(self, manifest: Manifest) -> None:
        for nested in self.nested:
            for name, function in nested.functions.items():
                self.functions.setdefault(name, function)
            for name, alias in nested.aliases.items():
                self.aliases.setdefault(name, alias)
        self.functions = manifest.exports("FunctionsToExport", self.functions)
        self.aliases = manifest.exports("AliasesToExport", self.aliases)
        self.variables = manifest.exports("VariablesToExport", self.variables)


def _named(chosen: dict[str, list[str]], kind: str, name: str) -> bool:
    return any(wildcard_matcher(pattern)(name) for pattern in chosen.get(kind, ()))


class Manifest:
    """The contents of a .psd1 file."""

    def __init__(self, table: Hashtable) -> None:
        self.table = table

    def text(self, key: str) -> str:
        """Return a value as text."""
        value = self.table.get(key)
        return "" if value is None else to_string(value)

    def texts(self, key: str) -> list[str]:
        """Return a value as a list of texts."""
        value = self.table.get(key)
        if value is None:
            return []
        return [self._name(each) for each in (value if isinstance(value, list) else [value])]

    def values(self, key: str) -> list[Value]:
        """Return a value as a list."""
        value = self.table.get(key)
        return [] if value is None else list(value) if isinstance(value, list) else [value]

    @staticmethod
    def _name(value: Value) -> str:
        if isinstance(value, Hashtable):
            return to_string(value.get("ModuleName"))
        return to_string(value)

    def patterns(self, key: str) -> list[str]:
        """Return the patterns of names that a key lets out; without the key that is everything."""
        return self.texts(key) if key in self.table else ["*"]

    def exports(self, key: str, found: dict[str, Any]) -> dict[str, Any]:
        """Keep what the manifest lets out; without the key that is everything."""
        if key not in self.table:
            return found
        patterns = [wildcard_matcher(each) for each in self.patterns(key)]
        return {name: each for name, each in found.items() if any(matches(name) for matches in patterns)}

    def describe(self, module: PSModuleInfo) -> None:
        """Put what the manifest says about the module into it."""
        table = self.table
        module.version = version_of(self.text("ModuleVersion") or "0.0")
        module.description = self.text("Description")
        module.author = self.text("Author")
        module.company_name = self.text("CompanyName")
        module.copyright = self.text("Copyright")
        module.guid = _guid(self.text("GUID"))
        asked = self.text("PowerShellVersion")
        module.power_shell_version = version_of(asked if "." in asked else asked + ".0") if asked else None
        module.prefix = self.text("DefaultCommandPrefix")
        module.private_data = table.get("PrivateData")
        module.root_module = self.text("RootModule") or self.text("ModuleToProcess")


def _guid(text: str) -> Value:
    from shell.runtime.conversion import convert
    from shell.runtime.typenames import named

    return convert(text or "00000000-0000-0000-0000-000000000000", named("guid"))


__all__ = ["Manifest", "PSModuleInfo"]
