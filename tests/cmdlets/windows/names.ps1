# .NET's look-up knows the lab's own computers and what its DNS has.
[System.Net.Dns]::GetHostName()
#= EX01
[System.Net.Dns]::GetHostEntry('EX01')
#=
#= HostName         Aliases AddressList
#= --------         ------- -----------
#= EX01.contoso.com {}      {192.168.1.10}
#=
[Net.Dns]::GetHostByName('dc01').AddressList[0].IPAddressToString
#= 192.168.1.5
([System.Net.Dns]::GetHostAddresses('localhost') | ForEach-Object ToString) -join ' '
#= ::1 127.0.0.1
[System.Net.Dns]::GetHostEntry('192.168.1.10').HostName
#= EX01.contoso.com
$null = Add-LabDnsRecord web.contoso.com CNAME mail.fabrikam.com
[Net.Dns]::GetHostEntry('web').Aliases
#= web.contoso.com
[System.Net.Dns]::GetHostEntry('nowhere')
#= Exception calling "GetHostEntry" with "1" argument(s): "No such host is known."
#= At line:1 char:1
#= + [System.Net.Dns]::GetHostEntry('nowhere')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : SocketException
[System.Net.Dns]::GetHostEntry('192.0.2.7')
#= Exception calling "GetHostEntry" with "1" argument(s): "No such host is known."
#= At line:1 char:1
#= + [System.Net.Dns]::GetHostEntry('192.0.2.7')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : SocketException
$null = Add-LabDnsRecord 192.0.2.7 PTR mail.fabrikam.com
[System.Net.Dns]::GetHostEntry('192.0.2.7').HostName
#= mail.fabrikam.com
[System.Net.Dns]::Resolve('198.51.100.9').HostName
#= 198.51.100.9
# Resolve-DnsName asks the same DNS by type.
Resolve-DnsName EX01
#=
#= Name                                           Type   TTL   Section    IPAddress
#= ----                                           ----   ---   -------    ---------
#= EX01.contoso.com                               A      3600  Answer     192.168.1.10
#=
Resolve-DnsName contoso.com -Type MX
#=
#= Name                                           Type   TTL   Section    NameExchange                      Preference
#= ----                                           ----   ---   -------    ------------                      ----------
#= contoso.com                                    MX     3600  Answer     ex01.contoso.com                  10
#=
#= Name       : ex01.contoso.com
#= QueryType  : A
#= TTL        : 3600
#= Section    : Additional
#= IP4Address : 192.168.1.10
#=
#=
Resolve-DnsName contoso.com MX | Format-List
#=
#= Name         : contoso.com
#= QueryType    : MX
#= TTL          : 3600
#= Section      : Answer
#= NameExchange : ex01.contoso.com
#= Preference   : 10
#=
#= Name       : ex01.contoso.com
#= QueryType  : A
#= TTL        : 3600
#= Section    : Additional
#= IP4Address : 192.168.1.10
#=
(Resolve-DnsName fabrikam.com mx | Where-Object QueryType -eq MX).NameExchange
#= mail.fabrikam.com
Resolve-DnsName 192.168.1.10
#=
#= Name                                           Type   TTL   Section    NameHost
#= ----                                           ----   ---   -------    --------
#= 10.1.168.192.in-addr.arpa                      PTR    3600  Answer     EX01.contoso.com
#=
Resolve-DnsName web.contoso.com
#=
#= Name                                           Type   TTL   Section    NameHost
#= ----                                           ----   ---   -------    --------
#= web.contoso.com                                CNAME  3600  Answer     mail.fabrikam.com
#=
#= Name       : mail.fabrikam.com
#= QueryType  : A
#= TTL        : 3600
#= Section    : Answer
#= IP4Address : 192.0.2.7
#=
#=
$null = Add-LabDnsRecord fabrikam.com TXT 'v=spf1 -all'
(Resolve-DnsName fabrikam.com TXT).Strings
#= v=spf1 -all
Resolve-DnsName contoso.com -Type NS
#=
#= Name                                           Type   TTL   Section    NameHost
#= ----                                           ----   ---   -------    --------
#= contoso.com                                    NS     3600  Answer     DC01.contoso.com
#=
#= Name       : DC01.contoso.com
#= QueryType  : A
#= TTL        : 3600
#= Section    : Additional
#= IP4Address : 192.168.1.5
#=
#=
Resolve-DnsName contoso.com -Type TXT | Format-Table Section, Type, PrimaryServer
#=
#= Section   Type PrimaryServer
#= -------   ---- -------------
#= Authority SOA  DC01.contoso.com
#=
Resolve-DnsName _ldap._tcp.contoso.com SRV
#= Resolve-DnsName : _ldap._tcp.contoso.com : DNS name does not exist
#= At line:1 char:1
#= + Resolve-DnsName _ldap._tcp.contoso.com SRV
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (_ldap._tcp.contoso.com:String) [Resolve-DnsName], Win32Exception
#=     + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName
$null = Add-LabDnsRecord broken.contoso.com Failure
Resolve-DnsName broken.contoso.com
#= Resolve-DnsName : broken.contoso.com : DNS server failure
#= At line:2 char:1
#= + Resolve-DnsName broken.contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (broken.contoso.com:String) [Resolve-DnsName], Win32Exception
#=     + FullyQualifiedErrorId : DNS_ERROR_RCODE_SERVER_FAILURE,Microsoft.DnsClient.Commands.ResolveDnsName
Resolve-DnsName EX01 -Server 198.51.100.53
#= Resolve-DnsName : EX01 : This operation returned because the timeout period expired
#= At line:1 char:1
#= + Resolve-DnsName EX01 -Server 198.51.100.53
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (EX01:String) [Resolve-DnsName], Win32Exception
#=     + FullyQualifiedErrorId : ERROR_TIMEOUT,Microsoft.DnsClient.Commands.ResolveDnsName
Resolve-DnsName nowhere.example -ErrorAction SilentlyContinue
# Requests for an echo.
Test-Connection EX01 -Count 2
#=
#=    Destination: EX01
#=
#= Ping Source           Address                   Latency BufferSize Status
#=                                                    (ms)        (B)
#= ---- ------           -------                   ------- ---------- ------
#=    1 EX01             192.168.1.10                    0         32 Success
#=    2 EX01             192.168.1.10                    0         32 Success
#=
Test-Connection -ComputerName EX01, DC01, mail.fabrikam.com, nowhere, 198.51.100.9 -Count 1 -Quiet
#= True
#= True
#= True
#= False
#= False
Test-Connection 198.51.100.9 -Count 1
#=
#=    Destination: 198.51.100.9
#=
#= Ping Source           Address                   Latency BufferSize Status
#=                                                    (ms)        (B)
#= ---- ------           -------                   ------- ---------- ------
#=    1 EX01             *                               *          * TimedOut
#=
Test-Connection nowhere -Count 1
#= Test-Connection : Testing connection to computer 'nowhere' failed: Cannot resolve the target name.
#= At line:1 char:1
#= + Test-Connection nowhere -Count 1
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (nowhere:String) [Test-Connection], PingException
#=     + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand
$p = Test-Connection -ComputerName EX01 -Count 1; "$($p.IPV4Address) $($p.ResponseTime) $($p.StatusCode) $($p.Status)"
#= 192.168.1.10 0 0 Success
(New-Object System.Net.NetworkInformation.Ping).Send('dc01').Status
#= Success
[System.Net.NetworkInformation.Ping]::new().Send('nowhere')
#= Exception calling "Send" with "1" argument(s): "An exception occurred during a Ping request."
#= At line:1 char:1
#= + [System.Net.NetworkInformation.Ping]::new().Send('nowhere')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : PingException
# Ports: the listeners of the server are dialed.
Test-Connection EX01 -TcpPort 25
#= True
Test-Connection EX01 -TcpPort 26
#= False
Test-Connection EX01 -TcpPort 25 -Detailed
#=
#=    Target: EX01
#=
#=   Id Source           Address                      Port Latency Connected  Status
#=                                                            (ms)
#=   -- ------           -------                      ---- ------- ---------  ------
#=    1 EX01             192.168.1.10                   25       0 True       Success
#=
Test-NetConnection EX01 -Port 25
#=
#= ComputerName     : EX01
#= RemoteAddress    : 192.168.1.10
#= RemotePort       : 25
#= InterfaceAlias   : Ethernet
#= SourceAddress    : 192.168.1.10
#= TcpTestSucceeded : True
#=
Test-NetConnection EX01 -Port 443
#= WARNING: TCP connect to (192.168.1.10 : 443) failed
#=
#= ComputerName           : EX01
#= RemoteAddress          : 192.168.1.10
#= RemotePort             : 443
#= InterfaceAlias         : Ethernet
#= SourceAddress          : 192.168.1.10
#= PingSucceeded          : True
#= PingReplyDetails (RTT) : 0 ms
#= TcpTestSucceeded       : False
#=
Test-NetConnection dc01
#=
#= ComputerName           : dc01
#= RemoteAddress          : 192.168.1.5
#= InterfaceAlias         : Ethernet
#= SourceAddress          : 192.168.1.10
#= PingSucceeded          : True
#= PingReplyDetails (RTT) : 0 ms
#=
Test-NetConnection nowhere -Port 25 -InformationLevel Quiet
#= WARNING: Name resolution of nowhere failed
#= False
tnc EX01 -Port 25 -InformationLevel Quiet
#= True
tnc EX01 HTTP -InformationLevel Quiet -WarningAction SilentlyContinue
#= False
# Programs.
hostname
#= EX01
whoami
#= contoso\administrator
whoami.exe /upn
#= Administrator@contoso.com
ping -n 1 EX01
#=
#= Pinging EX01.contoso.com [192.168.1.10] with 32 bytes of data:
#= Reply from 192.168.1.10: bytes=32 time<1ms TTL=128
#=
#= Ping statistics for 192.168.1.10:
#=     Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),
#= Approximate round trip times in milli-seconds:
#=     Minimum = 0ms, Maximum = 0ms, Average = 0ms
ping nowhere; $LASTEXITCODE
#= Ping request could not find host nowhere. Please check the name and try again.
#= 1
ping 198.51.100.9 -n 2
#=
#= Pinging 198.51.100.9 with 32 bytes of data:
#= Request timed out.
#= Request timed out.
#=
#= Ping statistics for 198.51.100.9:
#=     Packets: Sent = 2, Received = 0, Lost = 2 (100% loss),
nslookup ex01.contoso.com
#= Server:  DC01.contoso.com
#= Address:  192.168.1.5
#=
#= Name:    ex01.contoso.com
#= Address:  192.168.1.10
#=
nslookup -type=mx contoso.com
#= Server:  DC01.contoso.com
#= Address:  192.168.1.5
#=
#= contoso.com	MX preference = 10, mail exchanger = ex01.contoso.com
#= ex01.contoso.com	internet address = 192.168.1.10
#=
nslookup 192.168.1.10
#= Server:  DC01.contoso.com
#= Address:  192.168.1.5
#=
#= Name:    EX01.contoso.com
#= Address:  192.168.1.10
#=
nslookup nowhere.example
#= Server:  DC01.contoso.com
#= Address:  192.168.1.5
#=
#= *** DC01.contoso.com can't find nowhere.example: Non-existent domain
nslookup ex01 198.51.100.53
#= DNS request timed out.
#=     timeout was 2 seconds.
#= *** Request to 198.51.100.53 timed-out
ipconfig
#=
#= Windows IP Configuration
#=
#=
#= Ethernet adapter Ethernet:
#=
#=    Connection-specific DNS Suffix  . : contoso.com
#=    IPv4 Address. . . . . . . . . . . : 192.168.1.10
#=    Subnet Mask . . . . . . . . . . . : 255.255.255.0
#=    Default Gateway . . . . . . . . . : 192.168.1.1
(ipconfig /all) -match 'Host Name|Servers'
#=    Host Name . . . . . . . . . . . . : EX01
#=    DNS Servers . . . . . . . . . . . : 192.168.1.5
tracert EX01
#= tracert is not emulated: every host of the lab is one hop away.
#= At line:1 char:1
#= + tracert EX01
#= + ~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedProgramOption
whoami /groups
#= whoami /groups is not emulated.
#= At line:1 char:1
#= + whoami /groups
#= + ~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedProgramOption
(Get-Command hostname).Source
#= C:\Windows\System32\hostname.exe
