"""[PesterConfiguration]: the options of Invoke-Pester, in sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.types import Property, named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_property
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import Hashtable, PSCustomObject, PSObject, Value

_KINDS: Final = {
    "String": "string",
    "StringArray": "string[]",
    "Bool": "bool",
    "Decimal": "decimal",
    "ScriptBlockArray": "scriptblock[]",
    "ContainerInfoArray": "object[]",
}

# A row is the option's name, its kind, its default and what it is for.
_SECTIONS: Final[dict[str, tuple[tuple[str, str, Value, str], ...]]] = {
    "Run": (
        ("Path", "StringArray", ["."], "Directories and files to look for tests in; wildcards work."),
        ("ExcludePath", "StringArray", [], "Paths that are left out; wildcards work."),
        ("ScriptBlock", "ScriptBlockArray", [], "Script blocks with tests."),
        ("Container", "ContainerInfoArray", [], "What New-PesterContainer made."),
        ("TestExtension", "StringArray", [".Tests.ps1"], "How the names of test files end."),
        ("Exit", "Bool", False, "Leave the shell with the number of failed tests as exit code."),
        ("Throw", "Bool", False, "Throw an error if a test fails."),
        ("PassThru", "Bool", False, "Write the result object."),
        ("SkipRun", "Bool", False, "Look for tests, run none."),
        ("SkipRemainingOnFailure", "String", "None", "None, Block, Container or Run: what a failed test ends."),
    ),
    "Filter": (
        ("Tag", "StringArray", [], "Run tests with one of these tags."),
        ("ExcludeTag", "StringArray", [], "Leave out tests with one of these tags."),
        ("Line", "StringArray", [], "Run what begins at these places, path:line."),
        ("ExcludeLine", "StringArray", [], "Leave out what begins at these places."),
        ("FullName", "StringArray", [], "Run what is called so, with dots between the names; wildcards work."),
    ),
    "CodeCoverage": (
        ("Enabled", "Bool", False, "Not emulated."),
        ("OutputFormat", "String", "JaCoCo", "Not emulated."),
        ("OutputPath", "String", "coverage.xml", "Not emulated."),
        ("OutputEncoding", "String", "UTF8", "Not emulated."),
        ("Path", "StringArray", [], "Not emulated."),
        ("ExcludeTests", "Bool", True, "Not emulated."),
        ("RecursePaths", "Bool", True, "Not emulated."),
        ("CoveragePercentTarget", "Decimal", 75, "Not emulated."),
        ("UseBreakpoints", "Bool", True, "Not emulated."),
        ("SingleHitBreakpoints", "Bool", True, "Not emulated."),
    ),
    "TestResult": (
        ("Enabled", "Bool", False, "Write a report file."),
        ("OutputFormat", "String", "NUnitXml", "NUnitXml, NUnit2.5 or JUnitXml."),
        ("OutputPath", "String", "testResults.xml", "The file."),
        ("OutputEncoding", "String", "UTF8", "Its encoding."),
        ("TestSuiteName", "String", "Pester", "What the report calls the whole."),
    ),
    "Should": (
        ("ErrorAction", "String", "Stop", "Continue: go on after a failed assertion, the test fails at its end."),
    ),
    "Debug": (
        ("ShowFullErrors", "Bool", False, "Kept for older scripts: see Output.StackTraceVerbosity."),
        ("WriteDebugMessages", "Bool", False, "Kept for older scripts."),
        (
            "WriteDebugMessagesFrom",
            "StringArray",
            ["Discovery", "Skip", "Mock", "CodeCoverage"],
            "Kept for older scripts.",
        ),
        ("ShowNavigationMarkers", "Bool", False, "Kept for older scripts."),
        ("ReturnRawResultObject", "Bool", False, "Kept for older scripts."),
    ),
    "Output": (
        ("Verbosity", "String", "Normal", "None, Normal, Detailed or Diagnostic."),
        ("StackTraceVerbosity", "String", "Filtered", "None, FirstLine, Filtered or Full."),
        ("CIFormat", "String", "Auto", "Kept for older scripts."),
        ("CILogLevel", "String", "Error", "Kept for older scripts."),
        ("RenderMode", "String", "Auto", "Kept for older scripts."),
    ),
    "TestDrive": (("Enabled", "Bool", True, "Give tests the drive TestDrive."),),
    "TestRegistry": (("Enabled", "Bool", True, "There is no registry: it has no effect."),),
}


class Option:
    """One option: what it is, whether it was set."""

    kind = "String"

    def __init__(self, default: Value, description: str) -> None:
        self.default = default
        self.description = description
        self.value = list(default) if isinstance(default, list) else default
        self.is_modified = False

    def __str__(self) -> str:
        return f"{to_string(self.value)} ({self.description}, default: {to_string(self.default)})"

    def set(self, value: Value) -> None:
        """Give it a value of its type."""
        if isinstance(value, PSObject) and value.base is not value:
            value = value.base
        self.value = value.value if isinstance(value, Option) else convert(value, named(_KINDS[self.kind]))
        self.is_modified = True


def _option_class(kind: str) -> type[Option]:
    made = type(kind + "Option", (Option,), {"kind": kind})
    clr_class(
        f"Pester.{kind}Option", properties=f"Default:{_KINDS[kind]} Description:string Value:object IsModified:bool"
    )(made)
    value = named(f"Pester.{kind}Option").property("value")
    assert value is not None
    value.set = lambda target, new: target.set(new)
    return made


_OPTIONS: Final = {kind: _option_class(kind) for kind in _KINDS}


class Section:
    """The options of a section, by lower-case name."""

    title = ""

    def __init__(self) -> None:
        self.options = {
            name.lower(): _OPTIONS[kind](default, text) for name, kind, default, text in _SECTIONS[self.title]
        }

    def __str__(self) -> str:
        return f"Pester.{self.title}Configuration"

    def fill(self, values: Hashtable) -> None:
        """Take options from a dictionary."""
        for key, value in values.items():
            option = self.options.get(str(key).lower())
            if option is None:
                raise unknown(f"{self.title}.{key}")
            option.set(value)


def unknown(name: str) -> RuntimeException:
    """Return the error of an option that does not exist."""
    return RuntimeException(
        f"There is no option '{name}' in [PesterConfiguration].",
        error_id="PesterUnknownOption",
        category=ErrorCategory.InvalidArgument,
        target=name,
    )


def _getter(name: str) -> Callable[[Any], Value]:
    return lambda target: target.options[name]


def _setter(name: str) -> Callable[[Any, Value], None]:
    return lambda target, value: target.options[name].set(value)


def _section_class(title: str) -> type[Section]:
    made = type(title + "Configuration", (Section,), {"title": title})
    full = f"Pester.{title}Configuration"
    clr_class(full)(made)
    declared = named(full)
    for name, *_ in _SECTIONS[title]:
        declared.add_property(Property(name, "object", _getter(name.lower()), _setter(name.lower())))
    return made


_CLASSES: Final = {title: _section_class(title) for title in _SECTIONS}


class Configuration:
    """All sections. `[PesterConfiguration]@{ Run = @{ Path = 'x' } }` makes one of a dictionary."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {title.lower(): made() for title, made in _CLASSES.items()}

    def __str__(self) -> str:
        return "PesterConfiguration"

    def __getitem__(self, name: str) -> Value:
        section, _, option = name.lower().partition(".")
        return self.options[section].options[option].value

    def is_set(self, name: str) -> bool:
        """True if an option was given a value."""
        section, _, option = name.lower().partition(".")
        modified: bool = self.options[section].options[option].is_modified
        return modified

    def set(self, name: str, value: Value) -> None:
        """Give an option a value: `Run.Path`."""
        section, _, option = name.lower().partition(".")
        self.options[section].options[option].set(value)

    def fill(self, values: Hashtable) -> None:
        """Take sections from a dictionary of dictionaries."""
        for key, value in values.items():
            section = self.options.get(str(key).lower())
            if section is None:
                raise unknown(str(key))
            base = value.base if isinstance(value, PSObject) else value
            if isinstance(base, Section):
                self.options[str(key).lower()] = base
            elif isinstance(base, Hashtable):
                section.fill(base)
            elif isinstance(base, PSCustomObject):
                section.fill(Hashtable(base.members.items()))
            else:
                raise unknown(str(key))

    @clr_property("Default", "PesterConfiguration", static=True)
    @staticmethod
    def default() -> Configuration:
        """The options as they are without any setting."""
        return Configuration()


clr_class("PesterConfiguration")(Configuration)
for _title in _SECTIONS:
    named("PesterConfiguration").add_property(
        Property(_title, "object", _getter(_title.lower()), lambda target, value, at=_title: _put(target, at, value))
    )


def _put(target: Configuration, title: str, value: Value) -> None:
    target.fill(Hashtable([(title, value)]))


def _from(value: Value) -> Value:
    base = value.base if isinstance(value, PSObject) else value
    if not isinstance(base, Hashtable):
        return NotImplemented
    made = Configuration()
    made.fill(base)
    return made


named("PesterConfiguration").data["convert"] = _from

__all__ = ["Configuration", "Option", "Section"]
