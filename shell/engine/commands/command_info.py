"""Commands as scripts see them: CommandInfo, CmdletInfo, FunctionInfo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from shell.engine.binding.parameters import Argument
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.names import named
from shell.types.registry.table import TYPES, ClrType, register
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.binding import attributes, dynamic
    from shell.engine.binding import signature as binding_signature
    from shell.engine.binding.parameters import CommandSignature
    from shell.engine.commands import metadata
    from shell.engine.commands import syntax as commands_syntax
    from shell.engine.commands.cmdlet import Cmdlet
    from shell.engine.run import functions
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    attributes = lazy("shell.engine.binding.attributes", globals())
    dynamic = lazy("shell.engine.binding.dynamic", globals())
    binding_signature = lazy("shell.engine.binding.signature", globals(), "binding_signature")
    metadata = lazy("shell.engine.commands.metadata", globals())
    commands_syntax = lazy("shell.engine.commands.syntax", globals(), "commands_syntax")
    functions = lazy("shell.engine.run.functions", globals())

_AUTOMATION = "System.Management.Automation."

COMMAND_TYPES = register_enum(
    _AUTOMATION + "CommandTypes",
    {
        "Alias": 1,
        "Function": 2,
        "Filter": 4,
        "Cmdlet": 8,
        "ExternalScript": 16,
        "Application": 32,
        "Script": 64,
        "Configuration": 256,
        "All": 383,
    },
    flags=True,
)

OPTIONS = register_enum(
    _AUTOMATION + "ScopedItemOptions",
    {"None": 0, "ReadOnly": 1, "Constant": 2, "Private": 4, "AllScope": 8, "Unspecified": 16},
    flags=True,
)

READ_ONLY, CONSTANT, PRIVATE, ALL_SCOPE = 1, 2, 4, 8


@clr_class(
    _AUTOMATION + "CommandInfo",
    properties=(
        "Name:string CommandType:object Definition:string Source:string Version:object Visibility:object=rw"
        " ModuleName:string Module:object RemotingCapability:object Parameters:object ParameterSets:object"
        " HelpFile:string OutputType:object"
    ),
    is_abstract=True,
)
class CommandInfo:
    """The base of all commands. `kind` is the name of its CommandType."""

    kind: ClassVar[str] = "Cmdlet"
    visibility: Value = "Public"
    remoting_capability: Value = "PowerShell"
    module: Any = None

    def __init__(self, name: str) -> None:
        self.name = name
        self._signature: CommandSignature | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def kind_name(self) -> str:
        """The name of the CommandType."""
        return self.kind

    @property
    def command_type(self) -> Any:
        """The CommandType."""
        return enum_value(COMMAND_TYPES, COMMAND_TYPES.data["members"][self.kind])

    @property
    def module_name(self) -> str:
        """The module's name, or nothing."""
        return self.module.name if self.module is not None else ""

    @property
    def source(self) -> str:
        """Where the command comes from."""
        return self.module_name

    @property
    def version(self) -> Value:
        """The module's version."""
        return getattr(self.module, "version", None)

    @property
    def help_file(self) -> str:
        """The file that help is in."""
        return ""

    @property
    def help_uri(self) -> str:
        """Return the URI of online help, from a function's [CmdletBinding()]."""
        return ""

    @property
    def definition(self) -> str:
        """Return the definition: syntax, code, target or path."""
        return ""

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the command's parameters."""
        raise NotImplementedError

    def syntax(self) -> str:
        """Return the lines of `Get-Command -Syntax`."""
        return ""

    @property
    def parameters(self) -> Value:
        """Return the parameters by name: `(Get-Command x).Parameters`."""
        return None

    @property
    def parameter_sets(self) -> Value:
        """The parameter sets."""
        return []

    @property
    def output_type(self) -> Value:
        """The declared output types."""
        return []


class ParameterizedCommand(CommandInfo):
    """A command whose parameters are known."""

    session: Runspace | None = None
    arguments: Sequence[Any] = ()
    """The -ArgumentList of Get-Command, on which dynamic parameters may depend."""

    def _known_signature(self) -> CommandSignature:
        return self.signature(self.session)  # type: ignore[arg-type]

    def _whole_signature(self) -> CommandSignature:
        if self.session is None:
            return self._known_signature()
        return dynamic.complete_signature(self.session, self, [Argument(None, each) for each in self.arguments])

    @property
    def parameters(self) -> Value:
        """Parameters by name."""
        return Hashtable((each.name, metadata.ParameterMetadata(each)) for each in self._whole_signature().parameters)

    @property
    def parameter_sets(self) -> Value:
        """The parameter sets."""
        return metadata.parameter_set_infos(self._whole_signature())

    def syntax(self) -> str:
        """Return one line for each parameter set."""
        return "\n".join(commands_syntax.syntax_lines(self.name, self._whole_signature()))


@clr_class(
    _AUTOMATION + "CmdletInfo",
    _AUTOMATION + "CommandInfo",
    "Verb:string Noun:string PSSnapIn:object DefaultParameterSet:string Options:object ImplementingType:object",
)
class CmdletInfo(ParameterizedCommand):
    """A built-in command. Its class is imported at the first use."""

    kind = "Cmdlet"
    ps_snap_in = None
    options = enum_value(OPTIONS, 0)

    def __init__(self, name: str, load: Any, module_name: str, session: Runspace | None = None) -> None:
        super().__init__(name)
        self._load = load
        self._class: type[Cmdlet] | None = None
        self._module_name = module_name
        self.session = session

    @property
    def cmdlet_class(self) -> type[Cmdlet]:
        """The class that runs it."""
        if self._class is None:
            self._class = self._load()
        return self._class

    @property
    def implementing_type(self) -> Value:
        """Return the .NET class of the cmdlet in PowerShell."""
        name = self.cmdlet_class.class_name
        known = TYPES.get(name.lower())
        return known or register(ClrType(name, named(_AUTOMATION + "PSCmdlet")))

    @property
    def verb(self) -> str:
        """`Get`."""
        return self.name.partition("-")[0]

    @property
    def noun(self) -> str:
        """`Process`."""
        return self.name.partition("-")[2]

    @property
    def module_name(self) -> str:
        """The module's name."""
        return self._module_name

    @property
    def source(self) -> str:
        """The module's name."""
        return self._module_name

    @property
    def version(self) -> Value:
        """The module's version."""
        return module_version(self._module_name)

    @property
    def definition(self) -> str:
        """The syntax."""
        return "\n" + "\n\n".join(self.syntax().splitlines()) + "\n"

    @property
    def default_parameter_set(self) -> str | None:
        """The name of the default set."""
        return self.cmdlet_class.default_set

    @property
    def help_file(self) -> str:
        """Return the help file that PowerShell would use."""
        return f"{self._module_name}.dll-Help.xml"

    @property
    def output_type(self) -> Value:
        """The declared output types."""
        return [metadata.PSTypeName(each) for each in self.cmdlet_class.output_types]

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the cmdlet's parameters, shared by all sessions."""
        found = _CMDLET_SIGNATURES.get(self.cmdlet_class)
        if found is None:
            found = _CMDLET_SIGNATURES[self.cmdlet_class] = binding_signature.cmdlet_signature(self.cmdlet_class)
        return found


_CMDLET_SIGNATURES: dict[Any, CommandSignature] = {}


@clr_class(
    _AUTOMATION + "FunctionInfo",
    _AUTOMATION + "CommandInfo",
    (
        "ScriptBlock:scriptblock CmdletBinding:bool DefaultParameterSet:string Options:object=rw Description:string=rw"
        " Verb:string Noun:string"
    ),
)
class FunctionInfo(ParameterizedCommand):
    """A function."""

    kind = "Function"

    def __init__(self, name: str, script_block: ScriptBlock, options: int = 0, description: str = "") -> None:
        super().__init__(name)
        self.script_block = script_block
        self.options = enum_value(OPTIONS, options)
        self.description = description
        module = getattr(script_block, "module", None)
        self.module = getattr(module, "info", None)

    @property
    def definition(self) -> str:
        """The text between the braces."""
        return str(self.script_block)

    @property
    def cmdlet_binding(self) -> bool:
        """True for an advanced function."""
        return bool(self.script_block.code.ready().advanced)

    @property
    def help_uri(self) -> str:
        """Return HelpUri of its [CmdletBinding()]."""
        found = (getattr(each, "help_uri", None) for each in self._known_signature().attributes)
        return next((str(each) for each in found if each), "")

    @property
    def verb(self) -> str:
        """Return the part before the dash."""
        return self.name.partition("-")[0] if "-" in self.name else ""

    @property
    def noun(self) -> str:
        """Return the part after the dash."""
        return self.name.partition("-")[2]

    @property
    def default_parameter_set(self) -> str | None:
        """The name of the default set."""
        return self._known_signature().default_set

    def _known_signature(self) -> CommandSignature:
        return self.signature(self.session or _session_of(self.script_block))

    def _whole_signature(self) -> CommandSignature:
        session = self.session or _session_of(self.script_block)
        return dynamic.complete_signature(session, self, [Argument(None, each) for each in self.arguments])

    def signature(self, session: Runspace) -> CommandSignature:
        """Return the function's parameters."""
        if self._signature is None:
            self.script_block.code.ready()
            self._signature = functions.make_signature(self.name, self.script_block, session)
        return self._signature

    @property
    def output_type(self) -> Value:
        """The types of [OutputType()]."""
        declared = [
            each for each in self._known_signature().attributes if isinstance(each, attributes.OutputTypeAttribute)
        ]
        return [metadata.PSTypeName(each) for attribute in declared for each in attribute.type]


def _session_of(block: ScriptBlock) -> Any:
    home = block.home
    return home.runspace if home is not None else None


@clr_class(_AUTOMATION + "FilterInfo", _AUTOMATION + "FunctionInfo")
class FilterInfo(FunctionInfo):
    """A filter."""

    kind = "Filter"


_VERSIONS = {
    "Microsoft.PowerShell.Core": "7.6.5.500",
    "ActiveDirectory": "1.0.1.0",
    "Microsoft.PowerShell.Utility": "7.0.0.0",
    "Microsoft.PowerShell.Management": "7.0.0.0",
    "Microsoft.PowerShell.Security": "7.0.0.0",
    "Microsoft.PowerShell.Host": "7.0.0.0",
    "Microsoft.PowerShell.Diagnostics": "7.0.0.0",
    "Pester": "5.7.1",
}


def module_version(name: str) -> Value:
    """Return the version that a built-in module shows."""
    return metadata.version_of(_VERSIONS.get(name, "1.0"))


__all__ = [
    "ALL_SCOPE",
    "COMMAND_TYPES",
    "CONSTANT",
    "OPTIONS",
    "PRIVATE",
    "READ_ONLY",
    "CmdletInfo",
    "CommandInfo",
    "FilterInfo",
    "FunctionInfo",
    "ParameterizedCommand",
    "module_version",
]
