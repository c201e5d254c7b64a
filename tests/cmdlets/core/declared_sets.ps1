# What cannot be emulated is in its parameter set and says so; values of the wrong kind are refused as the engine does.
function Get-Failure([scriptblock] $Block) { try { $null = & $Block } catch { $_.FullyQualifiedErrorId; $_.Exception.Message } }
$who = [pscredential]::new('LAB\admin', (ConvertTo-SecureString 'x' -AsPlainText -Force))
Get-Failure { Invoke-Command -VMName vm1 -Credential $who { 1 } }; Get-Failure { Start-Job -DefinitionName nightly }; Get-Failure { Enable-PSBreakpoint -Id 3 -Runspace ([runspace]::DefaultRunspace) }; Get-Failure { Get-Help gcm -ShowWindow }
Get-Failure { Debug-Job 5 }; Get-Failure { Invoke-WebRequest http://ex01 }; Get-Failure { Restart-Computer -ComputerName EX01 -Force }; Get-Failure { Wait-Debugger }
Get-Failure { Invoke-WebRequest -Method Foo http://ex01 }; Get-Failure { Get-PSSession EX01 -State Away }; Get-Failure { Get-PSBreakpoint -Type Column }; Get-Failure { Export-PSSession }; Get-Failure { Remove-Module }
Get-Failure { Get-Job -Name '' }; Get-Failure { Get-Help '' }; Get-Failure { Start-Job { 1 } -WorkingDirectory ' ' }; Get-Failure { Enter-PSSession EX01 -Port 0 }; Get-Failure { Test-Connection EX01 -Count 0 }
Test-Path . -OlderThan $null; (Get-Command -ParameterType ([datetime]), timespan -Name New-T*, Get-Dat*).Name; [System.Management.Automation.PSTypeName]'int' | ForEach-Object { $_.Name; "$($_.Type)" }
#= NotEmulatedParameter,Microsoft.PowerShell.Commands.InvokeCommandCommand
#= Parameter 'VMName' of Invoke-Command is not emulated. The lab has no SSH, no virtual machines and no containers.
#= NotEmulatedParameter,Microsoft.PowerShell.Commands.StartJobCommand
#= Parameter 'DefinitionName' of Start-Job is not emulated. The job runs in this process, as the one who started it.
#= NotEmulatedParameter,Microsoft.PowerShell.Commands.EnablePSBreakpointCommand
#= Parameter 'Runspace' of Enable-PSBreakpoint is not emulated. Breakpoints are those of the session itself.
#= NotEmulatedParameter,Microsoft.PowerShell.Commands.GetHelpCommand
#= Parameter 'ShowWindow' of Get-Help is not emulated. There are no windows.
#= NotEmulatedJobs,Microsoft.PowerShell.Commands.DebugJobCommand
#= Debug-Job is not emulated. A job has ended when it can be looked at.
#= NotEmulatedWeb,Microsoft.PowerShell.Commands.InvokeWebRequestCommand
#= Invoke-WebRequest is not emulated. The lab does not reach web servers.
#= NotEmulatedComputer,Microsoft.PowerShell.Commands.RestartComputerCommand
#= Restart-Computer is not emulated. The lab does not control this computer.
#= NotEmulatedDebugging,Microsoft.PowerShell.Commands.WaitDebuggerCommand
#= Wait-Debugger is not emulated. There is no debugger.
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.InvokeWebRequestCommand
#= Cannot bind parameter 'Method'. Cannot convert value "Foo" to type "Microsoft.PowerShell.Commands.WebRequestMethod". Error: "Unable to match the identifier name Foo to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Default, Get, Head, Post, Put, Delete, Trace, Options, Merge, Patch"
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.GetPSSessionCommand
#= Cannot bind parameter 'State'. Cannot convert value "Away" to type "Microsoft.PowerShell.Commands.SessionFilterState". Error: "Unable to match the identifier name Away to a valid enumerator name. Specify one of the following enumerator names and try again:
#= All, Opened, Disconnected, Closed, Broken"
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.GetPSBreakpointCommand
#= Cannot bind parameter 'Type'. Cannot convert value "Column" to type "Microsoft.PowerShell.Commands.BreakpointType". Error: "Unable to match the identifier name Column to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Line, Variable, Command"
#= MissingMandatoryParameter,Microsoft.PowerShell.Commands.ExportPSSessionCommand
#= Cannot process command because of one or more missing mandatory parameters: OutputModule Session.
#= AmbiguousParameterSet,Microsoft.PowerShell.Commands.RemoveModuleCommand
#= Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetJobCommand
#= Cannot validate argument on parameter 'Name'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetHelpCommand
#= Cannot validate argument on parameter 'Name'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.StartJobCommand
#= Cannot validate argument on parameter 'WorkingDirectory'. The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.EnterPSSessionCommand
#= Cannot validate argument on parameter 'Port'. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again.
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.TestConnectionCommand
#= Cannot validate argument on parameter 'Count'. The argument "0" cannot be validated because its value is not greater than zero.
#= True
#= New-TimeSpan
#= Get-Date
#= int
#= int
