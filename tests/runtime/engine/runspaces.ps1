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
