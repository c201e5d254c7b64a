"""Members that interfaces and abstract .NET classes require of derived classes."""

from __future__ import annotations

from typing import Final

from shell.engine.classes.members import ScriptProperty
from shell.engine.classes.types import ClassBody
from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.tree import TypeDefinitionAst
from shell.types import ClrType, Method

_STREAM: Final = (
    "get_CanRead/0:bool get_CanSeek/0:bool get_CanWrite/0:bool get_Length/0:long get_Position/0:long"
    " set_Position/1:void Flush/0:void Read/3:int Seek/2:long SetLength/1:void Write/3:void"
)
_HOST: Final = (
    "get_Name/0:string get_Version/0:version get_InstanceId/0:guid get_UI/0: get_CurrentCulture/0:cultureinfo"
    " get_CurrentUICulture/0:cultureinfo SetShouldExit/1:void EnterNestedPrompt/0:void ExitNestedPrompt/0:void"
    " NotifyBeginApplication/0:void NotifyEndApplication/0:void"
)
_LIST: Final = "CopyTo/2:void get_Count/0:int get_IsSynchronized/0:bool get_SyncRoot/0:object GetEnumerator/0:"

_INTERFACES: Final[dict[str, str]] = {
    "IDisposable": "Dispose/0:void",
    "IComparable": "CompareTo/1:int",
    "IComparable`1": "CompareTo/1:int",
    "IEquatable`1": "Equals/1:bool",
    "IComparer": "Compare/2:int",
    "IComparer`1": "Compare/2:int",
    "IEqualityComparer": "Equals/2:bool GetHashCode/1:int",
    "IEqualityComparer`1": "Equals/2:bool GetHashCode/1:int",
    "IEnumerable": "GetEnumerator/0:",
    "IEnumerable`1": "GetEnumerator/0:",
    "IEnumerator": "MoveNext/0:bool Reset/0:void get_Current/0:",
    "IEnumerator`1": "MoveNext/0:bool Reset/0:void Dispose/0:void get_Current/0:",
    "ICollection": _LIST,
    "ICloneable": "Clone/0:object",
    "IFormattable": "ToString/2:string",
    "IFormatProvider": "GetFormat/1:object",
    "ICustomFormatter": "Format/3:string",
    "IObserver`1": "OnCompleted/0:void OnError/1:void OnNext/1:void",
    "IObservable`1": "Subscribe/1:",
    "IServiceProvider": "GetService/1:object",
    "IValidateSetValuesGenerator": "GetValidValues/0:string[]",
    "IArgumentCompleter": "CompleteArgument/5:",
    "IArgumentCompleterFactory": "Create/0:",
}
_CLASSES: Final[dict[str, str]] = {
    "System.Type": "get_GUID/0:guid get_Module/0: get_Assembly/0: get_FullName/0:string get_Namespace/0:string",
    "System.IO.FileSystemInfo": "get_Exists/0:bool get_Name/0:string Delete/0:void",
    "System.IO.Stream": _STREAM,
    "System.IO.TextWriter": "get_Encoding/0:System.Text.Encoding",
    "System.StringComparer": "Compare/2:int Equals/2:bool GetHashCode/1:int",
    "System.Collections.Generic.Comparer`1": "Compare/2:int",
    "System.Collections.Generic.EqualityComparer`1": "Equals/2:bool GetHashCode/1:int",
    "System.Security.Cryptography.HashAlgorithm": "HashCore/3:void HashFinal/0:byte[] Initialize/0:void",
    "System.Management.Automation.Host.PSHost": _HOST,
    "System.Management.Automation.CachedValidValuesGeneratorBase": "GenerateValidValues/0:string[]",
    "System.Management.Automation.ArgumentTransformationAttribute": "Transform/2:object",
    "System.Management.Automation.ValidateArgumentsAttribute": "Validate/2:void",
    "System.Management.Automation.ValidateEnumeratedArgumentsAttribute": "ValidateElement/1:void",
}
"""Required methods: name, number of parameters, return type (empty for any)."""


def asked_properties(owner: ClrType) -> set[str]:
    """Return the lower-case names of the properties that a class's bases and interfaces declare."""
    return {
        name[4:].lower() for asked in _contracts(owner) for name, _, _ in asked if name.startswith(("get_", "set_"))
    }


def check_contracts(node: TypeDefinitionAst, body: ClassBody) -> list[ParseError]:
    """Check that a class has the methods of its interfaces and abstract base classes."""
    for asked in _contracts(body.type):
        for name, count, returns in asked:
            if _has(body, name, count, returns):
                continue
            reason = (
                f"Method '{name}' in type '{node.name}' from assembly '{body.type.library}' does not have an"
                " implementation."
            )
            return [ParseError(node.extent, "TypeCreationError", message("TypeCreationError", node.name, reason))]
    return []


def _contracts(made: ClrType) -> list[list[tuple[str, int, str]]]:
    texts = [next((_CLASSES[each.name] for each in made.lineage() if each.name in _CLASSES), None)]
    texts += [_INTERFACES.get(each.partition("[")[0].rpartition(".")[2]) for each in made.interface_names]
    return [_parsed(each) for each in texts if each]


def _parsed(text: str) -> list[tuple[str, int, str]]:
    rows = []
    for word in text.split():
        head, _, returns = word.partition(":")
        name, _, count = head.partition("/")
        rows.append((name, int(count), returns))
    return rows


def _has(body: ClassBody, name: str, count: int, returns: str) -> bool:
    if name.startswith(("get_", "set_")):
        prop = body.type.property(name[4:].lower())
        if prop is not None and any(each.key == name[4:].lower() for each in _script_properties(body)):
            return not returns or name.startswith("set_") or _is(body, prop.type_name, returns)
    own = [
        each
        for each in body.type.overloads(name.lower())
        if not each.static and len(each.signature.parameters) == count and _is_scripts(each)
    ]
    return any(not returns or _is(body, each.signature.returns, returns) for each in own)


def _script_properties(body: ClassBody) -> list[ScriptProperty]:
    bodies: list[ClassBody] = [each.data["script"] for each in body.type.lineage() if "script" in each.data]
    return [prop for one in bodies for prop in one.properties]


def _is_scripts(method: Method) -> bool:
    return method.owner is not None and "script" in method.owner.data


def _is(body: ClassBody, written: str, wanted: str) -> bool:
    found = body.runspace.find_type(written, ())
    return found is None or found is body.runspace.find_type(wanted, ())


__all__ = ["asked_properties", "check_contracts"]
