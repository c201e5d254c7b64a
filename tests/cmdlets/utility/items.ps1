New-Item note.txt -Value 'hello' | ForEach-Object { "$($_.Name) $($_.Length) $($_.PSIsContainer)" }; New-Item logs -ItemType Directory | ForEach-Object Name; New-Item logs -Name a.log -Value 1 | ForEach-Object BaseName
New-Item deep/er -ItemType Directory | ForEach-Object { Split-Path $_ -Leaf }
#= note.txt 5 False
#= logs
#= a
#= er
New-Item note.txt
#= New-Item: The file '{*}/note.txt' already exists.
New-Item logs -ItemType Directory
#= New-Item: An item with the specified name {*}/logs already exists.
New-Item note.txt -Force -Value 'new' | ForEach-Object Length; New-Item logs -ItemType dir -Force | ForEach-Object Name; New-Item no/where.txt
#= 3
#= logs
#= New-Item: Could not find a part of the path '{*}/no/where.txt'.
New-Item x -ItemType Nonsense
#= New-Item: The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.
# Get-Item, Get-ChildItem
(Get-Item note.txt).GetType().FullName; (Get-Item logs).GetType().Name; (Get-Item *).Name -join ' '; (Get-Item note.txt).PSProvider.Name; (Get-Item note.txt).PSParentPath -like '*FileSystem::*'
(Get-ChildItem).Name -join ' '; (Get-ChildItem -Recurse -Name) -join ' '; (Get-ChildItem -File).Name; (Get-ChildItem -Directory -Recurse).Name -join ' '
(Get-ChildItem -Recurse -Filter *.log).Name; (Get-ChildItem *.txt).Name; (Get-ChildItem * -Include *.txt).Name; (Get-ChildItem -Exclude *.txt).Name -join ' '; (Get-ChildItem *.log -Recurse).Name
#= System.IO.FileInfo
#= DirectoryInfo
#= deep logs note.txt
#= FileSystem
#= True
#= deep logs note.txt
#= deep logs note.txt deep/er logs/a.log
#= note.txt
#= deep logs er
#= a.log
#= note.txt
#= note.txt
#= deep logs
#= a.log
Get-ChildItem -Depth 1 -Directory | ForEach-Object Name
#= deep
#= logs
#= er
Get-Item nosuch.txt
#= Get-Item: Cannot find path '{*}/nosuch.txt' because it does not exist.
Get-Item nosuch*; Get-ChildItem nosuch/*; 'nothing'
#= nothing
Get-ChildItem nosuch
#= Get-ChildItem: Cannot find path '{*}/nosuch' because it does not exist.
# Copy, move, rename
Copy-Item note.txt copy.txt; Copy-Item note.txt logs; Copy-Item logs logs2 -Recurse; (Get-ChildItem logs2).Name -join ' '
Move-Item copy.txt moved.txt -PassThru | ForEach-Object Name; Rename-Item moved.txt named.txt -PassThru | ForEach-Object Name; Test-Path moved.txt
#= a.log note.txt
#= moved.txt
#= named.txt
#= False
Move-Item named.txt note.txt
#= Move-Item: The file '{*}/note.txt' already exists.
Rename-Item nosuch.txt other.txt
#= Rename-Item: Cannot rename because item at 'nosuch.txt' does not exist.
Rename-Item named.txt logs
#= Rename-Item: Cannot create '{*}/logs' because a file or directory with the same name already exists.
Copy-Item nosuch.txt x
#= Copy-Item: Cannot find path '{*}/nosuch.txt' because it does not exist.
Copy-Item note.txt no/where/x.txt
#= Copy-Item: Could not find a part of the path '{*}/no/where/x.txt'.
Copy-Item note.txt note.txt
#= Copy-Item: Cannot overwrite the item {*}/note.txt with itself.
# Remove
Remove-Item named.txt; Remove-Item logs2 -Recurse; (Get-ChildItem).Name -join ' '
#= deep logs note.txt
Remove-Item nosuch.txt
#= Remove-Item: Cannot find path '{*}/nosuch.txt' because it does not exist.
Remove-Item logs
#= Remove-Item: A command that prompts the user failed because the host program or the command type does not support user interaction. The host was attempting to request confirmation with the following message: The item at {*}/logs has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?
Remove-Item note.txt -WhatIf; New-Item z -WhatIf; New-Item z -ItemType Directory -WhatIf | Out-Null; Copy-Item note.txt z -WhatIf; Rename-Item note.txt z -WhatIf; Move-Item logs z -WhatIf
#= What if: Performing the operation "Remove File" on target "{*}/note.txt".
#= What if: Performing the operation "Create File" on target "Destination: {*}/z".
#= What if: Performing the operation "Create Directory" on target "Destination: {*}/z".
#= What if: Performing the operation "Copy File" on target "Item: {*}/note.txt Destination: {*}/z".
#= What if: Performing the operation "Rename File" on target "Item: {*}/note.txt Destination: {*}/z".
#= What if: Performing the operation "Move Directory" on target "Item: {*}/logs Destination: {*}/z".
Remove-Item note.txt; Test-Path note.txt
#= False
# Properties
Set-Content p.txt abc; (Get-ItemProperty p.txt).Length; Get-ItemPropertyValue p.txt -Name Name, Length; Get-ItemProperty p.txt -Name Name | ForEach-Object { $_.Name + $_.PSChildName }
Set-ItemProperty p.txt -Name IsReadOnly -Value $true; (Get-Item p.txt).IsReadOnly; Set-ItemProperty p.txt IsReadOnly $false; (Get-Item p.txt).IsReadOnly
(Get-Item p.txt).LastWriteTime = '2024-03-05'; (Get-Item p.txt).LastWriteTime.ToString('yyyy-MM-dd')
#= 4
#= p.txt
#= 4
#= p.txtp.txt
#= True
#= False
#= 2024-03-05
Remove-Item p.txt; Test-Path p.txt
#= False
Get-ItemProperty deep -Name Nope
#= Get-ItemProperty: Property Nope does not exist at path {*}/deep.
Get-ItemProperty env:PATH -Name x
#= Get-ItemProperty: Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider.
Invoke-Item deep
#= Invoke-Item: Opening items with other programs is not emulated here. See COVERAGE.md.
