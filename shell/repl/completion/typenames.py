"""Types inside brackets, namespaces, and the arguments of attributes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from shell.language.tree import TypeDefinitionAst
from shell.repl.completion.results import CompletionResult, prefixed
from shell.repl.completion.script import Script
from shell.types import ClrType, resolve
from shell.types.registry.catalog import ACCELERATORS, LAZY_TYPES
from shell.types.registry.table import TYPES

_NAMESPACES: Final = """
Microsoft Microsoft.CSharp Microsoft.Management Microsoft.Management.Infrastructure Microsoft.PowerShell
Microsoft.PowerShell.Commands Microsoft.Win32 System System.Buffers System.Collections System.Collections.Concurrent
System.Collections.Generic System.Collections.Immutable System.Collections.ObjectModel System.Collections.Specialized
System.ComponentModel System.Configuration System.Data System.Diagnostics System.DirectoryServices System.Drawing
System.Dynamic System.Formats System.Globalization System.IO System.IO.Compression System.Linq
System.Linq.Expressions System.Management System.Management.Automation System.Management.Automation.Host
System.Management.Automation.Language System.Management.Automation.Runspaces System.Net System.Net.Http System.Net.Mail
System.Net.NetworkInformation System.Net.Security System.Net.Sockets System.Numerics System.Reflection
System.Resources System.Runtime System.Runtime.InteropServices System.Security System.Security.AccessControl
System.Security.Cryptography System.Security.Cryptography.X509Certificates System.Security.Principal
System.ServiceProcess System.Text System.Text.Json System.Text.RegularExpressions System.Threading
System.Threading.Tasks System.Timers System.Transactions System.Web System.Xml System.Xml.Linq System.Xml.Schema
System.Xml.XPath
"""

_INTERNAL: Final = "system.management.automation.internal"
"""A namespace of PowerShell's own, which scripts do not name."""

_ATTRIBUTES: Final = {
    "parameter": (
        "DontShow:bool HelpMessage:string HelpMessageBaseName:string HelpMessageResourceId:string Mandatory:bool"
        " ParameterSetName:string Position:int ValueFromPipeline:bool ValueFromPipelineByPropertyName:bool"
        " ValueFromRemainingArguments:bool"
    ),
    "cmdletbinding": (
        "ConfirmImpact:System.Management.Automation.ConfirmImpact DefaultParameterSetName:string HelpUri:string"
        " PositionalBinding:bool RemotingCapability:System.Management.Automation.RemotingCapability"
        " SupportsPaging:bool SupportsShouldProcess:bool SupportsTransactions:bool"
    ),
    "validateset": "ErrorMessage:string IgnoreCase:bool",
    "validatepattern": "ErrorMessage:string Options:System.Text.RegularExpressions.RegexOptions",
    "validatescript": "ErrorMessage:string",
    "outputtype": "ParameterSetName:string[] ProviderCmdlet:string",
    "psdefaultvalue": "Help:string Value:System.Object",
}
"""The properties of attributes that a script can set, with their types."""


@cache
def _namespaces() -> tuple[str, ...]:
    return tuple(sorted(_NAMESPACES.split(), key=str.lower))


def type_names(word: str, script: Script) -> list[CompletionResult]:
    """Return the accelerators, types, classes of the script and namespaces that a word can become."""
    found: dict[str, CompletionResult] = {}
    for each in (*_classes(word, script), *_accelerators(word), *_types(word, script), *namespaces(word)):
        found.setdefault(each.text.lower(), each)
    return list(found.values())


def namespaces(word: str) -> list[CompletionResult]:
    """Return the namespaces that a word can become, one level at a time."""
    depth = word.count(".")
    return [
        CompletionResult(each, each.rpartition(".")[2], "Namespace", f"Namespace {each}")
        for each in _namespaces()
        if each.count(".") == depth and each.lower().startswith(word.lower())
    ]


def _classes(word: str, script: Script) -> Iterator[CompletionResult]:
    for node in script.nodes:
        if isinstance(node, TypeDefinitionAst) and node.name.lower().startswith(word.lower()):
            kind = "Enum" if node.kind.lower() == "enum" else "Class"
            yield CompletionResult(node.name, node.name, "Type", f"{kind} {node.name}")


def _accelerators(word: str) -> Iterator[CompletionResult]:
    for name in sorted(ACCELERATORS, key=str.lower):
        if name.lower().startswith(word.lower()):
            full = ACCELERATORS[name]
            known = resolve(full)
            yield CompletionResult(name, full.rpartition(".")[2], "Type", f"{_kind(known)} {full}")


def _kind(known: ClrType | None) -> str:
    if known is None:
        return "Class"
    if known.is_enum:
        return "Enum"
    return "Interface" if known.is_interface else "Struct" if known.is_value_type else "Class"


def _types(word: str, script: Script) -> Iterator[CompletionResult]:
    """Types by their full name, or by their last part where the word has no dot."""
    lowered = word.lower()
    dotted = "." in word
    opened = tuple(_opened(script))
    shortened = set(ACCELERATORS.values())
    for name in _every_type():
        namespace, _, last = name.rpartition(".")
        if namespace.startswith(_INTERNAL) or "+" in last:
            continue
        if dotted:
            if name.count(".") != word.count(".") or not name.startswith(lowered):
                continue
        elif not last.startswith(lowered):
            continue
        known = _named(name)
        if known is None or (not dotted and known.name in shortened):
            continue
        short = known.short_name.partition("`")[0]
        text = short if not dotted and namespace in opened else known.name.partition("`")[0]
        yield CompletionResult(text, short, "Type", f"{_kind(known)} {known.name}")


def _named(name: str) -> ClrType | None:
    """The type of a full name; a generic one with objects for its arguments."""
    bare, tick, arity = name.partition("`")
    return resolve(f"{bare}[{','.join(['object'] * int(arity))}]" if tick else name)


def _every_type() -> list[str]:
    """The full names of all types that the runtime can have, in lower case."""
    return sorted({*LAZY_TYPES, *(name for name in TYPES if "." in name and "[" not in name)})


def _opened(script: Script) -> Iterator[str]:
    """The namespaces of the script's `using namespace`."""
    for statement in script.tree.using_statements:
        if statement.kind.lower() == "namespace" and statement.name is not None:
            yield statement.name.value.lower()


def attribute_arguments(attribute: str, word: str) -> list[CompletionResult]:
    """Return the named arguments of an attribute."""
    declared = _ATTRIBUTES.get(attribute.lower().removesuffix("attribute"), "").split()
    types = dict(each.split(":", 1) for each in declared)

    def named(name: str) -> CompletionResult:
        known = resolve(types[name])
        shown = types[name] if known is None else known.full_name
        return CompletionResult(name, name, "Property", f"{shown} {name}")

    return prefixed(types, word, named)
