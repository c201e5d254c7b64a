"""Where the reference types that scripts use live: the module that registers each of them."""

from __future__ import annotations

from typing import Final

_CRYPTOGRAPHY: Final = """
HashAlgorithm KeyedHashAlgorithm HMAC MD5 SHA1 SHA256 SHA384 SHA512 HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512
MD5CryptoServiceProvider SHA1CryptoServiceProvider SHA256CryptoServiceProvider SHA384CryptoServiceProvider
SHA512CryptoServiceProvider SHA1Managed SHA256Managed SHA384Managed SHA512Managed RandomNumberGenerator
RNGCryptoServiceProvider
"""

SYSTEM_TYPES: Final[dict[str, str]] = {
    "dotnet.delegates": "MulticastDelegate EventHandler Text.RegularExpressions.MatchEvaluator Predicate`1"
    " Comparison`1 Converter`2 EventHandler`1 Action "
    + " ".join(f"Action`{count}" for count in range(1, 9))
    + " "
    + " ".join(f"Func`{count}" for count in range(1, 10)),
    "dotnet.linkedlists": "Collections.Generic.LinkedList`1 Collections.Generic.LinkedListNode`1"
    " Collections.Generic.PriorityQueue`2 Collections.Concurrent.ConcurrentBag`1",
    "dotnet.specialized": "Collections.Specialized.NameValueCollection Collections.Specialized.StringCollection"
    " Collections.Specialized.HybridDictionary Collections.Specialized.ListDictionary"
    " Collections.Specialized.StringDictionary Web.HttpUtility+HttpQSCollection",
    "dotnet.bits": "Collections.BitArray ArraySegment`1",
    "dotnet.comparers": "Collections.Generic.Comparer`1 Collections.Generic.EqualityComparer`1 Collections.Comparer"
    " Collections.CaseInsensitiveComparer",
    "dotnet.activation": "Activator AppDomain Lazy`1 Threading.Interlocked Threading.Monitor Threading.Mutex",
    "dotnet.machine": "IO.DriveInfo Net.Dns Net.IPHostEntry Runtime.InteropServices.OSPlatform Diagnostics.Debug"
    " Diagnostics.Trace Management.Automation.Platform Net.NetworkInformation.PhysicalAddress",
    "dotnet.processes": "Diagnostics.Process",
    "dotnet.xmlnamespaces": "Xml.XmlNamespaceManager",
    "dotnet.xmlwriting": "Xml.XmlWriter Xml.XmlTextWriter Xml.XmlWriterSettings",
    "dotnet.hashing": "Runtime.InteropServices.Marshal "
    + " ".join(f"Security.Cryptography.{each}" for each in _CRYPTOGRAPHY.split()),
    "dotnet.bytestreams": "IO.Stream IO.MemoryStream IO.FileStream",
    "dotnet.binaryio": "IO.BinaryReader IO.BinaryWriter",
    "dotnet.compression": "IO.Compression.GZipStream IO.Compression.DeflateStream IO.Compression.ZLibStream",
    "dotnet.webtext": "Web.HttpUtility Net.WebUtility",
    "dotnet.uribuilder": "UriBuilder",
    "dotnet.objectmodel": "Collections.ObjectModel.Collection`1 Collections.ObjectModel.ObservableCollection`1"
    " Collections.ObjectModel.ReadOnlyCollection`1",
    "dotnet.timers": "Timers.Timer Timers.ElapsedEventArgs",
}
"""Types of System by the module that registers them."""

AUTOMATION_TYPES: Final[dict[str, str]] = {
    "dotnet.wildcardpatterns": "WildcardPattern",
    "dotnet.languageprimitives": "LanguagePrimitives",
    "dotnet.psparser": "PSParser PSToken PSParseError",
    "dotnet.powershells": "PowerShell",
    "dotnet.psdata": "PSDataCollection`1 PSDataStreams PSInvocationStateInfo",
    "dotnet.pscommand": "PSCommand Runspaces.Command Runspaces.CommandCollection",
    "dotnet.runspaces": "Runspaces.Runspace Runspaces.RunspaceFactory Runspaces.RunspacePool"
    " Runspaces.InitialSessionState Runspaces.SessionStateVariableEntry Runspaces.SessionStateFunctionEntry"
    " Runspaces.SessionStateProxy Runspaces.RunspaceStateInfo",
}
"""Types of System.Management.Automation by the module that registers them."""

ENUMERATIONS: Final = """
System.IO.SeekOrigin
System.IO.Compression.CompressionMode
System.IO.Compression.CompressionLevel
System.IO.DriveType
System.Xml.Formatting
System.Management.Automation.PSInvocationState
System.Management.Automation.RunspaceMode
System.Management.Automation.Runspaces.RunspaceState
System.Management.Automation.Runspaces.RunspaceAvailability
System.Management.Automation.Runspaces.RunspacePoolState
System.Management.Automation.Runspaces.PSThreadOptions
System.Management.Automation.Runspaces.PipelineState
"""
"""Full names of enumerations."""

NOT_EMULATED: Final = frozenset(
    [
        "CimSession",
        "DscLocalConfigurationManager",
        "DscProperty",
        "DscResource",
        "ExperimentAction",
        "Experimental",
        "ExperimentalFeature",
        "NoRunspaceAffinity",
        "ObjectSecurity",
        "X500DistinguishedName",
        "X509Certificate",
        "cimclass",
        "cimconverter",
        "ciminstance",
        "cimtype",
        "pslistmodifier",
        "psprimitivedictionary",
    ]
)
"""Accelerators whose types are not here: naming one is PowerShell's TypeNotFound error."""
