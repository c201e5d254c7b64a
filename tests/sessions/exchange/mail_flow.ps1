# Accepted domains.
Get-AcceptedDomain
#=
#= Name        DomainName  DomainType    Default
#= ----        ----------  ----------    -------
#= contoso.com contoso.com Authoritative True
#=
New-AcceptedDomain -Name Fabrikam -DomainName fabrikam.com
#=
#= Name     DomainName   DomainType    Default
#= ----     ----------   ----------    -------
#= Fabrikam fabrikam.com Authoritative False
#=
New-AcceptedDomain -Name Again -DomainName fabrikam.com
#= New-AcceptedDomain : The domain name "fabrikam.com" already exists as an accepted domain, "Fabrikam".
#= At line:1 char:1
#= + New-AcceptedDomain -Name Again -DomainName fabrikam.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (Again:AcceptedDomain) [New-AcceptedDomain], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.NewAcceptedDomain
New-AcceptedDomain -Name Partners -DomainName *.partners.com -DomainType InternalRelay
#=
#= Name     DomainName     DomainType    Default
#= ----     ----------     ----------    -------
#= Partners *.partners.com InternalRelay False
#=
New-AcceptedDomain -Name Bad -DomainName "not a domain"
#= New-AcceptedDomain : Cannot process argument transformation on parameter 'DomainName'. Cannot convert value "not a domain" to type "Microsoft.Exchange.Data.SmtpDomainWithSubdomains". Error: "'not a domain' is not a valid SMTP domain."
#= At line:1 char:42
#= + New-AcceptedDomain -Name Bad -DomainName "not a domain"
#= +                                          ~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [New-AcceptedDomain], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.NewAcceptedDomain
Set-AcceptedDomain Partners -MakeDefault $true
#= Set-AcceptedDomain : The default accepted domain "Partners" must be an authoritative domain.
#= At line:1 char:1
#= + Set-AcceptedDomain Partners -MakeDefault $true
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (Partners:AcceptedDomain) [Set-AcceptedDomain], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetAcceptedDomain
Remove-AcceptedDomain contoso.com -Confirm:$false
#= Remove-AcceptedDomain : The accepted domain "contoso.com" can't be removed because it is the default domain.
#= At line:1 char:1
#= + Remove-AcceptedDomain contoso.com -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com:AcceptedDomain) [Remove-AcceptedDomain], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveAcceptedDomain
Set-AcceptedDomain Fabrikam -MakeDefault $true
Remove-AcceptedDomain contoso.com -Confirm:$false
#= Remove-AcceptedDomain : The accepted domain "contoso.com" can't be removed because the e-mail address policy "Default Policy" uses it.
#= At line:2 char:1
#= + Remove-AcceptedDomain contoso.com -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com:AcceptedDomain) [Remove-AcceptedDomain], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveAcceptedDomain
Get-AcceptedDomain
#=
#= Name        DomainName     DomainType    Default
#= ----        ----------     ----------    -------
#= contoso.com contoso.com    Authoritative False
#= Fabrikam    fabrikam.com   Authoritative True
#= Partners    *.partners.com InternalRelay False
#=

# Remote domains and Send connectors are kept and shown.
New-RemoteDomain Tailspin -DomainName *.tailspin.com
#=
#= Name     DomainName     AllowedOOFType
#= ----     ----------     --------------
#= Tailspin *.tailspin.com External
#=
Get-RemoteDomain
#=
#= Name     DomainName     AllowedOOFType
#= ----     ----------     --------------
#= Default  *              External
#= Tailspin *.tailspin.com External
#=
Remove-RemoteDomain Default -Confirm:$false
#= Remove-RemoteDomain : The default remote domain can't be removed.
#= At line:1 char:1
#= + Remove-RemoteDomain Default -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (Default:DomainContentConfig) [Remove-RemoteDomain], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveRemoteDomain
New-SendConnector Internet -Internet -AddressSpaces *
#=
#= Identity AddressSpaces Enabled
#= -------- ------------- -------
#= Internet {SMTP:*;1}    True
#=
New-SendConnector "Smart host" -AddressSpaces 'fabrikam.com;5' -SmartHosts mail.fabrikam.com, '[10.0.0.1]'
#=
#= Identity   AddressSpaces         Enabled
#= --------   -------------         -------
#= Smart host {SMTP:fabrikam.com;5} True
#=
New-SendConnector Bad -AddressSpaces 'a b'
#= New-SendConnector : Cannot process argument transformation on parameter 'AddressSpaces'. Cannot convert value "a b" to type "Microsoft.Exchange.Data.AddressSpace". Error: "'a b' is not a valid SMTP domain."
#= At line:1 char:38
#= + New-SendConnector Bad -AddressSpaces 'a b'
#= +                                      ~~~~~
#=     + CategoryInfo          : InvalidData: (:) [New-SendConnector], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.NewSendConnector
Get-SendConnector
Get-SendConnector "Smart host" | Format-List DNSRoutingEnabled, SmartHosts, SourceTransportServers
#=
#= Identity   AddressSpaces         Enabled
#= --------   -------------         -------
#= Internet   {SMTP:*;1}            True
#= Smart host {SMTP:fabrikam.com;5} True
#=
#=
#= DNSRoutingEnabled      : False
#= SmartHosts             : {mail.fabrikam.com, [10.0.0.1]}
#= SourceTransportServers : {EX01}
#=

# Settings of the organization and the server.
Set-TransportConfig -MaxReceiveSize 20MB -MaxRecipientEnvelopeLimit unlimited
Get-TransportConfig | Format-List MaxReceiveSize, MaxRecipientEnvelopeLimit
#=
#= MaxReceiveSize            : 20MB
#= MaxRecipientEnvelopeLimit : unlimited
#=
Set-TransportServer EX01 -ReceiveProtocolLogMaxAge 10.00:00:00 -ReceiveProtocolLogPath relative\path
#= Set-TransportServer : Cannot bind parameter 'ReceiveProtocolLogPath' to the target. Exception setting "ReceiveProtocolLogPath": "The path has to be absolute, for example C:\Logs."
#= At line:1 char:1
#= + Set-TransportServer EX01 -ReceiveProtocolLogMaxAge 10.00:00:00 -Recei …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-TransportServer], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetTransportServer
Set-TransportServer EX01 -ReceiveProtocolLogMaxAge 10.00:00:00 -ReceiveProtocolLogPath C:\Logs
Get-TransportServer | Format-List ReceiveProtocolLog*
#=
#= ReceiveProtocolLogMaxAge           : 10.00:00:00
#= ReceiveProtocolLogMaxDirectorySize : 250MB
#= ReceiveProtocolLogMaxFileSize      : 10MB
#= ReceiveProtocolLogPath             : C:\Logs
#=

# Services.
Get-Service MSExchangeTransport
#=
#= Status   Name               DisplayName
#= ------   ----               -----------
#= Running  MSExchangeTranspo… Microsoft Exchange Transport
#=
Stop-Service MSExchangeTransport
'QUIT' | telnet EX01 25
#= telnet : Connecting To EX01...Could not open connection to the host, on port 25: No connection could be made because the target machine actively refused it.
#= At line:2 char:10
#= + 'QUIT' | telnet EX01 25
#= +          ~~~~~~~~~~~~~~
#=     + CategoryInfo          : ConnectionError: (EX01:String) [Connect-Telnet], RuntimeException
#=     + FullyQualifiedErrorId : TelnetConnectFailed,Emshell.Lab.ConnectTelnet
(Get-Service MSExchangeTransport).Status
#= Stopped
Start-Service MSExchangeTransport
'QUIT' | telnet EX01 25
#= 220 EX01.contoso.com Microsoft ESMTP MAIL Service ready at {*}
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.
Stop-Service MSExchangeADTopology
#= Stop-Service : Cannot stop service 'Microsoft Exchange Active Directory Topology Service (MSExchangeADTopology)' because it has dependent services. It can only be stopped if the Force flag is set.
#= At line:1 char:1
#= + Stop-Service MSExchangeADTopology
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (MSExchangeADTopology:ServiceController) [Stop-Service], ServiceCommandException
#=     + FullyQualifiedErrorId : ServiceHasDependentServices,Microsoft.PowerShell.Commands.StopServiceCommand
Get-Service Nothing
#= Get-Service : Cannot find any service with service name 'Nothing'.
#= At line:1 char:1
#= + Get-Service Nothing
#= + ~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Nothing:String) [Get-Service], ServiceCommandException
#=     + FullyQualifiedErrorId : NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand

# What Exchange has and the lab has not.
Get-PublicFolder -Server EX01
#= Get-PublicFolder : The Exchange cmdlet 'Get-PublicFolder' is not emulated. COVERAGE.md lists the cmdlets that are.
#= At line:3 char:1
#= + Get-PublicFolder -Server EX01
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (Get-PublicFolder:String) [Get-PublicFolder], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedCmdlet,Get-PublicFolder
Set-Mailbox anna -ModerationEnabled $true
#= Set-Mailbox : Parameter 'ModerationEnabled' of Set-Mailbox is not emulated. See COVERAGE.md.
#= At line:1 char:18
#= + Set-Mailbox anna -ModerationEnabled $true
#= +                  ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : NotEmulatedParameter,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
