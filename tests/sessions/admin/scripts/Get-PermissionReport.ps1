# Who may open or send as whose mailbox, without inherited and own entries.
param([string]$Output = "$env:TEMP\permissions.csv")
$rows = @()
$mailboxes = Get-Mailbox -ResultSize Unlimited
foreach ($mbx in $mailboxes | sort Alias) {
    $full = $mbx | Get-MailboxPermission | where { ($_.IsInherited -eq $false) -and -not ($_.User -like 'NT AUTHORITY\*') -and -not $_.Deny }
    foreach ($entry in $full) {
        $rows += $mbx | select Alias, @{n='Kind';e={'FullAccess'}}, @{n='Who';e={ $entry.User.ToString().Split('\')[1] }}
    }
    $sendAs = Get-ADPermission $mbx.DistinguishedName | ? { $_.ExtendedRights -like '*Send-As*' -and !$_.IsInherited -and "$($_.User)" -notmatch 'SELF$' }
    $sendAs | % { if ($_) { $rows += $mbx | select Alias, @{n='Kind';e={'SendAs'}}, @{n='Who';e={ ($sendAs.User | select -first 1).ToString() -replace '^.*\\' }} } }
    if ($mbx.GrantSendOnBehalfTo.Count -gt 0) {
        foreach ($delegate in $mbx.GrantSendOnBehalfTo) {
            $rows += New-Object psobject -prop @{ Alias = $mbx.Alias; Kind = 'OnBehalf'; Who = (Get-Mailbox $delegate).Alias }
        }
    }
}
$rows | Select-Object Alias, Kind, Who | Export-Csv $Output -NoType
Import-Csv $Output | Group-Object Kind | Sort-Object Name | ForEach-Object {
    "{0}:" -f $_.Name
    $_.Group | ForEach-Object { "  $($_.Who) -> $($_.Alias)" }
}
