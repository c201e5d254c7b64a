# The article's steps, as someone who follows it would type them: curly quotes, en dashes and the article's own names of
# parameters included. The wire side of each step is played in tests/transport/test_article.py.

# The connector of the article's first part: mail from the Internet on port 25 of one address.
New-ReceiveConnector -Name "Internet" -Usage Internet -Bindings 192.168.1.10:25
Get-ReceiveConnector

# The session of the first figure.
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Subject: test', '', 'This is a test message.', '.', 'QUIT' | telnet 192.168.1.10 25
Get-LabMessage -Mailbox anna | Format-Table From, Subject

# Changing banner information
Set-ReceiveConnector Internet -Banner “220 Mail Server”
'QUIT' | telnet 192.168.1.10 25

# Specifying a number of errors during a session
Set-ReceiveConnector Internet -MaxProtocolErrors 2
'one', 'two', 'three', 'four' | telnet 192.168.1.10 25

# Throttling a Receive Connector
Get-ReceiveConnector Internet | Format-List MaxInboundConnection*
Set-ReceiveConnector Internet -MaxInboundConnection 1000 -MaxInboundConnectionsperSource 50 -MaxInboundConnectionPercentagePerSource 5
Get-ReceiveConnector Internet | Format-List MaxInboundConnection*

Get-ReceiveConnector Internet | Format-List Connection*
Set-ReceiveConnector Internet -ConnectionTimeout 0.00:15:00
Set-ReceiveConnector Internet -ConnectionInactiveTimeout 0.00:03:00
Get-ReceiveConnector Internet | Format-List Connection*

# Recipients, size and rate
Set-ReceiveConnector Internet –MaxRecipientsPerMessage:100 –MaxMessageSize:5MB –MaxRateLimit:200
Get-ReceiveConnector Internet | Format-List MaxRecipientsPerMessage, MaxMessageSize, MessageRateLimit

# Recipient lookup: the check box of the Recipient Filtering dialog
Get-RecipientFilterConfig | Format-List RecipientValidationEnabled
Set-RecipientFilterConfig -RecipientValidationEnabled $true
Get-RecipientFilterConfig | Format-List RecipientValidationEnabled

# Tarpit: the default is five seconds
(Get-ReceiveConnector Internet).TarpitInterval
Set-ReceiveConnector “Internet” –TarPitInterval:1
(Get-ReceiveConnector Internet).TarpitInterval
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<nobody@contoso.com>', 'RCPT TO:<anna@contoso.com>', 'QUIT' | telnet 192.168.1.10 25
