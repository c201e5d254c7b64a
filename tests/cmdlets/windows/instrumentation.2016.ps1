# What reports ask a server by WMI.
Get-WmiObject Win32_OperatingSystem
#=
#= SystemDirectory : C:\Windows\system32
#= Organization    : First Organization
#= BuildNumber     : 14393
#= RegisteredUser  : Windows User
#= SerialNumber    : 00000-00000-00000-AA000
#= Version         : 10.0.14393
#=
$os = gwmi -Class win32_operatingsystem -ComputerName EX01
"$($os.Caption) $($os.Version) $($os.CSName) $($os.TotalVisibleMemorySize -gt $os.FreePhysicalMemory)"
#= Microsoft Windows Server 2016 Standard 10.0.14393 EX01 True
$os.LastBootUpTime -match '^\d{14}\.\d{6}[+-]\d{3}$'
#= True
$os.ConvertToDateTime($os.LastBootUpTime).GetType().Name
#= DateTime
((Get-Date) - $os.ConvertToDateTime($os.LastBootUpTime)).TotalMinutes -gt 2
#= True
[Management.ManagementDateTimeConverter]::ToDateTime('20240131083000.500000+000').ToUniversalTime().ToString('u')
#= 2024-01-31 08:30:00Z
Get-WmiObject Win32_ComputerSystem
#=
#= Domain              : contoso.com
#= Manufacturer        : emshell
#= Model               : Lab Server
#= Name                : EX01
#= PrimaryOwnerName    : Windows User
#= TotalPhysicalMemory : 17179869184
#=
Get-WmiObject Win32_LogicalDisk -Filter 'DriveType = 3' | ForEach-Object { "$($_.DeviceID) $($_.FileSystem) $($_.Size -gt $_.FreeSpace) $($_.FreeSpace.GetType().Name)" }
#= C: NTFS True UInt64
gwmi win32_volume -Filter "DriveLetter='C:'" | ForEach-Object { "$($_.Name) $($_.Label) $([math]::Round($_.Capacity / 1GB) -gt 0)" }
#= C:\ System True
Get-WmiObject Win32_Service -Filter "Name LIKE 'MSExchange%' AND State = 'Running' AND NOT Name LIKE '%Transport%'" | Format-Table Name, State, StartMode -AutoSize
#=
#= Name                        State   StartMode
#= ----                        -----   ---------
#= MSExchangeADTopology        Running Auto
#= MSExchangeDelivery          Running Auto
#= MSExchangeIS                Running Auto
#= MSExchangeMailboxAssistants Running Auto
#= MSExchangeRepl              Running Auto
#= MSExchangeServiceHost       Running Auto
#= MSExchangeSubmission        Running Auto
#=
Get-WmiObject -Query "SELECT Name, State FROM Win32_Service WHERE Name = 'MSExchangeTransport' OR Name = 'MSExchangeIS'" | ForEach-Object { "$($_.Name)=$($_.State)" }
#= MSExchangeIS=Running
#= MSExchangeTransport=Running
Stop-Service MSExchangeTransportLogSearch
(gwmi Win32_Service -Filter "State='Stopped'").Name
#= MSExchangeTransportLogSearch
$s = gwmi Win32_Service -Filter "Name='MSExchangeTransportLogSearch'"; $s.StartService().ReturnValue; $s.State; (Get-Service MSExchangeTransportLogSearch).Status
#= 0
#= Running
#= Running
gwmi Win32_Processor | Select-Object Name, NumberOfCores
#=
#= Name                    NumberOfCores
#= ----                    -------------
#= Lab Processor @ 2.40GHz             4
#=
(gwmi Win32_NetworkAdapterConfiguration -Filter 'IPEnabled = TRUE').IPAddress
#= 192.168.1.10
gwmi Win32_BIOS
#=
#= SMBIOSBIOSVersion : 1.0
#= Manufacturer      : emshell
#= Name              : 1.0
#= SerialNumber      : EMSHELL-0001
#= Version           : EMS - 1
#=
(gwmi Win32_PingStatus -Filter "Address='EX01'").StatusCode
#= 0
(gwmi Win32_PingStatus -Filter "Address='nowhere'").StatusCode -eq $null
#= True
[Management.ManagementDateTimeConverter]::ToDmtfDateTime([datetime]"2024-01-31 08:30").Substring(0, 21)
#= 20240131083000.000000
$os.ConvertFromDateTime([datetime]"2024-01-31 08:30").Substring(0, 21)
#= 20240131083000.000000
$os.ConvertToDateTime("soon")
#= Exception calling "ConvertToDateTime" with "1" argument(s): "Specified argument was out of the range of valid values. (Parameter 'dmtfDate')
#= Actual value was soon."
#= At line:1 char:1
#= + $os.ConvertToDateTime("soon")
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentOutOfRangeException
$o = gcim Win32_OperatingSystem; ($o | Get-CimInstance).BuildNumber
#= 14393
(gwmi Win32_Process -Filter "Name='EdgeTransport.exe'").Count
#= 1
$os.PSObject.TypeNames[0]
#= System.Management.ManagementObject#root\cimv2\Win32_OperatingSystem
"$os"
#= \\EX01\ROOT\cimv2:Win32_OperatingSystem.Name="Microsoft Windows Server 2016 Standard|C:\\Windows|\\Device\\Harddisk0\\Partition1"
gwmi Win32_OperatingSystem -Property Caption, Version | Format-List Caption, Version, BuildNumber
#=
#= Caption : Microsoft Windows Server 2016 Standard
#= Version : 10.0.14393
#=
Get-WmiObject -List *Disk*
#=
#=    NameSpace: ROOT\cimv2
#=
#= Name                                Methods              Properties
#= ----                                -------              ----------
#= Win32_DiskDrive                     {}                   {Caption, DeviceID, Index, InterfaceType…}
#= Win32_LogicalDisk                   {}                   {Access, Caption, Compressed, CreationClassName…}
#=
# The same by CIM: times are times.
Get-CimInstance Win32_OperatingSystem
#=
#= SystemDirectory     Organization       BuildNumber RegisteredUser SerialNumber            Version
#= ---------------     ------------       ----------- -------------- ------------            -------
#= C:\Windows\system32 First Organization 14393       Windows User   00000-00000-00000-AA000 10.0.14393
#=
(Get-CimInstance Win32_OperatingSystem).LastBootUpTime.GetType().Name
#= DateTime
Get-CimInstance -ClassName Win32_ComputerSystem -ComputerName EX01 | Format-Table Name, Domain, PSComputerName
#=
#= Name Domain      PSComputerName
#= ---- ------      --------------
#= EX01 contoso.com EX01
#=
Get-CimInstance Win32_Service -Filter "Name = 'MSExchangeIS'"
#=
#= ProcessId Name         StartMode State   Status ExitCode
#= --------- ----         --------- -----   ------ --------
#= 1212      MSExchangeIS Auto      Running OK     0
#=
Get-CimInstance -Query "SELECT * FROM Win32_LogicalDisk WHERE DeviceID = 'C:'" | ForEach-Object DeviceID
#= C:
$cs = New-CimSession -ComputerName EX01; (Get-CimInstance Win32_BIOS -CimSession $cs).SerialNumber; (Get-CimSession).Name; $cs | Remove-CimSession; @(Get-CimSession).Count
#= EMSHELL-0001
#= CimSession1
#= 0
(Get-CimClass Win32_Service).CimClassName
#= Win32_Service
gcim Win32_TimeZone | ForEach-Object { $_.CimClass.CimClassName }
#= Win32_TimeZone
# What there is not.
Get-WmiObject Win32_Nothing
#= Get-WmiObject : Invalid class "Win32_Nothing"
#= At line:2 char:1
#= + Get-WmiObject Win32_Nothing
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidType: (:) [Get-WmiObject], ManagementException
#=     + FullyQualifiedErrorId : GetWMIManagementException,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-CimInstance Win32_Nothing
#= Get-CimInstance : Invalid class 
#= At line:1 char:1
#= + Get-CimInstance Win32_Nothing
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : MetadataError: (root\cimv2:Win32_Nothing:String) [Get-CimInstance], CimException
#=     + FullyQualifiedErrorId : HRESULT 0x80041010,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand
Get-WmiObject Win32_Product
#= Get-WmiObject : The class 'Win32_Product' is not emulated. Get-WmiObject -List shows those that are.
#= At line:1 char:1
#= + Get-WmiObject Win32_Product
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (Win32_Product:String) [Get-WmiObject], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedWmiClass,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-CimInstance Win32_PerfFormattedData_PerfOS_Processor
#= Get-CimInstance : The class 'Win32_PerfFormattedData_PerfOS_Processor' is not emulated. Get-WmiObject -List shows those that are.
#= At line:1 char:1
#= + Get-CimInstance Win32_PerfFormattedData_PerfOS_Processor
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (Win32_PerfFormattedData_PerfOS_Processor:String) [Get-CimInstance], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedWmiClass,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand
Get-WmiObject Win32_Service -Filter "Name = "
#= Get-WmiObject : Invalid query "select * from Win32_Service where Name = "
#= At line:1 char:1
#= + Get-WmiObject Win32_Service -Filter "Name = "
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-WmiObject], ManagementException
#=     + FullyQualifiedErrorId : GetWMIManagementException,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-WmiObject Win32_Service -Filter "Nothing = 1"
#= Get-WmiObject : Invalid query "select * from Win32_Service where Nothing = 1"
#= At line:1 char:1
#= + Get-WmiObject Win32_Service -Filter "Nothing = 1"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-WmiObject], ManagementException
#=     + FullyQualifiedErrorId : GetWMIManagementException,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-CimInstance Win32_Service -Filter "Name LIKE"
#= Get-CimInstance : Invalid query 
#= At line:1 char:1
#= + Get-CimInstance Win32_Service -Filter "Name LIKE"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-CimInstance], CimException
#=     + FullyQualifiedErrorId : HRESULT 0x80041017,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand
Get-WmiObject Win32_Service -Namespace root\nothing
#= Get-WmiObject : Invalid namespace "root\nothing"
#= At line:1 char:1
#= + Get-WmiObject Win32_Service -Namespace root\nothing
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-WmiObject], ManagementException
#=     + FullyQualifiedErrorId : GetWMIManagementException,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-WmiObject Win32_Service -ComputerName nowhere
#= Get-WmiObject : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)
#= At line:1 char:1
#= + Get-WmiObject Win32_Service -ComputerName nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Get-WmiObject], COMException
#=     + FullyQualifiedErrorId : GetWMICOMException,Microsoft.PowerShell.Commands.GetWmiObjectCommand
Get-CimInstance Win32_Service -ComputerName nowhere
#= Get-CimInstance : WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot find the computer nowhere. Verify that the computer exists on the network and that the name provided is spelled correctly.
#= At line:1 char:1
#= + Get-CimInstance Win32_Service -ComputerName nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ConnectionError: (root\cimv2:Win32_Service:String) [Get-CimInstance], CimException
#=     + FullyQualifiedErrorId : HRESULT 0x80070035,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand
Get-WmiObject Win32_OperatingSystem -ComputerName nowhere -ErrorAction SilentlyContinue
Invoke-CimMethod -ClassName Win32_Process -MethodName Create
#= Invoke-CimMethod : Invoke-CimMethod is not emulated. What the lab's server says of itself can be read, and no more.
#= At line:2 char:1
#= + Invoke-CimMethod -ClassName Win32_Process -MethodName Create
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Invoke-CimMethod], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedInstrumentation,Microsoft.PowerShell.Commands.InvokeCimMethodCommand
$os.Reboot()
#= Objects of Win32_OperatingSystem can be read here, not changed.
#= At line:1 char:1
#= + $os.Reboot()
#= + ~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedWmiMethod
Get-Counter '\Memory\Available MBytes'
#= Get-Counter : Get-Counter is not emulated. What the lab's server says of itself can be read, and no more.
#= At line:1 char:1
#= + Get-Counter '\Memory\Available MBytes'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Get-Counter], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedInstrumentation,Microsoft.PowerShell.Commands.GetCounterCommand
Get-Service MSExchangeIS -ComputerName EX01 | ForEach-Object Status
#= Running
Get-Service MSExchangeIS -ComputerName nowhere
#= Get-Service : Cannot open Service Control Manager on computer 'nowhere'. This operation might require other privileges.
#= At line:1 char:1
#= + Get-Service MSExchangeIS -ComputerName nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-Service], InvalidOperationException
#=     + FullyQualifiedErrorId : System.InvalidOperationException,Microsoft.PowerShell.Commands.GetServiceCommand
@(Get-HotFix -ComputerName EX01).Count; Get-HotFix KB1
#= 0
#= Get-HotFix : Cannot find the requested hotfix on the 'localhost' computer. Verify the input and run the command again.
#= At line:1 char:41
#= + @(Get-HotFix -ComputerName EX01).Count; Get-HotFix KB1
#= +                                         ~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (KB1:String) [Get-HotFix], ArgumentException
#=     + FullyQualifiedErrorId : GetHotFixNoEntriesFound,Microsoft.PowerShell.Commands.GetHotFixCommand
