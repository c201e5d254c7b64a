"""Cmdlets that PowerShell has and this program lacks: they are known, take any of their parameters, and fail.

The table has a line `[Area] reason` for each area; then a cmdlet, its module, whether it supports ShouldProcess, its
default set (`=Set`), and its parameters: `Name|Alias:type/Set,Set(flags);Set(flags)`. Without sets it is in all. The
flags are `!` for mandatory, a position, `v` for pipeline, `n` for property names, `r` for what is left over. `~` at the
end of a set's name is short for ParameterSet. Behind the type stand `?` for not null, `*` for not empty either, and
`{least..greatest}` or `{one,other}`. `+Anything` marks cmdlets whose sets are not known: they take any value.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import new_class
from typing import Any, Final

from shell.engine.commands.cmdlet import ALL_SETS, Cmdlet, SetMembership, parameter
from shell.values.errors import NotEmulatedException
from shell.values.objects import Value

_TABLE: Final = """
[Jobs] A job has ended when it can be looked at.
Debug-Job Microsoft.PowerShell.Core +ShouldProcess =Job~ Job:System.Management.Automation.Job/Job~(!0vn)
    BreakAll:switch Name:string/JobName~(!0) Id:int/JobId~(!0) InstanceId:guid/JobInstanceId~(!0)
[Remoting] There is no remoting to other computers.
Export-PSSession Microsoft.PowerShell.Utility OutputModule|PSPath|ModuleName:string*/(!1) Force:switch
    Encoding:System.Text.Encoding* CommandName|Name:string[]/(2) AllowClobber:switch ArgumentList|Args:object[]
    CommandType|Type:System.Management.Automation.CommandTypes Module|PSSnapin:string[]?
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[]? FormatTypeName:string[]/(3)
    Certificate:System.Security.Cryptography.X509Certificates.X509Certificate2
    Session:System.Management.Automation.Runspaces.PSSession?/(!0)
New-PSSessionConfigurationFile Microsoft.PowerShell.Core Path:string*/(!0) SchemaVersion:version? Guid:guid
    Author:string Description:string CompanyName:string Copyright:string
    SessionType:System.Management.Automation.Remoting.SessionType TranscriptDirectory:string
    RunAsVirtualAccount:switch RunAsVirtualAccountGroups:string[] MountUserDrive:switch UserDriveMaximumSize:long
    GroupManagedServiceAccount:string ScriptsToProcess:string[] RoleDefinitions:System.Collections.IDictionary
    RequiredGroups:System.Collections.IDictionary LanguageMode:System.Management.Automation.PSLanguageMode
    ExecutionPolicy:Microsoft.PowerShell.ExecutionPolicy PowerShellVersion:version ModulesToImport:object[]
    VisibleAliases:string[] VisibleCmdlets:object[] VisibleFunctions:object[] VisibleExternalCommands:string[]
    VisibleProviders:string[] AliasDefinitions:System.Collections.IDictionary[]
    FunctionDefinitions:System.Collections.IDictionary[] VariableDefinitions:object
    EnvironmentVariables:System.Collections.IDictionary TypesToProcess:string[] FormatsToProcess:string[]
    AssembliesToLoad:string[] Full:switch
New-PSTransportOption Microsoft.PowerShell.Core MaxIdleTimeoutSec:System.Nullable`1[System.Int32]{60..2147483}/(n)
    ProcessIdleTimeoutSec:System.Nullable`1[System.Int32]{0..1209600}/(n)
    MaxSessions:System.Nullable`1[System.Int32]{1..2147483647}/(n)
    MaxConcurrentCommandsPerSession:System.Nullable`1[System.Int32]{1..2147483647}/(n)
    MaxSessionsPerUser:System.Nullable`1[System.Int32]{1..2147483647}/(n)
    MaxMemoryPerSessionMB:System.Nullable`1[System.Int32]{5..2147483647}/(n)
    MaxProcessesPerSession:System.Nullable`1[System.Int32]{1..2147483647}/(n)
    MaxConcurrentUsers:System.Nullable`1[System.Int32]{1..100}/(n)
    IdleTimeoutSec:System.Nullable`1[System.Int32]{60..2147483}/(n)
    OutputBufferingMode:System.Nullable`1[System.Management.Automation.Runspaces.OutputBufferingMode]/(n)
New-PSRoleCapabilityFile Microsoft.PowerShell.Core Path:string*/(!0) Guid:guid Author:string Description:string
    CompanyName:string Copyright:string ModulesToImport:object[] VisibleAliases:string[] VisibleCmdlets:object[]
    VisibleFunctions:object[] VisibleExternalCommands:string[] VisibleProviders:string[] ScriptsToProcess:string[]
    AliasDefinitions:System.Collections.IDictionary[] FunctionDefinitions:System.Collections.IDictionary[]
    VariableDefinitions:object EnvironmentVariables:System.Collections.IDictionary TypesToProcess:string[]
    FormatsToProcess:string[] AssembliesToLoad:string[]
Enter-PSHostProcess Microsoft.PowerShell.Core =ProcessId~ Id:int{0..2147483647}/ProcessId~(!0)
    AppDomainName:string*/ProcessId~,Process~,ProcessName~,PSHostProcessInfo~(1)
    Process:System.Diagnostics.Process?/Process~(!0v) Name:string*/ProcessName~(!0)
    HostProcessInfo:Microsoft.PowerShell.Commands.PSHostProcessInfo?/PSHostProcessInfo~(!0v)
    CustomPipeName:string/PipeName~(!)
Exit-PSHostProcess Microsoft.PowerShell.Core
Get-PSHostProcessInfo Microsoft.PowerShell.Core =ProcessName~ Name:string[]*/ProcessName~(0)
    Process:System.Diagnostics.Process[]*/Process~(!0v) Id:int[]*/ProcessId~(!0)
[Instrumentation] What the lab's server says of itself can be read, and no more.
Invoke-WmiMethod Microsoft.PowerShell.Management +ShouldProcess +Anything InputObject:object Path:string Class:string
    Name:string ArgumentList:object[] Namespace:string ComputerName:string[]
    Credential:System.Management.Automation.PSCredential
Set-WmiInstance Microsoft.PowerShell.Management +ShouldProcess +Anything InputObject:object Path:string Class:string
    Arguments:hashtable PutType:object Namespace:string ComputerName:string[]
Remove-WmiObject Microsoft.PowerShell.Management +ShouldProcess +Anything InputObject:object Path:string Class:string
    Namespace:string ComputerName:string[]
Register-WmiEvent Microsoft.PowerShell.Management +Anything Class:string Query:string SourceIdentifier:string
    Action:scriptblock Namespace:string ComputerName:string
Invoke-CimMethod CimCmdlets +ShouldProcess +Anything InputObject:object ClassName:string Query:string
    MethodName:string Arguments:System.Collections.IDictionary Namespace:string ComputerName:string[]
    CimSession:object[]
Set-CimInstance CimCmdlets +ShouldProcess +Anything InputObject:object Query:string
    Property:System.Collections.IDictionary PassThru:switch ComputerName:string[] CimSession:object[]
New-CimInstance CimCmdlets +ShouldProcess +Anything ClassName:string Property:System.Collections.IDictionary
    ClientOnly:switch Key:string[] Namespace:string ComputerName:string[] CimSession:object[]
Remove-CimInstance CimCmdlets +ShouldProcess +Anything InputObject:object Query:string Namespace:string
    ComputerName:string[] CimSession:object[]
Get-CimAssociatedInstance CimCmdlets +Anything InputObject:object Association:string ResultClassName:string
    KeyOnly:switch Namespace:string ComputerName:string[] CimSession:object[]
Register-CimIndicationEvent CimCmdlets +Anything ClassName:string Query:string SourceIdentifier:string
    Action:scriptblock Namespace:string ComputerName:string CimSession:object
Get-Counter Microsoft.PowerShell.Diagnostics +Anything Counter:string[] ListSet:string[] SampleInterval:int
    MaxSamples:long Continuous:switch ComputerName:string[]
[Debugging] There is no debugger.
Debug-Runspace Microsoft.PowerShell.Utility +ShouldProcess =Runspace~
    Runspace:System.Management.Automation.Runspaces.Runspace/Runspace~(!0vn) BreakAll:switch Name:string/Name~(!0)
    Id:int/Id~(!0) InstanceId:guid/InstanceId~(!0)
Disable-RunspaceDebug Microsoft.PowerShell.Utility =RunspaceName~ RunspaceName:string[]*/RunspaceName~(0)
    Runspace:System.Management.Automation.Runspaces.Runspace[]*/Runspace~(!0vn) RunspaceId:int[]*/RunspaceId~(!0)
    RunspaceInstanceId:guid[]*/RunspaceInstanceId~(!0) ProcessName:string*/ProcessName~(0)
    AppDomainName:string[]*/ProcessName~(1)
Enable-RunspaceDebug Microsoft.PowerShell.Utility =RunspaceName~
    BreakAll:switch/RunspaceName~,Runspace~,RunspaceId~(1) RunspaceName:string[]*/RunspaceName~(0)
    Runspace:System.Management.Automation.Runspaces.Runspace[]*/Runspace~(!0vn) RunspaceId:int[]*/RunspaceId~(!0)
    RunspaceInstanceId:guid[]*/RunspaceInstanceId~(!0) ProcessName:string*/ProcessName~(0)
    AppDomainName:string[]*/ProcessName~(1)
Get-RunspaceDebug Microsoft.PowerShell.Utility =RunspaceName~ RunspaceName:string[]*/RunspaceName~(0)
    Runspace:System.Management.Automation.Runspaces.Runspace[]*/Runspace~(!0vn) RunspaceId:int[]*/RunspaceId~(!0)
    RunspaceInstanceId:guid[]*/RunspaceInstanceId~(!0) ProcessName:string*/ProcessName~(0)
    AppDomainName:string[]*/ProcessName~(1)
Wait-Debugger Microsoft.PowerShell.Utility
Get-TraceSource Microsoft.PowerShell.Utility Name:string[]*/(0vn)
Set-TraceSource Microsoft.PowerShell.Utility =optionsSet Name:string[]/(!0vn)
    Option:System.Management.Automation.PSTraceSourceOptions/optionsSet(1n)
    ListenerOption:System.Diagnostics.TraceOptions/optionsSet FilePath|PSPath|Path:string/optionsSet
    Force:switch/optionsSet Debugger:switch/optionsSet PSHost:switch/optionsSet PassThru:switch/optionsSet
    RemoveListener:string[]*/removeAllListenersSet RemoveFileListener:string[]*/removeFileListenersSet
Trace-Command Microsoft.PowerShell.Utility =expressionSet InputObject:psobject/(v) Name:string[]/(!0)
    Option:System.Management.Automation.PSTraceSourceOptions/(2) Expression:scriptblock/expressionSet(!1)
    ListenerOption:System.Diagnostics.TraceOptions FilePath|PSPath|Path:string Force:switch Debugger:switch
    PSHost:switch Command:string/commandSet(!1) ArgumentList|Args:object[]/commandSet(r)
[Computer] The lab does not control this computer.
Restart-Computer Microsoft.PowerShell.Management +ShouldProcess
    ComputerName|CN|__SERVER|Server|IPAddress:string[]/(0vn) Credential:pscredential/(1) Force|f:switch Wait:switch
    Timeout|TimeoutSec:int For:object Delay:short WsmanAuthentication:string
Stop-Computer Microsoft.PowerShell.Management +ShouldProcess
    ComputerName|CN|__SERVER|Server|IPAddress:string[]/(0) Credential:pscredential/(1) Force:switch
    WsmanAuthentication:string
Switch-Process Microsoft.PowerShell.Core WithCommand:string[]/(0r)
[Accounts] The lab's accounts are those of its domain: Get-ADUser, Get-Mailbox.
Get-LocalUser Microsoft.PowerShell.LocalAccounts =Default Name:string[]*/Default(0vn)
    SID:object[]*/SecurityIdentifier(0vn)
Get-LocalGroup Microsoft.PowerShell.LocalAccounts =Default Name:string[]*/Default(0vn)
    SID:object[]*/SecurityIdentifier(0vn)
Get-LocalGroupMember Microsoft.PowerShell.LocalAccounts =Default Name:string/Default(!0vn) Member:string/(1)
    Group:object/Group(!0vn) SID:object/SecurityIdentifier(!0vn)
[Secrets] Messages are not encrypted here.
Get-CmsMessage Microsoft.PowerShell.Security Content:string/ByContent(!0v) Path:string/ByPath(!1)
    LiteralPath:string/ByLiteralPath(!1)
Protect-CmsMessage Microsoft.PowerShell.Security =ByContent To:System.Management.Automation.CmsMessageRecipient[]/(!0)
    Content:psobject/ByContent(!1v) OutFile:string/(2) Path:string/ByPath(!1) LiteralPath:string/ByLiteralPath(!1)
Unprotect-CmsMessage Microsoft.PowerShell.Security =ByWinEvent EventLogRecord:psobject/ByWinEvent(!0v)
    IncludeContext:switch To:System.Management.Automation.CmsMessageRecipient[]/(1) Content:string/ByContent(!0vn)
    Path:string/ByPath(!0) LiteralPath:string/ByLiteralPath(!0)
Get-PfxCertificate Microsoft.PowerShell.Security =ByPath FilePath:string[]/ByPath(!0vn) Password:securestring
    NoPromptForPassword:switch LiteralPath|PSPath|LP:string[]/ByLiteralPath(!n)
[Certificates] Import-ExchangeCertificate and Export-ExchangeCertificate take certificates in and out.
Import-Certificate PKI +ShouldProcess +Anything FilePath:string CertStoreLocation:string
Import-PfxCertificate PKI +ShouldProcess +Anything FilePath:string CertStoreLocation:string
    Password:System.Security.SecureString Exportable:switch
Export-PfxCertificate PKI +ShouldProcess +Anything Cert:object PFXData:object FilePath:string
    Password:System.Security.SecureString ProtectTo:string[] ChainOption:string Force:switch NoClobber:switch
[Features] There are no experimental features or subsystems.
Disable-ExperimentalFeature Microsoft.PowerShell.Core +ShouldProcess Name:string[]/(!0n)
    Scope:System.Management.Automation.Configuration.ConfigScope
Enable-ExperimentalFeature Microsoft.PowerShell.Core +ShouldProcess Name:string[]/(!0n)
    Scope:System.Management.Automation.Configuration.ConfigScope
Get-ExperimentalFeature Microsoft.PowerShell.Core Name:string[]*/(0v)
Get-PSSubsystem Microsoft.PowerShell.Core =GetAllSet
    Kind:System.Management.Automation.Subsystem.SubsystemKind/GetByKindSet(!v) SubsystemType:type/GetByTypeSet(!v)
[Web] The lab does not reach web servers.
Invoke-RestMethod Microsoft.PowerShell.Utility =StandardMethod FollowRelLink|FL:switch
    MaximumFollowRelLink|ML:int{1..2147483647} ResponseHeadersVariable|RHV:string StatusCodeVariable:string
    UseBasicParsing:switch Uri:uri*/(!0) HttpVersion:version
    WebSession:Microsoft.PowerShell.Commands.WebRequestSession SessionVariable|SV:string
    AllowUnencryptedAuthentication:switch Authentication:Microsoft.PowerShell.Commands.WebAuthenticationType
    Credential:pscredential UseDefaultCredentials:switch CertificateThumbprint:string*
    Certificate:System.Security.Cryptography.X509Certificates.X509Certificate? SkipCertificateCheck:switch
    SslProtocol:Microsoft.PowerShell.Commands.WebSslProtocol Token:securestring UserAgent:string
    DisableKeepAlive:switch ConnectionTimeoutSeconds|TimeoutSec:int{0..2147483647}
    OperationTimeoutSeconds:int{0..2147483647} Headers:System.Collections.IDictionary SkipHeaderValidation:switch
    AllowInsecureRedirect:switch MaximumRedirection:int{0..2147483647} MaximumRetryCount:int{0..2147483647}
    PreserveAuthorizationOnRedirect:switch RetryIntervalSec:int{1..2147483647}
    Method:Microsoft.PowerShell.Commands.WebRequestMethod/StandardMethod,StandardMethodNoProxy
    PreserveHttpMethodOnRedirect:switch UnixSocket:System.Net.Sockets.UnixDomainSocketEndPoint*
    Proxy:uri/StandardMethod,CustomMethod ProxyCredential:pscredential/StandardMethod,CustomMethod
    ProxyUseDefaultCredentials:switch/StandardMethod,CustomMethod Body:object/(v) Form:System.Collections.IDictionary
    ContentType:string TransferEncoding:string{chunked,compress,deflate,gzip,identity} InFile:string* OutFile:string*
    PassThru:switch Resume:switch SkipHttpErrorCheck:switch
    NoProxy:switch/StandardMethodNoProxy,CustomMethodNoProxy(!)
    CustomMethod|CM:string*/CustomMethod,CustomMethodNoProxy(!)
Invoke-WebRequest Microsoft.PowerShell.Utility =StandardMethod UseBasicParsing:switch Uri:uri*/(!0)
    HttpVersion:version WebSession:Microsoft.PowerShell.Commands.WebRequestSession SessionVariable|SV:string
    AllowUnencryptedAuthentication:switch Authentication:Microsoft.PowerShell.Commands.WebAuthenticationType
    Credential:pscredential UseDefaultCredentials:switch CertificateThumbprint:string*
    Certificate:System.Security.Cryptography.X509Certificates.X509Certificate? SkipCertificateCheck:switch
    SslProtocol:Microsoft.PowerShell.Commands.WebSslProtocol Token:securestring UserAgent:string
    DisableKeepAlive:switch ConnectionTimeoutSeconds|TimeoutSec:int{0..2147483647}
    OperationTimeoutSeconds:int{0..2147483647} Headers:System.Collections.IDictionary SkipHeaderValidation:switch
    AllowInsecureRedirect:switch MaximumRedirection:int{0..2147483647} MaximumRetryCount:int{0..2147483647}
    PreserveAuthorizationOnRedirect:switch RetryIntervalSec:int{1..2147483647}
    Method:Microsoft.PowerShell.Commands.WebRequestMethod/StandardMethod,StandardMethodNoProxy
    PreserveHttpMethodOnRedirect:switch UnixSocket:System.Net.Sockets.UnixDomainSocketEndPoint*
    Proxy:uri/StandardMethod,CustomMethod ProxyCredential:pscredential/StandardMethod,CustomMethod
    ProxyUseDefaultCredentials:switch/StandardMethod,CustomMethod Body:object/(v) Form:System.Collections.IDictionary
    ContentType:string TransferEncoding:string{chunked,compress,deflate,gzip,identity} InFile:string* OutFile:string*
    PassThru:switch Resume:switch SkipHttpErrorCheck:switch
    NoProxy:switch/StandardMethodNoProxy,CustomMethodNoProxy(!)
    CustomMethod|CM:string*/CustomMethod,CustomMethodNoProxy(!)
[Tools] Mail administration does not need it.
Export-FormatData Microsoft.PowerShell.Utility =ByPath
    InputObject:System.Management.Automation.ExtendedTypeDefinition[]/(!v) Path|FilePath:string/ByPath(!) Force:switch
    NoClobber|NoOverwrite:switch IncludeScriptBlock:switch LiteralPath|PSPath|LP:string/ByLiteralPath(!)
[Help] Help is part of the program.
Save-Help Microsoft.PowerShell.Core =Path DestinationPath|Path:string[]?/Path(!0)
    Module|Name:System.Management.Automation.PSModuleInfo[]?/(1vn)
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[]?/(n) UICulture:cultureinfo[]?/(2)
    Credential:pscredential UseDefaultCredentials:switch Force:switch
    Scope:Microsoft.PowerShell.Commands.UpdateHelpScope/(n) LiteralPath|PSPath|LP:string[]?/LiteralPath(!)
Update-Help Microsoft.PowerShell.Core +ShouldProcess =Path Module|Name:string[]?/(0n)
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[]?/(n) SourcePath|Path:string[]?/Path(1)
    Recurse:switch UICulture:cultureinfo[]?/(2) Credential:pscredential UseDefaultCredentials:switch Force:switch
    Scope:Microsoft.PowerShell.Commands.UpdateHelpScope/(n) LiteralPath|PSPath|LP:string[]?/LiteralPath(n)
"""


_UNKNOWN: Final = frozenset(
    {
        "Microsoft.PowerShell.Commands.PSHostProcessInfo",
        "Microsoft.PowerShell.Commands.WebRequestSession",
        "System.Management.Automation.CmsMessageRecipient[]",
        "System.Net.Sockets.UnixDomainSocketEndPoint",
        "System.Security.Cryptography.X509Certificates.X509Certificate",
    }
)
"""Types that are declared nowhere here."""


class NotEmulated(Cmdlet):
    """A cmdlet that fails. `area` and `reason` say why; the error's id is `NotEmulated` and the area."""

    area = ""
    reason = ""

    def begin(self) -> None:
        """Fail."""
        name = self.command_name()
        raise NotEmulatedException(f"{name} is not emulated. {self.reason}", error_id=f"NotEmulated{self.area}")


def _entries() -> Iterator[tuple[str, str, list[str]]]:
    """Yield (area, reason, words) for each cmdlet."""
    area = reason = ""
    words: list[str] = []
    for line in _TABLE.strip().splitlines():
        if line.startswith(" "):
            words += line.split()
            continue
        if words:
            yield area, reason, words
            words = []
        if line.startswith("["):
            area, _, reason = line[1:].partition("] ")
        else:
            words = line.split()
    if words:
        yield area, reason, words


def _make(area: str, reason: str, words: list[str]) -> type[Cmdlet]:
    name, module, *rest = words
    verb, _, noun = name.partition("-")
    marks = [each for each in rest if each[0] in "+="]
    default_set = next((_set_name(each[1:]) for each in marks if each.startswith("=")), None)
    anything = "+Anything" in marks

    def body(namespace: dict[str, Any]) -> None:
        namespace.update(__doc__=f"Not emulated: {reason}", __module__=__name__, area=area, reason=reason)
        if anything:
            namespace["anything"] = parameter(
                "object", position=0, remaining=True, pipeline=True, hidden=True, help="Taken and unused."
            )
        for place, each in enumerate(rest[len(marks) :]):
            namespace[f"parameter_{place}"] = _parameter(each, reason, anything)

    should_process = "+ShouldProcess" in marks
    keywords = {"verb": verb, "noun": noun, "module": module, "should_process": should_process}
    return new_class(verb + noun, (NotEmulated,), {**keywords, "default_set": default_set}, body)


def _parameter(declared: str, reason: str, anything: bool) -> Value:
    """Declare a parameter. Where anything is taken only switches keep their type, so that it reaches the refusal.

    A value of a type that is not known here cannot be given: the parameter itself refuses it.
    """
    written, _, sets = declared.partition("/")
    names, _, kind = written.partition(":")
    name, *aliases = names.split("|")
    kind, _, limits = kind.rstrip("}").partition("{")
    type_name = kind.rstrip("?*")
    taken = "object" if anything and type_name != "switch" else type_name
    least, ranged, greatest = limits.partition("..")
    return parameter(
        taken,
        name=name,
        aliases=aliases,
        sets=_sets(sets),
        range=(int(least), int(greatest)) if ranged else None,
        values=limits.split(",") if limits and not ranged else (),
        not_null="?" in kind,
        not_null_or_empty="*" in kind,
        refused=reason if taken in _UNKNOWN else None,
        help="It has no effect.",
    )


def _sets(text: str) -> dict[str, SetMembership] | None:
    made: dict[str, SetMembership] = {}
    for group in text.split(";") if text else ():
        names, _, flags = group.partition("(")
        place = "".join(filter(str.isdecimal, flags))
        position = int(place) if place else None
        membership = SetMembership("!" in flags, position, "v" in flags, "n" in flags, "r" in flags)
        made.update((_set_name(name) or ALL_SETS, membership) for name in names.split(","))
    return made or None


def _set_name(written: str) -> str:
    return written.replace("~", "ParameterSet")


for _area, _reason, _words in _entries():
    _made = _make(_area, _reason, _words)
    globals()[_made.__name__] = _made
