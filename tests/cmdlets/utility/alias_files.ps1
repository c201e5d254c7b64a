# Aliases go to a file and come back; what is there already stays, and is reported.
Set-Location ([System.IO.Path]::GetTempPath())
Set-Location (New-Item -ItemType Directory emshell-alias-files)
New-Alias one Get-Date -Description 'a "date", short'
New-Alias two Get-Item -Option AllScope
Export-Alias plain.csv one, two, three
Get-Content plain.csv | Select-Object -Skip 4
Import-Alias plain.csv -WhatIf
Import-Alias plain.csv
Import-Alias plain.csv -Force -PassThru | ForEach-Object DisplayName
Export-Alias plain.csv two -As Nope

# Lines that are none of an alias file; names that commands have.
foreach ($line in 'x', '"a","b","c"', '"a","b","c","Nope"') {
    Set-Content bad.csv $line
    try { Import-Alias bad.csv } catch { $_.FullyQualifiedErrorId; "$($_.CategoryInfo)" }
}
Set-Content taken.csv '"Get-Date","Get-Item","",""'
Import-Alias taken.csv
$Error[0].FullyQualifiedErrorId
Import-Alias nothere.csv
Set-Location ..; Remove-Item -Recurse emshell-alias-files
#= Export-Alias: 
#= Line |
#=    6 |  Export-Alias plain.csv one, two, three
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | This command cannot find a matching alias because an alias with the name 'three' does not exist.
#= "one","Get-Date","a ""date"", short","None"
#= "two","Get-Item","","AllScope"
#= What if: Performing the operation "Import Alias" on target "Name: one Value: Get-Date".
#= What if: Performing the operation "Import Alias" on target "Name: two Value: Get-Item".
#= Import-Alias: 
#= Line |
#=    9 |  Import-Alias plain.csv
#=      |  ~~~~~~~~~~~~~~~~~~~~~~
#=      | The alias is not allowed, because an alias with the name 'one' already exists.
#= Import-Alias: 
#= Line |
#=    9 |  Import-Alias plain.csv
#=      |  ~~~~~~~~~~~~~~~~~~~~~~
#=      | The alias is not allowed, because an alias with the name 'two' already exists.
#= one -> Get-Date
#= two -> Get-Item
#= Export-Alias: 
#= Line |
#=   11 |  Export-Alias plain.csv two -As Nope
#=      |                                 ~~~~
#=      | Cannot bind parameter 'As'. Cannot convert value "Nope" to type
#=      | "Microsoft.PowerShell.Commands.ExportAliasFormat". Error: "Unable to match the identifier name Nope to a valid
#=      | enumerator name. Specify one of the following enumerator names and try again: Csv, Script"
#= ImportAliasFileFormatError,Microsoft.PowerShell.Commands.ImportAliasCommand
#= ReadError: (:) [Import-Alias], FileFormatException
#= ImportAliasFileFormatError,Microsoft.PowerShell.Commands.ImportAliasCommand
#= ReadError: (:) [Import-Alias], FileFormatException
#= ImportAliasOptionsError,Microsoft.PowerShell.Commands.ImportAliasCommand
#= ReadError: (:) [Import-Alias], FileFormatException
#= Import-Alias: 
#= Line |
#=   19 |  Import-Alias taken.csv
#=      |  ~~~~~~~~~~~~~~~~~~~~~~
#=      | The alias is not allowed, because a command with the name 'Get-Date' and command type 'Cmdlet' already exists.
#= AliasWithCommandNameAlreadyExists,Microsoft.PowerShell.Commands.ImportAliasCommand
#= Import-Alias: 
#= Line |
#=   21 |  Import-Alias nothere.csv
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot find path 'C:\Users\Administrator\AppData\Local\Temp\emshell-alias-files\nothere.csv' because it does not
#=      | exist.
