# Are the records of the domains right, and does each host answer on port 25?
$domains = @((Get-AcceptedDomain).DomainName) + 'fabrikam.com'
foreach ($domain in $domains) {
    $mx = Resolve-DnsName "$domain" -Type MX -ErrorAction SilentlyContinue | Where-Object { $_.QueryType -eq 'MX' } | Sort-Object Preference
    if (!$mx) { "$domain has no MX"; continue }
    foreach ($record in $mx) {
        $a = Resolve-DnsName $record.NameExchange -Type A | Select-Object -First 1
        $spf = Resolve-DnsName "$domain" -Type TXT -ErrorAction SilentlyContinue | Where-Object { $_.Strings -match 'v=spf1' }
        "{0,-13} {1,-18} {2,-13} port 25: {3,-6} SPF: {4}" -f $domain, $record.NameExchange, $a.IPAddress,
            (Test-NetConnection $record.NameExchange -Port 25 -InformationLevel Quiet -WarningAction SilentlyContinue), [bool]$spf
    }
}
nslookup -type=mx contoso.com | Select-String 'mail exchanger'
if ((ping -n 1 EX01) -match 'TTL=') { 'EX01 answers' }
"$(hostname) $(whoami)"
