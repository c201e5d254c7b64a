"""Where the types of what the cmdlets write are: they can be named before the cmdlet ran."""

from __future__ import annotations

from typing import Final

DATA_TYPES: Final[dict[str, str]] = {
    "cmdlets.powershell.alias_files": "ExportAliasFormat",
    "cmdlets.powershell.dates": "DisplayHintType",
    "cmdlets.powershell.files": "FileHashInfo",
    "cmdlets.powershell.format_hex": "ByteCollection",
    "cmdlets.powershell.get_help": "HelpNotFoundException",
    "cmdlets.powershell.get_member": "MemberDefinition",
    "cmdlets.powershell.group_object": "GroupInfo GroupInfoNoElement",
    "cmdlets.powershell.json": "JsonDateKind",
    "cmdlets.powershell.json_object": "JsonObject JsonObject+ConvertToJsonContext",
    "cmdlets.powershell.measure_object": "MeasureInfo GenericMeasureInfo GenericObjectMeasureInfo TextMeasureInfo",
    "cmdlets.powershell.paths": "TestPathType",
    "cmdlets.powershell.processes": "ProcessCommandException",
    "cmdlets.powershell.select_string": "MatchInfo MatchInfoContext",
    "cmdlets.powershell.select_xml": "SelectXmlInfo",
    "cmdlets.powershell.write_error": "WriteErrorException",
    "shell.engine.session.history": "HistoryInfo",
}
"""The module of each type in Microsoft.PowerShell.Commands."""
