# Help that is kept elsewhere.
$null = 0
# .FORWARDHELPTARGETNAME Get-Location
# .FORWARDHELPCATEGORY Cmdlet
function Where-AmI { }
Get-Help Where-AmI | ForEach-Object { $_.Name, $_.Category }
#= Get-Location
#= Cmdlet
# .FORWARDHELPTARGETNAME Where-AmI
function Where-AmINow { }
(Get-Help Where-AmINow).Name
#= Get-Location
# .FORWARDHELPTARGETNAME Loop
function Loop { param($x) }
(Get-Help Loop).Name
#= Loop
# .FORWARDHELPTARGETNAME NoSuchCommand
function Lost { param($x) }
(Get-Help Lost).Name
#= Lost
# .REMOTEHELPRUNSPACE $session
# .FORWARDHELPTARGETNAME Get-Thing
function Get-Thing { }
Get-Help Get-Thing
#= Get-Help: The help of Get-Thing is kept by another computer (.REMOTEHELPRUNSPACE $session), which is not emulated.
$null = New-Item -ItemType Directory en-US
Set-Content en-US/tool-help.xml @"
<?xml version="1.0" encoding="utf-8"?>
<helpItems schema="maml" xmlns="http://msh">
<command:command xmlns:maml="http://schemas.microsoft.com/maml/2004/10" xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10" xmlns:dev="http://schemas.microsoft.com/maml/dev/2004/10">
<command:details><command:name>Use-Tool</command:name><maml:description><maml:para>Uses a tool.</maml:para></maml:description></command:details>
<maml:description><maml:para>First.</maml:para><maml:para>Second.</maml:para></maml:description>
<command:parameters><command:parameter><maml:name>Name</maml:name><maml:description><maml:para>Which tool.</maml:para></maml:description></command:parameter></command:parameters>
<command:examples><command:example><maml:introduction><maml:para>PS C:\&gt; </maml:para></maml:introduction><dev:code>Use-Tool saw</dev:code><dev:remarks><maml:para>Saws.</maml:para></dev:remarks></command:example></command:examples>
<maml:relatedLinks><maml:navigationLink><maml:linkText>Online</maml:linkText><maml:uri>https://example.com/tool</maml:uri></maml:navigationLink></maml:relatedLinks>
</command:command>
</helpItems>
"@
Set-Content tool.psm1 @"
# .EXTERNALHELP tool-help.xml
function Use-Tool { param([string]`$Name) }
# .EXTERNALHELP missing-help.xml
function Use-Nothing { param([string]`$Name) }
"@
Import-Module ./tool.psm1
Get-Help Use-Tool -Detailed
#=
#= NAME
#=     Use-Tool
#=     
#= SYNOPSIS
#=     Uses a tool.
#=     
#=     
#= SYNTAX
#=     Use-Tool [[-Name] <String>] 
#=     
#=     
#= DESCRIPTION
#=     First.
#=     
#=     Second.
#=     
#=
#= PARAMETERS
#=     -Name <String>
#=         Which tool.
#=         
#=     
#=     -------------------------- EXAMPLE 1 --------------------------
#=     
#=     PS C:\>Use-Tool saw
#=     
#=     Saws.
#=     
#=     
#=     
#=     
#= REMARKS
#=     To see the examples, type: "Get-Help Use-Tool -Examples"
#=     For more information, type: "Get-Help Use-Tool -Detailed"
#=     For technical information, type: "Get-Help Use-Tool -Full"
#=     For online help, type: "Get-Help Use-Tool -Online"
#=
(Get-Help Use-Nothing).Synopsis.Trim()
#= Use-Nothing [[-Name] <string>]
Set-Content en-US/about_Tool.help.txt "TOPIC`n    about_Tool`n`nSHORT DESCRIPTION`n    What tools are`n    good for.`n`nLONG DESCRIPTION`n    Sawing."
Set-Content en-US/about_Tools.help.txt "TOPIC`n    about_Tools"
Get-Help about_tool
#= TOPIC
#=     about_Tool
#=
#= SHORT DESCRIPTION
#=     What tools are
#=     good for.
#=
#= LONG DESCRIPTION
#=     Sawing.
#=
Get-Help about_tool* | ForEach-Object { $_.Name, $_.Category, $_.Synopsis -join '|' }
#= about_Tool|HelpFile|What tools are good for.
#= about_Tools|HelpFile|
