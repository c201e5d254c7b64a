# Null is no line of a file; a file is made or emptied all the same.
Set-Location ([System.IO.Path]::GetTempPath())
Set-Location (New-Item -ItemType Directory emshell-file-arguments)
Set-Content o.txt -Value $null; (Get-Item o.txt).Length
'a', $null, 'b' | Set-Content o.txt; Get-Content o.txt
Set-Content o.txt 'a', $null, 'b'; (Get-Content o.txt).Count

# No delimiter is the usual one; no encoding is refused.
Get-Content o.txt -Delimiter '' | Select-Object -First 1
foreach ($call in { Get-Content o.txt -Encoding $null }, { 1 | Out-File o.txt -Encoding $null }, { Import-Csv o.txt -Encoding $null },
    { Format-Hex -InputObject a -Encoding $null }, { Select-String a o.txt -Encoding $null }) {
    try { & $call } catch { $_.FullyQualifiedErrorId }
}

# UTF-7 works, with a warning.
'a' | Out-File seven.txt -Encoding utf7; Set-Content seven.txt b -Encoding utf7; Get-Content seven.txt -Encoding utf7
Set-Location ..; Remove-Item -Recurse emshell-file-arguments
#= 0
#= a
#= b
#= 3
#= a
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetContentCommand
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.OutFileCommand
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.ImportCsvCommand
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.FormatHex
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.SelectStringCommand
#= WARNING: Encoding 'UTF-7' is obsolete, please use UTF-8.
#= WARNING: Encoding 'UTF-7' is obsolete, please use UTF-8.
#= WARNING: Encoding 'UTF-7' is obsolete, please use UTF-8.
#= b
