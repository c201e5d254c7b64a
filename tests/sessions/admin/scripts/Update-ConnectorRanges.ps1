# Makes the ranges of a connector those of a list: shows what differs, asks nothing when nothing differs.
[CmdletBinding()]
param([string]$Identity = 'EX01\Relay', [string[]]$Wanted = @('10.0.0.5', '10.0.1.0/24', '10.0.9.1-10.0.9.9'), [switch]$Force)

$connector = Get-ReceiveConnector -Identity $Identity
$current = $connector.RemoteIPRanges | ForEach-Object { $_.Expression }
if (-not $current) { $current = $connector.RemoteIPRanges | ForEach-Object { "$_" } }
$difference = Compare-Object -ReferenceObject @($current) -DifferenceObject $Wanted -IncludeEqual
$names = @{ '=>' = 'add'; '<=' = 'remove'; '==' = 'keep' }
$difference | Sort-Object SideIndicator, InputObject |
    Format-Table @{Label = 'Range'; Expression = { $_.InputObject }; Width = 22 },
        @{Label = 'Action'; Expression = { $names[$_.SideIndicator] } }

$changes = @($difference | Where-Object { $_.SideIndicator -ne '==' })
switch ($changes.Count) {
    0 { 'Nothing to do.'; return }
    { $_ -gt 2 -and -not $Force } { Write-Warning "$_ changes; use -Force."; break }
    default {
        $add = ($changes | ? { $_.SideIndicator -eq '=>' }).InputObject
        $remove = ($changes | ? SideIndicator -EQ '<=').InputObject
        Set-ReceiveConnector $Identity -RemoteIPRanges @{ Add = $add; Remove = $remove }
        "Changed: $($changes.Count)"
    }
}
'Now: ' + (((Get-ReceiveConnector $Identity).RemoteIPRanges | % { "$_" } | sort) -join ' | ')
