# Takes the addresses of a domain that is given up from all mailboxes. Primary addresses stay and are named.
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)][string]$Domain, [switch]$Remove)

$found = 0
Get-Mailbox -ResultSize Unlimited -Filter "EmailAddresses -like '*@$Domain'" | Sort-Object Name | ForEach-Object {
    $mbx = $_
    for ($i = $mbx.EmailAddresses.Count - 1; $i -ge 0; $i--) {
        $address = $mbx.EmailAddresses[$i]
        if ($address.PrefixString -ne 'smtp' -or $address.SmtpAddress -notlike "*@$Domain") { continue }
        $found++
        if ($address.IsPrimaryAddress) { Write-Warning "$($mbx.Alias): $($address.SmtpAddress) is the primary address"; continue }
        "$($mbx.Alias): $($address.ProxyAddressString)"
        if ($Remove) { $mbx.EmailAddresses -= $address.ProxyAddressString }
    }
    if ($Remove -and $PSCmdlet.ShouldProcess($mbx.Alias, "Set addresses")) {
        Set-Mailbox -Identity $mbx.Identity -EmailAddresses $mbx.EmailAddresses
    }
}
"$found found, left: " + @(Get-Mailbox -Filter "EmailAddresses -like '*@$Domain'").Count
