# What the portable cmdlets refuse, and by which error id.

Describe "Content" -Tags "CI" {
    BeforeEach {
        Set-Content TestDrive:/lines.txt one, two
        New-Item TestDrive:/folder -ItemType Directory -Force > $null
    }

    It "<Command> refuses a folder" -TestCases @(
        @{ Command = "Get-Content"; Id = "GetContainerContentException,Microsoft.PowerShell.Commands.GetContentCommand" }
        @{ Command = "Set-Content"; Id = "WriteContainerContentException,Microsoft.PowerShell.Commands.SetContentCommand" }
        @{ Command = "Add-Content"; Id = "WriteContainerContentException,Microsoft.PowerShell.Commands.AddContentCommand" }
        @{ Command = "Clear-Content"; Id = "ClearDirectoryContent,Microsoft.PowerShell.Commands.ClearContentCommand" }
    ) {
        param($Command, $Id)
        $more = if ($Command -in "Set-Content", "Add-Content") { @{ Value = 1 } } else { @{} }
        { & $Command TestDrive:/folder @more -ErrorAction Stop } | Should -Throw -ErrorId $Id
    }
    It "Only files have a tail" {
        Get-Content TestDrive:/lines.txt -Tail 1 | Should -Be "two"
        { Get-Content variable:PID -Tail 1 -ErrorAction Stop } |
            Should -Throw -ErrorId "TailNotSupported,Microsoft.PowerShell.Commands.GetContentCommand"
    }
    It "The whole text says where it is from" {
        $text = Get-Content TestDrive:/lines.txt -Raw
        $text | Should -BeOfType string
        $text.PSChildName | Should -Be "lines.txt"
        $text.ReadCount | Should -Be 1
    }
}

Describe "Copy-Item" -Tags "CI" {
    BeforeAll {
        New-Item TestDrive:/from/below -ItemType Directory -Force > $null
        Set-Content TestDrive:/file.txt 1
    }

    It "Copies no folder into itself" {
        { Copy-Item TestDrive:/from TestDrive:/from -Recurse -ErrorAction Stop } |
            Should -Throw -ErrorId "CopyError,Microsoft.PowerShell.Commands.CopyItemCommand"
        { Copy-Item TestDrive:/from TestDrive:/from/below -Recurse -ErrorAction Stop } | Should -Throw
        (Get-ChildItem TestDrive:/from -Recurse).Name | Should -Be "below"
    }
    It "Copies no folder onto a file" {
        { Copy-Item TestDrive:/from TestDrive:/file.txt -Recurse -ErrorAction Stop } |
            Should -Throw -ErrorId "CopyContainerItemToLeafError,Microsoft.PowerShell.Commands.CopyItemCommand"
    }
    It "Copies beside, under a name that begins alike" {
        Copy-Item TestDrive:/from TestDrive:/from2 -Recurse
        "TestDrive:/from2/below" | Should -Exist
    }
}

Describe "Members, hashes, aliases" -Tags "CI" {
    It "A member set holds the members it is given" {
        $members = [System.Collections.ObjectModel.Collection[System.Management.Automation.PSMemberInfo]]::new()
        $members.Add([psnoteproperty]::new("Site", "Oslo"))
        $object = Add-Member -InputObject ([pscustomobject]@{}) MemberSet Place $members -PassThru
        $object.Place.Site | Should -Be "Oslo"
    }
    It "<Kind> needs a value of its kind" -TestCases @(
        @{ Kind = "CodeProperty" }, @{ Kind = "MemberSet" }, @{ Kind = "ScriptMethod" }, @{ Kind = "ScriptProperty" }
    ) {
        param($Kind)
        { Add-Member -InputObject 1 -MemberType $Kind -Name Any -Value "text" } |
            Should -Throw -ErrorId "ConvertToFinalInvalidCastException,Microsoft.PowerShell.Commands.AddMemberCommand"
    }
    It "A file that is not there has no hash" {
        { Get-FileHash (Join-Path $TestDrive none.txt) -ErrorAction Stop } |
            Should -Throw -ErrorId "FileNotFound,Microsoft.PowerShell.Commands.GetFileHashCommand"
    }
    It "A pattern of definitions may fit nothing" {
        Get-Alias -Definition Get-Nothing* -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-Alias -Definition Get-Nothing -ErrorAction Stop } | Should -Throw
    }
    It "Nothing is null in JSON" { [NullString]::Value, [DBNull]::Value | ConvertTo-Json -Compress | Should -Be "[null,null]" }
}
