"""The enumerations of .NET and PowerShell.

A line is a name (`!` behind it: flags), then the members; a member without a number follows its predecessor.
An indented line goes on with the one above.
"""

from __future__ import annotations

from typing import Final

from shell.types.registry.enumeration import register_enum
from shell.types.registry.table import TYPES

_TABLE: Final = """
System.DayOfWeek Sunday=0 Monday Tuesday Wednesday Thursday Friday Saturday
System.DateTimeKind Unspecified=0 Utc Local
System.StringComparison CurrentCulture=0 CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal
  OrdinalIgnoreCase
System.StringSplitOptions! None=0 RemoveEmptyEntries=1 TrimEntries=2
System.ConsoleColor Black=0 DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan
  Red Magenta Yellow White
System.ConsoleModifiers! None=0 Alt=1 Shift=2 Control=4
System.ConsoleKey None=0 Backspace=8 Tab Clear=12 Enter Pause=19 Escape=27 Spacebar=32 PageUp PageDown End Home
  LeftArrow UpArrow RightArrow DownArrow Select Print Execute PrintScreen Insert Delete Help D0 D1 D2 D3 D4 D5 D6 D7
  D8 D9 A=65 B C D E F G H I J K L M N O P Q R S T U V W X Y Z LeftWindows RightWindows Applications Sleep=95
  NumPad0 NumPad1 NumPad2 NumPad3 NumPad4 NumPad5 NumPad6 NumPad7 NumPad8 NumPad9 Multiply Add Separator Subtract
  Decimal Divide F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 Oem1=186
  OemPlus OemComma OemMinus OemPeriod Oem2 Oem3 Oem4=219 Oem5 Oem6 Oem7 Oem8
System.Management.Automation.Host.ReadKeyOptions! AllowCtrlC=1 NoEcho=2 IncludeKeyDown=4 IncludeKeyUp=8
System.Management.Automation.Host.ControlKeyStates! RightAltPressed=1 LeftAltPressed=2 RightCtrlPressed=4
  LeftCtrlPressed=8 ShiftPressed=16 NumLockOn=32 ScrollLockOn=64 CapsLockOn=128 EnhancedKey=256
System.MidpointRounding ToEven=0 AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
System.TypeCode Empty=0 Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double
  Decimal DateTime String=18
System.EnvironmentVariableTarget Process=0 User Machine
System.Environment+SpecialFolder Desktop=0 Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 SendTo=9
  StartMenu=11 MyMusic=13 MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 Templates=21
  CommonStartMenu=22 CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26
  PrinterShortcuts=27 LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35
  Windows=36 System=37 ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42
  CommonProgramFiles=43 CommonProgramFilesX86=44 CommonTemplates=45 CommonDocuments=46 CommonAdminTools=47
  AdminTools=48 CommonMusic=53 CommonPictures=54 CommonVideos=55 Resources=56 LocalizedResources=57 CommonOemLinks=58
  CDBurning=59
System.PlatformID Win32S=0 Win32Windows Win32NT WinCE Unix Xbox MacOSX Other
System.UriKind RelativeOrAbsolute=0 Absolute Relative
System.UriHostNameType Unknown=0 Basic Dns IPv4 IPv6
System.UriPartial Scheme=0 Authority Path Query
System.UriComponents! Scheme=1 UserInfo=2 Host=4 Port=8 SchemeAndServer=13 Path=16 Query=32 PathAndQuery=48
  HttpRequestUrl=61 Fragment=64 AbsoluteUri=127 StrongPort=128 HostAndPort=132 StrongAuthority=134 NormalizedHost=256
  KeepDelimiter=1073741824 SerializationInfoString=-2147483648
System.UriFormat UriEscaped=1 Unescaped SafeUnescaped
System.Base64FormattingOptions! None=0 InsertLineBreaks=1
System.IO.FileAttributes! None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128
  Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384
  IntegrityStream=32768 NoScrubData=131072
System.IO.FileMode CreateNew=1 Create Open OpenOrCreate Truncate Append
System.IO.FileAccess! Read=1 Write=2 ReadWrite=3
System.IO.FileShare! None=0 Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16
System.IO.SearchOption TopDirectoryOnly=0 AllDirectories
System.IO.UnixFileMode! None=0 OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 GroupRead=32
  UserExecute=64 UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
System.Text.NormalizationForm FormC=1 FormD=2 FormKC=5 FormKD=6
System.Text.RegularExpressions.RegexOptions! None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8
  Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024
System.Globalization.NumberStyles! None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7
  AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128
  Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515 AllowBinarySpecifier=1024
  BinaryNumber=1027
System.Globalization.DateTimeStyles! None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4
  AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128
System.Globalization.TimeSpanStyles! None=0 AssumeNegative=1
System.Globalization.CompareOptions! None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8
  IgnoreWidth=16 NumericOrdering=32 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824
System.Globalization.CultureTypes! NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7
  UserCustomCulture=8 ReplacementCultures=16 WindowsOnlyCultures=32 FrameworkCultures=64
System.Globalization.CalendarWeekRule FirstDay=0 FirstFullWeek FirstFourDayWeek
System.Globalization.UnicodeCategory UppercaseLetter=0 LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter
  NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator
  LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation
  OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol
  CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned
System.Net.Sockets.AddressFamily Unknown=-1 Unspecified=0 Unix=1 InterNetwork=2 ImpLink=3 Pup=4 Chaos=5 Ipx=6 NS=6
  Iso=7 Osi=7 Ecma=8 DataKit=9 Ccitt=10 Sna=11 DecNet=12 DataLink=13 Lat=14 HyperChannel=15 AppleTalk=16 NetBios=17
  VoiceView=18 FireFox=19 Banyan=21 Atm=22 InterNetworkV6=23 Cluster=24 Ieee12844=25 Irda=26 NetworkDesigners=28
  Max=29 Packet=65536 ControllerAreaNetwork=65537
System.Net.Sockets.SocketType Unknown=-1 Stream=1 Dgram Raw Rdm Seqpacket
System.Net.Sockets.ProtocolType Unknown=-1 IP=0 Icmp=1 Igmp=2 Tcp=6 Udp=17 IPv6=41
System.Net.SecurityProtocolType! SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
System.Net.Mail.MailPriority Normal=0 Low High
System.Net.Mail.DeliveryNotificationOptions! None=0 OnSuccess=1 OnFailure=2 Delay=4 Never=134217728
System.Net.HttpStatusCode OK=200 Created=201 Accepted=202 NoContent=204 MovedPermanently=301 Found=302 NotModified=304
  BadRequest=400 Unauthorized=401 Forbidden=403 NotFound=404 MethodNotAllowed=405 RequestTimeout=408 Conflict=409
  Gone=410 TooManyRequests=429 InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503
  GatewayTimeout=504
System.Security.Cryptography.CipherMode CBC=1 ECB OFB CFB CTS
System.Reflection.BindingFlags! Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32
  FlattenHierarchy=64
System.Reflection.MemberTypes! Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 Custom=64 NestedType=128
  All=191
System.Reflection.TypeAttributes! NotPublic=0 Public=1 NestedPublic=2 Interface=32 Abstract=128 Sealed=256
  Serializable=8192 BeforeFieldInit=1048576
System.Threading.ThreadState! Running=0 StopRequested=1 SuspendRequested=2 Background=4 Unstarted=8 Stopped=16
  WaitSleepJoin=32 Suspended=64 AbortRequested=128 Aborted=256
System.Threading.ApartmentState STA=0 MTA Unknown
System.Xml.XmlNodeType None=0 Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment
  Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity XmlDeclaration
System.Data.SqlDbType BigInt=0
System.Diagnostics.ProcessPriorityClass Normal=32 Idle=64 High=128 RealTime=256 BelowNormal=16384 AboveNormal=32768
System.Diagnostics.EventLogEntryType Error=1 Warning=2 Information=4 SuccessAudit=8 FailureAudit=16
System.ServiceProcess.ServiceControllerStatus Stopped=1 StartPending StopPending Running ContinuePending PausePending
  Paused
System.ServiceProcess.ServiceStartMode Boot=0 System Automatic Manual Disabled
System.Management.Automation.WhereOperatorSelectionMode Default=0 First Last SkipUntil Until Split
System.Management.Automation.PSMemberTypes! AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16
  Properties=31 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512
  MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 All=16383
System.Management.Automation.PSMemberViewTypes! Extended=1 Adapted=2 Base=4 All=7
System.Management.Automation.ActionPreference SilentlyContinue=0 Stop Continue Inquire Ignore Suspend Break
System.Management.Automation.ConfirmImpact None=0 Low Medium High
System.Management.Automation.ValidateRangeKind Positive=0 NonNegative Negative NonPositive
System.Management.Automation.CommandTypes! Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32
  Script=64 Configuration=256 All=383
System.Management.Automation.CommandOrigin Runspace=0 Internal
System.Management.Automation.ErrorCategory NotSpecified=0 OpenError CloseError DeviceError DeadlockDetected
  InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled
  ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy
  ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError
  AuthenticationError LimitsExceeded QuotaExceeded NotEnabled
System.Management.Automation.ErrorView NormalView=0 CategoryView ConciseView DetailedView
System.Management.Automation.ScopedItemOptions! None=0 ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16
System.Management.Automation.SessionStateEntryVisibility Public=0 Private
System.Management.Automation.SplitOptions! SimpleMatch=1 RegexMatch=2 CultureInvariant=4 IgnorePatternWhitespace=8
  Multiline=16 Singleline=32 IgnoreCase=64 ExplicitCapture=128
System.Management.Automation.SwitchParameterState Absent=0 Present
System.Management.Automation.PSLanguageMode FullLanguage=0 RestrictedLanguage NoLanguage ConstrainedLanguage
System.Management.Automation.ModuleType Script=0 Binary Manifest Cim Workflow
System.Management.Automation.ModuleAccessMode ReadWrite=0 ReadOnly Constant
System.Management.Automation.RemoteStreamOptions! AddInvocationInfoToErrorRecord=1 AddInvocationInfoToWarningRecord=2\
 AddInvocationInfoToDebugRecord=4 AddInvocationInfoToVerboseRecord=8 AddInvocationInfo=15
System.Management.Automation.CompletionResultType Text=0 History Command ProviderItem ProviderContainer Property
  Method ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword
System.Management.Automation.JobState NotStarted=0 Running Completed Failed Stopped Blocked Suspended Disconnected
  Suspending Stopping AtBreakpoint
System.Management.Automation.PSTokenType Unknown=0 Command CommandParameter CommandArgument Number String Variable
  Member LoopLabel Attribute Type Operator GroupStart GroupEnd Keyword Comment StatementSeparator NewLine
  LineContinuation Position
System.Management.Automation.WildcardOptions! None=0 Compiled=1 IgnoreCase=2 CultureInvariant=4
System.Management.Automation.PSCredentialTypes! Generic=1 Domain=2 Default=3
System.Management.Automation.PSCredentialUIOptions! None=0 ValidateUserNameSyntax=1 Default=1 AlwaysPrompt=2
  ReadOnlyUserName=3
System.Management.Automation.ProgressView Minimal=0 Classic
System.Management.Automation.OutputRendering Host=0 PlainText Ansi
System.Management.Automation.ProgressRecordType Processing=0 Completed
System.Management.Automation.RollbackSeverity Error=0 TerminatingError Never
System.Management.Automation.ShouldProcessReason None=0 WhatIf
System.Management.Automation.VariableAccessMode Read=0 Write ReadWrite
System.Management.Automation.Alignment Undefined=0 Left Center Right
Microsoft.PowerShell.ExecutionPolicy Unrestricted=0 RemoteSigned AllSigned Restricted Default=3 Bypass Undefined
Microsoft.PowerShell.ExecutionPolicyScope Process=0 CurrentUser LocalMachine UserPolicy MachinePolicy
"""


def _members(words: list[str]) -> dict[str, int]:
    members: dict[str, int] = {}
    number = -1
    for word in words:
        name, has_number, text = word.partition("=")
        number = int(text) if has_number else number + 1
        members[name] = number
    return members


def register_table(table: str) -> None:
    """Register the enumerations of a table."""
    for line in table.strip().replace("\n  ", " ").splitlines():
        name, *words = line.split()
        if name.removesuffix("!").lower() not in TYPES:
            register_enum(name.removesuffix("!"), _members(words), flags=name.endswith("!"))


register_table(_TABLE)
