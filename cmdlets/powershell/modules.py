"""Get-Module, Import-Module, Remove-Module."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.verbs import VERBS
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.modules.module_loading import import_into, importing_scope, load_module, prefixed, remove_module
from shell.engine.modules.module_search import available, built_in_module, describe, find_module, is_path, not_found
from shell.engine.modules.modules import PSModuleInfo
from shell.engine.modules.specification import SPECIFICATION, ModuleSpecification, version_argument
from shell.engine.session.crossing import ModuleState, state_of
from shell.engine.session.remote_sessions import PSSESSION
from shell.machine import path_text
from shell.values.errors import ErrorCategory, InvalidOperationException, NetException
from shell.values.objects import PSObject
from shell.values.wildcard import has_wildcard, wildcard_matcher

_CORE = "Microsoft.PowerShell.Core"
_SPECIFICATIONS = SPECIFICATION + "[]"
_MODULE_INFO = "System.Management.Automation.PSModuleInfo[]"
_AVAILABLE = ("Available", "PsSession", "CimSession")
_BY_NAME = ("Name", "PSSession", "CimSession", "WinCompat")
_QUALIFIED_SESSION = "FullyQualifiedNameAndPSSession"
_NO_REMOTING = "There is no remoting to other computers."


class GetModule(
    Cmdlet,
    verb="Get",
    noun="Module",
    module=_CORE,
    default_set="Loaded",
    output=("System.Management.Automation.PSModuleInfo",),
):
    """Show the modules that are loaded, or that could be."""

    examples = (Example("Get-Module", "What is loaded."),)

    name: list[str] = parameter(
        "string[]",
        sets=("Loaded", "Available", "PsSession", "CimSession"),
        position=0,
        pipeline=True,
        not_null_or_empty=True,
        help="Names or patterns.",
    )
    fully_qualified_name: list[ModuleSpecification] = parameter(
        _SPECIFICATIONS, by_property_name=True, help="Names with versions."
    )
    all: bool = parameter("switch", sets=("Loaded", "Available"), help="Nested modules too.")
    list_available: bool = parameter(
        "switch",
        sets={
            "Available": SetMembership(mandatory=True),
            "PsSession": SetMembership(),
            "CimSession": SetMembership(),
        },
        help="Modules of the module folders.",
    )
    ps_edition: str = parameter("string", name="PSEdition", sets=_AVAILABLE[:2], help="Has no effect here.")
    skip_edition_check: bool = parameter("switch", sets=_AVAILABLE, help="Has no effect here.")
    refresh: bool = parameter("switch", sets=_AVAILABLE, help="Has no effect: folders are read each time.")
    ps_session: Any = parameter(
        PSSESSION,
        name="PSSession",
        sets={"PsSession": SetMembership(mandatory=True)},
        refused=_NO_REMOTING,
        help="A session elsewhere.",
        not_null=True,
    )
    cim_session: Any = parameter(
        "Microsoft.Management.Infrastructure.CimSession",
        sets={"CimSession": SetMembership(mandatory=True)},
        refused=_NO_REMOTING,
        help="A CIM session.",
        not_null=True,
    )
    cim_resource_uri: Any = parameter(
        "uri", sets=("CimSession",), refused=_NO_REMOTING, help="A CIM resource.", not_null=True
    )
    cim_namespace: Any = parameter(
        "string", sets=("CimSession",), refused=_NO_REMOTING, help="A CIM namespace.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Show."""
        if self.name and self.fully_qualified_name:
            text = "The Name and FullyQualifiedName parameters cannot be specified in the same command."
            raise self.fail(self.error(text, "ArgumentsAreMutuallyExclusive", ErrorCategory.InvalidArgument))
        wanted = self.fully_qualified_name or [ModuleSpecification(each) for each in self.name or ["*"]]
        tests = [(wildcard_matcher(each.name), each) for each in wanted]
        found = self._available(wanted) if self.list_available else self._loaded(wanted)
        for each in sorted(found, key=lambda each: each.name.lower()):
            if any(matches(each.name) and limits.fits(each.version, each.guid) for matches, limits in tests):
                self.write(each)

    def _loaded(self, wanted: list[ModuleSpecification]) -> list[PSModuleInfo]:
        here = state_of(self.session.scope)
        loaded: list[PSModuleInfo] = [
            each
            for each in self.session.modules.values()
            if self.all or not each.importers or here in each.importers or self.session.global_state in each.importers
        ]
        if self.all:
            loaded = [inner for each in loaded for inner in (each, *_nested(each))]
        for each in wanted:
            if not has_wildcard(each.name) and each.name.lower() not in self.session.modules:
                built_in = built_in_module(self.session, each.name)
                loaded += [built_in] if built_in is not None else []
        return loaded

    def _available(self, wanted: list[ModuleSpecification]) -> list[PSModuleInfo]:
        session = self.session
        paths = [each.name for each in wanted if is_path(each.name)]
        if paths:
            wanted[:] = [ModuleSpecification("*")]
            files = [file for path in paths if (file := find_module(session, path)) is not None]
            return [describe(session, each) for each in files]
        names = sorted({each.module_name for each in session.commands.cmdlets()} - {_CORE})
        found = [each for each in (built_in_module(session, name) for name in names) if each is not None]
        return found + [describe(session, path) for path in available(session)]


def _nested(module: PSModuleInfo) -> list[PSModuleInfo]:
    return [inner for each in module.nested for inner in (each, *_nested(each))]


class ImportModule(Cmdlet, verb="Import", noun="Module", module=_CORE, default_set="Name"):
    """Load modules and make what they export known."""

    examples = (Example("Import-Module Microsoft.PowerShell.Utility", "Load a module by its name."),)

    global_scope: bool = parameter("switch", name="Global", help="Make the commands known everywhere.")
    prefix: str = parameter("string", not_null=True, help="What is put in front of the nouns.")
    name: list[str] = parameter(
        "string[]", sets=_BY_NAME, mandatory=True, position=0, pipeline=True, help="Names or paths."
    )
    function: list[str] = parameter("string[]", not_null=True, help="Only these functions.")
    cmdlet: list[str] = parameter("string[]", not_null=True, help="Only these cmdlets.")
    variable: list[str] = parameter("string[]", not_null=True, help="Only these variables.")
    alias: list[str] = parameter("string[]", not_null=True, help="Only these aliases.")
    force: bool = parameter("switch", help="Load again what is loaded.")
    skip_edition_check: bool = parameter(
        "switch",
        sets=("Name", "PSSession", "CimSession", "FullyQualifiedName", _QUALIFIED_SESSION, "Assembly", "ModuleInfo"),
        help="Has no effect here.",
    )
    pass_thru: bool = parameter("switch", help="Show the modules.")
    as_custom_object: bool = parameter("switch", help="Write an object with the functions as methods.")
    minimum_version: Any = parameter(
        "version", sets=_BY_NAME, aliases=("Version",), transform=version_argument, help="At least this version."
    )
    maximum_version: str = parameter("string", sets=_BY_NAME, help="At most this version.")
    required_version: Any = parameter(
        "version", sets=_BY_NAME, transform=version_argument, help="Exactly this version."
    )
    argument_list: list[Any] = parameter("object[]", aliases=("Args",), help="Arguments of the module's file.")
    disable_name_checking: bool = parameter("switch", help="No warning about unusual verbs.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Leave commands that exist alone.")
    scope_name: str = parameter("string", name="Scope", values=("Local", "Global"), help="Local or Global.")
    ps_session: Any = parameter(
        PSSESSION,
        name="PSSession",
        sets={each: SetMembership(mandatory=True) for each in ("PSSession", _QUALIFIED_SESSION)},
        refused=_NO_REMOTING,
        help="A session elsewhere.",
        not_null=True,
    )
    cim_session: Any = parameter(
        "Microsoft.Management.Infrastructure.CimSession",
        sets={"CimSession": SetMembership(mandatory=True)},
        refused=_NO_REMOTING,
        help="A CIM session.",
        not_null=True,
    )
    cim_resource_uri: Any = parameter(
        "uri", sets=("CimSession",), refused=_NO_REMOTING, help="A CIM resource.", not_null=True
    )
    cim_namespace: Any = parameter(
        "string", sets=("CimSession",), refused=_NO_REMOTING, help="A CIM namespace.", not_null_or_empty=True
    )
    use_windows_powershell: bool = parameter(
        "switch",
        name="UseWindowsPowerShell",
        sets={each: SetMembership(mandatory=True) for each in ("WinCompat", "FullyQualifiedNameAndWinCompat")},
        aliases=("UseWinPS",),
        refused="There is one edition.",
        help="Load in Windows PowerShell.",
    )
    fully_qualified_name: list[ModuleSpecification] = parameter(
        _SPECIFICATIONS,
        sets={
            "FullyQualifiedName": SetMembership(mandatory=True, position=0, pipeline=True),
            _QUALIFIED_SESSION: SetMembership(mandatory=True, position=0, pipeline=True),
            "FullyQualifiedNameAndWinCompat": SetMembership(mandatory=True, position=0, pipeline=True),
        },
        help="Names with versions.",
    )
    assembly: Any = parameter(
        "System.Reflection.Assembly[]",
        sets={"Assembly": SetMembership(mandatory=True, position=0, pipeline=True)},
        refused="Compiled modules are not emulated.",
        help="Assemblies.",
    )
    module_info: list[Any] = parameter(
        _MODULE_INFO,
        sets={"ModuleInfo": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="Modules to import.",
    )

    def process(self) -> None:
        """Load and import."""
        for each in self.module_info or ():
            self._import(each.base if isinstance(each, PSObject) else each)
        limits = (self.minimum_version, self.maximum_version, self.required_version)
        for name in self.name or ():
            self._take(ModuleSpecification.of(name, *limits))
        for wanted in self.fully_qualified_name or ():
            self._take(wanted)

    def _take(self, wanted: ModuleSpecification) -> None:
        found = self._load(wanted)
        if found is not None:
            self._import(found)

    def _load(self, wanted: ModuleSpecification) -> PSModuleInfo | None:
        session, name = self.session, wanted.name
        known = built_in_module(session, name)
        if known is not None and not known.path:
            return self._checked(known, wanted)
        if known is not None and not self.force and wanted.fits(known.version, known.guid):
            return known
        path = find_module(session, name, wanted)
        if path is None:
            self._missing(wanted)
            return None
        loaded = session.modules.get(path_text.splitext(path_text.basename(path))[0].lower())
        if loaded is not None and loaded.path and not self.force and path_text.dirname(path) == loaded.module_base:
            return self._checked(loaded, wanted)
        if loaded is not None and self.force:
            remove_module(session, loaded)
        if not wanted.is_plain:
            described = describe(session, path)
            if not wanted.fits(described.version, described.guid):
                self._missing(wanted)
                return None
        return self._read(path)

    def _read(self, path: str) -> PSModuleInfo | None:
        """Load a file. What is wrong with the module itself is reported; what its code throws goes on."""
        try:
            return load_module(self.session, path, list(self.argument_list or ()), self.write_verbose)
        except NetException as error:
            if not (error.error_id or "").startswith("Modules_"):
                raise
            self.write_error(self.error(error, error.error_id or "", error.category, error.target))
            return None

    def _checked(self, module: PSModuleInfo, wanted: ModuleSpecification) -> PSModuleInfo | None:
        if wanted.fits(module.version, module.guid):
            return module
        self._missing(wanted)
        return None

    def _missing(self, wanted: ModuleSpecification) -> None:
        error = not_found(wanted.name, wanted)
        self.write_error(self.error(error, error.error_id or "", error.category, wanted.name))

    def _import(self, module: PSModuleInfo) -> None:
        session = self.session
        session.modules[module.name.lower()] = module
        target = self._target()
        self._note_importer(module, state_of(target))
        if self.as_custom_object:
            self.write(module.as_custom_object())
            return
        self._check_names(module)
        prefix = self.prefix if self.prefix is not None else module.prefix
        names = self._unknown(module, prefix) if self.no_clobber else self._names()
        import_into(session, module, target, prefix=prefix, names=names, tell=self.write_verbose)
        if self.pass_thru:
            self.write(module)

    def _note_importer(self, module: PSModuleInfo, state: ModuleState) -> None:
        """A module that a module imports is nested in that one, and is seen in it alone unless others import it."""
        if state not in module.importers:
            module.importers.append(state)
        owner = state.info
        if isinstance(owner, PSModuleInfo) and owner is not module and module not in (*owner.nested, *owner.imported):
            owner.imported.append(module)

    def _target(self) -> Any:
        scope = self.session.scope
        if self.global_scope or (self.scope_name or "").lower() == "global":
            return self.session.global_scope
        if (self.scope_name or "").lower() == "local":
            return scope
        return importing_scope(self.session)

    def _names(self) -> dict[str, list[str]] | None:
        given = {"functions": self.function, "aliases": self.alias, "variables": self.variable, "cmdlets": self.cmdlet}
        if all(each is None for each in given.values()):
            return None
        return {kind: list(each or ()) for kind, each in given.items()}

    def _unknown(self, module: PSModuleInfo, prefix: str) -> dict[str, list[str]]:
        """Return the names to import without those that the session has already."""
        known = self.session.commands.find_loaded
        given = self._names()
        wanted = given or {"functions": ["*"], "aliases": ["*"], "variables": list(module.variables)}
        kept = dict(wanted)
        for kind, table in (("functions", module.functions), ("aliases", module.aliases)):
            tests = [wildcard_matcher(each) for each in wanted.get(kind, ())]
            kept[kind] = [
                name for name in table if any(test(name) for test in tests) and known(prefixed(name, prefix)) is None
            ]
        return kept

    def _check_names(self, module: PSModuleInfo) -> None:
        if self.disable_name_checking:
            return
        approved = {verb.lower() for rows in VERBS.values() for verb, _, _ in rows}
        unusual = [name for name in module.functions if "-" in name and name.partition("-")[0].lower() not in approved]
        if unusual:
            self.write_warning(
                f"The names of some imported commands from the module '{module.name}' include unapproved verbs that"
                " might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module"
                " command again with the Verbose parameter. For a list of approved verbs, type Get-Verb."
            )


class RemoveModule(Cmdlet, verb="Remove", noun="Module", module=_CORE, should_process=True):
    """Take modules out of the session."""

    examples = (
        Example("New-Module -Name Demo { } | Import-Module; Remove-Module Demo", "Import and remove a module."),
    )

    name: list[str] = parameter(
        "string[]", sets=("name",), mandatory=True, position=0, pipeline=True, help="Names or patterns."
    )
    force: bool = parameter("switch", help="Remove read-only ones too.")
    fully_qualified_name: list[ModuleSpecification] = parameter(
        _SPECIFICATIONS,
        sets={"FullyQualifiedName": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="Names with versions.",
    )
    module_info: list[Any] = parameter(
        _MODULE_INFO,
        sets={"ModuleInfo": SetMembership(mandatory=True, position=0, pipeline=True)},
        help="The modules.",
    )

    def process(self) -> None:
        """Remove."""
        found = [each.base if isinstance(each, PSObject) else each for each in self.module_info or ()]
        for name in self.name or ():
            matches = wildcard_matcher(name)
            listed = [each for each in self.session.modules.values() if matches(each.name)]
            if not listed and not has_wildcard(name):
                self._report(name)
            found += listed
        for wanted in self.fully_qualified_name or ():
            loaded = self.session.modules.get(wanted.name.lower())
            if loaded is None or not wanted.fits(loaded.version, loaded.guid):
                self._report(wanted.name)
            else:
                found.append(loaded)
        for each in found:
            if self._may_go(each) and self.should_process(f"{each.name} (Path: '{each.path}')", "Remove-Module"):
                remove_module(self.session, each, self.write_verbose)

    def _may_go(self, module: PSModuleInfo) -> bool:
        """Report a module that must stay: a constant one; without -Force a read-only one, and one that others need."""
        mode = str(module.access_mode)
        needed = [each.name for each in self.session.modules.values() if module in each.required_modules]
        if mode == "Constant":
            text, error_id = f"Unable to remove module '{module.name}' because it is constant.", "ModuleIsConstant"
        elif mode == "ReadOnly" and not self.force:
            text = (
                f"Unable to remove module '{module.name}' because it is read-only. Add the Force parameter to your"
                " command to remove read-only modules."
            )
            error_id = "ModuleIsReadOnly"
        elif needed and not self.force:
            text = f"Unable to remove the module '{module.name}' because it is required by '{needed[0]}'."
            error_id = "ModuleIsRequired"
        else:
            return True
        record = self.error(
            text, f"Modules_{error_id}", ErrorCategory.PermissionDenied, module, exception=InvalidOperationException
        )
        self.write_error(record)
        return False

    def _report(self, name: str) -> None:
        text = (
            "No modules were removed. Verify that the specification of modules to remove is correct and those modules"
            " exist in the runspace."
        )
        record = self.error(
            text,
            "Modules_NoModulesRemoved",
            ErrorCategory.ResourceUnavailable,
            name,
            exception=InvalidOperationException,
        )
        self.write_error(record)
