# A script's begin, process and end over connectors and mailboxes, in the style of public scripts.
function Export-Connectors { [CmdletBinding()] param([string[]]$Server = @((Get-TransportServer).Name), [string]$OutFile = 'connectors.csv')
begin { $rows = [System.Collections.Generic.List[object]]::new(); Write-Verbose 'begin' }
process {
    foreach ($name in $Server) {
        try { $connectors = Get-ReceiveConnector -Server $name -ErrorAction Stop } catch { Write-Warning "cannot read ${name}: $($_.Exception.Message)"; continue }
        foreach ($c in $connectors | Sort-Object Name) {
            $rows.Add([pscustomobject][ordered]@{
                    Server   = $name; Name = $c.Name
                    Bindings = ($c.Bindings | ForEach-Object { $_.ToString() }) -join ';'
                    Ranges   = ($c.RemoteIPRanges | Select-Object -First 2) -join ';'
                    Size     = $c.MaxMessageSize; MB = $c.MaxMessageSize.ToMB()
                    Timeout  = $c.ConnectionTimeout; Minutes = $c.ConnectionTimeout.TotalMinutes
                    Groups   = "$($c.PermissionGroups)"
                })
        }
    }
}
end {
    $rows | Format-Table Name, Bindings, Size, Minutes -AutoSize
    $rows | Export-Csv $OutFile -NoTypeInformation
    "$((Import-Csv $OutFile).Count -eq $rows.Count)"
    Get-Mailbox | Select-Object -First 3 Name, PrimarySmtpAddress, @{ n = 'Domain'; e = { ([string]$_.PrimarySmtpAddress).Split('@')[1] } } | Format-Table
    Get-Mailbox | Group-Object { ($_.PrimarySmtpAddress -split '@')[1] } -NoElement | Sort-Object Count -Descending | Select-Object -First 1 | ForEach-Object { "$($_.Name)" }
    $new = New-ReceiveConnector -Name 'Scripted' -Usage Custom -Bindings '0.0.0.0:2526' -RemoteIPRanges '10.1.0.0/16', '10.2.0.5' -Server $Server[0]
    foreach ($ip in '10.3.0.1', '10.3.0.2') { $ranges = (Get-ReceiveConnector $new.Identity).RemoteIPRanges; $ranges += $ip; Set-ReceiveConnector $new.Identity -RemoteIPRanges $ranges }
    (Get-ReceiveConnector $new.Identity).RemoteIPRanges -join ','
    switch -Regex ((Get-ReceiveConnector $new.Identity).RemoteIPRanges) { '^10\.3' { "three $_" } '/' { "cidr $_" } }
    Set-ReceiveConnector $new.Identity -Bindings @{ Add = '0.0.0.0:2527' } -MaxMessageSize 20MB -ConnectionTimeout 00:20:00; Get-ReceiveConnector $new.Identity | Format-List Name, Bindings, MaxMessageSize, ConnectionTimeout
    Remove-ReceiveConnector $new.Identity -Confirm:$false; try { Get-ReceiveConnector $new.Identity -ErrorAction Stop } catch { 'gone' }
    Compare-Object (Get-AcceptedDomain).DomainName 'contoso.com', 'x.com' -IncludeEqual | Sort-Object { "$($_.InputObject)" } | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }
}
}
Export-Connectors
#=
#= Name         Bindings           Size Minutes
#= ----         --------           ---- -------
#= Client EX01  :::587;0.0.0.0:587 10MB  10.000
#= Default EX01 :::25;0.0.0.0:25   10MB  10.000
#=
#= True
#=
#= Name          PrimarySmtpAddress        Domain
#= ----          ------------------        ------
#= Administrator Administrator@contoso.com contoso.com
#= Anna Berg     anna@contoso.com          contoso.com
#= Ben Carter    ben@contoso.com           contoso.com
#=
#= contoso.com
#= 10.1.0.0/16,10.2.0.5,10.3.0.1,10.3.0.2
#= cidr 10.1.0.0/16
#= three 10.3.0.1
#= three 10.3.0.2
#=
#= Name              : Scripted
#= Bindings          : {0.0.0.0:2526, 0.0.0.0:2527}
#= MaxMessageSize    : 20MB
#= ConnectionTimeout : 00:20:00
#=
#= gone
#= contoso.com ==
#= x.com =>
