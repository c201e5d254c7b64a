# What scripts read about their machine.

$env:COMPUTERNAME, $env:USERDOMAIN, $env:USERNAME, $env:USERDNSDOMAIN, $env:LOGONSERVER -join ' '
$env:USERPROFILE
$env:SystemDrive + $env:HOMEPATH
$env:windir, $env:SystemRoot, $env:ProgramFiles, ${env:ProgramFiles(x86)}, $env:ProgramData, $env:ALLUSERSPROFILE
$env:TEMP -eq $env:TMP
$env:Temp
$env:APPDATA
$env:PUBLIC
$env:OS, $env:PROCESSOR_ARCHITECTURE
[int]$env:NUMBER_OF_PROCESSORS -ge 1
$env:ExchangeInstallPath
Test-Path $env:USERPROFILE, $env:TEMP, $env:windir, $env:ProgramFiles, $env:ExchangeInstallPath, $env:PUBLIC
#= EX01 CONTOSO Administrator CONTOSO.COM \\DC01
#= C:\Users\Administrator
#= C:\Users\Administrator
#= C:\Windows
#= C:\Windows
#= C:\Program Files
#= C:\Program Files (x86)
#= C:\ProgramData
#= C:\ProgramData
#= True
#= C:\Users\Administrator\AppData\Local\Temp
#= C:\Users\Administrator\AppData\Roaming
#= C:\Users\Public
#= Windows_NT
#= AMD64
#= True
#= C:\Program Files\Microsoft\Exchange Server\
#= True
#= True
#= True
#= True
#= True
#= True

Get-ChildItem env:comp*
#=
#= Name                           Value
#= ----                           -----
#= COMPUTERNAME                   EX01
#=

Test-Path env:computername
"Report of $env:computername by ${env:UserDomain}\${env:UserName}"
#= True
#= Report of EX01 by CONTOSO\Administrator

# The same from .NET.

[Environment]::MachineName
[Environment]::UserName
[Environment]::UserDomainName
[Environment]::GetEnvironmentVariable('ComputerName')
[Environment]::ExpandEnvironmentVariables('%SystemRoot%\Temp on %COMPUTERNAME% is 5% full')
[Environment]::GetFolderPath('Desktop')
[Environment]::GetFolderPath('MyDocuments')
[Environment]::GetFolderPath('CommonApplicationData')
[Environment]::SystemDirectory
[Environment]::GetLogicalDrives()
[Security.Principal.WindowsIdentity]::GetCurrent().Name
#= EX01
#= Administrator
#= CONTOSO
#= EX01
#= C:\Windows\Temp on EX01 is 5% full
#= C:\Users\Administrator\Desktop
#= C:\Users\Administrator\Documents
#= C:\ProgramData
#= C:\Windows\system32
#= C:\
#= CONTOSO\Administrator

# Scripts may change them.

$env:TEMP = 'C:\Windows\Temp'
[IO.Path]::GetTempPath()
$env:TEMP = $null
Test-Path env:TEMP
$env:ReportFolder = 'C:\Reports'
"$env:reportfolder\a.csv"
#= C:\Windows\Temp\
#= False
#= C:\Reports\a.csv
