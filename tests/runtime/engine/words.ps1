# Words of commands, empty parameter lists, quotes escaped once more, configurations.
function S { foreach ($a in $args) { "[$a] $($a.GetType().Name)" } }
S a -SortOrder +FromAddress,-Size
#= [a] String
#= [-SortOrder] String
#= [+FromAddress -Size] Object[]
S 1,-2,+3,--,-x:,b
#= [1 -2 +3 -- -x: b] Object[]
S -Order:-a,+b
#= [-Order:] String
#= [-a +b] Object[]
S hi>f x2>f 12>f a<b>c; Test-Path f
#= [hi>f] String
#= [x2>f] String
#= [12>f] String
#= [a<b>c] String
#= False
S (1)>f1; Get-Content f1
#= [1] Int32
$x = 5; S $x>f2 -foo>f3; Test-Path f2, f3
#= [5>f2] String
#= [-foo>f3] String
#= False
#= False
S 'q'>f4; Get-Content f4
#= [q] String
S a 2>f5; (Get-Content f5).Count
#= [a] String
#= 0
S <IPAddress>
#= At line:1 char:3
#= + S <IPAddress>
#= +   ~
#= The '<' operator is reserved for future use.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : RedirectionNotSupported
S 1, | S
#= At line:1 char:5
#= + S 1, | S
#= +     ~
#= Missing expression after ',' in pipeline element.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : MissingExpression
function f() { param($x) "got $x" }; f 3
#= got 3
function g ( ) { [CmdletBinding()] param([Parameter(ValueFromPipeline)] [int] $n) process { "n=$n" } }; 1, 2 | g
#= n=1
#= n=2
filter h2() { param($by) "$_ by $by" }; 1, 2 | h2 7
#= 1 by 7
#= 2 by 7
function k($y) { param($x) }
#= At line:1 char:18
#= + function k($y) { param($x) }
#= +                  ~~~~~~~~~
#= Only one parameter list is allowed for the function 'k'.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : OnlyOneParameterListAllowed
"a $(S `"b c`") d"
#= a [b c] String d
"$(if ($x -eq 5) { `"x is $x`" } else { `"no`" })|$(Write-Output `"a) $(1 + 1) `"`"b`"`" c`")|$("q`"z")|$(S x`"y z`")"
#= x is 5|a) 2 "b" c|q"z|[xy z] String
"$((Get-Date '2024-01-02').ToString(""yyyy-MM""))|$(if ($x -eq "" -or $y -eq "") { 1 } else { 2 })|$('a', 'b' -join "")"
#= 2024-01|2|ab
"$(S -Name:`"x y`")"
#= [-Name:] String [x y] String
@"
$(S "q`"z") $("x""y")
"@
#= [q"z] String x"y
class Paths { [int] a() { try { return 1 } finally { $null = 2 } }; [int] b() { $local:v = 5; return $local:v + $v } }; [Paths]::new().a(); [Paths]::new().b()
#= 1
#= 10
class Wrong { [int] a() { try { 1 } finally { } } }
#= At line:1 char:21
#= + class Wrong { [int] a() { try { 1 } finally { } } }
#= +                     ~
#= Not all code path returns value within method.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : MethodHasCodePathNotReturn
class Twice { [int] a() { try { return 1 } catch { } finally { } } }
#= At line:1 char:21
#= + class Twice { [int] a() { try { return 1 } catch { } finally { } } }
#= +                     ~
#= Not all code path returns value within method.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : MethodHasCodePathNotReturn
configuration Web { param($Role) Import-DscResource -ModuleName x; Node localhost { File f { Ensure = 'Present'; Process = 1 } } }; 'defined'
#= defined
Web -OutputPath out; 'next'
#= Web : Configurations are not emulated: there is no Local Configuration Manager.
#= At line:1 char:1
#= + Web -OutputPath out; 'next'
#= + ~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Web], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedConfiguration,Web
#= next
