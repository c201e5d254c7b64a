# A message by hand, and where it went.
New-ReceiveConnector Internet -Internet -Bindings 192.168.1.10:25
#=
#= Identity      Bindings          Enabled
#= --------      --------          -------
#= EX01\Internet {192.168.1.10:25} True
#=
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Subject: first', '', 'Hello Anna.', '.', 'QUIT' | telnet 192.168.1.10 25
#= 220 EX01.contoso.com Microsoft ESMTP MAIL Service ready at {*}
#= 250-EX01.contoso.com Hello [127.0.0.1]
#= 250-SIZE 10485760
#= 250-PIPELINING
#= 250-DSN
#= 250-ENHANCEDSTATUSCODES
#= 250-AUTH
#= 250-8BITMIME
#= 250-BINARYMIME
#= 250 CHUNKING
#= 250 2.1.0 Sender OK
#= 250 2.1.5 Recipient OK
#= 354 Start mail input; end with <CRLF>.<CRLF>
#= 250 2.6.0 <{*}> Queued mail for delivery
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.
Get-LabMessage anna | Format-List From, To, Subject, Body
#=
#= From    : kim@fabrikam.com
#= To      : Undisclosed recipients:;
#= Subject : first
#= Body    : Hello Anna.
#=
'HELO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<sales@contoso.com>', 'DATA', 'Subject: second', '', 'Hello all.', '.', 'QUIT' | telnet 192.168.1.10 25 | Select-Object -Last 3
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.
Get-LabMessage anna -Subject s* | Format-Table From, Subject
#=
#= From             Subject
#= ----             -------
#= kim@fabrikam.com second
#=
(Get-LabMessage ben).Count
#= 1
Show-LabMessage anna | Select-Object -Last 2
#= Hello all.
#=
Get-MailboxStatistics anna | Format-List DisplayName, ItemCount, StorageLimitStatus
#=
#= DisplayName        : Anna Berg
#= ItemCount          : 2
#= StorageLimitStatus : BelowLimit
#=
Clear-LabMailbox anna
Get-LabMessage anna
Show-LabMessage anna
#= Show-LabMessage : There is no such message in the mailbox 'anna'.
#= At line:3 char:1
#= + Show-LabMessage anna
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Show-LabMessage], LabMessageNotFoundException
#=     + FullyQualifiedErrorId : 8F95F4BC,Emshell.Lab.ShowLabMessage
Get-LabEndpoint
#=
#= Endpoint        ListensOn State   Connectors
#= --------        --------- -----   ----------
#= 0.0.0.0:25                Stopped {EX01\Default EX01}
#= 192.168.1.10:25           Stopped {EX01\Internet}
#= :::25                     Stopped {EX01\Default EX01}
#= 0.0.0.0:587               Stopped {EX01\Client EX01}
#= :::587                    Stopped {EX01\Client EX01}
#=
'QUIT' | telnet 192.168.1.10 26
#= telnet : Connecting To 192.168.1.10...Could not open connection to the host, on port 26: No connection could be made because the target machine actively refused it.
#= At line:1 char:10
#= + 'QUIT' | telnet 192.168.1.10 26
#= +          ~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ConnectionError: (192.168.1.10:String) [Connect-Telnet], RuntimeException
#=     + FullyQualifiedErrorId : TelnetConnectFailed,Emshell.Lab.ConnectTelnet
'QUIT' | telnet nowhere.example 25
#= telnet : Connecting To nowhere.example...Could not open connection to the host, on port 25: 'nowhere.example' is not a host of this lab; only the lab's own server can be dialed.
#= At line:1 char:10
#= + 'QUIT' | telnet nowhere.example 25
#= +          ~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ConnectionError: (nowhere.example:String) [Connect-Telnet], RuntimeException
#=     + FullyQualifiedErrorId : TelnetConnectFailed,Emshell.Lab.ConnectTelnet
