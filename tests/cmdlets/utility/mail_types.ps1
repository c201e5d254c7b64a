# System.Net.Mail.SmtpClient and System.Net.Sockets.TcpClient talk to the lab's listeners.
New-ReceiveConnector -Name Internet -Usage Internet -Bindings 192.168.1.10:2525 | Format-Table Name
$client = New-Object System.Net.Mail.SmtpClient '192.168.1.10', 2525; "$($client.Host) $($client.Port) $($client.EnableSsl) $($client.Timeout)"
$client.Send('ann@fabrikam.test', 'ben@contoso.com', 'by texts', 'hello'); (Get-LabMessage -Mailbox ben)[-1].Subject
$mail = [System.Net.Mail.MailMessage]::new(); $mail.From = 'Ann <ann@fabrikam.test>'; $mail.To.Add('administrator@contoso.com, ben@contoso.com'); $mail.CC.Add([mailaddress]'anna@contoso.com'); $mail.Subject = 'Grüße'; $mail.Body = "one`n.two"; $mail.Priority = 'High'; $mail.Headers.Add('X-Lab', 'yes'); "$($mail.To) / $($mail.To.Count) / $($mail.From)"
Set-Content note.txt attached; $mail.Attachments.Add([System.Net.Mail.Attachment]::new("$PWD/note.txt")); $client.Send($mail)
$got = (Get-LabMessage -Mailbox anna)[-1]; $got.Subject; $got.From; $got.Attachments; $got.Headers -match 'X-Lab: yes|X-Priority: 1'
try { $client.Send('ann@fabrikam.test', 'someone@elsewhere.test', 'x', 'y') } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().FullName }
try { [System.Net.Mail.SmtpClient]::new('10.9.9.9').Send('a@b.test', 'ben@contoso.com', 'x', 'y') } catch { $_.Exception.InnerException.Message; $_.Exception.InnerException.InnerException.Message }
try { [System.Net.Mail.SmtpClient]::new().Send('a@b.test', 'ben@contoso.com', 'x', 'y') } catch { $_.Exception.InnerException.Message }
try { $client.Send([System.Net.Mail.MailMessage]::new()) } catch { $_.Exception.InnerException.Message }
try { $mail.To.Add('nobody') } catch { $_.Exception.InnerException.Message }
try { $client.SendMailAsync($mail) } catch { $_.Exception.Message }
$tcp = [System.Net.Sockets.TcpClient]::new('192.168.1.10', 2525); $tcp.Connected; $stream = $tcp.GetStream(); "$($tcp.Client.Connected) $($tcp.Client.RemoteEndPoint)"
$reader = [System.IO.StreamReader]::new($stream); $writer = [System.IO.StreamWriter]::new($stream); $writer.NewLine = "`r`n"; $writer.AutoFlush = $true
$reader.ReadLine() -match '^220 '; $writer.WriteLine('HELO lab.test'); $reader.ReadLine() -match '^250 '
$writer.WriteLine('EHLO lab.test'); $lines = 0; do { $line = $reader.ReadLine(); $lines++ } while ($line -match '^250-'); $lines -gt 3; $reader.Peek()
$bytes = [Text.Encoding]::ASCII.GetBytes("NOOP`r`n"); $stream.Write($bytes, 0, $bytes.Length); $buffer = [byte[]]::new(100); $count = $stream.Read($buffer, 0, 100); [Text.Encoding]::ASCII.GetString($buffer, 0, $count).Trim(); $stream.DataAvailable
$writer.WriteLine('QUIT'); $reader.ReadLine() -match '^221 '; $null -eq $reader.ReadLine(); $tcp.Connected; $tcp.Close()
try { $tcp.GetStream() } catch { $_.Exception.InnerException.GetType().Name }
try { [System.Net.Sockets.TcpClient]::new('198.51.100.7', 25) } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().FullName }
$tcp = New-Object System.Net.Sockets.TcpClient; $begun = $tcp.BeginConnect('192.168.1.10', 2525, $null, $null); $begun.AsyncWaitHandle.WaitOne(500, $false); $tcp.EndConnect($begun); $tcp.Connected; $tcp.Dispose()
$tcp = [System.Net.Sockets.TcpClient]::new(); $task = $tcp.ConnectAsync('192.168.1.10', 2599); $task.IsFaulted; try { $task.Wait(500) } catch { $_.Exception.InnerException.GetType().FullName }
#=
#= Name
#= ----
#= Internet
#=
#= 192.168.1.10 2525 False 100000
#= by texts
#= administrator@contoso.com ben@contoso.com / 2 / "Ann" <ann@fabrikam.test>
#= Grüße
#= Ann <ann@fabrikam.test>
#= note.txt
#= True
#= Exception calling "Send" with "4" argument(s): "Mailbox unavailable. The server response was: 5.7.1 Unable to relay"
#= System.Net.Mail.SmtpFailedRecipientException
#= Failure sending mail.
#= '10.9.9.9' is not a host of this lab; only the lab's own server can be dialed.
#= The SMTP host was not specified.
#= A from address must be specified.
#= The specified string is not in the form required for an e-mail address.
#= SmtpClient sends at once: SendAsync and SendMailAsync are not emulated. Use Send.
#= True
#= True 192.168.1.10:2525
#= True
#= True
#= True
#= -1
#= 250 2.0.0 OK
#= False
#= True
#= True
#= False
#= ObjectDisposedException
#= Exception calling ".ctor" with "2" argument(s): "Connection refused. '198.51.100.7' is not a host of this lab; only the lab's own server can be dialed."
#= System.Net.Sockets.SocketException
#= True
#= True
#= True
#= System.AggregateException
