"""PSMemberInfo and its subclasses: members of an object, or members that a script creates to add to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import ClrType, Method, Property, named, register, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string
from shell.types.members.extended_members import (
    AliasProperty,
    ExtendedMember,
    MemberInfo,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
)
from shell.types.registry.declarations import Nobody, Row, add_methods, add_properties, clr_class
from shell.values.errors import ErrorCategory, SetValueException
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.dotnet.automation import code_members
else:
    code_members = lazy("shell.dotnet.automation.code_members", globals())


_AUTOMATION: Final = "System.Management.Automation."
_KINDS: Final = {
    "NoteProperty": "PSNoteProperty",
    "AliasProperty": "PSAliasProperty",
    "ScriptProperty": "PSScriptProperty",
    "CodeProperty": "PSCodeProperty",
    "Property": "PSProperty",
    "ParameterizedProperty": "PSParameterizedProperty",
    "Method": "PSMethod",
    "ScriptMethod": "PSScriptMethod",
    "CodeMethod": "PSCodeMethod",
    "PropertySet": "PSPropertySet",
    "MemberSet": "PSMemberSet",
}


def member_kind(kind: str) -> Value:
    """Return a value of PSMemberTypes."""
    return convert(kind, named(_AUTOMATION + "PSMemberTypes"))


class Member:
    """Base of the member objects; `kind` is the PSMemberTypes name."""

    kind: str

    @property
    def clr_type(self) -> ClrType:
        """Return the PSMemberInfo subclass of the member's kind."""
        return named(_AUTOMATION + _KINDS[self.kind])

    def name(self) -> str:
        """Return the member's name."""
        raise NotImplementedError

    def value(self) -> Value:
        """Return the member's value."""
        raise NotImplementedError

    def put(self, value: Value) -> None:
        """Set the member's value."""
        raise NotImplementedError

    def held(self) -> Value:
        """Return what an object stores for the member: a value or an ExtendedMember."""
        raise NotImplementedError

    def is_settable(self) -> bool:
        """Return True if the value can be set."""
        raise NotImplementedError

    def is_instance(self) -> bool:
        """Return True for an instance member, which belongs to one object."""
        return True

    def type_name_of_value(self) -> str:
        """Return the full name of the value's type."""
        raise NotImplementedError

    def member_type(self) -> Value:
        """Return the member type."""
        return member_kind(self.kind)

    def copy(self) -> Member:
        """Return a copy that belongs to no object."""
        return NewMember(self.kind, self.name(), self.held())


class MemberView(Member):
    """A member of an object."""

    def __init__(self, info: MemberInfo, session: Any) -> None:
        self.info = info
        self.session = session
        self.kind = info.kind

    def name(self) -> str:
        """Return the member's name."""
        return self.info.name

    def value(self) -> Value:
        """Return the member's value."""
        return self.info.get(self.info.owner, self.session)

    def put(self, value: Value) -> None:
        """Set the member's value."""
        self.info.set(self.info.owner, value, self.session)

    def held(self) -> Value:
        """Return the member itself, or its value."""
        return self.value() if self.info.extended is MISSING else self.info.extended

    def is_settable(self) -> bool:
        """Return True if the value can be set."""
        return self.info.is_settable

    def is_instance(self) -> bool:
        """Return True for an instance member, which belongs to one object."""
        return self.info.is_instance

    def type_name_of_value(self) -> str:
        """Return the full name of the value's type."""
        return self.info.type_name

    def __str__(self) -> str:
        if self.info.kind != "NoteProperty":
            return self.info.definition
        return _note_text(self.info.name, self.value())


class NewMember(Member):
    """A member that a script created and that belongs to no object yet."""

    def __init__(self, kind: str, name: str, held: Value) -> None:
        self.kind = kind
        self._name = name
        self._held = held

    def name(self) -> str:
        """Return the member's name."""
        return self._name

    def value(self) -> Value:
        """Return a note's value; other kinds raise, since they need an object."""
        return None if isinstance(self._held, ExtendedMember) else self._held

    def put(self, value: Value) -> None:
        """Set a note's value."""
        if isinstance(self._held, ExtendedMember):
            raise SetValueException(
                f'Cannot set the Value property for PSMemberInfo object of type "{self.clr_type.name}".',
                error_id="CannotSetValueForMemberInfo",
                category=ErrorCategory.InvalidOperation,
            )
        self._held = value

    def held(self) -> Value:
        """Return the member itself, or its value."""
        return self._held

    def is_settable(self) -> bool:
        """Return True if the value can be set."""
        return not isinstance(self._held, ExtendedMember) or self._held.is_settable

    def type_name_of_value(self) -> str:
        """Return the full name of the value's type."""
        if isinstance(self._held, ExtendedMember):
            return self._held.type_name
        return "System.Object" if self._held is None else type_of(self._held).full_name

    def __str__(self) -> str:
        if isinstance(self._held, ExtendedMember):
            return self._held.definition(None)
        return _note_text(self._name, self._held)


def _note_text(name: str, value: Value) -> str:
    kind = "object" if value is None else type_of(value).accelerator
    return f"{kind} {name}={'null' if value is None else net_string(value)}"


# --- the types -------------------------------------------------------------------------------------------------------


@clr_class(_AUTOMATION + "PSMemberInfo", python_class=Nobody, is_abstract=True)
class _Base:
    """Holder of the members of PSMemberInfo, which are added below."""


def _register_kinds() -> None:
    base = named(_AUTOMATION + "PSMemberInfo")
    base.add_property(Property("MemberType", _AUTOMATION + "PSMemberTypes", Member.member_type))
    base.add_property(Property("Value", "object", lambda member: member.value(), lambda m, value: m.put(value)))
    add_properties(
        base,
        (
            ("IsSettable", "bool", lambda member: member.is_settable()),
            ("IsGettable", "bool", lambda member: True),
            ("TypeNameOfValue", "string", lambda member: member.type_name_of_value()),
            ("Name", "string", lambda member: member.name()),
            ("IsInstance", "bool", lambda member: member.is_instance()),
        ),
    )
    add_methods(base, (("Copy", f"-> {_AUTOMATION}PSMemberInfo", Member.copy),))
    prop = register(ClrType(_AUTOMATION + "PSPropertyInfo", base, is_abstract=True))
    method = register(ClrType(_AUTOMATION + "PSMethodInfo", base, is_abstract=True))
    for kind, short in _KINDS.items():
        if short not in ("PSMemberSet", "PSMethod"):
            parent = prop if kind.endswith("Property") else method if kind.endswith("Method") else base
            register(ClrType(_AUTOMATION + short, parent))
    note = named(_AUTOMATION + "PSNoteProperty")
    register(ClrType(_AUTOMATION + "PSVariableProperty", note))


def _parts(kind: str, rows: tuple[Row, ...]) -> None:
    add_properties(named(_AUTOMATION + kind), rows)


def _add_parts() -> None:
    _parts("PSAliasProperty", (("ReferencedMemberName", "string", lambda member: member.held().target),))
    _parts(
        "PSAliasProperty",
        (("ConversionType", "type", lambda member: member.held().convert_to),),
    )
    _parts(
        "PSScriptProperty",
        (
            ("GetterScript", "scriptblock", lambda member: getattr(member.held(), "getter", None)),
            ("SetterScript", "scriptblock", lambda member: getattr(member.held(), "setter", None)),
        ),
    )
    _parts("PSScriptMethod", (("Script", "scriptblock", lambda member: member.held().block),))
    _parts("PSPropertySet", (("ReferencedPropertyNames", "object", lambda member: list(member.held().referenced)),))
    for kind in ("PSScriptMethod", "PSCodeMethod"):
        target = named(_AUTOMATION + kind)
        target.add_method(Method("Invoke", "params object[] arguments -> object", _call, False, True))


def _call(member: Any, session: Any, arguments: list[Value]) -> Value:
    return member.held().call(member.info.owner, arguments, session)


class _Makers:
    """Constructors of the PSMemberInfo subclasses."""

    @staticmethod
    def note(name: str, value: Value) -> Member:
        return NewMember("NoteProperty", name, value)

    @staticmethod
    def variable(variable: Any) -> Member:
        return NewMember("NoteProperty", variable.name, variable.value)

    @staticmethod
    def alias(name: str, target: str, wanted: ClrType | None = None) -> Member:
        return NewMember("AliasProperty", name, AliasProperty(name, target, wanted))

    @staticmethod
    def script(name: str, getter: Value, setter: Value = None) -> Member:
        return NewMember("ScriptProperty", name, ScriptProperty(name, getter, setter))

    @staticmethod
    def code(name: str, getter: Value, setter: Value = None) -> Member:
        return NewMember("CodeProperty", name, code_members.MethodProperty(name, getter, setter))

    @staticmethod
    def code_method(name: str, method: Any) -> Member:
        return NewMember("CodeMethod", name, code_members.MethodCode(name, method))

    @staticmethod
    def method(name: str, block: Value) -> Member:
        return NewMember("ScriptMethod", name, ScriptMethod(name, block))

    @staticmethod
    def property_set(name: str, names: Any) -> Member:
        return NewMember("PropertySet", name, PropertySet(name, list(names)))


def _add_makers() -> None:
    for kind, signatures, make in (
        ("PSNoteProperty", "string name, object value", _Makers.note),
        ("PSVariableProperty", f"{_AUTOMATION}PSVariable variable", _Makers.variable),
        (
            "PSAliasProperty",
            "string name, string referencedMemberName|string name, string referencedMemberName, type conversionType",
            _Makers.alias,
        ),
        (
            "PSScriptProperty",
            "string name, scriptblock getterScript|string name, scriptblock getterScript, scriptblock setterScript",
            _Makers.script,
        ),
        ("PSScriptMethod", "string name, scriptblock script", _Makers.method),
        (
            "PSCodeProperty",
            "string name, System.Reflection.MethodInfo getterCodeReference"
            "|string name, System.Reflection.MethodInfo getterCodeReference,"
            " System.Reflection.MethodInfo setterCodeReference",
            _Makers.code,
        ),
        ("PSCodeMethod", "string name, System.Reflection.MethodInfo codeReference", _Makers.code_method),
        ("PSPropertySet", "string name, string[] referencedPropertyNames", _Makers.property_set),
    ):
        target = named(_AUTOMATION + kind)
        for signature in signatures.split("|"):
            target.add_constructor(Method(target.short_name, signature, make, True))


_register_kinds()
_add_parts()
_add_makers()

__all__ = ["Member", "MemberView", "NewMember", "member_kind"]
