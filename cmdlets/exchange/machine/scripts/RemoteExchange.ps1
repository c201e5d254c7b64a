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
        $null = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri "http://$target/PowerShell/"
        return
    }
    Write-Verbose "Connected to $target."
}
