"""The types of a script's `class` and `enum`, whose members run script code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell import types
from shell.engine.classes.members import Constructor, ScriptMethod, ScriptProperty, parameters_text
from shell.engine.classes.objects import ScriptObject, copy_of, install_overrides, native_instance, python_parent
from shell.engine.run.frame import Frame
from shell.engine.run.scope import Scope, new_scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.crossing import Within, current_scope
from shell.types import ClrType, Method, Property
from shell.types.conversion.conversion import convert
from shell.types.members.overloads import choose
from shell.types.registry.enumeration import make_enum
from shell.values.errors import NetException
from shell.values.flow import ControlFlow, Flow
from shell.values.objects import AUTOMATION_NULL, Value
from shell.values.registries import CURRENT, entered

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


def _invoker(body: ClassBody, method: ScriptMethod) -> Callable[..., Value]:
    """Return a function that runs a method's code with `$this` and the arguments set."""
    is_void = method.returns.lower() in ("void", "system.void")

    def invoke(*values: Value) -> Value:
        this: Value = None
        if method.is_static:
            body.start()
        else:
            this, values = values[0], values[1:]
        result = body.run(method, this, values)
        return AUTOMATION_NULL if is_void else body.converted(result, method.returns)

    return invoke


class ClassBody:
    """A class during its definition, and the state that its members need at run time."""

    def __init__(self, runspace: Runspace, made: ClrType, home: Scope) -> None:
        self.runspace = runspace
        self.type = made
        self.home = home
        self.properties: list[ScriptProperty] = []
        self.constructors: dict[Method, Constructor] = {}
        self.static_values: dict[str, Value] = {}
        self.static_constructor: Constructor | None = None
        self._types: dict[str, ClrType] = {}
        self._started = False

    @property
    def python_class(self) -> type:
        """Return the Python class of its instances."""
        kind = self.type.python_class
        assert kind is not None
        return kind

    # --- definition ---

    def declare_attributes(self, key: str, found: list[Any]) -> None:
        """Store the attributes of a member, or of the class for an empty key, for reflection."""
        if found:
            self.type.data.setdefault("attributes", {})[key] = found

    def add_property(self, member: ScriptProperty) -> None:
        """Add a property."""
        key = member.key
        if member.is_static:
            values = self.static_values

            def set_static(value: Value) -> None:
                self.start()
                values[key] = member.accepted(value)

            def get_static() -> Value:
                self.start()
                return values.get(key)

            prop = Property(member.name, member.type_name, get_static, set_static, True)
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

        def create(*values: Value) -> Value:
            return self.create(constructor, values)

        text = parameters_text(constructor.parameters)
        made = Method(self.type.short_name, text, create, True)
        self.constructors[made] = constructor
        self.type.add_constructor(made)

    def add_accessors(self, asked: set[str]) -> None:
        """Make properties of the methods `get_X` and `set_X` if a base class or an interface declares the property."""
        for name in {*asked, *self._overridden()}:
            getters = [each for each in self.type.methods.get(f"get_{name}", ()) if not each.signature.parameters]
            if not getters:
                continue
            getter = getters[0]
            setters = [each for each in self.type.methods.get(f"set_{name}", ()) if len(each.signature.parameters) == 1]
            setter = setters[0].function if setters else None
            self.type.add_property(Property(getter.name[4:], getter.signature.returns, getter.function, setter))

    def _overridden(self) -> list[str]:
        """The properties of .NET's base classes that methods `get_X` override."""
        native = self._native_base()
        written = [key[4:] for key in self.type.methods if key.startswith("get_")]
        return [key for key in written if native.property(key) is not None]

    def finish(self) -> None:
        """Add a default constructor if there is none, and install the overrides."""
        if not self.constructors:
            self.type.add_constructor(Method(self.type.short_name, "", lambda: self.create(None, ()), True))
        if "script" not in (self.type.base or self.type).data:
            self.type.add_method(Method("MemberwiseClone", "-> object", copy_of))
            self._hide("MemberwiseClone")
            self.type.data["protected"] = {"memberwiseclone"}
        install_overrides(self.python_class, self.type)

    def start(self) -> None:
        """Initialize the static properties and run the static constructor, at the first use of the class."""
        if self._started:
            return
        self._started = True
        with Within(self.home):
            for member in self.properties:
                if member.is_static:
                    self.static_values[member.key] = member.first_value(self.home)
        if self.static_constructor is not None:
            self.run(self.static_constructor, None, ())

    # --- use ---

    def create(self, constructor: Constructor | None, values: Sequence[Value]) -> Value:
        """Make an instance."""
        self.start()
        made = self._allocate(constructor, values)
        self._initialize(made, constructor, values)
        return made

    def _allocate(self, constructor: Constructor | None, values: Sequence[Value]) -> Any:
        """Make the uninitialized object; a .NET base class gets its arguments."""
        native = self._native_base()
        kind = self.python_class
        if issubclass(kind, ScriptObject):
            made = kind()
        else:
            arguments = self._base_arguments(constructor, values)
            made = native_instance(native, kind, self._native_arguments(arguments), self.runspace)
        made.fields = {}
        return made

    def _native_base(self) -> ClrType:
        base = self.type.base
        while base is not None and "script" in base.data:
            base = base.base
        return base if base is not None else types.OBJECT

    def _native_arguments(self, arguments: list[Value]) -> list[Value]:
        """Return the arguments for the .NET class at the root of a chain of script classes."""
        base = self.type.base
        if base is None or "script" not in base.data:
            return arguments
        body: ClassBody = base.data["script"]
        constructor = body._matching(arguments)
        return body._native_arguments(body._base_arguments(constructor, arguments))

    def _base_arguments(self, constructor: Constructor | None, values: Sequence[Value]) -> list[Value]:
        if constructor is None or constructor.base_call is None:
            return []
        scope = self._scope(None, constructor, values)
        return constructor.base_call(scope)

    def _matching(self, arguments: Sequence[Value]) -> Constructor | None:
        """Return the constructor for `: base(...)`; None for an implicit default constructor."""
        chosen = choose("new", self.type.constructors, arguments, self.type).method
        return self.constructors.get(chosen)

    def _initialize(self, made: Any, constructor: Constructor | None, values: Sequence[Value]) -> None:
        """Set the properties and run the constructors, the base class first."""
        with Within(self.home):
            for member in self.properties:
                if not member.is_static:
                    made.fields.setdefault(member.key, member.first_value(self.home))
        base = self.type.base
        if base is not None and "script" in base.data:
            body: ClassBody = base.data["script"]
            arguments = self._base_arguments(constructor, values)
            body._initialize(made, body._matching(arguments), arguments)
        if constructor is not None:
            self.run(constructor, made, values)

    def _scope(self, this: Value, member: ScriptMethod | Constructor, values: Sequence[Value]) -> Scope:
        runspace = self.runspace
        caller = runspace.scope
        module = self.home.script.module
        scope = new_scope(current_scope(runspace, module))
        scope.depth = caller.depth + 1
        if module is None:
            scope.script = self.home.script
        block = ScriptBlock(member.code, module)
        site, runspace.method_site = runspace.method_site or member.site, None
        scope.frame = Frame(block, None, site, caller)
        if this is not None:
            scope.put("this", this)
        for (name, type_name), value in zip(member.parameters, values, strict=False):
            scope.put(name.lower(), self.converted(value, type_name))
        return scope

    def converted(self, value: Value, type_name: str) -> Value:
        """Convert to a type by name."""
        found = self._type_named(type_name)
        if value is AUTOMATION_NULL:
            value = None
        if found is None or found is types.OBJECT:
            return value
        return convert(value, found)

    def _type_named(self, name: str) -> ClrType | None:
        """Return the type of a name in the class; it is looked up each time, since a script may redefine it."""
        known = self._types.get(name)
        if known is None:
            known = self.runspace.find_type(name, ())
            if known is not None and not self.runspace.is_script_type(known):
                self._types[name] = known
        return known

    def run(self, member: ScriptMethod | Constructor, this: Value, values: Sequence[Value]) -> Value:
        """Run a member's code; return what it returned. Its output is dropped, its errors end it."""
        runspace = self.runspace
        if (
            CURRENT.get() is not runspace.registries
        ):  # the object is used in another session, or outside of all sessions
            with entered(runspace.registries):
                return self.run(member, this, values)
        scope = self._scope(this, member, values)
        end = member.code.ready().end
        if end is None:
            return None
        propagates, runspace.propagates = runspace.propagates, True
        try:
            with Within(scope):
                flow: Flow | None = end(scope, _drop)
        finally:
            runspace.propagates = propagates
        if flow is not None and flow.kind != 0:
            raise ControlFlow(flow)
        frame = scope.frame
        return None if frame is None else frame.result


def _drop(value: Value) -> None:
    return None


def declare_class(scope: Scope, name: str, base: ClrType, interfaces: Sequence[str]) -> ClassBody:
    """Make the type of a class and let scripts find it by its name."""
    runspace = scope.runspace
    native = python_parent(base, runspace)
    attributes: dict[str, Any] = {}
    if issubclass(native, NetException):
        attributes["clr_name"] = name
    python_class = type(name, (native,), attributes)
    made = types.define_type(name, base, python_class=python_class, interface_names=interfaces)
    body = ClassBody(runspace, made, scope)
    made.data["script"] = body
    _register(runspace, made)
    return body


def _register(runspace: Runspace, made: ClrType) -> None:
    types.define(runspace.registries, made)


def define_enum(
    runspace: Runspace, name: str, members: dict[str, int], flags: bool, underlying: ClrType | None
) -> ClrType:
    """Make the type of an enumeration."""
    made = make_enum(name, members, flags=flags, underlying=underlying or types.INT32)
    made.data["script"] = None
    _register(runspace, made)
    return made


__all__ = ["ClassBody", "declare_class", "define_enum"]
