# Values that .NET, a cmdlet or this machine's memory cannot take are errors of theirs.
function Tell([scriptblock] $block) { try { & $block } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" } }
Tell { 'ab' * 1000000000 }
Tell { , 2 * 2147483648 }
Tell { $shell = [powershell]::Create().AddScript('1'); $shell.EndInvoke('a b') }
Tell { $table = [System.Data.DataTable]::new('t'); $table.PrimaryKey = $null; $table.PrimaryKey.Count }
Tell { $table = [System.Data.DataTable]::new('t'); $table.Rows[{ x }] }
Tell { Get-WinEvent -FilterHashtable @{ LogName = 'Application'; Level = 'x' } -ErrorAction Stop }
Tell { New-SelfSignedCertificate ' ' -ErrorAction Stop }
try { Get-Item . | Export-Certificate -FilePath x.cer -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
$null | Set-Item -Include @(1, 'a', $null) -Path nowhere
In
#= System.OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was thrown.
#= System.OutOfMemoryException: Array dimensions exceeded supported range.
#= ArgumentException: Exception calling "EndInvoke" with "1" argument(s): "asyncResult does not correspond to an operation of this object. (Parameter 'asyncResult')"
#= 0
#= ConvertToFinalInvalidCastException: Cannot convert the " x " value of type "System.Management.Automation.ScriptBlock" to type "System.Int32".
#= InvalidCastFromStringToInteger,Microsoft.PowerShell.Commands.GetWinEventCommand: Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
#= System.ArgumentException,Microsoft.CertificateServices.Commands.NewSelfSignedCertificateCommand: The name 'CN= ' is not valid: Attribute's length must be >= 1 and <= 64, but it was 0
#= Argument,Microsoft.CertificateServices.Commands.ExportCertificateCommand
1 | ForEach-Object -Begin { 1 } -Process { 2 } -End { 3 } | Select-Object @{} -Unique
#= Select-Object : The expression key is mandatory.
#= At line:1 char:61
#= + … ct -Begin { 1 } -Process { 2 } -End { 3 } | Select-Object @{} -Unique
#= +                                               ~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Select-Object], NotSupportedException
#=     + FullyQualifiedErrorId : DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.SelectObjectCommand
