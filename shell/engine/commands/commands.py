"""Command discovery: aliases, functions, cmdlets, scripts and programs, in this order."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import CONSTANT, READ_ONLY, CmdletInfo, CommandInfo, FilterInfo, FunctionInfo
from shell.engine.commands.external_info import ApplicationInfo, ExternalScriptInfo
from shell.engine.providers.paths import split_drive
from shell.engine.run.scope import PRIVATE
from shell.engine.session.standard_commands import STANDARD_ALIASES, STANDARD_FUNCTIONS
from shell.lazy import lazy
from shell.machine import disk, environment, own_program, path_text
from shell.values.errors import (
    CommandNotFoundException,
    ErrorCategory,
    NetException,
    SessionStateUnauthorizedAccessException,
)
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.commands.cmdlet import Cmdlet
    from shell.engine.modules import module_search
    from shell.engine.providers import table as providers_table
    from shell.engine.run.scope import Scope
    from shell.engine.session.lookup_actions import LookupActions
    from shell.engine.session.runspace import Runspace
else:
    module_search = lazy("shell.engine.modules.module_search", globals())
    providers_table = lazy("shell.engine.providers.table", globals(), "providers_table")


class CmdletSource(Protocol):
    """A source of built-in commands: their names, and a class when it is needed."""

    def names(self) -> Collection[str]:
        """The names of all cmdlets, `Verb-Noun`."""

    def module_of(self, name: str) -> str:
        """The PowerShell module that a cmdlet belongs to."""

    def load(self, name: str) -> type[Cmdlet]:
        """Import a cmdlet's class."""


_DASHES: Final = str.maketrans(dict.fromkeys("\u2013\u2014\u2015", "-"))
ALL_KINDS: Final = ("Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application")


class CommandTable:
    """The commands of a session.

    `epoch` changes with every definition; until then call sites may cache a command. Standard aliases and functions are
    made at their first look-up; a script may replace or remove them like its own.
    """

    def __init__(self, session: Runspace) -> None:
        self.session = session
        self.epoch = 0
        self._cmdlets: dict[str, CmdletInfo] = {}
        self._aliases: dict[str, tuple[str, str, int]] = dict(STANDARD_ALIASES)
        self._functions: dict[str, tuple[str, str]] = dict(STANDARD_FUNCTIONS)
        self._external: dict[str, CommandInfo | None] = {}
        self.find_hooks: list[Callable[[str], CommandInfo | None]] = []
        """Called in order for an unknown name: auto-loading of modules."""
        self.actions: LookupActions | None = None
        """Actions that scripts set for each look-up."""

    def changed(self) -> None:
        """Note that commands were added or removed."""
        self.epoch += 1

    def add_cmdlets(self, source: CmdletSource) -> None:
        """Add the cmdlets of a source."""
        for name in source.names():
            self._cmdlets[name.lower()] = CmdletInfo(name, _loader(source, name), source.module_of(name), self.session)
        self.changed()

    # --- finding ---

    def resolve(self, name: str) -> CommandInfo:
        """Return the command of a name; an alias is not followed. Raises CommandNotFoundException."""
        found = self.find(name) if self.actions is None else self.actions.resolve(name)
        if found is None:
            raise self._unknown_module(name) or not_found(name)
        return found

    def _unknown_module(self, name: str) -> CommandNotFoundException | None:
        """Return the error for `Module\\Command` if the module cannot be loaded."""
        module, _, command = name.partition("\\")
        if not command or not module or module.endswith(".") or _is_path(name) or self._knows_module(module):
            return None
        return CommandNotFoundException(
            f"The module '{module}' could not be loaded. For more information, run 'Import-Module {module}'.",
            error_id="CouldNotAutoLoadModule",
            target=name,
        )

    def _knows_module(self, name: str) -> bool:
        session = self.session
        if module_search.preference(session) == "none" or module_search.built_in_module(session, name) is not None:
            return True
        return module_search.find_module(session, name) is not None

    def find(self, name: str, kinds: Collection[str] = ALL_KINDS) -> CommandInfo | None:
        """Return the command of a name, or None; an unknown name is also tried with `Get-` before it."""
        found = self.find_loaded(name, kinds)
        if found is None and (environment.own("PSModulePath") or environment.own("PSMODULEPATH")):
            found = self._autoload(name.translate(_DASHES), kinds)
        if found is None and name and "-" not in name and not _is_path(name):
            found = self._find("Get-" + name, kinds)
        return found

    def find_loaded(self, name: str, kinds: Collection[str] = ALL_KINDS) -> CommandInfo | None:
        """Return the command of a name without loading a module that has it, or None."""
        return self._find(name.translate(_DASHES), kinds)

    def _autoload(self, name: str, kinds: Collection[str]) -> CommandInfo | None:
        found = module_search.autoload(self.session, name)
        return found if found is not None and found.kind in kinds else None

    def _find(self, name: str, kinds: Collection[str]) -> CommandInfo | None:
        lowered = name.lower()
        if "Alias" in kinds:
            alias = self.find_alias(lowered)
            if alias is not None:
                return alias
        if "Function" in kinds or "Filter" in kinds:
            function = self.find_function(lowered)
            if function is not None:
                return function
        if "Cmdlet" in kinds:
            cmdlet = self._cmdlets.get(lowered)
            if cmdlet is not None:
                return cmdlet
        if "\\" in name and not _is_path(name):
            return self._find_qualified(name, kinds)
        for hook in self.find_hooks:
            hooked = hook(name)
            if hooked is not None and hooked.kind in kinds:
                return hooked
        return self._find_external(name, kinds)

    def _find_qualified(self, name: str, kinds: Collection[str]) -> CommandInfo | None:
        """`Module\\Command`."""
        module, _, command = name.rpartition("\\")
        cmdlet = self._cmdlets.get(command.lower())
        if cmdlet is not None and cmdlet.module_name.lower() == module.lower() and "Cmdlet" in kinds:
            return cmdlet
        for function in self.functions():
            if function.name.lower() == command.lower() and function.module_name.lower() == module.lower():
                return function
        loaded = self.session.modules.get(module.lower())
        exported = getattr(loaded, "exported", None)
        found: CommandInfo | None = exported(command) if exported is not None else None
        return found

    def cmdlet(self, name: str) -> CmdletInfo:
        """Return a cmdlet, even if an alias or function hides it."""
        found = self._cmdlets.get(name.lower())
        if found is None:
            raise not_found(name)
        return found

    def find_alias(self, name: str, scope: Scope | None = None) -> AliasInfo | None:
        """Return the alias of a name as a scope sees it."""
        lowered = name.lower()
        start = scope if scope is not None else self.session.scope
        at: Scope | None = start
        while at is not None:
            if at.aliases is not None and lowered in at.aliases:
                found = at.aliases[lowered]
                if at is start or not int(found.options) & PRIVATE:
                    return found
            at = at.parent
        standard = self._aliases.get(lowered)
        if standard is None:
            return None
        written, target, options = standard
        return self._keep_alias(AliasInfo(written, target, self.session, options))

    def _keep_alias(self, alias: AliasInfo) -> AliasInfo:
        scope = self.session.global_scope
        if scope.aliases is None:
            scope.aliases = {}
        return scope.aliases.setdefault(alias.name.lower(), alias)

    def find_function(self, name: str, scope: Scope | None = None) -> FunctionInfo | None:
        """Return the function of a name as a scope sees it."""
        lowered = name.lower()
        start = scope if scope is not None else self.session.scope
        at: Scope | None = start
        while at is not None:
            if at.functions is not None and lowered in at.functions:
                found = at.functions[lowered]
                if at is start or not int(found.options) & PRIVATE:
                    return found
            at = at.parent
        standard = self._functions.get(lowered) or _drive_function(lowered)
        if standard is None:
            return None
        made = FunctionInfo(standard[0], self._global_block(standard[1]))
        made.session = self.session
        scope = self.session.global_scope
        if scope.functions is None:
            scope.functions = {}
        return scope.functions.setdefault(lowered, made)

    def _global_block(self, text: str):  # type: ignore[no-untyped-def]
        session = self.session
        before, session.scope = session.scope, session.global_scope
        try:
            return session.parse_block(text)
        finally:
            session.scope = before

    def _find_external(self, name: str, kinds: Collection[str]) -> CommandInfo | None:
        if "ExternalScript" not in kinds and "Application" not in kinds:
            return None
        if not _is_path(name):
            if name not in self._external:
                self._external[name] = self._search_path(name)
            found = self._external[name]
        else:
            found = self._at_path(self._path_of(name)) or self._at_pattern(name)
        return found if found is not None and found.kind in kinds else None

    def _path_of(self, name: str) -> str:
        """Return the absolute path of a command given by path; drives of New-PSDrive are resolved."""
        table = self.session.state.get("drives")
        on_drive = split_drive(name)
        if table is not None and on_drive is not None and on_drive[0].lower() in table.drives:
            return str(table.resolve(name).provider_path)
        here = self.session.location
        if (
            name.startswith("/")
            and not path_text.is_windows(name)
            and path_text.is_windows(here)
            and disk.is_file(name)
        ):
            return name  # a path of this machine, though the session's location is on a drive of the server
        return path_text.join(here, _native(name))

    def _search_path(self, name: str) -> CommandInfo | None:
        if not name or has_wildcard(name):
            return None
        script = name if name.lower().endswith(".ps1") else name + ".ps1"
        for folder in path_text.split_list(environment.own("PATH") or ""):
            candidate = path_text.join(folder, script)
            if disk.is_file(candidate):
                return ExternalScriptInfo(candidate, self.session)
        program = disk.program(name)
        if program is None and own_program.is_own_name(name):
            program = own_program.own_path()
        return ApplicationInfo(program) if program else None

    def _at_path(self, path: str) -> CommandInfo | None:
        path = path_text.normpath(path)
        if disk.sandbox() is not None and not disk.may_read(path):
            raise disk.refusal(path)
        if disk.is_file(path + ".ps1"):
            path += ".ps1"
        if not disk.is_file(path):
            program = path if own_program.is_own_path(path) else disk.program(path)
            return ApplicationInfo(program) if program else None
        if path.lower().endswith(".ps1"):
            return ExternalScriptInfo(path, self.session)
        return ApplicationInfo(path)

    def _at_pattern(self, name: str) -> CommandInfo | None:
        """Return the script or program for a path with wildcards, if it matches one file only."""
        if not has_wildcard(name):
            return None
        found = self._files_like(name)
        return self._at_path(found[0]) if len(found) == 1 else None

    def _files_like(self, pattern: str) -> list[str]:
        try:
            return [str(each.provider_path) for each in providers_table.drive_table(self.session).expand(pattern)]
        except NetException:
            return []

    # --- listing ---

    def search(
        self, pattern: str, kinds: Collection[str] = ("Alias", "Function", "Filter", "Cmdlet")
    ) -> Iterator[CommandInfo]:
        """Yield the commands whose name matches a wildcard pattern: aliases, functions, cmdlets, each sorted by name.

        A pattern that is a path finds scripts and programs.
        """
        if _is_path(pattern):
            at_paths = (self._at_path(each) for each in self._files_like(pattern))
            yield from (each for each in at_paths if each is not None and each.kind in kinds)
            return
        matches = wildcard_matcher(pattern)
        groups: list[tuple[Collection[str], Callable[[], list[CommandInfo]]]] = [
            (("Alias",), lambda: list(self.aliases())),
            (("Function", "Filter"), lambda: list(self.functions())),
            (("Cmdlet",), lambda: list(self._cmdlets.values())),
        ]
        for members, listed in groups:
            if not any(each in kinds for each in members):
                continue
            found = [each for each in listed() if each.kind in kinds and matches(each.name)]
            yield from sorted(found, key=lambda each: each.name.lower())

    def aliases(self, scope: Scope | None = None) -> list[AliasInfo]:
        """Return all aliases that a scope sees."""
        for lowered in self._aliases:
            self.find_alias(lowered, self.session.global_scope)
        return self._visible("aliases", scope)

    def functions(self, scope: Scope | None = None) -> list[FunctionInfo]:
        """Return all functions that a scope sees."""
        for lowered in self._functions:
            self.find_function(lowered, self.session.global_scope)
        return self._visible("functions", scope)

    def _visible(self, attribute: str, scope: Scope | None) -> list:  # type: ignore[type-arg]
        found: dict[str, CommandInfo] = {}
        start = scope if scope is not None else self.session.scope
        for at in start.chain():
            for name, info in (getattr(at, attribute) or {}).items():
                if at is start or not int(info.options) & PRIVATE:
                    found.setdefault(name, info)
        return list(found.values())

    def cmdlets(self) -> list[CmdletInfo]:
        """Return all cmdlets."""
        return list(self._cmdlets.values())

    # --- defining ---

    def define_function(self, info: FunctionInfo, scope: Scope, *, force: bool = False) -> None:
        """Define a function in a scope. Fails for a constant one, and without `force` for a read-only one."""
        lowered = info.name.lower()
        known = scope.functions.get(lowered) if scope.functions is not None else None
        if known is not None and int(known.options) & (CONSTANT if force else READ_ONLY | CONSTANT):
            raise not_writable("function", info.name)
        if info.kind == "Function" and getattr(info.script_block, "is_filter", False):
            info.__class__ = FilterInfo
        info.session = self.session
        if scope.functions is None:
            scope.functions = {}
        scope.functions[lowered] = info
        self.changed()

    def remove_function(self, name: str, scope: Scope | None = None) -> bool:
        """Remove the function that a scope sees; return False if there is none."""
        return self._remove("functions", self._functions, name, scope)

    def define_alias(self, info: AliasInfo, scope: Scope) -> None:
        """Define an alias in a scope."""
        if scope.aliases is None:
            scope.aliases = {}
        scope.aliases[info.name.lower()] = info
        self.changed()

    def remove_alias(self, name: str, scope: Scope | None = None) -> bool:
        """Remove the alias that a scope sees; return False if there is none."""
        return self._remove("aliases", self._aliases, name, scope)

    def _remove(self, attribute: str, standard: dict, name: str, scope: Scope | None) -> bool:  # type: ignore[type-arg]
        lowered = name.lower()
        at: Scope | None = scope if scope is not None else self.session.scope
        self.changed()
        while at is not None:
            known = getattr(at, attribute)
            if known is not None and lowered in known:
                del known[lowered]
                standard.pop(lowered, None)
                return True
            at = at.parent
        return standard.pop(lowered, None) is not None


def _loader(source: CmdletSource, name: str) -> Callable[[], type[Cmdlet]]:
    return lambda: source.load(name)


def _drive_function(name: str) -> tuple[str, str] | None:
    """Return the function that changes to a drive, `C:`, as on Windows."""
    is_drive = len(name) == 2 and name[1] == ":" and name[0].isascii() and name[0].isalpha() and environment.is_server()
    return (name.upper(), f"Set-Location {name.upper()}") if is_drive else None


def _is_path(name: str) -> bool:
    if "/" in name or name.startswith((".\\", "..\\", "~\\", "\\")):
        return True
    return name[1:3] == ":\\" or (":\\" in name and split_drive(name) is not None)


def _native(path: str) -> str:
    if path.startswith("~"):
        path = os.path.expanduser("~") + path[1:]
    return path_text.native(path)


def not_found(name: str) -> CommandNotFoundException:
    """Return the error for an unknown command."""
    return CommandNotFoundException(
        f"The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"
        "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
        target=name,
    )


def not_writable(what: str, name: str) -> SessionStateUnauthorizedAccessException:
    """Return the error for changing a read-only or constant command."""
    title = what.capitalize()
    return SessionStateUnauthorizedAccessException(
        f"Cannot write to {what} {name} because it is read-only or constant.",
        error_id=f"{title}NotWritable",
        category=ErrorCategory.WriteError,
        target=name,
    )


__all__ = [
    "ALL_KINDS",
    "AliasInfo",
    "ApplicationInfo",
    "CmdletInfo",
    "CmdletSource",
    "CommandInfo",
    "CommandTable",
    "ExternalScriptInfo",
    "FilterInfo",
    "FunctionInfo",
    "not_found",
    "not_writable",
]
