# What a module reaches through session states: its own, and its caller's by $PSCmdlet.
$m = New-Module -Name Lib {
    $kept = 'of the module'
    $script:count = 0
    function Set-InCaller { [CmdletBinding()] param($Name, $Value) $PSCmdlet.SessionState.PSVariable.Set($Name, $Value) }
    function Read-Caller { [CmdletBinding()] param($Name) $PSCmdlet.SessionState.PSVariable.GetValue($Name); $PSCmdlet.GetVariableValue($Name) }
    function Remove-InCaller { [CmdletBinding()] param($Name) $PSCmdlet.SessionState.PSVariable.Remove($Name) }
    function Get-CallerPreference {
        [CmdletBinding()] param($Cmdlet, $SessionState)
        foreach ($name in 'ErrorActionPreference', 'VerbosePreference') {
            $found = $Cmdlet.SessionState.PSVariable.Get($name)
            if ($SessionState -eq $ExecutionContext.SessionState) {
                Set-Variable -Scope 1 -Name $found.Name -Value $found.Value
            } else {
                $SessionState.PSVariable.Set($found.Name, $found.Value)
            }
        }
    }
    function Use-Preference {
        [CmdletBinding()] param()
        Get-CallerPreference -Cmdlet $PSCmdlet -SessionState $ExecutionContext.SessionState
        "$ErrorActionPreference $VerbosePreference"
    }
    function Run-InCaller { [CmdletBinding()] param($Text) $PSCmdlet.InvokeCommand.InvokeScript($PSCmdlet.SessionState, [scriptblock]::Create($Text)) }
    function Run-Text { param($Text) $ExecutionContext.InvokeCommand.InvokeScript($Text) }
    function Run-TextHere { param($Text) $ExecutionContext.InvokeCommand.InvokeScript($Text, $false, 'None', $null, 'arg'); "set=$set" }
    function Run-Block { param($Local, $Block, $In) $ExecutionContext.InvokeCommand.InvokeScript($Local, $Block, $In, 1, 2) }
    function Get-State { $ExecutionContext.SessionState }
    function Add-One { $script:count++; $script:count }
    function Get-Block { { "kept=$kept $(Hidden)" } }
    function Hidden { 'hidden' }
    Export-ModuleMember -Function *-*
}

function Outer {
    $x = 'outer'
    $kept = 'of Outer'
    Set-InCaller made 1
    "made=$made"
    Read-Caller x
    Remove-InCaller made
    "made=[$made]"
    $ErrorActionPreference = 'Stop'
    $VerbosePreference = 'SilentlyContinue'
    Use-Preference
    Run-InCaller '$ran = 2; "in the caller: $x"'
    "ran=$ran"
    Run-Text '"text: [$x] $kept"'
    Run-TextHere '$set = "here"; "$args"'
    Run-Block $false { $left = 3; "block: $x $args" }
    "left=$left"
    Run-Block $true { $gone = 3; "block: $x $args $input" } (7, 8)
    "gone=[$gone]"
}
Outer

# A session state that is kept is the module's; its variables are those of its current scope.
$state = Get-State
$state.PSVariable.GetValue('kept')
$state.PSVariable.Set('kept', 'changed')
& (Get-Block)
$state.Module.Name
"[$($ExecutionContext.SessionState.Module)]"
(Add-One), (Add-One) -join ' '
$state.PSVariable.GetValue('script:count')
$state.PSVariable.Get('count').Value
$state.InvokeCommand.GetCommand('Hidden', 'Function').Name
[bool]$ExecutionContext.InvokeCommand.GetCommand('Hidden', 'Function')
$state -eq $m.SessionState

# Running code inside of a module.
& $m { "$kept $count $args" } a b
. $m { $dotted = 'in the module' }
& $m { $dotted; $ExecutionContext.SessionState.Module.Name }
"[$dotted]"
& $m Hidden
& $m Add-One
$m.Invoke({ "$kept $args" }, 9)
& $m.NewBoundScriptBlock({ "$kept $(Hidden)" })
& $m { Set-Variable kept 'set inside' -Scope Script }
& (Get-Block)
try { & $m } catch { $_.FullyQualifiedErrorId }

# A block that a text is made of is bound to no state, but by NewScriptBlock: it runs in the state of whoever calls it.
function Unbound {
    $kept = 'of Unbound'
    $block = [scriptblock]::Create('"$kept"; $setByBlock = 1')
    & $block
    & $m $block
    & $m { param($b) $kept = 'inside'; & $b; . $b; "set=$setByBlock" } $block
    & $m { & $ExecutionContext.InvokeCommand.NewScriptBlock('"$kept"') }
    "set=[$setByBlock]"
    . $block | Out-Null
    "set=$setByBlock"
    $block.Module
}
Unbound

# New-Module: imported where it is made, or kept as an object.
function Makes {
    $object = New-Module -AsCustomObject {
        $number = 1
        function Increase { param($by = 1) $script:number += $by; $script:number }
        function Run { param($b) & $b }
        Export-ModuleMember -Function Increase, Run -Variable number
    }
    $mine = 'of Makes'
    "$($object.Increase()) $($object.Increase(5)) $($object.number)"
    $object.Run({ "$mine" })
    New-Module -ReturnResult { param($p) $local = 'inside'; function Get-Made { "$local $p" }; "result $p" } -ArgumentList 'arg'
    Get-Made
}
Makes
$outer = New-Module -Name OuterModule {
    $null = New-Module -Name InnerModule { function Get-Inner { 'inner' } }
    function Use-Inner { Get-Inner }
    Export-ModuleMember -Function Use-Inner
}
Use-Inner
[bool](Get-Command Get-Inner -ErrorAction Ignore)
#= made=1
#= outer
#= outer
#= made=[]
#= Stop SilentlyContinue
#= in the caller: outer
#= ran=2
#= text: [] of the module
#= arg
#= set=here
#= block: outer 1 2
#= left=3
#= block: outer 1 2 7 8
#= gone=[]
#= of the module
#= kept=changed hidden
#= Lib
#= []
#= 1 2
#= 2
#= 2
#= Hidden
#= False
#= True
#= changed 2 a b
#= in the module
#= Lib
#= []
#= hidden
#= 3
#= changed 9
#= changed hidden
#= kept=set inside hidden
#= BadExpression
#= of Unbound
#= set inside
#= inside
#= inside
#= set=1
#= set inside
#= set=[]
#= set=1
#= 2 7 7
#= of Makes
#= result arg
#= inside arg
#= inner
#= False
