# -Options of Set-Item and New-Item, for functions and aliases.
Set-Item function:kept { 1 } -Options ReadOnly; (Get-Item function:kept).Options
Set-Item function:kept { 2 }
Rename-Item function:kept other
Remove-Item function:kept
Set-Item function:kept { 2 } -Force; kept; Rename-Item function:kept other -Force; other; Remove-Item function:other -Force; Test-Path function:other
Set-Item function:kept 12
Set-Item function:copy (Get-Item function:Clear-Host); (Get-Item function:copy).Definition -eq (Get-Item function:Clear-Host).Definition; Set-Item function:copy; Test-Path function:copy
New-Item function:fixed -Value { 3 } -Options Constant | ForEach-Object Options; Remove-Item function:fixed -Force
Set-Item alias:show Get-Item -Options ReadOnly; Set-Item alias:show Get-Date
Set-Item alias:show Get-Date -Force; (Get-Alias show).Definition
Set-Item alias:sho* Get-Item -Exclude show -Force; Set-Item alias:sho* Get-Process -Include show -Force; (Get-Alias show).Definition
Set-Item variable:v 1 -Options ReadOnly
(Get-Command Set-Item -ArgumentList function:x).Parameters.ContainsKey('Options'), (Get-Command Set-Item).Parameters.ContainsKey('Options')
# Get-Command as plain objects, and by abbreviation.
$form = Get-Command Get-Item -ShowCommandInfo; $form.ParameterSets.Name; $form.ParameterSets[0].Parameters[0].ParameterType.FullName; $form.Module.Name
Get-Command -UseAbbreviationExpansion i-psdf, i-mo | ForEach-Object Name
#= ReadOnly
#= Set-Item: 
#= Line |
#=    3 |  Set-Item function:kept { 2 }
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot write to function kept because it is read-only or constant.
#= Rename-Item: 
#= Line |
#=    4 |  Rename-Item function:kept other
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot rename function because function kept is read-only or constant.
#= Remove-Item: 
#= Line |
#=    5 |  Remove-Item function:kept
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot remove function kept because it is constant or read-only. If the function is read-only, try the operation
#=      | again specifying the Force option.
#= 2
#= 2
#= False
#= Set-Item: 
#= Line |
#=    7 |  Set-Item function:kept 12
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot process argument because the value of argument "value" is not valid. Change the value of the "value"
#=      | argument and run the operation again.
#= True
#= False
#= Constant
#= Remove-Item: 
#= Line |
#=    9 |  …  Constant | ForEach-Object Options; Remove-Item function:fixed -Force
#=      |                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot remove function fixed because it is constant or read-only. If the function is read-only, try the
#=      | operation again specifying the Force option.
#= Set-Item: 
#= Line |
#=   10 |  … m alias:show Get-Item -Options ReadOnly; Set-Item alias:show Get-Date
#=      |                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Alias is not writeable because alias show is read-only or constant and cannot be written to.
#= Get-Date
#= Get-Process
#= Set-Item: 
#= Line |
#=   13 |  Set-Item variable:v 1 -Options ReadOnly
#=      |                        ~~~~~~~~
#=      | A parameter cannot be found that matches parameter name 'Options'.
#= True
#= False
#= Path
#= LiteralPath
#= System.String
#= Microsoft.PowerShell.Management
#= Import-PowerShellDataFile
#= Get-Command: The term 'i-mo' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
