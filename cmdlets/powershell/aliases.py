"""Get-, Set-, New- and Remove-Alias."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.cmdlet import Cmdlet, Example, Impact, parameter
from shell.engine.commands.command_info import CONSTANT, OPTIONS, READ_ONLY
from shell.engine.run.scope import ALL_SCOPE, PRIVATE, Scope
from shell.engine.session.variable_objects import scope_named
from shell.types.registry.enumeration import enum_value
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    ItemNotFoundException,
    SessionStateException,
    SessionStateUnauthorizedAccessException,
)
from shell.values.wildcard import has_wildcard, wildcard_matcher

_OPTION = "System.Management.Automation.ScopedItemOptions"
SCOPE_HELP = "Global, Script, Local, or a number of scopes outwards."


class AliasCommand(Cmdlet):
    """What the alias commands share."""

    scope_name: str = parameter("string", name="Scope", help=SCOPE_HELP)

    def target_scope(self) -> Scope:
        """Return the scope of -Scope, else the current one."""
        return scope_named(self.session, self.scope_name) if self.scope_name else self.session.scope

    def missing(self, name: str) -> ErrorRecord:
        """Return the error for a name that no alias has."""
        text = f"This command cannot find a matching alias because an alias with the name '{name}' does not exist."
        return self.error(
            text, "ItemNotFoundException", ErrorCategory.ObjectNotFound, name, exception=ItemNotFoundException
        )

    def define(self, name: str, value: str, option: Any, description: str, force: bool) -> AliasInfo | None:
        """Define an alias, or report why not."""
        known = self._in_the_way(name)
        if known is not None:
            options = int(known.options)
            if options & CONSTANT or (options & READ_ONLY and not force):
                self.write_error(self._protected(name))
                return None
            if option is not None and int(option) & CONSTANT:
                self.write_error(self._too_late(name))
                return None
        made = AliasInfo(name, value, self.session, int(option) if option is not None else 0, description or "")
        if known is not None and option is None:
            made.options = enum_value(OPTIONS, int(known.options) & ~(READ_ONLY | PRIVATE))
        if (self.scope_name or "").lower() == "private":
            made.options = enum_value(OPTIONS, int(made.options) | PRIVATE)
        self.session.commands.define_alias(made, self.target_scope())
        return made

    def _in_the_way(self, name: str) -> AliasInfo | None:
        """Return the alias that a new one would replace: that of its scope, or one that all scopes share."""
        scope = self.target_scope()
        known = self.session.commands.find_alias(name, scope)
        own = (scope.aliases or {}).get(name.lower())
        return known if known is None or known is own or int(known.options) & ALL_SCOPE else own

    def _too_late(self, name: str) -> ErrorRecord:
        return self.error(
            f"Existing alias {name} cannot be made constant. Aliases can be made constant only at creation time.",
            "AliasCannotBeMadeConstant",
            ErrorCategory.WriteError,
            name,
            exception=SessionStateUnauthorizedAccessException,
        )

    def _protected(self, name: str) -> ErrorRecord:
        text = f"Alias is not writeable because alias {name} is read-only or constant and cannot be written to."
        return self.error(
            text,
            "AliasNotWritable",
            ErrorCategory.WriteError,
            name,
            exception=SessionStateUnauthorizedAccessException,
        )


class GetAlias(
    AliasCommand, verb="Get", noun="Alias", default_set="Default", output=("System.Management.Automation.AliasInfo",)
):
    """Show aliases."""

    examples = (
        Example("Get-Alias gcm", "What an alias stands for."),
        Example("Get-Alias -Definition Get-ChildItem", "The aliases of a command."),
    )

    name: list[str] = parameter(
        "string[]",
        sets=("Default",),
        position=0,
        pipeline=True,
        by_property_name=True,
        not_null_or_empty=True,
        help="Names or patterns.",
    )
    exclude: list[str] = parameter("string[]", help="No names that match one of these.")
    definition: list[str] = parameter(
        "string[]", sets=("Definition",), not_null_or_empty=True, help="The commands whose aliases are wanted."
    )

    def process(self) -> None:
        """Show."""
        if self.definition:
            self._show_definitions()
            return
        for pattern in self.name or ["*"]:
            found = self._by_name(pattern)
            if not found and not has_wildcard(pattern):
                self.write_error(self.missing(pattern))
            for each in found:
                self.write(each)

    def _by_name(self, pattern: str) -> list[AliasInfo]:
        matches = wildcard_matcher(pattern)
        return [each for each in self._all() if matches(each.name)]

    def _show_definitions(self) -> None:
        for pattern in self.definition:
            matches = wildcard_matcher(pattern)
            found = [each for each in self._all() if matches(each.target)]
            if not found and not has_wildcard(pattern):
                text = (
                    "This command cannot find a matching alias because an alias with the definition"
                    f" '{pattern}' does not exist."
                )
                record = self.error(
                    text,
                    "ItemNotFoundException",
                    ErrorCategory.ObjectNotFound,
                    pattern,
                    exception=ItemNotFoundException,
                )
                self.write_error(record)
            for each in found:
                self.write(each)

    def _all(self) -> list[AliasInfo]:
        excluded = [wildcard_matcher(each) for each in self.exclude or ()]
        scope = self.target_scope() if self.scope_name else None
        listed = list((scope.aliases or {}).values()) if scope is not None else self.session.commands.aliases()
        kept = [each for each in listed if not any(matches(each.name) for matches in excluded)]
        return sorted(kept, key=lambda each: each.name.lower())


class _AliasWriter(AliasCommand):
    """What Set-Alias and New-Alias share."""

    name: str = parameter("string", mandatory=True, position=0, by_property_name=True, help="The alias.")
    value: str = parameter(
        "string", mandatory=True, position=1, by_property_name=True, help="The command it stands for."
    )
    description: str = parameter("string", help="A text about the alias.")
    option: Any = parameter(_OPTION, help="ReadOnly, Constant, Private, AllScope.")
    pass_thru: bool = parameter("switch", help="Show the alias.")
    force: bool = parameter("switch", help="Replace one that is read-only or exists.")

    def set_alias(self, action: str) -> None:
        """Define the alias of this call."""
        if not self.should_process(f"Name: {self.name} Value: {self.value}", action):
            return
        made = self.define(self.name, self.value, self.option, self.description, self.force)
        if made is not None and self.pass_thru:
            self.write(made)


class SetAlias(_AliasWriter, verb="Set", noun="Alias", should_process=True, impact=Impact.LOW):
    """Make an alias, or change one."""

    examples = (Example("Set-Alias list Get-ChildItem", "Another name for a command."),)

    def process(self) -> None:
        """Define."""
        self.set_alias("Set Alias")


class NewAlias(_AliasWriter, verb="New", noun="Alias", should_process=True, impact=Impact.LOW):
    """Make an alias; one of the same name is an error."""

    examples = (Example("New-Alias list Get-ChildItem", "Another name for a command."),)

    def process(self) -> None:
        """Define."""
        if not self.force and self.session.commands.find_alias(self.name) is not None:
            text = f"The alias is not allowed, because an alias with the name '{self.name}' already exists."
            record = self.error(
                text,
                "AliasAlreadyExists",
                ErrorCategory.ResourceExists,
                self.name,
                exception=SessionStateException,
            )
            self.write_error(record)
            return
        self.set_alias("New Alias")


class RemoveAlias(AliasCommand, verb="Remove", noun="Alias", default_set="Default"):
    """Remove aliases."""

    examples = (Example("Set-Alias list Get-ChildItem; Remove-Alias list", "Make an alias and remove it."),)

    name: list[str] = parameter(
        "string[]", mandatory=True, position=0, pipeline=True, by_property_name=True, help="The aliases."
    )
    force: bool = parameter("switch", help="Remove read-only ones too.")

    def process(self) -> None:
        """Remove."""
        scope = self.target_scope() if self.scope_name else None
        for name in self.name:
            known = self.session.commands.find_alias(name, scope)
            if scope is not None and known is not (scope.aliases or {}).get(name.lower()):
                known = None
            if known is None:
                self.write_error(self.missing(name))
                continue
            options = int(known.options)
            if options & CONSTANT or (options & READ_ONLY and not self.force):
                text = (
                    f"Alias was not removed because alias {name} is constant or read-only. If the alias is read-only,"
                    " try the operation again specifying the Force option."
                )
                record = self.error(
                    text,
                    "AliasNotRemovable",
                    ErrorCategory.WriteError,
                    name,
                    exception=SessionStateUnauthorizedAccessException,
                )
                self.write_error(record)
                continue
            self.session.commands.remove_alias(name, scope)
