# What assertions say when they fail: Pester 5's words.

function Why($Block) { try { & $Block; "passed" } catch { $_.Exception.Message } }

Why { 4 | Should -Be 3 }
#= Expected 3, but got 4.
Why { 4 | Should -Be 3 -Because "we said so" }
#= Expected 3, because we said so, but got 4.
Why { 4 | Should -Be 3 -Because "because we said so" }
#= Expected 3, because we said so, but got 4.
Why { 3 | Should -Not -Be 3 }
#= Expected 3 to be different from the actual value, but got the same value.
Why { 'a' | Should -BeExactly 'A' }
#= Expected strings to be the same, but they were different.
#= String lengths are both 1.
#= Strings differ at index 0.
#= Expected: 'A'
#= But was:  'a'
#=            ^
Why { 'a' | Should -Not -BeExactly 'a' }
#= Expected 'a' to be different from the actual value, but got exactly the same value.
Why { 1 | Should -BeExactly 2 }
#= Expected exactly 2, but got 1.
Why { 'abcxyz' | Should -Be 'abcdefghi' }
#= Expected strings to be the same, but they were different.
#= Expected length: 9
#= Actual length:   6
#= Strings differ at index 3.
#= Expected: 'abcdefghi'
#= But was:  'abcxyz'
#=            ---^
Why { "a`nb" | Should -Be "a`nc" }
#= Expected strings to be the same, but they were different.
#= String lengths are both 3.
#= Strings differ at index 2.
#= Expected: 'a\nc'
#= But was:  'a\nb'
#=            ---^
Why { ('x' * 200) + 'a' | Should -Be (('x' * 200) + 'b') }
#= Expected strings to be the same, but they were different.
#= String lengths are both 201.
#= Strings differ at index 200.
#= Expected: '...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxb'
#= But was:  '...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxa'
#=            ----------------------------------------------------------------------------------^
Why { 1, 2 | Should -Be 1, 3 }
#= Expected @(1, 3), but got @(1, 2).
Why { 1..12 | Should -Be 1 }
#= Expected 1, but got @(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...2 more).
Why { $null | Should -Be 1 }
#= Expected 1, but got $null.
Why { $true | Should -Be $false }
#= Expected $false, but got $true.
Why { [datetime]'2024-01-02' | Should -Be ([datetime]'2024-01-03') }
#= Expected 2024-01-03T00:00:00.0000000, but got 2024-01-02T00:00:00.0000000.
Why { @{ b = 1; a = 'x' } | Should -Be 5 }
#= Expected 5, but got @{a='x'; b=1}.
Why { [int] | Should -Be ([string]) }
#= Expected [string], but got [int].
Why { { 1 } | Should -Be 2 }
#= Expected 2, but got { 1 }.

Why { 2 | Should -BeGreaterThan 3 }
#= Expected the actual value to be greater than 3, but got 2.
Why { 4 | Should -Not -BeGreaterThan 3 }
#= Expected the actual value to be less than or equal to 3, but got 4.
Why { 4 | Should -BeLessThan 3 }
#= Expected the actual value to be less than 3, but got 4.
Why { 2 | Should -BeGreaterOrEqual 3 }
#= Expected the actual value to be greater than or equal to 3, but got 2.
Why { 4 | Should -BeLessOrEqual 3 }
#= Expected the actual value to be less than or equal to 3, but got 4.
Why { 'abc' | Should -BeLike 'x*' }
#= Expected like wildcard 'x*' to match 'abc', but it did not match.
Why { 'abc' | Should -Not -BeLike 'a*' }
#= Expected like wildcard 'a*' to not match 'abc', but it did match.
Why { 'abc' | Should -BeLikeExactly 'A*' }
#= Expected case sensitively like wildcard 'A*' to match 'abc', but it did not match.
Why { 'abc' | Should -Match '\d' }
#= Expected regular expression '\d' to match 'abc', but it did not match.
Why { 'abc' | Should -Not -Match 'a' }
#= Expected regular expression 'a' to not match 'abc', but it did match.
Why { 'abc' | Should -MatchExactly 'A' }
#= Expected regular expression 'A' to case sensitively match 'abc', but it did not match.
Why { 1 | Should -BeIn 2, 3 }
#= Expected collection @(2, 3) to contain 1, but it was not found.
Why { 2 | Should -Not -BeIn 2, 3 }
#= Expected collection @(2, 3) to not contain 2, but it was found.
Why { 1, 2 | Should -Contain 3 }
#= Expected 3 to be found in collection @(1, 2), but it was not found.
Why { 1, 2 | Should -Not -Contain 2 }
#= Expected 2 to not be found in collection @(1, 2), but it was found.
Why { 1, 2 | Should -HaveCount 3 }
#= Expected a collection with size 3, but got collection with size 2 @(1, 2).
Why { @() | Should -HaveCount 1 }
#= Expected a collection with size 1, but got an empty collection.
Why { 1, 2 | Should -HaveCount 0 }
#= Expected an empty collection, but got collection with size 2 @(1, 2).
Why { 1, 2 | Should -Not -HaveCount 2 }
#= Expected a collection with size different from 2, but got collection with that size @(1, 2).
Why { 1 | Should -BeNullOrEmpty }
#= Expected $null or empty, but got 1.
Why { $null | Should -Not -BeNullOrEmpty }
#= Expected a value, but got $null or empty.
Why { 0 | Should -BeTrue }
#= Expected $true, but got 0.
Why { 1 | Should -BeFalse }
#= Expected $false, but got 1.
Why { 1 | Should -BeOfType [string] }
#= Expected the value to have type [string] or any of its subtypes, but got 1 with type [int].
Why { 1 | Should -Not -BeOfType int }
#= Expected the value to not have type [int] or any of its subtypes, but got 1 with type [int].
Why { $null | Should -BeOfType int }
#= Expected the value to have type [int] or any of its subtypes, but got $null with type $null.
Why { 1 | Should -BeOfType NoSuchType }
#= Could not find type [NoSuchType]. Make sure that the assembly that contains that type is loaded.
Why { './nope' | Should -Exist }
#= Expected path './nope' to exist, but it did not exist.
Why { '.' | Should -Not -Exist }
#= Expected path '.' to not exist, but it did exist.

Why { { 1 } | Should -Throw }
#= Expected an exception to be thrown, but no exception was thrown.
Why { { 1 } | Should -Throw 'x' -Because 'it is bad' }
#= Expected an exception with message like 'x' to be thrown, because it is bad, but no exception was thrown.
Why { { throw 'abc' } | Should -Throw 'a' }
#= Expected an exception with message like 'a' to be thrown, but the message was 'abc'. from line:1 char:9
#=     + Why { { throw 'abc' } | Should -Throw 'a' }
#=     +         ~~~~~~~~~~~
Why { { throw 'abc' } | Should -Throw 'a*' }
#= passed
Why { { throw 'abc' } | Should -Throw -ErrorId 'x' -ExpectedMessage 'y' }
#= Expected an exception with message like 'y', FullyQualifiedErrorId 'x' to be thrown, but the message was 'abc' and the FullyQualifiedErrorId was 'abc'. from line:1 char:9
#=     + Why { { throw 'abc' } | Should -Throw -ErrorId 'x' -ExpectedMessage ' …
#=     +         ~~~~~~~~~~~
Why { { throw 'abc' } | Should -Throw -ExceptionType ([ArgumentException]) }
#= Expected an exception with type [System.ArgumentException] to be thrown, but the exception type was [System.Management.Automation.RuntimeException]. from line:1 char:9
#=     + Why { { throw 'abc' } | Should -Throw -ExceptionType ([ArgumentExcept …
#=     +         ~~~~~~~~~~~
Why { { throw 'abc' } | Should -Not -Throw }
#= Expected no exception to be thrown, but an exception "abc" was thrown from line:1 char:9
#=     + Why { { throw 'abc' } | Should -Not -Throw }
#=     +         ~~~~~~~~~~~.
Why { 5 | Should -Throw }
#= Input is not a ScriptBlock. Input to '-Throw' and '-Not -Throw' must be enclosed in curly braces.
(({ throw 'abc' } | Should -Throw -PassThru).FullyQualifiedErrorId)
#= abc

function Get-Lab { param([Parameter(Mandatory)][Alias('N')][string] $Name, [int] $Size = 5) }
Why { Get-Command Get-Lab | Should -HaveParameter Name -Mandatory -Type string }
#= passed
Why { Get-Command Get-Lab | Should -HaveParameter Path }
#= Expected command Get-Lab to have a parameter Path, but the parameter is missing.
Why { Get-Command Get-Lab | Should -Not -HaveParameter Name }
#= passed
Why { Get-Command Get-Lab | Should -HaveParameter Size -Mandatory }
#= Expected command Get-Lab to have a parameter Size, which is mandatory, but it wasn't mandatory.
Why { Get-Command Get-Lab | Should -HaveParameter Size -Type string -DefaultValue 4 }
#= Expected command Get-Lab to have a parameter Size, of type [System.String] and the default value to be 4, but it was of type [System.Int32] and the default value was '5'.
Why { Get-Command Get-Lab | Should -HaveParameter Name -Alias N }
#= passed

Why { 'a' | Should Be 'b' }
#= Expected strings to be the same, but they were different.
#= String lengths are both 1.
#= Strings differ at index 0.
#= Expected: 'b'
#= But was:  'a'
#=            ^
Why { 'a' | Should Not Be 'a' }
#= Expected 'a' to be different from the actual value, but got the same value.
Why { 1 | Should BeSomething }
#= 'BeSomething' is not a valid Should operator.
Why { 1 | Should }
#= You cannot call Should without parameters. Please review your code.

try { 4 | Should -Be 3 } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.Exception.GetType().FullName }
#= PesterAssertionFailed
#= InvalidResult
#= System.Exception

Add-ShouldOperator -Name BeAwesome -Test {
    param($ActualValue, [switch] $Negate, [string] $Because)
    $is = $ActualValue -eq 'Awesome'
    if ($Negate) { $is = -not $is }
    [pscustomobject]@{ Succeeded = $is; FailureMessage = "'$ActualValue' is not awesome." }
}
Why { 'Awesome' | Should -BeAwesome }
#= passed
Why { 'dull' | Should -BeAwesome }
#= 'dull' is not awesome.
Why { 'dull' | Should -Not -BeAwesome }
#= passed
