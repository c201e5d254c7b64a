"""Recipients whose mail goes elsewhere."""

from __future__ import annotations

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
    first_name: str | None = prop(str, default="", longest=64, hidden=True, help="The given name.")
    initials: str | None = prop(str, default="", longest=6, hidden=True, help="The initials, 6 characters at most.")
    last_name: str | None = prop(str, default="", longest=64, hidden=True, help="The family name.")


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
