<#
    .SYNOPSIS
    Sets quotas by department, from a table in the script. Supports -WhatIf and -Confirm.
#>
[CmdletBinding(SupportsShouldProcess = $True, ConfirmImpact = 'Medium')]
param(
    [Parameter(ValueFromPipeline = $True)]
    [Alias('Mailbox')]
    $Identity
)
BEGIN {
    $table = @'
Department,Warning,Send,Receive
Sales,900MB,1GB,1200MB
IT,1900MB,2GB,2300MB
*,450MB,500MB,600MB
'@ | ConvertFrom-Csv
    function Get-QuotaRow() {
        param($Department)
        $row = $table | Where-Object { $_.Department -eq $Department } | Select-Object -First 1
        if ($row) { $row } else { $table | Where-Object { $_.Department -eq '*' } }
    }
    $changed = 0
}
PROCESS {
    if (-not $Identity) { return }
    $mailbox = Get-Mailbox $Identity.Identity
    $department = (Get-User $mailbox.Identity).Department
    $row = Get-QuotaRow $department
    $target = '{0} ({1}): {2}/{3}/{4}' -f $mailbox.Alias, $department, $row.Warning, $row.Send, $row.Receive
    if ($PSCmdlet.ShouldProcess($target, 'Set quota')) {
        $mailbox | Set-Mailbox -IssueWarningQuota $row.Warning -ProhibitSendQuota $row.Send `
            -ProhibitSendReceiveQuota $row.Receive -UseDatabaseQuotaDefaults:$false -WarningAction SilentlyContinue
        $changed++
    }
}
END { "Changed: $changed" }
