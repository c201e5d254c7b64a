"""Dynamic parameters: what a `dynamicparam` block or a cmdlet adds once other parameters are bound."""

from __future__ import annotations

from collections.abc import Sequence

from shell.runtime.attributes import AUTOMATION
from shell.runtime.clrtype import ClrType
from shell.runtime.declare import clr_class, clr_constructor
from shell.runtime.objects import Hashtable, PSObject, Value
from shell.runtime.parameters import CommandSignature, ParameterInfo


@clr_class(
    AUTOMATION + "RuntimeDefinedParameter",
    properties="Name:string=rw ParameterType:type=rw Value:object=rw IsSet:bool=rw Attributes:object",
)
class RuntimeDefinedParameter:
    """A parameter that a script makes at run time."""

    @clr_constructor()
    @clr_constructor("string name, type parameterType, object attributes")
    def __init__(self, name: str = "", parameter_type: ClrType | None = None, attributes: Value = None) -> None:
        self.name = name
        self.parameter_type = parameter_type
        self.attributes = attributes if attributes is not None else []
        self.value: Value = None
        self.is_set = False


@clr_class(
    AUTOMATION + "RuntimeDefinedParameterDictionary",
    "System.Collections.Hashtable",
    properties="HelpFile:string=rw Data:object=rw",
    interfaces="System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable",
)
class RuntimeDefinedParameterDictionary(Hashtable):
    """What a `dynamicparam` block returns: parameters by name."""

    __slots__ = ("data", "help_file")

    @clr_constructor()
    def __init__(self) -> None:
        super().__init__()
        self.help_file = ""
        self.data: Value = None


def dynamic_parameters(signature: CommandSignature, written: Sequence[Value]) -> list[ParameterInfo]:
    """Return the parameters in what a block wrote (or those that a cmdlet made itself)."""
    from shell.runtime.signature import parameter_from_attributes

    found: list[ParameterInfo] = []
    for value in written:
        base = value.base if isinstance(value, PSObject) and value.base is not value else value
        if isinstance(base, ParameterInfo):
            found.append(base)
        elif isinstance(base, RuntimeDefinedParameterDictionary):
            found += [
                parameter_from_attributes(each.name, each.parameter_type, list(each.attributes), script=True)
                for each in base.values()
            ]
    return [each for each in found if each.key not in signature.by_key]


__all__ = ["RuntimeDefinedParameter", "RuntimeDefinedParameterDictionary", "dynamic_parameters"]
