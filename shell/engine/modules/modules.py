"""Modules: a scope of their own, what they export, and where they are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import CmdletInfo, CommandInfo, FunctionInfo
from shell.engine.commands.external_info import ExternalScriptInfo
from shell.engine.commands.metadata import version_of
from shell.engine.run.frame import CallSite, Frame
from shell.engine.run.scope import display_name, root_scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.crossing import ModuleState, Within, returning
from shell.lazy import lazy
from shell.machine import path_text
from shell.types.conversion.conversion import convert
from shell.types.members.extended_members import ScopedNote, ScriptMethod
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.names import named
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
)
from shell.values.objects import Hashtable, Out, PSCustomObject, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.binding.parameters import Argument
    from shell.engine.modules.data import LoadedData
    from shell.engine.modules.manifest import Manifest
    from shell.engine.run.scope import Scope
    from shell.engine.session import session_state as session_session_state
    from shell.engine.session import variable_objects
    from shell.engine.session.runspace import Runspace
else:
    session_session_state = lazy("shell.engine.session.session_state", globals(), "session_session_state")
    variable_objects = lazy("shell.engine.session.variable_objects", globals())

MODULE_TYPE = register_enum(AUTOMATION + "ModuleType", {"Script": 0, "Binary": 1, "Manifest": 2, "Cim": 3})
_KINDS = ("functions", "aliases", "variables", "cmdlets")
_DEFAULTS = "psdefaultparametervalues"
"""A variable that each module has of its own: the session's default values do not reach into a module's code."""


@clr_class(
    AUTOMATION + "PSModuleInfo",
    properties=(
        "Name:string Path:string ModuleBase:string Description:string=rw Version:version ModuleType:object Guid:object"
        " Author:string CompanyName:string Copyright:string RootModule:string Prefix:string PrivateData:object=rw"
        " PowerShellVersion:version ExportedFunctions:object ExportedAliases:object ExportedVariables:object"
        " ExportedCmdlets:object ExportedCommands:object NestedModules:object RequiredModules:object"
        f" SessionState:object AccessMode:{AUTOMATION}ModuleAccessMode=rw OnRemove:scriptblock=rw Definition:string"
        " Tags:object ProjectUri:uri LicenseUri:uri IconUri:uri ReleaseNotes:string HelpInfoUri:string FileList:object"
        " ModuleList:object Scripts:object RequiredAssemblies:object CompatiblePSEditions:object"
        " PowerShellHostName:string PowerShellHostVersion:version LogPipelineExecutionDetails:bool=rw"
    ),
)
class PSModuleInfo:
    """A module. `state` holds its scope; `functions`, `aliases` and `variables` are what it exports, by name."""

    log_pipeline_execution_details = False
    help_info_uri = release_notes = power_shell_host_name = ""
    project_uri = license_uri = icon_uri = power_shell_host_version = None

    @clr_constructor("bool linkToGlobal", session=True)
    @staticmethod
    def empty(session: Runspace, link_to_global: bool) -> PSModuleInfo:
        """Make a module without a name and without commands: a session state of its own below the session's."""
        return PSModuleInfo(session, "")

    @clr_constructor("scriptblock scriptBlock", session=True)
    @staticmethod
    def of_block(session: Runspace, block: ScriptBlock) -> PSModuleInfo:
        """Make a module by running a block in a session state of its own."""
        made = PSModuleInfo(session, "")
        made.definition = str(block)
        made.run(block, [])
        return made

    def __init__(self, session: Runspace, name: str, path: str = "") -> None:
        self.session = session
        self.name = name
        self.path = path
        self.module_base = path_text.dirname(path)
        self.description = ""
        self.version: Value = version_of("0.0")
        self.kind = "Script"
        self.guid: Value = guid_of("")
        self.author = self.company_name = self.copyright = self.root_module = self.definition = ""
        self.prefix = ""
        self.private_data: Value = None
        self.power_shell_version: Value = None
        self.on_remove: Value = None
        self.access_mode: Value = convert("ReadWrite", named(AUTOMATION + "ModuleAccessMode"))
        self.tags: list[Value] = []
        self.file_list: list[Value] = []
        self.module_list: list[Value] = []
        self.scripts: list[Value] = []
        self.required_assemblies: list[Value] = []
        self.compatible_ps_editions: list[Value] = []
        self.nested: list[PSModuleInfo] = []
        self.imported: list[PSModuleInfo] = []
        """The modules that its own code imported."""
        self.required_modules: list[Value] = []
        self.functions: dict[str, FunctionInfo] = {}
        self.aliases: dict[str, AliasInfo] = {}
        self.cmdlets: dict[str, CmdletInfo] = {}
        self.variables: dict[str, Value] = {}
        self.data: list[LoadedData] = []
        """What its type and format files brought."""
        self.importers: list[ModuleState] = []
        """The session states that imported it, where one did by Import-Module: Get-Module shows it there."""
        self.chosen: dict[str, list[str]] | None = None
        """What Export-ModuleMember named, by kind; None while it was not called."""
        scope = root_scope(session, session.global_scope)
        self.state = ModuleState(name, scope)
        self.state.info = self
        scope.module = self.state
        scope.put(_DEFAULTS, Hashtable())

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
        return Hashtable(
            (each, variable_objects.PSVariable(each, scope=self.scope, session=self.session)) for each in self.variables
        )

    @property
    def exported_commands(self) -> Value:
        """Exported functions, aliases and cmdlets by name."""
        listed: dict[str, CommandInfo] = {**self.functions, **self.cmdlets, **self.aliases}
        return Hashtable(listed.items())

    @property
    def nested_modules(self) -> Value:
        """The modules inside."""
        return [*self.nested, *self.imported]

    @property
    def session_state(self) -> Value:
        """The module's variables and commands."""
        return session_session_state.SessionStateView(self.session, self.state)

    def bound(self, block: ScriptBlock) -> ScriptBlock:
        """Return a script block that sees the module's names."""
        return ScriptBlock(block.code, self.state, self.scope)

    def bound_call(self, arguments: list[Argument]) -> tuple[ScriptBlock | CommandInfo, list[Argument]]:
        """`& $module { ... } arguments`: return the block, bound to the module, and its arguments.

        A name instead of the block is that of a command as the module sees it.
        """
        first = arguments[0].value if arguments and arguments[0].name is None else None
        if isinstance(first, ScriptBlock):
            return self.bound(first), arguments[1:]
        if isinstance(first, CommandInfo):
            return first, arguments[1:]
        if isinstance(first, str) and first:
            with Within(self.state.innermost(self.session)):
                found: CommandInfo = self.session.commands.resolve(first)
                return found.resolve() if isinstance(found, AliasInfo) else found, arguments[1:]
        raise InvalidOperationException(
            "The module's name must be followed by a script block that runs inside the module.",
            error_id="BadExpression",
            category=ErrorCategory.InvalidOperation,
        )

    @clr_method("NewBoundScriptBlock", "scriptblock scriptBlockToBind -> scriptblock")
    def new_bound_script_block(self, block: ScriptBlock) -> ScriptBlock:
        """Return a script block that sees the module's names."""
        return self.bound(block)

    @clr_method("Invoke", "scriptblock sb, params object[] args -> object")
    def invoke(self, block: ScriptBlock, args: list[Value]) -> Value:
        """Run a block inside the module."""
        return self.session.collect_value(self.bound(block), args or ())

    @clr_method("AsCustomObject", "-> psobject")
    def as_custom_object(self) -> Value:
        """Return an object whose methods are the exported functions and whose properties the exported variables."""
        made = PSCustomObject()
        for name, function in self.functions.items():
            made.members[name] = ScriptMethod(name, function.script_block)
        for name in self.variables:
            made.members[name] = ScopedNote(name, self.scope)
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
        push = out if out is None else returning(session.scope, out)
        outer, scope.frame = scope.frame, Frame(bound, command, site, session.scope)
        try:
            with Within(scope):
                session.invoke(bound, arguments, out=push, local=True, scope=scope)
        finally:
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
        names = [display_name(key) for key in self.scope if key != _DEFAULTS]
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


def guid_of(text: str) -> Value:
    """Return a Guid; the empty one for no text."""
    return convert(text or "00000000-0000-0000-0000-000000000000", named("guid"))


__all__ = ["PSModuleInfo", "guid_of"]
