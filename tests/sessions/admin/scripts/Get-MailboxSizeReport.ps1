#############################################################################
# Mailbox size report, largest first, as CSV and on screen.
# To be run as a scheduled task.
#############################################################################
param([int]$Top = 5, [string]$OutputFolder = 'C:\Reports')

$snapins = 'Microsoft.Exchange.Management.PowerShell.Admin', 'Microsoft.Exchange.Management.PowerShell.E2010',
    'Microsoft.Exchange.Management.PowerShell.SnapIn'
foreach ($snapin in $snapins) {
    if (Get-PSSnapin -Registered -Name $snapin -ErrorAction SilentlyContinue) { Add-PSSnapin $snapin -ErrorAction SilentlyContinue }
}
if (Get-Command Set-ADServerSettings -ErrorAction SilentlyContinue) { Set-ADServerSettings -ViewEntireForest:$true }

$FormatEnumerationLimit = -1
if (!(Test-Path $OutputFolder)) { mkdir $OutputFolder | Out-Null }
$file = "$OutputFolder\MailboxSizes_{0:yyyy-MM-dd}.csv" -f (Get-Date)

function ConvertTo-MegaByte($size) {
    if ($size -eq $null) { return 0 }
    if ($size.PSObject.Properties['Value']) { $size = $size.Value }
    if ($size -is [string]) {
        # A remote session gives text: "1.2 MB (1,258,291 bytes)"
        return [math]::Round(([double]($size -replace '.*\(|,| bytes\)')) / 1MB, 2)
    }
    [math]::Round($size.ToBytes() / 1MB, 2)
}

$collection = New-Object System.Collections.ArrayList
Get-Mailbox -ResultSize Unlimited | Sort-Object Alias | ForEach-Object {
    $mailbox = $_
    $statistics = $mailbox | Get-MailboxStatistics -WarningAction SilentlyContinue
    $row = '' | Select-Object DisplayName, Alias, Department, Database, Items, SizeMB, QuotaState
    $row.DisplayName = $mailbox.DisplayName
    $row.Alias = $mailbox.Alias
    $row.Department = (Get-User $mailbox.Identity).Department
    $row.Database = $mailbox.Database.Name
    $row.Items = [int]$statistics.ItemCount
    $row.SizeMB = ConvertTo-MegaByte $statistics.TotalItemSize
    $row.QuotaState = if ($statistics.StorageLimitStatus) { [string]$statistics.StorageLimitStatus } else { 'NoChecking' }
    [void]$collection.Add($row)
}

$collection | Sort-Object -Property @{Expression = 'SizeMB'; Descending = $true }, Alias |
    Export-Csv $file -NoTypeInformation -Delimiter ';'
$total = ($collection | Measure-Object -Property Items -Sum -Maximum -Average)
Import-Csv $file -Delimiter ';' | Select-Object -First $Top | Format-Table DisplayName, Department, Items, SizeMB -AutoSize
'Mailboxes: {0}, items: {1}, most: {2}, average: {3:N1}' -f $collection.Count, $total.Sum, $total.Maximum, $total.Average
$collection | Group-Object Department -NoElement | Sort-Object Name | Format-Table Name, Count -HideTableHeaders
