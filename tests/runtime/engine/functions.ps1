# Functions, filters, parameters, attributes.
function d($a = 1, [string]$b = "b$a", $c = $(2 + 3)) { "$a $b $c" }; d; d 5; d -c 9
#= 1 b1 5
#= 5 b5 5
#= 1 b1 9
function typed([int]$n, [double]$d, [switch]$s, [string[]]$l, [datetime]$t = '2024-01-02') { "$n $d $s $($l.Count) $($t.Day)" }; typed 3 2.5 -s -l a, b; typed '7'
#= 3 2.5 True 2 2
#= 7 0 False 0 2
typed x
#= typed : Cannot process argument transformation on parameter 'n'. Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
#= At line:1 char:7
#= + typed x
#= +       ~
#=     + CategoryInfo          : InvalidData: (:) [typed], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,typed
function ret { return 1, 2, 3; 4 }; (ret).Count; $r = ret; $r.GetType().Name
#= 3
#= Object[]
function none {}; $q = none; $null -eq $q; @(none).Count; (none | Measure-Object).Count
#= True
#= 0
#= 0
function arr { , @(1, 2) }; (arr).Count; arr | ForEach-Object { $_.Count }
#= 2
#= 2
function emptyarr { @() }; $null -eq (emptyarr); function keep { , @() }; (keep).Count
#= True
#= 0
function multi { 'a'; 'b'; return 'c' }; (multi) -join ','
#= a,b,c
function nest { function inner { 'in' }; inner }; nest; Get-Command inner -ErrorAction SilentlyContinue
#= in
filter Half { $_ / 2 }; 4, 6 | Half
#= 2
#= 3
function pb { param([Parameter(ValueFromPipeline)]$x) begin { 'b' } process { "p$x" } end { "e$x" } }; 1, 2 | pb; pb 9
#= b
#= p1
#= p2
#= e2
#= b
#= p9
#= e9
function pn { param([Parameter(ValueFromPipelineByPropertyName)]$Name, [Parameter(ValueFromPipelineByPropertyName)][Alias('Sz')]$Size) process { "$Name=$Size" } }
[pscustomobject]@{ Name = 'n'; Sz = 3 }, [pscustomobject]@{ Name = 'm'; Size = 4 } | pn
#= n=3
#= m=4
function rest { param($first, [Parameter(ValueFromRemainingArguments)]$others) "$first|$($others -join ',')" }; rest 1 2 3; rest 1
#= 1|2,3
#= 1|
function sw { param([switch]$On) if ($On) { 'on' } else { 'off' }; $On.IsPresent }; sw; sw -On; sw -On:$false
#= off
#= False
#= on
#= True
#= off
#= False
function alias { param([Alias('cn', 'host')]$ComputerName) $ComputerName }; alias -cn a; alias -host b
#= a
#= b
function pos { param([Parameter(Position = 1)]$b, [Parameter(Position = 0)]$a) "$a-$b" }; pos 1 2
#= 1-2
function refp([ref]$r) { $r.Value = 'changed' }; $v = 'orig'; refp ([ref]$v); $v
#= changed
function dyn { param($cmd) & $cmd 1 2 }; function add($a, $b) { $a + $b }; dyn add; dyn { param($x, $y) $x * $y }
#= 3
#= 2
function rec($n) { if ($n -le 1) { 1 } else { $n * (rec ($n - 1)) } }; rec 10; rec 20
#= 3628800
#= 2.43290200817664E+18
function opt { param([int]$a = 5, [Parameter(Mandatory = $false)][ValidateRange(1, 10)][int]$b = 20) "$a $b" }; opt; opt -b 11
#= 5 20
#= opt : Cannot validate argument on parameter 'b'. The 11 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again.
#= At line:1 char:125
#= + … $false)][ValidateRange(1, 10)][int]$b = 20) "$a $b" }; opt; opt -b 11
#= +                                                                      ~~
#=     + CategoryInfo          : InvalidData: (:) [opt], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,opt
function out { [OutputType([int])] param() 5 }; out
#= 5
function Get-Thing { [CmdletBinding()] [Alias('gth')] param() 'thing' }; gth; Get-Thing
#= thing
#= thing
(Get-Command Get-Thing).CommandType; (Get-Command add).Parameters.Keys -join ','; ${function:add}.ToString().Trim()
#= Function
#= a,b
#= $a + $b
$function:tmp = { 'from drive' }; tmp; Remove-Item function:tmp; Get-Command tmp -EA 0
#= from drive
function f-verb { 'dash' }; f-verb; & 'f-verb'; function global:gg { 'gg' }; gg; function script:sg { 'sg' }; sg
#= dash
#= dash
#= gg
#= sg
function a1 { $args[0]; $args[-1]; $args.Length }; a1 x y z
#= x
#= z
#= 3
function a2 { param($p) "$p|$args" }; a2 1 2 -x 3; a2 -q 5
#= 1|2 -x 3
#= |-q 5
function o { param($x) process { $x; $_ } }; 5 | o; 5 | o 6
#= 5
#= 6
#= 5
f-verb extra args
#= dash
d 1 2 3 4
#= 1 2 3
function cb { [CmdletBinding()] param($x) $x }; cb 1 2
#= cb : A positional parameter cannot be found that accepts argument '2'.
#= At line:1 char:49
#= + function cb { [CmdletBinding()] param($x) $x }; cb 1 2
#= +                                                 ~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [cb], ParameterBindingException
#=     + FullyQualifiedErrorId : PositionalParameterNotFound,cb
function vs { param([ValidateSet('a', 'b')]$x, [ValidatePattern('^\d+$')]$y = '1', [ValidateScript({ $_ -gt 0 })]$z = 1, [ValidateNotNullOrEmpty()]$w = 'w', [ValidateLength(1, 3)]$l = 'ab', [ValidateCount(1, 2)]$c = @(1)) 'ok' }
vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= ok
#= vs : Cannot validate argument on parameter 'x'. The argument "c" does not belong to the set "a,b" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
#= At line:2 char:13
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +             ~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
#= vs : Cannot validate argument on parameter 'y'. The argument "x" does not match the "^\d+$" pattern. Supply an argument that matches "^\d+$" and try the command again.
#= At line:2 char:22
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +                      ~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
#= vs : Cannot validate argument on parameter 'z'. The " $_ -gt 0 " validation script for the argument with value "0" did not return a result of True. Determine why the validation script failed, and then try the command again.
#= At line:2 char:31
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +                               ~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
#= vs : Cannot validate argument on parameter 'w'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.
#= At line:2 char:40
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +                                        ~~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
#= vs : Cannot validate argument on parameter 'l'. The character length of the 4 argument is too long. Shorten the character length of the argument so it is fewer than or equal to "3" characters, and then try the command again.
#= At line:2 char:50
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +                                                  ~~~~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
#= vs : Cannot validate argument on parameter 'c'. The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.
#= At line:2 char:62
#= + vs a; vs -x c; vs -y x; vs -z 0; vs -w ''; vs -l abcd; vs -c 1, 2, 3
#= +                                                              ~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [vs], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,vs
function clean { begin { 'b' } process { 'p' } end { 'e' } clean { 'c' } }; clean
#= b
#= p
#= e
function dp { [CmdletBinding()] param($k) dynamicparam { if ($k -eq 'x') { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $a = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $a.Add([Parameter]@{ Mandatory = $false }); $d.Add('Extra', [System.Management.Automation.RuntimeDefinedParameter]::new('Extra', [int], $a)); $d } } process { "k=$k extra=$($PSBoundParameters['Extra'])" } }; dp x -Extra 3; dp y
#= k=x extra=3
#= k=y extra=
function Fed { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $x) begin { "begin $($input.GetType().Name)" } process { "process $($input.GetType().Name) $input" } end { "end $($input.GetType().Name) $(@($input).Count)" } }; 1, 2 | Fed; function Plain { $input.GetType().Name; "$(@($input))" }; 1, 2 | Plain
#= begin ArrayList
#= process ArrayList 1
#= process ArrayList 2
#= end Object[] 0
#= ArrayListEnumeratorSimple
#= 1 2
