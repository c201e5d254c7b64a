# Events that nobody's action takes wait in a queue.
New-Event Lab.Ready -Sender EX01 -MessageData 'up' | Format-List SourceIdentifier, Sender, MessageData, EventIdentifier
Get-Event | Format-Table SourceIdentifier, EventIdentifier
(Wait-Event Lab.* -Timeout 1).MessageData
Remove-Event Lab.Ready
Get-Event
Get-Event Lab.Ready
$Error[0].FullyQualifiedErrorId
Wait-Event Lab.Ready -Timeout 0

# An action runs for each event; what it writes stays in its job.
$job = Register-EngineEvent Lab.Mail -MessageData ignored -Action { Write-Host "mail for $($args[0]), $Sender"; 'done' }
$null = New-Event Lab.Mail -EventArguments adams
$null = New-Event Lab.Mail -Sender EX01 -EventArguments baker
$job.State
$job.Output
Get-EventSubscriber | Format-Table SubscriptionId, SourceIdentifier
Unregister-Event Lab.Mail
Unregister-Event Lab.Mail
$Error[0].FullyQualifiedErrorId

# -MaxTriggerCount ends a subscription.
Register-EngineEvent Lab.Once -MaxTriggerCount 1 -Action { Write-Host once } | Out-Null
$null = New-Event Lab.Once
$null = New-Event Lab.Once
@(Get-Event Lab.Once).Count

# Timers raise events wherever the session waits.
$timer = New-Object Timers.Timer 10
Register-ObjectEvent $timer Elapsed -SourceIdentifier Tick -MaxTriggerCount 2 -Action { Write-Host tick } | Out-Null
$timer.Start(); Start-Sleep -Milliseconds 300; $timer.Stop()
Register-ObjectEvent $timer Nothing
$Error[0].FullyQualifiedErrorId
#=
#= SourceIdentifier : Lab.Ready
#= Sender           : EX01
#= MessageData      : up
#= EventIdentifier  : 1
#=
#=
#= SourceIdentifier EventIdentifier
#= ---------------- ---------------
#= Lab.Ready                      1
#=
#= up
#= Get-Event: 
#= Line |
#=    7 |  Get-Event Lab.Ready
#=      |  ~~~~~~~~~~~~~~~~~~~
#=      | Event with source identifier 'Lab.Ready' does not exist.
#= INVALID_SOURCE_IDENTIFIER,Microsoft.PowerShell.Commands.GetEventCommand
#= mail for adams, 
#= mail for baker, EX01
#= Running
#= done
#= done
#=
#= SubscriptionId SourceIdentifier
#= -------------- ----------------
#=              1 Lab.Mail
#=
#= Unregister-Event: 
#= Line |
#=   19 |  Unregister-Event Lab.Mail
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Event subscription with source identifier 'Lab.Mail' does not exist.
#= INVALID_SOURCE_IDENTIFIER,Microsoft.PowerShell.Commands.UnregisterEventCommand
#= once
#= 1
#= tick
#= tick
#= Register-ObjectEvent: 
#= Line |
#=   32 |  Register-ObjectEvent $timer Nothing
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot register for the specified event. An event with the name 'Nothing' does not exist. (Parameter 'eventName')
#= INVALID_REGISTRATION,Microsoft.PowerShell.Commands.RegisterObjectEventCommand
