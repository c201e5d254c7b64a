# The administrator's commands of Exchange are a snap-in of the session from the start.
Get-PSSnapin Microsoft.Exchange*
#=
#= Name        : Microsoft.Exchange.Management.PowerShell.Admin
#= PSVersion   : 1.0
#= Description : Admin Tasks for the Exchange Server
#=
(Get-PSSnapin).Name -join ' '
#= Microsoft.PowerShell.Core Microsoft.PowerShell.Host Microsoft.PowerShell.Management Microsoft.PowerShell.Security Microsoft.PowerShell.Utility Microsoft.Exchange.Management.PowerShell.Admin
Get-PSSnapin -Registered | Format-Table Name, Version
#=
#= Name                                           Version
#= ----                                           -------
#= Microsoft.Exchange.Management.PowerShell.Admin 8.0.0.0
#=
# A script for a scheduled task may add it to what it takes for a bare PowerShell; twice is an error.
$name = 'Microsoft.Exchange.Management.PowerShell.Admin'
if (!(Get-PSSnapin $name -ErrorAction SilentlyContinue)) { 'never reached' }
Add-PSSnapin $name
Add-PSSnapin $name
#= Add-PSSnapin : Cannot add Windows PowerShell snap-in Microsoft.Exchange.Management.PowerShell.Admin because it is already added. Verify the name of the snap-in and try again.
#= At line:5 char:1
#= + Add-PSSnapin $name
#= + ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (Microsoft.Exchange.…nt.PowerShell.Admin:String) [Add-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand
# Those that the server does not have.
Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010
#= Add-PSSnapin : The Windows PowerShell snap-in 'Microsoft.Exchange.Management.PowerShell.E2010' is not installed on this machine.
#= At line:2 char:1
#= + Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (Microsoft.Exchange.…nt.PowerShell.E2010:String) [Add-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand
Get-PSSnapin No.Such.SnapIn
#= Get-PSSnapin : No Windows PowerShell snap-ins matching the pattern 'No.Such.SnapIn' were found. Check the pattern and then try the command again.
#= At line:1 char:1
#= + Get-PSSnapin No.Such.SnapIn
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (No.Such.SnapIn:String) [Get-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : GetPSSnapInRead,Microsoft.PowerShell.Commands.GetPSSnapinCommand
Get-PSSnapin No.Such.SnapIn -ErrorAction SilentlyContinue
Add-PSSnapin No.Such*
#= Add-PSSnapin : No Windows PowerShell snap-ins matching the pattern 'No.Such*' were found. Check the pattern and then try the command again.
#= At line:2 char:1
#= + Add-PSSnapin No.Such*
#= + ~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (No.Such*:String) [Add-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand
# Removed is not loaded; it can be added again.
Remove-PSSnapin *.Admin -WhatIf
#= What if: Performing the operation "Remove-PSSnapin" on target "Microsoft.Exchange.Management.PowerShell.Admin".
Remove-PSSnapin *.Admin -PassThru | ForEach-Object Name
#= Microsoft.Exchange.Management.PowerShell.Admin
Remove-PSSnapin *.Admin
#= Remove-PSSnapin : No Windows PowerShell snap-ins matching the pattern '*.Admin' were found. Check the pattern and then try the command again.
#= At line:1 char:1
#= + Remove-PSSnapin *.Admin
#= + ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (*.Admin:String) [Remove-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : RemovePSSnapIn,Microsoft.PowerShell.Commands.RemovePSSnapinCommand
Get-PSSnapin $name -Registered | Add-PSSnapin -PassThru | ForEach-Object Name
#= Microsoft.Exchange.Management.PowerShell.Admin
Remove-PSSnapin Microsoft.PowerShell.Core
#= Remove-PSSnapin : Cannot remove Windows PowerShell snap-in Microsoft.PowerShell.Core because it is a default snap-in.
#= At line:1 char:1
#= + Remove-PSSnapin Microsoft.PowerShell.Core
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (Microsoft.PowerShell.Core:String) [Remove-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : RemovePSSnapIn,Microsoft.PowerShell.Commands.RemovePSSnapinCommand
# Scripts say what they need.
Set-Content needs.ps1 "#requires -PSSnapin $name`n'it is here'"
./needs.ps1
#= it is here
Set-Content needs.ps1 "#requires -PSSnapin No.Such.SnapIn -Version 1.0`n'never reached'"
./needs.ps1
#= ./needs.ps1 : The script 'needs.ps1' cannot be run because the following snap-ins that are specified by the "#requires" statements of the script are missing: No.Such.SnapIn.
#= At line:2 char:1
#= + ./needs.ps1
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (needs.ps1:String) [], ScriptRequiresException
#=     + FullyQualifiedErrorId : ScriptRequiresMissingPSSnapIns
