# $MyInvocation and its kin: of the text, of scripts that are called and dot-sourced, of functions, in every scope.
"$($MyInvocation.MyCommand.CommandType) [$($MyInvocation.MyCommand.Name)] $($script:MyInvocation.MyCommand.GetType().Name)"
#= Script [] ScriptInfo
'"$($MyInvocation.MyCommand.Name) $($script:MyInvocation.MyCommand.Name) $(Split-Path $script:MyInvocation.MyCommand.Path -Leaf) $(Split-Path $script:PSCommandPath -Leaf)"; function F { "F: $($MyInvocation.MyCommand.Name) in $($script:MyInvocation.MyCommand.Name), $((Get-Variable MyInvocation -Scope 1).Value.MyCommand.Name)" }; F; & { "B: $($MyInvocation.MyCommand.CommandType) in $($script:MyInvocation.MyCommand.Name)" }; "args: $($script:args.Count), $($script:PSBoundParameters.Count)"' > inner.ps1
./inner.ps1 1 2
#= inner.ps1 inner.ps1 inner.ps1 inner.ps1
#= F: F in inner.ps1, inner.ps1
#= B: Script in inner.ps1
#= args: 2, 0
. ./inner.ps1
#= inner.ps1 inner.ps1 inner.ps1 inner.ps1
#= F: F in inner.ps1, inner.ps1
#= B: Script in inner.ps1
#= args: 0, 0
'./inner.ps1; . ./inner.ps1; "outer: $($MyInvocation.MyCommand.Name) $($script:MyInvocation.MyCommand.Name) $($args.Count)"' > outer.ps1
./outer.ps1 x y
#= inner.ps1 inner.ps1 inner.ps1 inner.ps1
#= F: F in inner.ps1, inner.ps1
#= B: Script in inner.ps1
#= args: 0, 0
#= inner.ps1 inner.ps1 inner.ps1 inner.ps1
#= F: F in inner.ps1, inner.ps1
#= B: Script in inner.ps1
#= args: 0, 0
#= outer: outer.ps1 outer.ps1 2
function Outer { . { "$($MyInvocation.MyCommand.CommandType) $($args.Count)" } 1; "$($MyInvocation.MyCommand.Name) $($args.Count)" }; Outer 1 2 3
#= Script 1
#= Outer 3
. { $args = 5; $args }; & { . { "$args" } 1 2; "$args" } 3
#= 5
#= 1 2
#= 3
'Set-StrictMode -Version Latest; try { $script:MyInvocation.MyCommand.Name } catch { "$_" }' > strict.ps1; ./strict.ps1
#= strict.ps1
