"""The classes that the lab's server has: their properties with types, and the instances that there are now.

A declaration is the name, the words of its properties (`Name:type`, `*` behind the key), and the function that yields
the instances. Figures that a lab has no measure of are those of a small server, the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from organization.dns import hosts
from organization.objects.server import Service, ServiceStatus, StartMode
from organization.versions import Version
from shell.lazy import lazy
from shell.machine import disk

if TYPE_CHECKING:
    from shell.engine.providers import table as providers_table
    from shell.engine.session.runspace import Runspace
else:
    providers_table = lazy("shell.engine.providers.table", globals(), "providers_table")

Row = dict[str, Any]
CIMV2: Final = "root\\cimv2"
GIGABYTE: Final = 1 << 30
MEMORY: Final = 16 * GIGABYTE
"""Of the server, in bytes."""
_FREE_MEMORY: Final = 9 * GIGABYTE
_SYSTEMS: Final = {
    Version.V2007: ("6.0.6001", "Microsoft Windows Server 2008 Standard"),
    Version.V2010: ("6.1.7601", "Microsoft Windows Server 2008 R2 Standard"),
    Version.V2013: ("6.3.9600", "Microsoft Windows Server 2012 R2 Standard"),
    Version.V2016: ("10.0.14393", "Microsoft Windows Server 2016 Standard"),
    Version.V2019: ("10.0.17763", "Microsoft Windows Server 2019 Standard"),
    Version.SE: ("10.0.20348", "Microsoft Windows Server 2022 Standard"),
}
"""The system that a server of each version of Exchange is usually on: its version and its caption."""
_BOOT_BEFORE: Final = timedelta(minutes=3)
"""The system starts that long before its services."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a class. `type_name` is a name of PowerShell's, `[]` behind it for arrays."""

    name: str
    type_name: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class WmiClass:
    """A class of the namespace root\\cimv2."""

    name: str
    properties: tuple[Property, ...]
    rows: Callable[[Runspace], Iterator[Row]]
    wmi_set: tuple[str, ...] = ()
    """What an instance of Get-WmiObject shows; all where it is empty."""
    cim_columns: tuple[str, ...] = ()
    """The columns of a table of Get-CimInstance; empty where it shows as a list of `wmi_set`."""


CLASSES: Final[dict[str, WmiClass]] = {}
"""By lower-case name."""
_ABSENT: Final = """
Account Desktop Directory DiskPartition Environment Group GroupUser LoggedOnUser LogonSession NetworkAdapter
NetworkConnection NTLogEvent NTEventlogFile Printer Product Registry ScheduledJob Session Share StartupCommand
SystemDriver SystemEnclosure UserAccount UserProfile
"""
NOT_EMULATED: Final = {f"win32_{name.lower()}" for name in _ABSENT.split()} | {"cim_datafile", "stdregprov"}
"""Classes of Windows that the lab's server does not have; and so are all counters, `Win32_Perf...`."""


def declare(
    name: str, properties: str, wmi_set: str = "", cim_columns: str = ""
) -> Callable[[Callable[[Runspace], Iterator[Row]]], Callable[[Runspace], Iterator[Row]]]:
    """Declare a class whose instances a function yields."""

    def add(rows: Callable[[Runspace], Iterator[Row]]) -> Callable[[Runspace], Iterator[Row]]:
        found = []
        for word in properties.split():
            label, _, kind = word.partition(":")
            found.append(Property(label.rstrip("*"), kind or "string", label.endswith("*")))
        made = WmiClass(name, tuple(found), rows, tuple(wmi_set.split()), tuple(cim_columns.split()))
        CLASSES[name.lower()] = made
        return rows

    return add


def is_not_emulated(name: str) -> bool:
    """Whether Windows has a class that the lab's server does not have."""
    return name.lower() in NOT_EMULATED or name.lower().startswith("win32_perf")


def _forest(session: Runspace) -> Any:
    return session.organization.forest


def boot_time(session: Runspace) -> datetime:
    """When the server's system started, in UTC with its zone."""
    started = [each.started for each in session.organization.all(Service) if each.started is not None]
    moment: datetime = min(started) if started else session.organization.clock()
    return moment - _BOOT_BEFORE


@declare(
    "Win32_OperatingSystem",
    "Status Name* FreePhysicalMemory:uint64 FreeSpaceInPagingFiles:uint64 FreeVirtualMemory:uint64 BootDevice"
    " BuildNumber BuildType Caption CodeSet CountryCode CreationClassName CSCreationClassName CSDVersion CSName"
    " CurrentTimeZone:int16 Debug:bool Description Distributed:bool InstallDate:datetime LastBootUpTime:datetime"
    " LocalDateTime:datetime Locale Manufacturer MaxNumberOfProcesses:uint32 MaxProcessMemorySize:uint64"
    " MUILanguages:string[] NumberOfLicensedUsers:uint32 NumberOfProcesses:uint32 NumberOfUsers:uint32"
    " OperatingSystemSKU:uint32 Organization OSArchitecture OSLanguage:uint32 OSProductSuite:uint32 OSType:uint16"
    " ProductType:uint32 RegisteredUser SerialNumber ServicePackMajorVersion:uint16 ServicePackMinorVersion:uint16"
    " SizeStoredInPagingFiles:uint64 SystemDevice SystemDirectory SystemDrive TotalVirtualMemorySize:uint64"
    " TotalVisibleMemorySize:uint64 Version WindowsDirectory",
    "SystemDirectory Organization BuildNumber RegisteredUser SerialNumber Version",
    "SystemDirectory Organization BuildNumber RegisteredUser SerialNumber Version",
)
def _operating_system(session: Runspace) -> Iterator[Row]:
    organization = session.organization
    number, caption = _SYSTEMS[organization.profile.version]
    now: datetime = organization.clock()
    offset = now.astimezone().utcoffset() or timedelta()
    yield {
        "Status": "OK",
        "Name": f"{caption}|C:\\Windows|\\Device\\Harddisk0\\Partition1",
        "FreePhysicalMemory": _FREE_MEMORY >> 10,
        "FreeSpaceInPagingFiles": MEMORY >> 10,
        "FreeVirtualMemory": (_FREE_MEMORY + MEMORY) >> 10,
        "BootDevice": "\\Device\\HarddiskVolume1",
        "BuildNumber": number.rpartition(".")[2],
        "BuildType": "Multiprocessor Free",
        "Caption": caption,
        "CodeSet": "1252",
        "CountryCode": "1",
        "CreationClassName": "Win32_OperatingSystem",
        "CSCreationClassName": "Win32_ComputerSystem",
        "CSName": organization.forest.server,
        "CurrentTimeZone": int(offset.total_seconds()) // 60,
        "Debug": False,
        "Description": "",
        "Distributed": False,
        "InstallDate": boot_time(session),
        "LastBootUpTime": boot_time(session),
        "LocalDateTime": now,
        "Locale": "0409",
        "Manufacturer": "Microsoft Corporation",
        "MaxNumberOfProcesses": 2**32 - 1,
        "MaxProcessMemorySize": 137438953344,
        "MUILanguages": ["en-US"],
        "NumberOfLicensedUsers": 0,
        "NumberOfProcesses": len(list(_processes(session))),
        "NumberOfUsers": 1,
        "OperatingSystemSKU": 7,
        "Organization": organization.forest.organization,
        "OSArchitecture": "64-bit",
        "OSLanguage": 1033,
        "OSProductSuite": 272,
        "OSType": 18,
        "ProductType": 3,
        "RegisteredUser": "Windows User",
        "SerialNumber": "00000-00000-00000-AA000",
        "ServicePackMajorVersion": 1 if number.startswith("6.0") or number.startswith("6.1") else 0,
        "ServicePackMinorVersion": 0,
        "SizeStoredInPagingFiles": MEMORY >> 10,
        "SystemDevice": "\\Device\\HarddiskVolume1",
        "SystemDirectory": "C:\\Windows\\system32",
        "SystemDrive": "C:",
        "TotalVirtualMemorySize": (2 * MEMORY) >> 10,
        "TotalVisibleMemorySize": MEMORY >> 10,
        "Version": number,
        "WindowsDirectory": "C:\\Windows",
    }


@declare(
    "Win32_ComputerSystem",
    "AdminPasswordStatus:uint16 Caption CreationClassName CurrentTimeZone:int16 Description DNSHostName Domain"
    " DomainRole:uint16 AutomaticManagedPagefile:bool Manufacturer Model Name* NumberOfLogicalProcessors:uint32"
    " NumberOfProcessors:uint32 PartOfDomain:bool PrimaryOwnerName Roles:string[] Status SystemType"
    " TotalPhysicalMemory:uint64 UserName Workgroup HypervisorPresent:bool BootupState",
    "Domain Manufacturer Model Name PrimaryOwnerName TotalPhysicalMemory",
    "Name PrimaryOwnerName Domain TotalPhysicalMemory Model Manufacturer",
)
def _computer_system(session: Runspace) -> Iterator[Row]:
    forest = _forest(session)
    yield {
        "AdminPasswordStatus": 1,
        "Caption": forest.server,
        "CreationClassName": "Win32_ComputerSystem",
        "CurrentTimeZone": 0,
        "Description": "AT/AT COMPATIBLE",
        "DNSHostName": forest.server,
        "Domain": forest.domain,
        "DomainRole": 3,
        "AutomaticManagedPagefile": False,
        "Manufacturer": "emshell",
        "Model": "Lab Server",
        "Name": forest.server,
        "NumberOfLogicalProcessors": 4,
        "NumberOfProcessors": 1,
        "PartOfDomain": True,
        "PrimaryOwnerName": "Windows User",
        "Roles": ["LM_Workstation", "LM_Server", "NT", "Server_NT"],
        "Status": "OK",
        "SystemType": "x64-based PC",
        "TotalPhysicalMemory": MEMORY,
        "UserName": f"{forest.netbios}\\Administrator",
        "HypervisorPresent": True,
        "BootupState": "Normal boot",
    }


def _drives(session: Runspace) -> Iterator[tuple[str, int, int]]:
    """The server's drives: letter, size and free space in bytes, as the disk behind each has them."""
    table = providers_table.drive_table(session)
    for drive in sorted(table.drives.values(), key=lambda each: each.name):
        if len(drive.name) != 1 or not drive.name.isalpha() or drive.provider is not table.file_system:
            continue
        try:
            found = disk.usage(drive.root)
        except OSError:
            continue
        yield drive.name.upper() + ":", found.total, found.free


@declare(
    "Win32_LogicalDisk",
    "Access:uint16 Caption Compressed:bool CreationClassName Description DeviceID* DriveType:uint32 FileSystem"
    " FreeSpace:uint64 MediaType:uint32 Name ProviderName Size:uint64 Status SystemName VolumeName VolumeSerialNumber",
    "DeviceID DriveType ProviderName FreeSpace Size VolumeName",
    "DeviceID DriveType ProviderName VolumeName Size FreeSpace",
)
def _logical_disk(session: Runspace) -> Iterator[Row]:
    for letter, size, free in _drives(session):
        yield {
            "Access": 0,
            "Caption": letter,
            "Compressed": False,
            "CreationClassName": "Win32_LogicalDisk",
            "Description": "Local Fixed Disk",
            "DeviceID": letter,
            "DriveType": 3,
            "FileSystem": "NTFS",
            "FreeSpace": free,
            "MediaType": 12,
            "Name": letter,
            "Size": size,
            "SystemName": _forest(session).server,
            "VolumeName": "System" if letter == "C:" else "",
            "VolumeSerialNumber": f"00E5{ord(letter[0]):02X}00",
        }


@declare(
    "Win32_Volume",
    "Access:uint16 Automount:bool BlockSize:uint64 BootVolume:bool Capacity:uint64 Caption Compressed:bool DeviceID*"
    " DriveLetter DriveType:uint32 FileSystem FreeSpace:uint64 IndexingEnabled:bool Label Name PageFilePresent:bool"
    " SerialNumber:uint32 Status SystemName SystemVolume:bool",
)
def _volume(session: Runspace) -> Iterator[Row]:
    for letter, size, free in _drives(session):
        is_system = letter == "C:"
        yield {
            "Access": 0,
            "Automount": True,
            "BlockSize": 4096,
            "BootVolume": is_system,
            "Capacity": size,
            "Caption": letter + "\\",
            "Compressed": False,
            "DeviceID": f"\\\\?\\Volume{{00000000-0000-0000-0000-0000000000{ord(letter[0]):02x}}}\\",
            "DriveLetter": letter,
            "DriveType": 3,
            "FileSystem": "NTFS",
            "FreeSpace": free,
            "IndexingEnabled": True,
            "Label": "System" if is_system else "",
            "Name": letter + "\\",
            "PageFilePresent": is_system,
            "SerialNumber": ord(letter[0]),
            "SystemName": _forest(session).server,
            "SystemVolume": is_system,
        }


@declare(
    "Win32_DiskDrive",
    "Caption DeviceID* Index:uint32 InterfaceType Manufacturer MediaType Model Name Partitions:uint32 SerialNumber"
    " Size:uint64 Status SystemName BytesPerSector:uint32",
    "Partitions DeviceID Model Size Caption",
    "DeviceID Caption Partitions Size Model",
)
def _disk_drive(session: Runspace) -> Iterator[Row]:
    for number, (_, size, _) in enumerate(_drives(session)):
        yield {
            "Caption": "Lab Virtual Disk",
            "DeviceID": f"\\\\.\\PHYSICALDRIVE{number}",
            "Index": number,
            "InterfaceType": "SCSI",
            "Manufacturer": "(Standard disk drives)",
            "MediaType": "Fixed hard disk media",
            "Model": "Lab Virtual Disk",
            "Name": f"\\\\.\\PHYSICALDRIVE{number}",
            "Partitions": 1,
            "SerialNumber": "",
            "Size": size,
            "Status": "OK",
            "SystemName": _forest(session).server,
            "BytesPerSector": 512,
        }


_MODES: Final = {StartMode.Automatic: "Auto", StartMode.Manual: "Manual", StartMode.Disabled: "Disabled"}


def _services(session: Runspace) -> Iterator[tuple[Service, int]]:
    """The services by name, each with the number of its process: 0 while it is stopped."""
    found = sorted(session.organization.all(Service), key=lambda each: each.name.lower())
    for place, service in enumerate(found):
        yield service, 1200 + 4 * place if service.status is ServiceStatus.Running else 0


def _program_of(session: Runspace, service: Service) -> str:
    folder = f"{session.organization.profile.install_folder}\\bin\\"
    stem = "store" if service.name == "MSExchangeIS" and session.organization.profile.version < 2013 else service.name
    return f"{folder}{stem}.exe"


@declare(
    "Win32_Service",
    "AcceptPause:bool AcceptStop:bool Caption CheckPoint:uint32 CreationClassName DelayedAutoStart:bool Description"
    " DesktopInteract:bool DisplayName ErrorControl ExitCode:uint32 Name* PathName ProcessId:uint32"
    " ServiceSpecificExitCode:uint32 ServiceType Started:bool StartMode StartName State Status SystemName TagId:uint32"
    " WaitHint:uint32",
    "ExitCode Name ProcessId StartMode State Status",
    "ProcessId Name StartMode State Status ExitCode",
)
def _service(session: Runspace) -> Iterator[Row]:
    for service, number in _services(session):
        running = number > 0
        yield {
            "AcceptPause": False,
            "AcceptStop": running,
            "Caption": service.display_name,
            "CheckPoint": 0,
            "CreationClassName": "Win32_Service",
            "DelayedAutoStart": False,
            "Description": service.display_name,
            "DesktopInteract": False,
            "DisplayName": service.display_name,
            "ErrorControl": "Normal",
            "ExitCode": 0,
            "Name": service.name,
            "PathName": f'"{_program_of(session, service)}"',
            "ProcessId": number,
            "ServiceSpecificExitCode": 0,
            "ServiceType": "Own Process",
            "Started": running,
            "StartMode": _MODES[service.start_type],
            "StartName": "LocalSystem",
            "State": "Running" if running else "Stopped",
            "Status": "OK",
            "SystemName": _forest(session).server,
            "TagId": 0,
            "WaitHint": 0,
        }


@declare(
    "Win32_Process",
    "Caption CommandLine CreationClassName CreationDate:datetime CSName Description ExecutablePath HandleCount:uint32"
    " Handle* KernelModeTime:uint64 Name OSName PageFileUsage:uint32 ParentProcessId:uint32 Priority:uint32"
    " PrivatePageCount:uint64 ProcessId:uint32 SessionId:uint32 ThreadCount:uint32 UserModeTime:uint64"
    " VirtualSize:uint64 WorkingSetSize:uint64 ProcessName Handles:uint32 VM:uint64 WS:uint64 Path",
    "ProcessName Handles VM WS Path",
    "ProcessId Name HandleCount WorkingSetSize VirtualSize",
)
def _processes(session: Runspace) -> Iterator[Row]:
    """The system's own, and those of the services that run."""
    boot, forest = boot_time(session), _forest(session)
    system = "C:\\Windows\\System32\\"
    found: list[tuple[int, str, str, datetime]] = [(0, "System Idle Process", "", boot), (4, "System", "", boot)]
    found += [
        (number, name, system + name, boot)
        for number, name in ((500, "csrss.exe"), (620, "services.exe"), (640, "lsass.exe"), (800, "svchost.exe"))
    ]
    for service, number in _services(session):
        if number:
            path = _program_of(session, service)
            found.append((number, path.rpartition("\\")[2], path, service.started or boot))
            if service.name == "MSExchangeTransport":
                worker = path.rpartition("\\")[0] + "\\EdgeTransport.exe"
                found.append((number + 2, "EdgeTransport.exe", worker, service.started or boot))
    for number, name, path, started in found:
        size = (24 if not path.startswith(system) else 8) << 20
        yield {
            "Caption": name,
            "CommandLine": f'"{path}"' if path else None,
            "CreationClassName": "Win32_Process",
            "CreationDate": started,
            "CSName": forest.server,
            "Description": name,
            "ExecutablePath": path or None,
            "HandleCount": 400,
            "Handle": str(number),
            "KernelModeTime": 0,
            "Name": name,
            "OSName": "Microsoft Windows Server",
            "PageFileUsage": size >> 10,
            "ParentProcessId": 620 if number > 700 else 0,
            "Priority": 8,
            "PrivatePageCount": size,
            "ProcessId": number,
            "SessionId": 0,
            "ThreadCount": 20,
            "UserModeTime": 0,
            "VirtualSize": 4 * size,
            "WorkingSetSize": size,
            "ProcessName": name,
            "Handles": 400,
            "VM": 4 * size,
            "WS": size,
            "Path": path or None,
        }


@declare(
    "Win32_Processor",
    "AddressWidth:uint16 Architecture:uint16 Availability:uint16 Caption CurrentClockSpeed:uint32 DataWidth:uint16"
    " Description DeviceID* LoadPercentage:uint16 Manufacturer MaxClockSpeed:uint32 Name NumberOfCores:uint32"
    " NumberOfEnabledCore:uint32 NumberOfLogicalProcessors:uint32 ProcessorId SocketDesignation Status SystemName",
    "Caption DeviceID Manufacturer MaxClockSpeed Name SocketDesignation",
    "DeviceID Name Caption MaxClockSpeed SocketDesignation Manufacturer",
)
def _processor(session: Runspace) -> Iterator[Row]:
    yield {
        "AddressWidth": 64,
        "Architecture": 9,
        "Availability": 3,
        "Caption": "Lab Processor",
        "CurrentClockSpeed": 2400,
        "DataWidth": 64,
        "Description": "Lab Processor",
        "DeviceID": "CPU0",
        "LoadPercentage": 5,
        "Manufacturer": "emshell",
        "MaxClockSpeed": 2400,
        "Name": "Lab Processor @ 2.40GHz",
        "NumberOfCores": 4,
        "NumberOfEnabledCore": 4,
        "NumberOfLogicalProcessors": 4,
        "ProcessorId": "0000000000000000",
        "SocketDesignation": "CPU 0",
        "Status": "OK",
        "SystemName": _forest(session).server,
    }


@declare(
    "Win32_BIOS",
    "BIOSVersion:string[] Caption Description Manufacturer Name* PrimaryBIOS:bool ReleaseDate:datetime SerialNumber"
    " SMBIOSBIOSVersion SMBIOSPresent:bool Status Version",
    "SMBIOSBIOSVersion Manufacturer Name SerialNumber Version",
)
def _bios(session: Runspace) -> Iterator[Row]:
    from datetime import UTC

    yield {
        "BIOSVersion": ["EMS - 1", "1.0"],
        "Caption": "1.0",
        "Description": "1.0",
        "Manufacturer": "emshell",
        "Name": "1.0",
        "PrimaryBIOS": True,
        "ReleaseDate": datetime(2007, 3, 8, tzinfo=UTC),
        "SerialNumber": "EMSHELL-0001",
        "SMBIOSBIOSVersion": "1.0",
        "SMBIOSPresent": True,
        "Status": "OK",
        "Version": "EMS - 1",
    }


@declare(
    "Win32_ComputerSystemProduct",
    "Caption Description IdentifyingNumber* Name* UUID Vendor Version*",
    "IdentifyingNumber Name Vendor Version Caption",
)
def _product(session: Runspace) -> Iterator[Row]:
    yield {
        "Caption": "Computer System Product",
        "Description": "Computer System Product",
        "IdentifyingNumber": "EMSHELL-0001",
        "Name": "Lab Server",
        "UUID": "00000000-0000-0000-0000-000000000001",
        "Vendor": "emshell",
        "Version": "1.0",
    }


@declare(
    "Win32_PhysicalMemory",
    "BankLabel Capacity:uint64 Caption DeviceLocator FormFactor:uint16 Manufacturer MemoryType:uint16 Name"
    " PartNumber SerialNumber Speed:uint32 Tag*",
)
def _memory(session: Runspace) -> Iterator[Row]:
    yield {
        "BankLabel": "Bank 0",
        "Capacity": MEMORY,
        "Caption": "Physical Memory",
        "DeviceLocator": "M0",
        "FormFactor": 0,
        "Manufacturer": "emshell",
        "MemoryType": 0,
        "Name": "Physical Memory",
        "Speed": 2400,
        "Tag": "Physical Memory 0",
    }


@declare(
    "Win32_NetworkAdapterConfiguration",
    "Caption Description DefaultIPGateway:string[] DHCPEnabled:bool DHCPServer DNSDomain"
    " DNSDomainSuffixSearchOrder:string[] DNSHostName DNSServerSearchOrder:string[] Index:uint32*"
    " InterfaceIndex:uint32 IPAddress:string[] IPEnabled:bool IPSubnet:string[] MACAddress ServiceName SettingID",
    "DHCPEnabled IPAddress DefaultIPGateway DNSDomain ServiceName Description Index",
    "ServiceName DHCPEnabled Index Description",
)
def _network(session: Runspace) -> Iterator[Row]:
    forest = _forest(session)
    addresses = [str(each) for each in hosts.own_server(session.organization).addresses]
    yield {
        "Caption": "[00000001] Lab Network Adapter",
        "Description": "Lab Network Adapter",
        "DefaultIPGateway": ["192.168.1.1"],
        "DHCPEnabled": False,
        "DNSDomain": forest.domain,
        "DNSDomainSuffixSearchOrder": [forest.domain],
        "DNSHostName": forest.server,
        "DNSServerSearchOrder": [str(hosts.DOMAIN_CONTROLLER_ADDRESS)],
        "Index": 1,
        "InterfaceIndex": 4,
        "IPAddress": addresses,
        "IPEnabled": True,
        "IPSubnet": ["255.255.255.0" if ":" not in each else "64" for each in addresses],
        "MACAddress": "00:15:5D:01:0A:00",
        "ServiceName": "netvsc",
        "SettingID": "{00000000-0000-0000-0000-000000000001}",
    }


@declare(
    "Win32_TimeZone",
    "Bias:int32 Caption Description StandardName* DaylightName SettingID",
    "Bias SettingID Caption",
)
def _time_zone(session: Runspace) -> Iterator[Row]:
    local = session.organization.clock().astimezone()
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    caption = f"(UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}) {local.tzname()}"
    yield {
        "Bias": minutes,
        "Caption": caption,
        "Description": caption,
        "StandardName": local.tzname() or "UTC",
        "DaylightName": local.tzname() or "UTC",
    }


@declare(
    "Win32_PageFileUsage",
    "AllocatedBaseSize:uint32 Caption CurrentUsage:uint32 Description InstallDate:datetime Name* PeakUsage:uint32"
    " Status TempPageFile:bool",
    "Caption Name PeakUsage",
)
def _page_file(session: Runspace) -> Iterator[Row]:
    yield {
        "AllocatedBaseSize": MEMORY >> 20,
        "Caption": "C:\\pagefile.sys",
        "CurrentUsage": 120,
        "Description": "C:\\pagefile.sys",
        "InstallDate": boot_time(session),
        "Name": "C:\\pagefile.sys",
        "PeakUsage": 310,
        "TempPageFile": False,
    }


@declare(
    "Win32_PageFileSetting",
    "Caption Description InitialSize:uint32 MaximumSize:uint32 Name* SettingID",
    "MaximumSize Name Caption",
)
def _page_file_setting(session: Runspace) -> Iterator[Row]:
    yield {
        "Caption": "C:\\ 'pagefile.sys'",
        "Description": "'pagefile.sys' @ C:\\",
        "InitialSize": MEMORY >> 20,
        "MaximumSize": MEMORY >> 20,
        "Name": "C:\\pagefile.sys",
        "SettingID": "pagefile.sys @ C:",
    }


@declare(
    "Win32_QuickFixEngineering",
    "Caption CSName Description FixComments HotFixID* InstallDate:datetime InstalledBy InstalledOn Name"
    " ServicePackInEffect* Status",
    "Description HotFixID InstalledBy InstalledOn",
    "Description HotFixID InstalledBy InstalledOn",
)
def _hot_fixes(session: Runspace) -> Iterator[Row]:
    """The lab's server has none."""
    yield from ()


__all__ = ["CIMV2", "CLASSES", "Property", "Row", "WmiClass", "boot_time", "is_not_emulated"]
