# The server's certificates as a drive.
(Get-ChildItem Cert:\LocalMachine\My).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:2 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My).Count
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
$c = Get-ChildItem Cert:\LocalMachine\My | Select-Object -First 1
"$($c.Subject) $($c.Issuer) $($c.HasPrivateKey) $($c.FriendlyName) $($c.DnsNameList)"
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + $c = Get-ChildItem Cert:\LocalMachine\My | Select-Object -First 1
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
#=     
$c.Thumbprint -eq (Get-ExchangeCertificate).Thumbprint
#= False
$c.NotAfter.GetType().Name; ($c.NotAfter - $c.NotBefore).Days -gt 1800
#= You cannot call a method on a null-valued expression.
#= At line:1 char:1
#= + $c.NotAfter.GetType().Name; ($c.NotAfter - $c.NotBefore).Days -gt 180 …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : InvokeMethodOnNull
#= False
$c.GetType().FullName
#= You cannot call a method on a null-valued expression.
#= At line:1 char:1
#= + $c.GetType().FullName
#= + ~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : InvokeMethodOnNull
$c.PSParentPath
"$($c.EnhancedKeyUsageList)"
#=
$c.GetExpirationDateString() -eq $c.NotAfter.ToString()
#= You cannot call a method on a null-valued expression.
#= At line:1 char:1
#= + $c.GetExpirationDateString() -eq $c.NotAfter.ToString()
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : InvokeMethodOnNull
Test-Path Cert:\LocalMachine\My
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Test-Path Cert:\LocalMachine\My
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Test-Path "Cert:\LocalMachine\My\$($c.Thumbprint)"
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Test-Path "Cert:\LocalMachine\My\$($c.Thumbprint)"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Test-Path Cert:\LocalMachine\My\00
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Test-Path Cert:\LocalMachine\My\00
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-Item "cert:\localmachine\my\$($c.Thumbprint.ToLower())").Subject
#= You cannot call a method on a null-valued expression.
#= At line:1 char:36
#= + (Get-Item "cert:\localmachine\my\$($c.Thumbprint.ToLower())").Subject
#= +                                    ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : InvokeMethodOnNull
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-Item "cert:\localmachine\my\$($c.Thumbprint.ToLower())").Subject
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Get-ChildItem Cert:
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Get-ChildItem Cert:
#= + ~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine).Name -join ' '
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine).Name -join ' '
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Get-Item Cert:\LocalMachine\My
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Get-Item Cert:\LocalMachine\My
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Set-Location Cert:\LocalMachine\My
(Get-Location).Path
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Set-Location Cert:\LocalMachine\My
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
#= /tmp/pytest-of-root/pytest-276/test_session_shows_what_it_say0
(dir).Subject
cd C:\
Get-ChildItem Cert:\LocalMachine\My
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:2 char:1
#= + Get-ChildItem Cert:\LocalMachine\My
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\CurrentUser\My).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\CurrentUser\My).Count
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
# A new one, found by what it is for and by when it ends.
$n = New-SelfSignedCertificate -DnsName mail.contoso.com, autodiscover.contoso.com -CertStoreLocation Cert:\LocalMachine\My -FriendlyName Mail -NotAfter (Get-Date).AddDays(20)
"$($n.Subject) $($n.FriendlyName) $($n.DnsNameList)"
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:2 char:1
#= + $n = New-SelfSignedCertificate -DnsName mail.contoso.com, autodiscove …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
#=   
(Get-ChildItem Cert:\LocalMachine\My -DnsName autodiscover*).Subject
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My -DnsName autodiscover*).Subject
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 30).Subject
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 30).Subject
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 0).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My -ExpiringInDays 0).Count
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine\My -SSLServerAuthentication).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My -SSLServerAuthentication).Count
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine\My -CodeSigningCert).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine\My -CodeSigningCert).Count
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ChildItem Cert:\LocalMachine -Recurse -DnsName mail.contoso.com).Subject
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + (Get-ChildItem Cert:\LocalMachine -Recurse -DnsName mail.contoso.com) …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
(Get-ExchangeCertificate $n.Thumbprint).FriendlyName
#= Microsoft Exchange
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt (Get-Date).AddDays(30) } | ForEach-Object { "{0} ends soon" -f $_.Subject }
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt  …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Get-ChildItem C:\ -DnsName x
#= Get-ChildItem : A parameter cannot be found that matches parameter name 'DnsName'.
#= At line:1 char:19
#= + Get-ChildItem C:\ -DnsName x
#= +                   ~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-ChildItem], ParameterBindingException
#=     + FullyQualifiedErrorId : NamedParameterNotFound,Microsoft.PowerShell.Commands.GetChildItemCommand
# To a file and back; removed.
Export-Certificate -Cert $n -FilePath C:\mail.cer | ForEach-Object Name
#= Export-Certificate : Cannot bind argument to parameter 'Cert' because it is null.
#= At line:2 char:26
#= + Export-Certificate -Cert $n -FilePath C:\mail.cer | ForEach-Object Na …
#= +                          ~~
#=     + CategoryInfo          : InvalidData: (:) [Export-Certificate], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationErrorNullNotAllowed,Microsoft.CertificateServices.Commands.ExportCertificateCommand
([System.Security.Cryptography.X509Certificates.X509Certificate2]::new('C:\mail.cer')).Thumbprint -eq $n.Thumbprint
#= Exception calling ".ctor" with "1" argument(s): "Could not find file 'C:\mail.cer'."
#= At line:1 char:1
#= + ([System.Security.Cryptography.X509Certificates.X509Certificate2]::ne …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : FileNotFoundException
Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)" -WhatIf
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)" -WhatIf
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)"
(Get-ExchangeCertificate).Count
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Remove-Item "Cert:\LocalMachine\My\$($n.Thumbprint)"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
#= 1
Get-ChildItem Cert:\LocalMachine\My | Remove-Item
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + Get-ChildItem Cert:\LocalMachine\My | Remove-Item
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation Cert:\LocalMachine\Root
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation C …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
New-Item Cert:\LocalMachine\My\x
#= emshell met an internal error (in provider, line 248). Please report it, with the script that led here.
#= At line:1 char:1
#= + New-Item Cert:\LocalMachine\My\x
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], Exception
#=     + FullyQualifiedErrorId : InternalError
Get-PSDrive Cert | ForEach-Object { "$($_.Name) $($_.Provider)" }
#= Get-PSDrive : Cannot find drive. A drive with the name 'Cert' does not exist.
#= At line:1 char:1
#= + Get-PSDrive Cert | ForEach-Object { "$($_.Name) $($_.Provider)" }
#= + ~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Cert:String) [Get-PSDrive], DriveNotFoundException
#=     + FullyQualifiedErrorId : GetLocationNoMatchingDrive,Microsoft.PowerShell.Commands.GetPSDriveCommand
