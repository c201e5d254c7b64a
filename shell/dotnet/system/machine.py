"""Drives, host names, network hardware addresses, the platform and debug output."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.net.addresses import IPAddress, SocketException, parse_address
from shell.dotnet.numbers.convert import byte_array
from shell.lazy import lazy
from shell.machine import disk
from shell.types import OBJECT, STRING, ClrType, Method, named, register
from shell.types.registry.declarations import (
    add_methods,
    add_properties,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentException, FormatException, NetException
from shell.values.objects import Int64, TypedArray, Value

if TYPE_CHECKING:
    from organization.dns import hosts
    from shell.dotnet.io import file_info
else:
    hosts = lazy("organization.dns.hosts", globals())
    file_info = lazy("shell.dotnet.io.file_info", globals())


_WINDOWS: Final = os.name == "nt"


# --- drives ----------------------------------------------------------------------------------------------------------


@clr_class("System.IO.DriveInfo", properties="Name:string")
class DriveInfo:
    """A drive."""

    @clr_constructor("string driveName")
    def __init__(self, name: str) -> None:
        if re.fullmatch(r"[A-Za-z]:?", name or ""):
            name = f"{name[0].upper()}:\\"
        if not name:
            raise ArgumentException("The path is empty. (Parameter 'driveName')")
        self.name = name

    def __str__(self) -> str:
        return self.name

    def _usage(self) -> Any:
        return disk.usage(self.name)

    @clr_property("DriveType", "System.IO.DriveType")
    def drive_type(self) -> Value:
        """Return Fixed."""
        return enum_value(named("System.IO.DriveType"), 3)

    @clr_property("IsReady", "bool")
    def is_ready(self) -> bool:
        """Return True if the drive can be read."""
        return disk.is_folder(self.name)

    @clr_property("RootDirectory", "System.IO.DirectoryInfo")
    def root_directory(self) -> Value:
        """Return the root directory."""
        return file_info.DirectoryInfo(self.name)

    @clr_property("TotalSize", "long")
    def total_size(self) -> Int64:
        """Return the size in bytes."""
        return Int64(self._usage().total)

    @clr_property("TotalFreeSpace", "long")
    def total_free_space(self) -> Int64:
        """Return the free bytes."""
        return Int64(self._usage().free)

    @clr_property("AvailableFreeSpace", "long")
    def available_free_space(self) -> Int64:
        """Return the free bytes that the user may use."""
        return Int64(self._usage().free)

    @clr_property("VolumeLabel", "string")
    def volume_label(self) -> str:
        """Return the label, by default the drive's name."""
        return self.name

    @clr_method("GetDrives", "-> object[]", static=True)
    @staticmethod
    def get_drives() -> Value:
        """Return all drives; only the root on systems without drive letters."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        names = [f"{each}:\\" for each in letters if disk.is_folder(f"{each}:\\")] or ["/"]
        return TypedArray(named("System.IO.DriveInfo"), [DriveInfo(each) for each in names])


# --- names -----------------------------------------------------------------------------------------------------------


@clr_class("System.Net.IPHostEntry", properties="HostName:string=rw Aliases:string[]=rw AddressList:object=rw")
class IPHostEntry:
    """A host's names and addresses."""

    def __init__(self, name: str, addresses: list[Value]) -> None:
        self.host_name = name
        self.aliases = TypedArray(STRING)
        self.address_list = TypedArray(named("System.Net.IPAddress"), addresses)


def _no_such_host() -> NetException:
    return SocketException("No such host is known.")


def _find(session: Any, name: str) -> Any:
    """Return a host of the lab by name or address; raises SocketException for any other."""
    try:
        found = hosts.find(session.organization, name)
    except hosts.DnsFailure:
        raise SocketException(
            "This is usually a temporary error during hostname resolution and means that the local server did not "
            "receive a response from an authoritative server."
        ) from None
    if found is None:
        raise _no_such_host()
    return found


def _literal(name: str) -> list[Value]:
    """Return the entry of a literal address, None for a name."""
    try:
        return [IPAddress(parse_address(name))]
    except FormatException:
        return []


def _host_name(session: Any) -> str:
    name: str = session.organization.forest.server
    return name


def _addresses(session: Any, name: str) -> Value:
    found = _literal(name) or [IPAddress(parse_address(str(each))) for each in _find(session, name).addresses]
    return TypedArray(named("System.Net.IPAddress"), found)


def _entry(session: Any, name: Any) -> IPHostEntry:
    text = str(name)
    found = _find(session, text)
    made = IPHostEntry(found.name, _literal(text) or [IPAddress(parse_address(str(each))) for each in found.addresses])
    made.aliases.extend(found.aliases)
    return made


def _entry_or_literal(session: Any, name: Any) -> IPHostEntry:
    """Return a host entry; the older methods accept an address without a name."""
    try:
        return _entry(session, name)
    except SocketException:
        literal = _literal(str(name))
        if not literal:
            raise
        return IPHostEntry(str(name), literal)


def _declare_dns() -> None:
    target = register(ClrType("System.Net.Dns", OBJECT, is_abstract=True))
    rows = (
        ("GetHostName", "-> string", _host_name),
        ("GetHostAddresses", "string hostNameOrAddress -> ipaddress[]", _addresses),
        ("GetHostEntry", "string hostNameOrAddress -> System.Net.IPHostEntry", _entry),
        ("GetHostEntry", "ipaddress address -> System.Net.IPHostEntry", _entry),
        ("GetHostByName", "string hostName -> System.Net.IPHostEntry", _entry_or_literal),
        ("GetHostByAddress", "string address -> System.Net.IPHostEntry", _entry),
        ("GetHostByAddress", "ipaddress address -> System.Net.IPHostEntry", _entry),
        ("Resolve", "string hostName -> System.Net.IPHostEntry", _entry_or_literal),
    )
    for name, signature, function in rows:
        target.add_method(Method(name, signature, function, True, True))


@clr_class("System.Net.NetworkInformation.PhysicalAddress")
class PhysicalAddress:
    """The address of a network card."""

    @clr_constructor("byte[] address")
    def __init__(self, data: Any) -> None:
        self.data = bytes(data)

    def __str__(self) -> str:
        return self.data.hex().upper()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PhysicalAddress) and other.data == self.data

    def __hash__(self) -> int:
        return hash(self.data)

    @clr_method("GetAddressBytes", "-> byte[]")
    def get_address_bytes(self) -> Value:
        """Return the bytes."""
        return byte_array(self.data)

    @clr_method("Parse", "string address -> System.Net.NetworkInformation.PhysicalAddress", static=True)
    @staticmethod
    def parse(address: str) -> PhysicalAddress:
        """Parse `00-11-22-33-44-55`, separated by dashes, colons, periods or nothing."""
        digits = re.sub(r"[-:.]", "", address or "")
        if len(digits) % 2 or not re.fullmatch(r"[0-9A-Fa-f]*", digits):
            raise FormatException(f"An invalid physical address was specified: '{address}'.")
        return PhysicalAddress(bytes.fromhex(digits))

    @clr_property("None", "System.Net.NetworkInformation.PhysicalAddress", static=True)
    @staticmethod
    def none() -> Value:
        """Return the empty address."""
        return PhysicalAddress(b"")


# --- platform --------------------------------------------------------------------------------------------------------


@clr_class("System.Runtime.InteropServices.OSPlatform", "System.ValueType", is_value_type=True)
class OSPlatform:
    """The name of an operating system."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OSPlatform) and other.name.lower() == self.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    @clr_method("Create", "string osPlatform -> System.Runtime.InteropServices.OSPlatform", static=True)
    @staticmethod
    def create(name: str) -> OSPlatform:
        """Create a platform by name."""
        return OSPlatform(name)


def _own_platform() -> str:
    return {"win32": "WINDOWS", "darwin": "OSX"}.get(sys.platform, "LINUX")


def _declare_platform() -> None:
    platform = named("System.Runtime.InteropServices.OSPlatform")
    add_properties(
        platform,
        [
            (label, platform.name, lambda name=name: OSPlatform(name))
            for label, name in (("Windows", "WINDOWS"), ("Linux", "LINUX"), ("OSX", "OSX"), ("FreeBSD", "FREEBSD"))
        ],
        static=True,
    )
    add_methods(
        named("System.Runtime.InteropServices.RuntimeInformation"),
        (
            (
                "IsOSPlatform",
                "System.Runtime.InteropServices.OSPlatform osPlatform -> bool",
                lambda wanted: wanted == OSPlatform(_own_platform()),
            ),
        ),
        static=True,
    )
    own = register(ClrType("System.Management.Automation.Platform", OBJECT, is_abstract=True))
    add_properties(
        own,
        (
            ("IsWindows", "bool", lambda: _WINDOWS),
            ("IsLinux", "bool", lambda: sys.platform.startswith("linux")),
            ("IsMacOS", "bool", lambda: sys.platform == "darwin"),
            ("IsCoreCLR", "bool", lambda: True),
            ("IsNanoServer", "bool", lambda: False),
            ("IsIoT", "bool", lambda: False),
            ("IsWindowsDesktop", "bool", lambda: _WINDOWS),
            ("IsStaSupported", "bool", lambda: _WINDOWS),
        ),
        static=True,
    )


# --- debug output ----------------------------------------------------------------------------------------------------


def _declare_debug() -> None:
    """Declare Debug and Trace, whose output is discarded, as in PowerShell without listeners."""
    texts = "object message -> void|object message, string category -> void"
    for name in ("Debug", "Trace"):
        add_methods(
            register(ClrType(f"System.Diagnostics.{name}", OBJECT, is_abstract=True)),
            (
                ("WriteLine", texts, lambda *words: None),
                ("Write", texts, lambda *words: None),
                ("Assert", "bool condition -> void|bool condition, string message -> void", lambda *words: None),
                ("Flush", "-> void", lambda: None),
                *(
                    (f"Trace{each}", "string message -> void", lambda *words: None)
                    for each in ("Information", "Warning", "Error")
                    if name == "Trace"
                ),
            ),
            static=True,
        )


_declare_dns()
_declare_platform()
_declare_debug()

__all__ = ["DriveInfo", "IPHostEntry", "OSPlatform"]
