# Items that are hidden, in use, further below, or renamed with their folder in front.
$null = New-Item -ItemType Directory tree/low/lower -Force; Set-Content tree/.secret s; Set-Content tree/low/deep.log d; Set-Content tree/one.txt o
try { Get-Item tree/.secret -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '/.*/' }
(Get-Item tree/.secret -Force).Name; (Get-Item tree/*).Name -join ' '; (Get-Item tree/* -Force).Name -join ' '
(Get-ChildItem -Recurse deep.log).Name
try { Get-ChildItem -Recurse nowhere.log -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Rename-Item ./tree/one.txt ./two.txt; Rename-Item tree/two.txt "$PWD/tree/three.txt"; (Get-ChildItem tree).Name -join ' '
Rename-Item tree/three.txt low/four.txt
Set-Location tree/low; try { Move-Item ../../tree ../../other -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '''.*/', '''' }; Set-Location ../..
try { New-Item -ItemType HardLink hard -Target nowhere.txt -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '/.*/' }
#= ItemNotFound,Microsoft.PowerShell.Commands.GetItemCommand
#= Could not find item .secret.
#= .secret
#= low one.txt
#= low .secret one.txt
#= deep.log
#= PathNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand
#= low three.txt
#= Rename-Item: 
#= Line |
#=    8 |  Rename-Item tree/three.txt low/four.txt
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot rename the specified target, because it represents a path or device name.
#= InvalidOperation,Microsoft.PowerShell.Commands.MoveItemCommand
#= Cannot move item because the item at 'tree' is in use.
#= ItemNotFound,Microsoft.PowerShell.Commands.NewItemCommand
#= Could not find item nowhere.txt.
