"""CommandMetadata and ProxyCommand: generation of proxy functions for commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding.dynamic import has_dynamic_parameters
from shell.engine.binding.parameters import ALL_SETS, NOT_POSITIONAL, CommandSignature
from shell.engine.commands.metadata import ParameterMetadata
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.table import SWITCH
from shell.values.errors import ArgumentNullException
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.automation import comment_help
else:
    comment_help = lazy("shell.engine.automation.comment_help", globals())


_AUTOMATION: Final = "System.Management.Automation."
_METADATA: Final = f"{_AUTOMATION}CommandMetadata commandMetadata"

_BEGIN: Final = """
    try {{
        $outBuffer = $null
        if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
        {{
            $PSBoundParameters['OutBuffer'] = 1
        }}

        $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand('{0}', [{2}CommandTypes]::{1})
        $scriptCmd = {{& $wrappedCmd @PSBoundParameters }}

        $steppablePipeline = $scriptCmd.GetSteppablePipeline({3})
        $steppablePipeline.Begin($PSCmdlet)
    }} catch {{
        throw
    }}
"""
_DYNAMIC: Final = """
    try {{
        $targetCmd = $ExecutionContext.InvokeCommand.GetCommand('{0}', [{2}CommandTypes]::{1}, $PSBoundParameters)
        $paramDictionary = [{2}RuntimeDefinedParameterDictionary]::new()
        foreach ($param in $targetCmd.Parameters.Values)
        {{
            if ($param.IsDynamic -and -not $MyInvocation.MyCommand.Parameters.ContainsKey($param.Name))
            {{
                $dynParam = [{2}RuntimeDefinedParameter]::new($param.Name, $param.ParameterType, $param.Attributes)
                $paramDictionary.Add($param.Name, $dynParam)
            }}
        }}
        return $paramDictionary
    }} catch {{
        throw
    }}
"""
_STEP: Final = """
    try {{
        $steppablePipeline.{0}
    }} catch {{
        throw
    }}
"""
_CLEAN: Final = """
    if ($null -ne $steppablePipeline) {
        $steppablePipeline.Clean()
    }
"""


@clr_class(
    _AUTOMATION + "CommandMetadata",
    properties="Name:string CommandType:object DefaultParameterSetName:string=rw SupportsShouldProcess:bool=rw"
    " SupportsPaging:bool=rw PositionalBinding:bool=rw SupportsTransactions:bool=rw HelpUri:string=rw"
    " RemotingCapability:string=rw ConfirmImpact:object=rw",
)
class CommandMetadata:
    """Name, binding attributes and parameters of a command."""

    remoting_capability = "PowerShell"
    supports_transactions = False
    help_uri = ""

    @clr_constructor(f"{_AUTOMATION}CommandInfo commandInfo")
    @clr_constructor(f"{_AUTOMATION}CommandInfo commandInfo, bool shouldGenerateCommonParameters")
    def __init__(self, command: Any, with_common: bool = False) -> None:
        _require("commandInfo", command)
        signature: CommandSignature = command.signature(command.session)
        binding = _binding_of(command)
        self.command_type = str(command.kind_name)
        source = to_string(getattr(command, "source", "") or "")
        self.name = f"{source}\\{command.name}" if source else str(command.name)
        self.advanced = signature.advanced
        self.is_dynamic = has_dynamic_parameters(command)
        self.default_parameter_set_name = signature.default_set or ALL_SETS
        self.supports_should_process = signature.should_process
        self.supports_paging = bool(getattr(binding, "supports_paging", False))
        self.positional_binding = bool(getattr(binding, "positional_binding", True))
        self.confirm_impact = ("None", "Low", "Medium", "High")[signature.impact]
        infos = signature.parameters if with_common else signature.own
        self._parameters = Hashtable((each.name, ParameterMetadata(each)) for each in infos)

    @clr_property("Parameters", "object")
    def parameters(self) -> Value:
        """The parameters by name."""
        return self._parameters


def _require(name: str, value: Value) -> None:
    if value is None:
        raise ArgumentNullException(
            f'Cannot process argument because the value of argument "{name}" is null. Change the value of argument'
            f' "{name}" to a non-null value.'
        )


def _binding_of(command: Any) -> Any:
    """Return a function's [CmdletBinding()]."""
    block = getattr(command, "script_block", None)
    found = () if block is None else block.attributes()
    return next((each for each in found if type(each).__name__ == "CmdletBindingAttribute"), None)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _binding(metadata: CommandMetadata) -> str:
    """Return the [CmdletBinding()] of a proxy; a function without one has none."""
    if not metadata.advanced:
        return ""
    words = []
    if metadata.default_parameter_set_name and metadata.default_parameter_set_name != ALL_SETS:
        words.append(f"DefaultParameterSetName={_quoted(metadata.default_parameter_set_name)}")
    if metadata.supports_should_process:
        words += ["SupportsShouldProcess=$true", f"ConfirmImpact='{metadata.confirm_impact}'"]
    if metadata.supports_paging:
        words.append("SupportsPaging=$true")
    if not metadata.positional_binding:
        words.append("PositionalBinding=$false")
    if metadata.help_uri:
        words.append(f"HelpUri={_quoted(metadata.help_uri)}")
    return f"[CmdletBinding({', '.join(words)})]"


def _parameters(metadata: CommandMetadata) -> str:
    return ",\n".join(_parameter(each) for each in metadata.parameters().values())


def _parameter(parameter: ParameterMetadata) -> str:
    lines = [*_memberships(parameter)]
    if parameter.aliases:
        lines.append(f"[Alias({','.join(_quoted(str(each)) for each in parameter.aliases)})]")
    lines += [text for text in map(_attribute, parameter.attributes) if text]
    kind = parameter.parameter_type
    lines.append("[switch]" if kind is SWITCH else f"[{kind.accelerator}]")
    lines.append("${" + parameter.name.replace("}", "`}") + "}")
    return "".join(f"\n    {each}" for each in lines)


def _memberships(parameter: ParameterMetadata) -> Iterator[str]:
    for name, found in parameter.parameter_sets.items():
        words = [] if name == ALL_SETS else [f"ParameterSetName={_quoted(str(name))}"]
        if found.is_mandatory:
            words.append("Mandatory=$true")
        if found.position not in (None, NOT_POSITIONAL):
            words.append(f"Position={found.position}")
        if found.value_from_pipeline:
            words.append("ValueFromPipeline=$true")
        if found.value_from_pipeline_by_property_name:
            words.append("ValueFromPipelineByPropertyName=$true")
        if found.value_from_remaining_arguments:
            words.append("ValueFromRemainingArguments=$true")
        if found.help_message:
            words.append(f"HelpMessage={_quoted(found.help_message)}")
        if words:
            yield f"[Parameter({', '.join(words)})]"


def _attribute(attribute: Any) -> str:
    """Return the source of a validation or marker attribute of a parameter; an empty string for others."""
    name = type(attribute).__name__.removesuffix("Attribute")
    if name in ("AllowNull", "AllowEmptyString", "AllowEmptyCollection", "ValidateNotNull", "ValidateNotNullOrEmpty"):
        return f"[{name}()]"
    if name == "ValidateSet":
        return f"[ValidateSet({','.join(_quoted(to_string(each)) for each in attribute.valid_values)})]"
    if name == "ValidateRange":
        if attribute.kind is not None:
            return f"[ValidateRange({_quoted(str(attribute.kind))})]"
        ends = (attribute.min_range, attribute.max_range)
        low, high = (_quoted(each) if isinstance(each, str) else to_string(each) for each in ends)
        return f"[ValidateRange({low}, {high})]"
    if name in ("ValidateLength", "ValidateCount"):
        return f"[{name}({attribute.min_length}, {attribute.max_length})]"
    if name == "ValidatePattern":
        return f"[ValidatePattern({_quoted(attribute.regex_pattern)})]"
    if name == "ValidateScript":
        return "[ValidateScript({" + str(attribute.script_block) + "})]"
    return f"[PSTypeName({_quoted(attribute.ps_type_name)})]" if name == "PSTypeName" else ""


def _dynamic(metadata: CommandMetadata) -> str:
    if not metadata.is_dynamic:
        return ""
    return _DYNAMIC.format(metadata.name.replace("'", "''"), metadata.command_type, _AUTOMATION)


def _begin(metadata: CommandMetadata) -> str:
    origin = "" if metadata.command_type == "Function" else "$myInvocation.CommandOrigin"
    made = _BEGIN.format(metadata.name.replace("'", "''"), metadata.command_type, _AUTOMATION, origin)
    if metadata.advanced:
        return made
    start, end = made.index("        $outBuffer"), made.index("        $wrappedCmd")
    made = made[:start] + made[end:]
    made = made.replace("        $scriptCmd", "        $PSBoundParameters.Add('$args', $args)\n        $scriptCmd", 1)
    return made.replace("Begin($PSCmdlet)", "Begin($myInvocation.ExpectingInput, $ExecutionContext)")


_PROCESS: Final = _STEP.format("Process($_)")
_END: Final = _STEP.format("End()")


@clr_class(_AUTOMATION + "ProxyCommand", is_abstract=True)
class ProxyCommand:
    """Static methods that return the source of proxies."""

    @clr_method("Create", f"{_METADATA} -> string", static=True)
    @clr_method("Create", f"{_METADATA}, string helpComment -> string", static=True)
    @clr_method("Create", f"{_METADATA}, string helpComment, bool generateDynamicParameters -> string", static=True)
    @staticmethod
    def create(metadata: CommandMetadata, help_comment: str | None = None, dynamic: bool = True) -> str:
        """Return the whole source. Its help is the command's unless a comment is given."""
        _require("commandMetadata", metadata)
        if help_comment is None:
            help_comment = f"\n.ForwardHelpTargetName {metadata.name}\n.ForwardHelpCategory {metadata.command_type}\n"
        blocks = [("begin", _begin(metadata)), ("process", _PROCESS), ("end", _END), ("clean", _CLEAN)]
        if dynamic and metadata.is_dynamic:
            blocks.insert(0, ("dynamicparam", _dynamic(metadata)))
        code = "\n\n".join(f"{name}\n{{{text}}}" for name, text in blocks)
        return f"{_binding(metadata)}\nparam({_parameters(metadata)})\n\n{code}\n<#\n{help_comment}\n#>\n"

    @clr_method("GetCmdletBindingAttribute", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_cmdlet_binding_attribute(metadata: CommandMetadata) -> str:
        """Return the text of the attribute."""
        _require("commandMetadata", metadata)
        return _binding(metadata)

    @clr_method("GetParamBlock", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_param_block(metadata: CommandMetadata) -> str:
        """Return the text between the parentheses of `param`."""
        _require("commandMetadata", metadata)
        return _parameters(metadata)

    @clr_method("GetDynamicParam", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_dynamic_param(metadata: CommandMetadata) -> str:
        """Return the text of the dynamicparam block: empty for a command that has none."""
        _require("commandMetadata", metadata)
        return _dynamic(metadata)

    @clr_method("GetBegin", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_begin(metadata: CommandMetadata) -> str:
        """Return the text of the begin block."""
        _require("commandMetadata", metadata)
        return _begin(metadata)

    @clr_method("GetProcess", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_process(metadata: CommandMetadata) -> str:
        """Return the text of the process block."""
        _require("commandMetadata", metadata)
        return _PROCESS

    @clr_method("GetEnd", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_end(metadata: CommandMetadata) -> str:
        """Return the text of the end block."""
        _require("commandMetadata", metadata)
        return _END

    @clr_method("GetClean", f"{_METADATA} -> string", static=True)
    @staticmethod
    def get_clean(metadata: CommandMetadata) -> str:
        """Return the text of the clean block."""
        _require("commandMetadata", metadata)
        return _CLEAN

    @clr_method("GetHelpComments", "psobject help -> string", static=True)
    @staticmethod
    def get_help_comments(help: Value) -> str:
        """Return a help object of Get-Help as the text of a help comment."""
        _require("help", help)
        return comment_help.comment_text(help)


__all__ = ["CommandMetadata", "ProxyCommand"]
