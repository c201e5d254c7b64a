# A lab that is graded: what a student was to set up on the server is checked in the student's own words.

BeforeAll {
    New-ReceiveConnector -Name "Relay" -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.0/8 `
        -PermissionGroups AnonymousUsers | Out-Null
    Set-ReceiveConnector "Relay" -MaxMessageSize 20MB -Banner "220 relay.contoso.com"
}

AfterAll {
    Remove-ReceiveConnector "Relay" -Confirm:$false
}

Describe "Relay connector" -Tag "Lab1" {
    BeforeAll { $relay = Get-ReceiveConnector "Relay" }

    It "listens on 2525" {
        $relay.Bindings | Should -Contain "0.0.0.0:2525"
    }

    It "takes mail from <_> only" -ForEach "10.0.0.0/8" {
        $relay.RemoteIPRanges | Should -HaveCount 1
        "$($relay.RemoteIPRanges)" | Should -Be $_
    }

    It "has <property> set to <value>" -ForEach @(
        @{ property = "MaxMessageSize"; value = "20MB" }
        @{ property = "Banner"; value = "220 relay.contoso.com" }
        @{ property = "Enabled"; value = $true }
    ) {
        "$($relay.$property)" | Should -Be "$value"
    }

    It "lets anonymous clients in" {
        $relay.PermissionGroups | Should -Match "AnonymousUsers"
    }

    It "is one of the connectors" {
        (Get-ReceiveConnector).Name | Should -Contain "Relay"
        Get-ReceiveConnector | Should -Not -HaveCount 0
    }

    It "cannot be made a second time" {
        { New-ReceiveConnector -Name "Relay" -Usage Custom -Bindings 0.0.0.0:2526 -RemoteIPRanges 10.0.0.0/8 -ErrorAction Stop } |
            Should -Throw
    }
}

Describe "Accepted domains" -Tag "Lab1" {
    It "has one that is the default" {
        @(Get-AcceptedDomain | Where-Object Default) | Should -HaveCount 1
    }
}

Describe "A script of the student's" -Tag "Lab2" {
    BeforeAll {
        function Get-SlowConnector { Get-ReceiveConnector | Where-Object { $_.TarpitInterval.TotalSeconds -gt 5 } }
    }

    Context "with connectors of the test's own" {
        BeforeAll {
            Mock Get-ReceiveConnector {
                [pscustomobject]@{ Name = "Fast"; TarpitInterval = [timespan]"00:00:01" }
                [pscustomobject]@{ Name = "Slow"; TarpitInterval = [timespan]"00:00:30" }
            }
        }
        It "finds the slow one" {
            (Get-SlowConnector).Name | Should -Be "Slow"
            Should -Invoke Get-ReceiveConnector -Exactly -Times 1
        }
    }

    It "asks the server afterwards" {
        (Get-ReceiveConnector).Name | Should -Contain "Relay"
    }
}
