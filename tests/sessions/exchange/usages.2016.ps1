# What each usage type sets on a new connector.
New-ReceiveConnector U1 -Usage Custom -Bindings 0.0.0.0:26 -RemoteIPRanges 10.0.0.1 | Out-Null
New-ReceiveConnector U2 -Usage Internet -Bindings 0.0.0.0:27 | Out-Null
New-ReceiveConnector U3 -Usage Internal -RemoteIPRanges 10.0.0.3 -Bindings 0.0.0.0:28 | Out-Null
New-ReceiveConnector U4 -Usage Client -RemoteIPRanges 10.0.0.4 -Bindings 0.0.0.0:29 | Out-Null
New-ReceiveConnector U5 -Usage Partner -Bindings 0.0.0.0:30 -RemoteIPRanges 10.0.0.5 | Out-Null
Get-ReceiveConnector U* | Format-List Name, Bindings, RemoteIPRanges, AuthMechanism, PermissionGroups, DomainSecureEnabled, EnableAuthGSSAPI
#=
#= Name                : U1
#= Bindings            : {0.0.0.0:26}
#= RemoteIPRanges      : {10.0.0.1}
#= AuthMechanism       : Tls
#= PermissionGroups    : None
#= DomainSecureEnabled : False
#= EnableAuthGSSAPI    : False
#=
#= Name                : U2
#= Bindings            : {0.0.0.0:27}
#= RemoteIPRanges      : {0.0.0.0-255.255.255.255}
#= AuthMechanism       : Tls
#= PermissionGroups    : AnonymousUsers
#= DomainSecureEnabled : False
#= EnableAuthGSSAPI    : False
#=
#= Name                : U3
#= Bindings            : {0.0.0.0:28}
#= RemoteIPRanges      : {10.0.0.3}
#= AuthMechanism       : Tls, ExchangeServer
#= PermissionGroups    : ExchangeServers, ExchangeLegacyServers
#= DomainSecureEnabled : False
#= EnableAuthGSSAPI    : False
#=
#= Name                : U4
#= Bindings            : {0.0.0.0:29}
#= RemoteIPRanges      : {10.0.0.4}
#= AuthMechanism       : Tls, Integrated, BasicAuth, BasicAuthRequireTLS
#= PermissionGroups    : ExchangeUsers
#= DomainSecureEnabled : False
#= EnableAuthGSSAPI    : True
#=
#= Name                : U5
#= Bindings            : {0.0.0.0:30}
#= RemoteIPRanges      : {10.0.0.5}
#= AuthMechanism       : Tls
#= PermissionGroups    : Partners
#= DomainSecureEnabled : True
#= EnableAuthGSSAPI    : False
#=

# What was said goes before.
New-ReceiveConnector U6 -Custom -Bindings 0.0.0.0:31 -RemoteIPRanges 10.0.0.6 -AuthMechanism Tls, Integrated -PermissionGroups ExchangeUsers | Out-Null
Get-ReceiveConnector U6 | Format-List AuthMechanism, PermissionGroups
#=
#= AuthMechanism    : Tls, Integrated
#= PermissionGroups : ExchangeUsers
#=

# Two services share no binding: the new connector is the hub's where nothing else is said, and port 25 the front end's.
New-ReceiveConnector U7 -Internal -RemoteIPRanges 10.0.0.7
#= New-ReceiveConnector : The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector "EX01\Default Frontend EX01". Receive connectors assigned to different Transport roles on a single server must listen on unique local IP address & port bindings.
#= At line:3 char:1
#= + New-ReceiveConnector U7 -Internal -RemoteIPRanges 10.0.0.7
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\U7:ReceiveConnector) [New-ReceiveConnector], ReceiveConnectorRoleConflictException
#=     + FullyQualifiedErrorId : [Server=EX01,RequestId={*}] [FailureCategory=Cmdlet-ReceiveConnectorRoleConflictException] B91E3B11,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector U7 -Internal -RemoteIPRanges 10.0.0.7 -TransportRole FrontendTransport
#=
#= Identity Bindings     Enabled
#= -------- --------     -------
#= EX01\U7  {0.0.0.0:25} True
#=
