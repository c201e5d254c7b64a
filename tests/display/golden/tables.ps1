# What has four properties or fewer is a table; numbers stand to the right.
[pscustomobject]@{ Name = 'EX01'; Size = 10; Enabled = $true }, [pscustomobject]@{ Name = 'LongerName'; Size = 2000; Enabled = $false }
#=
#= Name       Size Enabled
#= ----       ---- -------
#= EX01         10    True
#= LongerName 2000   False
#=
# Numbers with a fraction have three decimals in tables, halves rounded to even.
[pscustomobject]@{ A = 1.5; B = 0.0625; C = -2.0005; D = 1e3 }
#=
#=     A     B      C        D
#=     -     -      -        -
#= 1.500 0.062 -2.001 1000.000
#=
# The first object decides about columns and alignment.
[pscustomobject]@{ A = 'x'; B = 1 }, [pscustomobject]@{ B = 'text'; C = 2 }
#=
#= A    B
#= -    -
#= x    1
#=   text
#=
# Texts come between the rows where they were written.
'before', [pscustomobject]@{ A = 1 }, 'between', [pscustomobject]@{ A = 2 }
#= before
#=
#= A
#= -
#= 1
#= between
#= 2
#=
# Statements of one submission share a table.
[pscustomobject]@{ A = 1 }; [pscustomobject]@{ A = 2 }
#=
#= A
#= -
#= 1
#= 2
#=
# Collections end after four elements; line breaks end the text of a cell.
[pscustomobject]@{ Many = 1..9; Few = 'a', $null; Lines = "one`ntwo"; Table = @{ k = 'v' } }
#=
#= Many          Few        Lines   Table
#= ----          ---        -----   -----
#= {1, 2, 3, 4…} {a, $null} one…    {[k, v]}
#=
# The last column that fits is cut, the others are left out.
[pscustomobject]@{ A = 'x' * 30; B = 'y' * 40; C = 'z' }
#=
#= A                              B
#= -                              -                            
#= xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx yyyyyyyyyyyyyyyyyyyyyyyyyyyy…
#=
[pscustomobject]@{ A = 'x' * 70 } | Format-Table
#=
#= A
#= -
#= xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
#=
# Columns by name, wildcard, block and hashtable.
$servers = [pscustomobject]@{ Name = 'EX01'; Size = 10; Role = 'Hub' }, [pscustomobject]@{ Name = 'EX02'; Size = 5; Role = 'Edge' }
$servers | Format-Table name, s*
#=
#= Name Size
#= ---- ----
#= EX01   10
#= EX02    5
#=
$servers | Format-Table Name, { $_.Size * 2 }, @{ n = 'Half'; e = { $_.Size / 2 }; f = 'N1'; a = 'center'; w = 9 }
#=
#= Name  $_.Size * 2  Half
#= ---- ------------- ----
#= EX01            20 5.0
#= EX02            10 2.5
#=
$servers | Format-Table Name, @{ Label = 'Kind'; Expression = 'Role'; Alignment = 'right' } -HideTableHeaders
#=
#= EX01  Hub
#= EX02 Edge
#=
$servers | Format-Table -GroupBy Role
#=
#=    Role: Hub
#=
#= Name Size Role
#= ---- ---- ----
#= EX01   10 Hub
#=
#=    Role: Edge
#=
#= Name Size Role
#= ---- ---- ----
#= EX02    5 Edge
#=
$servers | Format-Table Name -GroupBy @{ Label = 'Letter'; Expression = { $_.Role.Length } }
#=
#=    Letter: 3
#=
#= Name
#= ----
#= EX01
#=
#=    Letter: 4
#=
#= Name
#= ----
#= EX02
#=
# -Wrap goes on in the next line.
[pscustomobject]@{ Short = 1; Text = 'many words that do not fit into sixty characters of width'; Last = 'x' } | Format-Table -Wrap
#=
#= Short Text
#= ----- ----                                                  
#=     1 many words that do not fit into sixty characters of
#=       width
#=
# A property that throws is empty, unless one asks.
$servers | Format-Table Name, { throw 'no' }
#=
#= Name  throw 'no' 
#= ---- ------------
#= EX01 
#= EX02 
#=
$servers | Format-Table Name, { throw 'no' } -DisplayError
#=
#= Name  throw 'no' 
#= ---- ------------
#= EX01 #ERR
#= EX02 #ERR
#=
# Scalars show as text; -Force makes a table of them.
1, 'two' | Format-Table
#= 1
#= two
# Format objects that are cut off still show.
$servers | Format-Table Name | Select-Object -First 3 | Out-String
#=
#= Name
#= ----
#= EX01
#=
# Wrong keys.
$servers | Format-Table @{ Nope = 1 }
#= Format-Table : The Nope key is not valid.
#= At line:2 char:12
#= + $servers | Format-Table @{ Nope = 1 }
#= +            ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException
#=     + FullyQualifiedErrorId : DictionaryKeyUnknown,Microsoft.PowerShell.Commands.FormatTableCommand
$servers | Format-Table @{ Label = 'x' }
#= Format-Table : The expression key is mandatory.
#= At line:1 char:12
#= + $servers | Format-Table @{ Label = 'x' }
#= +            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException
#=     + FullyQualifiedErrorId : DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.FormatTableCommand
$servers | Format-Table @{ Expression = 'Name'; Width = 0 }
#= Format-Table : The value of the Width key, 0, is not in the valid range.
#= At line:1 char:12
#= + $servers | Format-Table @{ Expression = 'Name'; Width = 0 }
#= +            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Format-Table], NotSupportedException
#=     + FullyQualifiedErrorId : WidthOutOfRange,Microsoft.PowerShell.Commands.FormatTableCommand
$servers | Format-Table Name -View Any
#= Format-Table : The View and Property parameters cannot be used together.
#= At line:1 char:12
#= + $servers | Format-Table Name -View Any
#= +            ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Format-Table], InvalidDataException
#=     + FullyQualifiedErrorId : FormatCannotSpecifyViewAndProperty,Microsoft.PowerShell.Commands.FormatTableCommand
[version]'1.2' | Format-Table -View nosuch
#= Format-Table : View name nosuch cannot be found. Specify one of the following table views and try again: System.Version.
#= At line:1 char:18
#= + [version]'1.2' | Format-Table -View nosuch
#= +                  ~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (nosuch:String) [Format-Table], PipelineStoppedException
#=     + FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand
[version]'1.2' | Format-List -View nosuch
#= Format-List : View name nosuch cannot be found.
#= At line:1 char:18
#= + [version]'1.2' | Format-List -View nosuch
#= +                  ~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (nosuch:String) [Format-List], PipelineStoppedException
#=     + FullyQualifiedErrorId : FormatViewNotFound,Microsoft.PowerShell.Commands.FormatListCommand
