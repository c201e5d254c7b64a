# What became of messages.
Set-ReceiveConnector "Default EX01" -PermissionGroups AnonymousUsers, ExchangeServers
function Send([string] $To, [string] $Subject, [string] $From = 'kim@fabrikam.com') {
    $lines = 'HELO x', "MAIL FROM:<$From>", "RCPT TO:<$To>", 'DATA', "Message-ID: <$Subject@x>", "Subject: $Subject", '', 'hi', '.', 'QUIT'
    $lines | telnet EX01 25 | Out-Null
}
Get-MessageTrackingLog
Send anna@contoso.com one
Send sales@contoso.com two
Send nobody@contoso.com three ben@contoso.com
Get-MessageTrackingLog | Select-Object EventId, Source, Sender, Recipients, MessageSubject | Format-Table
#=
#= EventId Source      Sender           Recipients                          MessageSubject
#= ------- ------      ------           ----------                          --------------
#= RECEIVE SMTP        kim@fabrikam.com {anna@contoso.com}                  one
#= DELIVER STOREDRIVER kim@fabrikam.com {anna@contoso.com}                  one
#= RECEIVE SMTP        kim@fabrikam.com {sales@contoso.com}                 two
#= EXPAND  ROUTING     kim@fabrikam.com {anna@contoso.com, ben@contoso.com} two
#= DELIVER STOREDRIVER kim@fabrikam.com {anna@contoso.com, ben@contoso.com} two
#= RECEIVE SMTP        ben@contoso.com  {nobody@contoso.com}                three
#= FAIL    ROUTING     ben@contoso.com  {nobody@contoso.com}                three
#= DSN     DSN         <>               {ben@contoso.com}                   Undeliverable: three
#= DELIVER STOREDRIVER <>               {ben@contoso.com}                   Undeliverable: three
#=
Get-MessageTrackingLog -EventId FAIL | Format-List EventId, Source, Recipients, RecipientStatus, MessageId, Sender
#=
#= EventId         : FAIL
#= Source          : ROUTING
#= Recipients      : {nobody@contoso.com}
#= RecipientStatus : {550 5.1.1 RESOLVER.ADR.RecipNotFound; not found}
#= MessageId       : <three@x>
#= Sender          : ben@contoso.com
#=
Get-MessageTrackingLog -Sender kim@fabrikam.com -EventId RECEIVE | Format-Table ConnectorId, ClientIp, ServerIp, MessageSubject
#=
#= ConnectorId       ClientIp  ServerIp     MessageSubject
#= -----------       --------  --------     --------------
#= EX01\Default EX01 127.0.0.1 192.168.1.10 one
#= EX01\Default EX01 127.0.0.1 192.168.1.10 two
#=
(Get-MessageTrackingLog -Recipients ben@contoso.com).EventId
#= EXPAND
#= DELIVER
#= DSN
#= DELIVER
(Get-MessageTrackingLog -MessageId three@x).EventId
#= RECEIVE
#= FAIL
(Get-MessageTrackingLog -MessageSubject TW).Count
#= 3
(Get-MessageTrackingLog -End (Get-Date).AddHours(-1)).Count
#= 0
(Get-MessageTrackingLog -Start (Get-Date).AddHours(-1)).Count
#= 9
(Get-MessageTrackingLog -ResultSize 2).Count
#= WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.
#= 2
Get-TransportServer | Get-MessageTrackingLog -EventId EXPAND | Format-List RelatedRecipientAddress, Recipients
#=
#= RelatedRecipientAddress : sales@contoso.com
#= Recipients              : {anna@contoso.com, ben@contoso.com}
#=
(Get-MessageTrackingLog -EventId RECEIVE)[0] | Get-Member -MemberType NoteProperty | Measure-Object | ForEach-Object Count
#= 21

# What the anti-spam agents refused.
Install-AntispamAgents | Out-Null
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
Restart-Service MSExchangeTransport
Set-RecipientFilterConfig -RecipientValidationEnabled $true
Set-SenderFilterConfig -BlockedSenders bad@fabrikam.com
Send nobody@contoso.com four
Send anna@contoso.com five bad@fabrikam.com
Get-AgentLog | Format-List IPAddress, P1FromAddress, Recipients, Agent, Event, Action, SmtpResponse, Reason, ReasonData
#=
#= IPAddress     : 127.0.0.1
#= P1FromAddress : kim@fabrikam.com
#= Recipients    : {nobody@contoso.com}
#= Agent         : Recipient Filter Agent
#= Event         : OnRcptCommand
#= Action        : RejectCommand
#= SmtpResponse  : 550 5.1.1 User unknown
#= Reason        : RecipientDoesNotExist
#= ReasonData    : nobody@contoso.com
#=
#= IPAddress     : 127.0.0.1
#= P1FromAddress : bad@fabrikam.com
#= Recipients    : {}
#= Agent         : Sender Filter Agent
#= Event         : OnMailCommand
#= Action        : RejectCommand
#= SmtpResponse  : 554 5.1.0 Sender Denied
#= Reason        : BlockedSender
#= ReasonData    : bad@fabrikam.com
#=
