"""Recipients whose mail goes elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..names import ADObjectId
from ..properties import OrUnlimited, prop
from ..values.address import ProxyAddress
from ..values.enums import Choice
from ..values.unlimited import Unlimited
from .recipient import Recipient, RecipientType
from .user import User


class MessageFormat(Choice):
    """How messages are sent to an external address."""

    Text = 0
    Mime = 1


class MessageBodyFormat(Choice):
    """The body of messages sent to an external address."""

    Text = 0
    Html = 1
    TextAndHtml = 2


class MacAttachmentFormat(Choice):
    """How attachments of Macintosh files are sent."""

    BinHex = 0
    UuEncode = 1
    AppleSingle = 2
    AppleDouble = 3


class UseMapiRichTextFormat(Choice):
    """Whether rich text is sent."""

    Never = 0
    Always = 1
    UseDefaultSettings = 2


# How mail to an external address is formatted: the same for a contact as for an account.
_RICH_TEXT = prop(
    UseMapiRichTextFormat,
    default="UseDefaultSettings",
    help="Whether Outlook's rich text goes to the address: Never, Always, UseDefaultSettings. Kept without effect.",
)
_FORMAT = prop(MessageFormat, default="Mime", help="Plain text or MIME for mail to the address. Kept without effect.")
_BODY_FORMAT = prop(
    MessageBodyFormat,
    default="TextAndHtml",
    help="Text, Html or both for the body of mail to the address. Kept without effect.",
)
_MAC_FORMAT = prop(
    MacAttachmentFormat,
    default="BinHex",
    help="How Macintosh files are attached; BinHex and UuEncode are for plain text. Kept without effect.",
)
_PREFER_FORMAT = prop(
    bool, default=False, help="The formats set here come before those of the remote domain. Kept without effect."
)
_EXTERNAL_HELP = "Where the mail goes."


def _as_of_user(attribute: str) -> Any:
    """A personal property, which contacts have as accounts have it; Get-Contact shows it, Get-MailContact does not."""
    return replace(User.by_attribute[attribute], hidden=True)


class MailContact(Recipient):
    """Somebody outside the organization who is in its address book."""

    noun = "mail contact"
    schema_name = "Person"
    object_classes = ("top", "person", "organizationalPerson", "contact")
    kind = RecipientType.MailContact

    external_email_address: ProxyAddress = prop(ProxyAddress, help=_EXTERNAL_HELP)
    max_recipient_per_message: Unlimited[int] = prop(
        OrUnlimited(int),
        default="unlimited",
        between=(0, 2**31 - 1),
        help="The most recipients of a message from this contact. Kept without effect.",
    )
    use_mapi_rich_text_format: UseMapiRichTextFormat = _RICH_TEXT
    message_format: MessageFormat = _FORMAT
    message_body_format: MessageBodyFormat = _BODY_FORMAT
    mac_attachment_format: MacAttachmentFormat = _MAC_FORMAT
    use_prefer_message_format: bool = _PREFER_FORMAT
    office: str | None = _as_of_user("office")
    assistant_name: str | None = _as_of_user("assistant_name")
    city: str | None = _as_of_user("city")
    company: str | None = _as_of_user("company")
    country_or_region: str | None = _as_of_user("country_or_region")
    department: str | None = _as_of_user("department")
    fax: str | None = _as_of_user("fax")
    first_name: str | None = _as_of_user("first_name")
    home_phone: str | None = _as_of_user("home_phone")
    initials: str | None = _as_of_user("initials")
    last_name: str | None = _as_of_user("last_name")
    manager: ADObjectId | None = _as_of_user("manager")
    mobile_phone: str | None = _as_of_user("mobile_phone")
    notes: str | None = _as_of_user("notes")
    other_telephone: tuple[str, ...] = _as_of_user("other_telephone")
    pager: str | None = _as_of_user("pager")
    phone: str | None = _as_of_user("phone")
    postal_code: str | None = _as_of_user("postal_code")
    state_or_province: str | None = _as_of_user("state_or_province")
    street_address: str | None = _as_of_user("street_address")
    title: str | None = _as_of_user("title")
    web_page: str | None = _as_of_user("web_page")


class MailUser(User):
    """An account of the domain whose mailbox is elsewhere."""

    noun = "mail user"
    kind = RecipientType.MailUser

    external_email_address: ProxyAddress = prop(ProxyAddress, help=_EXTERNAL_HELP)
    use_mapi_rich_text_format: UseMapiRichTextFormat = _RICH_TEXT
    message_format: MessageFormat = _FORMAT
    message_body_format: MessageBodyFormat = _BODY_FORMAT
    mac_attachment_format: MacAttachmentFormat = _MAC_FORMAT
    use_prefer_message_format: bool = _PREFER_FORMAT
