# What Invoke-Pester shows and returns.

Set-Content lab.Tests.ps1 @'
BeforeAll { function Get-Sum($a, $b) { $a + $b } }

Describe "Sums" -Tag "Math" {
    BeforeAll { $base = 5 }
    It "adds" { Get-Sum 1 2 | Should -Be 3; $base | Should -Be 5 }
    It "fails" -Tag "Wrong" {
        Get-Sum 2 2 | Should -Be 3 -Because "it is so"
    }
    Context "of <count>" -ForEach @{ count = 2 } {
        It "case <a> of <count>" -TestCases @{ a = 1 }, @{ a = 2 } { param($a) $a | Should -BeGreaterThan 0 }
        It "is skipped" -Skip { throw }
    }
    It "throws" { throw "boom" }
}

Describe "Verdicts" {
    It "skips itself" { Set-ItResult -Skipped -Because "there is no server" }
    It "does not know" { Set-ItResult -Inconclusive }
}
'@

Invoke-Pester ./lab.Tests.ps1
#=
#= Starting discovery in 1 files.
#= Discovery found 8 tests in {*}.
#= Running tests.
#= [-] Sums.fails {*}
#=  Expected 3, because it is so, but got 4.
#=  at Get-Sum 2 2 | Should -Be 3 -Because "it is so", {*}/lab.Tests.ps1:7
#=  at <ScriptBlock>, {*}/lab.Tests.ps1:7
#= [-] Sums.throws {*}
#=  RuntimeException: boom
#=  at <ScriptBlock>, {*}/lab.Tests.ps1:13
#= Tests completed in {*}
#= Tests Passed: 3, Failed: 2, Skipped: 2, Inconclusive: 1, NotRun: 0
Invoke-Pester ./lab.Tests.ps1 -Output Detailed
#= Pester v5.7.1
#=
#= Starting discovery in 1 files.
#= Discovery found 8 tests in {*}.
#= Running tests.
#=
#= Running tests from '{*}/lab.Tests.ps1'
#= Describing Sums
#=   [+] adds {*}
#=   [-] fails {*}
#=    Expected 3, because it is so, but got 4.
#=    at Get-Sum 2 2 | Should -Be 3 -Because "it is so", {*}/lab.Tests.ps1:7
#=    at <ScriptBlock>, {*}/lab.Tests.ps1:7
#=  Context of 2
#=    [+] case 1 of 2 {*}
#=    [+] case 2 of 2 {*}
#=    [!] is skipped {*}
#=   [-] throws {*}
#=    RuntimeException: boom
#=    at <ScriptBlock>, {*}/lab.Tests.ps1:13
#=
#= Describing Verdicts
#=   [!] skips itself, is skipped, because there is no server {*}
#=   [?] does not know, is inconclusive {*}
#= Tests completed in {*}
#= Tests Passed: 3, Failed: 2, Skipped: 2, Inconclusive: 1, NotRun: 0
Invoke-Pester . -TagFilter Math -ExcludeTagFilter Wrong -Output Detailed
#= Pester v5.7.1
#=
#= Starting discovery in 1 files.
#= Discovery found 8 tests in {*}.
#= Filter 'Tag' set to ('Math').
#= Filter 'ExcludeTag' set to ('Wrong').
#= Filters selected 5 tests to run.
#= Running tests.
#=
#= Running tests from '{*}/lab.Tests.ps1'
#= Describing Sums
#=   [+] adds {*}
#=  Context of 2
#=    [+] case 1 of 2 {*}
#=    [+] case 2 of 2 {*}
#=    [!] is skipped {*}
#=   [-] throws {*}
#=    RuntimeException: boom
#=    at <ScriptBlock>, {*}/lab.Tests.ps1:13
#= Tests completed in {*}
#= Tests Passed: 3, Failed: 1, Skipped: 1, Inconclusive: 0, NotRun: 3
Invoke-Pester . -FullNameFilter "*.adds" -Output None -PassThru | Format-List Result, TotalCount, PassedCount, NotRunCount
#=
#= Result      : Passed
#= TotalCount  : 8
#= PassedCount : 1
#= NotRunCount : 7
#=
$run = Invoke-Pester . -Output None -PassThru
$run.Tests | Format-Table Result, ExpandedName, ExpandedPath
#=
#= Result       ExpandedName  ExpandedPath
#= ------       ------------  ------------
#= Passed       adds          Sums.adds
#= Failed       fails         Sums.fails
#= Passed       case 1 of 2   Sums.of 2.case 1 of 2
#= Passed       case 2 of 2   Sums.of 2.case 2 of 2
#= Skipped      is skipped    Sums.of 2.is skipped
#= Failed       throws        Sums.throws
#= Skipped      skips itself  Verdicts.skips itself
#= Inconclusive does not know Verdicts.does not know
#=
$run.Failed[0].ErrorRecord[0].Exception.Message
#= Expected 3, because it is so, but got 4.
$run.Failed[0].ErrorRecord.DisplayStackTrace
#= at Get-Sum 2 2 | Should -Be 3 -Because "it is so", {*}/lab.Tests.ps1:7
#= at <ScriptBlock>, {*}/lab.Tests.ps1:7
"$($run.Result) $($run.FailedCount) $($run.SkippedCount) $($run.InconclusiveCount) $($run.Containers[0].Blocks[0].Name)"
#= Failed 2 2 1 Sums
./lab.Tests.ps1
#=
#= Starting discovery in 1 files.
#= Discovery found 8 tests in {*}.
#= Running tests.
#= [-] Sums.fails {*}
#=  Expected 3, because it is so, but got 4.
#=  at Get-Sum 2 2 | Should -Be 3 -Because "it is so", {*}/lab.Tests.ps1:7
#=  at <ScriptBlock>, {*}/lab.Tests.ps1:7
#= [-] Sums.throws {*}
#=  RuntimeException: boom
#=  at <ScriptBlock>, {*}/lab.Tests.ps1:13
#= Tests completed in {*}
#= Tests Passed: 3, Failed: 2, Skipped: 2, Inconclusive: 1, NotRun: 0

# Configurations

$configuration = New-PesterConfiguration
$configuration.Run.Path = "./lab.Tests.ps1"
$configuration.Filter.Tag = "Wrong"
$configuration.Output.Verbosity = "Detailed"
Invoke-Pester -Configuration $configuration
#= Pester v5.7.1
#=
#= Starting discovery in 1 files.
#= Discovery found 8 tests in {*}.
#= Filter 'Tag' set to ('Wrong').
#= Filters selected 1 tests to run.
#= Running tests.
#=
#= Running tests from '{*}/lab.Tests.ps1'
#= Describing Sums
#=   [-] fails {*}
#=    Expected 3, because it is so, but got 4.
#=    at Get-Sum 2 2 | Should -Be 3 -Because "it is so", {*}/lab.Tests.ps1:7
#=    at <ScriptBlock>, {*}/lab.Tests.ps1:7
#= Tests completed in {*}
#= Tests Passed: 0, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 7
$configuration.Run.Path.Value
#= ./lab.Tests.ps1
$configuration.Run.PassThru
#=
#= Default Description              Value IsModified
#= ------- -----------              ----- ----------
#=   False Write the result object. False      False
#=
Invoke-Pester -Configuration @{ Run = @{ Path = "."; PassThru = $true }; Output = @{ Verbosity = "None" } } | % PassedCount
#= 3
([PesterConfiguration]@{ Run = @{ Exit = $true } }).Run.Exit.Value
#= True
[PesterConfiguration]::Default.Output.Verbosity.Value
#= Normal
New-PesterConfiguration @{ Run = @{ Pth = 1 } }
#= New-PesterConfiguration: There is no option 'Run.Pth' in [PesterConfiguration].
Invoke-Pester -Configuration @{ CodeCoverage = @{ Enabled = $true } }
#= Invoke-Pester: Code coverage is not emulated.

# Containers with data

$container = New-PesterContainer -ScriptBlock {
    param($Server)
    Describe "Server $Server" { It "has a name" { $Server | Should -BeLike "ex*" } }
} -Data @{ Server = "ex1" }, @{ Server = "mail" }
Invoke-Pester -Container $container -Output Detailed
#= Pester v5.7.1
#=
#= Starting discovery in 2 files.
#= Discovery found 2 tests in {*}.
#= Running tests.
#= Describing Server ex1
#=   [+] has a name {*}
#= Describing Server mail
#=   [-] has a name {*}
#=    Expected like wildcard 'ex*' to match 'mail', but it did not match.
#=    at Describe "Server $Server" { It "has a name" { $Server | Should -BeLike "ex*" } }, <No file>:6
#=    at <ScriptBlock>, <No file>:6
#= Tests completed in {*}
#= Tests Passed: 1, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 0

# At the prompt

Describe "typed" { It "works" { 1 | Should -Be 1 } }
#= Pester v5.7.1
#=
#= Starting discovery in 1 files.
#= Discovery found 1 tests in {*}.
#= Running tests.
#= Describing typed
#=   [+] works {*}
#= Tests completed in {*}
#= Tests Passed: 1, Failed: 0, Skipped: 0, Inconclusive: 0, NotRun: 0

# What is wrong with a file, a block, a path

Set-Content bad.Tests.ps1 'Describe "x" { It "y" { 1 } '
Invoke-Pester ./bad.Tests.ps1
#=
#= Starting discovery in 1 files.
#= [-] Discovery in {*}/bad.Tests.ps1 failed with:
#= ParseException: At {*}/bad.Tests.ps1:1 char:14
#= + Describe "x" { It "y" { 1 }
#= +              ~
#= Missing closing '}' in statement block or type definition.
#= Discovery found 0 tests in {*}.
#= Running tests.
#= Tests completed in {*}
#= Tests Passed: 0, Failed: 0, Skipped: 0, Inconclusive: 0, NotRun: 0
#= Container failed: 1
#=   - {*}/bad.Tests.ps1
Set-Content bad.Tests.ps1 'Describe "x" { BeforeAll { throw "no lab" }; It "y" { 1 }; It "z" -Skip { 1 } }'
Invoke-Pester ./bad.Tests.ps1
#=
#= Starting discovery in 1 files.
#= Discovery found 2 tests in {*}.
#= Running tests.
#= [-] Describe x failed
#=  RuntimeException: no lab
#=  at <ScriptBlock>, {*}/bad.Tests.ps1:1
#= Tests completed in {*}
#= Tests Passed: 0, Failed: 1, Skipped: 1, Inconclusive: 0, NotRun: 0
#= BeforeAll \ AfterAll failed: 1
#=   - x
Set-Content bad.Tests.ps1 'throw "at the top"'
Invoke-Pester ./bad.Tests.ps1
#=
#= Starting discovery in 1 files.
#= [-] Discovery in {*}/bad.Tests.ps1 failed with:
#= RuntimeException: at the top
#= at <ScriptBlock>, {*}/bad.Tests.ps1:1
#= Discovery found 0 tests in {*}.
#= Running tests.
#= Tests completed in {*}
#= Tests Passed: 0, Failed: 0, Skipped: 0, Inconclusive: 0, NotRun: 0
#= Container failed: 1
#=   - {*}/bad.Tests.ps1
Set-Content bad.Tests.ps1 'Describe "x" { It "y" { "a" | Should -Be "b" -ErrorAction Continue; 1 | Should -Be 2 } }'
Invoke-Pester ./bad.Tests.ps1
#=
#= Starting discovery in 1 files.
#= Discovery found 1 tests in {*}.
#= Running tests.
#= [-] x.y {*}
#=  [0] Expected strings to be the same, but they were different.
#=  String lengths are both 1.
#=  Strings differ at index 0.
#=  Expected: 'b'
#=  But was:  'a'
#=             ^
#=  at Describe "x" { It "y" { "a" | Should -Be "b" -ErrorAction Continue; 1 | Should -Be 2 } }, {*}/bad.Tests.ps1:1
#=  at <ScriptBlock>, {*}/bad.Tests.ps1:1
#=  [1] Expected 2, but got 1.
#=  at Describe "x" { It "y" { "a" | Should -Be "b" -ErrorAction Continue; 1 | Should -Be 2 } }, {*}/bad.Tests.ps1:1
#=  at <ScriptBlock>, {*}/bad.Tests.ps1:1
#= Tests completed in {*}
#= Tests Passed: 0, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 0
Invoke-Pester ./nowhere.Tests.ps1
#= Invoke-Pester: Cannot find path '{*}/nowhere.Tests.ps1' because it does not exist.
It "alone" { 1 }
#= It: It can only be used inside a Describe or Context block.
Mock Get-Date { 1 }
#= Mock: Mock can only be used inside a Describe, Context or It block.

# Reports

Set-Content good.Tests.ps1 'Describe "x" { It "is <_>" -ForEach 1 { $_ | Should -Be 1 }; It "f" { 1 | Should -Be 2 } }'
Invoke-Pester ./good.Tests.ps1 -OutputFile ./junit.xml -OutputFormat JUnitXml -Show None
Invoke-Pester ./good.Tests.ps1 -OutputFile ./nunit.xml -OutputFormat NUnitXml -Show None
Get-Content junit.xml
#= <?xml version="1.0" encoding="utf-8" standalone="no"?>
#= <testsuites xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="junit_schema_4.xsd" name="Pester" tests="2" errors="0" failures="1" disabled="0" time="{*}">
#=   <testsuite name="{*}/good.Tests.ps1" tests="2" errors="0" failures="1" hostname="{*}" id="0" skipped="0" disabled="0" package="{*}/good.Tests.ps1" time="{*}" timestamp="{*}">
#=     <properties>
#=       <property name="platform" value="{*}" />
#=     </properties>
#=     <testcase name="x.is 1" status="Passed" classname="{*}/good.Tests.ps1" assertions="0" time="{*}" />
#=     <testcase name="x.f" status="Failed" classname="{*}/good.Tests.ps1" assertions="0" time="{*}">
#=       <failure message="Expected 2, but got 1.">at Describe "x" { It "is &lt;_&gt;" -ForEach 1 { $_ | Should -Be 1 }; It "f" { 1 | Should -Be 2 } }, {*}/good.Tests.ps1:1
#= at &lt;ScriptBlock&gt;, {*}/good.Tests.ps1:1</failure>
#=     </testcase>
#=   </testsuite>
#= </testsuites>
Get-Content nunit.xml
#= <?xml version="1.0" encoding="utf-8" standalone="no"?>
#= <test-results xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="nunit_schema_2.5.xsd" name="Pester" total="2" errors="0" failures="1" not-run="0" inconclusive="0" ignored="0" skipped="0" invalid="0" date="{*}" time="{*}">
#=   <environment user="{*}" machine-name="{*}" cwd="{*}" user-domain="" platform="{*}" nunit-version="{*}" os-version="{*}" clr-version="Unknown" />
#=   <culture-info current-culture="en-US" current-uiculture="en-US" />
#=   <test-suite type="Powershell" name="Pester" executed="True" result="Failure" success="False" time="{*}" asserts="0" description="Pester">
#=     <results>
#=       <test-suite type="TestFixture" name="{*}/good.Tests.ps1" executed="True" result="Failure" success="False" time="{*}" asserts="0" description="{*}/good.Tests.ps1">
#=         <results>
#=           <test-suite type="TestFixture" name="x" executed="True" result="Failure" success="False" time="{*}" asserts="0" description="x">
#=             <results>
#=               <test-suite type="ParameterizedTest" name="x.is &lt;_&gt;" executed="True" result="Success" success="True" time="{*}" asserts="0" description="is &lt;_&gt;">
#=                 <results>
#=                   <test-case description="is 1" name="x.is 1" time="{*}" asserts="0" success="True" result="Success" executed="True" />
#=                 </results>
#=               </test-suite>
#=               <test-case description="f" name="x.f" time="{*}" asserts="0" success="False" result="Failure" executed="True">
#=                 <failure>
#=                   <message>Expected 2, but got 1.</message>
#=                   <stack-trace>at Describe "x" { It "is &lt;_&gt;" -ForEach 1 { $_ | Should -Be 1 }; It "f" { 1 | Should -Be 2 } }, {*}/good.Tests.ps1:1
#= at &lt;ScriptBlock&gt;, {*}/good.Tests.ps1:1</stack-trace>
#=                 </failure>
#=               </test-case>
#=             </results>
#=           </test-suite>
#=         </results>
#=       </test-suite>
#=     </results>
#=   </test-suite>
#= </test-results>
([xml](Get-Content nunit.xml -Raw))."test-results".failures
#= 1
