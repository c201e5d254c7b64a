"""The assemblies of .NET types, for their qualified names (.NET 10, PowerShell 7.6)."""

from __future__ import annotations

from typing import Final

_ENGINE: Final = "Version=7.6.5.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
_RUNTIME: Final = "Version=10.0.0.0, Culture=neutral, PublicKeyToken="
_CORE: Final = f"System.Private.CoreLib, {_RUNTIME}7cec85d7bea7798e"
_KEYS: Final = {"e": "b03f5f7f11d50a3a", "c": "cc7b13ffcd2ddd51"}

_BY_NAME: Final[dict[str, str]] = {
    f"{namespace}.{name}": library
    for library, namespace, names in (
        (
            f"System.Collections, {_RUNTIME}{_KEYS['e']}",
            "System.Collections.Generic",
            "Stack`1 LinkedList`1 LinkedListNode`1 PriorityQueue`2 SortedDictionary`2 SortedList`2 SortedSet`1"
            " OrderedDictionary`2",
        ),
        (
            f"System.Collections.NonGeneric, {_RUNTIME}{_KEYS['e']}",
            "System.Collections",
            "Queue Stack SortedList CaseInsensitiveComparer CollectionBase DictionaryBase ReadOnlyCollectionBase",
        ),
        (f"System.Collections, {_RUNTIME}{_KEYS['e']}", "System.Collections", "BitArray"),
        (f"System.Private.Uri, {_RUNTIME}{_KEYS['e']}", "System", "Uri UriBuilder UriKind UriFormatException"),
        (f"System.Console, {_RUNTIME}{_KEYS['e']}", "System", "Console ConsoleColor ConsoleKey ConsoleKeyInfo"),
        (f"System.ObjectModel, {_RUNTIME}{_KEYS['e']}", "System.Collections.ObjectModel", "ObservableCollection`1"),
        (
            f"System.Net.Mail, {_RUNTIME}{_KEYS['c']}",
            "System.Net.Mail",
            "MailAddress MailMessage SmtpClient SmtpException Attachment MailPriority",
        ),
        (f"Microsoft.PowerShell.ConsoleHost, {_ENGINE}", "Microsoft.PowerShell", "ConsoleHost"),
    )
    for name in names.split()
}
_BY_SPACE: Final[tuple[tuple[str, str], ...]] = (
    ("System.Management.Automation", f"System.Management.Automation, {_ENGINE}"),
    ("Microsoft.PowerShell", f"Microsoft.PowerShell.Commands.Utility, {_ENGINE}"),
    ("System.Text.RegularExpressions", f"System.Text.RegularExpressions, {_RUNTIME}{_KEYS['e']}"),
    ("System.Collections.Specialized", f"System.Collections.Specialized, {_RUNTIME}{_KEYS['e']}"),
    ("System.Collections.Concurrent", f"System.Collections.Concurrent, {_RUNTIME}{_KEYS['e']}"),
    ("System.Linq", f"System.Linq, {_RUNTIME}{_KEYS['e']}"),
    ("System.Numerics", f"System.Runtime.Numerics, {_RUNTIME}{_KEYS['e']}"),
    ("System.Net.Mail", f"System.Net.Mail, {_RUNTIME}{_KEYS['c']}"),
    ("System.Net.Sockets", f"System.Net.Sockets, {_RUNTIME}{_KEYS['e']}"),
    ("System.Net", f"System.Net.Primitives, {_RUNTIME}{_KEYS['e']}"),
    ("System.Xml", f"System.Private.Xml, {_RUNTIME}{_KEYS['c']}"),
    ("System.Data", f"System.Data.Common, {_RUNTIME}{_KEYS['e']}"),
    ("System.Diagnostics.Process", f"System.Diagnostics.Process, {_RUNTIME}{_KEYS['e']}"),
    ("System.ComponentModel", f"System.ComponentModel.Primitives, {_RUNTIME}{_KEYS['e']}"),
    ("System.Security.Cryptography", f"System.Security.Cryptography, {_RUNTIME}{_KEYS['e']}"),
)


def library_of(type_name: str) -> str:
    """Return the full name of the assembly that holds a type, by the type's name without generic arguments."""
    known = _BY_NAME.get(type_name)
    if known is not None:
        return known
    return next((library for space, library in _BY_SPACE if type_name.startswith(space)), _CORE)
