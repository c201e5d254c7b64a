"""Delegates: script blocks and method objects as callbacks of .NET methods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from shell.types import (
    BOOLEAN,
    INT32,
    OBJECT,
    STRING,
    VOID,
    ClrType,
    Method,
    is_script_block,
    named,
    register,
    register_generic,
)
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import add_properties, attach, clr_method
from shell.values.errors import RuntimeException
from shell.values.objects import AUTOMATION_NULL, Value, unwrap

CERTIFICATE_CALLBACK: Final = "System.Net.Security.RemoteCertificateValidationCallback"
_RANK_LANGUAGE: Final = 11
_RANK_NONE: Final = 0


class Delegate:
    """A delegate; `target` is a script block or a method object."""

    __slots__ = ("clr_type", "parameters", "returns", "target")

    def __init__(self, clr_type: ClrType, target: Value) -> None:
        self.clr_type = clr_type
        self.target = target
        self.parameters, self.returns = shape_of(clr_type)

    def call(self, session: Any, *arguments: Value) -> Value:
        """Call the target; convert its result to the delegate's return type."""
        if hasattr(self.target, "invoke_method"):
            found = self.target.invoke_method(arguments, session)
        else:
            found = self._run(session, arguments)
        if self.returns is VOID:
            return AUTOMATION_NULL
        return convert(None if found is AUTOMATION_NULL else found, self.returns)

    def _run(self, session: Any, arguments: Sequence[Value]) -> Value:
        """Run the target; only an event handler finds its arguments in `$this` and `$_` too."""
        block = self.target
        runspace = session if session is not None else block.home.runspace
        if len(self.parameters) == 2 and self.returns is VOID:
            return runspace.collect_value(block, arguments, this=arguments[0], dollar_under=arguments[1])
        return runspace.collect_value(block, arguments)


def shape_of(target: ClrType) -> tuple[tuple[ClrType, ...], ClrType]:
    """Return the parameter types and the return type of a delegate type."""
    name = target.name.rpartition(".")[2].partition("`")[0]
    given = target.generic_arguments
    if name in ("Func", "Converter"):
        return given[:-1], given[-1]
    if name == "Predicate":
        return given, BOOLEAN
    if name == "Comparison":
        return (given[0], given[0]), INT32
    if name == "MatchEvaluator":
        return (OBJECT,), STRING
    if name == "RemoteCertificateValidationCallback":
        return (OBJECT, OBJECT, OBJECT, OBJECT), BOOLEAN
    if name == "EventHandler":
        return (OBJECT, given[0] if given else OBJECT), VOID
    return given, VOID


def caller(function: Value, session: Any) -> Callable[..., Value]:
    """Return a Python function that calls a delegate or script block."""
    function = unwrap(function)
    if function is None:
        raise TypeError(
            "'NoneType' object is not callable"
        )  # the method that receives it names the parameter in the error
    if isinstance(function, Delegate):
        delegate = function
        return lambda *arguments: delegate.call(session, *arguments[: len(delegate.parameters)])
    return lambda *arguments: session.collect_value(function, arguments)


def _is_callable(value: Value) -> bool:
    return hasattr(value, "invoke_method") or is_script_block(value)


def _converter(target: ClrType) -> Callable[[Value], Value]:
    def to_delegate(value: Value) -> Value:
        return Delegate(target, value) if _is_callable(value) else NotImplemented

    return to_delegate


def _rank(value: Value) -> int:
    return _RANK_LANGUAGE if _is_callable(value) else _RANK_NONE


class _DelegateMembers:
    @clr_method("DynamicInvoke", "params object[] args -> object", session=True)
    def dynamic_invoke(self: Any, session: Any, args: list[Value]) -> Value:
        """Call it with any arguments."""
        if len(args) != len(self.parameters):
            raise RuntimeException("Parameter count mismatch.", error_id="TargetParameterCountException")
        return self.call(session, *[convert(*each) for each in zip(args, self.parameters, strict=True)])

    @clr_method("GetInvocationList", "-> object[]")
    def get_invocation_list(self: Any) -> Value:
        """Return the invocation list: the delegate itself."""
        return [self]


def _invoke(delegate: Any, session: Any, *arguments: Value) -> Value:
    return delegate.call(session, *arguments)


def _prepare(made: ClrType) -> ClrType:
    """Add conversion and `Invoke`, with the signature of its type arguments, to a delegate type."""
    made.data["convert"] = _converter(made)
    made.data["rank"] = _rank
    parameters, returns = shape_of(made)
    names = [f"arg{place}" for place in range(1, len(parameters) + 1)] if len(parameters) != 1 else ["arg"]
    if made.name.endswith("EventHandler"):
        names = ["sender", "e"]
    shown = ", ".join(f"{each.display_name} {name}" for each, name in zip(parameters, names, strict=True))
    if made.name.endswith("MatchEvaluator"):
        shown = "System.Text.RegularExpressions.Match match"
    made.add_method(Method("Invoke", f"{shown} -> {returns.display_name}", _invoke, False, True))
    return made


def _generic(name: str) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        return _prepare(ClrType(name, _MULTICAST, generic_arguments=arguments))

    return make


_MULTICAST: Final = register(ClrType("System.MulticastDelegate", named("System.Delegate"), is_abstract=True))
_GENERIC: Final = (
    *("Predicate`1", "Comparison`1", "Converter`2", "EventHandler`1"),
    *(f"Action`{count}" for count in range(1, 9)),
    *(f"Func`{count}" for count in range(1, 10)),
)


def _any_delegate(value: Value) -> Value:
    """Return a script block unconverted: a generic method infers its types from the call."""
    return value if _is_callable(value) else NotImplemented


def _declare() -> None:
    named("System.Delegate").data.update(convert=_any_delegate, rank=_rank)
    attach(_MULTICAST, _DelegateMembers)
    add_properties(
        _MULTICAST,
        (
            ("Target", "object", lambda delegate: delegate.target),
            ("Method", "object", lambda delegate: delegate.target if hasattr(delegate.target, "overloads") else None),
        ),
    )
    for name in _GENERIC:
        register_generic("System." + name, _generic("System." + name))
    for name in ("Action", "EventHandler"):
        _prepare(register(ClrType("System." + name, _MULTICAST)))
    for name in ("System.Text.RegularExpressions.MatchEvaluator", CERTIFICATE_CALLBACK):
        _prepare(register(ClrType(name, _MULTICAST)))


_declare()

__all__ = ["Delegate", "caller", "shape_of"]
