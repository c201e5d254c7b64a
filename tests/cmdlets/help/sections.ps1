# Every section of a help comment, as line comments before the function.
$null = 0


# .SYNOPSIS
#
#     Carries mail.
#
# .DESCRIPTION
#
#     A description
#
#         with indented text and a blank line.
#
# .PARAMETER Day
#     The day on which it runs.
# .NOTES
#
#     Harmless.
#
# .LINK
#
#     https://example.com/mail
#
# .LINK
#
#     other commands
#
# .EXAMPLE
#
#     Move-Mail -Day Monday
#
#     Carries it on Monday.
#
#     Then rests.
#
# .EXAMPLE
#     PS C:\> Move-Mail
#     Move-Mail again
# .INPUTS
#     Anything you like.
# .OUTPUTS
#     Nothing.
# .COMPONENT
#     Post
# .ROLE
#     Postman
# .FUNCTIONALITY
#     Transport
function Move-Mail { param([DayOfWeek]$Day = 'Monday', [switch]$Express, [string[]]$Bag) }
$help = Get-Help Move-Mail
$help.Synopsis
#= Carries mail.
$help.Description[0].Text
#= A description
#=
#=     with indented text and a blank line.
$help.alertSet.alert[0].Text
#= Harmless.
$help.relatedLinks.navigationLink[0].uri
#= https://example.com/mail
$help.relatedLinks.navigationLink[1].linkText
#= other commands
$help.inputTypes.inputType.type.name
#= Anything you like.
$help.returnValues.returnValue.type.name
#= Nothing.
$help.Component, $help.Role, $help.Functionality, $help.Category -join ' '
#= Post Postman Transport Function
$help.examples.example.introduction.Text | ForEach-Object { "[$_]" }
#= [PS > ]
#= [PS C:\>]
$help.examples.example.code
#= Move-Mail -Day Monday
#= Move-Mail
#= Move-Mail again
$help.examples.example[0].remarks.Text | ForEach-Object { "[$_]" }
#= [Carries it on Monday.
#=
#= Then rests.]
#= []
#= []
#= []
#= []
$help.Syntax.syntaxItem.parameter.name -join ' '
#= Day Bag Express
$help.Syntax.syntaxItem.parameter[0].parameterValueGroup.parameterValue -join ' '
#= Sunday Monday Tuesday Wednesday Thursday Friday Saturday
$help.Syntax.syntaxItem.parameter[2].PSObject.Properties.Name -contains 'parameterValue'
#= False
$help.parameters.parameter[0].defaultValue
#= Monday
$help.parameters.parameter.position -join ' '
#= 1 named 2
$help.parameters.parameter[1].parameterValue
#= SwitchParameter
$help.Syntax
#=
#= Move-Mail [[-Day] {Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | 
#= Saturday}] [[-Bag] <String[]>] [-Express] 
#=
#=
$help.details
#=
#= NAME
#=     Move-Mail
#=     
#= SYNOPSIS
#=     Carries mail.
#=     
#=     
#=
Get-Help Move-Mail -Parameter d*
#=
#= -Day
#=     The day on which it runs.
#=     
#=     Required?                    false
#=     Position?                    1
#=     Default value                Monday
#=     Accept pipeline input?       false
#=     Aliases                      
#=     Accept wildcard characters?  false
#=     
#=
#=
Get-Help Move-Mail -Parameter zone
#= Get-Help: No parameter matches criteria zone.
(Get-Help Move-Mail -Component p* -Role postman -Functionality Transport).Name
#= Move-Mail
Get-Help Move-Mail -Component Other
#= Get-Help: Get-Help could not find Move-Mail in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
Get-Help Move-Mail -Role Other, Postman | ForEach-Object Name
#= Move-Mail
Get-Help Move-Mail -Component Post -Role Other
#= Get-Help: Get-Help could not find Move-Mail in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
Get-Help Move-Mail -Category Cmdlet
#= Get-Help: Get-Help could not find Move-Mail in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.
Get-Help Move-Mail -Online
#= Get-Help: Get-Help -Online is not emulated. The help of Move-Mail is at https://example.com/mail.
Get-Help Move-Mail -Full
#=
#= NAME
#=     Move-Mail
#=     
#= SYNOPSIS
#=     Carries mail.
#=     
#=     
#= SYNTAX
#=     Move-Mail [[-Day] {Sunday | Monday | Tuesday | Wednesday | Thursday | 
#=     Friday | Saturday}] [[-Bag] <String[]>] [-Express] 
#=     
#=     
#= DESCRIPTION
#=     A description
#=     
#=         with indented text and a blank line.
#=     
#=
#= PARAMETERS
#=     -Day
#=         The day on which it runs.
#=         
#=         Required?                    false
#=         Position?                    1
#=         Default value                Monday
#=         Accept pipeline input?       false
#=         Aliases                      
#=         Accept wildcard characters?  false
#=         
#=     -Express [<SwitchParameter>]
#=         
#=         Required?                    false
#=         Position?                    named
#=         Default value                False
#=         Accept pipeline input?       false
#=         Aliases                      
#=         Accept wildcard characters?  false
#=         
#=     -Bag <String[]>
#=         
#=         Required?                    false
#=         Position?                    2
#=         Default value                
#=         Accept pipeline input?       false
#=         Aliases                      
#=         Accept wildcard characters?  false
#=         
#=     
#= INPUTS
#=     Anything you like.
#=     
#=     
#= OUTPUTS
#=     Nothing.
#=     
#=     
#= NOTES
#=     
#=     
#=         Harmless.
#=         
#=     -------------------------- EXAMPLE 1 --------------------------
#=     
#=     PS > Move-Mail -Day Monday
#=     
#=     Carries it on Monday.
#=     
#=     Then rests.
#=     
#=     
#=     
#=     
#=     -------------------------- EXAMPLE 2 --------------------------
#=     
#=     PS C:\>Move-Mail
#=     Move-Mail again
#=     
#=     
#=     
#=     
#=     
#=     
#=
#= RELATED LINKS
#=     https://example.com/mail 
#=     other commands 
#=
#=
#=
Get-Help Move-Mail -Detailed
#=
#= NAME
#=     Move-Mail
#=     
#= SYNOPSIS
#=     Carries mail.
#=     
#=     
#= SYNTAX
#=     Move-Mail [[-Day] {Sunday | Monday | Tuesday | Wednesday | Thursday | 
#=     Friday | Saturday}] [[-Bag] <String[]>] [-Express] 
#=     
#=     
#= DESCRIPTION
#=     A description
#=     
#=         with indented text and a blank line.
#=     
#=
#= PARAMETERS
#=     -Day
#=         The day on which it runs.
#=         
#=     -Express [<SwitchParameter>]
#=         
#=     -Bag <String[]>
#=         
#=     
#=     -------------------------- EXAMPLE 1 --------------------------
#=     
#=     PS > Move-Mail -Day Monday
#=     
#=     Carries it on Monday.
#=     
#=     Then rests.
#=     
#=     
#=     
#=     
#=     -------------------------- EXAMPLE 2 --------------------------
#=     
#=     PS C:\>Move-Mail
#=     Move-Mail again
#=     
#=     
#=     
#=     
#=     
#=     
#= REMARKS
#=     To see the examples, type: "Get-Help Move-Mail -Examples"
#=     For more information, type: "Get-Help Move-Mail -Detailed"
#=     For technical information, type: "Get-Help Move-Mail -Full"
#=     For online help, type: "Get-Help Move-Mail -Online"
#=
Move-Mail -?
#=
#= NAME
#=     Move-Mail
#=     
#= SYNOPSIS
#=     Carries mail.
#=     
#=     
#= SYNTAX
#=     Move-Mail [[-Day] {Sunday | Monday | Tuesday | Wednesday | Thursday | 
#=     Friday | Saturday}] [[-Bag] <String[]>] [-Express] 
#=     
#=     
#= DESCRIPTION
#=     A description
#=     
#=         with indented text and a blank line.
#=     
#=
#= RELATED LINKS
#=     https://example.com/mail 
#=     other commands 
#=
#= REMARKS
#=     To see the examples, type: "Get-Help Move-Mail -Examples"
#=     For more information, type: "Get-Help Move-Mail -Detailed"
#=     For technical information, type: "Get-Help Move-Mail -Full"
#=     For online help, type: "Get-Help Move-Mail -Online"
#=
