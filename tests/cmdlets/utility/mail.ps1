New-ReceiveConnector -Name Internet -Usage Internet -Bindings 192.168.1.10:2525 | Format-Table Name
#=
#= Name
#= ----
#= Internet
#=
$mail = @{ SmtpServer = '192.168.1.10'; Port = 2525; From = 'Ann <ann@fabrikam.test>' }
Send-MailMessage @mail -To administrator@contoso.com, ben@contoso.com -Cc anna@contoso.com -Subject 'Grüße' -Body "one`n.two" -Priority High
Get-LabMessage -Mailbox ben | Format-List From, To, Subject, Sender, Recipients, Body
#=
#= From       : Ann <ann@fabrikam.test>
#= To         : administrator@contoso.com, ben@contoso.com
#= Subject    : Grüße
#= Sender     : ann@fabrikam.test
#= Recipients : {administrator@contoso.com, ben@contoso.com, anna@contoso.com}
#= Body       : one
#=              .two
#=
(Get-LabMessage -Mailbox anna).Headers -match 'X-Priority: 1'; @(Get-LabMessage -Mailbox administrator).Count
#= True
#= 1
Set-Content note.txt 'attached'; Send-MailMessage @mail -To ben@contoso.com -Subject file -Attachments note.txt -Body '<b>x</b>' -BodyAsHtml
(Get-LabMessage -Mailbox ben)[-1].Attachments
#= note.txt
Send-MailMessage @mail -To someone@elsewhere.test -Subject x
#= Send-MailMessage: Mailbox unavailable. The server response was: 5.7.1 Unable to relay
Send-MailMessage @mail -To ben@contoso.com, someone@elsewhere.test -Subject partly
#= Send-MailMessage: Mailbox unavailable. The server response was: 5.7.1 Unable to relay
(Get-LabMessage -Mailbox ben)[-1].Subject
#= partly
Send-MailMessage -SmtpServer 10.9.9.9 -From a@b.test -To ben@contoso.com -Subject x
#= Send-MailMessage: Unable to connect to the remote server. '10.9.9.9' is not a host of this lab; only the lab's own server can be dialed.
Send-MailMessage @mail -To nobody -Subject x
#= Send-MailMessage: The specified string is not in the form required for an e-mail address.
Send-MailMessage @mail -To ben@contoso.com -Subject x -Attachments nosuch.txt
#= Send-MailMessage: Could not find file '{*}/nosuch.txt'.
Send-MailMessage @mail -To ben@contoso.com -Subject x -UseSsl
#= Send-MailMessage: Server does not support secure connections.
Send-MailMessage -From a@b.test -To ben@contoso.com -Subject x
#= Send-MailMessage: The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.
$PSEmailServer = '192.168.1.10'; Send-MailMessage -Port 2525 -From a@b.test -To ben@contoso.com -Subject 'by variable'; (Get-LabMessage -Mailbox ben)[-1].Subject
#= by variable
try { Send-MailMessage @mail -To someone@elsewhere.test -Subject x -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().FullName }
#= SmtpFailedRecipientException,Microsoft.PowerShell.Commands.SendMailMessage
#= System.Net.Mail.SmtpFailedRecipientException
foreach ($each in 'unicode', 'ascii', ([Text.Encoding]::UTF8), ([Text.Encoding]::GetEncoding('iso-8859-1'))) { Send-MailMessage @mail -To ben@contoso.com -Subject x -Body ("é " + [char]0xD800) -Encoding $each; (Get-LabMessage -Mailbox ben)[-1].Body.Trim() }
#= é ?
#= ? ?
#= é ?
#= é ?
Send-MailMessage @mail -To ben@contoso.com -Subject "one`nBcc: chloe@contoso.com"
#= Send-MailMessage: The specified string is not in the form required for a subject.
$message = [Net.Mail.MailMessage]::new('a@b.test', 'ben@contoso.com'); $message.Headers.Add('X-Mark', "x`r`nBcc: chloe@contoso.com"); [Net.Mail.SmtpClient]::new('192.168.1.10', 2525).Send($message)
#= MethodInvocationException: Exception calling "Send" with "1" argument(s): "An invalid character was found in header value."
