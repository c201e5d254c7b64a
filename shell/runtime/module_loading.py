"""Where modules are found, how their files are loaded, and how what they export becomes known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from shell.runtime import disk
from shell.runtime.aliasinfo import AliasInfo
from shell.runtime.errors import (
    ErrorCategory,
    FileNotFoundException,
    InvalidOperationException,
    NotEmulatedException,
)
from shell.runtime.modules import Manifest, PSModuleInfo
from shell.runtime.objects import Hashtable, Value
from shell.runtime.scriptblock import ScriptBlock
from shell.runtime.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.runtime.scope import Scope
    from shell.runtime.session import Runspace


def not_found(name: str) -> FileNotFoundException:
    """Return the error of a module that is nowhere."""
    return FileNotFoundException(
        f"The specified module '{name}' was not loaded because no valid module file was found in any module directory.",
        error_id="Modules_ModuleNotFound",
        category=ErrorCategory.ResourceUnavailable,
        target=name,
    )


def module_folders() -> list[str]:
    """Return the folders that $env:PSModulePath lists."""
    listed = next((value for name, value in os.environ.items() if name.lower() == "psmodulepath"), "")
    return [each for each in listed.split(os.pathsep) if each]


def find_module(session: Runspace, name: str) -> str | None:
    """Return the file of a module: a path, or a name that is looked for in the module folders."""
    if _is_path(name):
        path = name.replace("\\", os.sep)
        return _file_at(disk.admit(os.path.normpath(os.path.join(session.location, os.path.expanduser(path)))))
    for folder in module_folders():
        found = _file_at(os.path.join(folder, name)) or _versioned(os.path.join(folder, name), name)
        if found is not None:
            return found
    return None


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.startswith("~") or name.lower().endswith((".psm1", ".psd1", ".ps1"))


def _file_at(path: str) -> str | None:
    if disk.is_file(path):
        return path
    base = os.path.basename(path)
    for candidate in (path, os.path.join(path, base)):
        for extension in (".psd1", ".psm1", ".ps1"):
            if disk.is_file(candidate + extension):
                return candidate + extension
    return None


def _versioned(folder: str, name: str) -> str | None:
    if not disk.is_folder(folder):
        return None
    versions = sorted(each for each in disk.names(folder) if each[:1].isdigit())
    for version in reversed(versions):
        found = _file_at(os.path.join(folder, version, name))
        if found is not None:
            return found
    return None


def load_module(
    session: Runspace, path: str, arguments: Sequence[Value] = (), tell: Callable[[str], None] | None = None
) -> PSModuleInfo:
    """Load a module's file and those that its manifest names; nothing is imported yet."""
    name, extension = os.path.splitext(os.path.basename(path))
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
    from shell.runtime.textfiles import read_text

    session = module.session
    text = read_text(path)
    module.definition = text
    before, session.scope = session.scope, module.scope
    try:
        block = session.parse_block(text, path)
    finally:
        session.scope = before
    module.run(block, arguments)


def read_manifest(session: Runspace, path: str) -> Manifest:
    """Read a .psd1 file: a hashtable."""
    from shell.runtime.textfiles import read_text

    block = session.parse_block(read_text(path), path)
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


def _load_manifest(
    session: Runspace, path: str, name: str, arguments: Sequence[Value], tell: Callable[[str], None] | None
) -> PSModuleInfo:
    manifest = read_manifest(session, path)
    folder = os.path.dirname(path)
    module = PSModuleInfo(session, name, path)
    manifest.describe(module)
    module.kind = "Script" if module.root_module else "Manifest"
    for each in manifest.texts("ScriptsToProcess"):
        session.invoke(_script(session, os.path.join(folder, each)), local=True)
    for each in manifest.texts("NestedModules"):
        nested = load_module(session, _required(session, folder, each), tell=tell)
        module.nested.append(nested)
        import_into(session, nested, module.scope)
    if module.root_module:
        root = _required(session, folder, module.root_module)
        module.path = root
        _run_file(module, root, arguments)
    module.choose_exports(manifest)
    return module


def _script(session: Runspace, path: str) -> ScriptBlock:
    from shell.runtime.textfiles import read_text

    return session.parse_block(read_text(path), path)


def _required(session: Runspace, folder: str, name: str) -> str:
    found = _file_at(os.path.join(folder, name)) or find_module(session, name)
    if found is None:
        raise not_found(name)
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
    """Make what a module exports known in a scope; `names` narrows it by kind."""
    commands = session.commands
    for function in _wanted(module.functions, names, "functions"):
        shown = _prefixed(function.name, prefix)
        info = function
        if prefix:
            info = type(function)(shown, function.script_block, int(function.options), function.description)
            info.module = module
        if tell is not None:
            tell(f"Importing function '{shown}'.")
        commands.define_function(info, scope)
    for alias in _wanted(module.aliases, names, "aliases"):
        shown = _prefixed(alias.name, prefix)
        made = AliasInfo(shown, alias.target, session, int(alias.options), alias.description)
        made.module = module
        if tell is not None:
            tell(f"Importing alias '{shown}'.")
        commands.define_alias(made, scope)
    for name in (
        module.variables if names is None else [each for each in module.variables if each in names["variables"]]
    ):
        scope.put(name.lower(), module.scope.get(name.lower()))
    commands.changed()


def _wanted(found: dict[str, Any], names: dict[str, list[str]] | None, kind: str) -> Iterable[Any]:
    if names is None:
        return list(found.values())
    patterns = [wildcard_matcher(each) for each in names.get(kind, ())]
    return [each for name, each in found.items() if any(matches(name) for matches in patterns)]


def _prefixed(name: str, prefix: str) -> str:
    if not prefix:
        return name
    verb, dash, noun = name.partition("-")
    return f"{verb}-{prefix}{noun}" if dash else prefix + name


def remove_module(session: Runspace, module: PSModuleInfo) -> None:
    """Take back what a module brought; its OnRemove block runs first."""
    if module.on_remove is not None:
        session.invoke(module.bound(module.on_remove), (module,))
    for scope in (session.global_scope, *session.scope.chain()):
        for table in (scope.functions, scope.aliases):
            for key in [key for key, info in (table or {}).items() if info.module is module]:
                assert table is not None
                del table[key]
    for name in module.variables:
        session.global_scope.pop(name.lower(), None)
    session.modules.pop(module.name.lower(), None)
    session.commands.changed()


__all__ = [
    "find_module",
    "import_into",
    "load_module",
    "module_folders",
    "not_found",
    "read_manifest",
    "remove_module",
]
