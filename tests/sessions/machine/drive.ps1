# The server's C: is there before a script does anything, with the folders of a fresh server.

(Get-ChildItem C:\).Name
#= ExchangeSetupLogs
#= inetpub
#= PerfLogs
#= Program Files
#= Program Files (x86)
#= ProgramData
#= Users
#= Windows

Test-Path C:\Windows\Temp, C:\Scripts, C:\Reports, C:\Temp, X:\
#= True
#= False
#= False
#= False
#= False

# Names are found in any letters, with either slash; new ones keep the letters that they are given.

New-Item -ItemType Directory -Path C:\Reports | Out-Null
'first' > C:\Reports\Daily.txt
'second' >> c:\reports\daily.TXT
Get-Content c:/REPORTS/DAILY.txt
#= first
#= second

Get-ChildItem C:\reports | Format-Table Mode, Length, Name, DirectoryName, FullName
#=
#= Mode  Length Name      DirectoryName FullName
#= ----  ------ ----      ------------- --------
#= -a---     13 Daily.txt C:\reports    C:\reports\Daily.txt
#=

Get-ChildItem C:\Reports
#=
#=     Directory: C:\Reports
#=
#= Mode                 LastWriteTime         Length Name
#= ----                 -------------         ------ ----
#= -a---          {*}             13 Daily.txt
#=

# Where one stands.

Set-Location C:\Reports
"$PWD"
New-Item sub -ItemType Directory | Out-Null
Set-Location sub
(Get-Location).Path
'up' > ..\up.txt
Get-Content ..\up.txt, \Reports\up.txt
Set-Location \
"$PWD"
Resolve-Path .\rep*\*.txt | ForEach-Object Path
Push-Location C:\Windows
Set-Location Temp
"$PWD"
Pop-Location
Get-Content C:Reports\up.txt
C:
"$PWD"
#= C:\Reports
#= C:\Reports\sub
#= up
#= up
#= C:\
#= C:\Reports\Daily.txt
#= C:\Reports\up.txt
#= C:\Windows\Temp
#= up
#= C:\

# .NET's classes see the same disk.

[IO.File]::WriteAllText('c:\reports\net.txt', 'net')
[IO.File]::ReadAllText('C:\Reports\NET.TXT')
[IO.File]::Exists('C:/reports/net.txt')
[IO.Directory]::GetFiles('C:\Reports', 'n*')
([IO.FileInfo]'C:\Reports\net.txt').Length
[IO.Directory]::CreateDirectory('C:\a\b').FullName
$writer = [IO.StreamWriter]::new('C:\Reports\stream.log', $true)
$writer.WriteLine('line')
$writer.Close()
Get-Content C:\Reports\stream.log
[xml]$xml = '<a><b>1</b></a>'
$xml.Save('C:\Reports\a.xml')
$read = [xml]::new()
$read.Load('C:\reports\A.xml')
$read.a.b
#= net
#= True
#= C:\Reports\net.txt
#= 3
#= C:\a\b
#= line
#= 1

# Copy, move, rename, remove.

Copy-Item C:\Reports\net.txt C:\a\b
Move-Item C:\a\b\net.txt C:\a\moved.txt -PassThru | ForEach-Object FullName
Rename-Item C:\a\moved.txt renamed.txt -PassThru | ForEach-Object FullName
Copy-Item C:\a C:\copied -Recurse
Get-ChildItem C:\copied -Recurse | ForEach-Object FullName
Remove-Item C:\a, C:\copied -Recurse
Test-Path C:\a
#= C:\a\moved.txt
#= C:\a\renamed.txt
#= C:\copied\b
#= C:\copied\renamed.txt
#= False

# A name can get other letters; a copy of an item onto itself is none.

Set-Content C:\Reports\casing.txt x
Rename-Item C:\Reports\CASING.txt Casing.TXT
Get-ChildItem C:\Reports\cas* | ForEach-Object Name
Move-Item C:\Reports\casing.txt C:\Reports\casing.log -PassThru | ForEach-Object FullName
[IO.File]::Move('C:\Reports\casing.log', 'C:\Reports\CASING.log')
(Get-Item C:\Reports\c*.log).Name
New-Item C:\REPORTS -ItemType Directory
Remove-Item C:\Reports\casing.log
#= Casing.TXT
#= C:\Reports\casing.log
#= CASING.log
#= New-Item : An item with the specified name C:\REPORTS already exists.
#= At line:10 char:1
#= + New-Item C:\REPORTS -ItemType Directory
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceExists: (C:\REPORTS:String) [New-Item], IOException
#=     + FullyQualifiedErrorId : DirectoryExist,Microsoft.PowerShell.Commands.NewItemCommand

# Scripts on the server's disk.

Set-Content C:\Reports\who.ps1 '"$PSScriptRoot | $PSCommandPath | $($MyInvocation.MyCommand.Path)"'
C:\Reports\who.ps1
& 'c:\reports\WHO.ps1'
Set-Location C:\Reports
. .\who.ps1
Set-Content C:\Reports\Tools.psm1 'function Get-Tool { $PSScriptRoot }'
Import-Module C:\Reports\Tools.psm1
Get-Tool
Set-Location C:\
#= C:\Reports | C:\Reports\who.ps1 | C:\Reports\who.ps1
#= C:\reports | C:\reports\WHO.ps1 | C:\reports\WHO.ps1
#= C:\Reports | C:\Reports\who.ps1 | C:\Reports\who.ps1
#= C:\Reports

# The server's own shares.

Get-ChildItem \\EX01\c$\Reports\*.txt | ForEach-Object FullName
Get-Content \\ex01.contoso.com\C$\reports\net.txt
Test-Path \\FS01\Reports
'x' > \\FS01\Reports\x.txt
#= \\EX01\c$\Reports\Daily.txt
#= \\EX01\c$\Reports\net.txt
#= \\EX01\c$\Reports\up.txt
#= net
#= False
#= Out-File : The network path was not found. : '\\FS01\Reports\x.txt'
#=     + CategoryInfo          : OpenError: (:) [Out-File], IOException
#=     + FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand

# What is not there, and names that Windows does not have.

Get-Content C:\nope.txt
#= Get-Content : Cannot find path 'C:\nope.txt' because it does not exist.
#= At line:4 char:1
#= + Get-Content C:\nope.txt
#= + ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (C:\nope.txt:String) [Get-Content], ItemNotFoundException
#=     + FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand

Get-ChildItem X:\
#= Get-ChildItem : Cannot find drive. A drive with the name 'X' does not exist.
#= At line:2 char:1
#= + Get-ChildItem X:\
#= + ~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (X:String) [Get-ChildItem], DriveNotFoundException
#=     + FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand

[IO.File]::ReadAllText('X:\nope.txt')
#= Exception calling "ReadAllText" with "1" argument(s): "Could not find a part of the path 'X:\nope.txt'."
#= At line:2 char:1
#= + [IO.File]::ReadAllText('X:\nope.txt')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : DirectoryNotFoundException

'x' > 'C:\what?.txt'
#= Out-File : The filename, directory name, or volume label syntax is incorrect. : 'C:\what?.txt'
#=     + CategoryInfo          : OpenError: (:) [Out-File], IOException
#=     + FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand

'x' > "C:\Reports\11/24/2026.csv"
#= Out-File : Could not find a part of the path 'C:\Reports\11\24\2026.csv'.
#=     + CategoryInfo          : OpenError: (:) [Out-File], DirectoryNotFoundException
#=     + FullyQualifiedErrorId : FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand

# Nothing leads out of the drive by `..`, and it stays.

Get-ChildItem C:\..\..\..\ | ForEach-Object Name | Select-Object -First 2
Remove-Item C:\ -Recurse -Force
#= ExchangeSetupLogs
#= inetpub
#= Remove-Item : Cannot remove the item at 'C:\' because it is in use.
#= At line:5 char:1
#= + Remove-Item C:\ -Recurse -Force
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (C:\:String) [Remove-Item], PSInvalidOperationException
#=     + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.RemoveItemCommand
