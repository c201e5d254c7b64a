"""The base class of every built-in command. One declaration gives binding, help, completion and the coverage list.

```python
class GetRandom(Cmdlet, verb="Get", noun="Random", module="Microsoft.PowerShell.Utility"):
    '''Pick numbers or objects by chance.'''

    maximum: Any = parameter("object", position=0, sets=("RandomNumber",), help="The first number that is too large.")
    input_object: list[Any] = parameter("object[]", sets=("RandomListItem",), mandatory=True, pipeline=True, help="...")

    def process(self) -> None:
        self.write(...)
```

The docstring's first line is the synopsis, the rest the description. A parameter's PowerShell name is the attribute's
name in Pascal case unless `name=` says otherwise. An attribute may not have the name of something that `Cmdlet` has
itself (`end`, `module`, ...): use another and `name="End"`. A class without `verb` is a base for others, no command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from shell.values.errors import ErrorCategory, ErrorRecord, NetException, NotSupportedException, RuntimeException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.commands.command_runtime import CommandRuntime
    from shell.engine.session.runspace import Runspace


class Impact(IntEnum):
    """System.Management.Automation.ConfirmImpact."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Example:
    """An example for help; the tests run it."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class SetMembership:
    """How a parameter takes part in one parameter set."""

    mandatory: bool = False
    position: int | None = None
    pipeline: bool = False
    by_property_name: bool = False
    remaining: bool = False


ALL_SETS = "__AllParameterSets"


@dataclass(slots=True)
class ParameterDeclaration:
    """One declared parameter. `sets` maps a set's name (or ALL_SETS) to its membership."""

    type_name: str
    sets: dict[str, SetMembership]
    aliases: tuple[str, ...] = ()
    default: Value = None
    help: str = ""
    values: tuple[str, ...] = ()
    ignore_case: bool = True
    range: tuple[Any, ...] | None = None
    """Minimum and maximum; or one word, a ValidateRangeKind."""
    length: tuple[int, int] | None = None
    count: tuple[int, int] | None = None
    pattern: str | None = None
    not_null: bool = False
    not_null_or_empty: bool = False
    not_null_or_white_space: bool = False
    allow_null: bool = False
    allow_empty_string: bool = False
    allow_empty_collection: bool = False
    transform: Callable[[Value], Value] | None = None
    """Applied to the argument before conversion, like an ArgumentTransformationAttribute."""
    completer: Callable[[Runspace, str], Sequence[str]] | None = None
    """Returns completions: called with the session and the word so far."""
    since: str | None = None
    """The first product version that has it, for help only."""
    hidden: bool = False
    whole_name_only: bool = False
    """True if the name must be written in full: for names that the real command does not have."""
    refused: str | None = None
    """Why the parameter is not emulated: using it is an error."""
    name: str = ""
    attribute: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def parameter(
    type_name: str = "object",
    *,
    name: str = "",
    position: int | None = None,
    mandatory: bool = False,
    pipeline: bool = False,
    by_property_name: bool = False,
    remaining: bool = False,
    sets: Sequence[str] | dict[str, SetMembership] | None = None,
    aliases: Sequence[str] = (),
    default: Value = None,
    help: str = "",
    values: Sequence[str] = (),
    **more: Any,
) -> Any:
    """Declare a parameter.

    `type_name` is a PowerShell type as a script would write it: `int`, `string[]`, `switch`, `scriptblock`, `object`.
    `sets` names the parameter sets it belongs to with the same flags in each, or maps each set to its own flags.
    """
    flags = SetMembership(mandatory, position, pipeline, by_property_name, remaining)
    memberships = dict(sets) if isinstance(sets, dict) else {each: flags for each in (sets or (ALL_SETS,))}
    return ParameterDeclaration(type_name, memberships, tuple(aliases), default, help, tuple(values), name=name, **more)


class Cmdlet:
    """A built-in command. Subclasses declare parameters and override `begin`, `process`, `end`.

    While it runs, each parameter's attribute holds the bound value or the declared default; switches hold bool.
    """

    verb: ClassVar[str] = ""
    noun: ClassVar[str] = ""
    module: ClassVar[str] = "Microsoft.PowerShell.Utility"
    default_set: ClassVar[str | None] = None
    supports_should_process: ClassVar[bool] = False
    impact: ClassVar[Impact] = Impact.MEDIUM
    output_types: ClassVar[tuple[str, ...]] = ()
    class_name: ClassVar[str] = ""
    """The .NET class in FullyQualifiedErrorId, after the comma."""
    positional_binding: ClassVar[bool] = True
    examples: ClassVar[tuple[Example, ...]] = ()
    parameters: ClassVar[dict[str, ParameterDeclaration]] = {}
    """Declared parameters by attribute name, inherited ones first."""

    runs_blocks: ClassVar[bool] = False
    """True if it runs script blocks for the caller: errors of their commands also go to its -ErrorVariable."""
    fast_process: Callable[[Value], None] | None = None
    """Set in `begin` by a cmdlet whose one input parameter takes any object: called with each object instead of binding
    it and running `process`."""

    session: Runspace
    runtime: CommandRuntime
    """The runtime that the methods below call; the stage sets it."""
    bound: dict[str, Value]
    """The bound parameters, by PowerShell name."""
    parameter_set: str

    def __init_subclass__(
        cls,
        *,
        verb: str = "",
        noun: str = "",
        module: str | None = None,
        default_set: str | None = None,
        should_process: bool | None = None,
        impact: Impact | None = None,
        output: Sequence[str] = (),
        class_name: str = "",
        positional_binding: bool | None = None,
    ) -> None:
        super().__init_subclass__()
        cls.verb, cls.noun = verb, noun
        given: dict[str, Any] = {
            "module": module,
            "default_set": default_set,
            "supports_should_process": should_process,
            "impact": impact,
            "output_types": tuple(output) or None,
            "positional_binding": positional_binding,
        }
        for name, value in given.items():
            if value is not None:
                setattr(cls, name, value)
        cls.class_name = class_name or _class_name(cls)
        _collect_parameters(cls)

    @classmethod
    def command_name(cls) -> str:
        """`Verb-Noun`."""
        return f"{cls.verb}-{cls.noun}"

    # --- what a subclass overrides ---

    def begin(self) -> None:
        """Run before the first object, all commands of a pipeline from left to right."""

    def process(self) -> None:
        """Run once for each object (or once, without pipeline input)."""

    def end(self) -> None:
        """Run after the last object."""

    def stop(self) -> None:
        """Release resources; it always runs, even after an error."""

    def dynamic_parameters(self) -> dict[str, ParameterDeclaration] | None:
        """Return parameters that depend on those already bound; their values are put into `bound`."""
        return None

    # --- what a subclass calls ---

    def write(self, value: Value, *, enumerate: bool = False) -> None:
        """Send an object down the pipeline; with `enumerate`, a collection's elements one by one."""
        if enumerate:
            self.runtime.write(value, enumerate=True)
        else:
            self.runtime.out(value)

    def is_bound(self, name: str) -> bool:
        """True if the parameter (PowerShell name) was given."""
        return name in self.bound

    def error(
        self,
        message: str | NetException,
        error_id: str,
        category: ErrorCategory = ErrorCategory.NotSpecified,
        target: Value = None,
        *,
        exception: type[NetException] = RuntimeException,
    ) -> ErrorRecord:
        """Make an error record of this command."""
        made = exception(message) if isinstance(message, str) else message
        return self.runtime.stamp(ErrorRecord(made, error_id, category, target))

    def write_error(self, record: ErrorRecord) -> None:
        """Report a non-terminating error; obeys -ErrorAction."""
        self.runtime.write_error(record)

    def fail(self, record: ErrorRecord) -> NetException:
        """Return the exception to raise for a statement-terminating error: `raise self.fail(record)`."""
        return self.runtime.terminating(record)

    def not_emulated(self, what: str, error_id: str) -> NetException:
        """Return the exception for a feature of PowerShell that is not emulated."""
        message = f"{what} is not emulated here. See COVERAGE.md."
        kind = ErrorCategory.NotImplemented
        return self.fail(self.error(message, f"NotEmulated{error_id}", kind, exception=NotSupportedException))

    def write_warning(self, text: str) -> None:
        """Write to stream 3; obeys -WarningAction."""
        self.runtime.write_warning(text)

    def write_verbose(self, text: str) -> None:
        """Write to stream 4; obeys -Verbose."""
        self.runtime.write_verbose(text)

    def write_debug(self, text: str) -> None:
        """Write to stream 5; obeys -Debug."""
        self.runtime.write_debug(text)

    def write_information(self, record: Value) -> None:
        """Write to stream 6."""
        self.runtime.write_information(record)

    def write_progress(self, record: Value) -> None:
        """Show progress."""
        self.runtime.write_progress(record)

    def should_process(self, target: str, action: str | None = None, *, message: str | None = None) -> bool:
        """Confirm or show the action, by -WhatIf, -Confirm and $ConfirmPreference. `message` replaces the standard
        sentence.
        """
        return self.runtime.should_process(target, action, message=message)

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask yes or no, regardless of the preferences."""
        return self.runtime.should_continue(query, caption)


_RESERVED: frozenset[str] = frozenset(vars(Cmdlet)) | frozenset(Cmdlet.__annotations__)


def pascal_case(attribute: str) -> str:
    """`max_protocol_errors` -> `MaxProtocolErrors`."""
    return "".join(part[:1].upper() + part[1:] for part in attribute.split("_"))


def _class_name(cls: type[Cmdlet]) -> str:
    """Return the .NET name by the convention of the command's module."""
    return f"Microsoft.PowerShell.Commands.{cls.verb}{cls.noun}Command" if cls.verb else ""


def _collect_parameters(cls: type[Cmdlet]) -> None:
    collected: dict[str, ParameterDeclaration] = {}
    for base in reversed(cls.__mro__[1:]):
        collected.update(base.__dict__.get("parameters", {}))
    for attribute, declaration in list(vars(cls).items()):
        if not isinstance(declaration, ParameterDeclaration):
            continue
        if attribute in _RESERVED:
            raise TypeError(f"{cls.__name__}.{attribute}: Cmdlet has this attribute itself; rename it and give name=")
        declaration.attribute = attribute
        declaration.name = declaration.name or pascal_case(attribute)
        collected[attribute] = declaration
        default = declaration.default
        setattr(cls, attribute, False if default is None and declaration.type_name == "switch" else default)
    cls.parameters = collected


__all__ = [
    "ALL_SETS",
    "Cmdlet",
    "Example",
    "Impact",
    "ParameterDeclaration",
    "SetMembership",
    "parameter",
    "pascal_case",
]
