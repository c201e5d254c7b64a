# Ranges, generics, parameter binding and error records, tested as PowerShell's own suite does it.

Describe "Range Operator" -Tags CI {
    Context "Range integer operations" {
        It "Range operator generates arrays of integers" {
            $Range = 5..8
            $Range.count | Should -Be 4
            $Range[0] | Should -BeOfType int
            $Range[0] | Should -Be 5
            $Range[3] | Should -Be 8
            $Range = -2..2
            $Range.Count | Should -Be 5
        }
        It "Range operator support large int" { $r = 2147483646..2147483647; $r.Count | Should -Be 2 }
        It "Range operator accepts negative integer values" { (-8..-5).Count | Should -Be 4; (-8..-5)[0] | Should -Be -8 }
        It "Range operator accepts strings and null" { ("5".."8") | Should -Be 5,6,7,8; ($null..3).Count | Should -Be 4; ("".."1").Count | Should -Be 2 -Because "x" }
        It "float" { (2.4..4.6) | Should -Be 2,3,4,5; (1.5..2.5) | Should -Be 2 }
    }
    Context "Character expansion" {
        It "a..e" { ('a'..'e').Count | Should -Be 5; ('a'..'c')[0] | Should -BeOfType [char]; ('C'..'a').Count | Should -BeGreaterThan 5 ; "$('e'..'a')" | Should -BeExactly "e d c b a"}
        It "error" { { 1..$([long]::MaxValue) } | Should -Throw; { 'ab'..'cd' } | Should -Throw -ErrorId "InvalidCastFromStringToInteger" }
    }
}
Describe "Generics support" -Tags "CI" {
    It 'Type instantiation with arrays and fully qualified names' {
        $x = [System.Collections.Generic.Stack`1[int]]::new() 2>$null
        $x = [System.Collections.Generic.List[System.Nullable[System.Int32]]]::new()
        $x.Add(42); $x.Add($null); $x.Count | Should -Be 2; $x[0] | Should -Be 42
        $d = [System.Collections.Generic.Dictionary[string,int]]::new(); $d["a"] = 1; $d.Add("b", 2)
        $d.Count | Should -Be 2
        { $d.Add("a", 1) } | Should -Throw -ErrorId "ArgumentException"
        $t = [System.Tuple]::Create(1,"a"); $t.Item2 | Should -Be "a"
        [System.Collections.Generic.HashSet[string]]::new([string[]]("a","b","a")).Count | Should -Be 2
    }
    It 'Array type instantiation' { [int[]].Name | Should -Be "Int32[]"; ([int[,]]).GetArrayRank() | Should -Be 2; [object[]].GetElementType() | Should -Be ([object]) }
}
Describe "Array and dictionary literals" -Tags CI {
    It "nested" { $a = 1,(2,3),@(4,@(5)); $a.Count | Should -Be 3; $a[2][1][0] | Should -Be 5; @(1,2,3)[1..2].Count | Should -Be 2 }
    It "hashtable iteration" {
        $h = [ordered]@{a=1;b=2;c=3}
        ($h.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ";" | Should -BeExactly "a=1;b=2;c=3"
        $h.Values | Measure-Object -Sum | ForEach-Object Sum | Should -Be 6
        foreach ($k in @($h.Keys)) { $h[$k] = $h[$k] * 10 }; $h.b | Should -Be 20
        $h.Insert(0, "z", 0); @($h.Keys)[0] | Should -Be "z"
        $h.Contains("A") | Should -BeTrue
    }
    It "clone" { $h = @{a=@{b=1}}; $c = $h.Clone(); $c.a.b = 2; $h.a.b | Should -Be 2; $c.x = 1; $h.ContainsKey("x") | Should -BeFalse }
    It "index with array" { $h=@{a=1;b=2}; $h["a","b"] | Should -Be 1,2 ; $s = "hello"; $s[0,4] -join "" | Should -Be "ho"; $s[-1..-5] -join "" | Should -Be "olleh" }
}
Describe "Steppable pipeline and proxies" -Tags CI {
    It "works" {
        $sb = { 1..5 | Where-Object { $_ -gt 2 } }
        & $sb | Should -Be 3,4,5
        $pipe = { Sort-Object -Descending }.GetSteppablePipeline()
        $pipe.Begin($true)
        1,3,2 | ForEach-Object { $pipe.Process($_) }
        $out = $pipe.End()
        @($out) | Should -Be 3,2,1
    }
}
Describe "Dynamic parameters" -Tags CI {
    BeforeAll {
        function Get-Dyn {
            [CmdletBinding()]
            param([string]$Kind)
            dynamicparam {
                if ($Kind -eq "a") {
                    $attr = [System.Management.Automation.ParameterAttribute]@{ Mandatory = $false; ParameterSetName = "__AllParameterSets" }
                    $coll = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $coll.Add($attr)
                    $p = [System.Management.Automation.RuntimeDefinedParameter]::new("Extra", [int], $coll)
                    $dict = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $dict.Add("Extra", $p); $dict
                }
            }
            process { "$Kind-$($PSBoundParameters.Extra)" }
        }
    }
    It "binds" { Get-Dyn -Kind a -Extra 5 | Should -Be "a-5"; { Get-Dyn -Kind b -Extra 5 } | Should -Throw -ErrorId "NamedParameterNotFound,Get-Dyn" }
}
Describe "Parameter binding" -Tags CI {
    It "Should throw a parameter binding exception when two parameters have the same position" {
        function test-PositionalBinding1 {
            [CmdletBinding()]
            param (
            [Parameter(Position = 0)] [int]$Parameter1 = 0,
            [Parameter(Position = 0)] [int]$Parameter2 = 0
            )
            Process { return $true }
        }
        { test-PositionalBinding1 1 } | Should -Throw -ErrorId 'AmbiguousPositionalParameterNoName,test-PositionalBinding1'
    }
    It "a mandatory parameter can't be passed a null if it doesn't have AllowNullAttribute" {
        function test-allownullattributes {
            [CmdletBinding()]
            param ( [string]$Parameter1 = "default1",
            [Parameter(Mandatory = $true)] [string]$Parameter2 = "default2",
            [Parameter(Mandatory = $true)] [string]$Parameter3 = "default3",
            [AllowNull()] [int]$Parameter4 = 0,
            [AllowEmptyString()] [int]$Parameter5 = 0,
            [Parameter(Mandatory = $true)] [int]$ShowMe = 0 )
            Process { switch ( $ShowMe ) { 1 { return $Parameter1 } 2 { return $Parameter2 } 3 { return $Parameter3 } 4 { return $Parameter4 } 5 { return $Parameter5 } } }
        }
        { test-allownullattributes -Parameter2 1 -Parameter3 $null -ShowMe 1 } | Should -Throw -ErrorId "ParameterArgumentValidationErrorEmptyStringNotAllowed,test-allownullattributes"
    }
    It "can't pass an argument that looks like a boolean parameter to a named string parameter" {
        function test-namedwithboolishargument { [CmdletBinding()] param ([bool]$Parameter2, [Parameter(Position=0)][string]$Parameter1=""); Process { return $Parameter1 } }
        { test-namedwithboolishargument -Parameter2 -Parameter1 } | Should -Throw -ErrorId "MissingArgument,test-namedwithboolishargument"
    }
    It "Verify that a SwitchParameter's IsPresent member is false if the parameter is not specified" {
        function test-singleswitchparameter { [CmdletBinding()] param ([switch]$Parameter1); Process { return $Parameter1.IsPresent } }
        $result = test-singleswitchparameter
        $result | Should -BeFalse
        test-singleswitchparameter -Parameter1 | Should -BeTrue
        test-singleswitchparameter -Parameter1:$false | Should -BeFalse
    }
    It "Verify that a bool parameter returns proper value" {
        function test-singleboolparameter { [CmdletBinding()] param ([bool]$Parameter1 = $false); Process { return $Parameter1 } }
        $result1 = test-singleboolparameter
        $result1 | Should -BeFalse
        test-singleboolparameter -Parameter1:1 | Should -BeTrue
        { test-singleboolparameter -Parameter1 "true" } | Should -Throw -ErrorId "ParameterArgumentTransformationError,test-singleboolparameter"
    }
    It "Should throw a exception when passing a string that can't be parsed by Int" {
        function test-singleintparameter { [CmdletBinding()] param ([int]$Parameter1 = 0); Process { return $Parameter1 } }
        { test-singleintparameter -Parameter1 'dookie' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,test-singleintparameter'
    }
    It "Verify that WhatIf is available when SupportShouldProcess is true" {
        function test-supportsshouldprocess2 { [CmdletBinding(SupportsShouldProcess = $true)] Param () ; Process { return 1 } }
        test-supportsshouldprocess2 -WhatIf | Should -Be 1
    }
    It "Verify that ValueFromPipelineByPropertyName works with aliases" {
        function test-vp { [CmdletBinding()] param([Parameter(ValueFromPipelineByPropertyName)][Alias('FullName')][string]$Path) process { $Path } }
        [pscustomobject]@{FullName='x'} | test-vp | Should -Be 'x'
    }
    It "ValueFromRemainingArguments" {
        function test-vr { param([Parameter(Position=0)]$A, [Parameter(ValueFromRemainingArguments)]$Rest) $Rest.Count; $Rest.GetType().Name }
        test-vr 1 2 3 | Should -Be 2, 'List`1'
    }
    It "default values in psdefaultparametervalues" {
        function test-d { [CmdletBinding()] param($x) $x }
        $PSDefaultParameterValues['test-d:x'] = 42
        try { test-d | Should -Be 42 } finally { $PSDefaultParameterValues.Clear() }
    }
    It "PipelineVariable" { 1..3 | ForEach-Object -PipelineVariable pv { $_ } | ForEach-Object { "$pv" } | Should -Be "1","2","3" }
    It "OutVariable" { $null = Get-Date -OutVariable ov; $ov.Count | Should -Be 1; $ov | Should -BeOfType datetime }
}
Describe "ErrorView, exceptions" -Tags CI {
    It "error record formats" {
        try { Get-Item nope:\x -ErrorAction Stop } catch { $e = $_ }
        $e.FullyQualifiedErrorId | Should -Be "DriveNotFound,Microsoft.PowerShell.Commands.GetItemCommand"
        $e.Exception | Should -BeOfType System.Management.Automation.DriveNotFoundException
        $e.TargetObject | Should -Be "nope"
        $e.InvocationInfo.MyCommand.Name | Should -Be "Get-Item"
        $e.InvocationInfo.Line | Should -Match "Get-Item nope"
        $e.ScriptStackTrace | Should -Match "at <ScriptBlock>"
    }
    It "new errorrecord" {
        $er = [System.Management.Automation.ErrorRecord]::new([System.Exception]::new("m"), "MyId", "InvalidData", "tgt")
        $er.CategoryInfo.ToString() | Should -Be "InvalidData: (tgt:String) [], Exception"
        { throw $er } | Should -Throw -ErrorId "MyId"
        function t { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError($er) }
        { t } | Should -Throw -ErrorId "MyId,t"
        function w { [CmdletBinding()] param() $PSCmdlet.WriteError($er) }
        w 2>&1 | ForEach-Object FullyQualifiedErrorId | Should -Be "MyId,w"
        $er.ErrorDetails = [System.Management.Automation.ErrorDetails]::new("details"); "$er" | Should -Be "details"
    }
    It "inner exceptions" {
        try { [int]::Parse("a") } catch { $_.Exception | Should -BeOfType System.Management.Automation.MethodInvocationException; $_.Exception.InnerException | Should -BeOfType System.FormatException }
        try { throw [System.Exception]::new("o",[System.ArgumentException]::new("i")) } catch { $_.Exception.InnerException.Message | Should -Be "i"; $_.Exception.GetBaseException().Message | Should -Be "i" }
    }
    It "error variable" { Write-Error a -ErrorVariable e -ErrorAction SilentlyContinue; Write-Error b -ErrorVariable +e -ErrorAction SilentlyContinue; $e.Count | Should -Be 2; $e[1].Exception.Message | Should -Be b }
    It '$Error' { $Error.Clear(); Get-Item ./nope -ErrorAction SilentlyContinue; $Error.Count | Should -Be 1; Get-Item ./nope -ErrorAction Ignore; $Error.Count | Should -Be 1 }
    It 'finally' { $s=@(); function f { try { return 1 } finally { $script:fin = $true } }; f | Should -Be 1; $script:fin | Should -BeTrue }
    It 'nested' { $r = try { try { throw "a" } finally { "f" } } catch { "c" }; $r | Should -Be "f","c" }
    It 'trap' { $r = & { trap [System.DivideByZeroException] { "div"; continue } 1/$null; "next" }; $r | Should -Be "div","next" }
}
