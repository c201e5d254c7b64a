# Mailboxes that nobody logged on to, and disconnected ones, by database.
[CmdletBinding()] param([int]$Days = 90)
$cutoff = (Get-Date).AddDays(-$Days)
Write-Output 'Never used or long unused:'
Get-MailboxDatabase | Sort-Object Name | Get-MailboxStatistics | Where-Object {
    -not $_.DisconnectDate -and ($_.LastLogonTime -eq $null -or $_.LastLogonTime -lt $cutoff)
} | Sort-Object DisplayName | Format-Table DisplayName, ItemCount, LastLogonTime -AutoSize
Write-Output 'Disconnected:'
Get-MailboxDatabase | Get-MailboxStatistics | Where-Object { $_.DisconnectDate -ne $null } |
    Sort-Object DisplayName | Format-Table DisplayName, ItemCount -AutoSize
