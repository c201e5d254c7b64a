# Start-Job: values cross a border, and each job has a child.
$j = Start-Job { param($a) "got $a"; [pscustomobject]@{ X = $a; D = Get-Date '2024-01-01' }; Get-Item .  } -ArgumentList 5; "$($j.State) $($j.Id) $($j.Name) $($j.PSJobTypeName) $($j.Location) $($j.ChildJobs[0].Name) $($j.ChildJobs.Count)"
#= Completed 1 Job1 BackgroundJob localhost Job2 1
$word = 'w'; $o = Start-Job -Name second { "got $using:word"; [pscustomobject]@{ X = 1 }; Get-Item . } | Wait-Job | Receive-Job; $o[0]; $o[1].PSObject.TypeNames[0]; $o[1].X; $o[1].RunspaceId.GetType().Name; $o[2].PSObject.TypeNames[0]; $o[2].PSObject.Methods.Name -contains 'Delete'
#= got w
#= Deserialized.System.Management.Automation.PSCustomObject
#= 1
#= Guid
#= Deserialized.System.IO.DirectoryInfo
#= False
$bad = Start-Job { throw 'bad' }; $bad.State; $bad.ChildJobs[0].State; try { Receive-Job $bad -ErrorAction Stop } catch { "caught $_" }
#= Failed
#= Failed
#= caught bad
1..3 | Start-Job { $input | ForEach-Object { $_ * 2 } } | Receive-Job -Wait -AutoRemoveJob
#= 2
#= 4
#= 6
$month = 4; $job = Get-Date -Year 2024 -Month $month -Day 1 &; "$($job.State) $((Receive-Job $job).Month)"
#= Completed 4
Start-Job { Get-Location | ForEach-Object Path } -WorkingDirectory / | Receive-Job -Wait; Start-Job -InitializationScript { function g { 'init' } } { g } | Receive-Job -Wait; Set-Content job.ps1 'param($p) "file $p"'; Start-Job -FilePath job.ps1 -ArgumentList 7 | Receive-Job -Wait
#= /
#= init
#= file 7
(Get-Job).Name -join ','; Get-Job | Remove-Job; @(Get-Job).Count
#= Job1,second,Job5,Job9,Job11,Job13,Job15
#= 0
