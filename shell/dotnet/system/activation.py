"""System.Activator, AppDomain, Lazy[T], Mutex, Interlocked and Monitor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.system.delegates import caller
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, Method, named, register, register_generic, resolve
from shell.types.members.calling import new_object, zero_value
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import (
    Row,
    add_methods,
    attach,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.values.errors import ArgumentException, NotEmulatedException
from shell.values.exceptions import CLASSES
from shell.values.objects import MISSING, TypedArray, Value

if TYPE_CHECKING:
    from shell.types.members import calling, reading
else:
    calling = lazy("shell.types.members.calling", globals())
    reading = lazy("shell.types.members.reading", globals())


ApplicationException: Final = CLASSES["System.ApplicationException"]


def _create(session: Any, target: Any, *given: Any) -> Value:
    not_null(target, "type")
    arguments = list(given[0]) if given and isinstance(given[0], list) else []
    if target.is_value_type and not arguments:
        return zero_value(target)
    return new_object(target, arguments, session)


def _create_named(session: Any, assembly: Any, name: str) -> Value:
    found = resolve(name)
    if found is None:
        raise NotEmulatedException(f"The type '{name}' is not emulated.", error_id="NotEmulatedType")
    return new_object(found, [], session)


def _declare_activator() -> None:
    target = register(ClrType("System.Activator", OBJECT, is_abstract=True))
    for signature in (
        "type type -> object",
        "type type, bool nonPublic -> object",
        "type type, params object[] args -> object",
    ):
        target.add_method(Method("CreateInstance", signature, _create, True, True))
    target.add_method(
        Method("CreateInstance", "string assemblyName, string typeName -> object", _create_named, True, True)
    )


@clr_class("System.AppDomain", properties="FriendlyName:string BaseDirectory:string Id:int")
class AppDomain:
    """The only application domain."""

    friendly_name = "emshell"
    id = 1

    @property
    def base_directory(self) -> str:
        """Return the program's folder."""
        import os
        import sys

        return os.path.join(os.path.dirname(sys.executable), "")

    @clr_property("CurrentDomain", "System.AppDomain", static=True)
    @staticmethod
    def current_domain() -> Value:
        """Return the application domain."""
        return _DOMAIN

    @clr_method("GetAssemblies", "-> object[]")
    def get_assemblies(self) -> Value:
        """Return the assemblies that types name."""
        kinds = (OBJECT, named("System.Management.Automation.PSObject"))
        return TypedArray(
            named("System.Reflection.Assembly"), [_assembly_of(each, calling.get_static) for each in kinds]
        )


def _assembly_of(target: ClrType, read: Any) -> Value:
    return reading.get_member(target, "Assembly")


_DOMAIN: Final = AppDomain()


class Lazy:
    """System.Lazy[T]: a value computed on first use."""

    def __init__(self, clr_type: ClrType, make: Any) -> None:
        self.clr_type = clr_type
        self.make = make
        self.value: Value = MISSING


class _LazyMembers:
    @clr_property("IsValueCreated", "bool")
    def is_value_created(self: Any) -> bool:
        return self.value is not MISSING

    @clr_property("Value", "T")
    def value(self: Any) -> Value:
        if self.value is MISSING:
            self.value = self.make()
        return self.value


def _lazy_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType("System.Lazy`1", OBJECT, generic_arguments=arguments)
    attach(made, _LazyMembers)
    element = arguments[0]

    def of_block(session: Any, factory: Value) -> Lazy:
        return Lazy(made, caller(factory, session))

    made.add_constructor(Method("Lazy", f"System.Func[{element.display_name}] valueFactory", of_block, True, True))
    made.add_constructor(Method("Lazy", "", lambda closed: Lazy(made, lambda: new_object(element, [])), True))
    return made


def _interlocked(change: Any) -> Any:
    def run(reference: Any, *rest: Any) -> Value:
        if not all(isinstance(each, int) and not isinstance(each, bool) for each in (reference.value, *rest)):
            raise ArgumentException("Only whole numbers can be counted up and down.")
        reference.value = change(reference.value, *rest)
        return reference.value

    return run


def _exchange(reference: Any, value: Value) -> Value:
    before, reference.value = reference.value, value
    return before


def _compare_exchange(reference: Any, value: Value, expected: Value) -> Value:
    before = reference.value
    if before == expected:
        reference.value = value
    return before


_INTERLOCKED: Final[tuple[Row, ...]] = (
    ("Increment", "ref object location -> object", _interlocked(lambda value: type(value)(value + 1))),
    ("Decrement", "ref object location -> object", _interlocked(lambda value: type(value)(value - 1))),
    (
        "Add",
        "ref object location1, object value -> object",
        _interlocked(lambda value, more: type(value)(value + more)),
    ),
    ("Exchange", "ref object location1, object value -> object", _exchange),
    ("CompareExchange", "ref object location1, object value, object comparand -> object", _compare_exchange),
    ("Read", "ref object location -> object", lambda reference: reference.value),
)


def _enter(target: Value, *rest: Any) -> None:
    not_null(target, "obj")
    if rest and hasattr(rest[-1], "value"):
        rest[-1].value = True


def _try_enter(target: Value, *rest: Any) -> bool:
    _enter(target)
    return True


def _declare_locks() -> None:
    """Declare Interlocked and Monitor; a lock is always acquired, since one thread runs all scripts."""
    target = register(ClrType("System.Threading.Interlocked", OBJECT, is_abstract=True))
    add_methods(target, _INTERLOCKED, static=True)
    monitor = register(ClrType("System.Threading.Monitor", OBJECT, is_abstract=True))
    add_methods(
        monitor,
        (
            ("Enter", "object obj -> void|object obj, ref object lockTaken -> void", _enter),
            ("TryEnter", "object obj -> bool|object obj, object timeout -> bool", _try_enter),
            ("Exit", "object obj -> void", _enter),
            ("Pulse", "object obj -> void", _enter),
            ("PulseAll", "object obj -> void", _enter),
        ),
        static=True,
    )


@clr_class("System.Threading.Mutex", interfaces="System.IDisposable")
class Mutex:
    """A mutex, which only this session can hold."""

    def __init__(self) -> None:
        self.depth = 0

    @clr_constructor("")
    @clr_constructor("bool initiallyOwned")
    @clr_constructor("bool initiallyOwned, string name")
    @staticmethod
    def make(owned: bool = False, name: Any = None) -> Mutex:
        """Create a mutex."""
        made = Mutex()
        made.depth = int(owned)
        return made

    @clr_constructor("bool initiallyOwned, string name, ref object createdNew")
    @staticmethod
    def make_named(owned: bool, name: str, created: Any) -> Mutex:
        """Create a named mutex and report it as new."""
        created.value = True
        return Mutex.make(owned)

    @clr_method("WaitOne", "-> bool")
    @clr_method("WaitOne", "object timeout -> bool")
    @clr_method("WaitOne", "object timeout, bool exitContext -> bool")
    def wait_one(self, timeout: Value = None, exit_context: bool = False) -> bool:
        """Acquire the mutex, which is never held by another thread."""
        self.depth += 1
        return True

    @clr_method("ReleaseMutex", "-> void")
    def release(self) -> None:
        """Release the mutex."""
        if not self.depth:
            raise ApplicationException("Object synchronization method was called from an unsynchronized block of code.")
        self.depth -= 1

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Close the handle."""
        self.depth = 0


register_generic("System.Lazy`1", _lazy_type)
_declare_activator()
_declare_locks()

__all__ = ["AppDomain", "Lazy", "Mutex"]
