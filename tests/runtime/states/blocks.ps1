# A block runs below the current scope of the session state that it is bound to, whoever runs it.
$m = New-Module -Name Lib {
    $inner = 'of the module'
    function Call { param($b) & $b }
    function Call-With { param($b) & $b 'given' }
    function Dot { param($b) . $b }
    function Invoke-It { param($b) $b.Invoke('given') }
    function Return-It { param($b) $b.InvokeReturnAsIs('given') }
    function Command-It { param($b) Invoke-Command -ScriptBlock $b -ArgumentList 'given' }
    function Command-Here { param($b) Invoke-Command -ScriptBlock $b -NoNewScope }
    function Expression-It { param($b) "[$x]"; Invoke-Expression '& $b' }
    function Each { param($items, $b) $items | ForEach-Object $b }
    function Three { param($first, $b, $last) 1..2 | ForEach-Object -Begin $first -Process $b -End $last }
    function Where-It { param($items, $b) $items | Where-Object $b }
    function Sort-It { param($items, $b) $items | Sort-Object $b }
    function Group-It { param($items, $b) $items | Group-Object $b -NoElement | ForEach-Object Name }
    function Select-It { param($items, $b) $items | Select-Object @{ n = 'v'; e = $b } | ForEach-Object v }
    function Measure-It { param($items, $b) ($items | Measure-Object $b -Sum).Sum }
    function Method-Each { param($items, $b) $items.ForEach($b) }
    function Method-Where { param($items, $b) $items.Where($b) }
    function Switch-It { param($items, $b) switch ($items) { $b { "$_ fits" } default { "$_ does not" } } }
    function Format-It { param($b) Get-Date | Select-Object -First 1 | Format-Table @{ n = 'v'; e = $b } -HideTableHeaders | Out-String }
    function Replace-It { param($text, $b) $text -replace 'o', $b }
    function Delay-It { param($items, $b) $items | Rename -To $b }
    function Rename { param([Parameter(ValueFromPipelineByPropertyName)] [string] $To, [Parameter(ValueFromPipeline)] $From) process { "$From to $To" } }
    function Both { param($b) 1..2 | ForEach-Object $b | ForEach-Object { "$_ then $(Hidden)" } }
    function Hidden { 'hidden in Lib' }
    function Show-Inner { "inner=$inner x=[$x]" }
    Export-ModuleMember -Function *-*, Call, Dot, Each, Three, Both
}

function Outer {
    $x = 5
    $inner = 'of Outer'
    function Local-Function { "local $x" }
    "call:       $(Call { "$x $inner $(Local-Function)" })"
    "with:       $(Call-With { "$x $args" })"
    "parameter:  $(Call-With { param($p) "$x $p" })"
    "invoke:     $(Invoke-It { "$x $args" })"
    "as is:      $(Return-It { "$x $args" })"
    "command:    $(Command-It { "$x $args" })"
    "expression: $(Expression-It { "$x" })"
    "each:       $(Each (1..2) { $_ * $x })"
    "three:      $(Three { "begin $x" } { $_ + $x } { "end $x" })"
    "where:      $(Where-It (3..8) { $_ -gt $x })"
    "sort:       $(Sort-It (1..4) { -$_ * $x })"
    "group:      $(Group-It (1..4) { $_ % 2 + $x })"
    "select:     $(Select-It (1..3) { $_ + $x })"
    "measure:    $(Measure-It (1..3) { $_ + $x })"
    ".ForEach:   $(Method-Each (1..3) { $_ + $x })"
    ".Where:     $(Method-Where (3..8) { $_ -lt $x })"
    "switch:     $(Switch-It (5..6) { $_ -eq $x })"
    "format:     $((Format-It { "$($_.GetType().Name) $x" }).Trim())"
    "replace:    $(Replace-It 'foo' { $x })"
    "delayed:    $(Delay-It (1..2) { $_ + $x })"
    "both:       $(Both { Local-Function })"
    Show-Inner
}
Outer

# What a dot-sourced block and one of ForEach-Object set stays where the block came from.
function Setter {
    Dot { $y = 6; function Dotted { 'dotted' } }
    "y=$y $(Dotted)"
    Each 1 { $z = 7 }
    "z=$z"
    Command-Here { $q = 8 }
    "q=$q"
    Method-Each (1..3) { $last = $_ } | Out-Null
    "last=$last"
    Call { $lost = 1 }
    "lost=[$lost]"
    Dot { Dot { $deep = 9 } }
    "deep=$deep"
}
Setter
"[$y] [$z] [$q] [$last] [$deep]"

# The current scope of a module is its innermost scope in progress, too.
$n = New-Module -Name Nesting {
    function Nest { param($b) $deep = 'in Nest'; function Own { 'own of Nest' }; & $b }
    function See { "deep=[$deep] $(if (Get-Command Own -ErrorAction Ignore) { Own })" }
    function Write-Each { $streaming = 'Write-Each'; 1..2 }
    function See-Streaming { "[$streaming]" }
    Export-ModuleMember -Function Nest, See, Write-Each, See-Streaming
}
function Between { $deep = 'of Between'; Nest { "here: [$deep]"; See } }
Between
See
Write-Each | ForEach-Object { "$_ $(See-Streaming)" }
See-Streaming

# One literal that is bound to two modules finds the commands of each.
$one = New-Module -Name One { function Name { 'one' }; Export-ModuleMember }
$two = New-Module -Name Two { function Name { 'two' }; Export-ModuleMember }
foreach ($module in $one, $two, $one) { & $module { Name } }
$ask = { Name; { Name } }
foreach ($module in $one, $two, $one) { $name, $inner = & $module $ask; "$name $(& $inner)" }

# The next command of a pipeline runs where it stands, not where the objects come from.
function Pipes { $mine = 'mine'; function Own { $mine }; 1 | ForEach-Object { Show-Inner } | ForEach-Object { "$_ | $(Own)" } }
Pipes
function Reads { $mine = 'mine'; Each 1 { $_ } | ForEach-Object { (Get-Variable mine).Value } }
Reads

# Recursion through a crossing ends with the engine's own error.
$loop = { Call $loop }
try { & $loop } catch { $_.FullyQualifiedErrorId }
$loop = { Dot $loop }
try { & $loop } catch { $_.FullyQualifiedErrorId }
$loop = { Each 1 $loop }
try { & $loop } catch { $_.FullyQualifiedErrorId }
Call { 'and goes on' }
#= call:       5 of Outer local 5
#= with:       5 given
#= parameter:  5 given
#= invoke:     5 given
#= as is:      5 given
#= command:    5 given
#= expression: [] 5
#= each:       5 10
#= three:      begin 5 6 7 end 5
#= where:      6 7 8
#= sort:       4 3 2 1
#= group:      5 6
#= select:     6 7 8
#= measure:    21
#= .ForEach:   6 7 8
#= .Where:     3 4
#= switch:     5 fits 6 does not
#= format:     DateTime 5
#= replace:    f55
#= delayed:    1 to 6 2 to 7
#= both:       local 5 then hidden in Lib local 5 then hidden in Lib
#= inner=of the module x=[]
#= y=6 dotted
#= z=7
#= q=8
#= last=3
#= lost=[]
#= deep=9
#= [] [] [] [] []
#= here: [of Between]
#= deep=[in Nest] own of Nest
#= deep=[] 
#= 1 [Write-Each]
#= 2 [Write-Each]
#= []
#= one
#= two
#= one
#= one one
#= two two
#= one one
#= inner=of the module x=[] | mine
#= mine
#= CallDepthOverflow
#= CallDepthOverflow
#= CallDepthOverflow
#= and goes on
