# Scheduled task: powershell.exe -NonInteractive -WindowStyle Hidden -Command ". 'C:\...\RemoteExchange.ps1'; Connect-ExchangeServer -auto; .\this"
$ErrorActionPreference = 'Stop'
if (-not (Get-Command Get-TransportServer -ErrorAction SilentlyContinue) -or (Test-Path "$env:ExchangeInstallPath\bin\RemoteExchange.ps1")) {
    . "$env:ExchangeInstallPath\bin\RemoteExchange.ps1"
    Connect-ExchangeServer -Auto
}
$LogRoot = 'C:\Logs\Maintenance'
$KeepDays = 14
New-Item -Path $LogRoot -ItemType Directory -Force | Out-Null
$transcript = Join-Path $LogRoot ("run-{0}.log" -f (Get-Date -Format yyyyMMdd-HHmmss))
Start-Transcript -Path $transcript | Out-Null
try {
    "Server: $env:COMPUTERNAME, user: $env:USERDOMAIN\$env:USERNAME"
    # Make some old files, as if this had run for weeks
    1..3 | ForEach-Object {
        $old = New-Item -ItemType File -Path (Join-Path $LogRoot "run-old$_.log") -Value "day $_" -Force
        $old.LastWriteTime = (Get-Date).AddDays(-10 * $_)
    }
    $limit = (Get-Date).AddDays(-$KeepDays)
    $removed = Get-ChildItem -Path $LogRoot -Filter *.log | Where-Object { -not $_.PSIsContainer -and $_.LastWriteTime -lt $limit }
    $removed | Sort-Object Name | ForEach-Object { "Remove $($_.Name)"; $_ | Remove-Item -Force }
    # Directory sizes, as many disk reports have them
    $size = (Get-ChildItem $LogRoot -Recurse | Measure-Object -Property Length -Sum).Sum
    "Left: {0} files, {1}" -f @(Get-ChildItem C:\Logs\Maintenance\*.log).Count, $(if ($size -gt 0) { 'not empty' } else { 'empty' })
    foreach ($service in 'MSExchangeTransport', 'MSExchangeIS') {
        $found = Get-Service $service
        "{0,-20} {1}" -f $found.Name, $found.Status
    }
    Get-EventLog -LogName Application -Source MSExchange* -Newest 5 -ErrorAction SilentlyContinue |
        Group-Object EntryType | ForEach-Object { "$($_.Name): some" } | Out-Null
}
finally {
    Stop-Transcript | Out-Null
}
"Transcript has the server's line: {0}" -f [bool](Select-String -Path $transcript -Pattern "^Server: $env:COMPUTERNAME" -Quiet)
(Get-Item $transcript).FullName -replace '\d{8}-\d{6}', '<time>'
