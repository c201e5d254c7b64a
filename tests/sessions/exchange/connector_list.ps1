# Every setting of a connector that setup has made, in Exchange's order.
Get-ReceiveConnector "Default EX01" | Format-List
#=
#= AuthMechanism                           : Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer
#= Banner                                  : 
#= BinaryMimeEnabled                       : True
#= Bindings                                : {:::25, 0.0.0.0:25}
#= ChunkingEnabled                         : True
#= DefaultDomain                           : 
#= DeliveryStatusNotificationEnabled       : True
#= EightBitMimeEnabled                     : True
#= DomainSecureEnabled                     : False
#= EnhancedStatusCodesEnabled              : True
#= LongAddressesEnabled                    : False
#= OrarEnabled                             : False
#= Fqdn                                    : EX01.contoso.com
#= Comment                                 : 
#= Enabled                                 : True
#= ConnectionTimeout                       : 00:10:00
#= ConnectionInactivityTimeout             : 00:05:00
#= MessageRateLimit                        : unlimited
#= MaxInboundConnection                    : 5000
#= MaxInboundConnectionPerSource           : unlimited
#= MaxInboundConnectionPercentagePerSource : 100
#= MaxHeaderSize                           : 64KB
#= MaxHopCount                             : 30
#= MaxLocalHopCount                        : 8
#= MaxLogonFailures                        : 3
#= MaxMessageSize                          : 10MB
#= MaxProtocolErrors                       : 5
#= MaxRecipientsPerMessage                 : 5000
#= PermissionGroups                        : ExchangeUsers, ExchangeServers, ExchangeLegacyServers
#= PipeliningEnabled                       : True
#= ProtocolLoggingLevel                    : None
#= RemoteIPRanges                          : {::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255}
#= RequireEHLODomain                       : False
#= RequireTLS                              : False
#= EnableAuthGSSAPI                        : False
#= Server                                  : EX01
#= SizeEnabled                             : EnabledWithoutValue
#= TarpitInterval                          : 00:00:05
#= AdminDisplayName                        : 
#= ExchangeVersion                         : 0.1 (8.0.535.0)
#= Name                                    : Default EX01
#= DistinguishedName                       : CN=Default EX01,CN=SMTP Receive 
#=                                           Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group 
#=                                           (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft 
#=                                           Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com
#= Identity                                : EX01\Default EX01
#= Guid                                    : {*}
#= ObjectCategory                          : contoso.com/Configuration/Schema/ms-Exch-Smtp-Receive-Connector
#= ObjectClass                             : {top, msExchSmtpReceiveConnector}
#= WhenChanged                             : {*}
#= WhenCreated                             : {*}
#= OriginatingServer                       : DC01.contoso.com
#= IsValid                                 : True
#=
