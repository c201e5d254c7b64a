'a' | Get-Member -Name Length, Sub*
#=
#=    TypeName: System.String
#=
#= Name      MemberType Definition
#= ----      ---------- ----------
#= Length    Property   int Length {get;}
#= Substring Method     string Substring(int startIndex), string Substring(int startIndex, int length)
#=
[pscustomobject]@{ b = 1; a = 'x' } | Get-Member -MemberType Properties
#=
#=    TypeName: System.Management.Automation.PSCustomObject
#=
#= Name MemberType   Definition
#= ---- ----------   ----------
#= a    NoteProperty string a=x
#= b    NoteProperty int b=1
#=
1, 'a', 2 | Get-Member -Name ToString | ForEach-Object TypeName
#= System.Int32
#= System.String
[math] | Get-Member -Static -Name Abs | ForEach-Object MemberType
#= Method
Get-Member
#= Get-Member: You must specify an object for the Get-Member cmdlet.
# Add-Member
$o = [pscustomobject]@{ a = 1 }
$o | Add-Member b 2; $o | Add-Member NoteProperty c 3; $o | Add-Member ScriptProperty d { $this.a + 3 }; $o | Add-Member AliasProperty e a
$o | Add-Member ScriptMethod Twice { param($n) $n * 2 }; $o | Add-Member @{ f = 6; g = 7 }
"$($o.b) $($o.c) $($o.d) $($o.e) $($o.f) $($o.g) $($o.Twice(4))"
#= 2 3 4 1 6 7 8
$o | Add-Member b 5
#= Add-Member: Cannot add a member with the name "b" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.
$o | Add-Member b 5 -Force -PassThru | ForEach-Object b
#= 5
('text' | Add-Member Note 1 -PassThru).Note; (1 | Add-Member Note 2 -TypeName Lab.Number -PassThru).PSObject.TypeNames[0]
#= 1
#= Lab.Number
# New-Object
New-Object psobject -Property @{ Name = 'x' }
#=
#= Name
#= ----
#= x
#=
(New-Object System.Collections.ArrayList).Count; New-Object Version 15, 1; (New-Object DateTime 2024, 3, 5).DayOfWeek
#= 0
#=
#= Major  Minor  Build  Revision
#= -----  -----  -----  --------
#= 15     1      -1     -1
#= Tuesday
#=
New-Object nosuch
#= New-Object: Cannot find type [nosuch]: verify that the assembly containing this type is loaded.
New-Object Version 'x'
#= New-Object: Exception calling ".ctor" with "1" argument(s): "Version string portion was too short or too long. (Parameter 'input')"
New-Guid -Empty; (New-Guid).ToString().Length; New-Guid 'x'
#=
#= Guid
#= ----
#= 00000000-0000-0000-0000-000000000000
#= 36
#= New-Guid: Unrecognized Guid format.
#=
