""".NET's errors for Python's when a .NET method gets a value that it cannot take.

A method written in Python need not check each argument. A null, an object of another type or an index out of range
fails in Python where it fails in .NET, and the kinds of errors correspond.
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
"""Exceptions that are translated. Any other one is a bug, or control flow of the script."""

_ANYTHING: Final = frozenset(("object", "psobject", "System.Object"))


def refusal(error: Exception, parameters: Sequence[SignatureParameter], arguments: Sequence[Any]) -> NetException:
    """Return .NET's error for an exception that a method raised, given its parameters and arguments."""
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
