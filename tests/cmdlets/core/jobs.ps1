# Jobs: Start-ThreadJob runs them in order, in sessions of their own.

$factor = 5
$j = Start-ThreadJob { param($a) $a * $using:factor; Write-Warning 'careful'; Get-Nothing; 'after' } -ArgumentList 4
"$($j.Id) $($j.Name) $($j.State) $($j.HasMoreData) $($j.PSJobTypeName)"
#= 1 Job1 Completed True ThreadJob
$j | Wait-Job | Receive-Job
#= 20
#= after
#= Get-Nothing: The term 'Get-Nothing' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= WARNING: careful
"$($j.State) $($j.HasMoreData)"; Receive-Job $j
#= Completed False
Remove-Job $j; Get-Job

# Several jobs, by name, number and state; what is kept can be received again.
1..3 | ForEach-Object { Start-ThreadJob -Name "n$_" -ScriptBlock { $args[0] } -ArgumentList $_ } | Out-Null
Get-Job | Receive-Job -Keep; Receive-Job -Name n2; (Get-Job -State Completed).Name -join ','
#= 1
#= 2
#= 3
#= 2
#= n1,n2,n3
Get-Job -HasMoreData $true | ForEach-Object Name; Remove-Job *; Get-Job n*
#= n1
#= n3
Get-Job | Remove-Job; 4, 5 | Start-ThreadJob { $input | ForEach-Object { $_ * 2 } } | Receive-Job -Wait -AutoRemoveJob; (Get-Job).Count
#= 8
#= 10
#= 0

# A job's own variables stay in it; an error that ends it makes it fail.
$f = Start-ThreadJob { $global:inside = 1; throw 'broken' }; "[$inside] $($f.State) $($f.JobStateInfo.Reason.Message)"; Receive-Job $f
#= [] Failed broken
#= Exception: broken
Receive-Job -Id 99; $Error[0].FullyQualifiedErrorId
#= Receive-Job: The command cannot find a job with the job ID 99. Verify the value of the Id parameter and then try the command again.
#= JobWithSpecifiedSessionIdNotFound,Microsoft.PowerShell.Commands.ReceiveJobCommand
Get-Job -Name nobody
#= Get-Job: The command cannot find the job because the job name nobody was not found. Verify the value of the Name parameter, and then try the command again.
1 | ForEach-Object -Parallel { $_ } -AsJob
#=
#= Id     Name            PSJobTypeName   State         HasMoreData     Location             Command
#= --     ----            -------------   -----         -----------     --------             -------
#= 7      Job7            PSTaskJob       Completed     True            PowerShell            $_ 
#=
