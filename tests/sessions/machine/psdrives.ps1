# Other letters on demand.

New-Item C:\Data -ItemType Directory | Out-Null
New-PSDrive -Name P -PSProvider FileSystem -Root C:\Data | Format-Table Name, Provider, Root
#=
#= Name Provider                             Root
#= ---- --------                             ----
#= P    Microsoft.PowerShell.Core\FileSystem C:\Data
#=

'x' > P:\x.txt
Get-Content p:\X.txt, C:\data\x.txt
Set-Location P:\
New-Item -ItemType Directory 2026 | Out-Null
Set-Location 2026
"$PWD"
(Get-Item .).FullName
Set-Content run.ps1 '"ran $PSCommandPath"'
P:\2026\run.ps1
Set-Location C:\
Remove-PSDrive P
Get-Content P:\x.txt
#= x
#= x
#= P:\2026
#= C:\Data\2026
#= ran C:\Data\2026\run.ps1
#= Get-Content : Cannot find drive. A drive with the name 'P' does not exist.
#= At line:13 char:1
#= + Get-Content P:\x.txt
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (P:String) [Get-Content], DriveNotFoundException
#=     + FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.GetContentCommand

New-PSDrive -Name Q -PSProvider FileSystem -Root C:\nope
#= New-PSDrive : The specified drive root "C:\nope" either does not exist, or it is not a folder.
#= At line:2 char:1
#= + New-PSDrive -Name Q -PSProvider FileSystem -Root C:\nope
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ReadError: (Q:PSDriveInfo) [New-PSDrive], IOException
#=     + FullyQualifiedErrorId : DriveRootError,Microsoft.PowerShell.Commands.NewPSDriveCommand

(Get-PSDrive C).Root
(Get-PSDrive C).Free -gt 0
([IO.DriveInfo]'C').TotalSize -gt 0
[IO.DriveInfo]::GetDrives().Name
#= C:\
#= True
#= True
#= C:\
