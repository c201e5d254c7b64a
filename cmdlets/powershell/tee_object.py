"""Tee-Object: pass objects on and keep them in a variable or a file."""

from __future__ import annotations

from cmdlets.powershell.file_output import encoding_parameter
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.values.objects import MISSING, Value

_FILE = {"File": SetMembership(mandatory=True, position=0)}


class TeeObject(Cmdlet, verb="Tee", noun="Object", module="Microsoft.PowerShell.Utility", default_set="File"):
    """Send objects on and save them in a file, as the console would show them, or in a variable."""

    examples = (Example("1..3 | Tee-Object -Variable numbers", "Keep what goes by."),)

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to pass on.")
    file_path: str = parameter("string", sets=_FILE, aliases=("Path",), help="The file to write; wildcards work.")
    append: bool = parameter("switch", sets=("File",), help="Add to the file.")
    encoding: Value = encoding_parameter(sets=("File", "LiteralFile"), not_null_or_empty=True)
    literal_path: str = parameter(
        "string",
        sets={"LiteralFile": SetMembership(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="The file to write, taken as it is.",
    )
    variable: str = parameter(
        "string", sets={"Variable": SetMembership(mandatory=True)}, help="The variable to put the objects in."
    )

    def begin(self) -> None:
        """Start to collect."""
        self._kept: list[Value] = []

    def process(self) -> None:
        """Pass an object on."""
        if self.input_object is MISSING:
            return
        self._kept.append(self.input_object)
        self.write(self.input_object)

    def end(self) -> None:
        """Save what went by."""
        kept = self._kept
        if self.variable:
            self.session.set_variable(self.variable, kept[0] if len(kept) == 1 else kept)
            return
        target: dict[str, Value] = (
            {"LiteralPath": self.literal_path} if self.literal_path else {"FilePath": self.file_path}
        )
        if self.append:
            target["Append"] = True
        if self.is_bound("Encoding"):
            target["Encoding"] = self.encoding
        self.session.run_command("Out-File", input=kept, **target)
