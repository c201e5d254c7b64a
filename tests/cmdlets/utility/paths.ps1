Split-Path /a/b/c.txt; Split-Path /a/b/c.txt -Leaf; Split-Path /a/b/c.txt -LeafBase; Split-Path /a/b/c.txt -Extension; Split-Path c.tar.gz -LeafBase; Split-Path c.tar.gz -Extension
Split-Path a/b -Parent; Split-Path a; Split-Path /; Split-Path /a; Split-Path env:PATH -Qualifier; Split-Path env:PATH -NoQualifier; Split-Path env:PATH -IsAbsolute; Split-Path a -IsAbsolute; 'x/y', 'z/w' | Split-Path -Leaf
#= /a/b
#= c.txt
#= c
#= .txt
#= c.tar
#= .gz
#= a
#=
#=
#= /
#= env:
#= PATH
#= True
#= False
#= y
#= w
Split-Path a -Qualifier
#= Split-Path: Cannot parse path because path 'a' does not have a qualifier specified.
Join-Path a b; Join-Path a/ /b; Join-Path a b c d; Join-Path a, b c; Join-Path 'a' ''; '/root' | Join-Path -ChildPath x
#= a/b
#= a/b
#= a/b/c/d
#= a/c
#= b/c
#= a/
#= /root/x
Join-Path nosuch: x
#= Join-Path: Cannot find drive. A drive with the name 'nosuch' does not exist.
# Existing paths
New-Item one.txt, two.txt, sub -ItemType File | Out-Null; Remove-Item sub; New-Item sub -ItemType Directory | Out-Null
Test-Path one.txt; Test-Path nosuch; Test-Path *.txt; Test-Path sub -PathType Container; Test-Path sub -PathType Leaf; Test-Path one.txt -PathType Leaf; Test-Path ''; Test-Path ' '; Test-Path one.txt, nosuch
Test-Path env:PATH; Test-Path variable:nosuch; Test-Path function:prompt; Test-Path alias:gc; Test-Path nosuch:x; Test-Path 'a*b' -IsValid; Test-Path nosuch:x -IsValid; Test-Path -LiteralPath '*.txt'; Test-Path one.txt -NewerThan 2001-01-01; Test-Path one.txt -OlderThan 2001-01-01
#= True
#= False
#= True
#= True
#= False
#= True
#= False
#= False
#= True
#= False
#= True
#= False
#= True
#= True
#= False
#= True
#= False
#= False
#= True
#= False
Test-Path $null
#= Test-Path: Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')
(Resolve-Path one.txt).Path -eq "$PWD/one.txt"; (Resolve-Path *.txt).Count; Resolve-Path one.txt -Relative; (Resolve-Path sub/../two.txt).Path -eq "$PWD/two.txt"; (Convert-Path *.txt | Split-Path -Leaf) -join ' '; (Resolve-Path one.txt).Provider.Name; (Resolve-Path one.txt).GetType().FullName
#= True
#= 2
#= ./one.txt
#= True
#= one.txt two.txt
#= FileSystem
#= System.Management.Automation.PathInfo
Resolve-Path nosuch
#= Resolve-Path: Cannot find path '{*}/nosuch' because it does not exist.
Resolve-Path no*such; 'nothing'
#= nothing
Convert-Path nosuch
#= Convert-Path: Cannot find path '{*}/nosuch' because it does not exist.
Set-Content 'c[1].txt' x
#= Set-Content: An object at the specified path c[1].txt does not exist, or has been filtered by the -Include or -Exclude parameter.
Get-Item nosuch:x
#= Get-Item: Cannot find drive. A drive with the name 'nosuch' does not exist.
Get-Item 'nosuch::x'
#= Get-Item: Cannot find a provider with the name 'nosuch'.
Set-Content -LiteralPath 'b[1].txt' x; (Get-Item 'b`[1`].txt').Name; (Get-Item -LiteralPath 'b[1].txt').Name; Test-Path 'b[1].txt'; (Get-Item "FileSystem::$PWD/one.txt").Name; (Get-Item "Microsoft.PowerShell.Core\FileSystem::$PWD/one.txt").PSPath -like 'Microsoft.PowerShell.Core\FileSystem::*one.txt'
#= b[1].txt
#= b[1].txt
#= False
#= one.txt
#= True
