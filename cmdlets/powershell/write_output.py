"""Write-Output and Out-Null."""

from __future__ import annotations

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.values.objects import GenericList, Value


class WriteOutput(Cmdlet, verb="Write", noun="Output", module="Microsoft.PowerShell.Utility"):
    """Write objects to the pipeline."""

    examples = (
        Example("Write-Output 1, 2, 3", "Write three objects."),
        Example("Write-Output 1, 2 -NoEnumerate | ForEach-Object { $_.Count }", "Write an array as one object."),
    )

    input_object: Value = parameter(
        "psobject",
        mandatory=True,
        position=0,
        pipeline=True,
        remaining=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="The objects to write.",
    )
    no_enumerate: bool = parameter("switch", help="Write a collection as one object.")

    def begin(self) -> None:
        """Objects of a pipeline that need no unrolling take the short way."""
        if not self.no_enumerate:
            self.fast_process = lambda value: self.write(value, enumerate=True)

    def process(self) -> None:
        """Write."""
        value = self.input_object
        if self.no_enumerate and type(value) is GenericList and len(value) == 1:
            value = value[0]
        self.write(value, enumerate=not self.no_enumerate)


class OutNull(Cmdlet, verb="Out", noun="Null", module="Microsoft.PowerShell.Core"):
    """Discard objects."""

    examples = (Example("1..3 | Out-Null", "Show nothing."),)

    input_object: Value = parameter("psobject", pipeline=True, help="The objects to discard.")

    def begin(self) -> None:
        """Every object goes nowhere."""
        self.fast_process = _discard


def _discard(value: Value) -> None:
    return None
