"""Extended members, beyond those of the .NET type: alias, script and code properties, script methods, sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from shell.lazy import lazy
from shell.types import maker
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string
from shell.types.registry.table import type_of
from shell.values.errors import (
    ErrorCategory,
    MethodInvocationException,
    NetException,
    RuntimeException,
    SetValueException,
)
from shell.values.objects import MISSING, PSCustomObject, PSObject, Value
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.types.members import access, listing
else:
    access = lazy("shell.types.members.access", globals())
    listing = lazy("shell.types.members.listing", globals())


class ExtendedMember:
    """A member that is no note property. `kind` is its MemberTypes name."""

    kind: ClassVar[str] = ""
    is_property: ClassVar[bool] = True

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def type_name(self) -> str:
        """Return the full name of the value's type, as far as it is known without reading the value."""
        return "System.Object"

    @property
    def is_settable(self) -> bool:
        """True if it can be assigned to."""
        return False

    @property
    def referenced(self) -> Sequence[str]:
        """Return the names in a property set."""
        return ()

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return a property's value; for another member, the member as an object such as PSMemberSet."""
        view = maker("System.Management.Automation.PSMemberInfo")
        return view(listing.extended_info(self, owner, is_instance=True), session)

    def set(self, owner: Value, value: Value, session: Any = None) -> None:
        """Set the value."""
        raise SetValueException(
            f'Set accessor for property "{self.name}" is unavailable.',
            error_id="SetWithoutSetterFromCodeProperty",
            category=ErrorCategory.InvalidOperation,
        )

    def definition(self, owner: Value) -> str:
        """Return the text that Get-Member shows."""
        raise NotImplementedError


class AliasProperty(ExtendedMember):
    """Another name for a property."""

    kind = "AliasProperty"

    def __init__(self, name: str, target: str, convert_to: Any = None) -> None:
        super().__init__(name)
        self.target = target
        self.convert_to = convert_to

    @property
    def is_settable(self) -> bool:
        """Return True: setting it fails if the property it stands for cannot be set."""
        return True

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the other property's value."""
        value = access.get_member(owner, self.target, session)
        return value if self.convert_to is None else convert(value, self.convert_to)

    def set(self, owner: Value, value: Value, session: Any = None) -> None:
        """Set the other property."""
        access.set_member(owner, self.target, value, session)

    def definition(self, owner: Value) -> str:
        """Return `Name = Target`."""
        return f"{self.name} = {self.target}"


class TypeNote(ExtendedMember):
    """A note property that all objects of a type share."""

    kind = "NoteProperty"

    def __init__(self, name: str, value: Value) -> None:
        super().__init__(name)
        self.value = value

    @property
    def type_name(self) -> str:
        """Return the value's type."""
        return "System.Object" if self.value is None else type_of(self.value).full_name

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the value."""
        return self.value

    def definition(self, owner: Value) -> str:
        """Return `type Name=value`."""
        kind = "object" if self.value is None else type_of(self.value).accelerator
        return f"{kind} {self.name}={'null' if self.value is None else net_string(self.value)}"


class ScopedNote(ExtendedMember):
    """A note property that is a variable of a module: System.Management.Automation.PSVariableProperty."""

    kind = "NoteProperty"

    def __init__(self, name: str, scope: Any) -> None:
        super().__init__(name)
        self.scope = scope

    @property
    def is_settable(self) -> bool:
        """Return True: setting it fails if the variable is read-only."""
        return True

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the variable's value."""
        return self.scope.get(self.name.lower())

    def set(self, owner: Value, value: Value, session: Any = None) -> None:
        """Set the variable."""
        self.scope[self.name.lower()] = value

    def definition(self, owner: Value) -> str:
        """Return `type Name=value`."""
        return TypeNote(self.name, self.get(owner)).definition(owner)


class ScriptProperty(ExtendedMember):
    """A property whose blocks run with `$this` set."""

    kind = "ScriptProperty"

    def __init__(self, name: str, getter: Value = None, setter: Value = None) -> None:
        super().__init__(name)
        self.getter = getter
        self.setter = setter

    @property
    def is_settable(self) -> bool:
        """True if it has a second block."""
        return self.setter is not None

    def get(self, owner: Value, session: Any = None) -> Value:
        """Run the first block, by default in the current runspace."""
        session = session or CURRENT.get().runspace
        if self.getter is None or session is None:
            return None
        try:
            return session.collect_value(self.getter, (), this=owner)
        except NetException as error:
            raise _failed("getting", self.name, error) from None

    def set(self, owner: Value, value: Value, session: Any = None) -> None:
        """Run the second block with the new value as argument."""
        if self.setter is None:
            super().set(owner, value, session)
        session = session or CURRENT.get().runspace
        try:
            session.collect(self.setter, (value,), this=owner)
        except NetException as error:
            raise _failed("setting", self.name, error) from None

    def definition(self, owner: Value) -> str:
        """Return `System.Object Name {get=...;set=...;}`."""
        parts = f"get={self.getter};" if self.getter is not None else ""
        if self.setter is not None:
            parts += f"set={self.setter};"
        return f"System.Object {self.name} {{{parts}}}"


def _failed(doing: str, name: str, error: NetException) -> RuntimeException:
    kind = GetValueInvocationException if doing == "getting" else SetValueInvocationException
    return kind(
        f'Exception {doing} "{name}": "{error.message}"',
        inner=error,
        error_id="ScriptGetValueException" if doing == "getting" else "ScriptSetValueException",
    )


class GetValueInvocationException(RuntimeException):
    """System.Management.Automation.GetValueInvocationException: reading a property failed."""

    clr_name = "System.Management.Automation.GetValueInvocationException"


class SetValueInvocationException(SetValueException):
    """System.Management.Automation.SetValueInvocationException: setting a property failed."""

    clr_name = "System.Management.Automation.SetValueInvocationException"


def setting_failed(name: str, error: NetException) -> SetValueInvocationException:
    """Return the error for a property that could not be set."""
    return SetValueInvocationException(
        f'Exception setting "{name}": "{error.message}"', inner=error, error_id="ExceptionWhenSetting"
    )


class CodeProperty(ExtendedMember):
    """A property computed by a Python function of the object."""

    kind = "CodeProperty"

    def __init__(
        self, name: str, read: Callable[[Value], Value], type_name: str = "System.Object", shown: str = ""
    ) -> None:
        super().__init__(name)
        self.read = read
        self._type_name = type_name
        self.shown = shown

    @property
    def type_name(self) -> str:
        """Return the declared type."""
        return self._type_name

    def get(self, owner: Value, session: Any = None) -> Value:
        """Compute the value."""
        wrapped = isinstance(owner, PSObject) and not isinstance(owner, PSCustomObject)
        return self.read(owner.base if wrapped else owner)

    def definition(self, owner: Value) -> str:
        """Return the type and name, or the text given."""
        return self.shown or f"{self._type_name} {self.name}{{get=;}}"


class BuiltInScriptProperty(CodeProperty):
    """A script property of PowerShell's own type data that is computed in Python here."""

    kind = "ScriptProperty"

    def definition(self, owner: Value) -> str:
        """Return the text given."""
        return f"System.Object {self.name} {{get={self.shown};}}"


class ScriptMethod(ExtendedMember):
    """A method whose block runs with `$this` and the arguments."""

    kind = "ScriptMethod"
    is_property = False

    def __init__(self, name: str, block: Value) -> None:
        super().__init__(name)
        self.block = block

    def call(self, owner: Value, arguments: Sequence[Value], session: Any = None) -> Value:
        """Run the block, by default in the current runspace."""
        session = session or CURRENT.get().runspace
        try:
            session = session or self.block.home.runspace  # conversions to text have no session
            return session.collect_value(self.block, tuple(arguments), this=owner)
        except NetException as error:
            raise MethodInvocationException(
                f'Exception calling "{self.name}" with "{len(arguments)}" argument(s): "{error.message}"',
                inner=error,
                error_id="ScriptMethodRuntimeException",
            ) from None

    def definition(self, owner: Value) -> str:
        """Return `System.Object Name();`."""
        return f"System.Object {self.name}();"


class CodeMethod(ExtendedMember):
    """A method computed by a Python function of the object and the arguments."""

    kind = "CodeMethod"
    is_property = False

    def __init__(self, name: str, function: Callable[..., Value], shown: str = "") -> None:
        super().__init__(name)
        self.function = function
        self.shown = shown

    def call(self, owner: Value, arguments: Sequence[Value], session: Any = None) -> Value:
        """Call the function."""
        return self.function(owner, *arguments)

    def definition(self, owner: Value) -> str:
        """Return the text given."""
        return self.shown or f"System.Object {self.name}();"


class OwnText(CodeMethod):
    """ToString() of a deserialized object, whose text came with it."""

    def __init__(self, text: str) -> None:
        super().__init__("ToString", lambda owner: text, "string ToString()")


class PropertySet(ExtendedMember):
    """A name for several properties."""

    kind = "PropertySet"
    is_property = False

    def __init__(self, name: str, names: Sequence[str]) -> None:
        super().__init__(name)
        self.names = tuple(names)

    @property
    def referenced(self) -> Sequence[str]:
        """The names in the set."""
        return self.names

    def definition(self, owner: Value) -> str:
        """Return `Name {A, B}`."""
        return f"{self.name} {{{', '.join(self.names)}}}"


class MemberSet(ExtendedMember):
    """A named set of members, such as PSStandardMembers."""

    kind = "MemberSet"
    is_property = False

    def __init__(self, name: str, members: dict[str, Any]) -> None:
        super().__init__(name)
        self.members = members

    def get(self, owner: Value, session: Any = None) -> Value:
        """Return the members as an object."""
        return PSCustomObject(dict(self.members))

    def definition(self, owner: Value) -> str:
        """Return `Name {A, B}`."""
        return f"{self.name} {{{', '.join(self.members)}}}"


class MemberInfo:
    """A member of an object in a listing: an element of `$x.PSObject.Members`.

    `kind` is Property, NoteProperty, AliasProperty, ScriptProperty, CodeProperty, ParameterizedProperty, Method,
    ScriptMethod, CodeMethod, PropertySet or MemberSet. `owner` is the object that was listed.
    """

    __slots__ = ("_definition", "_get", "_set", "extended", "is_instance", "kind", "name", "owner", "type_name")

    def __init__(
        self,
        name: str,
        kind: str,
        type_name: str,
        owner: Value,
        get: Callable[[Value, Any], Value],
        set: Callable[[Value, Value, Any], None] | None = None,
        *,
        definition: Callable[[], str],
        extended: Any = MISSING,
        is_instance: bool = False,
    ) -> None:
        self.name = name
        self.kind = kind
        self.type_name = type_name
        self.owner = owner
        self._get = get
        self._set = set
        self._definition = definition
        self.extended = extended
        self.is_instance = is_instance

    def get(self, value: Value, session: Any = None) -> Value:
        """Return the member's value on an object."""
        return self._get(value, session)

    def set(self, value: Value, new: Value, session: Any = None) -> None:
        """Set the member's value on an object."""
        if self._set is None:
            raise SetValueException(f"'{self.name}' is a ReadOnly property.", error_id="PropertyAssignmentException")
        self._set(value, new, session)

    @property
    def is_settable(self) -> bool:
        """True if it can be assigned to."""
        return self._set is not None

    @property
    def definition(self) -> str:
        """Return the definition that Get-Member shows."""
        return self._definition()

    @property
    def referenced(self) -> Sequence[str]:
        """Return the names in a property set."""
        found: Sequence[str] = getattr(self.extended, "referenced", ())
        return found

    @property
    def is_property(self) -> bool:
        """True for a member that has a value."""
        return "Propert" in self.kind and self.kind not in ("PropertySet", "ParameterizedProperty")
