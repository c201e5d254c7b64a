# Quota report and change from CSV
$csv = @'
Identity,Warn,Send,SendReceive
anna,900MB,1GB,1.2GB
ben@contoso.com,450MB,500MB,unlimited
contoso.com/Users/Chloe Dubois,90,100,120
nobody,1GB,2GB,3GB
'@ | ConvertFrom-Csv
foreach ($row in $csv) {
    try {
        $mbx = Get-Mailbox -Identity $row.Identity -ErrorAction Stop
        Set-Mailbox -Identity $mbx.Identity -UseDatabaseQuotaDefaults:$false -IssueWarningQuota $row.Warn -ProhibitSendQuota $row.Send -ProhibitSendReceiveQuota $row.SendReceive -ErrorAction Stop
        Write-Host "OK   $($mbx.Alias)" -ForegroundColor Green
    } catch { Write-Host "FAIL $($row.Identity): $($_.Exception.Message)" -ForegroundColor Red }
}
Get-Mailbox -Filter { UseDatabaseQuotaDefaults -eq $false } | Select-Object Alias, IssueWarningQuota, ProhibitSendQuota, ProhibitSendReceiveQuota | Format-Table -AutoSize
Get-Mailbox | Where-Object { -not $_.UseDatabaseQuotaDefaults -and $_.ProhibitSendQuota.Value -lt 600MB } | ForEach-Object {
    $used = (Get-MailboxStatistics $_).TotalItemSize.Value
    $quota = $_.ProhibitSendQuota.Value
    '{0,-10} {1,8} of {2,8:N0} MB {3:P1}' -f $_.Alias, $used.ToKB(), $quota.ToMB(), ($used.ToBytes() / $quota.ToBytes())
}
$db = Get-MailboxDatabase | Select-Object -First 1
$db | Set-MailboxDatabase -IssueWarningQuota 1.9GB -ProhibitSendQuota 2GB -ProhibitSendReceiveQuota 2.3GB -MailboxRetention 14.00:00:00 -DeletedItemRetention 7.00:00:00
$db = Get-MailboxDatabase $db.Name
'{0}: warn {1}, send {2}, keep {3} days' -f $db.Name, $db.IssueWarningQuota, $db.ProhibitSendQuota.Value.ToMB(), $db.MailboxRetention.Days
if ($db.ProhibitSendQuota.IsUnlimited) { 'unlimited' } else { 'limited' }
Get-Mailbox | Group-Object UseDatabaseQuotaDefaults | Sort-Object Name | Format-Table Name, Count
Get-Mailbox | Get-MailboxStatistics | Where-Object { $_.StorageLimitStatus -ne 'BelowLimit' } | Measure-Object | ForEach-Object { $_.Count }
$m = Get-Mailbox anna; $m.IssueWarningQuota = '800MB'; Set-Mailbox -Instance $m -ErrorAction SilentlyContinue; (Get-Mailbox anna).IssueWarningQuota.Value.ToMB()
#= OK   anna
#= OK   ben
#= OK   chloe
#= FAIL nobody: The operation couldn't be performed because object 'nobody' couldn't be found on 'DC01.contoso.com'.
#=
#= Alias IssueWarningQuota          ProhibitSendQuota          ProhibitSendReceiveQuota
#= ----- -----------------          -----------------          ------------------------
#= anna  900 MB (943,718,400 bytes) 1 GB (1,073,741,824 bytes) 1.2 GB (1,288,490,188 bytes)
#= ben   450 MB (471,859,200 bytes) 500 MB (524,288,000 bytes) unlimited
#= chloe 90 B (90 bytes)            100 B (100 bytes)          120 B (120 bytes)
#=
#= ben               0 of      500 MB 0.0%
#= chloe             0 of        0 MB 0.0%
#= Mailbox Database 4190557964: warn 1.9 GB (2,040,109,465 bytes), send 2048, keep 14 days
#= limited
#=
#= Name  Count
#= ----  -----
#= False     3
#= True      3
#=
#= 0
#= 800
