# The connectors of a server, saved to a dated folder, compared and archived.

$base = 'C:\ExchangeBackup'
$stamp = (Get-Date).ToString('yyyy-MM-dd_HHmmss')
$folder = Join-Path $base $stamp
$null = New-Item -ItemType Directory -Path $folder -Force
Push-Location $folder
Get-ReceiveConnector | Export-Clixml .\ReceiveConnectors.xml
Get-ReceiveConnector | ForEach-Object {
    $name = $_.Name -replace "[$([regex]::Escape(-join [IO.Path]::GetInvalidFileNameChars()))]", '_'
    $_ | Format-List * | Out-File ".\$name.txt" -Width 300
    $_.RemoteIPRanges | ForEach-Object { $_.ToString() } > ".\$name-ranges.txt"
}
Pop-Location
$saved = Import-Clixml "$folder\receiveconnectors.XML"
"Saved $(@($saved).Count) connectors"
Get-ChildItem $folder\*.txt | Sort-Object Name | ForEach-Object Name
#= Saved 2 connectors
#= Client EX01-ranges.txt
#= Client EX01.txt
#= Default EX01-ranges.txt
#= Default EX01.txt

Set-ReceiveConnector "Client $env:COMPUTERNAME" -MaxMessageSize 20MB
$before = $saved | Select-Object Name, @{ n = 'Max'; e = { "$($_.MaxMessageSize)" } }
$now = Get-ReceiveConnector | Select-Object Name, @{ n = 'Max'; e = { "$($_.MaxMessageSize)" } }
Compare-Object $before $now -Property Name, Max | Sort-Object SideIndicator |
    ForEach-Object { "$($_.SideIndicator) $($_.Name) $($_.Max)" }
#= <= Client EX01 10MB
#= => Client EX01 20MB

Compress-Archive -Path $folder -DestinationPath "$base\$stamp.zip"
Expand-Archive "$base\$stamp.zip" -DestinationPath C:\ExchangeBackup\restored
(Get-ChildItem C:\ExchangeBackup\restored -Recurse -File).Count
@(Get-FileHash $folder\ReceiveConnectors.xml, "C:\ExchangeBackup\restored\$stamp\ReceiveConnectors.xml" | Group-Object Hash).Count
Remove-Item $folder -Recurse -Force
Get-ChildItem $base -Directory | ForEach-Object Name
$directory = New-Object IO.DirectoryInfo $base
$directory.GetFiles('*.zip').Count
$directory.Parent.FullName
#= 5
#= 1
#= restored
#= 1
#= C:\
