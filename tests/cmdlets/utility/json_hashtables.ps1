# ConvertFrom-Json -AsHashtable: hashtables that keep the order and the case of names.
$h = '{"a":1,"A":2,"b":{"c":3,"":4},"list":[{"x":1}]}' | ConvertFrom-Json -AsHashtable
$h.GetType().FullName; $h.GetType().BaseType.FullName; $h -is [hashtable]
#= System.Management.Automation.OrderedHashtable
#= System.Collections.Hashtable
#= True
"$($h.a) $($h.A) $($h['A']) $($h.b.c) $($h.b['']) $($h.list[0].x)"; $null -eq $h.B
#= 1 2 2 3 4 1
#= True
$h.z = 9; $h.A = 5; $h.Remove('a'); $h | ConvertTo-Json -Compress -Depth 5
#= {"A":5,"b":{"c":3,"":4},"list":[{"x":1}],"z":9}
$h.Clone().GetType().Name; ($h + @{ q = 1 }).GetType().Name
#= OrderedHashtable
#= Hashtable
foreach ($entry in $h.GetEnumerator()) { "$($entry.Key)=$($entry.Value)" }
#= A=5
#= b=System.Management.Automation.OrderedHashtable
#= list=System.Management.Automation.OrderedHashtable
#= z=9
$h.list
#=
#= Name                           Value
#= ----                           -----
#= x                              1
#=
try { @{ a = 1 } + @{ A = 2 } } catch { $_.Exception.Message }
#= Item has already been added. Key in dictionary: 'a'  Key being added: 'A'
