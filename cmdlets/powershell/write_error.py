"""Write-Error: report an error and go on."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.commands.external_info import ScriptInfo
from shell.engine.run.invocation import InvocationInfo
from shell.values.errors import ErrorCategory, ErrorRecord, SystemException
from shell.values.objects import PSObject, Value


class WriteErrorException(SystemException):
    """What Write-Error puts around a message."""

    clr_name = "Microsoft.PowerShell.Commands.WriteErrorException"


_WITH_DETAILS = ("NoException", "WithException")
_MESSAGE = {
    "NoException": SetMembership(mandatory=True, position=0, pipeline=True),
    "WithException": SetMembership(),
}


class WriteError(Cmdlet, verb="Write", noun="Error", default_set="NoException"):
    """Report an error without ending the script.

    The error is the caller's: its position and the name behind its id are those of the function or script that called.
    """

    examples = (
        Example("Write-Error 'No such server.' -Category ObjectNotFound -ErrorId Lab.NoServer", "Report an error."),
    )

    message: str = parameter(
        "string", sets=_MESSAGE, aliases=("Msg",), allow_null=True, allow_empty_string=True, help="The text."
    )
    category: Any = parameter("System.Management.Automation.ErrorCategory", sets=_WITH_DETAILS, help="Its category.")
    error_id: str = parameter("string", sets=_WITH_DETAILS, help="Its id.")
    target_object: Value = parameter("object", sets=_WITH_DETAILS, help="What it is about.")
    recommended_action: str = parameter("string", help="What the user should do.")
    category_activity: str = parameter("string", aliases=("Activity",), help="What was done.")
    category_reason: str = parameter("string", aliases=("Reason",), help="Why it failed.")
    category_target_name: str = parameter("string", aliases=("TargetName",), help="The name of the target.")
    category_target_type: str = parameter("string", aliases=("TargetType",), help="The type of the target.")
    exception: Any = parameter(
        "System.Exception", sets=("WithException",), mandatory=True, position=0, help="The exception to report."
    )
    error_record: Any = parameter(
        "System.Management.Automation.ErrorRecord",
        sets=("ErrorRecord",),
        mandatory=True,
        position=0,
        help="A record to report again.",
    )

    def process(self) -> None:
        """Report."""
        given = self.error_record.base if isinstance(self.error_record, PSObject) else self.error_record
        record = self._again(given) if given is not None else self._new()
        self._describe(record)
        caller = self._caller()
        record.invocation = caller
        record.command_id = caller.command.name if caller.command is not None else ""
        if record.activity is None:
            record.activity = "Write-Error"
        self.write_error(record)

    def _new(self) -> ErrorRecord:
        exception = self.exception.base if isinstance(self.exception, PSObject) else self.exception
        message = self.message or ""
        made = exception if exception is not None else WriteErrorException(message)
        error_id = self.error_id or made.clr_name
        category = ErrorCategory(int(self.category)) if self.category is not None else ErrorCategory.NotSpecified
        record = ErrorRecord(made, error_id, category, self.target_object)
        if exception is not None and self.is_bound("Message"):
            record.details = message
        return record

    def _again(self, given: ErrorRecord) -> ErrorRecord:
        record = ErrorRecord(given.exception, given.error_id, given.category_value, given.target)
        for name in ("activity", "reason", "target_name", "target_type", "details", "recommended_action"):
            setattr(record, name, getattr(given, name))
        return record

    def _describe(self, record: ErrorRecord) -> None:
        given = {
            "recommended_action": self.recommended_action,
            "activity": self.category_activity,
            "reason": self.category_reason,
            "target_name": self.category_target_name,
            "target_type": self.category_target_type,
        }
        for name, text in given.items():
            if text:
                setattr(record, name, text)
        if self.recommended_action and record.details is None:
            record.details = record.exception.message

    def _caller(self) -> InvocationInfo:
        """Return how the code that calls was called itself."""
        frame = self.session.scope.current_frame()
        if frame is not None:
            call = frame.invocation()
            if call.command is None:
                call.command = ScriptInfo("", frame.block)
            return call
        own = self.runtime.call
        text = own.extent.source.text if own.extent is not None else ""
        return InvocationInfo(ScriptInfo("", text))
