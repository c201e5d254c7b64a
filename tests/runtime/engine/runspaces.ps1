# Commands that a script puts together and runs in this process.
$shell = [powershell]::Create().AddScript('param($a) $a * 2; Write-Warning w; Write-Error e; 1 / 0; "end"').AddArgument(4)
$shell.Invoke()
"$($shell.Streams.Warning)", $shell.Streams.Error.Count, $shell.HadErrors, "$($shell.InvocationStateInfo.State)"
[powershell]::Create().AddCommand('Write-Output').AddParameter('InputObject', 5).AddCommand('ForEach-Object').AddArgument({ $_ + 1 }).Invoke()
[powershell]::Create().AddScript('process { $_ * 10 }').Invoke(1..3) -join ','
#= 8
#= end
#= w
#= 2
#= True
#= Completed
#= 6
#= 10,20,30

# A runspace of its own sees none of the script's variables; the current one sees all.
$x = 3
[powershell]::Create().AddScript('$null -eq $x').Invoke()
[powershell]::Create('CurrentRunspace').AddScript('$x').Invoke()
$runspace = [runspacefactory]::CreateRunspace()
$runspace.Open()
$runspace.SessionStateProxy.SetVariable('v', 42)
$shell = [powershell]::Create()
$shell.Runspace = $runspace
$shell.AddScript('$v; $w = 1').Invoke()
$runspace.SessionStateProxy.GetVariable('w')
$runspace.Close()
"$($runspace.RunspaceStateInfo.State)"
#= True
#= 3
#= 42
#= 1
#= Closed

# BeginInvoke runs to the end at once.
$shell = [powershell]::Create().AddScript('7')
$handle = $shell.BeginInvoke()
$handle.IsCompleted, $shell.EndInvoke($handle)[0]
#= True
#= 7
$handle -is [IAsyncResult]; $handle.AsyncWaitHandle -is [Threading.WaitHandle]; $handle.AsyncWaitHandle.WaitOne(5)
#= True
#= True
#= True

# What ends a run comes out of Invoke.
try { [powershell]::Create().AddScript('throw "boom"').Invoke() } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
[powershell]::Create().Invoke()
#= Exception calling "Invoke" with "0" argument(s): "boom"
#= RuntimeException
#= Exception calling "Invoke" with "0" argument(s): "No commands are specified."
#= At line:4 char:1
#= + [powershell]::Create().Invoke()
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : PSInvalidOperationException

# Settings of a run: how it was left can be shown, and errors can end it.
$shown = [System.Management.Automation.PSInvocationSettings] @{ ExposeFlowControlExceptions = $true }
foreach ($way in 'break', 'continue', 'exit 3', 'return') { try { [powershell]::Create().AddScript("'in'; $way; 'after'").Invoke($null, $shown) } catch { "$($_.FullyQualifiedErrorId) $($_.Exception.InnerException -is [System.Management.Automation.LoopFlowException]) $($_.Exception.Message)" } }
[powershell]::Create().AddScript("'in'; break; 'after'").Invoke(@(), [System.Management.Automation.PSInvocationSettings]::new())
$strict = [System.Management.Automation.PSInvocationSettings] @{ ErrorActionPreference = 'Stop' }; $shell = [powershell]::Create().AddScript("Write-Error ended; 'after'")
try { $shell.Invoke($null, $strict) } catch { $_.Exception.InnerException.Message }; $shell.Invoke(); $shell.Streams.Error.Count
$taken = [System.Collections.Generic.List[object]]::new(); [powershell]::Create().AddScript('$input').Invoke((1, 2), $taken, $null); "$taken"
try { [powershell]::Create().AddScript('1').Invoke($null, [System.Management.Automation.PSInvocationSettings] @{ AddToHistory = $true }) } catch { $_.FullyQualifiedErrorId }
#= BreakException True Exception calling "Invoke" with "2" argument(s): "System error."
#= ContinueException True Exception calling "Invoke" with "2" argument(s): "System error."
#= ExitException False Exception calling "Invoke" with "2" argument(s): "System error."
#= in
#= in
#= The running command stopped because the preference variable "ErrorActionPreference" or common parameter is set to Stop: ended
#= after
#= 1
#= 1 2
#= NotEmulatedHistory
