"""Errors: .NET's exceptions as Python exceptions, and PowerShell's error record around them.

Every exception that a script can see is a `NetException`. Raising one is a statement-terminating error; the runtime
makes the `ErrorRecord` around it (`record_of`). A Python exception of any other kind that reaches the runtime is a bug.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from shell.language.source import Extent
    from shell.values.objects import Value


class ErrorCategory(IntEnum):
    """System.Management.Automation.ErrorCategory."""

    NotSpecified = 0
    OpenError = 1
    CloseError = 2
    DeviceError = 3
    DeadlockDetected = 4
    InvalidArgument = 5
    InvalidData = 6
    InvalidOperation = 7
    InvalidResult = 8
    InvalidType = 9
    MetadataError = 10
    NotImplemented = 11
    NotInstalled = 12
    ObjectNotFound = 13
    OperationStopped = 14
    OperationTimeout = 15
    SyntaxError = 16
    ParserError = 17
    PermissionDenied = 18
    ResourceBusy = 19
    ResourceExists = 20
    ResourceUnavailable = 21
    ReadError = 22
    WriteError = 23
    FromStdErr = 24
    SecurityError = 25
    ProtocolError = 26
    ConnectionError = 27
    AuthenticationError = 28
    LimitsExceeded = 29
    QuotaExceeded = 30
    NotEnabled = 31


class NetException(Exception):
    """A .NET exception. The classes derive as in .NET; `clr_name` is the full name that scripts see.

    `error_id`, `category` and `target` go into the error record that the runtime makes; `record` is that record once
    made, so that an exception keeps one record wherever it is caught.
    """

    clr_name: ClassVar[str] = "System.Exception"
    default_id: ClassVar[str | None] = None
    default_category: ClassVar[ErrorCategory] = ErrorCategory.NotSpecified
    origin: str | None = None
    """The computer that the error comes from: its position in a script means nothing here. Empty if that computer could
    not be reached.
    """

    def __init__(
        self,
        message: str = "",
        *,
        inner: NetException | None = None,
        error_id: str | None = None,
        category: ErrorCategory | None = None,
        target: Value = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.inner = inner
        self.error_id = error_id if error_id is not None else self.default_id
        self.category = category if category is not None else self.default_category
        self.target = target
        self.record: ErrorRecord | None = None
        self.data: dict[str, Any] = {}


def exception_class(clr_name: str, base: type[NetException], module: str = __name__) -> type[NetException]:
    """Make the Python class for a .NET exception. `clr_name` is the full name."""
    return type(clr_name.rsplit(".", 1)[-1], (base,), {"clr_name": clr_name, "__module__": module})


class SystemException(NetException):
    """System.SystemException."""

    clr_name = "System.SystemException"


class ArgumentException(SystemException):
    """System.ArgumentException."""

    clr_name = "System.ArgumentException"


class ArgumentNullException(ArgumentException):
    """System.ArgumentNullException."""

    clr_name = "System.ArgumentNullException"


def null_argument(name: str) -> ArgumentNullException:
    """Return the error for a null argument of the engine's own code."""
    return ArgumentNullException(
        f'Cannot process argument because the value of argument "{name}" is null. Change the value of argument "{name}"'
        " to a non-null value.",
        error_id="ArgumentNull",
        category=ErrorCategory.InvalidArgument,
    )


class ArgumentOutOfRangeException(ArgumentException):
    """System.ArgumentOutOfRangeException."""

    clr_name = "System.ArgumentOutOfRangeException"


class RegexParseException(ArgumentException):
    """System.Text.RegularExpressions.RegexParseException."""

    clr_name = "System.Text.RegularExpressions.RegexParseException"


class FormatException(SystemException):
    """System.FormatException."""

    clr_name = "System.FormatException"


class InvalidCastException(SystemException):
    """System.InvalidCastException."""

    clr_name = "System.InvalidCastException"


class InvalidOperationException(SystemException):
    """System.InvalidOperationException."""

    clr_name = "System.InvalidOperationException"


class NotSupportedException(SystemException):
    """System.NotSupportedException."""

    clr_name = "System.NotSupportedException"


class NotImplementedException(SystemException):
    """System.NotImplementedException."""

    clr_name = "System.NotImplementedException"


class IndexOutOfRangeException(SystemException):
    """System.IndexOutOfRangeException."""

    clr_name = "System.IndexOutOfRangeException"


class KeyNotFoundException(SystemException):
    """System.Collections.Generic.KeyNotFoundException."""

    clr_name = "System.Collections.Generic.KeyNotFoundException"


class ArithmeticException(SystemException):
    """System.ArithmeticException."""

    clr_name = "System.ArithmeticException"


class DivideByZeroException(ArithmeticException):
    """System.DivideByZeroException."""

    clr_name = "System.DivideByZeroException"


class OverflowException(ArithmeticException):
    """System.OverflowException."""

    clr_name = "System.OverflowException"


class NullReferenceException(SystemException):
    """System.NullReferenceException."""

    clr_name = "System.NullReferenceException"


class UnauthorizedAccessException(SystemException):
    """System.UnauthorizedAccessException."""

    clr_name = "System.UnauthorizedAccessException"


class IOException(SystemException):
    """System.IO.IOException."""

    clr_name = "System.IO.IOException"


class FileNotFoundException(IOException):
    """System.IO.FileNotFoundException."""

    clr_name = "System.IO.FileNotFoundException"


class DirectoryNotFoundException(IOException):
    """System.IO.DirectoryNotFoundException."""

    clr_name = "System.IO.DirectoryNotFoundException"


class RuntimeException(SystemException):
    """System.Management.Automation.RuntimeException.

    `was_thrown` is true for a `throw` statement: such an error ends the script, not only the statement. `from_method`
    is true for an exception that a method raised and that comes wrapped in a MethodInvocationException.
    """

    clr_name = "System.Management.Automation.RuntimeException"
    default_id = "RuntimeException"
    from_method: ClassVar[bool] = False
    was_thrown: bool = False


class PSInvalidCastException(InvalidCastException):
    """System.Management.Automation.PSInvalidCastException: a conversion that PowerShell could not make."""

    clr_name = "System.Management.Automation.PSInvalidCastException"
    default_id = "PSInvalidCastException"
    default_category = ErrorCategory.InvalidArgument


class PSArgumentException(ArgumentException):
    """System.Management.Automation.PSArgumentException."""

    clr_name = "System.Management.Automation.PSArgumentException"
    default_id = "Argument"
    default_category = ErrorCategory.InvalidArgument


class PSInvalidOperationException(InvalidOperationException):
    """System.Management.Automation.PSInvalidOperationException."""

    clr_name = "System.Management.Automation.PSInvalidOperationException"
    default_id = "InvalidOperation"
    default_category = ErrorCategory.InvalidOperation


class MethodException(RuntimeException):
    """System.Management.Automation.MethodException: no method, no overload."""

    clr_name = "System.Management.Automation.MethodException"


class MethodInvocationException(MethodException):
    """System.Management.Automation.MethodInvocationException: a method threw `inner`."""

    clr_name = "System.Management.Automation.MethodInvocationException"


class SetValueException(RuntimeException):
    """System.Management.Automation.SetValueException."""

    clr_name = "System.Management.Automation.SetValueException"


class CommandNotFoundException(RuntimeException):
    """System.Management.Automation.CommandNotFoundException; `target` is the name."""

    clr_name = "System.Management.Automation.CommandNotFoundException"
    default_id = "CommandNotFoundException"
    default_category = ErrorCategory.ObjectNotFound


class ParameterBindingException(RuntimeException):
    """System.Management.Automation.ParameterBindingException."""

    clr_name = "System.Management.Automation.ParameterBindingException"
    default_category = ErrorCategory.InvalidArgument
    error_extent: Extent | None = None
    parameter_name: str | None = None
    parameter_type: Any = None


class ParameterBindingValidationException(ParameterBindingException):
    """System.Management.Automation.ParameterBindingValidationException."""

    clr_name = "System.Management.Automation.ParameterBindingValidationException"
    default_category = ErrorCategory.InvalidData


class ParameterBindingArgumentTransformationException(ParameterBindingException):
    """System.Management.Automation.ParameterBindingArgumentTransformationException."""

    clr_name = "System.Management.Automation.ParameterBindingArgumentTransformationException"
    default_category = ErrorCategory.InvalidData


class SessionStateException(RuntimeException):
    """System.Management.Automation.SessionStateException."""

    clr_name = "System.Management.Automation.SessionStateException"


class SessionStateUnauthorizedAccessException(SessionStateException):
    """System.Management.Automation.SessionStateUnauthorizedAccessException."""

    clr_name = "System.Management.Automation.SessionStateUnauthorizedAccessException"


class ItemNotFoundException(SessionStateException):
    """System.Management.Automation.ItemNotFoundException."""

    clr_name = "System.Management.Automation.ItemNotFoundException"
    default_category = ErrorCategory.ObjectNotFound


class ParseException(RuntimeException):
    """System.Management.Automation.ParseException; `parse_errors` are those of `shell.language`."""

    clr_name = "System.Management.Automation.ParseException"
    default_category = ErrorCategory.ParserError
    parse_errors: tuple[Any, ...] = ()


class IncompleteParseException(ParseException):
    """System.Management.Automation.IncompleteParseException: more text could make it whole."""

    clr_name = "System.Management.Automation.IncompleteParseException"


class NotEmulatedException(NotSupportedException):
    """A feature of PowerShell or Exchange that is not emulated. Its ids begin with `NotEmulated`."""

    clr_name = "System.NotSupportedException"
    default_id = "NotEmulated"
    default_category = ErrorCategory.NotImplemented


class ActionPreferenceStopException(RuntimeException):
    """A non-terminating error that `-ErrorAction Stop` turned into a terminating one; `record` is the original."""

    clr_name = "System.Management.Automation.ActionPreferenceStopException"
    default_category = ErrorCategory.OperationStopped


class PipelineStoppedException(RuntimeException):
    """Ctrl+C."""

    clr_name = "System.Management.Automation.PipelineStoppedException"
    default_id = "PipelineStopped"
    default_category = ErrorCategory.OperationStopped


class ErrorRecord:
    """System.Management.Automation.ErrorRecord.

    `fully_qualified_error_id` is the id, a comma and the command's name or class where a command raised it.
    `activity`, `reason`, `target_name`, `target_type` make the category line; each may be set, else it is computed.
    """

    clr_type_name = "System.Management.Automation.ErrorRecord"

    __slots__ = (
        "activity",
        "category_value",
        "command_id",
        "details",
        "error_id",
        "exception",
        "invocation",
        "ps_extension",
        "reason",
        "recommended_action",
        "script_stack_trace",
        "target",
        "target_name",
        "target_type",
    )

    def __init__(
        self,
        exception: NetException,
        error_id: str | None = None,
        category: ErrorCategory = ErrorCategory.NotSpecified,
        target: Value = None,
    ) -> None:
        self.exception = exception
        self.error_id = error_id or ""
        self.category_value = category
        self.target = target
        self.command_id: str | None = None
        self.activity: str | None = None
        self.reason: str | None = None
        self.target_name: str | None = None
        self.target_type: str | None = None
        self.invocation: Any = None
        self.details: str | None = None
        self.recommended_action: str | None = None
        self.script_stack_trace = ""

    def __str__(self) -> str:
        return self.message

    @property
    def fully_qualified_error_id(self) -> str:
        """Return `Id,Command`."""
        return ",".join(part for part in (self.error_id, self.command_id) if part)

    @property
    def category(self) -> str:
        """Return the category's name."""
        return self.category_value.name

    @property
    def message(self) -> str:
        """Return the error details if they are set, else the exception's message."""
        return self.details if self.details is not None else self.exception.message


def record_of(error: NetException) -> ErrorRecord:
    """Return the record of an exception, which is made once.

    PowerShell's own exceptions that are no RuntimeException (a failed cast) come out wrapped in one; a bare .NET
    exception has its full name as id and the category OperationStopped.
    """
    if error.record is None:
        error.record = _make_record(error)
    return error.record


def _make_record(error: NetException) -> ErrorRecord:
    if isinstance(error, (PSInvalidCastException, PSArgumentException, PSInvalidOperationException)):
        outer = RuntimeException(error.message, inner=error)
        outer.record = ErrorRecord(outer, error.error_id or type(error).__name__, error.category, error.target)
        return outer.record
    if error.error_id is not None:
        return ErrorRecord(error, error.error_id, error.category, error.target)
    if isinstance(error, RuntimeException):
        return ErrorRecord(error, type(error).__name__, error.category, error.target)
    return ErrorRecord(error, error.clr_name, ErrorCategory.OperationStopped, error.target)
