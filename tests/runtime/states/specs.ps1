# A language for specifications, written as a module (modules/Specs.psm1), and what it is used for.
Import-Module ./Specs.psm1, ./Mailer.psm1 -DisableNameChecking

# Blocks see the variables and functions around them; what an example sets stays its own.
function Test-Basics {
    $base = 10
    function Add-Base { param($n) $base + $n }
    Invoke-Spec {
        $offset = 5
        Feature 'Numbers' {
            $factor = 2
            Example 'see what is around them' { Expect ($base + $offset + $factor) -Equals 17 }
            Example 'see functions around them' { Expect (Add-Base 1) -Equals 11 }
            Example 'keep what they set' { $leaked = 1; $base = 99; Expect $base -Equals 99 }
            Example 'do not see that of others' { Expect "[$leaked] $base" -Equals '[] 10' }
            Scenario 'in a block inside' {
                $factor = 3
                Example 'see the nearer one' { Expect $factor -Equals 3 }
            }
            Example 'see their own one again' { Expect $factor -Equals 2 }
            Example 'see nothing of the module' { Expect "[$run] [$current] [$depth] [$steps]" -Equals '[] [] [] []' }
        }
    }
    "base=$base leaked=[$leaked]"
}
Test-Basics

# Set-up and tear-down are dot-sourced into the scope of the example, from the outermost block inwards.
Invoke-Spec {
    $log = [System.Collections.Generic.List[string]]::new()
    Feature 'Outer' {
        SetupFirst { $once = 'once'; $log.Add('first') }
        Setup { $user = 'anna'; $log.Add('setup outer') }
        Teardown { $log.Add('teardown outer') }
        TeardownLast { $log.Add("last [$once]") }
        Let greeting { "Hello $name" }
        $name = 'Bob'
        Example 'sees the variables of the set-up' { Expect "$user $once" -Equals 'anna once' }
        Scenario 'Inner' {
            Setup { $user += ' and ' + $user; function Get-User { "<$user>" } }
            Teardown { $log.Add('teardown inner') }
            Let greeting { 'Good day' }
            Example 'builds on the outer one' { Expect $user -Equals 'anna and anna' }
            Example 'has its functions' { Expect (Get-User) -Equals '<anna and anna>' }
            Example 'overrides values' { Expect $greeting -Equals 'Good day' }
        }
        Example 'has values made in its scope' { Expect $greeting -Equals 'Hello Bob' }
    }
    $log | ForEach-Object { Write-Host "    $_" }
    Write-Host "    user=[$user]"
}

# Failures say what, and where.
$result = Invoke-Spec -PassThru {
    Feature 'Failures' {
        Teardown { Write-Host '    (torn down)' }
        Example 'of an expectation' {
            Expect (1 + 1) -Equals 3
        }
        Example 'of the code' {
            $null.Method()
        }
        Example 'of a throw' { throw 'own words' }
        Example 'goes on with the next' { Expect 'abc' -Like 'a*' }
        Example 'is skipped' -Skip { throw 'never' }
        Example 'expects errors' { Expect { throw 'no way' } -Throws 'no way'; Expect { 1 } -Throws '' }
        Example 'takes a block' { $limit = 3; 4 | Expect -That { $_ -gt $limit }; 2 | Expect -That { $_ -gt $limit } }
    }
    Feature 'Broken' { throw 'in the block' }
}
$result.Failures | ForEach-Object { "$($_.Title) $($_.Line) $($_.Record.FullyQualifiedErrorId)" }
"$($result.Passed) $($result.Failed) $($result.Skipped)"

# Cases, with titles of their own.
Invoke-Spec {
    Feature 'Sums' {
        $cases = @(
            @{ a = 1; b = 2; sum = 3 }
            @{ a = 2; b = 2; sum = 5 }
        )
        Example '<a> and <b> make <sum>' -With $cases { param($a, $b, $sum) Expect ($a + $b) -Equals $sum }
        foreach ($n in 1..2) { Example "number $n of a loop" { Expect $n -Equals $n; Expect "$a$b" -Equals '' } }
    }
}

# Tags.
$tagged = {
    Feature 'Fast' -Tag fast { Example 'one' { }; Example 'slow one' -Tag slow { } }
    Feature 'Plain' { Example 'two' { } ; Example 'fast two' -Tag fast { } }
}
(Invoke-Spec $tagged -Quiet -PassThru).Passed
(Invoke-Spec $tagged -Quiet -PassThru -Tag fast).Passed
(Invoke-Spec $tagged -Quiet -PassThru -Tag fast -ExcludeTag slow).Passed
Invoke-Spec $tagged -Tag slow

# Commands of another module are replaced for the length of a block or an example; the stand-in sees the test's scope.
function Test-Mail {
    $answer = 'from the test'
    Invoke-Spec {
        Feature 'Mail' {
            Setup { Clear-Sent }
            Example 'goes to the real server' {
                Send-Mail anna@contoso.com Hello | Expect -Equals 'sent to real.contoso.com'
                Get-Sent | Expect -Equals 'real.contoso.com anna@contoso.com Hello'
            }
            Example 'goes elsewhere' {
                Replace Get-Server -In Mailer { 'fake.contoso.com' }
                Send-Mail anna@contoso.com Hello | Expect -Equals 'sent to fake.contoso.com'
            }
            Example 'goes to the real server again' { Send-Mail a b | Expect -Equals 'sent to real.contoso.com' }
            Scenario 'without a wire' {
                $prefix = 'in the block'
                Replace Send-Line -In Mailer { param($bound) "$prefix`: $answer, $($bound.Text)" }
                Example 'stays here' {
                    Send-Mail anna@contoso.com Hi | Expect -Equals 'in the block: from the test, anna@contoso.com Hi'
                    @(Get-Sent).Count | Expect -Equals 0
                    @(Get-ReplacementCall Send-Line -In Mailer).Count | Expect -Equals 1
                }
                Example 'is replaced for some calls' {
                    $who = 'bob*'
                    Replace Send-Line -In Mailer { 'for bob' } -When { param($bound) $bound.Text -like $who }
                    Send-Mail bob@contoso.com Hi | Expect -Equals 'for bob'
                    Send-Mail eva@contoso.com Hi | Expect -Like 'in the block*'
                }
                Example 'may fail' {
                    Replace Get-Server -In Mailer { throw "no server for $answer" }
                    Expect { Send-Mail a b } -Throws 'no server for from the test'
                }
            }
            Example 'is back' { Send-Mail a b | Expect -Equals 'sent to real.contoso.com' }
            Example 'replaces commands of the caller' {
                Replace Get-Date { 'today' }
                Get-Date | Expect -Equals 'today'
            }
            Example 'forgets that' { (Get-Date).GetType().Name | Expect -Equals 'DateTime' }
        }
    }
    & (Get-Module Mailer) { "$(Get-Server) [$__specs]" }
}
Test-Mail

# State of a block is seen inside of it and goes with it.
Invoke-Spec {
    Feature 'State' {
        Set-BlockState colour red
        Example 'is seen' { Get-BlockState colour | Expect -Equals red }
        Scenario 'inside' {
            Example 'is seen, too' { Get-BlockState colour | Expect -Equals red }
            Example 'is set for one' { Set-BlockState colour blue; Get-BlockState colour | Expect -Equals blue }
            Example 'is as before' { Get-BlockState colour | Expect -Equals red }
        }
    }
    Feature 'Another' { Example 'knows nothing of it' { "[$(Get-BlockState colour)]" | Expect -Equals '[]' } }
}
try { Example 'outside' { } } catch { "$_" }
try { Feature 'outside' { } } catch { "$_" }

# Runs nest; a specification may come from another module, whose names it sees.
$other = New-Module -Name Other {
    $own = 'own of Other'
    function Get-Own { $own }
    function Get-Specification { { Feature 'Other' { Example 'sees its module' { Expect (Get-Own) -Equals 'own of Other' } } } }
    function Invoke-Own { $local = 'local of Other'; Invoke-Spec { Feature 'Inside' { Setup { $set = $local }; Example 'has a scope in Other' { Expect "$set, $own" -Equals 'local of Other, own of Other' } } } }
    Export-ModuleMember -Function Get-Specification, Invoke-Own
}
Invoke-Spec (Get-Specification)
Invoke-Spec { Feature 'Outside' { Example 'runs another run' { Invoke-Own } } }
[bool](Get-Command Get-Own -ErrorAction Ignore)
#= Numbers
#=   [+] see what is around them
#=   [+] see functions around them
#=   [+] keep what they set
#=   [+] do not see that of others
#=   in a block inside
#=     [+] see the nearer one
#=   [+] see their own one again
#=   [+] see nothing of the module
#= 7 passed, 0 failed, 0 skipped
#= base=10 leaked=[]
#= Outer
#=   [+] sees the variables of the set-up
#=   Inner
#=     [+] builds on the outer one
#=     [+] has its functions
#=     [+] overrides values
#=   [+] has values made in its scope
#=     first
#=     setup outer
#=     teardown outer
#=     setup outer
#=     teardown inner
#=     teardown outer
#=     setup outer
#=     teardown inner
#=     teardown outer
#=     setup outer
#=     teardown inner
#=     teardown outer
#=     setup outer
#=     teardown outer
#=     last []
#=     user=[]
#= 5 passed, 0 failed, 0 skipped
#= Failures
#=     (torn down)
#=   [-] of an expectation
#=       expected '3', got '2' (line 58)
#=     (torn down)
#=   [-] of the code
#=       You cannot call a method on a null-valued expression. (line 61)
#=     (torn down)
#=   [-] of a throw
#=       own words (line 63)
#=     (torn down)
#=   [+] goes on with the next
#=   [!] is skipped
#=     (torn down)
#=   [-] expects errors
#=       expected an error, none was thrown (line 66)
#=     (torn down)
#=   [-] takes a block
#=       expected { $_ -gt $limit } of '2' (line 67)
#= Broken
#= [-] (block)
#=     in the block (line 69)
#= 1 passed, 6 failed, 1 skipped
#= of an expectation 58 expected '3', got '2'
#= of the code 61 InvokeMethodOnNull
#= of a throw 63 own words
#= expects errors 66 expected an error, none was thrown
#= takes a block 67 expected { $_ -gt $limit } of '2'
#= (block) 69 in the block
#= 1 6 1
#= Sums
#=   [+] 1 and 2 make 3
#=   [-] 2 and 2 make 5
#=       expected '5', got '4' (line 81)
#=   [+] number 1 of a loop
#=   [+] number 2 of a loop
#= 3 passed, 1 failed, 0 skipped
#= 4
#= 3
#= 2
#= Fast
#=   [+] slow one
#= Plain
#= 1 passed, 0 failed, 0 skipped
#= Mail
#=   [+] goes to the real server
#=   [+] goes elsewhere
#=   [+] goes to the real server again
#=   without a wire
#=     [+] stays here
#=     [+] is replaced for some calls
#=     [+] may fail
#=   [+] is back
#=   [+] replaces commands of the caller
#=   [+] forgets that
#= 9 passed, 0 failed, 0 skipped
#= real.contoso.com []
#= State
#=   [+] is seen
#=   inside
#=     [+] is seen, too
#=     [+] is set for one
#=     [+] is as before
#= Another
#=   [+] knows nothing of it
#= 5 passed, 0 failed, 0 skipped
#= Example can be used inside of a Feature only.
#= Feature can be used in Invoke-Spec only.
#= Other
#=   [+] sees its module
#= 1 passed, 0 failed, 0 skipped
#= Outside
#= Inside
#=   [+] has a scope in Other
#= 1 passed, 0 failed, 0 skipped
#=   [+] runs another run
#= 1 passed, 0 failed, 0 skipped
#= False
