# What Get-LabMessage shows of mail with attachments, with none but attachments, and of a report.
function Send-Lines { param([string[]] $Lines, $From = 'kim@fabrikam.com', $To = 'anna@contoso.com') @('HELO client', "MAIL FROM:<$From>", "RCPT TO:<$To>", 'DATA') + $Lines + '.', 'QUIT' | telnet 192.168.1.10 25 | Select-String '^250 2.6.0' | ForEach-Object { 'sent' } }
New-ReceiveConnector Read -Bindings 192.168.1.10:25 -RemoteIPRanges 127.0.0.0/8, 192.168.0.0/16 -PermissionGroups AnonymousUsers -TarpitInterval 00:00:00 | Format-List Name
Send-Lines 'Subject: pictures', 'Content-Type: multipart/mixed; boundary=b', '', 'For programs that know no MIME.', '--b', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'iVBORw0K', '--b', 'Content-Type: application/pdf; name="Offer.pdf"', '', 'x', '--b', 'Content-Disposition: attachment; filename="=?utf-8?q?B=C3=BCcher.zip?="', '', 'x', '--b--'
Get-LabMessage anna | Format-List Subject, Body, Attachments
Send-Lines 'Subject: both', 'From: "Lee, Kim" <kim@fabrikam.com>', 'Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/html', '', '<p>Hello</p>', '--b', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'Hello J=C3=B6rg', '--b--'
Get-LabMessage anna -Subject both | Format-List From, SenderName, Body, Attachments
Send-Lines 'Subject: =?utf-8?q?lost_=C3=BCberall?=', '', 'Hello.' -From anna@contoso.com -To nobody@contoso.com
Get-LabMessage anna -Subject Undeliverable* | ForEach-Object { $_.Attachments; ($_.Body -split "`n")[0] }
#=
#= Name : Read
#=
#= sent
#=
#= Subject     : pictures
#= Body        : 
#= Attachments : {ATT00001.png, Offer.pdf, Bücher.zip}
#=
#= sent
#=
#= From        : "Lee, Kim" <kim@fabrikam.com>
#= SenderName  : Lee, Kim
#= Body        : Hello Jörg
#= Attachments : {}
#=
#= sent
#= details.txt
#= lost überall.eml
#= Delivery has failed to these recipients or distribution lists:
