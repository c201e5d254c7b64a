# A monitor of queues on its own drive, where there is one: a CSV that grows and is rotated, a summary by .NET's classes.

$root = 'D:\Monitoring'
if (-not (Test-Path $root)) { $root = "$env:SystemDrive\Monitoring" }
if (![IO.Directory]::Exists($root)) { [void][IO.Directory]::CreateDirectory($root) }
$log = [IO.Path]::Combine($root, 'queues.csv')
if (-not [IO.File]::Exists($log)) { 'Date,Server,Queue,Count,Status' | Out-File $log -Encoding ascii }
Get-Queue | ForEach-Object {
    '{0:s},{1},{2},{3},{4}' -f (Get-Date), $env:COMPUTERNAME, $_.Identity, $_.MessageCount, $_.Status |
        Out-File $log -Append -Encoding ascii
}
$writer = New-Object System.IO.StreamWriter("$root\summary.txt", $true)
try { $writer.WriteLine('{0} queues', @(Get-Queue).Count) } finally { $writer.Dispose() }
$reader = [System.IO.File]::OpenText("$root\SUMMARY.txt")
while ($null -ne ($line = $reader.ReadLine())) { "summary: $line" }
$reader.Close()
if ((Get-Item $log).Length -gt 10) { Move-Item $log ($log -replace '\.csv$', ".$(Get-Date -f yyyyMMdd).csv") -Force }
Get-ChildItem -Path $root -Filter queues*.csv | ForEach-Object { $_.FullName -replace '\d{8}', 'DATE' }
$newest = Get-ChildItem "$root\queues.*.csv" | Sort-Object LastWriteTime -Descending | Select-Object -First 1
Import-Csv $newest.FullName | Group-Object Status | ForEach-Object { "$($_.Name): $($_.Count)" }
#= summary: 1 queues
#= C:\Monitoring\queues.DATE.csv
#= Ready: 1
