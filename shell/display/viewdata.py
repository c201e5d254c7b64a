"""The views of PowerShell's own types, in a compact notation.

A line is a type and its columns: `Label`, `Label=Property`, `Label=()` for a function of `_FUNCTIONS`, with `:width`
and `>` for right alignment. Types that share a view stand before it, joined by commas.
"""

from __future__ import annotations

import ntpath
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.display import views
from shell.display.access import base_of, read
from shell.display.errors import render_error
from shell.display.style import PLAIN, colours, rendering
from shell.display.styleviews import register_style_views
from shell.display.views import Column, CustomView, GroupBy, Item, ListView, TableView, WideView
from shell.lazy import lazy
from shell.types.conversion.text import net_string, to_string
from shell.values.errors import ErrorRecord
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.display import detailed
else:
    detailed = lazy("shell.display.detailed", globals())


_MANAGEMENT: Final = "System.Management.Automation."
_COMMANDS: Final = "Microsoft.PowerShell.Commands."

_TABLES: Final = """
System.Version Major:6 Minor:6 Build:6 Revision:8
System.Version#IncludeLabel Major:6 Minor:6 Build:6 Revision:8 PSSemVerPreReleaseLabel:26 PSSemVerBuildLabel:27
System.Management.Automation.SemanticVersion Major:6 Minor:6 Patch:6 PreReleaseLabel:15 BuildLabel:11
System.Collections.DictionaryEntry Name:30 Value
System.Guid Guid
System.RuntimeType IsPublic:8 IsSerial=IsSerializable:8 Name:40 BaseType
System.Globalization.CultureInfo LCID:16 Name:16 DisplayName
System.Reflection.Assembly GAC=GlobalAssemblyCache:6 Version=ImageRuntimeVersion:14 Location
System.Reflection.AssemblyName Version:14 Name
System.Diagnostics.FileVersionInfo ProductVersion:16 FileVersion:16 FileName
System.Diagnostics.Process NPM(K)=():7> PM(M)=():8> WS(M)=():10> CPU(s)=():10> Id:7> SI:3> ProcessName
System.ServiceProcess.ServiceController Status:8 Name:18 DisplayName:38
System.Security.AccessControl.ObjectSecurity Path Owner Access=AccessToString
System.Threading.Tasks.Task Id IsCompleted Status
Microsoft.PowerShell.Commands.GroupInfo Count:5> Name:25 Group
Microsoft.PowerShell.Commands.GroupInfoNoElement Count:5> Name:25
Microsoft.PowerShell.Commands.HistoryInfo Id:4> Duration=():12> CommandLine
Microsoft.PowerShell.Commands.FileHashInfo Algorithm:15 Hash:70 Path
Deserialized.Microsoft.PowerShell.Commands.TextMeasureInfo Lines Words Characters Property
System.Management.Automation.PSVariable Name:30 Value
System.Management.Automation.PathInfo Path
System.Management.Automation.CommandInfo CommandType:15 Name
System.Management.Automation.Runspaces.TypeData TypeName Members
System.Management.Automation.ProviderInfo Name:20 Capabilities Drives
System.Management.Automation.ExperimentalFeature Name:35 Enabled:7> Source:35 Description
System.Management.Automation.Breakpoint ID=Id:4> Script=() Line:4> Command Variable Action
System.Management.Automation.CallStackFrame Command Arguments Location
System.Management.Automation.PSModuleInfo ModuleType:10 Version:10 PreRelease=():10 Name:35 ExportedCommands=()
System.Management.Automation.Runspaces.Runspace Id:3> Name:15 ComputerName=():15 Type=():13 State=():13 \
Availability=RunspaceAvailability:15
System.Management.Automation.Job Id:6 Name:15 PSJobTypeName:15 State:13 HasMoreData:15 Location:20 Command:25
"""

_COMMAND_TYPES: Final = "AliasInfo ApplicationInfo CmdletInfo ExternalScriptInfo FilterInfo FunctionInfo ScriptInfo"

_LISTS: Final = """
System.Diagnostics.FileVersionInfo OriginalFileName FileDescription ProductName Comments CompanyName FileName \
FileVersion ProductVersion IsDebug IsPatched IsPreRelease IsPrivateBuild IsSpecialBuild Language LegalCopyright \
LegalTrademarks PrivateBuild SpecialBuild FileVersionRaw ProductVersionRaw
System.Security.AccessControl.ObjectSecurity Path Owner Group Access=AccessToString Audit=AuditToString Sddl
System.ServiceProcess.ServiceController Name DisplayName Status DependentServices ServicesDependedOn \
CanPauseAndContinue CanShutdown CanStop ServiceType
System.Collections.DictionaryEntry Name Value
Microsoft.PowerShell.Commands.GroupInfo Name Count Group Values
Microsoft.PowerShell.Commands.GroupInfoNoElement Name Count Values
System.Management.Automation.ProviderInfo Name Drives Path Home Description Capabilities ImplementingType
System.Management.Automation.PSDriveInfo Name Description Provider Root CurrentLocation
System.Management.Automation.AliasInfo DisplayName CommandType Definition ReferencedCommand ResolvedCommand
System.Management.Automation.CmdletInfo Name CommandType Definition Path DLL HelpFile ParameterSets ImplementingType \
Verb Noun
System.Management.Automation.FunctionInfo Name CommandType Definition
System.Management.Automation.FilterInfo Name CommandType Definition
System.Management.Automation.ApplicationInfo Name CommandType Definition Extension Path FileVersionInfo
System.Management.Automation.ScriptInfo Name CommandType Definition Path
System.Management.Automation.ExperimentalFeature Name Enabled Source Description
System.Management.Automation.PSModuleInfo Name Path Description ModuleType Version PreRelease=() NestedModules \
ExportedFunctions=() ExportedCmdlets=() ExportedVariables=() ExportedAliases=()
Deserialized.Microsoft.PowerShell.Commands.GenericMeasureInfo Count Average Sum Maximum Minimum Property
"""

_TIME_SPAN: Final = "Days Hours Minutes Seconds Milliseconds Ticks TotalDays TotalHours TotalMinutes TotalSeconds"

_FILE_ITEMS: Final = ("Name", "CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target")

_DISPLAY_SETS: Final = {
    "System.Diagnostics.Process": "Id Handles CPU SI Name",
    "System.ServiceProcess.ServiceController": "Status Name DisplayName",
    "System.IO.FileInfo": "LastWriteTime Length Name",
    "System.Management.Automation.PSModuleInfo": "Name Path Description Guid Version ModuleBase ModuleType PrivateData"
    " AccessMode ExportedAliases ExportedCmdlets ExportedFunctions ExportedVariables NestedModules",
    "System.Management.Automation.ListControlEntry": "Items EntrySelectedBy",
    "System.Management.Automation.ExtendedTypeDefinition": "TypeNames FormatViewDefinition",
}


def _get(value: Value, name: str) -> Any:
    found = read(value, name, None)
    return None if found is MISSING else found


def _megabytes(name: str) -> Callable[[Value], str]:
    return lambda value: f"{float(_get(value, name) or 0) / 1048576:,.2f}"


def _keys(name: str) -> Callable[[Value], Value]:
    def keys(value: Value) -> Value:
        table = _get(value, name)
        return list(table.keys()) if table is not None else None

    return keys


def _pre_release(value: Value) -> Value:
    data = _get(value, "PrivateData")
    ps_data: Any = data.get("PSData") if hasattr(data, "get") else None
    return ps_data.get("PreRelease") if ps_data is not None else None


def _duration(value: Value) -> Value:
    """Hours only from one hour on, minutes from one minute on: `1:02.345`."""
    duration = _get(value, "Duration")
    seconds = _get(duration, "TotalSeconds") if duration is not None else None
    if seconds is None:
        return ""
    milliseconds = int(seconds * 1000 + 0.5)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    fraction = f"{rest // 1000}.{rest % 1000:03d}"
    if hours:
        return f"{hours}:{minutes:02d}:{fraction:0>6}"
    return f"{minutes}:{fraction:0>6}" if minutes else fraction


def _gigabytes(name: str) -> Callable[[Value], str | None]:
    def text(drive: Value) -> str | None:
        used, free = _get(drive, "Used"), _get(drive, "Free")
        return f"{(_get(drive, name) or 0) / 1073741824:.2f}" if used or free else None

    return text


def _provider_name(drive: Value) -> Value:
    provider = _get(drive, "Provider")
    return None if provider is None else _get(provider, "Name")


def _root(drive: Value) -> Value:
    shown = _get(drive, "DisplayRoot")
    return _get(drive, "Root") if shown is None else shown


def _command_name(command: Value) -> Value:
    return _get(command, "DisplayName") if to_string(_get(command, "CommandType")) == "Alias" else _get(command, "Name")


def _friendly_names(certificate: Value) -> Value:
    return [_get(usage, "FriendlyName") for usage in _get(certificate, "EnhancedKeyUsageList") or ()]


_FUNCTIONS: Final[dict[str, Callable[[Value], Value]]] = {
    "NPM(K)": lambda process: (_get(process, "NPM") or 0) // 1024,
    "PM(M)": _megabytes("PM"),
    "WS(M)": _megabytes("WS"),
    "CPU(s)": lambda process: f"{float(_get(process, 'CPU') or 0):,.2f}",
    "Duration": _duration,
    "Script": lambda breakpoint: ntpath.basename(_get(breakpoint, "Script") or ""),
    "PreRelease": _pre_release,
    "ComputerName": lambda runspace: "localhost",
    "Type": lambda runspace: "Local",
    "State": lambda runspace: _get(_get(runspace, "RunspaceStateInfo"), "State"),
    **{
        name: _keys(name)
        for name in (
            "ExportedCommands",
            "ExportedFunctions",
            "ExportedCmdlets",
            "ExportedVariables",
            "ExportedAliases",
        )
    },
}


def _parse(word: str) -> tuple[str, views.Read, int, str]:
    align = "right" if word.endswith(">") else "left"
    name, _, width = word.rstrip(">").partition(":")
    label, _, source = name.partition("=")
    value: views.Read = _FUNCTIONS[label] if source == "()" else source or label
    return label, value, int(width or 0), align


def _definitions(text: str) -> Iterable[tuple[str, list[str]]]:
    for line in text.strip().splitlines():
        type_name, *words = line.split()
        yield type_name, words


def _table(words: Iterable[str], name: str) -> TableView:
    return TableView(tuple(Column(*_parse(word)) for word in words), name=name)


def _list(words: Iterable[str], name: str) -> ListView:
    return ListView(tuple(Item(label, value) for label, value, _, _ in map(_parse, words)), name=name)


def _directory(value: Value) -> list[str]:
    parent = to_string(_get(value, "PSParentPath"))
    return ["    Directory: " + parent.rpartition("::")[2]]


def _register_certificates() -> None:
    uses = Column("EnhancedKeyUsageList", _friendly_names)
    columns = (Column("Thumbprint", width=41), Column("Subject", width=20), uses)
    view = TableView(columns, GroupBy("PSParentPath", "PSParentPath"))
    views.register("System.Security.Cryptography.X509Certificates.X509Certificate2", view)


def _register_files() -> None:
    group = GroupBy("PSParentPath", heading=_directory)
    windows = TableView(
        (
            Column("Mode", "ModeWithoutHardLink", 7),
            Column("LastWriteTime", "LastWriteTimeString", 26, "right"),
            Column("Length", "LengthString", 14, "right"),
            Column("Name", "NameString"),
        ),
        group,
        "children",
    )
    unix = TableView(
        (
            Column("UnixMode", None, 10),
            Column("User", None, 10, "right"),
            Column("Group", None, 10),
            Column("LastWriteTime", None, 16, "right", "{0:d} {0:HH}:{0:mm}"),
            Column("Size", None, 12, "right"),
            Column("Name", "NameString"),
        ),
        group,
        "childrenWithUnixStat",
    )
    items = ListView(
        tuple(map(Item, _FILE_ITEMS)),
        group,
        "children",
    )
    for name in ("System.IO.DirectoryInfo", "System.IO.FileInfo"):
        views.register(name, windows, unix, items, WideView("Name", group, "children"))


def _register_commands() -> None:
    table = TableView(
        (
            Column("CommandType", width=15),
            Column("Name", _command_name, 50),
            Column("Version", width=10),
            Column("Source"),
        ),
        name="CommandInfo",
    )
    for name in _COMMAND_TYPES.split():
        views.register(_MANAGEMENT + name, table)


def _register_drives() -> None:
    table = TableView(
        (
            Column("Name", width=10),
            Column("Used (GB)", _gigabytes("Used"), 13),
            Column("Free (GB)", _gigabytes("Free"), 13),
            Column("Provider", _provider_name, 13),
            Column("Root", _root, 35),
            Column("CurrentLocation"),
        ),
        name="drive",
    )
    views.register(_MANAGEMENT + "PSDriveInfo", table)


def _text(name: str) -> Callable[[Value, Any, int], str]:
    return lambda value, session, columns: to_string(_get(value, name))


def _itself(value: Value, session: Any, columns: int) -> str:
    return net_string(value)


def _found_line(value: Value, session: Any, columns: int) -> str:
    """A line that Select-String found, its file relative to the current location."""
    emphasized = getattr(base_of(value), "to_emphasized_string", None)
    if emphasized is None:  # what came back from CLIXML bears the type's name and has none of its methods
        return net_string(value)
    return str(emphasized(session.location if session is not None else ""))


def _date(value: Value, session: Any, columns: int) -> str:
    return to_string(_get(value, "DateTime"))


def _error(value: Value, session: Any, columns: int) -> str:
    if not isinstance(base_of(value), ErrorRecord):
        return net_string(value)
    view = to_string(session.get_variable("ErrorView")) if session is not None else ""
    style = colours(session) if rendering(session) == "Ansi" else PLAIN
    return render_error(base_of(value), view or "NormalView", columns, style=style, session=session)[:-1]


def _extended_error(value: Value, session: Any, columns: int) -> str:
    return detailed.detailed_view(value, columns, session)


def _register_text() -> None:
    for name in ("WarningRecord", "VerboseRecord", "DebugRecord"):
        views.register(_MANAGEMENT + name, CustomView(_text("Message"), True))
    views.register(_MANAGEMENT + "InformationRecord", CustomView(_itself, True))
    views.register(_MANAGEMENT + "ScriptBlock", CustomView(_itself, True))
    views.register(_MANAGEMENT + "ErrorRecord#PSExtendedError", CustomView(_extended_error, True))
    views.register("System.Exception#PSExtendedError", CustomView(_extended_error, True))
    views.register(_MANAGEMENT + "ErrorRecord", CustomView(_error, True))
    views.register(_COMMANDS + "MatchInfo", CustomView(_found_line))
    views.register("System.DateTime", CustomView(_date, name="DateTime"))


def _register_bytes() -> None:
    digits = "Bytes\n" + " ".join(f"{each:02X}" for each in range(16))
    columns = (
        Column("Offset", "HexOffset", 16, "right"),
        Column(digits, "HexBytes", len(digits) - len("Bytes\n")),
        Column("Ascii", width=16),
    )
    views.register(_COMMANDS + "ByteCollection", TableView(columns, GroupBy("Label", "Label")))


def _register_members() -> None:
    table = TableView(
        (Column("Name"), Column("MemberType"), Column("Definition")), GroupBy("TypeName", "TypeName"), autosize=True
    )
    views.register(_COMMANDS + "MemberDefinition", table)
    overloads = Column("OverloadDefinitions", lambda value: "\n".join(_get(value, "OverloadDefinitions")))
    views.register(_MANAGEMENT + "PSMethod", TableView((overloads,), wrap=True))


def register_all() -> None:
    """Register the views of PowerShell's own types."""
    _register_commands()
    for type_name, words in _definitions(_TABLES):
        views.register(type_name, _table(words, type_name))
    _register_drives()
    for type_name, words in _definitions(_LISTS):
        views.register(type_name, _list(words, type_name))
    times = _TIME_SPAN.split()
    name = "System.TimeSpan"
    as_list = _list([*times, "TotalMilliseconds"], name)
    views.register(name, as_list, _table(times[:5], name), WideView("TotalSeconds", name=name))
    _register_certificates()
    _register_files()
    _register_text()
    _register_members()
    _register_bytes()
    register_style_views()
    for name, members in _DISPLAY_SETS.items():
        views.declare_display_set(name, members.split())
    views.declare_display_property("System.Net.IPAddress", "IPAddressToString")
    views.declare_display_property("System.IO.DirectoryInfo", "Name")


register_all()
