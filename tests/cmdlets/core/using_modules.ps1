# `using module`: by path from the script's folder, with a version, and what is not there.
$null = New-Item -ItemType Directory kit, work; Set-Content kit/Tool.psm1 'function Get-Tool { "tool" }'; Set-Content kit/Tool.psd1 '@{ ModuleVersion = "1.2"; RootModule = "Tool.psm1"; FunctionsToExport = "*" }'
Set-Content kit/near.ps1 "using module ./Tool.psm1`nGet-Tool"; Set-Location work; ../kit/near.ps1; Set-Location ..; Remove-Module Tool
Set-Content gone.ps1 "using module Nowhere`n'not run'"; try { ./gone.ps1 } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().Name; $_.Exception.Message -split "`n" | Select-Object -Last 1 }
$env:PSModulePath = "$PWD/shelf"; $null = New-Item -ItemType Directory shelf/Tool; Copy-Item kit/* shelf/Tool
Set-Content versioned.ps1 "using module @{ ModuleName = 'Tool'; ModuleVersion = '1.1' }`nGet-Tool"; ./versioned.ps1; Remove-Module Tool
Set-Content newer.ps1 "using module @{ ModuleName = 'Tool'; ModuleVersion = '2.0' }`nGet-Tool"; try { ./newer.ps1 } catch { $_.FullyQualifiedErrorId }
# Modules made by their constructor.
$made = [psmoduleinfo]::new({ $kept = 2; function Get-Kept { $kept } }); & $made { $kept }; & $made { Get-Kept }; "[$kept]"
$empty = [psmoduleinfo]::new($true); & $empty { $inside = 1 }; "[$inside]$(& $empty { $inside })"
#= tool
#= ModuleNotFoundDuringParse
#= ParseException
#= Could not find the module 'Nowhere'.
#= tool
#= ModuleNotFoundDuringParse
#= 2
#= 2
#= []
#= []
