# Mailbox size report, as found in many blogs
$report = @()
$mailboxes = @(Get-Mailbox -ResultSize Unlimited -IgnoreDefaultScope | Sort-Object DisplayName)
$i = 0
foreach ($mb in $mailboxes) {
    $i++
    Write-Progress -Activity 'Collecting' -Status $mb.DisplayName -PercentComplete ($i / $mailboxes.Count * 100)
    $stats = $mb | Get-MailboxStatistics -WarningAction SilentlyContinue
    $inbox = Get-MailboxFolderStatistics $mb -FolderScope Inbox | Where-Object { $_.FolderType -eq 'Inbox' }
    $user = Get-User $mb
    $obj = New-Object PSObject
    $obj | Add-Member NoteProperty -Name 'DisplayName' -Value $mb.DisplayName
    $obj | Add-Member NoteProperty 'Type' $mb.RecipientTypeDetails
    $obj | Add-Member NoteProperty 'Title' $user.Title
    $obj | Add-Member NoteProperty 'Department' $user.Department
    $obj | Add-Member NoteProperty 'TotalMB' ($stats.TotalItemSize.Value.ToMB())
    $obj | Add-Member NoteProperty 'DeletedMB' ($stats.TotalDeletedItemSize.Value.ToMB())
    $obj | Add-Member NoteProperty 'Items' $stats.ItemCount
    $obj | Add-Member NoteProperty 'InboxItems' $inbox.ItemsInFolderAndSubfolders
    $obj | Add-Member NoteProperty 'LastLogon' $stats.LastLogonTime
    $obj | Add-Member NoteProperty 'Email' $mb.PrimarySmtpAddress.ToString()
    $obj | Add-Member NoteProperty 'Quota' $(if ($mb.UseDatabaseQuotaDefaults) { 'Default' } else { $mb.ProhibitSendQuota })
    $obj | Add-Member NoteProperty 'Database' $mb.Database.Name
    $obj | Add-Member NoteProperty 'Hold' $mb.LitigationHoldEnabled
    $obj | Add-Member NoteProperty 'Status' $stats.StorageLimitStatus
    $report += $obj
}
$report | Sort-Object TotalMB -Descending | Export-Csv sizes.csv -NoTypeInformation
$report | Format-Table DisplayName, Type, Department, TotalMB, Items, Email, Quota -AutoSize
"{0} mailboxes, {1} items" -f $report.Count, ($report | Measure-Object Items -Sum).Sum
(Import-Csv sizes.csv)[0] | Format-List
$total = 0; Get-MailboxDatabase | Get-MailboxStatistics | ForEach-Object { $total += $_.TotalItemSize.Value.ToBytes() }; "Total bytes > 0: $($total -gt 0)"
Get-MailboxDatabase -Status | Select-Object Name, @{n='SizeGB';e={[math]::Round($_.DatabaseSize.ToGB(),2)}}, @{n='White';e={$_.AvailableNewMailboxSpace}}, @{n='Mailboxes';e={(Get-Mailbox -Database $_ -ResultSize unlimited | Measure-Object).Count}}, LastFullBackup | Format-Table -AutoSize
#=
#= DisplayName   Type        Department TotalMB Items Email                     Quota
#= -----------   ----        ---------- ------- ----- -----                     -----
#= Administrator UserMailbox                  0     0 Administrator@contoso.com Default
#= Anna Berg     UserMailbox Sales            0     0 anna@contoso.com          Default
#= Ben Carter    UserMailbox Sales            0     0 ben@contoso.com           Default
#= Chloe Dubois  UserMailbox IT               0     0 chloe@contoso.com         Default
#= David Ek      UserMailbox IT               0     0 david@contoso.com         Default
#= Elena Fischer UserMailbox Finance          0     0 elena@contoso.com         Default
#=
#= 6 mailboxes, 0 items
#=
#= DisplayName : Administrator
#= Type        : UserMailbox
#= Title       : 
#= Department  : 
#= TotalMB     : 0
#= DeletedMB   : 0
#= Items       : 0
#= InboxItems  : 0
#= LastLogon   : 
#= Email       : Administrator@contoso.com
#= Quota       : Default
#= Database    : Mailbox Database
#= Hold        : 
#= Status      : BelowLimit
#=
#= Total bytes > 0: False
#=
#= Name             SizeGB White Mailboxes LastFullBackup
#= ----             ------ ----- --------- --------------
#= Mailbox Database                      6 
#=
