"""The content of a command's help, which comes from a declaration, a comment or a MAML file."""

from __future__ import annotations

from dataclasses import dataclass, field

from shell.engine.binding.parameters import CommandSignature, ParameterInfo
from shell.types.registry.table import SWITCH, ClrType


@dataclass(slots=True)
class ParameterHelp:
    """One parameter's help. `position` is a number from 1 or `named`."""

    info: ParameterInfo
    description: str = ""
    required: bool = False
    position: str = "named"
    default: str = ""
    pipeline: str = "false"
    aliases: str = ""
    wildcards: bool = False

    @property
    def type_text(self) -> str:
        """The type as help shows it."""
        return help_type(self.info.type)


@dataclass(frozen=True, slots=True)
class ExampleHelp:
    """An example: prompt, code and remarks."""

    prompt: str
    code: str
    remarks: str


@dataclass(slots=True)
class CommandHelp:
    """A command's help. `written` is false if it was derived from the command's signature only."""

    name: str
    category: str
    signature: CommandSignature
    written: bool = True
    synopsis: str = ""
    description: str = ""
    parameters: list[ParameterHelp] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    notes: str = ""
    examples: list[ExampleHelp] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    component: str = ""
    role: str = ""
    functionality: str = ""
    aliases: list[str] = field(default_factory=list)
    module: str = ""
    forward_to: str = ""
    """The command whose help is shown instead, and its category."""
    forward_category: str = ""
    remote_runspace: str = ""
    external_file: str = ""
    """The MAML file that a comment names."""


def help_type(type: ClrType) -> str:
    """Return a type as the help of a comment shows it: its name without namespace; Exchange's generic ones bare."""
    if type is SWITCH:
        return "SwitchParameter"
    return type.short_name.partition("`")[0] if type.name.startswith("Microsoft.Exchange.") else type.short_name


__all__ = ["CommandHelp", "ExampleHelp", "ParameterHelp", "help_type"]
