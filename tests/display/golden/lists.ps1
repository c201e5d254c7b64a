# Five properties or more are a list.
[pscustomobject]@{ Alpha = 1; B = 'x'; C = $null; D = 2.5; E = 'a', 'b' }
#=
#= Alpha : 1
#= B     : x
#= C     : 
#= D     : 2.5
#= E     : {a, b}
#=
# Each object of a list shows its own properties.
[pscustomobject]@{ A = 1 }, [pscustomobject]@{ Other = 2 } | Format-List
#=
#= A : 1
#=
#= Other : 2
#=
# Long values wrap below the value.
[pscustomobject]@{ Name = 'many words that do not fit into the sixty characters of a line'; Next = "two`nlines" } | Format-List
#=
#= Name : many words that do not fit into the sixty characters 
#=        of a line
#= Next : two
#=        lines
#=
$servers = [pscustomobject]@{ Name = 'EX01'; Size = 10; Role = 'Hub' }, [pscustomobject]@{ Name = 'EX02'; Size = 5; Role = 'Edge' }
$servers | Format-List Name, @{ l = 'Double'; e = { $_.Size * 2 } }
#=
#= Name   : EX01
#= Double : 20
#=
#= Name   : EX02
#= Double : 10
#=
$servers | Format-List *e -GroupBy Role
#=
#=    Role: Hub
#=
#= Name : EX01
#= Size : 10
#= Role : Hub
#=
#=
#=    Role: Edge
#=
#= Name : EX02
#= Size : 5
#= Role : Edge
#=
$servers | Format-List Nope
#=
#=
#=
$servers | Format-Wide
#=
#= EX01                           EX02
#=
$servers | Format-Wide Role -Column 4
#=
#= Hub             Edge                          
#=
$servers | Format-Wide Role -AutoSize
#=
#= Hub   Edge                                              
#=
$servers | Format-Wide -AutoSize -Column 2
#= Format-Wide : The AutoSize and Column parameters cannot be used together.
#= At line:1 char:12
#= + $servers | Format-Wide -AutoSize -Column 2
#= +            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Format-Wide], InvalidDataException
#=     + FullyQualifiedErrorId : FormatCannotSpecifyAutosizeAndColumns,Microsoft.PowerShell.Commands.FormatWideCommand
$servers | Format-Custom Name, Size
#=
#= class PSCustomObject
#= {
#=   Name = EX01
#=   Size = 10
#= }
#=
#= class PSCustomObject
#= {
#=   Name = EX02
#=   Size = 5
#= }
#=
#=
[pscustomobject]@{ Name = 'x'; Inner = [pscustomobject]@{ A = 1; B = 1, 2 }; Nothing = $null } | Format-Custom
#=
#= class PSCustomObject
#= {
#=   Name = x
#=   Inner = 
#=     class PSCustomObject
#=     {
#=       A = 1
#=       B = 
#=         [
#=           1
#=           2
#=         ]
#=         
#=     }
#=   Nothing = 
#= }
#=
#=
[pscustomobject]@{ Inner = [pscustomobject]@{ A = [pscustomobject]@{ B = 1 } } } | Format-Custom -Depth 1
#=
#= class PSCustomObject
#= {
#=   Inner = 
#=     class PSCustomObject
#=     {
#=       A = @{B=1}
#=     }
#= }
#=
#=
# Type data choose what shows.
Update-TypeData -TypeName Lab.Server -DefaultDisplayPropertySet Name, Role -Force
$typed = [pscustomobject]@{ PSTypeName = 'Lab.Server'; Name = 'EX01'; Size = 10; Role = 'Hub' }
$typed
#=
#= Name Role
#= ---- ----
#= EX01 Hub
#=
$typed | Format-List
#=
#= Name : EX01
#= Role : Hub
#=
