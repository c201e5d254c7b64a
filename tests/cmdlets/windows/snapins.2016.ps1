(Get-PSSnapin).Name
#= Microsoft.PowerShell.Core
#= Microsoft.Exchange.Management.PowerShell.E2010
#= Microsoft.Exchange.Management.PowerShell.SnapIn
Get-PSSnapin -Registered | Format-Table Name, PSVersion, Version
#=
#= Name                                             PSVersion Version
#= ----                                             --------- -------
#= Microsoft.Exchange.Management.PowerShell.E2010   1.0       15.0.0.0
#= Microsoft.Exchange.Management.PowerShell.Setup   1.0       15.0.0.0
#= Microsoft.Exchange.Management.PowerShell.SnapIn  1.0       15.0.0.0
#= Microsoft.Exchange.Management.PowerShell.Support 1.0       15.0.0.0
#=
Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010
Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn
Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
#= Add-PSSnapin : The Windows PowerShell snap-in 'Microsoft.Exchange.Management.PowerShell.Admin' is not installed on this computer.
#= At line:3 char:1
#= + Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (Microsoft.Exchange.…nt.PowerShell.Admin:String) [Add-PSSnapin], PSArgumentException
#=     + FullyQualifiedErrorId : AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand
