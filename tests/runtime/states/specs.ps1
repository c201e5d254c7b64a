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
#= Import-Module : At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:2
#= + <<<<<<< HEAD
#= +  ~
#= Missing file specification after redirection operator.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:1
#= + <<<<<<< HEAD
#= + ~
#= The '<' operator is reserved for future use.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:3
#= + <<<<<<< HEAD
#= +   ~
#= Missing file specification after redirection operator.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:2
#= + <<<<<<< HEAD
#= +  ~
#= The '<' operator is reserved for future use.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:4
#= + <<<<<<< HEAD
#= +    ~
#= Missing file specification after redirection operator.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:3
#= + <<<<<<< HEAD
#= +   ~
#= The '<' operator is reserved for future use.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:5
#= + <<<<<<< HEAD
#= +     ~
#= Missing file specification after redirection operator.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:4
#= + <<<<<<< HEAD
#= +    ~
#= The '<' operator is reserved for future use.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:6
#= + <<<<<<< HEAD
#= +      ~
#= Missing file specification after redirection operator.
#=
#= At /work/wt/scopes/tests/runtime/states/modules/Specs.psm1:186 char:5
#= + <<<<<<< HEAD
#= +     ~
#= The '<' operator is reserved for future use.
#=
#= Not all parse errors were reported.  Correct the reported errors and try again.
#=     + CategoryInfo          : ParserError: (:) [Import-Module], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : ParseException,Microsoft.PowerShell.Commands.ImportModuleCommand
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:8 char:5
#= +     Invoke-Spec {
#= +     ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= base=10 leaked=[]
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:29 char:1
#= + Invoke-Spec {
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:54 char:11
#= + $result = Invoke-Spec -PassThru {
#= +           ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#=   
#=   
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:75 char:1
#= + Invoke-Spec {
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:91 char:2
#= + (Invoke-Spec $tagged -Quiet -PassThru).Passed
#= +  ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:92 char:2
#= + (Invoke-Spec $tagged -Quiet -PassThru -Tag fast).Passed
#= +  ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:93 char:2
#= + (Invoke-Spec $tagged -Quiet -PassThru -Tag fast -ExcludeTag slow).Pas …
#= +  ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:94 char:1
#= + Invoke-Spec $tagged -Tag slow
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:99 char:5
#= +     Invoke-Spec {
#= +     ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= The expression after '&' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.
#= At line:138 char:5
#= +     & (Get-Module Mailer) { "$(Get-Server) [$__specs]" }
#= +     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : BadExpression
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:143 char:1
#= + Invoke-Spec {
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= The term 'Example' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= The term 'Feature' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:166 char:1
#= + Invoke-Spec (Get-Specification)
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= Invoke-Spec : The term 'Invoke-Spec' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:167 char:1
#= + Invoke-Spec { Feature 'Outside' { Example 'runs another run' { Invoke …
#= + ~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Invoke-Spec:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= False
