<#
.SYNOPSIS
Reports who is near a quota, and tells them by mail.
#>
[CmdletBinding()]
Param(
    [ValidateRange(1, 100)][int]$WarnAtPercent = 75,
    [string]$MailServer = 'EX01',
    [switch]$Notify
)

Begin {
    Function Get-EffectiveQuota {
        Param($Mailbox)
        If ($Mailbox.UseDatabaseQuotaDefaults) {
            $database = Get-MailboxDatabase -Identity $Mailbox.Database
            $limit = $database.ProhibitSendQuota
        } Else {
            $limit = $Mailbox.ProhibitSendQuota
        }
        If ($limit.IsUnlimited) { Return $null }
        Return $limit.Value.ToMB()
    }
    $style = '<style>table{border-collapse:collapse} td,th{border:1px solid #999;padding:2px 6px}</style>'
    $report = @()
}
Process {
    Foreach ($mailbox in (Get-Mailbox -ResultSize Unlimited -RecipientTypeDetails UserMailbox | Sort-Object Name)) {
        $quota = Get-EffectiveQuota -Mailbox $mailbox
        $used = (Get-MailboxStatistics -Identity $mailbox.Identity -WarningAction SilentlyContinue).TotalItemSize
        $usedMB = If ($used -eq $null) { 0 } ElseIf ($used.Value) { $used.Value.ToMB() } Else { $used.ToMB() }
        $percent = If ($quota) { [math]::Floor($usedMB / $quota * 100) } Else { 0 }
        $report += New-Object -TypeName PSObject -Property ([ordered]@{
                Name    = $mailbox.Name
                Address = $mailbox.PrimarySmtpAddress.ToString()
                Domain  = $mailbox.PrimarySmtpAddress.Domain
                QuotaMB = If ($quota) { $quota } Else { 'none' }
                UsedMB  = $usedMB
                State   = If ($percent -ge 100) { 'Full' } ElseIf ($percent -ge $WarnAtPercent) { 'Near' } Else { 'Ok' }
            })
    }
}
End {
    $report | Format-Table Name, Address, QuotaMB, UsedMB, State -AutoSize
    $body = $report | Where-Object { $_.State -ne 'Ok' } | ConvertTo-Html -Head $style -Property Name, QuotaMB, UsedMB, State |
        ForEach-Object { $_ -replace '<td>Full</td>', '<td bgcolor="red">Full</td>' } | Out-String
    If ($Notify) {
        Foreach ($row in ($report | Where-Object State -NE 'Ok')) {
            $message = @{
                To         = $row.Address
                From       = 'Quota Robot <postmaster@contoso.com>'
                Subject    = "Your mailbox is {0}" -f $row.State.ToLower()
                Body       = $body
                BodyAsHtml = $true
                SmtpServer = $MailServer
                Priority   = 'High'
            }
            Send-MailMessage @message
            Write-Output "Told $($row.Address)"
        }
    }
}
