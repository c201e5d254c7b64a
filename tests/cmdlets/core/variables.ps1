# Variables.

New-Variable limit 5 -Option ReadOnly -Description 'how many'; (Get-Variable limit).Description; (Get-Variable limit).Options
#= how many
#= ReadOnly
$limit = 6
#= WriteError: Cannot overwrite variable limit because it is read-only or constant.
Set-Variable limit 6
#= Set-Variable: Cannot overwrite variable limit because it is read-only or constant.
Set-Variable limit 7 -Force; $limit; Remove-Variable limit
#= 7
#= Remove-Variable: Cannot remove variable limit because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.
Remove-Variable limit -Force; Get-Variable limit
#= Get-Variable: Cannot find a variable with the name 'limit'.
New-Variable a 1; New-Variable a 2
#= New-Variable: A variable with name 'a' already exists.
Set-Variable -Name x, y -Value 3; "$x$y"; Clear-Variable x; "[$x]"
#= 33
#= []
1, 2 | Set-Variable list; "$list"
#= 1 2

# Scopes.
function f { Set-Variable inner 1 -Scope Global; Set-Variable own 2; Get-Variable own -Scope 0 -ValueOnly; Get-Variable own -Scope 1 -ErrorAction Ignore -ValueOnly }
f; $inner; $null -eq $own
#= 2
#= 1
#= True
