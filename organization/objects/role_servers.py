"""The server as a mailbox server, and as a client access server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Many, derived, prop
from ..values.version import ServerVersion

AUTODISCOVER = UUID("77378f46-2c66-4aa9-a6a6-3e7a48b19596")
"""What marks the service's connection points in the directory."""


class _RoleServer(DirectoryObject):
    """One side of a server. It has the server's name."""

    schema_name = "ms-Exch-Exchange-Server"
    object_classes = ("top", "server", "msExchExchangeServer")

    domain: str = prop(str, default="", hidden=True)

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server itself: the servers' own container holds the server under the same name."""
        return f"CN={cls.__name__},{forest.server_dn(forest.server)}"

    def identity_keys(self) -> Iterator[str]:
        """Also by the server's full name."""
        yield from super().identity_keys()
        yield f"{self.name}.{self.domain}"


class MailboxServer(_RoleServer):
    """What of a server concerns its mailboxes."""

    noun = "mailbox server"

    data_path: str = prop(str, default="", read_only=True)
    admin_display_version: ServerVersion = prop(ServerVersion, default="Version 8.1 (Build 240.6)", read_only=True)
    server_role: str = prop(str, default="", read_only=True)
    database_availability_group: str | None = derived(str, lambda self: None, since="2010")
    auto_database_mount_dial: str = derived(str, lambda self: "GoodAvailability", since="2010")
    database_copy_auto_activation_policy: str = derived(str, lambda self: "Unrestricted", since="2010")
    is_e15_or_later: bool = derived(bool, lambda self: True, since="2013")
    clustered_storage_type: str = prop(str, default="Disabled", until="2007", read_only=True)
    redundant_machines: tuple[str, ...] = prop(Many(str), default=(), until="2007", read_only=True)
    message_tracking_log_enabled: bool = derived(bool, lambda self: True, until="2010")
    subject_logging_enabled: bool = derived(
        bool, lambda self: True, name="MessageTrackingLogSubjectLoggingEnabled", until="2010"
    )
    locale: tuple[str, ...] = derived("MultiValuedProperty", lambda self: ())


class ClientAccessServer(_RoleServer):
    """What of a server concerns mail clients: how they find it."""

    noun = "client access server"

    fqdn: str = derived(str, lambda self: f"{self.name}.{self.domain}")
    client_access_array: str | None = derived(str, lambda self: None, since="2010")
    outlook_anywhere_enabled: bool = derived(bool, lambda self: False)
    auto_discover_service_cn: str = derived(str, lambda self: self.name, name="AutoDiscoverServiceCN")
    auto_discover_service_class_name: str = derived(str, lambda self: "ms-Exchange-AutoDiscover-Service")
    auto_discover_service_internal_uri: str | None = prop(
        str, default=None, help="Where clients inside ask for their settings. Kept without effect."
    )
    auto_discover_service_guid: UUID = derived(UUID, lambda self: AUTODISCOVER)
    auto_discover_site_scope: tuple[str, ...] = prop(
        Many(str), default=(), help="The sites whose clients should ask this server first. Kept without effect."
    )
    alternate_service_account_configuration: str | None = derived(str, lambda self: None, since="2010")
