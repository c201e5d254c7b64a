# Modules in folders: manifests, versions side by side, loading at first use, what #requires asks for.

New-Item mods/Lab/1.0, mods/Lab/2.0, mods/Kit -ItemType Directory | Out-Null
foreach ($v in '1.0', '2.0') { Set-Content mods/Lab/$v/Lab.psm1 "function Get-LabVersion { '$v' }"; Set-Content mods/Lab/$v/Lab.psd1 "@{ ModuleVersion = '$v'; RootModule = 'Lab.psm1'; FunctionsToExport = 'Get-LabVersion' }" }
Set-Content mods/Kit/Kit.psm1 'function Get-Kit { "kit " + (Get-LabVersion) }; Set-Alias kit Get-Kit'
$env:PSModulePath = "$pwd/mods"

# A command that no loaded module has brings its module along, in its highest version.
Get-LabVersion; kit; (Get-Module).Name -join ' '
#= 2.0
#= kit 2.0
#= Kit Lab
Get-Module Lab -ListAvailable | ForEach-Object { "$($_.Name) $($_.Version)" }
#= Lab 2.0
#= Lab 1.0
Remove-Module Lab; Import-Module Lab -RequiredVersion 1.0; Get-LabVersion
#= 1.0
Remove-Module Lab; Import-Module Lab -MaximumVersion 1.*; Get-LabVersion
#= 1.0
Import-Module Lab -MinimumVersion 3.0; $Error[0].FullyQualifiedErrorId
#= Import-Module: The specified module 'Lab' with version '3.0' was not loaded because no valid module file was found in any module directory.
#= Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
Import-Module -FullyQualifiedName @{ ModuleName = 'Lab'; ModuleVersion = '2.0' }; Get-LabVersion
#= 2.0
Get-Module -FullyQualifiedName @{ ModuleName = 'Lab'; RequiredVersion = '9.0' }; Remove-Module -FullyQualifiedName @{ ModuleName = 'Lab'; ModuleVersion = '2.0' }
"$([Microsoft.PowerShell.Commands.ModuleSpecification]@{ ModuleName = 'Lab'; ModuleVersion = '1.0' })"
#= @{ ModuleName = 'Lab'; ModuleVersion = '1.0' }

# What a manifest asks for.
Set-Content Needs.psd1 "@{ ModuleVersion = '1.0'; RequiredModules = 'Lab', @{ ModuleName = 'Kit'; ModuleVersion = '5.0' } }"
Import-Module ./Needs.psd1; $Error[0].FullyQualifiedErrorId
#= Import-Module: The required module 'Kit' with version '5.0' is not loaded. Load the module or remove the module from 'RequiredModules' in the file '{*}Needs.psd1'.
#= Modules_InvalidManifest,Microsoft.PowerShell.Commands.ImportModuleCommand
Set-Content New.psd1 "@{ ModuleVersion = '1.0'; PowerShellVersion = '99.0' }"
try { Import-Module ./New.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
#= Modules_InsufficientPowerShellVersion,Microsoft.PowerShell.Commands.ImportModuleCommand
Set-Content Short.psm1 'function Get-Short { 1 }'; Set-Content Short.psd1 "@{ ModuleVersion = '1.0'; RootModule = 'Short.psm1'; DefaultCommandPrefix = 'Very' }"
Import-Module ./Short.psd1; Get-VeryShort
#= 1

# Types and views of a module.
Set-Content T.psd1 "@{ ModuleVersion = '1.0'; TypesToProcess = 't.types.ps1xml'; FormatsToProcess = 't.format.ps1xml' }"
Set-Content t.types.ps1xml '<Types><Type><Name>Lab.T</Name><Members><ScriptProperty><Name>Twice</Name><GetScriptBlock>$this.A * 2</GetScriptBlock></ScriptProperty></Members></Type></Types>'
Set-Content t.format.ps1xml '<Configuration><ViewDefinitions><View><Name>t</Name><ViewSelectedBy><TypeName>Lab.T</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Label>Of A</Label></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Twice</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>'
Import-Module ./T.psd1; [pscustomobject]@{ PSTypeName = 'Lab.T'; A = 4 }
#=
#= Of A
#= ----
#= 8
#=

# A module cleans up when it goes.
Set-Content Clean.psm1 '$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { Write-Host "gone" }; function Get-Clean { $ExecutionContext.SessionState.Module.Name }'
Import-Module ./Clean.psm1; Get-Clean; Remove-Module Clean
#= Clean
#= gone

# What a script asks for is checked before it runs.
Set-Content v.ps1 "#requires -Version 99`n'never'"; ./v.ps1
#= ./v.ps1: The script 'v.ps1' cannot be run because it contained a "#requires" statement for PowerShell 99.0. The version of PowerShell that is required by the script does not match the currently running version of PowerShell 7.6.5.
$Error[0].FullyQualifiedErrorId; $Error[0].CategoryInfo.ToString()
#= ScriptRequiresUnmatchedPSVersion
#= ResourceUnavailable: (v.ps1:String) [], ScriptRequiresException
Set-Content m.ps1 "#requires -Modules Nothing, @{ ModuleName = 'Kit'; ModuleVersion = '7.0' }`n'never'"; . ./m.ps1
#= ./m.ps1: The script 'm.ps1' cannot be run because the following modules that are specified by the "#requires" statements of the script are missing: Nothing, @{ ModuleName = 'Kit'; ModuleVersion = '7.0' }.
Set-Content e.ps1 "#requires -PSEdition Desktop`n'never'"; ./e.ps1
#= ./e.ps1: The script 'e.ps1' cannot be run because it contained a "#requires" statement for PowerShell editions 'Desktop'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.
Set-Content ok.ps1 "#requires -Version 5.1`n#requires -Modules Kit`n'runs'"; ./ok.ps1
#= runs

# Manifests: what they may hold, and what Test-ModuleManifest reads and reports.
New-ModuleManifest Full.psd1 -RootModule Short.psm1 -ModuleVersion 1.2.3 -Tags a, b -ProjectUri https://lab.test/ -FileList Short.psm1 -Guid 11111111-1111-1111-1111-111111111111 -FunctionsToExport Get-Short
$m = Test-ModuleManifest Full.psd1; $m.Tags -join ' '; $m.ProjectUri.Host; "$($m.Guid)"; $m.ExportedFunctions.Keys
#= a b
#= lab.test
#= 11111111-1111-1111-1111-111111111111
#= Get-Short
Set-Content Odd.psd1 "@{ ModuleVersion = '1.0'; Colour = 'red' }"; Import-Module ./Odd.psd1 -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId
#= Modules_InvalidManifestMember,Microsoft.PowerShell.Commands.ImportModuleCommand
Set-Content Runs.psd1 "@{ ModuleVersion = '1.0'; Description = (Get-Date) }"; Import-Module ./Runs.psd1 -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId
#= Modules_InvalidManifest,Microsoft.PowerShell.Commands.ImportModuleCommand
Set-Content Chooses.psd1 '@{ ModuleVersion = "1.0"; Description = if ($PSEdition -eq "Core") { Join-Path core lab } }'; Import-Module ./Chooses.psd1; (Get-Module Chooses).Description
#= core{*}lab
Set-Content Gone.psd1 "@{ ModuleVersion = '1.0'; NestedModules = 'Nowhere.psm1'; FileList = 'nothing.txt' }"; Test-ModuleManifest Gone.psd1 -ErrorVariable e -ErrorAction SilentlyContinue | Out-Null; $e.FullyQualifiedErrorId
#= Modules_InvalidNestedModuleinModuleManifest,Microsoft.PowerShell.Commands.TestModuleManifestCommand
#= Modules_InvalidFilePathinModuleManifest,Microsoft.PowerShell.Commands.TestModuleManifestCommand

# Modules that must stay, and commands that are not overwritten.
$m = New-Module -Name Fixed { function Get-Fixed { } } | Import-Module -PassThru; $m.AccessMode = 'ReadOnly'; Remove-Module Fixed; Remove-Module Fixed -Force; Get-Module Fixed
#= Remove-Module: Unable to remove module 'Fixed' because it is read-only. Add the Force parameter to your command to remove read-only modules.
function Get-Short { 'own' }; Import-Module ./Short.psm1 -NoClobber; Get-Short; Import-Module ./Short.psm1 -Force; Get-Short; Short\Get-Short
#= own
#= 1
#= 1

# A name with its module brings the module along, whatever that seems to export; a module that is nowhere is named.
New-Item mods/Far -ItemType Directory | Out-Null; Set-Content mods/Far/Far.psd1 "@{ ModuleVersion = '1.0'; RootModule = 'Far.psm1'; RequiredModules = 'Lab', @{ ModuleName = 'Kit'; RequiredVersion = '0.0' } }"
Set-Content mods/Far/Far.psm1 'foreach ($each in "Get-Far") { Set-Item "function:$each" { "far" } }; Export-ModuleMember -Function Get-Far'
(Get-Module Far -ListAvailable).RequiredModules | ForEach-Object { "$($_.Name) $($_.Version)" }
Far\Get-Far; Far\Get-Near; $Error[0].FullyQualifiedErrorId
try { Nowhere\Get-Far } catch { $_.FullyQualifiedErrorId, "$_", $_.TargetObject }
.\Get-Far; $Error[0].FullyQualifiedErrorId
& { $PSModuleAutoLoadingPreference = 'None'; try { Nowhere\Get-Far } catch { $_.FullyQualifiedErrorId } }
#= Lab 0.0
#= Kit 0.0
#= far
#= Far\Get-Near: 
#= Line |
#=    6 |  Far\Get-Far; Far\Get-Near; $Error[0].FullyQualifiedErrorId
#=      |               ~~~~~~~~~~~~
#=      | The term 'Far\Get-Near' is not recognized as a name of a cmdlet, function, script file, or executable program.
#=      | Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= CommandNotFoundException
#= CouldNotAutoLoadModule
#= The module 'Nowhere' could not be loaded. For more information, run 'Import-Module Nowhere'.
#= Nowhere\Get-Far
#= .\Get-Far: 
#= Line |
#=    8 |  .\Get-Far; $Error[0].FullyQualifiedErrorId
#=      |  ~~~~~~~~~
#=      | The term '.\Get-Far' is not recognized as a name of a cmdlet, function, script file, or executable program.
#=      | Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= CommandNotFoundException
#= CommandNotFoundException
