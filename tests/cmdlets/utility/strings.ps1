'alpha', 'beta', 'gamma' | Select-String 'am|et'
#=
#= beta
#= gamma
#=
('a1', 'b2' | Select-String '\d').Matches.Value -join ','; ('a1b2' | Select-String '\d' -AllMatches).Matches.Count
'Alpha' | Select-String 'alpha' -Quiet; 'Alpha' | Select-String 'alpha' -CaseSensitive -Quiet; ('a.c', 'abc' | Select-String 'a.c' -SimpleMatch).Line
('a', 'b' | Select-String 'a' -NotMatch).Line; ('x1', 'y' | Select-String '\d' -Raw).GetType().Name
#= 1,2
#= 2
#= True
#= False
#= a.c
#= b
#= String
Set-Content log.txt 'start', 'one', 'error here', 'two', 'three'
Select-String error log.txt
#=
#= log.txt:3:error here
#=
Select-String -Path *.txt -Pattern error -Context 1
#=
#=   log.txt:2:one
#= > log.txt:3:error here
#=   log.txt:4:two
#=
(Select-String error log.txt -Context 1, 2).Context.PostContext -join ','; (Select-String e log.txt -List).LineNumber
Get-ChildItem log.txt | Select-String three | ForEach-Object { "$($_.Filename):$($_.LineNumber)" }
#= two,three
#= 2
#= log.txt:5
'x' | Select-String '('
#= Select-String: The string ( is not a valid regular expression: Invalid pattern '(' at offset 1. Not enough )'s.
Select-String x nosuch.txt
#= Select-String: Cannot find path '{*}/nosuch.txt' because it does not exist.
# Join-String
1..3 | Join-String -Separator ', ' -OutputPrefix '[' -OutputSuffix ']'; 'a', 'b' | Join-String -SingleQuote -Separator '+'; 'a' | Join-String -DoubleQuote
[pscustomobject]@{ n = 'x' }, [pscustomobject]@{ n = 'y' } | Join-String n -Separator '/'; 1, 2 | Join-String { $_ * 2 } ','; 'a' | Join-String -FormatString '<{0}>'
1, $null, 1.5 | Join-String -Separator ' '; @() | Join-String -OutputPrefix '!'
#= [1, 2, 3]
#= 'a'+'b'
#= "a"
#= x/y
#= 2,4
#= <a>
#= 1 1.5
#= !
# ConvertFrom-StringData
(ConvertFrom-StringData "# comment`na = 1`n`nb=x = y\tz").b
#= x = y	z
ConvertFrom-StringData 'nothing'
#= ConvertFrom-StringData: Data line 'nothing' is not in 'name=value' format. 
ConvertFrom-StringData "a=1`na=2"
#= ConvertFrom-StringData: Data item 'a' in line 'a=2' is already defined. 
(ConvertFrom-StringData 'a:1' -Delimiter ':').a
#= 1
