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

    default_public_folder_database: str | None = prop(str, default=None, until="2010")
    scl_junk_threshold: int = prop(int, default=4, between=(0, 9))
    microsoft_exchange_recipient_primary_smtp_address: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The sender of reports inside the organization."
    )
    microsoft_exchange_recipient_reply_recipient: str | None = prop(str, default=None)
    industry: str = prop(str, default="NotSpecified")
    mail_tips_all_tips_enabled: bool = prop(bool, default=True, since="2010")
    mail_tips_external_recipients_tips_enabled: bool = prop(bool, default=False, since="2010")
    mail_tips_group_metrics_enabled: bool = prop(bool, default=True, since="2010")
    mail_tips_large_audience_threshold: int = prop(int, default=25, between=(0, 1000), since="2010")
    read_tracking_enabled: bool = prop(bool, default=False, since="2010")
    distribution_group_default_ou: str | None = prop(str, name="DistributionGroupDefaultOU", default=None, since="2010")
    is_mixed_mode: bool = derived(bool, lambda self: False)
    is_add_container_permission_allowed: bool = derived(bool, lambda self: True, until="2007")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Above everything else."""
        return f"CN=Microsoft Exchange,CN=Services,{forest.configuration_dn}"
