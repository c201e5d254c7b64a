"""Descriptions of .NET types: names, bases, interfaces and members. `table` has the registered types."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types.registry.assemblies import library_of
from shell.types.registry.catalog import ACCELERATORS, INTERFACES, MEMBER_MODULES, SEALED
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.registry import signatures
    from shell.types.registry.signatures import Signature
    from shell.values.registries import Registries
else:
    signatures = lazy("shell.types.registry.signatures", globals())


def imported(module: str) -> bool:
    """Import a module of types; return False if this thread is already importing it further up the stack.

    If another thread is importing it, wait for that: sessions in several threads load the same types.
    """
    spec = importlib.import_module(module).__spec__
    return not getattr(spec, "_initializing", False)


class Property:
    """A property or field of a type. `get` takes the value (nothing if static); `set` is None if it is read-only."""

    __slots__ = ("get", "name", "set", "static", "type_name")

    def __init__(
        self,
        name: str,
        type_name: str,
        get: Callable[..., Value],
        set: Callable[..., None] | None = None,
        static: bool = False,
    ) -> None:
        self.name = name
        self.type_name = type_name
        self.get = get
        self.set = set
        self.static = static


class Method:
    """One overload of a method or constructor; `function` takes the value first unless it is static."""

    __slots__ = ("_signature", "function", "name", "owner", "signature_text", "static", "wants_session")

    def __init__(
        self,
        name: str,
        signature: str,
        function: Callable[..., Value],
        static: bool = False,
        wants_session: bool = False,
    ) -> None:
        self.name = name
        self.signature_text = signature
        self.function = function
        self.static = static
        self.wants_session = wants_session
        self._signature: Signature | None = None
        self.owner: ClrType | None = None

    @property
    def signature(self) -> Signature:
        """Return the signature, which is parsed at the first call."""
        if self._signature is None:
            self._signature = signatures.parse_signature(self.signature_text)
        return self._signature


class ClrType:
    """A .NET type. Scripts see it as `[int]`; it is compared by identity."""

    __slots__ = (
        "__weakref__",
        "_ancestry",
        "_array",
        "_inherited",
        "_loaded",
        "_type_names",
        "base",
        "constructors",
        "data",
        "element_type",
        "extended",
        "generic_arguments",
        "home",
        "interface_names",
        "is_abstract",
        "is_enum",
        "is_interface",
        "is_value_type",
        "methods",
        "name",
        "operators",
        "properties",
        "python_class",
        "rank",
        "short_name",
    )

    def __init__(
        self,
        name: str,
        base: ClrType | None = None,
        *,
        python_class: type | None = None,
        short_name: str = "",
        interface_names: Sequence[str] = (),
        element_type: ClrType | None = None,
        rank: int = 1,
        generic_arguments: tuple[ClrType, ...] = (),
        is_enum: bool = False,
        is_value_type: bool | None = None,
        is_interface: bool = False,
        is_abstract: bool = False,
    ) -> None:
        self.name = name
        self.short_name = short_name or name.rpartition(".")[2].rpartition("+")[2]
        self.base = base
        self.python_class = python_class
        self.interface_names = tuple(interface_names)
        self.element_type = element_type
        self.rank = rank
        self.generic_arguments = generic_arguments
        self.is_enum = is_enum
        inherits_value: bool = base is not None and (
            base.is_value_type or base.name in ("System.ValueType", "System.Enum")
        )
        self.is_value_type: bool = inherits_value if is_value_type is None else is_value_type
        self.is_interface = is_interface
        self.is_abstract = is_abstract
        self.properties: dict[str, Property] = {}
        self.methods: dict[str, list[Method]] = {}
        self.constructors: list[Method] = []
        self.data: dict[str, Any] = {}
        """Data that modules of `dotnet` store with a type: an enum's members, a dictionary's comparer."""
        self._loaded = False
        self.operators: dict[tuple[Any, ...], Any] = {}
        """Cache of operator methods by the operands' built-in classes."""
        self._inherited: dict[tuple[str, str, bool], Any] = {}
        self._ancestry: frozenset[str] | None = None
        self._type_names: list[str] | None = None
        self._array: ClrType | None = None
        self.home: Registries | None = None
        """The tables of the runspace whose script defined it; None for a built-in type. An array type has the home of
        its elements, a closed generic type that of its arguments.
        """
        self.extended: tuple[object, dict[str, Any]] | None = None
        """Cache of `type_data`: members of PowerShell's own type data, and the state for which they are valid."""

    def __repr__(self) -> str:
        return f"[{self.name}]"

    def __str__(self) -> str:
        return self.display_name

    def invariant_text(self) -> str:
        """Return the text of `"$type"`: the accelerator, if there is one."""
        return self.accelerator

    # --- names ---

    @property
    def full_name(self) -> str:
        """Return Type.FullName: generic arguments with their assembly."""
        if self.element_type is not None:
            return self.element_type.full_name + self.array_suffix
        if not self.generic_arguments:
            return self.name
        inner = ",".join(f"[{argument.full_name}, {argument.library}]" for argument in self.generic_arguments)
        return f"{self.name}[{inner}]"

    @property
    def library(self) -> str:
        """Return the full name of its assembly."""
        if self.element_type is not None:
            return self.element_type.library
        return _OF_SCRIPTS if "script" in self.data else library_of(self.name)

    @property
    def display_name(self) -> str:
        """Return Type.ToString(): ``System.Collections.Generic.List`1[System.Int32]``."""
        if self.element_type is not None:
            return self.element_type.display_name + self.array_suffix
        if not self.generic_arguments:
            return self.name
        return f"{self.name}[{','.join(argument.display_name for argument in self.generic_arguments)}]"

    @property
    def is_sealed(self) -> bool:
        """True if no class can derive from it."""
        return self.is_value_type or self.element_type is not None or self.name in SEALED

    @property
    def script_name(self) -> str:
        """Return the name in PowerShell's messages: ``System.Collections.Generic.List[int]``."""
        if self.element_type is not None:
            return self.element_type.script_name + self.array_suffix
        if not self.generic_arguments:
            return self.name
        inner = ",".join(argument.accelerator for argument in self.generic_arguments)
        return f"{self.name.partition('`')[0]}[{inner}]"

    @property
    def accelerator(self) -> str:
        """Return the short name for definitions and messages: `int`, `string[]`, else the script name."""
        if self.element_type is not None:
            return self.element_type.accelerator + self.array_suffix
        return _SHORT_NAMES.get(self.name) or self.script_name

    @property
    def array_suffix(self) -> str:
        """Return `[]`, `[,]` and so on."""
        return "[" + "," * (self.rank - 1) + "]"

    @property
    def namespace(self) -> str:
        """Return the namespace, or an empty string."""
        return self.name.rpartition(".")[0]

    # --- kinship ---

    @property
    def type_names(self) -> list[str]:
        """Return the names from this type up to System.Object: `PSObject.TypeNames`. Callers must not change it."""
        if self._type_names is None:
            self._type_names = [each.full_name for each in self.lineage()]
        return self._type_names

    def lineage(self) -> Iterator[ClrType]:
        """Return this type and its bases, nearest first."""
        each: ClrType | None = self
        while each is not None:
            yield each
            each = each.base

    @property
    def ancestry(self) -> frozenset[str]:
        """Return the display names, in lower case, of this type, its bases and interfaces."""
        if self._ancestry is None:
            names: set[str] = set()
            for each in self.lineage():
                names.add(each.display_name.lower())
                for interface in each.interface_names:
                    names.add(interface.lower())
            self._ancestry = frozenset(names)
        return self._ancestry

    def is_assignable_from(self, other: ClrType) -> bool:
        """True if a variable of this type can hold a value of the other."""
        if self is other or self is OBJECT:
            return True
        if self.element_type is not None and other.element_type is not None and self.rank == other.rank:
            return not other.element_type.is_value_type and self.element_type.is_assignable_from(other.element_type)
        if self.home is not None and not self.is_interface:  # another session's class may have the same name
            each: ClrType | None = other
            while each is not None and each is not self:
                each = each.base
            return each is self
        return self.display_name.lower() in other.ancestry

    @property
    def array(self) -> ClrType:
        """Return the type of a one-dimensional array of this type."""
        if self._array is None:
            self._array = OBJECT_ARRAY if self is OBJECT else _make_array(self, 1)
        return self._array

    @property
    def is_nullable(self) -> bool:
        """True for Nullable[T]."""
        return self.name == "System.Nullable`1"

    # --- members ---

    def load(self) -> None:
        """Import the module that attaches this type's members."""
        if not self._loaded:
            module = MEMBER_MODULES.get(self.name)
            self._loaded = module is None or imported("shell." + module)

    def property(self, lowered: str, static: bool = False) -> Property | None:
        """Return a property of this type or its bases by its lower-case name."""
        key = ("property", lowered, static)
        known = self._inherited
        if key in known:
            found: Property | None = known[key]
            return found
        for each in self.lineage():
            each.load()
            found = each.properties.get(("." if static else "") + lowered)
            if found is not None:
                break
        else:
            found = None
        known[key] = found
        return found

    def overloads(self, lowered: str, static: bool = False) -> list[Method]:
        """Return the overloads of a method, nearest type first."""
        key = ("method", lowered, static)
        known = self._inherited
        if key in known:
            overloads: list[Method] = known[key]
            return overloads
        found: list[Method] = []
        shapes: set[tuple[str, ...]] = set()
        of_script = "script" in self.data
        for each in self.lineage():
            each.load()
            for method in each.methods.get(("." if static else "") + lowered, ()):
                shape = self._bound_shape(method, each) if of_script else method.signature.parameter_names
                if shape not in shapes:
                    shapes.add(shape)
                    found.append(method)
        known[key] = found
        return found

    @staticmethod
    def _bound_shape(method: Method, owner: ClrType) -> tuple[str, ...]:
        """Return the full names of the parameter types: a script's `Add([int]$x)` overrides the `Add(T item)` of a
        List[int].
        """
        bound = [(each, signatures.bind_type(each.type_name, owner)) for each in method.signature.parameters]
        return tuple(each.type_name if found is None else found.display_name for each, found in bound)

    def all_properties(self, static: bool = False, with_hidden: bool = False) -> list[Property]:
        """Return the properties in display order: this type's, then its bases'."""
        found: dict[str, Property] = {}
        for each in self.lineage():
            each.load()
            hidden = () if with_hidden else each.data.get("hidden", ())
            for key, member in each.properties.items():
                if member.static is static and key not in found and key not in hidden:
                    found[key] = member
        return list(found.values())

    def all_methods(self, static: bool = False, with_hidden: bool = False) -> list[Method]:
        """Return one method for each name, for listings."""
        names: dict[str, None] = {}
        for each in self.lineage():
            each.load()
            hidden = each.data.get("protected" if with_hidden else "hidden", ())
            for key, overloads in each.methods.items():
                if overloads[0].static is static and key not in hidden:
                    names.setdefault(key.removeprefix("."))
        return [method for key in names for method in self.overloads(key, static)]

    def constructor_overloads(self) -> list[Method]:
        """Return the constructors; those of an exception class are made at the first call."""
        self.load()
        if not self.constructors and hasattr(self.python_class, "clr_name"):
            importlib.import_module("shell.dotnet.automation.errors").add_constructors(self)
        return self.constructors

    def add_property(self, member: Property) -> None:
        """Add a property; one of the same name is replaced."""
        self.properties[("." if member.static else "") + member.name.lower()] = member
        self._inherited = {}  # replaced, not cleared: another thread may be about to store an outdated entry

    def add_method(self, method: Method) -> None:
        """Add an overload."""
        method.owner = self
        self.methods.setdefault(("." if method.static else "") + method.name.lower(), []).append(method)
        self._inherited = {}
        self.operators = {}

    def add_constructor(self, method: Method) -> None:
        """Add a constructor."""
        method.owner = self
        self.constructors.append(method)


_OF_SCRIPTS: Final = "PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"
_SHORT_NAMES: Final[dict[str, str]] = {
    "System.Object": "System.Object",
}


def _fill_short_names() -> None:
    for accelerator, name in ACCELERATORS.items():
        if name not in _SHORT_NAMES or len(accelerator) < len(_SHORT_NAMES[name]):
            _SHORT_NAMES[name] = accelerator
    _SHORT_NAMES.update({"System.Object": "System.Object", "System.Single": "float", "System.Int64": "long"})
    _SHORT_NAMES.update({"System.Int16": "short", "System.UInt16": "ushort"})


_fill_short_names()

OBJECT: Final = ClrType("System.Object", python_class=object)
ARRAY: Final = ClrType("System.Array", OBJECT, interface_names=INTERFACES["System.Array"].split(), is_abstract=True)


def _make_array(element: ClrType, rank: int) -> ClrType:
    key = f"array of rank {rank}"
    known: ClrType | None = element.data.get(key)
    if known is None:
        suffix = "[" + "," * (rank - 1) + "]"
        names = ARRAY.interface_names
        if rank == 1:
            inner = element.display_name
            names += tuple(
                f"System.Collections.Generic.{each}`1[{inner}]" for each in ("IList", "ICollection", "IEnumerable")
            )
        known = ClrType(
            element.name + suffix,
            ARRAY,
            short_name=element.short_name + suffix,
            interface_names=names,
            element_type=element,
            rank=rank,
        )
        known.home = element.home
        element.data[key] = known
    return known


def array_of(element: ClrType, rank: int = 1) -> ClrType:
    """Return the type of an array."""
    return element.array if rank == 1 else _make_array(element, rank)


OBJECT_ARRAY: Final = _make_array(OBJECT, 1)
