# Tests as they were written for Pester 4: variables and functions of bodies are there in tests.

$fileVariable = "of the file"

function Get-FromFile { "function of the file" }

Describe "Variables of a body" -Tags "CI", "Feature" {
    $bodyVariable = 7
    $list = New-Object System.Collections.ArrayList
    function Get-FromBody { param($x) $x * 2 }

    It "are there in tests" {
        $bodyVariable | Should -Be 7
        $fileVariable | Should Be "of the file"
        Get-FromBody 4 | Should -Be 8
        Get-FromFile | Should BeLike "*file"
        $list.Add(1) | Out-Null
    }

    It "are shared" { $list.Count | Should Be 1 }

    foreach ($number in 1, 2, 3) {
        It "keeps $number" { $number | Should -BeIn 1, 2, 3; $seen = $number; "keeps $seen" | Should -Be "keeps $number" }
    }

    $bodyVariable = 7
}

Describe "Loops around blocks" {
    foreach ($word in "a", "bb") {
        Context "with $word" {
            BeforeAll { $length = $word.Length }
            It "has the length of $word" { $length | Should -Be $word.Length }
        }
    }
}

Describe "Without dashes" {
    It "knows the words" {
        1 | Should Be 1
        1 | Should Not Be 2
        "abc" | Should Match "b"
        "abc" | Should BeExactly "abc"
        $null | Should BeNullOrEmpty
        "a" | Should Not BeNullOrEmpty
        5 | Should BeGreaterThan 4
        5 | Should BeLessThan 6
        1 | Should BeOfType [int]
        1 | Should BeOfType "int"
        { throw "abc" } | Should Throw
        { throw "abc" } | Should Throw "b"
        { 1 } | Should Not Throw
        (1, 2, 3).Count | Should Be 3
        "." | Should Exist
        @(1, 2) | Should Be @(1, 2)
    }
}
