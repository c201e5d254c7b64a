"""System.Reflection.Assembly and AssemblyName."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.lazy import lazy
from shell.types import BYTE, OBJECT, ClrType, named, register, resolve
from shell.types.registry.declarations import add_methods, add_properties, clr_class, clr_constructor, clr_method
from shell.values.objects import Byte, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.system import identifiers
else:
    identifiers = lazy("shell.dotnet.system.identifiers", globals())


@clr_class(
    "System.Reflection.AssemblyName",
    properties="Name:string Version:version CultureInfo:object CultureName:string CodeBase:string"
    " ProcessorArchitecture:string ContentType:string Flags:string FullName:string",
)
class AssemblyName:
    """An assembly name: `Name, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null`."""

    processor_architecture = "None"
    content_type = "Default"
    flags = "PublicKey"
    culture_name = ""
    code_base: Value = None
    culture_info: Value = None

    @clr_constructor("string assemblyName")
    def __init__(self, assembly_name: str) -> None:
        self.name, _, rest = assembly_name.partition(", ")
        words = dict(each.partition("=")[::2] for each in rest.split(", ") if each)
        self.full_name = assembly_name
        self.token = words.get("PublicKeyToken", "null")
        self.version = identifiers.Version(*map(int, words["Version"].split("."))) if "Version" in words else None

    def __str__(self) -> str:
        return self.full_name

    @clr_method("GetPublicKeyToken", "-> byte[]")
    def get_public_key_token(self) -> Value:
        """Return the bytes of the token, empty if there is none."""
        return TypedArray(BYTE, [Byte(each) for each in bytes.fromhex("" if self.token == "null" else self.token)])


class AssemblyView:
    """System.Reflection.Assembly."""

    def __init__(self, full_name: str) -> None:
        self.full_name = full_name

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type."""
        return named("System.Reflection.RuntimeAssembly")

    def __str__(self) -> str:
        return self.full_name


def _register_assembly() -> None:
    base = register(ClrType("System.Reflection.Assembly", OBJECT, is_abstract=True))
    made = register(ClrType("System.Reflection.RuntimeAssembly", base, python_class=AssemblyView))
    add_properties(
        made,
        (
            ("FullName", "string", lambda value: value.full_name),
            ("Location", "string", lambda value: ""),
            ("IsDynamic", "bool", lambda value: value.full_name.startswith("PowerShell Class Assembly")),
        ),
    )
    add_methods(
        made,
        (
            ("GetType", "string name -> type", lambda value, name: resolve(name)),
            ("GetName", "-> System.Reflection.AssemblyName", lambda value: AssemblyName(value.full_name)),
        ),
    )


_register_assembly()
