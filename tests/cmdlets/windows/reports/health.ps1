<# Health of every server: services, uptime, disks, queues, mail flow port, certificate. Written to HTML. #>
[CmdletBinding()]
param([string]$ReportFile = 'C:\Reports\health.html', [int]$WarnDays = 30)
#requires -Version 2.0
if (!(Get-PSSnapin -Name Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue)) {
    Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue
}
Set-ADServerSettings -ViewEntireForest $true
function Get-Uptime { param([string]$Computer)
    $os = Get-WmiObject -Class Win32_OperatingSystem -ComputerName $Computer
    $span = (Get-Date) - $os.ConvertToDateTime($os.LastBootUpTime)
    New-Object PSObject -Property @{ OS = $os.Caption; Days = [int]$span.TotalDays; FreeMB = [math]::Round($os.FreePhysicalMemory / 1KB) }
}
$report = @()
foreach ($server in Get-ExchangeServer | Sort-Object Name) {
    $row = New-Object PSObject
    $row | Add-Member NoteProperty Server $server.Name
    try { $ip = [System.Net.Dns]::GetHostEntry($server.Fqdn).AddressList | Select-Object -First 1 } catch { $ip = 'DNS fail' }
    $row | Add-Member NoteProperty DNS "$ip"
    $row | Add-Member NoteProperty Ping (Test-Connection -ComputerName $server.Name -Count 1 -Quiet)
    $up = Get-Uptime $server.Name
    $row | Add-Member NoteProperty System $up.OS
    $row | Add-Member NoteProperty UptimeDays $up.Days
    $stopped = Get-WmiObject Win32_Service -ComputerName $server.Name -Filter "Name LIKE 'MSExchange%' AND StartMode = 'Auto' AND State <> 'Running'"
    $row | Add-Member NoteProperty Services $(if ($stopped) { 'Fail: ' + (@($stopped) | ForEach-Object { $_.Name }) -join ',' } else { 'Pass' })
    $disk = Get-WmiObject Win32_LogicalDisk -ComputerName $server.Name -Filter "DriveType=3" | Where-Object { $_.FreeSpace / $_.Size -lt 0.0001 }
    $row | Add-Member NoteProperty Disks $(if ($disk) { 'Low' } else { 'Pass' })
    $row | Add-Member NoteProperty Queue ((Get-Queue -Server $server.Name | Measure-Object MessageCount -Sum).Sum)
    $row | Add-Member NoteProperty SMTP (Test-NetConnection $server.Name -Port 25 -InformationLevel Quiet)
    $ending = Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays $WarnDays
    $row | Add-Member NoteProperty Certificates (@($ending).Count)
    $report += $row
}
$null = New-Item -ItemType Directory -Path (Split-Path $ReportFile) -Force
$report | ConvertTo-Html -Title 'Exchange health' | Set-Content $ReportFile
$report | Format-List
"Report: $ReportFile, $((Get-Content $ReportFile).Count -gt 5)"
