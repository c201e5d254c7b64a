"""Attachments that are not let in: the list of them, and what happens to messages that have one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...directory import DirectoryObject
from ...errors import OrganizationError, RuleBroken
from ...names import ADObjectId, Forest
from ...properties import Many, Reference, prop
from ...values.enums import Choice
from .hygiene import one_ascii_line

if TYPE_CHECKING:
    from ...store import Organization

CONTENT_TYPES = (
    "application/x-msdownload message/partial text/scriptlet application/prg application/msaccess text/javascript "
    "application/x-javascript application/javascript x-internet-signup application/hta"
)
FILE_NAMES = (
    "xnk wsh wsf wsc vbs vbe vb url shs shb sct scr scf reg prg prf pif pcd ops mst msp msi ps11xml ps11 ps1xml ps1 "
    "msc mdz mdw mdt mde mdb mda lnk ksh jse js isp ins inf hta hlp fxp exe csh crt cpl com cmd chm bat bas asx app "
    "adp ade"
)


class FilterActions(Choice):
    """What happens to a message with such an attachment."""

    Reject = 0
    Strip = 1
    SilentDelete = 2


class AttachmentType(Choice):
    """What an entry names: the kind of the content or the name of the file."""

    ContentType = 0
    FileName = 1


class AttachmentFilterListConfig(DirectoryObject):
    """What the attachment filter does. The list itself is in the entries."""

    noun = "attachment filter list configuration"

    action: FilterActions = prop(FilterActions, default="Reject", help="Reject, Strip or SilentDelete.")
    reject_response: str = prop(
        str,
        default="Message rejected due to unacceptable attachments",
        longest=240,
        check=one_ascii_line,
        help="What the sender of a rejected message is told, 240 characters at most.",
    )
    admin_message: str = prop(
        str, default="This attachment was removed.", help="The text that stands in the place of what was stripped."
    )
    exception_connectors: tuple[ADObjectId, ...] = prop(
        Many(Reference("ReceiveConnector")), default=(), help="Receive connectors whose messages are not looked at."
    )

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's transport settings."""
        return f"CN=Message Hygiene,{forest.transport_settings_dn}"


class AttachmentFilterEntry(DirectoryObject):
    """An attachment that is not let in. Its name in the directory is its number."""

    noun = "attachment filter entry"
    order = ("type", "pattern", "identity")
    only_ordered = True

    type: AttachmentType = prop(AttachmentType, help="ContentType or FileName.")
    pattern: str = prop(str, name="Name", help="A content type, a file name, or an ending such as *.exe.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Under the agent's configuration."""
        return f"CN=AttachmentFilterList,CN=Message Hygiene,{forest.transport_settings_dn}"

    def identity_text(self) -> str:
        """`FileName:*.exe`."""
        return f"{self.type}:{self.pattern}"

    def identity_keys(self) -> Iterator[str]:
        """By type and name."""
        yield self.identity_text()

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """No entry is there twice."""
        others = (each for each in organization.all(AttachmentFilterEntry) if each.guid != self.guid)
        if any(each.identity_text().casefold() == self.identity_text().casefold() for each in others):
            yield RuleBroken(f"The attachment filter entry '{self.identity_text()}' already exists.", self)


def setup_entries() -> Iterator[tuple[AttachmentType, str]]:
    """What setup puts on the list."""
    yield from ((AttachmentType.ContentType, name) for name in CONTENT_TYPES.split())
    yield from ((AttachmentType.FileName, f"*.{ending}") for ending in FILE_NAMES.split())
