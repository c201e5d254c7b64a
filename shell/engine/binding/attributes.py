"""The attributes that scripts put on parameters, functions and variables, as .NET objects.

Validation attributes are in `validation.py`; `signature.py` applies the others.
"""

from __future__ import annotations

from typing import Any, ClassVar

from shell.engine.binding.parameters import ALL_SETS, NOT_POSITIONAL
from shell.engine.session.preferences import impact
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.names import named
from shell.types.registry.table import OBJECT, ClrType
from shell.values.errors import ArgumentNullException
from shell.values.objects import Value

AUTOMATION = "System.Management.Automation."


class ScriptAttribute:
    """The base of all attributes here. `clr_name` is the full .NET name."""

    clr_type: ClassVar[ClrType] = OBJECT

    def __init_subclass__(cls, *, clr_name: str = "", properties: str = "", base: str = "System.Attribute") -> None:
        super().__init_subclass__()
        if clr_name:
            clr_class(clr_name, base, f"{properties} TypeId:type")(cls)
            cls.clr_type = named(clr_name)

    @property
    def type_id(self) -> ClrType:
        """Attribute.TypeId."""
        return self.clr_type


class ParameterAttribute(
    ScriptAttribute,
    clr_name=AUTOMATION + "ParameterAttribute",
    properties=(
        "ExperimentName:string ExperimentAction:string Position:int=rw ParameterSetName:string=rw Mandatory:bool=rw"
        " ValueFromPipeline:bool=rw ValueFromPipelineByPropertyName:bool=rw ValueFromRemainingArguments:bool=rw"
        " HelpMessage:string=rw HelpMessageBaseName:string=rw HelpMessageResourceId:string=rw DontShow:bool=rw"
    ),
):
    """[Parameter(...)]."""

    @clr_constructor()
    def __init__(self) -> None:
        self.experiment_name: str | None = None
        self.experiment_action = "None"
        self.position = NOT_POSITIONAL
        self.parameter_set_name = ALL_SETS
        self.mandatory = False
        self.value_from_pipeline = False
        self.value_from_pipeline_by_property_name = False
        self.value_from_remaining_arguments = False
        self.help_message: str | None = None
        self.help_message_base_name: str | None = None
        self.help_message_resource_id: str | None = None
        self.dont_show = False


class AliasAttribute(ScriptAttribute, clr_name=AUTOMATION + "AliasAttribute", properties="AliasNames:string[]"):
    """[Alias(...)]."""

    @clr_constructor("params string[] aliasNames")
    def __init__(self, alias_names: list[Value]) -> None:
        if alias_names is None:
            raise ArgumentNullException(
                'Cannot process argument because the value of argument "aliasNames" is null. Change the value of'
                ' argument "aliasNames" to a non-null value.'
            )
        self.alias_names = alias_names


class CmdletBindingAttribute(
    ScriptAttribute,
    clr_name=AUTOMATION + "CmdletBindingAttribute",
    properties=(
        "PositionalBinding:bool=rw DefaultParameterSetName:string=rw SupportsShouldProcess:bool=rw"
        " SupportsPaging:bool=rw SupportsTransactions:bool=rw HelpUri:string=rw"
        " ConfirmImpact:System.Management.Automation.ConfirmImpact=rw"
        " RemotingCapability:string=rw"
    ),
):
    """[CmdletBinding(...)]."""

    @clr_constructor()
    def __init__(self) -> None:
        self.positional_binding = True
        self.default_parameter_set_name: str | None = None
        self.supports_should_process = False
        self.supports_paging = False
        self.supports_transactions = False
        self.confirm_impact: Any = impact(2)
        self.help_uri = ""
        self.remoting_capability: Any = "PowerShell"


class OutputTypeAttribute(
    ScriptAttribute, clr_name=AUTOMATION + "OutputTypeAttribute", properties="Type:object ParameterSetName:string[]=rw"
):
    """[OutputType(...)]: types, or names of types."""

    @clr_constructor("params object[] type")
    def __init__(self, type: list[Value]) -> None:
        self.type = type
        self.parameter_set_name: list[Value] = []
        self.provider_cmdlet: str | None = None


class AllowNullAttribute(ScriptAttribute, clr_name=AUTOMATION + "AllowNullAttribute"):
    """[AllowNull()]."""

    @clr_constructor()
    def __init__(self) -> None: ...


class AllowEmptyStringAttribute(ScriptAttribute, clr_name=AUTOMATION + "AllowEmptyStringAttribute"):
    """[AllowEmptyString()]."""

    @clr_constructor()
    def __init__(self) -> None: ...


class AllowEmptyCollectionAttribute(ScriptAttribute, clr_name=AUTOMATION + "AllowEmptyCollectionAttribute"):
    """[AllowEmptyCollection()]."""

    @clr_constructor()
    def __init__(self) -> None: ...


class SupportsWildcardsAttribute(ScriptAttribute, clr_name=AUTOMATION + "SupportsWildcardsAttribute"):
    """[SupportsWildcards()]."""

    @clr_constructor()
    def __init__(self) -> None: ...


class CredentialAttribute(ScriptAttribute, clr_name=AUTOMATION + "CredentialAttribute"):
    """[Credential()]: a user name becomes a credential by asking for the password."""

    @clr_constructor()
    def __init__(self) -> None: ...


class HiddenAttribute(ScriptAttribute, clr_name=AUTOMATION + "HiddenAttribute"):
    """[Hidden()]."""

    @clr_constructor()
    def __init__(self) -> None: ...


class PSDefaultValueAttribute(
    ScriptAttribute, clr_name=AUTOMATION + "PSDefaultValueAttribute", properties="Value:object=rw Help:string=rw"
):
    """[PSDefaultValue(...)]: for help only."""

    @clr_constructor()
    def __init__(self) -> None:
        self.value: Value = None
        self.help = ""


class PSTypeNameAttribute(ScriptAttribute, clr_name=AUTOMATION + "PSTypeNameAttribute", properties="PSTypeName:string"):
    """[PSTypeName('Name')]: the argument must have this among its type names."""

    @clr_constructor("string psTypeName")
    def __init__(self, ps_type_name: str) -> None:
        self.ps_type_name = ps_type_name


class ObsoleteAttribute(ScriptAttribute, clr_name="System.ObsoleteAttribute", properties="Message:string IsError:bool"):
    """[Obsolete('text')]: using the parameter writes a warning."""

    @clr_constructor()
    @clr_constructor("string message")
    @clr_constructor("string message, bool error")
    def __init__(self, message: str = "", is_error: bool = False) -> None:
        self.message = message
        self.is_error = is_error


class ArgumentCompleterAttribute(
    ScriptAttribute,
    clr_name=AUTOMATION + "ArgumentCompleterAttribute",
    properties="ScriptBlock:scriptblock Type:type",
):
    """[ArgumentCompleter({...})]."""

    @clr_constructor("scriptblock scriptBlock")
    @clr_constructor("type type")
    def __init__(self, completer: Value) -> None:
        self.script_block = None if isinstance(completer, ClrType) else completer
        self.type = completer if isinstance(completer, ClrType) else None


class ArgumentCompletionsAttribute(ScriptAttribute, clr_name=AUTOMATION + "ArgumentCompletionsAttribute"):
    """[ArgumentCompletions('a', 'b')]."""

    @clr_constructor("params string[] completions")
    def __init__(self, completions: list[Value]) -> None:
        self.completions = completions


__all__ = [
    "AUTOMATION",
    "AliasAttribute",
    "AllowEmptyCollectionAttribute",
    "AllowEmptyStringAttribute",
    "AllowNullAttribute",
    "ArgumentCompleterAttribute",
    "ArgumentCompletionsAttribute",
    "CmdletBindingAttribute",
    "CredentialAttribute",
    "HiddenAttribute",
    "OutputTypeAttribute",
    "PSDefaultValueAttribute",
    "PSTypeNameAttribute",
    "ParameterAttribute",
    "ScriptAttribute",
    "SupportsWildcardsAttribute",
]
