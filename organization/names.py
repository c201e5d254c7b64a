"""Distinguished names, canonical names, and the identity that is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

_SPECIAL = re.compile(r'([,+"\\<>;=]|^[ #]| $)')
_RDN = re.compile(r"((?:[^,\\]|\\.)+),?")


def escape(name: str) -> str:
    """A name as it stands in a distinguished name (RFC 4514, 2.4)."""
    return _SPECIAL.sub(r"\\\1", name)


def unescape(name: str) -> str:
    """The name behind its escaped form."""
    return re.sub(r"\\(.)", r"\1", name)


@lru_cache(4096)
def split(distinguished_name: str) -> tuple[tuple[str, str], ...]:
    """The parts of a distinguished name, as (type, plain value), the object's own first."""
    parts = (part.partition("=") for part in _RDN.findall(distinguished_name))
    return tuple([(kind, unescape(value)) for kind, _, value in parts])


@lru_cache(4096)
def canonical(distinguished_name: str) -> str:
    """`contoso.com/Users/Anna Berg` for `CN=Anna Berg,CN=Users,DC=contoso,DC=com`."""
    parts = split(distinguished_name)
    domain = ".".join(value for kind, value in parts if kind.upper() == "DC")
    path = [value.replace("/", "\\/") for kind, value in reversed(parts) if kind.upper() != "DC"]
    return "/".join([domain, *path])


def canonical_child(container: str, name: str) -> str:
    """The canonical name of what is called `name` in a container that is given by its distinguished name."""
    return f"{canonical(container)}/{name.replace('/', _SLASH)}"


_SLASH = "\\/"


def last_part(identity: str) -> str:
    """The last part of any text that names an object, folded for comparison: of a distinguished name the object's own,
    of `EX01\\Default`, `contoso.com/Users/Anna` and `smtp:anna@contoso.com` what stands behind the last separator.

    An object's name has the same last part as the texts that are made of it, whatever is in the name.
    """
    for _ in range(0 if identity.isalnum() else _DEEPEST):
        if identity[:3].upper() in _ROOTS:
            first = _RDN.match(identity)
            identity = unescape(first.group(1)[3:]) if first else ""
            continue
        at = max(identity.rfind("\\"), identity.rfind("/"), identity.rfind(":"))
        if at < 0:
            break
        identity = identity[at + 1 :]
    folded = identity.casefold()
    return identity if folded == identity else folded  # the object's own text where it can be, which is kept once then


_ROOTS = frozenset({"CN=", "OU=", "DC="})
_DEEPEST = 64
"""How often a part is looked for in the last part; a name has 64 characters at most."""


@dataclass(frozen=True, slots=True)
class ADObjectId:
    """A reference to an object of the directory. Equal when the GUIDs are; prints `text`."""

    guid: UUID
    distinguished_name: str
    text: str

    @classmethod
    def of_text(cls, text: str) -> ADObjectId:
        """What a script writes for a reference: a distinguished name, or the text that it prints. To compare with."""
        return cls(_NO_GUID, text if "=" in text else "", text)

    @property
    def name(self) -> str:
        """The object's own name."""
        parts = split(self.distinguished_name)
        return parts[0][1] if parts else self.text

    @property
    def domain_name(self) -> str:
        """The domain of the name, `contoso.com`."""
        return ".".join(value for kind, value in split(self.distinguished_name) if kind.upper() == "DC")

    @property
    def depth(self) -> int:
        """How many containers the object lies below the root of the domain."""
        return sum(kind.upper() != "DC" for kind, _ in split(self.distinguished_name))

    @property
    def rdn(self) -> str:
        """The first part of the name, `CN=Anna Berg`."""
        first = _RDN.match(self.distinguished_name)
        return first.group(1) if first else self.text

    @property
    def parent(self) -> ADObjectId | None:
        """The container; None for a domain. It prints its canonical name among recipients, its plain name in the
        configuration. The directory's GUID of it is not known here.
        """
        container = self.distinguished_name[len(self.rdn) + 1 :]
        return _container(container) if container and not self.rdn.upper().startswith("DC=") else None

    @property
    def domain_id(self) -> ADObjectId | None:
        """The domain of the name; None where it has none."""
        labels = [f"DC={value}" for kind, value in split(self.distinguished_name) if kind.upper() == "DC"]
        return _container(",".join(labels)) if labels else None

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ADObjectId):
            return NotImplemented
        if self.guid.int and other.guid.int:
            return self.guid == other.guid
        if self.distinguished_name and other.distinguished_name:
            return self.distinguished_name.casefold() == other.distinguished_name.casefold()
        return self.text.casefold() == other.text.casefold()

    def __lt__(self, other: ADObjectId) -> bool:
        return self.distinguished_name.casefold() < other.distinguished_name.casefold()

    def __gt__(self, other: ADObjectId) -> bool:
        return other < self

    def __hash__(self) -> int:
        return hash(self.guid)


_NO_GUID = UUID(int=0)


def _container(distinguished_name: str) -> ADObjectId:
    parts = split(distinguished_name)
    in_configuration = ",cn=configuration," in f",{distinguished_name.casefold()}"
    text = parts[0][1] if in_configuration else canonical(distinguished_name).rstrip("/")
    return ADObjectId(_NO_GUID, distinguished_name, text)


@dataclass(frozen=True, slots=True)
class Forest:
    """The names that a lab is built from."""

    domain: str = "contoso.com"
    netbios: str = "CONTOSO"
    organization: str = "First Organization"
    domain_controller: str = "DC01"
    server: str = "EX01"
    site: str = "Default-First-Site-Name"
    administrative_group: str = "Exchange Administrative Group (FYDIBOHF23SPDLT)"

    @property
    def dn(self) -> str:
        """`DC=contoso,DC=com`."""
        return ",".join(f"DC={label}" for label in self.domain.split("."))

    def container_of(self, unit: str) -> str:
        """The distinguished name of a unit that is written as `Users`, `contoso.com/Staff`, or as such a name."""
        if "=" in unit:
            return unit
        path = [part for part in unit.removeprefix(self.domain).split("/") if part]
        kinds = ("CN" if part.lower() in ("users", "builtin", "computers") else "OU" for part in path)
        parts = [f"{kind}={part}" for kind, part in zip(kinds, path, strict=True)]
        return ",".join([*reversed(parts), self.dn])

    @property
    def domain_controller_fqdn(self) -> str:
        """`DC01.contoso.com`."""
        return f"{self.domain_controller}.{self.domain}"

    @property
    def server_fqdn(self) -> str:
        """`EX01.contoso.com`."""
        return f"{self.server}.{self.domain}"

    @property
    def configuration_dn(self) -> str:
        """The configuration partition."""
        return f"CN=Configuration,{self.dn}"

    @property
    def organization_dn(self) -> str:
        """The Exchange organization."""
        return f"CN={escape(self.organization)},CN=Microsoft Exchange,CN=Services,{self.configuration_dn}"

    @property
    def administrative_group_dn(self) -> str:
        """The only administrative group since 2007."""
        return f"CN={escape(self.administrative_group)},CN=Administrative Groups,{self.organization_dn}"

    @property
    def servers_dn(self) -> str:
        """The container of the servers."""
        return f"CN=Servers,{self.administrative_group_dn}"

    @property
    def global_settings_dn(self) -> str:
        """The container of what holds for the whole organization."""
        return f"CN=Global Settings,{self.organization_dn}"

    @property
    def transport_settings_dn(self) -> str:
        """The container of the organization's mail flow settings."""
        return f"CN=Transport Settings,{self.organization_dn}"

    @property
    def users_dn(self) -> str:
        """Where recipients are made unless an organizational unit is named."""
        return f"CN=Users,{self.dn}"

    def server_dn(self, name: str) -> str:
        """One server."""
        return f"CN={escape(name)},{self.servers_dn}"
