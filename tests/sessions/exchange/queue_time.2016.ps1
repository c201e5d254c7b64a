# What time does to messages that wait.
function Send([string] $To, [string] $Subject) {
    $lines = 'HELO x', 'MAIL FROM:<ben@contoso.com>', "RCPT TO:<$To>", 'DATA', "Subject: $Subject", '', 'hi', '.', 'QUIT'
    $lines | telnet EX01 25 | Out-Null
}
New-AcceptedDomain relay -DomainName relay.com -DomainType ExternalRelay | Out-Null
New-SendConnector out -AddressSpaces relay.com -SmartHosts smart.relay.com -DNSRoutingEnabled $false | Out-Null
Send joe@relay.com one
Send jim@relay.com two
(Get-LabTime).Ahead.ToString()
#= 00:00:00

# The first attempts follow each other quickly, the next ones after 5 minutes, those after them after 10.
function Pause { $queue = Get-Queue EX01\1; "$($queue.RetryCount) attempts, the next after $($queue.NextRetryTime - $queue.LastRetryTime)" }
Pause
#= 1 attempts, the next after 00:01:00
foreach ($i in 1..4) { Add-LabTime 00:01:01 }
Pause
#= 5 attempts, the next after 00:05:00
foreach ($i in 1..6) { Add-LabTime 00:05:01 }
Pause
#= 11 attempts, the next after 00:10:00
Get-Queue -Include External | Format-Table DeliveryType, Status, MessageCount, RetryCount -AutoSize
#=
#= DeliveryType               Status MessageCount RetryCount
#= ------------               ------ ------------ ----------
#= SmartHostConnectorDelivery Retry             2         11
#=

# Late after four hours.
Add-LabTime 04:00:00
(Get-LabMessage ben).Subject
#= Delivery delayed: one
#= Delivery delayed: two

# The connector goes: a suspended message stays where it is until it is resumed.
Suspend-Message -Filter {Subject -eq 'one'} -Confirm:$false
Remove-SendConnector out -Confirm:$false
Get-Message | Format-Table Queue, Status, Subject
#=
#= Queue            Status    Subject
#= -----            ------    -------
#= EX01\1           Suspended one
#= EX01\Unreachable Ready     two
#=
Resume-Message -Filter {Subject -eq 'one'}
Get-Message | Format-Table Queue, Status, Subject
#=
#= Queue            Status Subject
#= -----            ------ -------
#= EX01\Unreachable Ready  one
#= EX01\Unreachable Ready  two
#=
(Get-Message -IncludeRecipientInfo)[0].Recipients
#= joe@relay.com;2;2;A matching connector cannot be found to route the external recipient;16;<No Matching Connector>;0

# The end of waiting.
$message = (Get-Message)[0]
($message.ExpirationTime - $message.DateReceived).ToString()
#= 2.00:00:00
Set-TransportService EX01 -MessageExpirationTimeout 05:00:00
Add-LabTime 00:30:00
(Get-LabMessage ben).Subject
#= Delivery delayed: one
#= Delivery delayed: two
#= Undeliverable: one
#= Undeliverable: two
Get-Message
Add-LabTime 00:00:00
#= Add-LabTime : Time only goes on: the span must be longer than 00:00:00.
#= At line:2 char:1
#= + Add-LabTime 00:00:00
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Add-LabTime], LabTimeException
#=     + FullyQualifiedErrorId : 38E6BCFD,Emshell.Lab.AddLabTime
# Numbers of messages are long ones in these versions
Send-MailMessage -From kim@fabrikam.com -To ben@contoso.com -Subject numbers -Body x -SmtpServer EX01
$last = Get-LabMessage ben -Newest 1
$last.Id.GetType().Name
#= Int64
($last | Show-LabMessage | Select-Object -First 1) -replace ' by .*'
#= Received: from EX01.contoso.com (192.168.1.10)
