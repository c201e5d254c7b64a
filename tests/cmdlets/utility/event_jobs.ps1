# The action of an event is a job among the others, until it is removed.
$job = Register-EngineEvent Lab.Mail -Action { 'got' }
$null = Start-ThreadJob { 1 }
Get-Job | Format-Table Id, Name, State
$null = New-Event Lab.Mail
Get-Job -State Running | Receive-Job
Wait-Job $job -Timeout 0
Remove-Job $job
$Error[0].FullyQualifiedErrorId
Stop-Job $job; $job.State
@(Get-EventSubscriber).Count
Remove-Job $job
Get-Job | Format-Table Id, Name, State

# It ends with its last event, and -Force removes it before.
$timer = [Timers.Timer]::new(10)
$tick = Register-ObjectEvent $timer Elapsed -MaxTriggerCount 2 -Action { 'tick' }
$timer.Start()
(Wait-Job $tick).State
Receive-Job $tick
Register-EngineEvent Lab.Mail -Action { 'got' } | Remove-Job -Force
@(Get-EventSubscriber).Count
#=
#= Id Name          State
#= -- ----          -----
#=  1 Lab.Mail NotStarted
#=  2 Job2      Completed
#=
#= got
#= Remove-Job: 
#= Line |
#=    8 |  Remove-Job $job
#=      |  ~~~~~~~~~~~~~~~
#=      | The command cannot remove the job with the job ID 1 because the job is not finished. To remove the job, first
#=      | stop the job, or use the Force parameter.
#= JobObjectNotFinishedCannotBeRemoved,Microsoft.PowerShell.Commands.RemoveJobCommand
#= Stopped
#= 0
#=
#= Id Name     State
#= -- ----     -----
#=  2 Job2 Completed
#=
#= Stopped
#= tick
#= tick
#= 0
