# What a module's type and format files bring goes with the module; what others brought stays.

$null = New-Item Stock/Stock.psm1 -Force -Value 'function Get-Stock { [pscustomobject]@{ PSTypeName = "Lab.Stock"; Id = 7; Name = "x" } }; $ExecutionContext.SessionState.Module.OnRemove = { Write-Host "leaving" }'
Set-Content Stock/Stock.types.ps1xml '<Types><Type><Name>Lab.Stock</Name><Members><AliasProperty><Name>Key</Name><ReferencedMemberName>Id</ReferencedMemberName></AliasProperty></Members></Type></Types>'
Set-Content Stock/Stock.format.ps1xml '<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>Lab.Stock</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Label>Number</Label></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>'
New-ModuleManifest Stock/Stock.psd1 -RootModule Stock.psm1 -Author 'A. Admin' -TypesToProcess Stock.types.ps1xml -FormatsToProcess Stock.format.ps1xml -FunctionsToExport Get-Stock
Select-String Copyright Stock/Stock.psd1 | ForEach-Object Line
Update-TypeData -TypeName Lab.Stock -MemberType NoteProperty -MemberName Own -Value mine
Import-Module ./Stock/Stock.psd1 -Verbose 4>&1 | ForEach-Object { "$_" -replace [regex]::Escape("$pwd"), '.' -replace '\\', '/' }
$s = Get-Stock; $s; $s.Key
Remove-Module Stock -Verbose 4>&1 | ForEach-Object { "$_" -replace 'target.*', '' }
$s; $s.Key; $s.Own; @(Get-FormatData Lab.Stock).Count
#=     Copyright = '(c) A. Admin. All rights reserved.'
#= Loading module from path './Stock/Stock.psd1'.
#= Loading 'TypesToProcess' from path './Stock/Stock.types.ps1xml'.
#= Loading 'FormatsToProcess' from path './Stock/Stock.format.ps1xml'.
#= Loading module from path './Stock/Stock.psm1'.
#= Importing function 'Get-Stock'.
#= leaving
#=
#= Number
#= ------
#= 7
#= 7
#= Performing the operation "Remove-Module" on 
#= Removing the imported "Get-Stock" function.
#=
#=
#= Id Name Own
#= -- ---- ---
#=  7 x    mine
#= mine
#= 0
#=
