"""Cmdlets that PowerShell has and this program lacks: they are known, take any of their parameters, and fail.

The table has a line `[Area] reason` for each area; then a cmdlet, its module, whether it supports ShouldProcess, and
its parameters with their types.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import new_class
from typing import Any, Final

from shell.runtime.cmdlet import Cmdlet, parameter
from shell.runtime.errors import NotEmulatedException
from shell.runtime.objects import Value

_TABLE: Final = """
[Jobs] A job has ended when it can be looked at.
Debug-Job Microsoft.PowerShell.Core +ShouldProcess Job:System.Management.Automation.Job BreakAll:switch
    Name:string Id:int InstanceId:guid
[Remoting] There is no remoting to other computers.
Export-PSSession Microsoft.PowerShell.Utility OutputModule:string Force:switch Encoding:System.Text.Encoding
    CommandName:string[] AllowClobber:switch ArgumentList:object[]
    CommandType:System.Management.Automation.CommandTypes Module:string[]
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[] FormatTypeName:string[]
    Certificate:System.Security.Cryptography.X509Certificates.X509Certificate2
    Session:System.Management.Automation.Runspaces.PSSession
New-PSSessionConfigurationFile Microsoft.PowerShell.Core Path:string SchemaVersion:version Guid:guid
    Author:string Description:string CompanyName:string Copyright:string
    SessionType:System.Management.Automation.Remoting.SessionType TranscriptDirectory:string
    RunAsVirtualAccount:switch RunAsVirtualAccountGroups:string[] MountUserDrive:switch
    UserDriveMaximumSize:long GroupManagedServiceAccount:string ScriptsToProcess:string[]
    RoleDefinitions:System.Collections.IDictionary RequiredGroups:System.Collections.IDictionary
    LanguageMode:System.Management.Automation.PSLanguageMode
    ExecutionPolicy:Microsoft.PowerShell.ExecutionPolicy PowerShellVersion:version ModulesToImport:object[]
    VisibleAliases:string[] VisibleCmdlets:object[] VisibleFunctions:object[] VisibleExternalCommands:string[]
    VisibleProviders:string[] AliasDefinitions:System.Collections.IDictionary[]
    FunctionDefinitions:System.Collections.IDictionary[] VariableDefinitions:object
    EnvironmentVariables:System.Collections.IDictionary TypesToProcess:string[] FormatsToProcess:string[]
    AssembliesToLoad:string[] Full:switch
New-PSTransportOption Microsoft.PowerShell.Core MaxIdleTimeoutSec:System.Nullable`1[System.Int32]
    ProcessIdleTimeoutSec:System.Nullable`1[System.Int32] MaxSessions:System.Nullable`1[System.Int32]
    MaxConcurrentCommandsPerSession:System.Nullable`1[System.Int32]
    MaxSessionsPerUser:System.Nullable`1[System.Int32] MaxMemoryPerSessionMB:System.Nullable`1[System.Int32]
    MaxProcessesPerSession:System.Nullable`1[System.Int32] MaxConcurrentUsers:System.Nullable`1[System.Int32]
    IdleTimeoutSec:System.Nullable`1[System.Int32]
    OutputBufferingMode:System.Nullable`1[System.Management.Automation.Runspaces.OutputBufferingMode]
New-PSRoleCapabilityFile Microsoft.PowerShell.Core Path:string Guid:guid Author:string Description:string
    CompanyName:string Copyright:string ModulesToImport:object[] VisibleAliases:string[] VisibleCmdlets:object[]
    VisibleFunctions:object[] VisibleExternalCommands:string[] VisibleProviders:string[]
    ScriptsToProcess:string[] AliasDefinitions:System.Collections.IDictionary[]
    FunctionDefinitions:System.Collections.IDictionary[] VariableDefinitions:object
    EnvironmentVariables:System.Collections.IDictionary TypesToProcess:string[] FormatsToProcess:string[]
    AssembliesToLoad:string[]
Enter-PSHostProcess Microsoft.PowerShell.Core Id:int AppDomainName:string Process:System.Diagnostics.Process
    Name:string HostProcessInfo:Microsoft.PowerShell.Commands.PSHostProcessInfo CustomPipeName:string
Exit-PSHostProcess Microsoft.PowerShell.Core
Get-PSHostProcessInfo Microsoft.PowerShell.Core Name:string[] Process:System.Diagnostics.Process[] Id:int[]
[Instrumentation] What the lab's server says of itself can be read, and no more.
Invoke-WmiMethod Microsoft.PowerShell.Management +ShouldProcess InputObject:object Path:string Class:string Name:string
    ArgumentList:object[] Namespace:string ComputerName:string[] Credential:System.Management.Automation.PSCredential
Set-WmiInstance Microsoft.PowerShell.Management +ShouldProcess InputObject:object Path:string Class:string
    Arguments:hashtable PutType:object Namespace:string ComputerName:string[]
Remove-WmiObject Microsoft.PowerShell.Management +ShouldProcess InputObject:object Path:string Class:string
    Namespace:string ComputerName:string[]
Register-WmiEvent Microsoft.PowerShell.Management Class:string Query:string SourceIdentifier:string
    Action:scriptblock Namespace:string ComputerName:string
Invoke-CimMethod CimCmdlets +ShouldProcess InputObject:object ClassName:string Query:string MethodName:string
    Arguments:System.Collections.IDictionary Namespace:string ComputerName:string[] CimSession:object[]
Set-CimInstance CimCmdlets +ShouldProcess InputObject:object Query:string Property:System.Collections.IDictionary
    PassThru:switch ComputerName:string[] CimSession:object[]
New-CimInstance CimCmdlets +ShouldProcess ClassName:string Property:System.Collections.IDictionary ClientOnly:switch
    Key:string[] Namespace:string ComputerName:string[] CimSession:object[]
Remove-CimInstance CimCmdlets +ShouldProcess InputObject:object Query:string Namespace:string ComputerName:string[]
    CimSession:object[]
Get-CimAssociatedInstance CimCmdlets InputObject:object Association:string ResultClassName:string KeyOnly:switch
    Namespace:string ComputerName:string[] CimSession:object[]
Register-CimIndicationEvent CimCmdlets ClassName:string Query:string SourceIdentifier:string Action:scriptblock
    Namespace:string ComputerName:string CimSession:object
Get-Counter Microsoft.PowerShell.Diagnostics Counter:string[] ListSet:string[] SampleInterval:int MaxSamples:long
    Continuous:switch ComputerName:string[]
[Debugging] There is no debugger.
Debug-Runspace Microsoft.PowerShell.Utility +ShouldProcess
    Runspace:System.Management.Automation.Runspaces.Runspace BreakAll:switch Name:string Id:int InstanceId:guid
Disable-RunspaceDebug Microsoft.PowerShell.Utility RunspaceName:string[]
    Runspace:System.Management.Automation.Runspaces.Runspace[] RunspaceId:int[] RunspaceInstanceId:guid[]
    ProcessName:string AppDomainName:string[]
Enable-RunspaceDebug Microsoft.PowerShell.Utility BreakAll:switch RunspaceName:string[]
    Runspace:System.Management.Automation.Runspaces.Runspace[] RunspaceId:int[] RunspaceInstanceId:guid[]
    ProcessName:string AppDomainName:string[]
Get-RunspaceDebug Microsoft.PowerShell.Utility RunspaceName:string[]
    Runspace:System.Management.Automation.Runspaces.Runspace[] RunspaceId:int[] RunspaceInstanceId:guid[]
    ProcessName:string AppDomainName:string[]
Wait-Debugger Microsoft.PowerShell.Utility
Get-TraceSource Microsoft.PowerShell.Utility Name:string[]
Set-TraceSource Microsoft.PowerShell.Utility Name:string[]
    Option:System.Management.Automation.PSTraceSourceOptions ListenerOption:System.Diagnostics.TraceOptions
    FilePath:string Force:switch Debugger:switch PSHost:switch PassThru:switch RemoveListener:string[]
    RemoveFileListener:string[]
Trace-Command Microsoft.PowerShell.Utility InputObject:psobject Name:string[]
    Option:System.Management.Automation.PSTraceSourceOptions Expression:scriptblock
    ListenerOption:System.Diagnostics.TraceOptions FilePath:string Force:switch Debugger:switch PSHost:switch
    Command:string ArgumentList:object[]
[Computer] The lab does not control this computer.
Restart-Computer Microsoft.PowerShell.Management +ShouldProcess
Stop-Computer Microsoft.PowerShell.Management +ShouldProcess
Switch-Process Microsoft.PowerShell.Core WithCommand:string[]
[Secrets] Messages are not encrypted here.
Get-CmsMessage Microsoft.PowerShell.Security Content:string Path:string LiteralPath:string
Protect-CmsMessage Microsoft.PowerShell.Security To:System.Management.Automation.CmsMessageRecipient[]
    Content:psobject OutFile:string Path:string LiteralPath:string
Unprotect-CmsMessage Microsoft.PowerShell.Security EventLogRecord:psobject IncludeContext:switch
    To:System.Management.Automation.CmsMessageRecipient[] Content:string Path:string LiteralPath:string
Get-PfxCertificate Microsoft.PowerShell.Security FilePath:string[] Password:System.Security.SecureString
    NoPromptForPassword:switch LiteralPath:string[]
[Certificates] Import-ExchangeCertificate and Export-ExchangeCertificate take certificates in and out.
Import-Certificate PKI +ShouldProcess FilePath:string CertStoreLocation:string
Import-PfxCertificate PKI +ShouldProcess FilePath:string CertStoreLocation:string
    Password:System.Security.SecureString Exportable:switch
Export-PfxCertificate PKI +ShouldProcess Cert:object PFXData:object FilePath:string
    Password:System.Security.SecureString ProtectTo:string[] ChainOption:string Force:switch NoClobber:switch
[Features] There are no experimental features or subsystems.
Disable-ExperimentalFeature Microsoft.PowerShell.Core +ShouldProcess Name:string[]
    Scope:System.Management.Automation.Configuration.ConfigScope
Enable-ExperimentalFeature Microsoft.PowerShell.Core +ShouldProcess Name:string[]
    Scope:System.Management.Automation.Configuration.ConfigScope
Get-ExperimentalFeature Microsoft.PowerShell.Core Name:string[]
Get-PSSubsystem Microsoft.PowerShell.Core Kind:System.Management.Automation.Subsystem.SubsystemKind
    SubsystemType:System.Type
[Web] The lab does not reach web servers.
Invoke-RestMethod Microsoft.PowerShell.Utility FollowRelLink:switch MaximumFollowRelLink:int
    ResponseHeadersVariable:string StatusCodeVariable:string UseBasicParsing:switch Uri:uri
    HttpVersion:version WebSession:Microsoft.PowerShell.Commands.WebRequestSession SessionVariable:string
    AllowUnencryptedAuthentication:switch Authentication:Microsoft.PowerShell.Commands.WebAuthenticationType
    Credential:System.Management.Automation.PSCredential UseDefaultCredentials:switch
    CertificateThumbprint:string Certificate:System.Security.Cryptography.X509Certificates.X509Certificate
    SkipCertificateCheck:switch SslProtocol:Microsoft.PowerShell.Commands.WebSslProtocol
    Token:System.Security.SecureString UserAgent:string DisableKeepAlive:switch ConnectionTimeoutSeconds:int
    OperationTimeoutSeconds:int Headers:System.Collections.IDictionary SkipHeaderValidation:switch
    AllowInsecureRedirect:switch MaximumRedirection:int MaximumRetryCount:int
    PreserveAuthorizationOnRedirect:switch RetryIntervalSec:int
    Method:Microsoft.PowerShell.Commands.WebRequestMethod PreserveHttpMethodOnRedirect:switch
    UnixSocket:System.Net.Sockets.UnixDomainSocketEndPoint Proxy:uri
    ProxyCredential:System.Management.Automation.PSCredential ProxyUseDefaultCredentials:switch Body:object
    Form:System.Collections.IDictionary ContentType:string TransferEncoding:string InFile:string
    OutFile:string PassThru:switch Resume:switch SkipHttpErrorCheck:switch NoProxy:switch CustomMethod:string
Invoke-WebRequest Microsoft.PowerShell.Utility UseBasicParsing:switch Uri:uri HttpVersion:version
    WebSession:Microsoft.PowerShell.Commands.WebRequestSession SessionVariable:string
    AllowUnencryptedAuthentication:switch Authentication:Microsoft.PowerShell.Commands.WebAuthenticationType
    Credential:System.Management.Automation.PSCredential UseDefaultCredentials:switch
    CertificateThumbprint:string Certificate:System.Security.Cryptography.X509Certificates.X509Certificate
    SkipCertificateCheck:switch SslProtocol:Microsoft.PowerShell.Commands.WebSslProtocol
    Token:System.Security.SecureString UserAgent:string DisableKeepAlive:switch ConnectionTimeoutSeconds:int
    OperationTimeoutSeconds:int Headers:System.Collections.IDictionary SkipHeaderValidation:switch
    AllowInsecureRedirect:switch MaximumRedirection:int MaximumRetryCount:int
    PreserveAuthorizationOnRedirect:switch RetryIntervalSec:int
    Method:Microsoft.PowerShell.Commands.WebRequestMethod PreserveHttpMethodOnRedirect:switch
    UnixSocket:System.Net.Sockets.UnixDomainSocketEndPoint Proxy:uri
    ProxyCredential:System.Management.Automation.PSCredential ProxyUseDefaultCredentials:switch Body:object
    Form:System.Collections.IDictionary ContentType:string TransferEncoding:string InFile:string
    OutFile:string PassThru:switch Resume:switch SkipHttpErrorCheck:switch NoProxy:switch CustomMethod:string
[Tools] Mail administration does not need it.
Export-FormatData Microsoft.PowerShell.Utility
    InputObject:System.Management.Automation.ExtendedTypeDefinition[] Path:string Force:switch
    NoClobber:switch IncludeScriptBlock:switch LiteralPath:string
[Help] Help is part of the program.
Save-Help Microsoft.PowerShell.Core DestinationPath:string[] Module:System.Management.Automation.PSModuleInfo[]
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[]
    UICulture:System.Globalization.CultureInfo[] Credential:System.Management.Automation.PSCredential
    UseDefaultCredentials:switch Force:switch Scope:Microsoft.PowerShell.Commands.UpdateHelpScope
    LiteralPath:string[]
Update-Help Microsoft.PowerShell.Core +ShouldProcess Module:string[]
    FullyQualifiedModule:Microsoft.PowerShell.Commands.ModuleSpecification[] SourcePath:string[] Recurse:switch
    UICulture:System.Globalization.CultureInfo[] Credential:System.Management.Automation.PSCredential
    UseDefaultCredentials:switch Force:switch Scope:Microsoft.PowerShell.Commands.UpdateHelpScope
    LiteralPath:string[]
"""


class NotEmulated(Cmdlet):
    """A cmdlet that fails. `area` and `reason` say why; the error's id is `NotEmulated` and the area."""

    area = ""
    reason = ""

    anything: Value = parameter(
        "object", position=0, remaining=True, pipeline=True, hidden=True, help="Taken and unused."
    )

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
    should_process = rest[:1] == ["+ShouldProcess"]
    declared = rest[1:] if should_process else rest

    def body(namespace: dict[str, Any]) -> None:
        namespace.update(__doc__=f"Not emulated: {reason}", __module__=__name__, area=area, reason=reason)
        for place, each in enumerate(declared):
            parameter_name, _, type_name = each.partition(":")
            namespace[f"parameter_{place}"] = _parameter(parameter_name, type_name)

    keywords = {"verb": verb, "noun": noun, "module": module, "should_process": should_process}
    return new_class(verb + noun, (NotEmulated,), keywords, body)


def _parameter(name: str, type_name: str) -> Value:
    """Declare a parameter; only switches keep their type, so that whatever is given reaches the refusal."""
    return parameter("switch" if type_name == "switch" else "object", name=name, help=f"{type_name}: has no effect.")


for _area, _reason, _words in _entries():
    _made = _make(_area, _reason, _words)
    globals()[_made.__name__] = _made
