# A scheduled report: a dated folder, CSV and HTML, a log that grows, a transcript, old files removed by age.

$root = 'C:\Reports\Mailbox'
Start-Transcript -Path "C:\Logs\Report_$(Get-Date -Format yyyyMMdd).txt" | Out-Null
if (!(Test-Path $root -PathType Container)) { New-Item -Path $root -ItemType Directory -Force | Out-Null }
$stamp = Get-Date -Format yyyyMMdd
$log = Join-Path $root 'report.log'
function Write-Log($text) { '{0:s} {1}' -f (Get-Date), $text | Out-File $log -Append -Encoding ascii }
Write-Log "Started by $env:USERDOMAIN\$env:USERNAME on $env:COMPUTERNAME"
$report = Get-Mailbox | Sort-Object Name | Select-Object Name, Alias, @{ n = 'Address'; e = { "$($_.PrimarySmtpAddress)" } }
$report | Export-Csv "$root\Mailboxes-$stamp.csv" -NoTypeInformation
$report | ConvertTo-Html -Title 'Mailboxes' -PreContent "<h1>$env:COMPUTERNAME</h1>" | Out-File "$root\Mailboxes-$stamp.html"
Write-Log "$(@(Import-Csv "$root\Mailboxes-$stamp.csv").Count) mailboxes"
Get-Content $log
#= {*} Started by CONTOSO\Administrator on EX01
#= {*} 6 mailboxes

Get-ChildItem $root | ForEach-Object { $_.FullName -replace $stamp, 'DATE' }
#= C:\Reports\Mailbox\Mailboxes-DATE.csv
#= C:\Reports\Mailbox\Mailboxes-DATE.html
#= C:\Reports\Mailbox\report.log

# A file of last year goes.

'old' | Set-Content "$root\Mailboxes-20250101.csv"
(Get-Item "$root\Mailboxes-20250101.csv").LastWriteTime = (Get-Date).AddDays(-100)
Get-ChildItem $root\* -Include *.csv, *.html | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-30) } |
    ForEach-Object { Remove-Item $_.FullName -Force; "Removed $_" }
#= Removed C:\Reports\Mailbox\Mailboxes-20250101.csv

Stop-Transcript | ForEach-Object { $_ -replace '\d{8}', 'DATE' }
Select-String -Path C:\Logs\*.txt -Pattern '^(Username|Machine): (\S+)' | ForEach-Object { $_.Matches[0].Value }
#= Transcript stopped, output file is C:\Logs\Report_DATE.txt
#= Username: CONTOSO\Administrator
#= Machine: EX01

# What a script adds to the lists of folders, as Windows writes them.

New-Item C:\Scripts\Tools -ItemType Directory -Force | Out-Null
Set-Content C:\Scripts\Show-Place.ps1 '"in $PSScriptRoot"'
Set-Content C:\Scripts\Tools\Tools.psm1 'function Get-Place { $PSScriptRoot }'
$env:Path += ';C:\Scripts'
Show-Place
$env:PSModulePath += ';C:\Scripts'
Import-Module Tools
Get-Place
#= in C:\Scripts
#= C:\Scripts\Tools

# Errors name the path as the script means it.

Set-Location C:\Scripts
Import-Csv users.csv
#= Import-Csv : Could not find file 'C:\Scripts\users.csv'.
#= At line:5 char:1
#= + Import-Csv users.csv
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (:) [Import-Csv], FileNotFoundException
#=     + FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.ImportCsvCommand

Resolve-Path C:\Scripts\Tools -Relative
Get-ChildItem C:\Scripts -Name -Recurse
#= .\Tools
#= Tools
#= Show-Place.ps1
#= Tools\Tools.psm1
