Set-Content a.txt 'one', 'two', 'three'; Get-Content a.txt; (Get-Content a.txt).Count; Get-Content a.txt -TotalCount 1; Get-Content a.txt -Tail 2
(Get-Content a.txt -Raw).Length; (Get-Content a.txt)[1]; (Get-Content a.txt -ReadCount 2 | ForEach-Object { $_.Count }) -join ' '; (Get-Content a.txt -ReadCount 0).GetType().Name
#= one
#= two
#= three
#= 3
#= one
#= two
#= three
#= 14
#= two
#= 2 1
#= Object[]
Get-Content a.txt | ForEach-Object { "$($_.ReadCount) $($_.PSChildName)" }
#= 1 a.txt
#= 2 a.txt
#= 3 a.txt
Add-Content a.txt 'four'; (Get-Content a.txt)[-1]; Set-Content a.txt x -NoNewline; Add-Content a.txt y, z -NoNewline; Get-Content a.txt; Clear-Content a.txt; (Get-Item a.txt).Length
#= four
#= xyz
#= 0
1, 2.5, $true, 'x' | Set-Content b.txt; Get-Content b.txt; 'p' | Set-Content b.txt -PassThru; Set-Content b.txt @(1, @(2, 3)); (Get-Content b.txt) -join ','
#= 1
#= 2.5
#= True
#= x
#= p
#= 1,2,3
# Encodings
foreach ($name in 'utf8', 'utf8BOM', 'unicode', 'ascii', 'bigendianunicode', 'latin1') { Set-Content e.txt 'é' -Encoding $name -NoNewline; [BitConverter]::ToString([IO.File]::ReadAllBytes("$PWD/e.txt")) }
Set-Content e.txt 'é€' -Encoding unicode; Get-Content e.txt; Set-Content e.txt 65, 66 -AsByteStream; Get-Content e.txt; (Get-Content e.txt -AsByteStream) -join ' '; (Get-Content e.txt -AsByteStream)[0].GetType().Name
#= C3-A9
#= EF-BB-BF-C3-A9
#= FF-FE-E9-00
#= 3F
#= FE-FF-00-E9
#= E9
#= é€
#= AB
#= 65 66
#= Byte
Set-Content e.txt x -Encoding nosuch
#= Set-Content: Cannot process argument transformation on parameter 'Encoding'. 'nosuch' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')
Set-Content d.txt 'a;b;c' -NoNewline; Get-Content d.txt -Delimiter ';'
#= a
#= b
#= c
Get-Content nosuch.txt
#= Get-Content: Cannot find path '{*}/nosuch.txt' because it does not exist.
Get-Content *.nosuch
#= Get-Content: An object at the specified path *.nosuch does not exist, or has been filtered by the -Include or -Exclude parameter.
Get-Content .
#= Get-Content: Unable to get content because it is a directory: '{*}'. Please use 'Get-ChildItem' instead.
Set-Content no/where.txt x
#= Set-Content: Could not find a part of the path '{*}/no/where.txt'.
Get-Content a.txt -Head 1 -Tail 1
#= Get-Content: The parameters TotalCount and Tail cannot be used together. Specify only one parameter.
Set-Content a.txt x -WhatIf; Clear-Content a.txt -WhatIf; Add-Content a.txt y -WhatIf
#= What if: Performing the operation "Set Content" on target "Path: {*}/a.txt".
#= What if: Performing the operation "Clear Content" on target "Item: {*}/a.txt".
#= What if: Performing the operation "Add Content" on target "Path: {*}/a.txt".
Get-Content nosuch.txt -ErrorAction SilentlyContinue; $?; try { Get-Content nosuch.txt -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.Exception.GetType().Name }
#= False
#= PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand
#= ObjectNotFound
#= ItemNotFoundException
# Other items
Set-Content variable:v 1, 2; $v.Count; Get-Content variable:v; Set-Content function:Say 'param($a) "said $a"'; Say hi; Get-Content function:Say; $env:LAB_X = 'q'; Get-Content env:LAB_X; Set-Content env:LAB_X r; $env:LAB_X; Get-Content alias:gc
#= 2
#= 1
#= 2
#= said hi
#= param($a) "said $a"
#= q
#= r
#= Get-Content
Tee-Object -InputObject 'kept' -FilePath t.txt; Get-Content t.txt; 'more' | Tee-Object t.txt -Append | Out-Null; (Get-Content t.txt) -join ','
#= kept
#= kept
#= kept,more
(Get-FileHash a.txt -Algorithm MD5).Hash; $f = New-TemporaryFile; $f.Length; Remove-Item $f; Unblock-File a.txt
Set-Content data.psd1 '@{ Port = 25; Names = "a", "b" }'; (Import-PowerShellDataFile data.psd1).Names -join ','
#= D41D8CD98F00B204E9800998ECF8427E
#= 0
#= a,b
