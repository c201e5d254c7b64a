# Csv: the first object's properties, $null without quotes, collections by type.
[pscustomobject]@{ Name = 'EX "01"'; Size = 5; None = $null; Many = 1, 2 }, [pscustomobject]@{ Size = 6; Other = 1 } | ConvertTo-Csv
#= "Name","Size","None","Many"
#= "EX ""01""","5",,"System.Object[]"
#= ,"6",,
[pscustomobject]@{ A = 'a,b'; B = 'c' } | ConvertTo-Csv -UseQuotes AsNeeded
#= A,B
#= "a,b",c
[pscustomobject]@{ A = 'a,b'; B = 'c' } | ConvertTo-Csv -UseQuotes Never -Delimiter ';' -NoHeader
#= a,b;c
[pscustomobject]@{ A = 'a'; B = 'c' } | ConvertTo-Csv -QuoteFields B
#= A,"B"
#= a,"c"
[ordered]@{ A = 1; B = 2 } | ConvertTo-Csv -IncludeTypeInformation
#= #TYPE System.Collections.Specialized.OrderedDictionary
#= "A","B"
#= "1","2"
'Name,Size', 'EX01,5', '', 'EX02' | ConvertFrom-Csv | ForEach-Object { "$($_.Name)|$($_.Size)|$($null -eq $_.Size)" }
#= EX01|5|False
#= ConvertFrom-Csv : Cannot validate argument on parameter 'InputObject'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.
#= At line:1 char:37
#= + 'Name,Size', 'EX01,5', '', 'EX02' | ConvertFrom-Csv | ForEach-Object  …
#= +                                     ~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (:String) [ConvertFrom-Csv], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.PowerShell.Commands.ConvertFromCsvCommand
#= EX02||True
'a,,b', '1,2,3' | ConvertFrom-Csv
#= WARNING: One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.
#=
#= a H1 b
#= - -- -
#= 1 2  3
#=
'a,A', '1,2' | ConvertFrom-Csv
#= ConvertFrom-Csv : The member "A" is already present.
#= At line:1 char:16
#= + 'a,A', '1,2' | ConvertFrom-Csv
#= +                ~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [ConvertFrom-Csv], RuntimeException
#=     + FullyQualifiedErrorId : AlreadyPresentPSMemberInfoInternalCollectionAdd,Microsoft.PowerShell.Commands.ConvertFromCsvCommand
'1;2' | ConvertFrom-Csv -Header x, y -Delimiter ';'
#=
#= x y
#= - -
#= 1 2
#=
# Json
[ordered]@{ Text = "a`"b\`t"; Number = 1; Real = 2.0; Flag = $true; None = $null; Many = 1, 'x'; Empty = @(); Table = @{} } | ConvertTo-Json
#= {
#=   "Text": "a\"b\\\t",
#=   "Number": 1,
#=   "Real": 2.0,
#=   "Flag": true,
#=   "None": null,
#=   "Many": [
#=     1,
#=     "x"
#=   ],
#=   "Empty": [],
#=   "Table": {}
#= }
[pscustomobject]@{ A = @{ B = @{ C = @{ D = 1 } } } } | ConvertTo-Json -Compress
#= WARNING: Resulting JSON is truncated as serialization has exceeded the set depth of 2.
#= {"A":{"B":{"C":"System.Collections.Hashtable"}}}
1 | ConvertTo-Json -AsArray -Compress
#= [1]
1, 2 | ConvertTo-Json -Compress
#= [1,2]
"é<&'>" | ConvertTo-Json -EscapeHandling EscapeHtml
#= "é\u003c\u0026\u0027\u003e"
"é" | ConvertTo-Json -EscapeHandling EscapeNonAscii
#= "\u00e9"
'{ "name": "EX01", "size": 5, "tags": ["a", "b"], "real": 1.5 }' | ConvertFrom-Json
#=
#= name size tags    real
#= ---- ---- ----    ----
#= EX01    5 {a, b} 1.500
#=
'[1, 2]' | ConvertFrom-Json | ForEach-Object { "[$_]" }
#= [1]
#= [2]
'{"a":1,"A":2}' | ConvertFrom-Json
#= ConvertFrom-Json : Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key 'a' was 'A'.
#= At line:1 char:19
#= + '{"a":1,"A":2}' | ConvertFrom-Json
#= +                   ~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [ConvertFrom-Json], InvalidOperationException
#=     + FullyQualifiedErrorId : KeysWithDifferentCasingInJsonString,Microsoft.PowerShell.Commands.ConvertFromJsonCommand
'{"a":', '1}' | ConvertFrom-Json
#=
#= a
#= -
#= 1
#=
'{"a":1}', '{"a":2}' | ConvertFrom-Json
#=
#= a
#= -
#= 1
#= 2
#=
Test-Json '{}'
#= True
Test-Json '{'
#= Test-Json : Cannot parse the JSON.
#= At line:1 char:1
#= + Test-Json '{'
#= + ~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: ({:String) [Test-Json], Exception
#=     + FullyQualifiedErrorId : InvalidJson,Microsoft.PowerShell.Commands.TestJsonCommand
#= False
# Html
[pscustomobject]@{ A = '<x>'; B = 1 } | ConvertTo-Html -Title Servers -PreContent '<h1>Servers</h1>' -PostContent '<p>End</p>'
#= <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
#= <html xmlns="http://www.w3.org/1999/xhtml">
#= <head>
#= <title>Servers</title>
#= </head><body>
#= <h1>Servers</h1>
#= <table>
#= <colgroup><col/><col/></colgroup>
#= <tr><th>A</th><th>B</th></tr>
#= <tr><td>&lt;x&gt;</td><td>1</td></tr>
#= </table>
#= <p>End</p>
#= </body></html>
[pscustomobject]@{ A = 1 }, [pscustomobject]@{ A = 2 } | ConvertTo-Html -As List -Fragment
#= <table>
#= <tr><td>A:</td><td>1</td></tr>
#= <tr><td><hr></td></tr>
#= <tr><td>A:</td><td>2</td></tr>
#= </table>
[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Html B, @{ n = 'Sum'; e = { $_.A + $_.B } } -Fragment
#= <table>
#= <colgroup><col/><col/></colgroup>
#= <tr><th>B</th><th>Sum</th></tr>
#= <tr><td>2</td><td>3</td></tr>
#= </table>
# Xml
[pscustomobject]@{ A = 1; B = $null; C = 'x', 'y'; D = @{ k = 1 } } | ConvertTo-Xml -As String
#= <?xml version="1.0" encoding="utf-8"?>
#= <Objects>
#=   <Object Type="System.Management.Automation.PSCustomObject">
#=     <Property Name="A" Type="System.Int32">1</Property>
#=     <Property Name="B" />
#=     <Property Name="C" Type="System.Object[]">
#=       <Property Type="System.String">x</Property>
#=       <Property Type="System.String">y</Property>
#=     </Property>
#=     <Property Name="D" Type="System.Collections.Hashtable">
#=       <Property Name="Key" Type="System.String">k</Property>
#=       <Property Name="Value" Type="System.Int32">1</Property>
#=     </Property>
#=   </Object>
#= </Objects>
1, 'two' | ConvertTo-Xml -As Stream -NoTypeInformation
#= <?xml version="1.0" encoding="utf-8"?>
#= <Objects>
#= <Object>1</Object>
#= <Object>two</Object>
#= </Objects>
# Clixml
[pscustomobject]@{ A = 1; B = 'x', 'y'; C = $null } | ConvertTo-CliXml
#= <Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
#=   <Obj RefId="0">
#=     <TN RefId="0">
#=       <T>System.Management.Automation.PSCustomObject</T>
#=       <T>System.Object</T>
#=     </TN>
#=     <MS>
#=       <I32 N="A">1</I32>
#=       <Obj N="B" RefId="1">
#=         <TN RefId="1">
#=           <T>System.Object[]</T>
#=           <T>System.Array</T>
#=           <T>System.Object</T>
#=         </TN>
#=         <LST>
#=           <S>x</S>
#=           <S>y</S>
#=         </LST>
#=       </Obj>
#=       <Nil N="C" />
#=     </MS>
#=   </Obj>
#= </Objs>
[pscustomobject]@{ A = 1; B = 'x', 'y' } | ConvertTo-CliXml | ConvertFrom-CliXml
#=
#= A B
#= - -
#= 1 {x, y}
#=
