# The lab's own DNS, and who asks it.
Get-LabDnsRecord
#=
#= Name              Type Value
#= ----              ---- -----
#= contoso.com       MX   ex01.contoso.com
#= ex01.contoso.com  A    192.168.1.10
#= fabrikam.com      MX   mail.fabrikam.com
#= mail.fabrikam.com A    192.0.2.7
#=
Add-LabDnsRecord 2.113.0.203.zen.example.org A 127.0.0.2
#=
#= Name                        Type Value
#= ----                        ---- -----
#= 2.113.0.203.zen.example.org A    127.0.0.2
#=
Add-LabDnsRecord 2.113.0.203.zen.example.org A nowhere
#= Add-LabDnsRecord : Cannot bind parameter 'Value' to the target. Exception setting "Value": "'nowhere' is not an IPv4 address."
#= At line:1 char:1
#= + Add-LabDnsRecord 2.113.0.203.zen.example.org A nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Add-LabDnsRecord], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Emshell.Lab.AddLabDnsRecord
Add-LabDnsRecord 203.0.113.2 PTR mail.fabrikam.com | Format-List
#=
#= Name       : 2.113.0.203.in-addr.arpa
#= Type       : PTR
#= Value      : mail.fabrikam.com
#= Preference : 
#=
Get-LabDnsRecord 203.0.113.2 PTR
#=
#= Name                     Type Value
#= ----                     ---- -----
#= 2.113.0.203.in-addr.arpa PTR  mail.fabrikam.com
#=
Remove-LabDnsRecord *.zen.example.org TXT -Confirm:$false
#= Remove-LabDnsRecord : The lab's DNS has no such record of '*.zen.example.org'.
#= At line:1 char:1
#= + Remove-LabDnsRecord *.zen.example.org TXT -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Remove-LabDnsRecord], LabDnsRecordNotFoundException
#=     + FullyQualifiedErrorId : C136D3EB,Emshell.Lab.RemoveLabDnsRecord
Add-IPBlockListProvider Zen -LookupDomain zen.example.org -AnyMatch $true
#=
#= Name LookupDomain    Priority
#= ---- ------------    --------
#= Zen  zen.example.org 1
#=
Add-IPBlockListProvider First -LookupDomain first.example.org -BitmaskMatch 127.0.0.1 -Priority 1
#=
#= Name  LookupDomain      Priority
#= ----  ------------      --------
#= First first.example.org 1
#=
Get-IPBlockListProvider | Sort-Object Priority
#=
#= Name  LookupDomain      Priority
#= ----  ------------      --------
#= First first.example.org 1
#= Zen   zen.example.org   2
#=
Test-IPBlockListProvider Zen -IPAddress 203.0.113.2
#=
#= Provider ProviderResult Matched
#= -------- -------------- -------
#= Zen      {127.0.0.2}    True
#=
Test-IPBlockListProvider Zen -IPAddress 203.0.113.3
#=
#= Provider ProviderResult Matched
#= -------- -------------- -------
#= Zen      {}             False
#=
Test-IPBlockListProvider Zen -IPAddress nobody
#= Test-IPBlockListProvider : Cannot bind parameter 'IPAddress' to the target. Exception setting "IPAddress": "An invalid IP address was specified."
#= At line:1 char:1
#= + Test-IPBlockListProvider Zen -IPAddress nobody
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Test-IPBlockListProvider], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.TestIPBlockListProvider
Set-IPBlockListProvider Zen -Priority 1
Get-IPBlockListProvider | Sort-Object Priority
#=
#= Name  LookupDomain      Priority
#= ----  ------------      --------
#= Zen   zen.example.org   1
#= First first.example.org 2
#=
Remove-IPBlockListProvider Zen -Confirm:$false
Get-IPBlockListProvider
#=
#= Name  LookupDomain      Priority
#= ----  ------------      --------
#= First first.example.org 1
#=
Add-LabDnsRecord fabrikam.com TXT 'v=spf1 ip4:192.0.2.7 -all' | Out-Null
Test-SenderId -IPAddress 192.0.2.7 -PurportedResponsibleDomain fabrikam.com
#=
#= Status FailReason Explanation
#= ------ ---------- -----------
#= Pass   None       
#=
Test-SenderId -IPAddress 192.0.2.8 -PurportedResponsibleDomain fabrikam.com
#=
#= Status FailReason   Explanation
#= ------ ----------   -----------
#= Fail   NotPermitted 
#=
Test-SenderId -IPAddress 192.0.2.8 -PurportedResponsibleDomain nowhere.net
#=
#= Status FailReason         Explanation
#= ------ ----------         -----------
#= Fail   DomainDoesNotExist 
#=

# The content filter.
Add-ContentFilterPhrase 'free money' -Influence BadWord
#=
#= Influence Phrase
#= --------- ------
#= BadWord   free money
#=
'Contoso', 'Falcon' | Add-ContentFilterPhrase -Influence GoodWord | Out-Null
Add-ContentFilterPhrase 'FREE money' -Influence GoodWord
#= Add-ContentFilterPhrase : The phrase 'FREE money' already exists.
#= At line:2 char:1
#= + Add-ContentFilterPhrase 'FREE money' -Influence GoodWord
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (FREE money:ContentFilterPhrase) [Add-ContentFilterPhrase], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.AddContentFilterPhrase
Remove-ContentFilterPhrase -Phrase contoso -Confirm:$false
Get-ContentFilterPhrase
#=
#= Influence Phrase
#= --------- ------
#= BadWord   free money
#= GoodWord  Falcon
#=
Set-ContentFilterConfig -SCLRejectEnabled $true -SCLDeleteEnabled $true -SCLDeleteThreshold 7
#= Set-ContentFilterConfig : The SCL delete threshold must be greater than the SCL reject threshold.
#= At line:1 char:1
#= + Set-ContentFilterConfig -SCLRejectEnabled $true -SCLDeleteEnabled $tr …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (ContentFilterConfig:ContentFilterConfig) [Set-ContentFilterConfig], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetContentFilterConfig
Set-ContentFilterConfig -SCLQuarantineEnabled $true
#= Set-ContentFilterConfig : The quarantine can't be enabled as long as QuarantineMailbox is empty.
#= At line:1 char:1
#= + Set-ContentFilterConfig -SCLQuarantineEnabled $true
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (ContentFilterConfig:ContentFilterConfig) [Set-ContentFilterConfig], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.SetContentFilterConfig
Set-ContentFilterConfig -SCLQuarantineEnabled $true -QuarantineMailbox david@contoso.com -SCLQuarantineThreshold 5 -SCLRejectEnabled $true
Set-Mailbox anna -SCLJunkEnabled $true -SCLJunkThreshold 3
Set-Mailbox anna -SCLJunkThreshold $null
Get-Mailbox anna | Format-List SCLJunk*
#=
#= SCLJunkThreshold : 
#= SCLJunkEnabled   : True
#=

# Attachments, and what the lab does not do.
Install-TransportAgent Mine -TransportAgentFactory Contoso.Mine -AssemblyPath C:\Mine.dll
#= Install-TransportAgent : The agent 'Mine' can't be installed: the lab runs Exchange's own anti-spam agents alone. Their factories are Microsoft.Exchange.Transport.Agent.ConnectionFiltering.ConnectionFilteringAgentFactory, Microsoft.Exchange.Transport.Agent.ContentFilter.ContentFilterAgentFactory, Microsoft.Exchange.Transport.Agent.SenderId.SenderIdAgentFactory, Microsoft.Exchange.Transport.Agent.ProtocolFilter.SenderFilterAgentFactory, Microsoft.Exchange.Transport.Agent.ProtocolFilter.RecipientFilterAgentFactory, Microsoft.Exchange.Transport.Agent.ProtocolAnalysis.ProtocolAnalysisAgentFactory, Microsoft.Exchange.Transport.Agent.AttachFilter.AttachFilterAgentFactory.
#= At line:3 char:1
#= + Install-TransportAgent Mine -TransportAgentFactory Contoso.Mine -Asse …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Install-TransportAgent], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedTransportAgent,Microsoft.Exchange.Management.AgentTasks.InstallTransportAgent
Install-TransportAgent "Attachment Filtering Agent" -TransportAgentFactory Microsoft.Exchange.Transport.Agent.AttachFilter.AttachFilterAgentFactory -AssemblyPath C:\any.dll
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Attachment Filtering Agent                          False            4
#=
Enable-TransportAgent "Attachment Filtering Agent"
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Get-AttachmentFilterEntry FileName:*.exe
#=
#= Type     Name  Identity
#= ----     ----  --------
#= FileName *.exe FileName:*.exe
#=
Add-AttachmentFilterEntry *.iso -Type FileName | Format-List
#=
#= Type     : FileName
#= Name     : *.iso
#= Identity : FileName:*.iso
#=
Add-AttachmentFilterEntry *.iso -Type FileName
#= Add-AttachmentFilterEntry : The attachment filter entry 'FileName:*.iso' already exists.
#= At line:1 char:1
#= + Add-AttachmentFilterEntry *.iso -Type FileName
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (FileName:*.iso:AttachmentFilterEntrySpecification) [Add-AttachmentFilterEntry], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.AddAttachmentFilterEntry
Remove-AttachmentFilterEntry FileName:*.iso -Confirm:$false
Set-AttachmentFilterListConfig -Action Strip -ExceptionConnectors "Default EX01"
Get-AttachmentFilterListConfig | Format-List Action, RejectResponse, AdminMessage, ExceptionConnectors
#=
#= Action              : Strip
#= RejectResponse      : Message rejected due to unacceptable attachments
#= AdminMessage        : This attachment was removed.
#= ExceptionConnectors : {EX01\Default EX01}
#=
Set-SenderReputationConfig -ProxyServerName proxy.contoso.com
#= Set-SenderReputationConfig : Parameter 'ProxyServerName' of Set-SenderReputationConfig is not emulated. The lab tests no open proxies: nothing leaves this machine.
#= At line:1 char:28
#= + Set-SenderReputationConfig -ProxyServerName proxy.contoso.com
#= +                            ~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-SenderReputationConfig], ParameterBindingException
#=     + FullyQualifiedErrorId : NotEmulatedParameter,Microsoft.Exchange.Management.SystemConfigurationTasks.SetSenderReputationConfig
Set-SenderReputationConfig -OpenProxyDetectionEnabled $false -SrlBlockThreshold 5
Set-SenderReputationConfig -OpenProxyDetectionEnabled $true
#= WARNING: The lab tests no open proxies: nothing leaves this machine.
Disable-TransportAgent "Journaling Agent" -Confirm:$false
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Get-TransportPipeline | Where-Object TransportAgents
#=
#= Event           TransportAgents
#= -----           ---------------
#= OnEndOfData     {Attachment Filtering Agent}
#= OnRoutedMessage {Transport Rule Agent, AD RMS Prelicensing Agent}
#=
Uninstall-TransportAgent "Journaling Agent" -Confirm:$false
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Get-TransportAgent
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Transport Rule Agent                                True             1
#= AD RMS Prelicensing Agent                           True             2
#= Attachment Filtering Agent                          True             3
#=
Set-ContentFilterConfig -RejectionResponse "No`r`n250 OK"
#= Set-ContentFilterConfig : Cannot bind parameter 'RejectionResponse' to the target. Exception setting "RejectionResponse": "The text may hold printable ASCII characters only."
#= At line:1 char:1
#= + Set-ContentFilterConfig -RejectionResponse "No`r`n250 OK"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-ContentFilterConfig], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetContentFilterConfig
Set-IPBlockListConfig -StaticEntryRejectionResponse 'Kein Zutritt für {0}'
#= Set-IPBlockListConfig : Cannot bind parameter 'StaticEntryRejectionResponse' to the target. Exception setting "StaticEntryRejectionResponse": "The text may hold printable ASCII characters only."
#= At line:1 char:1
#= + Set-IPBlockListConfig -StaticEntryRejectionResponse 'Kein Zutritt für …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-IPBlockListConfig], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.SystemConfigurationTasks.SetIPBlockListConfig
