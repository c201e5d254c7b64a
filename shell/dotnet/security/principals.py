"""System.Security.Principal: accounts, the current user and its roles.

The current user is this machine's, shown as a Windows Server account; .NET has none on other systems.
"""

from __future__ import annotations

import re
from typing import Any, Final

from shell.machine.environment import is_administrator
from shell.types import exception_type, named
from shell.types.members.calling import get_static
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.types.registry.descriptions import ClrType
from shell.types.registry.enumeration import EnumValue
from shell.values.errors import ArgumentException, exception_class
from shell.values.objects import TypedArray, Value, unwrap

IdentityNotMappedException = exception_class(
    "System.Security.Principal.IdentityNotMappedException", ArgumentException, __name__
)
exception_type(IdentityNotMappedException)

_SPACE: Final = "System.Security.Principal."
_WELL_KNOWN: Final = {
    "S-1-0-0": "NULL SID",
    "S-1-1-0": "Everyone",
    "S-1-3-0": "CREATOR OWNER",
    "S-1-5-7": "NT AUTHORITY\\ANONYMOUS LOGON",
    "S-1-5-10": "NT AUTHORITY\\SELF",
    "S-1-5-11": "NT AUTHORITY\\Authenticated Users",
    "S-1-5-18": "NT AUTHORITY\\SYSTEM",
    "S-1-5-19": "NT AUTHORITY\\LOCAL SERVICE",
    "S-1-5-20": "NT AUTHORITY\\NETWORK SERVICE",
    "S-1-5-32-544": "BUILTIN\\Administrators",
    "S-1-5-32-545": "BUILTIN\\Users",
    "S-1-5-32-546": "BUILTIN\\Guests",
    "S-1-5-32-551": "BUILTIN\\Backup Operators",
}
_OWN_SID: Final = "S-1-5-21-1004336348-1177238915-682003330-500"
_ADMINISTRATORS: Final = "S-1-5-32-544"
_EVERYBODY: Final = ("S-1-1-0", "S-1-5-11", "S-1-5-32-545")


def _own_name() -> str:
    owner = named("System.Environment")
    return f"{get_static(owner, 'UserDomainName')}\\{get_static(owner, 'UserName')}"


def _sid_of(name: str) -> str | None:
    lowered = name.lower()
    if lowered in (_own_name().lower(), _own_name().partition("\\")[2].lower()):
        return _OWN_SID
    for sid, known in _WELL_KNOWN.items():
        if lowered in (known.lower(), known.rpartition("\\")[2].lower()):
            return sid
    return None


@clr_class(_SPACE + "IdentityReference", properties="Value:string", is_abstract=True)
class IdentityReference:
    """Base of NTAccount and SecurityIdentifier."""

    value: str

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdentityReference) and other.value.lower() == self.value.lower()

    def __hash__(self) -> int:
        return hash(self.value.lower())


@clr_class(
    _SPACE + "SecurityIdentifier",
    _SPACE + "IdentityReference",
    properties="AccountDomainSid:object BinaryLength:int",
    interfaces="System.IComparable",
)
class SecurityIdentifier(IdentityReference):
    """A security identifier (SID)."""

    @clr_constructor("string sddlForm")
    def __init__(self, sddl_form: str) -> None:
        if not re.fullmatch(r"S-1(-[0-9]+){2,16}", sddl_form or "", re.IGNORECASE):
            raise ArgumentException("Value was invalid. (Parameter 'sddlForm')")
        self.value = sddl_form.upper()
        parts = self.value.split("-")
        self.binary_length = 8 + 4 * (len(parts) - 3)
        of_domain = len(parts) == 8 and parts[3] == "21"
        self.account_domain_sid: Value = SecurityIdentifier("-".join(parts[:-1])) if of_domain else None

    @clr_method("Translate", "type targetType -> System.Security.Principal.IdentityReference")
    def translate(self, target: ClrType) -> Value:
        """Return the account's name; raises IdentityNotMappedException for an unknown SID."""
        if target.name.endswith("SecurityIdentifier"):
            return self
        name = _own_name() if self.value == _OWN_SID else _WELL_KNOWN.get(self.value)
        if name is None:
            raise IdentityNotMappedException("Some or all identity references could not be translated.")
        return NTAccount(name)


@clr_class(_SPACE + "NTAccount", _SPACE + "IdentityReference")
class NTAccount(IdentityReference):
    """An account name, `DOMAIN\\name`."""

    def __init__(self, name: str) -> None:
        self.value = name

    @clr_constructor("string name")
    @staticmethod
    def of_name(name: str) -> NTAccount:
        """Create an account from its full name."""
        return NTAccount(name)

    @clr_constructor("string domainName, string accountName")
    @staticmethod
    def of_domain(domain: str, name: str) -> NTAccount:
        """Create an account from domain and name."""
        return NTAccount(f"{domain}\\{name}" if domain else name)

    @clr_method("Translate", "type targetType -> System.Security.Principal.IdentityReference")
    def translate(self, target: ClrType) -> Value:
        """Return the account's SID; raises IdentityNotMappedException for an unknown name."""
        if target.name.endswith("NTAccount"):
            return self
        found = _sid_of(self.value)
        if found is None:
            raise IdentityNotMappedException("Some or all identity references could not be translated.")
        return SecurityIdentifier(found)


@clr_class(
    _SPACE + "WindowsIdentity",
    properties="Name:string AuthenticationType:string IsAuthenticated:bool IsSystem:bool IsGuest:bool IsAnonymous:bool"
    " User:System.Security.Principal.SecurityIdentifier Owner:System.Security.Principal.SecurityIdentifier"
    " Groups:object",
    interfaces="System.Security.Principal.IIdentity System.IDisposable",
)
class WindowsIdentity:
    """The user that runs the shell."""

    authentication_type = "Negotiate"
    is_authenticated = True
    is_system = is_guest = is_anonymous = False

    def __init__(self) -> None:
        self.name = _own_name()
        self.user = self.owner = SecurityIdentifier(_OWN_SID)
        groups = (*_EVERYBODY, _ADMINISTRATORS) if is_administrator() else _EVERYBODY
        self.groups = TypedArray(named(_SPACE + "IdentityReference"), map(SecurityIdentifier, groups))

    @clr_method("GetCurrent", "-> System.Security.Principal.WindowsIdentity", static=True)
    @staticmethod
    def get_current() -> WindowsIdentity:
        """Return the user that runs the shell."""
        return WindowsIdentity()

    @clr_method("Dispose")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


@clr_class(
    _SPACE + "WindowsPrincipal",
    properties="Identity:System.Security.Principal.WindowsIdentity",
    interfaces="System.Security.Principal.IPrincipal",
)
class WindowsPrincipal:
    """A user with its groups."""

    @clr_constructor("System.Security.Principal.WindowsIdentity ntIdentity")
    def __init__(self, nt_identity: Any) -> None:
        self.identity = unwrap(nt_identity)

    @clr_method("IsInRole", "System.Security.Principal.WindowsBuiltInRole role -> bool")
    @clr_method("IsInRole", "System.Security.Principal.SecurityIdentifier sid -> bool")
    @clr_method("IsInRole", "int rid -> bool")
    @clr_method("IsInRole", "string role -> bool")
    def is_in_role(self, role: Value) -> bool:
        """Return True if the user is in a group."""
        if isinstance(role, (int, EnumValue)):
            sid: str | None = f"S-1-5-32-{int(role)}"
        else:
            sid = role.value if isinstance(role, SecurityIdentifier) else _sid_of(str(role))
        return any(each.value == sid for each in self.identity.groups)
