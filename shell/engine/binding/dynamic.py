"""Dynamic parameters: what a `dynamicparam` block or a cmdlet adds once other parameters are bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.binding.parameters import Argument, CommandSignature, ParameterInfo
from shell.engine.classes.objects import ScriptObject
from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.run.frame import NO_SITE
from shell.engine.run.functions import FunctionStage
from shell.engine.run.invocation import InvocationInfo
from shell.lazy import lazy
from shell.types import Property, type_of
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.names import resolve
from shell.types.registry.table import ClrType
from shell.values.errors import ArgumentNullException, NetException
from shell.values.objects import Hashtable, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.binding import attributes as binding_attributes
    from shell.engine.binding import binder
    from shell.engine.binding import signature as binding_signature
    from shell.engine.binding.binder import Binding
    from shell.engine.commands import cmdlet_stage, command_runtime
    from shell.engine.session.runspace import Runspace
else:
    binding_attributes = lazy("shell.engine.binding.attributes", globals(), "binding_attributes")
    binder = lazy("shell.engine.binding.binder", globals())
    binding_signature = lazy("shell.engine.binding.signature", globals(), "binding_signature")
    cmdlet_stage = lazy("shell.engine.commands.cmdlet_stage", globals())
    command_runtime = lazy("shell.engine.commands.command_runtime", globals())


@clr_class(
    AUTOMATION + "RuntimeDefinedParameter",
    properties="Name:string=rw ParameterType:type=rw Value:object=rw IsSet:bool=rw Attributes:object",
)
class RuntimeDefinedParameter:
    """A parameter that a script makes at run time."""

    @clr_constructor()
    @clr_constructor(
        "string name, type parameterType, System.Collections.ObjectModel.Collection[System.Attribute] attributes"
    )
    def __init__(self, name: str = "", parameter_type: ClrType | None = None, attributes: Value = None) -> None:
        self.name = name
        self.parameter_type = parameter_type
        self.attributes = attributes if isinstance(attributes, list) or hasattr(attributes, "__iter__") else []
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
    """Return the parameters in a block's output (or those that a cmdlet made itself)."""
    found: list[ParameterInfo] = []
    for value in written:
        base = value.base if isinstance(value, PSObject) and value.base is not value else value
        if isinstance(base, ParameterInfo):
            found.append(base)
        elif isinstance(base, RuntimeDefinedParameterDictionary):
            found += [
                binding_signature.parameter_from_attributes(
                    _name_of(each), each.parameter_type, list(each.attributes), script=True
                )
                for each in base.values()
                if isinstance(each, RuntimeDefinedParameter)
            ]
        elif isinstance(base, ScriptObject):
            found += _members_as_parameters(base)
    return [each for each in found if each.key not in signature.by_key]


def _name_of(parameter: RuntimeDefinedParameter) -> str:
    if parameter.name is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'key')")
    return parameter.name


class _Holder:
    """Copies the value of a dynamic parameter into the object that declares it."""

    def __init__(self, holder: Value, member: Property) -> None:
        self.holder = holder
        self.member = member

    def validate(self, value: Value, session: Any) -> None:
        """Set the property."""
        assert self.member.set is not None
        self.member.set(self.holder, value)


def _members_as_parameters(holder: Value) -> list[ParameterInfo]:
    """Return parameters for the properties of an object that have [Parameter()]."""
    owner = type_of(holder)
    noted = owner.data.get("attributes", {})
    made = []
    for member in owner.all_properties():
        attributes = noted.get(member.name.lower(), [])
        if member.static or not any(isinstance(each, binding_attributes.ParameterAttribute) for each in attributes):
            continue
        info = binding_signature.parameter_from_attributes(
            member.name, resolve(member.type_name), attributes, script=True
        )
        info.validators = (*info.validators, _Holder(holder, member))
        made.append(info)
    return made


class _Asked(Exception):
    """Ends a binding once the dynamic parameters are known."""


def complete_signature(session: Runspace, info: Any, arguments: Sequence[Argument] = ()) -> CommandSignature:
    """Return a command's parameters with those that its `dynamicparam` block adds for the arguments given so far.

    The command itself does not run. If the block or the binding fails, only the declared parameters are returned.
    """
    signature: CommandSignature = info.signature(session)
    block = getattr(info, "script_block", None)
    if block is None and hasattr(info, "cmdlet_class"):
        return _complete_cmdlet(session, info, arguments)
    if block is None or block.code.ready().dynamic is None:
        return signature
    stage = FunctionStage(session.scope, block, info, list(arguments), NO_SITE, lambda value: None)
    stage.runtime = command_runtime.CommandRuntime(session, stage.frame.invocation(), stage.out)
    binding = stage.binding = binder.Binding(signature, session, stage.frame.invocation())
    return _with_dynamic(binding, stage.dynamic_parameters, arguments)


def _complete_cmdlet(session: Runspace, info: Any, arguments: Sequence[Argument]) -> CommandSignature:
    signature: CommandSignature = info.signature(session)
    if not has_dynamic_parameters(info):
        return signature
    stage = cmdlet_stage.CmdletStage(session, info, list(arguments), InvocationInfo(info), lambda value: None)
    stage.cmdlet.session = session
    stage.cmdlet.runtime = stage.runtime
    stage.cmdlet.bound = stage.binding.bound
    return _with_dynamic(stage.binding, stage.dynamic_parameters, arguments)


def has_dynamic_parameters(info: Any) -> bool:
    """True if a command may have dynamic parameters."""
    block = getattr(info, "script_block", None)
    if block is not None:
        return block.code.ready().dynamic is not None
    chosen = getattr(info, "cmdlet_class", Cmdlet)
    return bool(chosen.dynamic_parameters is not Cmdlet.dynamic_parameters)


def _with_dynamic(
    binding: Binding, source: Callable[[], list[Value]], arguments: Sequence[Argument]
) -> CommandSignature:
    """Bind arguments until the dynamic parameters are needed; return the signature with them."""
    signature = binding.signature
    session = binding.session
    found: list[ParameterInfo] = []

    def ask() -> list[Value]:
        found.extend(dynamic_parameters(signature, source()))
        raise _Asked

    binding.dynamic_source = ask
    before = session.scope
    try:
        binding.bind_arguments(list(arguments))
    except (_Asked, NetException):
        session.scope = before
    return signature.extended(found) if found else signature


__all__ = [
    "RuntimeDefinedParameter",
    "RuntimeDefinedParameterDictionary",
    "complete_signature",
    "dynamic_parameters",
    "has_dynamic_parameters",
]
