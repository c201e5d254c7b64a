"""The objects that the module's cmdlets write: `Microsoft.ActiveDirectory.Management.ADUser` and its kin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, exception_type, register
from shell.types.registry.declarations import define_type
from shell.values.errors import SystemException, exception_class
from shell.values.objects import ArrayList, PSObject, Value

from ..exchange.conversion import to_shell
from .entries import Entry
from .properties import DEFAULTS, is_several, read

if TYPE_CHECKING:
    from shell.dotnet.security import principals
else:
    principals = lazy("shell.dotnet.security.principals", globals())


SPACE: Final = "Microsoft.ActiveDirectory.Management."

_BASES: Final = {
    "ADObject": "ADEntity",
    "ADPrincipal": "ADObject",
    "ADAccount": "ADPrincipal",
    "ADUser": "ADAccount",
    "ADGroup": "ADPrincipal",
    "ADComputer": "ADAccount",
    "ADOrganizationalUnit": "ADObject",
    "ADPartition": "ADObject",
    "ADDomain": "ADPartition",
    "ADForest": "ADEntity",
    "ADDirectoryServer": "ADEntity",
    "ADDomainController": "ADDirectoryServer",
    "ADRootDSE": "ADEntity",
}


def _types() -> dict[str, ClrType]:
    made = {"ADEntity": register(define_type(SPACE + "ADEntity", OBJECT))}
    for name, base in _BASES.items():
        made[name] = register(define_type(SPACE + name, made[base]))
    return made


TYPES: Final = _types()

ADException: Final = exception_class(SPACE + "ADException", SystemException, __name__)
ADIdentityResolutionException: Final = exception_class(SPACE + "ADIdentityResolutionException", ADException, __name__)
ADIdentityNotFoundException: Final = exception_class(
    SPACE + "ADIdentityNotFoundException", ADIdentityResolutionException, __name__
)
ADIdentityAlreadyExistsException: Final = exception_class(
    SPACE + "ADIdentityAlreadyExistsException", ADIdentityResolutionException, __name__
)
ADPasswordComplexityException: Final = exception_class(SPACE + "ADPasswordComplexityException", ADException, __name__)
ADServerDownException: Final = exception_class(SPACE + "ADServerDownException", ADException, __name__)
ADFilterParsingException: Final = exception_class(SPACE + "ADFilterParsingException", ADException, __name__)
for _each in (
    ADException,
    ADIdentityResolutionException,
    ADIdentityNotFoundException,
    ADIdentityAlreadyExistsException,
    ADPasswordComplexityException,
    ADServerDownException,
    ADFilterParsingException,
):
    exception_type(_each)

WEAK: Final = "The password does not meet the length, complexity, or history requirement of the domain."


class ADEntity:
    """An object of the directory as a script holds it; its properties are members of the PSObject around it."""

    __slots__ = ("clr_type", "entry", "text")

    def __init__(self, kind: str, text: str, entry: Entry | None = None) -> None:
        self.clr_type = TYPES[kind]
        self.text = text
        self.entry = entry

    def __str__(self) -> str:
        return self.text


def make_object(kind: str, entry: Entry, names: list[str]) -> PSObject:
    """An object with some properties of an entry, by the names that the directory spells."""
    members = {name: shell_value(name, read(kind, entry, name)) for name in names}
    return PSObject(ADEntity(kind, entry.distinguished_name, entry), members)


def make_plain(kind: str, text: str, values: dict[str, Any]) -> PSObject:
    """An object that is no entry of the domain: a domain, a forest, a domain controller."""
    return PSObject(ADEntity(kind, text), {name: shell_value(name, value) for name, value in values.items()})


def default_names(kind: str) -> list[str]:
    """What is shown of a kind unasked."""
    return DEFAULTS[kind].split()


def shell_value(name: str, value: Any) -> Value:
    """A value of the directory as a script sees it."""
    if name in ("SID", "objectSid", "DomainSID") and value is not None:
        return principals.SecurityIdentifier(value)
    if isinstance(value, tuple):
        return ArrayList(value)
    if value is not None and is_several(name):
        return ArrayList([to_shell(value)])
    return to_shell(value)


def principal(entry: Entry) -> PSObject:
    """A member of a group as Get-ADGroupMember writes it, its properties in LDAP's spelling."""
    members = {
        "distinguishedName": entry.distinguished_name,
        "name": entry.get("name"),
        "objectClass": entry.get("objectClass")[-1],
        "objectGUID": to_shell(entry.guid),
        "SamAccountName": entry.sam,
        "SID": shell_value("SID", entry.get("objectSid")),
    }
    return PSObject(ADEntity("ADPrincipal", entry.distinguished_name, entry), members)


__all__ = ["SPACE", "TYPES", "ADEntity", "default_names", "make_object", "make_plain", "principal", "shell_value"]
