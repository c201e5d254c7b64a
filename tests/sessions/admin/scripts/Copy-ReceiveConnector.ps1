<#
.SYNOPSIS
Copies a Receive connector under a new name, with its settings and the rights that were granted on it.

.PARAMETER SourceConnector
Identity of the connector to copy.

.PARAMETER Name
Name of the copy.

.PARAMETER Bindings
Where the copy listens. The source's own bindings cannot be used twice with the same remote ranges.

.EXAMPLE
.\Copy-ReceiveConnector.ps1 -SourceConnector "EX01\Relay" -Name "Relay 2" -Bindings 192.168.1.12:25
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Low')]
Param(
    [Parameter(Mandatory = $true, Position = 0, HelpMessage = 'Identity of the source connector')]
    [ValidateNotNullOrEmpty()]
    [string]$SourceConnector,

    [Parameter(Mandatory = $true, Position = 1)]
    [string]$Name,

    [Parameter(Mandatory = $true)]
    [string[]]$Bindings,

    [string]$TargetServer = $env:COMPUTERNAME,
    [switch]$ResetBinding
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ScriptVersion = '1.4'
$exitCode = 0

function Write-Log() {
    param([string]$Message, [ValidateSet('Info', 'Warning', 'Error')][string]$Level = 'Info')
    $stamp = Get-Date -Format 'yyyy-MM-dd HH:mm:ss'
    $line = '{0} [{1}] {2}' -f $stamp, $Level.ToUpper().PadRight(7), $Message
    $script:log += $line
    Write-Verbose -Message $line
}

$log = @()
Write-Log "Copy-ReceiveConnector $ScriptVersion, $($MyInvocation.MyCommand.Name)"

try {
    $source = Get-ReceiveConnector -Identity $SourceConnector
}
catch {
    Write-Warning "Connector '$SourceConnector' was not found: $($_.Exception.Message)"
    exit 1
}

# Settings that a copy takes over, as a splat
$copied = 'AuthMechanism', 'PermissionGroups', 'Banner', 'Fqdn', 'MaxMessageSize', 'MaxRecipientsPerMessage',
    'MaxProtocolErrors', 'MessageRateLimit', 'MaxInboundConnection', 'ConnectionTimeout', 'ConnectionInactivityTimeout',
    'ProtocolLoggingLevel', 'TarpitInterval', 'MaxHopCount'
$settings = @{}
foreach ($property in $copied) {
    $value = $source.$property
    if ($null -ne $value -and "$value" -ne '') { $settings[$property] = $value }
}
$settings.RemoteIPRanges = $source.RemoteIPRanges

if ($PSCmdlet.ShouldProcess("$TargetServer\$Name", "Create a copy of $($source.Identity)")) {
    $new = New-ReceiveConnector -Name $Name -Server $TargetServer -Bindings $Bindings -Usage Custom `
        -RemoteIPRanges $settings.RemoteIPRanges
    $settings.Remove('RemoteIPRanges')
    Set-ReceiveConnector -Identity $new.Identity @settings -Comment "Copied from $($source.Identity)"
    Write-Log "Created $($new.Identity)"

    $rights = Get-ADPermission -Identity $source.DistinguishedName |
        Where-Object { -not $_.IsInherited -and $_.ExtendedRights }
    $known = Get-ADPermission -Identity $new.DistinguishedName |
        Where-Object { $_.ExtendedRights } |
        ForEach-Object { "$($_.User)|$($_.ExtendedRights)" }
    foreach ($right in $rights) {
        if ($known -notcontains "$($right.User)|$($right.ExtendedRights)") {
            Add-ADPermission -Identity $new.DistinguishedName -User $right.User -ExtendedRights $right.ExtendedRights | Out-Null
            Write-Log "Granted $($right.ExtendedRights) to $($right.User)"
        }
    }
}
Get-ReceiveConnector "$TargetServer\$Name" -ErrorAction SilentlyContinue |
    Select-Object Identity, @{Name = 'Bindings'; Expression = { $_.Bindings -join ', ' } },
        @{n = 'Ranges'; e = { $_.RemoteIPRanges -join ', ' } }, MaxProtocolErrors, Banner |
    Format-List
"{0} log lines, exit code {1}" -f @($log).Count, $exitCode
exit $exitCode
