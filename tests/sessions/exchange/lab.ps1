# A message by hand, and where it went.
New-ReceiveConnector Internet -Internet -Bindings 192.168.1.10:25
#=
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Subject: first', '', 'Hello Anna.', '.', 'QUIT' | telnet 192.168.1.10 25
#=
Get-LabMessage anna | Format-List From, To, Subject, Body
#=
'HELO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<sales@contoso.com>', 'DATA', 'Subject: second', '', 'Hello all.', '.', 'QUIT' | telnet 192.168.1.10 25 | Select-Object -Last 3
#=
Get-LabMessage anna -Subject s* | Format-Table From, Subject
#=
(Get-LabMessage ben).Count
#=
Show-LabMessage anna | Select-Object -Last 2
#=
Get-MailboxStatistics anna | Format-List DisplayName, ItemCount, StorageLimitStatus
#=
Clear-LabMailbox anna
#=
Get-LabMessage anna
#=
Show-LabMessage anna
#=
Get-LabEndpoint
#=
'QUIT' | telnet 192.168.1.10 26
#=
'QUIT' | telnet nowhere.example 25
#=
