# ForEach-Object -Parallel -AsJob: a job with a child for each object.
$factor = 10; $job = 1..3 | ForEach-Object -Parallel { $_ * $using:factor } -AsJob; "$($job.PSJobTypeName) $($job.State) $($job.ChildJobs.Count)"; Receive-Job $job -Wait -AutoRemoveJob; @(Get-Job).Count
$job = 1, 2 | ForEach-Object -Parallel { if ($_ -eq 2) { throw 'bad' }; $_ } -AsJob; "$($job.State) $($job.ChildJobs.State)"; Receive-Job $job 2>&1 | ForEach-Object { "$_" }; Remove-Job $job
#= PSTaskJob Completed 3
#= 10
#= 20
#= 30
#= 0
#= Failed Completed Failed
#= 1
#= bad
