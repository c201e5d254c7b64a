"""Where modules are: the folders of $env:PSModulePath, versions side by side, and what a module that is not loaded
would export, for commands that load their module when they are first used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.io.text_files import read_text
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import FunctionInfo
from shell.engine.commands.metadata import version_of
from shell.engine.modules.modules import PSModuleInfo
from shell.engine.modules.specification import ModuleSpecification
from shell.engine.providers.base import DriveNotFoundException
from shell.language import parse
from shell.language.tree import FunctionDefinitionAst, PipelineAst
from shell.lazy import lazy
from shell.machine import disk, environment, path_text
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, FileNotFoundException, NetException
from shell.values.objects import Hashtable, PSObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.commands.command_info import CommandInfo
    from shell.engine.modules import module_loading
    from shell.engine.modules.modules import PSModuleInfo
    from shell.engine.modules.specification import ModuleSpecification
    from shell.engine.providers import table
    from shell.engine.session.runspace import Runspace
else:
    module_loading = lazy("shell.engine.modules.module_loading", globals())
    table = lazy("shell.engine.providers.table", globals())

_EXTENSIONS: Final = (".psd1", ".psm1", ".ps1")
_NAMED_EXTENSIONS: Final = (".psm1", ".psd1", ".ps1", ".dll", ".cdxml")


def not_found(name: str, wanted: ModuleSpecification | None = None) -> FileNotFoundException:
    """Return the error for a module that does not exist, or not in the required version."""
    plain = wanted is None or wanted.is_plain
    version = "" if wanted is None or plain else f" with version {wanted.wanted()}"
    return FileNotFoundException(
        f"The specified module '{name}'{version} was not loaded because no valid module file was found in any module"
        " directory.",
        error_id="Modules_ModuleNotFound" if plain else "Modules_ModuleWithVersionNotFound",
        category=ErrorCategory.ResourceUnavailable,
        target=name,
    )


def module_folders() -> list[str]:
    """Return the folders that $env:PSModulePath lists."""
    listed = next((value for name, value in environment.own_items().items() if name.lower() == "psmodulepath"), "")
    return path_text.split_list(listed)


def built_in_module(session: Runspace, name: str) -> PSModuleInfo | None:
    """Return a module that is loaded, or that the program itself is because it has cmdlets of that module."""
    known = session.modules.get(name.lower())
    if known is not None:
        found: PSModuleInfo = known
        return found
    cmdlets = [each for each in session.commands.cmdlets() if each.module_name.lower() == name.lower()]
    if not cmdlets:
        return None
    made = PSModuleInfo(session, cmdlets[0].module_name)
    made.kind = "Manifest"
    made.version = cmdlets[0].version or version_of("0.0")
    made.cmdlets = {each.name: each for each in cmdlets}
    return made


def loaded_module(session: Runspace, wanted: ModuleSpecification, **how: Value) -> PSModuleInfo | None:
    """Return a module, importing it if needed; None if it does not exist.

    `how` are parameters of Import-Module.
    """
    known = built_in_module(session, wanted.name)
    if known is not None and wanted.fits(known.version, known.guid):
        return known
    if find_module(session, wanted.name, wanted) is None:
        return None
    given: dict[str, Value] = {"Name": wanted.name} if wanted.is_plain else {"FullyQualifiedName": wanted}
    imported: list[PSModuleInfo] = []
    session.run_command("Import-Module", **given, **how, Global=True, PassThru=True, out=imported.append)
    return imported[0] if imported else None


def native_path(session: Runspace, path: str) -> str:
    """Return a path as this system has it: drives of the session and `~` count; a drive that is none stays a name."""
    try:
        return table.drive_table(session).resolve(path).provider_path
    except DriveNotFoundException:
        return path_text.normpath(path_text.join(session.location, path_text.native(path)))


def find_module(session: Runspace, name: str, wanted: ModuleSpecification | None = None) -> str | None:
    """Return the file of a module: a path, or a name that is looked for in the module folders."""
    if is_path(name):
        return file_at(disk.admit(native_path(session, name)))
    for folder in module_folders():
        for path in _candidates(path_text.join(folder, path_text.native(name)), path_text.basename(name)):
            if wanted is None or wanted.is_plain or wanted.fits(*_identity(session, path)):
                return path
    return None


def is_path(name: str) -> bool:
    """True for a path, rather than the name of a module in the module folders."""
    lowered = name.lower()
    if lowered.endswith(_NAMED_EXTENSIONS) or name.startswith("~") or path_text.isabs(name):
        return True
    return name.startswith((".", "/", "\\")) or "/" in name or "\\" in name


def file_at(path: str) -> str | None:
    """Return the file of a module by its path: a file, one without its extension, or a folder of that name."""
    if disk.is_file(path):
        return path
    base = path_text.basename(path)
    for candidate in (path, path_text.join(path, base)):
        for extension in _EXTENSIONS:
            if disk.is_file(candidate + extension):
                return candidate + extension
    return next(_versions(path, base), None)


def _candidates(folder: str, name: str) -> Iterator[str]:
    """Yield a module's files: versions side by side, the highest first, then the one without a version's folder."""
    yield from _versions(folder, name)
    for extension in (".psd1", ".psm1"):
        path = path_text.join(folder, name + extension)
        if disk.is_file(path):
            yield path
            return


def _versions(folder: str, name: str) -> Iterator[str]:
    if not disk.is_folder(folder):
        return
    numbered = [(parts, each) for each in disk.names(folder) if (parts := _numbers(each))]
    for _, each in sorted(numbered, reverse=True):
        for extension in (".psd1", ".psm1"):
            path = path_text.join(folder, each, name + extension)
            if disk.is_file(path):
                yield path
                break


def _numbers(name: str) -> tuple[int, ...]:
    parts = name.split(".")
    return tuple(map(int, parts)) if len(parts) > 1 and all(each.isdigit() for each in parts) else ()


def _identity(session: Runspace, path: str) -> tuple[Value, Value]:
    described = describe(session, path)
    return described.version, described.guid


def describe(session: Runspace, path: str) -> PSModuleInfo:
    """Return what a module's manifest says, with the commands that it would export, without loading it."""
    name, extension = path_text.splitext(path_text.basename(path))
    made = PSModuleInfo(session, name, path)
    if extension.lower() == ".psd1":
        manifest = module_loading.read_manifest(session, path)
        manifest.describe(made)
        made.kind = "Script" if made.root_module else "Manifest"
        made.required_modules = [_named(session, specification(each)) for each in manifest.values("RequiredModules")]
    functions, aliases = exported_names(session, path)
    made.functions = {each: FunctionInfo(each, session.parse_block("")) for each in functions}
    for each in made.functions.values():
        each.module = made
    made.aliases = {each: AliasInfo(each, each, session) for each in aliases}
    return made


def _named(session: Runspace, wanted: ModuleSpecification) -> PSModuleInfo:
    """Return a module that a manifest asks for: by its name alone, with a version where the manifest says one."""
    made = PSModuleInfo(session, wanted.name)
    made.version = wanted.required_version or wanted.version or made.version
    return made


def available(session: Runspace) -> Iterator[str]:
    """Yield the files of all modules in the module folders, by name within each folder."""
    for folder in module_folders():
        if not disk.is_folder(folder):
            continue
        for name in sorted(disk.names(folder), key=str.lower):
            yield from _candidates(path_text.join(folder, name), name)


# --- what a module would export --------------------------------------------------------------------------------------


def exported_names(session: Runspace, path: str) -> tuple[list[str], list[str]]:
    """Return the names of the functions and aliases that a module's files export, as far as they say it plainly."""
    known: dict[str, Any] = session.state.setdefault("exported names", {})
    try:
        changed = disk.status(path).st_mtime_ns
    except OSError:
        return [], []
    if path not in known or known[path][0] != changed:
        known[path] = (changed, _read_names(session, path))
    found: tuple[list[str], list[str]] = known[path][1]
    return found


def _read_names(session: Runspace, path: str) -> tuple[list[str], list[str]]:
    if not path.lower().endswith(".psd1"):
        return _names_in(path)
    try:
        manifest = module_loading.read_manifest(session, path)
    except NetException:
        return [], []
    functions, aliases = manifest.patterns("FunctionsToExport"), manifest.patterns("AliasesToExport")
    if not any(has_wildcard(each) for each in (*functions, *aliases)):
        return functions, aliases
    found: tuple[list[str], list[str]] = ([], [])
    folder = path_text.dirname(path)
    for name in (manifest.text("RootModule") or manifest.text("ModuleToProcess"), *manifest.texts("NestedModules")):
        file = file_at(path_text.join(folder, name)) if name else None
        if file is not None and file.lower().endswith((".psm1", ".ps1")):
            inner = _names_in(file)
            found[0].extend(inner[0])
            found[1].extend(inner[1])
    return _matching(found[0], functions), _matching(found[1], aliases)


def _matching(names: list[str], patterns: list[str]) -> list[str]:
    tests = [wildcard_matcher(each) for each in patterns]
    return [name for name in names if any(test(name) for test in tests)]


def _names_in(path: str) -> tuple[list[str], list[str]]:
    """Return what a script module defines at its top, narrowed by what Export-ModuleMember is given as plain words."""
    functions: list[str] = []
    aliases: list[str] = []
    chosen: list[str] | None = None
    block = parse(read_text(path), path).tree.end_block
    for statement in block.statements if block is not None else ():
        if isinstance(statement, FunctionDefinitionAst):
            functions.append(statement.name.rpartition(":")[2])
        elif isinstance(statement, PipelineAst):
            words = [_constant(each) for each in getattr(statement.pipeline_elements[0], "command_elements", ())]
            command = (words[0] or "").lower() if words else ""
            if command in ("set-alias", "new-alias") and len(words) > 1:
                named = [each for each in words[1:] if each]
                aliases += named[:1]
            elif command == "export-modulemember":
                chosen = (chosen or []) + [part for each in words[1:] if each for part in each.split("\0")]
    if chosen is None:
        return functions, aliases
    return _matching(functions, chosen), _matching(aliases, chosen)


def _constant(node: Any) -> str | None:
    """Return a plain word, or the words of a list joined with a zero character; None for anything else."""
    value = getattr(node, "value", None)
    if isinstance(value, str):
        return value
    parts = [_constant(each) for each in getattr(node, "elements", ())]
    return "\0".join(each for each in parts if each) if parts else None


# --- loading when a command is first used ----------------------------------------------------------------------------


def autoload(session: Runspace, name: str) -> CommandInfo | None:
    """Import the module in the module folders that has a command, and return the command."""
    if not module_folders() or has_wildcard(name):
        return None
    module, _, command = name.partition("\\")
    if module and command and not is_path(module):
        return _autoload_qualified(session, module, name)
    if is_path(name) or preference(session) != "all":
        return None
    busy: set[str] = session.state.setdefault("modules being found", set())
    lowered = name.lower()
    if lowered in busy:
        return None
    busy.add(lowered)
    try:
        for path in available(session):
            functions, aliases = exported_names(session, path)
            if lowered not in {each.lower() for each in (*functions, *aliases)}:
                continue
            if path_text.splitext(path_text.basename(path))[0].lower() in session.modules:
                continue
            session.run_command("Import-Module", path, Global=True)
            return session.commands.find_loaded(name)
    finally:
        busy.discard(lowered)
    return None


def _autoload_qualified(session: Runspace, module: str, name: str) -> CommandInfo | None:
    """`Module\\Command`: import the module, whatever it seems to export, unless it is there already."""
    if module.lower() in session.modules or preference(session) == "none":
        return None
    path = find_module(session, module)
    if path is None:
        return None
    session.run_command("Import-Module", path, Global=True)
    return session.commands.find_loaded(name)


def preference(session: Runspace) -> str:
    """Return which commands load the module that has them: all, modulequalified or none."""
    value = session.get_variable("PSModuleAutoLoadingPreference")
    return "all" if value is None else to_string(value).lower()


def specification(value: Value) -> ModuleSpecification:
    """Return a required module of a manifest or a `#requires` line: a name or a hashtable."""
    base = value.base if isinstance(value, PSObject) else value
    if isinstance(base, ModuleSpecification):
        return base
    return ModuleSpecification(base if isinstance(base, Hashtable) else to_string(base))


__all__ = [
    "autoload",
    "available",
    "built_in_module",
    "describe",
    "exported_names",
    "file_at",
    "find_module",
    "is_path",
    "loaded_module",
    "module_folders",
    "not_found",
    "specification",
]
