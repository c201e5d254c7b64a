# Both layers of transport, probes, and components that are put out of action.
Get-ReceiveConnector | Sort-Object { $_.Bindings[0].Port } | Format-Table Name, TransportRole, Bindings
#=
#= Name                             TransportRole Bindings
#= ----                             ------------- --------
#= Default Frontend EX01        FrontendTransport {[::]:25, 0.0.0.0:25}
#= Client Proxy EX01                 HubTransport {[::]:465, 0.0.0.0:465}
#= Client Frontend EX01         FrontendTransport {[::]:587, 0.0.0.0:587}
#= Outbound Proxy Frontend EX01 FrontendTransport {[::]:717, 0.0.0.0:717}
#= Default EX01                      HubTransport {[::]:2525, 0.0.0.0:2525}
#=
Test-SmtpConnectivity EX01 | Where-Object Binding -like '0.0.0.0*' | Format-Table ReceiveConnector, Binding, StatusCode, EndPoint
#=
#= ReceiveConnector             Binding      StatusCode EndPoint
#= ----------------             -------      ---------- --------
#= Default EX01                 0.0.0.0:2525 Success    192.168.1.10:2525
#= Client Proxy EX01            0.0.0.0:465  Success    192.168.1.10:465
#= Default Frontend EX01        0.0.0.0:25   Success    192.168.1.10:25
#= Outbound Proxy Frontend EX01 0.0.0.0:717  Success    192.168.1.10:717
#= Client Frontend EX01         0.0.0.0:587  Success    192.168.1.10:587
#=
Get-ServerComponentState EX01 | Where-Object Component -in ServerWideOffline, HubTransport, FrontendTransport
#=
#= ServerFqdn       Component         State
#= ----------       ---------         -----
#= EX01.contoso.com ServerWideOffline Active
#= EX01.contoso.com HubTransport      Active
#= EX01.contoso.com FrontendTransport Active
#=
Set-ServerComponentState EX01 -Component HubTransport -State Draining -Requester Maintenance
(Get-ServerComponentState EX01 -Component HubTransport).LocalStates | Format-Table Requester, State, Component
#=
#= Requester      State Component
#= ---------      ----- ---------
#= Maintenance Draining HubTransport
#=
'QUIT' | telnet EX01 2525
#= 421 4.3.2 Service not active
#=
#= Connection to host lost.
'HELO x', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'QUIT' | telnet EX01 25 | Select-Object -Skip 2
#= 250 2.1.0 Sender OK
#= 250 2.1.5 Recipient OK
#= 451 4.7.0 Temporary server error. Please try again later. PRX5
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.
Set-ServerComponentState EX01 -Component ServerWideOffline -State Inactive -Requester Maintenance
Get-ServerComponentState EX01 -Component FrontendTransport
#=
#= ServerFqdn       Component         State
#= ----------       ---------         -----
#= EX01.contoso.com FrontendTransport Inactive
#=
Get-ServerComponentState EX01 -Component Monitoring
#=
#= ServerFqdn       Component  State
#= ----------       ---------  -----
#= EX01.contoso.com Monitoring Active
#=
(Test-SmtpConnectivity | Group-Object StatusCode).Name
#= Error
(Test-SmtpConnectivity)[0].Details
#= 421 4.3.2 Service not active
Set-ServerComponentState EX01 -Component ServerWideOffline -State Active -Requester Functional
(Get-ServerComponentState EX01 -Component FrontendTransport).State
#= Inactive
Set-ServerComponentState EX01 -Component ServerWideOffline -State Active -Requester Maintenance
Set-ServerComponentState EX01 -Component HubTransport -State Active -Requester Maintenance
(Get-ServerComponentState EX01 -Component HubTransport).State
#= Active
Set-ServerComponentState EX01 -Component Nothing -State Active -Requester Maintenance
#= Set-ServerComponentState : The component "Nothing" isn't valid. The components are ServerWideOffline, HubTransport, FrontendTransport, Monitoring, RecoveryActionsEnabled, AutoDiscoverProxy, ActiveSyncProxy, EcpProxy, EwsProxy, ImapProxy, OabProxy, OwaProxy, PopProxy, PushNotificationsProxy, RpsProxy, RwsProxy, RpcProxy, UMCallRouter, XropProxy, HttpProxyAvailabilityGroup, ForwardSyncDaemon, ProvisioningRps, MapiProxy, EdgeTransport, HighAvailability, SharedCache.
#= At line:1 char:1
#= + Set-ServerComponentState EX01 -Component Nothing -State Active -Reque …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ServerComponentState], ArgumentException
#=     + FullyQualifiedErrorId : E3257F25,Microsoft.Exchange.Management.SystemConfigurationTasks.SetServerComponentState
Set-ServerComponentState EX01 -Component HubTransport -State Active -Requester Nobody
#= Set-ServerComponentState : The requester "Nobody" isn't valid. The requesters are HealthAPI, Maintenance, Sidelined, Functional, Deployment.
#= At line:1 char:1
#= + Set-ServerComponentState EX01 -Component HubTransport -State Active - …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ServerComponentState], ArgumentException
#=     + FullyQualifiedErrorId : E3257F25,Microsoft.Exchange.Management.SystemConfigurationTasks.SetServerComponentState
Get-FrontendTransportService | Format-List Name, ReceiveProtocolLogPath
#=
#= Name                   : EX01
#= ReceiveProtocolLogPath : C:\Program Files\Microsoft\Exchange 
#=                          Server\V15\TransportRoles\Logs\FrontEnd\ProtocolLog\SmtpReceive
#=
Get-MailboxTransportService | Format-List Name, ConnectivityLogEnabled, MaxConcurrentMailboxDeliveries
#=
#= Name                           : EX01
#= ConnectivityLogEnabled         : True
#= MaxConcurrentMailboxDeliveries : 20
#=
Get-LabLog | Format-Table Name, Service, ServerPath
#=
#= Name            Service                     ServerPath
#= ----            -------                     ----------
#= SmtpReceive     MSExchangeTransport         C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\Hub\Prot…
#= SmtpSend        MSExchangeTransport         C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\Hub\Prot…
#= Connectivity    MSExchangeTransport         C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\Hub\Conn…
#= SmtpReceive     MSExchangeFrontEndTransport C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\FrontEnd…
#= SmtpSend        MSExchangeFrontEndTransport C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\FrontEnd…
#= Connectivity    MSExchangeFrontEndTransport C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\FrontEnd…
#= MessageTracking MSExchangeTransport         C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\MessageT…
#= AgentLog        MSExchangeTransport         C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\Logs\Hub\Agen…
#= PipelineTracing MSExchangeTransport         
#=
Get-Queue
#=
#= Identity        DeliveryType Status MessageCount Velocity RiskLevel OutboundIPPool NextHopDomain
#= --------        ------------ ------ ------------ -------- --------- -------------- -------------
#= EX01\Submission Undefined    Ready  0            0        Normal    0              Submission
#=
