# System.Xml.Linq: reading, changing and making documents.
$doc = [System.Xml.Linq.XDocument]::Parse('<lab><server name="a" port="25"><role>Hub</role><role>Edge</role></server><server name="b" port="587"/></lab>')
$doc.Root.Name.LocalName; $doc.Root.Elements('server').Count; ($doc.Descendants('role') | ForEach-Object Value) -join ','; $doc.Root.Element('server').Attribute('name').Value
#= lab
#= 2
#= Hub,Edge
#= a
$doc.Root.Elements('server') | Where-Object { [int]$_.Attribute('port').Value -gt 100 } | ForEach-Object { $_.Attribute('name').Value }; $null -eq $doc.Root.Element('nope'); $null -eq $doc.Root.Attribute('nope')
#= b
#= True
#= True
$second = @($doc.Root.Elements())[1]; $second.SetAttributeValue('port', 25); $second.SetElementValue('role', 'Client'); $second.Element('role').Value = 'Mailbox'; $doc.Root.Element('server').Remove(); $doc.Root.Add([System.Xml.Linq.XElement]::new('note', 'x < y', [System.Xml.Linq.XAttribute]::new('id', 7))); "$doc"
#= <lab>
#=   <server name="b" port="25">
#=     <role>Mailbox</role>
#=   </server>
#=   <note id="7">x &lt; y</note>
#= </lab>
$made = [System.Xml.Linq.XElement]::new('users', ('ann', 'bob' | ForEach-Object { [System.Xml.Linq.XElement]::new('user', $_) })); $made.ToString(); $made.HasElements; $made.FirstAttribute; $made.Elements().Value -join '+'
#= <users>
#=   <user>ann</user>
#=   <user>bob</user>
#= </users>
#= True
#= ann+bob
$ns = [System.Xml.Linq.XNamespace]'urn:lab'; $named = [System.Xml.Linq.XDocument]::Parse('<a xmlns="urn:lab"><b>1</b></a>'); $named.Root.Element($ns + 'b').Value; "$($named.Root.Name)"; $named.Descendants('b').Count; $named.Root.Element('{urn:lab}b').Parent.Name.LocalName
#= 1
#= {urn:lab}a
#= 0
#= a
$doc.Save("$PWD/lab.xml"); (Get-Content lab.xml)[0]; [System.Xml.Linq.XDocument]::Load("$PWD/lab.xml").Root.Element('note').Attribute('id').Value; try { [System.Xml.Linq.XDocument]::Parse('<a>') } catch { $_.Exception.InnerException.GetType().FullName }
#= <?xml version="1.0" encoding="utf-8"?>
#= 7
#= System.Xml.XmlException
