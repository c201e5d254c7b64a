# What is said of manifests that are wrong, and of modules that go.
Set-Content Good.psm1 'function Get-Good { "good" }; New-Alias gg Get-Good; $Kept = 1; Export-ModuleMember -Function * -Alias * -Variable Kept'
Set-Content Odd.psd1 '@{ ModuleVersion = "1.0"; Colour = "red" }'
foreach ($command in 'Import-Module', 'Test-ModuleManifest') { try { & $command ./Odd.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '^.*/' } }
Set-Content Odd.psd1 '@{ RootModule = "Good.psm1" }'
foreach ($command in 'Import-Module', 'Test-ModuleManifest') { try { & $command ./Odd.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '[^'']*/' } }
Set-Content Odd.psd1 '@{ RootModule = "Gone.psm1"; ModuleVersion = "1.0" }'
try { Import-Module ./Odd.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; "$($_.CategoryInfo)"; $_.Exception.Message -replace '[^'']*/(?=Odd)' }
Set-Content Odd.psd1 '@{ NestedModules = "Gone.psm1"; ModuleVersion = "1.0" }'
try { Import-Module ./Odd.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '[^'']*/(?=Odd)' }
Set-Content Odd.psd1 '@{ ModuleVersion = "one.two" }'
try { Import-Module ./Odd.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '[^'']*/' }
try { New-ModuleManifest ./Odd.txt -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
try { Test-ModuleManifest ./Good.psm1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
New-ModuleManifest ./Good.psd1 -RootModule Good.psm1 -PrivateData @{ own = 1 } -Tags a, b; $manifest = Test-ModuleManifest ./Good.psd1; "$($manifest.Tags) $($manifest.PrivateData.own)"
Import-Module ./Good.psm1 -Verbose 4>&1 | ForEach-Object { "$_" -replace '''.*/', '''' }
Remove-Module Good -Verbose 4>&1 | ForEach-Object { "$_" -replace '''.*/', '''' }
#= Modules_InvalidManifestMember,Microsoft.PowerShell.Commands.ImportModuleCommand
#= Odd.psd1' module cannot be imported because its manifest contains one or more members that are not valid. The valid manifest members are ('ModuleToProcess', 'NestedModules', 'GUID', 'Author', 'CompanyName', 'Copyright', 'ModuleVersion', 'Description', 'PowerShellVersion', 'PowerShellHostName', 'PowerShellHostVersion', 'CLRVersion', 'DotNetFrameworkVersion', 'ProcessorArchitecture', 'RequiredModules', 'TypesToProcess', 'FormatsToProcess', 'ScriptsToProcess', 'PrivateData', 'RequiredAssemblies', 'ModuleList', 'FileList', 'FunctionsToExport', 'VariablesToExport', 'AliasesToExport', 'CmdletsToExport', 'DscResourcesToExport', 'CompatiblePSEditions', 'HelpInfoURI', 'RootModule', 'DefaultCommandPrefix'). Remove the members that are not valid ('Colour'), then try to import the module again.
#= Modules_InvalidManifestMember,Microsoft.PowerShell.Commands.TestModuleManifestCommand
#= Odd.psd1' module cannot be imported because its manifest contains one or more members that are not valid. The valid manifest members are ('ModuleToProcess', 'NestedModules', 'GUID', 'Author', 'CompanyName', 'Copyright', 'ModuleVersion', 'Description', 'PowerShellVersion', 'PowerShellHostName', 'PowerShellHostVersion', 'CLRVersion', 'DotNetFrameworkVersion', 'ProcessorArchitecture', 'RequiredModules', 'TypesToProcess', 'FormatsToProcess', 'ScriptsToProcess', 'PrivateData', 'RequiredAssemblies', 'ModuleList', 'FileList', 'FunctionsToExport', 'VariablesToExport', 'AliasesToExport', 'CmdletsToExport', 'DscResourcesToExport', 'CompatiblePSEditions', 'HelpInfoURI', 'RootModule', 'DefaultCommandPrefix'). Remove the members that are not valid ('Colour'), then try to import the module again.
#= Modules_InvalidManifest,Microsoft.PowerShell.Commands.ImportModuleCommand
#= The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned a version number of the form 'n.n.n.n'. Add the missing member to the file 'Odd.psd1'.
#= Modules_InvalidManifest,Microsoft.PowerShell.Commands.TestModuleManifestCommand
#= The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned a version number of the form 'n.n.n.n'. Add the missing member to the file 'Odd.psd1'.
#= Modules_ModuleFileNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
#= ResourceUnavailable: (Odd:String) [Import-Module], PSInvalidOperationException
#= The module to process 'Gone.psm1', listed in field 'ModuleToProcess/RootModule' of module manifest 'Odd.psd1' was not processed because no valid module was found in any module directory.
#= Modules_ModuleFileNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
#= The module to process 'Gone.psm1', listed in field 'NestedModules' of module manifest 'Odd.psd1' was not processed because no valid module was found in any module directory.
#= Modules_InvalidManifest,Microsoft.PowerShell.Commands.ImportModuleCommand
#= The 'ModuleVersion' member is not valid in the module manifest file 'Odd.psd1': Cannot convert value "one.two" to type "System.Version". Error: "The input string 'one' was not in a correct format." Verify that a valid value is specified for the 'ModuleVersion' field in the 'Odd.psd1' file.
#= Modules_InvalidModuleManifestPath,Microsoft.PowerShell.Commands.NewModuleManifestCommand
#= The module manifest path './Odd.txt' is not valid. The value of the Path argument must resolve to a single file that has a '.psd1' file name extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.
#= Modules_InvalidModuleManifestPath,Microsoft.PowerShell.Commands.TestModuleManifestCommand
#= a b 1
#= Loading module from path 'Good.psm1'.
#= Exporting function 'Get-Good'.
#= Exporting alias 'gg'.
#= Importing function 'Get-Good'.
#= Importing alias 'gg'.
#= Importing variable 'Kept'.
#= Performing the operation "Remove-Module" on target "Good (Path: 'Good.psm1')".
#= Removing the imported "Get-Good" function.
#= Removing the imported "Kept" variable.
#= Removing the imported "gg" alias.
