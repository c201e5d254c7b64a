# The test commands, tested by themselves.

BeforeAll {
    function Invoke-Inner([scriptblock] $Block, [hashtable] $Filter = @{}) {
        Invoke-Pester -Configuration @{
            Run = @{ Container = New-PesterContainer -ScriptBlock $Block; PassThru = $true }
            Output = @{ Verbosity = "None" }
            Filter = $Filter
        }
    }
}

Describe "Setup and teardown" {
    It "runs in order" {
        $log = [System.Collections.Generic.List[string]]::new()
        $run = Invoke-Inner {
            BeforeAll { $log.Add("root before all") }
            BeforeEach { $log.Add("root before each") }
            AfterEach { $log.Add("root after each") }
            AfterAll { $log.Add("root after all") }
            Describe "d" {
                BeforeAll { $log.Add("before all") }
                BeforeEach { $log.Add("before each") }
                It "one" { $log.Add("one") }
                Context "c" {
                    BeforeEach { $log.Add("inner before each") }
                    It "two" { $log.Add("two"); throw "x" }
                    AfterEach { $log.Add("inner after each") }
                }
                AfterEach { $log.Add("after each") }
                AfterAll { $log.Add("after all") }
            }
        }
        $run.PassedCount | Should -Be 1
        $run.FailedCount | Should -Be 1
        $log -join "; " | Should -Be (@(
                "root before all", "before all"
                "root before each", "before each", "one", "after each", "root after each"
                "root before each", "before each", "inner before each", "two", "inner after each", "after each", "root after each"
                "after all", "root after all"
            ) -join "; ")
    }

    It "keeps variables where they belong" {
        $run = Invoke-Inner {
            Describe "d" {
                BeforeAll { $x = 1; $y = @{ n = 0 } }
                It "changes" { $x = 2; $y.n++; $z = 3; $x | Should -Be 2 }
                It "sees the first" { $x | Should -Be 1; $y.n | Should -Be 1; $z | Should -BeNullOrEmpty }
                Context "c" {
                    BeforeAll { $x = 5 }
                    It "sees its own" { $x | Should -Be 5 }
                }
                It "sees the first again" { $x | Should -Be 1 }
            }
            Describe "e" { It "sees none" { $x | Should -BeNullOrEmpty } }
        }
        $run.Result | Should -Be "Passed"
        $run.PassedCount | Should -Be 5
    }

    It "shares the scope of BeforeEach, It and AfterEach" {
        $out = @{}
        Invoke-Inner {
            Describe "d" {
                BeforeEach { $a = 1 }
                It "i" { $a++; $b = $a }
                AfterEach { $out.b = $b; $out.a = $a }
            }
        } | Out-Null
        $out.a | Should -Be 2
        $out.b | Should -Be 2
    }

    It "fails the tests behind a BeforeAll that throws, and goes on with the next block" {
        $run = Invoke-Inner {
            Describe "d" { BeforeAll { throw "no" }; It "a" { }; Context "c" { It "b" { } } }
            Describe "e" { It "c" { } }
        }
        $run.FailedCount | Should -Be 2
        $run.PassedCount | Should -Be 1
        $run.FailedBlocksCount | Should -Be 1
        $run.FailedBlocks[0].ErrorRecord[0].Exception.Message | Should -Be "no"
    }

    It "runs AfterEach and AfterAll after failures, and fails for what they throw" {
        $run = Invoke-Inner {
            Describe "d" { It "a" { throw "in the test" }; AfterEach { throw "in AfterEach" } }
            Describe "e" { It "b" { }; AfterAll { throw "in AfterAll" } }
        }
        $run.Failed[0].ErrorRecord.Count | Should -Be 2
        $run.FailedBlocksCount | Should -Be 1
        $run.Result | Should -Be "Failed"
    }

    It "does not set up what is skipped" {
        $log = @{}
        $run = Invoke-Inner { Describe "d" { BeforeAll { $log.ran = $true }; It "a" -Skip { } } }
        $log.ran | Should -BeNullOrEmpty
        $run.SkippedCount | Should -Be 1
        $run.Result | Should -Be "Passed"
    }
}

Describe "Data" {
    It "<name> has <value>, <inner.deep> and <list[1]>" -ForEach @(
        @{ name = "one"; value = 1; inner = @{ deep = "d" }; list = 1, 2 }
    ) {
        $name | Should -Be "one"
        $_.value | Should -Be 1
    }
    It "is <_>" -ForEach 1, "two", $true { $_ | Should -BeIn 1, "two", $true }
    It "keeps escaped ``<name``>" { $true | Should -BeTrue }

    It "names tests" {
        $run = Invoke-Inner {
            Describe "over <_>" -ForEach "a", "b" {
                It "with <_> and <n>" -ForEach @{ n = 1 } { }
                It "plain ``<n``>" { }
            }
        }
        $run.Tests.ExpandedPath | Should -Contain "over b.with System.Collections.Hashtable and 1"
        $run.Tests.ExpandedName | Should -Contain "plain <n>"
        $run.Tests[0].Name | Should -Be "with <_> and <n>"
        $run.Tests[0].Data.n | Should -Be 1
    }

    It "gives data to param blocks and to blocks in it" {
        $run = Invoke-Inner {
            Describe "d <a>" -ForEach @{ a = 1 }, @{ a = 2 } {
                BeforeAll { $double = $a * 2 }
                It "sees it" { $double | Should -Be ($a * 2) }
                It "has parameters" -TestCases @{ b = 5; c = 6 } { param([int] $b, $c) "$a$b$c" | Should -Match "^[12]56$" }
            }
        }
        $run.PassedCount | Should -Be 4
    }

    It "has none without data" {
        $run = Invoke-Inner { Describe "d" { It "a <_>" -ForEach @() { }; It "b" { } } }
        $run.TotalCount | Should -Be 1
    }

    It "comes from BeforeDiscovery" {
        $run = Invoke-Inner {
            BeforeDiscovery { $cases = 1, 2, 3 }
            Describe "d" { It "is <_>" -ForEach $cases { $_ | Should -BeLessThan 3 } }
        }
        $run.PassedCount | Should -Be 2
        $run.Failed.ExpandedName | Should -Be "is 3"
    }
}

Describe "Filters" {
    BeforeAll {
        $inner = {
            Describe "d" -Tag "Slow" { It "a" { }; It "b" -Tag "Wanted" { }; Context "c" { It "d" -Tag "Unwanted" { } } }
            Describe "e" { It "f" -Tag "Wanted", "Odd" { } }
        }
    }
    It "by <filter>" -ForEach @(
        @{ filter = @{ Tag = "Wanted" }; names = "d.b", "e.f" }
        @{ filter = @{ Tag = "Slow" }; names = "d.a", "d.b", "d.c.d" }
        @{ filter = @{ Tag = "Want*"; ExcludeTag = "Odd" }; names = "d.b" }
        @{ filter = @{ ExcludeTag = "Slow" }; names = "e.f" }
        @{ filter = @{ FullName = "d.c*" }; names = "d.c.d" }
        @{ filter = @{ FullName = "*.f", "d.a" }; names = "d.a", "e.f" }
    ) {
        $run = Invoke-Inner $inner $filter
        $run.Passed.ExpandedPath | Should -Be $names
        $run.NotRunCount | Should -Be (4 - @($names).Count)
    }
}

Describe "Results" {
    It "ends a test early" {
        $run = Invoke-Inner {
            Describe "d" {
                It "skips" { Set-ItResult -Skipped -Because "so"; throw "never" }
                It "breaks out" { break }
                It "returns" { return; throw "never" }
                It "writes" { "output"; 5 }
                It "has an error that ends nothing" { Get-Item ./nowhere -ErrorAction SilentlyContinue }
                It "has a terminating error" { Get-Item ./nowhere -ErrorAction Stop }
                It "calls nothing" { No-SuchCommand }
            }
        }
        $run.Tests.Result | Should -Be @("Skipped", "Passed", "Passed", "Passed", "Passed", "Failed", "Failed")
        $run.Tests[3].StandardOutput | Should -Be @("output", 5)
        $run.Failed[1].ErrorRecord.FullyQualifiedErrorId | Should -Be "CommandNotFoundException"
        $run.Tests[0].ErrorRecord.Exception.Message | Should -Be "is skipped, because so"
        $run.Duration | Should -BeOfType [timespan]
    }

    It "throws, or stops after a failure" {
        { Invoke-Pester -Configuration @{
                Run = @{ ScriptBlock = { Describe "d" { It "a" { throw } } }; Throw = $true }; Output = @{ Verbosity = "None" }
            } } | Should -Throw "Pester run failed*"
        $run = Invoke-Pester -Configuration @{
            Run = @{
                ScriptBlock = { Describe "d" { It "a" { throw }; It "b" { } }; Describe "e" { It "c" { } } }
                SkipRemainingOnFailure = "Block"; PassThru = $true
            }
            Output = @{ Verbosity = "None" }
        }
        $run.Tests.Result | Should -Be @("Failed", "Skipped", "Passed")
    }
}

Describe "Assertions" {
    It "take collections" {
        1, 2 | Should -Be 1, 2
        @() | Should -Be $null
        $null | Should -Be @()
        , @() | Should -BeNullOrEmpty
        @(1, @(2, 3)) | Should -Be @(1, @(2, 3))
        { 1, 2 | Should -Be 1, 2, 3 } | Should -Throw -ErrorId "PesterAssertionFailed"
        [System.Collections.ArrayList]@(1, 2) | Should -HaveCount 2
        "a", "B" | Should -Contain "b"
        1 | Should -EQ 1
        2 | Should -GT 1
        "x" | Should -HaveType string
        Should -ActualValue 3 -Be 3
        [pscustomobject]@{ a = 1 } | Should -BeOfType [pscustomobject]
        @{} | Should -BeNullOrEmpty
        { 5 | Should -BeLessOrEqual 4 } | Should -Throw "Expected the actual value to be less than or equal to 4, but got 5."
    }
    It "throw, so that try sees it" {
        $e = try { "a" | Should -Be "b" } catch { $_ }
        $e.TargetObject.Line | Should -BeGreaterThan 0
        $e.TargetObject.LineText | Should -Match "Should -Be"
        $e.CategoryInfo.Category | Should -Be "InvalidResult"
    }
    It "compare what was thrown" {
        { throw [System.IO.FileNotFoundException]::new("gone", "x.txt") } |
            Should -Throw -ExceptionType ([System.IO.IOException]) -ExpectedMessage "go*"
        { [int]::Parse("x") } | Should -Throw -ErrorId "FormatException"
        { Write-Error "one" -ErrorId "MyId" -ErrorAction Stop } | Should -Throw -ErrorId "MyId"
        { "fine" } | Should -Not -Throw
        { throw "a[1]" } | Should -Throw "a``[1``]"
        function Outer { Inner }; function Inner { throw "deep" }
        { Outer } | Should -Throw "deep" -PassThru | ForEach-Object ScriptStackTrace | Should -Match "at Inner"
    }
}

Describe "TestDrive" {
    It "has a folder" {
        "TestDrive:/x.txt" | Should -Not -Exist
        Set-Content TestDrive:/x.txt "text"
        Get-Content (Join-Path $TestDrive x.txt) | Should -Be "text"
        (Get-PSDrive TestDrive).Root | Should -Be $TestDrive
        $run = Invoke-Inner { Describe "d" { It "has its own" { Get-ChildItem TestDrive:/ | Should -BeNullOrEmpty } } }
        $run.PassedCount | Should -Be 1
        "TestDrive:/x.txt" | Should -Exist
    }
    It "keeps files for the tests of a block" { "TestDrive:/x.txt" | Should -FileContentMatchExactly "^text$" }
}
