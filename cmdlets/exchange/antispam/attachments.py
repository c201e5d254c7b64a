"""Attachments that are not let in, and what happens to messages that have one."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.antispam import AttachmentFilterEntry, AttachmentFilterListConfig
from shell.engine.commands.cmdlet import Example

from ..changing import NewObject, RemoveObject, SetConfig
from ..parameters import parameter_for
from ..reading import GetConfig, GetObject


class GetAttachmentFilterEntry(GetObject[AttachmentFilterEntry], verb="Get", noun="AttachmentFilterEntry"):
    """Show the attachments that are not let in."""

    examples = (Example("Get-AttachmentFilterEntry FileName:*", "All that go by the name of the file."),)


class AddAttachmentFilterEntry(NewObject[AttachmentFilterEntry], verb="Add", noun="AttachmentFilterEntry"):
    """Let a kind of attachment not in. The Attachment Filtering Agent has to be installed (Install-TransportAgent)."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    pattern: Any = parameter_for(AttachmentFilterEntry.by_attribute["pattern"], position=0, mandatory=True)
    type: Any = parameter_for(AttachmentFilterEntry.by_attribute["type"], mandatory=True)
    examples = (
        Example("Add-AttachmentFilterEntry *.iso -Type FileName", "By the ending of the file's name."),
        Example("Add-AttachmentFilterEntry image/x-icon -Type ContentType", "By the kind of the content."),
    )

    def make(self, values: dict[str, Any]) -> AttachmentFilterEntry:
        """The entry, under the next free number."""
        return super().make(values | {"name": self.organization.next_number(AttachmentFilterEntry)})

    def question(self, made: AttachmentFilterEntry) -> str:
        """What is added."""
        return f'Adding {self.noun_phrase} "{made.identity_text()}".'


class RemoveAttachmentFilterEntry(RemoveObject[AttachmentFilterEntry], verb="Remove", noun="AttachmentFilterEntry"):
    """Let a kind of attachment in again."""

    examples = (
        Example(
            "Add-AttachmentFilterEntry *.iso -Type FileName; Remove-AttachmentFilterEntry FileName:*.iso "
            "-Confirm:$false",
            "Remove one.",
        ),
    )


class GetAttachmentFilterListConfig(
    GetConfig[AttachmentFilterListConfig], verb="Get", noun="AttachmentFilterListConfig"
):
    """Show what happens to messages with such attachments."""

    id_noun = "Organization"


class SetAttachmentFilterListConfig(
    SetConfig[AttachmentFilterListConfig], verb="Set", noun="AttachmentFilterListConfig"
):
    """Say what happens to messages with such attachments."""

    id_noun = "Organization"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    examples = (Example("Set-AttachmentFilterListConfig -Action Strip", "Put a text in their place."),)
