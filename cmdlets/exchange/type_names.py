"""The full .NET names of Exchange's object types."""

from __future__ import annotations

from typing import Final

from organization.directory import DirectoryObject

_SYSTEM: Final = "Microsoft.Exchange.Data.Directory.SystemConfiguration."
_TASKS: Final = "Microsoft.Exchange.Management.SystemConfigurationTasks."
_MANAGEMENT: Final = "Microsoft.Exchange.Data.Directory.Management."

_NAMES: Final[dict[str, str]] = {
    "CASMailbox": _MANAGEMENT + "CASMailbox",
    "Mailbox": _MANAGEMENT + "Mailbox",
    "ClientAccessServer": _MANAGEMENT + "ClientAccessServer",
    "MailboxServer": _MANAGEMENT + "MailboxServer",
    "MailUser": _MANAGEMENT + "MailUser",
    "MailContact": _MANAGEMENT + "MailContact",
    "DistributionGroup": _MANAGEMENT + "DistributionGroup",
    "DynamicDistributionGroup": _MANAGEMENT + "DynamicDistributionGroup",
    "User": _MANAGEMENT + "User",
    "ExchangeServer": _MANAGEMENT + "ExchangeServer",
    "TransportServer": _MANAGEMENT + "TransportServer",
    "FrontendTransportServer": _MANAGEMENT + "FrontendTransportServerPresentationObject",
    "MailboxTransportServer": _MANAGEMENT + "MailboxTransportServerPresentationObject",
    "OrganizationConfig": _MANAGEMENT + "OrganizationConfig",
    "RemoteDomain": _SYSTEM + "DomainContentConfig",
    "SendConnector": _SYSTEM + "SmtpSendConnectorConfig",
    "TransportAgent": "Microsoft.Exchange.Management.AgentTasks.TransportAgent",
    "ExchangeCertificate": _TASKS + "ExchangeCertificate",
    "Service": "System.ServiceProcess.ServiceController",
    "IPAllowListEntry": "Microsoft.Exchange.Data.Transport.IPAllowListEntry",
    "IPBlockListEntry": "Microsoft.Exchange.Data.Transport.IPBlockListEntry",
    "ContentFilterPhrase": _TASKS + "ContentFilterPhrase",
    "AttachmentFilterEntry": _TASKS + "AttachmentFilterEntrySpecification",
    "Contact": _MANAGEMENT + "Contact",
    "Group": _MANAGEMENT + "WindowsGroup",
    "Recipient": _MANAGEMENT + "ReducedRecipient",
    "ReducedRecipient": _MANAGEMENT + "ReducedRecipient",
}


def clr_name(model: type[DirectoryObject], view: str = "") -> str:
    """Return the full type name of a class's objects, or of a view of them."""
    name = view or model.__name__
    return _NAMES.get(name, _SYSTEM + name)
