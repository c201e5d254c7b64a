"""`AssembleMessage`: the last stage of a pipeline that begins with Export-Message."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSObject, Value

from ..base import ExchangeCmdlet
from .files import write_file


class SaveExportedMessage(ExchangeCmdlet, verb="Save", noun="ExportedMessage"):
    """Write an exported message to a file. Exchange's script AssembleMessage is an alias for this command."""

    module = "Emshell.Lab"
    path: str = parameter(
        "string", name="Path", position=0, mandatory=True, help="The path of the file, such as C:\\Mail\\one.eml."
    )
    exported: Any = parameter(
        "object", name="InputObject", mandatory=True, pipeline=True, help="The output of Export-Message."
    )
    examples = (
        Example(
            "Get-Message | Select-Object -First 1 | Export-Message | AssembleMessage -Path one.eml", "Save one message."
        ),
    )

    def process(self) -> None:
        """Write it."""
        content = _octets(self.exported)
        if content is None:
            self.refuse("There is nothing to write: the object has no FileData.", "ExportedMessageException")
            return
        write_file(self, self.path, content, "ExportedMessageException")


def _octets(exported: Value) -> bytes | None:
    members = exported.members if isinstance(exported, PSObject) else None
    data = members.get("FileData") if members else None
    data = getattr(data, "value", data)
    try:
        return None if data is None else bytes(int(octet) for octet in data)
    except TypeError:
        return None
