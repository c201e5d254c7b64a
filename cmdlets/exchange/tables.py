"""The default table views of Exchange's objects: columns in their order, with their widths."""

from __future__ import annotations

from typing import Final

from shell.display import views
from shell.display.cells import RIGHT

_DIRECTORY: Final = "Microsoft.Exchange.Data.Directory."
_SYSTEM: Final = _DIRECTORY + "SystemConfiguration."
_TASKS: Final = "Microsoft.Exchange.Management.SystemConfigurationTasks."
_QUEUES: Final = "Microsoft.Exchange.Data.QueueViewer."
_MANAGEMENT_TASKS: Final = "Microsoft.Exchange.Management."
_MANAGEMENT: Final = _DIRECTORY + "Management."

TABLES: Final[dict[str, str]] = {
    _SYSTEM + "ReceiveConnector": "Identity Bindings Enabled",
    _SYSTEM + "SmtpSendConnectorConfig": "Identity AddressSpaces Enabled",
    _SYSTEM + "AcceptedDomain": "Name DomainName DomainType Default",
    _SYSTEM + "DomainContentConfig": "Name DomainName AllowedOOFType",
    _SYSTEM + "EmailAddressPolicy": "Name Priority RecipientFilter",
    _SYSTEM + "MailboxDatabase": "Name Server Recovery ReplicationType",
    _SYSTEM + "IPAllowListProvider": "Name LookupDomain Priority",
    _SYSTEM + "IPBlockListProvider": "Name LookupDomain Priority",
    _MANAGEMENT + "Mailbox": "Name Alias ServerName ProhibitSendQuota",
    _MANAGEMENT + "CASMailbox": "Name ActiveSyncEnabled OWAEnabled PopEnabled ImapEnabled MapiEnabled",
    _MANAGEMENT + "ClientAccessServer": "Name",
    _MANAGEMENT + "MailboxServer": "Name AdminDisplayVersion DatabaseAvailabilityGroup",
    _MANAGEMENT + "MailUser": "Name Alias RecipientType",
    _MANAGEMENT + "MailContact": "Name Alias RecipientType",
    _MANAGEMENT + "DistributionGroup": "Name DisplayName GroupType PrimarySmtpAddress",
    _MANAGEMENT + "DynamicDistributionGroup": "Name ManagedBy",
    _MANAGEMENT + "Contact": "Name RecipientType",
    _MANAGEMENT + "WindowsGroup": "Name DisplayName SamAccountName GroupType",
    _MANAGEMENT + "ReducedRecipient": "Name RecipientType",
    _MANAGEMENT + "User": "Name RecipientType",
    _MANAGEMENT + "ExchangeServer": "Name:19 Site:20 ServerRole:11 Edition:11 AdminDisplayVersion:19",
    _MANAGEMENT + "TransportServer": "Name MessageTrackingLogEnabled AntispamAgentsEnabled",
    _MANAGEMENT + "FrontendTransportServerPresentationObject": "Name AntispamAgentsEnabled",
    "Microsoft.Exchange.Management.AgentTasks.TransportAgent": "Identity:51 Enabled:16 Priority:8",
    "Microsoft.Exchange.Data.Mapi.MailboxStatistics": "DisplayName ItemCount StorageLimitStatus LastLogonTime",
    "Microsoft.Exchange.Data.Transport.IPAllowListEntry": "Identity IPRange ExpirationTime",
    "Microsoft.Exchange.Data.Transport.IPBlockListEntry": "Identity IPRange ExpirationTime",
    "Microsoft.Exchange.Management.Edge.TransportPipeline": "Event TransportAgents",
    "Emshell.LabMessage": "Id:13 Received:22 From Subject Size:22",
    _QUEUES + "QueueInfo": "Identity DeliveryType Status MessageCount NextHopDomain",
    _QUEUES + "ExtensibleQueueInfo": (
        "Identity DeliveryType Status MessageCount Velocity RiskLevel OutboundIPPool NextHopDomain"
    ),
    _QUEUES + "ExtensibleMessageInfo": "Identity FromAddress Status Size SCL Subject",
    _QUEUES + "MessageInfo": "Identity FromAddress Status Queue Subject",
    _MANAGEMENT_TASKS + "QueueDigest.QueueDigestPresentationObject": (
        "GroupByValue MessageCount DeferredMessageCount LockedMessageCount StaleMessageCount Details"
    ),
    _MANAGEMENT_TASKS + "TransportLogSearchTasks.MessageTrackingEvent": (
        "EventId Source Sender Recipients MessageSubject"
    ),
    _TASKS + "ServerComponentStatePresentationObject": "ServerFqdn Component State",
    _SYSTEM + "ServerComponentState": "Requester State Timestamp Component",
    "Microsoft.Exchange.Monitoring.SmtpConnectivityStatus": "Server ReceiveConnector Binding StatusCode Details",
    "System.Diagnostics.EventLog": "MaximumKilobytes MinimumRetentionDays OverflowAction EntryCount Log",
    "System.Diagnostics.Eventing.Reader.EventLogConfiguration": "LogMode MaximumSizeInBytes RecordCount LogName",
    _TASKS + "ContentFilterPhrase": "Influence Phrase",
    _TASKS + "AttachmentFilterEntrySpecification": "Type Name Identity",
    _TASKS + "IPListProviderTestResult": "Provider ProviderResult Matched",
    "Emshell.LabDnsRecord": "Name Type:8 Value",
    "Emshell.LabLog": "Name:16 Service:28 Folder",
    "Emshell.LabProtocolRow": "SessionId:16 SequenceNumber:14 Event:5 Data Context",
    "Emshell.LabEndpoint": "Endpoint ListensOn State Connectors",
}
"""Type name -> columns, `Name` or `Name:width`."""


def _column(word: str) -> views.Column:
    name, _, width = word.partition(":")
    return views.Column(name, width=int(width or 0))


def register_tables() -> None:
    """Register the table views with the display."""
    for type_name, columns in TABLES.items():
        views.register(type_name, views.TableView(tuple(_column(word) for word in columns.split())))


def register_event_tables() -> None:
    """Register the views of events; their column labels differ from the property names."""
    entry = (
        views.Column("Index", width=8, align=RIGHT),
        views.Column("Time", "TimeGenerated", width=12, format="MMM dd HH:mm"),
        views.Column("EntryType", width=11),
        views.Column("Source", width=20),
        views.Column("InstanceID", "InstanceId", width=12, align=RIGHT),
        views.Column("Message"),
    )
    views.register("System.Diagnostics.EventLogEntry", views.TableView(entry))
    record = (
        views.Column("TimeCreated", width=26),
        views.Column("Id", width=8, align=RIGHT),
        views.Column("LevelDisplayName", width=16),
        views.Column("Message"),
    )
    table = views.TableView(record, group_by=views.GroupBy("ProviderName", "ProviderName"))
    views.register("System.Diagnostics.Eventing.Reader.EventLogRecord", table)


register_tables()
register_event_tables()
