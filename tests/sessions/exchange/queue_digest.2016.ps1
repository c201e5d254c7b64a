# Queues together, by what they have in common.
New-SendConnector out -AddressSpaces * -Usage Internet -SmartHosts '[10.0.0.9]' -DNSRoutingEnabled $false | Out-Null
Set-Mailbox anna -ForwardingAddress 'Kim Abercrombie'
Get-QueueDigest -Server EX01
1..3 | ForEach-Object { Send-MailMessage -SmtpServer EX01 -From kim@fabrikam.com -To anna@contoso.com -Subject "m$_" -Body hi }
Get-QueueDigest -Server EX01
#=
#= GroupByValue MessageCount DeferredMessageCount LockedMessageCount StaleMessageCount Details
#= ------------ ------------ -------------------- ------------------ ----------------- -------
#= [10.0.0.9]   3            0                    0                  0                 {EX01\1}
#=
Get-QueueDigest -Forest -GroupBy Status -DetailsLevel None | Format-List
#=
#= GroupByValue         : Retry
#= MessageCount         : 3
#= DeferredMessageCount : 0
#= LockedMessageCount   : 0
#= StaleMessageCount    : 0
#= IncomingRate         : 0
#= OutgoingRate         : 0
#= Details              : {}
#=
@(Get-QueueDigest -Server EX01 -Filter { MessageCount -gt 10 }).Count
#= 0
Get-QueueDigest -Server EX02
#= Get-QueueDigest : The server "EX02" couldn't be found.
#= At line:1 char:1
#= + Get-QueueDigest -Server EX02
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-QueueDigest], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.GetQueueDigest
