"""Names of .NET types: PowerShell's accelerators, the types that are always registered, and where the others live."""

from __future__ import annotations

from typing import Final

from shell.runtime import reference_types

_ACCELERATORS = """
Alias=AliasAttribute AllowEmptyCollection=AllowEmptyCollectionAttribute AllowEmptyString=AllowEmptyStringAttribute
AllowNull=AllowNullAttribute ArgumentCompleter=ArgumentCompleterAttribute
ArgumentCompletions=ArgumentCompletionsAttribute CmdletBinding=CmdletBindingAttribute
DscLocalConfigurationManager=DscLocalConfigurationManagerAttribute DscProperty=DscPropertyAttribute
DscResource=DscResourceAttribute ExperimentAction=ExperimentAction Experimental=ExperimentalAttribute
ExperimentalFeature=ExperimentalFeature NoRunspaceAffinity=Language.NoRunspaceAffinityAttribute
NullString=Language.NullString OutputType=OutputTypeAttribute Parameter=ParameterAttribute powershell=PowerShell
psaliasproperty=PSAliasProperty pscredential=PSCredential pscustomobject=PSObject
PSDefaultValue=PSDefaultValueAttribute pslistmodifier=PSListModifier psmoduleinfo=PSModuleInfo
psnoteproperty=PSNoteProperty psobject=PSObject psprimitivedictionary=PSPrimitiveDictionary
psscriptmethod=PSScriptMethod psscriptproperty=PSScriptProperty PSTypeNameAttribute=PSTypeNameAttribute
psvariable=PSVariable psvariableproperty=PSVariableProperty ref=PSReference
initialsessionstate=Runspaces.InitialSessionState runspace=Runspaces.Runspace
runspacefactory=Runspaces.RunspaceFactory scriptblock=ScriptBlock semver=SemanticVersion
SupportsWildcards=SupportsWildcardsAttribute switch=SwitchParameter ValidateCount=ValidateCountAttribute
ValidateDrive=ValidateDriveAttribute ValidateLength=ValidateLengthAttribute ValidateNotNull=ValidateNotNullAttribute
ValidateNotNullOrEmpty=ValidateNotNullOrEmptyAttribute
ValidateNotNullOrWhiteSpace=ValidateNotNullOrWhiteSpaceAttribute ValidatePattern=ValidatePatternAttribute
ValidateRange=ValidateRangeAttribute ValidateScript=ValidateScriptAttribute ValidateSet=ValidateSetAttribute
ValidateTrustedData=ValidateTrustedDataAttribute ValidateUserDrive=ValidateUserDriveAttribute
WildcardPattern=WildcardPattern
"""

_SYSTEM_ACCELERATORS = """
array=Array bigint=Numerics.BigInteger bool=Boolean byte=Byte char=Char cultureinfo=Globalization.CultureInfo
datetime=DateTime decimal=Decimal double=Double float=Single guid=Guid hashtable=Collections.Hashtable int=Int32
int16=Int16 int32=Int32 int64=Int64 ipaddress=Net.IPAddress IPEndpoint=Net.IPEndPoint long=Int64
mailaddress=Net.Mail.MailAddress ObjectSecurity=Security.AccessControl.ObjectSecurity
ordered=Collections.Specialized.OrderedDictionary PhysicalAddress=Net.NetworkInformation.PhysicalAddress
regex=Text.RegularExpressions.Regex sbyte=SByte securestring=Security.SecureString short=Int16 single=Single
string=String timespan=TimeSpan type=Type uint=UInt32 uint16=UInt16 uint32=UInt32 uint64=UInt64 ulong=UInt64 uri=Uri
ushort=UInt16 version=Version void=Void
X500DistinguishedName=Security.Cryptography.X509Certificates.X500DistinguishedName
X509Certificate=Security.Cryptography.X509Certificates.X509Certificate xml=Xml.XmlDocument
"""

_CIM_ACCELERATORS = (
    "cimclass=CimClass cimconverter=CimConverter ciminstance=CimInstance CimSession=CimSession cimtype=CimType"
)


def _pairs(text: str, namespace: str) -> dict[str, str]:
    return {short: namespace + name for short, _, name in (word.partition("=") for word in text.split())}


ACCELERATORS: Final[dict[str, str]] = {
    **_pairs(_ACCELERATORS, "System.Management.Automation."),
    **_pairs(_SYSTEM_ACCELERATORS, "System."),
    **_pairs(_CIM_ACCELERATORS, "Microsoft.Management.Infrastructure."),
    "pspropertyexpression": "Microsoft.PowerShell.Commands.PSPropertyExpression",
}
"""Short names, in the spelling of `[psobject].Assembly...TypeAccelerators`, and the full names that they stand for."""

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

_NUMBER = "System.IComparable System.IConvertible System.IFormattable System.ISpanFormattable"
_LIST = "System.Collections.IEnumerable System.Collections.ICollection System.Collections.IList"
_DICTIONARY = "System.Collections.IEnumerable System.Collections.ICollection System.Collections.IDictionary"

INTERFACES: Final[dict[str, str]] = {
    "System.String": "System.IComparable System.ICloneable System.IConvertible System.Collections.IEnumerable"
    " System.Collections.Generic.IEnumerable`1[System.Char]",
    "System.Boolean": "System.IComparable System.IConvertible",
    "System.Char": "System.IComparable System.IConvertible System.IFormattable",
    **{
        f"System.{name}": _NUMBER
        for name in (
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
    },
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

_MODULES: Final[dict[str, str]] = {
    "dotnet.completion": "CommandCompletion CompletionResult",
    "dotnet.language": "Language.Parser Language.Token Language.TokenKind Language.ParseError Language.Ast"
    " Language.IScriptExtent Language.ScriptBlockAst Language.CommandAst Language.FunctionDefinitionAst"
    " Language.StringConstantExpressionAst Language.VariableExpressionAst Language.CommandParameterAst"
    " Language.PipelineAst Language.AssignmentStatementAst Language.ExpressionAst Language.StatementAst"
    " Language.HashtableAst Language.InvokeMemberExpressionAst Language.MemberExpressionAst"
    " Language.BinaryExpressionAst Language.ParameterAst Language.ParamBlockAst Language.IfStatementAst"
    " Language.ScriptBlockExpressionAst Language.TypeExpressionAst Language.TypeDefinitionAst"
    " Language.ConstantExpressionAst Language.ExpandableStringExpressionAst Language.CommandExpressionAst",
    "dotnet.errors": "RuntimeException PSInvalidCastException PSArgumentException PSInvalidOperationException"
    " MethodException MethodInvocationException SetValueException CommandNotFoundException ParameterBindingException"
    " SessionStateException ItemNotFoundException ParseException ActionPreferenceStopException"
    " PipelineStoppedException ErrorRecord ErrorCategoryInfo ErrorDetails",
    "dotnet.invocations": "InvocationInfo CallStackFrame",
    "attributes": "AliasAttribute AllowEmptyCollectionAttribute AllowEmptyStringAttribute AllowNullAttribute"
    " ArgumentCompleterAttribute ArgumentCompletionsAttribute CmdletBindingAttribute CredentialAttribute"
    " OutputTypeAttribute ParameterAttribute PSDefaultValueAttribute PSTypeNameAttribute SupportsWildcardsAttribute"
    " HiddenAttribute",
    "validation": "ValidateArgumentsAttribute ValidateEnumeratedArgumentsAttribute ArgumentTransformationAttribute"
    " MetadataException ValidationMetadataException ArgumentTransformationMetadataException",
    "binding.dynamic": "RuntimeDefinedParameter RuntimeDefinedParameterDictionary",
    "psvariable": "PSVariable",
    "session_state": "SessionState PSVariableIntrinsics PathIntrinsics",
    "engine_objects": "EngineIntrinsics CommandInvocationIntrinsics",
    "host_view": "Host.ChoiceDescription Host.FieldDescription Host.Size Host.Coordinates",
    "modules": "PSModuleInfo",
    "jobs": "Job JobStateInfo",
    "script_cmdlet": "PSCmdlet Cmdlet PSScriptCmdlet MshCommandRuntime Internal.InternalCommand",
    "paging": "PagingParameters",
    "lookup_actions": "CommandLookupEventArgs",
    "commandinfo": "CommandInfo CmdletInfo FunctionInfo FilterInfo",
    "aliasinfo": "AliasInfo",
    "externalinfo": "ExternalScriptInfo ApplicationInfo ScriptInfo",
    "metadata": "PSTypeName ParameterMetadata CommandParameterInfo CommandParameterSetInfo ParameterSetMetadata",
    "streams": "InformationalRecord WarningRecord VerboseRecord DebugRecord InformationRecord HostInformationMessage"
    " ProgressRecord",
    "reference": "PSReference",
    "scriptblock": "ScriptBlock",
    "dotnet.psserializer": "PSSerializer",
    "dotnet.psstyle": "PSStyle Internal.StringDecorated",
    "dotnet.semver": "SemanticVersion",
    "dotnet.credentials": "PSCredential",
    "providers.base": "ProviderInfo PSDriveInfo PathInfo",
    "dotnet.psobjects": "PSMethod PSMemberSet",
    "dotnet.psmembers": "PSMemberInfo PSPropertyInfo PSMethodInfo PSNoteProperty PSAliasProperty PSScriptProperty"
    " PSScriptMethod PSCodeProperty PSProperty PSParameterizedProperty PSCodeMethod PSPropertySet PSVariableProperty",
}
"""Types of System.Management.Automation by the module that registers them."""

_SYSTEM_MODULES: Final[dict[str, str]] = {
    "dotnet.errors": "Exception SystemException ArgumentException ArgumentNullException ArgumentOutOfRangeException"
    " FormatException InvalidCastException InvalidOperationException NotSupportedException NotImplementedException"
    " IndexOutOfRangeException Collections.Generic.KeyNotFoundException ArithmeticException DivideByZeroException"
    " OverflowException NullReferenceException UnauthorizedAccessException IO.IOException IO.FileNotFoundException"
    " IO.DirectoryNotFoundException",
    "dotnet.credentials": "Security.SecureString Net.NetworkCredential",
    "dotnet.datetime": "DateTime",
    "dotnet.realfunctions": "Math MathF",
    "dotnet.offsets": "DateTimeOffset Nullable`1",
    "dotnet.dateonly": "DateOnly TimeOnly",
    "dotnet.pointers": "UIntPtr",
    "dotnet.timezones": "TimeZoneInfo TimeZoneNotFoundException",
    "dotnet.tuples": "Tuple ValueTuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7 ValueTuple`1"
    " ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7",
    "dotnet.identifiers": "Guid Version",
    "dotnet.uris": "Uri UriFormatException",
    "dotnet.regexes": "Text.RegularExpressions.Regex Text.RegularExpressions.Match Text.RegularExpressions.Group"
    " Text.RegularExpressions.Capture Text.RegularExpressions.MatchCollection Text.RegularExpressions.GroupCollection"
    " Text.RegularExpressions.CaptureCollection",
    "dotnet.network": "Net.IPAddress Net.IPEndPoint Net.Mail.MailAddress Net.Sockets.SocketException",
    "dotnet.asyncresults": "IAsyncResult Threading.WaitHandle",
    "dotnet.sockets": "Net.Sockets.TcpClient Net.Sockets.NetworkStream",
    "dotnet.mailmessages": "Net.Mail.MailMessage Net.Mail.Attachment Net.Mail.MailAddressCollection"
    " Net.Mail.AttachmentCollection",
    "dotnet.smtpclient": "Net.Mail.SmtpClient Net.Mail.SmtpException Net.Mail.SmtpFailedRecipientException",
    "dotnet.converting": "Convert",
    "dotnet.bitconverting": "BitConverter",
    "dotnet.stringbuilder": "Text.StringBuilder",
    "dotnet.encodings": "Text.Encoding Text.UTF8Encoding Text.UnicodeEncoding Text.ASCIIEncoding Text.UTF32Encoding",
    "dotnet.stringcomparers": "StringComparer",
    "dotnet.console": "Console IO.TextWriter+SyncTextWriter",
    "dotnet.environment": "Environment OperatingSystem Diagnostics.Stopwatch GC"
    " Net.ServicePointManager Runtime.InteropServices.RuntimeInformation",
    "dotnet.randomtype": "Random",
    "dotnet.threads": "Threading.Thread",
    "dotnet.files": "IO.Path",
    "dotnet.filestatics": "IO.File IO.Directory",
    "dotnet.textstreams": "IO.TextReader IO.TextWriter IO.StreamReader IO.StreamWriter IO.StringReader IO.StringWriter",
    "dotnet.globalization": "Globalization.CultureInfo Globalization.CultureNotFoundException",
    "dotnet.calendars": "Globalization.Calendar Globalization.GregorianCalendar Globalization.ISOWeek",
    "dotnet.textinfo": "Globalization.TextInfo Globalization.CompareInfo",
    "dotnet.cultureformats": "Globalization.NumberFormatInfo Globalization.DateTimeFormatInfo",
    "dotnet.xmlmembers": "Xml.XmlNode Xml.XmlDocument Xml.XmlElement Xml.XmlAttribute Xml.XmlText Xml.XmlCDataSection"
    " Xml.XmlComment Xml.XmlDeclaration Xml.XmlProcessingInstruction Xml.XmlNodeList Xml.XmlAttributeCollection",
    "dotnet.xmlreading": "Xml.XmlException",
    "dotnet.linq": "Linq.Enumerable",
    "dotnet.typemembers": "Reflection.Assembly Reflection.RuntimeAssembly",
    "dotnet.fileinfo": "IO.FileInfo IO.DirectoryInfo",
    "dotnet.filesysteminfo": "IO.FileSystemInfo IO.FileAttributes IO.UnixFileMode",
    "dotnet.timespan": "TimeSpan",
    "dotnet.dictionaries": "Collections.DictionaryEntry Collections.IDictionaryEnumerator"
    " Collections.Hashtable+KeyCollection Collections.Hashtable+ValueCollection"
    " Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
    "dotnet.sortedlist": "Collections.SortedList",
    "dotnet.genericdictionaries": "Collections.Generic.Dictionary`2 Collections.Generic.OrderedDictionary`2"
    " Collections.Generic.SortedDictionary`2 Collections.Generic.SortedList`2 Collections.Generic.KeyValuePair`2"
    " Collections.Concurrent.ConcurrentDictionary`2",
    "dotnet.lists": "Collections.Generic.List`1",
    "dotnet.queues": "Collections.Queue Collections.Stack Collections.Generic.Queue`1 Collections.Generic.Stack`1"
    " Collections.Concurrent.ConcurrentQueue`1 Collections.Concurrent.ConcurrentStack`1",
    "dotnet.sets": "Collections.Generic.HashSet`1 Collections.Generic.SortedSet`1",
    "dotnet.genericinterfaces": "Collections.Generic.IEnumerable`1 Collections.Generic.ICollection`1"
    " Collections.Generic.IList`1 Collections.Generic.IReadOnlyList`1 Collections.Generic.IReadOnlyCollection`1"
    " Collections.Generic.ISet`1 Collections.Generic.IComparer`1 Collections.Generic.IEqualityComparer`1"
    " Collections.Generic.IDictionary`2 Collections.Generic.IReadOnlyDictionary`2",
}
"""Types of System by the module that registers them."""

_ENUMERATIONS: Final = """
System.DayOfWeek
System.DateTimeKind
System.StringComparison
System.StringSplitOptions
System.ConsoleColor
System.ConsoleModifiers
System.MidpointRounding
System.TypeCode
System.EnvironmentVariableTarget
System.Environment+SpecialFolder
System.PlatformID
System.UriKind
System.UriHostNameType
System.UriPartial
System.UriComponents
System.UriFormat
System.Base64FormattingOptions
System.IO.FileAttributes
System.IO.FileMode
System.IO.FileAccess
System.IO.FileShare
System.IO.SearchOption
System.IO.UnixFileMode
System.Text.NormalizationForm
System.Text.RegularExpressions.RegexOptions
System.Globalization.NumberStyles
System.Globalization.DateTimeStyles
System.Globalization.TimeSpanStyles
System.Globalization.CompareOptions
System.Globalization.CultureTypes
System.Globalization.CalendarWeekRule
System.Globalization.UnicodeCategory
System.Net.Sockets.AddressFamily
System.Net.Sockets.SocketType
System.Net.Sockets.ProtocolType
System.Net.SecurityProtocolType
System.Net.Mail.MailPriority
System.Net.Mail.DeliveryNotificationOptions
System.Net.HttpStatusCode
System.Security.Cryptography.CipherMode
System.Reflection.BindingFlags
System.Reflection.MemberTypes
System.Reflection.TypeAttributes
System.Threading.ThreadState
System.Threading.ApartmentState
System.Xml.XmlNodeType
System.Data.SqlDbType
System.Diagnostics.ProcessPriorityClass
System.Diagnostics.EventLogEntryType
System.ServiceProcess.ServiceControllerStatus
System.ServiceProcess.ServiceStartMode
System.Management.Automation.WhereOperatorSelectionMode
System.Management.Automation.PSMemberTypes
System.Management.Automation.PSMemberViewTypes
System.Management.Automation.ActionPreference
System.Management.Automation.ConfirmImpact
System.Management.Automation.CommandTypes
System.Management.Automation.CommandOrigin
System.Management.Automation.ErrorCategory
System.Management.Automation.ErrorView
System.Management.Automation.ScopedItemOptions
System.Management.Automation.SessionStateEntryVisibility
System.Management.Automation.SplitOptions
System.Management.Automation.SwitchParameterState
System.Management.Automation.PSLanguageMode
System.Management.Automation.ModuleType
System.Management.Automation.ModuleAccessMode
System.Management.Automation.CompletionResultType
System.Management.Automation.JobState
System.Management.Automation.PSTokenType
System.Management.Automation.WildcardOptions
System.Management.Automation.PSCredentialTypes
System.Management.Automation.PSCredentialUIOptions
System.Management.Automation.ProgressView
System.Management.Automation.OutputRendering
System.Management.Automation.ProgressRecordType
System.Management.Automation.RollbackSeverity
System.Management.Automation.ShouldProcessReason
System.Management.Automation.VariableAccessMode
System.Management.Automation.Alignment
Microsoft.PowerShell.ExecutionPolicy
Microsoft.PowerShell.ExecutionPolicyScope
"""


def _lazy_types() -> dict[str, str]:
    found = {
        f"{namespace}{name}".lower(): module
        for namespace, modules in (
            ("System.Management.Automation.", _MODULES),
            ("System.", _SYSTEM_MODULES),
            ("System.Management.Automation.", reference_types.AUTOMATION_TYPES),
            ("System.", reference_types.SYSTEM_TYPES),
        )
        for module, names in modules.items()
        for name in names.split()
    }
    found["microsoft.powershell.commands.modulespecification"] = "modulespec"
    found["microsoft.powershell.threadjob.threadjob"] = "jobs"
    found.update(dict.fromkeys(_ENUMERATIONS.lower().split(), "dotnet.enums"))
    found.update(dict.fromkeys(reference_types.ENUMERATIONS.lower().split(), "dotnet.moreenums"))
    return found


LAZY_TYPES: Final[dict[str, str]] = _lazy_types()
"""Lower-case full name -> module (below `shell.runtime`) that registers it."""

_ATTRIBUTES = (
    "Alias AllowEmptyCollection AllowEmptyString AllowNull ArgumentCompleter ArgumentCompletions CmdletBinding"
    " Credential OutputType Parameter PSDefaultValue PSTypeName SupportsWildcards Hidden"
)
_VALIDATORS = "NotNull NotNullOrEmpty NotNullOrWhiteSpace Pattern Script Set"
_LIMITS = "Count Drive Length Range UserDrive"

_CARRIERS = "Runtime CommandNotFound ParameterBinding Parse"
_INTEGERS = "SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64"

MEMBER_MODULES: Final[dict[str, str]] = {
    "System.Object": "dotnet.basics",
    "System.Boolean": "dotnet.basics",
    "System.Management.Automation.PSCustomObject": "dotnet.basics",
    "System.Management.Automation.PSObject": "dotnet.psobjects",
    "System.Exception": "dotnet.errors",
    "System.ArgumentException": "dotnet.errors",
    **{f"System.Management.Automation.{name}Exception": "dotnet.errors" for name in _CARRIERS.split()},
    "System.Enum": "dotnet.enummembers",
    "System.Type": "dotnet.typemembers",
    "System.String": "dotnet.strings",
    "System.Char": "dotnet.chars",
    **{f"System.{name}": "dotnet.integers" for name in _INTEGERS.split()},
    "System.Single": "dotnet.floats",
    "System.Double": "dotnet.floats",
    "System.Decimal": "dotnet.decimals",
    "System.Numerics.BigInteger": "dotnet.bigintegers",
    "System.Management.Automation.SwitchParameter": "switches",
    "System.ObsoleteAttribute": "attributes",
    **{f"System.Management.Automation.{name}Attribute": "attributes" for name in _ATTRIBUTES.split()},
    **{f"System.Management.Automation.Validate{name}Attribute": "validation" for name in _VALIDATORS.split()},
    **{f"System.Management.Automation.Validate{name}Attribute": "validation_limits" for name in _LIMITS.split()},
    "System.DateTime": "dotnet.datetimemembers",
    "System.IntPtr": "dotnet.pointers",
    "System.DBNull": "dotnet.nulls",
    "System.Management.Automation.Language.NullString": "dotnet.nulls",
    "System.Array": "dotnet.arrays",
    "System.Collections.ArrayList": "dotnet.lists",
    "System.Collections.Hashtable": "dotnet.hashtables",
    "System.Collections.Specialized.OrderedDictionary": "dotnet.hashtables",
}
"""Name of a type that is known before its members are -> module that attaches them."""
