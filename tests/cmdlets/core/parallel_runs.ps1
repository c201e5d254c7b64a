# ForEach-Object -Parallel: each object has a runspace of its own, and an error that ends its block is one of several.

function Local { 'seen' }; $global:seen = 1; $box = @{}
1..3 | ForEach-Object -Parallel { if ($_ -eq 2) { throw "bad $_" }; Write-Warning "w$_"; Write-Error "e$_"; $_ } -ErrorVariable e -WarningVariable w -ErrorAction SilentlyContinue -WarningAction SilentlyContinue; $e | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" }; "$w"
1..2 | ForEach-Object -Parallel { 1 / 0; "after $_" } 2>&1 | ForEach-Object { "$_ [$($_.FullyQualifiedErrorId)]" }
1 | ForEach-Object -Parallel { "[$seen]"; $global:seen = 2; Local } 2>&1 | ForEach-Object { "$_".Split("`n")[0] }; $seen
1 | ForEach-Object -Parallel { ($using:box).x = 5; if ($_) { exit 3 }; 'never' }; $box.x
1..5 | ForEach-Object -Parallel { $_; $_ } | Select-Object -First 3
# -ErrorAction Stop ends the command: no `catch` of the block sees it. Script blocks do not cross.
try { 1 | ForEach-Object -Parallel { try { Write-Error 'x' } catch { 'inner' } } -ErrorAction Stop } catch { $_.Exception.Message }
$block = { 1 }; try { 1 | ForEach-Object -Parallel { & $using:block } } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }
try { { 1 } | ForEach-Object -Parallel { & $_ } } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= 1
#= 3
#= Microsoft.PowerShell.Commands.WriteErrorException: e1
#= bad 2: bad 2
#= Microsoft.PowerShell.Commands.WriteErrorException: e3
#= w1 w3
#= Attempted to divide by zero. [RuntimeException]
#= after 1 []
#= Attempted to divide by zero. [RuntimeException]
#= after 2 []
#= []
#= The term 'Local' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= 1
#= 5
#= 1
#= 1
#= 2
#= x
#= ParallelUsingVariableCannotBeScriptBlock,Microsoft.PowerShell.Commands.ForEachObjectCommand
#= InvalidType
#= ParallelPipedInputObjectCannotBeScriptBlock,Microsoft.PowerShell.Commands.ForEachObjectCommand
#= A ForEach-Object -Parallel piped input object cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.
