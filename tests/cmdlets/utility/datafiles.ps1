# A data file holds values; what would run code is refused.
'@{ Name = "EX01"; Roles = @("Hub", "Edge"); Limits = @{ Size = 2mb; Rate = -1 } }' | Set-Content server.psd1
Import-PowerShellDataFile server.psd1 | ForEach-Object { "$($_.Name) $($_.Roles) $($_.Limits.Size) $($_.Limits.Rate)" }
'@{ Name = hostname }' | Set-Content bad.psd1
Import-PowerShellDataFile bad.psd1
$Error[0].FullyQualifiedErrorId
'"no table"' | Set-Content bad.psd1
try { Import-PowerShellDataFile bad.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
'@{ a = {' | Set-Content bad.psd1
try { Import-PowerShellDataFile bad.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
'@{' + ((1..501 | ForEach-Object { "k$_ = 1" }) -join ';') + '}' | Set-Content large.psd1
try { Import-PowerShellDataFile large.psd1 } catch { $_.FullyQualifiedErrorId }
(Import-PowerShellDataFile large.psd1 -SkipLimitCheck).Count

# Texts of a script by culture: the culture's folder first, then the base folder.
$null = New-Item de-DE -ItemType Directory
"ConvertFrom-StringData 'hello = Hallo'" | Set-Content de-DE/texts.psd1
'@{ hello = "Hello" }' | Set-Content texts.psd1
(Import-LocalizedData -FileName texts -UICulture de-DE).hello
Import-LocalizedData texts -FileName texts.psd1
$texts.hello
Import-LocalizedData -FileName nowhere -UICulture fr -ErrorAction SilentlyContinue
$Error[0].FullyQualifiedErrorId
#= EX01 Hub Edge 2097152 -1
#= Import-PowerShellDataFile: 
#= Line |
#=    5 |  Import-PowerShellDataFile bad.psd1
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: @{
#=      | Name = hostname }.
#= System.InvalidOperationException,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand
#= CouldNotParseAsPowerShellDataFileNoHashtableRoot,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand
#= CouldNotParseAsPowerShellDataFile,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand
#= System.InvalidOperationException,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand
#= 501
#= Hallo
#= Hello
#= ImportLocalizedData,Microsoft.PowerShell.Commands.ImportLocalizedData
