# The article's steps, as someone who follows it would type them: curly quotes, en dashes and the article's own names of
# parameters included. The wire side of each step is played in tests/transport/test_article.py.

# The connector of the article's first part: mail from the Internet on port 25 of one address.
New-ReceiveConnector -Name "Internet" -Usage Internet -Bindings 192.168.1.10:25
#=
#= Identity      Bindings          Enabled
#= --------      --------          -------
#= EX01\Internet {192.168.1.10:25} True
#=
Get-ReceiveConnector
#=
#= Identity          Bindings              Enabled
#= --------          --------              -------
#= EX01\Default EX01 {:::25, 0.0.0.0:25}   True
#= EX01\Client EX01  {:::587, 0.0.0.0:587} True
#= EX01\Internet     {192.168.1.10:25}     True
#=

# The session of the first figure.
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Subject: test', '', 'This is a test message.', '.', 'QUIT' | telnet 192.168.1.10 25
#= 220 EX01.contoso.com Microsoft ESMTP MAIL Service ready at {*}
#= 250-EX01.contoso.com Hello [127.0.0.1]
#= 250-SIZE 10485760
#= 250-PIPELINING
#= 250-DSN
#= 250-ENHANCEDSTATUSCODES
#= 250-AUTH
#= 250-8BITMIME
#= 250-BINARYMIME
#= 250 CHUNKING
#= 250 2.1.0 Sender OK
#= 250 2.1.5 Recipient OK
#= 354 Start mail input; end with <CRLF>.<CRLF>
#= 250 2.6.0 <{*}> Queued mail for delivery
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.

# What a person would look up in the mailbox
Get-LabMessage -Mailbox anna | Format-Table From, Subject
#=
#= From             Subject
#= ----             -------
#= kim@fabrikam.com test
#=

# Changing banner information
Set-ReceiveConnector Internet -Banner “220 Mail Server”
'QUIT' | telnet 192.168.1.10 25
#= 220 Mail Server
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.

# Specifying a number of errors during a session
Set-ReceiveConnector Internet -MaxProtocolErrors 2
'one', 'two', 'three', 'four' | telnet 192.168.1.10 25
#= 220 Mail Server
#= 500 5.3.3 Unrecognized command
#= 500 5.3.3 Unrecognized command
#= 421 4.7.0 Too many errors on this connection, closing transmission channel
#=
#= Connection to host lost.

# Throttling a Receive Connector
Get-ReceiveConnector Internet | Format-List MaxInboundConnection*
#=
#= MaxInboundConnection                    : 5000
#= MaxInboundConnectionPerSource           : 100
#= MaxInboundConnectionPercentagePerSource : 2
#=
Set-ReceiveConnector Internet -MaxInboundConnection 1000 -MaxInboundConnectionsperSource 50 -MaxInboundConnectionPercentagePerSource 5
Get-ReceiveConnector Internet | Format-List MaxInboundConnection*
#= WARNING: Exchange has no parameter 'MaxInboundConnectionsPerSource', and a real server refuses it. The parameter is called 'MaxInboundConnectionPerSource'.
#=
#= MaxInboundConnection                    : 1000
#= MaxInboundConnectionPerSource           : 50
#= MaxInboundConnectionPercentagePerSource : 5
#=

Get-ReceiveConnector Internet | Format-List Connection*
#=
#= ConnectionTimeout           : 00:10:00
#= ConnectionInactivityTimeout : 00:05:00
#=
Set-ReceiveConnector Internet -ConnectionTimeout 0.00:15:00
Set-ReceiveConnector Internet -ConnectionInactiveTimeout 0.00:03:00
Get-ReceiveConnector Internet | Format-List Connection*
#= WARNING: Exchange has no parameter 'ConnectionInactiveTimeout', and a real server refuses it. The parameter is called 'ConnectionInactivityTimeout'.
#=
#= ConnectionTimeout           : 00:15:00
#= ConnectionInactivityTimeout : 00:03:00
#=

# Recipients, size and rate
Set-ReceiveConnector Internet –MaxRecipientsPerMessage:100 –MaxMessageSize:5MB –MaxRateLimit:200
Get-ReceiveConnector Internet | Format-List MaxRecipientsPerMessage, MaxMessageSize, MessageRateLimit
#= WARNING: Exchange has no parameter 'MaxRateLimit', and a real server refuses it. The parameter is called 'MessageRateLimit'.
#=
#= MaxRecipientsPerMessage : 100
#= MaxMessageSize          : 5MB
#= MessageRateLimit        : 200
#=

# The article's server has the anti-spam agents; a Hub Transport server gets them from a script.
& $exscripts\Install-AntispamAgents.ps1
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
#=
#= Identity                                            Enabled          Priority
#= --------                                            -------          --------
#= Connection Filtering Agent                          True             4
#= Content Filter Agent                                True             5
#= Sender Id Agent                                     True             6
#= Sender Filter Agent                                 True             7
#= Recipient Filter Agent                              True             8
#= Protocol Analysis Agent                             True             9
#=
Restart-Service MSExchangeTransport
Get-TransportAgent "Recipient Filter Agent" | Format-List Enabled
#=
#= Enabled : True
#=

# Recipient lookup: the check box of the Recipient Filtering dialog
Get-RecipientFilterConfig | Format-List RecipientValidationEnabled
#=
#= RecipientValidationEnabled : False
#=
Set-RecipientFilterConfig -RecipientValidationEnabled $true
Get-RecipientFilterConfig | Format-List RecipientValidationEnabled
#=
#= RecipientValidationEnabled : True
#=

# Tarpit: the default is five seconds
Get-ReceiveConnector Internet | Format-List TarpitInterval
#=
#= TarpitInterval : 00:00:05
#=
Set-ReceiveConnector “Internet” –TarPitInterval:1
Get-ReceiveConnector Internet | Format-List TarpitInterval
#= WARNING: The whole number for TarpitInterval is taken as seconds. A real server reads it as days: write 00:00:01 instead.
#=
#= TarpitInterval : 00:00:01
#=
'EHLO client', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<nobody@contoso.com>', 'RCPT TO:<anna@contoso.com>', 'QUIT' | telnet 192.168.1.10 25
#= 220 Mail Server
#= 250-EX01.contoso.com Hello [127.0.0.1]
#= 250-SIZE 5242880
#= 250-PIPELINING
#= 250-DSN
#= 250-ENHANCEDSTATUSCODES
#= 250-AUTH
#= 250-8BITMIME
#= 250-BINARYMIME
#= 250 CHUNKING
#= 250 2.1.0 Sender OK
#= 550 5.1.1 User unknown
#= 250 2.1.5 Recipient OK
#= 221 2.0.0 Service closing transmission channel
#=
#= Connection to host lost.
