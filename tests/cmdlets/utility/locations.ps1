$start = "$PWD"; New-Item sub/deeper -ItemType Directory | Out-Null
Set-Location sub; Split-Path $PWD -Leaf; Set-Location ./deeper; Split-Path $PWD -Leaf; Set-Location ..; Split-Path $PWD -Leaf; Set-Location $start; "$PWD" -eq $start
#= sub
#= deeper
#= sub
#= True
Push-Location sub; Push-Location deeper; (Get-Location -Stack).Count; Split-Path $PWD -Leaf; Pop-Location; Split-Path $PWD -Leaf; Pop-Location; "$PWD" -eq $start; Pop-Location; "$PWD" -eq $start
#= 2
#= deeper
#= sub
#= True
#= True
Push-Location sub -StackName lab; Pop-Location -StackName lab -PassThru | ForEach-Object { "$_" -eq $start }; Pop-Location -StackName nosuch
#= True
#= Pop-Location: Cannot find location stack 'nosuch'. It does not exist or it is not a container.
Set-Location sub; Set-Location -; "$PWD" -eq $start; Set-Location +; Split-Path $PWD -Leaf; Set-Location $start -PassThru | ForEach-Object { $_.Path -eq $start }
#= True
#= sub
#= True
Set-Location nosuch
#= Set-Location: Cannot find path '{*}/nosuch' because it does not exist.
try { Set-Location nosuch -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
#= PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand
# Drives
Set-Location env:; Get-Location; (Get-Item PATH).Name; Set-Location $start
#=
#= Path
#= ----
#= Env:/
#= PATH
#=
(Get-PSDrive -PSProvider FileSystem).Name -contains 'Temp'; (Get-PSDrive Env).Provider.Name; (Get-PSProvider Variable).Name
#= True
#= Environment
#= Variable
Get-PSDrive nosuch
#= Get-PSDrive: Cannot find drive. A drive with the name 'nosuch' does not exist.
New-PSDrive Lab FileSystem sub | ForEach-Object { "$($_.Name) $($_.Provider)" }; Set-Content Lab:x.txt 1; (Get-ChildItem Lab:).Name -join ' '; Get-Content sub/x.txt; (Get-Item Lab:x.txt).FullName -eq "$start/sub/x.txt"; (Resolve-Path Lab:x.txt).Path; (Resolve-Path Lab:x.txt).ProviderPath -eq "$start/sub/x.txt"
Set-Location Lab:deeper; "$PWD"; Set-Location ..; "$PWD"; Set-Location $start
#= Lab Microsoft.PowerShell.Core\FileSystem
#= deeper x.txt
#= 1
#= True
#= Lab:/x.txt
#= True
#= Lab:/deeper
#= Lab:/
New-PSDrive Lab FileSystem sub
#= New-PSDrive: A drive with the name 'Lab' already exists.
New-PSDrive L2 Nosuch sub
#= New-PSDrive: Cannot find a provider with the name 'Nosuch'.
Remove-PSDrive Lab; Get-Item Lab:x.txt
#= Get-Item: Cannot find drive. A drive with the name 'Lab' does not exist.
Remove-PSDrive nosuch
#= Remove-PSDrive: Cannot find drive. A drive with the name 'nosuch' does not exist.
# Items of other drives
$env:LAB_V = 'one'; Get-Item env:LAB_V
#=
#= Name                           Value
#= ----                           -----
#= LAB_V                          one
#=
Set-Item env:LAB_V two; $env:LAB_V; Remove-Item env:LAB_V; Test-Path env:LAB_V; Set-Item variable:q 5; $q; (Get-Item variable:q).Value; Clear-Item variable:q; "[$q]"; Rename-Item variable:q r; Test-Path variable:q; Remove-Item variable:r
Set-Item function:Hi { 'hi' }; Hi; (Get-Item function:Hi).CommandType; Remove-Item function:Hi; Test-Path function:Hi; New-Item alias:zz -Value Get-Date | Out-Null; (Get-Alias zz).Definition; (Get-ChildItem alias:g[cl]).Name -join ' '
#= two
#= False
#= 5
#= 5
#= []
#= False
#= hi
#= Function
#= False
#= Get-Date
#= gc gl
Get-Item env:nosuch
#= Get-Item: Cannot find path 'Env:/nosuch' because it does not exist.
Remove-Item variable:nosuch
#= Remove-Item: Cannot find path 'Variable:/nosuch' because it does not exist.
Set-Item env:LAB_V x -WhatIf; Remove-Item env:PATH -WhatIf
#= What if: Performing the operation "Set Item" on target "Item: LAB_V Value: x".
#= What if: Performing the operation "Remove Item" on target "Item: PATH".
