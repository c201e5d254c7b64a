# Errors, loops and returns leave a block through the code of another session state.
$m = New-Module -Name Lib {
    function Try-It { param($b) try { & $b } catch { "caught in Lib: $_" } finally { 'finally in Lib' } }
    function Loop-It { param($b) foreach ($i in 1..3) { & $b $i; "after $i" } 'loop done' }
    function Dot-It { param($b) . $b; 'after dot' }
    function Each-It { param($b) 1..3 | ForEach-Object $b; 'each done' }
    function Trap-It { param($b) trap { "trapped: $_"; continue } & $b; 'after trap' }
    function Fail { throw 'from Lib' }
    function Finally-It { param($b, $last) try { & $b } finally { & $last } }
    function Repeat-It {
        [CmdletBinding()] param([scriptblock] $Block, [int] $Times = 3)
        for ($i = 1; $i -le $Times; $i++) { try { return & $Block $i } catch { Write-Warning "try ${i}: $_" } }
        $PSCmdlet.ThrowTerminatingError(
            [System.Management.Automation.ErrorRecord]::new([Exception]::new('gave up'), 'GaveUp', 'LimitsExceeded', $Times))
    }
    function Filter-It { param([Parameter(ValueFromPipeline)] $v) begin { 'begin' } process { $v } end { 'end' } clean { Cleanup } }
    function Cleanup { Write-Host 'cleaned' }
    Export-ModuleMember -Function *-*, Fail
}
function Errors {
    $x = 1
    Try-It { $x; throw "t$x" }
    "after: $x"
    Trap-It { throw 'in trap' }
    Finally-It { "body $x" } { "last $x" }
    try { Finally-It { throw 'body' } { Write-Host "last $x" } } catch { "caught: $_ $x" }
    try { Fail } catch { "caught: $_ $x" } finally { "finally: $x" }
    trap { "own trap: $_ $x"; continue }
    Fail
    "still here: $x"
}
Errors
function Loops {
    foreach ($j in 1..2) { Loop-It { if ($args[0] -eq 2) { continue }; "$args" }; "j=$j" }
    foreach ($j in 1..2) { Loop-It { if ($args[0] -eq 2) { break }; "$args" }; "j=$j" }
    :out foreach ($j in 1..2) { Loop-It { break out }; 'never' }
    "broke out at $j"
    Dot-It { return 'returned' }
    Each-It { if ($_ -eq 2) { return }; "e$_" }
    foreach ($k in 1..2) { Each-It { if ($_ -eq 2) { break }; "e$_" }; 'never' }
    "k=$k"
    1..9 | Filter-It | Select-Object -First 2
    "k=$k"
}
Loops
function Repeats {
    $x = 'x'
    try { Repeat-It { param($i) if ($i -lt 2) { throw "no $x" }; "got $i" } } catch { "E $_" }
    try { Repeat-It { throw "never $x" } -WarningVariable w -WarningAction SilentlyContinue } catch { $_.FullyQualifiedErrorId }
    "$($w.Count): $($w[0])"
}
Repeats

# A scope that was left by an error is no current scope any more.
function Leaves { $inside = 'inside'; try { Try-It { throw 'x' }; Finally-It { throw 'y' } { } } catch { } }
function Looks { "[$inside]" }
Leaves
Dot-It { Looks }
Leaves; Looks

# The variables of common parameters are the caller's.
$v = New-Module -Name Streams {
    function Write-All { [CmdletBinding()] param() 1; 2; Write-Warning 'w'; Write-Error 'e'; Write-Information 'i' }
    function Inner-All { Write-All -OutVariable o -WarningVariable w -ErrorVariable e -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Out-Null; "$o|$w|$($e.Count)" }
    Export-ModuleMember -Function Write-All, Inner-All
}
function Collects {
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $null = Write-All -OutVariable o -ErrorVariable e -WarningVariable w -InformationVariable i @quiet
    "o=$o e=$e w=$w i=$i"
    $null = Write-All -OutVariable +o @quiet
    "o=$o"
    Write-All -PipelineVariable p @quiet | ForEach-Object { "p=$p" }
    Inner-All
    "o=$o"
}
Collects
"[$o]"

# Stack traces and the call stack show every call, also those that run in another's scope.
function Show-Stack { (Get-PSCallStack).Command -join ' ' }
function Stacks {
    & { Show-Stack }
    Dot-It { Show-Stack }
    Dot-It { Dot-It { Show-Stack } }
    Each-It { if ($_ -eq 1) { Show-Stack } }
    try { Dot-It { Fail } } catch { $_.ScriptStackTrace -replace ', <No file>' }
    $args.Count
    $MyInvocation.MyCommand.Name
    "$($PSBoundParameters.Count)"
}
Stacks 1 2

# $PSCmdlet is seen from the blocks of a function; $args and $PSBoundParameters are those of what runs.
function Advanced {
    [CmdletBinding()] param($p)
    & { "$($null -ne $PSCmdlet) $($PSBoundParameters.Count)" } 1
    Dot-It { "$($null -ne $PSCmdlet) $($PSBoundParameters.Count)" }
    Each-It { if ($_ -eq 1) { "$($null -ne $PSCmdlet) $($PSBoundParameters.Count)" } }
    . { param($y) "$($PSBoundParameters.Keys)" } 5
    "$($PSBoundParameters.Keys)"
}
Advanced 1
function Plain { . { "$args" } 1 2 3; "$args" }
Plain 9

#= 1
#= caught in Lib: t1
#= finally in Lib
#= after: 1
#= trapped: in trap
#= after trap
#= body 1
#= last 1
#= last 1
#= caught: body 1
#= caught: from Lib 1
#= finally: 1
#= own trap: from Lib 1
#= still here: 1
#= 1
#= after 1
#= 3
#= after 3
#= loop done
#= j=1
#= 1
#= after 1
#= 3
#= after 3
#= loop done
#= j=2
#= 1
#= after 1
#= loop done
#= j=1
#= 1
#= after 1
#= loop done
#= j=2
#= broke out at 1
#= returned
#= after dot
#= e1
#= e3
#= each done
#= e1
#= k=1
#= begin
#= 1
#= cleaned
#= k=1
#= WARNING: try 1: no x
#= got 2
#= GaveUp,Repeat-It
#= 3: try 1: never x
#= caught in Lib: x
#= finally in Lib
#= []
#= after dot
#= caught in Lib: x
#= finally in Lib
#= []
#= o=1 2 e=e w=w i=i
#= o=1 2 1 2
#= p=1
#= p=2
#= 1 2|w|1
#= o=1 2 1 2
#= []
#= Show-Stack <ScriptBlock> Stacks <ScriptBlock>
#= Show-Stack <ScriptBlock> Dot-It Stacks <ScriptBlock>
#= after dot
#= Show-Stack <ScriptBlock> Dot-It <ScriptBlock> Dot-It Stacks <ScriptBlock>
#= after dot
#= after dot
#= Show-Stack <ScriptBlock> Each-It Stacks <ScriptBlock>
#= each done
#= at Fail: line 8
#= at <ScriptBlock>: line 87
#= at Dot-It: line 5
#= at Stacks: line 87
#= at <ScriptBlock>: line 92
#= 2
#= Stacks
#= 0
#= True 0
#= True 0
#= after dot
#= True 1
#= each done
#= y
#= p
#= 1 2 3
#= 9
