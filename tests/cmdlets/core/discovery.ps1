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
#= gcm [[-ArgumentList] <Object[]>] [-Verb <string[]>] [-Noun <string[]>] [-Module <string[]>] [-ExcludeModule <string[]>] [-FullyQualifiedModule <ModuleSpecification[]>] [-TotalCount <int>] [-Syntax] [-ShowCommandInfo] [-All] [-ListImported] [-ParameterName <string[]>] [-ParameterType <PSTypeName[]>] [<CommonParameters>]
#=
#= gcm [[-Name] <string[]>] [[-ArgumentList] <Object[]>] [-Module <string[]>] [-ExcludeModule <string[]>] [-FullyQualifiedModule <ModuleSpecification[]>] [-TotalCount <int>] [-Syntax] [-ShowCommandInfo] [-All] [-ListImported] [-ParameterName <string[]>] [-ParameterType <PSTypeName[]>] [-CommandType <CommandTypes>] [-UseFuzzyMatching] [-FuzzyMinimumDistance <uint>] [-UseAbbreviationExpansion] [<CommonParameters>]
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

# Names that are nearly right, an alias' syntax, modules with versions.
(Get-Command get-chlditem -UseFuzzyMatching)[0].Name; (Get-Command sort-objct -UseFuzzyMatching -FuzzyMinimumDistance 1).Name
#= Get-ChildItem
#= Sort-Object
Get-Command tee -Syntax
#= tee (alias) -> Tee-Object
#=
#= tee [-FilePath] <string> [-InputObject <psobject>] [-Append] [-Encoding <Encoding>] [<CommonParameters>]
#=
#= tee -LiteralPath <string> [-InputObject <psobject>] [-Encoding <Encoding>] [<CommonParameters>]
#=
#= tee -Variable <string> [-InputObject <psobject>] [<CommonParameters>]
#=
function Get-Lab([System.Collections.Generic.List[int]]$Numbers) { }; Get-Command Get-Lab -Syntax
#=
#= Get-Lab [[-Numbers] <List[int]>]
#=
(Get-Command -FullyQualifiedModule @{ ModuleName = 'Microsoft.PowerShell.Host'; ModuleVersion = '1.0' }).Name -join ' '; Get-Command -FullyQualifiedModule @{ ModuleName = 'Microsoft.PowerShell.Host'; ModuleVersion = '99.0' }
#= Start-Transcript Stop-Transcript

# A pattern that is a path finds scripts and files.
Set-Content ./PatternA.ps1, ./PatternB.ps1 '1'; Set-Content ./PatternC.txt x
Get-Command ./Pattern* | ForEach-Object { "$($_.Name) $($_.CommandType)" }
(Get-Command .\Pattern[A-B].ps1).Name; (Get-Command ./Pattern* -CommandType Application).Name; @(Get-Command ./NoPattern*).Count
#= PatternA.ps1 ExternalScript
#= PatternB.ps1 ExternalScript
#= PatternC.txt Application
#= PatternA.ps1
#= PatternB.ps1
#= PatternC.txt
#= 0
