# Text that is no XML is reported as the cast reports it; an expression that is none says so.
Select-Xml -Content 'text' -XPath '//c'
$Error[0].FullyQualifiedErrorId
try { Select-Xml -Content '<a/>' -XPath '//[' } catch { $_.FullyQualifiedErrorId }
Select-Xml -Content '<a><b/></a>' -XPath '//*' | ForEach-Object { $_.Node.Name }
#= Select-Xml: 
#= Line |
#=    2 |  Select-Xml -Content 'text' -XPath '//c'
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot convert value "text" to type "System.Xml.XmlDocument". Error: "The specified node cannot be inserted as
#=      | the valid child of this node, because the specified node is the wrong type."
#= InvalidCastToXmlDocument,Microsoft.PowerShell.Commands.SelectXmlCommand
#= NotEmulatedXPath,Microsoft.PowerShell.Commands.SelectXmlCommand
#= a
#= b
