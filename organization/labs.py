"""The labs that a session can start with: small tables, and what setup makes of every Exchange server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4
from zlib import crc32

from .names import Forest
from .objects.accepted_domain import AcceptedDomain
from .objects.address_policy import EmailAddressPolicy
from .objects.antispam import CONFIGS, AttachmentFilterListConfig
from .objects.contacts import MailContact
from .objects.distribution_group import DistributionGroup
from .objects.dns_record import DnsRecord
from .objects.mailbox import Mailbox
from .objects.mailbox_transport import MailboxTransportServer
from .objects.organization_config import OrganizationConfig
from .objects.receive_connector import ReceiveConnector
from .objects.remote_domain import RemoteDomain
from .objects.role_servers import ClientAccessServer, MailboxServer
from .objects.server import ExchangeServer, MailboxDatabase, Service, TransportAgent
from .objects.transport_config import TransportConfigContainer
from .objects.transport_server import FrontendTransportServer, TransportServer, paths
from .passwords import Password, ntlm_is_possible
from .store import Organization
from .versions import Profile, Version

PASSWORD = "Pass@word1"
"""Of every account of a lab."""
_PASSWORD_NT_HASH = "659de2671ddd13848b8a511e97893da6"
_PASSWORD_HASH = "scrypt$512$8$1$ZW1zaGVsbC1sYWItc2FsdA==$H88EVaIsTwmnjhHHNYSxhjTFRdpEOTkwBkmNXC/96Mk="


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a lab's table: a user with a mailbox."""

    alias: str
    first: str
    last: str
    department: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Lab:
    """What a lab holds beyond an installed server."""

    people: tuple[Person, ...] = ()
    groups: Mapping[str, tuple[str, ...]] | None = None
    """Name -> aliases of the members."""
    contacts: Mapping[str, str] | None = None
    """Name -> address."""


CONTOSO = Lab(
    people=(
        Person("anna", "Anna", "Berg", "Sales", "Sales Manager"),
        Person("ben", "Ben", "Carter", "Sales", "Account Manager"),
        Person("chloe", "Chloe", "Dubois", "IT", "Systems Engineer"),
        Person("david", "David", "Ek", "IT", "Messaging Administrator"),
        Person("elena", "Elena", "Fischer", "Finance", "Controller"),
    ),
    groups={"Sales": ("anna", "ben"), "IT Staff": ("chloe", "david")},
    contacts={"Kim Abercrombie": "kim@fabrikam.com"},
)
_RECORDS = (
    ("contoso.com", "MX", "ex01.contoso.com"),
    ("ex01.contoso.com", "A", "192.168.1.10"),
    ("fabrikam.com", "MX", "mail.fabrikam.com"),
    ("mail.fabrikam.com", "A", "192.0.2.7"),
)
"""The lab's DNS at the start: the organization and its partner, neither of which says who may send for it."""
LABS: Mapping[str, Lab] = {"contoso": CONTOSO, "empty": Lab()}


def start(
    lab: str = "contoso",
    version: Version | str = Version.V2007,
    forest: Forest | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Organization:
    """An organization with one installed server and what the named lab adds. ValueError for an unknown lab."""
    if lab.lower() not in LABS:
        raise ValueError(f"There is no lab '{lab}'. The labs are {', '.join(sorted(LABS))}.")
    organization = Organization(version, forest, clock)
    _install(organization)
    _populate(organization, LABS[lab.lower()])
    return organization


def _install(organization: Organization) -> None:
    """What setup makes: the organization's settings, and one server with its databases, services and connectors."""
    forest, profile = organization.forest, organization.profile
    create = organization.create
    postmaster = f"MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@{forest.domain}"
    create(
        OrganizationConfig,
        name=forest.organization,
        microsoft_exchange_recipient_primary_smtp_address=postmaster,
    )
    create(TransportConfigContainer, name="Transport Settings")
    for config, name in CONFIGS.items():
        create(config, name=name)
    create(AttachmentFilterListConfig, name="AttachmentFilterListConfig")
    for number, (host, record, value) in enumerate(_RECORDS, 1):
        create(DnsRecord, name=str(number), host=host, type=record, value=value)
    create(AcceptedDomain, name=forest.domain, domain_name=forest.domain, default=True)
    create(RemoteDomain, name="Default", domain_name="*")
    create(
        EmailAddressPolicy,
        name="Default Policy",
        enabled_primary_smtp_address_template=f"@{forest.domain}",
        enabled_email_address_templates=(f"SMTP:@{forest.domain}",),
    )
    server = create(
        ExchangeServer,
        name=forest.server,
        domain=forest.domain,
        data_path=f"{profile.install_folder}\\Mailbox",
        admin_display_version=profile.build,
        server_role=profile.server_roles,
        site=f"{forest.domain}/Configuration/Sites/{forest.site}",
        pending_certificate=uuid4(),
    )
    database, file = first_database(profile, server.name)
    create(MailboxDatabase, name=database, server=server.identity, edb_file_path=file)
    create(
        MailboxServer,
        name=server.name,
        domain=forest.domain,
        data_path=server.data_path,
        server_role=profile.server_roles,
        admin_display_version=profile.build,
    )
    autodiscover = f"https://{server.fqdn.lower()}/Autodiscover/Autodiscover.xml"
    create(
        ClientAccessServer,
        name=server.name,
        domain=forest.domain,
        auto_discover_service_internal_uri=autodiscover,
        auto_discover_site_scope=(forest.site,),
    )
    create(TransportServer, name=forest.server, **paths(TransportServer, profile))
    if profile.two_services:
        create(FrontendTransportServer, name=forest.server, **paths(FrontendTransportServer, profile))
        create(MailboxTransportServer, name=forest.server, **paths(MailboxTransportServer, profile))
    for priority, agent in enumerate(profile.agents, 1):
        create(TransportAgent, name=agent, priority=priority)
    for name, display_name, needed in _services(profile):
        create(Service, name=name, display_name=display_name, depends_on=needed, started=organization.clock())
    _make_connectors(organization, server)


def first_database(profile: Profile, server: str) -> tuple[str, str]:
    """Name and file of the database that setup makes.

    Databases since 2010 are the organization's, so setup adds ten digits to the name. Here they follow from the name of
    the server: a lab is the same each time.
    """
    if profile.version is Version.V2007:
        return "Mailbox Database", f"{profile.install_folder}\\Mailbox\\First Storage Group\\Mailbox Database.edb"
    name = f"Mailbox Database {crc32(server.casefold().encode()) % 10**10:010}"
    return name, f"{profile.install_folder}\\Mailbox\\{name}\\{name}.edb"


def _make_connectors(organization: Organization, server: ExchangeServer) -> None:
    for built_in in organization.profile.connectors:
        organization.create(
            ReceiveConnector,
            name=built_in.name.format(server=server.name),
            server=server.identity,
            fqdn=server.fqdn,
            bindings=built_in.bindings,
            auth_mechanism=built_in.auth_mechanism,
            permission_groups=built_in.permission_groups,
            **built_in.settings,
        )


_TOPOLOGY = ("MSExchangeADTopology",)
_SERVICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("MSExchangeADTopology", "Microsoft Exchange Active Directory Topology Service", ()),
    ("MSExchangeIS", "Microsoft Exchange Information Store", ()),
    ("MSExchangeMailboxAssistants", "Microsoft Exchange Mailbox Assistants", _TOPOLOGY),
    ("MSExchangeMailSubmission", "Microsoft Exchange Mail Submission Service", _TOPOLOGY),
    ("MSExchangeRepl", "Microsoft Exchange Replication Service", _TOPOLOGY),
    ("MSExchangeServiceHost", "Microsoft Exchange Service Host", ()),
    ("MSExchangeTransport", "Microsoft Exchange Transport", _TOPOLOGY),
    ("MSExchangeTransportLogSearch", "Microsoft Exchange Transport Log Search", _TOPOLOGY),
)
_SERVICES_2013 = (
    ("MSExchangeDelivery", "Microsoft Exchange Mailbox Transport Delivery", _TOPOLOGY),
    ("MSExchangeFrontEndTransport", "Microsoft Exchange Frontend Transport", _TOPOLOGY),
    ("MSExchangeSubmission", "Microsoft Exchange Mailbox Transport Submission", _TOPOLOGY),
)


def _services(profile: Profile) -> list[tuple[str, str, tuple[str, ...]]]:
    if not profile.two_services:
        return sorted(_SERVICES)
    return sorted({*(row for row in _SERVICES if row[0] != "MSExchangeMailSubmission"), *_SERVICES_2013})


def _populate(organization: Organization, lab: Lab) -> None:
    _mailbox(organization, Person("Administrator", "", ""))
    members = {person.alias: _mailbox(organization, person).identity for person in lab.people}
    policy = organization.one(EmailAddressPolicy)
    version = organization.profile.recipient_version
    for name, aliases in (lab.groups or {}).items():
        alias = name.lower().replace(" ", "")
        organization.create(
            DistributionGroup,
            name=name,
            alias=alias,
            display_name=name,
            sam_account_name=name,
            email_addresses=policy.addresses(alias),
            members=[members[member] for member in aliases],
            require_sender_authentication_enabled=False,
            exchange_version=version,
        )
    for name, address in (lab.contacts or {}).items():
        first, _, last = name.partition(" ")
        organization.create(
            MailContact,
            name=name,
            alias=name.replace(" ", ""),
            display_name=name,
            first_name=first,
            last_name=last,
            external_email_address=f"SMTP:{address}",
            email_addresses=(f"SMTP:{address}",),
            email_address_policy_enabled=False,
            exchange_version=version,
        )


def _mailbox(organization: Organization, person: Person) -> Mailbox:
    forest = organization.forest
    name = f"{person.first} {person.last}".strip() or person.alias
    return organization.create(
        Mailbox,
        name=name,
        alias=person.alias,
        display_name=name,
        first_name=person.first,
        last_name=person.last,
        department=person.department,
        title=person.title,
        sam_account_name=person.alias,
        user_principal_name=f"{person.alias}@{forest.domain}",
        netbios_domain=forest.netbios,
        password=Password.of_hashes(_PASSWORD_HASH, _PASSWORD_NT_HASH if ntlm_is_possible() else None),
        home_server=forest.server,
        database=organization.one(MailboxDatabase).identity,
        email_addresses=organization.one(EmailAddressPolicy).addresses(person.alias, person.first, person.last, name),
        exchange_version=organization.profile.recipient_version,
    )
