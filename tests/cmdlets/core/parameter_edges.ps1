# Parameters with odd values, as the engine judges them.
function Get-Failure([scriptblock] $Block) { try { & $Block } catch { $_.FullyQualifiedErrorId; $_.Exception.Message } }
$ErrorActionPreference = 'Stop'; Get-Failure { Start-Job { $using:nope } }; Get-Failure { Start-ThreadJob { 1 | ForEach-Object { $using:nope } } }; Get-Failure { Invoke-Command -ComputerName EX01 { $using:nope } }; Get-Failure { 1 | ForEach-Object -Parallel { $using:nope } }; @(Get-Job).Count
$here = 5; Start-Job { $using:here; $using:PSEdition; $inner = 1; { $using:inner } | Out-Null } | Receive-Job -Wait -AutoRemoveJob
Get-Failure { Get-PSDrive -Scope 99 }; $null = New-PSDrive mine Variable ''; Get-Failure { Remove-PSDrive mine -PSProvider FileSystem }; Remove-PSDrive mine -PSProvider Var*; Get-PSDrive mine*
Set-Content bytes.bin 65, 66 -AsByteStream; Get-Content bytes.bin -AsByteStream -Encoding utf8; (Get-Failure { Invoke-Item nosuch.txt })[0]; Get-Failure { Invoke-Item bytes.bin }
#= UsingVariableIsUndefined,Microsoft.PowerShell.Commands.StartJobCommand
#= The value of the using variable '$using:nope' cannot be retrieved because it has not been set in the local session.
#= UsingVariableIsUndefined,Microsoft.PowerShell.Commands.StartThreadJobCommand
#= The value of the using variable '$using:nope' cannot be retrieved because it has not been set in the local session.
#= UsingVariableIsUndefined,Microsoft.PowerShell.Commands.InvokeCommandCommand
#= The value of the using variable '$using:nope' cannot be retrieved because it has not been set in the local session.
#= UsingVariableIsUndefined,Microsoft.PowerShell.Commands.ForEachObjectCommand
#= The value of the using variable '$using:nope' cannot be retrieved because it has not been set in the local session.
#= 0
#= 5
#= Core
#= ArgumentOutOfRange,Microsoft.PowerShell.Commands.GetPSDriveCommand
#= The scope number '99' exceeds the number of active scopes. (Parameter 'scopeID')
#= Actual value was 99.
#= DriveNotFound,Microsoft.PowerShell.Commands.RemovePSDriveCommand
#= Cannot find drive. A drive with the name 'mine' does not exist.
#= WARNING: Encoding not used when '-AsByteStream' specified.
#= 65
#= 66
#= PathNotFound,Microsoft.PowerShell.Commands.InvokeItemCommand
#= NotEmulatedInvokeItem,Microsoft.PowerShell.Commands.InvokeItemCommand
#= Opening items with other programs is not emulated here. See COVERAGE.md.
# A file that is read-only keeps its content, whoever runs the shell; -Force writes it.
Set-Content kept.txt old; Set-ItemProperty kept.txt IsReadOnly $true; foreach ($write in { Set-Content kept.txt new }, { Add-Content kept.txt new }, { Clear-Content kept.txt }) { (Get-Failure $write)[0] }; Get-Content kept.txt; Set-Content kept.txt new -Force; Get-Content kept.txt
#= GetContentWriterUnauthorizedAccessError,Microsoft.PowerShell.Commands.SetContentCommand
#= GetContentWriterUnauthorizedAccessError,Microsoft.PowerShell.Commands.AddContentCommand
#= ClearContentUnauthorizedAccessError,Microsoft.PowerShell.Commands.ClearContentCommand
#= old
#= new
