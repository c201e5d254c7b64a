# Tests as they were written for Pester 4: what BeforeAll makes is used by cases and switches of tests.

Describe "Made in BeforeAll" {
    BeforeAll {
        $skipIt = $true
        $cases = @{ a = 1; b = 2; sum = 3 }, @{ a = 2; b = 3; sum = 5 }
        $prepared = "prepared"
    }

    It "is skipped" -Skip:$skipIt { throw "must not run" }
    It "is not skipped" -Skip:(!$skipIt) { $prepared | Should -Be "prepared" }
    It "adds <a> and <b>" -TestCases $cases { param($a, $b, $sum) $a + $b | Should -Be $sum }
    It "is pending" -Pending { throw "must not run" }

    Context "further in" {
        BeforeAll { $inner = 1 }
        BeforeEach { $each = "each" }
        It "sees all" { "$prepared $inner $each" | Should -Be "prepared 1 each" }
    }

    AfterAll { $prepared | Should -Be "prepared" }
}

Describe "Switched off for a platform" {
    BeforeAll {
        $originalDefaultParameterValues = $PSDefaultParameterValues.Clone()
        $PSDefaultParameterValues["it:skip"] = $true
    }
    AfterAll { $global:PSDefaultParameterValues = $originalDefaultParameterValues }

    It "does not run" { throw "must not run" }
}

Describe "Switched on again" {
    It "runs" { $PSDefaultParameterValues.Count | Should -Be 0 }
}
