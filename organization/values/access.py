"""Entries of access control lists: who may do what with an object of the directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from .errors import BadValue

Key = str | UUID
"""What tells trustees apart: the GUID of an account or group of the directory, else the name in lower case."""


@dataclass(frozen=True, slots=True)
class Trustee:
    """Somebody who is given rights: a well-known principal by its name, or an object of the directory."""

    name: str = field(compare=False)
    """`NT AUTHORITY\\\\ANONYMOUS LOGON`, `CONTOSO\\\\anna`."""
    key: Key

    @classmethod
    def named(cls, name: str) -> Trustee:
        """A principal that is no object of the directory."""
        return cls(name, name.casefold())

    @property
    def guid(self) -> UUID | None:
        """That of the object, where there is one."""
        return self.key if isinstance(self.key, UUID) else None

    def __str__(self) -> str:
        return self.name


ANONYMOUS = Trustee.named("NT AUTHORITY\\ANONYMOUS LOGON")
AUTHENTICATED_USERS = Trustee.named("NT AUTHORITY\\Authenticated Users")
EVERYONE = Trustee.named("Everyone")
SELF = Trustee.named("NT AUTHORITY\\SELF")
SYSTEM = Trustee.named("NT AUTHORITY\\SYSTEM")
NETWORK_SERVICE = Trustee.named("NT AUTHORITY\\NETWORK SERVICE")
PARTNER_SERVERS = Trustee.named("MS Exchange\\Partner Servers")
HUB_SERVERS = Trustee.named("MS Exchange\\Hub Transport Servers")
EDGE_SERVERS = Trustee.named("MS Exchange\\Edge Transport Servers")
EXTERNALLY_SECURED = Trustee.named("MS Exchange\\Externally Secured Servers")
LEGACY_SERVERS = Trustee.named("MS Exchange\\Legacy Exchange Servers")

_EXCHANGE_AUTHORITY = "S-1-9-1419165041-1139599005-3936102811-1022490595"
WELL_KNOWN: dict[str, Trustee] = {
    "S-1-5-7": ANONYMOUS,
    "S-1-5-11": AUTHENTICATED_USERS,
    "S-1-1-0": EVERYONE,
    "S-1-5-10": SELF,
    "S-1-5-18": SYSTEM,
    "S-1-5-20": NETWORK_SERVICE,
    f"{_EXCHANGE_AUTHORITY}-10": PARTNER_SERVERS,
    f"{_EXCHANGE_AUTHORITY}-21": HUB_SERVERS,
    f"{_EXCHANGE_AUTHORITY}-22": EDGE_SERVERS,
    f"{_EXCHANGE_AUTHORITY}-23": EXTERNALLY_SECURED,
    f"{_EXCHANGE_AUTHORITY}-24": LEGACY_SERVERS,
}
"""The principals that every forest has, by their security identifiers."""

ACCESS_RIGHTS: dict[str, int] = {
    "CreateChild": 0x1,
    "DeleteChild": 0x2,
    "ListChildren": 0x4,
    "Self": 0x8,
    "ReadProperty": 0x10,
    "WriteProperty": 0x20,
    "DeleteTree": 0x40,
    "ListObject": 0x80,
    "ExtendedRight": 0x100,
    "Delete": 0x10000,
    "ReadControl": 0x20000,
    "GenericExecute": 0x20004,
    "GenericWrite": 0x20028,
    "GenericRead": 0x20094,
    "WriteDacl": 0x40000,
    "WriteOwner": 0x80000,
    "GenericAll": 0xF01FF,
    "Synchronize": 0x100000,
    "AccessSystemSecurity": 0x1000000,
}
"""The rights of the directory itself, with the bits of System.DirectoryServices.ActiveDirectoryRights."""
EXTENDED_RIGHT = ACCESS_RIGHTS["ExtendedRight"]

MAILBOX_RIGHTS: dict[str, int] = {
    "FullAccess": 0x1,
    "SendAs": 0x2,
    "ExternalAccount": 0x4,
    "DeleteItem": 0x10000,
    "ReadPermission": 0x20000,
    "ChangePermission": 0x40000,
    "ChangeOwner": 0x80000,
}
"""The rights in a mailbox, with the bits of Exchange's MailboxRights."""

INHERITANCE = ("None", "All", "Descendents", "SelfAndChildren", "Children")
"""Which objects below get an entry, too; the numbers of ActiveDirectorySecurityInheritance are their places."""

_SINCE_2010 = ("ms-Exch-SMTP-Accept-XShadow", "ms-Exch-SMTP-Send-XShadow", "ms-Exch-SMTP-Submit-For-MLS")
_EXTENDED_RIGHTS = (
    "ms-Exch-SMTP-Submit",
    "ms-Exch-SMTP-Accept-Any-Recipient",
    "ms-Exch-SMTP-Accept-Any-Sender",
    "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
    "ms-Exch-SMTP-Accept-Authentication-Flag",
    "ms-Exch-SMTP-Accept-Exch50",
    "ms-Exch-SMTP-Send-Exch50",
    "ms-Exch-Bypass-Anti-Spam",
    "ms-Exch-Bypass-Message-Size-Limit",
    "ms-Exch-Accept-Headers-Routing",
    "ms-Exch-Accept-Headers-Forest",
    "ms-Exch-Accept-Headers-Organization",
    "ms-Exch-Send-Headers-Routing",
    "ms-Exch-Send-Headers-Forest",
    "ms-Exch-Send-Headers-Organization",
    "Send-As",
    "Receive-As",
    "Send-To",
    "ms-Exch-Store-Admin",
    "ms-Exch-Store-Visible",
    "ms-Exch-Store-Create-Named-Properties",
    "ms-Exch-Store-Constrained-Delegation",
    "ms-Exch-Store-Read-Access",
    "ms-Exch-Store-Read-Write-Access",
    "ms-Exch-Store-Transport-Access",
    "ms-Exch-EPI-Impersonation",
    "ms-Exch-EPI-May-Impersonate",
    "ms-Exch-EPI-Token-Serialization",
    "ms-Exch-Create-Public-Folder",
    "ms-Exch-Create-Top-Level-Public-Folder",
    "ms-Exch-Recipient-Update-Access",
    "User-Change-Password",
    "User-Force-Change-Password",
)
SEND_AS = "Send-As"


def extended_right(text: str, later: bool) -> str | None:
    """An extended right in its own spelling, from any case or from its display name (`Send As`); None for no right.

    `later` says whether the version is 2010 or later, which has more of them.
    """
    wanted = text.strip().replace(" ", "-").casefold()
    known = (*_EXTENDED_RIGHTS, *(_SINCE_2010 if later else ()))
    return next((name for name in known if name.casefold() == wanted), None)


def access_right(text: str) -> int:
    """The bits of a right of the directory by its name in any case. Raises BadValue."""
    for name, bits in ACCESS_RIGHTS.items():
        if name.casefold() == text.strip().casefold():
            return bits
    raise BadValue(f"'{text}' is no access right.")


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One entry. It gives or denies one extended right, or some rights of the directory."""

    trustee: Trustee
    rights: int = EXTENDED_RIGHT
    """Bits of ACCESS_RIGHTS."""
    extended: str = ""
    """The extended right; empty for none or, with EXTENDED_RIGHT, for all of them."""
    deny: bool = False
    inheritance: str = "All"
    object_type: str = ""
    """The class of the children that may be made or deleted, or the attribute that may be read or written."""
    inherited_type: str = ""
    """The class of the objects that inherit the entry."""
    inherited: bool = field(default=False, compare=False)
    """Whether it comes from a container above the object."""


def ordered(entries: Iterable[AccessEntry]) -> list[AccessEntry]:
    """Entries in the order in which Windows reads them: the object's own first, and denials before grants."""
    return sorted(entries, key=lambda entry: (entry.inherited, not entry.deny))
