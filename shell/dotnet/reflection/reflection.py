"""System.Reflection: PropertyInfo, MethodInfo, ConstructorInfo and ParameterInfo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, TYPE, ClrType, Method, named, register, type_of
from shell.types.registry.declarations import add_methods, clr_class, clr_method
from shell.types.registry.names import resolve
from shell.types.registry.signatures import bind_type
from shell.values.objects import MISSING

if TYPE_CHECKING:
    from shell.types.members import access, calling
    from shell.types.registry.descriptions import Property
    from shell.values.objects import Value
else:
    access = lazy("shell.types.members.access", globals())
    calling = lazy("shell.types.members.calling", globals())

_REFLECTION: Final = "System.Reflection."


def _attributes(found: list[Any], wanted: ClrType | None) -> list[Any]:
    if wanted is None:
        return list(found)
    return [each for each in found if wanted.is_assignable_from(type_of(each))]


@clr_class(_REFLECTION + "MemberInfo", properties="Name:string DeclaringType:type ReflectedType:type")
class MemberInfoView:
    """System.Reflection.MemberInfo, the base of the member classes."""

    def __init__(self, name: str, declaring: ClrType, key: str) -> None:
        self.name = name
        self.declaring_type = declaring
        self.reflected_type = declaring
        self._key = key

    @clr_method("GetCustomAttributes", "bool inherit = true -> object[]")
    def attributes(self, inherit: bool = True) -> Value:
        """Return the attributes of the member in a script's class."""
        return self._found(None)

    @clr_method("GetCustomAttributes", "type attributeType, bool inherit = true -> object[]")
    def attributes_of(self, attribute_type: ClrType, inherit: bool = True) -> Value:
        """Return the member's attributes of a type."""
        return self._found(attribute_type)

    def _found(self, wanted: ClrType | None) -> list[Any]:
        declared = self.declaring_type.data.get("attributes", {})
        return _attributes(declared.get(self._key, []), wanted)


_MEMBER: Final = named(_REFLECTION + "MemberInfo")
_BASE: Final = register(ClrType(_REFLECTION + "MethodBase", _MEMBER, is_abstract=True))
for _name, _of in (
    ("PropertyInfo", _MEMBER),
    ("FieldInfo", _MEMBER),
    ("MethodInfo", _BASE),
    ("ConstructorInfo", _BASE),
):
    register(ClrType(_REFLECTION + _name, _of, is_abstract=True))
register(ClrType(_REFLECTION + "ParameterInfo", OBJECT))


@clr_class(
    _REFLECTION + "RuntimePropertyInfo",
    _REFLECTION + "PropertyInfo",
    properties="PropertyType:type CanRead:bool CanWrite:bool MemberType:string",
)
class PropertyView(MemberInfoView):
    """System.Reflection.PropertyInfo."""

    member_type = "Property"
    can_read = True

    def __init__(self, prop: Property, owner: ClrType, declaring: ClrType) -> None:
        super().__init__(prop.name, declaring, prop.name.lower())
        self._property = prop
        self.property_type = bind_type(prop.type_name, owner) or OBJECT
        self.can_write = prop.set is not None

    @clr_method("GetValue", "object obj -> object")
    def get_value(self, target: Value) -> Value:
        """Read the property of an object, $null for a static property."""
        return self._property.get() if self._property.static else self._property.get(target)

    @clr_method("SetValue", "object obj, object value -> void")
    def set_value(self, target: Value, value: Value) -> None:
        """Set the property of an object."""
        access.assign_property(self._property, target, value, self.declaring_type)

    def __str__(self) -> str:
        return f"{self.property_type.full_name} {self.name}"


@clr_class(
    _REFLECTION + "RuntimeParameterInfo",
    _REFLECTION + "ParameterInfo",
    properties="Name:string ParameterType:type Position:int",
)
class ParameterView:
    """System.Reflection.ParameterInfo."""

    def __init__(self, name: str, parameter_type: ClrType, position: int) -> None:
        self.name = name
        self.parameter_type = parameter_type
        self.position = position

    def __str__(self) -> str:
        return f"{self.parameter_type.full_name} {self.name}"


_OF_METHODS: Final = (
    "ReturnType:type IsStatic:bool IsPublic:bool IsVirtual:bool IsConstructor:bool MemberType:string"
    " IsSpecialName:bool IsHideBySig:bool IsPrivate:bool IsFamily:bool IsAssembly:bool"
)


@clr_class(
    _REFLECTION + "RuntimeMethodInfo",
    _REFLECTION + "MethodInfo",
    properties=_OF_METHODS,
)
class MethodView(MemberInfoView):
    """System.Reflection.MethodInfo; also the base of ConstructorInfo."""

    is_public = is_hide_by_sig = True
    is_private = is_family = is_assembly = False

    def __init__(self, method: Method, owner: ClrType, *, constructor: bool = False) -> None:
        declaring = method.owner or owner
        name = ".ctor" if constructor else method.name
        super().__init__(name, declaring, f"{name.lower()}/{len(method.signature.parameters)}")
        self._method = method
        self._owner = owner
        self.is_static = method.static and not constructor
        self.is_constructor = constructor
        self.is_special_name = constructor or name.startswith(("get_", "set_", "op_", "add_", "remove_"))
        self.is_virtual = "script" in declaring.data and not self.is_static and not constructor
        self.member_type = "Constructor" if constructor else "Method"
        self.return_type = owner if constructor else bind_type(method.signature.returns, owner) or OBJECT

    @clr_method("GetParameters", "-> object[]")
    def get_parameters(self) -> Value:
        """Return the parameters."""
        return [
            ParameterView(each.name, bind_type(each.type_name, self._owner) or OBJECT, place)
            for place, each in enumerate(self._method.signature.parameters)
        ]

    @clr_method("Invoke", "object obj, object[] parameters -> object", session=True)
    def invoke(self, session: Any, target: Value, parameters: Value) -> Value:
        """Call the method of an object, $null for a static method."""
        given = MISSING if self.is_static else target
        return calling.invoke(self.name, [self._method], self._owner, given, parameters or [], session)

    def __str__(self) -> str:
        return self._method.signature.definition(self.name, self._owner)


@clr_class(_REFLECTION + "RuntimeConstructorInfo", _REFLECTION + "ConstructorInfo", properties=_OF_METHODS)
class ConstructorView(MethodView):
    """System.Reflection.ConstructorInfo."""

    def __init__(self, method: Method, owner: ClrType) -> None:
        super().__init__(method, owner, constructor=True)

    @clr_method("GetParameters", "-> object[]")
    def parameters(self) -> Value:
        """Return the parameters."""
        return self.get_parameters()

    @clr_method("Invoke", "object[] parameters -> object", session=True)
    def make(self, session: Any, parameters: Value) -> Value:
        """Create an object."""
        return calling.invoke("new", [self._method], self._owner, MISSING, parameters or [], session)


# --- reflection members of Type ---------------------------------------------------------------------------------------


def _properties(target: ClrType) -> list[Any]:
    found: list[Any] = []
    for static in (False, True):
        for each in target.all_properties(static=static, with_hidden=True):
            key = ("." if static else "") + each.name.lower()
            declaring = next((one for one in target.lineage() if key in one.properties), target)
            found.append(PropertyView(each, target, declaring))
    return found


def _methods(target: ClrType) -> list[Any]:
    listed = [*target.all_methods(with_hidden=True), *target.all_methods(static=True, with_hidden=True)]
    if "script" in target.data and not target.is_enum:
        listed = _in_order_of_class(target, listed)
    return [MethodView(each, target) for each in listed]


_LAST: Final = ("GetType", "ToString", "Equals", "GetHashCode")


def _in_order_of_class(target: ClrType, listed: list[Method]) -> list[Method]:
    """Order a script class's methods as .NET does: accessors, own, inherited non-static."""
    kept = [each for each in listed if each.owner is target or not each.static]
    inherited = [each for each in kept if each.owner is OBJECT]
    first = [each for each in kept if each.owner is not OBJECT]
    inherited.sort(key=lambda each: _LAST.index(each.name) if each.name in _LAST else len(_LAST))
    return [*_accessors(target), *first, *inherited]


def _accessors(target: ClrType) -> list[Method]:
    found = []
    for prop in target.properties.values():
        pairs = [("get_", f"-> {prop.type_name}", prop.get), ("set_", f"{prop.type_name} value -> void", prop.set)]
        for prefix, signature, function in pairs:
            if function is not None and f"{prefix}{prop.name.lower()}" not in target.methods:
                made = Method(prefix + prop.name, signature, function, prop.static)
                made.owner = target
                found.append(made)
    return found


def _constructors(target: ClrType) -> list[Any]:
    return [ConstructorView(each, target) for each in target.constructor_overloads()]


def _named(found: list[Any], name: str) -> list[Any]:
    """Return the members of a name, matched with case as in .NET."""
    return [each for each in found if each.name == name]


def _one(find: Any) -> Any:
    def get(target: ClrType, name: str, *rest: Value) -> Value:
        found = _named(find(target), name)
        if rest and isinstance(rest[-1], list):
            found = [each for each in found if _takes(each, rest[-1])]
        return found[0] if found else None

    return get


def _takes(method: MethodView, types: list[Any]) -> bool:
    return [each.parameter_type for each in method.get_parameters()] == list(types)


def _constructor(target: ClrType, *rest: Value) -> Value:
    found = [each for each in _constructors(target) if rest and isinstance(rest[-1], list) and _takes(each, rest[-1])]
    return found[0] if found else None


def _members(target: ClrType, *flags: Value) -> list[Any]:
    return [*_methods(target), *_constructors(target), *_properties(target)]


def _interface(target: ClrType, name: str, ignore_case: bool = False) -> Value:
    """Return an interface of a type by name, with or without namespace."""
    wanted = name.lower() if ignore_case else name
    for each in target.lineage():
        for known in each.interface_names:
            found = resolve(known)
            if found is not None:
                names = (found.short_name, found.name)
                if wanted in ([each.lower() for each in names] if ignore_case else names):
                    return found
    return None


def _type_attributes(target: ClrType, *given: Value) -> list[Any]:
    wanted = given[0] if given and isinstance(given[0], ClrType) else None
    return _attributes(target.data.get("attributes", {}).get("", []), wanted)


add_methods(
    TYPE,
    (
        ("GetMethods", "-> object[]|object bindingAttr -> object[]", lambda t, *_: _methods(t)),
        (
            "GetMethod",
            "string name -> object|string name, type[] types -> object|string name, object bindingAttr -> object",
            _one(_methods),
        ),
        ("GetConstructor", "type[] types -> object|object bindingAttr, type[] types -> object", _constructor),
        ("GetProperties", "-> object[]|object bindingAttr -> object[]", lambda t, *_: _properties(t)),
        ("GetProperty", "string name -> object|string name, object bindingAttr -> object", _one(_properties)),
        ("GetInterface", "string name -> type|string name, bool ignoreCase -> type", _interface),
        ("GetFields", "-> object[]|object bindingAttr -> object[]", lambda t, *_: []),
        ("GetField", "string name -> object|string name, object bindingAttr -> object", lambda t, *_: None),
        ("GetEvents", "-> object[]|object bindingAttr -> object[]", lambda t, *_: []),
        ("GetTypeInfo", "-> type", lambda t: t),
        ("GetConstructors", "-> object[]|object bindingAttr -> object[]", lambda t, *_: _constructors(t)),
        ("GetMembers", "-> object[]|object bindingAttr -> object[]", _members),
        (
            "GetMember",
            "string name -> object[]|string name, object bindingAttr -> object[]",
            lambda t, name, *_: _named(_members(t), name),
        ),
        (
            "GetCustomAttributes",
            "bool inherit = true -> object[]|type attributeType, bool inherit = true -> object[]",
            _type_attributes,
        ),
    ),
)

__all__ = ["ConstructorView", "MemberInfoView", "MethodView", "ParameterView", "PropertyView"]
