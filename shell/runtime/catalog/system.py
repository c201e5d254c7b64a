"""Types of System by the module (below `shell.runtime`) that registers them."""

from __future__ import annotations

from typing import Final

_CRYPTOGRAPHY: Final = """
HashAlgorithm KeyedHashAlgorithm HMAC MD5 SHA1 SHA256 SHA384 SHA512 HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512
MD5CryptoServiceProvider SHA1CryptoServiceProvider SHA256CryptoServiceProvider SHA384CryptoServiceProvider
SHA512CryptoServiceProvider SHA1Managed SHA256Managed SHA384Managed SHA512Managed RandomNumberGenerator
RNGCryptoServiceProvider
"""

SYSTEM_TYPES: Final[dict[str, str]] = {
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
    "dotnet.timezones": "TimeZone TimeZoneInfo TimeZoneNotFoundException",
    "dotnet.tuples": "Tuple ValueTuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7 ValueTuple`1"
    " ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7",
    "dotnet.identifiers": "Guid Version",
    "dotnet.uris": "Uri UriFormatException",
    "dotnet.regexes": "Text.RegularExpressions.Regex Text.RegularExpressions.Match Text.RegularExpressions.Group"
    " Text.RegularExpressions.Capture Text.RegularExpressions.MatchCollection Text.RegularExpressions.GroupCollection"
    " Text.RegularExpressions.CaptureCollection",
    "dotnet.network": "Net.IPAddress Net.IPEndPoint Net.Mail.MailAddress Net.Sockets.SocketException",
    "dotnet.asyncresults": "IAsyncResult Threading.WaitHandle",
    "dotnet.sockets": "Net.Sockets.TcpClient Net.Sockets.NetworkStream Net.Sockets.Socket",
    "dotnet.mailmessages": "Net.Mail.MailMessage Net.Mail.Attachment Net.Mail.MailAddressCollection"
    " Net.Mail.AttachmentCollection",
    "dotnet.smtpclient": "Net.Mail.SmtpClient Net.Mail.SmtpException Net.Mail.SmtpFailedRecipientException",
    "dotnet.converting": "Convert",
    "dotnet.bitconverting": "BitConverter",
    "dotnet.stringbuilder": "Text.StringBuilder",
    "dotnet.encodings": "Text.Encoding Text.UTF8Encoding Text.UnicodeEncoding Text.ASCIIEncoding Text.UTF32Encoding",
    "dotnet.stringcomparers": "StringComparer",
    "dotnet.keys": "ConsoleKeyInfo",
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
    "dotnet.worldtext": "Globalization.StringInfo Globalization.CharUnicodeInfo Globalization.IdnMapping"
    " Globalization.RegionInfo",
    "dotnet.ipnetworks": "Net.IPNetwork",
    "dotnet.memory": "Buffer WeakReference HashCode",
    "dotnet.xmlconverting": "Xml.XmlConvert Security.SecurityElement",
    "dotnet.textinfo": "Globalization.TextInfo Globalization.CompareInfo",
    "dotnet.cultureformats": "Globalization.NumberFormatInfo Globalization.DateTimeFormatInfo",
    "dotnet.xmlmembers": "Xml.XmlNode Xml.XmlDocument Xml.XmlElement Xml.XmlAttribute Xml.XmlText Xml.XmlCDataSection"
    " Xml.XmlComment Xml.XmlDeclaration Xml.XmlProcessingInstruction Xml.XmlNodeList Xml.XmlAttributeCollection",
    "dotnet.xmlreading": "Xml.XmlException",
    "dotnet.linq": "Linq.Enumerable",
    "dotnet.reflection": "Reflection.MethodBase Reflection.MethodInfo Reflection.ConstructorInfo"
    " Reflection.PropertyInfo Reflection.FieldInfo Reflection.ParameterInfo Reflection.RuntimeMethodInfo"
    " Reflection.RuntimeConstructorInfo Reflection.RuntimePropertyInfo Reflection.RuntimeParameterInfo",
    "dotnet.assemblies": "Reflection.Assembly Reflection.RuntimeAssembly Reflection.AssemblyName",
    "dotnet.fileinfo": "IO.FileInfo IO.DirectoryInfo",
    "dotnet.filesysteminfo": "IO.FileSystemInfo IO.FileAttributes IO.UnixFileMode",
    "dotnet.timespan": "TimeSpan",
    "entries": "Collections.DictionaryEntry",
    "dotnet.dictionaries": "Collections.IDictionaryEnumerator"
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
    " Collections.Generic.IDictionary`2 Collections.Generic.IReadOnlyDictionary`2 Collections.Generic.IEnumerator`1"
    " IEquatable`1 IComparable`1 IObserver`1 IObservable`1 IProgress`1",
    "dotnet.abstractbases": "MarshalByRefObject EventArgs Collections.CollectionBase Diagnostics.Tracing.EventSource"
    " Diagnostics.Tracing.EventSourceAttribute",
    "dotnet.delegates": "MulticastDelegate EventHandler Text.RegularExpressions.MatchEvaluator Predicate`1"
    " Net.Security.RemoteCertificateValidationCallback"
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
    "dotnet.pings": "Net.NetworkInformation.Ping Net.NetworkInformation.PingReply Net.NetworkInformation.PingOptions",
    "dotnet.managementdates": "Management.ManagementDateTimeConverter",
    "dotnet.x509certificates": "Security.Cryptography.X509Certificates.X509Certificate2 Security.Cryptography.Oid"
    " Security.Cryptography.X509Certificates.X500DistinguishedName",
    "dotnet.machine": "IO.DriveInfo Net.Dns Net.IPHostEntry Runtime.InteropServices.OSPlatform Diagnostics.Debug"
    " Diagnostics.Trace Management.Automation.Platform Net.NetworkInformation.PhysicalAddress",
    "dotnet.processes": "Diagnostics.Process",
    "dotnet.widenumbers": "Int128 UInt128 Half",
    "dotnet.xmlnamespaces": "Xml.XmlNamespaceManager",
    "dotnet.xlinq": "Xml.Linq.XDocument Xml.Linq.XElement Xml.Linq.XAttribute Xml.Linq.XText Xml.Linq.XComment",
    "dotnet.xlinqnames": "Xml.Linq.XName Xml.Linq.XNamespace",
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
    "dotnet.datatables": "Data.DataTable Data.DataSet Data.DataTableCollection",
    "dotnet.datacolumns": "Data.DataColumn Data.DataColumnCollection",
    "dotnet.datarows": "Data.DataRow Data.DataRowCollection",
    "dotnet.dataviews": "Data.DataView Data.DataRowView",
    "dotnet.timers": "Timers.Timer Timers.ElapsedEventArgs",
    "dotnet.principals": "Security.Principal.WindowsIdentity Security.Principal.WindowsPrincipal"
    " Security.Principal.SecurityIdentifier Security.Principal.NTAccount Security.Principal.IdentityReference"
    " Security.Principal.IdentityNotMappedException",
}
