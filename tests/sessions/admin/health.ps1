# The server's health, its queues, its certificates
Set-ReceiveConnector 'Default EX01' -PermissionGroups AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers
.\Get-ExchangeHealthReport.ps1
#= Initializing...
#= ---- Checking EX01
#= DNS Check: Pass
#= Ping Check: Pass
#= Uptime (hrs): known
#= Required services: Pass
#= Queue length: 0
#=
#= Server DNS  Ping Services Queue Length Transport Queue
#= ------ ---  ---- -------- ------------ ---------------
#= EX01   Pass Pass Pass                0 Pass
#=
[bool](Select-String -Path C:\Scripts\exchangeserverhealth.html -Pattern '<td class="pass">Pass</td>')
#= True
.\Get-ExchangeHealthReport.ps1 -Server EX01 -SendEmail -ReportFile C:\Reports\health.html | Out-Null
#= Initializing...
#= ---- Checking EX01
#= DNS Check: Pass
#= Ping Check: Pass
#= Uptime (hrs): known
#= Required services: Pass
#= Queue length: 0
Get-LabMessage -Mailbox david | Format-Table From, Subject
#=
#= From                       Subject
#= ----                       -------
#= exchangeserver@contoso.com Exchange Server Health Report
#=

.\Watch-Queues.ps1
#= QUEUES OK | 'mailbox database'=0;2;10
Send-LabMessage -From anna -To kim@fabrikam.com -Subject 'To the partner'
1..3 | ForEach-Object { Send-LabMessage -From ben -To "someone$_@fabrikam.com" -Subject "Message $_" -Body x }
.\Watch-Queues.ps1
#= WARNING  Unreachable Domain has 4 messages, Ready
#=            3 from ben@contoso.com
#=            1 from anna@contoso.com
#= QUEUES WARNING | 'Unreachable Domain'=4;2;10 'mailbox database'=0;2;10
.\Get-CertificateReport.ps1
#= EX01: CN=EX01, self-signed, services IMAP, POP, IIS, SMTP, days left enough, in the store True
#=
#= Subject Length
#= ------- ------
#= CN=EX01     40
#=
