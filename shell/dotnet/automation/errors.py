"""Exceptions and error records as scripts see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from shell.dotnet.automation.error_text import category_message
from shell.types import Method, named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import exception_text, to_string
from shell.types.registry.declarations import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_from_text, enum_value
from shell.types.registry.table import ClrType, exception_type, type_of
from shell.values import errors
from shell.values.errors import ArgumentNullException, ErrorRecord, NetException
from shell.values.exceptions import CLASSES, h_result, standard_message
from shell.values.objects import Hashtable, Value

_AUTOMATION = "System.Management.Automation."
_PARSE_ERROR = _AUTOMATION + "Language.ParseError"

ERROR_CATEGORY = named(_AUTOMATION + "ErrorCategory")


# --- exceptions ------------------------------------------------------------------------------------------------------


class ExceptionMembers:
    """Members of System.Exception."""

    @clr_property("Message", "string")
    def message(self: Any) -> str:
        """Return the message."""
        text: str = self.message
        return text

    @clr_property("TargetSite", "object")
    def target_site(self: Any) -> Value:
        """Return null: there are no .NET methods."""
        return None

    @clr_property("Data", "System.Collections.IDictionary")
    def data(self: Any) -> Value:
        """Return the dictionary of user data."""
        if not isinstance(self.data, Hashtable):
            self.data = Hashtable(self.data.items())
        return self.data

    @clr_property("InnerException", "System.Exception")
    def inner_exception(self: Any) -> Value:
        """Return the exception that caused this one."""
        return self.inner

    @clr_property("HelpLink", "string")
    def help_link(self: Any) -> Value:
        """Return null."""
        return None

    @clr_property("Source", "string")
    def source(self: Any) -> Value:
        """Return null."""
        return None

    @clr_property("HResult", "int")
    def h_result(self: Any) -> int:
        """Return the HRESULT of the class."""
        return h_result(type(self))

    @clr_property("StackTrace", "string")
    def stack_trace(self: Any) -> Value:
        """Return null: there are no .NET stack frames."""
        return None

    @clr_method("GetBaseException", "-> System.Exception")
    def base_exception(self: Any) -> Value:
        """Return the innermost exception."""
        error = self
        while error.inner is not None:
            error = error.inner
        return error

    @clr_method("ToString", "-> string")
    def text(self: Any) -> str:
        """Return type, message and inner exceptions."""
        return exception_text(self)


class RecordedMembers:
    """Members of PowerShell's own exceptions, which have an error record."""

    @clr_property("ErrorRecord", _AUTOMATION + "ErrorRecord")
    def error_record(self: Any) -> Value:
        """Return the record around the exception."""
        return errors.record_of(self)

    @clr_property("WasThrownFromThrowStatement", "bool")
    def was_thrown(self: Any) -> bool:
        """Return True if the exception comes from `throw`."""
        return bool(getattr(self, "was_thrown", False))


class ArgumentMembers:
    """Members of System.ArgumentException."""

    @clr_property("ParamName", "string")
    def param_name(self: Any) -> Value:
        """Return the name of the invalid parameter."""
        return getattr(self, "param_name", None)


class CommandNotFoundMembers:
    """Members of CommandNotFoundException."""

    @clr_property("CommandName", "string")
    def command_name(self: Any) -> Value:
        """Return the command name that was not found."""
        return self.target


class SessionStateMembers:
    """Members of SessionStateException."""

    @clr_property("ItemName", "string")
    def item_name(self: Any) -> str:
        """Return the name of the item: a path, a variable, a drive."""
        return "" if self.target is None else to_string(self.target)

    @clr_property("SessionStateCategory", _AUTOMATION + "SessionStateCategory")
    def session_state_category(self: Any) -> Value:
        """Return the category of the item."""
        error_id = self.error_id or ""
        kinds = ("Variable", "Alias", "Function", "Scope")
        kind = next((each for each in kinds if error_id.startswith(each)), "Drive")
        return enum_from_text(kind, named(_AUTOMATION + "SessionStateCategory"))


class BindingMembers:
    """Members of ParameterBindingException."""

    @clr_property("ParameterName", "string")
    def parameter_name(self: Any) -> Value:
        """Return the name of the parameter."""
        return getattr(self, "parameter_name", None)

    @clr_property("ParameterType", "type")
    def parameter_type(self: Any) -> Value:
        """Return the type of the parameter."""
        return getattr(self, "parameter_type", None)

    @clr_property("ErrorId", "string")
    def binding_error_id(self: Any) -> Value:
        """Return the error id without the command name."""
        return self.error_id

    @clr_property("CommandInvocation", _AUTOMATION + "InvocationInfo")
    def command_invocation(self: Any) -> Value:
        """Return the invocation."""
        return errors.record_of(self).invocation


class ParseMembers:
    """Members of ParseException."""

    @clr_property("Errors", _PARSE_ERROR + "[]")
    def parse_errors(self: Any) -> Value:
        """Return the parse errors, registering their type on first use."""
        named(_PARSE_ERROR)
        return list(self.parse_errors)


def _maker(target: ClrType) -> Callable[..., Value]:
    """Return the constructor `(string message = null, Exception inner = null)` of an exception."""

    def make(message: Value = None, inner: Value = None) -> Value:
        assert target.python_class is not None
        text = standard_message(target.name) if message is None else message
        return target.python_class(text, inner=inner)

    return make


def _argument_maker(target: ClrType) -> Callable[..., Value]:
    def make(message: str, param_name: str) -> Value:
        assert target.python_class is not None
        made: Any = target.python_class(f"{message} (Parameter '{param_name}')" if param_name else message)
        made.param_name = param_name
        return made

    return make


def _null_maker(target: ClrType, text: str) -> Callable[..., Value]:
    def make(param_name: str) -> Value:
        assert target.python_class is not None
        made: Any = target.python_class(f"{text} (Parameter '{param_name}')")
        made.param_name = param_name
        return made

    return make


_NULL_ARGUMENTS = ("System.ArgumentNullException", _AUTOMATION + "PSArgumentNullException")
_OUT_OF_RANGE = ("System.ArgumentOutOfRangeException", _AUTOMATION + "PSArgumentOutOfRangeException")


def add_constructors(target: ClrType) -> None:
    """Add the standard constructors of .NET's exceptions to a type."""

    def add(signature: str, function: Callable[..., Value]) -> None:
        target.add_constructor(Method(target.short_name, signature, function, True))

    add("", _maker(target))
    if target.name in _NULL_ARGUMENTS:
        add("string paramName", _null_maker(target, "Value cannot be null."))
    elif target.name in _OUT_OF_RANGE:
        text = "Specified argument was out of the range of valid values."
        add("string paramName", _null_maker(target, text))
    else:
        add("string message", _maker(target))
    add("string message, System.Exception innerException", _maker(target))
    if target.name in ("System.ArgumentException", _AUTOMATION + "PSArgumentException"):
        add("string message, string paramName", _argument_maker(target))
    elif target.name in _NULL_ARGUMENTS or target.name in _OUT_OF_RANGE:
        swapped = _argument_maker(target)
        add("string paramName, string message", lambda param_name, message: swapped(message, param_name))


def _classes(base: Any) -> Iterator[type]:
    yield base
    for each in base.__subclasses__():
        yield from _classes(each)


_MEMBERS: dict[type, type] = {
    NetException: ExceptionMembers,
    errors.RuntimeException: RecordedMembers,
    errors.ArgumentException: ArgumentMembers,
    errors.CommandNotFoundException: CommandNotFoundMembers,
    errors.SessionStateException: SessionStateMembers,
    errors.ParameterBindingException: BindingMembers,
    errors.ParseException: ParseMembers,
}


def _register_exceptions() -> None:
    owned = set(CLASSES.values())
    for kind in list(_classes(NetException)):
        if kind.__module__ != errors.__name__ and kind not in owned:
            continue
        target = exception_type(kind)
        if not target.constructors:
            add_constructors(target)
        holder = _MEMBERS.get(kind)
        if holder is not None:
            attach(target, holder)


_register_exceptions()


# --- records ---------------------------------------------------------------------------------------------------------


@clr_class(
    _AUTOMATION + "ErrorCategoryInfo",
    properties="Category:object Activity:string=rw Reason:string=rw TargetName:string=rw TargetType:string=rw",
)
class ErrorCategoryInfo:
    """The category of an error record (`$_.CategoryInfo`)."""

    def __init__(self, record: ErrorRecord) -> None:
        self._record = record

    @property
    def category(self) -> Value:
        """Return the category."""
        return enum_value(ERROR_CATEGORY, int(self._record.category_value))

    @property
    def activity(self) -> str:
        """Return the command."""
        return self._record.activity or ""

    @activity.setter
    def activity(self, new: str) -> None:
        self._record.activity = new

    @property
    def reason(self) -> str:
        """Return the exception's type name."""
        record = self._record
        return record.reason if record.reason is not None else type_of(record.exception).short_name

    @reason.setter
    def reason(self, new: str) -> None:
        self._record.reason = new

    @property
    def target_name(self) -> str:
        """Return the target as text."""
        record = self._record
        if record.target_name is not None:
            return record.target_name
        return "" if record.target is None else to_string(record.target)

    @target_name.setter
    def target_name(self, new: str) -> None:
        self._record.target_name = new

    @property
    def target_type(self) -> str:
        """Return the target's type name."""
        record = self._record
        if record.target_type is not None:
            return record.target_type
        return "" if record.target is None else type_of(record.target).short_name

    @target_type.setter
    def target_type(self, new: str) -> None:
        self._record.target_type = new

    def __str__(self) -> str:
        return category_message(self._record)

    @clr_method("GetMessage", "-> string")
    def get_message(self) -> str:
        """Return the category line."""
        return str(self)


@clr_class(_AUTOMATION + "ErrorDetails", properties="Message:string RecommendedAction:string=rw")
class ErrorDetails:
    """The replacement message and recommended action of an error record (`$_.ErrorDetails`)."""

    @clr_constructor("string message")
    def __init__(self, message: str) -> None:
        self.message = message
        self._record: Any = None
        self._action = ""

    @classmethod
    def of(cls, record: Any) -> ErrorDetails:
        """Return the details of a record, which keeps the recommended action."""
        made = cls(record.details)
        made._record = record
        return made

    @property
    def recommended_action(self) -> str:
        """Return the recommended action."""
        return self._action if self._record is None else self._record.recommended_action or ""

    @recommended_action.setter
    def recommended_action(self, new: str) -> None:
        if self._record is None:
            self._action = new
        else:
            self._record.recommended_action = new

    def __str__(self) -> str:
        return self.message


def _set_details(record: Any, value: Value) -> None:
    record.details = None if value is None else str(value)
    record.recommended_action = getattr(value, "recommended_action", None)


def _is_null(argument: str) -> ArgumentNullException:
    return ArgumentNullException(
        f'Cannot process argument because the value of argument "{argument}" is null. Change the value of argument'
        f' "{argument}" to a non-null value.'
    )


@clr_class(_AUTOMATION + "ErrorRecord", python_class=ErrorRecord)
class ErrorRecordMembers:
    """Members of ErrorRecord."""

    @clr_constructor("System.Exception exception, string errorId, object errorCategory, object targetObject")
    @staticmethod
    def make(exception: Value, error_id: str, error_category: Value, target_object: Value) -> Value:
        """Make a record."""
        if exception is None:
            raise _is_null("exception")
        category = errors.ErrorCategory(int(convert(error_category, ERROR_CATEGORY)))
        return ErrorRecord(exception, error_id, category, target_object)

    @clr_constructor(
        f"{_AUTOMATION}ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException"
    )
    @staticmethod
    def of_record(record: Any, exception: Value) -> Value:
        """Copy a record; the exception replaces a ParentContainsErrorRecordException."""
        if record is None:
            raise _is_null("errorRecord")
        made = copy(record)
        if exception is not None and getattr(record.exception, "clr_name", "").endswith(
            ".ParentContainsErrorRecordException"
        ):
            made.exception = exception
        return made

    @clr_property("Exception", "System.Exception")
    def exception(self: Any) -> Value:
        """Return the exception."""
        return self.exception

    @clr_property("TargetObject", "object")
    def target_object(self: Any) -> Value:
        """Return the target object."""
        return self.target

    @clr_property("CategoryInfo", _AUTOMATION + "ErrorCategoryInfo")
    def category_info(self: Any) -> Value:
        """Return category, activity, reason and target."""
        return ErrorCategoryInfo(self)

    @clr_property("FullyQualifiedErrorId", "string")
    def fully_qualified_error_id(self: Any) -> str:
        """Return the fully qualified error id."""
        text: str = self.fully_qualified_error_id
        return text

    @clr_property("ErrorDetails", _AUTOMATION + "ErrorDetails", setter=_set_details)
    def error_details(self: Any) -> Value:
        """Return the error details, null if none."""
        if self.details is None:
            return None
        return ErrorDetails.of(self)

    @clr_property("InvocationInfo", _AUTOMATION + "InvocationInfo")
    def invocation_info(self: Any) -> Value:
        """Return the invocation where the error occurred."""
        return self.invocation

    @clr_property("ScriptStackTrace", "string")
    def script_stack_trace(self: Any) -> str | None:
        """Return the script's call stack; null before the record was thrown."""
        return self.script_stack_trace or None

    @clr_property("PipelineIterationInfo", "object")
    def pipeline_iteration_info(self: Any) -> Value:
        """Return null."""
        return []


__all__ = ["ERROR_CATEGORY", "ErrorCategoryInfo", "ErrorDetails"]
