# The certificate that setup makes, and the services that use it.
Get-ExchangeCertificate
#=
#= Thumbprint                                 Services   Subject
#= ----------                                 --------   -------
#= {*}   IP.WS      CN=EX01
#=
Get-ExchangeCertificate | Format-List CertificateDomains, HasPrivateKey, IsSelfSigned, Issuer, PublicKeySize, RootCAType, Services, Status, Subject
#=
#= CertificateDomains : {EX01, EX01.contoso.com}
#= HasPrivateKey      : True
#= IsSelfSigned       : True
#= Issuer             : CN=EX01
#= PublicKeySize      : 2048
#= RootCAType         : None
#= Services           : IMAP, POP, IIS, SMTP
#= Status             : Valid
#= Subject            : CN=EX01
#=
$setup = Get-ExchangeCertificate
$setup.FriendlyName
($setup.NotAfter - $setup.NotBefore).Days
#= Microsoft Exchange
#= 365

# Another certificate: it takes over what only one can serve. Both may be used for SMTP.
$mail = New-ExchangeCertificate -DomainName mail.contoso.com, autodiscover.contoso.com -Services SMTP, IIS -Force
$mail | Format-List Subject, CertificateDomains, Services, PrivateKeyExportable
#=
#= Subject              : CN=mail.contoso.com
#= CertificateDomains   : {mail.contoso.com, autodiscover.contoso.com}
#= Services             : IIS, SMTP
#= PrivateKeyExportable : False
#=
Get-ExchangeCertificate | Sort-Object Subject | ForEach-Object { "$($_.Subject): $($_.Services)" }
#= CN=EX01: IMAP, POP, SMTP
#= CN=mail.contoso.com: IIS, SMTP
Get-ExchangeCertificate -DomainName autodiscover.contoso.com | ForEach-Object Subject
#= CN=mail.contoso.com
Enable-ExchangeCertificate -Thumbprint $mail.Thumbprint.ToLower() -Services POP, UM
Get-ExchangeCertificate $mail.Thumbprint | ForEach-Object { "$($_.Services)" }
#= POP, UM, IIS, SMTP

# What cannot be made or used.
New-ExchangeCertificate -DomainName 'not a name' -Force
#= New-ExchangeCertificate : "not a name" is not a valid domain name.
#= At line:3 char:1
#= + New-ExchangeCertificate -DomainName 'not a name' -Force
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [New-ExchangeCertificate], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.NewExchangeCertificate
New-ExchangeCertificate -DomainName mail.contoso.com -KeySize 1000 -Force
#= New-ExchangeCertificate : The key size 1000 is not supported. Use 1024, 2048 or 4096 bits.
#= At line:1 char:1
#= + New-ExchangeCertificate -DomainName mail.contoso.com -KeySize 1000 -F …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [New-ExchangeCertificate], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.NewExchangeCertificate
New-ExchangeCertificate -SubjectName 'nonsense' -Force
#= New-ExchangeCertificate : The SubjectName parameter is not valid. The string contains an invalid X500 name attribute key, oid, value or delimiter.
#= At line:1 char:1
#= + New-ExchangeCertificate -SubjectName 'nonsense' -Force
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [New-ExchangeCertificate], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.SystemConfigurationTasks.NewExchangeCertificate
Enable-ExchangeCertificate -Thumbprint 1234 -Services SMTP
#= Enable-ExchangeCertificate : The certificate with thumbprint 1234 was not found.
#= At line:1 char:1
#= + Enable-ExchangeCertificate -Thumbprint 1234 -Services SMTP
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (1234:String) [Enable-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.EnableExchangeCertificate

# The names of the server, of the accepted domains, and a subject of one's own.
New-ExchangeCertificate -Force | ForEach-Object { "$($_.Subject): $($_.CertificateDomains)" }
#= CN=EX01: EX01 EX01.contoso.com
New-ExchangeCertificate -SubjectName 'c=US, o="Contoso, Inc.", cn=mx.contoso.com' -IncludeAcceptedDomains -IncludeAutoDiscover -IncludeServerFQDN -IncludeServerNetBIOSName -Force | ForEach-Object { "$($_.Subject): $($_.CertificateDomains)" }
#= C=US, O="Contoso, Inc.", CN=mx.contoso.com: mx.contoso.com EX01 EX01.contoso.com contoso.com autodiscover.contoso.com

# The default SMTP certificate cannot be removed; one that was replaced can.
$default = New-ExchangeCertificate -DomainName last.contoso.com -Force
Remove-ExchangeCertificate $default.Thumbprint -Confirm:$false
#= Remove-ExchangeCertificate : The internal transport certificate cannot be removed because that would cause the Microsoft Exchange Transport service to stop. To replace the internal transport certificate, create a new certificate. The new certificate will automatically become the internal transport certificate. You can then remove the existing certificate.
#= At line:4 char:1
#= + Remove-ExchangeCertificate $default.Thumbprint -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01.contoso.com\{*}:ExchangeCertificate) [Remove-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveExchangeCertificate
Remove-ExchangeCertificate $setup.Thumbprint -Confirm:$false
Get-ExchangeCertificate $setup.Thumbprint
#= Get-ExchangeCertificate : The certificate with thumbprint {*} was not found.
#= At line:2 char:1
#= + Get-ExchangeCertificate $setup.Thumbprint
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: ({*}:String) [Get-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.GetExchangeCertificate

# Out and in again: the key goes only where it was made exportable.
$secret = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force
$out = New-ExchangeCertificate -DomainName out.contoso.com -Services POP -PrivateKeyExportable $true
$file = Export-ExchangeCertificate -Thumbprint $out.Thumbprint -BinaryEncoded:$true -Password $secret
$file.FileData.GetType().Name
#= Byte[]
Export-ExchangeCertificate -Thumbprint $mail.Thumbprint -BinaryEncoded:$true -Password $secret
#= Export-ExchangeCertificate : The certificate with thumbprint {*} was found but is not valid for use with Exchange Server (reason: PrivateKeyNotExportable).
#= At line:1 char:1
#= + Export-ExchangeCertificate -Thumbprint $mail.Thumbprint -BinaryEncode …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01.contoso.com\{*}:ExchangeCertificate) [Export-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.ExportExchangeCertificate
Import-ExchangeCertificate -FileData $file.FileData -Password $secret
#= Import-ExchangeCertificate : Cannot import certificate. A certificate with the thumbprint {*} already exists.
#= At line:1 char:1
#= + Import-ExchangeCertificate -FileData $file.FileData -Password $secret
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: ({*}:String) [Import-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.ImportExchangeCertificate
Remove-ExchangeCertificate $out.Thumbprint -Confirm:$false
Import-ExchangeCertificate -FileData $file.FileData -Password (ConvertTo-SecureString 'wrong' -AsPlainText -Force)
#= Import-ExchangeCertificate : Cannot import certificate. The data that was provided is no certificate, or the password is wrong.
#= At line:2 char:1
#= + Import-ExchangeCertificate -FileData $file.FileData -Password (Conver …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Import-ExchangeCertificate], ImportCertificateDataInvalidException
#=     + FullyQualifiedErrorId : 3D1DAEA4,Microsoft.Exchange.Management.SystemConfigurationTasks.ImportExchangeCertificate
$in = Import-ExchangeCertificate -FileData $file.FileData -Password $secret
$in | Format-List Subject, Services, HasPrivateKey, PrivateKeyExportable
$in.Thumbprint -eq $out.Thumbprint
#=
#= Subject              : CN=out.contoso.com
#= Services             : None
#= HasPrivateKey        : True
#= PrivateKeyExportable : False
#=
#= True
$in | Enable-ExchangeCertificate -Services IMAP
Get-ExchangeCertificate $in.Thumbprint | ForEach-Object { "$($_.Services)" }
#= IMAP

# A request waits until the authority's answer is imported.
$request = New-ExchangeCertificate -GenerateRequest -DomainName www.contoso.com -PrivateKeyExportable $true
($request -split "`r`n")[0]
#= -----BEGIN NEW CERTIFICATE REQUEST-----
$waiting = Get-ExchangeCertificate | Where-Object Status -eq PendingRequest
$waiting | Format-List Subject, Status, Services
#=
#= Subject  : CN=www.contoso.com
#= Status   : PendingRequest
#= Services : None
#=
Enable-ExchangeCertificate $waiting.Thumbprint -Services IIS
#= Enable-ExchangeCertificate : The certificate with thumbprint {*} was found but is not valid for use with Exchange Server (reason: PrivateKeyMissing).
#= At line:1 char:1
#= + Enable-ExchangeCertificate $waiting.Thumbprint -Services IIS
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (EX01.contoso.com\{*}:ExchangeCertificate) [Enable-ExchangeCertificate], InvalidOperationException
#=     + FullyQualifiedErrorId : 55D5E38E,Microsoft.Exchange.Management.SystemConfigurationTasks.EnableExchangeCertificate
(Export-ExchangeCertificate $waiting.Thumbprint) -eq $request
#= True
Remove-ExchangeCertificate $waiting.Thumbprint -WhatIf
#= What if: Remove certificate with thumbprint {*}?

# Renewing: the names of the old one, a new key.
$renewed = $in | New-ExchangeCertificate -Force
"$($renewed.Subject) $($renewed.Services) $($renewed.Thumbprint -ne $in.Thumbprint)"
#= CN=out.contoso.com None True
