"""Get-Error: the newest errors of the session in full."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types import type_names
from shell.values.errors import ErrorRecord, NetException
from shell.values.objects import PSObject, Value

_EXTENDED = "#PSExtendedError"


class GetError(Cmdlet, verb="Get", noun="Error", default_set="Newest"):
    """Show the newest error with everything that is known of it."""

    examples = (Example("Get-Error -Newest 2", "The last two errors."),)

    newest: int = parameter(
        "int", sets=("Newest",), aliases=("Last",), default=1, range=(1, 2147483647), help="How many errors."
    )
    input_object: Any = parameter(
        "psobject",
        sets={"Error": SetMembership(position=0, pipeline=True)},
        not_null_or_empty=True,
        help="An error record or exception to show.",
    )

    def process(self) -> None:
        """Show an error."""
        if self.input_object is not None:
            self._show(self.input_object)
            return
        for each in self.session.errors[: self.newest]:
            self._show(each)

    def _show(self, value: Value) -> None:
        plain = value.base if isinstance(value, PSObject) else value
        if isinstance(plain, (ErrorRecord, NetException)):
            family = "ErrorRecord" if isinstance(plain, ErrorRecord) else "Exception"
            prefix = "System.Management.Automation." if family == "ErrorRecord" else "System."
            self.write(PSObject(plain, None, [prefix + family + _EXTENDED, *type_names(plain)]))
