"""The server itself, its mailbox databases, its services and its transport agents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..directory import DirectoryObject
from ..errors import OrganizationError
from ..names import ADObjectId, Forest, escape
from ..properties import Many, OrUnlimited, Reference, derived, prop
from ..values.enums import Choice, ServerRole
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from ..values.version import ServerVersion
from .quotas import quota_problems

if TYPE_CHECKING:
    from ..store import Organization


class ExchangeServer(DirectoryObject):
    """A server of the organization."""

    noun = "Exchange server"
    schema_name = "ms-Exch-Exchange-Server"
    object_classes = ("top", "server", "msExchExchangeServer")

    data_path: str = prop(str, default="", read_only=True)
    domain: str = prop(str, default="", read_only=True)
    edition: str = prop(str, default="Enterprise", read_only=True)
    exchange_legacy_dn: str = derived(
        str,
        lambda self: (
            f"/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/"
            f"cn=Servers/cn={self.name}"
        ),
        name="ExchangeLegacyDN",
    )
    fqdn: str = derived(str, lambda self: f"{self.name}.{self.domain}")
    is_hub_transport_server: bool = derived(bool, lambda self: self.does(ServerRole.HubTransport, since=(15, 0)))
    is_client_access_server: bool = derived(bool, lambda self: self.does(ServerRole.ClientAccess, since=(15, 1)))
    is_edge_server: bool = derived(bool, lambda self: ServerRole.Edge in self.server_role)
    is_mailbox_server: bool = derived(bool, lambda self: ServerRole.Mailbox in self.server_role)
    is_unified_messaging_server: bool = derived(bool, lambda self: ServerRole.UnifiedMessaging in self.server_role)
    network_address: tuple[str, ...] = derived(
        "MultiValuedProperty", lambda self: (f"netbios:{self.name.lower()}", f"ncacn_ip_tcp:{self.fqdn}")
    )
    organizational_unit: str = derived(str, lambda self: f"{self.domain}/{self.name}")
    admin_display_version: ServerVersion = prop(ServerVersion, default="Version 8.1 (Build 240.6)", read_only=True)
    site: str = prop(str, default="", read_only=True)
    server_role: ServerRole = prop(ServerRole, default="Mailbox, ClientAccess, HubTransport", read_only=True)
    error_reporting_enabled: bool | None = prop(
        bool,
        default=None,
        help="Failures of Exchange are reported to Microsoft; the lab never does. Kept without effect.",
    )
    static_domain_controllers: tuple[str, ...] = prop(
        Many(str), default=(), help="Domain controllers to use instead of those that are found. Kept without effect."
    )
    static_global_catalogs: tuple[str, ...] = prop(
        Many(str),
        default=(),
        help="Global catalog servers to use instead of those that are found. Kept without effect.",
    )
    static_config_domain_controller: str | None = prop(
        str, default=None, help="The domain controller for the configuration. Kept without effect."
    )
    static_excluded_domain_controllers: tuple[str, ...] = prop(
        Many(str), default=(), help="Domain controllers never to use. Kept without effect."
    )
    monitoring_group: str | None = prop(
        str, default=None, since="2013", help="The group of servers that watch each other. Kept without effect."
    )
    is_exchange_trial_edition: bool = derived(bool, lambda self: self.product_id is None)
    is_expired_exchange_trial_edition: bool = derived(bool, lambda self: False)
    remaining_trial_period: EnhancedTimeSpan = derived(
        EnhancedTimeSpan, lambda self: EnhancedTimeSpan.of(days=0 if self.product_id else 120)
    )
    product_id: str | None = prop(str, name="ProductID", default=None, read_only=True)
    addresses: tuple[str, ...] = prop(Many(str), default=("192.168.1.10",), hidden=True)
    """The addresses of the lab's server, for those who dial it by name."""
    pending_certificate: UUID | None = prop(UUID, default=None, hidden=True)
    """The GUID that setup's own certificate will have, as long as nobody has needed it."""
    internal_transport_certificate: str = prop(str, default="", hidden=True)
    """The thumbprint of the certificate that the transport service uses among servers."""

    def does(self, role: ServerRole, since: tuple[int, int]) -> bool:
        """Whether the server does the work of a role: as its own, or from a version on as part of the Mailbox role."""
        version = (self.admin_display_version.major, self.admin_display_version.minor)
        return role in self.server_role or (ServerRole.Mailbox in self.server_role and version >= since)

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the servers."""
        return forest.servers_dn

    def identity_keys(self) -> Iterator[str]:
        """Also by its full name."""
        yield from super().identity_keys()
        yield self.fqdn


class MailboxDatabase(DirectoryObject):
    """A database of mailboxes."""

    noun = "mailbox database"
    schema_name = "ms-Exch-Private-MDB"
    object_classes = ("top", "msExchMDB", "msExchPrivateMDB")

    edb_file_path: str = prop(
        str, default="", help="The path of the database's file on the server. It is shown; the lab makes no such file."
    )
    is_excluded_from_provisioning: bool = prop(
        bool,
        default=False,
        since="2010",
        help="New mailboxes are never put here unless the database is named. Kept without effect.",
    )
    issue_warning_quota: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="1945MB",
        help="The size from which Get-MailboxStatistics reports IssueWarning, or unlimited.",
    )
    prohibit_send_quota: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="2GB",
        help="The size from which Get-MailboxStatistics reports ProhibitSend, or unlimited.",
    )
    prohibit_send_receive_quota: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="2355MB",
        help="The size from which mailboxes get no more mail, or unlimited.",
    )
    recovery: bool = prop(bool, default=False)
    mailbox_retention: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="30.00:00:00",
        help="How long a mailbox without its account is kept, days as 30.00:00:00.",
    )
    deleted_item_retention: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="14.00:00:00",
        help="How long deleted items can be restored, days as 14.00:00:00. Kept without effect.",
    )
    mount_at_startup: bool = prop(
        bool, default=True, help="Mount the database when the server starts. Kept without effect."
    )
    mounted: bool | None = prop(bool, default=None, read_only=True)
    mounted_on_server: str | None = prop(str, default=None, since="2010", read_only=True)
    database_size: ByteQuantifiedSize | None = prop(ByteQuantifiedSize, default=None, since="2010", read_only=True)
    available_new_mailbox_space: ByteQuantifiedSize | None = prop(
        ByteQuantifiedSize, default=None, since="2010", read_only=True
    )
    backup_in_progress: bool | None = prop(bool, default=None, read_only=True)
    last_full_backup: datetime | None = derived(datetime, lambda self: None)
    last_incremental_backup: datetime | None = derived(datetime, lambda self: None)
    last_differential_backup: datetime | None = derived(datetime, lambda self: None, since="2010")
    last_copy_backup: datetime | None = derived(datetime, lambda self: None)
    recoverable_items_quota: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="30GB",
        since="2010",
        help="The most that the Recoverable Items folder of a mailbox takes. Kept without effect.",
    )
    recoverable_items_warning_quota: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="20GB",
        since="2010",
        help="The size of that folder from which is warned. Kept without effect.",
    )
    circular_logging_enabled: bool = prop(
        bool, default=False, since="2010", help="Logs that are not needed are overwritten. Kept without effect."
    )
    retain_deleted_items_until_backup: bool = prop(
        bool, default=False, help="Deleted items stay until the database has been backed up. Kept without effect."
    )
    event_history_retention_period: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="7.00:00:00",
        between=("00:00:01", "30.00:00:00"),
        help="How long the events of the database are kept. Kept without effect.",
    )
    index_enabled: bool = prop(bool, default=True, help="The content is indexed. Kept without effect.")
    is_suspended_from_provisioning: bool = prop(
        bool, default=False, since="2010", help="New mailboxes are not put here for now. Kept without effect."
    )
    offline_address_book: str | None = derived(str, lambda self: None)
    public_folder_database: str | None = derived(str, lambda self: None)
    original_database: str | None = derived(str, lambda self: None)
    master_type: str = derived(str, lambda self: "Server", since="2010")
    master_server_or_availability_group: ADObjectId | None = derived(
        "ADObjectId", lambda self: self.server, since="2010"
    )
    servers: tuple[ADObjectId, ...] = derived(
        Many(Reference("ExchangeServer")), lambda self: (self.server,) if self.server else (), since="2010"
    )
    activation_preference: tuple[str, ...] = derived(
        "MultiValuedProperty", lambda self: (f"[{self.server_name}, 1]",), since="2010"
    )
    log_folder_path: str = derived(str, lambda self: self.edb_file_path.rpartition("\\")[0], since="2010")
    replication_type: str = derived(str, lambda self: "None", since="2010")
    server: ADObjectId | None = prop(Reference("ExchangeServer"), default=None, read_only=True)
    storage_group: str = prop(str, default="First Storage Group", until="2007", read_only=True)
    server_name: str = derived(str, lambda self: self.server.name if self.server else "")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In a storage group of its server; since 2010, which has none, among the organization's databases."""
        group = values.get("storage_group", cls.by_attribute["storage_group"].default)
        if not group:
            return f"CN=Databases,{forest.administrative_group_dn}"
        return f"CN={escape(group)},CN=InformationStore,{forest.server_dn(forest.server)}"

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Its quotas rise."""
        return quota_problems(self)

    def identity_text(self) -> str:
        """`SERVER\\Storage Group\\Name`, the way 2007 names it; the name alone since 2010."""
        in_group = self.server is not None and bool(self.storage_group)
        return f"{self.server_name}\\{self.storage_group}\\{self.name}" if in_group else self.name


class ServiceStatus(Choice):
    """What a Windows service does."""

    Stopped = 1
    Running = 4


class StartMode(Choice):
    """How a Windows service is started."""

    Automatic = 2
    Manual = 3
    Disabled = 4


TRANSPORT_SERVICE = "MSExchangeTransport"
FRONT_END_SERVICE = "MSExchangeFrontEndTransport"
"""2013 and later."""
STORE_SERVICE = "MSExchangeIS"


class Service(DirectoryObject):
    """A Windows service of the server. Whoever plays its part follows its status."""

    noun = "service"
    order = ("status", "name", "display_name")
    only_ordered = True

    status: ServiceStatus = prop(ServiceStatus, default="Running")
    display_name: str = prop(str)
    start_type: StartMode = prop(StartMode, default="Automatic")
    description: str = prop(str, default="", hidden=True)
    depends_on: tuple[str, ...] = prop(Many(str), default=(), hidden=True)
    """Names of the services that it needs."""
    started: datetime | None = prop(datetime, default=None, hidden=True)
    """When it last started, in UTC with its zone. A restart changes it, even if nobody saw the service stopped."""

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server."""
        return f"CN=Services,{forest.server_dn(forest.server)}"

    def identity_keys(self) -> Iterator[str]:
        """Also by its display name."""
        yield from super().identity_keys()
        yield self.display_name


class TransportAgent(DirectoryObject):
    """An agent that sees messages on their way. A change counts from the next start of the transport service."""

    noun = "transport agent"
    order = ("enabled", "priority", "transport_agent_factory", "assembly_path", "identity", "is_valid")
    only_ordered = True

    enabled: bool = prop(bool, default=True)
    priority: int = prop(int, default=1, between=(1, 2**31 - 1), help="The place in the order of agents, from 1.")
    transport_agent_factory: str = prop(str, default="", read_only=True)
    assembly_path: str = prop(str, default="", read_only=True)

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server."""
        return f"CN=Agents,{forest.server_dn(forest.server)}"
