"""The entries of the lab's directory: recipients as the model has them, and what every domain has beside them.

An entry is read by LDAP's names; what PowerShell calls otherwise (`EmailAddress` for `mail`) is in `properties.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final
from uuid import NAMESPACE_DNS, UUID, uuid5

from organization.access import directory_groups, security_identifier
from organization.names import Forest, escape, split
from organization.objects.contacts import MailContact, MailUser
from organization.objects.distribution_group import DistributionGroup, GroupType
from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient
from organization.objects.server import ExchangeServer
from organization.objects.user import User
from organization.store import Organization

Facts = Mapping[str, Any]
"""LDAP name in lower case -> value; several values are a tuple. What is not set is not there."""

PEOPLE: Final = {
    "givenname": "first_name",
    "sn": "last_name",
    "initials": "initials",
    "title": "title",
    "department": "department",
    "company": "company",
    "physicaldeliveryofficename": "office",
    "telephonenumber": "phone",
    "othertelephone": "other_telephone",
    "mobile": "mobile_phone",
    "homephone": "home_phone",
    "facsimiletelephonenumber": "fax",
    "pager": "pager",
    "streetaddress": "street_address",
    "l": "city",
    "st": "state_or_province",
    "postalcode": "postal_code",
    "c": "country_or_region",
    "wwwhomepage": "web_page",
    "info": "notes",
    "msexchassistantname": "assistant_name",
    "manager": "manager",
}
"""What the model knows of people: LDAP name -> its attribute."""
RECIPIENTS: Final = {
    "displayname": "display_name",
    "mailnickname": "alias",
    "proxyaddresses": "email_addresses",
    "msexchhidefromaddresslists": "hidden_from_address_lists_enabled",
    **{f"extensionattribute{number}": f"custom_attribute{number}" for number in range(1, 16)},
}
"""What it knows of every recipient."""
ACCOUNTS: Final = {"samaccountname": "sam_account_name", "userprincipalname": "user_principal_name"}
GROUPS: Final = {"samaccountname": "sam_account_name", "managedby": "managed_by", "member": "members", "info": "notes"}

DISABLED: Final = 2
"""ADS_UF_ACCOUNTDISABLE, a bit of userAccountControl."""
NORMAL_ACCOUNT: Final = 512


@dataclass
class Entry:
    """One entry. `kind` is its structural class in PowerShell's words: ADUser, ADGroup, ADComputer, ..."""

    kind: str
    distinguished_name: str
    guid: UUID
    make: Callable[[], dict[str, Any]] = field(repr=False)
    item: Recipient | None = None
    """The recipient behind it; None for what the domain itself has."""

    @cached_property
    def facts(self) -> Facts:
        """Everything that is set, by LDAP's names in lower case."""
        name = split(self.distinguished_name)[0]
        facts = {
            "distinguishedname": self.distinguished_name,
            "name": name[1],
            "cn" if name[0].upper() == "CN" else name[0].lower(): name[1],
            "objectguid": self.guid,
            **self.make(),
        }
        return {key: value for key, value in facts.items() if value not in (None, "", ())}

    def get(self, name: str) -> Any:
        """A value by LDAP's name, None where there is none."""
        return self.facts.get(name.lower())

    @property
    def sam(self) -> str:
        """The account name; empty where it is no security principal. It needs no other facts: look-ups ask all."""
        if self.item is not None:
            name = getattr(self.item, "sam_account_name", "")
            return str(name or (self.item.name if self.kind == "ADGroup" else ""))
        return str(self.get("sAMAccountName") or "")


CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "ADUser": ("top", "person", "organizationalPerson", "user"),
    "ADGroup": ("top", "group"),
    "ADComputer": ("top", "person", "organizationalPerson", "user", "computer"),
    "ADContact": ("top", "person", "organizationalPerson", "contact"),
    "ADOrganizationalUnit": ("top", "organizationalUnit"),
    "ADContainer": ("top", "container"),
    "ADDomain": ("top", "domain", "domainDNS"),
}
"""Kind -> the object classes of LDAP, general to special."""


def entries(organization: Organization) -> Iterator[Entry]:
    """Everything in the domain, containers first."""
    yield from _structure(organization)
    yield from _computers(organization)
    yield from _builtin_groups(organization)
    yield from (entry_of(item, organization) for item in organization.all(Recipient) if kind_of(item))


def kind_of(item: Recipient) -> str:
    """The kind of a recipient's entry; empty for what is no object of the domain partition here."""
    if isinstance(item, User):
        return "ADUser"
    if isinstance(item, DistributionGroup):
        return "ADGroup"
    return "ADContact" if isinstance(item, MailContact) else ""


def entry_of(item: Recipient, organization: Organization) -> Entry:
    """The entry of a recipient."""
    kind = kind_of(item)
    makers = {"ADUser": _account, "ADGroup": _group, "ADContact": _contact}
    return Entry(kind, item.distinguished_name, item.guid, lambda: makers[kind](item, organization), item)


def _of_recipient(item: Recipient, kind: str, organization: Organization) -> dict[str, Any]:
    primary = item.primary_smtp_address
    schema = item.object_category.rpartition("/")[2] or CLASSES[kind][-1]
    return {
        "objectclass": CLASSES[kind],
        "objectcategory": f"CN={schema},CN=Schema,{organization.forest.configuration_dn}",
        "mail": None if primary is None else primary.text,
        "legacyexchangedn": item.legacy_exchange_dn if item.alias else None,
        "whencreated": item.when_created,
        "whenchanged": item.when_changed,
        "memberof": _groups_with(item.guid, organization),
        **{ldap: _plain(getattr(item, attribute), organization) for ldap, attribute in RECIPIENTS.items()},
        **dict(item.directory_attributes),
    }


def _plain(value: Any, organization: Organization) -> Any:
    """A model's value as LDAP has it: references are distinguished names, false switches are not set."""
    if isinstance(value, tuple):
        return tuple(_plain(each, organization) for each in value)
    if hasattr(value, "distinguished_name"):
        found = organization.by_guid(value.guid)
        return found.distinguished_name if found is not None else value.distinguished_name
    if isinstance(value, bool):
        return value or None
    return value if value is None or isinstance(value, str) else str(value)


def _groups_with(guid: UUID, organization: Organization) -> tuple[str, ...]:
    groups = organization.all(DistributionGroup)
    return tuple(group.distinguished_name for group in groups if any(member.guid == guid for member in group.members))


def _person(item: Any, organization: Organization) -> dict[str, Any]:
    known = {ldap: getattr(item, attribute, None) for ldap, attribute in PEOPLE.items()}
    return {ldap: _plain(value, organization) for ldap, value in known.items()}


def _account(item: Any, organization: Organization) -> dict[str, Any]:
    facts = {
        **_person(item, organization),
        **{ldap: getattr(item, attribute) for ldap, attribute in ACCOUNTS.items()},
        "objectsid": account_sid(item),
        "primarygroupid": 513,
        "useraccountcontrol": NORMAL_ACCOUNT | (DISABLED if item.account_disabled else 0),
        **_of_recipient(item, "ADUser", organization),
    }
    facts["samaccounttype"] = 805306368
    if isinstance(item, Mailbox):
        database = organization.by_guid(item.database.guid) if item.database else None
        facts["homemdb"] = database.distinguished_name if database else None
        facts["msexchmailboxguid"] = item.exchange_guid
        facts["msexchhomeservername"] = _legacy_server(item.home_server)
        facts["msexchrecipienttypedetails"] = int(item.mailbox_type)
    if isinstance(item, MailUser):
        facts["targetaddress"] = str(item.external_email_address)
    return facts


def _legacy_server(name: str) -> str:
    group = "/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)"
    return f"{group}/cn=Configuration/cn=Servers/cn={name}"


def account_sid(item: Recipient) -> str:
    """The security identifier of an account or a group. The first administrator's number is the same everywhere."""
    sid = security_identifier(item.guid)
    return f"{DOMAIN_SID}-500" if item.name.casefold() == "administrator" else sid


DOMAIN_SID: Final = security_identifier(UUID(int=0)).rpartition("-")[0]


def _contact(item: Any, organization: Organization) -> dict[str, Any]:
    external = str(item.external_email_address)
    own = {"targetaddress": external, **_of_recipient(item, "ADContact", organization)}
    return {**_person(item, organization), **own}


def _group(item: Any, organization: Organization) -> dict[str, Any]:
    known = {ldap: getattr(item, attribute) for ldap, attribute in GROUPS.items()}
    facts = {ldap: _plain(value, organization) for ldap, value in known.items()}
    facts["samaccountname"] = item.sam_account_name or item.name
    owners = facts["managedby"]
    facts["managedby"] = owners[0] if owners else None
    facts["grouptype"] = 8 if item.type is GroupType.Distribution else 8 - 2**31
    return {**facts, "objectsid": account_sid(item), **_of_recipient(item, "ADGroup", organization)}


# What every domain has


def _fixed(kind: str, dn: str, forest: Forest, **facts: Any) -> Entry:
    guid = uuid5(NAMESPACE_DNS, f"{dn}.{forest.domain}".casefold())
    return Entry(kind, dn, guid, lambda: {"objectclass": CLASSES[kind], **facts})


def _structure(organization: Organization) -> Iterator[Entry]:
    forest = organization.forest
    yield _fixed("ADDomain", forest.dn, forest, objectsid=DOMAIN_SID)
    units = {container for item in organization.all(Recipient) for container in _containers(item.container_dn, forest)}
    units |= {f"CN=Computers,{forest.dn}", f"CN=Users,{forest.dn}", f"OU=Domain Controllers,{forest.dn}"}
    units.add(f"OU=Microsoft Exchange Security Groups,{forest.dn}")
    for dn in sorted(units, key=lambda each: (each.count(","), each.casefold())):
        kind = "ADOrganizationalUnit" if dn.upper().startswith("OU=") else "ADContainer"
        yield _fixed(kind, dn, forest)


def _containers(dn: str, forest: Forest) -> Iterator[str]:
    """A container and those above it, below the domain."""
    while dn and dn.casefold() != forest.dn.casefold() and dn.casefold().endswith(forest.dn.casefold()):
        yield dn
        dn = parent_of(dn)


def parent_of(dn: str) -> str:
    """The container that an entry is in."""
    kind, value = split(dn)[0]
    return dn[len(f"{kind}={escape(value)},") :]


def _computers(organization: Organization) -> Iterator[Entry]:
    forest = organization.forest
    names = {forest.domain_controller: f"OU=Domain Controllers,{forest.dn}"}
    names |= {server.name: f"CN=Computers,{forest.dn}" for server in organization.all(ExchangeServer)}
    for name, container in names.items():
        dn = f"CN={escape(name)},{container}"
        guid = uuid5(NAMESPACE_DNS, dn.casefold())
        yield Entry("ADComputer", dn, guid, _computer(name, guid, organization))


def _computer(name: str, guid: UUID, organization: Organization) -> Callable[[], dict[str, Any]]:
    forest = organization.forest
    controller = name == forest.domain_controller
    system, version = operating_system(organization)

    def facts() -> dict[str, Any]:
        return {
            "objectclass": CLASSES["ADComputer"],
            "samaccountname": f"{name}$",
            "dnshostname": f"{name}.{forest.domain}",
            "objectsid": security_identifier(guid),
            "operatingsystem": system,
            "operatingsystemversion": version,
            "primarygroupid": 516 if controller else 515,
            "useraccountcontrol": 532480 if controller else 4096,
        }

    return facts


_SYSTEMS: Final = {
    "2007": ("Windows Server 2008 R2 Standard", "6.1 (7601)"),
    "2010": ("Windows Server 2008 R2 Standard", "6.1 (7601)"),
    "2013": ("Windows Server 2012 R2 Standard", "6.3 (9600)"),
    "2016": ("Windows Server 2016 Standard", "10.0 (14393)"),
    "2019": ("Windows Server 2019 Standard", "10.0 (17763)"),
}


def operating_system(organization: Organization) -> tuple[str, str]:
    """The Windows of the lab's servers as the directory names it: its name and version."""
    return _SYSTEMS.get(str(organization.profile.version), ("Windows Server 2022 Standard", "10.0 (20348)"))


_NUMBERS: Final = {"Domain Admins": 512, "Domain Users": 513, "Domain Computers": 515, "Enterprise Admins": 519}


def _builtin_groups(organization: Organization) -> Iterator[Entry]:
    forest = organization.forest
    for name in ("Domain Computers", *directory_groups(organization)):
        of_domain = name.startswith(("Domain", "Enterprise"))
        container = f"CN=Users,{forest.dn}" if of_domain else f"OU=Microsoft Exchange Security Groups,{forest.dn}"
        dn = f"CN={escape(name)},{container}"
        yield Entry("ADGroup", dn, uuid5(NAMESPACE_DNS, dn.casefold()), _builtin_group(name, dn, organization))


def _builtin_group(name: str, dn: str, organization: Organization) -> Callable[[], dict[str, Any]]:
    def facts() -> dict[str, Any]:
        number = _NUMBERS.get(name)
        guid = uuid5(NAMESPACE_DNS, dn.casefold())
        return {
            "objectclass": CLASSES["ADGroup"],
            "samaccountname": name,
            "grouptype": (2 if name in ("Domain Admins", "Domain Users", "Domain Computers") else 8) - 2**31,
            "objectsid": f"{DOMAIN_SID}-{number}" if number else security_identifier(guid),
            "member": tuple(_builtin_members(name, organization)),
        }

    return facts


def _builtin_members(name: str, organization: Organization) -> Iterator[str]:
    if name == "Domain Users":
        yield from (user.distinguished_name for user in organization.all(User))
    elif name == "Exchange Servers":
        yield from (
            f"CN={escape(each.name)},CN=Computers,{organization.forest.dn}" for each in organization.all(ExchangeServer)
        )
    elif name in ("Domain Admins", "Enterprise Admins", "Organization Management") or "Organization Admin" in name:
        yield from (user.distinguished_name for user in organization.all(User) if user.name == "Administrator")
