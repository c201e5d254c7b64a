# The server's certificates as a drive.
(Get-ChildItem Cert:\LocalMachine\My).Count
#= 1
$c = Get-ChildItem Cert:\LocalMachine\My | Select-Object -First 1
"$($c.Subject) $($c.Issuer) $($c.HasPrivateKey) $($c.FriendlyName) $($c.DnsNameList)"
#= CN=EX01 CN=EX01 True Microsoft Exchange EX01 EX01.contoso.com
$c.Thumbprint -eq (Get-ExchangeCertificate).Thumbprint
#= True
$c.NotAfter.GetType().Name; ($c.NotAfter - $c.NotBefore).Days -gt 1800
#= DateTime
#= True
$c.GetType().FullName
#= System.Security.Cryptography.X509Certificates.X509Certificate2
$c.PSParentPath
"$($c.EnhancedKeyUsageList)"
#= Microsoft.PowerShell.Security\Certificate::LocalMachine\My
#= Server Authentication (1.3.6.1.5.5.7.3.1)
$c.GetExpirationDateString() -eq $c.NotAfter.ToString()
#= True
Test-Path Cert:\LocalMachine\My
#= True
Test-Path "Cert:\LocalMachine\My\$($c.Thumbprint)"
#= True
Test-Path Cert:\LocalMachine\My\00
#= False
(Get-Item "cert:\localmachine\my\$($c.Thumbprint.ToLower())").Subject
#= CN=EX01
Get-ChildItem Cert:
#=
#= Location   : CurrentUser
#= StoreNames : {TrustedPublisher, ClientAuthIssuer, Root, TrustedDevices…}
#=
#= Location   : LocalMachine
#= StoreNames : {TrustedPublisher, ClientAuthIssuer, Root, TrustedDevices…}
#=
(Get-ChildItem Cert:\LocalMachine).Name -join ' '
#= TrustedPublisher ClientAuthIssuer Root TrustedDevices CA REQUEST AuthRoot TrustedPeople My SmartCardRoot Trust Disallowed WebHosting
Get-Item Cert:\LocalMachine\My
#=
#= Name : My
#=
Set-Location Cert:\LocalMachine\My
(Get-Location).Path
#= Cert:\LocalMachine\My
(dir).Subject
cd C:\
Get-ChildItem Cert:\LocalMachine\My
#= CN=EX01
#=
#=    PSParentPath: Microsoft.PowerShell.Security\Certificate::LocalMachine\My
#=
#= Thumbprint                                Subject              EnhancedKeyUsageList
#= ----------                                -------              --------------------
#= {*}  CN=EX01              {Server Authentication}
#=
(Get-ChildItem Cert:\CurrentUser\My).Count
#= 0
# A new one, found by what it is for and by when it ends.
$n = New-SelfSignedCertificate -DnsName mail.contoso.com, autodiscover.contoso.com -CertStoreLocation Cert:\LocalMachine\My -FriendlyName Mail -NotAfter (Get-Date).AddDays(20)
"$($n.Subject) $($n.FriendlyName) $($n.DnsNameList)"
#= CN=mail.contoso.com Mail mail.contoso.com autodiscover.contoso.com
(Get-ChildItem Cert:\LocalMachine\My -DnsName autodiscover*).Subject
#= CN=mail.contoso.com
(Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 30).Subject
#= CN=mail.contoso.com
(Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 0).Count
#= 0
(Get-ChildItem Cert:\LocalMachine\My -SSLServerAuthentication).Count
#= 2
(Get-ChildItem Cert:\LocalMachine\My -CodeSigningCert).Count
#= 0
(Get-ChildItem Cert:\LocalMachine -Recurse -DnsName mail.contoso.com).Subject
#= CN=mail.contoso.com
(Get-ExchangeCertificate $n.Thumbprint).FriendlyName
#= Mail
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt (Get-Date).AddDays(30) } | ForEach-Object { "{0} ends soon" -f $_.Subject }
#= CN=mail.contoso.com ends soon
Get-ChildItem C:\ -DnsName x
#= Get-ChildItem : A parameter cannot be found that matches parameter name 'DnsName'.
#= At line:1 char:19
#= + Get-ChildItem C:\ -DnsName x
#= +                   ~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-ChildItem], ParameterBindingException
#=     + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand
# To a file and back; removed.
Export-Certificate -Cert $n -FilePath C:\mail.cer | ForEach-Object Name
#= mail.cer
([System.Security.Cryptography.X509Certificates.X509Certificate2]::new('C:\mail.cer')).Thumbprint -eq $n.Thumbprint
#= True
Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)" -WhatIf
#= What if: Performing the operation "Remove certificate" on target "Item: LocalMachine\My\{*}".
Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)"
(Get-ExchangeCertificate).Count
#= 1
Get-ChildItem Cert:\LocalMachine\My | Remove-Item
#= Remove-Item : The certificate that the Microsoft Exchange Transport service uses can't be removed. Make another one the default first: New-ExchangeCertificate.
#= At line:1 char:39
#= + Get-ChildItem Cert:\LocalMachine\My | Remove-Item
#= +                                       ~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: ({*}:String) [Remove-Item], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedCertificateRemoval,Microsoft.PowerShell.Commands.RemoveItemCommand
New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation Cert:\LocalMachine\Root
#= New-SelfSignedCertificate : A new certificate can only be installed into MY store.
#= At line:1 char:1
#= + New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation C …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-SelfSignedCertificate], PSArgumentException
#=     + FullyQualifiedErrorId : System.ArgumentException,Microsoft.CertificateServices.Commands.NewSelfSignedCertificateCommand
New-Item Cert:\LocalMachine\My\x
#= New-Item : Provider operation stopped because the provider does not support this operation.
#= At line:1 char:1
#= + New-Item Cert:\LocalMachine\My\x
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [New-Item], NotSupportedException
#=     + FullyQualifiedErrorId : NotSupported,Microsoft.PowerShell.Commands.NewItemCommand
Get-PSDrive Cert | ForEach-Object { "$($_.Name) $($_.Provider)" }
#= Cert Microsoft.PowerShell.Security\Certificate
