"""The organization object itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import derived, prop
from ..values.address import SmtpAddress


class OrganizationConfig(DirectoryObject):
    """What holds for the whole organization."""

    noun = "organization configuration"
    schema_name = "ms-Exch-Organization-Container"
    object_classes = ("top", "container", "msExchOrganizationContainer")

    default_public_folder_database: str | None = prop(
        str,
        default=None,
        until="2010",
        help="The public folder database of new mailbox databases. Kept without effect.",
    )
    scl_junk_threshold: int = prop(
        int,
        default=4,
        between=(0, 9),
        help="Above this spam level, 0 to 9, a message goes to Junk E-Mail.",
    )
    microsoft_exchange_recipient_primary_smtp_address: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The sender of reports inside the organization."
    )
    microsoft_exchange_recipient_reply_recipient: str | None = prop(
        str,
        default=None,
        help="The postmaster's mailbox: it gets the copies of reports that GenerateCopyOfDSNFor asks for.",
    )
    industry: str = prop(
        str,
        default="NotSpecified",
        help="The line of business that the organization is in, as any text. Kept without effect.",
    )
    mail_tips_all_tips_enabled: bool = prop(
        bool,
        default=True,
        since="2010",
        help="Outlook shows notes about recipients before a message is sent. Kept without effect.",
    )
    mail_tips_external_recipients_tips_enabled: bool = prop(
        bool,
        default=False,
        since="2010",
        help="Outlook warns of recipients outside the organization. Kept without effect.",
    )
    mail_tips_group_metrics_enabled: bool = prop(
        bool, default=True, since="2010", help="Outlook shows how many members a group has. Kept without effect."
    )
    mail_tips_large_audience_threshold: int = prop(
        int,
        default=25,
        between=(0, 1000),
        since="2010",
        help="The number of recipients, up to 1000, from which Outlook warns. Kept without effect.",
    )
    read_tracking_enabled: bool = prop(
        bool,
        default=False,
        since="2010",
        help="Message tracking tells whether a message was read. Kept without effect.",
    )
    distribution_group_default_ou: str | None = prop(
        str,
        name="DistributionGroupDefaultOU",
        default=None,
        since="2010",
        help="The organizational unit for groups that users make. Kept without effect.",
    )
    is_mixed_mode: bool = derived(bool, lambda self: False)
    is_add_container_permission_allowed: bool = derived(bool, lambda self: True, until="2007")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Above everything else."""
        return f"CN=Microsoft Exchange,CN=Services,{forest.configuration_dn}"
