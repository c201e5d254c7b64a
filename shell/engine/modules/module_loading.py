"""Loading of modules' files, and import of their exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from shell.dotnet.io.text_files import read_text
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.modules.data import LoadedData
from shell.engine.modules.manifest import MEMBERS, Manifest
from shell.engine.modules.module_search import file_at, find_module, loaded_module, not_found, specification
from shell.engine.modules.modules import PSModuleInfo
from shell.engine.modules.requirements import enforce, is_older, own_version
from shell.engine.run.script_block import ScriptBlock
from shell.engine.run.scripts import parse_exception
from shell.engine.session.crossing import Within, state_of
from shell.language.checks.data import MANIFEST, check_restricted
from shell.language.checks.report import Report
from shell.machine import path_text
from shell.types.conversion.conversion import convert
from shell.types.registry.names import named
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    InvalidOperationException,
    NetException,
    NotEmulatedException,
    PSInvalidOperationException,
)
from shell.values.exceptions import CLASSES
from shell.values.objects import Hashtable, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.modules.specification import ModuleSpecification
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace


def load_module(
    session: Runspace, path: str, arguments: Sequence[Value] = (), tell: Callable[[str], None] | None = None
) -> PSModuleInfo:
    """Load a module's file and those that its manifest names; nothing is imported yet."""
    name, extension = path_text.splitext(path_text.basename(path))
    if tell is not None:
        tell(f"Loading module from path '{path}'.")
    lowered = extension.lower()
    if lowered == ".psd1":
        return _load_manifest(session, path, name, arguments, tell)
    if lowered not in (".psm1", ".ps1"):
        raise NotEmulatedException(
            f"The module file '{path}' holds compiled code, which is not emulated.", error_id="NotEmulatedBinaryModule"
        )
    module = PSModuleInfo(session, name, path)
    _run_file(module, path, arguments)
    module.choose_exports()
    if tell is not None:
        for kind, names in (("function", module.functions), ("alias", module.aliases)):
            for each in names:
                tell(f"Exporting {kind} '{each}'.")
    return module


def _run_file(module: PSModuleInfo, path: str, arguments: Sequence[Value]) -> None:
    session = module.session
    text = read_text(path)
    module.definition = text
    with Within(module.scope):
        block = session.parse_block(text, path)
    enforce(session, path, block.code.ast.requirements)
    module.run(block, arguments)


def read_manifest(session: Runspace, path: str) -> Manifest:
    """Read a .psd1 file: a hashtable, made of what a manifest may hold."""
    block = _script(session, path)
    _check_language(block, path)
    value = session.collect_value(block)
    if not isinstance(value, Hashtable):
        raise InvalidOperationException(
            f"The module manifest '{path}' could not be processed because it is not a valid PowerShell module manifest"
            " file.",
            error_id="Modules_InvalidManifest",
            category=ErrorCategory.ResourceUnavailable,
            target=path,
        )
    return Manifest(value)


def _check_language(block: ScriptBlock, path: str) -> None:
    """Refuse a manifest that could run code: listing modules already reads it."""
    report = Report(())
    check_restricted(block.code.ast, MANIFEST, report)
    if report.found:
        raise _invalid_manifest(
            path,
            f"The module manifest '{path}' could not be processed because it is not a valid PowerShell restricted"
            " language file. Remove the elements that are not permitted by the restricted language:\n"
            f"{parse_exception(report.found).message}",
        )


def _load_manifest(
    session: Runspace, path: str, name: str, arguments: Sequence[Value], tell: Callable[[str], None] | None
) -> PSModuleInfo:
    manifest = read_manifest(session, path)
    folder = path_text.dirname(path)
    module = PSModuleInfo(session, name, path)
    check_manifest(session, manifest, path)
    manifest.describe(module)
    module.kind = "Script" if module.root_module else "Manifest"
    module.required_modules = [
        _require(session, specification(each), path) for each in manifest.values("RequiredModules")
    ]
    for each in manifest.texts("ScriptsToProcess"):
        session.invoke(_script(session, path_text.join(folder, each)), local=True)
    _process_data(module, manifest, folder, tell)
    for each in manifest.values("NestedModules"):
        nested = load_module(session, _nested(session, folder, specification(each), path), tell=tell)
        module.nested.append(nested)
        import_into(session, nested, module.scope)
    if module.root_module:
        root = _required(session, folder, module.root_module, "ModuleToProcess/RootModule", path)
        module.path = root
        if root.lower().endswith(".psd1"):
            raise _invalid_manifest(path, f"The RootModule of '{path}' is a manifest, not a module file.")
        if not root.lower().endswith((".psm1", ".ps1")):
            load_module(session, root)  # raises: compiled code
        if tell is not None:
            tell(f"Loading module from path '{root}'.")
        _run_file(module, root, arguments)
    module.choose_exports(manifest)
    return module


def check_manifest(session: Runspace, manifest: Manifest, path: str) -> None:
    """Raise for members that a manifest may not have, lacks, or gives a wrong value, and for what this shell is not."""
    unknown = manifest.unknown()
    if unknown:
        quoted = ", ".join(f"'{each}'" for each in unknown)
        valid = ", ".join(f"'{each}'" for each in MEMBERS)
        raise InvalidOperationException(
            f"The '{path}' module cannot be imported because its manifest contains one or more members that are not"
            f" valid. The valid manifest members are ({valid}). Remove the members that are not valid ({quoted}), then"
            " try to import the module again.",
            error_id="Modules_InvalidManifestMember",
            category=ErrorCategory.InvalidData,
            target=path,
        )
    if not manifest.text("ModuleVersion"):
        raise _invalid_manifest(
            path,
            "The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned a"
            f" version number of the form 'n.n.n.n'. Add the missing member to the file '{path}'.",
        )
    for key in ("ModuleVersion", "PowerShellVersion", "PowerShellHostVersion", "GUID"):
        text = manifest.text(key)
        if text:
            _check_value(key, text if "." in text or key == "GUID" else text + ".0", path)
    asked = manifest.text("PowerShellVersion")
    if asked and is_older(session, asked):
        raise InvalidOperationException(
            f"The version of PowerShell on this computer is '{own_version(session)}'. The module '{path}' requires a"
            f" minimum PowerShell version of '{asked}' to run. Verify that you have the minimum required version of"
            " PowerShell installed, and then try again.",
            error_id="Modules_InsufficientPowerShellVersion",
            category=ErrorCategory.ResourceUnavailable,
            target=path,
        )
    assemblies = [each for each in manifest.texts("RequiredAssemblies") if each.lower().endswith(".dll")]
    if assemblies:
        raise NotEmulatedException(
            f"The module '{path}' needs compiled code ({', '.join(assemblies)}), which is not emulated.",
            error_id="NotEmulatedBinaryModule",
        )


def _check_value(key: str, text: str, path: str) -> None:
    try:
        convert(text, named("System.Guid" if key == "GUID" else "System.Version"))
    except NetException as error:
        raise ArgumentException(
            f"The '{key}' member is not valid in the module manifest file '{path}': {error.message} Verify that a valid"
            f" value is specified for the '{key}' field in the '{path}' file.",
            error_id="Modules_InvalidManifest",
            category=ErrorCategory.ResourceUnavailable,
            target=path,
        ) from None


def _invalid_manifest(path: str, message: str) -> NetException:
    return CLASSES["System.MissingMemberException"](
        message, error_id="Modules_InvalidManifest", category=ErrorCategory.ResourceUnavailable, target=path
    )


def _require(session: Runspace, wanted: ModuleSpecification, path: str) -> PSModuleInfo:
    """Return a module that a manifest requires, imported if it was not."""
    found = loaded_module(session, wanted)
    if found is not None:
        return found
    version = "" if wanted.is_plain else f" with version {wanted.wanted()}"
    raise _invalid_manifest(
        path,
        f"The required module '{wanted.name}'{version} is not loaded. Load the module or remove the module from"
        f" 'RequiredModules' in the file '{path}'.",
    )


def _process_data(module: PSModuleInfo, manifest: Manifest, folder: str, tell: Callable[[str], None] | None) -> None:
    """Load the types and the views that a manifest names; the module takes them along when it is removed."""
    session = module.session
    for command, key in (("Update-TypeData", "TypesToProcess"), ("Update-FormatData", "FormatsToProcess")):
        for each in manifest.texts(key):
            path = path_text.join(folder, path_text.native(each))
            if tell is not None:
                tell(f"Loading '{key}' from path '{path}'.")
            data = LoadedData(session.registries)
            with data.noted():
                session.run_command(command, PrependPath=path, ErrorAction="Stop")
            module.data.append(data)


def _script(session: Runspace, path: str) -> ScriptBlock:
    return session.parse_block(read_text(path), path)


def _required(session: Runspace, folder: str, name: str, field: str, path: str) -> str:
    """Return the file that a field of the manifest at `path` names."""
    found = file_at(path_text.join(folder, path_text.native(name))) or find_module(session, name)
    if found is None:
        raise PSInvalidOperationException(
            f"The module to process '{name}', listed in field '{field}' of module manifest '{path}' was not processed"
            " because no valid module was found in any module directory.",
            error_id="Modules_ModuleFileNotFound",
            category=ErrorCategory.ResourceUnavailable,
            target=path_text.splitext(path_text.basename(path))[0],
        )
    return found


def _nested(session: Runspace, folder: str, wanted: ModuleSpecification, path: str) -> str:
    if wanted.is_plain:
        return _required(session, folder, wanted.name, "NestedModules", path)
    found = find_module(session, wanted.name, wanted)
    if found is None:
        raise not_found(wanted.name, wanted)
    return found


# --- importing -------------------------------------------------------------------------------------------------------


def import_into(
    session: Runspace,
    module: PSModuleInfo,
    scope: Scope,
    *,
    prefix: str = "",
    names: dict[str, list[str]] | None = None,
    tell: Callable[[str], None] | None = None,
) -> None:
    """Import a module's exports into a scope; `names` restricts them by kind."""
    commands = session.commands
    for function in _wanted(module.functions, names, "functions"):
        shown = prefixed(function.name, prefix)
        info = function
        if prefix:
            info = type(function)(shown, function.script_block, int(function.options), function.description)
            info.module = module
        if tell is not None:
            tell(f"Importing function '{shown}'.")
        commands.define_function(info, scope)
    for alias in _wanted(module.aliases, names, "aliases"):
        shown = prefixed(alias.name, prefix)
        made = AliasInfo(shown, alias.target, session, int(alias.options), alias.description)
        made.module = module
        if tell is not None:
            tell(f"Importing alias '{shown}'.")
        commands.define_alias(made, scope)
    for name in (
        module.variables if names is None else [each for each in module.variables if each in names["variables"]]
    ):
        if tell is not None:
            tell(f"Importing variable '{name}'.")
        scope.put(name.lower(), module.scope.get(name.lower()))
    commands.changed()


def importing_scope(session: Runspace) -> Scope:
    """Return where an import goes by default: the outermost scope of the module that asks for it, or of the session."""
    return state_of(session.scope).scope


def _wanted(found: dict[str, Any], names: dict[str, list[str]] | None, kind: str) -> Iterable[Any]:
    if names is None:
        return list(found.values())
    patterns = [wildcard_matcher(each) for each in names.get(kind, ())]
    return [each for name, each in found.items() if any(matches(name) for matches in patterns)]


def prefixed(name: str, prefix: str) -> str:
    """Return a name with a prefix in front of its noun."""
    if not prefix:
        return name
    verb, dash, noun = name.partition("-")
    return f"{verb}-{prefix}{noun}" if dash else prefix + name


def remove_module(session: Runspace, module: PSModuleInfo, tell: Callable[[str], None] | None = None) -> None:
    """Remove a module's exports, and modules that only it imported. Its OnRemove block runs first."""
    if module.on_remove is not None:
        session.invoke(module.bound(module.on_remove), (module,))
    if tell is not None:
        for kind, names in (
            ("function", module.functions),
            ("variable", module.variables),
            ("alias", module.aliases),
        ):
            for name in names:
                tell(f'Removing the imported "{name}" {kind}.')
    for each in module.imported:
        if each.importers == [module.state]:
            remove_module(session, each)
    for scope in (session.global_scope, *session.scope.chain(), *(each.scope for each in module.importers)):
        for table in (scope.functions, scope.aliases):
            for key in [key for key, info in (table or {}).items() if info.module is module]:
                assert table is not None
                del table[key]
    for name in module.variables:
        session.global_scope.pop(name.lower(), None)
    for data in reversed(module.data):
        data.take_back()
    module.data.clear()
    if session.modules.get(module.name.lower()) is module:
        del session.modules[module.name.lower()]
    module.importers.clear()
    session.commands.changed()


__all__ = [
    "check_manifest",
    "import_into",
    "importing_scope",
    "load_module",
    "prefixed",
    "read_manifest",
    "remove_module",
]
