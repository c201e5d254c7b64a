# System.IO.Path takes the server's paths by the rules of Windows.

[IO.Path]::GetFileName('C:\Reports\a.csv')
[IO.Path]::GetFileNameWithoutExtension('C:/Reports/a.csv')
[IO.Path]::GetDirectoryName('C:\Reports\a.csv')
[IO.Path]::GetDirectoryName('C:\a.csv')
[IO.Path]::GetExtension('\\EX01\c$\x.y\z.csv')
[IO.Path]::ChangeExtension('C:\x.y\a.csv', 'html')
[IO.Path]::Combine('C:\Reports', '2026', 'a.csv')
[IO.Path]::Combine('C:\Reports', 'D:\a.csv')
[IO.Path]::Join('C:\Reports\', 'a.csv')
[IO.Path]::GetFullPath('C:\Reports\..\Logs\.\a.log')
[IO.Path]::GetPathRoot('C:\Reports')
[IO.Path]::GetPathRoot('\\EX01\c$\Reports')
[IO.Path]::IsPathRooted('C:\x')
[IO.Path]::GetRelativePath('C:\Reports', 'C:\Reports\2026\a.csv')
[IO.Path]::GetTempPath()
[IO.Path]::GetTempFileName() -like "$env:TEMP\tmp*.tmp"
'Anna/Ben: Q3?' -replace "[$([regex]::Escape(-join [IO.Path]::GetInvalidFileNameChars()))]", '_'
#= a.csv
#= a
#= C:\Reports
#= C:\
#= .csv
#= C:\x.y\a.html
#= C:\Reports\2026\a.csv
#= D:\a.csv
#= C:\Reports\a.csv
#= C:\Logs\a.log
#= C:\
#= \\EX01\c$
#= True
#= 2026\a.csv
#= C:\Users\Administrator\AppData\Local\Temp\
#= True
#= Anna_Ben_ Q3_

# This machine's own paths keep their rules.

[IO.Path]::Combine('/home/anna', 'a.csv')
[IO.Path]::GetFileName('/home/anna/a.csv')
#= /home/anna/a.csv
#= a.csv

# PowerShell's commands for the text of paths.

Join-Path C:\Reports a.csv
Join-Path $env:ProgramData Logs app.log
Split-Path C:\Reports\2026\a.csv
Split-Path C:\Reports\2026\a.csv -Leaf
Split-Path C:\Reports
Split-Path C:\Reports -Qualifier
Split-Path C:\Reports\a -NoQualifier
Split-Path '\\EX01\c$\Reports\a.csv'
Join-Path '\\EX01\c$' Reports
Convert-Path C:\windows\..\Users
Join-Path X:\Reports a.csv
#= C:\Reports\a.csv
#= C:\ProgramData\Logs\app.log
#= C:\Reports\2026
#= a.csv
#= C:\
#= C:
#= \Reports\a
#= \\EX01\c$\Reports
#= \\EX01\c$\Reports
#= C:\Users
#= Join-Path : Cannot find drive. A drive with the name 'X' does not exist.
#= At line:14 char:1
#= + Join-Path X:\Reports a.csv
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (X:String) [Join-Path], DriveNotFoundException
#=     + FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.JoinPathCommand
