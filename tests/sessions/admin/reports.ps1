# Groups, domains, messages, settings that drifted, a daily task
Set-ReceiveConnector 'Default EX01' -PermissionGroups AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers
.\Get-GroupMemberReport.ps1 -Details
#=   IT Staff: Chloe Dubois <chloe@contoso.com> IT
#=   IT Staff: David Ek <david@contoso.com> IT
#=   Sales: Anna Berg <anna@contoso.com> Sales
#=   Sales: Ben Carter <ben@contoso.com> Sales
#=
#= Group    Address             Owner  Direct All Nested
#= -----    -------             -----  ------ --- ------
#= IT Staff itstaff@contoso.com (none)      2   2      0
#= Sales    sales@contoso.com   (none)      2   2      0
#=
#= Empty groups: 0
.\Get-DomainReport.ps1
#= title: Domains of First Organization
#= section: Accepted domains
#= section: Remote domains
#= section: Policies
#= row: contoso.com | contoso.com
#= row: Default | *
#= row: Name: | Default Policy
#= row: Priority: | Lowest
#= row: Templates: | SMTP:@contoso.com
Send-LabMessage -From anna -To ben, kim@fabrikam.com -Subject 'Plan' -Body 'Tomorrow.'
Send-LabMessage -From anna -To chloe@contoso.com -Subject 'Hello' -Body 'Hi.'
Send-MailMessage -From kim@fabrikam.com -To anna@contoso.com -Subject 'Re: Plan' -Body 'Yes.' -SmtpServer EX01
.\Get-MessageStatistics.ps1
#=
#= User         Sent Received Traffic
#= ----         ---- -------- -------
#= Anna Berg       2        1 yes
#= Ben Carter      0        1 yes
#= Chloe Dubois    0        1 yes
#=
#= 3 users, 2 sent, 3 received
.\Compare-TransportBaseline.ps1
#= Baseline of 5 kinds written to C:\Baselines\transport.xml
.\Compare-TransportBaseline.ps1
#= Drift: 0
Set-TransportConfig -MaxSendSize 20MB
Set-ReceiveConnector 'Default EX01' -MaxMessageSize 20MB
.\Compare-TransportBaseline.ps1
#= [ReceiveConnector]
#= - Identity=EX01\Default EX01; Enabled=True; MaxMessageSize=10MB; PermissionGroups=AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers
#= + Identity=EX01\Default EX01; Enabled=True; MaxMessageSize=20MB; PermissionGroups=AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers
#= [TransportConfig]
#= - MaxSendSize=10MB; MaxReceiveSize=10MB; MaxRecipientEnvelopeLimit=5000; GenerateCopyOfDSNFor=
#= + MaxSendSize=20MB; MaxReceiveSize=10MB; MaxRecipientEnvelopeLimit=5000; GenerateCopyOfDSNFor=
#= Drift: 4
.\Start-DailyMaintenance.ps1
#= Server: EX01, user: CONTOSO\Administrator
#= Remove run-old2.log
#= Remove run-old3.log
#= Left: 2 files, not empty
#= MSExchangeTransport  Running
#= MSExchangeIS         Running
#= Transcript has the server's line: True
#= C:\Logs\Maintenance\run-<time>.log
.\Set-AntiSpamBaseline.ps1
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
#=
#= Agents    : True
#= Validated : False -> True
#= Blocked   : trap@contoso.com, old@contoso.com
#= Domains   : spam.example, bulk.example
#= Phrases   : lottery winner (BadWord), purchase order (GoodWord)
#= Reject    : 7
#=
.\Get-RemoteMailboxList.ps1
#= Opened Available Microsoft.Exchange
#= Administrator
#= anna
#= connectors: True
#= domain: contoso.com
#= open sessions: 0
