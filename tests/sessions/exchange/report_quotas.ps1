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
#= FAIL nobody: The operation could not be performed because object 'nobody' could not be found on domain controller 'DC01.contoso.com'.
#=
#= Alias IssueWarningQuota ProhibitSendQuota ProhibitSendReceiveQuota
#= ----- ----------------- ----------------- ------------------------
#= anna  900MB             1GB               1288490188B
#= ben   450MB             500MB             unlimited
#= chloe 90B               100B              120B
#=
#= ben               0 of      500 MB 0.0%
#= chloe             0 of        0 MB 0.0%
#= Mailbox Database: warn 2040109465B, send 2048, keep 14 days
#= limited
#=
#= Name  Count
#= ----  -----
#= False     3
#= True      3
#=
#= 0
#= 800
