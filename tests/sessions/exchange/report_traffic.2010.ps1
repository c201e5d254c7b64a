# Who has sent and received how much; from the tracking log
1..3 | ForEach-Object { Send-LabMessage -From anna -To ben, Sales, kim@fabrikam.com -Subject "Offer $_" -Body ('x' * 100 * $_) }
Send-LabMessage ben anna 'Re: Offer 1'; Send-LabMessage chloe nobody@contoso.com 'lost'
$start = (Get-Date).AddHours(-1); $end = (Get-Date).AddMinutes(5)
$stats = @{}
Get-ExchangeServer | Where-Object { $_.IsHubTransportServer -or $_.ServerRole -match 'Mailbox' } | Get-MessageTrackingLog -Start $start -End $end -ResultSize Unlimited | ForEach-Object {
    if ($_.EventId -eq 'RECEIVE' -and $_.Source -eq 'STOREDRIVER') {
        $s = [string]$_.Sender
        if (-not $stats[$s]) { $stats[$s] = New-Object PSObject -Property @{ User = $s; Sent = 0; SentBytes = 0; Received = 0 } }
        $stats[$s].Sent++; $stats[$s].SentBytes += $_.TotalBytes
    }
    if ($_.EventId -eq 'DELIVER') { foreach ($r in $_.Recipients) { if (-not $stats[$r]) { $stats[$r] = New-Object PSObject -Property @{ User = $r; Sent = 0; SentBytes = 0; Received = 0 } }; $stats[$r].Received++ } }
}
$stats.Values | Sort-Object User | Format-Table User, Sent, Received -AutoSize
$hours = Get-TransportServer -WarningAction SilentlyContinue | Get-MessageTrackingLog -EventId DELIVER | Group-Object { $_.Timestamp.ToString('yyyy-MM-dd') }
$hours.Count
Get-MessageTrackingLog -EventId FAIL | Select-Object Sender, @{n='To';e={$_.Recipients -join ';'}}, @{n='Why';e={($_.RecipientStatus -split ' ')[1]}} | Format-Table -AutoSize
Get-MessageTrackingLog -Sender anna@contoso.com -EventId EXPAND | Select-Object -First 1 | Format-List EventId, Source, RelatedRecipientAddress, RecipientCount, Recipients
Get-MessageTrackingLog -MessageSubject 'Offer 2' | Sort-Object Timestamp | Select-Object -ExpandProperty EventId | Group-Object | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }
$html = $stats.Values | Sort-Object User | ConvertTo-Html -Property User, Sent, Received -Title 'Mail' -PreContent '<h1>Mail</h1>' | Out-String
$html -match '<td>anna@contoso.com</td><td>3</td>'
Send-LabMessage -From david -To anna -Subject 'Report' -Body $html -Html
(Get-LabMessage anna -Newest 1).Body -match '<h1>Mail</h1>'
Get-Queue | Where-Object { $_.MessageCount -gt 0 } | ForEach-Object { "$($_.NextHopDomain) $($_.MessageCount)" }
#=
#= User              Sent Received
#= ----              ---- --------
#= anna@contoso.com     3        4
#= ben@contoso.com      1        3
#= chloe@contoso.com    1        1
#=
#= 5
#=
#= Sender            To                 Why
#= ------            --                 ---
#= chloe@contoso.com nobody@contoso.com 5.1.1
#=
#=
#= EventId                 : EXPAND
#= Source                  : ROUTING
#= RelatedRecipientAddress : sales@contoso.com
#= RecipientCount          : 2
#= Recipients              : {anna@contoso.com, ben@contoso.com}
#=
#= DEFER 1
#= DELIVER 1
#= EXPAND 1
#= RECEIVE 1
#= SUBMIT 1
#= True
#= True
#= Unreachable Domain 3
