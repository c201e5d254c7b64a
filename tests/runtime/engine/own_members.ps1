# Members that Add-Member gives to an object stay with it, whoever holds it.
class Temp { hidden [double]$c; Temp() { $this | Add-Member ScriptProperty F { $this.c * 1.8 + 32 } { param($f) $this.c = ($f - 32) / 1.8 } } }; $t = [Temp]::new(); $t.F = 212; $t.c; $t.F; $t
$h = @{ a = 1 }; $h | Add-Member ScriptMethod Hi { "hi $($this.a)" }; $same = $h; $same.Hi(); $h | Add-Member -Force ScriptMethod ToString { 'table' }; "$h"; $h.Count; $h.GetType().Name
$u = [uri]'http://host/p'; $u | Add-Member note 5; $u.note; $u.Host
$list = [System.Collections.ArrayList]@(1, 2); Add-Member -InputObject $list -NotePropertyName tag -NotePropertyValue t; $list.tag; $list.Count
$text = 'abc'; $text | Add-Member q 1; $null -eq $text.q
class Named { $x = 1; Named() { $this.PSObject.TypeNames.Insert(0, 'My.Named'); $this.PSObject.Properties.Add([psnoteproperty]::new('y', 2)) } }; $n = [Named]::new(); $n.pstypenames -join ','; $n.y
#= 100
#= 212
#=
#=       F
#=       -
#= 212.000
#= hi 1
#= table
#= 1
#= Hashtable
#= 5
#= host
#= t
#= 2
#= True
#= My.Named,Named,System.Object
#= 2
#=
# The set that .PSObject is, and a method, are members themselves.
$o = [pscustomobject]@{ A = 1 }; $o.PSObject.Name; "$($o.PSObject.MemberType)"; $o.PSObject.IsSettable; ('x'.Trim).Name; ('x'.Trim).IsSettable; ('x'.Trim).Copy().Name
#= psobject
#= MemberSet
#= False
#= Trim
#= False
#= Trim
# Type data that come later go before the type's own method, in a loop that has called it already.
foreach ($i in 1, 2) { [version]::new(1, $i).ToString(); if ($i -eq 1) { Update-TypeData -TypeName System.Version -MemberType ScriptMethod -MemberName ToString -Value { 'mine' } -Force } }; Remove-TypeData System.Version; [version]::new(1, 3).ToString()
#= 1.1
#= mine
#= 1.3
$o = [pscustomobject]@{} | Add-Member ToString -Force -MemberType ScriptMethod { 'a' } -PassThru; 'x', $o | Sort-Object | ForEach-Object { "$_" }
#= a
#= x
$o = [pscustomobject]@{ z = 1 }; $o.PSTypeNames.Clear(); $o | ConvertTo-Csv -IncludeTypeInformation
#= #TYPE
#= "z"
#= "1"
