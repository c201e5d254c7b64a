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
#= EventId Source      Sender           Recipients        RecipientCount ClientHostname   ConnectorId
#= ------- ------      ------           ----------        -------------- --------------   -----------
#= RECEIVE STOREDRIVER anna@contoso.com {ben@contoso.com}              1 EX01             
#= RECEIVE SMTP        anna@contoso.com {ben@contoso.com}              1 EX01.contoso.com EX01\Default EX01
#= SUBMIT  STOREDRIVER anna@contoso.com {ben@contoso.com}              1 EX01             
#= DELIVER STOREDRIVER anna@contoso.com {ben@contoso.com}              1 EX01             
#=
#= 04I: 
#= MDB:GUID, Mailbox:GUID, Event:1, MessageClass:IPM.Note, CreationTime, ClientType:MOMT
#= True
#= True
# The header is that of a message from inside.
$text = (Get-LabMessage ben).Headers
$text -split "`n" -replace '[A-Z][a-z]{2}, .*', 'DATE' -replace '<[0-9A-F]{32}@', '<ID@' -replace '[0-9a-f]{8}-[0-9a-f-]{27}', 'GUID'
#= Received: from EX01.contoso.com (192.168.1.10) by EX01.contoso.com
#=  (192.168.1.10) with Microsoft SMTP Server id 15.1.2507.6; DATE
#= Received: from EX01.contoso.com ([192.168.1.10]) by EX01.contoso.com
#=  ([192.168.1.10]) with mapi id 15.01.2507.006; DATE
#= X-MS-Exchange-Organization-AuthSource: EX01.contoso.com
#= X-MS-Exchange-Organization-AuthAs: Internal
#= X-MS-Exchange-Organization-AuthMechanism: 04
#= X-MS-Exchange-Organization-SCL: -1
#= X-MS-Exchange-Organization-OriginalSize: {*}
#= X-MS-Exchange-Organization-Network-Message-Id: GUID
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
