"""What a script's `class` and `enum` become: types whose members run script code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell.runtime import types
from shell.runtime.errors import ErrorCategory, NetException, RuntimeException
from shell.runtime.flow import ControlFlow, Flow
from shell.runtime.frame import NO_SITE, Frame
from shell.runtime.objects import AUTOMATION_NULL, Hashtable, Value
from shell.runtime.scope import Scope, new_scope
from shell.runtime.scriptblock import ScriptBlock
from shell.runtime.types import ClrType, Method, Property

if TYPE_CHECKING:
    from shell.runtime.compile.blocks import BlockCode
    from shell.runtime.compile.unit import Expr
    from shell.runtime.session import Runspace


class ScriptObject:
    """An instance of a script's class: its properties by lower-case name."""

    def __init__(self) -> None:
        self.fields: dict[str, Value] = {}

    def _own_method(self, lowered: str, count: int) -> Callable[..., Value] | None:
        """Return a method that a script wrote, with so many parameters."""
        for each in types.type_of(self).overloads(lowered):
            if each.owner is not None and "script" in each.owner.data and len(each.signature.parameters) == count:
                return each.function
        return None

    def __str__(self) -> str:
        method = self._own_method("tostring", 0)
        return str(method(self)) if method is not None else types.type_of(self).display_name

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        method = self._own_method("equals", 1)
        return method is not None and bool(method(self, other))

    __hash__ = object.__hash__

    def _compared(self, other: object) -> int:
        """IComparable: what CompareTo says."""
        method = self._own_method("compareto", 1)
        return int(method(self, other)) if method is not None else 0

    def __lt__(self, other: object) -> bool:
        return self._compared(other) < 0

    def __gt__(self, other: object) -> bool:
        return self._compared(other) > 0


class ScriptProperty:
    """A property of a class. `accept` converts and checks."""

    def __init__(
        self,
        name: str,
        type_name: str,
        initial: Expr | None,
        accept: Callable[[Value], Value],
        is_static: bool,
        is_hidden: bool,
    ) -> None:
        self.name = name
        self.key = name.lower()
        self.type_name = type_name
        self.initial = initial
        self.accept = accept
        self.is_static = is_static
        self.is_hidden = is_hidden

    def accepted(self, value: Value) -> Value:
        """Convert and check a new value; a failure says which property it is."""
        from shell.runtime.memberinfo import SetValueInvocationException

        try:
            return self.accept(value)
        except NetException as error:
            raise SetValueInvocationException(
                f'Exception setting "{self.name}": "{error.message}"', inner=error, error_id="ExceptionWhenSetting"
            ) from error

    def first_value(self, scope: Scope) -> Value:
        """Return the initial value: the expression's, converted, or the type's zero."""
        if self.initial is not None:
            return self.accept(self.initial(scope))
        found = scope.runspace.find_type(self.type_name)
        return zero_of(found) if found is not None else None


def zero_of(target: ClrType) -> Value:
    """Return what a field of a type holds before it is set."""
    from shell.runtime.conversion import convert

    if not target.is_value_type or target.is_nullable:
        return None
    try:
        return convert(0, target)
    except NetException:
        return None


class ScriptMethod:
    """A method of a class."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, str]],
        returns: str,
        code: BlockCode,
        is_static: bool,
        is_hidden: bool,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.returns = returns
        self.code = code
        self.is_static = is_static
        self.is_hidden = is_hidden

    @property
    def signature(self) -> str:
        """The signature as the types module reads it."""
        return f"{_parameters_text(self.parameters)} -> {self.returns}"


class Constructor:
    """A constructor of a class; `base_call` gives the arguments for the base class."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, str]],
        code: BlockCode,
        base_call: Callable[[Scope], list[Value]] | None,
        is_static: bool,
        is_hidden: bool,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.code = code
        self.base_call = base_call
        self.is_static = is_static
        self.is_hidden = is_hidden


def _parameters_text(parameters: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{type_name} {name}" for name, type_name in parameters)


def _invoker(body: ClassBody, method: ScriptMethod) -> Callable[..., Value]:
    """Return what runs a method's code with `$this` and the arguments set."""
    is_void = method.returns.lower() in ("void", "system.void")

    def invoke(*values: Value) -> Value:
        this: Value = None
        if not method.is_static:
            this, values = values[0], values[1:]
        result = body.run(method.code, method.parameters, this, values)
        return AUTOMATION_NULL if is_void else body.converted(result, method.returns)

    return invoke


class ClassBody:
    """A class while it is defined, and what its members need when they run."""

    def __init__(self, runspace: Runspace, made: ClrType, home: Scope) -> None:
        self.runspace = runspace
        self.type = made
        self.home = home
        self.properties: list[ScriptProperty] = []
        self.constructors: list[Constructor] = []
        self.static_values: dict[str, Value] = {}
        self.static_constructor: Constructor | None = None

    # --- definition ---

    def add_property(self, member: ScriptProperty) -> None:
        """Add a property."""
        key = member.key
        if member.is_static:
            values = self.static_values

            def set_static(value: Value) -> None:
                values[key] = member.accepted(value)

            prop = Property(member.name, member.type_name, lambda: values.get(key), set_static, True)
        else:

            def set_field(target: Any, value: Value) -> None:
                target.fields[key] = member.accepted(value)

            prop = Property(member.name, member.type_name, lambda target: target.fields.get(key), set_field)
        self.properties.append(member)
        self.type.add_property(prop)
        if member.is_hidden:
            self._hide(member.name)

    def _hide(self, name: str) -> None:
        self.type.data.setdefault("hidden", set()).add(name.lower())

    def add_method(self, method: ScriptMethod) -> None:
        """Add a method."""
        self.type.add_method(Method(method.name, method.signature, _invoker(self, method), method.is_static))
        if method.is_hidden:
            self._hide(method.name)

    def add_constructor(self, constructor: Constructor) -> None:
        """Add a constructor."""
        if constructor.is_static:
            self.static_constructor = constructor
            return
        self.constructors.append(constructor)

        def create(*values: Value) -> Value:
            return self.create(constructor, values)

        text = _parameters_text(constructor.parameters)
        self.type.add_constructor(Method(self.type.short_name, text, create, True))

    def finish(self, scope: Scope) -> None:
        """Give the class its default constructor where it has none, and its static properties their values."""
        if not self.constructors:
            self.type.add_constructor(Method(self.type.short_name, "", lambda: self.create(None, ()), True))
        for member in self.properties:
            if member.is_static:
                self.static_values[member.key] = member.first_value(scope)
        if self.static_constructor is not None:
            self.run(self.static_constructor.code, (), None, ())

    # --- use ---

    def create(self, constructor: Constructor | None, values: Sequence[Value]) -> Value:
        """Make an instance."""
        made = self._allocate(constructor, values)
        self._initialize(made, constructor, values)
        return made

    def _allocate(self, constructor: Constructor | None, values: Sequence[Value]) -> Any:
        """Make the bare object; a .NET base class gets its arguments."""
        native = self._native_base()
        kind = self.type.python_class
        assert kind is not None
        if native is types.OBJECT:
            made = kind()
        else:
            arguments = self._base_arguments(constructor, values)
            made = _native_instance(native, kind, self._native_arguments(arguments), self.runspace)
        made.fields = {}
        return made

    def _native_base(self) -> ClrType:
        base = self.type.base
        while base is not None and "script" in base.data:
            base = base.base
        return base if base is not None else types.OBJECT

    def _native_arguments(self, arguments: list[Value]) -> list[Value]:
        """Return what reaches the .NET class at the bottom of a chain of script classes."""
        base = self.type.base
        if base is None or "script" not in base.data:
            return arguments
        body: ClassBody = base.data["script"]
        constructor = body._matching(arguments)
        return body._native_arguments(body._base_arguments(constructor, arguments))

    def _base_arguments(self, constructor: Constructor | None, values: Sequence[Value]) -> list[Value]:
        if constructor is None or constructor.base_call is None:
            return []
        scope = self._scope(None, constructor.parameters, values, constructor.code)
        return constructor.base_call(scope)

    def _matching(self, arguments: Sequence[Value]) -> Constructor | None:
        found = [each for each in self.constructors if len(each.parameters) == len(arguments)]
        if not found and (self.constructors or arguments):
            raise RuntimeException(
                f'Cannot find an overload for "new" and the argument count: "{len(arguments)}".',
                error_id="MethodCountCouldNotFindBest",
                category=ErrorCategory.NotSpecified,
            )
        return found[0] if found else None

    def _initialize(self, made: Any, constructor: Constructor | None, values: Sequence[Value]) -> None:
        """Set the properties and run the constructors, the base class first."""
        for member in self.properties:
            if not member.is_static:
                made.fields.setdefault(member.key, member.first_value(self.home))
        base = self.type.base
        if base is not None and "script" in base.data:
            body: ClassBody = base.data["script"]
            arguments = self._base_arguments(constructor, values)
            body._initialize(made, body._matching(arguments), arguments)
        if constructor is not None:
            self.run(constructor.code, constructor.parameters, made, values)

    def _scope(
        self, this: Value, parameters: Sequence[tuple[str, str]], values: Sequence[Value], code: BlockCode
    ) -> Scope:
        runspace = self.runspace
        scope = new_scope(runspace.scope)
        scope.script = self.home.script
        scope.frame = Frame(ScriptBlock(code, self.home.script.module), None, NO_SITE, runspace.scope)
        if this is not None:
            scope.put("this", this)
        for (name, type_name), value in zip(parameters, values, strict=False):
            scope.put(name.lower(), self.converted(value, type_name))
        return scope

    def converted(self, value: Value, type_name: str) -> Value:
        """Convert to a type by name."""
        from shell.runtime.conversion import convert

        found = self.runspace.find_type(type_name, ())
        if value is AUTOMATION_NULL:
            value = None
        if found is None or found is types.OBJECT:
            return value
        return convert(value, found)

    def run(
        self, code: BlockCode, parameters: Sequence[tuple[str, str]], this: Value, values: Sequence[Value]
    ) -> Value:
        """Run a member's code; return what it returned. Its output is dropped, its errors end it."""
        runspace = self.runspace
        scope = self._scope(this, parameters, values, code)
        end = code.ready().end
        if end is None:
            return None
        outer, runspace.scope = runspace.scope, scope
        propagates, runspace.propagates = runspace.propagates, True
        try:
            flow: Flow | None = end(scope, _drop)
        finally:
            runspace.scope, runspace.propagates = outer, propagates
        if flow is not None and flow.kind != 0:
            raise ControlFlow(flow)
        frame = scope.frame
        return None if frame is None else frame.result


def _drop(value: Value) -> None:
    return None


def _native_instance(native: ClrType, kind: type, arguments: list[Value], runspace: Runspace) -> Any:
    """Make an object of a script class that derives from a .NET class."""
    from shell.runtime import members

    base = members.new_object(native, arguments, runspace)
    if isinstance(base, NetException):
        base.__class__ = kind
        return base
    made: Any = _blank(kind)
    if isinstance(base, list):
        made.extend(base)
        if hasattr(base, "element_type"):
            made.element_type = base.element_type
    elif isinstance(base, Hashtable):
        made._fold, made._items = base._fold, base._items
    else:
        made.__dict__.update(getattr(base, "__dict__", {}))
    return made


def _blank(kind: Any) -> Any:
    return kind.__new__(kind)


def declare_class(scope: Scope, name: str, base: ClrType, interfaces: Sequence[str]) -> ClassBody:
    """Make the type of a class and let scripts find it by its name."""
    runspace = scope.runspace
    native = base.python_class if base is not types.OBJECT else None
    if native is None:
        parents: tuple[type, ...] = (ScriptObject,)
    else:
        parents = (native,)
    attributes: dict[str, Any] = {}
    if isinstance(native, type) and issubclass(native, NetException):
        attributes["clr_name"] = name
    python_class = type(name, parents, attributes)
    made = types.define_type(name, base, python_class=python_class, interface_names=interfaces)
    body = ClassBody(runspace, made, scope)
    made.data["script"] = body
    _register(runspace, made)
    return body


def _register(runspace: Runspace, made: ClrType) -> None:
    types.register(made)
    runspace.script_types.append(made.name)


def define_enum(
    runspace: Runspace, name: str, members: dict[str, int], flags: bool, underlying: ClrType | None
) -> ClrType:
    """Make the type of an enumeration."""
    from shell.runtime.enumeration import make_enum

    made = make_enum(name, members, flags=flags, underlying=underlying or types.INT32)
    made.data["script"] = None
    _register(runspace, made)
    return made


__all__ = [
    "ClassBody",
    "Constructor",
    "ScriptMethod",
    "ScriptObject",
    "ScriptProperty",
    "declare_class",
    "define_enum",
]
