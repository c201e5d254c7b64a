# Methods of a class run in the session state where the class was defined.
$m = New-Module -Name Lib {
    $script:total = 10
    function Hidden { 'hidden' }
    class Counter {
        [int] $n = 0
        [string] $tag = (Hidden)
        Counter() { $this.n = $script:total }
        [int] Next() { $this.n++; return $this.n }
        [string] Who() { return Hidden }
        [object] Run([scriptblock] $b) { return & $b }
        [void] Keep() { $script:total = $this.n }
        static [string] Ask() { return "static $(Hidden)" }
    }
    class Loud : Counter { [string] Who() { return ([Counter]$this).Who() + '!' } }
    function New-Counter { [Counter]::new() }
    function New-Loud { [Loud]::new() }
    function Get-Total { $script:total }
    Export-ModuleMember -Function New-Counter, New-Loud, Get-Total
}
function Outer {
    $x = 'of Outer'
    $script:total = 'of the session'
    $c = New-Counter
    "$($c.Next()) $($c.Who()) $($c.tag) $($c.GetType()::Ask())"
    $c.Run({ "block: $x $total" })
    $c.Keep()
    "$(Get-Total) $script:total"
    (New-Loud).Who()
}
Outer

# A closure keeps the variables of the scope in which it was made; it belongs to a module of its own.
$c = New-Module -Name Closures {
    $kept = 'of the module'
    function Hidden { 'hidden' }
    function New-Closure { param($n) $local = 'local'; { "n=$n local=$local kept=[$kept] x=[$x] $([bool](Get-Command Hidden -ErrorAction Ignore))" }.GetNewClosure() }
    function New-Counter { $count = 0; { $script:count++; $script:count }.GetNewClosure() }
    function Call { param($b) $n = 'other'; & $b }
    Export-ModuleMember -Function New-Closure, New-Counter, Call
}
function Uses {
    $x = 'of Uses'
    $closure = New-Closure 4
    & $closure
    Call $closure
    1 | ForEach-Object $closure
    $closure.Invoke()
    $one, $two = (New-Counter), (New-Counter)
    "$(& $one) $(& $one) $(& $two) $(Call $one)"
    $mine = { "mine: $x" }.GetNewClosure()
    $x = 'changed'
    Call $mine
    $closure.Module.Name -like '__DynamicModule*'
}
Uses
$x = 'of the session'
& (New-Closure 5)

# Script methods and properties of objects, type data and delegates run where their blocks came from.
function Members {
    $factor = 3
    $object = [pscustomobject]@{ Number = 2 } |
        Add-Member -PassThru ScriptProperty Times { $this.Number * $factor } |
        Add-Member -PassThru ScriptMethod Plus { param($n) $this.Number + $n + $factor }
    & $m { param($o) $factor = 'wrong'; "$($o.Times) $($o.Plus(1))" } $object
    $find = [System.Predicate[object]] { $args[0] -gt $factor }
    & $m { param($list, $find) $factor = 0; $list.Find($find) } ([System.Collections.Generic.List[object]](1..9)) $find
}
Members
#= 11 hidden hidden static hidden
#= block: of Outer of the session
#= 11 of the session
#= hidden!
#= n=4 local=local kept=[] x=[] False
#= n=4 local=local kept=[] x=[] False
#= n=4 local=local kept=[] x=[] False
#= n=4 local=local kept=[] x=[] False
#= 1 2 1 3
#= mine: of Uses
#= True
#= n=5 local=local kept=[] x=[of the session] False
#= 6 6
#= 4
