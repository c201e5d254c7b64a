# The connectors that setup makes.
Get-ReceiveConnector
#=
#= Identity          Bindings              Enabled
#= --------          --------              -------
#= EX01\Default EX01 {:::25, 0.0.0.0:25}   True
#= EX01\Client EX01  {:::587, 0.0.0.0:587} True
#=

# A new one: what its usage says, and nothing else.
New-ReceiveConnector -Name "Internet" -Usage Internet -Bindings 192.168.1.10:25
#=
#= Identity      Bindings          Enabled
#= --------      --------          -------
#= EX01\Internet {192.168.1.10:25} True
#=
Get-ReceiveConnector Internet | Format-List AuthMechanism, PermissionGroups, RemoteIPRanges, Fqdn, Max*
#=
#= AuthMechanism                           : Tls
#= PermissionGroups                        : AnonymousUsers
#= RemoteIPRanges                          : {0.0.0.0-255.255.255.255}
#= Fqdn                                    : EX01.contoso.com
#= MaxInboundConnection                    : 5000
#= MaxInboundConnectionPerSource           : 100
#= MaxInboundConnectionPercentagePerSource : 2
#= MaxHeaderSize                           : 64KB
#= MaxHopCount                             : 30
#= MaxLocalHopCount                        : 8
#= MaxLogonFailures                        : 3
#= MaxMessageSize                          : 10MB
#= MaxProtocolErrors                       : 5
#= MaxRecipientsPerMessage                 : 200
#=

# What a usage needs.
New-ReceiveConnector X -Usage Custom -Bindings 0.0.0.0:26
#= New-ReceiveConnector : You must specify a value for the RemoteIPRanges parameter when the Usage parameter is set to the value "Custom".
#= At line:3 char:1
#= + New-ReceiveConnector X -Usage Custom -Bindings 0.0.0.0:26
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], NewReceiveConnectorUsageException
#=     + FullyQualifiedErrorId : 32BBAAFB,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector X -Usage Internet
#= New-ReceiveConnector : You must specify a value for the Bindings parameter when the Usage parameter is set to the value "Internet".
#= At line:1 char:1
#= + New-ReceiveConnector X -Usage Internet
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], NewReceiveConnectorUsageException
#=     + FullyQualifiedErrorId : 32BBAAFB,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector X -Internet
#= New-ReceiveConnector : Cannot process command because of one or more missing mandatory parameters: Bindings.
#= At line:1 char:1
#= + New-ReceiveConnector X -Internet
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : MissingMandatoryParameter,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector X -Internet -Client -Bindings 0.0.0.0:26
#= New-ReceiveConnector : Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.
#= At line:1 char:1
#= + New-ReceiveConnector X -Internet -Client -Bindings 0.0.0.0:26
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : AmbiguousParameterSet,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector Users -Client -RemoteIPRanges 10.0.0.0/8 -Bindings 192.168.1.10:587
#=
#= Identity   Bindings           Enabled
#= --------   --------           -------
#= EX01\Users {192.168.1.10:587} True
#=
Get-ReceiveConnector Users | Format-List AuthMechanism, PermissionGroups, EnableAuthGSSAPI
#=
#= AuthMechanism    : Tls, Integrated, BasicAuth, BasicAuthRequireTLS
#= PermissionGroups : ExchangeUsers
#= EnableAuthGSSAPI : True
#=
New-ReceiveConnector Partner -Partner -Bindings 192.168.1.11:25 -RemoteIPRanges 203.0.113.7
#=
#= Identity     Bindings          Enabled
#= --------     --------          -------
#= EX01\Partner {192.168.1.11:25} True
#=
Get-ReceiveConnector Partner | Format-List AuthMechanism, PermissionGroups, DomainSecureEnabled
#=
#= AuthMechanism       : Tls
#= PermissionGroups    : Partners
#= DomainSecureEnabled : True
#=

# Names and ranges are unique.
New-ReceiveConnector Internet -Internet -Bindings 192.168.1.12:25
#= New-ReceiveConnector : Active Directory operation failed on DC01.contoso.com. The object 'CN=Internet,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com' already exists.
#= At line:3 char:1
#= + New-ReceiveConnector Internet -Internet -Bindings 192.168.1.12:25
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [New-ReceiveConnector], ADObjectAlreadyExistsException
#=     + FullyQualifiedErrorId : 544B2539,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector Other -Internet -Bindings 192.168.1.10:25
#= New-ReceiveConnector : The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector "EX01\Internet". Receive connectors must have a unique combination of a local IP address & port bindings and remote IP address ranges. Change at least one of these values.
#= At line:1 char:1
#= + New-ReceiveConnector Other -Internet -Bindings 192.168.1.10:25
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Other:ReceiveConnector) [New-ReceiveConnector], ConnectorMappingConflictException
#=     + FullyQualifiedErrorId : 08271466,Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector
New-ReceiveConnector Other -Internet -Bindings 192.168.1.10:25 -RemoteIPRanges 10.0.0.0/8
#=
#= Identity   Bindings          Enabled
#= --------   --------          -------
#= EX01\Other {192.168.1.10:25} True
#=

# Settings together.
Set-ReceiveConnector Internet -RequireTLS $true -AuthMechanism None
#= Set-ReceiveConnector : The RequireTLS parameter can be $true only when the AuthMechanism parameter contains the value Tls.
#= At line:3 char:1
#= + Set-ReceiveConnector Internet -RequireTLS $true -AuthMechanism None
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -ConnectionTimeout 00:01:00
#= Set-ReceiveConnector : The value of the ConnectionTimeout parameter (00:01:00) must be greater than the value of the ConnectionInactivityTimeout parameter (00:05:00).
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -ConnectionTimeout 00:01:00
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -AuthMechanism ExternalAuthoritative
#= Set-ReceiveConnector : You must set the value for the PermissionGroups parameter on the Receive connector to ExchangeServers when you set the AuthMechanism parameter to a value of ExternalAuthoritative.
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -AuthMechanism ExternalAuthoritative
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], ExternalAuthoritativeWithoutExchangeServerPermissionException
#=     + FullyQualifiedErrorId : F07773ED,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -AuthMechanism ExchangeServer -Fqdn mail.contoso.com
#= Set-ReceiveConnector : When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set the FQDN parameter on the Receive connector to one of the following values: the FQDN of the transport server "EX01.contoso.com", the NetBIOS name of the transport server "EX01", or $null.
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -AuthMechanism ExchangeServer -Fqdn mai …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], InvalidFqdnUnderExchangeServerAuthException
#=     + FullyQualifiedErrorId : 2B5F6FD4,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -AuthMechanism BasicAuthRequireTLS
#= Set-ReceiveConnector : The AuthMechanism value BasicAuthRequireTLS can only be used together with the values BasicAuth and Tls.
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -AuthMechanism BasicAuthRequireTLS
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -BinaryMimeEnabled $true -ChunkingEnabled $false
#= Set-ReceiveConnector : The BinaryMimeEnabled parameter can be $true only when the ChunkingEnabled parameter is $true.
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -BinaryMimeEnabled $true -ChunkingEnabl …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector

# Values one by one.
Set-ReceiveConnector Internet -Banner "Hello"
#= Set-ReceiveConnector : Cannot bind parameter 'Banner' to the target. Exception setting "Banner": "The banner has to start with 220 and a space: 220 <text>."
#= At line:3 char:1
#= + Set-ReceiveConnector Internet -Banner "Hello"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -MaxRecipientsPerMessage x
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'MaxRecipientsPerMessage'. Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format."
#= At line:1 char:56
#= + Set-ReceiveConnector Internet -MaxRecipientsPerMessage x
#= +                                                        ~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -MaxHopCount 501
#= Set-ReceiveConnector : Cannot bind parameter 'MaxHopCount' to the target. Exception setting "MaxHopCount": "The value 501 is not valid. It must be between 1 and 500."
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -MaxHopCount 501
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -MaxMessageSize 5XB
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'MaxMessageSize'. Cannot convert value "5XB" to type "Microsoft.Exchange.Data.ByteQuantifiedSize". Error: "The format of the byte size '5XB' is not correct."
#= At line:1 char:47
#= + Set-ReceiveConnector Internet -MaxMessageSize 5XB
#= +                                               ~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -ConnectionTimeout 5
#= Set-ReceiveConnector : Cannot bind parameter 'ConnectionTimeout' to the target. Exception setting "ConnectionTimeout": "The value 5.00:00:00 is not valid. It must be between 00:00:01 and 1.00:00:00."
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -ConnectionTimeout 5
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -Enabled yes
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'Enabled'. Cannot convert value "yes" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.
#= At line:1 char:40
#= + Set-ReceiveConnector Internet -Enabled yes
#= +                                        ~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -SizeEnabled Perhaps
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'SizeEnabled'. Cannot convert value "Perhaps" to type "Microsoft.Exchange.Data.SizeMode". Error: "Unable to match the identifier name Perhaps to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Disabled, Enabled, EnabledWithoutValue"
#= At line:1 char:44
#= + Set-ReceiveConnector Internet -SizeEnabled Perhaps
#= +                                            ~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -Bindings nonsense
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'Bindings'. Cannot convert value "nonsense" to type "Microsoft.Exchange.Data.IPBinding". Error: "'nonsense' is not a valid binding. A binding is an IP address and a port number from 0 to 65535 separated by a colon, for example 192.168.1.1:25."
#= At line:1 char:41
#= + Set-ReceiveConnector Internet -Bindings nonsense
#= +                                         ~~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -DefaultDomain nowhere.com
#= Set-ReceiveConnector : The operation could not be performed because object 'nowhere.com' could not be found on domain controller 'DC01.contoso.com'.
#= At line:1 char:1
#= + Set-ReceiveConnector Internet -DefaultDomain nowhere.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Set-ReceiveConnector], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -Foo 1
#= Set-ReceiveConnector : A parameter cannot be found that matches parameter name 'Foo'.
#= At line:1 char:31
#= + Set-ReceiveConnector Internet -Foo 1
#= +                               ~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector "" -Enabled $false
#= Set-ReceiveConnector : Cannot bind parameter 'Identity'. Cannot convert value "" to type "Microsoft.Exchange.Configuration.Tasks.ReceiveConnectorIdParameter". Error: "Parameter values of type Microsoft.Exchange.Configuration.Tasks.ReceiveConnectorIdParameter can't be empty. Specify a value, and try again.
#= Parameter name: identity"
#= At line:1 char:22
#= + Set-ReceiveConnector "" -Enabled $false
#= +                      ~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : CannotConvertArgumentNoMessage,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Nobody -Enabled $false
#= Set-ReceiveConnector : The operation could not be performed because object 'Nobody' could not be found on domain controller 'DC01.contoso.com'.
#= At line:1 char:1
#= + Set-ReceiveConnector Nobody -Enabled $false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Set-ReceiveConnector], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Get-ReceiveConnector Nobody
#= Get-ReceiveConnector : The operation could not be performed because object 'Nobody' could not be found on domain controller 'DC01.contoso.com'.
#= At line:1 char:1
#= + Get-ReceiveConnector Nobody
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-ReceiveConnector], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.SystemConfigurationTasks.GetReceiveConnector

# The article's spellings, unique beginnings, colons, en dashes.
Set-ReceiveConnector Internet –MaxRecipientsPerMessage:100 –MaxMessageSize:5MB –MaxRateLimit:200
Set-ReceiveConnector Internet -MaxInboundConnectionsPerSource 50 -ConnectionInactiveTimeout 00:03:00
Set-ReceiveConnector Internet -MaxProto 2 -Tarpit 10
Get-ReceiveConnector Internet | Format-List MaxRec*, MaxMess*, MessageRateLimit, *PerSource, *Inactivity*, MaxProto*, Tarpit*
#= WARNING: Exchange has no parameter 'MaxRateLimit', and a real server refuses it. The parameter is called 'MessageRateLimit'.
#= WARNING: Exchange has no parameter 'ConnectionInactiveTimeout', and a real server refuses it. The parameter is called 'ConnectionInactivityTimeout'.
#= WARNING: Exchange has no parameter 'MaxInboundConnectionsPerSource', and a real server refuses it. The parameter is called 'MaxInboundConnectionPerSource'.
#= WARNING: The whole number for TarpitInterval is taken as seconds. A real server reads it as days: write 00:00:10 instead.
#=
#= MaxRecipientsPerMessage                 : 100
#= MaxMessageSize                          : 5MB
#= MessageRateLimit                        : 200
#= MaxInboundConnectionPerSource           : 50
#= MaxInboundConnectionPercentagePerSource : 2
#= ConnectionInactivityTimeout             : 00:03:00
#= MaxProtocolErrors                       : 2
#= TarpitInterval                          : 00:00:10
#=
Set-ReceiveConnector Internet -MaxInbound 5
#= Set-ReceiveConnector : Parameter cannot be processed because the parameter name 'MaxInbound' is ambiguous. Possible matches include: -MaxInboundConnection -MaxInboundConnectionPerSource -MaxInboundConnectionPercentagePerSource.
#= At line:1 char:31
#= + Set-ReceiveConnector Internet -MaxInbound 5
#= +                               ~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : AmbiguousParameter,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector

# Several values: replaced, added, removed.
Set-ReceiveConnector Internet -RemoteIPRanges 10.0.0.0/8, 192.168.1.1-192.168.1.9
#= Set-ReceiveConnector : The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector "EX01\Other". Receive connectors must have a unique combination of a local IP address & port bindings and remote IP address ranges. Change at least one of these values.
#= At line:3 char:1
#= + Set-ReceiveConnector Internet -RemoteIPRanges 10.0.0.0/8, 192.168.1.1 …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01\Internet:ReceiveConnector) [Set-ReceiveConnector], ConnectorMappingConflictException
#=     + FullyQualifiedErrorId : 08271466,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
Set-ReceiveConnector Internet -RemoteIPRanges @{Add='172.16.0.0(255.240.0.0)'; Remove='10.0.0.0/8'}
(Get-ReceiveConnector Internet).RemoteIPRanges -join '; '
#= 0.0.0.0-255.255.255.255; 172.16.0.0(255.240.0.0)
Set-ReceiveConnector Internet -RemoteIPRanges @{Replace='10.0.0.0/8'}
#= Set-ReceiveConnector : Cannot process argument transformation on parameter 'RemoteIPRanges'. Cannot convert value "System.Collections.Hashtable" to type "Microsoft.Exchange.Data.MultiValuedProperty`1". Error: "The hashtable key 'Replace' is not valid here. The valid keys are Add and Remove."
#= At line:1 char:47
#= + Set-ReceiveConnector Internet -RemoteIPRanges @{Replace='10.0.0.0/8'}
#= +                                               ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-ReceiveConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector

# The object itself, changed by a script.
$connector = Get-ReceiveConnector Internet
$connector.RemoteIPRanges += '10.1.1.1'
$connector.MaxHopCount = 7
$connector | Set-ReceiveConnector
Get-ReceiveConnector Internet | Format-List RemoteIPRanges, MaxHopCount
#=
#= RemoteIPRanges : {0.0.0.0-255.255.255.255, 172.16.0.0(255.240.0.0), 10.1.1.1}
#= MaxHopCount    : 7
#=
$connector.MaxHopCount = 700
#= Exception setting "MaxHopCount": "The value 700 is not valid. It must be between 1 and 500."
#= At line:1 char:1
#= + $connector.MaxHopCount = 700
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], SetValueInvocationException
#=     + FullyQualifiedErrorId : ExceptionWhenSetting

# Nothing to do, only to look, to rename, to blank.
Set-ReceiveConnector Internet -MaxHopCount 7
#= WARNING: The command completed successfully but no settings of 'EX01\Internet' have been modified.
Set-ReceiveConnector Internet -MaxHopCount 8 -WhatIf
#= What if: Setting Receive connector "EX01\Internet".
(Get-ReceiveConnector Internet).MaxHopCount
#= 7
Set-ReceiveConnector Internet -Name "From the Internet" -Banner "220 Mail Server" -Enabled $false
Set-ReceiveConnector "From the Internet" -Banner $null
Get-ReceiveConnector "EX01\From*" | Format-List Identity, DistinguishedName, Banner, Enabled
#=
#= Identity          : EX01\From the Internet
#= DistinguishedName : CN=From the Internet,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange 
#=                     Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft 
#=                     Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com
#= Banner            : 
#= Enabled           : False
#=

# Values know their types.
(Get-ReceiveConnector "From*").MaxMessageSize.ToKB()
#= 5120
Get-ReceiveConnector | Where-Object { $_.MaxMessageSize -gt 6MB } | ForEach-Object { "$_" }
#= EX01\Default EX01
#= EX01\Client EX01
#= EX01\Users
#= EX01\Partner
#= EX01\Other
Get-ReceiveConnector | Where-Object { $_.MaxInboundConnectionPerSource.IsUnlimited } | Select-Object -ExpandProperty Name
#= Default EX01
Get-ReceiveConnector | Sort-Object MaxMessageSize | Select-Object Name, MaxMessageSize
#=
#= Name              MaxMessageSize
#= ----              --------------
#= From the Internet 5MB
#= Default EX01      10MB
#= Client EX01       10MB
#= Users             10MB
#= Partner           10MB
#= Other             10MB
#=
Get-ReceiveConnector "From*" | ForEach-Object { $_.GetType().FullName; $_.TarpitInterval.TotalSeconds }
#= Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector
#= 10

# Removing asks; a pipeline removes several.
Get-ReceiveConnector Users | Remove-ReceiveConnector -WhatIf
#= What if: Removing Receive connector "EX01\Users".
Get-ReceiveConnector Users, Partner
#= Get-ReceiveConnector : Cannot convert 'System.Object[]' to the type 'Microsoft.Exchange.Configuration.Tasks.ReceiveConnectorIdParameter' required by parameter 'Identity'. Specified method is not supported.
#= At line:1 char:22
#= + Get-ReceiveConnector Users, Partner
#= +                      ~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-ReceiveConnector], ParameterBindingException
#=     + FullyQualifiedErrorId : CannotConvertArgument,Microsoft.Exchange.Management.SystemConfigurationTasks.GetReceiveConnector
'Users', 'Partner' | Remove-ReceiveConnector -Confirm:$false
Get-ReceiveConnector
#=
#= Identity               Bindings              Enabled
#= --------               --------              -------
#= EX01\Default EX01      {:::25, 0.0.0.0:25}   True
#= EX01\Client EX01       {:::587, 0.0.0.0:587} True
#= EX01\From the Internet {192.168.1.10:25}     False
#= EX01\Other             {192.168.1.10:25}     True
#=
