# Messages, domains and mailboxes of a later version
Send-LabMessage -From anna -To ben, kim@fabrikam.com -Subject 'Plan' -Body 'Tomorrow.'
Send-MailMessage -From kim@fabrikam.com -To anna@contoso.com -Subject 'Re: Plan' -Body 'Yes.' -SmtpServer EX01
.\Get-MessageStatistics.ps1
#=
#= User       Sent Received Traffic
#= ----       ---- -------- -------
#= Anna Berg     1        1 yes
#= Ben Carter    0        1 yes
#=
#= 2 users, 1 sent, 2 received
.\Get-GroupMemberReport.ps1
#=
#= Group    Address             Owner  Direct All Nested
#= -----    -------             -----  ------ --- ------
#= IT Staff itstaff@contoso.com (none)      2   2      0
#= Sales    sales@contoso.com   (none)      2   2      0
#=
#= Empty groups: 0
.\Get-RemoteMailboxList.ps1
#= Opened Available Microsoft.Exchange
#= Administrator
#= anna
#= connectors: True
#= domain: contoso.com
#= open sessions: 0
.\Start-DailyMaintenance.ps1
#= Server: EX01, user: CONTOSO\Administrator
#= Remove run-old2.log
#= Remove run-old3.log
#= Left: 2 files, not empty
#= MSExchangeTransport  Running
#= MSExchangeIS         Running
#= Transcript has the server's line: True
#= C:\Logs\Maintenance\run-<time>.log
.\Copy-ReceiveConnector.ps1 'EX01\Default Frontend EX01' Scanners -Bindings 192.168.1.12:25
#=
#= Identity          : EX01\Scanners
#= Bindings          : 192.168.1.12:25
#= Ranges            : ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255
#= MaxProtocolErrors : 5
#= Banner            : 
#=
#= 2 log lines, exit code 0
.\Compare-TransportBaseline.ps1
#= Baseline of 5 kinds written to C:\Baselines\transport.xml
