"""Modules by name, versions and identity: `@{ ModuleName = 'x'; ModuleVersion = '1.0' }`."""

from __future__ import annotations

from typing import Any, Final

from shell.engine.commands.metadata import version_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.operators.comparison import compare
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.types.registry.names import named
from shell.values.errors import ArgumentException
from shell.values.objects import Hashtable, Value

SPECIFICATION: Final = "Microsoft.PowerShell.Commands.ModuleSpecification"
_KEYS: Final = {
    "modulename": "name",
    "moduleversion": "version",
    "maximumversion": "maximum_version",
    "requiredversion": "required_version",
    "guid": "guid",
}


@clr_class(
    SPECIFICATION,
    properties="Name:string Guid:object Version:version MaximumVersion:string RequiredVersion:version",
)
class ModuleSpecification:
    """A reference to a module; without versions it matches any version."""

    @clr_constructor("string moduleName")
    @clr_constructor("hashtable moduleSpecification")
    def __init__(self, given: Value) -> None:
        self.name = ""
        self.version: Value = None
        self.maximum_version: str | None = None
        self.required_version: Value = None
        self.guid: Value = None
        if isinstance(given, Hashtable):
            self._read(given)
        else:
            self.name = to_string(given)
        if not self.name:
            raise ArgumentException("The hashtable describing a module does not have the required member 'ModuleName'.")

    def _read(self, table: Hashtable) -> None:
        wrong = [to_string(key) for key, _ in table.items() if to_string(key).lower() not in _KEYS]
        if wrong:
            names = ", ".join(f"'{each}'" for each in wrong)
            raise ArgumentException(
                "The hashtable describing a module contains one or more members that are not valid. The valid members"
                " are (ModuleName, ModuleVersion, RequiredVersion, MaximumVersion, GUID). Remove the members that are"
                f" not valid ({names}), then try again."
            )
        for key, value in table.items():
            self._set(_KEYS[to_string(key).lower()], to_string(value))
        if self.name and not any((self.version, self.maximum_version, self.required_version, self.guid)):
            raise ArgumentException(
                "The hashtable describing a module must have the member 'ModuleVersion', 'MaximumVersion',"
                " 'RequiredVersion' or 'GUID'."
            )
        if self.required_version is not None and (self.version is not None or self.maximum_version):
            raise ArgumentException(
                "The member 'RequiredVersion' cannot stand beside 'ModuleVersion' or 'MaximumVersion' in the hashtable"
                " describing a module."
            )

    def _set(self, attribute: str, text: str) -> None:
        value: Any = version_of(text) if attribute in ("version", "required_version") else text
        if attribute == "guid":
            value = convert(text, named("guid"))
        setattr(self, attribute, value)

    @classmethod
    def of(
        cls, name: str, minimum: Value = None, maximum: str | None = None, required: Value = None
    ) -> ModuleSpecification:
        """Return a specification of a name and limits."""
        made = cls(name)
        made.version, made.maximum_version, made.required_version = minimum, maximum or None, required
        return made

    @property
    def is_plain(self) -> bool:
        """True if the name alone decides."""
        return self.version is None and not self.maximum_version and self.required_version is None and self.guid is None

    def fits(self, version: Value, guid: Value = None) -> bool:
        """True for a module of this version and identity."""
        if self.guid is not None and (guid is None or to_string(self.guid).lower() != to_string(guid).lower()):
            return False
        if self.required_version is not None:
            return compare(version, self.required_version, True) == 0
        if self.version is not None and compare(version, self.version, True) < 0:
            return False
        return not self.maximum_version or compare(version, _highest(self.maximum_version), True) <= 0

    def wanted(self) -> str:
        """Return the versions as messages tell them, after `with version`."""
        if self.required_version is not None:
            return f"'{to_string(self.required_version)}'"
        if self.version is not None and self.maximum_version:
            return f"'{to_string(self.version)}' and maximum version '{self.maximum_version}'"
        return f"'{to_string(self.version) if self.version is not None else self.maximum_version}'"

    def __str__(self) -> str:
        if self.is_plain:
            return self.name
        shown = (
            ("ModuleName", self.name),
            ("Guid", None if self.guid is None else f"{{{to_string(self.guid)}}}"),
            ("RequiredVersion", self.required_version),
            ("ModuleVersion", self.version),
            ("MaximumVersion", self.maximum_version),
        )
        return "@{ " + "; ".join(f"{key} = '{to_string(value)}'" for key, value in shown if value) + " }"

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the name, or the hashtable as a script writes it."""
        return str(self)


def _highest(text: str) -> Value:
    """Return a maximum version: `1.*` is the highest that begins with 1."""
    parts = text.split(".")
    if parts[-1] == "*":
        parts[-1:] = ["999999999"]
    return version_of(".".join(parts) if len(parts) > 1 else parts[0] + ".0")


def version_argument(value: Value) -> Value:
    """Return a version as a command takes it: a bare whole number has a minor version of zero."""
    return f"{value}.0" if type(value) is int else value


__all__ = ["SPECIFICATION", "ModuleSpecification", "version_argument"]
