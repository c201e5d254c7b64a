"""What Python says where a .NET method was given a value that it cannot take, as .NET says it.

A method that is written in Python need not ask about each argument: what it does with a null, with an object of another
kind or with a place outside fails in Python where it would fail in .NET, and the kinds of errors correspond.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.values.errors import (
    ArgumentException,
    ArgumentNullException,
    ArgumentOutOfRangeException,
    DivideByZeroException,
    KeyNotFoundException,
    NetException,
    OverflowException,
)

if TYPE_CHECKING:
    from shell.types.members import python_errors
    from shell.types.registry.signatures import SignatureParameter
else:
    python_errors = lazy("shell.types.members.python_errors", globals())

CALL_ERRORS: Final = (
    NetException,
    OSError,
    AttributeError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    MemoryError,
)
"""What a method that is written in Python may raise; anything else is a bug, or a jump of the script."""

_ANYTHING: Final = frozenset(("object", "psobject", "System.Object"))


def refusal(error: Exception, parameters: Sequence[SignatureParameter], arguments: Sequence[Any]) -> NetException:
    """Return .NET's error for what a method raised, given its parameters and the arguments that it got for them."""
    if isinstance(error, NetException | OSError | MemoryError) or not arguments:
        return python_errors.as_error(error)
    made = _counterpart(error, parameters, arguments)
    made.__cause__ = error
    return made


def _counterpart(error: Exception, parameters: Sequence[SignatureParameter], arguments: Sequence[Any]) -> NetException:
    if isinstance(error, AttributeError | TypeError):
        return _wrong_kind(error, parameters, arguments)
    if isinstance(error, IndexError):
        return ArgumentOutOfRangeException(
            "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"
        )
    if isinstance(error, KeyError):
        return KeyNotFoundException(f"The given key '{error.args[0] if error.args else ''}' was not present.")
    if isinstance(error, ZeroDivisionError):
        return DivideByZeroException("Attempted to divide by zero.")
    if isinstance(error, OverflowError):
        return OverflowException("Arithmetic operation resulted in an overflow.")
    found = python_errors.as_error(error)
    is_bug = isinstance(found, python_errors.InternalException)
    return ArgumentException("Value does not fall within the expected range.") if is_bug else found


def _wrong_kind(error: Exception, parameters: Sequence[SignatureParameter], arguments: Sequence[Any]) -> NetException:
    text = str(error)
    given = list(zip(parameters, arguments, strict=False))
    if "NoneType" in text:
        for parameter, argument in given:
            if argument is None and parameter.default is not None:
                return ArgumentNullException(f"Value cannot be null. (Parameter '{parameter.name}')")
    for parameter, argument in given:
        held = getattr(argument, "value", None) if parameter.by_ref else argument
        if f"{type(held).__name__}'" in text and (parameter.by_ref or parameter.type_name in _ANYTHING):
            return ArgumentException(f"Value does not fall within the expected range. (Parameter '{parameter.name}')")
    return python_errors.as_error(error)


__all__ = ["CALL_ERRORS", "refusal"]
