# Saves every Receive connector of this server: one CSV for the settings, one text file for each connector's ranges.
param (
    [string]$Path = 'C:\ExchangeBackup',
    [string]$Server = $env:COMPUTERNAME
)

if (!(Get-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue)) {
    Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
}

if (-not (Test-Path -Path $Path -PathType Container)) {
    Write-Host "Creating folder $Path"
    New-Item -Path $Path -ItemType Directory | Out-Null
}

$stamp = (Get-Date).ToString('yyyyMMdd')
$csv = Join-Path -Path $Path -ChildPath "ReceiveConnectors-$stamp.csv"
$connectors = @(Get-ReceiveConnector -Server $Server | Sort-Object Name)
$i = 0
$rows = foreach ($connector in $connectors) {
    $i++
    Write-Progress -Activity 'Exporting' -Status $connector.Name -PercentComplete ($i / $connectors.Count * 100)
    $safe = $connector.Name -replace '[\\/:*?"<>|]', '_' -replace '\s+', '-'
    $rangeFile = [System.IO.Path]::Combine($Path, "$safe.ranges.txt")
    $connector.RemoteIPRanges | ForEach-Object { $_.ToString() } | Out-File -FilePath $rangeFile -Encoding ASCII
    New-Object PSObject -Property @{
        Name             = $connector.Name
        Bindings         = [string]::Join(';', @($connector.Bindings | % { "$_" }))
        AuthMechanism    = $connector.AuthMechanism
        PermissionGroups = $connector.PermissionGroups
        MaxMessageSize   = $connector.MaxMessageSize.ToString()
        Timeout          = $connector.ConnectionTimeout
        RangeFile        = $rangeFile
        RangeCount       = @($connector.RemoteIPRanges).Count
    }
}
Write-Progress -Activity 'Exporting' -Completed
$rows | Select-Object Name, Bindings, AuthMechanism, PermissionGroups, MaxMessageSize, Timeout, RangeCount, RangeFile |
    Export-Csv -Path $csv -NoTypeInformation -Encoding UTF8
Write-Host ("{0} connectors written to {1}" -f $connectors.Count, $csv) -ForegroundColor Green
$rows | Sort-Object Name | Format-Table Name, RangeCount, RangeFile -AutoSize
