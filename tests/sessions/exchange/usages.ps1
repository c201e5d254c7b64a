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
#= AuthMechanism       : None
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
#= AuthMechanism       : ExchangeServer
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

# Without bindings, connectors for servers listen on port 25 of all addresses, and those for mail programs on 587.
New-ReceiveConnector U7 -Internal -RemoteIPRanges 10.0.0.7
#=
#= Identity Bindings     Enabled
#= -------- --------     -------
#= EX01\U7  {0.0.0.0:25} True
#=
New-ReceiveConnector U8 -Client -RemoteIPRanges 10.0.0.8
#=
#= Identity Bindings      Enabled
#= -------- --------      -------
#= EX01\U8  {0.0.0.0:587} True
#=

# A usage needs its remote addresses, too, however it is written.
New-ReceiveConnector U9 -Usage Internal
#= New-ReceiveConnector : You must specify a value for the RemoteIPRanges parameter when the Usage parameter is set to the value "Internal".
#= At line:3 char:1
#= + New-ReceiveConnector U9 -Usage Internal
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], NewReceiveConnectorUsageException
#=     + FullyQualifiedErrorId : 32BBAAFB,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector U9 -Usage Partner -Bindings 0.0.0.0:32
#= New-ReceiveConnector : You must specify a value for the RemoteIPRanges parameter when the Usage parameter is set to the value "Partner".
#= At line:1 char:1
#= + New-ReceiveConnector U9 -Usage Partner -Bindings 0.0.0.0:32
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], NewReceiveConnectorUsageException
#=     + FullyQualifiedErrorId : 32BBAAFB,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector U9 -Client
#= New-ReceiveConnector : Cannot process command because of one or more missing mandatory parameters: RemoteIPRanges.
#= At line:1 char:1
#= + New-ReceiveConnector U9 -Client
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : MissingMandatoryParameter,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
