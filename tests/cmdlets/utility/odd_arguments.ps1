# A block that waits for pipeline input is no value before an object comes.
Set-Location ([System.IO.Path]::GetTempPath())
$folder = (New-Item -ItemType Directory "emshell-odd-$PID").FullName
Set-Location $folder
'x' | Set-Content -Path { "$_.txt" }; Get-Content x.txt
'y' | Out-File -LiteralPath { "$_.txt" }; Get-Content y.txt
1 | Set-Variable -Name { 'fromBlock' }; $fromBlock
1 | Set-Variable -Name { throw 'no name' }

# Null among the elements of an argument.
foreach ($call in { Get-Verb -Verb @($null) }, { 1 | Get-Alias -Exclude @($null) }, { Update-TypeData -PrependPath @($null) },
    { 1 | Select-Object -ExcludeProperty @($null) }) {
    try { & $call } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
}
[pscustomobject]@{ a = 1; b = 2 } | ConvertTo-Csv -QuoteFields @($null)
1 | Export-Csv -IncludeTypeInformation -NoTypeInformation x.csv

# Ranges: of the parameter's own type, or by sign.
Get-Content x.txt -TotalCount -99999999999
Get-Date -UnixTimeSeconds -99999999999999
Get-Date -UnixTimeSeconds 1577836800 -AsUTC -Format o
Start-Sleep -Duration (New-TimeSpan -Seconds -1)
'1' | ConvertFrom-Json -Depth 0
Format-Hex -Path x.txt -Count 0
try { Start-Sleep -Duration ([timespan]::MaxValue) } catch { $_.FullyQualifiedErrorId }
Set-Location ..; Remove-Item -Recurse $folder
#= x
#= y
#= 1
#= Set-Variable: 
#= Line |
#=    8 |  1 | Set-Variable -Name { throw 'no name' }
#=      |                         ~~~~~~~~~~~~~~~~~~~
#=      | Cannot evaluate parameter 'Name' because its input cannot be evaluated. no name
#= ArgumentNull,Microsoft.PowerShell.Commands.GetVerbCommand
#= Cannot process argument because the value of argument "pattern" is null. Change the value of argument "pattern" to a non-null value.
#= ArgumentNull,Microsoft.PowerShell.Commands.GetAliasCommand
#= Cannot process argument because the value of argument "pattern" is null. Change the value of argument "pattern" to a non-null value.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.UpdateTypeDataCommand
#= Cannot validate argument on parameter 'PrependPath'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.
#= ArgumentNull,Microsoft.PowerShell.Commands.SelectObjectCommand
#= Cannot process argument because the value of argument "pattern" is null. Change the value of argument "pattern" to a non-null value.
#= a,b
#= 1,2
#= Export-Csv: 
#= Line |
#=   16 |  1 | Export-Csv -IncludeTypeInformation -NoTypeInformation x.csv
#=      |      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.
#= Get-Content: 
#= Line |
#=   19 |  Get-Content x.txt -TotalCount -99999999999
#=      |                                ~~~~~~~~~~~~
#=      | Cannot validate argument on parameter 'TotalCount'. The -99999999999 argument is less than the minimum allowed
#=      | range of 0. Supply an argument that is greater than or equal to 0 and then try the command again.
#= Get-Date: 
#= Line |
#=   20 |  Get-Date -UnixTimeSeconds -99999999999999
#=      |                            ~~~~~~~~~~~~~~~
#=      | Cannot validate argument on parameter 'UnixTimeSeconds'. The -99999999999999 argument is less than the minimum
#=      | allowed range of -62135596800. Supply an argument that is greater than or equal to -62135596800 and then try the
#=      | command again.
#= 2020-01-01T00:00:00.0000000Z
#= Start-Sleep: 
#= Line |
#=   22 |  Start-Sleep -Duration (New-TimeSpan -Seconds -1)
#=      |                        ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot validate argument on parameter 'Duration'. The argument "-00:00:01" cannot be validated because its value
#=      | is not greater than or equal to zero.
#= ConvertFrom-Json: 
#= Line |
#=   23 |  '1' | ConvertFrom-Json -Depth 0
#=      |                                ~
#=      | Cannot validate argument on parameter 'Depth'. The argument "0" cannot be validated because its value is not
#=      | greater than zero.
#= Format-Hex: 
#= Line |
#=   24 |  Format-Hex -Path x.txt -Count 0
#=      |                                ~
#=      | Cannot validate argument on parameter 'Count'. The argument "0" cannot be validated because its value is not
#=      | greater than zero.
#= MaximumDurationExceeded,Microsoft.PowerShell.Commands.StartSleepCommand

# No name is the default stack; no version is that of the scope around.
Get-Location -StackName @($null) | ForEach-Object GetType | ForEach-Object Name
& { Set-StrictMode -Version 2; Set-StrictMode -Off:$false; $neverSet }
#= PathInfoStack
