# Operators, tested as PowerShell's own suite does it.

Describe "Comparison operators" -Tags "CI" {
    It "Should be <result> for <lhs> <operator> <rhs>" -TestCases @(
        @{ lhs = 1; operator = "-lt"; rhs = 2; result = $true }
        @{ lhs = 1; operator = "-gt"; rhs = 2; result = $false }
        @{ lhs = 1; operator = "-le"; rhs = 2; result = $true }
        @{ lhs = 1; operator = "-le"; rhs = 1; result = $true }
        @{ lhs = 1; operator = "-ge"; rhs = 2; result = $false }
        @{ lhs = 1; operator = "-ge"; rhs = 1; result = $true }
        @{ lhs = 1; operator = "-eq"; rhs = 1; result = $true }
        @{ lhs = 1; operator = "-ne"; rhs = 2; result = $true }
        @{ lhs = "'abc'"; operator = "-ceq"; rhs = "'abc'"; result = $true }
        @{ lhs = "'abc'"; operator = "-ceq"; rhs = "'Abc'"; result = $false }
        @{ lhs = "'abc'"; operator = "-ieq"; rhs = "'Abc'"; result = $true }
        @{ lhs = 1; operator = "-and"; rhs = 1; result = $true }
        @{ lhs = 1; operator = "-and"; rhs = 0; result = $false }
        @{ lhs = 1; operator = "-or"; rhs = 0; result = $true }
        @{ lhs = 0; operator = "-or"; rhs = 0; result = $false }
        @{ lhs = 1; operator = "-xor"; rhs = 1; result = $false }
        @{ lhs = 1; operator = "-xor"; rhs = 0; result = $true }
        @{ lhs = "'abc'"; operator = "-match"; rhs = "'A'"; result = $true }
        @{ lhs = "'abc'"; operator = "-cmatch"; rhs = "'A'"; result = $false }
        @{ lhs = "'abc'"; operator = "-like"; rhs = "'a*'"; result = $true }
        @{ lhs = "'abc'"; operator = "-notlike"; rhs = "'b*'"; result = $true }
        @{ lhs = "1,2,3"; operator = "-contains"; rhs = 2; result = $true }
        @{ lhs = "1,2,3"; operator = "-notcontains"; rhs = 4; result = $true }
        @{ lhs = 2; operator = "-in"; rhs = "(1,2,3)"; result = $true }
        @{ lhs = 4; operator = "-notin"; rhs = "(1,2,3)"; result = $true }
        @{ lhs = "[int]"; operator = "-is"; rhs = "[type]"; result = $true }
        @{ lhs = 1; operator = "-isnot"; rhs = "[string]"; result = $true }
    ) {
        param($lhs, $operator, $rhs, $result)
        Invoke-Expression "$lhs $operator $rhs" | Should -Be $result
    }

    It "Should be <result> for <operator> <rhs>" -TestCases @(
        @{ operator = "-not"; rhs = "1"; result = $false }
        @{ operator = "-not"; rhs = "0"; result = $true }
        @{ operator = "!"; rhs = "1"; result = $false }
        @{ operator = "!"; rhs = "0"; result = $true }
        @{ operator = "!"; rhs = "@()"; result = $true }
        @{ operator = "!"; rhs = "@(0)"; result = $true }
        @{ operator = "!"; rhs = "@(0,0)"; result = $false }
    ) {
        param($operator, $rhs, $result)
        Invoke-Expression "$operator $rhs" | Should -Be $result
    }

    It "Filters a collection on the left" {
        (1, 2, 3, 2 -eq 2).Count | Should -Be 2
        (1, 2, 3 -gt 1) | Should -Be @(2, 3)
        ("a", "B", "b" -ceq "b") | Should -BeExactly "b"
        (1, 2, 3 -eq 5).Count | Should -Be 0
        ($null, 1 -ne $null) | Should -Be 1
        ("abc", "xbz", "q" -match "b") | Should -Be @("abc", "xbz")
        ("abc", "xyz" -notmatch "b") | Should -Be "xyz"
    }

    It "Compares null with everything" {
        ($null -eq $null) | Should -BeTrue
        ($null -eq 0) | Should -BeFalse
        ($null -eq "") | Should -BeFalse
        ("" -eq $null) | Should -BeFalse
        ($null -lt 1) | Should -BeTrue
        ($null -lt -1) | Should -BeFalse
        ($null -gt -1) | Should -BeTrue
    }

    It "Converts the right side to the type of the left" {
        ("10" -eq 10) | Should -BeTrue
        (10 -eq "10") | Should -BeTrue
        ("9" -lt "10") | Should -BeFalse
        (9 -lt "10") | Should -BeTrue
        ("1.0" -eq 1) | Should -BeFalse
        (1 -eq "1.0") | Should -BeTrue
        ($true -eq "false") | Should -BeTrue
        { 1 -gt "abc" } | Should -Throw -ErrorId "InvalidCastFromStringToInteger"
        { [timespan]"1:00" -gt "abc" } | Should -Throw -ErrorId "ComparisonFailure"
        (1 -eq "abc") | Should -BeFalse
    }
}

Describe "Bitwise operators" -Tags "CI" {
    It "Should be <result> for <lhs> <operator> <rhs>" -TestCases @(
        @{ lhs = 0x0F0F0F0F; operator = "-band"; rhs = 0xFE; result = 14 }
        @{ lhs = 0x0F0F0F0F; operator = "-bor"; rhs = 0xFE; result = 0xf0f0fff }
        @{ lhs = 0x0F0F0F0F; operator = "-bxor"; rhs = 0xFE; result = 0xf0f0ff1 }
        @{ lhs = 8; operator = "-shl"; rhs = 1; result = 16 }
        @{ lhs = 8; operator = "-shr"; rhs = 1; result = 4 }
        @{ lhs = 8; operator = "-shl"; rhs = 32; result = 8 }
        @{ lhs = -16; operator = "-shr"; rhs = 2; result = -4 }
    ) {
        param($lhs, $operator, $rhs, $result)
        Invoke-Expression "$lhs $operator $rhs" | Should -Be $result
    }

    It "Complements" {
        (-bnot 1) | Should -Be -2
        (-bnot 0) | Should -Be -1
        (-bnot [uint32]0) | Should -Be ([uint32]::MaxValue)
        (-bnot [int64]0) | Should -BeOfType [int64]
    }
}

Describe "Arithmetic" -Tags "CI" {
    It "<expression> is <result> of type <type>" -TestCases @(
        @{ expression = "1 + 1"; result = 2; type = [int] }
        @{ expression = "2147483647 + 1"; result = 2147483648; type = [double] }
        @{ expression = "1 + 1.5"; result = 2.5; type = [double] }
        @{ expression = "1l + 1"; result = 2; type = [long] }
        @{ expression = "1d + 1"; result = 2; type = [decimal] }
        @{ expression = "[byte]255 + [byte]1"; result = 256; type = [int] }
        @{ expression = "7 / 2"; result = 3.5; type = [double] }
        @{ expression = "8 / 2"; result = 4; type = [int] }
        @{ expression = "7 % 3"; result = 1; type = [int] }
        @{ expression = "-7 % 3"; result = -1; type = [int] }
        @{ expression = "7.5 % 2"; result = 1.5; type = [double] }
        @{ expression = "'5' + 3"; result = "53"; type = [string] }
        @{ expression = "3 + '5'"; result = 8; type = [int] }
        @{ expression = "'5' * 3"; result = "555"; type = [string] }
        @{ expression = "3 * '5'"; result = 15; type = [int] }
        @{ expression = "'10' - 3"; result = 7; type = [int] }
        @{ expression = "'10' / '4'"; result = 2.5; type = [double] }
        @{ expression = "`$null + 1"; result = 1; type = [int] }
        @{ expression = "1kb"; result = 1024; type = [int] }
        @{ expression = "4gb"; result = 4294967296; type = [long] }
        @{ expression = "1.5kb"; result = 1536; type = [double] }
        @{ expression = "0x10"; result = 16; type = [int] }
        @{ expression = "0b101"; result = 5; type = [int] }
        @{ expression = "10n"; result = 10; type = [bigint] }
        @{ expression = "[int]2.5"; result = 2; type = [int] }
        @{ expression = "[int]3.5"; result = 4; type = [int] }
        @{ expression = "[int]'0x1f'"; result = 31; type = [int] }
        @{ expression = "[char]'a' + 1"; result = "a1"; type = [string] }
    ) {
        param($expression, $result, $type)
        $actual = Invoke-Expression $expression
        $actual | Should -Be $result
        $actual | Should -BeOfType $type
    }

    It "Fails where there is no answer" {
        { 1 / 0 } | Should -Throw -ErrorId "RuntimeException"
        { 1 / 0 } | Should -Throw -ExceptionType ([System.Management.Automation.RuntimeException])
        { 1 % 0 } | Should -Throw "Attempted to divide by zero."
        { 1 + "a" } | Should -Throw -ErrorId "InvalidCastFromStringToInteger"
        { @{} + 1 } | Should -Throw -ErrorId "AddHashTableToNonHashTable"
        { @{ a = 1 } + @{ A = 2 } } | Should -Throw
        { [datetime]::Now * 2 } | Should -Throw -ErrorId "MethodNotFound"
        (1.0 / 0) | Should -Be ([double]::PositiveInfinity)
    }

    It "Adds collections" {
        (1, 2 + 3) | Should -Be @(1, 2, 3)
        (@(1) + @(2, 3)).Count | Should -Be 3
        (, 1 * 3) | Should -Be @(1, 1, 1)
        (@{ a = 1 } + @{ b = 2 }).Count | Should -Be 2
    }

    It "Increments and assigns" {
        $a = 1
        $a++ ; $a | Should -Be 2
        ++$a ; $a | Should -Be 3
        ($a++) | Should -Be 3
        (--$a) | Should -Be 3
        $a += 4; $a | Should -Be 7
        $a -= 2; $a | Should -Be 5
        $a *= 3; $a | Should -Be 15
        $a /= 2; $a | Should -Be 7.5
        $a %= 2; $a | Should -Be 1.5
        $b = $null; $b ??= 5; $b ??= 6; $b | Should -Be 5
        $c = $d = 3; $c + $d | Should -Be 6
        $e, $f, $g = 1, 2, 3, 4
        $g | Should -Be @(3, 4)
    }
}

Describe "Replace, split and join" -Tags "CI" {
    It "Splits" {
        ("a b  c" -split " ").Count | Should -Be 4
        (-split " a  b ") | Should -Be @("a", "b")
        ("a,b,c" -split ",", 2) | Should -Be @("a", "b,c")
        ("a,b,c" -split ",", -2) | Should -Be @("a,b", "c")
        ("aXbxc" -csplit "x") | Should -Be @("aXb", "c")
        ("a1b2c" -split "\d") | Should -Be @("a", "b", "c")
        ("a1b" -split "(\d)") | Should -Be @("a", "1", "b")
        ("a.b" -split ".", 0, "simplematch") | Should -Be @("a", "b")
        ("abc" -split { $_ -eq "b" }) | Should -Be @("a", "c")
    }

    It "Joins" {
        ("a", "b" -join "-") | Should -BeExactly "a-b"
        (-join ("a", "b")) | Should -BeExactly "ab"
        (1, $null, 3 -join ",") | Should -BeExactly "1,,3"
    }

    It "Replaces" {
        ("abc" -replace "B", "x") | Should -BeExactly "axc"
        ("abc" -creplace "B", "x") | Should -BeExactly "abc"
        ("John Smith" -replace "(\w+) (\w+)", '$2 $1') | Should -BeExactly "Smith John"
        ("abc" -replace "b") | Should -BeExactly "ac"
        ("a1b2" -replace "\d", { [int]$_.Value * 2 }) | Should -BeExactly "a2b4"
        (("a", "ba") -replace "a", "x") | Should -Be @("x", "bx")
        ("5.00" -replace "\.00", "") | Should -BeExactly "5"
        { "a" -replace "a", "b", "c" } | Should -Throw -ErrorId "BadReplaceArgument"
    }

    It "Formats" {
        ("{0:N2} {1}" -f 3.14159, "pi") | Should -BeExactly "3.14 pi"
        ("{0:x4}" -f 255) | Should -BeExactly "00ff"
        ("{0,5}|{0,-5}|" -f 42) | Should -BeExactly "   42|42   |"
        ("{{0}}" -f 1) | Should -BeExactly "{0}"
        { "{0} {1}" -f 1 } | Should -Throw -ErrorId "FormatError"
    }
}

Describe "Ternary, null-coalescing and null-conditional" -Tags "CI" {
    It "Chooses" {
        ($true ? 1 : 2) | Should -Be 1
        ($false ? 1 : $true ? 3 : 4) | Should -Be 3
        ($null ?? "default") | Should -Be "default"
        (0 ?? 1) | Should -Be 0
        $nothing = $null
        ${nothing}?.Length | Should -BeNullOrEmpty
        ${nothing}?[0] | Should -BeNullOrEmpty
        ${nothing}?.ToString() | Should -BeNullOrEmpty
        $text = "abc"
        ${text}?.Length | Should -Be 3
    }
}

Describe "Type operators" -Tags "CI" {
    It "Is, as and cast" {
        (1 -is [int]) | Should -BeTrue
        (1 -is "int") | Should -BeTrue
        ("1" -as [int]) | Should -Be 1
        ("x" -as [int]) | Should -BeNullOrEmpty
        ([int]"12") | Should -BeOfType [int]
        ([string[]](1, 2)).GetType().Name | Should -Be "String[]"
        { [int]"x" } | Should -Throw -ErrorId "InvalidCastFromStringToInteger"
        { [datetime]"x" } | Should -Throw
        { [NoSuchType]1 } | Should -Throw -ErrorId "TypeNotFound"
        { 1 -is [NoSuchType] } | Should -Throw -ErrorId "TypeNotFound"
        { 1 -as "NoSuchType" } | Should -Throw
    }

    It "Range" {
        (1..5) | Should -Be @(1, 2, 3, 4, 5)
        (3..1) | Should -Be @(3, 2, 1)
        ('a'..'e') -join "" | Should -BeExactly "abcde"
        (-1..1).Count | Should -Be 3
    }
}
