# Records of the wire as an administrator reads them: what both layers of transport say, and what became of the mail.
Set-ReceiveConnector 'Default EX01' -ProtocolLoggingLevel Verbose
'EHLO mail.fabrikam.com', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Subject: one', '', 'hi', '.', 'QUIT' | telnet EX01 25 | Out-Null
Get-LabProtocolLog | Group-Object ConnectorId -NoElement
#=
#= Count Name
#= ----- ----
#=    18 EX01\Default EX01
#=    16 EX01\Default Frontend EX…
#=
Get-LabProtocolLog -Send | Select-Object -First 2 | Format-List ConnectorId, LocalEndpoint, RemoteEndpoint, Event, Context
#=
#= ConnectorId    : Inbound Proxy Internal Send Connector
#= LocalEndpoint  : 
#= RemoteEndpoint : 192.168.1.10:2525
#= Event          : *
#= Context        : attempting to connect
#=
#= ConnectorId    : Inbound Proxy Internal Send Connector
#= LocalEndpoint  : 192.168.1.10:{*}
#= RemoteEndpoint : 192.168.1.10:2525
#= Event          : +
#= Context        : 
#=
Get-MessageTrackingLog | Format-Table EventId, Source, ClientIp, ClientHostname, OriginalClientIp, ConnectorId
#=
#= EventId Source      ClientIp     ClientHostname   OriginalClientIp ConnectorId
#= ------- ------      --------     --------------   ---------------- -----------
#= RECEIVE SMTP        192.168.1.10 EX01.contoso.com 127.0.0.1        EX01\Default EX01
#= DELIVER STOREDRIVER              EX01                              
#=
(Get-MessageTrackingLog -EventId RECEIVE).EventData | Format-Table Key, Value
#=
#= Key                    Value
#= ---                    -----
#= ProxyHop1              EX01.contoso.com(192.168.1.10)
#= FirstForestHop         EX01.contoso.com
#= ProxiedClientIPAddress 127.0.0.1
#= ProxiedClientHostname  mail.fabrikam.com
#= DeliveryPriority       Normal
#=
Get-MessageTrackingLog -Source STOREDRIVER | Format-Table EventId, Recipients
#=
#= EventId Recipients
#= ------- ----------
#= DELIVER {anna@contoso.com}
#=
Get-MessageTrackingLog -EventId deliver -ResultSize 1 -MessageSubject ONE | Format-Table EventId, MessageSubject
#=
#= EventId MessageSubject
#= ------- --------------
#= DELIVER one
#=
Get-MessageTrackingLog -End (Get-Date).AddHours(-1)
Stop-Service MSExchangeTransport
Test-ServiceHealth | Format-Table Role, RequiredServicesRunning, ServicesNotRunning
#=
#= Role                      RequiredServicesRunning ServicesNotRunning
#= ----                      ----------------------- ------------------
#= Mailbox Server Role                          True {}
#= Client Access Server Role                    True {}
#= Hub Transport Server Role                   False {MSExchangeTransport}
#=
Start-Service MSExchangeTransport
Get-EventLog Application -Newest 40 -Source MSExchangeTransport | Where-Object Category -eq ProcessManager | Format-Table EventID, EntryType, Message
#=
#= EventID EntryType   Message
#= ------- ---------   -------
#=    1003 Information The Microsoft Exchange Transport service has started.
#=    1004 Information The Microsoft Exchange Transport service has stopped.
#=    1003 Information The Microsoft Exchange Transport service has started.
#=
Set-LabBackPressure High
Get-WinEvent -FilterHashtable @{ LogName = 'Application'; Id = 15004, 15007 } | Format-Table Id, LevelDisplayName, Message
#=
#=    Id LevelDisplayName Message
#=    -- ---------------- -------
#= 15007 Error            Microsoft Exchange Transport is rejecting message submissions because the service continues to c…
#= 15004 Warning          The resource pressure increased from Normal to High.…
#=
