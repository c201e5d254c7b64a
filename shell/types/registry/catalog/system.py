"""Types of System by the module (below `shell`) that registers them."""

from __future__ import annotations

from typing import Final

_CRYPTOGRAPHY: Final = """
HashAlgorithm KeyedHashAlgorithm HMAC MD5 SHA1 SHA256 SHA384 SHA512 HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512
MD5CryptoServiceProvider SHA1CryptoServiceProvider SHA256CryptoServiceProvider SHA384CryptoServiceProvider
SHA512CryptoServiceProvider SHA1Managed SHA256Managed SHA384Managed SHA512Managed RandomNumberGenerator
RNGCryptoServiceProvider
"""

SYSTEM_TYPES: Final[dict[str, str]] = {
    "dotnet.automation.errors": "Exception SystemException ArgumentException ArgumentNullException"
    " ArgumentOutOfRangeException"
    " FormatException InvalidCastException InvalidOperationException NotSupportedException NotImplementedException"
    " IndexOutOfRangeException Collections.Generic.KeyNotFoundException ArithmeticException DivideByZeroException"
    " OverflowException NullReferenceException UnauthorizedAccessException IO.IOException IO.FileNotFoundException"
    " IO.DirectoryNotFoundException",
    "dotnet.security.credentials": "Security.SecureString Net.NetworkCredential",
    "dotnet.time.datetime": "DateTime",
    "dotnet.numbers.real_functions": "Math MathF",
    "dotnet.system.nullables": "Nullable`1",
    "dotnet.time.offsets": "DateTimeOffset",
    "dotnet.time.date_only": "DateOnly TimeOnly",
    "dotnet.numbers.pointers": "UIntPtr",
    "dotnet.time.timezones": "TimeZone TimeZoneInfo TimeZoneNotFoundException",
    "dotnet.system.tuples": "Tuple ValueTuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7 ValueTuple`1"
    " ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7",
    "dotnet.system.identifiers": "Guid Version",
    "dotnet.system.uris": "Uri UriFormatException",
    "dotnet.text.regexes": "Text.RegularExpressions.Regex Text.RegularExpressions.Match Text.RegularExpressions.Group"
    " Text.RegularExpressions.Capture Text.RegularExpressions.MatchCollection Text.RegularExpressions.GroupCollection"
    " Text.RegularExpressions.CaptureCollection",
    "dotnet.net.addresses": "Net.IPAddress Net.IPEndPoint Net.Mail.MailAddress Net.Sockets.SocketException",
    "dotnet.net.async_results": "IAsyncResult Threading.WaitHandle",
    "dotnet.net.sockets": "Net.Sockets.TcpClient Net.Sockets.NetworkStream Net.Sockets.Socket",
    "dotnet.net.mail_messages": "Net.Mail.MailMessage Net.Mail.Attachment Net.Mail.MailAddressCollection"
    " Net.Mail.AttachmentCollection",
    "dotnet.net.smtp_client": "Net.Mail.SmtpClient Net.Mail.SmtpException Net.Mail.SmtpFailedRecipientException",
    "dotnet.numbers.convert": "Convert",
    "dotnet.numbers.bit_converter": "BitConverter",
    "dotnet.text.string_builder": "Text.StringBuilder",
    "dotnet.text.encodings": "Text.Encoding Text.UTF8Encoding Text.UnicodeEncoding Text.ASCIIEncoding"
    " Text.UTF32Encoding",
    "dotnet.text.string_comparers": "StringComparer",
    "dotnet.system.keys": "ConsoleKeyInfo",
    "dotnet.system.console": "Console IO.TextWriter+SyncTextWriter",
    "dotnet.system.environment": "Environment OperatingSystem Diagnostics.Stopwatch GC"
    " Net.ServicePointManager Runtime.InteropServices.RuntimeInformation",
    "dotnet.numbers.random_type": "Random",
    "dotnet.system.threads": "Threading.Thread",
    "dotnet.io.paths": "IO.Path",
    "dotnet.io.file_statics": "IO.File IO.Directory",
    "dotnet.io.text_streams": "IO.TextReader IO.TextWriter IO.StreamReader IO.StreamWriter IO.StringReader"
    " IO.StringWriter",
    "dotnet.globalization.cultures": "Globalization.CultureInfo Globalization.CultureNotFoundException",
    "dotnet.globalization.calendars": "Globalization.Calendar Globalization.GregorianCalendar Globalization.ISOWeek",
    "dotnet.globalization.world_text": "Globalization.StringInfo Globalization.CharUnicodeInfo Globalization.IdnMapping"
    " Globalization.RegionInfo",
    "dotnet.net.ip_networks": "Net.IPNetwork",
    "dotnet.system.memory": "Buffer WeakReference HashCode",
    "dotnet.xml.converting": "Xml.XmlConvert Security.SecurityElement",
    "dotnet.globalization.text_info": "Globalization.TextInfo Globalization.CompareInfo",
    "dotnet.globalization.culture_formats": "Globalization.NumberFormatInfo Globalization.DateTimeFormatInfo",
    "dotnet.xml.members": "Xml.XmlNode Xml.XmlDocument Xml.XmlElement Xml.XmlAttribute Xml.XmlText Xml.XmlCDataSection"
    " Xml.XmlComment Xml.XmlDeclaration Xml.XmlProcessingInstruction Xml.XmlNodeList Xml.XmlAttributeCollection",
    "dotnet.xml.reading": "Xml.XmlException",
    "dotnet.collections.linq": "Linq.Enumerable",
    "dotnet.reflection.reflection": "Reflection.MethodBase Reflection.MethodInfo Reflection.ConstructorInfo"
    " Reflection.PropertyInfo Reflection.FieldInfo Reflection.ParameterInfo Reflection.RuntimeMethodInfo"
    " Reflection.RuntimeConstructorInfo Reflection.RuntimePropertyInfo Reflection.RuntimeParameterInfo",
    "dotnet.reflection.assemblies": "Reflection.Assembly Reflection.RuntimeAssembly Reflection.AssemblyName",
    "dotnet.io.file_info": "IO.FileInfo IO.DirectoryInfo",
    "dotnet.io.file_system_info": "IO.FileSystemInfo IO.FileAttributes IO.UnixFileMode",
    "dotnet.time.timespan": "TimeSpan",
    "types.members.entries": "Collections.DictionaryEntry",
    "dotnet.collections.dictionaries": "Collections.IDictionaryEnumerator"
    " Collections.Hashtable+KeyCollection Collections.Hashtable+ValueCollection"
    " Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
    "dotnet.collections.sorted_list": "Collections.SortedList",
    "dotnet.collections.generic_dictionaries": "Collections.Generic.Dictionary`2"
    " Collections.Generic.OrderedDictionary`2"
    " Collections.Generic.SortedDictionary`2 Collections.Generic.SortedList`2 Collections.Generic.KeyValuePair`2"
    " Collections.Concurrent.ConcurrentDictionary`2",
    "dotnet.collections.lists": "Collections.Generic.List`1",
    "dotnet.collections.queues": "Collections.Queue Collections.Stack Collections.Generic.Queue`1"
    " Collections.Generic.Stack`1"
    " Collections.Concurrent.ConcurrentQueue`1 Collections.Concurrent.ConcurrentStack`1",
    "dotnet.collections.sets": "Collections.Generic.HashSet`1 Collections.Generic.SortedSet`1",
    "dotnet.collections.generic_interfaces": "Collections.Generic.IEnumerable`1 Collections.Generic.ICollection`1"
    " Collections.Generic.IList`1 Collections.Generic.IReadOnlyList`1 Collections.Generic.IReadOnlyCollection`1"
    " Collections.Generic.ISet`1 Collections.Generic.IComparer`1 Collections.Generic.IEqualityComparer`1"
    " Collections.Generic.IDictionary`2 Collections.Generic.IReadOnlyDictionary`2 Collections.Generic.IEnumerator`1"
    " IEquatable`1 IComparable`1 IObserver`1 IObservable`1 IProgress`1",
    "engine.classes.abstract_bases": "MarshalByRefObject EventArgs Collections.CollectionBase"
    " Diagnostics.Tracing.EventSource"
    " Diagnostics.Tracing.EventSourceAttribute",
    "dotnet.system.delegates": "MulticastDelegate EventHandler Text.RegularExpressions.MatchEvaluator Predicate`1"
    " Net.Security.RemoteCertificateValidationCallback"
    " Comparison`1 Converter`2 EventHandler`1 Action "
    + " ".join(f"Action`{count}" for count in range(1, 9))
    + " "
    + " ".join(f"Func`{count}" for count in range(1, 10)),
    "dotnet.collections.linked_lists": "Collections.Generic.LinkedList`1 Collections.Generic.LinkedListNode`1"
    " Collections.Generic.PriorityQueue`2 Collections.Concurrent.ConcurrentBag`1",
    "dotnet.collections.specialized": "Collections.Specialized.NameValueCollection"
    " Collections.Specialized.StringCollection"
    " Collections.Specialized.HybridDictionary Collections.Specialized.ListDictionary"
    " Collections.Specialized.StringDictionary Web.HttpUtility+HttpQSCollection",
    "dotnet.collections.bits": "Collections.BitArray ArraySegment`1",
    "dotnet.collections.comparers": "Collections.Generic.Comparer`1 Collections.Generic.EqualityComparer`1"
    " Collections.Comparer"
    " Collections.CaseInsensitiveComparer",
    "dotnet.system.activation": "Activator AppDomain Lazy`1 Threading.Interlocked Threading.Monitor Threading.Mutex",
    "dotnet.net.pings": "Net.NetworkInformation.Ping Net.NetworkInformation.PingReply"
    " Net.NetworkInformation.PingOptions",
    "dotnet.time.management_dates": "Management.ManagementDateTimeConverter",
    "dotnet.security.certificates": "Security.Cryptography.X509Certificates.X509Certificate2 Security.Cryptography.Oid"
    " Security.Cryptography.X509Certificates.X500DistinguishedName",
    "dotnet.system.machine": "IO.DriveInfo Net.Dns Net.IPHostEntry Runtime.InteropServices.OSPlatform Diagnostics.Debug"
    " Diagnostics.Trace Management.Automation.Platform Net.NetworkInformation.PhysicalAddress",
    "dotnet.system.processes": "Diagnostics.Process",
    "dotnet.numbers.wide_numbers": "Int128 UInt128 Half",
    "dotnet.xml.namespaces": "Xml.XmlNamespaceManager",
    "dotnet.xml.linq": "Xml.Linq.XDocument Xml.Linq.XElement Xml.Linq.XAttribute Xml.Linq.XText Xml.Linq.XComment",
    "dotnet.xml.linq_names": "Xml.Linq.XName Xml.Linq.XNamespace",
    "dotnet.xml.writing": "Xml.XmlWriter Xml.XmlTextWriter Xml.XmlWriterSettings",
    "dotnet.security.hashing": "Runtime.InteropServices.Marshal "
    + " ".join(f"Security.Cryptography.{each}" for each in _CRYPTOGRAPHY.split()),
    "dotnet.io.byte_streams": "IO.Stream IO.MemoryStream IO.FileStream",
    "dotnet.io.binary": "IO.BinaryReader IO.BinaryWriter",
    "dotnet.io.compression": "IO.Compression.GZipStream IO.Compression.DeflateStream IO.Compression.ZLibStream",
    "dotnet.text.web_text": "Web.HttpUtility Net.WebUtility",
    "dotnet.system.uri_builder": "UriBuilder",
    "dotnet.collections.object_model": "Collections.ObjectModel.Collection`1"
    " Collections.ObjectModel.ObservableCollection`1",
    "dotnet.collections.read_only_collections": "Collections.ObjectModel.ReadOnlyCollection`1",
    "dotnet.data.tables": "Data.DataTable Data.DataSet Data.DataTableCollection",
    "dotnet.data.columns": "Data.DataColumn Data.DataColumnCollection",
    "dotnet.data.rows": "Data.DataRow Data.DataRowCollection",
    "dotnet.data.views": "Data.DataView Data.DataRowView",
    "dotnet.system.timers": "Timers.Timer Timers.ElapsedEventArgs",
    "dotnet.security.principals": "Security.Principal.WindowsIdentity Security.Principal.WindowsPrincipal"
    " Security.Principal.SecurityIdentifier Security.Principal.NTAccount Security.Principal.IdentityReference"
    " Security.Principal.IdentityNotMappedException",
}
