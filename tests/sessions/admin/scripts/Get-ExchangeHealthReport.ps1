<#
.SYNOPSIS
Checks the Exchange servers of the organization and writes an HTML report; sends it when asked.

.PARAMETER Server
One server, or all.

.PARAMETER ReportFile
Where the page goes.

.PARAMETER SendEmail
Sends the page to those who look after the servers.
#>
#requires -version 2
[CmdletBinding()]
param (
    [Parameter( Mandatory=$false)]
    [string]$Server,

    [Parameter( Mandatory=$false)]
    [string]$ReportFile="C:\Scripts\exchangeserverhealth.html",

    [Parameter( Mandatory=$false)]
    [switch]$SendEmail
)

#...................................
# Variables
#...................................
$now = Get-Date
$date = $now.ToShortDateString()
[array]$exchangeservers = @()
[int]$transportqueuehigh = 100
[int]$transportqueuewarn = 80
$pass = "Green"
$warn = "Yellow"
$fail = "Red"
$ip = $null
[array]$serversummary = @()
[array]$report = @()
[bool]$alerts = $false
$servicestatus = "Pass"

$smtpsettings = @{
    To =  "david@contoso.com"
    From = "exchangeserver@contoso.com"
    Subject = "Exchange Server Health Report"
    SmtpServer = "ex01.contoso.com"
}

#...................................
# Functions
#...................................

# This function is used to generate HTML for the server member report
Function New-ServerHealthHTMLTableCell()
{
    param( $lineitem )

    $htmltablecell = $null

    switch ($($reportline."$lineitem"))
    {
        $success {$htmltablecell = "<td class=""pass"">$($reportline."$lineitem")</td>"}
        "Success" {$htmltablecell = "<td class=""pass"">$($reportline."$lineitem")</td>"}
        "Pass" {$htmltablecell = "<td class=""pass"">$($reportline."$lineitem")</td>"}
        "Warn" {$htmltablecell = "<td class=""warn"">$($reportline."$lineitem")</td>"}
        "Fail" {$htmltablecell = "<td class=""fail"">$($reportline."$lineitem")</td>"}
        default {$htmltablecell = "<td>$($reportline."$lineitem")</td>"}
    }
    return $htmltablecell
}

# This function checks service health
Function Test-RequiredServices()
{
    param ( $name )
    $fails = 0
    foreach ($role in @(Test-ServiceHealth -Server $name))
    {
        if ($role.RequiredServicesRunning -eq $false)
        {
            foreach ($service in $role.ServicesNotRunning) { $fails++ }
        }
    }
    if ($fails -gt 0) { "Fail" } else { "Pass" }
}

function Get-UptimeInHours
{
    param ([string]$computer)
    $uptime = $null
    try
    {
        $os = Get-WmiObject -Class Win32_OperatingSystem -ComputerName $computer -ErrorAction STOP
        $laststart = $os.ConvertToDateTime($os.LastBootUpTime)
        [int]$uptime = (New-TimeSpan -Start $laststart -End (Get-Date)).TotalHours
    }
    catch
    {
        Write-Verbose $_.Exception.Message
        [string]$uptime = "Unable to retrieve"
    }
    return $uptime
}

#...................................
# Script
#...................................
Set-ADServerSettings -ViewEntireForest $true -ErrorAction SilentlyContinue
Write-Host "Initializing..."

if ($Server) {
    try { $exchangeservers = @(Get-ExchangeServer $Server -ErrorAction STOP) }
    catch { Write-Warning $_.Exception.Message; EXIT }
}
else {
    $exchangeservers = @(Get-ExchangeServer | Sort Site, Name)
}

foreach ($exchangeserver in $exchangeservers)
{
    Write-Host -ForegroundColor Blue "---- Checking $($exchangeserver.Name)"
    $serverObj = New-Object PSObject
    $serverObj | Add-Member NoteProperty -Name "Server" -Value $exchangeserver.Name
    $serverObj | Add-Member NoteProperty -Name "Site" -Value ("$($exchangeserver.Site)".Split("/")[-1])

    # DNS
    Write-Host "DNS Check: " -NoNewline;
    try { $ip = @([System.Net.Dns]::GetHostByName($exchangeserver.Fqdn).AddressList | Select-Object IPAddressToString -ExpandProperty IPAddressToString) }
    catch { Write-Host -ForegroundColor $warn $_.Exception.Message; $ip = $null }
    if ( $ip -ne $null ) {
        Write-Host -ForegroundColor $pass "Pass"
        $serverObj | Add-Member NoteProperty -Name "DNS" -Value "Pass" -Force
    }
    else {
        Write-Host -ForegroundColor $fail "Fail"
        $serverObj | Add-Member NoteProperty -Name "DNS" -Value "Fail" -Force
        $serversummary += "$($exchangeserver.Name) - not found in DNS"
    }

    # Ping
    Write-Host "Ping Check: " -NoNewline;
    $ping = $null
    try { $ping = Test-Connection $exchangeserver.Name -Quiet -ErrorAction Stop } catch { Write-Host -ForegroundColor $warn $_.Exception.Message }
    switch ($ping) {
        $true { Write-Host -ForegroundColor $pass "Pass"; $result = 'Pass' }
        default { Write-Host -ForegroundColor $fail "Fail"; $result = 'Fail'; $serversummary += "$($exchangeserver.Name) - ping failed" }
    }
    $serverObj | Add-Member NoteProperty -Name "Ping" -Value $result -Force

    # Uptime
    Write-Host "Uptime (hrs): " -NoNewline
    $hours = Get-UptimeInHours $exchangeserver.Name
    if ($hours -is [int]) { Write-Host -ForegroundColor $pass "known" } else { Write-Host -ForegroundColor $warn $hours }
    $serverObj | Add-Member NoteProperty -Name "Uptime (hrs)" -Value $hours -Force

    # Services
    $servicestatus = Test-RequiredServices $exchangeserver.Name
    Write-Host "Required services: $servicestatus"
    $serverObj | Add-Member NoteProperty -Name "Services" -Value $servicestatus -Force
    if ($servicestatus -ne 'Pass') { $serversummary += "$($exchangeserver.Name) - required services not running" }

    # Queues
    if ($exchangeserver.IsHubTransportServer -or $exchangeserver.ServerRole -match 'Mailbox') {
        $q = $null
        try { $q = Get-Queue -Server $exchangeserver.Name -ErrorAction STOP | Where {$_.DeliveryType -ne "ShadowRedundancy"} }
        catch { $serversummary += "$($exchangeserver.Name) - $($_.Exception.Message)" }
        $qcount = $q | Measure-Object MessageCount -Sum
        [int]$qlength = $qcount.sum
        Write-Host "Queue length: $qlength"
        $serverObj | Add-Member NoteProperty -Name "Queue Length" -Value $qlength -Force
        if ($qlength -le $transportqueuewarn) { $serverObj | Add-Member NoteProperty -Name "Transport Queue" -Value "Pass" -Force }
        elseif ($qlength -gt $transportqueuewarn -and $qlength -lt $transportqueuehigh) { $serverObj | Add-Member NoteProperty -Name "Transport Queue" -Value "Warn" -Force }
        else { $serverObj | Add-Member NoteProperty -Name "Transport Queue" -Value "Fail" -Force }
    }
    $report = $report + $serverObj
}

if ($serversummary) { $alerts = $true }

$htmlhead = @"
<html>
<style>
BODY{font-family: Arial; font-size: 8pt;}
TABLE{border: 1px solid black; border-collapse: collapse; font-size: 8pt;}
td.pass{background: #7FFF00;}
td.warn{background: #FFE600;}
td.fail{background: #FF0000; color: #ffffff;}
</style>
<body>
<h3 align="center">Generated $(if ($now) { "on a day like ""today""" })</h3>
"@

$htmltable = "<table><tr>"
$columns = 'Server', 'Site', 'DNS', 'Ping', 'Services', 'Queue Length', 'Transport Queue'
foreach ($column in $columns) { $htmltable += "<th>$column</th>" }
$htmltable += "</tr>"
foreach ($reportline in $report) {
    $htmltable += "<tr>"
    foreach ($column in $columns) { $htmltable += (New-ServerHealthHTMLTableCell $column) }
    $htmltable += "</tr>"
}
$htmltable += "</table></body></html>"

$folder = Split-Path -Parent $ReportFile
if (!(Test-Path $folder)) { [void](New-Item -ItemType Directory -Path $folder) }
($htmlhead + $htmltable) | Out-File $ReportFile -Encoding UTF8
if ($SendEmail) {
    Send-MailMessage @smtpsettings -Body ($htmlhead + $htmltable) -BodyAsHtml -Encoding ([System.Text.Encoding]::UTF8)
}
$report | Format-Table Server, DNS, Ping, Services, 'Queue Length', 'Transport Queue' -AutoSize
if ($alerts) { $serversummary | ForEach-Object { Write-Host "ALERT: $_" } }
