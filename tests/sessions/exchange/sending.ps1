# A message from a mailbox, as its owner sends it with a mail client.
Send-LabMessage -From anna -To ben -Subject 'Lunch?' -Body 'At one?'
Get-LabMessage ben | Format-List From, SenderName, To, Subject, Body, Folder
Get-LabMessage anna
Get-LabMessage anna -Folder Sent* | Format-Table Folder, From, To, Subject
#=
#= From       : Anna Berg <anna@contoso.com>
#= SenderName : Anna Berg
#= To         : Ben Carter <ben@contoso.com>
#= Subject    : Lunch?
#= Body       : At one?
#= Folder     : Inbox
#=
#=
#= Folder     From                         To                           Subject
#= ------     ----                         --                           -------
#= Sent Items Anna Berg <anna@contoso.com> Ben Carter <ben@contoso.com> Lunch?
#=
# The store driver is its source in the tracking log.
Get-MessageTrackingLog | Format-Table EventId, Source, Sender, Recipients, RecipientCount, ClientHostname, ConnectorId
@(Get-MessageTrackingLog -EventId RECEIVE)[0].MessageInfo
(Get-MessageTrackingLog -EventId SUBMIT).SourceContext -replace '[0-9a-f]{8}-[0-9a-f-]{27}', 'GUID' -replace 'CreationTime:[^,]*', 'CreationTime'
$context = (Get-MessageTrackingLog -EventId SUBMIT).SourceContext
$context.Contains((Get-MailboxDatabase).Guid), $context.Contains((Get-Mailbox anna).ExchangeGuid)
#=
#= EventId Source      Sender           Recipients        RecipientCount ClientHostname ConnectorId
#= ------- ------      ------           ----------        -------------- -------------- -----------
#= SUBMIT  STOREDRIVER anna@contoso.com {}                             0 EX01           
#= RECEIVE STOREDRIVER anna@contoso.com {ben@contoso.com}              1 EX01           
#= DELIVER STOREDRIVER anna@contoso.com {ben@contoso.com}              1 EX01           
#=
#= 04I: 
#= MDB:GUID, Mailbox:GUID, Event:1, MessageClass:IPM.Note, CreationTime, ClientType:MAPI
#= True
#= True
# The header is that of a message from inside.
$text = (Get-LabMessage ben).Headers
$text -split "`n" -replace '[A-Z][a-z]{2}, .*', 'DATE' -replace '<[0-9A-F]{32}@', '<ID@' -replace '[0-9a-f]{8}-[0-9a-f-]{27}', 'GUID'
#= Received: from EX01.contoso.com ([192.168.1.10]) by EX01.contoso.com
#=  ([192.168.1.10]) with mapi; DATE
#= X-MS-Exchange-Organization-AuthSource: EX01.contoso.com
#= X-MS-Exchange-Organization-AuthAs: Internal
#= X-MS-Exchange-Organization-AuthMechanism: 04
#= X-MS-Exchange-Organization-SCL: -1
#= X-MS-Exchange-Organization-OriginalSize: {*}
#= From: Anna Berg <anna@contoso.com>
#= To: Ben Carter <ben@contoso.com>
#= Subject: Lunch?
#= Thread-Topic: Lunch?
#= Date: DATE
#= Message-ID: <ID@EX01.contoso.com>
#= Accept-Language: en-US
#= X-MS-Has-Attach:
#= Content-Type: text/plain; charset="utf-8"
#= Content-Transfer-Encoding: 7bit
#= MIME-Version: 1.0
# Groups are expanded, hidden recipients stay hidden, and what is for others leaves by its connector.
Set-Content note.txt 'a note'
Send-LabMessage anna Sales, kim@fabrikam.com 'Figures' -Cc david -Bcc elena -Html -Body '<b>Good.</b>' -Attachments note.txt -Headers @{ 'X-Test' = 'yes' }
Get-LabMessage elena | Format-List To, Recipients, Body, Attachments
(Get-LabMessage elena).Headers -split "`n" -match '^(To|CC|Bcc|X-Test|X-MS-Has-Attach):'
Get-MessageTrackingLog -EventId EXPAND | Format-Table EventId, Source, RelatedRecipientAddress, Recipients
Get-Message | Format-Table FromAddress, Queue, MessageSourceName, SCL
Get-LabMessage ben | Format-Table Subject
#=
#= To          : Sales <sales@contoso.com>, Kim Abercrombie <kim@fabrikam.com>
#= Recipients  : {sales@contoso.com, kim@fabrikam.com, david@contoso.com, elena@contoso.com}
#= Body        : <b>Good.</b>
#= Attachments : {note.txt}
#=
#= To: Sales <sales@contoso.com>, Kim Abercrombie <kim@fabrikam.com>
#= CC: David Ek <david@contoso.com>
#= X-MS-Has-Attach: yes
#= X-Test: yes
#=
#= EventId Source  RelatedRecipientAddress Recipients
#= ------- ------  ----------------------- ----------
#= EXPAND  ROUTING sales@contoso.com       {anna@contoso.com, ben@contoso.com}
#=
#=
#= FromAddress      Queue            MessageSourceName SCL
#= -----------      -----            ----------------- ---
#= anna@contoso.com EX01\Unreachable FromLocal          -1
#=
#=
#= Subject
#= -------
#= Lunch?
#= Figures
#=
# Who may be written to counts, as for any sender who has logged on.
Set-Mailbox ben -AcceptMessagesOnlyFrom chloe
Set-DistributionGroup 'IT Staff' -RequireSenderAuthenticationEnabled $true
Send-LabMessage anna ben, 'IT Staff' 'For some'
Get-LabMessage anna | Format-Table SenderName, Subject
Get-LabMessage chloe | Format-Table SenderName, Subject
Get-MessageTrackingLog -EventId FAIL | Format-Table EventId, Source, Sender, Recipients, RecipientStatus
Set-Mailbox ben -AcceptMessagesOnlyFrom $null
#=
#= SenderName         Subject
#= ----------         -------
#= Anna Berg          Figures
#= Microsoft Exchange Undeliverable: For some
#=
#=
#= SenderName Subject
#= ---------- -------
#= Anna Berg  For some
#=
#=
#= EventId Source  Sender           Recipients        RecipientStatus
#= ------- ------  ------           ----------        ---------------
#= FAIL    ROUTING anna@contoso.com {ben@contoso.com} {550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized}
#=
# So do the sender's limits: the size and the recipients by a report, the quota at once.
Set-Mailbox anna -MaxSendSize 1KB -RecipientLimits 2
Send-LabMessage anna chloe 'Large' -Body ('x' * 2000)
Send-LabMessage anna ben, chloe, david 'Many'
Get-LabMessage anna | Format-Table Subject
Get-MessageTrackingLog -EventId FAIL -Sender anna@contoso.com | Where-Object { $_.MessageSubject -in 'Large', 'Many' } | Format-Table MessageSubject, Recipients, RecipientStatus
Set-Mailbox anna -UseDatabaseQuotaDefaults $false -IssueWarningQuota 1KB -ProhibitSendQuota 2KB
Send-LabMessage anna chloe 'Full'
#=
#= Subject
#= -------
#= Figures
#= Undeliverable: For some
#= Undeliverable: Large
#= Undeliverable: Many
#=
#=
#= MessageSubject Recipients          RecipientStatus
#= -------------- ----------          ---------------
#= Large          {chloe@contoso.com} {550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender}
#= Many           {ben@contoso.com}   {550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients}
#= Many           {chloe@contoso.com} {550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients}
#= Many           {david@contoso.com} {550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients}
#=
#= Send-LabMessage : The mailbox 'Anna Berg' has exceeded its ProhibitSendQuota of 2KB: it can't send messages until its user removes some.
#= At line:8 char:1
#= + Send-LabMessage anna chloe 'Full'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : LimitsExceeded: (:) [Send-LabMessage], ShutoffQuotaExceededException
#=     + FullyQualifiedErrorId : 78B7D718,Emshell.Lab.SendLabMessage
# In the name of another: not without a right, on behalf of whom has granted that, as whom one has Send-As on.
Send-LabMessage chloe david 'Not mine' -As elena
Get-LabMessage chloe -Newest 1 | Format-Table Subject
(Get-MessageTrackingLog -EventId FAIL)[-1].RecipientStatus
Set-Mailbox elena -GrantSendOnBehalfTo chloe
Send-LabMessage chloe david 'For Elena' -As elena
(Get-LabMessage david -Newest 1).Headers -split "`n" -match '^(From|Sender):'
Add-ADPermission 'Elena Fischer' -User chloe -ExtendedRights Send-As | Out-Null
Send-LabMessage chloe david 'As Elena' -As elena
(Get-LabMessage david -Newest 1).Headers -split "`n" -match '^(From|Sender):'
Get-MessageTrackingLog -EventId RECEIVE | Select-Object -Last 2 | Format-Table MessageSubject, Sender
#=
#= Subject
#= -------
#= Undeliverable: Not mine
#=
#= 550 5.7.1 Client does not have permissions to send as this sender
#= From: Elena Fischer <elena@contoso.com>
#= Sender: Chloe Dubois <chloe@contoso.com>
#= From: Elena Fischer <elena@contoso.com>
#=
#= MessageSubject Sender
#= -------------- ------
#= For Elena      chloe@contoso.com
#= As Elena       elena@contoso.com
#=
# What does not leave the mailbox says so.
Send-LabMessage chloe nobody 'Hello'
Send-LabMessage chloe -Subject 'Hello'
Send-LabMessage chloe david 'Hello' -Headers @{ 'X Test' = 'yes' }
Send-LabMessage chloe david 'Hello' -Attachments missing.txt
Stop-Service MSExchangeTransport
Send-LabMessage chloe david 'Hello'
Start-Service MSExchangeTransport
Send-LabMessage chloe david 'Hello' -WhatIf
#= Send-LabMessage : The operation could not be performed because object 'nobody' could not be found on domain controller 'DC01.contoso.com'.
#= At line:2 char:1
#= + Send-LabMessage chloe nobody 'Hello'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Send-LabMessage], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Emshell.Lab.SendLabMessage
#= Send-LabMessage : The message has no recipient: name one with -To, -Cc or -Bcc.
#= At line:3 char:1
#= + Send-LabMessage chloe -Subject 'Hello'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Send-LabMessage], LabMessageException
#=     + FullyQualifiedErrorId : F9D331CF,Emshell.Lab.SendLabMessage
#= Send-LabMessage : 'X Test' is no name of a header field.
#= At line:4 char:1
#= + Send-LabMessage chloe david 'Hello' -Headers @{ 'X Test' = 'yes' }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Send-LabMessage], LabMessageException
#=     + FullyQualifiedErrorId : F9D331CF,Emshell.Lab.SendLabMessage
#= Send-LabMessage : Could not find file 'missing.txt'.
#= At line:5 char:1
#= + Send-LabMessage chloe david 'Hello' -Attachments missing.txt
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (missing.txt:String) [Send-LabMessage], FileNotFoundException
#=     + FullyQualifiedErrorId : FileNotFound,Emshell.Lab.SendLabMessage
#= Send-LabMessage : The message stays in the Outbox: the service 'Microsoft Exchange Transport' isn't running.
#= At line:7 char:1
#= + Send-LabMessage chloe david 'Hello'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Send-LabMessage], LabMessageException
#=     + FullyQualifiedErrorId : F9D331CF,Emshell.Lab.SendLabMessage
#= What if: Performing the operation "Send a message" on target "contoso.com/Users/Chloe Dubois".
# A report of who has sent how much.
Get-Mailbox | Send-LabMessage david -Subject 'For you'
Get-MessageTrackingLog -EventId RECEIVE | Where-Object { $_.Source -eq 'STOREDRIVER' } | Group-Object Sender | Sort-Object Name | Format-Table Count, Name
#=
#= Count Name
#= ----- ----
#=     5 anna@contoso.com
#=     2 chloe@contoso.com
#=     6 david@contoso.com
#=     1 elena@contoso.com
#=
# What cannot be written is refused, and an empty message is none.
Send-LabMessage chloe 'jürgen@contoso.com' 'x'
Send-LabMessage chloe elena "two`r`nlines"
Send-LabMessage chloe elena -Subject $null -Body $null
(Get-LabMessage elena -Newest 1).Subject.Length
Set-Mailbox elena -DisplayName 'Fischer, Elena "E"'
Send-LabMessage chloe elena 'Quoted'
(Get-LabMessage elena -Newest 1).To
"From,To,Subject`nchloe,elena,Row 1`ndavid,elena,Row 2" | ConvertFrom-Csv | Send-LabMessage
Get-LabMessage elena -Newest 2 | Format-Table From, Subject
#= Send-LabMessage : The address 'jürgen@contoso.com' can't be written: its first part holds more than ASCII.
#= At line:2 char:1
#= + Send-LabMessage chloe 'jürgen@contoso.com' 'x'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Send-LabMessage], LabMessageException
#=     + FullyQualifiedErrorId : F9D331CF,Emshell.Lab.SendLabMessage
#= Send-LabMessage : Header values may not contain linefeed or carriage return characters
#= At line:3 char:1
#= + Send-LabMessage chloe elena "two`r`nlines"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Send-LabMessage], LabMessageException
#=     + FullyQualifiedErrorId : F9D331CF,Emshell.Lab.SendLabMessage
#= 0
#= "Fischer, Elena \"E\"" <elena@contoso.com>
#=
#= From                             Subject
#= ----                             -------
#= Chloe Dubois <chloe@contoso.com> Row 1
#= David Ek <david@contoso.com>     Row 2
#=
