# Members that were added to values of any kind, where commands meet them.

# JSON: beside a value's own; .NET's properties first
[guid]::Empty | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
[guid]::Empty | ConvertTo-Json -Compress
ConvertTo-Json -Compress ([guid]::Empty)
[uri]'http://example.com' | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
[uri]'http://example.com' | ConvertTo-Json -Compress
[version]'1.2' | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
[dateonly]'2020-01-02' | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
[ipaddress]'127.0.0.1' | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
@{ a = 1 } | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
[ordered]@{ Lab = 0; b = 2 } | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
5 | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
'text' | Add-Member Lab 1 -PassThru | ConvertTo-Json -Compress
, (1, 2) | Add-Member Lab 1 -PassThru | ForEach-Object { ConvertTo-Json $_ }
@{ inner = (@{ a = 1 } | Add-Member Lab 1 -PassThru) } | ConvertTo-Json -Compress

# a script method in place of ToString()
$o = [pscustomobject]@{ n = 1 } | Add-Member ToString -Force -MemberType ScriptMethod { 'a' } -PassThru
'x', $o | Sort-Object | ForEach-Object { "$_" }
'a' -eq $o
"$o" + $o

# no type names at all
$o = [pscustomobject]@{ a = 1 }
$o.PSTypeNames.Clear()
$o | ConvertTo-Csv -IncludeTypeInformation
$o | Get-Member a
$o

# methods that every value has
(1, 2, 3).PSForEach({ $_ * 2 })
(1, 2, 3).PSWhere({ $_ -gt 2 })
$own = [pscustomobject]@{ n = 1 } | Add-Member ForEach -MemberType ScriptMethod { 'own' } -PassThru
$own.ForEach({ 'every' })
$own.PSForEach({ 'every' })
$null.ForEach({ 'once' })
@($null.Where({ $true })).Count
(& { }).ForEach({ 'never' })
$null.Other()

# sets of members
$set = New-Object System.Management.Automation.PSMemberSet 'Lab'
@($set.Members).Count
$set.Members.Add([psnoteproperty]::new('A', 1))
$set.Members.Add([psscriptmethod]::new('B', { 2 }))
$set.Members | Format-Table Name, MemberType
"$($set.Name) $($set.MemberType) $($set.IsInstance) $($set.InheritMembers)"
$o = [pscustomobject]@{ z = 1 }
$o.PSObject.Members.Add($set)
$o.Lab.A
$o | Get-Member Lab
New-Object System.Management.Automation.PSMemberSet ''

# a table's culture
$table = [System.Data.DataTable]::new('t')
$table.Locale.Name
$table.Locale = 'de-DE'
$table.Locale.Name
$data = [System.Data.DataSet]::new()
$data.Locale = 'fr-FR'
$data.Tables.Add('in it').Locale.Name
#= {"value":"00000000-0000-0000-0000-000000000000","Lab":1,"Guid":"00000000-0000-0000-0000-000000000000"}
#= {"value":"00000000-0000-0000-0000-000000000000","Guid":"00000000-0000-0000-0000-000000000000"}
#= "00000000-0000-0000-0000-000000000000"
#= {"value":"http://example.com","Lab":1}
#= "http://example.com"
#= {"Major":1,"Minor":2,"Build":-1,"Revision":-1,"MajorRevision":-1,"MinorRevision":-1,"Lab":1}
#= {"Year":2020,"Month":1,"Day":2,"DayOfWeek":4,"DayOfYear":2,"DayNumber":737425,"Lab":1}
#= {"AddressFamily":2,"ScopeId":null,"IsIPv6Multicast":false,"IsIPv6LinkLocal":false,"IsIPv6SiteLocal":false,"IsIPv6Teredo":false,"IsIPv6UniqueLocal":false,"IsIPv4MappedToIPv6":false,"Address":16777343,"Lab":1,"IPAddressToString":"127.0.0.1"}
#= {"a":1,"Lab":1}
#= {"Lab":0,"b":2}
#= {"value":5,"Lab":1}
#= "text"
#= {
#=   "value": [
#=     1,
#=     2
#=   ],
#=   "Lab": 1
#= }
#= {"inner":{"a":1,"Lab":1}}
#= a
#= x
#= True
#= aa
#= #TYPE
#= "a"
#= "1"
#=
#=    TypeName: <null>
#=
#= Name MemberType   Definition
#= ---- ----------   ----------
#= a    NoteProperty int a=1
#=
#= a : 1
#=
#= 2
#= 4
#= 6
#= 3
#= own
#= every
#= once
#= 1
#= InvalidOperation: 
#= Line |
#=   41 |  $null.Other()
#=      |  ~~~~~~~~~~~~~
#=      | You cannot call a method on a null-valued expression.
#= 0
#=
#=
#= Name   MemberType
#= ----   ----------
#= A    NoteProperty
#= B    ScriptMethod
#=
#= Lab MemberSet True True
#= 1
#=
#=    TypeName: System.Management.Automation.PSCustomObject
#=
#= Name MemberType Definition
#= ---- ---------- ----------
#= Lab  MemberSet  Lab {A, B}
#= New-Object: 
#= Line |
#=   54 |  New-Object System.Management.Automation.PSMemberSet ''
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Exception calling ".ctor" with "1" argument(s): "The value of the name argument cannot be null or empty.
#=      | (Parameter 'name')"
#= en-US
#= de-DE
#= fr-FR
#=

# A method or a set of properties that is read, not called, is the member itself
$o = [pscustomobject]@{ A = 1; B = 2 } | Add-Member Greet -MemberType ScriptMethod { "hi $args" } -PassThru | Add-Member Both -MemberType PropertySet ([string[]]('A', 'B')) -PassThru
"$($o.Greet) $($o.Greet.Invoke('you'))"
#= System.Object Greet(); hi you
$o.Both.ReferencedPropertyNames -join ','
#= A,B
$o.psobject.Methods['Greet'].MemberType
#= ScriptMethod
