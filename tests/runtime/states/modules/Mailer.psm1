# What the specifications are about: a module that calls commands of its own.
$script:sent = [System.Collections.Generic.List[string]]::new()

function Get-Server { 'real.contoso.com' }
function Send-Line { param([string] $Server, [string] $Text) $script:sent.Add("$Server $Text"); "sent to $Server" }
function Send-Mail {
    param([string] $To, [string] $Subject)
    if (-not $To) { throw 'no recipient' }
    $server = Get-Server
    Send-Line -Server $server -Text "$To $Subject"
}
function Get-Sent { $script:sent }
function Clear-Sent { $script:sent.Clear() }

Export-ModuleMember -Function Send-Mail, Get-Sent, Clear-Sent
