# Old logs of Exchange and of the web server go; what is left is told.

$days = 14
$webLogs = 'C:\inetpub\logs\LogFiles\'
1..4 | ForEach-Object {
    $file = 'C:\inetpub\logs\LogFiles\W3SVC1\u_ex2601{0:00}.log' -f $_
    '#Fields: date time' | Out-File $file
    if ($_ -lt 3) { (Get-Item $file).LastWriteTime = (Get-Date).AddDays(-30) }
}
function Clear-Logs($folder) {
    "Checking $folder"
    if (!(Test-Path $folder)) { "The folder $folder does not exist."; return }
    $limit = (Get-Date).AddDays(-$days)
    $files = Get-ChildItem $folder -Recurse -Include *.log, *.blg, *.etl | Where-Object { $_.LastWriteTime -le "$limit" }
    foreach ($file in $files) { "Deleting $file"; Remove-Item $file.FullName -ErrorAction SilentlyContinue -Force }
}
Clear-Logs $webLogs
Clear-Logs "$($env:ExchangeInstallPath)Logging\"
Clear-Logs 'D:\Logs'
Clear-Logs "\\$env:COMPUTERNAME\C`$\inetpub\logs\LogFiles"
(Get-ChildItem $webLogs -Recurse -File).Name
#= Checking C:\inetpub\logs\LogFiles\
#= Deleting C:\inetpub\logs\LogFiles\W3SVC1\u_ex260101.log
#= Deleting C:\inetpub\logs\LogFiles\W3SVC1\u_ex260102.log
#= Checking C:\Program Files\Microsoft\Exchange Server\Logging\
#= Checking D:\Logs
#= The folder D:\Logs does not exist.
#= Checking \\EX01\C$\inetpub\logs\LogFiles
#= u_ex260103.log
#= u_ex260104.log

Test-Path (Join-Path $exinstall 'TransportRoles\Logs')
$disk = Get-PSDrive C
$disk.Free / ($disk.Free + $disk.Used) -gt 0
Get-Item C:\inetpub\logs\LogFiles\W3SVC1\u_ex260103.log |
    Copy-Item -Destination \\ex01\c$\Windows\Temp -PassThru | ForEach-Object FullName
Test-Path C:\Windows\Temp\U_EX260103.LOG
#= True
#= True
#= \\ex01\c$\Windows\Temp\u_ex260103.log
#= True
