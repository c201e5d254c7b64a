"""Cmdlets for attachment filter entries and the action of the attachment filter."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.antispam import AttachmentFilterEntry, AttachmentFilterListConfig
from shell.engine.commands.cmdlet import Example

from ..changing import NewObject, RemoveObject, SetConfig
from ..parameters import parameter_for
from ..reading import GetConfig, GetObject


class GetAttachmentFilterEntry(GetObject[AttachmentFilterEntry], verb="Get", noun="AttachmentFilterEntry"):
    """Show the entries of the attachment filter: the file names and content types that are blocked."""

    examples = (Example("Get-AttachmentFilterEntry FileName:*", "All entries for file names."),)


class AddAttachmentFilterEntry(NewObject[AttachmentFilterEntry], verb="Add", noun="AttachmentFilterEntry"):
    """Block attachments by file name or content type. Needs the Attachment Filtering Agent (Install-TransportAgent)."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    pattern: Any = parameter_for(AttachmentFilterEntry.by_attribute["pattern"], position=0, mandatory=True)
    type: Any = parameter_for(AttachmentFilterEntry.by_attribute["type"], mandatory=True)
    examples = (
        Example("Add-AttachmentFilterEntry *.iso -Type FileName", "Block by file name extension."),
        Example("Add-AttachmentFilterEntry image/x-icon -Type ContentType", "Block by content type."),
    )

    def make(self, values: dict[str, Any]) -> AttachmentFilterEntry:
        """Return the new entry, under the next free number."""
        return super().make(values | {"name": self.organization.next_number(AttachmentFilterEntry)})

    def question(self, made: AttachmentFilterEntry) -> str:
        """Return the text that -WhatIf and -Confirm show: what is added."""
        return f'Adding {self.noun_phrase} "{made.identity_text()}".'


class RemoveAttachmentFilterEntry(RemoveObject[AttachmentFilterEntry], verb="Remove", noun="AttachmentFilterEntry"):
    """Remove an entry of the attachment filter, so that such attachments are allowed again."""

    examples = (
        Example(
            "Add-AttachmentFilterEntry *.iso -Type FileName; Remove-AttachmentFilterEntry FileName:*.iso "
            "-Confirm:$false",
            "Remove one entry.",
        ),
    )


class GetAttachmentFilterListConfig(
    GetConfig[AttachmentFilterListConfig], verb="Get", noun="AttachmentFilterListConfig"
):
    """Show what the attachment filter does with messages that have a blocked attachment."""

    id_noun = "Organization"


class SetAttachmentFilterListConfig(
    SetConfig[AttachmentFilterListConfig], verb="Set", noun="AttachmentFilterListConfig"
):
    """Set what the attachment filter does with messages that have a blocked attachment."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-AttachmentFilterListConfig -Action Strip", "Replace blocked attachments with a text."),)
