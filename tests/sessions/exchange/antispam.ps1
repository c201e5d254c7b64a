Get-TransportAgent
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Transport Rule Agent                                True             1
#= Journaling Agent                                    True             2
#= AD RMS Prelicensing Agent                           True             3
#=
& $exscripts\Install-AntispamAgents.ps1
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Connection Filtering Agent                          True             4
#= Content Filter Agent                                True             5
#= Sender Id Agent                                     True             6
#= Sender Filter Agent                                 True             7
#= Recipient Filter Agent                              True             8
#= Protocol Analysis Agent                             True             9
#=
Restart-Service MSExchangeTransport
Get-TransportAgent "Recipient Filter Agent" | Format-List
#=
#= Enabled               : True
#= Priority              : 8
#= TransportAgentFactory : Microsoft.Exchange.Transport.Agent.ProtocolFilter.RecipientFilterAgentFactory
#= AssemblyPath          : C:\Program Files\Microsoft\Exchange 
#=                         Server\TransportRoles\agents\Hygiene\Microsoft.Exchange.Transport.Agent.Hygiene.dll
#= Identity              : Recipient Filter Agent
#= IsValid               : True
#=
Disable-TransportAgent "Sender Id Agent" -Confirm:$false
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Set-TransportAgent "Recipient Filter Agent" -Priority 4
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Get-TransportAgent
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Transport Rule Agent                                True             1
#= Journaling Agent                                    True             2
#= AD RMS Prelicensing Agent                           True             3
#= Recipient Filter Agent                              True             4
#= Connection Filtering Agent                          True             5
#= Content Filter Agent                                True             6
#= Sender Id Agent                                     False            7
#= Sender Filter Agent                                 True             8
#= Protocol Analysis Agent                             True             9
#=

Get-RecipientFilterConfig
#=
#= BlockedRecipients          : {}
#= RecipientValidationEnabled : False
#= BlockListEnabled           : False
#= Enabled                    : True
#= ExternalMailEnabled        : True
#= InternalMailEnabled        : False
#= AdminDisplayName           : 
#= ExchangeVersion            : 0.1 (8.0.535.0)
#= Name                       : RecipientFilterConfig
#= DistinguishedName          : CN=RecipientFilterConfig,CN=Message Hygiene,CN=Transport Settings,CN=First 
#=                              Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com
#= Identity                   : RecipientFilterConfig
#= Guid                       : {*}
#= ObjectCategory             : contoso.com/Configuration/Schema/ms-Exch-Message-Hygiene-Config
#= ObjectClass                : {top, msExchAgent, msExchMessageHygieneConfig}
#= WhenChanged                : {*}
#= WhenCreated                : {*}
#= OriginatingServer          : DC01.contoso.com
#= IsValid                    : True
#=
Set-RecipientFilterConfig -RecipientValidationEnabled $true -BlockListEnabled $true -BlockedRecipients ceo@contoso.com
Set-RecipientFilterConfig -BlockedRecipients @{Add='cfo@contoso.com'}
(Get-RecipientFilterConfig).BlockedRecipients | ForEach-Object { "$_" }
#= ceo@contoso.com
#= cfo@contoso.com
Set-RecipientFilterConfig -BlockedRecipients nobody
#= Set-RecipientFilterConfig : Cannot process argument transformation on parameter 'BlockedRecipients'. Cannot convert value "nobody" to type "Microsoft.Exchange.Data.SmtpAddress". Error: "'nobody' is not a valid SMTP address."
#= At line:1 char:46
#= + Set-RecipientFilterConfig -BlockedRecipients nobody
#= +                                              ~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-RecipientFilterConfig], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.SystemConfigurationTasks.SetRecipientFilterConfig
Set-SenderFilterConfig -BlockedSenders kim@fabrikam.com -BlockedDomains spam.example -Action StampStatus
Get-SenderFilterConfig | Format-List Blocked*, Action
#=
#= BlockedSenders              : {kim@fabrikam.com}
#= BlockedDomains              : {spam.example}
#= BlockedDomainsAndSubdomains : {}
#= Action                      : StampStatus
#=
Set-ContentFilterConfig -SCLRejectThreshold 10
#= Set-ContentFilterConfig : Cannot bind parameter 'SCLRejectThreshold' to the target. Exception setting "SCLRejectThreshold": "The value 10 is not valid. It must be between 1 and 9."
#= At line:1 char:1
#= + Set-ContentFilterConfig -SCLRejectThreshold 10
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-ContentFilterConfig], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetContentFilterConfig
Add-IPBlockListEntry -IPRange 203.0.113.0/24 -Comment "Noise"
#=
#= Identity IPRange        ExpirationTime
#= -------- -------        --------------
#= 1        203.0.113.0/24 12/31/9999 11:59:59 PM
#=
Add-IPBlockListEntry -IPAddress 198.51.100.7
#=
#= Identity IPRange      ExpirationTime
#= -------- -------      --------------
#= 2        198.51.100.7 12/31/9999 11:59:59 PM
#=
Get-IPBlockListEntry -IPAddress 203.0.113.9 | Format-List IPRange, Comment, HasExpired
#=
#= IPRange    : 203.0.113.0/24
#= Comment    : Noise
#= HasExpired : False
#=
Remove-IPBlockListEntry 1 -Confirm:$false
Get-IPBlockListEntry
#=
#= Identity IPRange      ExpirationTime
#= -------- -------      --------------
#= 2        198.51.100.7 12/31/9999 11:59:59 PM
#=
Add-IPBlockListProvider -Name List -LookupDomain list.example.org
#=
#= Name LookupDomain     Priority
#= ---- ------------     --------
#= List list.example.org 1
#=
