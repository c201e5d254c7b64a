# Makes a session of PowerShell one of the Exchange Management Shell. In the lab the cmdlets are here already.

$global:exinstall = $env:ExchangeInstallPath
$global:exbin = Join-Path $env:ExchangeInstallPath 'bin\'
$global:exscripts = Join-Path $env:ExchangeInstallPath 'Scripts\'

function global:Connect-ExchangeServer {
    <#
    .SYNOPSIS
    Connects the session to an Exchange server. The lab has one, and the session is on it.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Auto')]
    param(
        [Parameter(ParameterSetName = 'Auto')] [switch] $Auto,
        [Parameter(ParameterSetName = 'Server', Mandatory)] [Alias('Server')] [string] $ServerFqdn,
        [string] $ClientApplication,
        [string] $UserName,
        [string] $Forest,
        [switch] $Prompt,
        [switch] $AllowClobber
    )
    $here = $env:COMPUTERNAME
    $fqdn = "$here.$env:USERDNSDOMAIN".ToLower()
    $target = if ($ServerFqdn) { $ServerFqdn } else { $fqdn }
    Write-Verbose "Connecting to $target."
    if ($target -notin $here, $fqdn, 'localhost') {
        $message = "Connecting to remote server $target failed with the following error message : WinRM cannot " +
            "complete the operation. Verify that the specified computer name is valid, that the computer is " +
            "accessible over the network, and that a firewall exception for the WinRM service is enabled and " +
            "allows access from this computer."
        Write-Error $message -ErrorId 'WinRMOperationTimeout,PSSessionOpenFailed' -Category OpenError -TargetObject $target
        return
    }
    Write-Verbose "Connected to $target."
}
