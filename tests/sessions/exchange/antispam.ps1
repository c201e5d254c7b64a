Get-TransportAgent
#=
& $exscripts\Install-AntispamAgents.ps1
#=
Restart-Service MSExchangeTransport
#=
Get-TransportAgent "Recipient Filter Agent" | Format-List
#=
Disable-TransportAgent "Sender Id Agent" -Confirm:$false
#=
Set-TransportAgent "Recipient Filter Agent" -Priority 4
#=
Get-TransportAgent
#=

Get-RecipientFilterConfig
#=
Set-RecipientFilterConfig -RecipientValidationEnabled $true -BlockListEnabled $true -BlockedRecipients ceo@contoso.com
#=
Set-RecipientFilterConfig -BlockedRecipients @{Add='cfo@contoso.com'}
#=
(Get-RecipientFilterConfig).BlockedRecipients | ForEach-Object { "$_" }
#=
Set-RecipientFilterConfig -BlockedRecipients nobody
#=
Set-SenderFilterConfig -BlockedSenders kim@fabrikam.com -BlockedDomains spam.example -Action StampStatus
#=
Get-SenderFilterConfig | Format-List Blocked*, Action
#=
Set-ContentFilterConfig -SCLRejectThreshold 10
#=
Add-IPBlockListEntry -IPRange 203.0.113.0/24 -Comment "Noise"
#=
Add-IPBlockListEntry -IPAddress 198.51.100.7
#=
Get-IPBlockListEntry -IPAddress 203.0.113.9 | Format-List IPRange, Comment, HasExpired
#=
Remove-IPBlockListEntry 1 -Confirm:$false
#=
Get-IPBlockListEntry
#=
Add-IPBlockListProvider -Name List -LookupDomain list.example.org
#=
