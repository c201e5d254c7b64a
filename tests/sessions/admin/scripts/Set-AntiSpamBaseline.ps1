# Applies a baseline of the anti-spam agents from XML, shows what it changed.
param([xml]$Settings = @'
<antispam>
  <recipientFilter validation="true"><blocked>trap@contoso.com</blocked><blocked>old@contoso.com</blocked></recipientFilter>
  <senderFilter><domain>spam.example</domain><domain subdomains="true">bulk.example</domain></senderFilter>
  <contentFilter reject="7" delete="9"><phrase influence="BadWord">lottery winner</phrase><phrase influence="GoodWord">purchase order</phrase></contentFilter>
</antispam>
'@)
Set-StrictMode -Version Latest
if (-not (Get-TransportAgent | Where-Object { $_.Identity -match 'Recipient Filter' })) {
    & "$env:ExchangeInstallPath\Scripts\Install-AntispamAgents.ps1" | Out-Null
    Restart-Service MSExchangeTransport -WarningAction SilentlyContinue
}
$root = $Settings.antispam
$before = Get-RecipientFilterConfig
Set-RecipientFilterConfig -RecipientValidationEnabled ([bool]::Parse($root.recipientFilter.validation)) -BlockListEnabled $true -BlockedRecipients $root.recipientFilter.blocked
$domains = $root.senderFilter.domain | ForEach-Object {
    if ($_ -is [System.Xml.XmlElement]) { $_.InnerText } else { $_ }
}
Set-SenderFilterConfig -BlockedDomains $domains -Enabled $true
$content = $root.contentFilter
Set-ContentFilterConfig -SCLRejectEnabled $true -SCLRejectThreshold $content.reject -SCLDeleteEnabled $true -SCLDeleteThreshold $content.delete
foreach ($phrase in $content.SelectNodes('phrase')) {
    if (-not (Get-ContentFilterPhrase | Where-Object { $_.Phrase -eq $phrase.InnerText })) {
        Add-ContentFilterPhrase -Phrase $phrase.InnerText -Influence $phrase.GetAttribute('influence') | Out-Null
    }
}
[pscustomobject]@{
    Agents    = @(Get-TransportAgent | Where-Object { $_.Enabled }).Count -gt 0
    Validated = '{0} -> {1}' -f $before.RecipientValidationEnabled, (Get-RecipientFilterConfig).RecipientValidationEnabled
    Blocked   = (Get-RecipientFilterConfig).BlockedRecipients -join ', '
    Domains   = (Get-SenderFilterConfig).BlockedDomains -join ', '
    Phrases   = (Get-ContentFilterPhrase | Sort-Object Phrase | ForEach-Object { "$($_.Phrase) ($($_.Influence))" }) -join ', '
    Reject    = (Get-ContentFilterConfig).SCLRejectThreshold
} | Format-List
