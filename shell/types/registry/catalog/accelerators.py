"""PowerShell's accelerators: the short names of types."""

from __future__ import annotations

from typing import Final

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

NOT_EMULATED: Final = frozenset(
    [
        "DscLocalConfigurationManager",
        "DscProperty",
        "DscResource",
        "ExperimentAction",
        "Experimental",
        "ExperimentalFeature",
        "NoRunspaceAffinity",
        "ObjectSecurity",
        "X509Certificate",
        "cimclass",
        "cimconverter",
        "cimtype",
        "pslistmodifier",
        "psprimitivedictionary",
    ]
)
"""Accelerators whose types are not emulated: naming one is PowerShell's TypeNotFound error."""
