# Tests whose Its stand in functions, as those of PowerShell's parser do.

function Get-ParseResults {
    param([string] $src)
    $tokens = $errors = $null
    [void][System.Management.Automation.Language.Parser]::ParseInput($src, [ref]$tokens, [ref]$errors)
    , $errors
}

function ShouldBeParseError {
    [CmdletBinding()]
    param([string] $src, [string[]] $expectedErrors, [int[]] $expectedOffsets)

    Context "Parse error expected: <<$src>>" {
        $errors = Get-ParseResults $src
        It "Error count" { $errors.Count | Should -Be $expectedErrors.Count }
        for ($i = 0; $i -lt $errors.Count; ++$i) {
            $err = $errors[$i]
            It "Error Id" { $err.ErrorId | Should -Be $expectedErrors[$i] }
            It "Error position" { $err.Extent.StartScriptPosition.Offset | Should -Be $expectedOffsets[$i] }
        }
    }
}

Describe "Parse errors" -Tags "CI" {
    ShouldBeParseError "gps >" MissingFileSpecification 5
    ShouldBeParseError 'if (' IfStatementMissingCondition 4
    ShouldBeParseError 'function' MissingNameAfterKeyword 8
    ShouldBeParseError '1 +' ExpectedValueExpression 3
    ShouldBeParseError '"abc' TerminatorExpectedAtEndOfString 0
    ShouldBeParseError '$a = @(1' MissingEndParenthesisInSubexpression 9
    ShouldBeParseError '[int' EndSquareBracketExpectedAtEndOfAttribute 4
    ShouldBeParseError 'try { }' MissingCatchOrFinally 7
    ShouldBeParseError 'param($a, $a)' DuplicateFormalParameter 10
    ShouldBeParseError 'data { 1; gps }' CmdletNotInAllowedListForDataSection 10
}

Describe "What a body does" -Tags "CI" {
    Context "with an error on the way" {
        $err = $null
        try { Get-ChildItem nosuchfile.nosuchextension -ErrorAction Stop -ErrorVariable err } catch { }
        It '$err.Count' { $err.Count | Should -Be 1 }
        It '$err[0]' { $err[0] | Should -Not -BeNullOrEmpty }
        It "is of the right kind" { $err[0] | Should -BeOfType System.Management.Automation.ActionPreferenceStopException; $err[0].ErrorRecord.CategoryInfo.Category | Should -Be "ObjectNotFound" }
    }
    Context "with a file" {
        $testFile = Join-Path $TestDrive "made by a body.txt"
        Set-Content $testFile "text"
        Setup -File "setup/file.txt" "line 1", "line 2"
        It "is there" { $testFile | Should -FileContentMatch "text" }
        It "is there, too" { Get-Content TestDrive:/setup/file.txt | Should -Be @("line 1", "line 2") }
        It "goes there" { In TestDrive:/setup { Get-Location } | Should -BeLike "*setup" }
    }
    Context "with pipelines of tests" {
        1..3 | ForEach-Object { $n = $_; It "is $n" { $n | Should -BeIn 1, 2, 3 } }
        "a", "b" | ForEach-Object { It "knows its $_" -TestCases @{ letter = $_ } { param($letter) $letter | Should -Match "[ab]" } }
    }
}
