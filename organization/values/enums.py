"""Enumerations and flags, by the names that scripts use. A name that is a Python keyword ends in an underscore."""

from __future__ import annotations

from enum import Enum, IntEnum, IntFlag
from typing import Any, Self

from .errors import BadValue


def member_text(member: Enum) -> str:
    """The name as Exchange prints it."""
    return (member.name or "").rstrip("_")


def _by_name(members: dict[str, Any], text: str, kind: str) -> Any:
    wanted = text.strip().lower()
    exact = members.get(wanted)
    if exact is not None:
        return exact
    found = {id(member): member for name, member in members.items() if wanted and name.startswith(wanted)}
    if len(found) == 1:
        return next(iter(found.values()))
    names = ", ".join(member_text(member) for member in members.values())
    problem = "due to enumerator names that are not valid" if not found else "because it matches more than one name"
    raise BadValue(
        f'Cannot convert value "{text}" to type "{kind}" {problem}. Specify one of the following enumerator names '
        f'and try again: "{names}"',
        "ArgumentException",
    )


class Choice(IntEnum):
    """One of several names, each with the number that Exchange stores."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """By name in any case, by a beginning that only one name has, or by number."""
        if text.strip().lstrip("-").isdecimal():
            return cls._numbered(int(text))
        members = {member_text(member).lower(): member for member in cls}
        member: Self = _by_name(members, text, cls.__name__)
        return member

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A member from a member, a number or a name."""
        if isinstance(value, cls):
            return value
        return cls._numbered(value) if type(value) is int else cls.parse(str(value))

    @classmethod
    def _numbered(cls, number: int) -> Self:
        try:
            return cls(number)
        except ValueError:
            raise BadValue(f"The value {number} is no {cls.__name__}.", "ArgumentException") from None

    def __str__(self) -> str:
        return member_text(self)


class Flags(IntFlag):
    """Any combination of names; `None` is the empty one."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """A comma list of names in any case, unique beginnings, or numbers."""
        names = {member_text(member).lower(): member for member in cls}
        names["none"] = cls(0)
        result = cls(0)
        for part in text.split(","):
            number = part.strip()
            result |= cls._numbered(int(number)) if number.isdecimal() else _by_name(names, part, cls.__name__)
        return result

    @classmethod
    def convert(cls, value: Any) -> Self:
        """Flags from flags, a number, a text, or a list of these."""
        if isinstance(value, cls):
            return value
        if type(value) is int:
            return cls._numbered(value)
        if isinstance(value, list | tuple):
            result = cls(0)
            for item in value:
                result |= cls.convert(item)
            return result
        return cls.parse(str(value))

    @classmethod
    def _numbered(cls, number: int) -> Self:
        if number < 0 or number & ~sum(cls):
            raise BadValue(f"The value {number} is no combination of {cls.__name__}.", "ArgumentException")
        return cls(number)

    def __str__(self) -> str:
        return ", ".join(member_text(flag) for flag in type(self) if flag in self) or "None"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"


class AuthMechanisms(Flags):
    """How clients of a Receive connector may prove who they are."""

    Tls = 1
    Integrated = 2
    BasicAuth = 4
    BasicAuthRequireTLS = 8
    ExchangeServer = 16
    ExternalAuthoritative = 32


class PermissionGroups(Flags):
    """Who may submit mail to a Receive connector."""

    AnonymousUsers = 1
    ExchangeUsers = 2
    ExchangeServers = 4
    ExchangeLegacyServers = 8
    Partners = 16
    Custom = 32


class ServerRole(Flags):
    """What a server is for. Names and numbers are those of msExchCurrentServerRoles."""

    Mailbox = 2
    ClientAccess = 4
    UnifiedMessaging = 16
    HubTransport = 32
    Edge = 64
    FrontendTransport = 16384


class MessageRateSource(Flags):
    """What the message rate of a connector is counted for."""

    User = 1
    IPAddress = 2
    All = 3

    def __str__(self) -> str:
        return "All" if self == 3 else super().__str__()

    @classmethod
    def parse(cls, text: str) -> Self:
        """As every flags type; `All` is both."""
        return cls(3) if text.strip().lower() == "all" else super().parse(text)


class ProtocolLoggingLevel(Choice):
    """Whether SMTP conversations are written to the protocol log."""

    None_ = 0
    Verbose = 1


class SizeMode(Choice):
    """Whether SIZE is announced, and with its number."""

    Disabled = 0
    Enabled = 1
    EnabledWithoutValue = 2


class ExtendedProtectionPolicySetting(Choice):
    """Channel binding for integrated authentication."""

    None_ = 0
    Allow = 1
    Require = 2


class UsageType(Choice):
    """What a new Receive connector is for; it chooses defaults and is not stored."""

    Custom = 0
    Internet = 1
    Internal = 2
    Client = 3
    Partner = 4


class ResourcePressure(Choice):
    """How short a server's memory and disks are; back pressure keeps mail out meanwhile."""

    Normal = 0
    Medium = 1
    High = 2


class AcceptedDomainType(Choice):
    """Whether an accepted domain's recipients are all here, some here, or all elsewhere."""

    Authoritative = 0
    ExternalRelay = 1
    InternalRelay = 2
