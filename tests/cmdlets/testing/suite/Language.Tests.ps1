# The language, tested as PowerShell's own suite does it.

Describe "Scriptblocks and functions" -Tags "CI" {
    BeforeAll {
        function ShouldBeErrorId {
            param([Parameter(Mandatory, ValueFromPipeline)] [scriptblock] $Block, [Parameter(Position = 0)] [string] $Id)
            process {
                try { & $Block | Out-Null; throw "No error was thrown." }
                catch { $_.FullyQualifiedErrorId | Should -Be $Id }
            }
        }
        function Get-Both { param($First, $Second = 2) "$First-$Second" }
        function Get-Rest { $args.Count; $args }
        function Get-Advanced {
            [CmdletBinding(DefaultParameterSetName = "Name")]
            param(
                [Parameter(Mandatory, Position = 0, ParameterSetName = "Name")] [string] $Name,
                [Parameter(Mandatory, ParameterSetName = "Id")] [int] $Id,
                [ValidateSet("Low", "High")] [string] $Level = "Low",
                [ValidateRange(1, 10)] [int] $Count = 1,
                [switch] $Force
            )
            $PSCmdlet.ParameterSetName
        }
    }

    It "Binds by name, by position and by splatting" {
        Get-Both 1 | Should -BeExactly "1-2"
        Get-Both -Second 1 5 | Should -BeExactly "5-1"
        Get-Both -Sec:4 | Should -BeExactly "-4"
        $table = @{ First = "a"; Second = "b" }
        Get-Both @table | Should -BeExactly "a-b"
        $list = 7, 8
        Get-Both @list | Should -BeExactly "7-8"
        (Get-Rest 1 -x 2)[0] | Should -Be 3
    }

    It "Chooses parameter sets" {
        Get-Advanced abc | Should -Be "Name"
        Get-Advanced -Id 5 | Should -Be "Id"
        { Get-Advanced -Name a -Id 5 } | ShouldBeErrorId "AmbiguousParameterSet,Get-Advanced"
    }

    It "Validates: <code>" -TestCases @(
        @{ code = { Get-Advanced a -Level Middle }; id = "ParameterArgumentValidationError,Get-Advanced" }
        @{ code = { Get-Advanced a -Count 11 }; id = "ParameterArgumentValidationError,Get-Advanced" }
        @{ code = { Get-Advanced a -Count x }; id = "ParameterArgumentTransformationError,Get-Advanced" }
        @{ code = { Get-Advanced a b }; id = "PositionalParameterNotFound,Get-Advanced" }
        @{ code = { Get-Advanced -Nope 1 }; id = "NamedParameterNotFound,Get-Advanced" }
        @{ code = { Get-Advanced -Name }; id = "MissingArgument,Get-Advanced" }
        @{ code = { Get-Advanced -Name a -Name b }; id = "ParameterAlreadyBound,Get-Advanced" }
        @{ code = { Get-Advanced -Name "" }; id = "ParameterArgumentValidationErrorEmptyStringNotAllowed,Get-Advanced" }
    ) {
        param($code, $id)
        $code | Should -Throw -ErrorId $id
    }

    It "Has parameters" {
        $command = Get-Command Get-Advanced
        $command | Should -HaveParameter Name -Mandatory -Type string
        $command | Should -HaveParameter Level -DefaultValue "Low"
        $command | Should -Not -HaveParameter Path
        $command.ParameterSets.Count | Should -Be 2
        $command.Parameters["Force"].ParameterType | Should -Be ([switch])
    }

    It "Runs begin, process and end" {
        function Step { begin { "b" } process { $_ } end { "e" } }
        (1, 2 | Step) | Should -Be @("b", 1, 2, "e")
        (Step) | Should -Be @("b", $null, "e")
        function Sum { $sum = 0; foreach ($i in $input) { $sum += $i }; $sum }
        1..4 | Sum | Should -Be 10
        filter Double { $_ * 2 }
        1..3 | Double | Should -Be @(2, 4, 6)
    }

    It "Closes over variables" {
        $x = 1
        $block = { $x }.GetNewClosure()
        $x = 2
        & $block | Should -Be 1
        & { param($a) $a + 1 } 4 | Should -Be 5
        . { $dotted = 9 }
        $dotted | Should -Be 9
        & { $dotted = 10 }
        $dotted | Should -Be 9
    }

    It "Returns what it writes" {
        function Many { 1; "two"; return 3; 4 }
        (Many).Count | Should -Be 3
        function Nothing { }
        (Nothing) | Should -BeNullOrEmpty
        @(Nothing).Count | Should -Be 0
        function One { , @(1, 2) }
        (One).Count | Should -Be 2
        $(if ($false) { 1 }) | Should -BeNullOrEmpty
    }
}

Describe "Flow" -Tags "CI" {
    It "Loops" {
        $sum = 0; for ($i = 0; $i -lt 5; $i++) { if ($i -eq 1) { continue }; if ($i -eq 4) { break }; $sum += $i }
        $sum | Should -Be 5
        $n = 0; do { $n++ } while ($n -lt 3); $n | Should -Be 3
        $n = 0; do { $n++ } until ($n -ge 3); $n | Should -Be 3
        $n = 0; while ($true) { if (++$n -gt 5) { break } }; $n | Should -Be 6
        $found = :outer foreach ($a in 1..3) { foreach ($b in 1..3) { if ($b -eq 2) { continue outer }; "$a$b" } }
        $found | Should -Be @("11", "21", "31")
        $(foreach ($x in $null) { "never" }) | Should -BeNullOrEmpty
        1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ } | Should -Be @(1, 3)
    }

    It "Switches" {
        $result = switch (3) { 1 { "one" } 3 { "three" } { $_ -gt 2 } { "big" } default { "none" } }
        $result | Should -Be @("three", "big")
        $(switch ("abc") { "ABC" { "insensitive" } }) | Should -Be "insensitive"
        $(switch -CaseSensitive ("abc") { "ABC" { 1 } default { 2 } }) | Should -Be 2
        $(switch -Wildcard ("abc") { "a*" { "wild" } }) | Should -Be "wild"
        $(switch -Regex ("a1") { "\d" { $Matches[0] } }) | Should -Be "1"
        $(switch (1, 2, 3) { 2 { "two"; break } default { "other" } }) | Should -Be @("other", "two")
        $(switch (1, 2) { 1 { "a"; continue } { $true } { "b" } }) | Should -Be @("a", "b")
    }

    It "Catches what fits" {
        $caught = try { throw [System.ArgumentException]::new("bad") }
        catch [System.InvalidOperationException] { "invalid" }
        catch [System.ArgumentException] { "argument: $($_.Exception.Message)" }
        catch { "other" }
        $caught | Should -BeExactly "argument: bad"
        $order = try { "try"; throw "x" } catch { "catch $_" } finally { "finally" }
        $order | Should -Be @("try", "catch x", "finally")
        $(try { [int]"x" } catch { $_.Exception.GetType().Name }) | Should -Be "RuntimeException"
        $(try { Get-Item ./nope -ErrorAction Stop } catch [System.Management.Automation.ItemNotFoundException] { "gone" }) |
            Should -Be "gone"
        $e = { throw "with passthru" } | Should -Throw -PassThru
        $e.Exception.Message | Should -BeExactly "with passthru"
        $e | Should -BeOfType [System.Management.Automation.ErrorRecord]
        { try { throw "inner" } finally { } } | Should -Throw "inner"
        function Trapped { trap { "trapped $_"; continue } throw "y"; "after" }
        Trapped | Should -Be @("trapped y", "after")
    }

    It "Rethrows" {
        { try { 1 / 0 } catch { throw } } | Should -Throw "Attempted to divide by zero."
        { throw } | Should -Throw "ScriptHalted"
        { throw @{ a = 1 } } | Should -Throw
        try { throw 42 } catch { $_.TargetObject | Should -Be 42; $_.FullyQualifiedErrorId | Should -Be "42" }
    }

    It "Goes on after a non-terminating error" {
        $out = & { Write-Error "e1"; "after" } 2>$null
        $out | Should -Be "after"
        { Write-Error "e1" -ErrorAction Stop } | Should -Throw -ErrorId "Microsoft.PowerShell.Commands.WriteErrorException"
        $errors = Get-Item ./nope, ./nope2 -ErrorAction SilentlyContinue -ErrorVariable ev
        $errors | Should -BeNullOrEmpty
        $ev.Count | Should -Be 2
        $ev[0].FullyQualifiedErrorId | Should -Be "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand"
        $ev[0].CategoryInfo.Category | Should -Be "ObjectNotFound"
        (& { $ErrorActionPreference = "SilentlyContinue"; Get-Item ./nope; $? }) | Should -BeFalse
    }
}

Describe "Scopes" -Tags "CI" {
    BeforeAll { $outer = "outer" }
    It "Reads outwards, writes inwards" {
        function Local { $outer = "inner"; $outer }
        Local | Should -Be "inner"
        $outer | Should -Be "outer"
        function Reads { $outer }
        Reads | Should -Be "outer"
        function Changes { Set-Variable outer "changed" -Scope 1 }
        Changes
        $outer | Should -Be "changed"
    }
    It "Starts again in each test" { $outer | Should -Be "outer" }
    It "Knows private, script and global" {
        $private:secret = 1
        & { $secret } | Should -BeNullOrEmpty
        $global:pesterGlobal = 5
        & { $global:pesterGlobal } | Should -Be 5
        Remove-Variable pesterGlobal -Scope Global
        $script:counter = 1
        & { $script:counter++ }
        $script:counter | Should -Be 2
        (Get-Variable -Name script:counter -ErrorAction SilentlyContinue) | Should -BeNullOrEmpty
    }
    It "Has constants and read-only variables" {
        function ErrorIdOf { param($Text) try { . ([scriptblock]::Create($Text)) } catch { $_.FullyQualifiedErrorId } }
        ErrorIdOf 'Set-Variable const 1 -Option Constant; $const = 2' | Should -Be "VariableNotWritable"
        ErrorIdOf 'Set-Variable const 1 -Option ReadOnly; Set-Variable const 2 -ErrorAction Stop' |
            Should -Be "VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand"
        ErrorIdOf '[int] $typed = 5; $typed = "abc"' | Should -Be "RuntimeException"
        ErrorIdOf '[ValidateRange(1, 5)] $ranged = 3; $ranged = 9' | Should -Be "ValidateSetFailure"
        [int] $typed = 5
        $typed = "7"; $typed | Should -BeOfType [int]
        $typed | Should -Be 7
        & { $typed = "free in a child scope"; $typed } | Should -Be "free in a child scope"
    }
    It "Is strict when asked" {
        { Set-StrictMode -Version Latest; $neverSet } | Should -Throw -ErrorId "VariableIsUndefined"
        { Set-StrictMode -Version Latest; "abc".NoProperty } | Should -Throw -ErrorId "PropertyNotFoundStrict"
        { Set-StrictMode -Version Latest; (1, 2)[5] } | Should -Throw -ErrorId "System.IndexOutOfRangeException"
        "abc".NoProperty | Should -BeNullOrEmpty
    }
}

Describe "Strings" -Tags "CI" {
    It "Expands" {
        $a = @{ b = @{ c = 5 } }; $list = 1, 2, 3
        "$($a.b.c)" | Should -BeExactly "5"
        "$a.b" | Should -BeExactly "System.Collections.Hashtable.b"
        "$list" | Should -BeExactly "1 2 3"
        "$($list[1])" | Should -BeExactly "2"
        "${a}" | Should -BeExactly "System.Collections.Hashtable"
        '$a' | Should -BeExactly ('$' + 'a')
        "`$a `"q`" ""d""" | Should -BeExactly '$a "q" "d"'
        "a`tb`n" | Should -BeExactly ("a" + [char]9 + "b" + [char]10)
        "`u{41}" | Should -BeExactly "A"
        $OFS = ","; "$list" | Should -BeExactly "1,2,3"
    }
    It "Has here-strings" {
        $x = 1
        $text = @"
a $x
"quoted"
"@
        $text | Should -BeExactly "a 1`n`"quoted`""
        $raw = @'
$x
'@
        $raw | Should -BeExactly '$x'
    }
    It "Has .NET's methods" {
        "abc".ToUpper() | Should -BeExactly "ABC"
        "a,b".Split(",").Count | Should -Be 2
        "abc".Substring(1, 1) | Should -BeExactly "b"
        "abc"[-1] | Should -Be "c"
        " x ".Trim() | Should -BeExactly "x"
        "abc".Contains("b") | Should -BeTrue
        "abc".IndexOf("c") | Should -Be 2
        "a".PadLeft(3, "-") | Should -BeExactly "--a"
        [string]::IsNullOrEmpty("") | Should -BeTrue
        [string]::Join("-", 1, 2) | Should -BeExactly "1-2"
        "abc".Insert(1, "X") | Should -BeExactly "aXbc"
        ("abc".ToCharArray() -join "|") | Should -BeExactly "a|b|c"
        { "abc".Substring(5) } | Should -Throw -ErrorId "ArgumentOutOfRangeException"
        { "abc".NoMethod() } | Should -Throw -ErrorId "MethodNotFound"
        { $null.ToString() } | Should -Throw -ErrorId "InvokeMethodOnNull"
    }
}

Describe "Hashtables and arrays" -Tags "CI" {
    It "Keeps what is put in" {
        $h = @{ One = 1; "two words" = 2; 3 = "three" }
        $h.One | Should -Be 1
        $h["ONE"] | Should -Be 1
        $h."two words" | Should -Be 2
        $h[3] | Should -Be "three"
        $h.nope | Should -BeNullOrEmpty
        $h.Count | Should -Be 3
        $h.ContainsKey("one") | Should -BeTrue
        $h.Remove("One"); $h.Count | Should -Be 2
        $o = [ordered]@{ z = 1; a = 2 }
        ($o.Keys -join ",") | Should -BeExactly "z,a"
        $o[0] | Should -Be 1
        { [scriptblock]::Create("@{a=1;a=2}") } | Should -Throw -ErrorId "ParseException"
        { Invoke-Expression "@{a=1;a=2}" } | Should -Throw -ErrorId "DuplicateKeyInHashLiteral,Microsoft.PowerShell.Commands.InvokeExpressionCommand"
    }
    It "Indexes and slices" {
        $a = 10, 20, 30, 40
        $a[-1] | Should -Be 40
        $a[1..2] | Should -Be @(20, 30)
        $a[0, -1] | Should -Be @(10, 40)
        $a[9] | Should -BeNullOrEmpty
        $a.Length | Should -Be 4
        { $a[9] = 1 } | Should -Throw -ErrorId "System.IndexOutOfRangeException"
        { $a.Add(1) } | Should -Throw -ErrorId "NotSupportedException"
        $b = $a + 50; $b.Count | Should -Be 5
        $a | Should -HaveCount 4
        $jagged = @((1, 2), (3, 4)); $jagged[1][0] | Should -Be 3
        $multi = [int[, ]]::new(2, 2); $multi[1, 1] = 5; $multi[1, 1] | Should -Be 5
        (1, 2, 3).Where({ $_ -gt 1 }) | Should -Be @(2, 3)
        (1, 2, 3).ForEach({ $_ * 2 }) | Should -Be @(2, 4, 6)
        (1).Count | Should -Be 1
        $null.Count | Should -Be 0
        @("a", "b").ToUpper() | Should -BeExactly @("A", "B")
    }
    It "Makes objects" {
        $object = [pscustomobject]@{ Name = "x"; Size = 5 }
        $object.Name | Should -Be "x"
        ($object.PSObject.Properties.Name -join ",") | Should -BeExactly "Name,Size"
        $object | Add-Member -NotePropertyName Extra -NotePropertyValue 7
        $object.Extra | Should -Be 7
        { $object.Missing = 1 } | Should -Throw -ErrorId "ExceptionWhenSetting"
        "$object" | Should -BeExactly "@{Name=x; Size=5; Extra=7}"
    }
}

Describe "Classes and enums" -Tags "CI" {
    It "Makes classes" {
        Invoke-Expression @'
        class PesterAnimal {
            [string] $Name
            hidden [int] $Age = 3
            static [int] $Count = 0
            PesterAnimal([string] $name) { $this.Name = $name; [PesterAnimal]::Count++ }
            [string] Speak() { return "$($this.Name) speaks" }
            [string] ToString() { return "animal $($this.Name)" }
        }
        class PesterDog : PesterAnimal {
            PesterDog([string] $name) : base($name) { }
            [string] Speak() { return ([PesterAnimal]$this).Name + " barks" }
        }
        enum PesterColour { Red; Green = 5; Blue }
'@
        $dog = Invoke-Expression '[PesterDog]::new("Rex")'
        $dog.Speak() | Should -BeExactly "Rex barks"
        "$dog" | Should -BeExactly "animal Rex"
        $dog.GetType().BaseType.Name | Should -Be "PesterAnimal"
        (Invoke-Expression '[PesterAnimal]::Count') | Should -Be 1
        (Invoke-Expression '[int][PesterColour]::Blue') | Should -Be 6
        (Invoke-Expression '[PesterColour]"green"') | Should -Be "Green"
        { Invoke-Expression '[PesterColour]"pink"' } | Should -Throw
        { Invoke-Expression '[PesterDog]::new()' } | Should -Throw -ErrorId "MethodCountCouldNotFindBest*"
    }
}
