# Variables, members, files and modules, tested as PowerShell's own suite does it.

Describe "Get-Variable DRT Unit Tests" -Tags "CI" {
    It "Get-Variable of not existing variable Name should throw ItemNotFoundException" {
        { Get-Variable -EA Stop -Name nonexistingVariableName } | Should -Throw -ErrorId "VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand"
    }
    It "Get-Variable of existing variable Name with include and bogus exclude should work" {
        Set-Variable newVar testing
        $var1 = Get-Variable -Name newVar -Include newVar -Exclude bogus
        $var1.Name | Should -BeExactly "newVar"
        $var1.Value | Should -BeExactly "testing"
    }
    It "Get-Variable of existing variable Name with Description should work" {
        New-Variable abc -Description "desc" -Value 1 -Option ReadOnly
        (Get-Variable abc).Description | Should -BeExactly "desc"
        (Get-Variable abc).Options | Should -Be "ReadOnly"
        { Remove-Variable abc -EA Stop } | Should -Throw -ErrorId "VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveVariableCommand"
        Remove-Variable abc -Force
    }
    It "scopes" {
        $var = 1
        & { $var = 2; Get-Variable var -Scope 1 -ValueOnly } | Should -Be 1
        (Get-Variable -Scope 0).Count | Should -BeGreaterThan 0
        { Get-Variable x -Scope 999 -EA Stop } | Should -Throw -ErrorId "ArgumentOutOfRange,Microsoft.PowerShell.Commands.GetVariableCommand"
    }
}
Describe "New-Alias / Export" -Tags CI {
    It "New-Alias twice" { New-Alias -Name pqr -Value Get-Date; { New-Alias -Name pqr2 -Value a; New-Alias -Name pqr2 -Value b -EA Stop } | Should -Throw -ErrorId "AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand"
     (Get-Alias -Definition Get-Date).Name | Should -Contain "pqr" }
    It "get" { { Get-Alias nosuch_alias -EA Stop } | Should -Throw -ErrorId "ItemNotFoundException,Microsoft.PowerShell.Commands.GetAliasCommand" }
}
Describe "ConvertFrom-StringData / SDDL" -Tags CI {
    It "comments" { $s = "# c`nName=x`n  a = b c "; $r = ConvertFrom-StringData $s; $r.Count | Should -Be 2; $r.a | Should -BeExactly "b c" }
    It "dup" { { ConvertFrom-StringData "a=1`na=2" } | Should -Throw -ErrorId "InvalidOperation,Microsoft.PowerShell.Commands.ConvertFromStringDataCommand" }
    It "bad" { { ConvertFrom-StringData "abc" } | Should -Throw -ErrorId "InvalidOperation,Microsoft.PowerShell.Commands.ConvertFromStringDataCommand" }
}
Describe "Add-Member" -Tags CI {
    It "should be able to see a newly added member of an object" {
        $o = New-Object psobject
        Add-Member -InputObject $o -MemberType NoteProperty -Name proppy -Value "superVal"
        $o.proppy | Should -Not -BeNullOrEmpty
        $o.proppy | Should -BeExactly "superVal"
    }
    It "Should be able to add a member to a hashtable and keep" { $h=@{a=1}; $h | Add-Member x 5; $h.x | Should -Be 5; $h.Count | Should -Be 1 }
    It "property bag" { $o = [pscustomobject]@{} | Add-Member -NotePropertyMembers @{A=1;B=2} -PassThru; $o.A + $o.B | Should -Be 3 }
    It "errors" {
        { Add-Member -InputObject a -MemberType ScriptProperty -Name n -Value { 1 } -SecondValue 5 -EA Stop } | Should -Throw
        { Add-Member -InputObject ([pscustomobject]@{}) -MemberType NoteProperty -Name n -Value 1 -SecondValue 2 -EA Stop } | Should -Throw -ErrorId "Value2ShouldNotBeSpecified,Microsoft.PowerShell.Commands.AddMemberCommand"
        { Add-Member -InputObject ([pscustomobject]@{}) -MemberType AliasProperty -Name n -EA Stop } | Should -Throw -ErrorId "Value1ShouldNotBeNull*" 
    }
    It "force" { $o = [pscustomobject]@{a=1}; $o | Add-Member a 2 -Force; $o.a | Should -Be 2; $o | Add-Member -TypeName My.T; $o.PSObject.TypeNames[0] | Should -Be "My.T"; $o.psobject.TypeNames.Insert(0,"Q"); $o | Should -BeOfType pscustomobject }
    It "remove" { $o = [pscustomobject]@{a=1;b=2}; $o.PSObject.Properties.Remove("a"); $o.PSObject.Properties.Match("*").Count | Should -Be 1; $o.PSObject.Copy().b | Should -Be 2}
}
Describe "Get-Member" -Tags CI {
    It "Should be able to be called on string objects" {
        ("s" | Get-Member Length).MemberType | Should -Be "Property"
        ("s" | Get-Member -Name Sub*).Name | Should -Be "Substring"
        (1 | Get-Member -Static -Name Parse).Definition | Should -Match "static int Parse"
        { $null | Get-Member -EA Stop } | Should -Throw -ErrorId "NoObjectInGetMember,Microsoft.PowerShell.Commands.GetMemberCommand"
        (@{a=1} | Get-Member -MemberType ParameterizedProperty).Name | Should -Be "Item"
        ([pscustomobject]@{b=1;a=2} | Get-Member -MemberType NoteProperty).Name | Should -Be a,b
    }
}
Describe "Tee-Object, Out-*" -Tags CI {
    It "tee" { 1..3 | Tee-Object -FilePath TestDrive:/t.txt | Measure-Object | % Count | Should -Be 3; Get-Content TestDrive:/t.txt | Should -Be "1","2","3"; "x" | Tee-Object TestDrive:/t.txt -Append | Out-Null; (Get-Content TestDrive:/t.txt).Count | Should -Be 4 }
    It "out-file" { "a","b" | Out-File TestDrive:/o.txt -NoNewline; Get-Content TestDrive:/o.txt -Raw | Should -BeExactly "ab"; { "x" | Out-File TestDrive:/o.txt -NoClobber -EA Stop } | Should -Throw -ErrorId "NoClobber,Microsoft.PowerShell.Commands.OutFileCommand" }
    It "redirect" { & { "o"; Write-Error e } *> TestDrive:/r.txt; (Get-Content TestDrive:/r.txt)[0] | Should -Be "o"; "z" >> TestDrive:/r.txt; (Get-Content TestDrive:/r.txt)[-1] | Should -Be z; $null = Write-Output 1 > $null }
    It "width" { ("x" * 200 | Out-String -Width 50).Trim().Length | Should -BeGreaterThan 50 }
}
Describe "Select-String" -Tags CI {
    BeforeAll { $f = "TestDrive:/sel.txt"; "hello","Hello","goodbye","hello world" | Set-Content $f }
    It "basic" { ("hello","Hello" | Select-String -Pattern "hello").Count | Should -Be 2; ("hello","Hello" | Select-String -CaseSensitive "hello").Line | Should -BeExactly "hello" }
    It "simplematch" { ("a.b","axb" | Select-String -SimpleMatch "a.b").Count | Should -Be 1 }
    It "context" { $m = Select-String goodbye $f -Context 1,1; $m.Context.PreContext | Should -Be "Hello"; $m.Context.PostContext[0] | Should -Be "hello world" }
    It "quiet, list, notmatch, raw" { (Select-String hello $f -Quiet) | Should -BeTrue; @(Select-String hello $f -List).Count | Should -Be 1; (Select-String hello $f -NotMatch).Line | Should -Be goodbye; ("abc" | Select-String b -Raw) | Should -BeOfType string }
    It "tostring" { (Select-String goodbye $f).ToString() | Should -Match "sel.txt:3:goodbye$" ; ("abc" | Select-String b).Filename | Should -Be "InputStream"; ("abc" | Select-String b).Path | Should -Be "InputStream"}
}
Describe "Test-Path, Resolve-Path, Split" -Tags CI {
    BeforeAll { New-Item TestDrive:/d1/d2 -ItemType Directory -Force | Out-Null; Set-Content TestDrive:/d1/f.txt x }
    It "test" { Test-Path TestDrive:/d1 -PathType Container | Should -BeTrue; Test-Path TestDrive:/d1/f.txt -PathType Leaf | Should -BeTrue; Test-Path TestDrive:/nope, TestDrive:/d1 | Should -Be $false,$true; Test-Path TestDrive:/d1/*.txt | Should -BeTrue; Test-Path TestDrive:/d1/* -Include *.md | Should -BeFalse; Test-Path "env:PATH" | Should -BeTrue
        { Test-Path $null -EA Stop } | Should -Throw -ErrorId "NullPathNotPermitted,Microsoft.PowerShell.Commands.TestPathCommand" }
    It "resolve" { { Resolve-Path TestDrive:/nope -EA Stop } | Should -Throw -ErrorId "PathNotFound,Microsoft.PowerShell.Commands.ResolvePathCommand"; (Resolve-Path TestDrive:/d1/f*).Path | Should -BeLike "TestDrive*f.txt" ; (Convert-Path TestDrive:/d1) | Should -Be (Join-Path $TestDrive d1)}
    It "gci" { (Get-ChildItem TestDrive:/d1 -Recurse).Count | Should -Be 2; (Get-ChildItem TestDrive:/d1 -File).Name | Should -Be f.txt; (Get-ChildItem TestDrive:/d1 -Directory -Name) | Should -Be d2; (Get-ChildItem TestDrive:/ -Recurse -Filter *.txt).BaseName | Should -Be f; Get-ChildItem TestDrive:/d1 -Exclude *.txt | % Name | Should -Be d2 ; Get-ChildItem TestDrive:/d1/* -Include *.txt | Should -HaveCount 1}
    It "item" { $i = Get-Item TestDrive:/d1/f.txt; $i.Length | Should -BeGreaterThan 0; $i.Extension | Should -Be .txt; $i.Directory.Name | Should -Be d1; $i.PSIsContainer | Should -BeFalse; $i.PSChildName | Should -Be f.txt; $i.PSDrive.Name | Should -Be TestDrive; $i.LastWriteTime | Should -BeOfType datetime
       Rename-Item TestDrive:/d1/f.txt g.txt; "TestDrive:/d1/g.txt" | Should -Exist; Remove-Item TestDrive:/d1/d2; "TestDrive:/d1/d2" | Should -Not -Exist; Clear-Content TestDrive:/d1/g.txt; (Get-Item TestDrive:/d1/g.txt).Length | Should -Be 0; Remove-Item TestDrive:/d1 -Recurse -Force; Test-Path TestDrive:/d1 | Should -BeFalse }
    It "locations" { Push-Location TestDrive:/; (Get-Location).Path | Should -BeLike "TestDrive:*"; Pop-Location; { Set-Location TestDrive:/nope -EA Stop } | Should -Throw -ErrorId "PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand" }
}
Describe "Export-Csv etc" -Tags CI {
    It "append" { $p="TestDrive:/c.csv"; [pscustomobject]@{a=1;b=2} | Export-Csv $p; [pscustomobject]@{a=3;b=4} | Export-Csv $p -Append; (Import-Csv $p).Count | Should -Be 2; { [pscustomobject]@{z=3} | Export-Csv $p -Append -EA Stop } | Should -Throw -ErrorId "CannotAppendCsvWithMismatchedPropertyNames,Microsoft.PowerShell.Commands.ExportCsvCommand" 
     [pscustomobject]@{z=3} | Export-Csv $p -Append -Force; (Import-Csv $p)[2].a | Should -BeNullOrEmpty }
    It "clixml" { $o = [pscustomobject]@{n="x";d=[datetime]"2020-01-02";l=1,2;h=@{k=1}}; $o | Export-Clixml TestDrive:/x.xml; $r = Import-Clixml TestDrive:/x.xml; $r.n | Should -Be x; $r.d | Should -BeOfType datetime; $r.l.Count | Should -Be 2; $r.h.k | Should -Be 1; $r.PSObject.TypeNames[0] | Should -BeLike "Deserialized*" }
    It "html" { ([pscustomobject]@{a=1} | ConvertTo-Html -Fragment) -join "" | Should -Match "<td>1</td>" }
    It "xml" { [xml]$x = "<a><b c='1'>t</b><b c='2'/></a>"; $x.a.b.Count | Should -Be 2; $x.a.b[0].c | Should -Be 1; $x.a.b[0].'#text' | Should -Be t; ($x | Select-Xml "//b[@c='2']").Node.c | Should -Be 2; $x.SelectNodes("//b").Count | Should -Be 2; { [xml]"<a>" } | Should -Throw }
}
Describe "Modules" -Tags CI {
    It "dynamic" { $m = New-Module -AsCustomObject { $script:x=1; function Inc { $script:x++; $script:x } ; Export-ModuleMember -Function Inc }; $m.Inc() | Should -Be 2; $m.Inc() | Should -Be 3 }
    It "psm1" { Set-Content TestDrive:/M1.psm1 'function Get-M1 { "m1" }; function hid { 1 }; $v = 5; Set-Alias gm1 Get-M1; Export-ModuleMember -Function Get-M1 -Alias gm1 -Variable v'; Import-Module TestDrive:/M1.psm1; Get-M1 | Should -Be m1; gm1 | Should -Be m1; $v | Should -Be 5; { hid } | Should -Throw -ErrorId CommandNotFoundException; (Get-Module M1).ExportedFunctions.Keys | Should -Be "Get-M1"; & (Get-Module M1) { hid } | Should -Be 1; Remove-Module M1; { Get-M1 } | Should -Throw -ErrorId CommandNotFoundException }
    It "not found" { { Import-Module NoSuchModuleX -EA Stop } | Should -Throw -ErrorId "Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand" }
    It "manifest" { New-ModuleManifest TestDrive:/M2.psd1 -RootModule M2.psm1 -ModuleVersion 2.1 -FunctionsToExport Get-M2; Set-Content TestDrive:/M2.psm1 'function Get-M2 { $MyInvocation.MyCommand.Module.Version }; function Other {}'; $m = Import-Module TestDrive:/M2.psd1 -PassThru; $m.Version | Should -Be "2.1"; "$(Get-M2)" | Should -Be "2.1"; $m.ExportedCommands.Count | Should -Be 1; Remove-Module M2 }
}
