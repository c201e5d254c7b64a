# Providers: what may be changed through a drive, and how folders are searched by attributes.

New-Item d/e -ItemType Directory | Out-Null; 'a' > d/1.txt; '.h' > d/.hid
Get-ChildItem d -Attributes Directory -Name; Get-ChildItem d -Attributes !Directory -Name
#= e
#= 1.txt
Get-ChildItem d -Attributes Hidden, Directory -Name
#= e
#= .hid
Get-ChildItem d -Attributes !Directory+!Hidden -Name
#= 1.txt
(Get-Content d/1.txt -AsByteStream -Raw).GetType().Name
#= Byte[]
Set-Item variable:PID 3; $Error[0].FullyQualifiedErrorId
#= Set-Item: Cannot overwrite variable PID because it is read-only or constant.
#= VariableNotWritable,Microsoft.PowerShell.Commands.SetItemCommand
Remove-Item variable:PID; $Error[0].FullyQualifiedErrorId
#= Remove-Item: Cannot remove variable PID because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.
#= VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveItemCommand
Set-Item variable:made 3; $made; Remove-Item variable:made; Test-Path variable:made
#= 3
#= False
Get-Location -StackName nothing; $Error[0].FullyQualifiedErrorId
#= Get-Location: Cannot process argument because the value of argument "stackName" is not valid. Change the value of the "stackName" argument and run the operation again.
#= Argument,Microsoft.PowerShell.Commands.GetLocationCommand

# .NET's static members write files too, and what they write is read by cmdlets.
$p = Join-Path $pwd n.txt; [IO.File]::WriteAllText($p, "a`nb"); [IO.File]::AppendAllText($p, 'c'); Get-Content $p
#= a
#= bc
[IO.File]::WriteAllLines($p, [string[]]('q', 'w')); [IO.File]::Copy($p, "$p.2"); [IO.File]::Exists("$p.2"); [IO.File]::Delete("$p.2"); Test-Path "$p.2"
#= True
#= False
$w = [IO.StreamWriter]::new($p); $w.WriteLine('x{0}', 1); $w.Write(5); $w.Close(); $r = [IO.StreamReader]::new($p); while ($null -ne ($l = $r.ReadLine())) { "<$l>" }; $r.Close()
#= <x1>
#= <5>
try { [IO.File]::ReadAllText("$pwd/no/x") } catch { $_.Exception.InnerException.GetType().Name }
#= DirectoryNotFoundException
[IO.Directory]::CreateDirectory("$pwd/k/l").Name; [IO.Directory]::Delete("$pwd/k", $true); [IO.Directory]::Exists("$pwd/k")
#= l
#= False
