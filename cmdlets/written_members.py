"""What cmdlets write whose objects have no declared type: names of properties, for completion.

The table has a heading for each command, and one for each version of Exchange from which on it writes others.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from organization.versions import Version

_TABLE: Final = """
Get-ADComputer:
    DistinguishedName DNSHostName Enabled Name ObjectClass ObjectGUID SamAccountName SID UserPrincipalName
Get-ADDomain:
    AllowedDNSSuffixes ChildDomains ComputersContainer DeletedObjectsContainer DistinguishedName DNSRoot
    DomainControllersContainer DomainMode DomainSID ForeignSecurityPrincipalsContainer Forest InfrastructureMaster
    LastLogonReplicationInterval LinkedGroupPolicyObjects LostAndFoundContainer ManagedBy Name NetBIOSName
    ObjectClass ObjectGUID ParentDomain PDCEmulator QuotasContainer ReadOnlyReplicaDirectoryServers
    ReplicaDirectoryServers RIDMaster SubordinateReferences SystemsContainer UsersContainer
Get-ADDomainController:
    ComputerObjectDN DefaultPartition Domain Enabled Forest HostName InvocationId IPv4Address IPv6Address
    IsGlobalCatalog IsReadOnly LdapPort Name NTDSSettingsObjectDN OperatingSystem OperatingSystemHotfix
    OperatingSystemServicePack OperatingSystemVersion OperationMasterRoles Partitions ServerObjectDN
    ServerObjectGuid Site SslPort
Get-ADForest:
    ApplicationPartitions CrossForestReferences DomainNamingMaster Domains ForestMode GlobalCatalogs Name
    PartitionsContainer RootDomain SchemaMaster Sites SPNSuffixes UPNSuffixes
Get-ADGroup:
    DistinguishedName GroupCategory GroupScope Name ObjectClass ObjectGUID SamAccountName SID
Get-ADGroupMember:
    distinguishedName name objectClass objectGUID SamAccountName SID
Get-ADOrganizationalUnit:
    City Country DistinguishedName LinkedGroupPolicyObjects ManagedBy Name ObjectClass ObjectGUID PostalCode State
    StreetAddress
Get-ADUser:
    DistinguishedName Enabled GivenName Name ObjectClass ObjectGUID SamAccountName SID Surname UserPrincipalName
Get-DomainController:
    DnsHostName ADSite Name DistinguishedName Identity IsValid OriginatingServer
Get-EventLog:
    EventID MachineName Data Index Category CategoryNumber EntryType Message Source ReplacementStrings InstanceId
    TimeGenerated TimeWritten UserName Site Container
Get-ExchangeCertificate:
    AccessRules CertificateDomains IisServices IsSelfSigned KeyIdentifier RootCAType Services Status
    SubjectKeyIdentifier PrivateKeyExportable PublicKeySize Archived FriendlyName IssuerName NotAfter NotBefore
    HasPrivateKey RawData SerialNumber SubjectName SignatureAlgorithm Thumbprint Version Issuer Subject
Get-ExchangeCertificate since 2010:
    RunspaceId AccessRules CertificateDomains CertificateRequest IisServices IsSelfSigned KeyIdentifier RootCAType
    Services Status SubjectKeyIdentifier PrivateKeyExportable PublicKeySize ServicesStringForm Identity Archived
    FriendlyName IssuerName NotAfter NotBefore HasPrivateKey RawData SerialNumber SubjectName SignatureAlgorithm
    Thumbprint Version Issuer Subject
Get-LabBackPressure:
    Server Level
Get-LabDnsRecord:
    Name Type Value Preference
Get-LabDomainController:
    Name Available
Get-LabEndpoint:
    Endpoint ListensOn State Connectors Reason
Get-LabLog:
    Name Service ServerPath Folder Newest LastError
Get-LabMessage:
    Id Mailbox Folder Received From SenderName To Subject Size Sender Recipients MessageId Headers Body Attachments
Get-LabProtocolLog:
    DateTime ConnectorId SessionId SequenceNumber LocalEndpoint RemoteEndpoint Event Data Context
Get-LabTime:
    Time Ahead
Get-Message:
    Identity Subject InternetMessageId FromAddress Status Size MessageSourceName SourceIP SCL DateReceived
    ExpirationTime LastError RetryCount Queue Recipients IsValid ObjectState
Get-Message since 2013:
    Identity Subject InternetMessageId FromAddress Status Size MessageSourceName SourceIP SCL DateReceived
    ExpirationTime LastError RetryCount Queue Recipients IsValid ObjectState OriginalFromAddress
Get-MessageTrackingLog:
    Timestamp ClientIp ClientHostname ServerIp ServerHostname SourceContext ConnectorId Source EventId
    InternalMessageId MessageId Recipients RecipientStatus TotalBytes RecipientCount RelatedRecipientAddress
    Reference MessageSubject Sender ReturnPath MessageInfo
Get-MessageTrackingLog since 2010:
    Timestamp ClientIp ClientHostname ServerIp ServerHostname SourceContext ConnectorId Source EventId
    InternalMessageId MessageId Recipients RecipientStatus TotalBytes RecipientCount RelatedRecipientAddress
    Reference MessageSubject Sender ReturnPath Directionality TenantId OriginalClientIp MessageInfo MessageLatency
    MessageLatencyType EventData
Get-MessageTrackingLog since 2013:
    Timestamp ClientIp ClientHostname ServerIp ServerHostname SourceContext ConnectorId Source EventId
    InternalMessageId MessageId NetworkMessageId Recipients RecipientStatus TotalBytes RecipientCount
    RelatedRecipientAddress Reference MessageSubject Sender ReturnPath Directionality TenantId OriginalClientIp
    MessageInfo MessageLatency MessageLatencyType EventData
Get-MessageTrackingLog since 2016:
    Timestamp ClientIp ClientHostname ServerIp ServerHostname SourceContext ConnectorId Source EventId
    InternalMessageId MessageId NetworkMessageId Recipients RecipientStatus TotalBytes RecipientCount
    RelatedRecipientAddress Reference MessageSubject Sender ReturnPath Directionality TenantId OriginalClientIp
    MessageInfo MessageLatency MessageLatencyType EventData TransportTrafficType SchemaVersion
Get-Queue:
    Identity DeliveryType NextHopDomain NextHopConnector Status MessageCount LastError LastRetryTime NextRetryTime
    IsValid ObjectState
Get-Queue since 2013:
    DeliveryType NextHopDomain TlsDomain NextHopConnector Status MessageCount LastError RetryCount LastRetryTime
    NextRetryTime FirstRetryTime DeferredMessageCount LockedMessageCount RiskLevel OutboundIPPool NextHopCategory
    IncomingRate OutgoingRate Velocity QueueIdentity Identity IsValid ObjectState
Get-QueueDigest since 2013:
    GroupByValue MessageCount DeferredMessageCount LockedMessageCount StaleMessageCount IncomingRate OutgoingRate
    Details
Get-ServerComponentState since 2013:
    ServerFqdn Component State RemoteStates LocalStates Identity IsValid ObjectState
Get-Service:
    Status Name DisplayName StartType
Get-TransportPipeline:
    Event TransportAgents
Get-WinEvent:
    Message Id Version Qualifiers Level Task Opcode Keywords RecordId ProviderName ProviderId LogName ProcessId
    ThreadId MachineName UserId TimeCreated LevelDisplayName TaskDisplayName
"""


@cache
def _rows() -> dict[str, dict[Version, tuple[str, ...]]]:
    found: dict[str, dict[Version, tuple[str, ...]]] = {}
    heading = ("", Version.V2007)
    for line in _TABLE.strip().splitlines():
        if line.startswith(" "):
            command, since = heading
            found[command][since] += tuple(line.split())
            continue
        name, _, text = line.rstrip(":").partition(" since ")
        heading = name.lower(), Version.parse(text or "2007")
        found.setdefault(heading[0], {})[heading[1]] = ()
    return found


def written_members(command: str, version: Version) -> tuple[str, ...]:
    """Return the properties of what a command writes in a version; none where the table does not have it."""
    known = [(since, names) for since, names in _rows().get(command.lower(), {}).items() if since <= version]
    return tuple(max(known)[1]) if known else ()


__all__ = ["written_members"]
