# Modules.

New-Module -Name Demo { $hidden = 5; function Get-Hidden { $hidden }; function Get-Inner { 'inner' }; Export-ModuleMember Get-Hidden } | Out-Null
Get-Hidden; Get-Inner
#= 5
#= Get-Inner: The term 'Get-Inner' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
Set-Content Lab.psm1 '$n = 0; function Step-Lab { $script:n++; $n }; Set-Alias sl2 Step-Lab'
Import-Module ./Lab.psm1; Step-Lab; sl2; (Get-Module Lab).ExportedFunctions.Keys
#= 1
#= 2
#= Step-Lab
Import-Module ./Lab.psm1 -Prefix My -Force; Step-MyLab
#= 1
Remove-Module Lab; Step-MyLab
#= Step-MyLab: The term 'Step-MyLab' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
Import-Module ./Nothing.psm1
#= Import-Module: The specified module './Nothing.psm1' was not loaded because no valid module file was found in any module directory.
Remove-Module Nothing
#= Remove-Module: No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.
Export-ModuleMember x
#= Export-ModuleMember: The Export-ModuleMember cmdlet can only be called from inside a module.

# Code inside a module, and an object of its functions.
$m = New-Module { $secret = 7; function Get-Secret { $secret } }; & $m { $secret }; $m.Invoke({ $secret + 1 })
#= 7
#= 8
