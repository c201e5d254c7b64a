# Mocks, tested by themselves.

BeforeAll {
    $module = New-Module PesterLab {
        function Get-Hidden { "hidden" }
        function Get-Shown { "shown $(Get-Hidden)" }
        function Get-Clock { Get-Date }
        Export-ModuleMember -Function Get-Shown, Get-Clock
    } | Import-Module -PassThru
    function Get-User {
        [CmdletBinding()]
        param([Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $Name, [int] $Age = 5, [switch] $Deep)
        process { "real $Name $Age" }
    }
    function Invoke-Plain($First, $Second) { "plain $First $Second $args" }
    function Use-User { Get-User -Name "inner" }
}

AfterAll { Remove-Module PesterLab }

Describe "A mock" {
    It "stands in for a function" {
        Mock Get-User { "mock $Name $Deep" }
        Get-User -Name x -Deep | Should -Be "mock x True"
        Use-User | Should -Be "mock inner "
        Should -Invoke Get-User -Times 2 -Exactly
    }

    It "is gone afterwards" { Use-User | Should -Be "real inner 5" }

    It "does nothing without a block" {
        Mock Get-User
        Use-User | Should -BeNullOrEmpty
        Should -Invoke Get-User
        Should -Not -Invoke Get-User -Times 2
    }

    It "keeps the parameters" {
        Mock Get-User { }
        { Get-User -Nope } | Should -Throw -ErrorId "NamedParameterNotFound,*"
        { Get-User -Name x -Age abc } | Should -Throw -ErrorId "ParameterArgumentTransformationError,*"
        (Get-Command Get-User).Parameters.Keys | Should -Contain "Deep"
    }

    It "takes input" {
        Mock Get-User { "got $Name" }
        [pscustomobject]@{ Name = "a" }, [pscustomobject]@{ Name = "b" } | Get-User | Should -Be @("got a", "got b")
        Should -Invoke Get-User -Times 1 -Exactly -ParameterFilter { $Name -eq "b" }
    }

    It "chooses by filter, the newest first" {
        Mock Get-User { "default" }
        Mock Get-User { "a" } -ParameterFilter { $Name -like "a*" }
        Mock Get-User { "ab" } -ParameterFilter { $Name -eq "ab" }
        Get-User -Name x | Should -Be "default"
        Get-User -Name ac | Should -Be "a"
        Get-User -Name ab | Should -Be "ab"
    }

    It "lets the command run where no filter fits" {
        Mock Get-User { "mock" } -ParameterFilter { $Age -gt 10 }
        Get-User -Name x -Age 11 | Should -Be "mock"
        Get-User -Name x | Should -Be "real x 5"
        1..2 | ForEach-Object { [pscustomobject]@{ Name = "n$_" } } | Get-User | Should -Be @("real n1 5", "real n2 5")
    }

    It "has parameters of its own" {
        Mock Get-User { param($Name, $Age) "p $Name $Age $($PesterBoundParameters.Keys -join '+')" }
        Get-User -Name x | Should -Be "p x  Name"
    }

    It "takes the rest of plain functions" {
        Mock Invoke-Plain { "$First|$Second|$args" }
        Invoke-Plain 1 2 3 4 | Should -Be "1|2|3 4"
    }

    It "stands in for cmdlets, by their aliases too" {
        Mock Get-ChildItem { "listed $Path" }
        Get-ChildItem -Path here | Should -Be "listed here"
        dir there | Should -Be "listed there"
        Mock dir { "by alias" }
        Get-ChildItem | Should -Be "by alias"
        Mock Write-Host { }
        Write-Host "not shown"
        Should -Invoke Write-Host -ParameterFilter { $Object -eq "not shown" }
    }

    It "throws what it throws" {
        Mock Get-User { throw "mocked away" }
        { Use-User } | Should -Throw "mocked away"
    }

    It "must stand in for something" { { Mock Get-NoSuchThing { } } | Should -Throw "Could not find Command Get-NoSuchThing" }
}

Describe "Counting" {
    BeforeAll { Mock Get-User { "counted" } }

    It "counts one test" { Use-User; Use-User; Should -Invoke Get-User -Exactly -Times 2 }
    It "starts again" { Should -Invoke Get-User -Exactly -Times 0; Use-User }
    It "counts the block" { Should -Invoke Get-User -Exactly -Times 3 -Scope Describe; Assert-MockCalled Get-User -Times 3 -Scope 1 }

    Context "inside" {
        It "counts from here" { Use-User; Should -Invoke Get-User -Exactly 1 -Scope Context }
        It "fails" { { Should -Invoke Get-User -Times 5 -Because "we count" } |
                Should -Throw "Expected Get-User to be called at least 5 times, because we count, but was called 0 times" }
        It "is exclusive" {
            Get-User -Name a; Get-User -Name b
            { Should -Invoke Get-User -ParameterFilter { $Name -eq "a" } -ExclusiveFilter } | Should -Throw "*1 non-matching calls were made"
        }
        It "verifies" {
            Mock Get-User { } -Verifiable -ParameterFilter { $Name -eq "v" }
            { Should -InvokeVerifiable } | Should -Throw "*Command Get-User*"
            Get-User -Name v
            Should -InvokeVerifiable
            Assert-VerifiableMock
        }
    }

    AfterAll { Should -Invoke Get-User -Times 7 -Exactly }
}

Describe "Modules" {
    It "keep their own commands" {
        Mock Get-Date { "mocked" }
        Get-Date | Should -Be "mocked"
        Get-Clock | Should -BeOfType [datetime]
    }
    It "are reached by -ModuleName" {
        Mock Get-Date { "mocked" } -ModuleName PesterLab
        Get-Clock | Should -Be "mocked"
        Get-Date | Should -BeOfType [datetime]
        Should -Invoke Get-Date -ModuleName PesterLab -Exactly 1
        Mock Get-Hidden { "mock" } -ModuleName PesterLab
        Get-Shown | Should -Be "shown mock"
    }
    It "are themselves afterwards" { Get-Clock | Should -BeOfType [datetime]; Get-Shown | Should -Be "shown hidden" }
    It "are entered by InModuleScope" {
        InModuleScope PesterLab { Get-Hidden } | Should -Be "hidden"
        InModuleScope PesterLab -Parameters @{ x = 5 } { param($x) "$x $(Get-Hidden)" } | Should -Be "5 hidden"
        InModuleScope PesterLab {
            Mock Get-Hidden { "from inside" }
            Get-Shown | Should -Be "shown from inside"
            Should -Invoke Get-Hidden
        }
        { Get-Hidden } | Should -Throw -ErrorId "CommandNotFoundException"
        { InModuleScope NoSuchModule { } } | Should -Throw "No modules named 'NoSuchModule' are currently loaded."
    }
}
