# Aliases.

Set-Alias list Get-Variable; list PID -ValueOnly | ForEach-Object { $_ -is [int] }
#= True
(Get-Alias list).Definition; (Get-Alias -Definition Get-Variable).Name -join ','
#= Get-Variable
#= gv,list
New-Alias list Get-Item
#= New-Alias: The alias is not allowed, because an alias with the name 'list' already exists.
Set-Alias gci Get-Item
#= Set-Alias: Alias is not writeable because alias gci is read-only or constant and cannot be written to.
Remove-Alias list; list
#= list: The term 'list' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
Set-Alias nowhere Get-Nothing; nowhere
#= nowhere: The alias 'nowhere' cannot be resolved because it refers to the term 'Get-Nothing', which is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.

# An alias hides a function, a function a cmdlet.
function Get-Date { 'mine' }; Get-Date; function gm { 'function' }; (1 | gm)[0].GetType().Name
#= mine
#= MemberDefinition

# To a file and back.
Export-Alias some.txt -Name gcm; Remove-Alias gcm -Force; Import-Alias some.txt; (Get-Alias gcm).Definition
#= Get-Command
