# The portable cmdlets, tested as PowerShell's own suite does it: variables in Describe bodies, setup in BeforeAll.

Describe "Select-Object" -Tags "CI" {
    BeforeEach {
        $dirObject = [pscustomobject]@{ Name = "a"; Length = 1 }, [pscustomobject]@{ Name = "b"; Length = 2 },
            [pscustomobject]@{ Name = "c"; Length = 2 }
        $TestLength = 2
    }

    It "Should be able to select a property" { ($dirObject | Select-Object -Property Name).Name | Should -Be @("a", "b", "c") }
    It "Should take the first ones" {
        $result = $dirObject | Select-Object -First $TestLength
        $result.Length | Should -Be $TestLength
        $result[1].Name | Should -Be "b"
    }
    It "Should take the last, skip and index" {
        ($dirObject | Select-Object -Last 1).Name | Should -Be "c"
        ($dirObject | Select-Object -Skip 2).Name | Should -Be "c"
        ($dirObject | Select-Object -SkipLast 2).Name | Should -Be "a"
        ($dirObject | Select-Object -Index 0, 2).Name | Should -Be @("a", "c")
        (1..10 | Select-Object -SkipIndex 0, 1).Count | Should -Be 8
    }
    It "Should expand" {
        $dirObject | Select-Object -ExpandProperty Name | Should -Be @("a", "b", "c")
        { $dirObject | Select-Object -ExpandProperty Nope -ErrorAction Stop } |
            Should -Throw -ErrorId "ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand"
    }
    It "Should be unique" {
        1, 2, 2, 3, 1 | Select-Object -Unique | Should -Be @(1, 2, 3)
        "a", "A" | Select-Object -Unique | Should -HaveCount 2
        "a", "A" | Select-Object -Unique -CaseInsensitive | Should -HaveCount 1
    }
    It "Should calculate" {
        $result = $dirObject | Select-Object @{ n = "Double"; e = { $_.Length * 2 } }, @{ Label = "L"; Expression = "Name" }
        $result[1].Double | Should -Be 4
        $result[1].L | Should -Be "b"
    }
    It "Should exclude" {
        ($dirObject[0] | Select-Object * -ExcludeProperty Name).PSObject.Properties.Name | Should -Be "Length"
    }
}

Describe "Sort-Object, Group-Object, Measure-Object" -Tags "CI" {
    It "Sorts" {
        3, 1, 2 | Sort-Object | Should -Be @(1, 2, 3)
        3, 1, 2 | Sort-Object -Descending | Should -Be @(3, 2, 1)
        "b", "A", "c" | Sort-Object | Should -Be @("A", "b", "c")
        "aa", "b" | Sort-Object Length | Should -Be @("b", "aa")
        3, 1, 2, 1 | Sort-Object -Unique | Should -Be @(1, 2, 3)
        1..5 | Sort-Object -Top 2 -Descending | Should -Be @(5, 4)
        "10", "9" | Sort-Object { [int]$_ } | Should -Be @("9", "10")
        (@{ a = 2; b = 1 }, @{ a = 1; b = 2 } | Sort-Object @{ e = "a"; Descending = $true })[0].a | Should -Be 2
    }
    It "Groups" {
        $groups = "a", "b", "A" | Group-Object
        $groups.Count | Should -Be 2
        $groups[0].Count | Should -Be 2
        ("a", "b", "A" | Group-Object -CaseSensitive).Count | Should -Be 3
        (1..6 | Group-Object { $_ % 2 } -AsHashTable)[0] | Should -Be @(2, 4, 6)
        (1..6 | Group-Object { $_ % 2 } -NoElement).Name | Should -Be @("0", "1")
    }
    It "Measures" {
        $m = 1..4 | Measure-Object -Sum -Average -Maximum -Minimum
        $m.Count | Should -Be 4
        $m.Sum | Should -Be 10
        $m.Average | Should -Be 2.5
        $m.Maximum | Should -Be 4
        ("a b", "c" | Measure-Object -Word -Line -Character).Words | Should -Be 3
        (@() | Measure-Object).Count | Should -Be 0
        ([math]::Round((1..4 | Measure-Object -StandardDeviation).StandardDeviation, 4)) | Should -Be 1.291
    }
    It "Compares" {
        $result = Compare-Object 1, 2, 3 2, 3, 4
        ($result | Where-Object SideIndicator -EQ "=>").InputObject | Should -Be 4
        Compare-Object 1, 2 1, 2 | Should -BeNullOrEmpty
        (Compare-Object 1, 2 1, 2 -IncludeEqual).Count | Should -Be 2
    }
}

Describe "Where-Object and ForEach-Object" -Tags "CI" {
    $Computers = @(
        [pscustomobject]@{ ComputerName = "SPC-1234"; IPAddress = "192.168.0.1"; Cores = 4 }
        [pscustomobject]@{ ComputerName = "BGP-5678"; IPAddress = ""; Cores = 8 }
    )

    It "Where <syntax>" -TestCases @(
        @{ syntax = "block"; block = { $_.Cores -gt 4 } }
        @{ syntax = "negated"; block = { !$_.IPAddress } }
    ) {
        param($block)
        ($Computers | Where-Object $block).ComputerName | Should -Be "BGP-5678"
    }
    It "Where with operators" {
        $Computers | Where-Object Cores -GT 4 | Should -HaveCount 1
        $Computers | Where-Object ComputerName -Like "S*" | Should -HaveCount 1
        $Computers | Where-Object IPAddress | Should -HaveCount 1
        $Computers | Where-Object -Not IPAddress | Should -HaveCount 1
        $Computers | Where-Object ComputerName -In "SPC-1234", "x" | Should -HaveCount 1
        $Computers | Where-Object ComputerName -CMatch "spc" | Should -BeNullOrEmpty
        ($Computers | Where Cores -Is [int]).Count | Should -Be 2
    }
    It "ForEach-Object" {
        1..3 | ForEach-Object { $_ * 2 } | Should -Be @(2, 4, 6)
        1..3 | ForEach-Object -Begin { "b" } -Process { $_ } -End { "e" } | Should -Be @("b", 1, 2, 3, "e")
        "a", "bc" | ForEach-Object Length | Should -Be @(1, 2)
        "a", "b" | ForEach-Object ToUpper | Should -BeExactly @("A", "B")
        "a,b" | ForEach-Object Split "," | Should -Be @("a", "b")
        1, 2 | % { $_ } { "end" } | Should -Not -BeNullOrEmpty
    }
}

Describe "ConvertTo-Json and ConvertFrom-Json" -Tags "CI" {
    BeforeAll { $json = '{"name":"x","list":[1,2,{"deep":true}],"nothing":null,"n":1.5}' }

    It "Reads" {
        $object = $json | ConvertFrom-Json
        $object.name | Should -Be "x"
        $object.list[2].deep | Should -BeTrue
        $object.nothing | Should -BeNullOrEmpty
        $object.n | Should -BeOfType [double]
        $object.list[0] | Should -BeOfType [long]
        ($json | ConvertFrom-Json -AsHashtable).list.Count | Should -Be 3
        "[1,2]" | ConvertFrom-Json | Should -Be @(1, 2)
        { "{bad" | ConvertFrom-Json } | Should -Throw -ErrorId "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand"
    }
    It "Writes" {
        @{ a = 1 } | ConvertTo-Json -Compress | Should -BeExactly '{"a":1}'
        1, "two", $null, $true | ConvertTo-Json -Compress | Should -BeExactly '[1,"two",null,true]'
        [ordered]@{ a = @(); b = @{} } | ConvertTo-Json -Compress | Should -BeExactly '{"a":[],"b":{}}'
        , @(1) | ConvertTo-Json -Compress | Should -BeExactly '[1]'
        ConvertTo-Json @(1) -Compress | Should -BeExactly '[1]'
        1 | ConvertTo-Json -AsArray -Compress | Should -BeExactly '[1]'
        "é`"\" | ConvertTo-Json | Should -BeExactly '"é\"\\"'
        "é" | ConvertTo-Json -EscapeHandling EscapeNonAscii | Should -BeExactly '"\u00e9"'
        (@{ a = @{ b = @{ c = 1 } } } | ConvertTo-Json -Depth 1 -Compress -WarningAction SilentlyContinue) |
            Should -BeExactly '{"a":{"b":"System.Collections.Hashtable"}}'
    }
    It "Comes back as it was" {
        ($json | ConvertFrom-Json | ConvertTo-Json -Depth 5 -Compress) | Should -BeExactly $json
    }
}

Describe "CSV" -Tags "CI" {
    BeforeAll { $rows = "Name,Size`na,1`n`"b,c`",2" | ConvertFrom-Csv }
    It "Reads" {
        $rows.Count | Should -Be 2
        $rows[1].Name | Should -BeExactly "b,c"
        ("x;y" | ConvertFrom-Csv -Delimiter ";" -Header A, B).B | Should -Be "y"
    }
    It "Writes" {
        ($rows | ConvertTo-Csv)[0] | Should -BeExactly '"Name","Size"'
        ($rows | ConvertTo-Csv -UseQuotes AsNeeded)[2] | Should -BeExactly '"b,c",2'
        $path = Join-Path $TestDrive rows.csv
        $rows | Export-Csv $path -NoTypeInformation
        (Import-Csv $path)[0].Size | Should -Be "1"
        $path | Should -FileContentMatch '"a","1"'
    }
}

Describe "Files" -Tags "CI" {
    BeforeAll {
        $nl = [Environment]::NewLine
        $folder = Join-Path $TestDrive "folder"
        New-Item -ItemType Directory $folder | Out-Null
        "one", "two", "three" | Set-Content (Join-Path $folder "text.txt")
    }
    It "Reads and writes" {
        Get-Content $folder/text.txt | Should -Be @("one", "two", "three")
        Get-Content $folder/text.txt -TotalCount 1 | Should -Be "one"
        Get-Content $folder/text.txt -Tail 1 | Should -Be "three"
        Get-Content $folder/text.txt -Raw | Should -BeExactly "one${nl}two${nl}three${nl}"
        Add-Content $folder/text.txt "four"
        (Get-Content $folder/text.txt).Count | Should -Be 4
        "$folder/text.txt" | Should -Exist
    }
    It "Copies, moves, removes" {
        Copy-Item $folder/text.txt $folder/copy.txt
        Move-Item $folder/copy.txt $folder/moved.txt
        "$folder/copy.txt" | Should -Not -Exist
        Remove-Item $folder/moved.txt
        Test-Path $folder/moved.txt | Should -BeFalse
        { Remove-Item $folder/moved.txt -ErrorAction Stop } |
            Should -Throw -ErrorId "PathNotFound,Microsoft.PowerShell.Commands.RemoveItemCommand"
        { Get-Content $folder/nope.txt -ErrorAction Stop } |
            Should -Throw -ErrorId "PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand"
        { New-Item $folder -ItemType Directory -ErrorAction Stop } |
            Should -Throw -ErrorId "DirectoryExist,Microsoft.PowerShell.Commands.NewItemCommand"
    }
    It "Splits and joins paths" {
        Split-Path "/a/b/c.txt" -Leaf | Should -Be "c.txt"
        Split-Path "/a/b/c.txt" -LeafBase | Should -Be "c"
        Split-Path "/a/b/c.txt" -Extension | Should -Be ".txt"
        Split-Path -IsAbsolute "a/b" | Should -BeFalse
        Join-Path a b c | Should -Be (@("a", "b", "c") -join [IO.Path]::DirectorySeparatorChar)
    }
    It "Finds text" {
        (Select-String "t[wh]" $folder/text.txt).LineNumber | Should -Be @(2, 3)
        ("abc", "xbz" | Select-String "B" -CaseSensitive) | Should -BeNullOrEmpty
        ("a1b22" | Select-String "\d+" -AllMatches).Matches.Value | Should -Be @("1", "22")
    }
}

Describe "Objects and members" -Tags "CI" {
    It "Adds members" {
        $o = New-Object psobject -Property @{ A = 1 }
        $o | Add-Member ScriptProperty Double { $this.A * 2 }
        $o | Add-Member ScriptMethod Say { param($x) "said $x" }
        $o | Add-Member AliasProperty B A
        $o.Double | Should -Be 2
        $o.Say("hi") | Should -Be "said hi"
        $o.B | Should -Be 1
        { $o | Add-Member A 2 -ErrorAction Stop } |
            Should -Throw -ErrorId "MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand"
        ($o | Get-Member -MemberType ScriptMethod).Name | Should -Be "Say"
    }
    It "Makes .NET objects" {
        (New-Object System.Collections.ArrayList).Count | Should -Be 0
        (New-Object datetime 2020, 1, 2).Day | Should -Be 2
        [System.Collections.Generic.List[int]]::new().GetType().Name | Should -Be 'List`1'
        { New-Object No.Such.Type } | Should -Throw -ErrorId "TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand"
        (New-Guid).Guid | Should -Match "^[0-9a-f-]{36}$"
        (New-TimeSpan -Hours 1 -Minutes 30).TotalMinutes | Should -Be 90
    }
    It "Has dates" {
        $d = Get-Date "2024-02-29T13:05:07"
        $d.AddYears(1).Day | Should -Be 28
        Get-Date $d -Format "yyyy-MM-dd HH:mm" | Should -BeExactly "2024-02-29 13:05"
        Get-Date $d -UFormat "%Y%m%d" | Should -BeExactly "20240229"
        ($d - [datetime]"2024-02-28").TotalHours | Should -BeGreaterThan 37
        [datetime]::ParseExact("03/04/2021", "dd/MM/yyyy", $null).Month | Should -Be 4
        $d.DayOfWeek | Should -Be "Thursday"
    }
    It "Formats as text" {
        $text = [pscustomobject]@{ A = 1; B = "x" } | Format-Table | Out-String
        $text | Should -Match "A\s+B"
        ([pscustomobject]@{ A = 1 } | Format-List | Out-String).Trim() | Should -BeExactly "A : 1"
        (1, 2 | Out-String -Stream) | Should -Be @("1", "2")
    }
}

Describe "Variables, aliases and commands" -Tags "CI" {
    It "Handles variables" {
        New-Variable pesterV 1
        Get-Variable pesterV -ValueOnly | Should -Be 1
        { New-Variable pesterW 1; New-Variable pesterW 2 -ErrorAction Stop } |
            Should -Throw -ErrorId "VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand"
        Clear-Variable pesterV
        $pesterV | Should -BeNullOrEmpty
        Remove-Variable pesterV
        Test-Path variable:pesterV | Should -BeFalse
        { Get-Variable noSuchVariable -ErrorAction Stop } |
            Should -Throw -ErrorId "VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand"
    }
    It "Handles aliases" {
        Set-Alias pesterAlias Get-Date
        (Get-Alias pesterAlias).Definition | Should -Be "Get-Date"
        pesterAlias | Should -BeOfType [datetime]
        Remove-Alias pesterAlias
        { pesterAlias } | Should -Throw -ErrorId "CommandNotFoundException"
    }
    It "Finds commands" {
        (Get-Command Get-ChildItem).CommandType | Should -Be "Cmdlet"
        (Get-Command -Verb Get -Noun Item).Name | Should -Be "Get-Item"
        { Get-Command NoSuchCommandHere -ErrorAction Stop } |
            Should -Throw -ErrorId "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand"
        Get-Command NoSuchCommandHere -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-Command Get-Item).Parameters.Keys | Should -Contain "LiteralPath"
    }
    It "Writes to streams" {
        (Write-Warning "w" 3>&1).Message | Should -BeExactly "w"
        (Write-Verbose "v" -Verbose 4>&1).Message | Should -BeExactly "v"
        (Write-Host "h" 6>&1).MessageData.Message | Should -BeExactly "h"
        (Write-Information "i" 6>&1).MessageData | Should -BeExactly "i"
        Write-Output 1, 2 | Should -HaveCount 2
        $w = $null; Write-Warning "x" -WarningVariable w -WarningAction SilentlyContinue
        $w.Count | Should -Be 1
        $(Write-Error "e" -ErrorAction Continue) 2>&1 | Should -BeOfType [System.Management.Automation.ErrorRecord]
    }
    It "Invokes" {
        Invoke-Expression "1 + 1" | Should -Be 2
        Invoke-Command { param($a) $a * 2 } -ArgumentList 4 | Should -Be 8
        (Measure-Command { 1 + 1 }).TotalSeconds | Should -BeLessThan 60
        & (Get-Command Write-Output) 5 | Should -Be 5
        (Get-Random -Minimum 1 -Maximum 2) | Should -Be 1
        1..10 | Get-Random -Count 3 | Should -HaveCount 3
        ("a=1`nb=2" | ConvertFrom-StringData).b | Should -Be "2"
        "x" | Tee-Object -Variable tee | Should -Be "x"
        $tee | Should -Be "x"
    }
}
