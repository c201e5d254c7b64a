<#
.SYNOPSIS
    Speaks SMTP with a server, step by step, to see whether it relays.
.DESCRIPTION
    Uses a TcpClient, so that it runs where telnet is not installed.
#>
param($Server = '192.168.1.10', [int]$Port = 25, $From = 'probe@fabrikam.com', $To = @('anna@contoso.com', 'someone@elsewhere.example'))

Function Get-Response {
    param([System.IO.StreamReader]$Reader)
    $lines = @()
    do { $line = $Reader.ReadLine(); $lines += $line } while ($line -match '^\d{3}-')
    return $lines[-1]
}

Function Send-Line {
    Param($Text)
    $script:writer.WriteLine($Text)
    $script:writer.Flush()
    '{0,-40} {1}' -f $Text, (Get-Response $script:reader)
}

$client = New-Object System.Net.Sockets.TcpClient
try {
    $client.Connect($Server, $Port)
    $stream = $client.GetStream()
    $reader = New-Object System.IO.StreamReader($stream)
    $writer = New-Object System.IO.StreamWriter($stream)
    $writer.NewLine = "`r`n"
    $banner = Get-Response $reader
    "banner code: $($banner.Substring(0, 3))"
    Send-Line 'HELO probe.fabrikam.com' | ForEach-Object { $_ -replace '\[.*\]', '[address]' }
    Send-Line "MAIL FROM:<$From>"
    $relays = $false
    foreach ($recipient in $To) {
        $answer = Send-Line "RCPT TO:<$recipient>"
        $answer
        if ($answer -match '\s250 ' -and $recipient -notlike '*@contoso.com') { $relays = $true }
    }
    Send-Line 'QUIT'
    if ($relays) { Write-Warning 'This server relays.' } else { 'This server does not relay.' }
}
catch [System.Net.Sockets.SocketException] { "No connection: $($_.Exception.Message)" }
finally { if ($reader) { $reader.Dispose() }; $client.Close() }
