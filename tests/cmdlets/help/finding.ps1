# What Get-Help finds, lists and misses.
function Get-Plain { param([Parameter(Mandatory)][int]$Count, [Alias('f')][switch]$Force) }
Set-Alias plain Get-Plain
Get-Help Get-Plain
#=
#= NAME
#=     Get-Plain
#=     
#= SYNTAX
#=     Get-Plain [-Count] <int> [-Force] [<CommonParameters>]
#=     
#=
#= ALIASES
#=     plain
#=     
#=
#= REMARKS
#=     None
#=
#=
(Get-Help plain).Name
#= Get-Plain
Get-Help Get-Plain -Full
#=
#= NAME
#=     Get-Plain
#=     
#= SYNTAX
#=     Get-Plain [-Count] <int> [-Force] [<CommonParameters>]
#=     
#=     
#= PARAMETERS
#=     -Count <int>
#=         
#=         Required?                    true
#=         Position?                    0
#=         Accept pipeline input?       false
#=         Parameter set name           (All)
#=         Aliases                      None
#=         Dynamic?                     false
#=         Accept wildcard characters?  false
#=         
#=     -Force
#=         
#=         Required?                    false
#=         Position?                    Named
#=         Accept pipeline input?       false
#=         Parameter set name           (All)
#=         Aliases                      f
#=         Dynamic?                     false
#=         Accept wildcard characters?  false
#=         
#=     <CommonParameters>
#=         This cmdlet supports the common parameters: Verbose, Debug,
#=         ErrorAction, ErrorVariable, WarningAction, WarningVariable,
#=         OutBuffer, PipelineVariable, and OutVariable. For more information, see 
#=         about_CommonParameters 
#=         (https://go.microsoft.com/fwlink/?LinkID=113216). 
#=     
#=     
#= INPUTS
#=     None
#=     
#=     
#= OUTPUTS
#=     System.Object
#=     
#= ALIASES
#=     plain
#=     
#=
#= REMARKS
#=     None
#=
#=
(Get-Help Get-Plain).Syntax.syntaxItem.CommonParameters
#= True
Get-Help *plain* | ForEach-Object { $_.Name, $_.Category, $_.Synopsis.Trim() -join '|' }
#= plain|Alias|Get-Plain
#= Get-Plain|Function|Get-Plain [-Count] <int> [-Force] [<CommonParameters>]
Get-Help *plain* -Category Alias | ForEach-Object Name
#= Get-Plain
Get-Help no-such*
Get-Help no-such
#= Get-Help: Get-Help could not find no-such in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
try { Get-Help no-such -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString(); $_.Exception.GetType().FullName }
#= HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand
#= ResourceUnavailable: (:) [Get-Help], HelpNotFoundException
#= Microsoft.PowerShell.Commands.HelpNotFoundException
class Thing { }
Get-Help Thing
#= Get-Help: Get-Help could not find Thing in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
Get-Help x -Category Nonsense
#= Get-Help: Cannot validate argument on parameter 'Category'. The argument "Nonsense" does not belong to the set "Alias,Cmdlet,Provider,General,FAQ,Glossary,HelpFile,ScriptCommand,Function,Filter,ExternalScript,All,DefaultHelp,DscResource,Class,Configuration" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
Get-Help Get-Plain -Online
#= Get-Help: The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help topic is not specified in the command code or in the help file for the command.
Get-Help Get-Plain -ShowWindow
#= Get-Help: Parameter 'ShowWindow' of Get-Help is not emulated. There are no windows.
Update-Help
#= Update-Help: Update-Help is not emulated. Help is part of the program.
Get-Help about_Splatting | ForEach-Object { $_.GetType().Name, $_.Name, $_.Category -join '|' }
#= String|about_Splatting|HelpFile
(Get-Help about_split* | Measure-Object).Count
#= 1
(Get-Help Get-Help -Parameter Role).position
#= named
Get-Command Get-Plain -Syntax
#=
#= Get-Plain [-Count] <int> [-Force] [<CommonParameters>]
#=
help Get-Plain -Parameter Count
#=
#= -Count <int>
#=     
#=     Required?                    true
#=     Position?                    0
#=     Accept pipeline input?       false
#=     Parameter set name           (All)
#=     Aliases                      None
#=     Dynamic?                     false
#=     Accept wildcard characters?  false
#=     
#=
#=
(Get-Help Set-ReceiveConnector -Parameter Bindings, MaxProtocolErrors).parameterValue
(Get-Help Set-ReceiveConnector -Parameter Bindings, MaxProtocolErrors).type.name -join ' '
#= MultiValuedProperty
#= Unlimited
#= MultiValuedProperty Unlimited
