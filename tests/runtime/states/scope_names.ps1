# What scopes by name do to variables, aliases and functions.
function Try-It { param($b) try { & $b } catch { "$($_.FullyQualifiedErrorId)" } }
Try-It { Set-Alias one Get-Date; Remove-Alias one -Scope 99 -ErrorAction Stop }
Try-It { Set-Alias one Get-Date; Remove-Alias one -Scope nowhere -ErrorAction Stop }
Try-It { Set-Alias one Get-Date -Scope Global; Remove-Alias one -Scope Local -ErrorAction Stop }
Remove-Alias one -Scope Global
[bool](Get-Alias one -ErrorAction Ignore)

# What is private is seen in its own scope, not below it.
function Private-Ones {
    Set-Alias pa Get-Date -Scope Private
    Set-Variable pv 1 -Scope Private -Option ReadOnly
    $private:pw = 2
    function private:pf { 'private function' }
    "$((Get-Alias pa).Definition) $pv $pw $(& (Get-Item function:pf))"
    pf
    (Get-Variable pv).Options
    & { "[$((Get-Alias pa -ErrorAction Ignore).Definition)] [$pv] [$pw] $([bool](Get-Command pf -ErrorAction Ignore))" }
}
Private-Ones

# Variables that exist cannot be made constant; values are appended one by one.
Try-It { Set-Variable c 1; Set-Variable c 2 -Option Constant -ErrorAction Stop }
Try-It { New-Variable c 1 -Option Constant; Set-Variable c 2 -ErrorAction Stop }
Set-Variable list 1
Set-Variable list 2, 3 -Append
4, 5 | Set-Variable list -Append
"$list"

# Items of function: and variable: with a scope in their names; without one, the function that is seen is changed.
function Items {
    Set-Item function:script:Made { 'made in the script scope' }
    Set-Item function:Own { 'own' }
    Set-Item variable:script:made 1
    ${function:global:Everywhere} = { 'everywhere' }
    "$(Own) $(Test-Path function:script:Made) $(Test-Path function:local:Made) $((Get-Item variable:script:made).Value)"
}
Items
"$(Made) $made $(Everywhere) $([bool](Get-Command Own -ErrorAction Ignore))"
function Changes { Set-Item function:Made { 'changed' }; function Local { 'a' }; Set-Item function:Local { 'b' }; "$(Local)"; Remove-Item function:Everywhere }
Changes
"$(Made) $([bool](Get-Command Everywhere -ErrorAction Ignore))"
Remove-Item variable:script:made, function:script:Made
"[$made] $([bool](Get-Command Made -ErrorAction Ignore))"
#= ArgumentOutOfRange,Microsoft.PowerShell.Commands.RemoveAliasCommand
#= Argument,Microsoft.PowerShell.Commands.RemoveAliasCommand
#= ItemNotFoundException,Microsoft.PowerShell.Commands.RemoveAliasCommand
#= False
#= Get-Date 1 2 private function
#= private function
#= ReadOnly, Private
#= [] [] [] False
#= VariableCannotBeMadeConstant,Microsoft.PowerShell.Commands.SetVariableCommand
#= VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand
#= 1 2 3 4 5
#= own True False 1
#= made in the script scope 1 everywhere False
#= b
#= changed False
#= [] False
