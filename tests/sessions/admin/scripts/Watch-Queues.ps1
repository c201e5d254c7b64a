<#
.Synopsis
    Looks at the queues of all transport servers; warns, writes the event log, ends with 1 (warning) or 2 (critical).
#>
param(
    [int]$Warning = 2,
    [int]$Critical = 10,
    [string[]]$Ignore = @('Submission', 'Poison'),
    [int]$Rounds = 1
)
$state = 0
$names = 'OK', 'WARNING', 'CRITICAL'
for ($round = 1; $round -le $Rounds; $round++) {
    $queues = Get-ExchangeServer | Where-Object { $_.IsHubTransportServer -eq $true } | Get-Queue |
        Where-Object { $Ignore -notcontains ($_.Identity.ToString().Split('\')[-1]) }
    $perfdata = @()
    foreach ($queue in ($queues | Sort-Object MessageCount -Descending)) {
        $level = if ($queue.MessageCount -ge $Critical) { 2 } elseif ($queue.MessageCount -ge $Warning) { 1 } else { 0 }
        $state = [Math]::Max($state, $level)
        $perfdata += "'{0}'={1};{2};{3}" -f $queue.NextHopDomain, $queue.MessageCount, $Warning, $Critical
        if ($level) {
            "{0,-8} {1} has {2} messages, {3}" -f $names[$level], $queue.NextHopDomain, $queue.MessageCount, $queue.Status
            Get-Message -Queue $queue.Identity -SortOrder +FromAddress,-Size |
                Group-Object { $_.FromAddress } | Sort-Object Count -Descending |
                ForEach-Object { '           {0} from {1}' -f $_.Count, $_.Name }
        }
    }
    if ($Rounds -gt 1) { Start-Sleep -Milliseconds 50 }
}
"QUEUES {0} | {1}" -f $names[$state], ($perfdata -join ' ')
$Host.SetShouldExit($state)
