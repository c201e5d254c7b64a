# Ranges, on both of their sides.
New-ReceiveConnector R -Custom -Bindings 0.0.0.0:26 -RemoteIPRanges 10.0.0.0/8 -AuthMechanism Tls -PermissionGroups AnonymousUsers | Out-Null
function Try-Setting([hashtable] $With) { try { Set-ReceiveConnector R @With -ErrorAction Stop } catch { $_.Exception.Message } }
foreach ($most in 0, 1, 512000, 512001, 'x', 'unlimited') { Try-Setting @{MaxRecipientsPerMessage=$most} }
#= Cannot bind parameter 'MaxRecipientsPerMessage' to the target. Exception setting "MaxRecipientsPerMessage": "The value 0 is not valid. It must be between 1 and 512000."
#= Cannot bind parameter 'MaxRecipientsPerMessage' to the target. Exception setting "MaxRecipientsPerMessage": "The value 512001 is not valid. It must be between 1 and 512000."
#= Cannot process argument transformation on parameter 'MaxRecipientsPerMessage'. Cannot convert value "x" to type "System.Int32". Error: "Input string was not in a correct format."
#= Cannot process argument transformation on parameter 'MaxRecipientsPerMessage'. Cannot convert value "unlimited" to type "System.Int32". Error: "Input string was not in a correct format."
foreach ($most in 'unlimited', 0, -1) { Try-Setting @{MaxProtocolErrors=$most} }
#= Cannot bind parameter 'MaxProtocolErrors' to the target. Exception setting "MaxProtocolErrors": "The value -1 is not valid. It must be between 0 and 2147483647."
foreach ($most in 0, 1, 'unlimited') { Try-Setting @{MaxInboundConnection=$most} }
#= Cannot bind parameter 'MaxInboundConnection' to the target. Exception setting "MaxInboundConnection": "The value 0 is not valid. It must be between 1 and 2147483647."
foreach ($most in 0, 1, 10000, 10001, 'unlimited') { Try-Setting @{MaxInboundConnectionPerSource=$most} }
#= Cannot bind parameter 'MaxInboundConnectionPerSource' to the target. Exception setting "MaxInboundConnectionPerSource": "The value 0 is not valid. It must be between 1 and 10000."
#= Cannot bind parameter 'MaxInboundConnectionPerSource' to the target. Exception setting "MaxInboundConnectionPerSource": "The value 10001 is not valid. It must be between 1 and 10000."
foreach ($most in 0, 1, 100, 101) { Try-Setting @{MaxInboundConnectionPercentagePerSource=$most} }
#= Cannot bind parameter 'MaxInboundConnectionPercentagePerSource' to the target. Exception setting "MaxInboundConnectionPercentagePerSource": "The value 0 is not valid. It must be between 1 and 100."
#= Cannot bind parameter 'MaxInboundConnectionPercentagePerSource' to the target. Exception setting "MaxInboundConnectionPercentagePerSource": "The value 101 is not valid. It must be between 1 and 100."
foreach ($most in '65535', '65536', '2147483647', '2147483648', 'unlimited') { Try-Setting @{MaxMessageSize=$most} }
#= Cannot bind parameter 'MaxMessageSize' to the target. Exception setting "MaxMessageSize": "The value 64 KB (65,535 bytes) is not valid. It must be between 64 KB (65,536 bytes) and 2 GB (2,147,483,647 bytes)."
#= Cannot bind parameter 'MaxMessageSize' to the target. Exception setting "MaxMessageSize": "The value 2 GB (2,147,483,648 bytes) is not valid. It must be between 64 KB (65,536 bytes) and 2 GB (2,147,483,647 bytes)."
#= Cannot process argument transformation on parameter 'MaxMessageSize'. Cannot convert value "unlimited" to type "Microsoft.Exchange.Data.ByteQuantifiedSize". Error: "The format of the byte size 'unlimited' is not correct."
foreach ($most in '0', '1', '2147483647', '2147483648') { Try-Setting @{MaxHeaderSize=$most} }
#= Cannot bind parameter 'MaxHeaderSize' to the target. Exception setting "MaxHeaderSize": "The value 0 B (0 bytes) is not valid. It must be between 1 B (1 bytes) and 2 GB (2,147,483,647 bytes)."
#= Cannot bind parameter 'MaxHeaderSize' to the target. Exception setting "MaxHeaderSize": "The value 2 GB (2,147,483,648 bytes) is not valid. It must be between 1 B (1 bytes) and 2 GB (2,147,483,647 bytes)."
foreach ($most in 0, 1, 500, 501) { Try-Setting @{MaxHopCount=$most} }
#= Cannot bind parameter 'MaxHopCount' to the target. Exception setting "MaxHopCount": "The value 0 is not valid. It must be between 1 and 500."
#= Cannot bind parameter 'MaxHopCount' to the target. Exception setting "MaxHopCount": "The value 501 is not valid. It must be between 1 and 500."
foreach ($most in -1, 0, 50, 51) { Try-Setting @{MaxLocalHopCount=$most} }
#= Cannot bind parameter 'MaxLocalHopCount' to the target. Exception setting "MaxLocalHopCount": "The value -1 is not valid. It must be between 0 and 50."
#= Cannot bind parameter 'MaxLocalHopCount' to the target. Exception setting "MaxLocalHopCount": "The value 51 is not valid. It must be between 0 and 50."
foreach ($most in -1, 0, 10, 11) { Try-Setting @{MaxLogonFailures=$most} }
#= Cannot bind parameter 'MaxLogonFailures' to the target. Exception setting "MaxLogonFailures": "The value -1 is not valid. It must be between 0 and 10."
#= Cannot bind parameter 'MaxLogonFailures' to the target. Exception setting "MaxLogonFailures": "The value 11 is not valid. It must be between 0 and 10."
foreach ($most in 0, 1, 'unlimited') { Try-Setting @{MessageRateLimit=$most} }
#= Cannot bind parameter 'MessageRateLimit' to the target. Exception setting "MessageRateLimit": "The value 0 is not valid. It must be between 1 and 2147483647."
foreach ($span in '-00:00:01', '00:00:00', '00:10:00', '00:10:01', 'soon') { Try-Setting @{TarpitInterval=$span} }
#= Cannot bind parameter 'TarpitInterval' to the target. Exception setting "TarpitInterval": "The value -00:00:01 is not valid. It must be between 00:00:00 and 00:10:00."
#= Cannot bind parameter 'TarpitInterval' to the target. Exception setting "TarpitInterval": "The value 00:10:01 is not valid. It must be between 00:00:00 and 00:10:00."
#= Cannot process argument transformation on parameter 'TarpitInterval'. Cannot convert value "soon" to type "Microsoft.Exchange.Data.EnhancedTimeSpan". Error: "String 'soon' was not recognized as a valid TimeSpan."
foreach ($span in '00:00:00', '00:10:00', '1.00:00:01') { Try-Setting @{ConnectionInactivityTimeout=$span} }
#= Cannot bind parameter 'ConnectionInactivityTimeout' to the target. Exception setting "ConnectionInactivityTimeout": "The value 00:00:00 is not valid. It must be between 00:00:01 and 1.00:00:00."
#= The value of the ConnectionTimeout parameter (00:10:00) must be greater than the value of the ConnectionInactivityTimeout parameter (00:10:00).
#= Cannot bind parameter 'ConnectionInactivityTimeout' to the target. Exception setting "ConnectionInactivityTimeout": "The value 1.00:00:01 is not valid. It must be between 00:00:01 and 1.00:00:00."
foreach ($span in '00:00:00', '00:05:00', '00:05:01', '1.00:00:00', '1.00:00:01') { Try-Setting @{ConnectionTimeout=$span} }
#= Cannot bind parameter 'ConnectionTimeout' to the target. Exception setting "ConnectionTimeout": "The value 00:00:00 is not valid. It must be between 00:00:01 and 1.00:00:00."
#= The value of the ConnectionTimeout parameter (00:05:00) must be greater than the value of the ConnectionInactivityTimeout parameter (00:05:00).
#= Cannot bind parameter 'ConnectionTimeout' to the target. Exception setting "ConnectionTimeout": "The value 1.00:00:01 is not valid. It must be between 00:00:01 and 1.00:00:00."

# Texts and names.
foreach ($banner in 'hello', '221 x', '220', '220 x', '220-x', $null) { Try-Setting @{Banner=$banner} }
#= Cannot bind parameter 'Banner' to the target. Exception setting "Banner": "The banner has to start with 220 and a space: 220 <text>."
#= Cannot bind parameter 'Banner' to the target. Exception setting "Banner": "The banner has to start with 220 and a space: 220 <text>."
foreach ($fqdn in 'no name', 'mail.contoso.com', $null) { Try-Setting @{Fqdn=$fqdn} }
#= Cannot bind parameter 'Fqdn' to the target. Exception setting "Fqdn": ""no name" is not a valid fully qualified domain name."
foreach ($name in 'CN=x', '<I>CN=Root<S>CN=mail.contoso.com', $null) { Try-Setting @{TlsCertificateName=$name} }
#= Cannot bind parameter 'TlsCertificateName' to the target. Exception setting "TlsCertificateName": "A certificate is named as <I>Issuer<S>Subject: <I>CN=Root CA<S>CN=mail."
foreach ($binding in '0.0.0.0', '0.0.0.0:99999', '[::1]:25', 'localhost:25') { Try-Setting @{Bindings=$binding} }
#= Cannot process argument transformation on parameter 'Bindings'. Cannot convert value "0.0.0.0" to type "Microsoft.Exchange.Data.IPBinding". Error: "'0.0.0.0' is not a valid binding. A binding is an IP address and a port number from 0 to 65535 separated by a colon, for example 192.168.1.1:25."
#= Cannot process argument transformation on parameter 'Bindings'. Cannot convert value "0.0.0.0:99999" to type "Microsoft.Exchange.Data.IPBinding". Error: "'0.0.0.0:99999' is not a valid binding. A binding is an IP address and a port number from 0 to 65535 separated by a colon, for example 192.168.1.1:25."
#= Cannot process argument transformation on parameter 'Bindings'. Cannot convert value "localhost:25" to type "Microsoft.Exchange.Data.IPBinding". Error: "An invalid IP address was specified: 'localhost'."
foreach ($range in '10.0.0.300', '10.0.0.9-10.0.0.1', '10.0.0.0/33', '10.0.0.0(255.255.0.0)', 'fe80::/10') { Try-Setting @{RemoteIPRanges=$range} }
#= Cannot process argument transformation on parameter 'RemoteIPRanges'. Cannot convert value "10.0.0.300" to type "Microsoft.Exchange.Data.IPRange". Error: "The IP range '10.0.0.300' is not valid. An IP range is a single IP address, two IP addresses separated by a hyphen, or an IP address with a subnet mask in CIDR notation, for example 192.168.1.0/24."
#= Cannot process argument transformation on parameter 'RemoteIPRanges'. Cannot convert value "10.0.0.9-10.0.0.1" to type "Microsoft.Exchange.Data.IPRange". Error: "The IP range '10.0.0.9-10.0.0.1' is not valid. An IP range is a single IP address, two IP addresses separated by a hyphen, or an IP address with a subnet mask in CIDR notation, for example 192.168.1.0/24."
#= Cannot process argument transformation on parameter 'RemoteIPRanges'. Cannot convert value "10.0.0.0/33" to type "Microsoft.Exchange.Data.IPRange". Error: "The IP range '10.0.0.0/33' is not valid. An IP range is a single IP address, two IP addresses separated by a hyphen, or an IP address with a subnet mask in CIDR notation, for example 192.168.1.0/24."

# How mechanisms go together.
Try-Setting @{AuthMechanism='BasicAuthRequireTLS, BasicAuth'}
#= The AuthMechanism value BasicAuthRequireTLS can only be used together with the values BasicAuth and Tls.
Try-Setting @{AuthMechanism='Tls, BasicAuth, BasicAuthRequireTLS'}
Try-Setting @{AuthMechanism='Tls, ExternalAuthoritative'}
#= You must set the value for the PermissionGroups parameter on the Receive connector to ExchangeServers when you set the AuthMechanism parameter to a value of ExternalAuthoritative.
Try-Setting @{AuthMechanism='Integrated, ExternalAuthoritative'; PermissionGroups='ExchangeServers'}
#= The AuthMechanism value ExternalAuthoritative can't be combined with any other value than Tls.
Try-Setting @{AuthMechanism='Tls, ExternalAuthoritative'; PermissionGroups='ExchangeServers'}
Try-Setting @{DomainSecureEnabled=$true}
#= The DomainSecureEnabled parameter can be $true only when the AuthMechanism parameter contains the value Tls and does not contain the value ExternalAuthoritative.
Try-Setting @{AuthMechanism='Tls'; DomainSecureEnabled=$true; RequireTLS=$true}
Try-Setting @{AuthMechanism='None'}
#= The RequireTLS parameter can be $true only when the AuthMechanism parameter contains the value Tls.
Try-Setting @{AuthMechanism='Tls, ExchangeServer'; Fqdn='mail.contoso.com'}
#= When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set the FQDN parameter on the Receive connector to one of the following values: the FQDN of the transport server "EX01.contoso.com", the NetBIOS name of the transport server "EX01", or $null.
Try-Setting @{AuthMechanism='Tls, ExchangeServer'; Fqdn='ex01'}
