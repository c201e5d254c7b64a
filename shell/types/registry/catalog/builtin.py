"""Types that are always registered, their interfaces, and the modules that attach their members."""

from __future__ import annotations

from typing import Final

BUILT_IN: Final = """
System.String System.Object
System.Boolean System.ValueType
System.Char System.ValueType
System.SByte System.ValueType
System.Byte System.ValueType
System.Int16 System.ValueType
System.UInt16 System.ValueType
System.Int32 System.ValueType
System.UInt32 System.ValueType
System.Int64 System.ValueType
System.UInt64 System.ValueType
System.Single System.ValueType
System.Double System.ValueType
System.Decimal System.ValueType
System.Numerics.BigInteger System.ValueType
System.Void System.ValueType
System.IntPtr System.ValueType
System.Attribute System.Object
System.Delegate System.Object
System.DBNull System.Object
System.Reflection.MemberInfo System.Object
System.Type System.Reflection.MemberInfo
System.RuntimeType System.Type
System.Collections.ArrayList System.Object
System.Collections.Hashtable System.Object
System.Collections.Specialized.OrderedDictionary System.Object
System.Management.Automation.OrderedHashtable System.Collections.Hashtable
System.Management.Automation.PSObject System.Object
System.Management.Automation.PSCustomObject System.Object
System.Management.Automation.Internal.AutomationNull System.Object
System.Management.Automation.SwitchParameter System.ValueType
System.Management.Automation.Language.NullString System.Object
System.IComparable System.Object
System.IConvertible System.Object
System.IFormattable System.Object
System.ICloneable System.Object
System.IDisposable System.Object
System.IFormatProvider System.Object
System.ICustomFormatter System.Object
System.IServiceProvider System.Object
System.Collections.IEnumerable System.Object
System.Collections.IEnumerator System.Object
System.Collections.ICollection System.Object
System.Collections.IList System.Object
System.Collections.IDictionary System.Object
System.Collections.IComparer System.Object
System.Collections.IEqualityComparer System.Object
System.Management.Automation.IValidateSetValuesGenerator System.Object
System.Management.Automation.IArgumentCompleter System.Object
System.Management.Automation.IArgumentCompleterFactory System.Object
System.Management.Automation.AliasAttribute System.Attribute
System.Management.Automation.AllowEmptyCollectionAttribute System.Attribute
System.Management.Automation.AllowEmptyStringAttribute System.Attribute
System.Management.Automation.AllowNullAttribute System.Attribute
System.Management.Automation.ArgumentCompleterAttribute System.Attribute
System.Management.Automation.ArgumentCompletionsAttribute System.Attribute
System.Management.Automation.CmdletBindingAttribute System.Attribute
System.Management.Automation.CredentialAttribute System.Attribute
System.Management.Automation.OutputTypeAttribute System.Attribute
System.Management.Automation.ParameterAttribute System.Attribute
System.Management.Automation.PSDefaultValueAttribute System.Attribute
System.Management.Automation.PSTypeNameAttribute System.Attribute
System.Management.Automation.SupportsWildcardsAttribute System.Attribute
System.Management.Automation.ValidateCountAttribute System.Attribute
System.Management.Automation.ValidateDriveAttribute System.Attribute
System.Management.Automation.ValidateLengthAttribute System.Attribute
System.Management.Automation.ValidateNotNullAttribute System.Attribute
System.Management.Automation.ValidateNotNullOrEmptyAttribute System.Attribute
System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute System.Attribute
System.Management.Automation.ValidatePatternAttribute System.Attribute
System.Management.Automation.ValidateRangeAttribute System.Attribute
System.Management.Automation.ValidateScriptAttribute System.Attribute
System.Management.Automation.ValidateSetAttribute System.Attribute
System.Management.Automation.ValidateTrustedDataAttribute System.Attribute
System.Management.Automation.ValidateUserDriveAttribute System.Attribute
System.Management.Automation.HiddenAttribute System.Attribute
System.FlagsAttribute System.Attribute
System.ObsoleteAttribute System.Attribute
System.Diagnostics.CodeAnalysis.SuppressMessageAttribute System.Attribute
"""
"""Types that exist without importing anything: name and base."""

NUMBER_TYPES: Final = (
    "SByte",
    "Byte",
    "Int16",
    "UInt16",
    "Int32",
    "UInt32",
    "Int64",
    "UInt64",
    "Single",
    "Double",
    "Decimal",
)
"""The numbers of the namespace System, the narrow ones first."""

_NUMBER = "System.IComparable System.IConvertible System.IFormattable System.ISpanFormattable"
_LIST = "System.Collections.IEnumerable System.Collections.ICollection System.Collections.IList"
_DICTIONARY = "System.Collections.IEnumerable System.Collections.ICollection System.Collections.IDictionary"

INTERFACES: Final[dict[str, str]] = {
    "System.String": "System.IComparable System.ICloneable System.IConvertible System.Collections.IEnumerable"
    " System.Collections.Generic.IEnumerable`1[System.Char]",
    "System.Boolean": "System.IComparable System.IConvertible",
    "System.Char": "System.IComparable System.IConvertible System.IFormattable",
    **{f"System.{name}": _NUMBER for name in NUMBER_TYPES},
    "System.Numerics.BigInteger": "System.IComparable System.IFormattable",
    "System.Enum": "System.IComparable System.IConvertible System.IFormattable",
    "System.Array": _LIST + " System.ICloneable",
    "System.Collections.ArrayList": _LIST + " System.ICloneable",
    "System.Collections.Hashtable": _DICTIONARY + " System.ICloneable",
    "System.Collections.Specialized.OrderedDictionary": _DICTIONARY,
    "System.DateTime": _NUMBER,
    "System.TimeSpan": "System.IComparable System.IFormattable",
    "System.Guid": "System.IComparable System.IFormattable",
    "System.Version": "System.IComparable System.ICloneable System.IFormattable",
}
"""Interfaces of each type, beyond those of its bases."""

_ATTRIBUTES = (
    "Alias AllowEmptyCollection AllowEmptyString AllowNull ArgumentCompleter ArgumentCompletions CmdletBinding"
    " Credential OutputType Parameter PSDefaultValue PSTypeName SupportsWildcards Hidden"
)
_VALIDATE = "System.Management.Automation.Validate"
_VALIDATORS = "NotNull NotNullOrEmpty NotNullOrWhiteSpace Pattern Script Set"
_LIMITS = "Count Drive Length Range TrustedData UserDrive"

_CARRIERS = "Runtime CommandNotFound ParameterBinding Parse"
_INTEGERS = "SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64"

MEMBER_MODULES: Final[dict[str, str]] = {
    "System.Object": "dotnet.system.basics",
    "System.Boolean": "dotnet.system.basics",
    "System.Management.Automation.PSCustomObject": "dotnet.system.basics",
    "System.Management.Automation.PSObject": "dotnet.automation.psobjects",
    "System.Exception": "dotnet.automation.errors",
    "System.ArgumentException": "dotnet.automation.errors",
    **{f"System.Management.Automation.{name}Exception": "dotnet.automation.errors" for name in _CARRIERS.split()},
    "System.Enum": "dotnet.system.enums",
    "System.Type": "dotnet.reflection.type_members",
    "System.String": "dotnet.text.strings",
    "System.Char": "dotnet.system.chars",
    **{f"System.{name}": "dotnet.numbers.integers" for name in _INTEGERS.split()},
    "System.Single": "dotnet.numbers.floats",
    "System.Double": "dotnet.numbers.floats",
    "System.Decimal": "dotnet.numbers.decimals",
    "System.Numerics.BigInteger": "dotnet.numbers.big_integers",
    "System.Management.Automation.SwitchParameter": "types.conversion.switches",
    "System.ObsoleteAttribute": "engine.binding.attributes",
    **{f"System.Management.Automation.{name}Attribute": "engine.binding.attributes" for name in _ATTRIBUTES.split()},
    **{f"{_VALIDATE}{name}Attribute": "engine.binding.validation" for name in _VALIDATORS.split()},
    **{f"{_VALIDATE}{name}Attribute": "engine.binding.validation_limits" for name in _LIMITS.split()},
    "System.DateTime": "dotnet.time.datetime_members",
    "System.IntPtr": "dotnet.numbers.pointers",
    "System.DBNull": "dotnet.system.nulls",
    "System.Management.Automation.Language.NullString": "dotnet.system.nulls",
    "System.Array": "dotnet.system.arrays",
    "System.Collections.ArrayList": "dotnet.collections.lists",
    "System.Collections.Hashtable": "dotnet.collections.hashtables",
    "System.Collections.Specialized.OrderedDictionary": "dotnet.collections.hashtables",
    "System.Management.Automation.OrderedHashtable": "dotnet.collections.hashtables",
}
"""Type that is registered before its members are attached -> module that attaches them."""

_SEALED_SYSTEM: Final = """
Activator AppDomain BitConverter Console Convert DBNull Environment GC Math MathF OperatingSystem String TimeZoneInfo
Version Collections.BitArray Collections.Generic.LinkedListNode`1 Diagnostics.Debug Diagnostics.Trace
Globalization.CompareInfo Globalization.DateTimeFormatInfo Globalization.ISOWeek Globalization.NumberFormatInfo
Globalization.TextInfo IO.Directory IO.DirectoryInfo IO.DriveInfo IO.File IO.FileInfo IO.Path Linq.Enumerable Net.Dns
Net.WebUtility Runtime.InteropServices.Marshal Runtime.InteropServices.RuntimeInformation Security.SecureString
Text.StringBuilder Threading.Interlocked Threading.Monitor Threading.Mutex Threading.Thread Web.HttpUtility
"""

_SEALED_AUTOMATION: Final = """
AliasAttribute AllowEmptyCollectionAttribute AllowEmptyStringAttribute AllowNullAttribute CmdletBindingAttribute
LanguagePrimitives OutputTypeAttribute ParameterAttribute PowerShell PSCommand PSCredential PSDataStreams PSParser
PSSerializer PSToken PSVariableIntrinsics Runspaces.RunspaceFactory SemanticVersion SessionState ValidateCountAttribute
ValidateLengthAttribute ValidateNotNullAttribute ValidateNotNullOrEmptyAttribute ValidatePatternAttribute
ValidateRangeAttribute ValidateScriptAttribute ValidateSetAttribute WildcardPattern
"""

SEALED: Final = frozenset(
    (
        *(f"System.{name}" for name in _SEALED_SYSTEM.split()),
        *(f"System.Management.Automation.{name}" for name in _SEALED_AUTOMATION.split()),
    )
)
"""Classes that nothing can derive from: sealed and static ones."""
