# Get-Command.

function Get-DemoA { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)][string]$Name, [int[]]$Numbers, [switch]$Force) }
Get-Command Get-DemoA -Syntax; Get-Command Get-Demo*
#=
#= Get-DemoA [-Name] <string> [-Numbers <int[]>] [-Force] [<CommonParameters>]
#=
#=
#= CommandType     Name                                               Version    Source
#= -----------     ----                                               -------    ------
#= Function        Get-DemoA                                                     
#=
(Get-Command gcm).Definition; (Get-Command Get-Command).Source; (Get-Command -Verb Get -Noun Alias).Name
#= Get-Command
#= Microsoft.PowerShell.Core
#= Get-Alias
Get-Command gcm -Syntax; (Get-Command Get-DemoA).Parameters['Name'].ParameterSets.Keys
#= gcm (alias) -> Get-Command
#=
#= __AllParameterSets
Get-Command Get-Nothing
#= Get-Command: The term 'Get-Nothing' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
(Get-Command -ParameterName Numbers -CommandType Function).Name
#= Get-DemoA

# A name without a verb is tried with Get-; a module in front chooses.
command Get-DemoA | ForEach-Object Name; Microsoft.PowerShell.Core\Get-Command Get-DemoA | ForEach-Object Name
#= Get-DemoA
#= Get-DemoA
