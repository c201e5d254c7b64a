# Queues, and the messages that wait in them.
Set-ReceiveConnector "Default EX01" -PermissionGroups AnonymousUsers, ExchangeServers
function Send([string] $To, [string] $Subject, [string] $From = 'kim@fabrikam.com') {
    $lines = 'HELO x', "MAIL FROM:<$From>", "RCPT TO:<$To>", 'DATA', "Message-ID: <$Subject@x>", "Subject: $Subject", '', 'hi', '.', 'QUIT'
    $lines | telnet EX01 25 | Out-Null
}
Get-Queue
#=
#= Identity        DeliveryType Status MessageCount NextHopDomain
#= --------        ------------ ------ ------------ -------------
#= EX01\Submission Undefined    Ready  0            Submission
#=
Send anna@contoso.com one
Get-Queue
#=
#= Identity        DeliveryType Status MessageCount NextHopDomain
#= --------        ------------ ------ ------------ -------------
#= EX01\1          MapiDelivery Ready  0            mailbox database
#= EX01\Submission Undefined    Ready  0            Submission
#=

# A queue that is held: its messages wait, their own status stays.
Suspend-Queue Submission -Confirm:$false
Send anna@contoso.com two
Send nobody@contoso.com three ben@contoso.com
Get-Queue EX01\Submission | Format-List
#=
#= Identity         : EX01\Submission
#= DeliveryType     : Undefined
#= NextHopDomain    : Submission
#= NextHopConnector : 00000000-0000-0000-0000-000000000000
#= Status           : Suspended
#= MessageCount     : 2
#= LastError        : 
#= LastRetryTime    : 
#= NextRetryTime    : 
#= IsValid          : True
#= ObjectState      : New
#=
Get-Message
#=
#= Identity          FromAddress      Status Queue           Subject
#= --------          -----------      ------ -----           -------
#= EX01\Submission\2 kim@fabrikam.com Ready  EX01\Submission two
#= EX01\Submission\3 ben@contoso.com  Ready  EX01\Submission three
#=
Get-Message -SortOrder +FromAddress,-Size | ForEach-Object { "$($_.FromAddress) $($_.Subject)" }
#= ben@contoso.com three
#= kim@fabrikam.com two
Get-Message -SortOrder: '-FromAddress' | ForEach-Object { "$($_.FromAddress)" }
#= kim@fabrikam.com
#= ben@contoso.com
$file = [IO.Path]::GetTempFileName()
Export-Message EX01\Submission\2 | AssembleMessage -Path $file
(Get-Content $file)[-4..-1]
#= Message-ID: <two@x>
#= Subject: two
#=
#= hi
Remove-Item $file
Suspend-Message -Filter {Subject -eq 'two'} -Confirm:$false
Resume-Queue EX01\Submission
Get-Message | Format-Table Identity, Status
#=
#= Identity          Status
#= --------          ------
#= EX01\Submission\2 Suspended
#=
(Get-LabMessage ben).Subject
#= Undeliverable: three
Get-Message | Resume-Message
(Get-LabMessage anna).Subject
#= one
#= two

# The mailbox store is away.
Stop-Service MSExchangeIS
Send anna@contoso.com four
Get-Queue -Filter {MessageCount -gt 0}
#=
#= Identity DeliveryType Status MessageCount NextHopDomain
#= -------- ------------ ------ ------------ -------------
#= EX01\1   MapiDelivery Retry  1            mailbox database
#=
Get-Message | Format-List Identity, Status, LastError, Queue, MessageSourceName
#=
#= Identity          : EX01\1\5
#= Status            : Retry
#= LastError         : 432 4.3.2 STOREDRV; mailbox server is offline
#= Queue             : EX01\1
#= MessageSourceName : SMTP:Default EX01
#=
Start-Service MSExchangeIS
(Get-LabMessage anna).Count
#= 3

# Mail for outside: no way, then one that leads nowhere in a lab.
Set-ReceiveConnector "Default EX01" -PermissionGroups AnonymousUsers, ExchangeServers -AuthMechanism Tls
Add-DistributionGroupMember Sales -Member 'Kim Abercrombie'
Send sales@contoso.com five ben@contoso.com
Get-Queue -Filter {Status -eq 'Ready' -and MessageCount -gt 0} | Format-Table Identity, DeliveryType, NextHopDomain, LastError -AutoSize
#=
#= Identity         DeliveryType NextHopDomain      LastError
#= --------         ------------ -------------      ---------
#= EX01\Unreachable Unreachable  Unreachable Domain A matching connector cannot be found to route the external recipient
#=
New-SendConnector out -AddressSpaces fabrikam.com | Format-Table Identity, AddressSpaces
#=
#= Identity AddressSpaces
#= -------- -------------
#= out      {SMTP:fabrikam.com;1}
#=
Get-Queue -Include External | Format-Table Identity, DeliveryType, Status, MessageCount, NextHopDomain, LastError -AutoSize
#=
#= Identity DeliveryType         Status MessageCount NextHopDomain LastError
#= -------- ------------         ------ ------------ ------------- ---------
#= EX01\2   DnsConnectorDelivery Retry             1 fabrikam.com  451 4.4.0 DNS query failed
#=
Get-Queue | Get-Message | Format-Table Identity, Subject
#=
#= Identity Subject
#= -------- -------
#= EX01\2\6 five
#=
Get-ExchangeServer | Get-Queue | Format-Table Identity
#=
#= Identity
#= --------
#= EX01\1
#= EX01\2
#= EX01\Submission
#=
(Get-Message -IncludeRecipientInfo).Recipients
#= kim@fabrikam.com;3;2;451 4.4.0 DNS query failed;1;fabrikam.com;0
Get-Message | Remove-Message -Confirm:$false
(Get-LabMessage ben -Newest 1).Subject
#= Undeliverable: five
Get-Message
Get-Queue EX01\99
#= Get-Queue : The queue "EX01\99" doesn't exist.
#= At line:2 char:1
#= + Get-Queue EX01\99
#= + ~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-Queue], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.GetQueue
Remove-Message 99 -Confirm:$false
#= Remove-Message : The message "EX01\99" doesn't exist.
#= At line:1 char:1
#= + Remove-Message 99 -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Remove-Message], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.RemoveMessage
Redirect-Message -Server EX01 -Target EX02
#= Redirect-Message : The messages can't be redirected to 'EX02': the lab has one server.
#= At line:1 char:1
#= + Redirect-Message -Server EX01 -Target EX02
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (EX02:String) [Redirect-Message], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedTarget,Microsoft.Exchange.Management.QueueViewerTasks.RedirectMessage
Suspend-Queue EX01\Poison -Confirm:$false
#= Suspend-Queue : The poison message queue can't be suspended.
#= At line:1 char:1
#= + Suspend-Queue EX01\Poison -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Suspend-Queue], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.SuspendQueue
Retry-Queue EX01\Submission -Confirm:$false
#= Retry-Queue : The queue "EX01\Submission" can't be retried: it isn't in the Retry state.
#= At line:1 char:1
#= + Retry-Queue EX01\Submission -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Retry-Queue], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.RetryQueue
Stop-Service MSExchangeTransport
Get-Queue
#= Get-Queue : The Microsoft Exchange Transport service on computer "EX01.contoso.com" doesn't answer. Verify that the service is started.
#= At line:2 char:1
#= + Get-Queue
#= + ~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-Queue], QueueViewerException
#=     + FullyQualifiedErrorId : 2C136A8D,Microsoft.Exchange.Management.QueueViewerTasks.GetQueue
