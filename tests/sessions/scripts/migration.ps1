# A migration by CSV: recipients, groups and connectors, undone where a row fails, told by -WhatIf
Set-Content migrate.ps1 @'
# A migration: recipients from CSV, groups, connectors, rollback on error
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param([string] $Domain = 'fabrikam.com', [switch] $Fail)
Set-StrictMode -Version Latest
$undo = [System.Collections.Generic.Stack[object]]::new()
function Add-Undo([string] $What, [scriptblock] $Action) { $undo.Push([pscustomobject]@{ What = $What; Action = $Action }) }
function Invoke-Undo {
    [CmdletBinding(SupportsShouldProcess)] param()
    while ($undo.Count) {
        $u = $undo.Pop()
        if ($PSCmdlet.ShouldProcess($u.What, 'Undo')) { try { & $u.Action; "undone: $($u.What)" } catch { Write-Warning "could not undo $($u.What): $($_.Exception.Message)" } }
    }
}
function New-MigrationDomain {
    [CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory)] [string] $Name)
    if (Get-AcceptedDomain $Name -ErrorAction SilentlyContinue) { Write-Verbose "domain $Name is there"; return }
    if ($PSCmdlet.ShouldProcess($Name, 'New accepted domain')) {
        New-AcceptedDomain -Name $Name -DomainName $Name -DomainType InternalRelay -ErrorAction Stop
        Add-Undo "domain $Name" { Remove-AcceptedDomain $Name -Confirm:$false }.GetNewClosure()
    }
}
function Import-Recipient {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [ValidateSet('User', 'Contact')] [string] $Type,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [ValidatePattern('^[^@\s]+@[^@\s]+$')] [string] $Address,
        [Parameter(ValueFromPipelineByPropertyName)] [AllowEmptyString()] [string] $Quota, [Parameter(ValueFromPipelineByPropertyName)] [string[]] $Groups
    )
    begin { $pw = ConvertTo-SecureString 'P@ssw0rd!x' -AsPlainText -Force; $done = 0 }
    process {
        if (-not $PSCmdlet.ShouldProcess("$Name <$Address>", "Create $Type")) { return }
        $alias = ($Address -split '@')[0]
        $made = switch ($Type) {
            User { New-Mailbox -Name $Name -Alias $alias -UserPrincipalName $Address -PrimarySmtpAddress $Address -Password $pw -ErrorAction Stop }
            Contact { New-MailContact -Name $Name -Alias $alias -ExternalEmailAddress $Address -ErrorAction Stop }
        }
        $kind = $Type
        Add-Undo "$kind $Name" { if ($kind -eq 'User') { Remove-Mailbox $Name -Confirm:$false } else { Remove-MailContact $Name -Confirm:$false } }.GetNewClosure()
        if ($Quota -and $Type -eq 'User') { Set-Mailbox $Name -ProhibitSendQuota $Quota -UseDatabaseQuotaDefaults $false -ErrorAction Stop }
        foreach ($g in $Groups -split ';' -ne '') {
            if (-not (Get-DistributionGroup $g -ErrorAction SilentlyContinue)) { $null = New-DistributionGroup -Name $g -ErrorAction Stop; $gg = $g; Add-Undo "group $g" { Remove-DistributionGroup $gg -Confirm:$false }.GetNewClosure() }
            Add-DistributionGroupMember $g -Member $Name -ErrorAction Stop
        }
        $done++
        [pscustomobject]@{ PSTypeName = 'Migration.Result'; Name = $made.Name; Type = $Type; Address = "$($made.PrimarySmtpAddress)"; Kind = $made.RecipientTypeDetails }
    }
    end { Write-Verbose "$done recipients made" }
}
$csv = @"
Type,Name,Address,Quota,Groups
User,Anna Meyer,anna.meyer@$Domain,2GB,Sales;All Staff
User,Bob Stone,bob@$Domain,,All Staff
Contact,Carl Ext,carl@partner.example,,Sales
$(if ($Fail) { "User,Dup Anna,anna.meyer@$Domain,,Sales" })
"@
$rows = $csv -split '\r?\n' -ne '' | ConvertFrom-Csv
try {
    New-MigrationDomain $Domain | Format-List Name, DomainName, DomainType
    $made = $rows | Import-Recipient -ErrorAction Stop
    $made | Format-Table
    if ($PSCmdlet.ShouldProcess('Internet', 'New send connector')) {
        $sc = New-SendConnector -Name "To $Domain" -AddressSpaces "SMTP:$Domain;5", 'SMTP:*.partner.example;1' -SmartHosts 10.0.0.9 -DNSRoutingEnabled $false -ErrorAction Stop
        Add-Undo 'send connector' { Remove-SendConnector "To $Domain" -Confirm:$false }
        $sc | Format-List Name, AddressSpaces, SmartHosts, SmartHostsString, Enabled, MaxMessageSize
    }
    $relay = New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.0/24, 10.1.0.5-10.1.0.9 -PermissionGroups AnonymousUsers -ErrorAction Stop
    if (-not $relay) { return }
    $relay | Format-Table Identity, Bindings, RemoteIPRanges -AutoSize
    Add-Undo 'receive connector' { Remove-ReceiveConnector Relay -Confirm:$false }
    Set-ReceiveConnector $relay.Identity -Banner '220 relay' -ErrorAction Stop
} catch {
    Write-Warning "$($_.CategoryInfo.Activity): $($_.Exception.Message)"
    "line $($_.InvocationInfo.ScriptLineNumber): $($_.FullyQualifiedErrorId)"
    Invoke-Undo
}
Get-Recipient | Where-Object { "$($_.PrimarySmtpAddress)" -like "*@$Domain" -or $_.RecipientType -eq 'MailContact' } | Sort-Object Name | Format-Table Name, RecipientType, PrimarySmtpAddress
Get-DistributionGroup | Sort-Object Name | ForEach-Object { '{0}: {1}' -f $_.Name, ((Get-DistributionGroupMember $_.Identity | Sort-Object Name) -join ', ') }
Get-SendConnector | Format-Table Name, AddressSpaces
'@
$s = './migrate.ps1'
'--- whatif'; & $s -WhatIf
#= --- whatif
#= What if: Performing the operation "New accepted domain" on target "fabrikam.com".
#= What if: Performing the operation "Create User" on target "Anna Meyer <anna.meyer@fabrikam.com>".
#= What if: Performing the operation "Create User" on target "Bob Stone <bob@fabrikam.com>".
#= What if: Performing the operation "Create Contact" on target "Carl Ext <carl@partner.example>".
#= What if: Performing the operation "New send connector" on target "Internet".
#= What if: Creating Receive connector "Relay".
'--- fail'; & $s -Fail -Verbose
#= --- fail
#= VERBOSE: Performing the operation "New accepted domain" on target "fabrikam.com".
#= VERBOSE: Creating accepted domain "fabrikam.com".
#=
#= Name       : fabrikam.com
#= DomainName : fabrikam.com
#= DomainType : InternalRelay
#=
#= VERBOSE: Performing the operation "Create User" on target "Anna Meyer <anna.meyer@fabrikam.com>".
#= VERBOSE: Creating mailbox "Anna Meyer".
#= VERBOSE: Setting mailbox "contoso.com/Users/Anna Meyer".
#= VERBOSE: Adding distribution group member "contoso.com/Users/Anna Meyer" on "contoso.com/Users/Sales".
#= VERBOSE: Creating distribution group "All Staff".
#= VERBOSE: Adding distribution group member "contoso.com/Users/Anna Meyer" on "contoso.com/Users/All Staff".
#= VERBOSE: Performing the operation "Create User" on target "Bob Stone <bob@fabrikam.com>".
#= VERBOSE: Creating mailbox "Bob Stone".
#= VERBOSE: Adding distribution group member "contoso.com/Users/Bob Stone" on "contoso.com/Users/All Staff".
#= VERBOSE: Performing the operation "Create Contact" on target "Carl Ext <carl@partner.example>".
#= VERBOSE: Creating mail contact "Carl Ext".
#= VERBOSE: Adding distribution group member "contoso.com/Users/Carl Ext" on "contoso.com/Users/Sales".
#= VERBOSE: Performing the operation "Create User" on target "Dup Anna <anna.meyer@fabrikam.com>".
#= WARNING: New-Mailbox: The value 'anna.meyer@fabrikam.com' of property 'UserPrincipalName' is used by another recipient object. Please specify a unique value.
#= line 35: D59E4A26,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
#= VERBOSE: Performing the operation "Undo" on target "Contact Carl Ext".
#= undone: Contact Carl Ext
#= VERBOSE: Performing the operation "Undo" on target "User Bob Stone".
#= undone: User Bob Stone
#= VERBOSE: Performing the operation "Undo" on target "group All Staff".
#= undone: group All Staff
#= VERBOSE: Performing the operation "Undo" on target "User Anna Meyer".
#= undone: User Anna Meyer
#= VERBOSE: Performing the operation "Undo" on target "domain fabrikam.com".
#= undone: domain fabrikam.com
#=
#= Name            RecipientType PrimarySmtpAddress
#= ----            ------------- ------------------
#= Kim Abercrombie   MailContact kim@fabrikam.com
#=
#= IT Staff: contoso.com/Users/Chloe Dubois, contoso.com/Users/David Ek
#= Sales: contoso.com/Users/Anna Berg, contoso.com/Users/Ben Carter
'--- real'; & $s
#= --- real
#=
#= Name       : fabrikam.com
#= DomainName : fabrikam.com
#= DomainType : InternalRelay
#=
#=
#= Name       Type    Address                 Kind
#= ----       ----    -------                 ----
#= Anna Meyer User    anna.meyer@fabrikam.com UserMailbox
#= Bob Stone  User    bob@fabrikam.com        UserMailbox
#= Carl Ext   Contact carl@partner.example    MailContact
#=
#=
#= Name             : To fabrikam.com
#= AddressSpaces    : {SMTP:fabrikam.com;5, SMTP:*.partner.example;1}
#= SmartHosts       : {10.0.0.9}
#= SmartHostsString : 10.0.0.9
#= Enabled          : True
#= MaxMessageSize   : 10MB
#=
#=
#= Identity   Bindings       RemoteIPRanges
#= --------   --------       --------------
#= EX01\Relay {0.0.0.0:2525} {10.0.0.0/24, 10.1.0.5-10.1.0.9}
#=
#=
#= Name            RecipientType PrimarySmtpAddress
#= ----            ------------- ------------------
#= Anna Meyer        UserMailbox anna.meyer@fabrikam.com
#= Bob Stone         UserMailbox bob@fabrikam.com
#= Carl Ext          MailContact carl@partner.example
#= Kim Abercrombie   MailContact kim@fabrikam.com
#=
#= All Staff: contoso.com/Users/Anna Meyer, contoso.com/Users/Bob Stone
#= IT Staff: contoso.com/Users/Chloe Dubois, contoso.com/Users/David Ek
#= Sales: contoso.com/Users/Anna Berg, contoso.com/Users/Anna Meyer, contoso.com/Users/Ben Carter, contoso.com/Users/Carl Ext
#=
#= Name            AddressSpaces
#= ----            -------------
#= To fabrikam.com {SMTP:fabrikam.com;5, SMTP:*.partner.example;1}
#=
Get-Mailbox 'Anna Meyer' | Format-List Name, Alias, PrimarySmtpAddress, EmailAddresses, ProhibitSendQuota, UseDatabaseQuotaDefaults
#=
#= Name                     : Anna Meyer
#= Alias                    : anna.meyer
#= PrimarySmtpAddress       : anna.meyer@fabrikam.com
#= EmailAddresses           : {SMTP:anna.meyer@fabrikam.com}
#= ProhibitSendQuota        : 2GB
#= UseDatabaseQuotaDefaults : False
#=
Get-Mailbox nobody
#= Get-Mailbox : The operation could not be performed because object 'nobody' could not be found on domain controller 'DC01.contoso.com'.
#= At line:1 char:1
#= + Get-Mailbox nobody
#= + ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
try { Get-Mailbox nobody -ErrorAction Stop } catch { $_.Exception.GetType().FullName; $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString() }
#= Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException
#= 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
#= NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
'Anna Meyer', 'Bob Stone' | Get-Mailbox | Set-Mailbox -CustomAttribute1 mig
Get-Mailbox -Filter "CustomAttribute1 -eq 'mig'" | Measure-Object | ForEach-Object Count
#= 2
Get-Mailbox | Where-Object CustomAttribute1 | Disable-Mailbox -WhatIf
#= What if: Disabling mailbox "contoso.com/Users/Anna Meyer" will remove the Exchange properties from the Windows user object and mark the mailbox in the database for removal.
#= What if: Disabling mailbox "contoso.com/Users/Bob Stone" will remove the Exchange properties from the Windows user object and mark the mailbox in the database for removal.
Set-Mailbox 'Bob Stone' -EmailAddresses @{ Add = 'smtp:b@fabrikam.com', 'bobby@fabrikam.com'; Remove = 'nope@x.y' }
(Get-Mailbox 'Bob Stone').EmailAddresses | Sort-Object | ForEach-Object { "$_ $($_.IsPrimaryAddress) $($_.PrefixString)" }
#= smtp:b@fabrikam.com False smtp
#= SMTP:bob@fabrikam.com True SMTP
#= smtp:bobby@fabrikam.com False smtp
Set-Mailbox 'Bob Stone' -ProhibitSendQuota 1XB
#= Set-Mailbox : Cannot process argument transformation on parameter 'ProhibitSendQuota'. Cannot convert value "1XB" to type "Microsoft.Exchange.Data.Unlimited`1[Microsoft.Exchange.Data.ByteQuantifiedSize]". Error: "The format of the byte size '1XB' is not correct."
#= At line:1 char:44
#= + Set-Mailbox 'Bob Stone' -ProhibitSendQuota 1XB
#= +                                            ~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-Mailbox], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
Set-Mailbox 'Bob Stone' -MaxSendSize 10MB -WhatIf -Verbose
#= What if: Setting mailbox "contoso.com/Users/Bob Stone".
& { trap { "trapped $($_.CategoryInfo.Reason)"; continue }; $ErrorActionPreference = 'Stop'; New-Mailbox -Name 'Bob Stone' -UserPrincipalName bob@fabrikam.com -Password (ConvertTo-SecureString 'x' -AsPlainText -Force); Set-Mailbox 'Bob Stone' -ProhibitSendQuota 1XB; 'end' }
#= trapped DataValidationException
#= trapped ParameterBindingArgumentTransformationException
#= end
